import { sql } from 'kysely';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { nieuwId, type Id } from '../kern/ids.ts';
import { klokTik } from '../dossier/index.ts';
import { maakControle, maakLijstcontrole, type Controleuitslag } from './handelingen/controle.ts';
import { handelGebruikAf } from './handelingen/gebruik.ts';
import { leesInstructie, lichtIn } from './handelingen/inlichten.ts';
import { maakSignaalhandelingen } from './handelingen/signaal.ts';
import { signaleringTik } from './klok.ts';
import { proefmiddelen, vorm, zetDossier } from './proefmiddelen.ts';
import { gebruikLezen } from './vragen/gebruik.ts';
import { lopendeSignalen, maakSignaalvragen } from './vragen/signaal.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
const m = proefmiddelen();
const controle = maakControle(m, 'medewerker');
const lijst = maakLijstcontrole(m);
const { maakSignaal, herzieSignaal, trekIn } = maakSignaalhandelingen(m);
const { een, instructie } = maakSignaalvragen(m);

beforeAll(async () => {
  database = await maakTestDatabase();
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  org = await maakOrganisatie(database.migratie);
  deuren = maakTestdeuren(database.app, maakKlok());
  m.personen.bekend.clear();
  m.gronden.length = 0;
});

const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
let volgnr = 0;

const dossier = (over: Parameters<typeof zetDossier>[3] = {}) => zetDossier(database.migratie, org, { m, nu: deuren.nu(), volgnr: ++volgnr }, over);
async function signaal(over: Record<string, unknown> = {}, bij: Parameters<typeof dossier>[0] = {}, wie: Mens = 'adviseur'): Promise<{ id: Id; dossier: Id; betrokkene: Id }> {
  const d = await dossier(bij);
  const { signaal: id } = await deuren.voer(maakSignaal, vorm(d, over), await als(wie));
  return { id, ...d };
}
const vraag = (over: Record<string, unknown> = {}) => ({ doel: 'huisbezoek', naam: 'Jan Jansen', geboortedatum: '7-3-1984', ...over });
const vraagAls = async (wie: Mens, over: Record<string, unknown> = {}): Promise<Controleuitslag> => deuren.voer(controle, vraag(over), await als(wie));

describe('a signal', () => {
  it('is made from a serious and recent incident, has an end and a review, and says whether the registered person hears of it or why not', async () => {
    const { id } = await signaal({ burger: 'uitgesteld', burger_reden: 'Hij weet dan wie er meldde.', burger_tot: '1-3-2027' });
    const rij = await database.migratie.selectFrom('signaal').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect([rij.kleur, rij.einddatum.toString(), rij.herzien_op.toString(), rij.burger]).toEqual(['geel', '2027-05-23', '2027-02-23', 'uitgesteld']);
    expect(rij.burger_reden).toBe('Hij weet dan wie er meldde.');
    const klok = await database.migratie.selectFrom('termijn').select(['soort', 'verval_op', 'dossier_id']).where('onderwerp_id', '=', id).execute();
    expect(klok.map((k) => [k.soort, k.verval_op.toString(), k.dossier_id])).toEqual([['herziening', '2027-02-23T08:00:00Z', null]]);
  });

  it.each([
    ['an incident that is not serious', {}, { ernst: 'middel' as const }, 'grond'],
    ['an incident of more than a year ago', {}, { dagenGeleden: 400 }, 'grond'],
    ['a measure that does not hold', { grond: nieuwId() }, {}, 'grond'],
    ['no end', { einddatum: '' }, {}, 'einddatum'],
    ['an end beyond what the organisation allows', { einddatum: '24-11-2027' }, {}, 'einddatum'],
    ['an end that has passed', { einddatum: '1-11-2026' }, {}, 'einddatum'],
    ['31 February', { einddatum: '31-02-2027' }, {}, 'einddatum'],
    ['a review after the end', { herzien_op: '24-05-2027' }, {}, 'herzien_op'],
    ['no instruction', { instructies: [] }, {}, 'instructies'],
    ['an instruction that does not exist', { instructies: ['sla_terug'] }, {}, 'instructies.0'],
    ['the name of the slachtoffer in the text', { toelichting: 'Vraag naar Haddad' }, {}, 'toelichting'],
    ['the first name of the slachtoffer in capitals', { toelichting: 'SAMIRA weet meer' }, {}, 'toelichting'],
    ['a telephone number in the text', { toelichting: 'Bel 0612345678' }, {}, 'toelichting'],
    ['a story in the text', { toelichting: 'x'.repeat(141) }, {}, 'toelichting'],
    ['someone who is not recorded yet', {}, { bekend: false }, 'betrokkene'],
    ['a postponed notice without a reason', { burger: 'uitgesteld' }, {}, 'burger_reden'],
    ['an address without number', { waarop: 'adres', postcode: '1234 AB', huisnummer: '' }, {}, 'huisnummer'],
    ['a postbus', { waarop: 'adres', postcode: '1234 AB', huisnummer: 'postbus 12' }, {}, 'huisnummer'],
  ])('is refused for %s', async (_, over, bij, veld) => {
    await expect(signaal(over, bij)).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [expect.objectContaining({ veld })] });
  });

  it('never outlasts the measure it rests on', async () => {
    const d = await dossier({ ernst: 'middel' });
    const maatregel = nieuwId();
    m.gronden.push({ id: maatregel, betrokkeneId: d.betrokkene, naam: 'Pandverbod', tot: Temporal.PlainDate.from('2027-01-31') });
    await expect(deuren.voer(maakSignaal, vorm(d, { grond: maatregel, einddatum: '1-2-2027', herzien_op: '1-1-2027' }), await als('adviseur'))).rejects.toMatchObject({ velden: [{ veld: 'einddatum', tekst: expect.stringContaining('eerder eindigt') as unknown }] });
    await deuren.voer(maakSignaal, vorm(d, { grond: maatregel, einddatum: '31-1-2027', herzien_op: '1-1-2027' }), await als('adviseur'));
  });

  it('can only be made, seen, changed and told of by who handles that compartment', async () => {
    const d = await dossier();
    for (const wie of ['consulent', 'receptionist', 'karin', 'samira', 'griffier', 'fg', 'beheerder'] as const) await expect(deuren.voer(maakSignaal, vorm(d), await als(wie))).rejects.toMatchObject({ code: 'niet-gevonden' });
    const { id } = await signaal();
    for (const wie of ['consulent', 'receptionist', 'karin', 'griffier', 'fg'] as const) {
      await expect(deuren.vraag(een, { id }, await als(wie))).rejects.toMatchObject({ code: 'niet-gevonden' });
      await expect(deuren.voer(trekIn, { id, reden: 'Weg' }, await als(wie))).rejects.toMatchObject({ code: 'niet-gevonden' });
      await expect(deuren.voer(lichtIn, { id, onderdelen: [org.onderdeel.WI] }, await als(wie))).rejects.toMatchObject({ code: 'niet-gevonden' });
    }
    for (const wie of ['consulent', 'receptionist', 'karin', 'fg'] as const) await expect(deuren.vraag(lopendeSignalen, {}, await als(wie))).rejects.toMatchObject({ code: 'niet-gevonden' });
    expect((await deuren.vraag(lopendeSignalen, {}, await als('griffier'))).regels).toEqual([]);
  });

  it('can be made shorter and lighter at any time, and longer only while it still has its ground', async () => {
    const { id } = await signaal();
    const i = { id, instructies: ['bel_eerst_adviseur'], toelichting: '', burger: 'ingelicht' };
    await deuren.voer(herzieSignaal, { ...i, versie: '1', einddatum: '1-4-2027', herzien_op: '1-3-2027' }, await als('adviseur'));
    await expect(deuren.voer(herzieSignaal, { ...i, versie: '1', einddatum: '1-4-2027', herzien_op: '1-3-2027' }, await als('adviseur'))).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    deuren.klok.zet('2027-03-30T10:00:00Z');
    await database.migratie.updateTable('dossier').set({ voorval_op: Temporal.Instant.from('2026-01-01T10:00:00Z') }).where('organisatie_id', '=', org.id).execute();
    await expect(deuren.voer(herzieSignaal, { ...i, versie: '2', einddatum: '1-6-2027', herzien_op: '1-5-2027' }, await als('adviseur'))).rejects.toMatchObject({ velden: [{ veld: 'einddatum', tekst: expect.stringContaining('geldt niet meer') as unknown }] });
    await deuren.voer(herzieSignaal, { ...i, versie: '2', einddatum: '1-4-2027', herzien_op: '31-3-2027' }, await als('adviseur'));
  });

  it('expires by itself: at the check at once, and by the clock with its line in the journaal', async () => {
    const { id, dossier: dossierId } = await signaal();
    await deuren.voer(lichtIn, { id, onderdelen: [org.onderdeel.WI] }, await als('adviseur'));
    expect((await vraagAls('consulent')).uitkomst).toBe('geel');
    deuren.klok.zet('2027-05-23T21:59:00Z');
    await signaleringTik(database.app, deuren);
    expect((await vraagAls('consulent')).uitkomst).toBe('geel');
    deuren.klok.zet('2027-05-23T22:01:00Z');
    expect((await vraagAls('consulent')).uitkomst).toBe('groen');
    await expect(deuren.vraag(instructie, { id }, await als('consulent'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    // Signals of the organisations of other tests end on this day too.
    expect(await signaleringTik(database.app, deuren)).toBeGreaterThanOrEqual(1);
    expect(await signaleringTik(database.app, deuren)).toBe(0);
    const s = await database.migratie.selectFrom('signaal').select(['verlopen_op']).where('id', '=', id).executeTakeFirstOrThrow();
    expect(s.verlopen_op?.toString()).toBe('2027-05-23T22:01:00Z');
    expect(await database.migratie.selectFrom('termijn').select('id').where('onderwerp_id', '=', id).where('afgerond_op', 'is', null).execute()).toEqual([]);
    expect(await database.migratie.selectFrom('signaalontvanger').select('medewerker_id').where('signaal_id', '=', id).where('vervallen_op', 'is', null).execute()).toEqual([]);
    const regels = await database.migratie.selectFrom('journaal').select(['actor', 'handeling']).where('dossier_id', '=', dossierId).where('handeling', '=', 'klok.signaalverloopt').execute();
    expect(regels).toEqual([{ actor: 'systeem', handeling: 'klok.signaalverloopt' }]);
  });

  it('reminds who must look at it again, and tells the Adviseur when that did not happen', async () => {
    const { id } = await signaal();
    deuren.klok.zet('2027-02-23T07:00:00Z');
    await klokTik(database.app, deuren);
    deuren.klok.zet('2027-02-23T08:05:00Z');
    await klokTik(database.app, deuren);
    const berichten = await database.migratie.selectFrom('kennisgeving').select(['soort', 'aan_id']).where('onderwerp_id', '=', id).orderBy('op').execute();
    expect(berichten.map((b) => b.soort)).toEqual(expect.arrayContaining(['termijn-nadert', 'te-laat']));
  });
});

describe('the database itself', () => {
  /** As the application, in the transaction of this organisation. */
  async function alsApp(opdracht: string): Promise<string> {
    const client = new pg.Client(database.config.app);
    await client.connect();
    try {
      await client.query(`begin; set local rugdekking.organisatie = '${org.id}'`);
      await client.query(opdracht);
      return 'gelukt';
    } catch (e) {
      return e instanceof pg.DatabaseError ? (e.constraint ?? e.code ?? '') : 'anders';
    } finally {
      await client.end();
    }
  }

  it('holds no signal without an end and a review, whoever writes it', async () => {
    const { id } = await signaal();
    const kopie = (velden: string) => alsApp(`insert into signaal (organisatie_id, id, dossier_id, compartiment, betrokkene_id, grond, reden, instructies, ingangsdatum, einddatum, herzien_op, burger, gemaakt_door, gemaakt_op)
      select organisatie_id, gen_random_uuid(), dossier_id, compartiment, betrokkene_id, grond, reden, instructies, ${velden}, burger, gemaakt_door, gemaakt_op from signaal where id = '${id}'`);
    expect(await kopie("ingangsdatum, einddatum, herzien_op")).toBe('gelukt');
    expect(await kopie("ingangsdatum, null, herzien_op")).toBe('23502');
    expect(await kopie("ingangsdatum, einddatum, null")).toBe('23502');
    expect(await kopie("ingangsdatum, ingangsdatum, ingangsdatum")).toMatch(/^signaal_/);
    expect(await kopie("ingangsdatum, ingangsdatum + 732, herzien_op")).toBe('signaal_eindigt');
    expect(await kopie("ingangsdatum, 'infinity'::date, herzien_op")).toMatch(/signaal_eindigt|22/);
    expect(await kopie("ingangsdatum, einddatum, einddatum + 1")).toBe('signaal_wordt_herzien');
    expect(await kopie("ingangsdatum, einddatum, ingangsdatum")).toBe('signaal_wordt_herzien');
    expect(await alsApp(`update signaal set einddatum = einddatum + 3000 where id = '${id}'`)).toBe('signaal_eindigt');
    // What a signal began with, and that it was made, cannot be changed or removed by the application.
    for (const opdracht of [`update signaal set ingangsdatum = '2030-01-01'`, `update signaal set betrokkene_id = null`, `update signaal set grond = 'maatregel'`, 'delete from signaal', 'delete from controle', 'update controle set uitkomst = \'groen\'', 'delete from gebruiksmelding', 'delete from systeemkoppeling', `update systeemkoppeling set sleutel_hash = 'x'`]) {
      expect(await alsApp(opdracht), opdracht).toBe('42501');
    }
  });

  it('shows nothing of another organisation, also not to a check', async () => {
    await signaal();
    const hier = org;
    const daar = await maakOrganisatie(database.migratie);
    const vreemde = await deuren.als(daar.id, daar.mens.consulent);
    expect((await deuren.voer(controle, vraag(), vreemde)).uitkomst).toBe('groen');
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from signaal where organisatie_id = ${hier.id}`.execute(database.app);
    expect(rows[0]?.n).toBe(0);
  });
});

describe('a check beforehand', () => {
  it('gives a light and what to do, and nothing of the story or the person', async () => {
    await signaal({ toelichting: 'Parkeer om de hoek' });
    const uit = await vraagAls('consulent');
    expect(uit).toMatchObject({ uitkomst: 'geel', persoon: { uitkomst: 'geel', instructies: ['met_zijn_tweeen'], toelichtingen: ['Parkeer om de hoek'] }, adres: null });
    const alles = JSON.stringify(uit);
    for (const geheim of ['Jansen', '1984', 'bedreiging', 'Dreiging', 'Samira', '1234AB', org.mens.samira]) expect(alles).not.toContain(geheim);
  });

  it('is red when the instruction is not to go there', async () => {
    await signaal({ instructies: ['alleen_op_kantoor', 'bel_eerst_adviseur'] });
    expect(await vraagAls('receptionist')).toMatchObject({ uitkomst: 'rood' });
  });

  it('never gives a light on a name alone, and does not even look', async () => {
    await signaal();
    const keek: string[] = [];
    const spion = { ...m, personen: { ...m.personen, herken: async () => { keek.push('ja'); return []; } } };
    for (const naam of ['Jan Jansen', 'Iemand Anders']) {
      const uit = await deuren.voer(maakControle(spion, 'medewerker'), vraag({ naam, geboortedatum: '' }), await als('consulent'));
      expect(uit).toMatchObject({ uitkomst: 'niet_te_bepalen', persoon: { vraagOm: 'geboortedatum', instructies: [], signalen: [] } });
    }
    expect(keek).toEqual([]);
  });

  it('asks for the field that would decide, and says so when that is not enough', async () => {
    await signaal();
    expect(await vraagAls('consulent', { geboortedatum: '1984' })).toMatchObject({ uitkomst: 'niet_te_bepalen', persoon: { vraagOm: 'geboortedatum', instructies: [] } });
    expect(await vraagAls('consulent', { geboortedatum: '1985' })).toMatchObject({ uitkomst: 'groen' });
    expect(await vraagAls('consulent', { geboortedatum: '8-3-1984' })).toMatchObject({ uitkomst: 'groen' });
  });

  it('answers person and address apart, with the toevoeging known or not', async () => {
    await signaal({}, {});
    const adres = (over: Record<string, unknown>) => vraagAls('consulent', { naam: '', geboortedatum: '', postcode: '1234 ab', huisnummer: '12', ...over });
    expect(await adres({ toevoeging: 'a' })).toMatchObject({ uitkomst: 'geel', persoon: null, adres: { instructies: ['met_zijn_tweeen'], zelfdePand: false } });
    expect(await adres({})).toMatchObject({ uitkomst: 'geel', adres: { zelfdePand: true } });
    expect(await adres({ toevoeging: 'B' })).toMatchObject({ uitkomst: 'groen' });
    expect(await adres({ huisnummer: '13' })).toMatchObject({ uitkomst: 'groen' });
    // Someone else at that address: nothing about him, and yet what to do there.
    expect(await vraagAls('consulent', { naam: 'Piet Pieters', geboortedatum: '1-2-1990', postcode: '1234AB', huisnummer: '12A' })).toMatchObject({ uitkomst: 'geel', persoon: { uitkomst: 'groen' }, adres: { uitkomst: 'geel' } });
  });

  it('finds a signal on an address itself', async () => {
    await signaal({ waarop: 'adres', betrokkene: '', postcode: '9876 XY', huisnummer: '12', toevoeging: 'III', instructies: ['niet_bezoeken'] }, { naam: 'Niemand', bekend: false });
    const adres = (huisnummer: string, toevoeging = '') => vraagAls('consulent', { naam: '', geboortedatum: '', postcode: '9876XY', huisnummer, toevoeging });
    expect(await adres('12 3 hoog')).toMatchObject({ uitkomst: 'rood', adres: { zelfdePand: false } });
    expect(await adres('12', '3')).toMatchObject({ uitkomst: 'rood', adres: { zelfdePand: false } });
    expect(await adres('12')).toMatchObject({ uitkomst: 'rood', adres: { zelfdePand: true } });
    expect(await adres('12 hs')).toMatchObject({ uitkomst: 'groen' });
  });

  it('shows at most ten signals, the red ones first', async () => {
    for (let i = 0; i < 12; i += 1) await signaal({ instructies: i === 11 ? ['niet_bezoeken'] : ['met_zijn_tweeen'] });
    const uit = await vraagAls('consulent');
    expect([uit.uitkomst, uit.signalen.length]).toEqual(['rood', 10]);
  });

  it('is for those with the role alone, within their compartment', async () => {
    await signaal({}, { compartiment: 'politiek', naam: 'Piet Politiek', slachtoffer: 'raadslid' }, 'griffier');
    for (const wie of ['samira', 'karin', 'fg', 'beheerder', 'directeur', 'raadslid'] as const) await expect(vraagAls(wie)).rejects.toMatchObject({ code: 'niet-gevonden' });
    const over = { naam: 'Piet Politiek' };
    expect((await vraagAls('consulent', over)).uitkomst).toBe('groen');
    expect((await vraagAls('griffier', over)).uitkomst).toBe('geel');
    await signaal({ ook_ambtelijk: 'ja', instructies: ['beveiliging_erbij'] }, { compartiment: 'politiek', naam: 'Piet Politiek', slachtoffer: 'raadslid' }, 'griffier');
    expect(await vraagAls('receptionist', over)).toMatchObject({ uitkomst: 'geel', persoon: { instructies: ['beveiliging_erbij'] } });
  });

  it('shows nobody a signal from a dossier in which he is the veroorzaker', async () => {
    const d = await dossier();
    await database.migratie.insertInto('betrokkene').values({ organisatie_id: org.id, id: nieuwId(), dossier_id: d.dossier, rol: 'veroorzaker', soort: 'medewerker', medewerker_id: org.mens.consulent, toegevoegd_op: deuren.nu(), vervallen_op: null }).execute();
    await deuren.voer(maakSignaal, vorm(d), await als('adviseur'));
    expect((await vraagAls('consulent')).uitkomst).toBe('groen');
    expect((await vraagAls('receptionist')).uitkomst).toBe('geel');
  });

  it.each([
    ['without a purpose', { doel: '' }, 'doel'], ['with a purpose that does not exist', { doel: 'nieuwsgierig' }, 'doel'], ['with one letter', { naam: 'J' }, 'naam'], ['with a wildcard', { naam: '%' }, 'naam'], ['with only stars', { naam: '***' }, 'naam'], ['with a template', { naam: '${7*7}' }, 'naam'],
    ['with 300 characters', { naam: 'a'.repeat(300) }, 'naam'], ['with 31 February', { geboortedatum: '31-02-1984' }, 'geboortedatum'], ['with a date to come', { geboortedatum: '1-1-2030' }, 'geboortedatum'], ['with "vandaag"', { geboortedatum: 'vandaag' }, 'geboortedatum'],
    ['with nothing', { naam: '', geboortedatum: '' }, 'naam'], ['with a date alone', { naam: '' }, 'naam'], ['with a postcode alone', { postcode: '1234AB' }, 'huisnummer'], ['with a postbus', { postcode: '1234AB', huisnummer: 'Postbus 3' }, 'huisnummer'],
    ['with a postcode of five digits', { postcode: '12345' }, 'postcode'],
  ])('is refused %s', async (_, over, veld) => {
    await expect(vraagAls('consulent', over)).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [expect.objectContaining({ veld })] });
  });

  it.each(["'; drop table signaal; --", 'Jan% Jansen', 'J.* Jansen', 'Ja\u0578 Jan\u0455en', 'Jan\u202eJansen', '(?:Jan|Piet) Jansen', 'Jan\u0000 Jansen', "Jan' OR '1'='1"])('finds nobody by %j', async (naam) => {
    await signaal();
    const uit = await vraagAls('consulent', { naam, geboortedatum: '8-3-1984' });
    expect(['groen', 'niet_te_bepalen']).toContain(uit.uitkomst);
  });

  it('is written down with its purpose and without what was typed', async () => {
    const { id } = await signaal();
    const uit = await vraagAls('consulent');
    const rij = await database.migratie.selectFrom('controle').selectAll().where('id', '=', uit.id).executeTakeFirstOrThrow();
    expect([rij.medewerker_id, rij.doel, rij.uitkomst, rij.signalen]).toEqual([org.mens.consulent, 'huisbezoek', 'geel', [id]]);
    expect(JSON.stringify(rij)).not.toMatch(/jansen|1984/i);
    const { rows } = await sql<{ handeling: string; actor: string; inhoud: { doel: string } }>`select j.handeling, j.actor, i.inhoud from journaal j join journaal_inhoud i using (organisatie_id, volgnr) where j.organisatie_id = ${org.id} and j.object_id = ${uit.id}`.execute(database.migratie);
    expect(rows).toEqual([expect.objectContaining({ handeling: 'controle.doen', actor: org.mens.consulent, inhoud: expect.objectContaining({ doel: 'huisbezoek' }) as unknown })]);
    expect((await deuren.vraag(een, { id }, await als('adviseur'))).getoond).toEqual([expect.objectContaining({ wie: 'Kees Hofman', doel: 'huisbezoek' })]);
  });

  it('checks a list row by row: a row that cannot be read does not keep the others out', async () => {
    await signaal();
    const leeg = { naam: '', geboortedatum: '', postcode: '', huisnummer: '', toevoeging: '', telefoon: '' };
    const regels = [{ ...leeg, naam: 'Jan Jansen', geboortedatum: '7-3-1984' }, { ...leeg, naam: 'Jan Jansen', geboortedatum: '31-02-1984' }, { ...leeg, naam: 'Piet Pieters', geboortedatum: '1-1-1980' }, { ...leeg, naam: 'Jan Jansen' }].map((v, i) => ({ nummer: i + 1, tijd: '', vraag: v }));
    const { rijen } = await deuren.voer(lijst, { doel: 'afspraak', regels }, await als('consulent'));
    expect(rijen.map((r) => r.antwoord?.uitkomst ?? r.fout)).toEqual(['geel', '31 februari bestaat niet. Welke dag bedoel je?', 'groen', 'niet_te_bepalen']);
    const sporen = await database.migratie.selectFrom('controle').select(['lijst_id']).where('organisatie_id', '=', org.id).execute();
    expect([sporen.length, new Set(sporen.map((s) => s.lijst_id)).size]).toEqual([3, 1]);
    await expect(deuren.voer(lijst, { doel: 'afspraak', regels: Array.from({ length: 201 }, () => regels[0]) }, await als('consulent'))).rejects.toMatchObject({ code: 'invoer.ongeldig' });
  });
});

describe('use that looks like browsing', () => {
  const meldingen = () => database.migratie.selectFrom('gebruiksmelding').select(['patroon', 'aantal', 'geremd', 'medewerker_id']).where('organisatie_id', '=', org.id).orderBy('patroon').execute();

  it('reaches the Adviseur for one surname over and over, and is then braked', async () => {
    const voornamen = ['Jan', 'Piet', 'Klaas', 'Anna', 'Eva', 'Omar', 'Fatima', 'Yusuf', 'Lea', 'Bram', 'Tess', 'Ivo', 'Noa'];
    for (const [i, v] of voornamen.slice(0, 12).entries()) {
      deuren.klok.vooruit({ minutes: 20 });
      await vraagAls('consulent', { naam: `${v} Jansen`, geboortedatum: `${i + 1}-3-1984`, doel: 'balie' });
    }
    expect(await meldingen()).toContainEqual({ patroon: 'een_achternaam', aantal: 12, geremd: true, medewerker_id: org.mens.consulent });
    await expect(vraagAls('consulent', { naam: 'Noa Jansen' })).rejects.toMatchObject({ code: 'controle.geremd' });
    const bericht = await database.migratie.selectFrom('kennisgeving').select(['aan_id', 'soort']).where('organisatie_id', '=', org.id).where('soort', '=', 'gebruik-bekijken').execute();
    expect(new Set(bericht.map((b) => b.aan_id))).toEqual(new Set([org.mens.adviseur, org.mens.adviseurPolitiek]));
    const beeld = await deuren.vraag(gebruikLezen, {}, await als('adviseur'));
    expect(beeld.open[0]).toMatchObject({ naam: 'Kees Hofman', geremd: true });
    expect(JSON.stringify(beeld)).not.toContain('Jansen');
    // A day later the brake is off by itself.
    deuren.klok.vooruit({ hours: 25 });
    await vraagAls('consulent', { naam: 'Noa Jansen' });
  });

  it('leaves an ordinary day alone', async () => {
    for (let i = 0; i < 14; i += 1) {
      deuren.klok.vooruit({ minutes: 15 });
      await vraagAls('consulent', { naam: `Iemand Familie${'abcdefghijklmnop'[i]}`, geboortedatum: `${i + 1}-3-1984` });
    }
    expect(await meldingen()).toEqual([]);
  });

  it('counts two checks at once as two: the brake cannot be run past', async () => {
    const wie = await als('consulent');
    const uit = await Promise.allSettled(Array.from({ length: 40 }, (_, i) => deuren.voer(controle, vraag({ naam: `Iemand Familie${String.fromCharCode(97 + (i % 26))}${i > 25 ? 'x' : ''}`, geboortedatum: '1-1-1990' }), wie)));
    expect(uit.filter((u) => u.status === 'fulfilled').length).toBe(25);
    expect(await meldingen()).toContainEqual(expect.objectContaining({ patroon: 'tempo', geremd: true }));
  });

  it('of the Adviseur himself is looked at by someone else', async () => {
    for (let i = 0; i < 15; i += 1) await vraagAls('adviseur', { naam: `Iemand Familie${'abcdefghijklmnop'[i]}` });
    const [melding] = await database.migratie.selectFrom('gebruiksmelding').select('id').where('organisatie_id', '=', org.id).execute();
    expect((await deuren.vraag(gebruikLezen, {}, await als('adviseur'))).open).toEqual([]);
    await expect(deuren.voer(handelGebruikAf, { id: melding?.id, uitkomst: 'uitgelegd', notitie: 'Was ik zelf.' }, await als('adviseur'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await deuren.voer(handelGebruikAf, { id: melding?.id, uitkomst: 'uitgelegd', notitie: 'Test van de nieuwe collega.' }, await als('fg'));
  });
});

describe('telling the departments', () => {
  it('tells who will meet the person, tracks reading, and takes it away at the end', async () => {
    const { id } = await signaal();
    const { nieuw } = await deuren.voer(lichtIn, { id, onderdelen: [org.onderdeel.WI] }, await als('adviseur'));
    expect(nieuw).toBe(4);
    expect((await deuren.voer(lichtIn, { id, onderdelen: [org.onderdeel.WI] }, await als('adviseur'))).nieuw).toBe(0);
    const gelezen = await deuren.vraag(instructie, { id }, await als('consulent'));
    expect(gelezen).toMatchObject({ over: 'Jan Jansen', instructies: ['met_zijn_tweeen'], gelezenOp: null });
    expect(JSON.stringify(gelezen)).not.toMatch(/Samira|Dreiging|bedreiging/);
    await deuren.voer(leesInstructie, { id }, await als('consulent'));
    await expect(deuren.voer(leesInstructie, { id }, await als('consulent'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    const beeld = await deuren.vraag(een, { id }, await als('adviseur'));
    expect(beeld.ontvangers.filter((o) => o.gelezen_op !== null).map((o) => o.naam)).toEqual(['Kees Hofman']);
    expect(await database.migratie.selectFrom('termijn').select('aan_id').where('onderwerp_id', '=', id).where('soort', '=', 'instructie').where('afgerond_op', 'is', null).execute()).toHaveLength(3);
    for (const wie of ['samira', 'karin', 'receptionist'] as const) await expect(deuren.vraag(instructie, { id }, await als(wie))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await deuren.voer(trekIn, { id, reden: 'Afspraken gemaakt.' }, await als('adviseur'));
    await expect(deuren.vraag(instructie, { id }, await als('consulent'))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });
});
