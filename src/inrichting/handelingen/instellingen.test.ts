import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Compartiment } from '../../kern/rechten/index.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { Instellingen, termijnsoorten, type Laddersoort } from '../instellingen.ts';
import { instellingenLezen } from '../vragen/overzicht.ts';
import { overig, stelKalenderIn, stelLadderIn, stelOverigIn, stelTermijnenIn, stempel } from './instellingen.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
beforeAll(async () => {
  database = await maakTestDatabase();
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  org = await maakOrganisatie(database.migratie);
  deuren = maakTestdeuren(database.app, maakKlok());
});

const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
const ruw = async () => (await database.migratie.selectFrom('organisatie').select('instellingen').where('organisatie_id', '=', org.id).executeTakeFirstOrThrow()).instellingen;
const nu = async () => Instellingen.parse(await ruw());
const termijnen = async (c: Compartiment, over: Record<string, unknown> = {}) => ({ versie: stempel((await nu()).termijnen[c]), ...Object.fromEntries(Object.entries((await nu()).termijnen[c]).map(([s, r]) => [s, { aantal: String(r.aantal), eenheid: r.eenheid }])), ...over });
const ladder = async (s: Laddersoort, over: Record<string, unknown> = {}) => ({ versie: stempel((await nu()).meldladder[s]), direct: ['adviseur'], stap: { 0: { wachttijd: { aantal: '2', eenheid: 'uren' }, ontvanger: 'adviseur' }, 1: { wachttijd: { aantal: '', eenheid: 'uren' }, ontvanger: '' } }, ...over });
const kalender = async (over: Record<string, unknown> = {}) => ({ versie: stempel((await nu()).kalender), goedeVrijdag: '', bevrijdingsdag: 'lustrum', beginWerkdag: '8.30', eindeWerkdag: '17.00', ...over });

describe('terms', () => {
  it('are set per compartment, and what was never set keeps following the defaults', async () => {
    await deuren.voer(stelTermijnenIn('politiek'), await termijnen('politiek', { nazorg_24u: { aantal: '4', eenheid: 'uren' } }), await als('griffier'));
    expect((await nu()).termijnen.politiek.nazorg_24u).toMatchObject({ aantal: 4, eenheid: 'uren' });
    expect((await nu()).termijnen.ambtelijk.nazorg_24u).toMatchObject({ aantal: 24 });
    expect(Object.keys(await ruw() as object)).toEqual(['termijnen']);
    expect(Object.keys((await ruw() as { termijnen: object }).termijnen)).toEqual(['politiek']);
  });

  it.each([
    [{ aantal: '', eenheid: 'uren' }, 'reactie.aantal'], [{ aantal: '2,5', eenheid: 'uren' }, 'reactie.aantal'], [{ aantal: '-1', eenheid: 'uren' }, 'reactie.aantal'], [{ aantal: '0', eenheid: 'uren' }, 'reactie.aantal'],
    [{ aantal: '9999', eenheid: 'uren' }, 'reactie.aantal'], [{ aantal: '2', eenheid: 'eeuwen' }, 'reactie.eenheid'], ['onzin', 'reactie.eenheid'],
  ])('that cannot be (%j) are refused at the field', async (reactie, veld) => {
    await expect(deuren.voer(stelTermijnenIn('ambtelijk'), await termijnen('ambtelijk', { reactie }), await als('beheerder'))).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: expect.arrayContaining([expect.objectContaining({ veld })]) as unknown });
    expect(await ruw()).toEqual({});
  });

  it('can end on the same working day', async () => {
    await deuren.voer(stelTermijnenIn('ambtelijk'), await termijnen('ambtelijk', { verklaring: { aantal: '0', eenheid: 'werkdagen' } }), await als('adviseur'));
    expect((await nu()).termijnen.ambtelijk.verklaring.aantal).toBe(0);
  });

  it('of the other compartment are not for an Adviseur or a griffier', async () => {
    const gevallen: [Mens, Compartiment, boolean][] = [
      ['adviseur', 'ambtelijk', true], ['adviseur', 'politiek', false], ['adviseurPolitiek', 'politiek', true], ['griffier', 'politiek', true], ['griffier', 'ambtelijk', false], ['beheerder', 'ambtelijk', true], ['beheerder', 'politiek', true], ['karin', 'ambtelijk', false], ['samira', 'politiek', false],
    ];
    for (const [wie, c, mag] of gevallen) {
      const poging = deuren.voer(stelTermijnenIn(c), await termijnen(c), await als(wie));
      await (mag ? expect(poging).resolves.toBeDefined() : expect(poging, `${wie} ${c}`).rejects.toMatchObject({ code: 'niet-gevonden' }));
      if (wie === 'karin' || wie === 'samira') continue;
      expect((await deuren.vraag(instellingenLezen, {}, await als(wie))).mag[c], `${wie} ${c}`).toBe(mag);
    }
  });

  it('have every kind of clock on the form', () => {
    expect(Object.keys(Instellingen.parse({}).termijnen.ambtelijk).sort()).toEqual(Object.keys(termijnsoorten).sort());
  });
});

describe('two people at once', () => {
  it('who edit the same part: the second is told', async () => {
    const form = await ladder('gewoon');
    await deuren.voer(stelLadderIn('gewoon'), form, await als('beheerder'));
    await expect(deuren.voer(stelLadderIn('gewoon'), { ...form, direct: ['leidinggevende'] }, await als('adviseur'))).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    expect((await nu()).meldladder.gewoon.direct).toEqual(['adviseur']);
  });

  it('who edit different parts do not get in each other’s way, also at the same moment', async () => {
    const [a, b, c] = [await ladder('gewoon'), await kalender({ goedeVrijdag: 'ja' }), await termijnen('politiek', { reactie: { aantal: '3', eenheid: 'dagen' } })];
    await Promise.all([deuren.voer(stelLadderIn('gewoon'), a, await als('beheerder')), deuren.voer(stelKalenderIn, b, await als('adviseur')), deuren.voer(stelTermijnenIn('politiek'), c, await als('griffier'))]);
    expect(await nu()).toMatchObject({ meldladder: { gewoon: { direct: ['adviseur'] } }, kalender: { goedeVrijdag: true }, termijnen: { politiek: { reactie: { aantal: 3, eenheid: 'dagen' } } } });
  });
});

describe('the ladder', () => {
  it('leaves out an empty step and keeps the order', async () => {
    await deuren.voer(stelLadderIn('ernstig'), await ladder('ernstig', { direct: 'leidinggevende', stap: { 0: { wachttijd: { aantal: '1', eenheid: 'uren' }, ontvanger: 'hogere_leidinggevende' }, 1: { wachttijd: { aantal: '', eenheid: 'uren' }, ontvanger: '' }, 2: { wachttijd: { aantal: '1', eenheid: 'werkdagen' }, ontvanger: 'adviseur' } } }), await als('beheerder'));
    expect((await nu()).meldladder.ernstig).toEqual({ direct: ['leidinggevende'], ladder: [{ wachttijd: { aantal: 1, eenheid: 'uren', schuiftDoor: false }, ontvanger: 'hogere_leidinggevende' }, { wachttijd: { aantal: 1, eenheid: 'werkdagen', schuiftDoor: false }, ontvanger: 'adviseur' }] });
  });

  it.each([
    ['gewoon', { direct: '' }, 'direct'], ['politiek', { direct: ['leidinggevende'] }, 'direct.0'], ['politiek', { direct: ['griffier'], stap: { 0: { wachttijd: { aantal: '1', eenheid: 'uren' }, ontvanger: 'hogere_leidinggevende' } } }, 'stap.0.ontvanger'],
    ['gewoon', { stap: { 0: {}, 1: { wachttijd: { aantal: 'x', eenheid: 'uren' }, ontvanger: 'adviseur' } } }, 'stap.1.wachttijd.aantal'], ['gewoon', { stap: { 0: { wachttijd: { aantal: '1', eenheid: 'uren' }, ontvanger: '' } } }, 'stap.0.ontvanger'], ['gewoon', { direct: ['griffier'] }, 'direct.0'],
  ] as const)('%s with %j is refused at the field', async (soort, over, veld) => {
    await expect(deuren.voer(stelLadderIn(soort), await ladder(soort, over), await als(soort === 'politiek' ? 'griffier' : 'beheerder'))).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [{ veld }] });
  });

  it('of the closed compartment cannot name a leidinggevende by any way in', () => {
    expect(Instellingen.safeParse({ meldladder: { politiek: { direct: ['leidinggevende'] } } }).success).toBe(false);
    expect(Instellingen.safeParse({ meldladder: { politiek: { ladder: [{ wachttijd: { eenheid: 'uren', aantal: 1 }, ontvanger: 'hogere_leidinggevende' }] } } }).success).toBe(false);
  });
});

describe('the calendar', () => {
  it('takes days as people write them, in order, and keeps those that have passed', async () => {
    await database.migratie.updateTable('organisatie').set({ instellingen: JSON.stringify({ kalender: { eigenSluitingsdagen: [{ datum: '2026-05-15', naam: 'Brugdag' }] } }) }).where('organisatie_id', '=', org.id).execute();
    await deuren.voer(stelKalenderIn, await kalender({ beginWerkdag: '9 uur', eindeWerkdag: '16:30', sluiting: { 0: { datum: '7 mei 2027', naam: 'Dag na Hemelvaart' }, 1: { datum: '', naam: '' }, 2: { datum: '24-12', naam: 'Dag voor Kerst' } } }), await als('beheerder'));
    expect((await nu()).kalender).toMatchObject({ beginWerkdag: '09:00', eindeWerkdag: '16:30', eigenSluitingsdagen: [{ datum: '2026-05-15', naam: 'Brugdag' }, { datum: '2026-12-24', naam: 'Dag voor Kerst' }, { datum: '2027-05-07', naam: 'Dag na Hemelvaart' }] });
  });

  it.each([
    [{ eindeWerkdag: '8.00' }, 'eindeWerkdag'], [{ beginWerkdag: '25.00' }, 'beginWerkdag'], [{ bevrijdingsdag: 'soms' }, 'bevrijdingsdag'], [{ sluiting: { 0: { datum: '30-02-2027', naam: 'X' } } }, 'sluiting.0.datum'], [{ sluiting: { 3: { datum: '1-3-2027', naam: '' } } }, 'sluiting.3.naam'],
  ])('refuses %j at the field', async (over, veld) => {
    await expect(deuren.voer(stelKalenderIn, await kalender(over), await als('beheerder'))).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [expect.objectContaining({ veld })] });
  });
});

describe('numbers and reminders', () => {
  it('are kept, and refused at the field when they cannot be', async () => {
    const vorm = async (over: Record<string, string> = {}) => ({ versie: stempel(overig(await nu())), herinneringUren: '0', zelfdeGebeurtenisUren: '12', signaalMaanden: '6', opvang: '06 12345678', beveiliging: '', ...over });
    await deuren.voer(stelOverigIn, await vorm(), await als('adviseur'));
    expect(overig(await nu())).toEqual({ herinneringUren: 0, zelfdeGebeurtenisUren: 12, signaalMaanden: 6, telefoon: { opvang: '06 12345678', beveiliging: '' } });
    for (const [veld, w] of [['herinneringUren', '169'], ['zelfdeGebeurtenisUren', '0'], ['signaalMaanden', '25'], ['opvang', 'bel maar'], ['beveiliging', '12']] as const) {
      await expect(deuren.voer(stelOverigIn, await vorm({ [veld]: w }), await als('adviseur'))).rejects.toMatchObject({ velden: [expect.objectContaining({ veld })] });
    }
  });
});
