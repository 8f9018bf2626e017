import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { metOrganisatie } from '../platform/database/index.ts';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { maakOrganisatie, type Testorganisatie } from '../../tests/hulp/organisatie.ts';
import { persoonssoortcodes } from './regels/soorten.ts';
import { standaardkader } from './regels/standaard.ts';
import { kaderOp } from './versies.ts';

describe('the version an organisation starts with', () => {
  let database: TestDatabase;
  let org: Testorganisatie;
  beforeAll(async () => {
    database = await maakTestDatabase();
    org = await maakOrganisatie(database.migratie);
  });
  afterAll(() => database?.opruimen());

  it('is there without a step, for each kind of person, and is the one the code ships', async () => {
    for (const soort of persoonssoortcodes) {
      const { kader, versie } = await metOrganisatie(database.app, org.id, (trx) => kaderOp({ trx, organisatieId: org.id }, soort, Temporal.PlainDate.from('2026-11-23')));
      expect(versie).toMatchObject({ nummer: 1, persoonssoort: soort });
      expect(kader).toEqual(standaardkader(soort));
    }
  });

  it('also holds for an incident from before it', async () => {
    const { versie } = await metOrganisatie(database.app, org.id, (trx) => kaderOp({ trx, organisatieId: org.id }, 'medewerker', Temporal.PlainDate.from('1999-06-01')));
    expect(versie.nummer).toBe(1);
  });
});
