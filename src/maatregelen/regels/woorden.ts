import { beslissersoorten, maatregelsoorten, type Maatregelsoort as Kadersoort } from '../../handelingskader/index.ts';

/** Kinds of measure that are decided or recorded here, by the codes of the handelingskader. A conversation has its own table; a lower benefit is a besluit and stays outside (achtergrond §6.1). */
export const soortcodes = ['waarschuwing', 'contactbeperking', 'een_postbus', 'contactquotum', 'via_gemachtigde', 'opschorting', 'pandverbod', 'schadeverhaal', 'rechterlijk_bevel'] as const satisfies readonly Kadersoort[];
export type Maatregelsoort = (typeof soortcodes)[number];

/** By the names of the handelingskader; but a limit on contact is here for any channel, which the measure itself names. */
export const soortnamen = Object.fromEntries(soortcodes.map((c) => [c, c === 'contactbeperking' ? 'Contactbeperking' : maatregelsoorten[c].naam])) as Record<Maatregelsoort, string>;

/** The kind as it stands within a sentence: 'pandverbod'. */
export function soortInZin(soort: Maatregelsoort): string {
  const naam = soortnamen[soort];
  return naam.charAt(0).toLowerCase() + naam.slice(1);
}

/** Done once: no first and last day. */
export const isEenmalig = (soort: Maatregelsoort): boolean => !maatregelsoorten[soort].heeftDuur;
/** Decided by a judge and only recorded here. */
export const isVastgelegd = (soort: Maatregelsoort): boolean => maatregelsoorten[soort].rechtsvorm === 'rechterlijk';

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

/** What a mandate can be about. */
export const machtigingswoorden = { beslissers: beslissersoorten, maatregelen: Object.fromEntries(soortcodes.filter((s) => !isVastgelegd(s)).map((s) => [s, soortnamen[s]])) };

/** One event on which a measure rests, in words that name nobody. */
export interface Feit {
  dossierId: string;
  /** ISO day. */
  datum: string;
  plaats: string;
  gedrag: string;
  vormen: { id: string; naam: string }[];
}

/** A norm that was broken, from a version of the handelingskader. */
export interface Norm {
  code: string;
  tekst: string;
  /** Where it stands, such as "Handelingskader, versie 3". */
  bron: string;
}
