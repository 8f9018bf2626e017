import { isEenmalig, isVastgelegd, type Maatregelsoort, type Toestand } from './woorden.ts';

/** What can happen to a measure; `klok` marks what only time does. */
export const gebeurtenissen = [
  'voorgesteld', 'gewijzigd', 'bevestigd', 'gehoord', 'voorgelegd', 'teruggegeven', 'besloten', 'afgewezen', 'ingetrokken', 'in_werking', 'uitgevoerd', 'geschorst', 'hervat', 'overtreden',
  'geevalueerd', 'gewogen_achteraf', 'herwogen', 'brief_verzonden', 'opgeheven', 'verlengd', 'verlopen', 'vervallen', 'verhuisd', 'gewist',
] as const;
export type Maatregelgebeurtenis = (typeof gebeurtenissen)[number];

export interface Maatregelfeiten {
  soort: Maatregelsoort;
  /** Could not wait for the hearing; that comes afterwards. */
  spoed: boolean;
}

type Gang = Partial<Record<Toestand, Toestand>>;
const BLIJFT = (...waar: readonly Toestand[]): Gang => Object.fromEntries(waar.map((t) => [t, t]));
const LOOPT = ['besloten', 'in_werking', 'geschorst'] as const;

/** Where an event leads from each state; a state that is not named refuses it. The kind and urgency narrow it further below. */
const gangen: Record<Exclude<Maatregelgebeurtenis, 'voorgesteld'>, Gang> = {
  gewijzigd: BLIJFT('voorgesteld'),
  bevestigd: BLIJFT('voorgesteld'),
  gehoord: { voorgesteld: 'gehoord' },
  voorgelegd: BLIJFT('voorgesteld', 'gehoord', ...LOOPT),
  teruggegeven: { voorgesteld: 'voorgesteld', gehoord: 'voorgesteld' },
  besloten: { gehoord: 'besloten', voorgesteld: 'besloten' },
  afgewezen: { voorgesteld: 'afgewezen', gehoord: 'afgewezen' },
  ingetrokken: { voorgesteld: 'ingetrokken', gehoord: 'ingetrokken' },
  in_werking: { besloten: 'in_werking', voorgesteld: 'in_werking' },
  uitgevoerd: { besloten: 'uitgevoerd' },
  geschorst: { in_werking: 'geschorst' },
  hervat: { geschorst: 'in_werking' },
  // A breach is written down; the measure holds as before.
  overtreden: BLIJFT('in_werking'),
  geevalueerd: BLIJFT('in_werking', 'geschorst'),
  gewogen_achteraf: BLIJFT(...LOOPT),
  // Until the decision: what stood there stays in the history.
  herwogen: BLIJFT('gehoord'),
  brief_verzonden: BLIJFT(...LOOPT),
  opgeheven: { besloten: 'opgeheven', in_werking: 'opgeheven', geschorst: 'opgeheven' },
  verlengd: { in_werking: 'verlengd', geschorst: 'verlengd' },
  verlopen: { besloten: 'verlopen', in_werking: 'verlopen', geschorst: 'verlopen' },
  vervallen: { besloten: 'vervallen', in_werking: 'vervallen', geschorst: 'vervallen' },
  // Erased at the request of the person: the address of the letter goes.
  gewist: BLIJFT('uitgevoerd', 'verlengd', 'opgeheven', 'verlopen', 'ingetrokken', 'afgewezen', 'vervallen'),
  verhuisd: BLIJFT('voorgesteld', 'gehoord', ...LOOPT, 'uitgevoerd', 'verlengd', 'opgeheven', 'verlopen', 'ingetrokken', 'afgewezen', 'vervallen'),
};

/**
 * The state after an event, or null when it cannot happen now.
 * A court order is in force from its recording; a warning and a claim are carried out once.
 * Only an urgent measure is decided before the hearing, and only such a one lapses for want of it.
 */
export function volgendeToestand(f: Maatregelfeiten, van: Toestand, gebeurtenis: Maatregelgebeurtenis): Toestand | null {
  if (gebeurtenis === 'voorgesteld') return null;
  const naar = gangen[gebeurtenis][van] ?? null;
  if (naar === null || naar === van) return naar !== null && magBlijven(f, van, gebeurtenis) ? naar : null;
  return magGaan(f, van, naar) ? naar : null;
}

function magBlijven(f: Maatregelfeiten, van: Toestand, gebeurtenis: Maatregelgebeurtenis): boolean {
  if (gebeurtenis === 'teruggegeven' || (gebeurtenis === 'voorgelegd' && van === 'voorgesteld')) return f.spoed && !isVastgelegd(f.soort);
  if (gebeurtenis === 'gewogen_achteraf') return f.spoed;
  return true;
}

function magGaan({ soort, spoed }: Maatregelfeiten, van: Toestand, naar: Toestand): boolean {
  if (isVastgelegd(soort)) return van === 'voorgesteld' ? naar === 'in_werking' || naar === 'ingetrokken' : van !== 'gehoord' && van !== 'besloten' && naar !== 'verlengd' && naar !== 'vervallen';
  if (van === 'voorgesteld' && naar === 'in_werking') return false;
  const metSpoed = spoed && !isEenmalig(soort);
  if (van === 'voorgesteld' && naar === 'besloten') return metSpoed;
  if (naar === 'vervallen') return metSpoed;
  if (isEenmalig(soort)) return ['voorgesteld', 'gehoord', 'besloten'].includes(van) && naar !== 'in_werking' && naar !== 'verlopen';
  return naar !== 'uitgevoerd';
}

/** Whether nothing can happen to it any more. */
export function isVoorbij(toestand: Toestand): boolean {
  return (['uitgevoerd', 'verlengd', 'opgeheven', 'verlopen', 'ingetrokken', 'afgewezen', 'vervallen'] as readonly Toestand[]).includes(toestand);
}
