import { appendFile, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakDatabase, metOrganisatie, type Database } from '../database/index.ts';
import { controleerJournaal, leesZegelsleutel, verzegelJournaal, zegelmap, type Controleuitslag, type Verzegeluitslag, type Zegelsleutel } from './index.ts';

const A = '0197a000-0000-7000-8000-00000000000a';
const B = '0197b000-0000-7000-8000-00000000000b';
const NU = Temporal.Instant.from('2026-11-23T13:10:00.123456Z');

let td: TestDatabase;
let app: Database;
/** The attacker: superuser of the database server. */
let aanvaller: pg.Client;
let map: string;
let sleutel: Zegelsleutel;

beforeAll(async () => {
  td = await maakTestDatabase();
  app = maakDatabase(td.config.app, { verbindingen: 8 });
  aanvaller = new pg.Client(td.config.beheer);
  await aanvaller.connect();
});
afterAll(async () => {
  await aanvaller.end();
  await app.sluit();
  await td.opruimen();
});

beforeEach(async () => {
  map = await mkdtemp(join(tmpdir(), 'rugdekking-journaal-'));
  sleutel = await leesZegelsleutel(map);
  await aanvaller.query('truncate journaal, journaal_inhoud, journaal_kop, journaal_zegel');
});
afterEach(() => rm(map, { recursive: true, force: true }));

interface Schrijfregel {
  handeling: string;
  inhoud: object | null;
}

async function schrijf(organisatie: string, regels: readonly Schrijfregel[]): Promise<void> {
  for (const r of regels) {
    await metOrganisatie(app.db, organisatie, (trx) =>
      sql`select journaal_schrijf(${NU}::timestamptz, 'medewerker-1', ${r.handeling}::text, 'dossier', '8', null, 'gelukt', ${r.inhoud === null ? null : JSON.stringify(r.inhoud)}::jsonb)`.execute(trx));
  }
}

/** `aantal` lines, every third one without contents. */
const regels = (aantal: number): Schrijfregel[] =>
  Array.from({ length: aantal }, (_, i) => ({ handeling: `dossier.lezen`, inhoud: i % 3 === 2 ? null : { ip: `192.0.2.${i}`, verzoek: 'é “aanhaling” \\ \t\n 😀', bb: 1.50, a: [null, true] } }));

const verzegel = (): Promise<Verzegeluitslag> => verzegelJournaal(app.pool, { zegelmap: zegelmap(map), sleutel, nu: NU });
const controleer = (): Promise<Controleuitslag> => controleerJournaal(td.config.migratie, { zegelmap: zegelmap(map), sleutel });
const zegelbestand = (organisatie: string): string => join(zegelmap(map), `${organisatie}.jsonl`);

/** Two organisations, lines 1–20 sealed at 10 and 20, lines 21–24 not sealed. */
async function gevuld(): Promise<void> {
  for (const organisatie of [A, B]) await schrijf(organisatie, regels(10));
  await verzegel();
  for (const organisatie of [A, B]) await schrijf(organisatie, regels(10));
  await verzegel();
  for (const organisatie of [A, B]) await schrijf(organisatie, regels(4));
}

/** The attacker writes the chain anew from a line on, so that all links fit again: written apart from the code under test, in SQL. */
async function herrekenen(vanaf: number, organisatie = A): Promise<void> {
  await aanvaller.query(`
    do $$ declare r record; v bytea; begin
      select coalesce((select schakel from journaal where organisatie_id = '${organisatie}' and volgnr = ${vanaf} - 1), sha256(convert_to('${organisatie}', 'UTF8'))) into v;
      for r in select * from journaal where organisatie_id = '${organisatie}' and volgnr >= ${vanaf} order by volgnr loop
        v := sha256(convert_to(jsonb_build_array(r.organisatie_id, r.volgnr, to_char(r.tijd at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), r.actor, r.handeling, r.object_soort, r.object_id,
          r.dossier_id, r.resultaat, encode(r.verbintenis, 'hex'), encode(v, 'hex'))::text, 'UTF8'));
        update journaal set vorige = coalesce((select j.schakel from journaal j where j.organisatie_id = r.organisatie_id and j.volgnr = r.volgnr - 1), sha256(convert_to('${organisatie}', 'UTF8'))), schakel = v
          where organisatie_id = r.organisatie_id and volgnr = r.volgnr;
      end loop;
      update journaal_kop k set (volgnr, schakel) = (select j.volgnr, j.schakel from journaal j where j.organisatie_id = k.organisatie_id order by j.volgnr desc limit 1) where k.organisatie_id = '${organisatie}';
    end $$`);
}

describe('an untouched journaal', () => {
  it('is whole, and says how much there is', async () => {
    await gevuld();
    expect(await controleer()).toEqual({ organisaties: 2, regels: 48, zegels: 4, onverzegeld: 8, zonderInhoud: 0, breuken: [] });
  });

  it('is whole when it is empty', async () => {
    expect(await controleer()).toEqual({ organisaties: 0, regels: 0, zegels: 0, onverzegeld: 0, zonderInhoud: 0, breuken: [] });
  });

  it('is whole whatever text its contents and columns hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ handeling: fc.string({ unit: 'grapheme', minLength: 1 }), inhoud: fc.dictionary(fc.string(), fc.jsonValue()) }), { minLength: 1, maxLength: 4 }), async (willekeurig) => {
        const zonderNul = JSON.parse(JSON.stringify(willekeurig).replaceAll(String.raw`\u0000`, '0')) as typeof willekeurig;
        await schrijf(A, zonderNul.map((r) => ({ ...r, handeling: r.handeling.replaceAll('\0', '0') })));
        expect((await controleer()).breuken).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('stays one unbroken chain under many writers and a sealer at once', async () => {
    const klaar = new AbortController();
    const zegelaars = [1, 2].map(async () => {
      while (!klaar.signal.aborted) expect((await verzegel()).gebroken).toEqual([]);
    });
    await Promise.all(Array.from({ length: 8 }, (_, i) => schrijf(i % 2 === 0 ? A : B, regels(50))));
    klaar.abort();
    await Promise.all(zegelaars);
    await verzegel();
    const uitslag = await controleer();
    expect(uitslag).toMatchObject({ regels: 400, onverzegeld: 0, breuken: [] });
    expect(uitslag.zegels).toBeGreaterThan(2);
  });

  it('can be checked while it is being written and sealed', async () => {
    await gevuld();
    const klaar = new AbortController();
    const werk = [A, B].map(async (organisatie) => {
      while (!klaar.signal.aborted) {
        await schrijf(organisatie, regels(3));
        await verzegel();
      }
    });
    for (let i = 0; i < 15; i++) expect((await controleer()).breuken).toEqual([]);
    klaar.abort();
    await Promise.all(werk);
  });

  it('keeps its place when contents were erased, and says how many', async () => {
    await gevuld();
    await aanvaller.query(`delete from journaal_inhoud where organisatie_id = '${A}' and volgnr in (1, 2, 11)`);
    expect(await controleer()).toMatchObject({ breuken: [], zonderInhoud: 3, regels: 48 });
  });
});

describe('an attacker with all rights in the database', () => {
  const breuk = async (): Promise<{ regel: number | null; tekst: string }> => {
    const { breuken } = await controleer();
    expect(breuken).toHaveLength(1);
    expect(breuken[0]?.organisatieId).toBe(A);
    return { regel: breuken[0]?.regel ?? null, tekst: breuken[0]?.tekst ?? '' };
  };

  it.each(['tijd = tijd + interval \'1 microsecond\'', 'actor = \'medewerker-2\'', 'handeling = \'x\'', 'object_id = \'9\'', 'dossier_id = gen_random_uuid()', 'resultaat = \'geweigerd\'', 'verbintenis = null', 'vorige = schakel', 'schakel = vorige'])(
    'who changes a line (%s) is found at that line',
    async (wijziging) => {
      await gevuld();
      await aanvaller.query(`update journaal set ${wijziging} where organisatie_id = '${A}' and volgnr = 7`);
      expect(await breuk()).toEqual({ regel: 7, tekst: 'regel 7 is gewijzigd nadat hij geschreven was' });
    },
  );

  it('who changes a line and its own link is found at the next line', async () => {
    await gevuld();
    await aanvaller.query(`update journaal set actor = 'medewerker-2' where organisatie_id = '${A}' and volgnr = 22`);
    const vorige = (await aanvaller.query<{ v: Buffer }>(`select vorige as v from journaal where organisatie_id = '${A}' and volgnr = 23`)).rows[0]?.v;
    await herrekenen(22);
    await aanvaller.query(`update journaal set vorige = $1 where organisatie_id = '${A}' and volgnr = 23`, [vorige]);
    expect((await breuk()).regel).toBe(23);
  });

  it('who changes only contents, or their salt, is found', async () => {
    await gevuld();
    await aanvaller.query(`update journaal_inhoud set inhoud = jsonb_set(inhoud, '{ip}', '"203.0.113.1"') where organisatie_id = '${A}' and volgnr = 4`);
    expect(await breuk()).toEqual({ regel: 4, tekst: 'de inhoud van regel 4 is gewijzigd nadat hij geschreven was' });
    await aanvaller.query(`update journaal_inhoud set zout = '\\x00' where organisatie_id = '${A}' and volgnr = 2`);
    expect((await breuk()).regel).toBe(2);
  });

  it('who adds contents to a line without, or without a line, is found', async () => {
    await gevuld();
    await aanvaller.query(`insert into journaal_inhoud values ('${A}', 99, '\\x00', '{}')`);
    expect(await breuk()).toMatchObject({ regel: 99 });
    await aanvaller.query(`insert into journaal_inhoud values ('${A}', 3, '\\x00', '{}')`);
    expect(await breuk()).toMatchObject({ regel: 3 });
  });

  it('who deletes one line or more is found at the first that is missing', async () => {
    await gevuld();
    await aanvaller.query(`delete from journaal where organisatie_id = '${A}' and volgnr = 12`);
    expect(await breuk()).toEqual({ regel: 12, tekst: 'regel 12 ontbreekt' });
    await aanvaller.query(`delete from journaal where organisatie_id = '${A}' and volgnr in (3, 4, 5)`);
    expect(await breuk()).toEqual({ regel: 3, tekst: 'regel 3 tot en met 5 ontbreken' });
  });

  it('who deletes a line and closes the gap by renumbering is found', async () => {
    await gevuld();
    await aanvaller.query(`delete from journaal where organisatie_id = '${A}' and volgnr = 12`);
    await aanvaller.query(`delete from journaal_inhoud where organisatie_id = '${A}' and volgnr = 12`);
    for (const tabel of ['journaal', 'journaal_inhoud']) {
      await aanvaller.query(`update ${tabel} set volgnr = -volgnr where organisatie_id = '${A}' and volgnr > 12`);
      await aanvaller.query(`update ${tabel} set volgnr = -volgnr - 1 where organisatie_id = '${A}' and volgnr < 0`);
    }
    expect(await breuk()).toMatchObject({ regel: 12 });
    await herrekenen(12);
    expect(await breuk()).toEqual({ regel: 11, tekst: expect.stringContaining('regel 11 tot en met 20 zijn samen herschreven') });
  });

  it('who swaps two lines is found at the first of them', async () => {
    await gevuld();
    for (const tabel of ['journaal', 'journaal_inhoud']) {
      await aanvaller.query(`update ${tabel} set volgnr = case volgnr when 13 then -14 else -13 end where organisatie_id = '${A}' and volgnr in (13, 14)`);
      await aanvaller.query(`update ${tabel} set volgnr = -volgnr where organisatie_id = '${A}' and volgnr < 0`);
    }
    expect(await breuk()).toMatchObject({ regel: 13 });
  });

  it('who puts a line in between, or a second one with the same number, is found', async () => {
    await gevuld();
    await aanvaller.query(`update journaal set volgnr = -volgnr where organisatie_id = '${A}' and volgnr >= 15`);
    await aanvaller.query(`update journaal set volgnr = -volgnr + 1 where organisatie_id = '${A}' and volgnr < 0`);
    await aanvaller.query(`insert into journaal select organisatie_id, 15, tijd, 'iemand anders', handeling, object_soort, object_id, dossier_id, resultaat, null, vorige, schakel from journaal where organisatie_id = '${A}' and volgnr = 16`);
    expect(await breuk()).toMatchObject({ regel: 15 });
    await aanvaller.query(`delete from journaal where organisatie_id = '${A}'`);
    await aanvaller.query('begin');
    await aanvaller.query('alter table journaal drop constraint journaal_pkey');
    await aanvaller.query(`insert into journaal select * from journaal where organisatie_id = '${B}' and volgnr = 6`);
    await aanvaller.query('commit');
    try {
      expect((await controleer()).breuken).toContainEqual({ organisatieId: B, regel: 6, tekst: 'regel 6 hoort hier niet: regel 7 was aan de beurt' });
    } finally {
      await aanvaller.query(`truncate journaal`);
      await aanvaller.query('alter table journaal add primary key (organisatie_id, volgnr)');
    }
  });

  it('who cuts off the end is found: by the head, and when he mends that, by the seals', async () => {
    await gevuld();
    for (const tabel of ['journaal', 'journaal_inhoud']) await aanvaller.query(`delete from ${tabel} where organisatie_id = '${A}' and volgnr > 22`);
    expect(await breuk()).toEqual({ regel: 23, tekst: 'de keten eindigt bij regel 22, maar er zijn er 24 geschreven: het einde is weg' });
    for (const tabel of ['journaal', 'journaal_inhoud']) await aanvaller.query(`delete from ${tabel} where organisatie_id = '${A}' and volgnr > 15`);
    await herrekenen(15);
    expect(await breuk()).toEqual({ regel: 16, tekst: 'de keten eindigt bij regel 15: het einde is weg. Op 2026-11-23T13:10:00Z is regel 20 verzegeld' });
  });

  it('who rewrites everything so that it fits again is found by the seals', async () => {
    await gevuld();
    await aanvaller.query(`update journaal set actor = 'medewerker-2' where organisatie_id = '${A}' and volgnr = 5`);
    await herrekenen(1);
    expect(await breuk()).toEqual({ regel: 1, tekst: 'regel 1 tot en met 10 zijn samen herschreven: dit is niet wat op 2026-11-23T13:10:00Z verzegeld is' });
  });

  it('who removes the whole journaal of an organisation, head and records of seals too, is found', async () => {
    await gevuld();
    for (const tabel of ['journaal', 'journaal_inhoud', 'journaal_kop', 'journaal_zegel']) await aanvaller.query(`delete from ${tabel} where organisatie_id = '${A}'`);
    expect(await breuk()).toEqual({ regel: 1, tekst: 'het hele journaal is weg. Op 2026-11-23T13:10:00Z is regel 20 verzegeld' });
  });

  it('who removes only the head is found', async () => {
    await gevuld();
    await aanvaller.query(`delete from journaal_kop where organisatie_id = '${A}'`);
    expect((await breuk()).tekst).toContain('de kop van de keten ontbreekt');
  });

  it('does not get what he changed sealed', async () => {
    await gevuld();
    await aanvaller.query(`update journaal set actor = 'medewerker-2' where organisatie_id = '${A}' and volgnr = 23`);
    expect(await verzegel()).toMatchObject({ gezet: [{ organisatieId: B }], gebroken: [{ organisatieId: A, regel: 23 }] });
    expect((await readFile(zegelbestand(A), 'utf8')).trim().split('\n')).toHaveLength(2);
  });
});

describe('an attacker at the seals', () => {
  const tekst = async (): Promise<string> => {
    const { breuken } = await controleer();
    expect(breuken.map((b) => [b.organisatieId, b.regel])).toEqual([[A, null]]);
    return breuken[0]?.tekst ?? '';
  };
  const pasAan = async (wijzig: (regel: string) => string, nummer: number): Promise<void> => {
    const rijen = (await readFile(zegelbestand(A), 'utf8')).split('\n');
    rijen[nummer - 1] = wijzig(rijen[nummer - 1] ?? '');
    await writeFile(zegelbestand(A), rijen.join('\n'));
  };

  it.each([
    ['another line number', (r: string) => r.replace('"volgnr":20', '"volgnr":19'), 'niet met de sleutel'],
    ['another moment', (r: string) => r.replace('13:10:00Z', '13:11:00Z'), 'niet met de sleutel'],
    ['no signature', (r: string) => r.replace(/,"handtekening":".*?"/, ''), 'is onleesbaar'],
    ['garbage', () => 'zegel', 'is onleesbaar'],
  ])('who changes a seal (%s) is found', async (_, wijzig, verwacht) => {
    await gevuld();
    await pasAan(wijzig, 2);
    expect(await tekst()).toMatch(new RegExp(`^zegel 2 .*${verwacht}`));
  });

  it('who signs with a key of his own is found', async () => {
    await gevuld();
    const vals = await mkdtemp(join(tmpdir(), 'rugdekking-journaal-'));
    try {
      await aanvaller.query('delete from journaal_zegel');
      await verzegelJournaal(app.pool, { zegelmap: zegelmap(vals), sleutel: await leesZegelsleutel(vals), nu: NU });
      await writeFile(zegelbestand(A), await readFile(join(zegelmap(vals), `${A}.jsonl`), 'utf8'));
      const { breuken } = await controleer();
      expect(breuken.find((b) => b.organisatieId === A)?.tekst).toMatch(/^zegel 1 is niet met de sleutel/);
    } finally {
      await rm(vals, { recursive: true });
    }
  });

  it('who takes a seal out of the middle, or another organisation\'s file, is found', async () => {
    await gevuld();
    await verzegel();
    await pasAan(() => '', 2);
    expect(await tekst()).toMatch(/^zegel 2 is onleesbaar/);
    const rijen = (await readFile(zegelbestand(A), 'utf8')).split('\n').filter((r) => r !== '');
    await writeFile(zegelbestand(A), `${rijen.join('\n')}\n`);
    expect(await tekst()).toMatch(/^zegel 2 sluit niet aan/);
    await writeFile(zegelbestand(A), await readFile(zegelbestand(B)));
    expect(await tekst()).toMatch(/^zegel 1 is van een andere organisatie/);
  });

  it('who drops the last seals, or the whole file, is found by the database', async () => {
    await gevuld();
    const eerste = (await readFile(zegelbestand(A), 'utf8')).indexOf('\n') + 1;
    await truncate(zegelbestand(A), eerste);
    expect(await tekst()).toBe('zegel 2 is uit het bestand met zegels verdwenen');
    await rm(zegelbestand(A));
    expect(await tekst()).toBe('het bestand met zegels ontbreekt of is leeg; er waren er 2');
  });

  it('who drops the last seals and makes a new one over changed lines is found: the database knows another', async () => {
    await gevuld();
    await truncate(zegelbestand(A), (await readFile(zegelbestand(A), 'utf8')).indexOf('\n') + 1);
    await aanvaller.query(`update journaal set actor = 'medewerker-2' where organisatie_id = '${A}' and volgnr = 15`);
    await herrekenen(15);
    await verzegel();
    expect(await tekst()).toBe('zegel 2 is een ander dan dat de database kent');
  });
});

describe('the files of the seals', () => {
  it('are for the owner alone', async () => {
    await gevuld();
    expect((await readdir(map)).sort()).toEqual(['sleutels', 'zegels']);
    for (const [plek, bits] of [['sleutels', 0o700], ['zegels', 0o700], ['sleutels/journaal.key', 0o600], [`zegels/${A}.jsonl`, 0o600]] as const) {
      expect((await stat(join(map, plek))).mode & 0o777, plek).toBe(bits);
    }
  });

  it('survive a machine that stopped halfway a line, or between file and database', async () => {
    await gevuld();
    await appendFile(zegelbestand(A), '{"organisatie":"01');
    expect((await controleer()).breuken).toEqual([]);
    await aanvaller.query(`delete from journaal_zegel where nummer = 2`);
    await verzegel();
    await schrijf(A, regels(2));
    await verzegel();
    expect(await controleer()).toMatchObject({ breuken: [], onverzegeld: 0 });
    const { rows } = await aanvaller.query<{ n: string }>(`select string_agg(nummer::text, ',' order by nummer) as n from journaal_zegel where organisatie_id = '${A}'`);
    expect(rows[0]?.n).toBe('1,2,3,4');
  });

  it('chain by SHA-256 of the line before, as an oracle of its own sees it', async () => {
    await gevuld();
    const [een, twee] = (await readFile(zegelbestand(B), 'utf8')).trim().split('\n').map((r) => ({ r, z: JSON.parse(r) as { vorige: string } }));
    const sha = (t: string): string => createHash('sha256').update(t).digest('hex');
    expect(een?.z.vorige).toBe(sha(B));
    expect(twee?.z.vorige).toBe(sha(een?.r ?? ''));
  });
});

describe('the application role', () => {
  it.each([
    `insert into journaal select * from journaal where volgnr = 1`, `update journaal set actor = 'x'`, `delete from journaal`, `truncate journaal`,
    `update journaal_inhoud set inhoud = '{}'`, `delete from journaal_inhoud`, `insert into journaal_inhoud values ('${A}', 77, '\\x00', '{}')`,
    `select * from journaal_kop`, `update journaal_kop set volgnr = 0`, `delete from journaal_kop`, `insert into journaal_kop values ('${A}', 0, '\\x00')`,
    `update journaal_zegel set afdruk = '\\x00'`, `delete from journaal_zegel`, `alter table journaal disable row level security`, `drop function journaal_koppen`,
    `create or replace function journaal_schrijf(p_tijd timestamptz, p_actor text, p_handeling text, p_object_soort text, p_object_id text, p_dossier uuid, p_resultaat text, p_inhoud jsonb) returns bigint language sql as 'select 1::bigint'`,
  ])('may not: %s', async (opdracht) => {
    await gevuld();
    await expect(metOrganisatie(app.db, A, (trx) => sql.raw(opdracht).execute(trx))).rejects.toThrow(/permission denied|must be owner/);
    expect((await controleer()).breuken).toEqual([]);
  });

  it('may not write without an organisation, and reads only its own lines', async () => {
    await gevuld();
    await expect(sql`select journaal_schrijf(now(), 'a', 'b', 'c', 'd', null, 'gelukt', null)`.execute(app.db)).rejects.toThrow('journaal zonder organisatie');
    const { rows } = await metOrganisatie(app.db, A, (trx) => sql<{ id: string }>`select distinct organisatie_id as id from journaal`.execute(trx));
    expect(rows).toEqual([{ id: A }]);
  });
});
