import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maatregelhulp } from '../../../tests/hulp/maatregel.ts';
import { maakOrganisatie, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import type { Id } from '../../kern/ids.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let d: { dossierId: Id; betrokkeneId: Id };
let h: ReturnType<typeof maatregelhulp>;

beforeAll(async () => {
  database = await maakTestDatabase();
  h = maatregelhulp(database, () => deuren, () => org);
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  deuren = maakTestdeuren(database.app, maakKlok());
  org = await maakOrganisatie(database.migratie);
  d = await h.incident();
});

describe('a measure from proposal to end', () => {
  it('goes the whole way', async () => {
    await h.machtig('karin');
    const m = await h.totBesluit(d);
    expect((await h.rij(m)).toestand).toBe('gehoord');
    await h.besluit(d.dossierId, m);
    expect(await h.rij(m)).toMatchObject({ toestand: 'besloten', besloten_door: org.mens.karin });
    expect(await h.tik()).toBe(0);
    await h.verstuurBrief(m);
    expect(await h.tik()).toBe(1);
    expect((await h.rij(m)).toestand).toBe('besloten');
    deuren.klok.zet('2026-12-01T08:00:00Z');
    expect(await h.tik()).toBe(1);
    expect((await h.rij(m)).toestand).toBe('in_werking');
    deuren.klok.zet('2027-02-28T22:30:00Z');
    expect(await h.tik()).toBe(0);
    deuren.klok.zet('2027-02-28T23:30:00Z');
    expect(await h.tik()).toBe(1);
    expect((await h.rij(m)).toestand).toBe('verlopen');
  });
});
