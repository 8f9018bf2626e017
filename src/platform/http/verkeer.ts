import type { Context as HonoContext } from 'hono';
import { getConnInfo } from '@hono/node-server/conninfo';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { fout } from '../../kern/fouten/index.ts';
import { nieuwId } from '../../kern/ids.ts';
import type { Sessie } from './typen.ts';
import { zonderNul } from './velden.ts';

export interface Verkeersregels {
  /** How many proxies of our own stand before this server; only their X-Forwarded-* headers are believed. */
  proxies: number;
  /** The public address when it is set; otherwise what the request itself says. */
  basisUrl: string | null;
  /** Requests a session, and an address without a session, may do in a minute. */
  perMinuut: { sessie: number; adres: number };
}

/** What every request is asked: from where, under which name, and whether it is not too often. */
export function maakVerkeer(regels: Verkeersregels) {
  const perSessie = new RateLimiterMemory({ points: regels.perMinuut.sessie, duration: 60 });
  const perAdres = new RateLimiterMemory({ points: regels.perMinuut.adres, duration: 60 });
  const nummers = new WeakMap<Request, string>();

  const ip = (c: HonoContext): string => {
    if (regels.proxies > 0) {
      const keten = (c.req.header('x-forwarded-for') ?? '').split(',').map((d) => d.trim()).filter(Boolean);
      // The last ones were written by our own proxies; whoever comes before them can have been made up.
      const bron = keten.at(-regels.proxies);
      if (bron) return bron.slice(0, 64);
    }
    try {
      return getConnInfo(c).remote.address ?? 'onbekend';
    } catch {
      // No socket: a request made within the process, such as in a test.
      return 'lokaal';
    }
  };

  const oorsprong = (c: HonoContext): string => {
    if (regels.basisUrl !== null) return new URL(regels.basisUrl).origin;
    const url = new URL(c.req.url);
    const proto = regels.proxies > 0 ? (c.req.header('x-forwarded-proto') ?? url.protocol.slice(0, -1)) : url.protocol.slice(0, -1);
    // The host of the address, which was read as one: the header itself can hold anything.
    return `${proto === 'https' ? 'https' : 'http'}://${url.host}`;
  };

  /** Bound to this host wherever there is https, so that no neighbouring site can put words in our mouth. */
  const flits = (c: HonoContext): { naam: string; opties: { path: string; httpOnly: true; sameSite: 'Lax'; secure: boolean } } => {
    const secure = oorsprong(c).startsWith('https:');
    return { naam: secure ? '__Host-rd-bericht' : 'rd-bericht', opties: { path: '/', httpOnly: true, sameSite: 'Lax', secure } };
  };

  return {
    ip,
    oorsprong,
    /** Carries the sentence that answers what someone just did over one redirect. Fixed texts only, never a name. */
    zetFlits(c: HonoContext, bericht: string): void {
      const { naam, opties } = flits(c);
      setCookie(c, naam, bericht, { ...opties, maxAge: 60 });
    },
    neemFlits(c: HonoContext): string | undefined {
      const { naam, opties } = flits(c);
      const bericht = getCookie(c, naam);
      if (bericht === undefined) return undefined;
      deleteCookie(c, naam, opties);
      return zonderNul(bericht).slice(0, 300);
    },
    verzoekId(c: HonoContext): string {
      let nummer = nummers.get(c.req.raw);
      if (nummer === undefined) nummers.set(c.req.raw, (nummer = nieuwId()));
      return nummer;
    },
    async begrens(c: HonoContext, sessie: Sessie | null): Promise<void> {
      try {
        await (sessie ? perSessie.consume(sessie.id) : perAdres.consume(ip(c)));
      } catch (e) {
        if (e instanceof RateLimiterRes) throw fout('te-vaak');
        throw e;
      }
    },
  };
}
