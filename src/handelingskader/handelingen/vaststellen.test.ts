import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import { metOrganisatie } from '../../platform/database/index.ts';
import type { Handeling, Onderwerp } from '../../platform/deuren/index.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { kaderOp } from '../versies.ts';
import { rekenDoor } from '../vragen/doorrekenen.ts';
import { versieLezen, versielijst } from '../vragen/versies.ts';
import { bewaarAlgemeen, bewaarGedraging, bewaarKoppeling, bewaarRegel, haalGedragingWeg, haalRegelWeg } from './bewerken.ts';
import { schrijfNorm } from './norm.ts';
import { gooiConceptWeg, haalVersieTerug, legVersieVoor, maakConcept, stelVersieVast } from './vaststellen.ts';

let database: TestDatabase;
let org: Testorganisatie;
let deuren: Testdeuren;
const doe = async <S extends z.ZodType, O extends Onderwerp, R>(wie: Mens, h: Handeling<S, O, R>, invoer: unknown): Promise<R> => deuren.voer(h, invoer, await deuren.als(org.id, org.mens[wie]));
const rij = (id: string) => database.migratie.selectFrom('kaderversie').selectAll().where('organisatie_id', '=', org.id).where('id', '=', id).executeTakeFirstOrThrow();
const versie = async (id: string): Promise<number> => (await rij(id)).versie;
const geldend = (op: string) => metOrganisatie(database.app, org.id, (trx) => kaderOp({ trx, organisatieId: org.id }, 'medewerker', Temporal.PlainDate.from(op)));
const alsApp = (tekst: string) => metOrganisatie(database.app, org.id, (trx) => sql.raw(tekst).execute(trx));

/** Rule A5 as its form sends it. */
const a5 = (over: Record<string, unknown> = {}) => ({
  oud: 'A5', tabel: 'A', nummer: '5', naam: 'Bedreiging van wie hier werkt', gedragingen: ['bedreiging_medewerker'], eerste_wat: 'pandverbod', eerste_duur: 'vast', eerste_van: '4', politie: 'vooraf', herhaling: 'zwaarder',
  gebied_van: 'dienst', gebied_tot: 'organisatie', beslissers: ['leidinggevende', 'managementteam'], aangifte: 'altijd', ...over,
});

beforeAll(async () => {
  database = await maakTestDatabase();
  org = await maakOrganisatie(database.migratie);
  deuren = maakTestdeuren(database.app);
});
afterAll(() => database?.opruimen());

describe('a version on its way to being in force', () => {
  let concept: string;

  it('begins as a copy of the newest, one at a time', async () => {
    concept = (await doe('adviseur', maakConcept, { soort: 'medewerker' })).id;
    expect(await rij(concept)).toMatchObject({ nummer: 2, status: 'concept', inhoud: (await geldend('2026-11-23')).kader });
    await expect(doe('adviseurPolitiek', maakConcept, { soort: 'medewerker' })).rejects.toMatchObject({ code: 'conflict.toestand' });
  });

  it('is only made and changed by who belongs there', async () => {
    await expect(doe('adviseur', maakConcept, { soort: 'politiek' })).rejects.toMatchObject({ code: 'niet-gevonden' });
    for (const wie of ['karin', 'beheerder', 'samira', 'griffier'] as const) await expect(doe(wie, bewaarRegel, { id: concept, versie: 1, ...a5() })).rejects.toMatchObject({ code: 'niet-gevonden' });
  });

  it('takes a changed rule, and answers what cannot be at its field', async () => {
    const fout = async (over: Record<string, unknown>) => doe('adviseur', bewaarRegel, { id: concept, versie: await versie(concept), ...a5(over) }).then(() => [], (e: { velden: { veld: string }[] }) => e.velden.map((v) => v.veld));
    expect(await fout({ eerste_duur: 'tussen', eerste_van: '12', eerste_tot: '6' })).toEqual(['eerste_tot']);
    expect(await fout({ eerste_duur: 'tussen', eerste_van: '6' })).toEqual(['eerste_tot']);
    expect(await fout({ eerste_duur: 'geen' })).toEqual(['eerste_duur']);
    expect(await fout({ eerste_wat: 'waarschuwing' })).toEqual(['eerste_duur']);
    expect(await fout({ eerste_wat: [] })).toEqual(['eerste_wat']);
    expect(await fout({ eerste_duur: 'open', eerste_met: '' })).toEqual(['eerste_met']);
    expect(await fout({ eerste_van: '0' })).toEqual(['eerste_van']);
    expect(await fout({ eerste_van: '999' })).toEqual(['eerste_van']);
    expect(await fout({ beslissers: ['baas'] })).not.toEqual([]);
    expect(await fout({ gedragingen: ['bestaat_niet'] })).toEqual(['gedragingen']);
    expect(await fout({ gebied_van: 'organisatie', gebied_tot: 'locatie' })).toEqual(['gebied_tot']);
    expect(await fout({ nummer: '6' })).toEqual(['nummer']);
    expect(await fout({ herhaling: 'regel' })).toEqual(['herhaal_wat']);
    expect(await fout({ naam: '' })).toEqual(['naam']);
    await doe('adviseur', bewaarRegel, { id: concept, versie: await versie(concept), ...a5() });
    const { kader } = await deuren.vraag(versieLezen, { id: concept }, await deuren.als(org.id, org.mens.adviseur));
    expect(kader.regels.find((r) => r.code === 'A5')?.sancties).toEqual([{ maatregelen: ['pandverbod'], duur: { soort: 'vast', maanden: 4 } }]);
    expect(kader.regels.map((r) => r.code)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'B1', 'B2', 'B3', 'B4']);
    // Nothing in force moved.
    expect((await geldend('2026-11-24')).kader.regels.find((r) => r.code === 'A5')?.sancties[0]?.duur).toEqual({ soort: 'vast', maanden: 3 });
  });

  it('tells the second of two who work on it at once, and loses nothing of the first', async () => {
    const gezien = await versie(concept);
    await doe('adviseurPolitiek', bewaarAlgemeen, { id: concept, versie: gezien, maanden: '36', telt: 'elke', combinatie: 'verdubbelen' });
    await expect(doe('adviseur', bewaarRegel, { id: concept, versie: gezien, ...a5({ eerste_van: '5' }) })).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    const { kader } = await deuren.vraag(versieLezen, { id: concept }, await deuren.als(org.id, org.mens.adviseur));
    expect(kader.terugkijken.maanden).toBe(36);
  });

  it('takes a new rule, a new behaviour and where a form leads to; and lets go of them', async () => {
    const v = async () => ({ id: concept, versie: await versie(concept) });
    await doe('adviseur', bewaarGedraging, { ...(await v()), oud: '', naam: 'Filmen zonder te stoppen', klasse: 'agressie', soort: 'verbaal', geaccepteerd: 'nee' });
    await doe('adviseur', bewaarRegel, { ...(await v()), ...a5({ oud: '', tabel: 'C', nummer: '1', naam: 'Filmen', gedragingen: 'filmen_zonder_te_stoppen', eerste_wat: 'ordegesprek', eerste_duur: 'geen', herhaling: 'geen', aangifte: '' }) });
    await doe('adviseur', bewaarKoppeling, { ...(await v()), vorm: 'online', medewerker: 'filmen_zonder_te_stoppen', organisatie: 'filmen_zonder_te_stoppen', bezoeker: '', telefoon: 'telefonisch', letOp: '' });
    let { kader } = await deuren.vraag(versieLezen, { id: concept }, await deuren.als(org.id, org.mens.adviseur));
    expect(kader.koppelingen.filter((k) => k.vorm === 'online').map((k) => [k.gedraging, k.tegen, k.medium])).toEqual([['filmen_zonder_te_stoppen', 'medewerker', 'niet_telefoon'], ['filmen_zonder_te_stoppen', 'organisatie', 'niet_telefoon'], ['telefonisch', null, 'telefoon']]);
    await doe('adviseur', haalRegelWeg, { ...(await v()), oud: 'C1' });
    await expect(doe('adviseur', legVersieVoor, { ...(await v()), vanaf: 'morgen', toelichting: 'Proef' })).rejects.toMatchObject({ code: 'conflict.toestand', redenen: expect.arrayContaining([expect.stringContaining('Voor ‘Filmen zonder te stoppen’ is er geen regel')]) });
    await doe('adviseur', haalGedragingWeg, { ...(await v()), oud: 'filmen_zonder_te_stoppen' });
    ({ kader } = await deuren.vraag(versieLezen, { id: concept }, await deuren.als(org.id, org.mens.adviseur)));
    expect(kader.koppelingen.filter((k) => k.vorm === 'online').map((k) => k.gedraging)).toEqual(['telefonisch']);
  });

  it('never begins on a day that has been', async () => {
    await expect(doe('adviseur', legVersieVoor, { id: concept, versie: await versie(concept), vanaf: '22-11-2026', toelichting: 'Proef' })).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [{ veld: 'vanaf' }] });
  });

  it('is put in force by a second person only, and by nobody who worked on it', async () => {
    await doe('adviseur', legVersieVoor, { id: concept, versie: await versie(concept), vanaf: '1-12-2026', toelichting: 'Dreiging vier maanden.' });
    const v = await versie(concept);
    for (const wie of ['adviseur', 'adviseurPolitiek'] as const) await expect(doe(wie, stelVersieVast, { id: concept, versie: v })).rejects.toMatchObject({ code: 'conflict.toestand' });
    for (const wie of ['griffier', 'karin', 'samira'] as const) await expect(doe(wie, stelVersieVast, { id: concept, versie: v })).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(doe('adviseur', bewaarRegel, { id: concept, versie: v, ...a5() })).rejects.toMatchObject({ code: 'conflict.toestand' });
  });

  it('is not put in force when someone took it back and changed it meanwhile', async () => {
    const gezien = await versie(concept);
    await doe('adviseur', haalVersieTerug, { id: concept, versie: gezien });
    await doe('adviseur', bewaarRegel, { id: concept, versie: await versie(concept), ...a5({ eerste_van: '5' }) });
    await expect(doe('beheerder', stelVersieVast, { id: concept, versie: gezien })).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    await doe('adviseur', legVersieVoor, { id: concept, versie: await versie(concept), vanaf: '1-12-2026', toelichting: 'Dreiging vijf maanden.' });
    await doe('beheerder', stelVersieVast, { id: concept, versie: await versie(concept) });
  });

  it('holds from its day, and a case keeps the version of its own day', async () => {
    expect((await geldend('2026-11-30')).versie.nummer).toBe(1);
    expect((await geldend('2026-12-01')).versie.nummer).toBe(2);
    expect((await geldend('2026-12-01')).kader.regels.find((r) => r.code === 'A5')?.sancties[0]?.duur).toEqual({ soort: 'vast', maanden: 5 });
  });

  it('is never changed again, not by an act and not by SQL as the application', async () => {
    await expect(doe('adviseur', bewaarRegel, { id: concept, versie: await versie(concept), ...a5() })).rejects.toMatchObject({ code: 'conflict.toestand' });
    await expect(doe('adviseur', gooiConceptWeg, { id: concept, versie: await versie(concept) })).rejects.toMatchObject({ code: 'conflict.toestand' });
    for (const set of [`inhoud = '{}'`, `vanaf = '2020-01-01'`, `status = 'concept'`, `status = 'vervallen'`, `toelichting = 'anders'`, 'nummer = 9']) {
      await expect(alsApp(`update kaderversie set ${set} where id = '${concept}'`)).rejects.toThrow(/staat vast/);
    }
    await expect(alsApp(`delete from kaderversie where id = '${concept}'`)).rejects.toThrow(/permission denied/);
    await expect(alsApp('truncate kaderversie')).rejects.toThrow(/permission denied/);
  });

  it('cannot be slipped in by SQL as the application', async () => {
    const kolommen = 'organisatie_id, id, persoonssoort, nummer, status, inhoud, opgesteld_op, vanaf, gepubliceerd_op';
    await expect(alsApp(`insert into kaderversie (${kolommen}) values ('${org.id}', gen_random_uuid(), 'medewerker', 77, 'gepubliceerd', '{}', now(), '2026-12-05', now())`)).rejects.toThrow(/begint als concept/);
    await expect(alsApp(`insert into kaderversie (${kolommen}) values ('${org.id}', gen_random_uuid(), 'medewerker', 1, 'gepubliceerd', '{}', now(), '2026-12-05', now())`)).rejects.toThrow(/duplicate key/);
    const ander = (await doe('adviseur', maakConcept, { soort: 'medewerker' })).id;
    const door = org.mens.beheerder;
    await expect(alsApp(`update kaderversie set status = 'gepubliceerd', vanaf = '2026-12-05', gepubliceerd_op = '2026-11-23', gepubliceerd_door = '${door}' where id = '${ander}'`)).rejects.toThrow(/gaat niet/);
    await doe('adviseur', legVersieVoor, { id: ander, versie: 1, vanaf: '5-12-2026', toelichting: 'Proef' });
    const vast = (wie: string, extra = '') => alsApp(`update kaderversie set status = 'gepubliceerd', gepubliceerd_op = '2026-11-23T12:00:00Z', gepubliceerd_door = '${wie}'${extra} where id = '${ander}'`);
    await expect(vast(org.mens.adviseur)).rejects.toThrow(/tweede persoon/);
    await expect(vast(door, `, inhoud = '{"a": 1}'`)).rejects.toThrow(/wijzigt niet meer/);
    await expect(vast(door, `, vanaf = '2026-11-24'`)).rejects.toThrow(/wijzigt niet meer/);
    await expect(vast(door, `, bewerkers = '{}'`)).rejects.toThrow(/blijft genoemd/);
    await expect(alsApp(`update kaderversie set status = 'gepubliceerd', gepubliceerd_op = '2026-12-24T12:00:00Z', gepubliceerd_door = '${door}' where id = '${ander}'`)).rejects.toThrow(/terugwerkende kracht/);
    // A day before one that is already set: it would count backwards.
    await doe('adviseur', haalVersieTerug, { id: ander, versie: 2 });
    await expect(doe('adviseur', legVersieVoor, { id: ander, versie: 3, vanaf: '25-11-2026', toelichting: 'Proef' })).rejects.toMatchObject({ velden: [{ veld: 'vanaf', tekst: expect.stringContaining('1 december 2026') }] });
    await doe('adviseur', gooiConceptWeg, { id: ander, versie: 3 });
  });

  it('must be submitted again when its day passed while it waited', async () => {
    const id = (await doe('adviseur', maakConcept, { soort: 'medewerker' })).id;
    await doe('adviseur', legVersieVoor, { id, versie: 1, vanaf: '2-12-2026', toelichting: 'Proef' });
    const later = maakTestdeuren(database.app);
    later.klok.zet('2026-12-03T10:00:00Z');
    await expect(later.voer(stelVersieVast, { id, versie: 2 }, await later.als(org.id, org.mens.beheerder))).rejects.toMatchObject({ code: 'conflict.toestand' });
    await doe('adviseur', gooiConceptWeg, { id, versie: 2 });
  });

  it('stays within its organisation', async () => {
    const ander = await maakOrganisatie(database.migratie);
    await expect(deuren.vraag(versieLezen, { id: concept }, await deuren.als(ander.id, ander.mens.adviseur))).rejects.toMatchObject({ code: 'niet-gevonden' });
    const { versies } = await deuren.vraag(versielijst, {}, await deuren.als(ander.id, ander.mens.adviseur));
    expect(versies.map((v) => v.nummer)).toEqual([1, 1]);
  });

  it('can be run over the last year by who belongs there', async () => {
    const id = (await doe('adviseur', maakConcept, { soort: 'medewerker' })).id;
    expect(await deuren.vraag(rekenDoor, { id }, await deuren.als(org.id, org.mens.adviseur))).toMatchObject({ incidenten: 0, veranderd: 0 });
    for (const wie of ['griffier', 'beheerder', 'karin'] as const) await expect(deuren.vraag(rekenDoor, { id }, await deuren.als(org.id, org.mens[wie]))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });
});

describe('the norm and the house rules', () => {
  it('get a new text that leaves the old one as it was', async () => {
    const tekst = { soort: 'huisregels', nummer: 1, titel: 'Zo doen we het hier', regels: 'Wees vriendelijk.\n\n  Blijf van spullen af.  ' };
    await expect(doe('beheerder', schrijfNorm, tekst)).rejects.toMatchObject({ code: 'niet-gevonden' });
    await doe('adviseur', schrijfNorm, tekst);
    await expect(doe('adviseurPolitiek', schrijfNorm, tekst)).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    const rijen = await database.migratie.selectFrom('normversie').select(['nummer', 'titel', 'regels']).where('organisatie_id', '=', org.id).where('soort', '=', 'huisregels').orderBy('nummer').execute();
    expect(rijen.map((r) => r.nummer)).toEqual([1, 2]);
    expect(rijen[1]).toMatchObject({ titel: 'Zo doen we het hier', regels: ['Wees vriendelijk.', 'Blijf van spullen af.'] });
    await expect(alsApp(`update normversie set titel = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(alsApp('delete from normversie')).rejects.toThrow(/permission denied/);
  });

  it('are refused when they are too much', async () => {
    await expect(doe('adviseur', schrijfNorm, { soort: 'norm', nummer: 1, titel: 'Norm', regels: Array.from({ length: 31 }, (_, i) => `Regel ${i}`).join('\n') })).rejects.toMatchObject({ velden: [{ veld: 'regels' }] });
    await expect(doe('adviseur', schrijfNorm, { soort: 'norm', nummer: 1, titel: 'Norm', regels: 'x'.repeat(501) })).rejects.toMatchObject({ velden: [{ veld: 'regels' }] });
  });
});
