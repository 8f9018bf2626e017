import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { zeef, type Logvelden } from './velden.ts';

export { foutVoorLog, type Gelogdefout, type Logvelden } from './velden.ts';

export type Logniveau = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** A text that stands in the code itself. A `string` variable and a template with a value in it do not compile. */
export type VasteTekst<T extends string> = {} extends Record<T, 1> ? never : T;

type Schrijf = <const T extends string>(velden: Logvelden, bericht: VasteTekst<T>) => void;

/** The technical log: allow-listed fields and a fixed text per line, one JSON object a line, times in UTC. */
export interface Logboek {
  trace: Schrijf;
  debug: Schrijf;
  info: Schrijf;
  warn: Schrijf;
  error: Schrijf;
  fatal: Schrijf;
  /** A log that adds these fields to each of its lines. */
  met(velden: Logvelden): Logboek;
}

export interface Logboekinstelling {
  niveau: Logniveau;
  /** Where lines go; standard output when absent. */
  bestemming?: DestinationStream;
}

/** Makes the log of this process. Fields that are not on the list are dropped without a word. */
export function maakLogboek({ niveau, bestemming }: Logboekinstelling): Logboek {
  const opties = {
    level: niveau,
    base: null,
    messageKey: 'bericht',
    timestamp: () => stdTimeFunctions.isoTime().replace('"time"', '"tijd"'),
    formatters: { level: (label: string) => ({ niveau: label }) },
  };
  return omhul(bestemming === undefined ? pino(opties) : pino(opties, bestemming), {});
}

function omhul(logger: Logger, vast: Record<string, unknown>): Logboek {
  const schrijf =
    (niveau: Exclude<Logniveau, 'silent'>): Schrijf =>
    (velden, bericht) =>
      logger[niveau]({ ...vast, ...zeef(velden) }, bericht);
  return {
    trace: schrijf('trace'),
    debug: schrijf('debug'),
    info: schrijf('info'),
    warn: schrijf('warn'),
    error: schrijf('error'),
    fatal: schrijf('fatal'),
    met: (velden) => omhul(logger, { ...vast, ...zeef(velden) }),
  };
}
