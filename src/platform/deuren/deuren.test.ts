import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { handeling } from './index.ts';

let td: TestDatabase;
let org: Testorganisatie;
let deuren: Testdeuren;
beforeAll(async () => {
  td = await maakTestDatabase();
  org = await maakOrganisatie(td.migratie);
  deuren = maakTestdeuren(td.app, maakKlok());
});
afterAll(() => td.opruimen());

let keren = 0;
const geef = (resultaat: unknown, herhaalbaar?: true) => handeling({
  naam: 'melding.indienen', invoer: z.object({}), ...(herhaalbaar ? { herhaalbaar } : {}),
  voerUit: async () => {
    keren += 1;
    return { resultaat };
  },
});
const als = () => deuren.als(org.id, org.mens.samira);
const bewaard = async () => JSON.stringify(await td.migratie.selectFrom('idempotentie').selectAll().execute());

describe('the result of an act that was done with a key', () => {
  it('is given again, without doing it again', async () => {
    const sleutel = crypto.randomUUID();
    const eerst = await deuren.voer(geef({ id: org.id, nummer: '2026-0001', op: '2026-11-23T10:00:00Z', aantal: 3, klaar: true, lijst: [null, 'code'] }), {}, await als(), sleutel);
    const toen = keren;
    expect(await deuren.voer(geef('iets anders'), {}, await als(), sleutel)).toEqual(eerst);
    expect(keren).toBe(toen);
  });

  it('is never a text or a secret: such an act fails, and leaves nothing', async () => {
    for (const [resultaat, woord] of [[{ id: org.id, naam: 'Samira Haddad' }, 'Samira'], [{ diep: [{ verhaal: 'hij dreigde mij' }] }, 'dreigde'], [{ token: 'x'.repeat(65) }, 'xxxx']] as const) {
      await expect(deuren.voer(geef(resultaat), {}, await als(), crypto.randomUUID())).rejects.toThrow('geeft meer terug');
      expect(await bewaard()).not.toContain(woord);
    }
  });

  it('is not kept of an act that may be done again', async () => {
    const sleutel = crypto.randomUUID();
    const voor = keren;
    for (let i = 0; i < 2; i++) expect(await deuren.voer(geef({ tekst: '31 februari bestaat niet.' }, true), {}, await als(), sleutel)).toEqual({ tekst: '31 februari bestaat niet.' });
    expect(keren).toBe(voor + 2);
    expect(await bewaard()).not.toContain(sleutel);
  });
});
