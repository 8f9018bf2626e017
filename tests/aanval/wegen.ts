import { sql } from 'kysely';
import type { Id } from '../../src/kern/ids.ts';
import { nieuwId } from '../../src/kern/ids.ts';
import type { Draaiend } from '../hulp/draaiend.ts';

/** A way into the application. */
export interface Weg {
  methode: 'GET' | 'POST';
  pad: string;
}

/**
 * Ways that are open to everyone, each with why. Whatever is not here must turn a stranger away: who adds a public page writes
 * down here why it may be public.
 */
export const OPENBAAR: Readonly<Record<string, string>> = {
  'GET /middelen/:naam': 'stylesheets, scripts and fonts: the same for all, nothing in them of anyone',
  'GET /aanmelden': 'where one signs in',
  'GET /hulp': 'how Rugdekking works, the same for all',
  'GET /toegankelijkheid': 'the accessibility statement has to be public',
  'GET /galerij': 'demo only: the parts of the design, with invented contents',
  'GET /demo': 'demo only: choosing whom to be',
  'POST /demo': 'demo only: being that person',
  'GET /demo/post': 'demo only: mail never says what it is about',
  'GET /demo/post/:id': 'demo only: mail never says what it is about',
  ...Object.fromEntries(['', '/lezen'].flatMap((p) => ['GET', 'POST'].map((m) => [`${m} /uw-kant${p}`, 'the own page of who got a letter: without its codes nothing but the place to type them']))),
  'GET /uw-kant/klaar': 'the same',
  'GET /api/v1/openapi.json': 'the description of the API, the same for all',
  'POST /api/v1/controles': 'for systems: who has no key of his own is turned away, which its own tests hold',
  'POST /uw-kant/stoppen': 'the same',
  ...Object.fromEntries(['', '/herstel'].flatMap((p) => ['GET', 'POST'].map((m) => [`${m} /aanmelden/lokaal/proefdam${p}`, 'where one signs in with an account kept here']))),
  ...Object.fromEntries(['/passkey', '/passkey/opties'].map((p) => [`POST /aanmelden/lokaal/proefdam${p}`, 'where one signs in with an account kept here'])),
  'GET /toegang/proefdam/:token': 'setting up an account, for who holds the link',
  'POST /toegang/proefdam/:token': 'setting up an account, for who holds the link',
  'GET /toegang/proefdam/instellen': 'the same, for the browser that came with the link',
  ...Object.fromEntries(['wachtwoord', 'passkey', 'passkey/opties'].map((p) => [`POST /toegang/proefdam/${p}`, 'the same, for the browser that came with the link'])),
};

/** Every way in, as the application itself has it. */
export function alleWegen(d: Draaiend): Weg[] {
  const uit = new Map<string, Weg>();
  for (const { method, path } of d.opstelling.app.routes) {
    if (path === '/*' || path === '*') continue;
    if (method !== 'GET' && method !== 'POST') throw new Error(`een weg met een andere methode, die hier niet wordt geprobeerd: ${method} ${path}`);
    uit.set(`${method} ${path}`, { methode: method, pad: path });
  }
  return [...uit.values()];
}

/** Names of the variable parts of a path. */
export const delen = (pad: string): string[] => [...pad.matchAll(/:(\w+)/g)].map(([, naam = '']) => naam);

/** Ways about a dossier: their first variable part is the id of one. */
export const overDossier = (weg: Weg): boolean => /:id/.test(weg.pad) && tabelVan('id', weg) === 'dossier';

/** One id of every table, of an organisation or of one dossier. */
export type Idvoorraad = Readonly<Record<string, Id>>;

/** The newest row of every table with an id of its own; those that belong to a dossier of this one when given. */
export async function voorraad(d: Draaiend, organisatieId: Id, dossierId?: Id): Promise<Idvoorraad> {
  const { rows } = await sql<{ naam: string; bij: boolean }>`
    select c.relname as naam, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'dossier_id') as bij
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = 'public' and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype)`.execute(d.database.migratie);
  const uit: Record<string, Id> = {};
  for (const { naam, bij } of rows) {
    const van = dossierId !== undefined && bij ? sql`and dossier_id = ${dossierId}` : sql``;
    const { rows: gevonden } = await sql<{ id: Id }>`select id from ${sql.table(naam)} where organisatie_id = ${organisatieId} ${van} order by id desc limit 1`.execute(d.database.migratie);
    if (gevonden[0]) uit[naam] = gevonden[0].id;
  }
  return dossierId === undefined ? uit : { ...uit, dossier: dossierId };
}

/** Which table stands behind an id in a path, by the part before it. */
const NA: Readonly<Record<string, string>> = {
  sessies: 'sessie', hervat: 'onderbroken', passkeys: 'passkey', toegang: 'uitnodiging', melden: 'concept', verstuurd: 'dossier', onderdelen: 'onderdeel', medewerkers: 'medewerker', locaties: 'locatie',
  functies: 'functie', vormen: 'agressievorm', rollen: 'roltoekenning', politiek: 'roltoekenning', importeren: 'importvoorstel', dossiers: 'dossier', 'mijn-meldingen': 'dossier', 'mijn-verklaringen': 'dossier',
  herstelberichten: 'herstelbericht', signalen: 'signaal', instructies: 'signaal', bezoeken: 'huisbezoek', gebruik: 'gebruiksmelding', koppelingen: 'systeemkoppeling',
};
/** The same for other names in paths and for fields of forms. */
const NAMEN: Readonly<Record<string, string>> = {
  voor: 'medewerker', aan: 'medewerker', wie: 'medewerker', leidinggevende: 'medewerker', doel: 'dossier', hulp: 'hulpvraag', wederhoor: 'wederhoor', vorm: 'agressievorm', vormen: 'agressievorm', ouder: 'onderdeel',
  ...Object.fromEntries(['dossier', 'termijn', 'betrokkene', 'bestand', 'medewerker', 'locatie', 'onderdeel', 'functie', 'concept', 'verklaring', 'agressievorm', 'controle'].map((t) => [t, t])),
};
/** Parts of a path that are a word and no id, with one that is right. */
const WOORDEN: Readonly<Record<string, string>> = { soort: 'medewerkers' };

/** Which table a variable part of a path, or a field of a form, points into; undefined when its name does not say. */
export function tabelVan(naam: string, weg?: Weg): string | undefined {
  if (naam === 'id' && weg) return NA[/([^/]+)\/:id/.exec(weg.pad)?.[1] ?? ''];
  return NAMEN[naam.replace(/_id$/, '')];
}

/** Fills in the variable parts. A part whose name does not say what it points at is tried with an id of every table. */
export function ingevuld(weg: Weg, ids: Idvoorraad, over: Readonly<Record<string, string>> = {}): string[] {
  let paden = [weg.pad];
  for (const naam of delen(weg.pad)) {
    const tabel = tabelVan(naam, weg);
    const waarden = over[naam] !== undefined ? [over[naam]] : WOORDEN[naam] !== undefined ? [WOORDEN[naam]] : tabel === undefined ? [...new Set(Object.values(ids))] : [ids[tabel] ?? nieuwId()];
    paden = paden.flatMap((p) => waarden.map((w) => p.replace(`:${naam}`, w)));
  }
  return paden;
}

/** What is no id of anything, in the ways people try. */
export const RARE_IDS = ['0', 'null', 'undefined', '__proto__', 'constructor', '%00', '%ff%fe', '%ed%a0%80', '..%2f..%2fetc%2fpasswd', "1'%20or%20'1'='1", '%3Cscript%3E', 'FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF', 'a'.repeat(4_000)];
