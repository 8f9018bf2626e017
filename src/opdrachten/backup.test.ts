import { createHash, randomBytes } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { sql } from 'kysely';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { maakOrganisatie, type Testorganisatie } from '../../tests/hulp/organisatie.ts';
import { nieuwId } from '../kern/ids.ts';
import { bestandenUitOmgeving, mapopslag, nieuweOpslagsleutel, type Opslag } from '../platform/bestanden/index.ts';
import { maakDatabase, metOrganisatie, openDatabase, vindMigraties, type Database, type DatabaseBron, type PgConfig } from '../platform/database/index.ts';
import { openGeheim, sluitGeheim } from '../platform/geheim/index.ts';
import { plaats } from '../platform/wachtrij/index.ts';
import { werkBij } from './gegevens.ts';
import { draaiProgramma } from './programma.ts';

const SRC = resolve(import.meta.dirname, '..');
/** A restored installation that the tests only look at. */
const HERSTELD = 'hersteld';
/** The secret of an app with codes. */
const GEHEIM = randomBytes(20);
const NU = Temporal.Instant.from('2026-11-23T13:10:00.123456Z');

let map: string;
let bron: DatabaseBron;
let app: Database;
let eigenaar: Database;
let opslag: Opslag;
let org: Testorganisatie;
let rustig: string;
/** What stood in each table when that backup was made. */
let tabellen: Record<string, string>;
let bestanden: Record<string, string>;

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'rugdekking-backup-'));
  await chmod(map, 0o755);
  // As the build lays them: flat, and the same during the whole test.
  await mkdir(join(map, 'bouw', 'tabellen'), { recursive: true });
  for (const { naam, sql: tekst } of await vindMigraties(SRC)) await writeFile(join(map, 'bouw', 'tabellen', `${naam}.sql`), tekst);
  bron = await openDatabase({ gegevensmap: join(map, 'van') });
  await werkBij(bron, join(map, 'bouw'));
  app = await bron.open();
  eigenaar = maakDatabase(bron.migratie);
  const { opslag: opslagVan, afgeleid } = await bestandenUitOmgeving(join(map, 'van'), {});
  opslag = opslagVan;
  const accountsleutels = afgeleid('aanmelden');
  org = await maakOrganisatie(eigenaar.db, { naam: 'Gemeente \\N\t"Proef"\n√ 😀' });
  await maakOrganisatie(eigenaar.db);
  await leef(60);
  // A table that is larger than the pieces in which it is written, and a file that is too; and an empty one.
  await eigenaar.pool.query(`update organisatie set instellingen = jsonb_build_object('groot', (select string_agg(md5(i::text), '') from generate_series(1, 150000) i)) where organisatie_id = $1`, [org.id]);
  await bewaar(randomBytes(9 * 1024 * 1024));
  await bewaar(Buffer.alloc(0));
  await eigenaar.db.insertInto('account').values({ organisatie_id: org.id, medewerker_id: org.mens.samira, wachtwoord: '$argon2id$proef', wachtwoord_op: NU, totp_geheim: sluitGeheim(accountsleutels, 'proef', GEHEIM) }).execute();
  expect((await draai('van', 'journaal', 'zegel')).code).toBe(0);
  await leef(5);
  rustig = join(map, 'rustig.tar');
  expect(await draai('van', 'backup', rustig)).toMatchObject({ code: 0 });
  tabellen = await tabelafdrukken(bron.migratie);
  bestanden = await bestandsafdrukken('van');
}, 120_000);
afterAll(async () => {
  await Promise.all([app.sluit(), eigenaar.sluit()]);
  await bron.sluit();
  await rm(map, { recursive: true, force: true });
});

/** Things that an installation does: lines in the journaal, jobs, files. */
async function leef(keer: number): Promise<void> {
  for (let i = 0; i < keer; i++) {
    await metOrganisatie(app.db, org.id, async (trx) => {
      await plaats(trx, { taak: 'proef', gegevens: { organisatieId: org.id, i: String(i) }, nietVoor: NU.add({ hours: 24 * 365 }) });
      await sql`select journaal_schrijf(${NU}::timestamptz, 'a', 'b', 'c', ${String(i)}::text, null, 'gelukt', ${JSON.stringify({ ip: i })}::jsonb)`.execute(trx);
    });
    if (i % 5 === 0) await bewaar(randomBytes(1_000 + i));
  }
}

async function bewaar(inhoud: Buffer): Promise<string> {
  const sleutel = nieuweOpslagsleutel();
  await opslag.schrijf(sleutel, Readable.from([inhoud]));
  const id = nieuwId();
  await eigenaar.db.insertInto('bestand').values({
    organisatie_id: org.id, id, dossier_id: null, concept_id: null, naam: 'foto\t.jpg', mediatype: 'image/jpeg', grootte: inhoud.length, sha256: 'x', origineel_sleutel: sleutel, kopie_sleutel: null,
    kopie_mediatype: null, kopie_status: 'ongewijzigd', scan: 'schoon', gescand_op: null, door: org.mens.samira, op: NU, verwijderd_op: null,
  }).execute();
  return id;
}

interface Uitkomst {
  code: number;
  tekst: string;
  bytes: Buffer;
}

async function draai(gegevens: string, ...argumenten: string[]): Promise<Uitkomst> {
  let tekst = '';
  const stukken: Buffer[] = [];
  const uit = new Writable({ write: (stuk: Buffer, _, klaar) => (stukken.push(Buffer.from(stuk)), klaar()) });
  const zeg = (t: string): void => void (tekst += `${t}\n`);
  const code = await draaiProgramma(argumenten, { map: join(map, 'bouw'), versie: '0.0.1', omgeving: { RUGDEKKING_DATA: join(map, gegevens) }, uit, zeg, meld: zeg });
  return { code, tekst, bytes: Buffer.concat(stukken) };
}

/** An empty place to put a backup back, removed after the test. */
function leeg(): string {
  const naam = `naar-${randomBytes(4).toString('hex')}`;
  onTestFinished(() => rm(join(map, naam), { recursive: true, force: true }));
  return naam;
}

/** Fingerprint of all rows of every table, made apart from the code under test. */
async function tabelafdrukken(config: PgConfig): Promise<Record<string, string>> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    const { rows } = await client.query<{ naam: string }>(`select schemaname || '.' || tablename as naam from pg_tables where schemaname = 'public' or (schemaname = 'wachtrij' and tablename in ('job_common', 'job_dependency', 'queue'))`);
    const uit: Record<string, string> = {};
    for (const { naam } of rows.filter((r) => r.naam !== 'public.migratie')) {
      // What an installation writes about its own queue differs each time.
      const rij = naam === 'wachtrij.queue' ? `(to_jsonb(t) - '{created_on,updated_on,monitor_on,maintain_on,flow_on}'::text[])` : 't';
      const antwoord = await client.query<{ a: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(md5(${rij}::text), '' order by md5(${rij}::text))), '-') as a from ${naam} t`);
      uit[naam] = antwoord.rows[0]?.a ?? '';
    }
    return uit;
  } finally {
    await client.end();
  }
}

async function bestandsafdrukken(gegevens: string): Promise<Record<string, string>> {
  const uit: Record<string, string> = {};
  for (const deel of ['bestanden', 'sleutels', 'zegels']) {
    for (const e of await readdir(join(map, gegevens, deel), { recursive: true, withFileTypes: true })) {
      if (e.isFile()) uit[join(deel, e.name)] = createHash('sha256').update(await readFile(join(e.parentPath, e.name))).digest('hex');
    }
  }
  return uit;
}

async function metHersteld<T>(gegevens: string, werk: (config: PgConfig) => Promise<T>): Promise<T> {
  const hersteld = await openDatabase({ gegevensmap: join(map, gegevens) });
  try {
    return await werk(hersteld.migratie);
  } finally {
    await hersteld.sluit();
  }
}

describe('a backup put back', () => {
  let uitkomst: Uitkomst;
  beforeAll(async () => {
    uitkomst = await draai(HERSTELD, 'herstel', rustig);
  }, 60_000);

  it('has the same rows in every table, the same files, keys and seals, and a whole journaal', async () => {
    expect(uitkomst).toMatchObject({ code: 0, tekst: expect.stringContaining('Het journaal is heel: 65 regels van 1 organisaties, 1 zegels.') });
    expect(Object.keys(tabellen).length).toBeGreaterThan(30);
    expect(tabellen['wachtrij.job_common']).toMatch(/^65 /);
    expect(await metHersteld(HERSTELD, tabelafdrukken)).toEqual(tabellen);
    expect(await bestandsafdrukken(HERSTELD)).toEqual(bestanden);
    expect((await stat(join(map, HERSTELD, 'sleutels', 'journaal.key'))).mode & 0o777).toBe(0o600);
  });

  it('opens what was sealed in a column with the keys that came along', async () => {
    const { afgeleid } = await bestandenUitOmgeving(join(map, HERSTELD), {});
    const verzegeld = await metHersteld(HERSTELD, async (config) => {
      const client = new pg.Client(config);
      await client.connect();
      try {
        return (await client.query<{ totp_geheim: Buffer }>('select totp_geheim from account')).rows[0]?.totp_geheim;
      } finally {
        await client.end();
      }
    });
    expect(openGeheim(afgeleid('aanmelden'), 'proef', verzegeld ?? Buffer.alloc(0))?.geheim).toEqual(GEHEIM);
  });

  it('keeps tables as guarded and as bound to each other as they were', async () => {
    const wachters = async (config: PgConfig): Promise<unknown> => {
      const client = new pg.Client(config);
      await client.connect();
      try {
        const { rows } = await client.query<Record<string, unknown>>(`
          select relname, relrowsecurity, relforcerowsecurity, relacl::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
          union all select conname, condeferrable, convalidated, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace order by 1, 4`);
        return rows;
      } finally {
        await client.end();
      }
    };
    expect(await metHersteld(HERSTELD, wachters)).toEqual(await wachters(bron.migratie));
  });

  it('made while colleagues work is one moment: whole journaal, and every file its rows point to', async () => {
    const klaar = new AbortController();
    const begonnen = Promise.withResolvers<void>();
    const werk = Promise.all([1, 2, 3].map(async (i) => {
      while (!klaar.signal.aborted) {
        await leef(6);
        begonnen.resolve();
        if (i === 1) await draai('van', 'journaal', 'zegel');
        // Files go away too: the row is marked, then the file is removed.
        const rij = await eigenaar.db.updateTable('bestand').set({ verwijderd_op: NU }).where('id', '=', await bewaar(randomBytes(10))).returning('origineel_sleutel').executeTakeFirstOrThrow();
        await opslag.verwijder(rij.origineel_sleutel);
      }
    }));
    await begonnen.promise;
    const druk = join(map, 'druk.tar');
    const gemaakt = await draai('van', 'backup', druk);
    klaar.abort();
    await werk;
    expect(gemaakt).toMatchObject({ code: 0, tekst: expect.stringContaining('Back-up gemaakt') });
    const naar = leeg();
    expect(await draai(naar, 'herstel', druk)).toMatchObject({ code: 0, tekst: expect.stringContaining('Het journaal is heel') });
    await metHersteld(naar, async (config) => {
      const client = new pg.Client(config);
      await client.connect();
      const { rows } = await client.query<{ sleutel: string }>('select origineel_sleutel as sleutel from bestand where verwijderd_op is null');
      const { rows: gelijk } = await client.query<{ gelijk: boolean }>(`select (select count(*) from wachtrij.job) = (select count(*) from journaal) as gelijk`);
      await client.end();
      const aanwezig = await Promise.all(rows.map(({ sleutel }) => mapopslag(join(map, naar, 'bestanden')).bestaat(sleutel)));
      const weg = Number(/(\d+) bestanden uit de database waren er niet/.exec(gemaakt.tekst)?.[1] ?? 0);
      expect(aanwezig.filter((is) => !is)).toHaveLength(weg);
      expect(rows.length).toBeGreaterThan(15);
      // Each line of the journaal was written in one transaction with a job: all or nothing of each is there.
      expect(gelijk).toEqual([{ gelijk: true }]);
    });
  }, 120_000);

  it('goes to standard output when asked, the same bytes as in a file', async () => {
    const { code, bytes } = await draai('van', 'backup', '-');
    expect(code).toBe(0);
    const pad = join(map, 'uit.tar');
    await writeFile(pad, bytes);
    expect((await draai('geen', 'herstel', '--alleen-controleren', pad)).tekst).toContain('is heel');
  });

  it('without keys says so, and is only put back with the key of the files', async () => {
    const pad = join(map, 'zonder.tar');
    expect((await draai('van', 'backup', '--zonder-sleutels', pad)).tekst).toContain('De sleutels zitten niet in de back-up');
    expect(await draai(leeg(), 'herstel', pad)).toMatchObject({ code: 1, tekst: expect.stringContaining('RUGDEKKING_BESTANDSSLEUTEL') });
  });
});

describe('a backup is refused', () => {
  const kopie = async (wijzig: (pad: string) => Promise<void>): Promise<string> => {
    const pad = join(map, `kopie-${randomBytes(4).toString('hex')}.tar`);
    onTestFinished(() => rm(pad, { force: true }));
    await copyFile(rustig, pad);
    await wijzig(pad);
    return pad;
  };
  const controleer = async (pad: string): Promise<string> => {
    const { code, tekst } = await draai(leeg(), 'herstel', pad);
    expect(code).toBe(1);
    return tekst;
  };

  it('when a part of it was changed, wherever that is', async () => {
    const bytes = await readFile(rustig);
    for (const deel of ['public.journaal/', 'public.organisatie/', 'bestand/', 'installatie/zegels', 'installatie/sleutels', 'kop.json']) {
      const begin = bytes.indexOf(deel) + 512;
      const pad = await kopie(async (p) => {
        const anders = Buffer.from(bytes);
        anders[begin + 20] = (anders[begin + 20] ?? 0) ^ 1;
        await writeFile(p, anders);
      });
      expect(await controleer(pad), deel).toMatch(/beschadigd|onleesbaar|geen back-up/);
    }
  });

  it('when its end is missing, when it has more than it should, or when it is something else', async () => {
    const { size } = await stat(rustig);
    expect(await controleer(await kopie((p) => truncate(p, size - 8_192)))).toMatch(/niet compleet|beschadigd/);
    expect(await controleer(await kopie((p) => truncate(p, Math.floor(size / 2))))).toMatch(/niet compleet|beschadigd/);
    expect(await controleer(await kopie((p) => writeFile(p, 'hallo')))).toContain('geen back-up van Rugdekking');
    expect(await controleer(await kopie((p) => writeFile(p, '')))).toContain('geen back-up van Rugdekking');
    expect(await controleer(join(map, 'bestaat-niet.tar'))).toContain('is er niet');
  });

  it('where there is something already, and leaves that as it was', async () => {
    const vooraf = await metHersteld(HERSTELD, tabelafdrukken);
    expect(await draai(HERSTELD, 'herstel', rustig)).toMatchObject({ code: 1, tekst: expect.stringContaining('De gegevensmap is niet leeg') });
    for (const deel of ['bestanden', 'sleutels', 'zegels']) await rm(join(map, HERSTELD, deel), { recursive: true });
    expect(await draai(HERSTELD, 'herstel', rustig)).toMatchObject({ code: 1, tekst: expect.stringContaining('De database is niet leeg') });
    expect(await metHersteld(HERSTELD, tabelafdrukken)).toEqual(vooraf);
  }, 60_000);

  it('halfway when a file cannot be written, and can then be put back after all', async () => {
    const naar = leeg();
    await mkdir(join(map, naar), { recursive: true });
    // In the place of the folder of the files stands a file.
    await writeFile(join(map, naar, 'bestanden'), '');
    expect((await draai(naar, 'herstel', rustig)).code).toBe(1);
    await rm(join(map, naar, 'bestanden'));
    expect((await draai(naar, 'herstel', rustig)).code).toBe(0);
    expect(await metHersteld(naar, tabelafdrukken)).toEqual(tabellen);
  }, 60_000);

  it('and a backup does not write over what is there', async () => {
    expect(await draai('van', 'backup', rustig)).toMatchObject({ code: 1, tekst: expect.stringContaining('bestaat al') });
  });
});
