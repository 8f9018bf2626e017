import type { Hono } from 'hono';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** A number that is looked up when somebody asks for the metrics; never about one person or one organisation. */
export interface Meter {
  /** Without prefix, in the form prometheus wants: small letters and underscores. */
  naam: string;
  uitleg: string;
  lees(): Promise<number>;
}

export interface Metingen {
  registreer(...meters: readonly Meter[]): void;
  /** A request that was answered. `route` is the pattern as the router knows it, never the address itself. */
  verzoek(methode: string, route: string, status: number, seconden: number): void;
  taak(naam: string, uitslag: 'klaar' | 'mislukt', seconden: number): void;
  /** The text format of Prometheus. */
  tekst(): Promise<string>;
  readonly soort: string;
}

const METHODEN = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const GRENZEN = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The figures of this process, in a registry of its own. */
export function maakMetingen(): Metingen {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const verzoeken = new Histogram({
    name: 'rugdekking_verzoek_seconden', help: 'Duur van verzoeken', labelNames: ['methode', 'route', 'status'] as const, buckets: GRENZEN, registers,
  });
  const taken = new Histogram({ name: 'rugdekking_taak_seconden', help: 'Duur van taken van de werker', labelNames: ['taak', 'uitslag'] as const, buckets: GRENZEN, registers });
  const onleesbaar = new Counter({ name: 'rugdekking_meter_mislukt_totaal', help: 'Keren dat een meter niet te lezen was', labelNames: ['meter'] as const, registers });
  return {
    registreer(...meters) {
      for (const { naam, uitleg, lees } of meters) {
        const meter = new Gauge({
          name: `rugdekking_${naam}`,
          help: uitleg,
          registers: [],
          // One that cannot be read now must not take the others away.
          async collect() {
            try {
              meter.set(await lees());
            } catch {
              meter.set(Number.NaN);
              onleesbaar.inc({ meter: naam });
            }
          },
        });
        register.registerMetric(meter);
      }
    },
    verzoek: (methode, route, status, seconden) => verzoeken.observe({ methode: METHODEN.has(methode) ? methode : 'anders', route, status }, seconden),
    taak: (taak, uitslag, seconden) => taken.observe({ taak, uitslag }, seconden),
    tekst: () => register.metrics(),
    soort: register.contentType,
  };
}

/** The pattern a request is answered by: '/dossiers/:id'. 'geen' when no page has this address, so that addresses people make up stay out. */
export function routepatroon(app: Hono, methode: string, pad: string): string {
  const [gevonden] = app.router.match(methode === 'HEAD' ? 'GET' : methode, pad);
  const patroon = gevonden.map(([[, route]]) => route.path).findLast((p) => !p.endsWith('*'));
  return patroon ?? 'geen';
}
