import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { metOrganisatie } from '../../platform/database/index.ts';
import { gemachtigden, machtigingVoor } from '../machtigingen.ts';
import { eenMachtiging, machtigingenLijst } from '../vragen/machtigingen.ts';
import { maakLegMachtigingVast, trekMachtigingIn } from './machtigingen.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
const legVast = maakLegMachtigingVast({ beslissers: { leidinggevende: 'De leidinggevende', griffier: 'De griffier' }, maatregelen: { pandverbod: 'Pandverbod', waarschuwing: 'Waarschuwing' } });

beforeAll(async () => { database = await maakTestDatabase(); });
afterAll(() => database?.opruimen());
beforeEach(async () => {
  deuren = maakTestdeuren(database.app, maakKlok());
  org = await maakOrganisatie(database.migratie);
});

const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
const invoer = (over: Record<string, unknown> = {}) => ({
  medewerker: org.mens.karin, compartiment: 'ambtelijk', beslissersoort: 'leidinggevende', maatregelsoorten: ['pandverbod'], onderdeel: '', verlener: 'hoofd_ambtelijk', kenmerk: 'Mandaatregister 2026, nr. 14', van: '', tot: '31-12-2026', ...over,
});
const draagt = (over: Partial<Parameters<typeof machtigingVoor>[1]> = {}) => metOrganisatie(database.app, org.id, (trx) => machtigingVoor({ trx, organisatieId: org.id }, {
  medewerkerId: org.mens.karin, beslissersoort: 'leidinggevende', maatregelsoort: 'pandverbod', onderdeelId: org.onderdeel.BZ ?? '', compartiment: 'ambtelijk', op: deuren.klok(), ...over,
}));
const velden = (veld: string) => ({ code: 'invoer.ongeldig', velden: [expect.objectContaining({ veld })] });

describe('a mandate', () => {
  it('carries the decisions it names, from its first to its last day', async () => {
    await deuren.voer(legVast, invoer(), await als('beheerder'));
    expect(await draagt()).toMatchObject({ verlener: 'hoofd_ambtelijk', tot: Temporal.PlainDate.from('2026-12-31') });
    expect(await draagt({ maatregelsoort: 'waarschuwing' })).toBeNull();
    expect(await draagt({ beslissersoort: 'griffier' })).toBeNull();
    expect(await draagt({ compartiment: 'politiek' })).toBeNull();
    expect(await draagt({ medewerkerId: org.mens.petra })).toBeNull();
    expect(await draagt({ op: Temporal.Instant.from('2026-11-22T12:00:00Z') })).toBeNull();
    // Half past eleven at night in Amsterdam is still the last day, half past twelve is not.
    expect(await draagt({ op: Temporal.Instant.from('2026-12-31T22:30:00Z') })).not.toBeNull();
    expect(await draagt({ op: Temporal.Instant.from('2026-12-31T23:30:00Z') })).toBeNull();
  });

  it('for a department counts there and below it, and nowhere else', async () => {
    await deuren.voer(legVast, invoer({ onderdeel: org.onderdeel.DIR }), await als('beheerder'));
    expect(await draagt()).not.toBeNull();
    await deuren.voer(legVast, invoer({ medewerker: org.mens.petra, onderdeel: org.onderdeel.WI }), await als('beheerder'));
    expect(await draagt({ medewerkerId: org.mens.petra, onderdeelId: org.onderdeel.WI ?? '' })).not.toBeNull();
    expect(await draagt({ medewerkerId: org.mens.petra })).toBeNull();
    expect(await draagt({ medewerkerId: org.mens.petra, onderdeelId: org.onderdeel.DIR ?? '' })).toBeNull();
    const namen = (await metOrganisatie(database.app, org.id, (trx) => gemachtigden({ trx, organisatieId: org.id }, { beslissersoort: 'leidinggevende', maatregelsoort: 'pandverbod', onderdeelId: org.onderdeel.WI ?? '', compartiment: 'ambtelijk', op: deuren.klok() }))).map((c) => c.naam);
    expect(namen).toEqual(['Karin de Boer', 'Petra Kuipers']);
  });

  it('stops at once when it is revoked, and cannot come back', async () => {
    const { id } = await deuren.voer(legVast, invoer(), await als('beheerder'));
    const voor = deuren.klok();
    deuren.klok.vooruit({ hours: 1 });
    await deuren.voer(trekMachtigingIn, { id, reden: 'Gaat uit dienst.' }, await als('beheerder'));
    expect(await draagt()).toBeNull();
    expect(await draagt({ op: voor })).not.toBeNull();
    await expect(deuren.voer(trekMachtigingIn, { id, reden: 'Nog eens.' }, await als('beheerder'))).rejects.toMatchObject({ code: 'conflict.toestand' });
    await expect(metOrganisatie(database.app, org.id, (trx) => sql`update machtiging set ingetrokken_op = null, ingetrokken_door = null where id = ${id}`.execute(trx))).rejects.toThrow(/al ingetrokken/);
  });

  it('cannot be made longer, wider or for someone else with raw SQL', async () => {
    const { id } = await deuren.voer(legVast, invoer(), await als('beheerder'));
    for (const kolom of ['tot = null', `medewerker_id = '${org.mens.petra}'`, "maatregelsoorten = '{pandverbod,waarschuwing}'", "van = '2020-01-01'"]) {
      await expect(metOrganisatie(database.app, org.id, (trx) => sql`update machtiging set ${sql.raw(kolom)} where id = ${id}`.execute(trx)), kolom).rejects.toThrow(/permission denied|rechten/);
    }
    await expect(metOrganisatie(database.app, org.id, (trx) => sql`delete from machtiging where id = ${id}`.execute(trx))).rejects.toThrow(/permission denied|rechten/);
  });
});

describe('writing down a mandate', () => {
  it('is for the beheerder, and for the griffier in the closed compartment; for nobody about himself', async () => {
    await expect(deuren.voer(legVast, invoer(), await als('adviseur'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(deuren.voer(legVast, invoer({ medewerker: org.mens.beheerder }), await als('beheerder'))).rejects.toMatchObject(velden('medewerker_naam'));
    await expect(deuren.voer(legVast, invoer(), await als('griffier'))).rejects.toMatchObject(velden('compartiment'));
    await expect(deuren.voer(legVast, invoer({ compartiment: 'politiek', verlener: 'griffier' }), await als('beheerder'))).rejects.toMatchObject(velden('compartiment'));
    const politiek = { compartiment: 'politiek', beslissersoort: 'griffier', verlener: 'griffier' };
    await deuren.voer(legVast, invoer({ ...politiek, medewerker: org.mens.adviseurPolitiek }), await als('griffier'));
    // The griffier's own is kept by the beheerder, and given by someone above him.
    await expect(deuren.voer(legVast, invoer({ ...politiek, medewerker: org.mens.griffier }), await als('griffier'))).rejects.toMatchObject(velden('medewerker_naam'));
    await expect(deuren.voer(legVast, invoer({ ...politiek, medewerker: org.mens.griffier }), await als('beheerder'))).rejects.toMatchObject(velden('verlener'));
    await deuren.voer(legVast, invoer({ ...politiek, medewerker: org.mens.griffier, verlener: 'hoofd_dagelijks_bestuur' }), await als('beheerder'));
  });

  it('shows those of the closed compartment only to who keeps them', async () => {
    const { id } = await deuren.voer(legVast, invoer({ compartiment: 'politiek', beslissersoort: 'griffier', verlener: 'griffier', medewerker: org.mens.adviseurPolitiek }), await als('griffier'));
    expect((await deuren.vraag(machtigingenLijst, {}, await als('griffier'))).map((m) => m.id)).toContain(id);
    expect(await deuren.vraag(machtigingenLijst, {}, await als('beheerder'))).toEqual([]);
    expect(await deuren.vraag(machtigingenLijst, {}, await als('adviseur'))).toEqual([]);
    await expect(deuren.vraag(eenMachtiging, { id }, await als('beheerder'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(deuren.voer(trekMachtigingIn, { id, reden: 'Mag niet.' }, await als('beheerder'))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });

  it.each([
    ['a last day before the first', { van: '01-12-2026', tot: '30-11-2026' }, 'tot'],
    ['a day that does not exist', { tot: '31-11-2026' }, 'tot'],
    ['no measure at all', { maatregelsoorten: [] }, 'maatregelsoorten'],
    ['a measure that does not exist', { maatregelsoorten: ['verbanning'] }, 'maatregelsoorten'],
    ['a decider that does not exist', { beslissersoort: 'koning' }, 'beslissersoort'],
    ['a decider out of the prototype of objects', { beslissersoort: 'constructor' }, 'beslissersoort'],
    ['no place where it can be found', { kenmerk: ' ' }, 'kenmerk'],
    ['a department of nobody', { onderdeel: '01890000-0000-7000-8000-000000000000' }, 'onderdeel'],
    ['a griffier who gives a mandate to civil servants', { verlener: 'griffier' }, 'verlener'],
  ])('refuses %s at the field', async (_, over, veld) => {
    await expect(deuren.voer(legVast, invoer(over), await als('beheerder'))).rejects.toMatchObject(velden(veld));
  });
});
