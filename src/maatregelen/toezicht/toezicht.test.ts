import fc from 'fast-check';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '../../kern/ids.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maatregelhulp } from '../../../tests/hulp/maatregel.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakSluiten, geenOpenTermijn } from '../../dossier/handelingen/sluiten.ts';
import { volgMelding } from '../../melden/vragen/volgen.ts';
import { startNazorg } from '../../nazorg/index.ts';
import { stuurMaatregelBij } from '../handelingen/bijsturen.ts';
import { evalueerMaatregel, herstelDienstverlening, zetPlekken } from './handelingen.ts';
import { herstelbericht, leesHerstelbericht } from './inlichten.ts';
import { maakOvertreding } from './overtreden.ts';
import { bezwaarTegenEvaluatie, evaluatiecodes, instructies, politiecodes, tegenstrijdig, vertrekcodes, voorReceptie } from './regels.ts';
import { receptiebeeld, receptiepersoon, toezichtbeeld } from './vragen.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let h: ReturnType<typeof maatregelhulp>;
let d: { dossierId: Id; betrokkeneId: Id };
const overtreed = maakOvertreding(async (ctx, dossier, voorId) => void (await startNazorg(ctx, { dossierId: dossier.id, voorId, wens: 'redt_zich', geadresseerde: dossier.geadresseerde })));

beforeAll(async () => {
  database = await maakTestDatabase();
  h = maatregelhulp(database, () => deuren, () => org);
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  deuren = maakTestdeuren(database.app, maakKlok());
  org = await maakOrganisatie(database.migratie);
  await h.machtig('karin');
  d = await h.incident();
});

const kijk = async (wie: Mens = 'receptionist', locatie = '') => deuren.vraag(receptiebeeld, { locatie }, await h.als(wie));
const namen = async (wie: Mens = 'receptionist', locatie = '') => (await kijk(wie, locatie)).personen.map((p) => p.naam);
const toezicht = async (dossierId = d.dossierId) => (await deuren.vraag(toezichtbeeld, { id: dossierId }, await h.als('adviseur'))).maatregelen;
const stappen = async () => (await deuren.vraag(volgMelding, { id: d.dossierId }, await h.als('samira'))).stappen.map((s) => s.tekst);
const overtreding = (maatregel: Id, over: Record<string, unknown> = {}) => ({ maatregel, locatie: org.locatie.stadhuis, gevorderd: 'ja', medewerker_naam: 'Rita Molenaar', namens: 'Gemeente Proefdam', vertrokken: 'na_vordering', politie: 'nee', toelichting: 'Hij kwam voor een paspoort.', ...over });
const evalueer = async (maatregel: Id, over: Record<string, unknown>, wie: Mens = 'karin') =>
  deuren.voer(evalueerMaatregel, { id: d.dossierId, maatregel, versie: await h.versie(maatregel), sinds: 'Er gebeurde niets.', reden: 'U hield zich aan de afspraken.', ...over }, await h.als(wie));
const klokken = (soort: string) => database.migratie.selectFrom('termijn').select(['verval_op', 'aan_id']).where('dossier_id', '=', d.dossierId).where('soort', '=', soort).where('afgerond_op', 'is', null).execute();

describe('what reception sees', () => {
  it('is the name, until when and what to do, of who may not come in this building now; and nothing else', async () => {
    const m = await h.inWerking(d);
    const beeld = await kijk();
    expect(beeld.personen).toEqual([{ maatregelId: m, naam: 'J. Willems', soort: 'pandverbod', tot: Temporal.PlainDate.from('2027-02-28'), foto: false }]);
    expect(Object.keys(beeld).sort()).toEqual(['beveiliging', 'personen', 'plek', 'plekken']);
    expect(JSON.stringify(beeld)).not.toMatch(/opwacht|Samira|Haddad|2026-|dreig|Dorpsstraat/);
    expect(instructies.pandverbod?.kop).toBe('Mag niet naar binnen');
  });

  it('is nothing of another building, not even that it has one', async () => {
    await h.inWerking(d, { locaties: [org.locatie.wijkpost], afwijking: 'Hij woont naast de wijkpost.' });
    expect(await namen()).toEqual([]);
    expect((await kijk()).plekken.map((p) => p.naam)).toEqual(['Balie stadhuis']);
    await expect(kijk('receptionist', org.locatie.wijkpost)).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(kijk('receptionist', d.dossierId)).rejects.toMatchObject({ code: 'niet-gevonden' });
    expect(await namen('adviseur', org.locatie.wijkpost)).toEqual(['J. Willems']);
  });

  it('goes with the measure: before it begins, suspended, lifted or past its end there is nobody', async () => {
    const m = await h.totBesluit(d);
    await h.besluit(d.dossierId, m);
    await h.verstuurBrief(m);
    await h.tik();
    expect(await namen()).toEqual([]);
    deuren.klok.zet('2026-12-01T08:00:00Z');
    await h.tik();
    expect(await namen()).toEqual(['J. Willems']);
    const stuur = async (wat: string) => deuren.voer(stuurMaatregelBij, { id: d.dossierId, maatregel: m, versie: await h.versie(m), wat, reden: 'Er loopt een klacht.' }, await h.als('karin'));
    await stuur('schors');
    expect(await namen()).toEqual([]);
    await stuur('hervat');
    expect(await namen()).toEqual(['J. Willems']);
    // The last day still counts; the day after nobody is there, also while no worker came by.
    deuren.klok.zet('2027-02-28T20:00:00Z');
    expect(await namen()).toEqual(['J. Willems']);
    deuren.klok.zet('2027-03-01T05:00:00Z');
    expect(await namen()).toEqual([]);
  });

  it('is for reception and the Adviseur, and every look leaves a line with the building', async () => {
    for (const wie of ['samira', 'karin', 'beheerder', 'consulent', 'griffier'] as const) await expect(kijk(wie)).rejects.toMatchObject({ code: 'niet-gevonden' });
    await kijk();
    const { rows } = await sql<{ object_soort: string; object_id: string; actor: string }>`select object_soort, object_id, actor from journaal where organisatie_id = ${org.id} and handeling = 'receptie.lezen' and resultaat = 'gelukt' order by volgnr desc limit 1`.execute(database.migratie);
    expect(rows).toEqual([{ object_soort: 'locatie', object_id: org.locatie.stadhuis, actor: org.mens.receptionist }]);
  });

  it('of another organisation is nothing', async () => {
    const m = await h.inWerking(d);
    const eerst = org;
    org = await maakOrganisatie(database.migratie);
    expect(await namen()).toEqual([]);
    await expect(deuren.vraag(receptiepersoon, { maatregel: m, locatie: '' }, await h.als('receptionist'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    expect(eerst.id).not.toBe(org.id);
  });

  it('grows with the buildings someone was given, and shrinks again', async () => {
    await h.inWerking(d, { locaties: [org.locatie.wijkpost], afwijking: 'Hij woont naast de wijkpost.' });
    const zet = async (locaties: Id[], wie: Mens = 'beheerder') => deuren.voer(zetPlekken, { medewerker_naam: 'Rita Molenaar', locaties }, await h.als(wie));
    await zet([org.locatie.wijkpost]);
    expect(await namen('receptionist', org.locatie.wijkpost)).toEqual(['J. Willems']);
    await zet([]);
    await expect(kijk('receptionist', org.locatie.wijkpost)).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(zet([org.locatie.wijkpost], 'receptionist')).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(deuren.voer(zetPlekken, { medewerker_naam: 'Karin de Boer', locaties: [] }, await h.als('beheerder'))).rejects.toMatchObject({ velden: [{ veld: 'medewerker_naam' }] });
  });
});

describe('a breach', () => {
  it('is a line with the measure and an incident of its own, and who it happened to is told', async () => {
    const m = await h.inWerking(d);
    const uit = await deuren.voer(overtreed, overtreding(m, { vormen: [org.vorm.schelden] }), await h.als('receptionist'));
    const [t] = await toezicht();
    expect(t?.overtredingen).toMatchObject([{ gevorderd: 'ja', gevorderd_door: 'Rita Molenaar', namens: 'Gemeente Proefdam', vertrokken: 'na_vordering', nieuw_dossier_id: uit.dossier }]);
    expect((await h.rij(m)).toestand).toBe('in_werking');
    const nieuw = await database.migratie.selectFrom('dossier').select(['titel', 'status']).where('id', '=', uit.dossier).executeTakeFirstOrThrow();
    expect(nieuw).toEqual({ titel: 'Niet nageleefd: pandverbod, Balie stadhuis', status: 'nieuw' });
    const wie = await database.migratie.selectFrom('betrokkene').select(['rol', 'naam', 'medewerker_id']).where('dossier_id', '=', uit.dossier).orderBy('rol').execute();
    expect(wie).toEqual([{ rol: 'melder', naam: '', medewerker_id: org.mens.receptionist }, { rol: 'slachtoffer', naam: '', medewerker_id: org.mens.receptionist }, { rol: 'veroorzaker', naam: 'J. Willems', medewerker_id: null }]);
    expect((await database.migratie.selectFrom('termijn').select('soort').where('dossier_id', '=', uit.dossier).execute()).map((x) => x.soort).sort()).toEqual(['gezien', 'nazorg_24u', 'reactie', 'terugkoppeling']);
    expect(await stappen()).toContain('Wie dit deed hield zich niet aan de maatregel. We handelen daarop');
  });

  it('cannot be written about another building, about what does not hold, or by who is no reception', async () => {
    const m = await h.inWerking(d);
    for (const over of [{ locatie: org.locatie.wijkpost }, { maatregel: d.dossierId }]) await expect(deuren.voer(overtreed, overtreding(m, over), await h.als('receptionist'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(deuren.voer(overtreed, overtreding(m), await h.als('samira'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    deuren.klok.zet('2027-03-01T09:00:00Z');
    await expect(deuren.voer(overtreed, overtreding(m), await h.als('receptionist'))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });

  it.each([
    [{ gevorderd: '' }, 'gevorderd'], [{ vertrokken: '' }, 'vertrokken'], [{ politie: 'misschien' }, 'politie'], [{ namens: '' }, 'namens'], [{ medewerker_naam: '' }, 'medewerker_naam'], [{ datum: 'morgen' }, 'datum'], [{ datum: '31-02-2026' }, 'datum'],
    [{ tijd: '25.00' }, 'tijd'], [{ datum: '30-11-2026' }, 'datum'], [{ gevorderd: 'nee' }, 'vertrokken'], [{ vertrokken: 'met_politie', politie: 'gebeld' }, 'politie'], [{ vertrokken: 'niet_gezien' }, 'vertrokken'], [{ vormen: ['geen-id'] }, 'vormen.0'],
  ])('with %j is refused at its field, and nothing is kept', async (over, veld) => {
    const m = await h.inWerking(d);
    await expect(deuren.voer(overtreed, overtreding(m, over), await h.als('receptionist'))).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [{ veld }] });
    expect((await toezicht())[0]?.overtredingen).toEqual([]);
  });

  it('that was sent twice is one', async () => {
    const m = await h.inWerking(d);
    const sleutel = '018f3c52-0000-7000-8000-000000000001';
    const een = await deuren.voer(overtreed, overtreding(m), await h.als('receptionist'), sleutel);
    const twee = await deuren.voer(overtreed, overtreding(m), await h.als('receptionist'), sleutel);
    expect(twee).toEqual(een);
    expect((await toezicht())[0]?.overtredingen).toHaveLength(1);
  });

  it('cannot be changed or taken away by the application', async () => {
    const m = await h.inWerking(d);
    await deuren.voer(overtreed, overtreding(m), await h.als('receptionist'));
    for (const q of [sql`update overtreding set politie = 'gekomen'`, sql`delete from overtreding`, sql`update maatregelevaluatie set reden = 'x'`, sql`delete from dienstherstel`]) await expect(q.execute(database.app)).rejects.toThrow(/permission denied/);
  });
});

describe('looking at a measure again', () => {
  it('lets it stay with what happened since and why, and sets the next look', async () => {
    const m = await h.inWerking(d, { einde: '30-11-2027', evaluatie: '15-01-2027', afwijking: 'Hij dreigde al eerder.' });
    deuren.klok.zet('2027-01-15T10:00:00Z');
    await expect(evalueer(m, { uitkomst: 'houden', volgende: '' }, 'adviseur')).rejects.toMatchObject({ velden: [{ veld: 'volgende' }] });
    await evalueer(m, { uitkomst: 'houden', volgende: '15-04-2027' }, 'adviseur');
    expect((await klokken('evaluatie')).map((t) => t.verval_op.toString())).toEqual(['2027-04-15T15:00:00Z']);
    expect((await h.rij(m)).toestand).toBe('in_werking');
    expect((await toezicht())[0]?.evaluaties).toMatchObject([{ uitkomst: 'houden', sinds: 'Er gebeurde niets.' }]);
    expect(await stappen()).toContain('We keken opnieuw naar de maatregel. Hij blijft');
  });

  it('brings the end nearer with a letter; reception sees the new last day', async () => {
    const m = await h.inWerking(d);
    await evalueer(m, { uitkomst: 'korter', nieuw_einde: '31-12-2026' });
    expect((await kijk()).personen[0]?.tot?.toString()).toBe('2026-12-31');
    const { brief_id: brief } = await database.migratie.selectFrom('maatregelevaluatie').select('brief_id').where('maatregel_id', '=', m).executeTakeFirstOrThrow();
    expect((await database.migratie.selectFrom('brief').select('soort').where('id', '=', brief ?? '').executeTakeFirstOrThrow()).soort).toBe('opheffing');
    deuren.klok.zet('2027-01-01T06:00:00Z');
    await h.tik();
    expect((await h.rij(m)).toestand).toBe('verlopen');
  });

  it('lifts it at once: gone at reception, a letter, the service on a clock, and who it happened to knows first', async () => {
    const m = await h.inWerking(d);
    const berichten = () => database.migratie.selectFrom('kennisgeving').select('aan_id').where('dossier_id', '=', d.dossierId).where('soort', '=', 'terugkoppeling').where('op', '=', deuren.nu()).execute();
    expect(await berichten()).toEqual([]);
    await evalueer(m, { uitkomst: 'opheffen' });
    expect(await namen()).toEqual([]);
    expect((await h.rij(m)).toestand).toBe('opgeheven');
    expect((await klokken('herstel'))).toHaveLength(1);
    expect(await klokken('evaluatie')).toEqual([]);
    expect(await berichten()).toEqual([{ aan_id: org.mens.samira }]);
  });

  it('asks a mandate to change it, and none to let it stay', async () => {
    const m = await h.inWerking(d);
    await expect(evalueer(m, { uitkomst: 'opheffen' }, 'adviseur')).rejects.toMatchObject({ code: 'conflict.toestand', redenen: [expect.stringContaining('geen geldige machtiging') as string] });
    await evalueer(m, { uitkomst: 'houden' }, 'adviseur');
  });

  it.each([
    [{ uitkomst: '' }, 'uitkomst'], [{ uitkomst: 'houden', sinds: ' ' }, 'sinds'], [{ uitkomst: 'houden', reden: '' }, 'reden'], [{ uitkomst: 'korter' }, 'nieuw_einde'], [{ uitkomst: 'korter', nieuw_einde: '1-12-2026' }, 'nieuw_einde'], [{ uitkomst: 'korter', nieuw_einde: '1-3-2027' }, 'nieuw_einde'],
    [{ uitkomst: 'korter', nieuw_einde: '30-2-2027' }, 'nieuw_einde'], [{ uitkomst: 'houden', volgende: '1-3-2027' }, 'volgende'], [{ uitkomst: 'opheffen', reden: 'Samira Haddad vindt het goed.' }, 'reden'],
  ])('with %j is refused at its field', async (over, veld) => {
    const m = await h.inWerking(d);
    await expect(evalueer(m, over)).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [{ veld }] });
    expect((await h.rij(m)).toestand).toBe('in_werking');
  });

  it('with an old form is a conflict, and of a measure that is over nothing', async () => {
    const m = await h.inWerking(d);
    await expect(evalueer(m, { uitkomst: 'houden', versie: '1' })).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    await evalueer(m, { uitkomst: 'opheffen' });
    await expect(evalueer(m, { uitkomst: 'houden' })).rejects.toMatchObject({ code: 'conflict.toestand' });
  });
});

describe('the service that comes back', () => {
  const herstel = async (m: Id, over: Record<string, unknown> = {}) => deuren.voer(herstelDienstverlening, { id: d.dossierId, maatregel: m, medewerker_naam: 'Karin de Boer', verteld_aan: 'Burgerzaken en de receptie', afspraken: 'U belt eerst als u langskomt.', ...over }, await h.als('karin'));

  it('is a task on a clock after a measure ran out by itself, and keeps the dossier open until it is done', async () => {
    const m = await h.inWerking(d);
    deuren.klok.zet('2027-03-01T09:00:00Z');
    await h.tik();
    expect((await klokken('herstel')).map((t) => t.verval_op.toString())).toEqual(['2027-03-08T16:00:00Z']);
    const versie = String((await database.migratie.selectFrom('dossier').select('versie').where('id', '=', d.dossierId).executeTakeFirstOrThrow()).versie);
    await expect(deuren.voer(maakSluiten([geenOpenTermijn]), { id: d.dossierId, versie, reden: 'Klaar.' }, await h.als('adviseur'))).rejects.toMatchObject({ redenen: expect.arrayContaining(['Er loopt nog een termijn: Dienstverlening herstellen.']) as string[] });
    await herstel(m);
    expect(await klokken('herstel')).toEqual([]);
    expect((await toezicht())[0]).toMatchObject({ verteld_door: 'Karin de Boer', verteld_aan: 'Burgerzaken en de receptie' });
    expect(await stappen()).toEqual(expect.arrayContaining(['De maatregel is afgelopen', 'De maatregel is voorbij. Wie dit deed wordt weer gewoon geholpen']));
    await expect(herstel(m)).rejects.toMatchObject({ code: 'conflict.toestand' });
  });

  it('is not told by who it happened to, and names nobody in the letter', async () => {
    const m = await h.inWerking(d);
    await evalueer(m, { uitkomst: 'opheffen' });
    await expect(herstel(m, { medewerker_naam: 'Samira Haddad' })).rejects.toMatchObject({ velden: [{ veld: 'medewerker_naam' }] });
    await expect(herstel(m, { afspraken: 'U vraagt niet naar Samira Haddad.' })).rejects.toMatchObject({ velden: [{ veld: 'afspraken' }] });
    await expect(herstel(m, { verteld_aan: '' })).rejects.toMatchObject({ velden: [{ veld: 'onderdelen' }] });
  });

  it('is told to who leads the departments by a mail that says nothing, read on a page of their own, and confirmed', async () => {
    const m = await h.inWerking(d);
    await evalueer(m, { uitkomst: 'opheffen' });
    await herstel(m, { onderdelen: [org.onderdeel.WI, org.onderdeel.FAC], verteld_aan: 'De receptie' });
    const berichten = await database.migratie.selectFrom('herstelbericht').select(['id', 'medewerker_id', 'onderdeel']).where('maatregel_id', '=', m).orderBy('onderdeel').execute();
    // Facilitair has nobody who leads it; the one above does.
    expect(berichten.map((b) => [b.medewerker_id, b.onderdeel])).toEqual([[org.mens.directeur, 'Facilitair'], [org.mens.petra, 'Werk en inkomen']]);
    expect(await database.migratie.selectFrom('kennisgeving').select(['aan_id', 'soort', 'dossier_id']).where('onderwerp_soort', '=', 'herstelbericht').where('organisatie_id', '=', org.id).orderBy('id').execute()).toEqual([
      { aan_id: org.mens.directeur, soort: 'instructie', dossier_id: null }, { aan_id: org.mens.petra, soort: 'instructie', dossier_id: null }]);
    const id = berichten[1]?.id ?? '';
    const beeld = await deuren.vraag(herstelbericht, { id }, await h.als('petra'));
    expect(beeld).toMatchObject({ naam: 'J. Willems', soort: 'pandverbod', gelezenOp: null });
    expect(JSON.stringify(beeld)).not.toMatch(/Samira|Haddad|dreig|opwacht|2026-0/);
    for (const wie of ['samira', 'adviseur', 'directeur'] as const) await expect(deuren.vraag(herstelbericht, { id }, await h.als(wie))).rejects.toMatchObject({ code: 'niet-gevonden' });
    const open = () => database.migratie.selectFrom('termijn').select('aan_id').where('organisatie_id', '=', org.id).where('soort', '=', 'instructie').where('afgerond_op', 'is', null).execute();
    expect(await open()).toHaveLength(2);
    await expect(deuren.voer(leesHerstelbericht, { id }, await h.als('directeur'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await deuren.voer(leesHerstelbericht, { id }, await h.als('petra'));
    expect(await open()).toEqual([{ aan_id: org.mens.directeur }]);
    expect((await toezicht())[0]).toMatchObject({ verteld_aan: 'Facilitair, Werk en inkomen, De receptie', verteld: [{ naam: 'Hugo van Leeuwen', gelezen_op: null }, { naam: 'Petra Kuipers', gelezen_op: deuren.nu() }] });
    await expect(deuren.voer(leesHerstelbericht, { id }, await h.als('petra'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    deuren.klok.vooruit({ hours: 24 * 91 });
    await expect(deuren.vraag(herstelbericht, { id }, await h.als('petra'))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });

  it('is not told through who it happened to, nor to a department of another organisation', async () => {
    await database.migratie.updateTable('onderdeel').set({ leidinggevende_id: org.mens.milan }).where('id', '=', org.onderdeel.WI ?? '').execute();
    const x = await h.incident({ wie: 'milan', naam: 'Henk Jansma' });
    const m = await h.inWerking(x);
    deuren.klok.zet('2027-03-01T09:00:00Z');
    await h.tik();
    const vertel = async (onderdelen: unknown[]) => deuren.voer(herstelDienstverlening, { id: x.dossierId, maatregel: m, medewerker_naam: 'Karin de Boer', onderdelen, afspraken: '' }, await h.als('adviseur'));
    await expect(vertel([d.dossierId])).rejects.toMatchObject({ velden: [{ veld: 'onderdelen' }] });
    await vertel([org.onderdeel.WI]);
    expect(await database.migratie.selectFrom('herstelbericht').select('medewerker_id').where('maatregel_id', '=', m).execute()).toEqual([{ medewerker_id: org.mens.directeur }]);
  });

  it('is not asked of a measure that still holds or never held', async () => {
    const m = await h.inWerking(d);
    await expect(herstel(m)).rejects.toMatchObject({ code: 'niet-gevonden' });
    const ander = await h.incident();
    const nooit = await h.totBesluit(ander);
    await h.besluit(ander.dossierId, nooit);
    await deuren.voer(stuurMaatregelBij, { id: ander.dossierId, maatregel: nooit, versie: await h.versie(nooit), wat: 'hef_op', reden: 'Bij nader inzien niet nodig.' }, await h.als('karin'));
    expect(await database.migratie.selectFrom('dienstherstel').select('maatregel_id').where('maatregel_id', '=', nooit).execute()).toEqual([]);
  });
});

describe('the rules', () => {
  it('show reception who may not come in always, and other limits only when they are about the desk', () => {
    const bereik = (soort: 'organisatie' | 'kanaal', kanaal: 'balie' | 'telefoon' | null) => [{ soort, locatieId: null, onderdeelId: null, functieId: null, kanaal, naam: '' }];
    expect(voorReceptie({ soort: 'pandverbod', bereik: [] })).toBe(true);
    expect(voorReceptie({ soort: 'contactbeperking', bereik: bereik('kanaal', 'balie') })).toBe(true);
    expect(voorReceptie({ soort: 'contactbeperking', bereik: bereik('kanaal', 'telefoon') })).toBe(false);
    expect(voorReceptie({ soort: 'contactquotum', bereik: bereik('kanaal', 'balie') })).toBe(false);
  });

  it('never let an evaluation make a measure longer, end it before it began, or look at it again after its end', () => {
    const dag = fc.integer({ min: -60, max: 800 }).map((n) => Temporal.PlainDate.from('2026-12-01').add({ days: n }));
    fc.assert(fc.property(fc.constantFrom(...evaluatiecodes), fc.option(dag, { nil: null }), fc.option(dag, { nil: null }), dag, fc.integer({ min: 1, max: 700 }), (uitkomst, nieuwEinde, volgende, vandaag, lang) => {
      const begin = Temporal.PlainDate.from('2026-12-01');
      const einde = begin.add({ days: lang });
      if (bezwaarTegenEvaluatie({ uitkomst, nieuwEinde, volgende }, { soort: 'pandverbod', begin, einde }, vandaag) !== null || uitkomst === 'opheffen') return;
      const na = uitkomst === 'korter' ? nieuwEinde : einde;
      if (na === null) throw new Error('zonder einde');
      expect([Temporal.PlainDate.compare(na, einde) <= 0, Temporal.PlainDate.compare(na, begin) > 0]).toEqual([true, true]);
      if (volgende) expect([Temporal.PlainDate.compare(volgende, na) <= 0, Temporal.PlainDate.compare(volgende, vandaag) > 0]).toEqual([true, true]);
      else expect(vandaag.until(na).days).toBeLessThanOrEqual(92);
    }), { numRuns: 5_000 });
  });

  it('leave a court order to the judge', () => {
    for (const uitkomst of ['korter', 'opheffen'] as const) expect(bezwaarTegenEvaluatie({ uitkomst, nieuwEinde: null, volgende: null }, { soort: 'rechterlijk_bevel', begin: Temporal.PlainDate.from('2026-12-01'), einde: Temporal.PlainDate.from('2027-03-01') }, Temporal.PlainDate.from('2027-01-01'))?.veld).toBe('uitkomst');
  });

  it('accept a breach exactly when leaving, demand and police fit together', () => {
    for (const gevorderd of ['ja', 'nee'] as const) for (const vertrokken of vertrekcodes) for (const politie of politiecodes) {
      const kan = !(vertrokken === 'na_vordering' && gevorderd === 'nee') && !(vertrokken === 'met_politie' && politie !== 'gekomen') && !(vertrokken === 'niet_gezien' && gevorderd === 'ja');
      expect(tegenstrijdig({ gevorderd, vertrokken, politie }) === null).toBe(kan);
    }
  });
});
