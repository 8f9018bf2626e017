import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bouwMiddelen } from '../../src/ontwerp/bouw.ts';
import { csrfToken } from '../../src/platform/http/index.ts';
import type { Draaiend } from '../hulp/draaiend.ts';
import { maakTestDatabase, type TestDatabase } from '../hulp/database.ts';
import { maakOrganisatie, mensen, type Testorganisatie } from '../hulp/organisatie.ts';
import { maakSessie } from './opzet.ts';

/*
 * The program as it is run, at its most talkative level: what it prints on both its streams while people work in it, send
 * nonsense, and the database breaks under it.
 */

const MERK = 'Kanarieproces';
const WORTEL = join(import.meta.dirname, '..', '..');
let map: string;
let database: TestDatabase;
let org: Testorganisatie;
let kind: ChildProcess;
let basis: string;
let metingen: string;
let uitvoer = '';

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'rd-kanarie-'));
  database = await maakTestDatabase();
  org = await maakOrganisatie(database.migratie, { slug: 'proefdam' });
  await sql`update organisatie set demo = true`.execute(database.migratie);
  await sql`update medewerker set voornaam = ${MERK}, achternaam = ${MERK} || personeelsnummer, email = lower(${MERK}) || personeelsnummer || '@proefdam.example'`.execute(database.migratie);
  await bouw(join(map, 'dist'));
  const [poort, meetpoort] = [await vrijePoort(), await vrijePoort()];
  [basis, metingen] = [`http://127.0.0.1:${poort}`, `http://127.0.0.1:${meetpoort}/metrics`];
  const adres = (gebruiker: string) => `postgresql://${gebruiker}@localhost/${String(database.config.app.database)}?host=${encodeURIComponent(String(database.config.app.host))}`;
  kind = spawn(process.execPath, [join(map, 'dist', 'rugdekking.mjs'), 'start'], {
    env: {
      PATH: process.env.PATH ?? '', LOG_NIVEAU: 'trace', RUGDEKKING_DEMO: 'ja', PORT: String(poort), HOST: '127.0.0.1', RUGDEKKING_DATA: join(map, 'gegevens'), RUGDEKKING_METINGEN: `127.0.0.1:${meetpoort}`,
      DATABASE_URL: adres('rugdekking_app'), DATABASE_MIGRATIE_URL: adres('rugdekking_migratie'), RUGDEKKING_VERZOEKEN_PER_MINUUT: '10000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stroom of [kind.stdout, kind.stderr]) stroom?.on('data', (d: Buffer) => (uitvoer += d.toString('utf8')));
}, 60_000);
afterAll(async () => {
  if (kind && kind.exitCode === null) {
    const weg = once(kind, 'exit');
    kind.kill('SIGTERM');
    await weg;
  }
  await database?.opruimen();
  await rm(map, { recursive: true, force: true });
});

/** The program of this checkout, in a folder of its own as the build makes it. */
async function bouw(dist: string): Promise<void> {
  await mkdir(join(dist, 'tabellen'), { recursive: true });
  await symlink(join(WORTEL, 'node_modules'), join(map, 'node_modules'));
  await copyFile(join(WORTEL, 'package.json'), join(map, 'package.json'));
  const { outputFiles } = await build({
    absWorkingDir: WORTEL, entryPoints: { rugdekking: 'src/main.ts', 'brieven/werker': 'src/brieven/pdf/werker.ts' }, outdir: dist, outExtension: { '.js': '.mjs' }, bundle: true, write: false, platform: 'node', format: 'esm', target: 'node24', jsx: 'automatic', jsxImportSource: 'preact', packages: 'external', logLevel: 'error',
  });
  await mkdir(join(dist, 'brieven'));
  for (const { path, contents } of outputFiles) await writeFile(path, contents);
  await copyFile(join(WORTEL, 'src', 'brieven', 'pdf', 'brief.typ'), join(dist, 'brieven', 'brief.typ'));
  for (const stijl of ['Regular', 'It', 'Semibold']) await copyFile(join(WORTEL, 'node_modules', 'source-sans', 'TTF', `SourceSans3-${stijl}.ttf`), join(dist, 'brieven', `SourceSans3-${stijl}.ttf`));
  for (const naam of await readdir(join(WORTEL, 'src'), { recursive: true })) if (/(^|\/)tabellen\/\d{4}_[a-z0-9_]+\.sql$/.test(naam)) await copyFile(join(WORTEL, 'src', naam), join(dist, 'tabellen', basename(naam)));
  await bouwMiddelen({ uit: join(dist, 'middelen') });
}

async function vrijePoort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const adres = server.address();
  await new Promise((klaar) => server.close(klaar));
  if (adres === null || typeof adres === 'string') throw new Error('geen poort');
  return adres.port;
}

it('the program prints nothing of anyone, whatever happens in it', async () => {
  await expect.poll(async () => (await fetch(`${basis}/readyz`).catch(() => null))?.status, { timeout: 80_000, interval: 100, message: uitvoer }).toBe(200);
  const nu = Temporal.Now.instant();
  const alsOf = { database, klok: () => nu } as unknown as Draaiend;
  const statussen: number[] = [];
  for (const wie of ['samira', 'karin', 'adviseur', 'beheerder'] as const) {
    const { token, geheim } = await maakSessie(alsOf, org, wie, nu);
    const koppen = { cookie: `__Host-rd=${token}`, accept: 'text/html' };
    const haal = async (pad: string, init: RequestInit = {}) => {
      const uit = await fetch(basis + pad, { redirect: 'manual', ...init, headers: { ...koppen, ...(init.headers as Record<string, string> | undefined) } });
      statussen.push(uit.status);
      return { status: uit.status, tekst: await uit.text(), naar: uit.headers.get('location') };
    };
    const stuur = (pad: string, velden: Record<string, string>, meer: Record<string, string> = {}) =>
      haal(pad, { method: 'POST', body: new URLSearchParams({ _csrf: csrfToken(geheim), ...velden }).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...meer } });
    for (const pad of ['/', '/vandaag', '/melden', '/mijn-meldingen', '/account', '/inrichting', `/dossiers?q=${MERK}`, `/dossiers/${MERK}`, `/${MERK}`, `/aanmelden?naar=/${MERK}`]) await haal(pad, { headers: { 'user-agent': MERK, referer: `https://x.example/${MERK}` } });
    const melden = await haal('/melden');
    const pad = /action="(\/melden\/[0-9a-f-]{36}\/wat)"/.exec(melden.tekst)?.[1];
    if (pad !== undefined) {
      await stuur(pad, { vormen: 'dreigen', wanneer: 'zonet', locatie: org.locatie.stadhuis, verhaal: `${MERK} dreigde`, plek: MERK });
      await stuur(pad, { vormen: MERK, wanneer: MERK, locatie: MERK, verhaal: MERK.repeat(20_000) });
    }
    await stuur('/uitloggen', {}, { 'content-type': MERK });
    await sql`alter table termijn rename to termijn_weg`.execute(database.migratie);
    expect((await haal('/vandaag')).status).toBe(500);
    await sql`alter table termijn_weg rename to termijn`.execute(database.migratie);
    const knip = setInterval(() => void sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'rugdekking_app' and datname = current_database()`.execute(database.migratie).catch(() => undefined), 20);
    for (let i = 0; i < 5; i += 1) if (pad !== undefined) await stuur(pad, { vormen: 'dreigen', wanneer: 'zonet', locatie: org.locatie.stadhuis, verhaal: `${MERK} ${i}` });
    clearInterval(knip);
  }
  expect(statussen).toEqual(expect.arrayContaining([200, 303, 404, 500]));
  const cijfers = await (await fetch(metingen)).text();
  expect(cijfers).toContain('rugdekking');
  expect(cijfers.toLowerCase()).not.toContain(MERK.toLowerCase());
  await expect.poll(() => uitvoer).toContain('verzoek mislukt');
  expect(/.{0,200}kanarieproces.{0,80}/i.exec(uitvoer)?.[0]).toBeUndefined();
  for (const { naam } of Object.values(mensen)) expect(uitvoer).not.toContain(naam[1]);
}, 150_000);
