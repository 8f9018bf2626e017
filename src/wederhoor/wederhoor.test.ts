import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { meldGeenReactie } from './handelingen/vastleggen.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '../kern/ids.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { voegBetrokkeneToe } from '../dossier/handelingen/betrokkenen.ts';
import { geenOpenTermijn, maakSamenvoegen, maakSluiten, regelTermijn } from '../dossier/handelingen/sluiten.ts';
import { dienMeldingIn } from '../melden/index.ts';
import { metOrganisatie } from '../platform/database/index.ts';
import { systeemhandeling } from '../platform/deuren/index.ts';
import { z } from 'zod';
import { geefMeerTijd, hoorplichtVan, legZienswijzeVast, maakUitnodigen, trekIn, vereistAchteraf, verhuisWederhoor, verlopenAchteraf, wederhoorbeeld, wederhoorGedaan, wederhoorstand, wederhoorTik } from './index.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let dossierId: Id;
let betrokkene: Id;

beforeAll(async () => {
  database = await maakTestDatabase();
  org = await maakOrganisatie(database.migratie);
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  deuren = maakTestdeuren(database.app, maakKlok());
  ({ dossierId, betrokkene } = await dossier());
});

const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
const uitnodigen = maakUitnodigen('https://rugdekking.example/uw-kant');

async function dossier(partij: Record<string, string> = { soort: 'bekend', naam: 'Henk Jansma' }): Promise<{ dossierId: Id; betrokkene: Id }> {
  const melding = await deuren.voer(dienMeldingIn, { vormen: ['schelden'], wanneer: 'vandaag', tijd: '13.05', locatie: org.locatie.stadhuis, kanaal: 'balie', verhaal: 'Hij schold me uit.', concept: '' }, await als('samira'));
  await deuren.voer(voegBetrokkeneToe, { id: melding.dossierId, rol: 'veroorzaker', ...partij }, await als('adviseur'));
  const { id } = await database.migratie.selectFrom('betrokkene').select('id').where('dossier_id', '=', melding.dossierId).where('rol', '=', 'veroorzaker').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
  return { dossierId: melding.dossierId, betrokkene: id };
}

const TEKST = 'U riep ‘ik weet je te vinden’ en sloeg met uw hand op de balie.';
const uitnodiging = (over: Record<string, unknown> = {}) => ({
  id: dossierId, betrokkene, wijze: 'brief', naam: 'H. Jansma', adres: 'Kade 3\n1234 AB Proefdam', tekst: TEKST, norm: 'We gaan met respect met elkaar om.', contact_wie: 'Team Veilige dienstverlening', contact_telefoon: '010 123 45 67',
  ondertekenaar: 'adviseur', nagekeken: 'ja', ...over,
});
const nodigUit = async (over: Record<string, unknown> = {}, wie: Mens = 'adviseur') => deuren.voer(uitnodigen, uitnodiging(over), await als(wie));
const stand = (d = dossierId, b = betrokkene) => metOrganisatie(database.app, org.id, (trx) => wederhoorstand({ trx, organisatieId: org.id }, d, b));
const zeg = async (over: Record<string, unknown>, wie: Mens = 'adviseur') => deuren.voer(legZienswijzeVast, { id: dossierId, bron: 'telefoon', tekst: 'Ik had een slechte dag.', voorgelezen: 'ja', ...over }, await als(wie));
/** The letter left on this day, as the one who sends it records. */
async function verzonden(brief: Id | null, op = '2026-11-23'): Promise<void> {
  const dag = Temporal.PlainDate.from(op);
  const nagekeken = { status: 'nagekeken', nagekeken_op: deuren.nu(), nagekeken_door: org.mens.adviseur, briefdatum: dag, tekst: '{}', sha256: '0'.repeat(64), pdf_sleutel: 'proef', pdf_bytes: 1 } as const;
  for (const set of [nagekeken, { status: 'verzonden', verzonden_op: dag, wijze: 'post', verzendkenmerk: '', verzonden_door: org.mens.adviseur, vastgelegd_op: deuren.nu() } as const]) {
    await database.migratie.updateTable('brief').set(set).where('id', '=', brief).execute();
  }
}
const tik = () => wederhoorTik(database.app, deuren);
const gebeurd = async () => (await database.migratie.selectFrom('gebeurtenis').select('soort').where('dossier_id', '=', dossierId).orderBy('op').orderBy('id').execute()).map((g) => g.soort);

describe('asking for a view', () => {
  it('by letter freezes the extract, starts the clock of five working days, and prepares the letter with the codes that are kept as a hash only', async () => {
    const { brief, wederhoor } = await nodigUit();
    expect(await stand()).toMatchObject({ id: wederhoor, wijze: 'brief', uitkomst: null, zienswijze: null, uiterlijk: Temporal.Instant.from('2026-11-30T16:00:00Z') });
    const klok = await database.migratie.selectFrom('termijn').select(['soort', 'aan_id', 'verval_op']).where('dossier_id', '=', dossierId).where('soort', '=', 'wederhoor').executeTakeFirstOrThrow();
    expect(klok).toEqual({ soort: 'wederhoor', aan_id: org.mens.adviseur, verval_op: Temporal.Instant.from('2026-11-30T16:00:00Z') });
    const { gegevens } = await database.migratie.selectFrom('brief').select('gegevens').where('id', '=', brief).executeTakeFirstOrThrow();
    const { toegang, feiten } = gegevens as { toegang: { code: string; controle: string }; feiten: unknown };
    expect(toegang.code).toMatch(/^([A-HJKMNP-TV-Z2-9]{4}-){2}[A-HJKMNP-TV-Z2-9]{4}$/);
    expect(feiten).toEqual([{ datum: '2026-11-23', plaats: 'in een van onze gebouwen', gedrag: TEKST }]);
    const { rows } = await sql<{ t: string }>`select row_to_json(s)::text as t from wederhoorsleutel s where wederhoor_id = ${wederhoor}`.execute(database.migratie);
    expect(rows).toHaveLength(1);
    for (const stuk of [toegang.code, toegang.controle, toegang.code.replaceAll('-', '')]) expect(rows[0]?.t).not.toContain(stuk);
  });

  it('leaves out where it was, who it was and anything that is not from a closed list', async () => {
    await nodigUit();
    const { feiten } = await database.migratie.selectFrom('uittreksel').select('feiten').where('betrokkene_id', '=', betrokkene).executeTakeFirstOrThrow();
    expect(feiten).toEqual({ datum: '2026-11-23', dagdeel: 'middag', plek: 'balie', vormen: ['schelden'] });
  });

  it('refuses a text in which a colleague of the dossier can be recognised, at the field where it stands', async () => {
    for (const [veld, tekst] of [['tekst', 'U schold mevrouw Haddad uit.'], ['tekst', 'U riep SÁMIRA na.'], ['tekst_en', 'You shouted at Samira’s desk.'], ['norm', 'Bij Burgerzaken gelden huisregels.'], ['contact_wie', 'S. Haddad'], ['overweegt', 'Een verbod voor burger\u00adzaken']] as const) {
      await expect(nodigUit({ [veld]: tekst }), tekst).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [{ veld }] });
    }
    expect(await stand()).toBeNull();
    await nodigUit({ tekst: 'U riep iets over samirari en de burgerij.' });
  });

  it.each([
    ['26-12-2026', /Tweede Kerstdag/], ['25-12-2026', /Eerste Kerstdag/], ['28-11-2026', /weekend/], ['27-04-2027', /Koningsdag/], ['31-02-2027', /bestaat niet/],
  ])('refuses a conversation on %s with what is the matter', async (gesprek_datum, zin) => {
    const fout = nodigUit({ wijze: 'gesprek', gesprek_datum, gesprek_tijd: '10.00', gesprek_plaats: 'Stadhuis', gesprek_met: 'de teamcoach' });
    await expect(fout).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [{ veld: 'gesprek_datum', tekst: expect.stringMatching(zin) as unknown }] });
  });

  it('gives until the working day after a conversation that is later than the term', async () => {
    await nodigUit({ wijze: 'gesprek', gesprek_datum: '4-12-2026', gesprek_tijd: '10.00', gesprek_plaats: 'Stadhuis, kamer 2', gesprek_met: 'de teamcoach' });
    expect((await stand())?.uiterlijk).toEqual(Temporal.Instant.from('2026-12-07T16:00:00Z'));
  });

  it.each(['onbekend', 'groep', 'account'])('sends no letter to a party that is %s and has no address, and still allows who turns up at the telephone', async (soort) => {
    ({ dossierId, betrokkene } = await dossier({ soort, omschrijving: 'Een man met een groene jas.' }));
    await expect(nodigUit({ adres: '', naam: '' })).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [{ veld: 'adres', tekst: expect.stringContaining('We weten niet wie of waar') as unknown }] });
    await expect(nodigUit({ wijze: 'telefoon', adres: '', naam: '' })).rejects.toMatchObject({ velden: [{ veld: 'verslag' }] });
    const { wederhoor, brief } = await nodigUit({ wijze: 'telefoon', adres: '', naam: '', verslag: 'Hij belde zelf. Gezegd dat schriftelijk ook kan.' });
    expect(brief).toBeNull();
    await zeg({ wederhoor });
    expect(await stand()).toMatchObject({ uitkomst: 'zienswijze', zienswijze: 'Ik had een slechte dag.' });
  });

  it('is done once at a time, not by who it happened to, and not by a stranger', async () => {
    await expect(nodigUit({}, 'joost')).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(nodigUit({}, 'samira')).rejects.toMatchObject({ code: 'niet-gevonden' });
    await nodigUit({}, 'karin');
    await expect(nodigUit()).rejects.toMatchObject({ code: 'conflict.toestand' });
    await expect(nodigUit({ betrokkene: org.mens.samira })).rejects.toMatchObject({ code: 'niet-gevonden' });
  });

  it('never gives less time than the term, and refuses an end on a day off', async () => {
    await expect(nodigUit({ meer_tijd: '27-11-2026' })).rejects.toMatchObject({ velden: [{ veld: 'meer_tijd' }] });
    await expect(nodigUit({ meer_tijd: '25-12-2026' })).rejects.toMatchObject({ velden: [{ veld: 'meer_tijd' }] });
    const { wederhoor } = await nodigUit({ meer_tijd: '4-12-2026' });
    expect((await stand())?.uiterlijk).toEqual(Temporal.Instant.from('2026-12-04T16:00:00Z'));
    await expect(deuren.voer(geefMeerTijd, { id: dossierId, wederhoor, versie: '1', datum: '3-12-2026', reden: 'x' }, await als('adviseur'))).rejects.toMatchObject({ velden: [{ veld: 'datum' }] });
    await deuren.voer(geefMeerTijd, { id: dossierId, wederhoor, versie: '1', datum: '11-12-2026', reden: 'Hij is op vakantie.' }, await als('adviseur'));
    await expect(deuren.voer(geefMeerTijd, { id: dossierId, wederhoor, versie: '1', datum: '18-12-2026', reden: 'x' }, await als('karin'))).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    const { verloopt_op } = await database.migratie.selectFrom('wederhoorsleutel').select('verloopt_op').where('wederhoor_id', '=', wederhoor).executeTakeFirstOrThrow();
    expect(verloopt_op).toEqual(Temporal.Instant.from('2026-12-11T16:00:00Z'));
  });

  it('is taken back with a reason: then it counts as not done and the codes open nothing', async () => {
    const { wederhoor } = await nodigUit();
    await deuren.voer(trekIn, { id: dossierId, wederhoor, versie: '1', reden: 'Verkeerde persoon.' }, await als('adviseur'));
    expect(await stand()).toBeNull();
    expect(await database.migratie.selectFrom('wederhoorsleutel').selectAll().where('wederhoor_id', '=', wederhoor).execute()).toEqual([]);
    await expect(zeg({ wederhoor })).rejects.toMatchObject({ code: 'conflict.toestand' });
    await nodigUit();
  });
});

describe('the view', () => {
  it('given at the desk is kept with who wrote it down and whether it was read back; after that nothing runs any more', async () => {
    const { wederhoor } = await nodigUit();
    await expect(zeg({ wederhoor, bron: 'balie', voorgelezen: '' })).rejects.toMatchObject({ velden: [{ veld: 'voorgelezen' }] });
    await expect(zeg({ wederhoor, tekst: '' })).rejects.toMatchObject({ velden: [{ veld: 'tekst' }] });
    await expect(zeg({ wederhoor, datum: 'gisteren' })).rejects.toMatchObject({ velden: [{ veld: 'datum' }] });
    deuren.klok.vooruit({ hours: 2 });
    await zeg({ wederhoor, bron: 'balie', tekst: 'Ik heb niemand bedreigd.\u0000' }, 'karin');
    await zeg({ wederhoor, bron: 'papier', tekst: 'En het spijt me.', voorgelezen: '' });
    expect(await stand()).toMatchObject({ uitkomst: 'zienswijze', zienswijze: 'Ik heb niemand bedreigd.\n\nEn het spijt me.', afgerondOp: Temporal.Instant.from('2026-11-23T15:10:00Z') });
    const beeld = await deuren.vraag(wederhoorbeeld, { id: dossierId }, await als('adviseur'));
    expect(beeld.betrokkenen.find((b) => b.id === betrokkene)?.rondes[0]?.gezegd.map((g) => [g.bron, g.door, g.voorgelezen])).toEqual([['balie', 'Karin de Boer', true], ['papier', 'Noor Adriaans', null]]);
    expect(await database.migratie.selectFrom('termijn').select('uitkomst').where('dossier_id', '=', dossierId).where('soort', '=', 'wederhoor').executeTakeFirst()).toEqual({ uitkomst: 'gedaan' });
    deuren.klok.vooruit({ hours: 24 * 30 });
    await tik();
    expect((await stand())?.uitkomst).toBe('zienswijze');
  });

  it('that does not come is an outcome the clock writes down by itself, and who answers late is still heard', async () => {
    const { wederhoor, brief } = await nodigUit();
    await verzonden(brief);
    deuren.klok.zet('2026-11-30T15:59:59Z');
    await tik();
    expect((await stand())?.uitkomst).toBeNull();
    deuren.klok.zet('2026-11-30T16:00:03Z');
    await tik();
    expect(await stand()).toMatchObject({ uitkomst: 'geen_reactie', zienswijze: null, afgerondOp: Temporal.Instant.from('2026-11-30T16:00:00Z') });
    expect(await gebeurd()).toContain('geen_reactie');
    await tik();
    expect((await gebeurd()).filter((g) => g === 'geen_reactie')).toHaveLength(1);
    deuren.klok.vooruit({ hours: 20 });
    await zeg({ wederhoor, bron: 'telefoon' });
    expect(await stand()).toMatchObject({ uitkomst: 'zienswijze', zienswijze: 'Ik had een slechte dag.' });
  });

  it('is waited for as long as the term counts from the day the letter left', async () => {
    const { brief } = await nodigUit();
    await verzonden(brief, '2026-11-26');
    deuren.klok.zet('2026-11-30T16:00:03Z');
    await tik();
    expect(await stand()).toMatchObject({ uitkomst: null, uiterlijk: Temporal.Instant.from('2026-12-03T16:00:00Z') });
    deuren.klok.zet('2026-12-03T16:00:03Z');
    await tik();
    expect((await stand())?.uitkomst).toBe('geen_reactie');
  });

  it('that never came is told in a letter of its own, once, to where the invitation went', async () => {
    const { brief, wederhoor } = await nodigUit();
    const meld = async (over: Record<string, unknown> = {}) => deuren.voer(meldGeenReactie, { id: dossierId, wederhoor, vervolg: 'We beslissen nu zonder uw verhaal.', ...over }, await als('adviseur'));
    await expect(meld()).rejects.toMatchObject({ code: 'conflict.toestand' });
    await verzonden(brief);
    deuren.klok.zet('2026-11-30T16:00:01Z');
    await tik();
    await expect(meld({ vervolg: '' })).rejects.toMatchObject({ velden: [{ veld: 'vervolg' }] });
    await expect(meld({ vervolg: 'U hoort van Samira Haddad.' })).rejects.toMatchObject({ velden: [{ veld: 'vervolg' }] });
    const { brief: nieuw } = await meld();
    const r = await database.migratie.selectFrom('brief').select(['soort', 'geadresseerde_naam', 'geadresseerde_adres', 'gegevens']).where('id', '=', nieuw).executeTakeFirstOrThrow();
    expect(r).toMatchObject({ soort: 'geen_reactie', geadresseerde_naam: 'H. Jansma', geadresseerde_adres: ['Kade 3', '1234 AB Proefdam'], gegevens: { uitgenodigdOp: '2026-11-23', uiterlijk: '2026-11-30', vervolg: 'We beslissen nu zonder uw verhaal.', contact: { wie: 'Team Veilige dienstverlening' } } });
    await expect(meld()).rejects.toMatchObject({ code: 'conflict.toestand', redenen: [expect.stringContaining('al klaargezet') as string] });
  });

  it('that was asked by telephone has no address to write to', async () => {
    const { wederhoor } = await nodigUit({ wijze: 'telefoon', adres: '', verslag: 'Gebeld.' });
    deuren.klok.zet('2026-12-10T16:00:00Z');
    await tik();
    await expect(deuren.voer(meldGeenReactie, { id: dossierId, wederhoor, vervolg: 'We beslissen nu.' }, await als('adviseur'))).rejects.toMatchObject({ code: 'conflict.toestand' });
  });

  it('of who never got his letter is not "no reaction": the invitation lapses', async () => {
    await nodigUit();
    deuren.klok.zet('2026-11-30T16:00:03Z');
    await tik();
    expect(await stand()).toBeNull();
    expect(await gebeurd()).toContain('wederhoor_vervallen');
  });

  it('keeps a dossier open, and its clock is not ended from elsewhere', async () => {
    await nodigUit();
    const t = await database.migratie.selectFrom('termijn').select(['id', 'versie']).where('dossier_id', '=', dossierId).where('soort', '=', 'wederhoor').executeTakeFirstOrThrow();
    await expect(deuren.voer(regelTermijn, { id: dossierId, termijn: t.id, versie: String(t.versie), wat: 'afronden', reden: 'x' }, await als('adviseur'))).rejects.toMatchObject({ velden: [{ veld: 'wat' }] });
    const { versie } = await database.migratie.selectFrom('dossier').select('versie').where('id', '=', dossierId).executeTakeFirstOrThrow();
    await expect(deuren.voer(maakSluiten([geenOpenTermijn, wederhoorGedaan]), { id: dossierId, versie: String(versie), reden: 'x' }, await als('adviseur'))).rejects.toMatchObject({ code: 'dossier.niet-te-sluiten', redenen: expect.arrayContaining([expect.stringContaining('kan nog reageren')]) as unknown });
  });

  it('goes along to the dossier that two reports of one event become', async () => {
    const { wederhoor } = await nodigUit();
    await zeg({ wederhoor });
    deuren.klok.vooruit({ minutes: 5 });
    const ander = await dossier();
    const { versie } = await database.migratie.selectFrom('dossier').select('versie').where('id', '=', dossierId).executeTakeFirstOrThrow();
    await deuren.voer(maakSamenvoegen([verhuisWederhoor]), { id: dossierId, versie: String(versie), doel: ander.dossierId }, await als('adviseur'));
    const rij = await database.migratie.selectFrom('wederhoor').select(['dossier_id', 'betrokkene_id']).where('id', '=', wederhoor).executeTakeFirstOrThrow();
    expect(rij.dossier_id).toBe(ander.dossierId);
    expect(await stand(ander.dossierId, rij.betrokkene_id)).toMatchObject({ uitkomst: 'zienswijze' });
    const { rol } = await database.migratie.selectFrom('betrokkene').select('rol').where('id', '=', rij.betrokkene_id).where('dossier_id', '=', ander.dossierId).executeTakeFirstOrThrow();
    expect(rol).toBe('veroorzaker');
  });
});

describe('hearing afterwards', () => {
  const start = (uiterlijk?: Temporal.Instant) => deuren.voerSysteem(systeemhandeling({ naam: 'proef', invoer: z.object({}), voerUit: async (ctx) => ({ resultaat: await vereistAchteraf(ctx, { dossierId, betrokkeneId: betrokkene, ...(uiterlijk ? { uiterlijk } : {}) }) }) }), {}, org.id);
  const plicht = (id: Id) => metOrganisatie(database.app, org.id, (trx) => hoorplichtVan({ trx, organisatieId: org.id, nu: deuren.nu() }, id));

  it('is met by a hearing that ends in time, also when nobody answered', async () => {
    const h = await start(Temporal.Instant.from('2026-12-04T16:00:00Z'));
    if (h === null) throw new Error('geen hoorplicht');
    const { brief } = await nodigUit();
    await verzonden(brief);
    deuren.klok.zet('2026-11-30T16:00:03Z');
    await tik();
    expect(await plicht(h.id)).toMatchObject({ stand: 'voldaan', op: Temporal.Instant.from('2026-11-30T16:00:00Z') });
    deuren.klok.zet('2026-12-05T16:00:00Z');
    await tik();
    expect(await plicht(h.id)).toMatchObject({ stand: 'voldaan' });
    expect(await metOrganisatie(database.app, org.id, (trx) => verlopenAchteraf({ trx, organisatieId: org.id, nu: deuren.nu() }, [h.id]))).toEqual([]);
  });

  it('lapses from the very moment, before and after the worker wrote it down, and a later view does not undo that', async () => {
    const h = await start();
    if (h === null) throw new Error('geen hoorplicht');
    expect(h.uiterlijk).toEqual(Temporal.Instant.from('2026-11-30T16:00:00Z'));
    deuren.klok.zet('2026-11-30T15:59:59Z');
    expect(await plicht(h.id)).toMatchObject({ stand: 'loopt' });
    deuren.klok.zet('2026-11-30T16:00:00Z');
    expect(await plicht(h.id)).toMatchObject({ stand: 'verlopen', op: h.uiterlijk });
    deuren.klok.vooruit({ seconds: 4 });
    await tik();
    expect(await plicht(h.id)).toMatchObject({ stand: 'verlopen' });
    expect(await metOrganisatie(database.app, org.id, (trx) => verlopenAchteraf({ trx, organisatieId: org.id, nu: deuren.nu() }, [h.id]))).toMatchObject([{ id: h.id, dossierId, betrokkeneId: betrokkene }]);
    expect(await gebeurd()).toContain('hoorplicht_verlopen');
    const { wederhoor } = await nodigUit();
    await zeg({ wederhoor });
    expect(await plicht(h.id)).toMatchObject({ stand: 'verlopen' });
  });

  it('is not met by what was said before the measure', async () => {
    const { wederhoor } = await nodigUit();
    await zeg({ wederhoor });
    deuren.klok.vooruit({ hours: 1 });
    const h = await start();
    expect(await plicht(h?.id ?? '')).toMatchObject({ stand: 'loopt' });
  });
});

describe('the database itself', () => {
  const alsApp = (doe: (trx: Parameters<Parameters<typeof metOrganisatie>[2]>[0]) => Promise<unknown>) => metOrganisatie(database.app, org.id, doe).then(() => 'mocht', (e: { code?: string }) => e.code);

  it('does not let the application make up, change or take away what the betrokkene said and how it ended', async () => {
    const { wederhoor } = await nodigUit();
    const nu = deuren.nu();
    for (const opdracht of [
      sql`update zienswijze set tekst = 'anders'`, sql`delete from zienswijze`, sql`delete from wederhoor`, sql`update uittreksel set tekst = 'anders'`, sql`delete from uittreksel`, sql`delete from hoorplicht`, sql`update wederhoorsleutel set hash = hash`, sql`select * from rem`,
    ]) expect(await alsApp((trx) => opdracht.execute(trx))).toBe('42501');
    for (const opdracht of [
      sql`update wederhoor set uitkomst = 'zienswijze', afgerond_op = ${nu} where id = ${wederhoor}`,
      sql`update wederhoor set uitkomst = 'geen_reactie', afgerond_op = ${nu} where id = ${wederhoor}`,
      sql`update wederhoor set uiterlijk = uitgenodigd_op + interval '1 second', uitkomst = 'geen_reactie', afgerond_op = ${nu} where id = ${wederhoor}`,
      sql`update wederhoor set uitgenodigd_op = uitgenodigd_op - interval '9 days' where id = ${wederhoor}`,
      sql`insert into zienswijze select organisatie_id, gen_random_uuid(), id, 1, 'online', '', null, ${nu}, ${nu}, null, null from wederhoor where id = ${wederhoor}`,
      sql`insert into zienswijze select organisatie_id, gen_random_uuid(), id, 1, 'online', 'te laat', null, uiterlijk, uiterlijk, null, null from wederhoor where id = ${wederhoor}`,
      sql`insert into wederhoor (organisatie_id, id, dossier_id, betrokkene_id, uittreksel_id, wijze, uitgenodigd_door, uitgenodigd_op, uiterlijk, uitkomst, afgerond_op)
        select organisatie_id, gen_random_uuid(), dossier_id, betrokkene_id, uittreksel_id, 'brief', uitgenodigd_door, uitgenodigd_op, uiterlijk, 'geen_reactie', uiterlijk from wederhoor where id = ${wederhoor}`,
    ]) expect(await alsApp((trx) => opdracht.execute(trx))).toBe('23514');
    await zeg({ wederhoor });
    for (const opdracht of [
      sql`update wederhoor set uitkomst = null, afgerond_op = null where id = ${wederhoor}`, sql`update wederhoor set vervallen_op = ${nu}, vervallen_reden = 'x' where id = ${wederhoor}`, sql`update wederhoor set uitkomst = 'geen_reactie', afgerond_op = uiterlijk where id = ${wederhoor}`,
    ]) expect(await alsApp((trx) => opdracht.execute(trx))).toBe('23514');
  });
});
