import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nieuwId } from '../../src/kern/ids.ts';
import { maakTestDatabase, type TestDatabase } from '../hulp/database.ts';
import { maakKlok, maakTestdeuren } from '../hulp/deuren.ts';
import { maakOrganisatie, type Testorganisatie } from '../hulp/organisatie.ts';
import { zetDoelwitten, type Doelwitten } from './doelwitten.ts';

/*
 * Raw SQL as the role of the application: what someone could do who makes the application send a query of his own.
 *
 * Row-level security keeps an ordinary mistake inside one organisation: a query that forgets its organisation sees nothing of
 * another, and writes nothing there. It does not stop someone who can send any SQL he likes: the organisation is a setting that
 * the role itself sets, so he can set another one and read and write what the application can. Against that stand other things:
 * no text of a user ever becomes SQL (the last test below), and what this role cannot do in any organisation: change or remove
 * a line of the journaal, a statement of what happened, a report or what was said in aftercare; become another role; reach the
 * files or programs of the server; make something that outlives his transaction. Such a role can also read how many rows tables
 * have over all organisations (pg_class), and end sessions of all (sessies_opruimen): counts and a nuisance, no contents.
 */

let database: TestDatabase;
let eigen: Testorganisatie;
let ander: Testorganisatie;
let hier: Doelwitten;
let elders: Doelwitten;

beforeAll(async () => {
  database = await maakTestDatabase();
  const deuren = maakTestdeuren(database.app, maakKlok());
  [eigen, ander] = [await maakOrganisatie(database.migratie), await maakOrganisatie(database.migratie)];
  [hier, elders] = [await zetDoelwitten(database, deuren, eigen), await zetDoelwitten(database, deuren, ander)];
});
afterAll(() => database?.opruimen());

/** Sends SQL as the application, in one transaction that is rolled back; gives the rows of the last, or PostgreSQL's code of the error. */
async function alsApp(...opdrachten: string[]): Promise<string | Record<string, unknown>[]> {
  const client = new pg.Client(database.config.app);
  await client.connect();
  try {
    await client.query('begin');
    let rijen: Record<string, unknown>[] = [];
    for (const opdracht of opdrachten) rijen = (await client.query<Record<string, unknown>>(opdracht)).rows;
    return rijen;
  } catch (e) {
    if (e instanceof pg.DatabaseError) return e.code ?? '';
    throw e;
  } finally {
    await client.end();
  }
}
const in_ = (org: Testorganisatie): string => `set local rugdekking.organisatie = '${org.id}'`;
/** Refused for want of a right, or because the role may not do such a thing at all. */
const GEWEIGERD = ['42501', '0A000', '25006', '42P01', '3F000', '42883', '55000'];
async function geweigerd(opdracht: string, ...vooraf: string[]): Promise<void> {
  const uit = await alsApp(in_(eigen), ...vooraf, opdracht);
  if (typeof uit !== 'string') expect.fail(`mocht wel: ${opdracht}`);
  expect(GEWEIGERD, `${opdracht}: ${uit}`).toContain(uit);
}

describe('what happened', () => {
  it('cannot be changed, removed, added to by hand or locked away in the journaal', async () => {
    for (const tabel of ['journaal', 'journaal_inhoud', 'journaal_kop', 'journaal_zegel']) {
      for (const opdracht of [
        `update ${tabel} set volgnr = volgnr`, `delete from ${tabel}`, `truncate ${tabel}`, `delete from only ${tabel} where false`, `update ${tabel} set organisatie_id = organisatie_id where false`,
        `with weg as (delete from ${tabel} returning 1) select count(*) from weg`, `merge into ${tabel} j using (select 1) s on true when matched then delete`, `select * from ${tabel} for update`, `lock table ${tabel} in access exclusive mode`,
        `alter table ${tabel} disable trigger all`, `alter table ${tabel} disable row level security`, `drop table ${tabel} cascade`, `create rule weg as on insert to ${tabel} do instead nothing`, `create trigger weg before insert on ${tabel} for each row execute function suppress_redundant_updates_trigger()`,
        `copy ${tabel} from stdin`, `alter table ${tabel} owner to rugdekking_app`, `comment on table ${tabel} is 'x'`, `drop policy eigen_organisatie on ${tabel}`,
      ]) await geweigerd(opdracht);
      // A grant of what one cannot give away is no error for who may read; it just does nothing.
      const mag = await alsApp(in_(eigen), `grant all on ${tabel} to rugdekking_app`, `select has_table_privilege('${tabel}', 'update, delete, truncate, trigger') or has_table_privilege('${tabel}', 'insert') and '${tabel}' <> 'journaal_zegel' as mag`);
      expect(['42501', JSON.stringify([{ mag: false }])], tabel).toContain(typeof mag === 'string' ? mag : JSON.stringify(mag));
    }
    await geweigerd(`insert into journaal select organisatie_id, volgnr + 1000, tijd, actor, handeling, object_soort, object_id, dossier_id, resultaat, verbintenis, vorige, schakel from journaal limit 1`);
    await geweigerd(`insert into journaal_inhoud select organisatie_id, volgnr + 1000, zout, inhoud from journaal_inhoud limit 1`);
    await geweigerd('select * from journaal_kop');
  });

  it('cannot be changed or removed in reports, statements of what happened, aftercare and feedback', async () => {
    for (const tabel of ['gebeurtenis', 'nazorgcontact', 'nazorginhoud', 'melding', 'aanvulling', 'terugkoppeling', 'uittreksel', 'zienswijze', 'wederhoor', 'hoorplicht']) await geweigerd(`delete from ${tabel}`);
    for (const [tabel, kolom] of [['gebeurtenis', 'gegevens'], ['gebeurtenis', 'dossier_id'], ['nazorgcontact', 'door_id'], ['nazorginhoud', 'tekst'], ['nazorginhoud', 'contact_id'], ['melding', 'verhaal'], ['melding', 'melder_id'], ['melding', 'ingediend_op'], ['aanvulling', 'tekst'], ['terugkoppeling', 'tekst'], ['terugkoppeling', 'aan_id'], ['zienswijze', 'tekst'], ['zienswijze', 'wederhoor_id'], ['uittreksel', 'tekst'], ['uittreksel', 'feiten']] as const) {
      await geweigerd(`update ${tabel} set ${kolom} = ${kolom}`);
    }
    for (const tabel of ['dossier', 'betrokkene', 'termijn', 'kennisgeving', 'verklaring', 'sessie']) await geweigerd(`delete from ${tabel}`);
  });

  it('cannot be carried over to another organisation, nor pointed at from there', async () => {
    const kinderen = ['melding', 'nazorgcontact', 'nazorginhoud', 'terugkoppeling', 'betrokkene', 'termijn', 'verklaring', 'helper', 'hulpvraag', 'bestand'];
    for (const tabel of kinderen) {
      // Gone from under row-level security, or a key that does not fit: never a row that points across.
      expect(['23503', '23514', '42501', '23505'], tabel).toContain(await alsApp(in_(eigen), `update ${tabel} set organisatie_id = '${ander.id}'`).then((u) => (Array.isArray(u) && u.length === 0 ? '42501' : u)));
      const naar = await alsApp(in_(eigen), `update ${tabel} set dossier_id = '${elders.gewoon}' where dossier_id = '${hier.gewoon}' returning 1`, 'set constraints all immediate');
      const rijen = await alsApp(in_(eigen), `select 1 from ${tabel} where dossier_id = '${hier.gewoon}'`);
      if (Array.isArray(rijen) && rijen.length > 0 && tabel !== 'nazorginhoud') expect(naar, tabel).toBe('23503');
    }
    expect(await alsApp(in_(eigen), `insert into dossier select '${ander.id}', gen_random_uuid(), jaar, 9999, compartiment, status, route, titel, ernst, ernst_uitleg from dossier limit 1`)).toMatch(/42501|42601|23502|428C9/);
  });
});

describe('the role', () => {
  it('cannot become another, reach the machine or make anything that stays', async () => {
    for (const opdracht of [
      'set role rugdekking_migratie', 'set role rugdekking_beheer', 'set session authorization rugdekking_migratie', 'alter role rugdekking_app bypassrls', 'alter role rugdekking_app superuser', 'create role kwaad', 'grant rugdekking_migratie to rugdekking_app',
      'create table kwaad (a int)', 'create temp table journaal_kop (organisatie_id uuid, volgnr bigint, schakel bytea)', 'create schema kwaad', 'create function kwaad() returns int language sql as $$ select 1 $$', 'create function pg_temp.kwaad() returns int language sql as $$ select 1 $$',
      'create view kwaad as select 1', 'create operator === (leftarg = text, rightarg = text, function = texteq)', 'create extension dblink', 'create extension plpython3u', 'create event trigger kwaad on ddl_command_start execute function suppress_redundant_updates_trigger()',
      "copy (select 1) to program 'id'", "copy (select 1) to '/tmp/kwaad'", "select pg_read_file('/etc/passwd')", "select pg_ls_dir('/')", "select lo_import('/etc/passwd')", "select pg_stat_file('/etc/passwd')", 'select * from pg_authid', 'select * from pg_shadow', 'select pg_reload_conf()',
      "set session_replication_role = 'replica'", "set log_statement = 'all'", "alter database postgres set rugdekking.organisatie = 'x'", 'select * from migratie', "select beveilig('dossier')", "select beveilig_met('dossier', 'select')", 'reindex table dossier', 'alter function journaal_schrijf owner to rugdekking_app',
      "select wachtrij.create_queue('kwaad', '{}'::jsonb)", 'drop table wachtrij.job_common',
    ]) await geweigerd(opdracht);
    const los = new pg.Client(database.config.app);
    await los.connect();
    await expect(los.query("alter system set log_statement = 'all'")).rejects.toMatchObject({ code: '42501' });
    await los.end();
  });

  it('sees nothing of another organisation as long as its own is set, by no way around', async () => {
    const tabellen = (await sql<{ naam: string }>`select c.relname as naam from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege('rugdekking_app', c.oid, 'select')`.execute(database.migratie)).rows;
    expect(tabellen.length).toBeGreaterThan(25);
    for (const { naam } of tabellen) {
      for (const vraag of [`select 1 from ${naam} where organisatie_id = '${ander.id}' or true`, `select 1 from ${naam} where organisatie_id <> '${eigen.id}'`, `select 1 from only ${naam} x where exists (select 1 from ${naam} y where y.organisatie_id <> x.organisatie_id)`]) {
        const rijen = await alsApp(in_(eigen), `${vraag.replace('select 1', 'select organisatie_id')}`);
        if (typeof rijen === 'string') expect.fail(`${vraag}: ${rijen}`);
        expect(rijen.filter((r) => r.organisatie_id !== eigen.id), naam).toEqual([]);
      }
      expect(await alsApp(`select 1 from ${naam}`), `${naam} zonder organisatie`).toEqual([]);
    }
    // Functions that run as the owner look at the setting and not at what they are asked.
    expect(await alsApp(in_(eigen), `select actor_gegevens('${ander.id}', '${ander.mens.samira}') as g`)).toEqual([{ g: null }]);
    for (const woord of ['kwartelkoning', 'zeearend']) {
      const rijen = await alsApp(in_(eigen), `select dossier_id from zoek_dossiers('${woord}', 500, '{ambtelijk,politiek}', array(select id from dossier))`);
      expect((rijen as Record<string, unknown>[]).map((r) => r.dossier_id).filter((id) => Object.values(elders).includes(String(id)))).toEqual([]);
    }
    // An error can be a way to see: a value that is converted before the policy looks.
    expect(await alsApp(in_(eigen), "select id from dossier where titel like '%Bedreiging%' and 1 / (case when organisatie_id = huidige_organisatie() then 1 else length(titel) - length(titel) end) = 1")).not.toBe('22012');
  });

  it('sets another organisation when it wants to: this is what the policy is not for', async () => {
    const over = await alsApp(in_(eigen), `select set_config('rugdekking.organisatie', '${ander.id}', true)`, 'select distinct organisatie_id from dossier');
    expect(over).toEqual([{ organisatie_id: ander.id }]);
    for (const onzin of ['', "'; drop table dossier; --", '0', 'NULL', `${ander.id} or true`]) {
      const uit = await alsApp(`select set_config('rugdekking.organisatie', $$${onzin}$$, true)`, 'select 1 from dossier');
      expect(uit === '22P02' || (Array.isArray(uit) && uit.length === 0), onzin).toBe(true);
    }
  });
});

describe('functions with the rights of the owner', () => {
  /** Each with why it needs them; a new one is written down here. */
  const BEKEND: Readonly<Record<string, string>> = {
    journaal_schrijf: 'the only way to a line, for the set organisation', journaal_koppen: 'the ends of all chains, for the seals', zoekwoorden_bij: 'keeps the words of a text', naamtelling_bij: 'keeps the counts of names', zoek_dossiers: 'the text index, for the set organisation', personen_met_sleutel: 'the index on keys of persons, for the set organisation',
    termijnen_rijp: 'ids of clocks over all organisations, for the worker', organisaties_lijst: 'who lives here', importvoorstellen_opruimen: 'old uploads of all', sessie_zoek: 'a session by its token', sessie_beeindig: 'the same', onderbroken_bewaar: 'for who holds an expired token', sessies_opruimen: 'old sessions of all',
    signalen_te_eindigen: 'ids of signals over all organisations, for the worker', huisbezoeken_rijp: 'the same of visits', systeemkoppeling_zoek: 'the system behind a key, by its exact hash',
    wederhoor_zoek: 'where a code from a letter belongs, by its exact hash', opslagvoornemens_oud: 'organisations where an upload was left behind, for the worker', rem_tel: 'the brake on guessing', rem_vergeet: 'the same', rem_zet_vast: 'the same', rem_venster: 'the same, for so many in a while', wederhoor_rijp: 'ids of hearings over all organisations, for the worker', maatregelen_rijp: 'ids of measures over all organisations, for the worker', wederhoorsleutels_opruimen: 'old keys of all',
  };

  it('are those we know, and answer odd questions without giving anything away', async () => {
    const { rows } = await sql<{ naam: string; aanroep: string; soorten: string[] }>`
      select p.proname as naam, p.oid::regproc::text as aanroep, array(select format_type(t, null) from unnest(p.proargtypes) t) as soorten from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname = 'public'`.execute(database.migratie);
    expect(rows.map((r) => r.naam).toSorted()).toEqual(Object.keys(BEKEND).toSorted());
    const raar: Record<string, string[]> = {
      text: ['null', "''", "repeat('a', 100000)", "E'\\\\'' or 1=1'", "'(((:*&|!'", "'\u{202e}'"], 'timestamp with time zone': ['null', "'infinity'", "'-infinity'", "'4713-01-01 BC'"], uuid: ['null', `'${ander.id}'`, "'00000000-0000-0000-0000-000000000000'"],
      date: ['null', "'infinity'", "'-infinity'", "'2026-11-23'"], bytea: ['null', "''", "decode(repeat('00', 32), 'hex')"], jsonb: ['null', "'null'", "'[]'", "'{\"a\":1}'"], integer: ['null', '-1', '0', '2147483647'], 'text[]': ['null', "'{}'", "'{politiek,null}'"], 'bytea[]': ['null', "'{}'", "array[decode(repeat('00', 32), 'hex')]"], 'integer[]': ['null', "'{}'", "'{1}'"], 'uuid[]': ['null', "'{}'", `array['${elders.politiek}']::uuid[]`],
    };
    const vreemd = [...Object.values(elders), ...Object.values(ander.mens)];
    let geprobeerd = 0;
    for (const { naam, aanroep, soorten } of rows.filter((r) => r.naam !== 'zoekwoorden_bij' && r.naam !== 'naamtelling_bij')) {
      for (let i = 0; i < 12; i += 1) {
        const argumenten = soorten.map((s, plek) => { const keuze = raar[s]; if (keuze === undefined) throw new Error(`hoe probeer je ${s}?`); return `${keuze[(i + plek * (i % 3)) % keuze.length]}::${s}`; });
        const uit = await alsApp(in_(eigen), `select * from ${aanroep}(${argumenten.join(', ')}) as x`);
        geprobeerd += 1;
        if (typeof uit === 'string') expect(uit, `${naam}(${argumenten.join(', ').slice(0, 120)})`).toMatch(/^(23502|23514|22P02|2201W|22023|22008|P0001|23503|54000|22003|42501|22021)$/);
        // Contents of another organisation never; ids of clocks are what the worker asks for, and names of organisations stand on the page to sign in.
        else if (naam !== 'termijnen_rijp' && naam !== 'journaal_koppen') expect(vreemd.filter((id) => JSON.stringify(uit).includes(id)), naam).toEqual([]);
      }
    }
    expect(geprobeerd).toBeGreaterThan(100);
    expect(await alsApp(`select journaal_schrijf(now(), 'x', 'x', 'x', 'x', null, 'gelukt', null)`)).toBe('P0001');
  });

  it('write a line in the name of another, but not in the place of another: the chain keeps what was', async () => {
    const uit = await alsApp(in_(eigen), `select journaal_schrijf('2020-01-01', '${eigen.mens.karin}', 'dossier.lezen', 'dossier', '${nieuwId()}', null, 'gelukt', null) as volgnr`, 'select max(volgnr) as laatste from journaal');
    const vorige = await alsApp(in_(eigen), 'select max(volgnr) as laatste from journaal');
    expect(Number((uit as { laatste: string }[])[0]?.laatste)).toBe(Number((vorige as { laatste: string }[])[0]?.laatste) + 1);
  });
});

describe('text of a user', () => {
  it('never becomes SQL: no room writes SQL from a string that is not in the code', async () => {
    const src = join(import.meta.dirname, '..', '..', 'src');
    const gevonden: string[] = [];
    for (const naam of await readdir(src, { recursive: true })) {
      // Below the rooms the platform writes some SQL of its own, of names and ids that come from the database; tests are not the application.
      if (!/\.tsx?$/.test(naam) || /\.test\.tsx?$/.test(naam) || naam.startsWith('platform/')) continue;
      const tekst = await readFile(join(src, naam), 'utf8');
      for (const [regel] of tekst.matchAll(/.*(sql\.(raw|lit)\b|import pg from 'pg').*/g)) gevonden.push(`${naam}: ${regel.trim().slice(0, 100)}`);
    }
    expect(gevonden).toEqual([]);
  });
});
