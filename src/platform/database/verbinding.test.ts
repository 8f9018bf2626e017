import { sql } from 'kysely'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts'
import { maakDatabase, metOrganisatie, metSysteem, type Database, type Trx } from './verbinding.ts'

const A = '0197a000-0000-7000-8000-00000000000a'
const B = '0197b000-0000-7000-8000-00000000000b'

let td: TestDatabase
/** A pool of one connection, so that what one user leaves behind meets the next. */
let een: Database
let beheer: pg.Client

beforeAll(async () => {
  td = await maakTestDatabase()
  beheer = new pg.Client({ ...td.config.beheer })
  await beheer.connect()
  await sql`create table proef (organisatie_id uuid not null, id uuid not null default gen_random_uuid(), tekst text not null, primary key (organisatie_id, id))`.execute(td.migratie)
  await sql`select beveilig('proef')`.execute(td.migratie)
  een = maakDatabase(td.config.app, { verbindingen: 1, statementTimeout: 400, stilstandTimeout: 400 })
})
afterAll(async () => {
  await een.sluit()
  await beheer.end()
  await td.opruimen()
})
beforeEach(async () => {
  await sql`delete from proef`.execute(td.migratie)
})

const zet = (trx: Trx, organisatie: string, tekst = 'x') => sql`insert into proef (organisatie_id, tekst) values (${organisatie}, ${tekst})`.execute(trx)
const telling = async (trx: Trx) => (await sql<{ n: number }>`select count(*) as n from proef`.execute(trx)).rows[0]?.n
const wie = async (trx: Trx) => (await sql<{ o: string | null }>`select huidige_organisatie() as o`.execute(trx)).rows[0]?.o

describe('a transaction of an organisation', () => {
  test('sees its own rows only, and nothing is left over for the next user of the connection', async () => {
    await metOrganisatie(een.db, A, (trx) => zet(trx, A))
    expect(await metOrganisatie(een.db, A, telling)).toBe(1)
    expect(await metOrganisatie(een.db, B, telling)).toBe(0)
    expect(await metSysteem(een.db, telling)).toBe(0)
    expect((await sql`select * from proef`.execute(een.db)).rows).toEqual([])
    expect(await metSysteem(een.db, wie)).toBeNull()
  })

  test('is rolled back when the work throws, and the connection is good again', async () => {
    const bom = new Error('bom')
    await expect(metOrganisatie(een.db, A, async (trx) => { await zet(trx, A); throw bom })).rejects.toBe(bom)
    expect(await metOrganisatie(een.db, A, telling)).toBe(0)
  })

  test('does not look like success when an error of the database was swallowed', async () => {
    await expect(metOrganisatie(een.db, A, async (trx) => {
      await zet(trx, A)
      await sql`select 1 / 0`.execute(trx).catch(() => undefined)
    })).rejects.toThrow(/rolled back/i)
    expect(await metOrganisatie(een.db, A, telling)).toBe(0)
  })

  test('gives the error of PostgreSQL with its code', async () => {
    await expect(metOrganisatie(een.db, A, (trx) => zet(trx, B))).rejects.toMatchObject({ code: '42501' })
    await expect(metOrganisatie(een.db, A, (trx) => sql`insert into proef (organisatie_id) values (${A})`.execute(trx))).rejects.toMatchObject({ code: '23502' })
  })

  test('answers queries that are sent together in their own order, also when one fails', async () => {
    const uitkomsten = await metOrganisatie(een.db, A, (trx) => Promise.all(Array.from({ length: 50 }, (_, i) => sql<{ i: number }>`select ${i}::int as i`.execute(trx))))
    expect(uitkomsten.map((u) => u.rows[0]?.i)).toEqual(Array.from({ length: 50 }, (_, i) => i))
    await expect(metOrganisatie(een.db, A, (trx) => Promise.all([zet(trx, A), sql`select 1 / 0`.execute(trx), zet(trx, A)]))).rejects.toMatchObject({ code: '22012' })
    expect(await metOrganisatie(een.db, A, telling)).toBe(0)
  })

  test('closes with its last statements: they are part of it, in order, and know its outcome', async () => {
    const uit = await metOrganisatie(een.db, A, async (trx) => { await zet(trx, A, 'werk'); return 'uit' }, {
      slot: (uitkomst) => ['een', 'twee'].map((w) => sql`insert into proef (organisatie_id, tekst) select ${A}, ${`${uitkomst} ${w} `} || count(*) from proef`.compile(een.db)),
    })
    expect(uit).toBe('uit')
    const { rows } = await metOrganisatie(een.db, A, (trx) => sql<{ tekst: string }>`select tekst from proef order by tekst`.execute(trx))
    expect(rows.map((r) => r.tekst)).toEqual(['uit een 1', 'uit twee 2', 'werk'])
  })

  test('is rolled back when a last statement fails, tells that error, and the connection is good again', async () => {
    const slot = () => [sql`select 1 / 0`.compile(een.db), sql`select 1`.compile(een.db)]
    await expect(metOrganisatie(een.db, A, (trx) => zet(trx, A), { slot })).rejects.toMatchObject({ code: '22012' })
    expect(await metOrganisatie(een.db, A, telling)).toBe(0)
    const bom = new Error('bom')
    await expect(metOrganisatie(een.db, A, (trx) => zet(trx, A), { slot: () => { throw bom } })).rejects.toBe(bom)
    expect(await metOrganisatie(een.db, A, telling)).toBe(0)
  })

  test('sends what is asked in one go in one write, the opening and the commit included', async () => {
    await metOrganisatie(een.db, A, telling)
    const client = await een.pool.connect()
    const { stream } = client.connection
    client.release()
    let keer = 0
    const spionnen = (['_write', '_writev'] as const).map((naam) => {
      const echt = stream[naam]
      return vi.spyOn(stream, naam).mockImplementation(function (this: unknown, ...rest: unknown[]) { keer += 1; return Reflect.apply(echt as never, this, rest) })
    })
    try {
      await metOrganisatie(een.db, A, (trx) => Promise.all(Array.from({ length: 10 }, () => telling(trx))), { slot: () => [sql`select 1`.compile(een.db)] })
      expect(keer).toBe(2)
    } finally {
      for (const spion of spionnen) spion.mockRestore()
    }
  })

  test('cannot be used after its end, when another already has the connection', async () => {
    let ontsnapt: Trx | undefined
    await metOrganisatie(een.db, A, async (trx) => { ontsnapt = trx })
    if (ontsnapt === undefined) throw new Error('geen transactie')
    await expect(telling(ontsnapt)).rejects.toThrow('al afgelopen')
  })

  test('that only reads cannot write', async () => {
    await expect(metOrganisatie(een.db, A, (trx) => zet(trx, A), { alleenLezen: true })).rejects.toMatchObject({ code: '25006' })
    expect(await metOrganisatie(een.db, A, wie, { alleenLezen: true })).toBe(A)
  })

  test('takes no text for an organisation that is not a uuid', async () => {
    await expect(metOrganisatie(een.db, `${A}'; set rugdekking.organisatie = '${B}`, telling)).rejects.toThrow(TypeError)
    await expect(metOrganisatie(een.db, '', telling)).rejects.toThrow(TypeError)
  })

  test('keeps organisations apart when many run at the same time on few connections', async () => {
    const gezien = await Promise.all(Array.from({ length: 60 }, async (_, i) => {
      const organisatie = i % 2 === 0 ? A : B
      return (await metOrganisatie(td.app, organisatie, wie)) === organisatie
    }))
    expect(gezien.every(Boolean)).toBe(true)
  })
})

describe('limits and breakage', () => {
  test('a statement that takes too long is cut off, and so is a transaction that stands still', async () => {
    await expect(metOrganisatie(een.db, A, (trx) => sql`select pg_sleep(5)`.execute(trx))).rejects.toMatchObject({ code: '57014' })
    await expect(metOrganisatie(een.db, A, async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      await vi.waitFor(async () => {
        expect((await beheer.query('select from pg_stat_activity where pid = $1', [rows[0]?.pid])).rowCount).toBe(0)
      }, { timeout: 5_000, interval: 50 })
      await wie(trx)
    })).rejects.toThrow(/connection/i)
    expect(await metOrganisatie(een.db, A, wie)).toBe(A)
  })

  test('a connection that breaks halfway gives an error once and is replaced', async () => {
    await expect(metOrganisatie(een.db, A, async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      await beheer.query('select pg_terminate_backend($1)', [rows[0]?.pid])
      await wie(trx)
    })).rejects.toBeInstanceOf(Error)
    expect(await metOrganisatie(een.db, A, wie)).toBe(A)
    const { rows } = await een.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
    await beheer.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await vi.waitFor(() => expect(een.pool.totalCount).toBe(0), { timeout: 5_000 })
    expect(await metOrganisatie(een.db, A, wie)).toBe(A)
  })
})

describe('prepared queries', () => {
  const namen = async () => (await een.pool.query<{ statement: string }>('select statement from pg_prepared_statements')).rows.map((r) => r.statement)

  test('a connection that someone holds without querying may break: the process lives and his next query fails', async () => {
    const houder = await een.pool.connect()
    const { rows } = await houder.query<{ pid: number }>('select pg_backend_pid() as pid')
    const gesloten = new Promise((klaar) => houder.once('end', klaar))
    await beheer.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await gesloten
    await expect(houder.query('select 1')).rejects.toThrow(/not queryable|terminated|closed|ended/i)
    houder.release(true)
    expect((await een.pool.query('select 1 as een')).rows).toEqual([{ een: 1 }])
  })

  test('a query that comes back is prepared, one that does not is not', async () => {
    for (let i = 0; i < 5; i++) await sql`select 'vaak' as a, ${i}::int as i`.execute(een.db)
    await sql`select 'eenmalig' as a, ${1}::int as i`.execute(een.db)
    const gezien = await namen()
    expect(gezien.filter((s) => s.includes('vaak'))).toHaveLength(1)
    expect(gezien.filter((s) => s.includes('eenmalig'))).toEqual([])
  })

  test('texts without end are not all prepared', async () => {
    for (let i = 0; i < 300; i++) for (let keer = 0; keer < 3; keer++) await sql.raw(`select ${i} as veel`).execute(een.db)
    expect((await namen()).length).toBeLessThanOrEqual(250)
  })

  test('a prepared query sees the organisation of its own transaction, and survives an error of its own', async () => {
    await metOrganisatie(een.db, A, (trx) => zet(trx, A))
    for (let i = 0; i < 12; i++) expect(await metOrganisatie(een.db, i % 2 === 0 ? A : B, telling)).toBe(i % 2 === 0 ? 1 : 0)
    const deel = (n: number) => sql<{ q: number }>`select 10 / ${n}::int as q`.execute(een.db)
    for (let i = 1; i < 5; i++) await deel(i)
    await expect(deel(0)).rejects.toMatchObject({ code: '22012' })
    expect((await deel(5)).rows).toEqual([{ q: 2 }])
  })

  test('a table that changes its shape under a prepared query gives at most one error per connection', async () => {
    await sql`create table vorm (organisatie_id uuid not null primary key)`.execute(td.migratie)
    await sql`select beveilig('vorm')`.execute(td.migratie)
    const lees = () => metOrganisatie(een.db, A, (trx) => sql`select * from vorm`.execute(trx))
    for (let i = 0; i < 5; i++) await lees()
    await sql`alter table vorm add column erbij int`.execute(td.migratie)
    await lees().catch(() => undefined)
    expect((await lees()).rows).toEqual([])
  })
})

describe('values', () => {
  test('moments keep their microseconds, through the database and back', async () => {
    const microseconden = fc.bigInt({ min: -62_135_596_800_000_000n, max: 253_402_300_799_999_999n })
    await fc.assert(fc.asyncProperty(fc.array(microseconden, { minLength: 1, maxLength: 20 }), async (lijst) => {
      const momenten = lijst.map((us) => Temporal.Instant.fromEpochMilliseconds(Number(us / 1000n)).add({ microseconds: Number(us % 1000n) }))
      const { rows } = await sql<{ l: Temporal.Instant[]; e: Temporal.Instant; us: string[] }>`
        select ${momenten}::timestamptz[] as l, ${momenten[0]}::timestamptz as e,
          array(select (extract(epoch from m) * 1000000)::numeric(30, 0)::text from unnest(${momenten}::timestamptz[]) m) as us`.execute(een.db)
      // The server's own count of microseconds is the oracle.
      expect(rows[0]?.us.map(BigInt)).toEqual(lijst)
      expect(rows[0]?.l.map(String)).toEqual(momenten.map(String))
      expect(rows[0]?.e).toBeInstanceOf(Temporal.Instant)
    }), { numRuns: 30 })
  })

  test('days, whole numbers, nulls and lists come back as they are', async () => {
    const dag = Temporal.PlainDate.from('2028-02-29')
    const { rows } = await sql<Record<string, unknown>>`
      select ${dag}::date as dag, ${[dag, null]}::date[] as dagen, ${Number.MAX_SAFE_INTEGER}::int8 as groot, null::timestamptz as niets,
        '{{1,2},{3,4}}'::int8[] as nest, ${{ a: 1 }}::jsonb as json, ${[A, B]}::uuid[] as ids`.execute(een.db)
    const rij = rows[0]
    expect(rij?.['dag']).toBeInstanceOf(Temporal.PlainDate)
    expect(String(rij?.['dag'])).toBe('2028-02-29')
    expect(rij?.['dagen']).toHaveLength(2)
    expect(String(rij?.['dagen'])).toBe('2028-02-29,')
    expect(rij).toMatchObject({ groot: Number.MAX_SAFE_INTEGER, niets: null, nest: [[1, 2], [3, 4]], json: { a: 1 }, ids: [A, B] })
  })

  test('what cannot be kept exactly is refused', async () => {
    await expect(sql`select 9007199254740992::int8`.execute(een.db)).rejects.toThrow(RangeError)
    await expect(sql`select 'infinity'::timestamptz`.execute(een.db)).rejects.toThrow(RangeError)
  })
})

test('a search as the owner may use a trigram index that row-level security keeps from the application', async () => {
  await sql`create table zoek (organisatie_id uuid not null, id int not null, naam text not null, primary key (organisatie_id, id))`.execute(td.migratie)
  await sql`select beveilig('zoek')`.execute(td.migratie)
  await sql`insert into zoek select ${A}, i, md5(i::text) || ' ' || md5((i * 7)::text) from generate_series(1, 5000) i`.execute(td.migratie)
  await sql`create index zoek_naam on zoek using gin (organisatie_id, naam gin_trgm_ops)`.execute(td.migratie)
  await sql`analyze zoek`.execute(td.migratie)
  const plan = async (trx: Trx) => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select id from zoek where organisatie_id = ${A} and naam ilike '%a1b2c3%'`.execute(trx)
    return rows.map((r) => r['QUERY PLAN']).join('\n')
  }
  expect(await metSysteem(td.migratie, plan)).toMatch(/zoek_naam[\s\S]*naam ~~\*/)
  expect(await metOrganisatie(td.app, A, plan)).not.toMatch(/Index Cond:.*naam ~~\*/)
})
