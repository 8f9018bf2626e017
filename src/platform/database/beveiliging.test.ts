import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts'
import { migreer, vindMigraties } from './migraties.ts'
import { metOrganisatie } from './verbinding.ts'

/** Everything here holds for every table of every room, also those that come later: the tables are read from the database. */

const A = '0197a000-0000-7000-8000-00000000000a'
const B = '0197b000-0000-7000-8000-00000000000b'

/** Tables without organisation, each with the reason why that is right. */
const ZONDER_ORGANISATIE: Readonly<Record<string, string>> = {
  'public.migratie': 'which migrations have run is about the installation; the application has no rights on it',
  'public.rem': 'the brake on guessing: before a code of a letter is right there is no organisation',
}
/** The queue's own tables: jobs carry only ids, and the worker serves all organisations. */
const WACHTRIJSCHEMA = 'wachtrij'

/** Unique keys that hold over organisations, each with the reason why one may notice the other there. */
const UNIEK_OVER_ORGANISATIES: Readonly<Record<string, string>> = {
  organisatie_slug_key: 'the slug is part of the public address',
  rem_pkey: 'hashes of attempts at what could be guessed, of no organisation',
}

interface Tabel {
  naam: string
  organisatie: boolean
  rls: boolean
  gedwongen: boolean
  eigenaar: string
  rechten: string[]
}

let td: TestDatabase
let tabellen: Tabel[]
let aanvullend: string[]
let client: pg.Client

beforeAll(async () => {
  td = await maakTestDatabase()
  client = new pg.Client(td.config.app)
  await client.connect()
  await sql`create table proef (organisatie_id uuid not null, id uuid not null, tekst text, primary key (organisatie_id, id))`.execute(td.migratie)
  await sql`create table proef_journaal (organisatie_id uuid not null, id uuid not null, tekst text, primary key (organisatie_id, id))`.execute(td.migratie)
  await sql`select beveilig('proef')`.execute(td.migratie)
  await sql`select beveilig_alleen_aanvullen('proef_journaal')`.execute(td.migratie)
  for (const org of [A, B]) {
    for (const naam of ['proef', 'proef_journaal']) {
      await sql`insert into ${sql.table(naam)} (organisatie_id, id, tekst) values (${org}, ${org}, 'begin')`.execute(td.migratie)
    }
  }
  const { rows } = await sql<Tabel>`
    select n.nspname || '.' || c.relname as naam, c.relrowsecurity as rls, c.relforcerowsecurity as gedwongen, c.relowner::regrole::text as eigenaar,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisatie_id' and not a.attisdropped) as organisatie,
      array(
        select privilege_type from aclexplode(c.relacl) where grantee in (0, 'rugdekking_app'::regrole)
        union select privilege_type from pg_attribute a, aclexplode(a.attacl) where a.attrelid = c.oid and grantee in (0, 'rugdekking_app'::regrole)
        order by 1) as rechten
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname <> ${WACHTRIJSCHEMA}
    order by 1`.execute(td.migratie)
  tabellen = rows
  aanvullend = rows.filter((t) => t.organisatie && !t.rechten.includes('UPDATE') && !t.rechten.includes('DELETE')).map((t) => t.naam)
})
afterAll(async () => {
  await client?.end()
  await td.opruimen()
})

/** Runs raw SQL as the application, as on a connection of its own; gives PostgreSQL's error code, or the rows. */
async function alsApp(...opdrachten: string[]): Promise<string | unknown[]> {
  await client.query('rollback')
  await client.query('discard all')
  try {
    let rijen: unknown[] = []
    for (const opdracht of opdrachten) rijen = (await client.query<Record<string, unknown>>(opdracht)).rows
    return rijen
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.code ?? ''
    throw error
  }
}

const GEEN_RECHT = '42501'
/** A trigger that refuses a row without content does so before PostgreSQL looks at whose it is. */
const DOOR_TRIGGER = '23514'
const alsA = `set rugdekking.organisatie = '${A}'`

describe('every table', () => {
  test('has an organisation, or is on the list of exceptions with a reason', () => {
    expect(tabellen.filter((t) => !t.organisatie).map((t) => t.naam)).toEqual(Object.keys(ZONDER_ORGANISATIE))
    expect(tabellen.length).toBeGreaterThan(2)
  })

  test('without organisation is closed to the application', () => {
    expect(tabellen.filter((t) => !t.organisatie && t.rechten.length > 0)).toEqual([])
  })

  test('with an organisation has row-level security forced and is not owned by the application', () => {
    const fout = tabellen.filter((t) => t.organisatie && !(t.rls && t.gedwongen))
    expect(fout).toEqual([])
    expect(tabellen.filter((t) => t.eigenaar === 'rugdekking_app')).toEqual([])
  })

  test('with an organisation has exactly the one policy for the application, that compares the organisation', async () => {
    const { rows } = await sql<{ naam: string; beleid: string[] }>`
      select n.nspname || '.' || c.relname as naam,
        array_agg(concat_ws('|', p.polpermissive, p.polcmd, pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid))) as beleid
      from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
      where p.polroles && array[0, 'rugdekking_app'::regrole::oid] group by 1`.execute(td.migratie)
    const eis = '(organisatie_id = ( SELECT huidige_organisatie() AS huidige_organisatie))'
    const verwacht = tabellen.filter((t) => t.organisatie).map((t) => ({ naam: t.naam, beleid: [`t|*|${eis}|${eis}`] }))
    expect(rows.toSorted((a, b) => (a.naam < b.naam ? -1 : 1))).toEqual(verwacht.toSorted((a, b) => (a.naam < b.naam ? -1 : 1)))
  })

  test('gives the application no more than reading and writing rows', () => {
    const toegestaan = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE'])
    expect(tabellen.filter((t) => t.rechten.some((r) => !toegestaan.has(r)))).toEqual([])
  })

  test('shows the application nothing when no organisation was set, and refuses a row of another organisation', async () => {
    const { rows: generaal } = await sql<{ naam: string }>`
      select distinct attrelid::regclass::text as naam from pg_attribute where attname = 'organisatie_id' and attgenerated <> ''`.execute(td.migratie)
    expect(generaal).toEqual([])
    const { rows: getriggerd } = await sql<{ naam: string }>`
      select distinct n.nspname || '.' || c.relname as naam from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where t.tgtype & 7 = 7 and not t.tgisinternal`.execute(td.migratie)
    const triggers = new Set(getriggerd.map((t) => t.naam))
    for (const { naam, rechten } of tabellen.filter((t) => t.organisatie)) {
      const geweigerd = triggers.has(naam) ? [GEEN_RECHT, DOOR_TRIGGER] : [GEEN_RECHT]
      if (rechten.includes('SELECT')) expect(await alsApp(`select * from ${naam}`), naam).toEqual([])
      expect(geweigerd, naam).toContain(await alsApp(alsA, `insert into ${naam} (organisatie_id) values ('${B}')`))
      expect(geweigerd, naam).toContain(await alsApp(`insert into ${naam} (organisatie_id) values ('${A}')`))
    }
  })

  test('refuses truncation, changes of its shape and switching off its security', async () => {
    for (const { naam } of tabellen.filter((t) => t.organisatie)) {
      for (const opdracht of [
        `truncate ${naam}`, `drop table ${naam}`, `alter table ${naam} disable row level security`, `alter table ${naam} no force row level security`,
        `alter table ${naam} owner to rugdekking_app`, `alter table ${naam} disable trigger all`, `create policy alles on ${naam} using (true)`,
        `drop policy eigen_organisatie on ${naam}`, `grant all on ${naam} to public`,
      ]) {
        const uitkomst = await alsApp(opdracht)
        // Granting what you may not grant is a warning in PostgreSQL when you have some right on the table; the rights are compared below.
        if (!opdracht.startsWith('grant')) expect(uitkomst, opdracht).toBe(GEEN_RECHT)
      }
    }
    const { rows } = await sql<{ n: number }>`select count(*) as n from pg_class c, aclexplode(c.relacl) a where a.grantee = 0 and c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`.execute(td.migratie)
    expect(rows).toEqual([{ n: 0 }])
  })
})

describe('tables that are only added to', () => {
  test('refuse update and delete by the application, in every way to write them', async () => {
    expect(aanvullend).toContain('public.proef_journaal')
    for (const naam of aanvullend) {
      for (const opdracht of [
        `update ${naam} set organisatie_id = organisatie_id`, `delete from ${naam}`, `select * from ${naam} for update`,
        `merge into ${naam} d using (select 1) b on true when matched then delete`,
      ]) expect(await alsApp(alsA, opdracht), opdracht).toBe(GEEN_RECHT)
    }
    expect(await alsApp(alsA, `insert into proef_journaal (organisatie_id, id) values ('${A}', '${A}') on conflict (organisatie_id, id) do update set tekst = 'x'`)).toBe(GEEN_RECHT)
  })

  test('cannot be emptied through a foreign key', async () => {
    const { rows } = await sql<{ naam: string }>`
      select conrelid::regclass::text as naam from pg_constraint where contype = 'f' and (confdeltype in ('c', 'n', 'd') or confupdtype in ('c', 'n', 'd'))
        and conrelid = any (${aanvullend}::regclass[])`.execute(td.migratie)
    expect(rows).toEqual([])
  })
})

describe('what one organisation can notice of another', () => {
  test('rows of another organisation cannot be read, changed, moved or removed', async () => {
    expect(await metOrganisatie(td.app, A, async (trx) => (await sql`select tekst, organisatie_id from proef`.execute(trx)).rows)).toEqual([{ tekst: 'begin', organisatie_id: A }])
    expect(await alsApp(alsA, `update proef set tekst = 'gestolen' where organisatie_id = '${B}' returning 1`)).toEqual([])
    expect(await alsApp(alsA, `delete from proef where organisatie_id = '${B}' returning 1`)).toEqual([])
    expect(await alsApp(alsA, `update proef set organisatie_id = '${B}'`)).toBe(GEEN_RECHT)
    expect(await alsApp('set row_security = off', alsA, 'select * from proef')).toBe(GEEN_RECHT)
    expect(await alsApp(alsA, `select * from proef where organisatie_id = '${B}' or 1 = 1 or id::text ~ '.'`)).toHaveLength(1)
  })

  test('no foreign key links rows of different organisations', async () => {
    const { rows } = await sql<{ naam: string }>`
      select conrelid::regclass || '.' || conname as naam from pg_constraint c
      where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
        select from unnest(c.conkey, c.confkey) as k (van, naar)
        join pg_attribute v on v.attrelid = c.conrelid and v.attnum = k.van
        join pg_attribute n on n.attrelid = c.confrelid and n.attnum = k.naar
        where v.attname = 'organisatie_id' and n.attname = 'organisatie_id')`.execute(td.migratie)
    expect(rows).toEqual([])
  })

  test('no unique key holds over organisations, except where that is meant', async () => {
    const { rows } = await sql<{ naam: string }>`
      select i.indexrelid::regclass::text as naam from pg_index i join pg_class c on c.oid = i.indrelid
      where i.indisunique and c.relnamespace = 'public'::regnamespace and c.relname <> 'migratie' and not exists (
        select from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey) and a.attname = 'organisatie_id')`.execute(td.migratie)
    expect(rows.map((r) => r.naam).filter((naam) => !(naam in UNIEK_OVER_ORGANISATIES))).toEqual([])
  })

  test('no view looks with the eyes of its owner', async () => {
    const { rows } = await sql<{ naam: string }>`
      select c.oid::regclass::text as naam from pg_class c where c.relnamespace = 'public'::regnamespace
        and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions @> '{security_invoker=true}', false))
        and exists (select from aclexplode(c.relacl) where grantee in (0, 'rugdekking_app'::regrole))`.execute(td.migratie)
    expect(rows).toEqual([])
  })
})

describe('functions', () => {
  test('are open to nobody by themselves, and those with the rights of the owner fix where they look', async () => {
    const { rows } = await sql<{ naam: string; iedereen: boolean; los: boolean }>`
      select p.oid::regprocedure::text as naam,
        p.proacl is null or exists (select from aclexplode(p.proacl) where grantee = 0) as iedereen,
        p.prosecdef and not exists (select from unnest(p.proconfig) s where s like 'search_path=%') as los
      from pg_proc p where p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`.execute(td.migratie)
    expect(rows.filter((r) => r.iedereen || r.los)).toEqual([])
  })

  test('that set up security cannot be called by the application', async () => {
    for (const aanroep of [`beveilig('proef')`, `beveilig_alleen_aanvullen('proef')`, `beveilig_met('proef', 'select')`]) {
      expect(await alsApp(`select ${aanroep}`)).toBe(GEEN_RECHT)
    }
  })
})

test.each([
  ['set role rugdekking_migratie', GEEN_RECHT],
  ['set role rugdekking_beheer', GEEN_RECHT],
  ['set session authorization rugdekking_migratie', GEEN_RECHT],
  ['create table gestolen (id int)', GEEN_RECHT],
  ['create temp table gestolen (id int)', GEEN_RECHT],
  ['create schema gestolen', GEEN_RECHT],
  [`create function gestolen() returns int language sql as 'select 1'`, GEEN_RECHT],
  ['create extension dblink', GEEN_RECHT],
  ['create role gestolen', GEEN_RECHT],
  ['alter role rugdekking_app bypassrls', GEEN_RECHT],
  ['grant rugdekking_migratie to rugdekking_app', GEEN_RECHT],
  ['create database gestolen', GEEN_RECHT],
  [`copy (select 1) to program 'true'`, GEEN_RECHT],
  [`copy (select 1) to '/tmp/rugdekking-gestolen'`, GEEN_RECHT],
  [`select pg_read_file('/etc/passwd')`, GEEN_RECHT],
  [`select lo_import('/etc/passwd')`, GEEN_RECHT],
  [`alter system set log_statement = 'all'`, GEEN_RECHT],
  [`set session_replication_role = replica`, GEEN_RECHT],
  ['select * from pg_authid', GEEN_RECHT],
])('the application cannot: %s', async (opdracht, code) => {
  expect(await alsApp(opdracht)).toBe(code)
})

describe('migrations', () => {
  const bron = () => vindMigraties(new URL('../..', import.meta.url).pathname)

  test('run once, and again do nothing', async () => {
    expect(await migreer(td.config.migratie, await bron())).toEqual([])
  })

  test('a file that was changed after it ran is refused, and so is a database of a newer version', async () => {
    const [eerste, ...rest] = await bron()
    if (eerste === undefined) throw new Error('geen migraties')
    await expect(migreer(td.config.migratie, [{ ...eerste, sha256: 'anders' }, ...rest])).rejects.toThrow(/0001_grondslag is al uitgevoerd en daarna gewijzigd/)
    await expect(migreer(td.config.migratie, rest)).rejects.toThrow(/nieuwere Rugdekking/)
  })

  test('a file that fails leaves nothing behind and is named; two starters at once both succeed', async () => {
    const alle = await bron()
    const maak = (tekst: string) => [...alle, { nummer: 9999, naam: '9999_proef', sql: tekst, sha256: tekst }]
    await expect(migreer(td.config.migratie, maak('create table half (id int); select 1 / 0'))).rejects.toThrow(/9999_proef is mislukt/)
    const goed = maak('create table half (organisatie_id uuid primary key)')
    const uitkomsten = await Promise.all([migreer(td.config.migratie, goed), migreer(td.config.migratie, goed)])
    expect(uitkomsten.flat()).toEqual(['9999_proef'])
  })

  test('the application cannot be the one that migrates', async () => {
    await expect(migreer(td.config.app, await bron())).rejects.toThrow(/DATABASE_MIGRATIE_URL/)
  })

  test('a table that cannot be protected is refused', async () => {
    await sql`create table zonder (id uuid primary key)`.execute(td.migratie)
    await expect(sql`select beveilig('zonder')`.execute(td.migratie)).rejects.toThrow(/geen kolom organisatie_id/)
    await sql`create table achterstevoren (organisatie_id uuid not null, id uuid, primary key (id, organisatie_id))`.execute(td.migratie)
    await expect(sql`select beveilig('achterstevoren')`.execute(td.migratie)).rejects.toThrow(/begint niet met organisatie_id/)
  })
})
