import type { Gebeurtenissoort } from '../gebeurtenis.ts';

/**
 * What whoever it happened to reads of what was done toward the veroorzaker: that it was done, in plain words; never who it is, where he
 * comes or what he said. Kinds that have their own place on that page (a conversation of aftercare, feedback) are not here.
 */
const zinnen: Partial<Record<Gebeurtenissoort, string>> = {
  wederhoor_gevraagd: 'We vroegen wie dit deed om een reactie',
  wederhoor_verzet: 'Wie dit deed kreeg meer tijd om te reageren',
  wederhoor_vervallen: 'De vraag om een reactie aan wie dit deed is vervallen',
  zienswijze_gegeven: 'Wie dit deed gaf een reactie',
  zienswijze_vastgelegd: 'Wie dit deed gaf een reactie',
  geen_reactie: 'Wie dit deed reageerde niet',
  gesprek_gepland: 'We nodigden wie dit deed uit voor een gesprek',
  gesprek_verzet: 'Het gesprek met wie dit deed is op een ander moment',
  gesprek_afgezegd: 'Het gesprek met wie dit deed gaat niet door',
  gesprek_gevoerd: 'We spraken met wie dit deed',
  gesprek_niet_gekomen: 'Wie dit deed kwam niet naar het gesprek',
  maatregel_voorgesteld: 'Er is een maatregel voorgesteld tegen wie dit deed',
  maatregel_voorgelegd: 'De maatregel ligt bij wie erover beslist',
  maatregel_besloten: 'Er is een maatregel opgelegd aan wie dit deed',
  maatregel_afgewezen: 'Er komt geen maatregel. Wil je weten waarom? Vraag het aan wie contact met je houdt',
  maatregel_ingetrokken: 'Het voorstel voor een maatregel is ingetrokken. Wil je weten waarom? Vraag het aan wie contact met je houdt',
  maatregel_in_werking: 'De maatregel geldt nu',
  maatregel_uitgevoerd: 'Wie dit deed heeft de brief over de maatregel gekregen',
  maatregel_geschorst: 'De maatregel geldt even niet. Wil je weten waarom? Vraag het aan wie contact met je houdt',
  maatregel_hervat: 'De maatregel geldt weer',
  maatregel_opgeheven: 'De maatregel is eerder gestopt. Wil je weten waarom? Vraag het aan wie contact met je houdt',
  maatregel_verlengd: 'De maatregel duurt langer',
  maatregel_verlopen: 'De maatregel is afgelopen',
  maatregel_vervallen: 'De maatregel is vervallen, omdat wie dit deed niet op tijd is gehoord',
  overtreding: 'Wie dit deed hield zich niet aan de maatregel. We handelen daarop',
  maatregel_geevalueerd: 'We keken opnieuw naar de maatregel. Hij blijft',
  maatregel_korter: 'We keken opnieuw naar de maatregel. Hij stopt eerder',
  dienstverlening_hersteld: 'De maatregel is voorbij. Wie dit deed wordt weer gewoon geholpen',
};

/** The sentence for an event, or null when it is not told. */
export function slachtofferzin(soort: string): string | null {
  return Object.hasOwn(zinnen, soort) ? (zinnen[soort as Gebeurtenissoort] ?? null) : null;
}

/** The kinds that have a sentence, to select on. */
export const verteldeSoorten = Object.keys(zinnen) as readonly Gebeurtenissoort[];
