import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../tests/hulp/deuren.ts';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../tests/hulp/organisatie.ts';
import { metOrganisatie } from '../platform/database/index.ts';
import { laatBetrokkeneVervallen, voegBetrokkeneToe } from '../dossier/handelingen/betrokkenen.ts';
import { maakSamenvoegen } from '../dossier/handelingen/sluiten.ts';
import { dienMeldingIn } from '../melden/index.ts';
import { beslisOverKandidaat, verhuisKoppelingen, veroorzakerbeeld, vulVeroorzakerAan } from './dossier.ts';
import { feitstatusVan, zetFeitstatus } from './feitstatus.ts';
import { eerdereIncidenten, persoonBij } from './incidenten.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;

beforeAll(async () => {
  database = await maakTestDatabase();
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  org = await maakOrganisatie(database.migratie);
  deuren = maakTestdeuren(database.app, maakKlok());
});

const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
const meld = async (wie: Mens, over: Record<string, unknown> = {}): Promise<Id> => (await deuren.voer(dienMeldingIn, { vormen: ['dreigen'], wanneer: 'zonet', locatie: org.locatie.stadhuis, concept: '', ...over }, await als(wie))).dossierId;
const beeld = async (id: Id, wie: Mens = 'adviseur') => deuren.vraag(veroorzakerbeeld, { id }, await als(wie));
const bij = async (id: Id, b: Id, wie: Mens = 'adviseur') => (await beeld(id, wie)).veroorzakers.find((v) => v.id === b);
async function betrokkene(id: Id, wie: Mens = 'adviseur', naam = 'M. el Idrissi', soort = 'bekend', over: Record<string, unknown> = {}): Promise<Id> {
  await deuren.voer(voegBetrokkeneToe, { id, rol: 'veroorzaker', soort, naam, ...over }, await als(wie));
  const [nieuwste] = await database.migratie.selectFrom('betrokkene').select('id').where('dossier_id', '=', id).where('rol', '=', 'veroorzaker').orderBy('id', 'desc').execute();
  if (!nieuwste) throw new Error('er kwam niemand bij');
  return nieuwste.id;
}
const vul = async (id: Id, b: Id, over: Record<string, unknown>, wie: Mens = 'adviseur', versie = '0') => deuren.voer(vulVeroorzakerAan, { id, betrokkene: b, versie, soort: 'bekend', ...over }, await als(wie));
const IDRISSI = { voornamen: 'Mohammed', voorvoegsel: 'el', geslachtsnaam: 'Idrissi', geboren: '7-3-1984' };
const MISSPELD = { voornamen: 'Mohamed', voorvoegsel: 'El', geslachtsnaam: 'Idrisi', geboren: '7-3-1984' };

/** Two reports about one man, the second misspelt; both recorded, not yet joined. */
async function tweeKeer(): Promise<{ eerste: Id; tweede: Id; b1: Id; b2: Id }> {
  const [eerste, tweede] = [await meld('samira'), await meld('beheerder')];
  const [b1, b2] = [await betrokkene(eerste), await betrokkene(tweede, 'adviseur', 'Mohamed El Idrisi')];
  await vul(eerste, b1, IDRISSI);
  await vul(tweede, b2, MISSPELD);
  return { eerste, tweede, b1, b2 };
}
const eerder = async (dossierId: Id, betrokkeneId: Id, wie: Mens = 'adviseur', vanaf = '2025-01-01') => {
  const { actor } = await als(wie);
  return metOrganisatie(database.app, org.id, (trx) => eerdereIncidenten({ trx, organisatieId: org.id, actor }, { dossierId, betrokkeneId, vanaf: Temporal.PlainDate.from(vanaf) }));
};

describe('recognising the veroorzaker of a dossier', () => {
  it('finds who was recorded before through a misspelt name, says why, and counts only after a person decided', async () => {
    const { eerste, tweede, b2 } = await tweeKeer();
    const herkend = (await bij(tweede, b2))?.herkend;
    const [kandidaat] = herkend?.herkenning.kandidaten ?? [];
    expect(kandidaat?.groep.weergave).toBe('Mohammed el Idrissi');
    expect(kandidaat?.uitslag.band).toBe('waarschijnlijk');
    expect(kandidaat?.uitslag.redenen.map((r) => r.veld)).toEqual(expect.arrayContaining(['achternaam', 'geboortedatum']));
    expect(await eerder(tweede, b2)).toEqual([]);
    await deuren.voer(beslisOverKandidaat, { id: tweede, betrokkene: b2, persoon: kandidaat?.groep.id, uitkomst: 'dezelfde' }, await als('adviseur'));
    expect((await eerder(tweede, b2)).map((d) => d.dossierId)).toEqual([eerste]);
    const wie = await metOrganisatie(database.app, org.id, (trx) => persoonBij({ trx, organisatieId: org.id }, b2));
    expect(wie?.id).toBe(kandidaat?.groep.id);
    expect((await bij(tweede, b2))?.herkend?.herkenning.kandidaten).toEqual([]);
  });

  it('remembers that two are not the same and never asks again', async () => {
    const { tweede, b2 } = await tweeKeer();
    const persoon = (await bij(tweede, b2))?.herkend?.herkenning.kandidaten[0]?.groep.id;
    await deuren.voer(beslisOverKandidaat, { id: tweede, betrokkene: b2, persoon, uitkomst: 'niet_dezelfde' }, await als('adviseur'));
    expect((await bij(tweede, b2))?.herkend?.herkenning.kandidaten).toEqual([]);
    await expect(deuren.voer(beslisOverKandidaat, { id: tweede, betrokkene: b2, persoon, uitkomst: 'dezelfde' }, await als('adviseur'))).rejects.toMatchObject({ code: 'conflict.toestand' });
    const [rij] = await database.migratie.selectFrom('oordeel').selectAll().where('organisatie_id', '=', org.id).execute();
    expect(rij).toMatchObject({ uitkomst: 'niet_dezelfde', band: 'waarschijnlijk', door: org.mens.adviseur });
    expect(JSON.stringify(rij?.redenen)).not.toMatch(/idris/i);
  });

  it('never calls a name alone probable, and asks for the field that would decide', async () => {
    const [eerste, tweede] = [await meld('samira'), await meld('beheerder')];
    await vul(eerste, await betrokkene(eerste), IDRISSI);
    const b2 = await betrokkene(tweede, 'adviseur', 'Mohammed el Idrissi');
    const { kandidaten, beslissendVeld } = (await bij(tweede, b2))?.herkend?.herkenning ?? { kandidaten: [], beslissendVeld: null };
    expect(kandidaten.map((k) => k.uitslag.band)).toEqual(['mogelijk']);
    expect(beslissendVeld).toBe('geboortedatum');
  });

  it('shows candidates to the Adviseur only: not to a leidinggevende, and the reporter has no such page', async () => {
    const [eerste, tweede] = [await meld('beheerder'), await meld('samira')];
    await vul(eerste, await betrokkene(eerste), IDRISSI);
    const b2 = await betrokkene(tweede);
    await vul(tweede, b2, MISSPELD);
    const vanKarin = await beeld(tweede, 'karin');
    expect(vanKarin.veroorzakers.map((v) => v.herkend)).toEqual(vanKarin.veroorzakers.map(() => null));
    expect(JSON.stringify(vanKarin)).not.toContain('Mohammed');
    await expect(beeld(tweede, 'samira')).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(deuren.voer(beslisOverKandidaat, { id: tweede, betrokkene: b2, persoon: org.mens.samira, uitkomst: 'dezelfde' }, await als('karin'))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });

  it('counts for a leidinggevende only what he may open himself', async () => {
    const { eerste, tweede, b1, b2 } = await tweeKeer();
    const persoon = (await bij(tweede, b2))?.herkend?.herkenning.kandidaten[0]?.groep.id;
    await deuren.voer(beslisOverKandidaat, { id: tweede, betrokkene: b2, persoon, uitkomst: 'dezelfde' }, await als('adviseur'));
    expect((await eerder(eerste, b1)).map((d) => d.dossierId)).toEqual([tweede]);
    expect(await eerder(eerste, b1, 'karin')).toEqual([]);
    expect(await eerder(eerste, b1, 'adviseur', '2026-11-24')).toEqual([]);
  });

  it('does not count a betrokkene that was taken off', async () => {
    const { eerste, tweede, b1, b2 } = await tweeKeer();
    const persoon = (await bij(tweede, b2))?.herkend?.herkenning.kandidaten[0]?.groep.id;
    await deuren.voer(beslisOverKandidaat, { id: tweede, betrokkene: b2, persoon, uitkomst: 'dezelfde' }, await als('adviseur'));
    await deuren.voer(laatBetrokkeneVervallen, { id: eerste, betrokkene: b1 }, await als('adviseur'));
    expect(await eerder(tweede, b2)).toEqual([]);
  });

  it('counts two reports of one event once, after they were joined', async () => {
    const { eerste, tweede, b2 } = await tweeKeer();
    const persoon = (await bij(tweede, b2))?.herkend?.herkenning.kandidaten[0]?.groep.id;
    await deuren.voer(beslisOverKandidaat, { id: tweede, betrokkene: b2, persoon, uitkomst: 'dezelfde' }, await als('adviseur'));
    const derde = await meld('joost');
    const b3 = await betrokkene(derde, 'adviseur', 'De man van maandag');
    await vul(derde, b3, { ...IDRISSI, versie: '0' });
    const versie = String((await database.migratie.selectFrom('dossier').select('versie').where('id', '=', eerste).executeTakeFirstOrThrow()).versie);
    await deuren.voer(maakSamenvoegen([verhuisKoppelingen]), { id: eerste, versie, doel: derde }, await als('adviseur'));
    const na = (await beeld(derde)).veroorzakers;
    expect(na.filter((v) => v.record !== null)).toHaveLength(2);
    expect((await eerder(tweede, b2)).map((d) => d.dossierId)).toEqual([derde]);
  });

  it('recognises a colleague by who he is, and shows nobody himself', async () => {
    const [eerste, tweede] = [await meld('samira'), await meld('karin')];
    const b1 = await betrokkene(eerste, 'adviseur', '', 'medewerker', { medewerker: org.mens.adviseurPolitiek });
    const b2 = await betrokkene(tweede, 'adviseur', '', 'medewerker', { medewerker: org.mens.adviseurPolitiek });
    await vul(eerste, b1, { soort: 'collega', omschrijving: 'Bij de kopieermachine' });
    const [kandidaat] = (await bij(tweede, b2))?.herkend?.herkenning.kandidaten ?? [];
    expect(kandidaat?.exact).toBe('collega');
    await deuren.voer(beslisOverKandidaat, { id: tweede, betrokkene: b2, persoon: kandidaat?.groep.id, uitkomst: 'dezelfde' }, await als('adviseur'));
    await expect(beeld(tweede, 'adviseurPolitiek')).rejects.toMatchObject({ code: 'niet-gevonden' });
  });
});

describe('recording who it is', () => {
  it.each([
    [{ geboren: '31-02-1984' }, 'geboren'], [{ geboren: '1-1-1900' }, 'geboren'], [{ geboren: 'gisteren' }, 'geboren'], [{ geboren: '24-11-2026' }, 'geboren'], [{ geboren: '1884' }, 'geboren'],
    [{ kenmerken: '123456782' }, 'kenmerken'], [{ kenmerken: 'bsn 1234.56.782' }, 'kenmerken'], [{ omschrijving: 'zijn nummer is 111222333' }, 'omschrijving'], [{ huisnummer: 'bis' }, 'huisnummer'],
    [{ postcode: '1234' }, 'postcode'], [{ telefoons: '12' }, 'telefoons'], [{ emails: 'geen adres' }, 'emails'], [{ voornamen: 'x'.repeat(300) }, 'voornamen'], [{ voorvoegsel: 'van' }, 'geslachtsnaam'], [{}, 'omschrijving'],
  ])('refuses %j at its field and keeps nothing', async (over, veld) => {
    const id = await meld('samira');
    const b = await betrokkene(id);
    await expect(vul(id, b, over)).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [expect.objectContaining({ veld })] });
    expect((await bij(id, b))?.record).toBeNull();
  });

  it.each(['محمد القذافي', 'Дмитрий Иванов', 'Şükrü Yıldız', 'Łukasz Wójcik', 'VAN DEN BERG', 'X', 'Berg, Jan vd', '😀 onbekend', "Robert'); drop table persoon;--", '[.*]+(?!x)', 'a'.repeat(200)])('takes %s as a name', async (geslachtsnaam) => {
    const id = await meld('samira');
    const b = await betrokkene(id);
    await vul(id, b, { geslachtsnaam });
    expect((await bij(id, b))?.record?.namen.find((n) => n.soort === 'geboorte')?.geslachtsnaam).toBe(geslachtsnaam);
  });

  it('keeps where someone lived before, unless it was wrong, and notices that another was first', async () => {
    const id = await meld('samira');
    const b = await betrokkene(id);
    await vul(id, b, { ...IDRISSI, straat: 'Dorpsstraat', huisnummer: '12 bis hs', postcode: '1234ab', woonplaats: 'Proefdam' });
    await vul(id, b, { ...IDRISSI, huisnummer: 'Postbus 340', postcode: '1234 XZ', woonplaats: 'Proefdam' }, 'karin', '1');
    const adressen = (await bij(id, b))?.record?.adressen;
    expect(adressen?.map((a) => [a.straat, a.huisnummer, a.toevoeging, a.postbus, a.postcode, a.tot?.toString() ?? null])).toEqual([['', null, '', 340, '1234 XZ', null], ['Dorpsstraat', 12, 'bis hs', null, '1234 AB', '2026-11-23']]);
    await expect(vul(id, b, IDRISSI, 'adviseur', '1')).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    await expect(vul(id, b, IDRISSI, 'adviseur', '0')).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    await vul(id, b, { ...IDRISSI, adres_fout: 'ja' }, 'adviseur', '2');
    expect((await bij(id, b))?.record?.adressen.map((a) => a.straat)).toEqual(['Dorpsstraat']);
    expect((await bij(id, b))?.record?.namen.map((n) => n.soort)).toEqual(['geboorte', 'gemeld']);
  });
});

describe('whether it stands', () => {
  it('is reported until someone says otherwise with a reason, and what it was stays', async () => {
    const id = await meld('samira');
    const nu = () => metOrganisatie(database.app, org.id, (trx) => feitstatusVan({ trx, organisatieId: org.id }, id));
    expect(await nu()).toBe('gemeld');
    await expect(deuren.voer(zetFeitstatus, { id, status: 'vastgesteld', reden: '' }, await als('adviseur'))).rejects.toMatchObject({ code: 'invoer.ongeldig' });
    await expect(deuren.voer(zetFeitstatus, { id, status: 'vastgesteld', reden: 'Beelden.' }, await als('karin'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await deuren.voer(zetFeitstatus, { id, status: 'betwist', reden: 'Hij zegt dat hij er niet was.' }, await als('adviseur'));
    deuren.klok.vooruit({ minutes: 1 });
    await deuren.voer(zetFeitstatus, { id, status: 'vastgesteld', reden: 'Hij staat op de beelden.' }, await als('adviseur'));
    expect(await nu()).toBe('vastgesteld');
    expect(await database.migratie.selectFrom('feitstatus').select('status').where('dossier_id', '=', id).orderBy('op').execute()).toEqual([{ status: 'betwist' }, { status: 'vastgesteld' }]);
  });
});
