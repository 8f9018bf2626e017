import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { bezoekstap, meldBezoek, planBezoek } from './handelingen/bezoek.ts';
import { maakControle, type Controleuitslag } from './handelingen/controle.ts';
import { maakSignaalhandelingen } from './handelingen/signaal.ts';
import { signaleringTik } from './klok.ts';
import { proefmiddelen, vorm, zetDossier } from './proefmiddelen.ts';
import { bezoekLezen } from './vragen/bezoek.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let volgnr = 0;
const m = proefmiddelen();
const controle = maakControle(m, 'medewerker');
const { maakSignaal } = maakSignaalhandelingen(m);

beforeAll(async () => {
  database = await maakTestDatabase();
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  org = await maakOrganisatie(database.migratie);
  deuren = maakTestdeuren(database.app, maakKlok());
});

const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
const signaal = async () => deuren.voer(maakSignaal, vorm(await zetDossier(database.migratie, org, { m, nu: deuren.nu(), volgnr: ++volgnr })), await als('adviseur'));
const vraagAls = async (wie: Mens, over: Record<string, unknown> = {}): Promise<Controleuitslag> => deuren.voer(controle, { doel: 'huisbezoek', naam: 'Jan Jansen', geboortedatum: '7-3-1984', ...over }, await als(wie));

describe('a home visit', () => {
  const plan = async (over: Record<string, unknown> = {}) => {
    await signaal();
    const { id } = await vraagAls('consulent');
    return deuren.voer(planBezoek, { controle: id, nagegaan: ['nodig', 'instructie', 'samen', 'telefoon'], terug: '15.30', plek: 'Dorpsstraat 12', ...over }, await als('consulent'));
  };
  const gehoord = () => database.migratie.selectFrom('kennisgeving').select(['aan_id', 'op']).where('organisatie_id', '=', org.id).where('soort', '=', 'niet-terug').orderBy('op').orderBy('id').execute();

  it('is prepared only after one’s own yellow light, with what must be thought of', async () => {
    await expect(plan({ nagegaan: ['nodig'] })).rejects.toMatchObject({ velden: [expect.objectContaining({ veld: 'nagegaan' })] });
    await expect(plan({ terug: '13.00' })).rejects.toMatchObject({ velden: [expect.objectContaining({ veld: 'terug' })] });
    const groen = await vraagAls('consulent', { naam: 'Piet Pieters' });
    await expect(deuren.voer(planBezoek, { controle: groen.id, nagegaan: ['nodig', 'instructie', 'samen', 'telefoon'], terug: '15.30' }, await als('consulent'))).rejects.toMatchObject({ code: 'conflict.toestand' });
    const geel = await vraagAls('consulent');
    await expect(deuren.voer(planBezoek, { controle: geel.id, nagegaan: ['nodig', 'instructie', 'samen', 'telefoon'], terug: '15.30' }, await als('receptionist'))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });

  it('warns the colleague, then his leidinggevende, then the Adviseur when nobody confirms', async () => {
    const { id } = await plan();
    const stap = async (moment: string) => {
      deuren.klok.zet(moment);
      await signaleringTik(database.app, deuren);
      return (await gehoord()).map((k) => Object.entries(org.mens).find(([, x]) => x === k.aan_id)?.[0]);
    };
    expect(await stap('2026-11-23T14:29:00Z')).toEqual([]);
    await expect(deuren.vraag(bezoekLezen, { id }, await als('petra'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    expect(await stap('2026-11-23T14:30:00Z')).toEqual(['consulent']);
    expect(await stap('2026-11-23T14:40:00Z')).toEqual(['consulent', 'petra']);
    expect(new Set(await stap('2026-11-23T14:55:00Z'))).toEqual(new Set(['consulent', 'petra', 'adviseur', 'adviseurPolitiek']));
    const beeld = await deuren.vraag(bezoekLezen, { id }, await als('petra'));
    expect([beeld.plek, beeld.telefoon]).toEqual(['Dorpsstraat 12', '010-0000000']);
    await expect(deuren.vraag(bezoekLezen, { id }, await als('karin'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await deuren.voer(meldBezoek, { id, wat: 'terug' }, await als('consulent'));
    const aantal = (await gehoord()).length;
    expect((await stap('2026-11-23T16:00:00Z')).length).toBe(aantal);
    expect(await database.migratie.selectFrom('huisbezoek').select(['plek', 'volgende_stap_op']).where('id', '=', id).executeTakeFirst()).toEqual({ plek: '', volgende_stap_op: null });
    await expect(deuren.vraag(bezoekLezen, { id }, await als('petra'))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });

  it('takes every missed step when the worker was away, one after the other', async () => {
    const { id } = await plan();
    deuren.klok.zet('2026-11-23T20:00:00Z');
    for (let i = 0; i < 6; i += 1) await signaleringTik(database.app, deuren);
    expect((await database.migratie.selectFrom('huisbezoek').select(['stap', 'volgende_stap_op']).where('id', '=', id).executeTakeFirst())).toEqual({ stap: 4, volgende_stap_op: null });
    expect(await deuren.voerSysteem(bezoekstap, { id }, org.id)).toBeNull();
  });

  it('can take longer, and begins to count anew', async () => {
    const { id } = await plan();
    deuren.klok.zet('2026-11-23T14:25:00Z');
    await deuren.voer(meldBezoek, { id, wat: 'aangekomen' }, await als('consulent'));
    await deuren.voer(meldBezoek, { id, wat: 'langer' }, await als('consulent'));
    deuren.klok.zet('2026-11-23T14:59:00Z');
    await signaleringTik(database.app, deuren);
    expect(await gehoord()).toEqual([]);
    await expect(deuren.voer(meldBezoek, { id, wat: 'terug' }, await als('receptionist'))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });
});
