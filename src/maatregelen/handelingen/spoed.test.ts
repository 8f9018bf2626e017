import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maatregelhulp } from '../../../tests/hulp/maatregel.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import type { Id } from '../../kern/ids.ts';
import { dagVan } from '../../kern/tijd/index.ts';
import { briefOphalen, briefstand } from '../../brieven/index.ts';
import { laatBriefVervallen } from '../../brieven/handelingen.ts';
import { kijkNaAlsProef, verstuurAlsProef } from '../../brieven/proef.ts';
import { briefbeeld, dossierbrieven } from '../../brieven/vragen.ts';
import { maakBriefOpnieuw } from '../../brieven/word.ts';
import { metOrganisatie } from '../../platform/database/index.ts';
import type { Handeling, Onderwerp } from '../../platform/deuren/index.ts';
import { burgerGeeft, burgerLezen, burgerToegang, type Burgerbeeld } from '../../wederhoor/toegang/handelingen.ts';
import { briefhash } from '../../wederhoor/toegang/code.ts';
import { geefMeerTijd, trekIn, wederhoorbeeld } from '../../wederhoor/index.ts';
import { maatregelbeeld } from '../vragen/beeld.ts';
import { stuurMaatregelBij } from './bijsturen.ts';

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
  await h.machtig('karin');
  d = await h.incident();
});

const toestand = async (m: Id) => (await h.rij(m)).toestand;
const doe = <S extends z.ZodType, O extends Onderwerp, R>(wie: Mens, handeling: Handeling<S, O, R>, invoer: unknown): Promise<R> => h.doe(wie, handeling, invoer);

/** An urgent ban that was decided just now; its letter lies ready. */
async function spoed(): Promise<Id> {
  const m = await h.voorstel(d, { spoed: 'ja', spoed_reden: 'U staat nu bij de ingang.', begin: '23-11-2026', einde: '22-02-2027' });
  await h.motivering(d.dossierId, m);
  await h.dienstverlening(d.dossierId, m);
  await h.legVoor(d.dossierId, m);
  await h.besluit(d.dossierId, m);
  return m;
}

async function toegangIn(maatregel: Id): Promise<{ code: string; controle: string; webadres: string }> {
  const { brief_id: brief } = await h.rij(maatregel);
  const { gegevens } = await database.migratie.selectFrom('brief').select('gegevens').where('id', '=', brief ?? '').executeTakeFirstOrThrow();
  return (gegevens as { zienswijze: { toegang: { code: string; controle: string; webadres: string } } }).zienswijze.toegang;
}
const wederhoor = () => database.migratie.selectFrom('wederhoor').selectAll().where('betrokkene_id', '=', d.betrokkeneId).orderBy('uitgenodigd_op', 'desc').orderBy('id', 'desc').executeTakeFirstOrThrow();
const browser = 'b'.repeat(64);
/** What the page of the betrokkene does with the codes of a letter. */
async function alsBurger(codes: { code: string; controle: string }): Promise<Burgerbeeld | null> {
  const sleutel = (await briefhash(codes)).toString('hex');
  const { id } = await wederhoor();
  const basis = { wederhoor: id, ip: '192.0.2.7', verzoek: 'proef' };
  await deuren.voerSysteem(burgerToegang, { ...basis, sleutel, browser }, org.id);
  return deuren.voerSysteem(burgerLezen, { ...basis, sleutel: browser }, org.id);
}
const geef = async (tekst: string): Promise<unknown> => deuren.voerSysteem(burgerGeeft, { wederhoor: (await wederhoor()).id, sleutel: browser, ip: '192.0.2.7', verzoek: 'proef', volgt: 0, tekst, vraag: null }, org.id);
const plicht = async (m: Id): Promise<Temporal.Instant> => (await database.migratie.selectFrom('hoorplicht').select('uiterlijk').where('id', '=', (await h.rij(m)).hoorplicht_id ?? '').executeTakeFirstOrThrow()).uiterlijk;

describe('a measure that could not wait', () => {
  it('comes with a letter that can be answered: the codes in it open what he may read, and what he says is weighed', async () => {
    const m = await spoed();
    const codes = await toegangIn(m);
    expect(codes.webadres).toBe('https://rugdekking.example/uw-kant');
    const beeld = await alsBurger(codes);
    expect(beeld).toMatchObject({ tekst: 'U zei dat u iemand buiten zou opwachten.', achteraf: true });
    expect(beeld?.uiterlijk.equals(await plicht(m))).toBe(true);
    expect(JSON.stringify(beeld)).not.toMatch(/Samira|Haddad|Burgerzaken|pandverbod/i);
    expect(await geef('Ik stond daar op de bus te wachten.')).toBe('gegeven');
    // Who proposed it hears of it, not who decided and sees no more of the dossier.
    expect(await database.migratie.selectFrom('kennisgeving').select('aan_id').where('dossier_id', '=', d.dossierId).where('soort', '=', 'aanvulling').where('op', '=', deuren.nu()).where('aan_id', '=', org.mens.adviseur).execute()).not.toEqual([]);
    await h.weeg(d.dossierId, m);
    deuren.klok.zet((await plicht(m)).add({ hours: 24 }));
    await h.tik();
    expect(await toestand(m)).toBe('in_werking');
  });

  it('keeps its codes to the letter itself: no page, timeline or journaal has them', async () => {
    const m = await spoed();
    const { code, controle } = await toegangIn(m);
    const brief = (await h.rij(m)).brief_id;
    const paginas = [
      await deuren.vraag(maatregelbeeld, { id: d.dossierId, maatregel: m }, await h.als('adviseur')), await deuren.vraag(briefbeeld, { id: d.dossierId, brief }, await h.als('adviseur')),
      await deuren.vraag(wederhoorbeeld, { id: d.dossierId }, await h.als('adviseur')),
    ];
    expect(JSON.stringify(paginas)).not.toContain(code);
    expect(JSON.stringify(paginas)).not.toContain(controle);
    for (const tabel of ['gebeurtenis', 'journaal_inhoud', 'zoektekst', 'wederhoor', 'uittreksel', 'maatregelstap']) {
      const { rows } = await sql`select 1 from ${sql.table(tabel)} t where t::text like ${`%${code}%`}`.execute(database.migratie);
      expect(rows, tabel).toEqual([]);
    }
  });

  it('stays when the letter left in time and nobody answered: that is an outcome too, which is weighed', async () => {
    const m = await spoed();
    await h.verstuurBrief(m);
    await h.tik();
    deuren.klok.zet((await plicht(m)).add({ minutes: 1 }));
    await h.tik();
    expect(await wederhoor()).toMatchObject({ uitkomst: 'geen_reactie' });
    expect(await toestand(m)).toBe('in_werking');
    await h.weeg(d.dossierId, m, { kort: '' });
    expect((await h.rij(m)).wederhoor_id).toBe((await wederhoor()).id);
  });

  it('lapses when its letter never left, and that letter cannot leave any more', async () => {
    const m = await spoed();
    const brief = (await h.rij(m)).brief_id ?? '';
    deuren.klok.zet((await plicht(m)).add({ minutes: 1 }));
    await h.tik();
    expect([await toestand(m), (await wederhoor()).vervallen_reden]).toEqual(['vervallen', 'De brief is niet verzonden.']);
    const stand = await metOrganisatie(database.app, org.id, (trx) => briefstand({ trx, organisatieId: org.id }, brief));
    expect(stand).toMatchObject({ vervallen: true });
    await expect(doe('adviseur', maakBriefOpnieuw, { id: d.dossierId, brief, versie: '2' })).rejects.toMatchObject({ code: 'conflict.toestand' });
  });

  it('lapses when its letter left too late to answer, and says until when it must leave', async () => {
    const m = await spoed();
    const beeld = await deuren.vraag(maatregelbeeld, { id: d.dossierId, maatregel: m }, await h.als('adviseur'));
    const voor = beeld.antwoordbaar?.verzendVoor;
    // Decided on Monday 23 November, answered until Monday 30: on Wednesday three working days are left.
    expect([dagVan(await plicht(m)).toString(), voor?.toString()]).toEqual(['2026-11-30', '2026-11-25']);
    deuren.klok.zet('2026-11-26T09:00:00Z');
    await h.verstuurBrief(m);
    deuren.klok.zet((await plicht(m)).add({ minutes: 1 }));
    await h.tik();
    expect([await toestand(m), (await wederhoor()).vervallen_reden]).toEqual(['vervallen', 'De brief ging te laat weg om nog te kunnen reageren.']);
  });

  it('keeps its question: it is not taken back or put later apart from the measure, whose day is printed in the letter', async () => {
    await spoed();
    const w = await wederhoor();
    const wat = { id: d.dossierId, wederhoor: w.id, versie: '1', reden: 'Toch niet.', datum: '15-12-2026' };
    for (const handeling of [trekIn, geefMeerTijd]) await expect(doe('adviseur', handeling as typeof trekIn, wat)).rejects.toMatchObject({ code: 'conflict.toestand' });
  });

  it('draws no second codes for someone who was already asked', async () => {
    const nu = deuren.klok();
    const uittreksel = '018f3c52-0000-7000-8000-00000000000a';
    await database.migratie.insertInto('uittreksel').values({ organisatie_id: org.id, id: uittreksel, dossier_id: d.dossierId, betrokkene_id: d.betrokkeneId, nummer: 1, feiten: JSON.stringify({ datum: '2026-11-23', dagdeel: null, plek: null, vormen: [] }), tekst: 'Gebeld.', tekst_en: '', door_id: org.mens.adviseur, op: nu } as never).execute();
    await database.migratie.insertInto('wederhoor').values({ organisatie_id: org.id, id: '018f3c52-0000-7000-8000-00000000000b', dossier_id: d.dossierId, betrokkene_id: d.betrokkeneId, uittreksel_id: uittreksel, wijze: 'telefoon', verslag: 'Gebeld.', uitgenodigd_door: org.mens.adviseur, uitgenodigd_op: nu, uiterlijk: nu.add({ hours: 100 }), uitkomst: null, afgerond_op: null } as never).execute();
    const m = await spoed();
    expect(await toegangIn(m)).toBeNull();
    expect(await database.migratie.selectFrom('wederhoor').select('id').where('betrokkene_id', '=', d.betrokkeneId).execute()).toHaveLength(1);
  });
});

describe('a letter of a decision that was voided', () => {
  const gewoon = async (): Promise<{ m: Id; brief: Id }> => {
    const m = await h.totBesluit(d);
    await h.besluit(d.dossierId, m);
    return { m, brief: (await h.rij(m)).brief_id ?? '' };
  };
  const versieVan = async (brief: Id): Promise<string> => String((await database.migratie.selectFrom('brief').select('versie').where('id', '=', brief).executeTakeFirstOrThrow()).versie);
  const laatVervallen = async (brief: Id) => doe('adviseur', laatBriefVervallen, { id: d.dossierId, brief, versie: await versieVan(brief) });

  it('is made anew: the same letter with a reference of its own, the voided one beside it, and the measure begins when the new one left', async () => {
    const { m, brief } = await gewoon();
    await laatVervallen(brief);
    const { brief: nieuw } = await doe('adviseur', maakBriefOpnieuw, { id: d.dossierId, brief, versie: await versieVan(brief) });
    const { brieven } = await deuren.vraag(dossierbrieven, { id: d.dossierId }, await h.als('adviseur'));
    const [a, b] = [brieven.find((x) => x.id === nieuw), brieven.find((x) => x.id === brief)];
    expect([a?.status, a?.vervallen_op, b?.vervallen_op !== null, b?.vervangen_kenmerk]).toEqual(['concept', null, true, a?.kenmerk]);
    const tekst = async (id: Id) => (await deuren.vraag(briefOphalen, { id: d.dossierId, brief: id }, await h.als('adviseur'))).brief.delen;
    expect(await tekst(nieuw)).toEqual(await tekst(brief));
    // Once only, and the voided one stays as it is.
    await expect(doe('adviseur', maakBriefOpnieuw, { id: d.dossierId, brief, versie: await versieVan(brief) })).rejects.toMatchObject({ code: 'conflict.toestand' });
    await expect(h.verstuurBrief(m)).rejects.toMatchObject({ code: 'conflict.toestand' });
    await kijkNaAlsProef(deuren, await h.als('adviseur'), { id: d.dossierId, brief: nieuw });
    await verstuurAlsProef(deuren, await h.als('adviseur'), { id: d.dossierId, brief: nieuw });
    deuren.klok.zet('2026-12-01T08:00:00Z');
    await h.tik();
    expect([await toestand(m), (await h.rij(m)).brief_id]).toEqual(['in_werking', brief]);
  });

  it('is not made anew when what it is about is over', async () => {
    const { m, brief } = await gewoon();
    await laatVervallen(brief);
    await doe('karin', stuurMaatregelBij, { id: d.dossierId, maatregel: m, versie: await h.versie(m), wat: 'hef_op', reden: 'Bij nader inzien niet nodig.' });
    await expect(doe('adviseur', maakBriefOpnieuw, { id: d.dossierId, brief, versie: await versieVan(brief) })).rejects.toMatchObject({ code: 'conflict.toestand' });
  });

  it('that still lay ready does not leave when its measure is lifted before it held', async () => {
    const { m, brief } = await gewoon();
    await doe('karin', stuurMaatregelBij, { id: d.dossierId, maatregel: m, versie: await h.versie(m), wat: 'hef_op', reden: 'Bij nader inzien niet nodig.' });
    expect((await database.migratie.selectFrom('brief').select('vervallen_op').where('id', '=', brief).executeTakeFirstOrThrow()).vervallen_op).not.toBeNull();
  });

  it('cannot be brought back, given a second successor or forgotten by the application', async () => {
    const { brief } = await gewoon();
    await laatVervallen(brief);
    const alsApp = (tekst: string) => metOrganisatie(database.app, org.id, (trx) => sql.raw(tekst).execute(trx));
    for (const zet of ['vervallen_op = null, herstelbaar = false', "geadresseerde_naam = 'X'", `vervallen_op = now()`]) await expect(alsApp(`update brief set ${zet} where id = '${brief}'`), zet).rejects.toThrow(/staat vast|violates check/);
    const { brief: nieuw } = await doe('adviseur', maakBriefOpnieuw, { id: d.dossierId, brief, versie: await versieVan(brief) });
    for (const zet of ['vervangen_door = null', 'herstelbaar = true', `vervangen_door = '${brief}'`]) await expect(alsApp(`update brief set ${zet} where id = '${brief}'`), zet).rejects.toThrow(/staat vast|violates check/);
    await expect(alsApp(`update brief set vervangen_door = '${brief}' where id = '${nieuw}'`)).rejects.toThrow(/violates check/);
  });
});

describe('weighing again', () => {
  it('is possible until the decision; what stood there stays in the history, and who was asked to decide is told', async () => {
    const m = await h.totBesluit(d);
    const gelezen = await h.versie(m);
    deuren.klok.vooruit({ hours: 1 });
    await h.weeg(d.dossierId, m, { weging: 'Uw excuses tellen mee. Het blijft bij drie maanden.' });
    expect(await h.rij(m)).toMatchObject({ toestand: 'gehoord', zienswijze_weging: 'Uw excuses tellen mee. Het blijft bij drie maanden.' });
    const stap = await database.migratie.selectFrom('maatregelstap').select(['gebeurtenis', 'reden', 'door']).where('maatregel_id', '=', m).orderBy('volgnr', 'desc').executeTakeFirstOrThrow();
    expect(stap).toMatchObject({ gebeurtenis: 'herwogen', door: org.mens.adviseur, reden: expect.stringContaining('De dreiging was ernstig') });
    expect(await database.migratie.selectFrom('kennisgeving').select('soort').where('aan_id', '=', org.mens.karin).where('op', '=', deuren.nu()).execute()).toEqual([{ soort: 'besluit-gevraagd' }]);
    // A decision on what he read before is told of it first.
    await expect(h.besluit(d.dossierId, m, { versie: gelezen })).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    await h.besluit(d.dossierId, m);
    await expect(h.weeg(d.dossierId, m)).rejects.toMatchObject({ code: 'conflict.toestand' });
    const { brief_id: brief } = await h.rij(m);
    expect(JSON.stringify((await deuren.vraag(briefOphalen, { id: d.dossierId, brief }, await h.als('adviseur'))).brief)).toContain('Uw excuses tellen mee');
  });
});
