import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maatregelhulp } from '../../../tests/hulp/maatregel.ts';
import { maakOrganisatie, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import { momentVan } from '../../kern/tijd/index.ts';
import { verhuisBrieven } from '../../brieven/index.ts';
import { maakSamenvoegen, maakSluiten } from '../../dossier/handelingen/sluiten.ts';
import { verhuisWederhoor } from '../../wederhoor/index.ts';
import { slachtofferzin } from '../../dossier/index.ts';
import { maatregelbeeld, maatregelenbeeld } from '../vragen/beeld.ts';
import { maatregelGedaan, verhuisMaatregelen } from '../dossier.ts';
import { legBevelVast, maakBeslis } from './beslissen.ts';
import { stuurMaatregelBij } from './bijsturen.ts';
import { bevestigVoorstel, motiveer } from './motiveren.ts';
import { stelVerlengingVoor } from './verlengen.ts';
import { trekVoorstelIn, wijzigVoorstel } from './voorstellen.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let d: { dossierId: Id; betrokkeneId: Id };
let h: ReturnType<typeof maatregelhulp>;

beforeAll(async () => {
  database = await maakTestDatabase();
  h = maatregelhulp(database, () => deuren, () => org);
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  deuren = maakTestdeuren(database.app, maakKlok());
  org = await maakOrganisatie(database.migratie);
  d = await h.incident();
});


const toestand = async (m: string) => (await h.rij(m)).toestand;
const velden = (...namen: string[]) => ({ code: 'invoer.ongeldig', velden: namen.map((veld) => expect.objectContaining({ veld })) });
const TOESTAND = { code: 'conflict.toestand' };
const NIET_GEVONDEN = { code: 'niet-gevonden' };
const gebeurd = async () => (await database.migratie.selectFrom('gebeurtenis').select(['soort', 'voor']).where('dossier_id', '=', d.dossierId).where('soort', 'like', 'maatregel%').orderBy('op').orderBy('id').execute());

describe('a measure from proposal to end', () => {
  it('is proposed, heard, decided, sent, in force, and ends by itself', async () => {
    await h.machtig('karin');
    const m = await h.totBesluit(d);
    expect(await toestand(m)).toBe('gehoord');
    await h.besluit(d.dossierId, m);
    expect(await h.rij(m)).toMatchObject({ toestand: 'besloten', besloten_door: org.mens.karin });
    expect(await h.tik()).toBe(0);
    await h.verstuurBrief(m);
    expect(await h.tik()).toBe(1);
    expect(await toestand(m)).toBe('besloten');
    deuren.klok.zet('2026-12-01T08:00:00Z');
    expect(await h.tik()).toBe(1);
    expect(await toestand(m)).toBe('in_werking');
    // Half past eleven at night in Amsterdam is still its last day.
    deuren.klok.zet('2027-02-28T22:30:00Z');
    expect(await h.tik()).toBe(0);
    deuren.klok.zet('2027-02-28T23:30:00Z');
    expect(await h.tik()).toBe(1);
    expect(await toestand(m)).toBe('verlopen');
    // Whoever it happened to read each step in plain words.
    const stappen = await gebeurd();
    expect(stappen.map((g) => g.soort)).toEqual(['maatregel_voorgesteld', 'maatregel_voorgelegd', 'maatregel_besloten', 'maatregel_in_werking', 'maatregel_verlopen']);
    for (const g of stappen) expect([g.voor, slachtofferzin(g.soort) !== null]).toEqual(['slachtoffer', true]);
  });

  it('is not in force before its letter left, and then at once', async () => {
    await h.machtig('karin');
    const m = await h.totBesluit(d);
    await h.besluit(d.dossierId, m);
    deuren.klok.zet('2026-12-05T08:00:00Z');
    await h.tik();
    expect(await toestand(m)).toBe('besloten');
    await h.verstuurBrief(m);
    await h.tik();
    expect(await toestand(m)).toBe('in_werking');
  });

  it('ends the clock on the reaction when its letter left, and sets that of the evaluation', async () => {
    await h.machtig('karin');
    const m = await h.inWerking(d);
    const termijnen = await database.migratie.selectFrom('termijn').select(['soort', 'verval_op', 'afgerond_op']).where('dossier_id', '=', d.dossierId).where('soort', 'in', ['reactie', 'evaluatie', 'besluit_maatregel']).orderBy('soort').execute();
    expect(termijnen.map((t) => [t.soort, t.afgerond_op !== null])).toEqual([['besluit_maatregel', true], ['evaluatie', false], ['reactie', true]]);
    expect(termijnen[1]?.verval_op.toString()).toBe(momentVan(Temporal.PlainDate.from('2027-01-15'), Temporal.PlainTime.from('17:00')).toString());
    expect(await toestand(m)).toBe('in_werking');
  });

  it('of a warning is done when the letter left', async () => {
    await h.machtig('karin');
    const x = await h.incident({ vormen: ['schelden'] });
    const m = await h.voorstel(x, { soort: 'waarschuwing', begin: '', einde: '', evaluatie: '', locaties: [] });
    await h.motivering(x.dossierId, m, { normen: ['verbaal'], waarom_duur: '' });
    await h.dienstverlening(x.dossierId, m);
    await h.hoor(x, 'geen_reactie');
    await h.weeg(x.dossierId, m, { kort: '' });
    await h.legVoor(x.dossierId, m);
    await h.besluit(x.dossierId, m);
    await h.verstuurBrief(m);
    expect(await h.tik()).toBe(2);
    expect(await toestand(m)).toBe('uitgevoerd');
  });
});

describe('the hearing gate', () => {
  it('lets nobody weigh, put forward or decide before the hearing ended', async () => {
    await h.machtig('karin');
    const m = await h.voorstel(d);
    await h.motivering(d.dossierId, m);
    await h.dienstverlening(d.dossierId, m);
    await expect(h.weeg(d.dossierId, m)).rejects.toMatchObject(TOESTAND);
    await expect(h.legVoor(d.dossierId, m)).rejects.toMatchObject({ ...TOESTAND, redenen: [expect.stringContaining('wederhoor')] });
    await h.hoor(d);
    await h.weeg(d.dossierId, m);
    await h.legVoor(d.dossierId, m);
    expect(await toestand(m)).toBe('gehoord');
  });

  it('asks for a weighing also when nobody reacted, and for a short account when someone did', async () => {
    const m = await h.voorstel(d);
    await h.motivering(d.dossierId, m);
    await h.dienstverlening(d.dossierId, m);
    await h.hoor(d, 'zienswijze');
    await expect(h.weeg(d.dossierId, m, { kort: '' })).rejects.toMatchObject(velden('kort'));
    await expect(h.weeg(d.dossierId, m, { weging: '' })).rejects.toMatchObject(velden('weging'));
    await expect(h.weeg(d.dossierId, m, { kort: 'U zei dat Samira begon.' })).rejects.toMatchObject(velden('kort'));
  });

  it('goes after the measure only with urgency and its reason; then a clock runs, and without a hearing the measure lapses', async () => {
    await h.machtig('karin');
    await expect(h.voorstel(d, { spoed: 'ja', spoed_reden: '' })).rejects.toMatchObject(velden('spoed_reden'));
    const m = await h.voorstel(d, { spoed: 'ja', spoed_reden: 'Hij staat nu bij de ingang.', begin: '23-11-2026', einde: '22-02-2027' });
    await h.motivering(d.dossierId, m);
    await h.dienstverlening(d.dossierId, m);
    await h.legVoor(d.dossierId, m);
    await h.besluit(d.dossierId, m);
    expect(await h.tik()).toBe(1);
    expect(await toestand(m)).toBe('in_werking');
    const { hoorplicht_id: plicht } = await h.rij(m);
    const { uiterlijk } = await database.migratie.selectFrom('hoorplicht').select('uiterlijk').where('id', '=', plicht ?? '').executeTakeFirstOrThrow();
    deuren.klok.zet(uiterlijk.subtract({ minutes: 1 }));
    expect(await h.tik()).toBe(0);
    deuren.klok.zet(uiterlijk.add({ minutes: 1 }));
    expect(await h.tik()).toBe(1);
    expect(await toestand(m)).toBe('vervallen');
    expect((await gebeurd()).at(-1)).toMatchObject({ soort: 'maatregel_vervallen', voor: 'slachtoffer' });
    const journaal = await database.migratie.selectFrom('journaal').select('handeling').where('organisatie_id', '=', org.id).where('handeling', '=', 'klok.maatregel').execute();
    expect(journaal.length).toBeGreaterThan(0);
  });

  it('keeps an urgent measure when he was heard in time, and what he said is weighed afterwards', async () => {
    await h.machtig('karin');
    const m = await h.voorstel(d, { spoed: 'ja', spoed_reden: 'Hij staat nu bij de ingang.', begin: '23-11-2026', einde: '22-02-2027' });
    await h.motivering(d.dossierId, m);
    await h.dienstverlening(d.dossierId, m);
    await h.legVoor(d.dossierId, m);
    await h.besluit(d.dossierId, m);
    await h.tik();
    deuren.klok.vooruit({ hours: 5 });
    await h.hoor(d);
    await h.weeg(d.dossierId, m);
    expect(await h.rij(m)).toMatchObject({ toestand: 'in_werking', zienswijze_weging: expect.stringContaining('spijt') });
    deuren.klok.vooruit({ hours: 24 * 20 });
    await h.tik();
    expect(await toestand(m)).toBe('in_werking');
  });
});

describe('proposing', () => {
  it('of what differs from the advice asks why, and keeps advice, version and reason', async () => {
    await expect(h.voorstel(d, { einde: '31-05-2027', evaluatie: '01-03-2027' })).rejects.toMatchObject(velden('afwijking'));
    const m = await h.voorstel(d, { einde: '31-05-2027', evaluatie: '01-03-2027', afwijking: 'Hij deed dit eerder bij een buurgemeente.' });
    const rij = await h.rij(m);
    expect(rij).toMatchObject({ wijkt_af: true, afwijking: 'Hij deed dit eerder bij een buurgemeente.', advies_versie: 'medewerker-1' });
    expect(JSON.stringify(rij.advies)).toContain('Tabel A, regel 5');
    expect(await h.rij(await h.voorstel(await h.incident()))).toMatchObject({ wijkt_af: false, afwijking: '' });
  });

  it.each([
    ['an end before the start', { einde: '30-11-2026' }, 'einde'],
    ['no end', { einde: '' }, 'einde'],
    ['an evaluation after the end', { evaluatie: '01-03-2027' }, 'evaluatie'],
    ['a day that does not exist', { begin: '31-11-2026' }, 'begin'],
    ['a start in the past', { begin: '01-11-2026' }, 'begin'],
    ['longer than the organisation allows', { einde: '01-12-2029', afwijking: 'Lang.' }, 'einde'],
    ['no place', { locaties: [] }, 'locaties'],
    ['a place of nobody', { locaties: ['01890000-0000-7000-8000-000000000000'] }, 'locaties'],
    ['a measure that does not exist', { soort: 'verbanning' }, 'soort'],
    ['a decider the advice does not name', { beslissersoort: 'burgemeester' }, 'beslissersoort'],
  ])('refuses %s at the field', async (_, over, veld) => {
    await expect(h.voorstel(d, over)).rejects.toMatchObject(velden(veld));
  });

  it('against someone nobody knows is refused with what to do', async () => {
    for (const soort of ['onbekend', 'groep', 'account']) {
      const x = await h.incident({ soort, naam: soort === 'account' ? '@boos123' : '' });
      await expect(h.voorstel(x), soort).rejects.toMatchObject(velden('betrokkene'));
    }
    await expect(h.voorstel({ dossierId: d.dossierId, betrokkeneId: (await h.incident()).betrokkeneId })).rejects.toMatchObject(velden('betrokkene'));
  });

  it('is for who handles the dossier and not for the one it happened to', async () => {
    for (const wie of ['samira', 'petra', 'beheerder', 'griffier', 'receptionist'] as const) await expect(h.voorstel(d, {}, wie), wie).rejects.toMatchObject(NIET_GEVONDEN);
    await h.voorstel(d, {}, 'karin');
  });

  it('can be changed and taken back, until it was heard', async () => {
    const m = await h.voorstel(d);
    await h.doe('adviseur', wijzigVoorstel, { id: d.dossierId, maatregel: m, versie: await h.versie(m), ...h.voorstelvelden({ evaluatie: '01-02-2027' }) });
    expect((await h.rij(m)).evaluatie_op?.toString()).toBe('2027-02-01');
    await expect(h.doe('adviseur', wijzigVoorstel, { id: d.dossierId, maatregel: m, versie: '1', ...h.voorstelvelden() })).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    await expect(h.doe('adviseur', wijzigVoorstel, { id: d.dossierId, maatregel: m, versie: await h.versie(m), ...h.voorstelvelden({ soort: 'waarschuwing' }) })).rejects.toMatchObject(velden('soort'));
    await h.doe('adviseur', trekVoorstelIn, { id: d.dossierId, maatregel: m, versie: await h.versie(m), reden: 'Het bleek een misverstand.' });
    expect(await toestand(m)).toBe('ingetrokken');
    await expect(h.motivering(d.dossierId, m)).rejects.toMatchObject(TOESTAND);
  });
});

describe('the motivation', () => {
  it.each([
    ['no conduct picked', { vormen: [] }, 'vormen'], ['no place', { plaats: '' }, 'plaats'], ['no conduct', { gedrag: ' ' }, 'gedrag'], ['no check', { nagekeken: '' }, 'nagekeken'], ['no norm', { normen: [] }, 'normen'],
    ['a norm that is not in the handelingskader', { normen: ['stemverheffing'] }, 'normen'], ['no reason for the measure', { waarom_maatregel: '' }, 'waarom_maatregel'], ['no reason for the duration', { waarom_duur: '' }, 'waarom_duur'], ['nothing weighed', { afweging: '' }, 'afweging'],
    ['the name of whoever it happened to', { gedrag: 'U zei tegen Samira dat u haar zou opwachten.' }, 'gedrag'], ['the department', { plaats: 'bij Burgerzaken' }, 'plaats'],
  ])('with %s is refused at the field', async (_, over, veld) => {
    const m = await h.voorstel(d);
    await expect(h.motivering(d.dossierId, m, over)).rejects.toMatchObject(velden(veld));
  });

  it('picks conduct only from the forms that were established in this dossier', async () => {
    const m = await h.voorstel(d);
    await expect(h.doe('adviseur', motiveer, { id: d.dossierId, maatregel: m, versie: '1', vormen: [org.vorm.fysiek], plaats: 'aan de balie', gedrag: 'U sloeg.', nagekeken: 'ja', normen: ['bedreiging_medewerker'], waarom_maatregel: 'x', waarom_duur: 'x', afweging: 'x' })).rejects.toMatchObject(velden('vormen'));
  });

  it('of continued service asks for a contact person who has no part in it', async () => {
    const m = await h.voorstel(d);
    await expect(h.dienstverlening(d.dossierId, m, { medewerker: org.mens.samira })).rejects.toMatchObject(velden('medewerker_naam'));
    await expect(h.dienstverlening(d.dossierId, m, { kanaal_blijft: '' })).rejects.toMatchObject(velden('kanaal_blijft'));
    await expect(h.dienstverlening(d.dossierId, m, { aan_adres: '' })).rejects.toMatchObject(velden('aan_adres'));
    await h.dienstverlening(d.dossierId, m);
    expect((await h.rij(m)).kerndiensten.length).toBeGreaterThan(0);
  });
});

describe('deciding', () => {
  it('is for the one it was put to, who sees what he needs and no more', async () => {
    await h.machtig('directeur');
    const m = await h.voorstel(d);
    await h.motivering(d.dossierId, m);
    await h.dienstverlening(d.dossierId, m);
    await h.hoor(d);
    await h.weeg(d.dossierId, m);
    await h.machtig('petra');
    await expect(deuren.vraag(maatregelbeeld, { id: d.dossierId, maatregel: m }, await h.als('petra'))).rejects.toMatchObject(NIET_GEVONDEN);
    await h.legVoor(d.dossierId, m, 'petra');
    const beeld = await deuren.vraag(maatregelbeeld, { id: d.dossierId, maatregel: m }, await h.als('petra'));
    expect(beeld).toMatchObject({ beslist: true, alleenBeslisser: true, gehoord: { zienswijze: 'Ik was boos en het spijt me.' } });
    expect(beeld.bron).not.toBeNull();
    expect((await deuren.vraag(maatregelenbeeld, { id: d.dossierId }, await h.als('petra'))).maatregelen.map((x) => x.id)).toEqual([m]);
    const mail = await database.migratie.selectFrom('kennisgeving').select('soort').where('dossier_id', '=', d.dossierId).where('aan_id', '=', org.mens.petra).execute();
    expect(mail.map((k) => k.soort)).toContain('besluit-gevraagd');
    await expect(h.besluit(d.dossierId, m, {}, 'directeur')).rejects.toMatchObject(NIET_GEVONDEN);
    await expect(h.besluit(d.dossierId, m, {}, 'adviseur')).rejects.toMatchObject(NIET_GEVONDEN);
    await h.besluit(d.dossierId, m, {}, 'petra');
    // With the decision his capacity ends.
    await expect(deuren.vraag(maatregelbeeld, { id: d.dossierId, maatregel: m }, await h.als('petra'))).rejects.toMatchObject(NIET_GEVONDEN);
  });

  it('without a valid mandate is refused, and says which is missing', async () => {
    const m = await h.voorstel(d);
    await h.motivering(d.dossierId, m);
    await h.dienstverlening(d.dossierId, m);
    await h.hoor(d);
    await h.weeg(d.dossierId, m);
    await expect(h.legVoor(d.dossierId, m)).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [{ veld: 'beslisser', tekst: expect.stringMatching(/machtiging als de verantwoordelijk leidinggevende, voor pandverbod/) }] });
    await h.machtig('karin', { maatregelsoorten: ['waarschuwing'] });
    await expect(h.legVoor(d.dossierId, m)).rejects.toMatchObject(velden('beslisser'));
    await h.machtig('karin', { tot: '30-11-2026' });
    await h.legVoor(d.dossierId, m);
    // It ran out while it waited.
    deuren.klok.zet('2026-12-01T09:00:00Z');
    await expect(h.besluit(d.dossierId, m)).rejects.toMatchObject({ ...TOESTAND, redenen: [expect.stringContaining('geen geldige machtiging')] });
  });

  it('is not for the one it happened to, a witness, or the proposer', async () => {
    for (const wie of ['samira', 'adviseur', 'karin'] as const) await h.machtig(wie);
    const m = await h.voorstel(d, {}, 'karin');
    await h.motivering(d.dossierId, m);
    await h.dienstverlening(d.dossierId, m);
    await h.hoor(d);
    await h.weeg(d.dossierId, m);
    await expect(h.legVoor(d.dossierId, m, 'samira')).rejects.toMatchObject({ velden: [{ veld: 'beslisser', tekst: 'Wie het overkwam, beslist niet over de maatregel.' }] });
    await expect(h.legVoor(d.dossierId, m, 'karin')).rejects.toMatchObject({ velden: [{ veld: 'beslisser', tekst: 'Wie de maatregel voorstelde, beslist er niet over.' }] });
    await h.legVoor(d.dossierId, m, 'adviseur');
  });

  it('can give it back with the reason, after which it is weighed and put forward again', async () => {
    await h.machtig('karin');
    const m = await h.totBesluit(d);
    await expect(h.besluit(d.dossierId, m, { besluit: 'terug' })).rejects.toMatchObject(velden('reden'));
    await h.besluit(d.dossierId, m, { besluit: 'terug', reden: 'Waarom geen waarschuwing?' });
    expect(await h.rij(m)).toMatchObject({ toestand: 'voorgesteld', voorgelegd_aan: null, wederhoor_id: null });
    deuren.klok.vooruit({ minutes: 30 });
    await h.motivering(d.dossierId, m, { waarom_maatregel: 'Een waarschuwing is te licht, want hij dreigde met geweld.' });
    await h.weeg(d.dossierId, m);
    await h.legVoor(d.dossierId, m);
    await h.besluit(d.dossierId, m);
    expect(await toestand(m)).toBe('besloten');
  });

  it('can be no', async () => {
    await h.machtig('karin');
    const m = await h.totBesluit(d);
    await h.besluit(d.dossierId, m, { besluit: 'nee', reden: 'Een gesprek is genoeg.' });
    expect(await toestand(m)).toBe('afgewezen');
    await expect(h.doe('karin', maakBeslis('https://rugdekking.example/uw-kant'), { id: d.dossierId, maatregel: m, versie: await h.versie(m), besluit: 'ja', reden: '' })).rejects.toMatchObject(NIET_GEVONDEN);
  });

  it('prepares a letter without a name of anyone it happened to, and tells everyone who waits', async () => {
    await h.machtig('karin');
    const m = await h.totBesluit(d);
    await h.besluit(d.dossierId, m);
    const { brief_id: briefId } = await h.rij(m);
    const brief = await database.migratie.selectFrom('brief').select(['soort', 'status', 'geadresseerde_naam', 'gegevens']).where('id', '=', briefId ?? '').executeTakeFirstOrThrow();
    expect(brief).toMatchObject({ soort: 'pandverbod', status: 'concept', geadresseerde_naam: 'J. Willems' });
    expect(JSON.stringify(brief.gegevens)).not.toMatch(/Samira|Haddad|Burgerzaken/);
    const aan = await database.migratie.selectFrom('kennisgeving').select(['aan_id', 'soort']).where('dossier_id', '=', d.dossierId).where('soort', 'in', ['aanvulling', 'terugkoppeling']).execute();
    expect(aan).toEqual(expect.arrayContaining([{ aan_id: org.mens.adviseur, soort: 'aanvulling' }, { aan_id: org.mens.samira, soort: 'terugkoppeling' }]));
  });
});

describe('much contact', () => {
  it('is no aggression: it needs a second person who did not propose it, and never urgency', async () => {
    await h.machtig('karin');
    const x = await h.incident({ vormen: ['lastigvallen'] });
    const { zetAdviesfeiten } = await kaderfeiten();
    await zetAdviesfeiten(x);
    const velden_ = { soort: 'contactquotum', locaties: [], kanalen: ['telefoon'], invulling: 'Twee keer per maand bellen.', afwijking: 'Een gesprek hielp niet.' };
    await expect(h.voorstel(x, { ...velden_, spoed: 'ja', spoed_reden: 'Nu.' })).rejects.toMatchObject(velden('spoed'));
    const m = await h.voorstel(x, velden_);
    expect(await h.rij(m)).toMatchObject({ klasse: 'onevenredig_beroep', vier_ogen: true });
    await h.motivering(x.dossierId, m, { normen: ['onevenredig_beroep'] });
    await h.dienstverlening(x.dossierId, m);
    await h.hoor(x);
    await expect(h.weeg(x.dossierId, m)).rejects.toMatchObject({ ...TOESTAND, redenen: expect.arrayContaining([expect.stringContaining('tweede persoon')]) });
    const bevestig = async (wie: 'adviseur' | 'karin', over = {}) => h.doe(wie, bevestigVoorstel, { id: x.dossierId, maatregel: m, versie: await h.versie(m), vertegenwoordigt: 'Komt voor zijn moeder op; zij kan zelf bellen.', ...over });
    await expect(bevestig('adviseur')).rejects.toMatchObject(TOESTAND);
    await expect(bevestig('karin', { vertegenwoordigt: '' })).rejects.toMatchObject(velden('vertegenwoordigt'));
    await bevestig('karin');
    // To something else he is asked again.
    await h.motivering(x.dossierId, m, { normen: ['onevenredig_beroep'], afweging: 'Anders.' });
    expect((await h.rij(m)).bevestigd_door).toBeNull();
    await bevestig('karin');
    await h.weeg(x.dossierId, m);
    expect(await toestand(m)).toBe('gehoord');
  });

  async function kaderfeiten() {
    return {
      zetAdviesfeiten: (x: { dossierId: string; betrokkeneId: string }) => database.migratie.insertInto('adviesfeiten').values({ organisatie_id: org.id, dossier_id: x.dossierId, betrokkene_id: x.betrokkeneId, gedragingen: ['onevenredig_beroep'], tegen: null, wapen: false, door: org.mens.adviseur, op: deuren.klok() } as never).execute(),
    };
  }
});

describe('steering a measure', () => {
  it('suspends it, lets it hold again and ends it, only within a mandate', async () => {
    await h.machtig('karin');
    const m = await h.inWerking(d);
    const stuur = async (wat: string, wie: 'karin' | 'adviseur' = 'karin', reden = 'Er is een nieuwe afspraak gemaakt.') => h.doe(wie, stuurMaatregelBij, { id: d.dossierId, maatregel: m, versie: await h.versie(m), wat, reden });
    await expect(stuur('schors', 'adviseur')).rejects.toMatchObject({ ...TOESTAND, redenen: [expect.stringContaining('geen geldige machtiging')] });
    await expect(stuur('hervat')).rejects.toMatchObject(TOESTAND);
    await stuur('schors');
    expect(await toestand(m)).toBe('geschorst');
    await stuur('hervat');
    await expect(stuur('hef_op', 'karin', 'Samira vindt het goed.')).rejects.toMatchObject(velden('reden'));
    await stuur('hef_op');
    expect(await toestand(m)).toBe('opgeheven');
    const brieven = await database.migratie.selectFrom('brief').select('soort').where('dossier_id', '=', d.dossierId).execute();
    expect(brieven.map((b) => b.soort).sort()).toEqual(['opheffing', 'pandverbod']);
    const open = await database.migratie.selectFrom('termijn').select('soort').where('dossier_id', '=', d.dossierId).where('soort', '=', 'evaluatie').where('afgerond_op', 'is', null).execute();
    expect(open).toEqual([]);
  });

  it('keeps a dossier open as long as something waits', async () => {
    const sluiten = maakSluiten([maatregelGedaan]);
    const sluit = async () => h.doe('adviseur', sluiten, { id: d.dossierId, versie: String((await database.migratie.selectFrom('dossier').select('versie').where('id', '=', d.dossierId).executeTakeFirstOrThrow()).versie), reden: 'Klaar.' });
    const m = await h.voorstel(d);
    await expect(sluit()).rejects.toMatchObject({ code: 'dossier.niet-te-sluiten', redenen: [expect.stringContaining('pandverbod')] });
    await h.doe('adviseur', trekVoorstelIn, { id: d.dossierId, maatregel: m, versie: await h.versie(m), reden: 'Niet nodig.' });
    await sluit();
  });
});

describe('extending', () => {
  it('needs a fact from after the start, and is heard and decided anew', async () => {
    await h.machtig('karin');
    const m = await h.inWerking(d);
    const { koppel } = persoon();
    await koppel(d);
    const verleng = async (over: Record<string, unknown>) => h.doe('adviseur', stelVerlengingVoor, { id: d.dossierId, maatregel: m, versie: await h.versie(m), feit: '', einde: '31-05-2027', evaluatie: '15-04-2027', beslissersoort: 'leidinggevende', afwijking: 'Herhaling binnen de maatregel.', ...over });
    await expect(verleng({})).rejects.toMatchObject(velden('feit'));
    await expect(verleng({ feit: `incident:${d.dossierId}` })).rejects.toMatchObject(velden('feit'));
    deuren.klok.zet('2027-02-01T10:00:00Z');
    const nieuw = await h.incident();
    await koppel(nieuw);
    await expect(verleng({ feit: `incident:${nieuw.dossierId}`, einde: '' })).rejects.toMatchObject(velden('einde'));
    const { maatregel: v } = await verleng({ feit: `incident:${nieuw.dossierId}` });
    expect(await h.rij(v)).toMatchObject({ verlengt_id: m, feit_dossier_id: nieuw.dossierId, begin_op: Temporal.PlainDate.from('2027-03-01') });
    await expect(verleng({ feit: `incident:${nieuw.dossierId}` })).rejects.toMatchObject(TOESTAND);
    await h.doe('adviseur', motiveer, {
      id: d.dossierId, maatregel: v, versie: await h.versie(v), vormen: [org.vorm.dreigen], plaats: 'aan de balie', gedrag: 'U dreigde opnieuw.', nagekeken: 'ja', normen: ['bedreiging_medewerker'], waarom_maatregel: 'Het gebeurde weer.', waarom_duur: 'Drie maanden erbij.', afweging: 'De balie blijft per e-mail bereikbaar.',
    });
    // The hearing of the first decision was about something else.
    await expect(h.weeg(d.dossierId, v)).rejects.toMatchObject(TOESTAND);
    deuren.klok.vooruit({ minutes: 5 });
    await h.hoor(d);
    await h.weeg(d.dossierId, v);
    await h.legVoor(d.dossierId, v);
    await h.besluit(d.dossierId, v);
    await h.verstuurBrief(v);
    deuren.klok.zet('2027-03-01T08:00:00Z');
    await h.tik();
    expect([await toestand(m), await toestand(v)]).toEqual(['verlengd', 'in_werking']);
  });

  /** A confirmed link to one known person, as the room veroorzakers leaves it. */
  function persoon() {
    let hoofd: string | null = null;
    return {
      koppel: async (x: { dossierId: string; betrokkeneId: string }) => {
        const p = crypto.randomUUID();
        await database.migratie.insertInto('persoon').values({ organisatie_id: org.id, id: p, compartiment: 'ambtelijk', soort: 'bekend', samengevoegd_in: hoofd, groep_id: hoofd ?? p, medewerker_id: null, geboren_jaar: null, geboren_maand: null, geboren_dag: null, gemaakt_op: deuren.klok(), gemaakt_door: org.mens.adviseur } as never).execute();
        hoofd ??= p;
        await database.migratie.insertInto('koppeling').values({ organisatie_id: org.id, betrokkene_id: x.betrokkeneId, dossier_id: x.dossierId, persoon_id: p, op: deuren.klok(), door: org.mens.adviseur } as never).execute();
      },
    };
  }
});

describe('joining two reports of one event', () => {
  it('takes measures along to the same party, with their hearing, letter and clocks', async () => {
    await h.machtig('karin');
    deuren.klok.vooruit({ minutes: 20 });
    const ander = await h.incident();
    const loopt = await h.inWerking(ander, { begin: '23-11-2026', einde: '22-02-2027', evaluatie: '10-01-2027' });
    const wacht = await h.totBesluit(ander, { soort: 'contactbeperking', locaties: [], kanalen: ['telefoon'], afwijking: 'Hij belt ook.' });
    const versie = String((await database.migratie.selectFrom('dossier').select('versie').where('id', '=', ander.dossierId).executeTakeFirstOrThrow()).versie);
    await h.doe('adviseur', maakSamenvoegen([verhuisBrieven, verhuisWederhoor, verhuisMaatregelen]), { id: ander.dossierId, versie, doel: d.dossierId });
    for (const m of [loopt, wacht]) {
      const rij = await h.rij(m);
      expect(rij.dossier_id).toBe(d.dossierId);
      const wie = await database.migratie.selectFrom('betrokkene').select(['dossier_id', 'naam']).where('id', '=', rij.betrokkene_id).executeTakeFirstOrThrow();
      expect(wie).toEqual({ dossier_id: d.dossierId, naam: 'J. Willems' });
    }
    const open = await database.migratie.selectFrom('termijn').select('soort').where('dossier_id', '=', d.dossierId).where('afgerond_op', 'is', null).where('soort', 'in', ['evaluatie', 'besluit_maatregel']).orderBy('soort').execute();
    expect(open.map((t) => t.soort)).toEqual(['besluit_maatregel', 'evaluatie']);
    await h.besluit(d.dossierId, wacht);
    expect([await toestand(loopt), await toestand(wacht)]).toEqual(['in_werking', 'besloten']);
  });
});

describe('a court order', () => {
  it('is recorded and not decided, with which ruling it is', async () => {
    const over = { soort: 'rechterlijk_bevel', invulling: 'Contactverbod met dwangsom.', begin: '01-11-2026', kanalen: ['telefoon'] };
    await expect(h.voorstel(d, over)).rejects.toMatchObject(velden('uitspraak'));
    const m = await h.voorstel(d, { ...over, uitspraak: 'ECLI:NL:RBDHA:2026:1, 30 oktober 2026' });
    await expect(h.legVoor(d.dossierId, m)).rejects.toMatchObject(TOESTAND);
    await h.doe('adviseur', legBevelVast, { id: d.dossierId, maatregel: m, versie: await h.versie(m) });
    expect(await toestand(m)).toBe('in_werking');
  });
});
