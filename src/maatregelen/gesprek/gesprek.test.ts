import ICAL from 'ical.js';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '../../kern/ids.ts';
import { isWerkdag, kalenderVan, lokaal, momentVan } from '../../kern/tijd/index.ts';
import { agendabestand } from '../../brieven/index.ts';
import { voegBetrokkeneToe } from '../../dossier/handelingen/betrokkenen.ts';
import { maakSamenvoegen } from '../../dossier/handelingen/sluiten.ts';
import { dienMeldingIn } from '../../melden/index.ts';
import { volgMelding } from '../../melden/vragen/volgen.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { antwoordOverGesprek, legGesprekMetVeroorzakerVast, planGesprek, verzetGesprek, volgAfspraak, zegGesprekAf } from './handelingen.ts';
import { bezwaarTegenMoment, gesprekssoortcodes, gids, vastleggenVoor } from './regels.ts';
import { eigenGesprekken, gesprekAgenda, gesprekkenbeeld, verhuisGesprekken } from './vragen.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let dossierId: Id;
let partij: Id;

const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
const meld = async (over: Record<string, unknown> = {}): Promise<Id> =>
  (await deuren.voer(dienMeldingIn, { vormen: ['schelden'], wanneer: 'zonet', locatie: org.locatie.stadhuis, concept: '', veroorzaker: 'naam', veroorzaker_naam: 'J. van Dalen', ...over }, await als('samira'))).dossierId;
const veroorzakerVan = async (id: Id): Promise<Id> => (await database.migratie.selectFrom('betrokkene').select('id').where('dossier_id', '=', id).where('rol', '=', 'veroorzaker').where('vervallen_op', 'is', null).executeTakeFirstOrThrow()).id;
const voorstel = (over: Record<string, unknown> = {}) => ({
  id: dossierId, betrokkene: partij, soort: 'ordegesprek', datum: '25-11-2026', tijd: '10.00', duur: '45', plaats: 'Stadhuis, Plein 1, kamer 2', medewerker_naam: 'Karin de Boer', bij_wie: 'een leidinggevende',
  naam: 'J. van Dalen', adres: 'Kade 3\n1234 AB Proefdam', gedrag: 'U schold aan de balie.', voorval_plaats: 'in het stadhuis', norm: 'Schelden accepteren we niet.', contact_wie: 'het team Veiligheid', contact_telefoon: '010-1234567', ...over,
});
const open = (soort: string) => database.migratie.selectFrom('termijn').select(['id', 'verval_op', 'aan_id']).where('dossier_id', '=', dossierId).where('soort', '=', soort).where('afgerond_op', 'is', null).orderBy('verval_op').execute();
const beeld = async (wie: Mens = 'karin') => deuren.vraag(gesprekkenbeeld, { id: dossierId }, await als(wie));
const eerste = async () => { const g = (await beeld()).gesprekken[0]; if (!g) throw new Error('geen gesprek'); return g; };
const plan = async (over: Record<string, unknown> = {}, wie: Mens = 'karin') => deuren.voer(planGesprek, voorstel(over), await als(wie));

beforeAll(async () => {
  database = await maakTestDatabase();
  org = await maakOrganisatie(database.migratie, { instellingen: { kalender: { eigenSluitingsdagen: [{ datum: '2026-12-04', naam: 'de teamdag' }] } } });
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  deuren = maakTestdeuren(database.app, maakKlok());
  dossierId = await meld();
  partij = await veroorzakerVan(dossierId);
});

describe('inviting the veroorzaker for a talk', () => {
  it('prepares the letter, starts the clock to the end of that day, and tells whoever it happened to that it is planned', async () => {
    await plan();
    const g = await eerste();
    expect(g).toMatchObject({ status: 'gepland', voert: 'Karin de Boer', brief: { status: 'concept' } });
    expect((await open('gesprek')).map((t) => [t.verval_op.toString(), t.aan_id])).toEqual([['2026-11-25T16:00:00Z', org.mens.karin]]);
    const volg = await deuren.vraag(volgMelding, { id: dossierId }, await als('samira'));
    expect(volg.stappen.map((s) => s.tekst)).toEqual(expect.arrayContaining(['We nodigden wie dit deed uit voor een gesprek', 'We hebben een gesprek met wie dit deed']));
  });

  it.each([
    ['een zaterdag', { datum: '28-11-2026' }, 'datum', 'Za 28 november is een zaterdag. Kies een dag van maandag tot en met vrijdag.'],
    ['Kerst', { datum: '25-12-2026' }, 'datum', 'Vr 25 december is het Eerste Kerstdag. Kies een dag waarop je organisatie open is.'],
    ['een eigen sluitingsdag', { datum: '4-12-2026' }, 'datum', 'Vr 4 december is het de teamdag. Kies een dag waarop je organisatie open is.'],
    ['31 februari', { datum: '31-02-2027' }, 'datum', '31 februari bestaat niet. Welke dag bedoel je?'],
    ['voor de werkdag', { tijd: '07.00' }, 'tijd', 'Kies een begin tussen 08.30 uur en 16.15 uur. Dan past het gesprek binnen de werkdag.'],
    ['te laat om af te krijgen', { tijd: '16.30' }, 'tijd', 'Kies een begin tussen 08.30 uur en 16.15 uur. Dan past het gesprek binnen de werkdag.'],
    ['vandaag, al geweest', { datum: 'vandaag', tijd: '09.00' }, 'tijd', 'Dit moment is vandaag al geweest. Kies een latere tijd.'],
    ['over een half jaar', { datum: '24-05-2027' }, 'datum', 'Dit is over meer dan 60 dagen. Kies een eerdere dag, zodat het gesprek nog een reactie is op wat er gebeurde.'],
    ['zonder adres', { adres: '' }, 'adres', 'Vul in waar de brief heen gaat.'],
    ['zonder manier om te reageren', { contact_telefoon: '' }, 'contact_telefoon', 'Geef een telefoonnummer of een e-mailadres. Dan kan de betrokkene een ander moment vragen.'],
    ['door wie het overkwam', { medewerker_naam: 'Samira Haddad' }, 'medewerker_naam', 'Wie het overkwam voert dit gesprek niet. Kies een ander.'],
    ['door wie het dossier niet mag zien', { medewerker_naam: 'Petra Kuipers' }, 'medewerker_naam', 'Deze collega kan dit dossier niet openen. Maak hem of haar eerst aanspreekpunt, of kies een ander.'],
  ])('refuses %s at its field', async (_, over, veld, tekst) => {
    await expect(plan(over)).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [{ veld, tekst }] });
    expect(await open('gesprek')).toEqual([]);
  });

  it('refuses someone whom nobody knows, a party of another dossier, and a second invitation beside the first', async () => {
    const ander = await meld({ veroorzaker: 'weet_niet', veroorzaker_naam: '' });
    const onbekend = await veroorzakerVan(ander);
    await expect(plan({ id: ander, betrokkene: onbekend })).rejects.toMatchObject({ velden: [{ veld: 'betrokkene', tekst: expect.stringContaining('We weten niet wie dit is') as string }] });
    await expect(plan({ betrokkene: onbekend })).rejects.toMatchObject({ velden: [{ veld: 'betrokkene' }] });
    await plan();
    await expect(plan()).rejects.toMatchObject({ velden: [{ veld: 'betrokkene', tekst: 'Met deze persoon staat al een gesprek gepland. Verzet dat, of zeg het af.' }] });
  });

  it('is for who handles the dossier: not for who it happened to, another department or the reception', async () => {
    for (const wie of ['samira', 'petra', 'receptionist', 'griffier'] as const) {
      await expect(plan({}, wie)).rejects.toMatchObject({ code: 'niet-gevonden' });
      await expect(beeld(wie)).rejects.toMatchObject({ code: 'niet-gevonden' });
    }
  });
});

describe('the colleague it happened to', () => {
  it('is at the talk only when he himself says yes, and can take that back', async () => {
    await plan({ erbij: [org.mens.samira] });
    const g = await eerste();
    expect(g.deelnemers.map((d) => d.antwoord)).toEqual(['gevraagd']);
    await expect(deuren.voer(antwoordOverGesprek, { id: dossierId, gesprek: g.id, antwoord: 'ja' }, await als('karin'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await deuren.voer(antwoordOverGesprek, { id: dossierId, gesprek: g.id, antwoord: 'ja' }, await als('samira'));
    expect((await eerste()).deelnemers[0]?.antwoord).toBe('ja');
    await deuren.voer(antwoordOverGesprek, { id: dossierId, gesprek: g.id, antwoord: 'nee' }, await als('samira'));
    expect((await eerste()).deelnemers[0]?.antwoord).toBe('nee');
    const eigen = await deuren.vraag(eigenGesprekken, { id: dossierId }, await als('samira'));
    expect(JSON.stringify(eigen)).not.toContain('van Dalen');
  });

  it('is asked again when the moment changes, and not when he said no', async () => {
    await plan({ erbij: [org.mens.samira] });
    const g = await eerste();
    await deuren.voer(antwoordOverGesprek, { id: dossierId, gesprek: g.id, antwoord: 'ja' }, await als('samira'));
    await deuren.voer(verzetGesprek, { id: dossierId, gesprek: g.id, versie: '1', datum: '26-11-2026', tijd: '11.00', plaats: 'Wijkpost Noord' }, await als('karin'));
    expect((await eerste()).deelnemers[0]?.antwoord).toBe('gevraagd');
    await deuren.voer(antwoordOverGesprek, { id: dossierId, gesprek: g.id, antwoord: 'nee' }, await als('samira'));
    await deuren.voer(verzetGesprek, { id: dossierId, gesprek: g.id, versie: '2', datum: '27-11-2026', tijd: '11.00', plaats: 'Wijkpost Noord' }, await als('karin'));
    expect((await eerste()).deelnemers[0]?.antwoord).toBe('nee');
  });

  it('cannot be put on the list when it did not happen to him', async () => {
    await expect(plan({ erbij: [org.mens.joost] })).rejects.toMatchObject({ velden: [{ veld: 'erbij' }] });
  });
});

describe('moving and calling off', () => {
  it('makes a new letter and one clock on the new moment; an old form is a conflict', async () => {
    await plan();
    const voor = await eerste();
    await deuren.voer(verzetGesprek, { id: dossierId, gesprek: voor.id, versie: '1', datum: '26-11-2026', tijd: '14.00', plaats: 'Wijkpost Noord' }, await als('karin'));
    const na = await eerste();
    expect(na.brief_id).not.toBe(voor.brief_id);
    expect((await open('gesprek')).map((t) => t.verval_op.toString())).toEqual(['2026-11-26T16:00:00Z']);
    await expect(deuren.voer(verzetGesprek, { id: dossierId, gesprek: voor.id, versie: '1', datum: '27-11-2026', tijd: '14.00', plaats: 'x' }, await als('karin'))).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    await expect(deuren.voer(verzetGesprek, { id: dossierId, gesprek: voor.id, versie: '2', datum: '28-11-2026', tijd: '14.00', plaats: 'x' }, await als('karin'))).rejects.toMatchObject({ velden: [{ veld: 'datum' }] });
  });

  it('ends the clock when it is called off, with the reason', async () => {
    await plan();
    const g = await eerste();
    await expect(deuren.voer(zegGesprekAf, { id: dossierId, gesprek: g.id, versie: '1', reden: ' ' }, await als('karin'))).rejects.toMatchObject({ velden: [{ veld: 'reden' }] });
    await deuren.voer(zegGesprekAf, { id: dossierId, gesprek: g.id, versie: '1', reden: 'Hij bood zelf excuses aan.' }, await als('karin'));
    expect(await open('gesprek')).toEqual([]);
    await expect(deuren.voer(zegGesprekAf, { id: dossierId, gesprek: g.id, versie: '2', reden: 'Nog eens.' }, await als('karin'))).rejects.toMatchObject({ code: 'conflict.toestand' });
  });
});

describe('the report of a talk', () => {
  const verslag = async (over: Record<string, unknown> = {}) => {
    const g = await eerste();
    return deuren.voer(legGesprekMetVeroorzakerVast, { id: dossierId, gesprek: g.id, versie: String(g.versie), gekomen: 'ja', oorzaak: 'Hij wachtte drie uur.', gezegd: 'Het speet hem.', ...over }, await als('karin'));
  };

  it('has the cause, what was said, and agreements that each become a clock', async () => {
    await plan();
    deuren.klok.zet('2026-11-25T10:00:00Z');
    await verslag({ afspraak1: 'Hij belt voortaan eerst.', afspraak1_datum: '9-12-2026', afspraak3: 'Wij bellen terug binnen een dag.', afspraak3_datum: '16-12-2026' });
    expect(await open('gesprek')).toEqual([]);
    expect(await open('reactie')).toEqual([]);
    expect((await open('afspraak')).map((t) => t.verval_op.toString())).toEqual(['2026-12-09T16:00:00Z', '2026-12-16T16:00:00Z']);
    const g = await eerste();
    expect(g).toMatchObject({ status: 'gevoerd', oorzaak: 'Hij wachtte drie uur.', vastgelegd_door: 'Karin de Boer' });
    const eerder = g.afspraken[0];
    await expect(deuren.voer(volgAfspraak, { id: dossierId, afspraak: eerder?.id, uitkomst: 'niet_nagekomen', toelichting: '' }, await als('karin'))).rejects.toMatchObject({ velden: [{ veld: 'toelichting' }] });
    await deuren.voer(volgAfspraak, { id: dossierId, afspraak: eerder?.id, uitkomst: 'nagekomen', toelichting: '' }, await als('adviseur'));
    expect(await open('afspraak')).toHaveLength(1);
    await expect(deuren.voer(volgAfspraak, { id: dossierId, afspraak: eerder?.id, uitkomst: 'nagekomen', toelichting: '' }, await als('adviseur'))).rejects.toMatchObject({ code: 'conflict.toestand' });
  });

  it('tells whoever it happened to that it was had, and nothing of what was said', async () => {
    await plan();
    deuren.klok.zet('2026-11-25T10:00:00Z');
    await verslag();
    const volg = JSON.stringify(await deuren.vraag(volgMelding, { id: dossierId }, await als('samira')));
    expect(volg).toContain('We spraken met wie dit deed');
    expect(volg).not.toMatch(/drie uur|speet|van Dalen .*gesprek/);
  });

  it('leaves the clock on a reaction running when he did not come', async () => {
    await plan();
    deuren.klok.zet('2026-11-25T10:00:00Z');
    await verslag({ gekomen: 'nee', oorzaak: '', gezegd: '', reden: 'Niets gehoord.' });
    expect((await eerste()).status).toBe('niet_gekomen');
    expect(await open('reactie')).toHaveLength(1);
    await plan({ datum: '27-11-2026' });
  });

  it.each([
    [{ oorzaak: '' }, 'oorzaak'], [{ gezegd: '' }, 'gezegd'], [{ afspraak1: 'Iets' }, 'afspraak1_datum'], [{ afspraak2_datum: '9-12-2026' }, 'afspraak2'], [{ afspraak1: 'Iets', afspraak1_datum: 'vandaag' }, 'afspraak1_datum'],
    [{ afspraak1: 'Iets', afspraak1_datum: '25-11-2029' }, 'afspraak1_datum'], [{ gekomen: '' }, 'gekomen'],
  ])('refuses %j at its field and keeps the talk open', async (over, veld) => {
    await plan();
    deuren.klok.zet('2026-11-25T10:00:00Z');
    await expect(verslag(over)).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [{ veld }] });
    expect((await eerste()).status).toBe('gepland');
  });

  it('cannot be written before the talk was to be', async () => {
    await plan();
    await expect(verslag()).rejects.toMatchObject({ velden: [{ veld: 'gekomen', tekst: expect.stringContaining('moet nog komen') as string }] });
  });
});

it('a talk goes along when dossiers are joined, with its clock and its party', async () => {
  await plan();
  deuren.klok.vooruit({ minutes: 5 });
  const doel = await meld();
  const versie = String((await database.migratie.selectFrom('dossier').select('versie').where('id', '=', dossierId).executeTakeFirstOrThrow()).versie);
  await deuren.voer(maakSamenvoegen([verhuisGesprekken]), { id: dossierId, versie, doel }, await als('adviseur'));
  expect(await open('gesprek')).toEqual([]);
  dossierId = doel;
  expect(await open('gesprek')).toHaveLength(1);
  const rij = await database.migratie.selectFrom('gesprek as g').innerJoin('betrokkene as b', 'b.id', 'g.betrokkene_id').select(['b.dossier_id', 'b.naam']).where('g.dossier_id', '=', doel).executeTakeFirstOrThrow();
  expect(rij).toEqual({ dossier_id: doel, naam: 'J. van Dalen' });
});

it('a colleague who is the veroorzaker can be invited, and sees none of it', async () => {
  await deuren.voer(voegBetrokkeneToe, { id: dossierId, rol: 'veroorzaker', soort: 'medewerker', medewerker: org.mens.joost }, await als('adviseur'));
  const collega = (await beeld()).partijen.find((p) => p.soort === 'medewerker');
  await plan({ betrokkene: collega?.id, naam: 'Joost Brouwer' });
  await expect(beeld('joost')).rejects.toMatchObject({ code: 'niet-gevonden' });
});

describe('the file for the diary', () => {
  it('has the right moment in Dutch time and no name of anyone', async () => {
    await plan();
    const g = await eerste();
    const punt = await deuren.vraag(gesprekAgenda, { id: dossierId, gesprek: g.id }, await als('karin'));
    const tekst = agendabestand({ id: punt.id, titel: 'Gesprek bij Gemeente Proefdam', plaats: punt.plaats, begin: punt.op, duurMinuten: punt.duur_minuten, nu: deuren.nu(), volgnummer: punt.versie - 1 });
    const vevent = new ICAL.Component(ICAL.parse(tekst) as unknown[]).getFirstSubcomponent('vevent') ?? undefined;
    const gebeurtenis = new ICAL.Event(vevent);
    expect([gebeurtenis.startDate.toString(), gebeurtenis.endDate.toString(), vevent?.getFirstProperty('dtstart')?.getFirstParameter('tzid')]).toEqual(['2026-11-25T10:00:00', '2026-11-25T10:45:00', 'Europe/Amsterdam']);
    expect(tekst).not.toMatch(/Karin|Boer|Samira|Haddad|Dalen|ATTENDEE|ORGANIZER/);
  });
});

describe('the rules of a talk', () => {
  const kalender = kalenderVan();
  const NU = Temporal.Instant.from('2026-11-23T13:10:00Z');
  const dag = fc.integer({ min: -30, max: 400 }).map((d) => Temporal.PlainDate.from('2026-11-23').add({ days: d }));
  const tijd = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((m) => new Temporal.PlainTime(Math.floor(m / 60), m % 60));

  it('allow exactly the moments that lie ahead, on a working day and within working hours', () => {
    fc.assert(fc.property(dag, tijd, fc.constantFrom(30, 45, 60), (d, t, duur) => {
      const op = momentVan(d, t);
      const minuten = t.hour * 60 + t.minute;
      const mag = op.epochNanoseconds > NU.epochNanoseconds && isWerkdag(d, kalender) && minuten >= 8 * 60 + 30 && minuten + duur <= 17 * 60 && d.since('2026-11-23').days <= 60;
      expect(bezwaarTegenMoment(d, t, duur, kalender, NU) === null).toBe(mag);
    }), { numRuns: 2_000 });
  });

  it('give until the end of that day to write it down, and never end before the talk does', () => {
    fc.assert(fc.property(dag, tijd, fc.constantFrom(30, 45, 60), (d, t, duur) => {
      const op = momentVan(d, t);
      const voor = vastleggenVoor(op, duur, kalender);
      expect(Temporal.Instant.compare(voor, op.add({ minutes: duur }))).toBeGreaterThanOrEqual(0);
      expect(lokaal(voor).since(lokaal(op)).total('hours')).toBeLessThan(17);
    }));
  });

  it('ask in every guide for the cause and name the limit, in sentences people can say', () => {
    for (const soort of gesprekssoortcodes) {
      const titels = gids[soort].stappen.map((s) => s.titel);
      expect(titels).toContain('Vraag naar de oorzaak');
      expect(titels.some((t) => t === 'Noem de grens' || t === 'Zeg stop')).toBe(true);
      for (const s of gids[soort].stappen) for (const zin of `${s.wat} ${s.zeg ?? ''}`.split(/[.!?]\s/)) expect(zin.split(/\s+/).length, zin).toBeLessThanOrEqual(20);
    }
  });
});
