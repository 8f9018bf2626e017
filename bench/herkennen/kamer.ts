import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { vraagsleutels, type Persoonsgegevens } from '../../src/herkennen/index.ts';
import { startIngebed, type Ingebed } from '../../src/platform/database/ingebed.ts';
import { migreer, vindMigraties } from '../../src/platform/database/migraties.ts';
import { stelselsleutels, telsleutelsVan } from '../../src/veroorzakers/herken.ts';
import type { Persoonrecord } from '../../src/veroorzakers/lezen.ts';
import { huishouden, staatErin, type Mens } from './bevolking.ts';

/** A register as the room keeps it: the tables of the application, filled with one organisation. */
export interface Kamerregister {
  server: Ingebed;
  aantal: number;
  huishoudens: number;
  organisatieId: string;
  medewerkerId: string;
}

const ORGANISATIE = '00000000-0000-7000-8000-0000000000aa';
const MEDEWERKER = '00000000-0000-7000-8000-0000000000bb';
const DATABASE = 'rugdekking';
const BATCH = 4_000;
const HIER = import.meta.dirname;
const BRON = path.resolve(HIER, '../../src');
const OP = Temporal.Instant.from('2026-01-01T12:00:00Z');
const GEEN_EINDE = { van: null, tot: null };

/** Stable over runs; `soort` keeps names, addresses and numbers of one person apart. */
function maakId(soort: number, id: number): string {
  const hex = id.toString(16).padStart(12, '0');
  return `00000000-0000-7${soort.toString(16).padStart(3, '0')}-8000-${hex}`;
}
export const persoonId = (mensId: number): string => maakId(1, mensId);

/** Opens the register of this many persons; makes it when there is none, or the code it was made with changed. */
export async function openKamer(aantal: number, meld: (tekst: string) => void): Promise<Kamerregister> {
  const map = path.join(tmpdir(), 'rugdekking-bench', `kandidaten-${aantal}`);
  const stempelplek = path.join(map, 'zaad.json');
  const stempel = await maakStempel();
  const al = existsSync(stempelplek) ? (JSON.parse(await readFile(stempelplek, 'utf8')) as { stempel: string; huishoudens: number }) : null;
  let huishoudens = al?.huishoudens ?? 0;
  if (al?.stempel !== stempel) {
    await rm(map, { recursive: true, force: true });
    await mkdir(map, { recursive: true });
    for (const m of [path.dirname(map), map]) await chmod(m, 0o755);
    meld(`${aantal} personen inschrijven in ${map}`);
    const server = await startIngebed({ gegevensmap: map, instellingen: { fsync: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0', autovacuum: 'off', max_wal_size: '8GB' } });
    try {
      await migreer(server.verbindingen.migratie, await vindMigraties(BRON));
      huishoudens = await vul(server, aantal, meld);
      await writeFile(stempelplek, JSON.stringify({ stempel, huishoudens }));
    } finally {
      await server.stop();
    }
  }
  const server = await startIngebed({ gegevensmap: map });
  await migreer(server.verbindingen.migratie, await vindMigraties(BRON));
  const client = new pg.Client({ ...server.verbindingen.beheer, database: DATABASE });
  await client.connect();
  // As after a day of work: read once, so that it is in memory of the machine.
  await client.query('create extension if not exists pg_prewarm');
  await client.query(`select pg_prewarm(c.oid, 'read') from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'i') and (c.relname like 'persoon%' or c.relname like 'naamtelling%')`);
  await client.end();
  return { server, aantal, huishoudens, organisatieId: ORGANISATIE, medewerkerId: MEDEWERKER };
}

/** Everyone who is registered. Without triggers and secondary indexes, which follow afterwards; otherwise as the acts of the room write it. */
async function vul(server: Ingebed, aantal: number, meld: (tekst: string) => void): Promise<number> {
  const client = new pg.Client({ ...server.verbindingen.beheer, database: DATABASE });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica; set maintenance_work_mem = '1GB'; set work_mem = '512MB'; set synchronous_commit = off`);
    const { rows: indexen } = await client.query<{ naam: string; sql: string }>(`
      select i.indexrelid::regclass::text as naam, pg_get_indexdef(i.indexrelid) as sql from pg_index i
      where i.indrelid::regclass::text like 'persoon%' and not exists (select from pg_constraint x where x.conindid = i.indexrelid)`);
    for (const { naam } of indexen) await client.query(`drop index ${naam}`);
    let [gedaan, h] = [0, 0];
    let stapel: { mens: Mens; record: Persoonrecord }[] = [];
    while (gedaan < aantal) {
      for (const mens of huishouden(h++)) {
        if (gedaan >= aantal || !staatErin(mens)) continue;
        stapel.push({ mens, record: recordVan(mens) });
        gedaan++;
        if (gedaan % 100_000 === 0) meld(`${gedaan} personen`);
      }
      if (stapel.length < BATCH && gedaan < aantal) continue;
      await schrijf(client, stapel);
      stapel = [];
    }
    meld('namen tellen');
    // What the trigger on persoon does for each of them.
    await client.query(`delete from naamtelling; insert into naamtelling select organisatie_id, compartiment, s, count(*) from persoon p, unnest(persoon_telt(p)) s group by 1, 2, 3 order by 1, 2, 3`);
    meld('indexen maken');
    for (const { sql } of indexen) await client.query(sql);
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
    return h;
  } finally {
    await client.end();
  }
}

async function schrijf(client: pg.Client, stapel: readonly { mens: Mens; record: Persoonrecord }[]): Promise<void> {
  const records = stapel.map((s) => s.record);
  await client.query(
    `insert into persoon (organisatie_id, id, compartiment, soort, groep_id, geboren_jaar, geboren_maand, geboren_dag, sleutels, telling, gemaakt_op, gemaakt_door)
     select $1, i, 'ambtelijk', 'bekend', i, j, m, d, string_to_array(s, chr(31)), string_to_array(t, chr(31)), $2, $3 from unnest($4::uuid[], $5::int[], $6::int[], $7::int[], $8::text[], $9::text[]) u (i, j, m, d, s, t)`,
    [ORGANISATIE, OP.toString(), MEDEWERKER, records.map((r) => r.id), records.map((r) => r.geboren_jaar), records.map((r) => r.geboren_maand), records.map((r) => r.geboren_dag),
      records.map((r) => stelselsleutels(r).join('\u001f')), records.map((r) => telsleutelsVan(r).join('\u001f'))]);
  const namen = stapel.flatMap(({ mens, record }) => record.namen.map((n, k) => ({ ...n, id: maakId(16 + k, mens.id), persoon: record.id, k })));
  await client.query(
    `insert into persoonnaam (organisatie_id, id, persoon_id, soort, voornamen, voorvoegsel, geslachtsnaam, volgorde) select $1, i, p, s, v, t, g, k from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[]) u (i, p, s, v, t, g, k)`,
    [ORGANISATIE, namen.map((n) => n.id), namen.map((n) => n.persoon), namen.map((n) => n.soort), namen.map((n) => n.voornamen), namen.map((n) => n.voorvoegsel), namen.map((n) => n.geslachtsnaam), namen.map((n) => n.k)]);
  const adressen = stapel.flatMap(({ record }) => record.adressen.map((a) => ({ ...a, persoon: record.id })));
  await client.query(
    `insert into persoonadres (organisatie_id, id, persoon_id, huisnummer, toevoeging, postcode, tot) select $1, i, p, h, t, c, e from unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::date[]) u (i, p, h, t, c, e)`,
    [ORGANISATIE, adressen.map((a) => a.id), adressen.map((a) => a.persoon), adressen.map((a) => a.huisnummer), adressen.map((a) => a.toevoeging), adressen.map((a) => a.postcode), adressen.map((a) => a.tot?.toString() ?? null)]);
  await client.query(`insert into persoonmiddel (organisatie_id, id, persoon_id, soort, waarde) select $1, i, p, 'telefoon', w from unnest($2::uuid[], $3::uuid[], $4::text[]) u (i, p, w)`,
    [ORGANISATIE, stapel.map(({ mens }) => maakId(48, mens.id)), records.map((r) => r.id), stapel.map(({ mens }) => mens.telefoon)]);
}

/** The record that the acts of the room would make. */
function recordVan(mens: Mens): Persoonrecord {
  const id = persoonId(mens.id);
  const [jaar, maand, dag] = mens.geboren;
  const adres = { straat: '', postbus: null, woonplaats: '' };
  return {
    id, compartiment: 'ambtelijk', soort: 'bekend', samengevoegd_in: null, groep_id: id, medewerker_id: null, omschrijving: '', geboren_jaar: jaar, geboren_maand: maand, geboren_dag: dag, gemaakt_op: OP, beperkt_op: null, gewist_op: null, versie: 1, collega: null,
    namen: [
      { soort: 'geboorte', voornamen: mens.voornamen.join(' '), voorvoegsel: mens.voorvoegsel, geslachtsnaam: mens.achternaam },
      ...(mens.partner === '' ? [] : [{ soort: 'partner' as const, voornamen: '', voorvoegsel: '', geslachtsnaam: mens.partner }]),
    ],
    adressen: [
      { id: maakId(32, mens.id), ...adres, ...mens.adres, ...GEEN_EINDE },
      { id: maakId(33, mens.id), ...adres, ...mens.vorigAdres, van: null, tot: Temporal.PlainDate.from('2022-06-01') },
    ],
    middelen: [{ soort: 'telefoon', waarde: mens.telefoon }],
  };
}

/**
 * Which plans PostgreSQL makes for these questions, asked by the application: whether the index on keys is always used, and whether the table of
 * persons is ever read whole. Asked often enough that it may choose one plan for all.
 */
export async function planVan(kamer: Kamerregister, vragen: readonly Persoonsgegevens[]): Promise<{ index: boolean; alles: boolean; plannen: string[] }> {
  const client = new pg.Client({ ...kamer.server.verbindingen.beheer, database: DATABASE });
  await client.connect();
  const plannen: string[] = [];
  client.on('notice', ({ message = '' }) => { if (/ persoon p/.test(message)) plannen.push(message); });
  try {
    await client.query(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on; set auto_explain.log_analyze = on; set auto_explain.log_level = notice`);
    await client.query(`set role rugdekking_app; set rugdekking.organisatie = '${kamer.organisatieId}'`);
    for (const vraag of vragen) await client.query({ name: 'kandidaten', text: 'select persoon_id from personen_met_sleutel($1, $2::text[], 400)', values: ['ambtelijk', vraagsleutels(vraag).map((s) => `a|${s}`)] });
    return { index: plannen.length >= vragen.length && plannen.every((p) => p.includes('persoon_sleutels')), alles: plannen.some((p) => /Seq Scan on persoon/.test(p)), plannen };
  } finally {
    await client.end();
  }
}

/** Of everything that decides what is in the tables; their shape comes from migrations, which are only ever added to. */
async function maakStempel(): Promise<string> {
  const hash = createHash('sha256');
  const herkennen = (await readdir(path.join(BRON, 'herkennen'), { recursive: true })).filter((n) => n.endsWith('.ts') && !n.endsWith('.test.ts') && !/proef|vergelijk|kansen|rangschik|woorden|bewijs|gangbaar|beslissend|frequenties|naamgroepen|gewichten|typen|index/.test(n));
  const bestanden = [...herkennen.map((n) => path.join(BRON, 'herkennen', n)), ...['bevolking.ts', 'kans.ts', 'kamer.ts'].map((n) => path.join(HIER, n))];
  for (const b of bestanden.sort()) hash.update(await readFile(b));
  return hash.digest('hex');
}
