import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakKamersite, type Kamersite } from '../../../tests/hulp/kamersite.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { nieuwId, type Id } from '../../kern/ids.ts';
import { bestandenUitOmgeving } from '../../platform/bestanden/index.ts';
import type { Velden } from '../../platform/http/index.ts';
import { bestandenPaginas, dossierPaginas } from '../../dossier/index.ts';
import { bevestigMelding } from '../../dossier/handelingen/bijwerken.ts';
import { vraagVerklaring, voegBetrokkeneToe } from '../../dossier/handelingen/betrokkenen.ts';
import { geenOpenTermijn, maakSamenvoegen, maakSluiten } from '../../dossier/handelingen/sluiten.ts';
import { kiesHelper, koppelTerug, legGesprekVast, schakelHulpIn, verhuisNazorg } from '../../nazorg/index.ts';
import { dienMeldingIn, dienMeldingNamensIn, meldenAanhang, meldenPaginas } from '../index.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let map: string;
let site: Kamersite;

beforeAll(async () => {
  database = await maakTestDatabase();
  map = await mkdtemp(join(tmpdir(), 'rugdekking-proef-'));
});
afterAll(async () => {
  await database?.opruimen();
  await rm(map, { recursive: true, force: true });
});
beforeEach(async () => {
  org = await maakOrganisatie(database.migratie, { instellingen: { telefoon: { opvang: '06-12345678' } } });
  deuren = maakTestdeuren(database.app);
  const bestanden = await bestandenUitOmgeving(map, {});
  site = maakKamersite(deuren, org.id, (s) => {
    meldenPaginas(s, { bestanden });
    dossierPaginas(s, meldenAanhang);
    bestandenPaginas(s, { bestanden, tabs: [] });
  });
});

const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
const haal = (wie: Mens, pad: string) => site.haal(org.mens[wie], pad);
const stuur = (wie: Mens, pad: string, velden: Velden) => site.verstuur(org.mens[wie], pad, velden);
const invoer = (over: Record<string, unknown> = {}) => ({ vormen: ['dreigen'], wanneer: 'vandaag', tijd: '13.05', locatie: org.locatie.stadhuis, verhaal: 'Hij zei dat hij me zou opwachten.', belwens: 'vandaag', concept: '', ...over });
const meld = async (wie: Mens, over: Record<string, unknown> = {}): Promise<Id> => (await deuren.voer(dienMeldingIn, invoer(over), await als(wie))).dossierId;
const namens = async (wie: Mens, voor: Mens): Promise<Id> => (await deuren.voer(dienMeldingNamensIn, invoer({ voor: org.mens[voor], bron: 'telefoon', namens_reden: 'ziek thuis' }), await als(wie))).dossierId;
const gesprek = async (wie: Mens, id: Id, voor: Mens, inhoud: string) => deuren.voer(legGesprekVast, { id, voor: org.mens[voor], moment: 'nazorg_24u', wijze: 'telefoon', inhoud }, await als(wie));
const termijnen = (id: Id, soort: string) => database.migratie.selectFrom('termijn').selectAll().where('dossier_id', '=', id).where('soort', '=', soort).orderBy('begonnen_op').execute();

describe('following a report', () => {
  it('shows each step in plain Dutch, and the feedback; opening it marks it as read', async () => {
    const id = await meld('samira');
    expect((await haal('samira', '/mijn-meldingen')).tekst).toContain('Karin de Boer belt je vandaag, uiterlijk om 17.00 uur.');
    await deuren.voer(bevestigMelding, { id }, await als('karin'));
    deuren.klok.vooruit({ minutes: 20 });
    await gesprek('karin', id, 'samira', 'Ze gaat met Joost naar huis.');
    await deuren.voer(koppelTerug, { id, aan: org.mens.samira, wijze: 'rugdekking', tekst: 'Hij mag niet meer aan de balie komen.' }, await als('adviseur'));
    expect((await haal('samira', '/mijn-meldingen')).tekst).toContain('er is nieuws voor je');
    const pagina = (await haal('samira', `/mijn-meldingen/${id}`)).tekst;
    for (const zin of ['Je meldde dit', 'Karin de Boer heeft je melding gelezen', 'Karin de Boer belde je', 'Noor Adriaans liet je weten wat er is gebeurd', 'Hij mag niet meer aan de balie komen.', 'Ze gaat met Joost naar huis.', 'Karin de Boer belt je nog eens', 'Hij zei dat hij me zou opwachten.']) expect(pagina).toContain(zin);
    const terug = await database.migratie.selectFrom('terugkoppeling').select('gelezen_op').where('dossier_id', '=', id).executeTakeFirstOrThrow();
    expect(terug.gelezen_op?.toString()).toBe(deuren.klok().toString());
    expect((await haal('samira', '/mijn-meldingen')).tekst).not.toContain('er is nieuws voor je');
  });

  it('shows who only reported it nothing of the colleague’s aftercare, feedback or files', async () => {
    const id = await namens('petra', 'milan');
    await gesprek('petra', id, 'milan', 'GEHEIM GESPREK');
    await deuren.voer(koppelTerug, { id, aan: org.mens.milan, wijze: 'rugdekking', tekst: 'GEHEIME TERUGKOPPELING' }, await als('adviseur'));
    await deuren.voer(schakelHulpIn, { id, voor: org.mens.milan, soort: 'slachtofferhulp', toestemming: 'vraag' }, await als('adviseur'));
    await site.upload(org.mens.milan, `/mijn-meldingen/${id}/bestanden`, {}, [{ naam: 'van-milan.txt', inhoud: Buffer.from('Dit is van Milan zelf.') }]);
    await stuur('milan', `/mijn-meldingen/${id}/toevoegen`, { tekst: 'GEHEIME AANVULLING' });
    const melder = (await haal('petra', `/mijn-meldingen/${id}`)).tekst;
    expect(melder).toContain('Je meldde dit voor Milan Vos');
    for (const lek of ['GEHEIM', 'belde je', 'sprak met je', 'nog eens', 'Slachtofferhulp', 'van-milan']) expect(melder).not.toContain(lek);
    const slachtoffer = (await haal('milan', `/mijn-meldingen/${id}`)).tekst;
    for (const zin of ['Petra Kuipers meldde dit voor je', 'GEHEIM GESPREK', 'GEHEIME TERUGKOPPELING', 'GEHEIME AANVULLING', 'Slachtofferhulp', 'van-milan.txt', `/mijn-meldingen/${id}/hulp`]) expect(slachtoffer).toContain(zin);
  });

  it('keeps two colleagues of one event apart after their reports were joined', async () => {
    const van = await meld('samira', { verhaal: 'VERHAAL VAN SAMIRA' });
    const naar = await meld('joost', { verhaal: 'VERHAAL VAN JOOST' });
    await gesprek('karin', naar, 'joost', 'GESPREK MET JOOST');
    const { versie } = await database.migratie.selectFrom('dossier').select('versie').where('id', '=', van).executeTakeFirstOrThrow();
    await stuur('samira', `/mijn-meldingen/${van}/toevoegen`, { tekst: 'AANVULLING VAN SAMIRA' });
    await deuren.voer(maakSamenvoegen([...meldenAanhang.verhuizers, verhuisNazorg]), { id: van, doel: naar, versie }, await als('adviseur'));
    expect((await haal('samira', '/mijn-meldingen')).tekst).not.toContain(van);
    expect((await haal('samira', `/mijn-meldingen/${van}`)).tekst).toContain(`/mijn-meldingen/${naar}`);
    const samira = (await haal('samira', `/mijn-meldingen/${naar}`)).tekst;
    for (const zin of ['VERHAAL VAN SAMIRA', 'AANVULLING VAN SAMIRA', 'Karin de Boer belt je']) expect(samira).toContain(zin);
    for (const lek of ['JOOST', 'Joost']) expect(samira).not.toContain(lek);
    const joost = (await haal('joost', `/mijn-meldingen/${naar}`)).tekst;
    expect(joost).toContain('VERHAAL VAN JOOST');
    for (const lek of ['SAMIRA', 'Samira']) expect(joost).not.toContain(lek);
    const dossier = (await haal('adviseur', `/dossiers/${naar}`)).tekst;
    for (const zin of ['VERHAAL VAN SAMIRA', 'VERHAAL VAN JOOST', 'AANVULLING VAN SAMIRA']) expect(dossier).toContain(zin);
  });

  it('shows a witness his own care, and who was asked for a statement only that', async () => {
    const id = await meld('samira', { verhaal: 'GEHEIM VERHAAL' });
    await deuren.voer(voegBetrokkeneToe, { id, rol: 'getuige', soort: 'medewerker', medewerker: org.mens.joost, medewerker_naam: '' }, await als('adviseur'));
    await deuren.voer(kiesHelper, { id, voor: org.mens.joost, medewerker: org.mens.opvang, medewerker_naam: '' }, await als('adviseur'));
    await deuren.voer(vraagVerklaring, { id, medewerker: org.mens.beveiliger, medewerker_naam: '', vraag: 'Wat zag je?' }, await als('adviseur'));
    const getuige = (await haal('joost', `/mijn-meldingen/${id}`)).tekst;
    expect(getuige).toContain('Olaf Prins belt je');
    for (const lek of ['GEHEIM', 'Dreigen', 'Samira']) expect(getuige).not.toContain(lek);
    const gevraagde = (await haal('beveiliger', `/mijn-meldingen/${id}`)).tekst;
    expect(gevraagde).toContain(`/mijn-verklaringen/${id}`);
    for (const lek of ['GEHEIM', 'Dreigen', 'Samira', 'Zo staat het ervoor', '2026-']) expect(gevraagde).not.toContain(lek);
    expect((await haal('beveiliger', '/mijn-meldingen')).tekst).toContain('Noor Adriaans vroeg je dit');
    for (const wie of ['milan', 'karin', 'adviseur', 'griffier', 'fg'] as const) expect((await haal(wie, `/mijn-meldingen/${id}`)).status).toBe(404);
  });

  it('is not there any more for a colleague who is named as veroorzaker', async () => {
    const id = await namens('karin', 'joost');
    expect((await haal('karin', `/mijn-meldingen/${id}`)).status).toBe(200);
    await deuren.voer(voegBetrokkeneToe, { id, rol: 'veroorzaker', soort: 'medewerker', medewerker: org.mens.karin, medewerker_naam: '' }, await als('adviseur'));
    expect((await haal('karin', `/mijn-meldingen/${id}`)).status).toBe(404);
    expect((await haal('karin', `/melden/verstuurd/${id}`)).status).toBe(404);
    expect((await haal('karin', '/mijn-meldingen')).tekst).not.toContain(id);
  });
});

describe('adding something', () => {
  it('goes to the dossier in one’s own words, and whoever follows it is told', async () => {
    const id = await meld('samira');
    expect((await stuur('samira', `/mijn-meldingen/${id}/toevoegen`, { tekst: '  ' })).status).toBe(422);
    const uit = await stuur('samira', `/mijn-meldingen/${id}/toevoegen`, { tekst: 'Hij reed weg in een <b>blauwe</b> bus.' });
    expect(uit.naar).toBe(`/mijn-meldingen/${id}`);
    const dossier = (await haal('karin', `/dossiers/${id}`)).tekst;
    expect(dossier).toContain('Hij reed weg in een &lt;b>blauwe&lt;/b> bus.');
    const verteld = await database.migratie.selectFrom('kennisgeving').select('aan_id').where('dossier_id', '=', id).where('soort', '=', 'aanvulling').execute();
    expect(new Set(verteld.map((k) => k.aan_id))).toEqual(new Set([org.mens.adviseur, org.mens.adviseurPolitiek]));
    const gevonden = await database.migratie.selectFrom('zoektekst').select('tekst').where('dossier_id', '=', id).executeTakeFirstOrThrow();
    expect(gevonden.tekst).toContain('blauwe');
  });

  it('stays in the closed compartment for a political office holder', async () => {
    const id = await meld('raadslid');
    await stuur('raadslid', `/mijn-meldingen/${id}/toevoegen`, { tekst: 'Hij stond weer voor mijn huis.' });
    await stuur('raadslid', `/mijn-meldingen/${id}/spreken`, { met: 'vast', tekst: '' });
    const verteld = await database.migratie.selectFrom('kennisgeving').select('aan_id').where('dossier_id', '=', id).where('aan_id', '!=', org.mens.raadslid).execute();
    expect(new Set(verteld.map((k) => k.aan_id))).toEqual(new Set([org.mens.griffier]));
  });

  it('is for the reporter and whom it happened to, and ends when the dossier is closed', async () => {
    const id = await meld('samira');
    for (const wie of ['joost', 'milan', 'karin'] as const) {
      expect((await stuur(wie, `/mijn-meldingen/${id}/toevoegen`, { tekst: 'x' })).status).toBe(404);
      expect((await site.upload(org.mens[wie], `/mijn-meldingen/${id}/bestanden`, {}, [{ naam: 'a.txt', inhoud: Buffer.from('hallo daar') }])).status).toBe(404);
    }
    await database.migratie.updateTable('dossier').set({ status: 'gesloten', gesloten_op: deuren.klok() }).where('id', '=', id).execute();
    expect((await haal('samira', `/mijn-meldingen/${id}/toevoegen`)).status).toBe(404);
    expect((await stuur('samira', `/mijn-meldingen/${id}/toevoegen`, { tekst: 'x' })).status).toBe(409);
    expect((await haal('samira', `/mijn-meldingen/${id}`)).tekst).toContain('Je melding is afgesloten');
  });

  it('of a file: it is fetched by who added it and by no other reporter', async () => {
    const id = await namens('petra', 'milan');
    await site.upload(org.mens.milan, `/mijn-meldingen/${id}/bestanden`, {}, [{ naam: 'briefje.txt', inhoud: Buffer.from('Dit lag op mijn auto.') }]);
    const b = await database.migratie.selectFrom('bestand').selectAll().where('dossier_id', '=', id).executeTakeFirstOrThrow();
    await database.migratie.updateTable('bestand').set({ scan: 'schoon' }).where('id', '=', b.id).execute();
    const uit = await haal('milan', `/mijn-meldingen/${id}/bestanden/${b.id}`);
    expect([uit.status, uit.tekst]).toEqual([200, 'Dit lag op mijn auto.']);
    expect((await haal('petra', `/mijn-meldingen/${id}/bestanden/${b.id}`)).status).toBe(404);
    expect((await haal('samira', `/mijn-meldingen/${id}/bestanden/${b.id}`)).status).toBe(404);
  });

  it('of a file by mistake: who added it takes it out again with a reason, and no other reporter does', async () => {
    const id = await namens('petra', 'milan');
    await site.upload(org.mens.milan, `/mijn-meldingen/${id}/bestanden`, {}, [{ naam: 'briefje.txt', inhoud: Buffer.from('Dit is van iemand anders.') }]);
    const { id: bestand } = await database.migratie.selectFrom('bestand').select('id').where('dossier_id', '=', id).executeTakeFirstOrThrow();
    const pad = `/mijn-meldingen/${id}/bestanden/${bestand}/weghalen`;
    for (const wie of ['petra', 'samira'] as const) {
      expect((await haal(wie, pad)).status).toBe(404);
      expect((await stuur(wie, pad, { reden: 'Weg ermee.' })).status).toBe(404);
    }
    expect((await haal('milan', `/mijn-meldingen/${id}`)).tekst).toContain(`href="${pad}"`);
    expect((await haal('milan', pad)).tekst).toContain('Haal je dit bestand weg?');
    expect((await stuur('milan', pad, { reden: '' })).status).toBe(422);
    expect(await stuur('milan', pad, { reden: 'Verkeerde foto.' })).toMatchObject({ status: 303, naar: `/mijn-meldingen/${id}` });
    const na = (await haal('milan', `/mijn-meldingen/${id}`)).tekst;
    expect(na).toContain('Weggehaald door jou');
    expect(na).not.toContain(`href="${pad}"`);
    expect((await haal('milan', pad)).status).toBe(404);
    expect((await stuur('milan', pad, { reden: 'Nog eens.' })).status).toBe(404);
  });
});

describe('asking to speak to someone', () => {
  it('tells whoever cares for this colleague, starts a clock, and the conversation ends it', async () => {
    const id = await meld('samira', { belwens: 'redt_zich' });
    await gesprek('karin', id, 'samira', '');
    const uit = await stuur('samira', `/mijn-meldingen/${id}/spreken`, { met: 'vast', tekst: 'Na vier uur graag.' });
    expect(decodeURIComponent(uit.koppen.get('x-flits') ?? '')).toBe('Een collega belt je uiterlijk morgen om 14.10 uur.');
    expect((await termijnen(id, 'spreken')).map((t) => [t.aan_id, t.voor_id, t.afgerond_op])).toEqual([[org.mens.karin, org.mens.samira, null]]);
    const verteld = await database.migratie.selectFrom('kennisgeving').select('aan_id').where('dossier_id', '=', id).where('soort', '=', 'spreken-gevraagd').execute();
    expect(verteld).toEqual([{ aan_id: org.mens.karin }]);
    expect((await haal('karin', '/vandaag')).tekst).toContain('Bel Samira Haddad, die iemand wil spreken');
    expect((await haal('karin', `/dossiers/${id}`)).tekst).toContain('Na vier uur graag.');
    await gesprek('karin', id, 'samira', '');
    expect((await termijnen(id, 'spreken'))[0]?.afgerond_op).not.toBeNull();
  });

  it('twice tells nobody twice; someone else can be asked for', async () => {
    const id = await meld('samira');
    for (const met of ['vast', 'vast', 'adviseur', 'vast', 'adviseur'] as const) expect((await stuur('samira', `/mijn-meldingen/${id}/spreken`, { met, tekst: '' })).status).toBe(303);
    const verteld = await database.migratie.selectFrom('kennisgeving').select('aan_id').where('dossier_id', '=', id).where('soort', '=', 'spreken-gevraagd').orderBy('op').execute();
    expect(verteld.map((k) => k.aan_id)).toEqual([org.mens.karin, org.mens.adviseur]);
    expect(await termijnen(id, 'spreken')).toHaveLength(2);
  });

  it('gives the same answer when the same form is sent twice', async () => {
    const id = await meld('samira');
    const velden = { _sleutel: crypto.randomUUID(), met: 'vast', tekst: '' };
    const een = await stuur('samira', `/mijn-meldingen/${id}/spreken`, velden);
    const twee = await stuur('samira', `/mijn-meldingen/${id}/spreken`, velden);
    expect([twee.status, twee.koppen.get('x-flits')]).toEqual([een.status, een.koppen.get('x-flits')]);
  });

  it('goes around the leidinggevende when the report did, and to the Adviseur for who only reported', async () => {
    const buiten = await meld('samira', { route: 'buiten_leidinggevende' });
    await stuur('samira', `/mijn-meldingen/${buiten}/spreken`, { met: 'vast', tekst: '' });
    expect((await termijnen(buiten, 'spreken'))[0]?.aan_id).toBe(org.mens.adviseur);
    const voorMilan = await namens('namensmelder', 'milan');
    await stuur('namensmelder', `/mijn-meldingen/${voorMilan}/spreken`, { tekst: '' });
    expect((await termijnen(voorMilan, 'spreken'))[0]?.aan_id).toBe(org.mens.adviseur);
  });

  it('never sends an Adviseur to whom it happened to himself', async () => {
    const id = await meld('adviseur');
    await stuur('adviseur', `/mijn-meldingen/${id}/spreken`, { met: 'adviseur', tekst: '' });
    expect((await termijnen(id, 'spreken'))[0]?.aan_id).toBe(org.mens.adviseurPolitiek);
    await stuur('adviseur', `/mijn-meldingen/${id}/toevoegen`, { tekst: 'Hij belde weer.' });
    const verteld = await database.migratie.selectFrom('kennisgeving').select('aan_id').where('dossier_id', '=', id).where('soort', '=', 'aanvulling').execute();
    expect(verteld).toEqual([{ aan_id: org.mens.adviseurPolitiek }]);
  });

  it('can also be done when the dossier is closed: a message, no clock', async () => {
    const id = await meld('samira');
    await database.migratie.updateTable('dossier').set({ status: 'gesloten', gesloten_op: deuren.klok() }).where('id', '=', id).execute();
    const uit = await stuur('samira', `/mijn-meldingen/${id}/spreken`, { met: 'vast', tekst: '' });
    expect(decodeURIComponent(uit.koppen.get('x-flits') ?? '')).toBe('Een collega krijgt meteen bericht en belt je.');
    expect(await termijnen(id, 'spreken')).toEqual([]);
  });

  it('keeps the dossier open until it was done', async () => {
    const id = await meld('samira');
    await stuur('samira', `/mijn-meldingen/${id}/spreken`, { met: 'vast', tekst: '' });
    const { versie } = await database.migratie.selectFrom('dossier').select('versie').where('id', '=', id).executeTakeFirstOrThrow();
    const geweigerd = await deuren.voer(maakSluiten([geenOpenTermijn]), { id, versie, reden: 'klaar' }, await als('adviseur')).then(() => null, (e: unknown) => e);
    expect(geweigerd).toMatchObject({ code: 'dossier.niet-te-sluiten', redenen: expect.arrayContaining(['Er loopt nog een termijn: Collega die iemand wil spreken.']) });
  });
});

describe('what was reported, on the page of the dossier', () => {
  it('shows own words, on behalf of whom and why, and links the same event only to who may join', async () => {
    const eerst = await meld('joost');
    const id = (await deuren.voer(dienMeldingNamensIn, invoer({ voor: org.mens.samira, bron: 'papier', namens_reden: 'Heeft geen computer', zelfde: 'ja', kanaal: 'telefoon', kanaalvragen: { nummer: '06-87654321', verzonnen: 'x' }, hoe_gaat_het: 'Ze trilt nog.', veroorzaker: 'naam', veroorzaker_naam: 'De Vries' }), await als('karin'))).dossierId;
    const adviseur = (await haal('adviseur', `/dossiers/${id}`)).tekst;
    for (const zin of ['Karin de Boer meldde dit voor Samira Haddad (er is een papieren kaart ingevuld)', 'Heeft geen computer', '06-87654321', 'Ze trilt nog.', 'De Vries', 'Misschien dezelfde gebeurtenis', `/dossiers/${id}/samenvoegen`]) expect(adviseur).toContain(zin);
    expect(adviseur).not.toContain('verzonnen');
    const { nummer } = await database.migratie.selectFrom('dossier').select('nummer').where('id', '=', eerst).executeTakeFirstOrThrow();
    expect(adviseur).toContain(`dossier ${nummer}`);
    const karin = (await haal('karin', `/dossiers/${id}`)).tekst;
    expect(karin).toContain('Misschien dezelfde gebeurtenis');
    expect(karin).not.toContain(`/dossiers/${id}/samenvoegen`);
  });

  it('is not there for a report of another organisation', async () => {
    const id = await meld('samira');
    const ander = await maakOrganisatie(database.migratie);
    const vreemd = maakKamersite(deuren, ander.id, (s) => dossierPaginas(s, meldenAanhang));
    expect((await vreemd.haal(ander.mens.adviseur, `/dossiers/${id}`)).status).toBe(404);
    expect((await haal('adviseur', `/dossiers/${nieuwId()}`)).status).toBe(404);
  });
});
