import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startIngebed, type Ingebed } from '../../src/platform/database/ingebed.ts';
import { migreer, vindMigraties } from '../../src/platform/database/migraties.ts';
import { zorgVoorToegang } from '../../src/platform/database/rollen.ts';
import { installeerWachtrij } from '../../src/platform/wachtrij/installatie.ts';
import { zaai } from '../zaad/index.ts';

export type Rol = 'beheer' | 'migratie' | 'app';

/** A server with a seeded database; the same folder is used again the next time. */
export interface Proefveld {
  readonly aantal: number;
  readonly pid: number;
  verbinding(rol: Rol, database?: string): pg.ClientConfig;
  /** A copy to write in, so that the seeded one stays as it was. Replaces an earlier copy. */
  kopie(naam: string): Promise<void>;
  weg(naam: string): Promise<void>;
  stop(): Promise<void>;
}

/** Of the build, so that they are those of the application that is measured. */
const MIGRATIES = path.resolve(import.meta.dirname, '../../dist');
const ZAAD = path.resolve(import.meta.dirname, '../zaad');
const DATABASE = 'rugdekking';

/** Only for filling: nothing is lost when that is interrupted, because it then starts again. */
const ZONDER_WACHTEN = { fsync: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0', max_wal_size: '8GB', autovacuum: 'off', max_parallel_workers_per_gather: '2' };

/** Opens the seeded database of this size; makes it the first time, and again after the tables or the seed changed. */
export async function openProefveld(aantal: number, meld: (tekst: string) => void, instellingen: Record<string, string> = {}): Promise<Proefveld> {
  const map = path.join(tmpdir(), 'rugdekking-bench', String(aantal));
  const stempelplek = path.join(map, 'zaad.txt');
  const stempel = await maakStempel();
  if (!existsSync(stempelplek) || (await readFile(stempelplek, 'utf8')) !== stempel) {
    meld(`${aantal} dossiers klaarzetten in ${map} (alleen de eerste keer)`);
    await rm(map, { recursive: true, force: true });
    await maakMap(map);
    const server = await startIngebed({ gegevensmap: map, instellingen: ZONDER_WACHTEN });
    try {
      await migreer(server.verbindingen.migratie, await vindMigraties(MIGRATIES));
      await installeerWachtrij(server.verbindingen.migratie);
      await zaai({ ...server.verbindingen.beheer, database: DATABASE }, aantal, meld);
    } finally {
      await server.stop();
    }
    await writeFile(stempelplek, stempel);
  }
  // The settings of the embedded server as everyone gets it, durable writes included.
  const server = await startIngebed({ gegevensmap: map, instellingen });
  return proefveld(aantal, server);
}

function proefveld(aantal: number, server: Ingebed): Proefveld {
  const verbinding = (rol: Rol, database = DATABASE): pg.ClientConfig => ({ ...server.verbindingen[rol], database });
  const alsBeheer = async (sql: string): Promise<void> => {
    const client = new pg.Client(server.verbindingen.beheer);
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const weg = (naam: string): Promise<void> => alsBeheer(`drop database if exists ${naam} with (force)`);
  return {
    aantal, pid: server.pid, verbinding, weg,
    async kopie(naam) {
      await weg(naam);
      await alsBeheer(`create database ${naam} template ${DATABASE} owner rugdekking_migratie strategy file_copy`);
      const client = new pg.Client(verbinding('migratie', naam));
      await client.connect();
      await zorgVoorToegang(client);
      await client.end();
    },
    stop: () => server.stop(),
  };
}

/** As root the server runs as another user, who must be able to come here. */
async function maakMap(map: string): Promise<void> {
  await mkdir(map, { recursive: true });
  for (const m of [path.dirname(map), map]) await chmod(m, 0o755);
}

/** Fingerprint of the tables and of the seed. */
async function maakStempel(): Promise<string> {
  const hash = createHash('sha256');
  for (const { naam, sha256 } of await vindMigraties(MIGRATIES)) hash.update(`${naam} ${sha256}\n`);
  for (const naam of (await readdir(ZAAD)).sort()) hash.update(await readFile(path.join(ZAAD, naam)));
  return hash.digest('hex');
}
