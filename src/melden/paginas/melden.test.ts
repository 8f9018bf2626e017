import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakKamersite, veldenOp, type Kamersite } from '../../../tests/hulp/kamersite.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { nieuwId } from '../../kern/ids.ts';
import { bestandenUitOmgeving } from '../../platform/bestanden/index.ts';
import type { Velden } from '../../platform/http/index.ts';
import { meldenPaginas } from './index.ts';

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
  site = maakKamersite(deuren, org.id, (s) => meldenPaginas(s, { bestanden }));
});

const haal = (wie: Mens, pad: string) => site.haal(org.mens[wie], pad);
const stuur = (wie: Mens, pad: string, velden: Velden) => site.verstuur(org.mens[wie], pad, velden);

/** The concept whose first step stands on this page. */
function conceptOp(tekst: string): string {
  const gevonden = /action="\/melden\/([0-9a-f-]{36})\/(?:wat|namens)"/.exec(tekst)?.[1];
  if (gevonden === undefined) throw new Error('er staat geen eerste stap op deze pagina');
  return gevonden;
}

const wat = (over: Velden = {}): Velden => ({ vormen: ['dreigen'], verhaal: 'Hij zei dat hij me buiten zou opwachten.', wanneer: 'vandaag', tijd: '13.05', locatie: org.locatie.stadhuis, ga: 'verder', ...over });

/** Fills the form up to looking it over; answers the id of the concept. */
async function totNakijken(wie: Mens, over: { wat?: Velden; wie?: Velden; jij?: Velden } = {}): Promise<string> {
  const id = conceptOp((await haal(wie, '/melden/nieuw')).tekst);
  for (const [stap, velden] of [['wat', wat(over.wat)], ['wie', { ga: 'verder', ...over.wie }], ['jij', { ga: 'verder', ...over.jij }]] as const) {
    const uit = await stuur(wie, `/melden/${id}/${stap}`, velden);
    if (uit.status !== 303) throw new Error(`stap ${stap} gaf ${uit.status}`);
  }
  return id;
}

/** Sends what stands on the page for looking it over, as a browser would. */
async function verstuur(wie: Mens, id: string, over: Velden = {}) {
  const { tekst } = await haal(wie, `/melden/${id}/nakijken`);
  const actie = tekst.includes(`action="/melden/${id}/nakijken/namens"`) ? `/melden/${id}/nakijken/namens` : `/melden/${id}/nakijken`;
  return stuur(wie, actie, { ...veldenOp(tekst, actie), ...over });
}

const concepten = () => database.migratie.selectFrom('concept').selectAll().where('organisatie_id', '=', org.id).execute();
const meldingen = () => database.migratie.selectFrom('melding').selectAll().where('organisatie_id', '=', org.id).execute();

describe('the form', () => {
  it('goes from the first question to a person and a moment, with 112 on every page', async () => {
    const begin = await haal('samira', '/melden');
    expect(begin.tekst).toContain('Wat vervelend dat dit gebeurde');
    const id = conceptOp(begin.tekst);
    expect(veldenOp(begin.tekst, `/melden/${id}/wat`).locatie).toBe(org.locatie.stadhuis);
    expect((await stuur('samira', `/melden/${id}/wat`, wat())).naar).toBe(`/melden/${id}/wie`);
    expect((await stuur('samira', `/melden/${id}/wie`, { veroorzaker: 'beschrijving', veroorzaker_omschrijving: 'Man, groene jas', ga: 'verder' })).naar).toBe(`/melden/${id}/jij`);
    expect((await stuur('samira', `/melden/${id}/jij`, { belwens: 'vandaag', aangifte_wens: 'ja', route: 'leidinggevende', ga: 'verder' })).naar).toBe(`/melden/${id}/bewijs`);
    for (const stap of ['wat', 'wie', 'jij', 'bewijs', 'nakijken']) expect((await haal('samira', `/melden/${id}/${stap}`)).tekst).toContain('href="tel:112"');
    const uit = await verstuur('samira', id);
    expect(uit.naar).toMatch(/^\/melden\/verstuurd\//);
    const klaar = await haal('samira', uit.naar ?? '');
    expect(klaar.tekst).toContain('Dank je. We hebben het.');
    expect(klaar.tekst).toContain('Karin de Boer belt je vandaag, uiterlijk om 17.00 uur.');
    expect(klaar.tekst).toContain('tel:0612345678');
    expect(await concepten()).toEqual([]);
    expect((await meldingen()).map((m) => [m.id, m.melder_id, m.voor_id])).toEqual([[id, org.mens.samira, org.mens.samira]]);
  });

  it('asks three answers and no more', async () => {
    const id = conceptOp((await haal('samira', '/melden')).tekst);
    const leeg = await stuur('samira', `/melden/${id}/wat`, { ga: 'verder' });
    expect(leeg.status).toBe(422);
    expect([...leeg.tekst.matchAll(/href="#veld-([a-z_]+)"/g)].map((m) => m[1])).toEqual(['vormen', 'wanneer', 'locatie']);
    await stuur('samira', `/melden/${id}/wat`, { vormen: 'dreigen', wanneer: 'zonet', locatie: org.locatie.wijkpost, ga: 'verder' });
    for (const stap of ['wie', 'jij']) expect((await stuur('samira', `/melden/${id}/${stap}`, { ga: 'verder' })).status).toBe(303);
    expect((await verstuur('samira', id)).naar).toMatch(/verstuurd/);
  });

  it('keeps what is wrong too, and has it back on any device', async () => {
    const id = conceptOp((await haal('samira', '/melden')).tekst);
    const fout = await stuur('samira', `/melden/${id}/wat`, wat({ wanneer: 'anders', datum: '30-02-2026' }));
    expect([fout.status, fout.tekst.includes('30 februari bestaat niet. Welke dag bedoel je?')]).toEqual([422, true]);
    const terug = await haal('samira', '/melden');
    expect(terug.tekst).toContain('Je was hier gebleven');
    expect(terug.tekst).toContain(`/melden/${id}/wat`);
    const velden = veldenOp((await haal('samira', `/melden/${id}/wat`)).tekst, `/melden/${id}/wat`);
    expect(velden).toMatchObject({ datum: '30-02-2026', verhaal: 'Hij zei dat hij me buiten zou opwachten.', wanneer: 'anders' });
  });

  it('is kept between two presses of a button, without a word', async () => {
    const id = conceptOp((await haal('samira', '/melden')).tekst);
    const tussendoor = (velden: Velden) => site.verstuur(org.mens.samira, `/melden/${id}/wat/tussendoor`, velden, { accept: 'application/json' });
    expect((await tussendoor({ verhaal: 'Hij schreeuw' })).status).toBe(204);
    expect((await tussendoor({ verhaal: 'Hij schreeuwde.', vormen: ['schelden'] })).status).toBe(204);
    expect(veldenOp((await haal('samira', `/melden/${id}/wat`)).tekst, `/melden/${id}/wat`)).toMatchObject({ verhaal: 'Hij schreeuwde.', vormen: 'schelden' });
    expect(await concepten()).toHaveLength(1);
    expect((await site.verstuur(org.mens.samira, `/melden/${id}/wat/tussendoor`, { verhaal: 'x', _csrf: 'vals' })).status).toBe(403);
  });

  it('goes back and stops without asking what is not filled in yet', async () => {
    const id = conceptOp((await haal('samira', '/melden')).tekst);
    expect((await stuur('samira', `/melden/${id}/wat`, { verhaal: 'Later meer', ga: 'stop' })).naar).toBe(`/melden/${id}/stoppen`);
    expect((await haal('samira', `/melden/${id}/stoppen`)).tekst).toContain('Je melding is bewaard');
    await stuur('samira', `/melden/${id}/wat`, wat());
    expect((await stuur('samira', `/melden/${id}/wie`, { veroorzaker_naam: 'De Vries', ga: 'terug' })).naar).toBe(`/melden/${id}/wat`);
    expect(veldenOp((await haal('samira', `/melden/${id}/wie`)).tekst, `/melden/${id}/wie`).veroorzaker_naam).toBe('De Vries');
  });

  it('has "Stoppen" above every step keep what was typed there, without a script', async () => {
    const stopknop = (tekst: string): string | undefined => /<button class="ams-link rd-stoppen" type="submit" form="([a-z]+)" name="ga" value="stop">/.exec(tekst)?.[1];
    const id = conceptOp((await haal('samira', '/melden')).tekst);
    for (const [stap, velden] of [['wat', wat()], ['wie', { veroorzaker_naam: 'De Vries' }], ['jij', { hoe_gaat_het: 'Ik slaap slecht.' }], ['bewijs', {}]] as const) {
      const { tekst } = await haal('samira', stap === 'wat' ? '/melden/nieuw' : `/melden/${id}/${stap}`);
      expect(tekst).toContain(`<form class="rd-formulier" id="${stopknop(tekst)}"`);
      if (stap === 'bewijs') continue;
      expect((await stuur('samira', `/melden/${id}/${stap}`, { ...velden, ga: 'stop' })).naar).toBe(`/melden/${id}/stoppen`);
      expect(veldenOp((await haal('samira', `/melden/${id}/${stap}`)).tekst, `/melden/${id}/${stap}`)).toMatchObject(stap === 'wat' ? { verhaal: wat().verhaal } : velden);
    }
    // Looking it over there is nothing to keep, and its button sends.
    const nakijken = (await haal('samira', `/melden/${id}/nakijken`)).tekst;
    expect(stopknop(nakijken)).toBeUndefined();
    expect(nakijken).toContain(`href="/melden/${id}/stoppen">Stoppen</a>`);
  });

  it('keeps nothing of a form that was only opened', async () => {
    const { tekst } = await haal('samira', '/melden');
    const id = conceptOp(tekst);
    const leeg = veldenOp(tekst, `/melden/${id}/wat`);
    expect((await stuur('samira', `/melden/${id}/wat`, { ...leeg, ga: 'stop' })).naar).toBe(`/melden/${id}/stoppen`);
    expect((await haal('samira', `/melden/${id}/stoppen`)).tekst).toContain('Er is niets bewaard en niets verstuurd.');
    expect(await concepten()).toEqual([]);
  });

  it('for a colleague is left without choosing him first, and what was typed is back', async () => {
    const id = conceptOp((await haal('namensmelder', '/melden/namens')).tekst);
    const pad = `/melden/${id}/namens`;
    expect((await stuur('namensmelder', pad, { medewerker: '', medewerker_naam: '', bron: '', namens_reden: '', ga: 'stop' })).naar).toBe(`/melden/${id}/stoppen`);
    expect(await concepten()).toEqual([]);
    expect((await stuur('namensmelder', pad, { medewerker: '', medewerker_naam: 'Iemand die hier niet werkt', bron: 'telefoon', namens_reden: 'Ziek thuis.', ga: 'stop' })).naar).toBe(`/melden/${id}/stoppen`);
    expect((await haal('namensmelder', '/melden')).tekst).toContain(pad);
    expect(veldenOp((await haal('namensmelder', pad)).tekst, pad)).toMatchObject({ medewerker_naam: 'Iemand die hier niet werkt', bron: 'telefoon', namens_reden: 'Ziek thuis.' });
    expect((await stuur('namensmelder', pad, { medewerker: '', medewerker_naam: 'Iemand die hier niet werkt', bron: 'telefoon', namens_reden: 'Ziek thuis.', ga: 'verder' })).status).toBe(422);
  });

  it('asks the short questions of the chosen channel only, and keeps their answers', async () => {
    const id = conceptOp((await haal('samira', '/melden')).tekst);
    await stuur('samira', `/melden/${id}/wat`, wat({ kanaal: 'telefoon' }));
    const wie = await haal('samira', `/melden/${id}/wie`);
    expect(wie.tekst).toContain('Was het nummer zichtbaar?');
    expect(wie.tekst).not.toContain('Was je alleen?');
    await stuur('samira', `/melden/${id}/wie`, { kv_telefoon_zichtbaar: 'ja', kv_telefoon_nummer: '06-87654321', kv_huisbezoek_alleen: 'ja', ga: 'verder' });
    await stuur('samira', `/melden/${id}/jij`, { ga: 'verder' });
    expect((await haal('samira', `/melden/${id}/nakijken`)).tekst).toContain('06-87654321');
    await verstuur('samira', id);
    expect((await meldingen())[0]?.kanaalvragen).toEqual({ zichtbaar: 'ja', nummer: '06-87654321' });
  });

  it('sends yesterday’s “vandaag” as the day it was said', async () => {
    const id = await totNakijken('samira');
    deuren.klok.vooruit({ hours: 20 });
    expect((await haal('samira', `/melden/${id}/nakijken`)).tekst).toContain('gisteren 13.05 uur');
    const { naar } = await verstuur('samira', id);
    const d = await database.migratie.selectFrom('dossier').select(['voorval_op', 'voorval_precies']).where('id', '=', naar?.split('/').at(-1) ?? '').executeTakeFirstOrThrow();
    expect([d.voorval_op.toString(), d.voorval_precies]).toEqual(['2026-11-23T12:05:00Z', 'tijd']);
  });
});

describe('sending', () => {
  it('happens once: twice the same form, another tab, the way back', async () => {
    const id = await totNakijken('samira');
    const pagina = (await haal('samira', `/melden/${id}/nakijken`)).tekst;
    const velden = veldenOp(pagina, `/melden/${id}/nakijken`);
    const [een, twee] = await Promise.all([stuur('samira', `/melden/${id}/nakijken`, velden), stuur('samira', `/melden/${id}/nakijken`, velden)]);
    expect(twee.naar).toBe(een.naar);
    const anderTabblad = await stuur('samira', `/melden/${id}/nakijken`, { ...velden, _sleutel: crypto.randomUUID() });
    expect(anderTabblad.naar).toBe(een.naar);
    expect(await meldingen()).toHaveLength(1);
    for (const stap of ['wat', 'wie', 'bewijs', 'nakijken']) expect((await haal('samira', `/melden/${id}/${stap}`)).tekst).toContain('Deze melding is al verstuurd');
    // Typing on in an old page does not bring it back to life.
    expect((await site.verstuur(org.mens.samira, `/melden/${id}/wat/tussendoor`, wat())).status).toBe(409);
    expect(await concepten()).toEqual([]);
  });

  it('says at the step what is no longer right, and keeps all', async () => {
    const id = await totNakijken('samira');
    await database.migratie.updateTable('agressievorm').set({ actief: false }).where('organisatie_id', '=', org.id).where('code', '=', 'dreigen').execute();
    const uit = await verstuur('samira', id);
    expect(uit.status).toBe(422);
    expect(uit.tekst).toContain('Kies wat er gebeurde uit de lijst.');
    expect(uit.tekst).toContain('href="#veld-wat"');
    expect(await concepten()).toHaveLength(1);
  });

  it('brings the files along, and leaves those that were taken off', async () => {
    const id = await totNakijken('samira');
    const foto = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#c33' } }).png().toBuffer();
    expect((await site.upload(org.mens.samira, `/melden/${id}/bewijs`, { ga: 'verder' }, [{ naam: 'schermafdruk.png', inhoud: foto }, { naam: 'briefje.txt', inhoud: Buffer.from('Dit lag op mijn auto.') }])).naar).toBe(`/melden/${id}/bewijs`);
    const pagina = (await haal('samira', `/melden/${id}/bewijs`)).tekst;
    expect(pagina).toContain('nog niet gescand');
    const weg = /action="(\/melden\/[^"]+\/bestanden\/[^"]+\/weg)"[\s\S]*?briefje\.txt/.exec(pagina.slice(pagina.lastIndexOf('rd-stukken__stuk')))?.[1] ?? /\/melden\/[^"]+\/weg/.exec(pagina.slice(pagina.indexOf('briefje.txt')))?.[0];
    expect((await stuur('samira', weg ?? '', {})).naar).toBe(`/melden/${id}/bewijs`);
    expect((await haal('samira', `/melden/${id}/nakijken`)).tekst).toContain('schermafdruk.png');
    const { naar } = await verstuur('samira', id);
    const dossierId = naar?.split('/').at(-1) ?? '';
    const rijen = await database.migratie.selectFrom('bestand').select(['naam', 'dossier_id', 'concept_id', 'verwijderd_op']).where('organisatie_id', '=', org.id).orderBy('naam').execute();
    expect(rijen.map((b) => [b.naam, b.dossier_id, b.concept_id, b.verwijderd_op === null])).toEqual([['briefje.txt', null, id, false], ['schermafdruk.png', dossierId, null, true]]);
  });

  it('asks whether it is the same event, and says nothing of a colleague’s report but that it is there', async () => {
    const eerst = await verstuur('joost', await totNakijken('joost', { wat: { verhaal: 'HEEL GEHEIM VERHAAL' } }));
    const id = await totNakijken('samira', { wat: { wanneer: 'vandaag', tijd: '12.30' } });
    const pagina = (await haal('samira', `/melden/${id}/nakijken`)).tekst;
    expect(pagina).toContain('Er is al een melding over deze plek rond deze tijd.');
    for (const lek of ['HEEL GEHEIM', 'Joost', '2026-0001', eerst.naar?.split('/').at(-1) ?? '?']) expect(pagina).not.toContain(lek);
    await verstuur('samira', id, { zelfde: 'ja' });
    expect((await meldingen()).find((m) => m.id === id)?.zelfde_als).toBe(eerst.naar?.split('/').at(-1));
  });
});

describe('a half-filled form', () => {
  it('is its author’s alone', async () => {
    const id = await totNakijken('samira', { wat: { verhaal: 'HEEL GEHEIM VERHAAL' } });
    // To Joost it is an id that was never used: an empty form, and nothing that can be kept under it.
    expect((await haal('joost', `/melden/${id}/wat`)).tekst).not.toContain('HEEL GEHEIM');
    for (const stap of ['wie', 'jij', 'bewijs', 'nakijken', 'weggooien']) expect((await haal('joost', `/melden/${id}/${stap}`)).status).toBe(404);
    expect((await stuur('joost', `/melden/${id}/wat`, wat({ verhaal: 'van Joost' }))).status).toBe(404);
    expect((await stuur('joost', `/melden/${id}/weggooien`, {})).status).toBe(404);
    expect((await site.upload(org.mens.joost, `/melden/${id}/bewijs`, {}, [{ naam: 'a.txt', inhoud: Buffer.from('hallo daar') }])).status).toBe(404);
    const uit = await stuur('joost', `/melden/${id}/nakijken`, { ...wat(), concept: id });
    expect(uit.status).toBe(303);
    expect((await meldingen()).map((m) => [m.id === id, m.melder_id])).toEqual([[false, org.mens.joost]]);
    expect((await concepten()).map((c) => c.medewerker_id)).toEqual([org.mens.samira]);
  });

  it('is thrown away with its files after saying what goes', async () => {
    const id = await totNakijken('samira');
    await site.upload(org.mens.samira, `/melden/${id}/bewijs`, {}, [{ naam: 'briefje.txt', inhoud: Buffer.from('Dit lag op mijn auto.') }]);
    expect((await haal('samira', `/melden/${id}/weggooien`)).tekst).toContain('met het bestand dat je toevoegde');
    expect((await stuur('samira', `/melden/${id}/weggooien`, {})).naar).toBe('/melden');
    expect(await concepten()).toEqual([]);
    const [bestand] = await database.migratie.selectFrom('bestand').selectAll().where('organisatie_id', '=', org.id).execute();
    expect(bestand?.verwijderd_op).not.toBeNull();
    expect((await haal('samira', `/melden/${id}/jij`)).status).toBe(404);
  });
});

describe('departments that do not report themselves yet', () => {
  it('are told who reports for them, by name and number', async () => {
    for (const [wie, naam] of [['buitendienst', 'Hugo van Leeuwen'], ['milan', 'Petra Kuipers']] as const) {
      const { tekst } = await haal(wie, '/melden');
      expect(tekst).toContain('href="tel:112"');
      for (const woord of [naam, 'Nel Kok', 'tel:0100000000']) expect(tekst).toContain(woord);
      expect(tekst).not.toContain('name="vormen"');
      expect((await stuur(wie, `/melden/${nieuwId()}/wat`, wat())).status).toBe(409);
    }
    expect((await haal('petra', '/melden')).tekst).toContain('name="vormen"');
  });
});

describe('reporting for a colleague', () => {
  it('names the colleague and his company, and who calls him', async () => {
    const id = conceptOp((await haal('namensmelder', '/melden/namens')).tekst);
    const uit = await stuur('namensmelder', `/melden/${id}/namens`, { medewerker_naam: 'Dirk Hazes', bron: 'beveiliger', namens_reden: 'Geen computer', ga: 'verder' });
    expect(uit.naar).toBe(`/melden/${id}/wat`);
    expect((await haal('namensmelder', `/melden/${id}/wat`)).tekst).toContain('Dirk Hazes (Zeker Beveiliging)');
    for (const [stap, velden] of [['wat', wat()], ['wie', { ga: 'verder' }], ['jij', { ga: 'verder', belwens: 'vandaag' }]] as const) await stuur('namensmelder', `/melden/${id}/${stap}`, velden);
    const { naar } = await verstuur('namensmelder', id);
    expect((await haal('namensmelder', naar ?? '')).tekst).toContain('Hugo van Leeuwen belt Dirk Hazes vandaag, uiterlijk om 17.00 uur.');
    expect((await meldingen()).map((m) => [m.melder_id, m.voor_id, m.bron, m.namens_reden])).toEqual([[org.mens.namensmelder, org.mens.beveiliger, 'beveiliger', 'Geen computer']]);
    const mails = await database.migratie.selectFrom('kennisgeving').select(['aan_id', 'soort']).where('organisatie_id', '=', org.id).where('soort', '=', 'melding-namens').execute();
    expect(mails).toEqual([{ aan_id: org.mens.beveiliger, soort: 'melding-namens' }]);
  });

  it('is refused for who may not, for oneself, and for a political office holder by the ambtelijke melder', async () => {
    expect((await haal('samira', '/melden/namens')).status).toBe(404);
    const id = nieuwId();
    expect((await stuur('samira', `/melden/${id}/namens`, { medewerker_naam: 'Joost Brouwer', bron: 'telefoon', namens_reden: 'ziek' })).status).toBe(404);
    for (const naam of ['Nel Kok', 'Rosa Demir']) expect((await stuur('namensmelder', `/melden/${id}/namens`, { medewerker_naam: naam, bron: 'telefoon', namens_reden: 'ziek' })).status).toBe(422);
    expect((await stuur('petra', `/melden/${id}/namens`, { medewerker_naam: 'Samira Haddad', bron: 'telefoon', namens_reden: 'ziek' })).status).toBe(422);
    expect((await stuur('petra', `/melden/${id}/namens`, { medewerker_naam: 'Milan Vos', bron: 'telefoon', namens_reden: 'ziek', ga: 'verder' })).status).toBe(303);
  });
});

describe('a political office holder', () => {
  it('reports through the griffier, whose name is on the pages, and no leidinggevende is', async () => {
    const id = await totNakijken('raadslid', { wat: { kanaal: 'prive' } });
    const jij = (await haal('raadslid', `/melden/${id}/jij`)).tekst;
    expect(jij).toContain('Geert Wolters');
    expect(jij).not.toContain('Liever niet via mijn leidinggevende');
    expect(jij).not.toContain('name="route"');
    expect((await haal('raadslid', `/melden/${id}/nakijken`)).tekst).toContain('Geert Wolters (griffier)');
    const { naar } = await verstuur('raadslid', id);
    expect((await haal('raadslid', naar ?? '')).tekst).toContain('Geert Wolters belt je');
    const verteld = await database.migratie.selectFrom('kennisgeving').select('aan_id').where('organisatie_id', '=', org.id).execute();
    expect(new Set(verteld.map((k) => k.aan_id))).toEqual(new Set([org.mens.griffier, org.mens.raadslid]));
  });
});
