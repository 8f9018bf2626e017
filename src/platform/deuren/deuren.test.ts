import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { Fout, veldfout } from '../../kern/fouten/index.ts';
import { rem } from '../rem/index.ts';
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

describe('an act in which something can be guessed', () => {
  let uitkomst: () => void = () => undefined;
  const raad = handeling({
    naam: 'melding.indienen', invoer: z.object({ wat: z.string().min(1) }),
    rem: { remmen: (actor) => [rem('proef', [actor.id], 2, 60)], velden: ['wat', 'code'] },
    async voerUit() {
      keren += 1;
      uitkomst();
      return { resultaat: null };
    },
  });
  const probeer = async (wie = als(), sleutel?: string): Promise<string> => {
    const e: unknown = await deuren.voer(raad, { wat: 'x' }, await wie, sleutel).then(() => null, (fout: unknown) => fout);
    return e instanceof Fout ? (e.velden[0]?.tekst ?? e.code) : 'goed';
  };
  const mis = () => {
    throw veldfout('code', 'mis');
  };
  beforeEach(async () => {
    await sql`delete from rem`.execute(td.migratie);
    uitkomst = mis;
  });

  it('is not tried while one has to wait, not even when it would be right, and is right again after that', async () => {
    expect([await probeer(), await probeer(), await probeer()]).toEqual(['mis', 'mis', 'mis']);
    const toen = keren;
    uitkomst = () => undefined;
    expect(await probeer()).toMatch(/^Dit is te vaak misgegaan\. Probeer het na \d+\.\d\d uur opnieuw\.$/);
    expect(keren).toBe(toen);
    deuren.klok.vooruit({ seconds: 2 });
    expect(await probeer()).toBe('goed');
    uitkomst = mis;
    expect([await probeer(), await probeer(), await probeer()]).toEqual(['mis', 'mis', 'mis']);
  });

  it('does not count what was right but failed on something else, and counts again from where it was', async () => {
    uitkomst = () => {
      throw veldfout('nieuw', 'te kort');
    };
    for (let i = 0; i < 10; i += 1) expect(await probeer()).toBe('te kort');
  });

  it('cannot be counted anew with a key of before, of this act or of another: nothing is tried then', async () => {
    const [van, ander] = [crypto.randomUUID(), crypto.randomUUID()];
    await deuren.voer(geef({ id: 'x' }), {}, await als(), van);
    await deuren.voer({ ...geef({ id: 'x' }), naam: 'melding.lijst' }, {}, await als(), ander);
    for (const [sleutel, antwoord] of [[van, 'goed'], [ander, 'csrf.ongeldig']] as const) {
      await sql`delete from rem`.execute(td.migratie);
      const met: string[] = [];
      for (let i = 0; i < 2; i += 1) met.push(await probeer(), await probeer(als(), sleutel));
      expect(met).toEqual(['mis', antwoord, 'mis', expect.stringContaining('te vaak')]);
    }
  });

  it('leaves a line in the journaal for a wrong guess, without what was typed', async () => {
    await probeer();
    const [regel] = await td.migratie.selectFrom('journaal').selectAll().where('organisatie_id', '=', org.id).orderBy('volgnr', 'desc').limit(1).execute();
    expect(regel).toMatchObject({ actor: org.mens.samira, handeling: 'melding.indienen', resultaat: 'mislukt', object_soort: 'verzoek' });
  });

  it('holds for who guesses, not for a colleague', async () => {
    for (let i = 0; i < 4; i += 1) await probeer();
    uitkomst = () => undefined;
    expect(await probeer()).toContain('te vaak');
    expect(await probeer(deuren.als(org.id, org.mens.joost))).toBe('goed');
  });
});
