import { createHash, randomBytes } from 'node:crypto';
import type { Context as HonoContext } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isSafari } from './toestel.ts';

/** A secret for a browser or a link: 256 bits of chance. */
export function nieuwToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token on the server. A plain hash will do: what is hashed is pure chance, not a password. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Cookies of the sign-in, all bound to this host, unreadable for scripts, and not sent along from other sites except by a link. */
export interface Koekjes {
  leesSessie(c: HonoContext): string | null;
  zetSessie(c: HonoContext, token: string): void;
  wisSessie(c: HonoContext): void;
  /** A second token that binds one attempt to sign in to this browser. */
  leesPoging(c: HonoContext): string | null;
  zetPoging(c: HonoContext, token: string): void;
  wisPoging(c: HonoContext): void;
  /** Whether this browser will keep the cookie; not so over plain http to another machine. */
  houdbaar(c: HonoContext): boolean;
}

/**
 * `__Host-rd` asks for https, or http on the machine itself. Only the demo may do without: on plain http from another device (a phone in
 * the same network), and in Safari, which refuses such cookies on localhost too.
 */
export function maakKoekjes(oorsprong: (c: HonoContext) => string, demo: boolean): Koekjes {
  const onbeveiligd = (c: HonoContext): boolean => {
    if (!demo) return false;
    const { protocol, hostname } = new URL(oorsprong(c));
    return protocol === 'http:' && (!isLokaal(hostname) || isSafari(c.req.header('user-agent') ?? ''));
  };
  const naam = (c: HonoContext, wat: string): string => (onbeveiligd(c) ? wat : `__Host-${wat}`);
  const opties = (c: HonoContext) => ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: !onbeveiligd(c) }) as const;
  const lees = (c: HonoContext, wat: string): string | null => {
    const waarde = getCookie(c, naam(c, wat));
    return waarde !== undefined && TOKEN.test(waarde) ? waarde : null;
  };
  const wis = (c: HonoContext, wat: string): void => void deleteCookie(c, naam(c, wat), opties(c));
  return {
    leesSessie: (c) => lees(c, 'rd'),
    zetSessie: (c, token) => setCookie(c, naam(c, 'rd'), token, opties(c)),
    wisSessie: (c) => wis(c, 'rd'),
    leesPoging: (c) => lees(c, 'rd-poging'),
    zetPoging: (c, token) => setCookie(c, naam(c, 'rd-poging'), token, { ...opties(c), maxAge: 600 }),
    wisPoging: (c) => wis(c, 'rd-poging'),
    houdbaar(c) {
      const { protocol, hostname } = new URL(oorsprong(c));
      return protocol === 'https:' || isLokaal(hostname) || demo;
    },
  };
}

/** Whether a host is the machine itself. */
export function isLokaal(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
