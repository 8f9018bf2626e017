import { resolve } from 'node:path'
import pg from 'pg'
import { startIngebed, vindIngebed, type PgConfig } from './ingebed.ts'
import { migreer, vindMigraties } from './migraties.ts'
import { maakDatabase, type Database, type DatabaseOpties } from './verbinding.ts'

export interface BronOpties {
  /** DATABASE_URL: an own server. Without it the embedded server is used. */
  readonly databaseUrl?: string
  /** DATABASE_MIGRATIE_URL: the owner of that database. Without it DATABASE_URL logs in as the owner. */
  readonly databaseMigratieUrl?: string
  /** Where the embedded server keeps its data. */
  readonly gegevensmap: string
  /** Use the embedded server of a Rugdekking that is running on this folder, if there is one; for commands beside it. */
  readonly deelLopende?: boolean
  readonly logboek?: (regel: string) => void
}

export interface DatabaseBron {
  readonly soort: 'ingebed' | 'gedeeld' | 'eigen'
  /** The owner of the database. */
  readonly migratie: PgConfig
  /** Brings the database up to date with the SQL files under this folder (`src`, or `dist` of the build). Gives what it ran. */
  werkBij(map: string): Promise<string[]>
  /** Opens a pool as the application's role, after checking that this role is bound by row-level security. */
  open(opties?: Omit<DatabaseOpties, 'rol'>): Promise<Database>
  /** Stops the embedded server when we started it. Close the pools first. */
  sluit(): Promise<void>
}

const OUDSTE_VERSIE = 160_000
const APP_ROL = 'rugdekking_app'

/** The database to work with: an own PostgreSQL when an address is given, the embedded one otherwise. */
export async function openDatabase(opties: BronOpties): Promise<DatabaseBron> {
  if (opties.databaseUrl !== undefined && opties.databaseUrl !== '') return await eigenServer(opties.databaseUrl, opties.databaseMigratieUrl || opties.databaseUrl)
  if (opties.deelLopende === true) {
    const lopend = await vindIngebed(opties.gegevensmap)
    if (lopend !== undefined) return bron('gedeeld', lopend.migratie, lopend.app, async () => undefined)
  }
  const server = await startIngebed({ gegevensmap: opties.gegevensmap, herstart: true, ...(opties.logboek === undefined ? {} : { logboek: opties.logboek }) })
  return bron('ingebed', server.verbindingen.migratie, server.verbindingen.app, () => server.stop())
}

async function eigenServer(appUrl: string, migratieUrl: string): Promise<DatabaseBron> {
  for (const url of [appUrl, migratieUrl]) {
    // Would replace the settings we send along, among which the role that row-level security binds.
    if (/[?&]options=/i.test(url)) throw new Error('Het adres van de database mag geen "options" bevatten.')
  }
  const migratie = { connectionString: migratieUrl }
  await controleerServer(migratie)
  return bron('eigen', migratie, { connectionString: appUrl }, async () => undefined)
}

async function controleerServer(config: PgConfig): Promise<void> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ versie: number; codering: string }>(
      `select current_setting('server_version_num')::int as versie, current_setting('server_encoding') as codering`)
    if ((rows[0]?.versie ?? 0) < OUDSTE_VERSIE) throw new Error('Rugdekking heeft PostgreSQL 16 of nieuwer nodig.')
    if (rows[0]?.codering !== 'UTF8') throw new Error('De database moet de tekencodering UTF8 hebben.')
  } finally {
    await client.end()
  }
}

function bron(soort: DatabaseBron['soort'], migratie: PgConfig, app: PgConfig, sluit: () => Promise<void>): DatabaseBron {
  return {
    soort,
    migratie,
    werkBij: async (map) => await migreer(migratie, await vindMigraties(resolve(map))),
    async open(opties = {}) {
      const database = maakDatabase(app, { ...opties, rol: APP_ROL })
      try {
        await controleerRol(database.pool)
      } catch (error) {
        await database.sluit()
        throw error
      }
      return database
    },
    sluit,
  }
}

/** Row-level security does not bind a superuser, a role with BYPASSRLS or (unless forced) an owner: refuse to work as one. */
async function controleerRol(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ veilig: boolean }>(`
    select current_user = '${APP_ROL}' and not r.rolsuper and not r.rolbypassrls
      and not exists (select from pg_class c where c.relowner = r.oid) and d.datdba <> r.oid as veilig
    from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`)
  if (rows[0]?.veilig !== true) throw new Error(`De rol ${APP_ROL} heeft te veel rechten: die mag geen superuser zijn, geen BYPASSRLS hebben en niets bezitten.`)
}
