import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { PgConfig } from '../../src/platform/database/ingebed.ts'
import { zorgVoorToegang } from '../../src/platform/database/rollen.ts'
import { maakDatabase, type Db } from '../../src/platform/database/verbinding.ts'

export interface TestDatabase {
  /** As the application: bound by row-level security. */
  readonly app: Db
  /** As the owner: sees all rows; for arranging and for looking what happened. */
  readonly migratie: Db
  readonly config: { readonly beheer: PgConfig; readonly migratie: PgConfig; readonly app: PgConfig }
  /** Closes all connections and drops the database. */
  opruimen(): Promise<void>
}

/** An own, fully migrated database; make one per test file and clean it up in `afterAll`. */
export async function maakTestDatabase(): Promise<TestDatabase> {
  const fout = inject('databasefout')
  if (fout !== '') throw new Error(fout)
  const database = `proef_${randomBytes(6).toString('hex')}`
  const basis = { host: inject('databasesocket'), port: 5432, database }
  const beheer = { ...basis, user: 'rugdekking_beheer' }
  await opServer(beheer, `create database ${database} template rugdekking owner rugdekking_migratie strategy wal_log`)
  const config = { beheer, migratie: { ...basis, user: 'rugdekking_migratie' }, app: { ...basis, user: 'rugdekking_app' } }
  const toegang = new pg.Client(config.migratie)
  await toegang.connect()
  await zorgVoorToegang(toegang)
  await toegang.end()

  const app = maakDatabase(config.app, { verbindingen: 5 })
  const migratie = maakDatabase(config.migratie, { verbindingen: 3 })
  return {
    app: app.db,
    migratie: migratie.db,
    config,
    async opruimen() {
      await Promise.all([app.sluit(), migratie.sluit()])
      await opServer(beheer, `drop database if exists ${database} with (force)`)
    },
  }
}

async function opServer(beheer: PgConfig, sql: string): Promise<void> {
  const client = new pg.Client({ ...beheer, database: 'postgres' })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
