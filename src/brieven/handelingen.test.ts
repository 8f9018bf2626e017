import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nieuwId, type Id } from '../kern/ids.ts';
import { metOrganisatie } from '../platform/database/index.ts';
import { dienMeldingIn } from '../melden/index.ts';
import { voegBetrokkeneToe } from '../dossier/handelingen/betrokkenen.ts';
import { maakSamenvoegen } from '../dossier/handelingen/sluiten.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { kijkBriefNa, laatBriefVervallen, pasBriefAan, verstuurBrief } from './handelingen.ts';
import { stelHuisstijlIn } from './inrichten/handelingen.ts';
import { briefstand } from './klaarleggen.ts';
import { zetBriefKlaar } from './proef.ts';
import { brieftaken, TAAK_WISSEN } from './taken.ts';
import { briefbeeld, briefGedaan, briefOphalen, dossierbrieven, verhuisBrieven } from './vragen.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let dossierId: Id;

const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
const HUISSTIJL = { versie: '0', retouradres: 'Postbus 1, 1000 AA Proefdam', klacht: 'Stuur uw klacht naar de klachtencoördinator.', kleur: '#1f3a5f' };

beforeAll(async () => {
  database = await maakTestDatabase();
  org = await maakOrganisatie(database.migratie);
  deuren = maakTestdeuren(database.app, maakKlok());
  await deuren.voer(stelHuisstijlIn, HUISSTIJL, await als('beheerder'));
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  deuren = maakTestdeuren(database.app, maakKlok());
  ({ dossierId } = await deuren.voer(dienMeldingIn, { vormen: ['dreigen'], wanneer: 'zonet', locatie: org.locatie.stadhuis, concept: '' }, await als('samira')));
  await deuren.voer(voegBetrokkeneToe, { id: dossierId, rol: 'veroorzaker', soort: 'bekend', naam: 'J. Jansen' }, await als('adviseur'));
});

const zet = async (soort = 'pandverbod', over: Record<string, unknown> = {}) => (await deuren.voer(zetBriefKlaar, { id: dossierId, soort, over }, await als('adviseur'))).id;
const rij = (brief: Id) => database.migratie.selectFrom('brief').selectAll().where('id', '=', brief).executeTakeFirstOrThrow();
const een = async (brief: Id) => ({ id: dossierId, brief, versie: String((await rij(brief)).versie) });
const SHA = createHash('sha256').update('pdf').digest('hex');
async function nagekeken(brief: Id, over: Record<string, unknown> = {}, wie: Mens = 'adviseur') {
  const o = await deuren.vraag(briefOphalen, { id: dossierId, brief }, await als('adviseur'));
  return deuren.voer(kijkBriefNa, { ...(await een(brief)), datum: o.datum, sha256: SHA, sleutel: '0123456789abcdef0123456789abcdef', bytes: 3, tekst: JSON.stringify(o.brief), ...over }, await als(wie));
}
const VERSTUURD = { wijze: 'aangetekend', datum: '23-11-2026', kenmerk: '3SRR123456' };
const verstuur = async (brief: Id, over: Record<string, unknown> = {}) => deuren.voer(verstuurBrief, { ...(await een(brief)), ...VERSTUURD, ...over }, await als('adviseur'));
const stand = (brief: Id) => metOrganisatie(database.app, org.id, (trx) => briefstand({ trx, organisatieId: org.id }, brief));

describe('a letter', () => {
  it('is prepared, checked and sent, each with a line in the timeline and the journaal', async () => {
    const brief = await zet();
    expect(await stand(brief)).toEqual({ id: brief, soort: 'pandverbod', status: 'concept', verzondenOp: null, wijze: null, sha256: null, vervallen: false });
    await nagekeken(brief);
    await verstuur(brief);
    expect(await stand(brief)).toMatchObject({ status: 'verzonden', wijze: 'aangetekend', sha256: SHA });
    expect((await stand(brief))?.verzondenOp?.toString()).toBe('2026-11-23');
    const tijdlijn = await database.migratie.selectFrom('gebeurtenis').select(['soort', 'gegevens']).where('dossier_id', '=', dossierId).where('soort', 'like', 'brief%').orderBy('id').execute();
    expect(tijdlijn.map((g) => g.soort)).toEqual(['brief_klaar', 'brief_nagekeken', 'brief_verzonden']);
    const { rows } = await sql<{ handeling: string }>`select handeling from journaal where dossier_id = ${dossierId} and object_soort = 'brief' and handeling <> 'brief.ophalen' order by volgnr`.execute(database.migratie);
    expect(rows.map((r) => r.handeling)).toEqual(['brief.nakijken', 'brief.versturen']);
  });

  it('has a reference that tells nothing of the dossier or of other letters', async () => {
    const [a, b] = [await zet(), await zet('herstel')];
    const { nummer } = await database.migratie.selectFrom('dossier').select('nummer').where('id', '=', dossierId).executeTakeFirstOrThrow();
    const [een, twee] = [(await rij(a)).kenmerk, (await rij(b)).kenmerk];
    expect(een).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(twee).not.toBe(een);
    expect(`${een}${twee}`).not.toContain(nummer);
  });

  it('refuses data that do not belong to its kind, at the field', async () => {
    await expect(zet('pandverbod', { tot: '2026-11-01' })).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: expect.arrayContaining([{ veld: 'gegevens.tot', tekst: 'De einddatum ligt voor de begindatum.' }]) });
    await expect(zet('pandverbod', { evaluatieOp: '2027-12-31' })).rejects.toMatchObject({ velden: [{ veld: 'gegevens.evaluatieOp' }] });
    await expect(zet('pandverbod', { slachtoffer: 'Samira Haddad' })).rejects.toMatchObject({ code: 'invoer.ongeldig' });
    await expect(zet('pandverbod', { van: '2026-02-30' })).rejects.toMatchObject({ velden: [{ veld: 'gegevens.van', tekst: 'Dit is geen datum.' }] });
    await expect(zet('pandverbod', { panden: [] })).rejects.toMatchObject({ velden: [{ veld: 'gegevens.panden' }] });
  });

  it('is only about a veroorzaker of this very dossier', async () => {
    const { dossierId: ander } = await deuren.voer(dienMeldingIn, { vormen: ['schelden'], wanneer: 'zonet', locatie: org.locatie.stadhuis, concept: '' }, await als('joost'));
    const van = async (id: Id, rol: 'veroorzaker' | 'slachtoffer') => (await database.migratie.selectFrom('betrokkene').select('id').where('dossier_id', '=', id).where('rol', '=', rol).executeTakeFirstOrThrow()).id;
    for (const betrokkene of [await van(ander, 'veroorzaker'), await van(dossierId, 'slachtoffer'), nieuwId()]) {
      await expect(deuren.voer(zetBriefKlaar, { id: dossierId, soort: 'herstel', betrokkene }, await als('adviseur'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    }
  });

  it('cannot be sent before it was checked, nor checked twice', async () => {
    const brief = await zet();
    await expect(verstuur(brief)).rejects.toMatchObject({ code: 'conflict.toestand' });
    await nagekeken(brief);
    await expect(nagekeken(brief)).rejects.toMatchObject({ code: 'conflict.toestand' });
  });

  it('is not checked on a text that someone changed meanwhile, or on other stationery', async () => {
    const brief = await zet();
    const oud = await een(brief);
    await deuren.voer(pasBriefAan, { ...oud, naam: 'J. Jansen', adres: 'Straat 2', teksten: {} }, await als('adviseur'));
    await expect(nagekeken(brief, { versie: oud.versie })).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    await expect(nagekeken(brief, { tekst: '{}' })).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    await nagekeken(brief);
  });

  it('asks for proof of sending that fits how it went, and for a day that can be', async () => {
    const brief = await zet();
    await nagekeken(brief);
    for (const wijze of ['aangetekend', 'email', 'uitgereikt', 'loket']) await expect(verstuur(brief, { wijze, kenmerk: '' })).rejects.toMatchObject({ velden: [{ veld: 'kenmerk' }] });
    await expect(verstuur(brief, { datum: '24-11-2026' })).rejects.toMatchObject({ velden: [{ veld: 'datum' }] });
    await expect(verstuur(brief, { datum: '22-11-2026' })).rejects.toMatchObject({ velden: [{ veld: 'datum', tekst: expect.stringContaining('nog niet nagekeken') }] });
    await expect(verstuur(brief, { wijze: 'duif' })).rejects.toMatchObject({ velden: [{ veld: 'wijze' }] });
    await verstuur(brief, { wijze: 'post', kenmerk: '' });
  });

  it('is changed only in the texts that people wrote, and is then a concept again whose PDF goes', async () => {
    const brief = await zet();
    await nagekeken(brief);
    const { teksten } = await deuren.vraag(briefbeeld, { id: dossierId, brief }, await als('adviseur'));
    expect(teksten.map((t) => t.pad)).toEqual(expect.arrayContaining(['feiten.0.gedrag', 'panden.1', 'doorgang.contact.wie', 'zienswijze.weging']));
    expect(teksten.map((t) => t.pad)).not.toEqual(expect.arrayContaining(['van']));
    await deuren.voer(pasBriefAan, { ...(await een(brief)), naam: 'Mevrouw Jansen', adres: 'Straat 2\n\n 1234 AB Proefdam ', teksten: { 'feiten.0.gedrag': 'U schreeuwde.', 'panden.1': '', van: '2020-01-01', 'ondertekenaar': 'burgemeester', '__proto__.x': 'y' } }, await als('adviseur'));
    const r = await rij(brief);
    expect(r).toMatchObject({ status: 'concept', sha256: null, pdf_sleutel: null, tekst: null, geadresseerde_naam: 'Mevrouw Jansen', geadresseerde_adres: ['Straat 2', '1234 AB Proefdam'] });
    expect(r.gegevens).toMatchObject({ feiten: [{ gedrag: 'U schreeuwde.' }], van: '2026-12-01', ondertekenaar: 'leidinggevende', panden: ['Stadhuis, Markt 1, Voorbeelddorp'] });
    const { rows } = await sql<{ data: unknown }>`select data from wachtrij.job where data->>'taak' = ${TAAK_WISSEN} and data->'gegevens'->>'sleutel' = '0123456789abcdef0123456789abcdef'`.execute(database.migratie);
    expect(rows.length).toBeGreaterThan(0);
    await expect(deuren.voer(pasBriefAan, { ...(await een(brief)), naam: '', adres: '', teksten: { 'feiten.0.gedrag': '' } }, await als('adviseur'))).rejects.toMatchObject({ code: 'invoer.ongeldig' });
  });

  it('keeps a PDF that is still of a letter when a job asks to wipe it', async () => {
    const brief = await zet();
    await nagekeken(brief);
    const gewist: string[] = [];
    const taken = brieftaken({ db: database.app, bestanden: { opslag: { verwijder: async (s: string) => void gewist.push(s) } } as never });
    await taken[TAAK_WISSEN]?.({ organisatieId: org.id, sleutel: '0123456789abcdef0123456789abcdef' }, new AbortController().signal as never);
    expect(gewist).toEqual([]);
    await taken[TAAK_WISSEN]?.({ organisatieId: org.id, sleutel: 'ffffffffffffffffffffffffffffffff' }, new AbortController().signal as never);
    expect(gewist).toEqual(['ffffffffffffffffffffffffffffffff']);
  });

  it('can lapse until it was sent; the dossier does not close over one that waits', async () => {
    const [a, b] = [await zet(), await zet('herstel')];
    const redenen = () => metOrganisatie(database.app, org.id, (trx) => briefGedaan({ trx, organisatieId: org.id } as never, { dossierId } as never));
    expect(await redenen()).toHaveLength(2);
    await deuren.voer(laatBriefVervallen, await een(a), await als('adviseur'));
    await expect(nagekeken(a)).rejects.toMatchObject({ code: 'conflict.toestand' });
    await nagekeken(b);
    expect(await redenen()).toEqual([expect.stringMatching(/^Er ligt nog een brief klaar: herstel van de dienstverlening \([A-Z2-9]{4}-[A-Z2-9]{4}\)\.$/)]);
    await verstuur(b);
    expect(await redenen()).toEqual([]);
    await expect(deuren.voer(laatBriefVervallen, await een(b), await als('adviseur'))).rejects.toMatchObject({ code: 'conflict.toestand' });
    await expect(deuren.voer(pasBriefAan, { ...(await een(b)), naam: 'X', adres: '', teksten: {} }, await als('adviseur'))).rejects.toMatchObject({ code: 'conflict.toestand' });
  });

  it('cannot leave while a citizen would not know where to write or to complain', async () => {
    const ander = await maakOrganisatie(database.migratie);
    const wie = async (m: Mens) => deuren.als(ander.id, ander.mens[m]);
    const { dossierId: d } = await deuren.voer(dienMeldingIn, { vormen: ['dreigen'], wanneer: 'zonet', locatie: ander.locatie.stadhuis, concept: '' }, await wie('samira'));
    await deuren.voer(voegBetrokkeneToe, { id: d, rol: 'veroorzaker', soort: 'bekend', naam: 'J. Jansen' }, await wie('adviseur'));
    const { id: brief } = await deuren.voer(zetBriefKlaar, { id: d, soort: 'herstel' }, await wie('adviseur'));
    const o = await deuren.vraag(briefOphalen, { id: d, brief }, await wie('adviseur'));
    await expect(deuren.voer(kijkBriefNa, { id: d, brief, versie: '1', datum: o.datum, sha256: SHA, sleutel: 'x', bytes: 1, tekst: JSON.stringify(o.brief) }, await wie('adviseur')))
      .rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [{ veld: '', tekst: expect.stringContaining('het retouradres en waar iemand een klacht kan indienen') }] });
    // And nobody of the other organisation finds it.
    await expect(deuren.vraag(briefbeeld, { id: d, brief }, await als('adviseur'))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });

  it('is read by who handles the dossier, without the codes; fetched and sent by who directs', async () => {
    const brief = await zet('uitnodiging_wederhoor');
    const gelezen = JSON.stringify(await deuren.vraag(briefbeeld, { id: dossierId, brief }, await als('karin')));
    expect(gelezen).not.toContain('K7M2-P9QX');
    expect(gelezen).not.toContain('4821');
    expect(JSON.stringify((await deuren.vraag(briefOphalen, { id: dossierId, brief }, await als('adviseur'))).brief)).toContain('K7M2-P9QX');
    for (const wie of ['karin', 'samira', 'joost', 'fg', 'beheerder', 'griffier'] as const) await expect(deuren.vraag(briefOphalen, { id: dossierId, brief }, await als(wie))).rejects.toMatchObject({ code: 'niet-gevonden' });
    for (const wie of ['samira', 'joost', 'petra', 'fg', 'receptionist'] as const) await expect(deuren.vraag(dossierbrieven, { id: dossierId }, await als(wie))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(nagekeken(brief, {}, 'karin')).rejects.toMatchObject({ code: 'niet-gevonden' });
  });

  it('goes along when two reports of one event are joined, also when it was sent', async () => {
    const brief = await zet();
    await nagekeken(brief);
    await verstuur(brief);
    const { dossierId: doel } = await deuren.voer(dienMeldingIn, { vormen: ['dreigen'], wanneer: 'zonet', locatie: org.locatie.stadhuis, concept: '' }, await als('joost'));
    const { versie } = await database.migratie.selectFrom('dossier').select('versie').where('id', '=', dossierId).executeTakeFirstOrThrow();
    await deuren.voer(maakSamenvoegen([verhuisBrieven]), { id: dossierId, versie: String(versie), doel }, await als('adviseur'));
    expect((await rij(brief)).dossier_id).toBe(doel);
  });
});

describe('the database, as the application', () => {
  const probeer = (opdracht: ReturnType<typeof sql>) => metOrganisatie(database.app, org.id, (trx) => opdracht.execute(trx));

  it('does not let a sent letter change or go, in any column', async () => {
    const brief = await zet();
    await nagekeken(brief);
    await verstuur(brief);
    const voor = await rij(brief);
    const kolommen = Object.keys(voor).filter((k) => !['organisatie_id', 'id', 'dossier_id'].includes(k));
    expect(kolommen.length).toBeGreaterThan(20);
    for (const kolom of kolommen) {
      const waarde = { gegevens: sql`'{}'::jsonb`, geadresseerde_adres: sql`'[]'::jsonb`, tekst: sql`'{}'::jsonb`, versie: sql`99`, pdf_bytes: sql`9`, briefdatum: sql`'2020-01-01'::date`, verzonden_op: sql`'2020-01-01'::date`, sha256: sql`repeat('0', 64)`, word_sha256: sql`repeat('0', 64)`, word_bytes: sql`9`, word_tekst: sql`'{}'::jsonb`, herstelbaar: sql`true`, status: sql`'concept'`, wijze: sql`'post'` }[kolom]
        ?? (kolom.endsWith('_op') ? sql`now()` : /_door$|betrokkene_id/.test(kolom) ? sql`gen_random_uuid()` : sql`'anders'`);
      await expect(probeer(sql`update brief set ${sql.id(kolom)} = ${waarde} where id = ${brief}`), kolom).rejects.toThrow(/staat vast/);
    }
    await expect(probeer(sql`delete from brief where id = ${brief}`)).rejects.toThrow(/permission denied/);
    await expect(probeer(sql`truncate brief cascade`)).rejects.toThrow(/permission denied|must be owner/);
    expect(await rij(brief)).toEqual(voor);
  });

  it('does not let a letter begin as sent, skip the check, or change under the check', async () => {
    const brief = await zet();
    await expect(probeer(sql`update brief set status = 'verzonden', verzonden_op = now(), wijze = 'post', verzendkenmerk = '', verzonden_door = gen_random_uuid(), vastgelegd_op = now() where id = ${brief}`)).rejects.toThrow(/eerst nagekeken|violates check/);
    await expect(probeer(sql`insert into brief select organisatie_id, gen_random_uuid(), dossier_id, betrokkene_id, 'X-B1', soort, 'verzonden', geadresseerde_naam, geadresseerde_adres, gegevens, opgesteld_op, opgesteld_door, now(), opgesteld_door, current_date, '{}', ${SHA}, 'x', 1, current_date, 'post', '', opgesteld_door, now(), null, 1 from brief where id = ${brief}`)).rejects.toThrow(/begint als concept/);
    await nagekeken(brief);
    await expect(probeer(sql`update brief set gegevens = '{}' where id = ${brief}`)).rejects.toThrow(/nagekeken staat vast/);
    await expect(probeer(sql`update brief set sha256 = repeat('0', 64) where id = ${brief}`)).rejects.toThrow(/nagekeken staat vast/);
    await expect(probeer(sql`update brief set geadresseerde_naam = 'x', status = 'verzonden', verzonden_op = now(), wijze = 'post', verzendkenmerk = '', verzonden_door = gen_random_uuid(), vastgelegd_op = now() where id = ${brief}`)).rejects.toThrow(/nagekeken staat vast/);
  });
});

describe('stationery', () => {
  it('is set by the beheerder and the Adviseur, in a colour that can be read', async () => {
    const { versie } = await database.migratie.selectFrom('briefhuisstijl').select('versie').where('organisatie_id', '=', org.id).executeTakeFirstOrThrow();
    for (const kleur of ['rood', '#fff', '#ffff00', 'url(x)']) await expect(deuren.voer(stelHuisstijlIn, { ...HUISSTIJL, versie: String(versie), kleur }, await als('beheerder'))).rejects.toMatchObject({ velden: [{ veld: 'kleur' }] });
    await expect(deuren.voer(stelHuisstijlIn, { ...HUISSTIJL, versie: '0' }, await als('beheerder'))).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    await expect(deuren.voer(stelHuisstijlIn, { ...HUISSTIJL, versie: String(versie) }, await als('karin'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await deuren.voer(stelHuisstijlIn, { ...HUISSTIJL, versie: String(versie) }, await als('adviseur'));
  });
});
