import { Hono, type Context as HonoContext } from 'hono';
import { Fout } from '../../kern/fouten/index.ts';
import { beveiligingskoppen } from './beveiliging.ts';
import { foutAntwoord } from './fouten.tsx';
import type { Omgeving } from './omgeving.ts';
import { maakSite } from './site.tsx';
import type { Site } from './typen.ts';

export interface App {
  hono: Hono;
  site: Site;
}

/**
 * The web application: headers on every answer, one mapper from errors to answers, and the place where rooms register.
 * Register routes that need no session (sign-in, health, static files) on `hono`, all others on `site`.
 */
export function maakApp(om: Omgeving): App {
  const hono = new Hono({ strict: true });
  hono.use(beveiligingskoppen);
  hono.notFound((c) => foutAntwoord(c, 'niet-gevonden', om.verzoekId(c), om.middelen('')));
  hono.onError((e, c) => vang(e, c, om));
  return { hono, site: maakSite(hono, om) };
}

function vang(e: Error, c: HonoContext, om: Omgeving): Response {
  const verzoekId = om.verzoekId(c);
  if (e instanceof Fout) {
    if ((e.code === 'sessie.vereist' || e.code === 'sessie.verlopen') && (c.req.header('accept') ?? '').includes('text/html')) {
      return c.redirect(`/aanmelden?naar=${encodeURIComponent(c.req.method === 'GET' ? c.req.path : '/')}${e.code === 'sessie.verlopen' ? '&verlopen=1' : ''}`, 303);
    }
    return foutAntwoord(c, e.code, verzoekId, om.middelen(''), e.redenen);
  }
  om.logboek.error({ verzoekId, methode: c.req.method, fout: e }, 'verzoek mislukt');
  return foutAntwoord(c, 'onverwacht', verzoekId, om.middelen(''));
}
