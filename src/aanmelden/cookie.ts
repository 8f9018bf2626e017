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

/** Tokens beside the session, with how many seconds a browser keeps them. */
const bijkoekjes = {
  /** Binds an attempt to sign in, or a question for a passkey, to this browser. */
  'rd-poging': 600,
  /** The invitation with which someone is setting up his account. */
  'rd-toegang': 1800,
  /** Known to an account that signed in here before. */
  'rd-toestel': 365 * 24 * 3600,
} as const;
export type Bijkoekje = keyof typeof bijkoekjes;

/** Cookies of the sign-in, all bound to this host, unreadable for scripts, and not sent along from other sites except by a link. */
export interface Koekjes {
  leesSessie(c: HonoContext): string | null;
  zetSessie(c: HonoContext, token: string): void;
  wisSessie(c: HonoContext): void;
  /** Other tokens: see `bijkoekjes`. */
  lees(c: HonoContext, wat: Bijkoekje): string | null;
  zet(c: HonoContext, wat: Bijkoekje, token: string): void;
  wis(c: HonoContext, wat: Bijkoekje): void;
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
    lees,
    zet: (c, wat, token) => setCookie(c, naam(c, wat), token, { ...opties(c), maxAge: bijkoekjes[wat] }),
    wis,
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
