import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { dienMeldingIn, dienMeldingNamensIn } from './indienen.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;

beforeAll(async () => {
  database = await maakTestDatabase();
  deuren = maakTestdeuren(database.app);
  org = await maakOrganisatie(database.migratie);
});
afterAll(() => database?.opruimen());

const dreiging = () => ({ vormen: ['dreigen'], wanneer: 'vandaag', tijd: '13.05', locatie: org.locatie.stadhuis, verhaal: 'Hij zei dat hij me buiten zou opwachten.', belwens: 'vandaag', concept: '' });

describe('reporting', () => {
  it('opens a dossier, tells the leidinggevende and the Adviseur of a serious one, and promises a call', async () => {
    const uit = await deuren.voer(dienMeldingIn, dreiging(), await deuren.als(org.id, org.mens.samira));
    expect(uit.nummer).toBe('2026-0001');
    const gemeld = await database.migratie.selectFrom('kennisgeving').select(['aan_id', 'soort']).where('dossier_id', '=', uit.dossierId).where('soort', '=', 'ernstige-melding').execute();
    expect(new Set(gemeld.map((k) => k.aan_id))).toEqual(new Set([org.mens.karin, org.mens.adviseur, org.mens.adviseurPolitiek]));
    const nazorg = await database.migratie.selectFrom('termijn').selectAll().where('dossier_id', '=', uit.dossierId).where('soort', '=', 'nazorg_24u').executeTakeFirstOrThrow();
    expect(nazorg.aan_id).toBe(org.mens.karin);
    expect(nazorg.verval_op.toString()).toBe('2026-11-23T16:00:00Z');
    const journaal = await database.migratie.selectFrom('journaal').selectAll().where('dossier_id', '=', uit.dossierId).execute();
    expect(journaal.map((j) => [j.actor, j.handeling, j.resultaat])).toEqual([[org.mens.samira, 'melding.indienen', 'gelukt']]);
  });

  it('is done once when the same form is sent twice', async () => {
    const wie = await deuren.als(org.id, org.mens.joost);
    const sleutel = crypto.randomUUID();
    const [een, twee] = await Promise.all([deuren.voer(dienMeldingIn, dreiging(), wie, sleutel), deuren.voer(dienMeldingIn, dreiging(), wie, sleutel)]);
    expect(twee).toEqual(een);
  });

  it('refuses who has no right to report on behalf as if the colleague did not exist', async () => {
    const invoer = { ...dreiging(), voor: org.mens.joost, bron: 'telefoon', namens_reden: 'ziek thuis' };
    await expect(deuren.voer(dienMeldingNamensIn, invoer, await deuren.als(org.id, org.mens.samira))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });
});
