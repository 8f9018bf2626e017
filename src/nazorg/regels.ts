import { Temporal } from 'temporal-polyfill';
import { dagVan, isWerkdag, momentVan, vervalmoment, type Kalender, type Termijnregel } from '../kern/tijd/index.ts';

/** What the colleague answered to "Hoe gaat het met je?". */
export const belwensen = { vandaag: 'Bel me vandaag', redt_zich: 'Ik red me, bel me binnenkort', niet_via_leidinggevende: 'Liever niet via mijn leidinggevende' } as const;
export type Belwens = keyof typeof belwensen;
export const belwenscodes = Object.keys(belwensen) as [Belwens, ...Belwens[]];

/** Someone who asks to be called today and reports at least this long before the end of the working day, is promised today. */
const GENOEG_TIJD = { hours: 1 } as const;

/**
 * The moment promised to someone who asked to be called today: the end of this working day when there is time left, else null
 * and the ordinary term (24 hours) is the promise.
 */
export function belofteVandaag(nu: Temporal.Instant, wens: Belwens, kalender: Kalender): Temporal.Instant | null {
  if (wens !== 'vandaag') return null;
  const dag = dagVan(nu);
  if (!isWerkdag(dag, kalender)) return null;
  const einde = momentVan(dag, kalender.eindeWerkdag);
  return Temporal.Instant.compare(nu.add(GENOEG_TIJD), einde) <= 0 ? einde : null;
}

/** The conversations of aftercare in order (handreiking: within 24 hours; veiligepubliekedienstverlening.nl: 72 hours, 2 and 6 to 8 weeks). */
export const nazorgmomenten = ['nazorg_24u', 'nazorg_72u', 'nazorg_2w', 'nazorg_6w'] as const;
export type Nazorgmoment = (typeof nazorgmomenten)[number];

/** The conversation that follows after one; null after the last. */
export function volgendMoment(moment: Nazorgmoment): Nazorgmoment | null {
  return nazorgmomenten[nazorgmomenten.indexOf(moment) + 1] ?? null;
}

export const momentwoorden: Record<Nazorgmoment, string> = {
  nazorg_24u: 'Eerste gesprek', nazorg_72u: 'Gesprek na drie dagen', nazorg_2w: 'Gesprek na twee weken', nazorg_6w: 'Gesprek na zes tot acht weken',
};

export const wijzen = { telefoon: 'Gebeld', gesprek: 'Gesproken', video: 'Gebeld met beeld', bericht: 'Bericht gestuurd', geen_gehoor: 'Geprobeerd, maar geen gehoor' } as const;
export type Wijze = keyof typeof wijzen;
export const wijzecodes = Object.keys(wijzen) as [Wijze, ...Wijze[]];

export const hulpsoorten = {
  bot: 'Bedrijfsopvangteam (BOT)',
  bedrijfsarts: 'Bedrijfsarts',
  slachtofferhulp: 'Slachtofferhulp Nederland',
  weerbaar_bestuur: 'Ondersteuningsteam Weerbaar Bestuur',
} as const;
export type Hulpsoort = keyof typeof hulpsoorten;
export const hulpsoortcodes = Object.keys(hulpsoorten) as [Hulpsoort, ...Hulpsoort[]];

export const terugkoppelwijzen = { rugdekking: 'Hier, in Rugdekking', telefoon: 'Gebeld', gesprek: 'In een gesprek' } as const;
export type Terugkoppelwijze = keyof typeof terugkoppelwijzen;
export const terugkoppelwijzecodes = Object.keys(terugkoppelwijzen) as [Terugkoppelwijze, ...Terugkoppelwijze[]];

/**
 * From when the term of a next conversation runs: from the report, as the handreiking counts; from now when that moment has
 * already passed, so that a late first conversation does not make the next one late at once.
 */
export function momentStart(gemeldOp: Temporal.Instant, nu: Temporal.Instant, regel: Termijnregel, kalender: Kalender): Temporal.Instant {
  return Temporal.Instant.compare(vervalmoment(gemeldOp, regel, kalender), nu) > 0 ? gemeldOp : nu;
}
