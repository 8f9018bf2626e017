import type { Basisconfig } from '../config.ts';
import { openDatabase, type DatabaseBron } from '../platform/database/index.ts';
import { installeerWachtrij } from '../platform/wachtrij/index.ts';
import type { Omstandigheden } from './omstandigheden.ts';

/** The database of this installation, for a command: that of a Rugdekking that is running here, an own server, or the embedded one started for it. */
export async function metDatabase<T>(o: Omstandigheden, config: Basisconfig, werk: (bron: DatabaseBron) => Promise<T>): Promise<T> {
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
