/** Closed lists of the room, each with its word for people. */

export const kanalen = {
  balie: 'Aan de balie of in het gebouw',
  telefoon: 'Aan de telefoon',
  brief_email: 'In een brief of e-mail',
  huisbezoek: 'Op huisbezoek',
  openbare_ruimte: 'Buiten, in de openbare ruimte',
  sociale_media: 'Op sociale media',
  prive: 'Thuis of in privétijd',
} as const;
export type Kanaal = keyof typeof kanalen;
export const kanaalcodes = Object.keys(kanalen) as [Kanaal, ...Kanaal[]];

export const ernstwoorden = { licht: 'licht', middel: 'middel', ernstig: 'ernstig' } as const;
export type Ernst = keyof typeof ernstwoorden;
export const ernstcodes = Object.keys(ernstwoorden) as [Ernst, ...Ernst[]];

export const statuswoorden = { nieuw: 'nieuw', in_behandeling: 'in behandeling', gesloten: 'gesloten' } as const;

export const rolwoorden = { slachtoffer: 'Slachtoffer', getuige: 'Getuige', melder: 'Melder', veroorzaker: 'Veroorzaker' } as const;
export type Betrokkenerol = keyof typeof rolwoorden;
export const rolcodes = Object.keys(rolwoorden) as [Betrokkenerol, ...Betrokkenerol[]];

/** Kinds of party. 'derde' is someone from outside who is no veroorzaker, such as a visitor who saw it. */
export const partijen = {
  medewerker: 'Een collega',
  bekend: 'Bekend persoon',
  onbekend: 'Onbekend persoon',
  groep: 'Groep',
  account: 'Account op internet',
  bedrijf: 'Bedrijf of organisatie',
  derde: 'Iemand van buiten',
} as const;
export type Partij = keyof typeof partijen;
export const partijcodes = Object.keys(partijen) as [Partij, ...Partij[]];
/** Parties that are no colleague: of them is known what was written down. */
export const buitencodes = partijcodes.filter((p): p is Exclude<Partij, 'medewerker'> => p !== 'medewerker') as [Exclude<Partij, 'medewerker'>, ...Exclude<Partij, 'medewerker'>[]];

/** The seven W's that police ask for an aangifte (handreiking, "Melding en aangifte bij de politie"; PIF). */
export const zevenW = {
  wie: 'Wie waren erbij?',
  wat: 'Wat gebeurde er precies?',
  waar: 'Waar was het?',
  waarmee: 'Waarmee gebeurde het?',
  opWelkeWijze: 'Hoe ging het?',
  wanneer: 'Wanneer begon het en hoe lang duurde het?',
  waarom: 'Wat was de aanleiding?',
} as const;
export type W = keyof typeof zevenW;
export const wcodes = Object.keys(zevenW) as [W, ...W[]];

/** What it did to the person and to the organisation (functies B4); asked beside the seven W's and needed for an aangifte too. */
export const gevolgen = {
  gevolgenPersoon: 'Wat zijn de gevolgen voor wie het overkwam?',
  gevolgenOrganisatie: 'Wat zijn de gevolgen voor het werk en de organisatie?',
} as const;
export type Gevolg = keyof typeof gevolgen;
export const gevolgcodes = Object.keys(gevolgen) as [Gevolg, ...Gevolg[]];
