import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import type { Mens } from '../../../tests/hulp/organisatie.ts';
import { vulAan } from '../../dossier/handelingen/bijwerken.ts';
import { klokTik } from '../../dossier/klok.ts';
import { vandaag } from '../../dossier/vragen.ts';
import type { Id } from '../../kern/ids.ts';
import { veroorzakerbeeld } from '../dossier.ts';
import { persoonbeeld, zoekPersonen } from '../personen.ts';
import { maakProef, type Proef } from '../../../tests/hulp/veroorzakers.ts';
import { hefBeperkingOp, maakBesluiten, openVerzoek, verlengVerzoek } from './handelingen.ts';
import { maakInzage } from './inzage.ts';
import { houdVast, laatLos } from './vasthouden.ts';
import { verzoekbeeld, verzoekenlijst } from './vragen.ts';
import type { Bewaarder } from './wissen.ts';

let database: TestDatabase;
let p: Proef;
const { besluit, bevestig } = maakBesluiten([]);
const PERSOON = { voornamen: 'Pieter', geslachtsnaam: 'Wybenga', geboren: '7-3-1984', straat: 'Dorpsstraat', huisnummer: '12', postcode: '1234 AB', woonplaats: 'Proefdam', omschrijving: 'Draagt een pet.' };

beforeAll(async () => {
  database = await maakTestDatabase();
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  p = await maakProef(database);
});

const verzoek = async (persoon: Id, soort: string, over: Record<string, unknown> = {}, wie: Mens = 'adviseur'): Promise<Id> => (await p.deuren.voer(openVerzoek, { id: persoon, soort, gevraagd: 'Ik wil het weten.', identiteit: 'Kwam langs met paspoort.', ...over }, await p.als(wie))).id;
const beeld = async (id: Id, wie: Mens = 'adviseur') => p.deuren.vraag(verzoekbeeld, { id }, await p.als(wie));
const versie = async (id: Id): Promise<string> => String((await database.migratie.selectFrom('avgverzoek').select('versie').where('id', '=', id).executeTakeFirstOrThrow()).versie);
const besluiten = async (id: Id, uitkomst: string, over: Record<string, unknown> = {}, wie: Mens = 'adviseur', h = besluit) => p.deuren.voer(h, { id, versie: await versie(id), uitkomst, reden: 'Omdat het kan.', ...over }, await p.als(wie));
const tweede = async (id: Id, wie: Mens, akkoord = 'ja', over: Record<string, unknown> = {}) => p.deuren.voer(bevestig, { id, versie: await versie(id), akkoord, ...over }, await p.als(wie));
const klok = async (id: Id) => (await beeld(id)).termijn?.verval_op.toString();
const rondAf = async (dossier: Id) => database.migratie.updateTable('termijn').set({ afgerond_op: p.deuren.nu(), volgende_stap_op: null }).where('dossier_id', '=', dossier).where('afgerond_op', 'is', null).execute();
const sluit = async (dossier: Id) => database.migratie.updateTable('dossier').set({ status: 'gesloten' }).where('id', '=', dossier).execute();

describe('the legal clock', () => {
  it('runs a month from receipt, moves past a weekend, and can be extended once by two months', async () => {
    const { persoon } = await p.persoon(PERSOON);
    const id = await verzoek(persoon, 'inzage', { ontvangen: '21-10-2026' });
    // 21 November 2026 is a Saturday: the term ends with Monday 23 November.
    expect(await klok(id)).toBe('2026-11-23T22:59:59.999Z');
    await p.deuren.voer(verlengVerzoek, { id, versie: await versie(id), reden: 'Er zijn veel stukken.' }, await p.als('adviseur'));
    expect(await klok(id)).toBe('2027-01-21T22:59:59.999Z');
    await expect(p.deuren.voer(verlengVerzoek, { id, versie: await versie(id), reden: 'Nog langer.' }, await p.als('adviseur'))).rejects.toMatchObject({ code: 'conflict.toestand' });
    const laat = await verzoek((await p.persoon({ geslachtsnaam: 'Ander' })).persoon, 'inzage', { ontvangen: '1-10-2026' });
    await expect(p.deuren.voer(verlengVerzoek, { id: laat, versie: '1', reden: 'Te laat bedacht.' }, await p.als('adviseur'))).rejects.toMatchObject({ code: 'conflict.toestand' });
  });

  it('stands under Vandaag of who handles it and of who watches that compartment, and says when it is too late', async () => {
    const { persoon } = await p.persoon(PERSOON);
    const id = await verzoek(persoon, 'inzage');
    const werk = async (wie: Mens) => (await p.deuren.vraag(vandaag, {}, await p.als(wie))).los.map((t) => t.onderwerp_id);
    expect(await werk('adviseur')).toContain(id);
    expect(await werk('adviseurPolitiek')).toContain(id);
    expect(await werk('griffier')).toEqual([]);
    expect(await werk('karin')).toEqual([]);
    p.deuren.klok.vooruit({ hours: 24 * 32 });
    await klokTik(database.app, p.deuren);
    await klokTik(database.app, p.deuren);
    const berichten = await database.migratie.selectFrom('kennisgeving').select(['aan_id', 'soort']).where('onderwerp_id', '=', id).execute();
    expect(berichten).toEqual(expect.arrayContaining([{ aan_id: p.org.mens.adviseur, soort: 'te-laat' }]));
  });

  it('starts by itself once someone who can be reached is recorded by name, once per person, and can be put off with a reason', async () => {
    const { persoon } = await p.persoon(PERSOON);
    await p.persoon({ omschrijving: 'Man met een groene jas' });
    const rijen = await database.migratie.selectFrom('avgverzoek').selectAll().where('organisatie_id', '=', p.org.id).execute();
    expect(rijen.map((r) => [r.persoon_id, r.soort, r.status])).toEqual([[persoon, 'kennisgeving', 'open']]);
    const id = rijen[0]?.id ?? '';
    await expect(p.deuren.voer(verlengVerzoek, { id, versie: '1', reden: 'Er is aangifte gedaan.', tot: 'gisteren' }, await p.als('adviseur'))).rejects.toMatchObject({ code: 'invoer.ongeldig' });
    await p.deuren.voer(verlengVerzoek, { id, versie: '1', reden: 'Er is aangifte gedaan.', tot: '1-3-2027' }, await p.als('adviseur'));
    expect(await klok(id)).toBe('2027-03-01T16:00:00Z');
    expect((await beeld(id)).stappen.map((s) => s.soort)).toEqual(expect.arrayContaining(['uitgesteld']));
    expect((await besluiten(id, 'niet_nodig')).tweede).toBe(true);
  });
});

describe('a decision', () => {
  it('that refuses holds only after a second person, never the same one; sent back it is open again', async () => {
    const { persoon } = await p.persoon(PERSOON);
    const id = await verzoek(persoon, 'inzage');
    await expect(besluiten(id, 'deels')).rejects.toMatchObject({ code: 'invoer.ongeldig' });
    await expect(besluiten(id, 'verzonden')).rejects.toMatchObject({ code: 'invoer.ongeldig' });
    await besluiten(id, 'geweigerd');
    await expect(tweede(id, 'adviseur')).rejects.toMatchObject({ code: 'conflict.toestand' });
    await expect(tweede(id, 'griffier')).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(tweede(id, 'fg', 'nee')).rejects.toMatchObject({ code: 'invoer.ongeldig' });
    await tweede(id, 'fg', 'nee', { reden: 'Dit is niet gemotiveerd.' });
    expect((await beeld(id)).verzoek.status).toBe('open');
    await besluiten(id, 'geweigerd');
    await expect(besluiten(id, 'toegewezen')).rejects.toMatchObject({ code: 'conflict.toestand' });
    await tweede(id, 'fg');
    const na = await beeld(id);
    expect([na.verzoek.status, na.verzoek.tweede_door, na.termijn]).toEqual(['afgerond', p.org.mens.fg, null]);
  });

  it('prepares the letter, with the reason and what is kept, in the dossier that was chosen', async () => {
    const { persoon, dossier, betrokkene } = await p.persoon(PERSOON);
    const id = await verzoek(persoon, 'beperking');
    await besluiten(id, 'toegewezen', { brief: 'ja', dossier, contact_wie: 'De Adviseur', contact_telefoon: '14 0123' });
    const brief = await database.migratie.selectFrom('brief').selectAll().where('dossier_id', '=', dossier).executeTakeFirstOrThrow();
    expect([brief.soort, brief.betrokkene_id, brief.geadresseerde_naam]).toEqual(['avg_besluit', betrokkene, 'Pieter Wybenga']);
    const vreemd = await p.persoon({ geslachtsnaam: 'Vreemd' });
    const ander = await verzoek(persoon, 'bezwaar');
    await expect(besluiten(ander, 'toegewezen', { brief: 'ja', dossier: vreemd.dossier, contact_wie: 'x', contact_telefoon: '1' })).rejects.toMatchObject({ code: 'invoer.ongeldig' });
  });

  it('that restricts keeps a person from being found, counted and changed, until it is lifted after he was told', async () => {
    const { persoon, dossier } = await p.persoon(PERSOON);
    const zoek = async () => (await p.deuren.voer(zoekPersonen, { compartiment: 'ambtelijk', doel: 'verzoek', geslachtsnaam: 'Wybenga', geboren: '7-3-1984' }, await p.als('adviseur'))).gevonden.length;
    expect(await zoek()).toBe(1);
    await besluiten(await verzoek(persoon, 'beperking'), 'toegewezen');
    expect(await zoek()).toBe(0);
    expect((await p.deuren.vraag(veroorzakerbeeld, { id: dossier }, await p.als('adviseur'))).veroorzakers.map((v) => v.herkend?.herkenning.kandidaten.length)).not.toContain(1);
    const opheffen = async (ingelicht: string) => p.deuren.voer(hefBeperkingOp, { id: persoon, versie: '2', reden: 'Het is nagegaan.', ingelicht }, await p.als('adviseur'));
    await expect(opheffen('')).rejects.toMatchObject({ code: 'invoer.ongeldig' });
    await opheffen('ja');
    expect(await zoek()).toBe(1);
  });
});

describe('erasure', () => {
  it('waits for open dossiers and for what other rooms need, and for a second person; then nothing tells who it was', async () => {
    const { persoon, dossier } = await p.persoon(PERSOON);
    const rectificatie = await verzoek(persoon, 'rectificatie', { gevraagd: 'De naam Wybenga klopt niet.' });
    const id = await verzoek(persoon, 'verwijdering');
    await expect(besluiten(id, 'toegewezen')).rejects.toMatchObject({ velden: [{ veld: 'uitkomst', tekst: expect.stringContaining('is nog open') as unknown }] });
    await sluit(dossier);
    await expect(besluiten(id, 'toegewezen')).rejects.toMatchObject({ velden: [{ tekst: expect.stringContaining('Er loopt nog een ander verzoek tot en met wo 23 december 2026: Rectificatie') as unknown }] });
    await besluiten(rectificatie, 'toegewezen');
    await rondAf(dossier);
    let gewist = false;
    const bewaarder: Bewaarder = { redenen: async () => (gewist ? [] : ['Er loopt nog een maatregel.']), wis: async () => undefined };
    await expect(besluiten(id, 'toegewezen', {}, 'adviseur', maakBesluiten([bewaarder]).besluit)).rejects.toMatchObject({ velden: [{ veld: 'uitkomst', tekst: expect.stringContaining('maatregel') as unknown }] });
    gewist = true;
    await besluiten(id, 'toegewezen', { brief: 'ja', dossier, contact_wie: 'De Adviseur', contact_telefoon: '14 0123' });
    expect((await p.deuren.vraag(persoonbeeld, { id: persoon }, await p.als('adviseur'))).groep.weergave).toBe('Pieter Wybenga');
    await tweede(id, 'adviseurPolitiek');
    for (const tabel of ['persoon', 'persoonnaam', 'persoonadres', 'persoonmiddel', 'persoonwijziging', 'oordeel', 'avgverzoek', 'avgstap', 'betrokkene', 'zoektekst', 'koppeling'] as const) {
      expect(JSON.stringify(await database.migratie.selectFrom(tabel).selectAll().where('organisatie_id', '=', p.org.id).execute()), tabel).not.toMatch(/wybenga|dorpsstraat|1984|groene|1234 ?AB|draagt een pet/i);
    }
    // The letter that tells him so was made before his address went.
    expect((await database.migratie.selectFrom('brief').select('geadresseerde_naam').where('dossier_id', '=', dossier).execute()).map((b) => b.geadresseerde_naam)).toEqual(['Pieter Wybenga']);
    expect((await p.deuren.vraag(persoonbeeld, { id: persoon }, await p.als('adviseur'))).incidenten).toHaveLength(1);
    await expect(verzoek(persoon, 'inzage')).rejects.toMatchObject({ code: 'conflict.toestand' });
    // He is owed no notice any more, and no clock runs about him.
    expect(await database.migratie.selectFrom('avgverzoek').select(['soort', 'status', 'uitkomst']).where('organisatie_id', '=', p.org.id).where('soort', '=', 'kennisgeving').execute()).toEqual([{ soort: 'kennisgeving', status: 'afgerond', uitkomst: 'niet_nodig' }]);
    expect(await database.migratie.selectFrom('termijn').select('soort').where('organisatie_id', '=', p.org.id).where('onderwerp_soort', '=', 'avgverzoek').where('afgerond_op', 'is', null).execute()).toEqual([]);
  });

  it('waits for clocks in a closed dossier and for what is held for a case, each with until when', async () => {
    const { persoon, dossier } = await p.persoon(PERSOON);
    await sluit(dossier);
    const id = await verzoek(persoon, 'verwijdering');
    const { nummer } = await database.migratie.selectFrom('dossier').select('nummer').where('id', '=', dossier).executeTakeFirstOrThrow();
    const geweigerd = async (): Promise<string> => besluiten(id, 'toegewezen').then(() => '', (e: { velden: { tekst: string }[] }) => e.velden[0]?.tekst ?? '');
    expect(await geweigerd()).toMatch(new RegExp(`In dossier ${nummer} loopt nog een termijn tot en met [a-z]{2} \\d{1,2} [a-z]+ 202[67]: `));
    await rondAf(dossier);
    const vast = async (over: Record<string, unknown> = {}) => p.deuren.voer(houdVast, { id: persoon, grond: 'rechtszaak', reden: 'Zaak 2026/12.', tot: '1-3-2027', ...over }, await p.als('adviseur'));
    for (const tot of ['23-11-2026', '1-1-2032', 'ooit']) await expect(vast({ tot })).rejects.toMatchObject({ velden: [{ veld: 'tot' }] });
    await vast();
    expect(await geweigerd()).toContain('Een rechtszaak of schadeclaim: de gegevens worden vastgehouden tot en met ma 1 maart 2027.');
    const [{ id: vasthouding } = { id: '' }] = (await p.deuren.vraag(persoonbeeld, { id: persoon }, await p.als('adviseur'))).vastgehouden;
    await expect(p.deuren.voer(laatLos, { id: persoon, vasthouding, reden: 'Zo maar.' }, await p.als('griffier'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await p.deuren.voer(laatLos, { id: persoon, vasthouding, reden: 'De zaak is geschikt.' }, await p.als('adviseur'));
    expect((await besluiten(id, 'toegewezen')).tweede).toBe(true);
    // What came up between the decision and the second person still stands in the way.
    await vast({ grond: 'aangifte' });
    await expect(tweede(id, 'fg')).rejects.toMatchObject({ code: 'conflict.toestand', redenen: ['Een aangifte: de gegevens worden vastgehouden tot en met ma 1 maart 2027.'] });
    p.deuren.klok.zet('2027-03-02T09:00:00Z');
    await tweede(id, 'fg');
    expect((await p.deuren.vraag(persoonbeeld, { id: persoon }, await p.als('adviseur'))).groep.hoofd.gewist_op).not.toBeNull();
  });
});

describe('the overview for inzage', () => {
  it('holds what concerns him, whether it stands, and nothing that names a colleague or another party', async () => {
    const { persoon, dossier } = await p.persoon(PERSOON);
    const { versie: v } = await database.migratie.selectFrom('dossier').select('versie').where('id', '=', dossier).executeTakeFirstOrThrow();
    await p.deuren.voer(vulAan, { id: dossier, versie: String(v), titel: 'Dreiging', wat: 'Hij riep tegen Samira Haddad dat hij haar wist te vinden. Collega HADDAD (samira@proefdam.example, 06-12345678) belde Joost.', gevolgenPersoon: 'Ze slaapt niet.' }, await p.als('adviseur'));
    const inzage = maakInzage([async () => [{ kop: 'Elders', regels: ['Besproken met Karin de Boer.'] }]]);
    const id = await verzoek(persoon, 'inzage');
    const { overzicht: o, stuk } = await p.deuren.voer(inzage, { id }, await p.als('adviseur'));
    // What is handed over as data, and what is printed.
    for (const tekst of [JSON.stringify(o), JSON.stringify(stuk).replace('gemeld', 'Gemeld')]) {
      for (const wel of ['Pieter Wybenga', 'Dorpsstraat 12', '7-3-1984', 'Gemeld', '[collega]', 'Draagt een pet']) expect(tekst).toContain(wel);
      for (const niet of ['Samira', 'Haddad', 'HADDAD', 'Joost', 'Karin', 'Boer', 'samira@', '12345678', 'slaapt niet']) expect(tekst).not.toContain(niet);
    }
    await expect(p.deuren.voer(inzage, { id }, await p.als('fg'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(p.deuren.voer(inzage, { id: await verzoek(persoon, 'bezwaar') }, await p.als('adviseur'))).rejects.toMatchObject({ code: 'conflict.toestand' });
  });
});

describe('the list', () => {
  it('is for the Adviseur and the FG of the compartment, without names', async () => {
    const { persoon } = await p.persoon(PERSOON);
    const politiek = (await p.persoon(PERSOON, 'raadslid')).persoon;
    await verzoek(persoon, 'inzage');
    await verzoek(politiek, 'inzage', {}, 'griffier');
    const lijst = async (wie: Mens) => (await p.deuren.vraag(verzoekenlijst, {}, await p.als(wie))).verzoeken;
    expect((await lijst('fg')).map((v) => v.compartiment)).toEqual(['ambtelijk', 'ambtelijk']);
    expect((await lijst('adviseur')).map((v) => v.compartiment)).toEqual(['ambtelijk', 'ambtelijk']);
    expect((await lijst('griffier')).map((v) => v.compartiment)).toEqual(['politiek', 'politiek']);
    expect(await lijst('adviseurPolitiek')).toHaveLength(4);
    expect(JSON.stringify(await lijst('fg'))).not.toMatch(/wybenga/i);
    await expect(lijst('karin')).rejects.toMatchObject({ code: 'niet-gevonden' });
  });
});
