/** Closed lists of the room, each with its word for people. */

export const persoonssoorten = {
  bekend: 'Bekend persoon',
  onbekend: 'Onbekend persoon',
  groep: 'Groep',
  bedrijf: 'Bedrijf of organisatie',
  account: 'Account op internet',
  collega: 'Collega',
  politicus: 'Politieke ambtsdrager',
} as const;
export type Persoonssoort = keyof typeof persoonssoorten;

export const naamsoorten = { geboorte: 'Naam', partner: 'Naam van de partner', roepnaam: 'Roepnaam', vroegere: 'Vroegere naam', alias: 'Ook bekend als', gemeld: 'Zoals gemeld' } as const;
export type Naamsoort = keyof typeof naamsoorten;

export const middelsoorten = { telefoon: 'Telefoon', email: 'E-mail', account: 'Account', kenmerk: 'Eigen kenmerk' } as const;
export type Middelsoort = keyof typeof middelsoorten;

/** Whether reported conduct stands: what was reported, the veroorzaker's view and what is established are three things (achtergrond §7.1). */
export const feitstatussen = { gemeld: 'Gemeld', betwist: 'Betwist', vastgesteld: 'Vastgesteld' } as const;
export type Feitstatus = keyof typeof feitstatussen;
export const feitstatuscodes = Object.keys(feitstatussen) as [Feitstatus, ...Feitstatus[]];
export const feitstatusuitleg: Record<Feitstatus, string> = {
  gemeld: 'Iemand heeft het gemeld. Het is nog niet nagegaan.',
  betwist: 'De betrokkene zegt dat het niet of anders is gegaan.',
  vastgesteld: 'Het is nagegaan en staat vast, bijvoorbeeld door beelden, getuigen of een erkenning.',
};

/** Why someone looks a person up; each look-up says one (functies E3: purpose required). */
export const doelen = {
  melding: 'Een melding behandelen',
  gesprek: 'Een gesprek of brief voorbereiden',
  verzoek: 'Een verzoek van de persoon zelf behandelen',
  dubbel: 'Controleren of iemand dubbel staat',
} as const;
export type Doel = keyof typeof doelen;
export const doelcodes = Object.keys(doelen) as [Doel, ...Doel[]];
