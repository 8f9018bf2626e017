/** Closed lists of the handelingskader, each with its word for people. The codes are what maatregelen and brieven keep. */

/** What law a measure stands on, and so where a citizen can turn to (achtergrond §6.1). */
export const rechtsvormen = {
  privaatrechtelijk: 'Maatregel van de eigenaar of gebruiker van het gebouw. Geen besluit, dus geen bezwaar.',
  besluit_elders: 'Besluit met eigen regels en bezwaar. Dat wordt buiten Rugdekking genomen.',
  rechterlijk: 'Uitspraak van een rechter.',
  geen_maatregel: 'Een gesprek; geen maatregel.',
} as const;
export type Rechtsvorm = keyof typeof rechtsvormen;

/** Which block about turning to someone else goes in the letter; a pandverbod never gets a bezwaarclausule (CRvB 2014:1967, 2019:853). */
export type Rechtsmiddel = 'klacht_ombudsman_rechter' | 'bezwaar_elders' | 'rechter' | 'geen';

export interface Maatregel {
  naam: string;
  rechtsvorm: Rechtsvorm;
  rechtsmiddel: Rechtsmiddel;
  /** Holds for a time: start and end are needed. */
  heeftDuur: boolean;
  /** How heavy beside the others, for "the highest applies"; equal means that a person may take either. Bijkomende measures have none. */
  rang: number;
  /** Comes with another measure and is no sanction of its own. */
  bijkomend: boolean;
}

const gesprek = { rechtsvorm: 'geen_maatregel', rechtsmiddel: 'geen', heeftDuur: false, rang: 1, bijkomend: false } as const;
const beperking = { rechtsvorm: 'privaatrechtelijk', rechtsmiddel: 'klacht_ombudsman_rechter', heeftDuur: true, rang: 2, bijkomend: false } as const;

export const maatregelsoorten = {
  ordegesprek: { naam: 'Ordegesprek', ...gesprek },
  stopgesprek: { naam: 'STOP-gesprek', ...gesprek },
  waarschuwing: { naam: 'Schriftelijke waarschuwing', rechtsvorm: 'privaatrechtelijk', rechtsmiddel: 'klacht_ombudsman_rechter', heeftDuur: false, rang: 1, bijkomend: false },
  contactbeperking: { naam: 'Geen contact per telefoon', ...beperking },
  een_postbus: { naam: 'Contact via één postbus', ...beperking },
  contactquotum: { naam: 'Beperkt aantal contacten', ...beperking },
  via_gemachtigde: { naam: 'Contact via een gemachtigde', ...beperking },
  opschorting: { naam: 'Opschorten van dienstverlening', ...beperking, rang: 3 },
  pandverbod: { naam: 'Pandverbod', ...beperking, rang: 3 },
  schadeverhaal: { naam: 'Schade verhalen', rechtsvorm: 'privaatrechtelijk', rechtsmiddel: 'rechter', heeftDuur: false, rang: 0, bijkomend: true },
  rechterlijk_bevel: { naam: 'Bevel van de rechter', rechtsvorm: 'rechterlijk', rechtsmiddel: 'rechter', heeftDuur: true, rang: 4, bijkomend: false },
  verlaging_uitkering: { naam: 'Verlaging van een uitkering', rechtsvorm: 'besluit_elders', rechtsmiddel: 'bezwaar_elders', heeftDuur: false, rang: 0, bijkomend: true },
} as const satisfies Record<string, Maatregel>;
export type Maatregelsoort = keyof typeof maatregelsoorten;
export const maatregelcodes = Object.keys(maatregelsoorten) as [Maatregelsoort, ...Maatregelsoort[]];

/** Who can be named as the one who decides (functies A2). Who that is, a machtiging says. */
export const beslissersoorten = {
  dienstverantwoordelijke: 'Wie op dat moment verantwoordelijk is voor de dienstverlening',
  leidinggevende: 'De verantwoordelijk leidinggevende',
  managementteam: 'Het managementteam',
  dagelijks_bestuur: 'Het dagelijks bestuur',
  griffier: 'De griffier',
  burgemeester: 'De burgemeester',
} as const;
export type Beslissersoort = keyof typeof beslissersoorten;
export const beslissercodes = Object.keys(beslissersoorten) as [Beslissersoort, ...Beslissersoort[]];

/** For whom a version is: each has its own, with its own deciders. */
export const persoonssoorten = { medewerker: 'Medewerkers', politiek: 'Politieke ambtsdragers' } as const;
export type Persoonssoort = keyof typeof persoonssoorten;
export const persoonssoortcodes = Object.keys(persoonssoorten) as [Persoonssoort, ...Persoonssoort[]];

/** Where a measure can hold, from small to large. */
export const gebieden = { locatie: 'één locatie', dienst: 'de dienst', organisatie: 'de hele organisatie' } as const;
export type Gebied = keyof typeof gebieden;
export const gebiedcodes = Object.keys(gebieden) as [Gebied, ...Gebied[]];

/** How the contact was, as far as a rule looks at it. */
export const media = { persoonlijk: 'Persoonlijk', telefoon: 'Per telefoon', schriftelijk: 'Per brief of e-mail', sociale_media: 'Via sociale media' } as const;
export type Medium = keyof typeof media;
export const mediumcodes = Object.keys(media) as [Medium, ...Medium[]];

/** Against whom it was. */
export const tegens = { medewerker: 'Een collega of diens naasten', organisatie: 'De organisatie of derden', bezoeker: 'Een andere klant of bezoeker' } as const;
export type Tegen = keyof typeof tegens;
export const tegencodes = Object.keys(tegens) as [Tegen, ...Tegen[]];

/** Kinds of aggression, from light to heavy; two of them in one incident are a combination (tabel B, regel 5). */
export const agressiesoorten = { verbaal: 'Verbale en non-verbale agressie', bedreiging: 'Bedreiging', zaken: 'Geweld tegen zaken', personen: 'Geweld tegen personen' } as const;
export type Agressiesoort = keyof typeof agressiesoorten;
export const agressiesoortcodes = Object.keys(agressiesoorten) as [Agressiesoort, ...Agressiesoort[]];

/** What a behaviour is. Complaining much is no aggression and has a class of its own (functies C7). */
export const klassen = {
  agressie: 'Grensoverschrijdend',
  overlast: 'Overlast',
  geen_agressie: 'Geen agressie',
  onevenredig_beroep: 'Onevenredig beroep op de organisatie',
} as const;
export type Klasse = keyof typeof klassen;
export const klassecodes = Object.keys(klassen) as [Klasse, ...Klasse[]];

/** The maandelijkse lengths a rule may name: at least one month, at most ten years. */
export const MEESTE_MAANDEN = 120;
