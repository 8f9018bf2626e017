/** Kinds of measure in the words of the table (functies D1, D2). */
export const soortcodes = [
  'waarschuwing', 'ordegesprek', 'stopgesprek', 'pandverbod', 'telefoonverbod', 'contactbeperking', 'een_postbus', 'contactquotum', 'via_gemachtigde', 'opschorting', 'schadeverhaal', 'rechterlijk',
] as const;
export type Maatregelsoort = (typeof soortcodes)[number];

export const soortnamen: Record<Maatregelsoort, string> = {
  waarschuwing: 'Schriftelijke waarschuwing',
  ordegesprek: 'Ordegesprek',
  stopgesprek: 'STOP-gesprek',
  pandverbod: 'Pandverbod',
  telefoonverbod: 'Telefoonverbod',
  contactbeperking: 'Contactbeperking',
  een_postbus: 'Eén postbus',
  contactquotum: 'Beperkt aantal contacten',
  via_gemachtigde: 'Contact via een gemachtigde',
  opschorting: 'Opschorting van een dienst',
  schadeverhaal: 'Schade verhalen',
  rechterlijk: 'Last onder dwangsom of rechterlijk verbod',
};

/** The kind within a sentence: 'een pandverbod'. */
export function soortInZin(soort: Maatregelsoort): string {
  const naam = soortnamen[soort];
  return naam.startsWith('STOP') ? naam : naam.charAt(0).toLowerCase() + naam.slice(1);
}

const EENMALIG: readonly Maatregelsoort[] = ['waarschuwing', 'ordegesprek', 'stopgesprek', 'schadeverhaal'];
const GESPREK: readonly Maatregelsoort[] = ['ordegesprek', 'stopgesprek'];

/** Done once: no first and last day. */
export const isEenmalig = (soort: Maatregelsoort): boolean => EENMALIG.includes(soort);
/** A conversation: hearing someone is what it is, and nobody decides on it. */
export const isGesprek = (soort: Maatregelsoort): boolean => GESPREK.includes(soort);
/** Decided by a judge and only recorded here. */
export const isVastgelegd = (soort: Maatregelsoort): boolean => soort === 'rechterlijk';

export const toestanden = {
  voorgesteld: 'Voorgesteld',
  gehoord: 'Klaar voor besluit',
  besloten: 'Besloten',
  in_werking: 'In werking',
  geschorst: 'Geschorst',
  uitgevoerd: 'Uitgevoerd',
  verlengd: 'Verlengd',
  opgeheven: 'Opgeheven',
  verlopen: 'Verlopen',
  ingetrokken: 'Ingetrokken',
  afgewezen: 'Afgewezen',
  vervallen: 'Vervallen',
} as const;
export type Toestand = keyof typeof toestanden;
export const toestandcodes = Object.keys(toestanden) as readonly Toestand[];

/** States in which a measure holds for the citizen. Suspended is decided, but does not hold now. */
export const GELDEND: readonly Toestand[] = ['in_werking'];
/** States in which someone still has to do something before the dossier can be closed. */
export const WACHTEND: readonly Toestand[] = ['voorgesteld', 'gehoord', 'besloten'];

export const klassen = { agressie: 'Agressie', onevenredig_beroep: 'Onevenredig beroep' } as const;
export type Klasse = keyof typeof klassen;

export const kanaalbereiken = { balie: 'Aan de balie', telefoon: 'Telefoon', post: 'Post', email: 'E-mail', sociale_media: 'Sociale media', huisbezoek: 'Huisbezoek' } as const;
export type Kanaalbereik = keyof typeof kanaalbereiken;
export const kanaalcodes = Object.keys(kanaalbereiken) as [Kanaalbereik, ...Kanaalbereik[]];
