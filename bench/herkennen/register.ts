import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { Frequentieteller, sleutels, type Frequenties, type Persoonsgegevens } from '../../src/herkennen/index.ts';
import { startIngebed, type Ingebed } from '../../src/platform/database/ingebed.ts';
import { huishouden, staatErin, type Mens } from './bevolking.ts';
import { ingeschreven } from './fouten.ts';

export interface Register {
  server: Ingebed;
  aantal: number;
  /** Households that were used; none of those after are registered. */
  huishoudens: number;
  frequenties: Frequenties;
  indexMb: number;
  bouwS: number;
}

const BATCH = 4_000;
const HIER = import.meta.dirname;
/** A server with a register of a million persons has memory for it; with the standard 128 MB each question reads from the cache of the system. */
const GEHEUGEN = { shared_buffers: '1GB' };
/** Households whose keys are looked at to see whether they are still made the same way. */
const STEEKPROEF = 2_000;

/** Opens a register of this many generated persons in a real PostgreSQL; makes it when there is none or the code it was made with changed. */
export async function openRegister(aantal: number, meld: (tekst: string) => void): Promise<Register> {
  const map = path.join(tmpdir(), 'rugdekking-bench', `herkennen-${aantal}`);
  const stempelplek = path.join(map, 'zaad.json');
  const stempel = await maakStempel();
  const al = existsSync(stempelplek) ? (JSON.parse(await readFile(stempelplek, 'utf8')) as { stempel: string; bouwS: number }) : null;
  const nieuw = al?.stempel !== stempel;
  if (nieuw) {
    await rm(map, { recursive: true, force: true });
    await mkdir(map, { recursive: true });
    for (const m of [path.dirname(map), map]) await chmod(m, 0o755);
  }
  const server = await startIngebed({ gegevensmap: map, instellingen: { ...GEHEUGEN, ...(nieuw ? { fsync: 'off', full_page_writes: 'off', autovacuum: 'off', max_wal_size: '8GB' } : {}) } });
  try {
    const client = new pg.Client(server.verbindingen.beheer);
    await client.connect();
    const begin = performance.now();
    meld(nieuw ? `${aantal} personen inschrijven in ${map}` : 'namen tellen');
    const { frequenties, huishoudens } = await schrijfIn(nieuw ? client : null, aantal, meld);
    let bouwS = al?.bouwS ?? 0;
    if (nieuw) {
      meld('indexen maken');
      await client.query(`set maintenance_work_mem = '1GB'`);
      await client.query('create index persoon_sleutels on persoon using gin (sleutels) with (fastupdate = off)');
      await client.query('create extension if not exists pg_trgm');
      await client.query('create index persoon_naam on persoon using gin (naam gin_trgm_ops)');
      await client.query('vacuum (analyze) persoon');
      await client.query('checkpoint');
      bouwS = (performance.now() - begin) / 1000;
      await writeFile(stempelplek, JSON.stringify({ stempel, bouwS }));
    }
    const { rows } = await client.query<{ mb: number }>(`select pg_relation_size('persoon_sleutels') / 1048576.0 as mb`);
    await client.query(`select pg_prewarm('persoon_sleutels')`).catch(() => undefined);
    await client.end();
    return { server, aantal, huishoudens, frequenties, indexMb: Number(rows[0]?.mb ?? 0), bouwS };
  } catch (oorzaak) {
    await server.stop();
    throw oorzaak;
  }
}

/** Everyone who is registered, in order; with a client they are written too. */
async function schrijfIn(client: pg.Client | null, aantal: number, meld: (tekst: string) => void): Promise<{ frequenties: Frequenties; huishoudens: number }> {
  await client?.query('create table persoon (id bigint primary key, gegevens text not null, naam text not null, sleutels text[] not null)');
  const teller = new Frequentieteller();
  let [gedaan, h] = [0, 0];
  let stapel: { mens: Mens; gegevens: Persoonsgegevens }[] = [];
  const leeg = async (): Promise<void> => {
    if (client !== null && stapel.length > 0) {
      await client.query(
        `insert into persoon select i, g, n, string_to_array(s, chr(31)) from unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) u (i, g, n, s)`,
        [stapel.map(({ mens }) => mens.id), stapel.map(({ gegevens }) => JSON.stringify(gegevens)), stapel.map(({ mens }) => zoeknaam(mens)), stapel.map(({ gegevens }) => sleutels(gegevens).join('\u001f'))]);
    }
    stapel = [];
  };
  while (gedaan < aantal) {
    for (const mens of huishouden(h++)) {
      if (gedaan >= aantal || !staatErin(mens)) continue;
      const gegevens = ingeschreven(mens);
      teller.neem(gegevens);
      stapel.push({ mens, gegevens });
      gedaan++;
      if (gedaan % 100_000 === 0) meld(`${gedaan} personen`);
    }
    if (stapel.length >= BATCH) await leeg();
  }
  await leeg();
  return { frequenties: teller.klaar(), huishoudens: h };
}

/** What pg_trgm searches in: the whole name in small letters. */
export function zoeknaam(m: Mens): string {
  return [...m.voornamen, m.voorvoegsel, m.achternaam].filter((x) => x !== '').join(' ').toLowerCase();
}

/** Of everything that decides what is in the table: how it is made, who is in it, and the keys of the first of them. */
async function maakStempel(): Promise<string> {
  const hash = createHash('sha256');
  for (const b of ['bevolking.ts', 'fouten.ts', 'kans.ts', 'register.ts']) hash.update(await readFile(path.join(HIER, b)));
  for (let h = 0; h < STEEKPROEF; h++) for (const mens of huishouden(h)) hash.update(sleutels(ingeschreven(mens)).join('\u001f'));
  return hash.digest('hex');
}
