import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Basisconfig } from '../config.ts';
import { openDatabase, type DatabaseBron } from '../platform/database/index.ts';
import { installeerWachtrij } from '../platform/wachtrij/index.ts';
import { Opdrachtfout, type Omstandigheden } from './omstandigheden.ts';

/**
 * The database of this installation, for a command: that of a Rugdekking that is running here, an own server, or the embedded one started
 * for it. Only a command that may begin an installation makes a database where there is none (`nieuw`).
 */
export async function metDatabase<T>(o: Omstandigheden, config: Basisconfig, { nieuw }: { nieuw: boolean }, werk: (bron: DatabaseBron) => Promise<T>): Promise<T> {
  if (!nieuw && config.databaseUrl === undefined && !existsSync(join(config.gegevensmap, 'database'))) {
    throw new Opdrachtfout(`In de gegevensmap ${config.gegevensmap} staat geen database. Klopt RUGDEKKING_DATA of DATABASE_URL?`);
  }
  const bron = await openBron(o, config, true);
  try {
    return await werk(bron);
  } finally {
    await bron.sluit();
  }
}

/** Opens the database. Only a command that runs beside a service may use the embedded server of that service (`deelLopende`). */
export async function openBron(o: Omstandigheden, config: Basisconfig, deelLopende: boolean): Promise<DatabaseBron> {
  return await openDatabase({
    gegevensmap: config.gegevensmap,
    deelLopende,
    logboek: (regel) => o.meld(`  ${regel}`),
    ...(config.databaseUrl === undefined ? {} : { databaseUrl: config.databaseUrl }),
    ...(config.databaseMigratieUrl === undefined ? {} : { databaseMigratieUrl: config.databaseMigratieUrl }),
  });
}

/** Brings tables and queue up to this version. Gives the names of the migrations that ran. */
export async function werkBij(bron: DatabaseBron, map: string): Promise<string[]> {
  const nieuw = await bron.werkBij(map);
  await installeerWachtrij(bron.migratie);
  return nieuw;
}
