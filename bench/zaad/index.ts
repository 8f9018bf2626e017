import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { beginstukken, einden, leesWoorden, midden, voornamen } from './woorden.ts';
import { standaardvormen } from '../../src/inrichting/vormen.ts';

const BATCH = 5_000;
/** Sessions that load side by side: one for each of two cores. */
const SPOREN = 2;

/**
 * Fills a migrated, empty database with this many dossiers over fifty organisations, spread over the past five years. As superuser and
 * without foreign-key checks or secondary indexes, which are made afterwards: that is the only difference with data that came in one by one.
 */
export async function zaai(beheer: pg.ClientConfig, aantal: number, meld: (tekst: string) => void): Promise<void> {
  const clients = await Promise.all(Array.from({ length: SPOREN }, () => verbind(beheer)));
  const [eerste] = clients;
  if (eerste === undefined) return;
  try {
    await bereidVoor(eerste, aantal);
    const indexen = await neemIndexenWeg(eerste);
    let volgende = 1;
    let gedaan = 0;
    const sql = await leesSql('dossiers.sql');
    await Promise.all(clients.map(async (client) => {
      for (;;) {
        const van = volgende;
        if (van > aantal) return;
        volgende += BATCH;
        await client.query(`begin; ${sql.replaceAll('{van}', String(van)).replaceAll('{tot}', String(Math.min(van + BATCH - 1, aantal)))}; commit`);
        gedaan = Math.min(gedaan + BATCH, aantal);
        if (gedaan % (BATCH * 4) === 0) meld(`${gedaan} van ${aantal} dossiers`);
      }
    }));
    meld('woorden verzamelen');
    // What the trigger on zoektekst does for each text.
    await eerste.query('insert into zoekwoord select organisatie_id, compartiment, w from zoektekst, unnest(tsvector_to_array(vector)) w group by 1, 2, 3 order by 1, 2, 3');
    meld('indexen maken');
    for (const index of indexen) await eerste.query(index);
    await eerste.query('insert into dossiernummer select organisatie_id, compartiment, jaar, max(volgnr) from dossier group by 1, 2, 3');
    await eerste.query('drop schema zaai cascade');
    meld('statistiek');
    await eerste.query('vacuum (analyze)');
    await eerste.query('checkpoint');
  } finally {
    await Promise.all(clients.map((c) => c.end()));
  }
}

async function verbind(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(config);
  await client.connect();
  await client.query(`set session_replication_role = replica; set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 2; set search_path = public; set synchronous_commit = off; set timezone = 'UTC'`);
  return client;
}

async function leesSql(naam: string): Promise<string> {
  return await readFile(path.join(import.meta.dirname, naam), 'utf8');
}

async function bereidVoor(client: pg.Client, aantal: number): Promise<void> {
  const woorden = await leesWoorden();
  const lijst = (w: readonly string[]): string => `array[${w.map((x) => client.escapeLiteral(x)).join(', ')}]`;
  const kies = (w: readonly string[], n: string, zout: number): string => `(${lijst(w)})[1 + zaai.r(${n}, ${zout}, ${w.length})]`;
  await client.query(`
    create schema zaai;
    -- Chance that is the same each time: a number below m from n and a salt.
    create function zaai.r(n bigint, k int, m int) returns int language sql immutable parallel safe as $$ select ((hashint8extended(n, k) & 9223372036854775807) % m)::int $$;
    -- An id as the application makes them (version 7, in order of time), but the same each time.
    create function zaai.id(op timestamptz, soort text, n bigint) returns uuid language sql immutable parallel safe as $$
      select (lpad(to_hex((extract(epoch from op) * 1000)::bigint), 12, '0') || '7' || substr(md5(soort || n), 1, 3) || '8' || substr(md5(soort || n), 4, 15))::uuid $$;
    create function zaai.vast(soort text, n bigint) returns uuid language sql immutable parallel safe as $$ select zaai.id('2020-01-01Z', soort, n) $$;
    create function zaai.voornaam(n bigint) returns text language sql immutable as $$ select ${kies(voornamen, 'n', 101)} $$;
    create function zaai.achternaam(n bigint) returns text language sql immutable as $$ select ${kies(beginstukken, 'n', 102)} || ${kies(midden, 'n', 103)} || ${kies(einden, 'n', 104)} $$;
    create function zaai.kenteken(n bigint) returns text language sql immutable as $$
      select chr(65 + zaai.r(n, 105, 26)) || chr(65 + zaai.r(n, 106, 26)) || '-' || lpad(zaai.r(n, 107, 1000)::text, 3, '0') || '-' || chr(65 + zaai.r(n, 108, 26)) $$;
    create table zaai.woorden (soort text, i int, tekst text, primary key (soort, i));
  `);
  for (const [soort, teksten] of [['zin', woorden.zinnen], ['titel', woorden.titels], ['omschrijving', woorden.omschrijvingen]] as const) {
    await client.query('insert into zaai.woorden select $1, i - 1, t from unnest($2::text[]) with ordinality u (t, i)', [soort, teksten]);
  }
  await client.query(`create table zaai.aantallen as select soort, count(*)::int as aantal from zaai.woorden group by 1; analyze zaai.woorden`);
  await client.query(await leesSql('organisaties.sql'));
  for (const [i, v] of standaardvormen.entries()) {
    await client.query(
      `insert into agressievorm (organisatie_id, id, code, naam, voorbeeld, gewicht, volgorde) select zaai.vast('organisatie', o), zaai.vast('vorm', o * 100 + $1::int), $2, $3, $4, $5, $1::int * 10 from generate_series(0, 49) o`,
      [i, v.code, v.naam, v.voorbeeld, v.gewicht]);
  }
  await client.query(`
    create table zaai.d as
      select n, o, zaai.vast('organisatie', o) as organisatie_id, zaai.id(op, 'dossier', n) as id, op, jaar, p, p % 12 as k, compartiment, case when zaai.r(n, 2, 4) < 3 then p else zaai.r(n, 3, 300) end as mp,
        -- Of the newest four in a hundred most are open; of the others a few.
        case when n > ${aantal} * 0.985 then 'nieuw' when n > ${aantal} * 0.96 or zaai.r(n, 4, 100) < 2 then 'in_behandeling' else 'gesloten' end as status,
        row_number() over (partition by o, compartiment, jaar order by n) as volgnr
      from (select n, (n % 50)::int as o, op, extract(year from op at time zone 'Europe/Amsterdam')::int as jaar, zaai.r(n, 1, 300) as p,
          case when zaai.r(n, 1, 300) % 12 = 11 then 'politiek' else 'ambtelijk' end as compartiment
        from (select n, date_trunc('second', now()) - interval '5 years' * (1 - n::float8 / ${aantal}) - interval '1 hour' as op from generate_series(1, ${aantal}) n) a) b;
    create unique index on zaai.d (n);
    analyze zaai.d`);
}

/** Gives the statements that make them again. */
async function neemIndexenWeg(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ naam: string; sql: string }>(`
    select i.indexrelid::regclass::text as naam, pg_get_indexdef(i.indexrelid) as sql from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint x where x.conindid = i.indexrelid)`);
  for (const { naam } of rows) await client.query(`drop index ${naam}`);
  return rows.map((r) => r.sql);
}
