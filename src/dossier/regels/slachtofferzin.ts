import type { Gebeurtenissoort } from '../gebeurtenis.ts';

/**
 * What whoever it happened to reads of what was done toward the veroorzaker: that it was done, in plain words; never who it is, where he
 * comes or what he said. Kinds that have their own place on that page (a conversation of aftercare, feedback) are not here.
 */
const zinnen: Partial<Record<Gebeurtenissoort, string>> = {
  gesprek_gepland: 'We nodigden wie dit deed uit voor een gesprek',
  gesprek_verzet: 'Het gesprek met wie dit deed is op een ander moment',
  gesprek_afgezegd: 'Het gesprek met wie dit deed gaat niet door',
  gesprek_gevoerd: 'We spraken met wie dit deed',
  gesprek_niet_gekomen: 'Wie dit deed kwam niet naar het gesprek',
  overtreding: 'Wie dit deed hield zich niet aan de maatregel. We handelen daarop',
  maatregel_geevalueerd: 'We keken opnieuw naar de maatregel',
  dienstverlening_hersteld: 'De maatregel is voorbij. Wie dit deed wordt weer gewoon geholpen',
};

/** The sentence for an event, or null when it is not told. */
export function slachtofferzin(soort: string): string | null {
  return Object.hasOwn(zinnen, soort) ? (zinnen[soort as Gebeurtenissoort] ?? null) : null;
}

/** The kinds that have a sentence, to select on. */
export const verteldeSoorten = Object.keys(zinnen) as readonly Gebeurtenissoort[];
