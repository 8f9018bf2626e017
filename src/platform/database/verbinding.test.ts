import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts'
import { metOrganisatie, metSysteem } from './verbinding.ts'

const A = '0197a000-0000-7000-8000-00000000000a'
const B = '0197b000-0000-7000-8000-00000000000b'

let td: TestDatabase
beforeAll(async () => {
  td = await maakTestDatabase()
  await sql`create table proef (organisatie_id uuid not null, id uuid not null default gen_random_uuid(), tekst text, primary key (organisatie_id, id))`.execute(td.migratie)
  await sql`select beveilig('proef')`.execute(td.migratie)
})
afterAll(() => td.opruimen())

const telling = async (trx: Parameters<Parameters<typeof metOrganisatie>[2]>[0]) =>
  (await sql<{ n: number }>`select count(*) as n from proef`.execute(trx)).rows[0]?.n

describe('a transaction of an organisation', () => {
  test('sees its own rows only, and nothing is left over for the next user of the connection', async () => {
    await metOrganisatie(td.app, A, (trx) => sql`insert into proef (organisatie_id, tekst) values (${A}, 'van a')`.execute(trx))
    expect(await metOrganisatie(td.app, A, telling)).toBe(1)
    expect(await metOrganisatie(td.app, B, telling)).toBe(0)
    expect(await metSysteem(td.app, telling)).toBe(0)
    expect((await sql<{ n: number }>`select count(*) as n from proef`.execute(td.app)).rows).toEqual([{ n: 0 }])
  })
})

test('Temporal values survive the trip through the database', async () => {
  const moment = Temporal.Instant.from('2026-03-29T01:00:00.123456Z')
  const dag = Temporal.PlainDate.from('2026-04-27')
  const { rows } = await sql<{ m: unknown; d: unknown; ml: unknown; n: unknown }>`
    select ${moment}::timestamptz as m, ${dag}::date as d, ${[moment, moment]}::timestamptz[] as ml, 9007199254740991::int8 as n`.execute(td.app)
  expect(String(rows[0]?.m)).toBe(String(moment))
  expect(rows[0]?.m).toBeInstanceOf(Temporal.Instant)
  expect(String(rows[0]?.d)).toBe('2026-04-27')
  expect(String(rows[0]?.ml)).toBe(`${moment},${moment}`)
  expect(rows[0]?.n).toBe(9007199254740991)
  await expect(sql`select 9007199254740992::int8`.execute(td.app)).rejects.toThrow(RangeError)
})
