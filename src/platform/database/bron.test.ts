import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts'
import { openDatabase } from './bron.ts'
import type { PgConfig } from './ingebed.ts'

const BRON = path.resolve(import.meta.dirname, '../..')

let td: TestDatabase
let map: string

beforeAll(async () => {
  td = await maakTestDatabase()
  map = await mkdtemp(path.join(tmpdir(), 'rugdekking-bron-'))
})
afterAll(async () => {
  await td.opruimen()
  await rm(map, { recursive: true, force: true })
})

const adres = ({ user, host, database }: PgConfig, achter = '') => `postgres://${user}@/${database}?host=${encodeURIComponent(host ?? '')}${achter}`

async function wieBenIk(databaseUrl: string, databaseMigratieUrl?: string): Promise<unknown> {
  const bron = await openDatabase({ gegevensmap: map, databaseUrl, ...(databaseMigratieUrl === undefined ? {} : { databaseMigratieUrl }) })
  const database = await bron.open()
  try {
    await sql`reset role`.execute(database.db)
    return (await sql`select current_user as nu, session_user as aangemeld`.execute(database.db)).rows[0]
  } finally {
    await database.sluit()
    await bron.sluit()
  }
}

describe('an own server', () => {
  test('with two addresses works as the application and migrates as the owner', async () => {
    expect(await wieBenIk(adres(td.config.app), adres(td.config.migratie))).toEqual({ nu: 'rugdekking_app', aangemeld: 'rugdekking_app' })
    const bron = await openDatabase({ gegevensmap: map, databaseUrl: adres(td.config.app), databaseMigratieUrl: adres(td.config.migratie) })
    expect(bron.soort).toBe('eigen')
    expect(await bron.werkBij(BRON)).toEqual([])
  })

  test('with one address of an owner still works as the application, also after reset role', async () => {
    const beheer = new pg.Client(td.config.beheer)
    await beheer.connect()
    await beheer.query('grant rugdekking_app to rugdekking_migratie with inherit false, set true')
    expect(await wieBenIk(adres(td.config.migratie))).toEqual({ nu: 'rugdekking_app', aangemeld: 'rugdekking_migratie' })
    await beheer.query('revoke rugdekking_app from rugdekking_migratie')
    await beheer.end()
  })

  test('with one address of a role that may not become the application is refused', async () => {
    await expect(wieBenIk(adres(td.config.migratie))).rejects.toThrow(/rugdekking_app/)
  })

  test('with settings in its address is refused, because they would replace ours', async () => {
    await expect(openDatabase({ gegevensmap: map, databaseUrl: adres(td.config.migratie, '&options=-c%20role%3Drugdekking_migratie') })).rejects.toThrow(/options/)
  })

  test('whose application role has too many rights is refused', async () => {
    const beheer = new pg.Client(td.config.beheer)
    await beheer.connect()
    const bron = await openDatabase({ gegevensmap: map, databaseUrl: adres(td.config.app), databaseMigratieUrl: adres(td.config.migratie) })
    await beheer.query(`create table van_app (organisatie_id uuid primary key); alter table van_app owner to rugdekking_app`)
    await expect(bron.open()).rejects.toThrow(/te veel rechten/)
    await beheer.query('drop table van_app')
    await (await bron.open()).sluit()
    await beheer.end()
  })

  test('that does not answer gives an error instead of waiting', async () => {
    await expect(openDatabase({ gegevensmap: map, databaseUrl: 'postgres://niemand@127.0.0.1:1/niets' })).rejects.toThrow(/ECONNREFUSED/)
  })
})

describe('the embedded server', () => {
  test('is started, filled and shared with a second command', async () => {
    const bron = await openDatabase({ gegevensmap: map })
    try {
      expect(bron.soort).toBe('ingebed')
      expect(await bron.werkBij(BRON)).toContain('0001_grondslag')
      const ernaast = await openDatabase({ gegevensmap: map, deelLopende: true })
      expect(ernaast.soort).toBe('gedeeld')
      const database = await ernaast.open()
      expect((await sql<{ o: unknown }>`select huidige_organisatie() as o`.execute(database.db)).rows).toEqual([{ o: null }])
      await database.sluit()
      await ernaast.sluit()
      await (await bron.open()).sluit()
    } finally {
      await bron.sluit()
    }
  })
})
