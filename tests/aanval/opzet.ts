import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../../src/kern/ids.ts';
import { nieuwId } from '../../src/kern/ids.ts';
import { csrfToken } from '../../src/platform/http/index.ts';
import type { Logboek } from '../../src/platform/logboek/index.ts';
import { maakTestdeuren, type Testdeuren } from '../hulp/deuren.ts';
import { startDraaiend, type Draaiend } from '../hulp/draaiend.ts';
import { maakOrganisatie, mensen, type Mens, type Testorganisatie } from '../hulp/organisatie.ts';

export const alleMensen = Object.keys(mensen) as Mens[];

export interface Antwoord {
  status: number;
  koppen: Headers;
  tekst: string;
  naar: string | null;
}

/** One who tries things: a colleague with a live session, or a stranger without one. */
export interface Aanvaller {
  naam: string;
  csrf: string;
  haal(pad: string, koppen?: Record<string, string>): Promise<Antwoord>;
  /** Sends a form as a browser on the site itself would; `csrf` true adds the own token and a fresh key. */
  stuur(pad: string, velden: Iterable<[string, string]>, opties?: { csrf?: boolean; koppen?: Record<string, string> }): Promise<Antwoord>;
  /** Searches a list as its search field does; gives the address that the answer leads to. */
  zoek(pad: string, velden: Record<string, string>): Promise<string>;
  /** Any request at all, with the own cookie. */
  vraag(pad: string, init: RequestInit): Promise<Antwoord>;
}

export interface Veld {
  d: Draaiend;
  deuren: Testdeuren;
  eigen: Testorganisatie;
  ander: Testorganisatie;
  vreemde: Aanvaller;
  als(wie: Mens, org?: Testorganisatie): Promise<Aanvaller>;
}

/** Where the requests within the process are said to come to; loopback, so that the session cookie is the strict one. */
export const OORSPRONG = 'http://127.0.0.1';

/** A running Rugdekking with two organisations, and sessions without the trouble of signing in. */
export async function maakVeld(logboek?: Logboek): Promise<Veld> {
  const d = await startDraaiend(undefined, { lokaal: true, ...(logboek ? { logboek } : {}) });
  const ander = await maakOrganisatie(d.database.migratie, { slug: 'elders', naam: 'Gemeente Elders' });
  await d.database.migratie.updateTable('organisatie').set({ demo: true }).execute();
  return {
    d, deuren: maakTestdeuren(d.database.app, d.klok), eigen: d.org, ander,
    vreemde: maakAanvaller(d, 'vreemde', null, 'geen'),
    als: (wie, org = d.org) => meldAan(d, org, wie),
  };
}

export interface Sessierij {
  token: string;
  geheim: string;
  id: Id;
}

/** Puts a live session in the database, as sign-in does. */
export async function maakSessie(d: Draaiend, org: Testorganisatie, wie: Mens, nu = d.klok()): Promise<Sessierij> {
  const [token, geheim, id] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url'), nieuwId()];
  await d.database.migratie.insertInto('sessie').values({
    organisatie_id: org.id, id, medewerker_id: org.mens[wie], token_hash: createHash('sha256').update(token).digest(), geheim, methode: 'demo', toestel: 'Firefox op Linux',
    aangemaakt: nu, laatst_gezien: nu, verloopt_op: nu.add({ hours: 12 }), beeindigd_op: null, reden: null,
  }).execute();
  return { token, geheim, id };
}

async function meldAan(d: Draaiend, org: Testorganisatie, wie: Mens): Promise<Aanvaller> {
  const { token, geheim } = await maakSessie(d, org, wie);
  return maakAanvaller(d, wie, `__Host-rd=${token}`, csrfToken(geheim));
}

export function maakAanvaller(d: Draaiend, naam: string, cookie: string | null, csrf: string): Aanvaller {
  const vraag = async (pad: string, init: RequestInit): Promise<Antwoord> => {
    const koppen = new Headers(init.headers);
    if (cookie !== null) koppen.append('cookie', cookie);
    if (!koppen.has('accept')) koppen.set('accept', 'text/html');
    const uit = await d.opstelling.app.request(`${OORSPRONG}${pad}`, { ...init, headers: koppen });
    return { status: uit.status, koppen: uit.headers, tekst: await uit.text(), naar: uit.headers.get('location') };
  };
  return {
    naam, csrf, vraag,
    zoek: async (pad, velden) => (await vraag(pad, {
      method: 'POST', body: new URLSearchParams({ ...velden, _csrf: csrf }).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    })).naar ?? pad,
    haal: (pad, koppen = {}) => vraag(pad, { headers: koppen }),
    stuur: (pad, velden, { csrf: met = true, koppen = {} } = {}) => vraag(pad, {
      method: 'POST', body: new URLSearchParams([...velden, ...(met ? [['_csrf', csrf], ['_sleutel', nieuwId()]] : [])] as [string, string][]).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', origin: OORSPRONG, ...koppen },
    }),
  };
}

/** What of an answer may differ from one request to the next: tokens, keys and the number of the request. */
export function zonderWissel(tekst: string): string {
  return tekst.replace(/name="_(csrf|sleutel)"[^>]*>/g, '').replace(/(Nummer van dit verzoek: )[0-9a-f-]{36}/g, '$1');
}

/** Tables that a refused request may touch: the line in the journaal that says so, and when a session was last seen. */
const MAG_WIJZIGEN = new Set(['journaal', 'journaal_inhoud', 'journaal_kop', 'sessie']);

/** The contents of every table, and how many jobs wait, as one hash a table: equal before and after means that nothing was written. */
export async function afdruk(d: Draaiend): Promise<Record<string, string>> {
  await d.werk();
  const uit: Record<string, string> = {};
  for (const naam of (await tabellen(d)).filter((t) => !MAG_WIJZIGEN.has(t))) {
    const { rows } = await sql<{ som: string | null }>`select md5(string_agg(t::text, '|' order by t::text)) as som from ${sql.table(naam)} t`.execute(d.database.migratie);
    uit[naam] = rows[0]?.som ?? 'leeg';
  }
  const { rows } = await sql<{ n: string }>`select count(*)::text as n from wachtrij.job_common`.execute(d.database.migratie);
  return { ...uit, wachtrij: rows[0]?.n ?? '' };
}

/** The tables of all rooms. */
export async function tabellen(d: Draaiend): Promise<string[]> {
  const { rows } = await sql<{ naam: string }>`
    select c.relname as naam from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = 'public' and c.relname <> 'migratie' order by 1`.execute(d.database.migratie);
  return rows.map((r) => r.naam);
}

/** Does things at most `breed` at a time. */
export async function metVelen<T>(lijst: readonly T[], doe: (x: T) => Promise<void>, breed = 8): Promise<void> {
  let volgende = 0;
  await Promise.all(Array.from({ length: breed }, async () => {
    for (let i = volgende++; i < lijst.length; i = volgende++) await doe(lijst[i] as T);
  }));
}
