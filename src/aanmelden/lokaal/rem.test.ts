import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakKlok, type Testklok } from '../../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { tel, vergeet } from '../../platform/rem/index.ts';
import { remmenVan, type Poger } from './rem.ts';

let td: TestDatabase;
let org: Testorganisatie;
let klok: Testklok;
beforeAll(async () => {
  td = await maakTestDatabase();
  org = await maakOrganisatie(td.migratie);
});
afterAll(() => td.opruimen());
beforeEach(async () => {
  await sql`delete from rem`.execute(td.migratie);
  klok = maakKlok();
});

type Wie = Omit<Poger, 'organisatieId'>;
const van = (wie: Wie) => remmenVan({ organisatieId: org.id, ...wie });
const samira: Wie = { account: 'samira@x.example', adres: '192.0.2.1', toestel: null };
/** Whether an attempt is tried; a wait is sat out when asked. */
async function probeer(wie: Wie = samira): Promise<boolean> {
  return (await tel(td.app, van(wie), klok())) === null;
}
async function wacht(wie: Wie = samira): Promise<number> {
  const tot = await tel(td.app, van(wie), klok());
  return tot === null ? 0 : klok().until(tot).total('seconds');
}

describe('the brake on guessing', () => {
  test('lets five mistakes pass, then makes one wait longer and longer, and a quarter of an hour at most', async () => {
    for (let i = 0; i < 6; i++) expect(await probeer()).toBe(true);
    const gewacht: number[] = [];
    for (let i = 0; i < 12; i++) {
      gewacht.push(await wacht());
      klok.vooruit({ seconds: gewacht.at(-1) ?? 0 });
      expect(await probeer()).toBe(true);
    }
    expect(gewacht).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  test('does not count, or lengthen the wait, while one has to wait', async () => {
    for (let i = 0; i < 8; i++) await tel(td.app, van(samira), klok().add({ seconds: i * 100 }));
    klok.vooruit({ seconds: 700 });
    const eerst = await wacht();
    expect(eerst).toBeGreaterThan(0);
    for (let i = 0; i < 50; i++) await wacht();
    expect(await wacht()).toBe(eerst);
  });

  test('never lets strangers lock someone out: from elsewhere a minute at most, in her own browser not at all', async () => {
    // A hundred addresses keep guessing at her account for a day.
    for (let i = 0; i < 400; i++) {
      await probeer({ ...samira, adres: `198.51.100.${i % 100}` });
      klok.vooruit({ minutes: 3 });
    }
    expect(await wacht({ ...samira, adres: '203.0.113.9' })).toBe(0);
    expect(await wacht({ ...samira, adres: '203.0.113.10' })).toBeLessThanOrEqual(60);
    expect(await wacht({ ...samira, toestel: 'haar eigen browser' })).toBe(0);
  });

  test('counts an account that does not exist the same', async () => {
    const meet = async (account: string): Promise<number[]> => {
      const uit: number[] = [];
      for (let i = 0; i < 10; i++) uit.push(await wacht({ ...samira, account, adres: `192.0.2.${account.length}` }));
      return uit;
    };
    expect(await meet('bestaat@x.example')).toEqual(await meet('bestaat-niet@x.example'));
  });

  test('slows down an address that tries many accounts', async () => {
    for (let i = 0; i < 31; i++) expect(await probeer({ ...samira, account: `collega${i}@x.example` })).toBe(true);
    expect(await wacht({ ...samira, account: 'nog-een@x.example' })).toBe(2);
    expect(await wacht({ ...samira, account: 'nog-een@x.example', adres: '192.0.2.2' })).toBe(0);
  });

  test('holds when many try at the same moment', async () => {
    const uit = await Promise.all(Array.from({ length: 40 }, () => probeer()));
    expect(uit.filter(Boolean)).toHaveLength(6);
  });

  test('is forgotten after the right answer, but not what the address did to others', async () => {
    for (let i = 0; i < 6; i++) await probeer();
    klok.vooruit({ seconds: 10 });
    expect(await probeer()).toBe(true);
    await vergeet(td.app, van(samira), klok());
    for (let i = 0; i < 6; i++) expect(await probeer()).toBe(true);
    const { rows } = await sql<{ fouten: number }>`select max(fouten) as fouten from rem`.execute(td.migratie);
    expect(rows[0]?.fouten).toBe(12);
  });

  test('is forgotten a day after the last mistake', async () => {
    for (let i = 0; i < 7; i++) await probeer();
    klok.vooruit({ hours: 24, seconds: 1 });
    expect(await wacht()).toBe(0);
    const { rows } = await sql<{ fouten: number }>`select fouten from rem`.execute(td.migratie);
    expect(rows.every((r) => r.fouten === 1)).toBe(true);
  });

  test('never makes two attempts wait for each other for ever, whichever are counted and which taken back', async () => {
    const wie = Array.from({ length: 8 }, (_, i): Wie => ({ account: `collega${i}@x.example`, adres: '192.0.2.7', toestel: null }));
    const mis: string[] = [];
    for (let ronde = 0; ronde < 20; ronde++) {
      for (const een of wie) await tel(td.app, van(een), klok());
      const uit = await Promise.allSettled(wie.flatMap((een) => [tel(td.app, van(een), klok()), vergeet(td.app, van(een), klok()), tel(td.app, van(een), klok()), vergeet(td.app, van(een), klok())]));
      mis.push(...uit.filter((u) => u.status === 'rejected').map((u) => String(u.reason)));
      klok.vooruit({ hours: 25 });
    }
    expect(mis).toEqual([]);
  });
});
