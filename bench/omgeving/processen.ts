import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';
import type pg from 'pg';
import { NODE_OMGEVING, NODE_OPTIES } from '../../scripts/gereed.mjs';

/** A server under test, in a process of its own. */
export interface Partij {
  readonly naam: string;
  readonly poort: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Connections to the database that each server may hold: the default of the application. */
export const VERBINDINGEN = 10;

const WORTEL = path.resolve(import.meta.dirname, '../..');

export interface AppOpties {
  readonly app: pg.ClientConfig;
  readonly migratie: pg.ClientConfig;
  /** With the worker in the same process, as `rugdekking start` does by default. */
  readonly werker?: boolean;
  /** For profiling. */
  readonly nodeOpties?: readonly string[];
}

/** The application as it is built and as it runs in production: no demo, its own settings, durable database. */
export async function startApp(opties: AppOpties): Promise<Partij> {
  const poort = await vrijePoort();
  const omgeving = {
    ...NODE_OMGEVING, PATH: process.env['PATH'], NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(poort), RUGDEKKING_URL: 'https://rugdekking.example', LOG_NIVEAU: 'warn',
    DATABASE_URL: adres(opties.app), DATABASE_MIGRATIE_URL: adres(opties.migratie), RUGDEKKING_METINGEN: 'uit', RUGDEKKING_VERBINDINGEN: String(VERBINDINGEN),
    // The generator is a few hundred people in one: their limit is not what is measured.
    RUGDEKKING_VERZOEKEN_PER_MINUUT: '100000',
    // Nothing listens there; a mail that cannot leave stays in the queue.
    SMTP_URL: 'smtp://127.0.0.1:9', MAIL_VAN: 'Rugdekking <rugdekking@proef.example>', RUGDEKKING_DATA: path.join('/tmp', 'rugdekking-bench', 'app'),
  };
  const kind = start('app', [...NODE_OPTIES, ...(opties.nodeOpties ?? []), path.join(WORTEL, 'dist', 'rugdekking.mjs'), 'start', ...(opties.werker === true ? [] : ['--zonder-werker'])], omgeving);
  return await partij('app', kind, poort);
}

/** The same pages without framework, views or doors; see bench/referentie. */
export async function startReferentie(naam: string, verbinding: pg.ClientConfig, rls: boolean): Promise<Partij> {
  const poort = await vrijePoort();
  const kind = start(naam, [path.join(WORTEL, 'bench', 'referentie', 'index.ts'), JSON.stringify({ poort, rls, verbindingen: VERBINDINGEN, verbinding })], { PATH: process.env['PATH'], NODE_ENV: 'production' });
  return await partij(naam, kind, poort);
}

function start(naam: string, argumenten: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const kind = spawn(process.execPath, argumenten, { cwd: WORTEL, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let laatste = '';
  for (const stroom of [kind.stdout, kind.stderr]) stroom?.on('data', (stuk: Buffer) => (laatste = (laatste + stuk.toString()).slice(-4_000)));
  kind.once('exit', (code, signaal) => {
    if ((code !== 0 && signaal !== 'SIGTERM') || /\bat .+:\d+:\d+/.test(laatste)) process.stderr.write(`${naam} stopte met ${code ?? signaal}:\n${laatste}\n`);
  });
  return kind;
}

async function partij(naam: string, kind: ChildProcess, poort: number): Promise<Partij> {
  const { pid } = kind;
  const einde = performance.now() + 60_000;
  for (;;) {
    if (pid === undefined || kind.exitCode !== null || performance.now() > einde) throw new Error(`${naam} start niet`);
    const klaar = await fetch(`http://127.0.0.1:${poort}/healthz`).then((r) => r.ok, () => false);
    if (klaar) break;
    await wacht(50);
  }
  return {
    naam, poort, pid,
    async stop() {
      if (kind.exitCode !== null || kind.signalCode !== null) return;
      const weg = once(kind, 'exit');
      kind.kill('SIGTERM');
      await weg;
    },
  };
}

/** A connection over a socket as an address, as an operator would give it. */
function adres({ host, port, user, database }: pg.ClientConfig): string {
  const wat = new URLSearchParams({ host: String(host), port: String(port), user: String(user) });
  return `postgresql:///${database}?${wat}`;
}

async function vrijePoort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const adresInfo = server.address();
  server.close();
  await once(server, 'close');
  if (adresInfo === null || typeof adresInfo === 'string') throw new Error('geen vrije poort');
  return adresInfo.port;
}
