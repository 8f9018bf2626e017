import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { dienMeldingIn } from '../../melden/handelingen/indienen.ts';
import { voegBetrokkeneToe, wijzigBetrokkene } from './betrokkenen.ts';

let td: TestDatabase;
let org: Testorganisatie;
let deuren: Testdeuren;
beforeAll(async () => {
  td = await maakTestDatabase();
  org = await maakOrganisatie(td.migratie);
  deuren = maakTestdeuren(td.app, maakKlok());
});
afterAll(() => td.opruimen());

const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
async function melding(): Promise<string> {
  const { dossierId } = await deuren.voer(dienMeldingIn, { vormen: ['dreigen'], wanneer: 'zonet', locatie: org.locatie.stadhuis, verhaal: 'Hij dreigde.', concept: '' }, await als('samira'));
  return dossierId;
}
const rij = (dossier: string, rol: 'veroorzaker' | 'slachtoffer') => td.migratie.selectFrom('betrokkene').selectAll().where('dossier_id', '=', dossier).where('rol', '=', rol).where('vervallen_op', 'is', null).executeTakeFirstOrThrow();

describe('what is known of someone from outside', () => {
  it('is completed on the same row, so that what hangs on it stays, and is found by that name', async () => {
    const dossier = await melding();
    const was = await rij(dossier, 'veroorzaker');
    expect(was.soort).toBe('onbekend');
    await deuren.voer(wijzigBetrokkene, { id: dossier, betrokkene: was.id, versie: was.versie, soort: 'bekend', naam: 'R. Verschuren', omschrijving: 'Man met rode jas', contact: '' }, await als('adviseur'));
    expect(await rij(dossier, 'veroorzaker')).toMatchObject({ id: was.id, soort: 'bekend', naam: 'R. Verschuren', omschrijving: 'Man met rode jas', versie: was.versie + 1 });
    expect((await td.migratie.selectFrom('zoektekst').select('tekst').where('dossier_id', '=', dossier).executeTakeFirstOrThrow()).tekst).toContain('Verschuren');
  });

  it('is not changed by who saw an older version, without a name, of a colleague, or from another dossier', async () => {
    const dossier = await melding();
    const was = await rij(dossier, 'veroorzaker');
    const velden = { id: dossier, betrokkene: was.id, versie: was.versie, soort: 'bekend', naam: 'J. Bos', omschrijving: '', contact: '' };
    await expect(deuren.voer(wijzigBetrokkene, { ...velden, versie: 7 }, await als('adviseur'))).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    await expect(deuren.voer(wijzigBetrokkene, { ...velden, naam: ' ' }, await als('adviseur'))).rejects.toMatchObject({ velden: [{ veld: 'naam' }] });
    await expect(deuren.voer(wijzigBetrokkene, { ...velden, soort: 'medewerker' }, await als('adviseur'))).rejects.toMatchObject({ code: 'invoer.ongeldig' });
    await expect(deuren.voer(wijzigBetrokkene, { ...velden, betrokkene: (await rij(dossier, 'slachtoffer')).id }, await als('adviseur'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(deuren.voer(wijzigBetrokkene, { ...velden, id: await melding() }, await als('adviseur'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(deuren.voer(wijzigBetrokkene, velden, await als('milan'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    expect(await rij(dossier, 'veroorzaker')).toMatchObject({ soort: 'onbekend', naam: '' });
  });

  it('can be more than one', async () => {
    const dossier = await melding();
    await deuren.voer(voegBetrokkeneToe, { id: dossier, rol: 'veroorzaker', soort: 'bekend', medewerker_naam: '', medewerker_id: '', naam: 'K. Tweede', omschrijving: '', contact: '' }, await als('adviseur'));
    expect(await td.migratie.selectFrom('betrokkene').select('soort').where('dossier_id', '=', dossier).where('rol', '=', 'veroorzaker').where('vervallen_op', 'is', null).execute()).toHaveLength(2);
  });
});
