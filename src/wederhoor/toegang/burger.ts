import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Context as HonoContext } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Id } from '../../kern/ids.ts';
import type { Deuren } from '../../platform/deuren/index.ts';
import { metSysteem, type Db } from '../../platform/database/index.ts';
import type { Logboek } from '../../platform/logboek/index.ts';
import { tel, vergeet } from '../../platform/rem/index.ts';
import { briefhash, isToken, nieuwToken, tokenhash, type Briefcodes } from './code.ts';
import { burgerGeeft, burgerLezen, burgerStopt, burgerToegang, type Burgerbeeld } from './handelingen.ts';
import { remmenVan } from './rem.ts';

/** What the page of the betrokkene needs from outside. */
export interface Burgermiddelen {
  db: Db;
  deuren: Deuren;
  logboek: Logboek;
  oorsprong(c: HonoContext): string;
  ip(c: HonoContext): string;
  verzoekId(c: HonoContext): string;
  /** A demo may be on plain http, where a browser keeps no secure cookie. */
  demo: boolean;
}

interface Plek {
  organisatieId: Id;
  wederhoorId: Id;
}

/** Which hearing a key opens; null when none. */
async function zoek(m: Burgermiddelen, hash: Buffer, soort: 'brief' | 'browser'): Promise<Plek | null> {
  const { rows } = await metSysteem(m.db, (trx) => sql<{ organisatie_id: Id; wederhoor_id: Id }>`select organisatie_id, wederhoor_id from wederhoor_zoek(${hash}::bytea, ${soort}::text, ${m.deuren.nu()}::timestamptz)`.execute(trx));
  const r = rows[0];
  return r ? { organisatieId: r.organisatie_id, wederhoorId: r.wederhoor_id } : null;
}

type Basis = { wederhoor: Id; sleutel: string; ip: string; verzoek: string };

const basis = (m: Burgermiddelen, c: HonoContext, plek: Plek, hash: Buffer): Basis => ({ wederhoor: plek.wederhoorId, sleutel: hash.toString('hex'), ip: m.ip(c).slice(0, 64), verzoek: m.verzoekId(c) });

export type Poging = { binnen: Burger } | { wacht: Temporal.Instant } | 'fout';

/**
 * One attempt with the two codes of a letter: counted first, then tried, and taken back when they were right. Whether there is such a code,
 * whether it expired and whether the second one was wrong go the same way, do the same work and get the same answer.
 */
export async function probeer(m: Burgermiddelen, c: HonoContext, codes: Briefcodes): Promise<Poging> {
  const remmen = remmenVan({ code: codes.code, adres: m.ip(c) });
  const wacht = await tel(m.db, remmen, m.deuren.nu());
  if (wacht !== null) return { wacht };
  const hash = await briefhash(codes);
  const plek = await zoek(m, hash, 'brief');
  const token = nieuwToken();
  if (plek === null || (await m.deuren.voerSysteem(burgerToegang, { ...basis(m, c, plek, hash), browser: tokenhash(token).toString('hex') }, plek.organisatieId)) === null) {
    m.logboek.warn({ foutcode: 'burger.onbekend' }, 'codes van een brief geweigerd');
    return 'fout';
  }
  await vergeet(m.db, remmen, m.deuren.nu());
  setCookie(c, naam(m, c), token, opties(m, c));
  return { binnen: alsBurger(m, c, plek, token) };
}

/** The browser of a betrokkene that was let in. */
export interface Burger {
  /** From which the token in his forms is made. */
  geheim: string;
  /** Null when it is over meanwhile. */
  lees(): Promise<Burgerbeeld | null>;
  geef(g: { volgt: number; tekst: string; vraag: string | null }): Promise<'gegeven' | 'intussen' | 'vol' | null>;
  stop(): Promise<void>;
}

function alsBurger(m: Burgermiddelen, c: HonoContext, plek: Plek, token: string): Burger {
  const invoer = basis(m, c, plek, tokenhash(token));
  return {
    geheim: token,
    lees: () => m.deuren.voerSysteem(burgerLezen, invoer, plek.organisatieId),
    geef: (g) => m.deuren.voerSysteem(burgerGeeft, { ...invoer, ...g }, plek.organisatieId),
    async stop() {
      await m.deuren.voerSysteem(burgerStopt, invoer, plek.organisatieId);
      deleteCookie(c, naam(m, c), opties(m, c));
    },
  };
}

/** Who asks, by the cookie of this browser; null when there is none, or it opens nothing any more. */
export async function burgerVan(m: Burgermiddelen, c: HonoContext): Promise<Burger | null> {
  const token = getCookie(c, naam(m, c));
  if (token === undefined || !isToken(token)) return null;
  const plek = await zoek(m, tokenhash(token), 'browser');
  return plek === null ? null : alsBurger(m, c, plek, token);
}

const isLokaal = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

/** Only a demo on plain http from another machine does without the lock on the cookie. */
function open(m: Burgermiddelen, c: HonoContext): boolean {
  const { protocol, hostname } = new URL(m.oorsprong(c));
  return m.demo && protocol === 'http:' && !isLokaal(hostname);
}

const naam = (m: Burgermiddelen, c: HonoContext): string => (open(m, c) ? 'rd-uw-kant' : '__Host-rd-uw-kant');
/** Without an age: it ends with the browser, so that on a shared computer nothing stays. */
const opties = (m: Burgermiddelen, c: HonoContext) => ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: !open(m, c) }) as const;
