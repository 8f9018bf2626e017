import { Hono } from 'hono';
import { Temporal } from 'temporal-polyfill';
import { beveiligingskoppen } from '../http/beveiliging.ts';
import { routepatroon, type Metingen } from './metingen.ts';

/** Something this installation leans on. */
export interface Controle {
  naam: string;
  /** Without it no request can be answered well; otherwise its state is only told. */
  vereist: boolean;
  /** Resolves to whether it works; an error is the same as no. */
  werkt(): Promise<boolean>;
}

export interface GezondheidOpties {
  controles: readonly Controle[];
  metingen: Metingen;
  klok: () => Temporal.Instant;
  /** Own address, and where to report a weakness; without a contact there is no security.txt (RFC 9116). */
  url: string;
  beveiligingscontact: string | undefined;
}

/** What handles a request; `env` is what the web server gives along. */
export type Afhandeling = (verzoek: Request, env: object) => Response | Promise<Response>;

export interface Gezondheid {
  /** The application with the addresses for machines before it (health, readiness, security.txt, robots.txt) and its requests measured. */
  omhul(app: Hono): Afhandeling;
  /** From now on not ready: whoever divides the work sends it elsewhere. */
  stopt(): void;
}

const GEDULD_MS = 3_000;
/** Anyone may ask whether we are ready; the parts are asked at most once in this time. */
const VERS_MS = 1_000;

type Stand = Record<string, 'goed' | 'weg'>;

export function maakGezondheid({ controles, metingen, klok, url, beveiligingscontact }: GezondheidOpties): Gezondheid {
  let gestopt = false;
  let gevraagd = 0;
  let antwoord: Promise<Stand> | undefined;
  const stand = (): Promise<Stand> => {
    if (antwoord === undefined || performance.now() - gevraagd > VERS_MS) {
      gevraagd = performance.now();
      antwoord = bekijk(controles);
    }
    return antwoord;
  };

  const eigen = new Hono();
  eigen.use(beveiligingskoppen);
  eigen.get('/healthz', (c) => c.json({ leeft: true }));
  eigen.get('/readyz', async (c) => {
    const onderdelen = await stand();
    const klaar = !gestopt && controles.every(({ naam, vereist }) => !vereist || onderdelen[naam] === 'goed');
    return c.json({ klaar, ...(gestopt ? { stopt: true } : {}), onderdelen }, klaar ? 200 : 503);
  });
  eigen.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'));
  if (beveiligingscontact !== undefined) {
    eigen.get('/.well-known/security.txt', (c) =>
      c.text(`Contact: ${beveiligingscontact}\nExpires: ${vervalt(klok())}\nPreferred-Languages: nl, en\nCanonical: ${url}/.well-known/security.txt\n`));
  }
  const eigenPaden = new Set(eigen.routes.map(({ path }) => path).filter((pad) => !pad.includes('*')));

  return {
    omhul(app) {
      return async (verzoek, env) => {
        const pad = new URL(verzoek.url).pathname;
        if (eigenPaden.has(pad)) return eigen.fetch(verzoek, env);
        const begin = performance.now();
        const uit = await app.fetch(verzoek, env);
        metingen.verzoek(verzoek.method, routepatroon(app, verzoek.method, pad), uit.status, (performance.now() - begin) / 1000);
        return uit;
      };
    },
    stopt() {
      gestopt = true;
    },
  };
}

async function bekijk(controles: readonly Controle[]): Promise<Stand> {
  const delen = await Promise.all(controles.map(async ({ naam, werkt }): Promise<[string, 'goed' | 'weg']> => [naam, (await opTijd(werkt)) ? 'goed' : 'weg']));
  return Object.fromEntries(delen);
}

async function opTijd(werkt: () => Promise<boolean>): Promise<boolean> {
  const telaat = Promise.withResolvers<boolean>();
  const wekker = setTimeout(() => telaat.resolve(false), GEDULD_MS);
  try {
    return await Promise.race([werkt(), telaat.promise]);
  } catch {
    return false;
  } finally {
    clearTimeout(wekker);
  }
}

/** Half a year ahead, the same all day long: less than the year RFC 9116 advises as the most. */
function vervalt(nu: Temporal.Instant): string {
  return nu.toZonedDateTimeISO('UTC').startOfDay().add({ days: 180 }).toInstant().toString();
}
