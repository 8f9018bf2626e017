import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const WORTEL = join(import.meta.dirname, '..', '..');
const PROGRAMMA = join(WORTEL, 'dist', 'rugdekking.mjs');

/** A process that runs until it is killed on purpose. */
export interface Herstartbaar {
  start(): Promise<void>;
  /** kill -9, and waits until it is gone. */
  dood(): Promise<void>;
}

/** A port nobody uses now. */
export async function vrijePoort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const adres = server.address();
  server.close();
  await once(server, 'close');
  if (adres === null || typeof adres === 'string') throw new Error('geen poort');
  return adres.port;
}

/** The built program with a command and settings; ready when `klaar` says so. */
export function programma(argumenten: readonly string[], omgeving: Record<string, string>, klaar: () => Promise<boolean>): Herstartbaar {
  if (!existsSync(PROGRAMMA)) throw new Error('bouw eerst: node scripts/bouw.mjs');
  return herstartbaar(() => spawn(process.execPath, [PROGRAMMA, ...argumenten], { env: { PATH: process.env.PATH ?? '', ...omgeving }, stdio: ['ignore', 'ignore', 'inherit'] }), klaar);
}

/** A PostgreSQL server of its own on a data folder, killed with everything below it. */
export function databaseserver(map: string, klaar: () => Promise<boolean>): Herstartbaar {
  return herstartbaar(() => spawn(process.execPath, [join(import.meta.dirname, 'database-kind.ts'), map], { stdio: ['ignore', 'ignore', 'inherit'] }), klaar);
}

/** As a service manager does: a process that ends by itself (the database was away when it began) is started again. */
function herstartbaar(maak: () => ChildProcess, klaar: () => Promise<boolean>): Herstartbaar {
  let kind: ChildProcess | undefined;
  let gewild = false;
  const begin = (): void => {
    const deze = maak();
    kind = deze;
    deze.once('exit', () => setTimeout(() => gewild && kind === deze && begin(), 300));
  };
  return {
    async start() {
      gewild = true;
      begin();
      const eind = Date.now() + 60_000;
      while (!(await klaar().catch(() => false))) {
        if (Date.now() > eind) throw new Error('proces is na een minuut nog niet klaar');
        await new Promise((r) => setTimeout(r, 50));
      }
    },
    async dood() {
      gewild = false;
      if (!kind || kind.exitCode !== null || kind.signalCode !== null) return;
      const weg = once(kind, 'exit');
      kind.kill('SIGKILL');
      await weg;
    },
  };
}
