import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maatregelhulp } from '../../../tests/hulp/maatregel.ts';
import { maakOrganisatie, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { metOrganisatie } from '../../platform/database/index.ts';
import { nieuwId } from '../../kern/ids.ts';

/*
 * Raw SQL as the role of the application: a measure without hearing or urgency, motivation, end, evaluation, mandate or continued service cannot come to
 * be, whatever writes it; and what was decided stands.
 */

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let d: { dossierId: string; betrokkeneId: string };
let h: ReturnType<typeof maatregelhulp>;
let klaar: string;
let machtiging: string;

beforeAll(async () => {
  database = await maakTestDatabase();
  h = maatregelhulp(database, () => deuren, () => org);
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  deuren = maakTestdeuren(database.app, maakKlok());
  org = await maakOrganisatie(database.migratie);
  d = await h.incident();
  machtiging = await h.machtig('karin');
  klaar = await h.totBesluit(d);
});

/** Sends SQL as the application, in one transaction with this organisation; gives the name of the rule that refused, or null. */
async function alsApp(...opdrachten: string[]): Promise<string | null> {
  try {
    await metOrganisatie(database.app, org.id, async (trx) => {
      for (const o of opdrachten) await sql.raw(o).execute(trx);
    });
    return null;
  } catch (e) {
    const fout = e as { constraint?: string; code?: string; cause?: { constraint?: string; code?: string } };
    return fout.constraint ?? fout.cause?.constraint ?? fout.code ?? fout.cause?.code ?? 'onbekend';
  }
}

/** Changes a measure with its line of history, as an act would. */
async function zet(id: string, kolommen: string, naar?: string): Promise<string | null> {
  const m = await h.rij(id);
  return alsApp(
    `insert into maatregelstap (organisatie_id, id, maatregel_id, volgnr, op, gebeurtenis, van, naar, door) values ('${org.id}', '${nieuwId()}', '${id}', ${m.versie + 1}, now(), 'proef', '${m.toestand}', '${naar ?? m.toestand}', '${org.mens.karin}')`,
    `update maatregel set versie = versie + 1${naar ? `, toestand = '${naar}'` : ''}${kolommen ? `, ${kolommen}` : ''} where id = '${id}'`,
  );
}
const besluit = (over = '') => `besloten_door = '${org.mens.karin}', besloten_op = '2026-11-23T13:10:00Z', machtiging_id = '${machtiging}'${over}`;

describe('a decision by raw SQL', () => {
  it('goes through when all is there, so that what follows refuses for its own reason', async () => {
    expect(await zet(klaar, besluit(), 'besloten')).toBeNull();
  });

  it('cannot be made without a mandate, or with one that does not carry it', async () => {
    expect(await zet(klaar, '', 'besloten')).toBe('maatregel_machtiging');
    expect(await zet(klaar, besluit(`, besloten_door = '${org.mens.petra}'`).replace(`besloten_door = '${org.mens.karin}', `, ''), 'besloten')).toBe('maatregel_machtiging');
    const alleenWaarschuwing = await h.machtig('karin', { maatregelsoorten: ['waarschuwing'] });
    expect(await zet(klaar, besluit().replace(machtiging, alleenWaarschuwing), 'besloten')).toBe('maatregel_machtiging');
    const elders = await h.machtig('karin', { onderdeel: org.onderdeel.WI });
    expect(await zet(klaar, besluit().replace(machtiging, elders), 'besloten')).toBe('maatregel_machtiging');
    const later = await h.machtig('karin', { van: '01-12-2026' });
    expect(await zet(klaar, besluit().replace(machtiging, later), 'besloten')).toBe('maatregel_machtiging');
  });

  it('cannot be made by the one it happened to, or by the proposer', async () => {
    const samira = await h.machtig('samira');
    expect(await zet(klaar, besluit().replace(machtiging, samira).replace(org.mens.karin, org.mens.samira), 'besloten')).toBe('maatregel_beslisser');
    const adviseur = await h.machtig('adviseur');
    expect(await zet(klaar, besluit().replace(machtiging, adviseur).replace(org.mens.karin, org.mens.adviseur), 'besloten')).toBe('vier_ogen_beslist');
  });

  it('cannot be made on a proposal that was not heard, and not be called urgent on the way', async () => {
    const m = await h.voorstel(await h.incident());
    expect(await zet(m, besluit(), 'besloten')).toBe('maatregel_overgang');
    expect(await zet(m, '', 'gehoord')).toBe('maatregel_wederhoor');
    expect(await zet(klaar, 'wederhoor_id = null', 'voorgesteld')).toBeNull();
    expect(await zet(klaar, besluit(), 'besloten')).toBe('maatregel_overgang');
    expect(await zet(klaar, besluit(`, spoed_reden = 'Nu.'`), 'besloten')).toBe('maatregel_wederhoor');
    expect(await zet(klaar, besluit(`, spoed_reden = 'Nu.', hoorplicht_id = gen_random_uuid()`), 'besloten')).toBe('maatregel_wederhoor');
  });

  it('cannot rest on a hearing of another, on one that still runs, or on none that was weighed', async () => {
    const ander = await h.incident();
    const vanAnder = await h.hoor(ander);
    const m = await h.voorstel(d);
    expect(await zet(m, `wederhoor_id = '${vanAnder}', zienswijze_weging = 'x'`, 'gehoord')).toBe('maatregel_wederhoor');
    const eigen = (await h.rij(klaar)).wederhoor_id ?? '';
    expect(await zet(m, `wederhoor_id = '${eigen}', zienswijze_weging = ' '`, 'gehoord')).toBe('maatregel_wederhoor');
    expect(await zet(m, `wederhoor_id = gen_random_uuid(), zienswijze_weging = 'x'`, 'gehoord')).toBe('maatregel_wederhoor');
  });

  it.each([
    ['conduct', "feiten = '[]'", 'maatregel_motivering'], ['a check of it', 'nagekeken_door = null', 'maatregel_motivering'], ['norm', "norm = '[]'", 'maatregel_motivering'], ['why this measure', "waarom_maatregel = ' '", 'maatregel_motivering'],
    ['why this long', "waarom_duur = ''", 'maatregel_motivering'], ['what was weighed', "afweging = ''", 'maatregel_motivering'], ['an end', 'eind_op = null, evaluatie_op = null', 'maatregel_duur'], ['an evaluation', 'evaluatie_op = null', 'maatregel_duur'],
    ['a channel that stays', "kanaal_blijft = ''", 'maatregel_dienstverlening'], ['a contact person', 'contactpersoon_id = null', 'maatregel_dienstverlening'], ['core services', "kerndiensten = '{}'", 'maatregel_dienstverlening'],
  ])('cannot be made without %s', async (_, kolommen, regel) => {
    // Back to a proposal, where it may be taken out; then heard and decided without it.
    expect(await zet(klaar, '', 'voorgesteld')).toBeNull();
    expect(await zet(klaar, kolommen)).toBeNull();
    expect(await zet(klaar, '', 'gehoord')).toBeNull();
    expect(await zet(klaar, besluit(), 'besloten')).toBe(regel);
    // Nor can it be taken out in the same breath.
    expect(await zet(klaar, besluit(`, ${kolommen}`), 'besloten')).not.toBeNull();
  });

  it('cannot be made without saying where it holds', async () => {
    expect(await zet(klaar, '', 'voorgesteld')).toBeNull();
    expect(await alsApp(`delete from maatregelbereik where maatregel_id = '${klaar}'`)).toBeNull();
    expect(await zet(klaar, '', 'gehoord')).toBeNull();
    expect(await zet(klaar, besluit(), 'besloten')).toBe('maatregel_bereik');
  });

  it.each([
    ['an end before the start', "eind_op = begin_op - 1, evaluatie_op = null", 'einde_na_begin'], ['no end in sight', "eind_op = '2099-01-01', evaluatie_op = null", 'niet_eindeloos'], ['an evaluation after the end', 'evaluatie_op = eind_op + 1', 'evaluatie_ertussen'],
    ['an evaluation before the start', 'evaluatie_op = begin_op - 1', 'evaluatie_ertussen'], ['a deviation without a reason', "wijkt_af = true, afwijking = ' '", 'afwijking_met_reden'],
    ['a contact person it happened to', 'contactpersoon_id = (select medewerker_id from betrokkene where dossier_id = maatregel.dossier_id and rol = \'slachtoffer\')', 'maatregel_contactpersoon'],
  ])('cannot hold %s', async (_, kolommen, regel) => {
    expect(await zet(klaar, '', 'voorgesteld')).toBeNull();
    expect(await zet(klaar, kolommen)).toBe(regel);
  });
});

describe('what stands by itself', () => {
  it('begins as a proposal, about a known veroorzaker of that dossier', async () => {
    const m = await h.rij(klaar);
    const nieuw = (over: Record<string, string>) => {
      const kolommen: Record<string, string> = {
        organisatie_id: `'${org.id}'`, id: `'${nieuwId()}'`, dossier_id: `'${d.dossierId}'`, betrokkene_id: `'${d.betrokkeneId}'`, soort: "'pandverbod'", toestand: "'voorgesteld'", advies: "'{}'", advies_versie: "'1'", wijkt_af: 'false', beslissersoort: "'leidinggevende'",
        vier_ogen: 'true', voorgesteld_door: `'${org.mens.adviseur}'`, voorgesteld_op: 'now()', ...over,
      };
      return alsApp(`insert into maatregel (${Object.keys(kolommen).join(', ')}) values (${Object.values(kolommen).join(', ')})`);
    };
    expect(await nieuw({ toestand: "'in_werking'" })).toBe('maatregel_begint');
    expect(await nieuw({ besloten_door: `'${org.mens.karin}'` })).toBe('maatregel_begint');
    const slachtoffer = await database.migratie.selectFrom('betrokkene').select('id').where('dossier_id', '=', d.dossierId).where('rol', '=', 'slachtoffer').executeTakeFirstOrThrow();
    expect(await nieuw({ betrokkene_id: `'${slachtoffer.id}'` })).toBe('maatregel_veroorzaker');
    const ander = await h.incident();
    expect(await nieuw({ betrokkene_id: `'${ander.betrokkeneId}'` })).toBe('maatregel_veroorzaker');
    const onbekend = await h.incident({ soort: 'onbekend', naam: '' });
    expect(await nieuw({ dossier_id: `'${onbekend.dossierId}'`, betrokkene_id: `'${onbekend.betrokkeneId}'` })).toBe('maatregel_onbekende');
    expect(await nieuw({ klasse: "'onevenredig_beroep'", vier_ogen: 'false' })).toBe('onevenredig_vier_ogen');
    // Without its line of history it does not come to be either.
    expect(await nieuw({})).toBe('maatregel_geschiedenis');
    expect(m.toestand).toBe('gehoord');
  });

  it('does not change once it was decided, and does not get longer', async () => {
    await h.besluit(d.dossierId, klaar);
    for (const [kolommen, regel] of [
      ["waarom_maatregel = 'anders'", 'maatregel_vast'], ["feiten = '[{}]'", 'maatregel_vast'], ['begin_op = begin_op + 1', 'maatregel_vast'], ['eind_op = eind_op + 1', 'maatregel_vast'], [`besloten_door = '${org.mens.petra}'`, 'maatregel_besluit'],
      ['machtiging_id = null', 'maatregel_besluit'], ["advies = '{}'", 'maatregel_vast'], ["soort = 'waarschuwing'", 'maatregel_vast'], [`voorgesteld_door = '${org.mens.petra}'`, 'maatregel_vast'], ["zienswijze_weging = 'anders'", 'maatregel_vast'],
    ] as const) expect([kolommen, await zet(klaar, kolommen)]).toEqual([kolommen, regel]);
    expect(await alsApp(`insert into maatregelbereik (organisatie_id, id, maatregel_id, soort) values ('${org.id}', '${nieuwId()}', '${klaar}', 'organisatie')`)).toBe('maatregel_vast');
    expect(await alsApp(`delete from maatregelbereik where maatregel_id = '${klaar}'`)).toBe('maatregel_vast');
  });

  it('in force can end sooner and be looked at on another day, and nothing else', async () => {
    await h.besluit(d.dossierId, klaar);
    await h.verstuurBrief(klaar);
    deuren.klok.zet('2026-12-01T08:00:00Z');
    await h.tik();
    await h.tik();
    expect((await h.rij(klaar)).toestand).toBe('in_werking');
    expect(await zet(klaar, 'eind_op = eind_op - 10')).toBeNull();
    expect(await zet(klaar, 'eind_op = eind_op + 10')).toBe('maatregel_vast');
    expect(await zet(klaar, 'evaluatie_op = evaluatie_op - 5')).toBeNull();
    expect(await zet(klaar, '', 'verlopen')).toBeNull();
    expect(await zet(klaar, '', 'in_werking')).toBe('maatregel_overgang');
  });

  it('has a history that cannot be skipped, changed or removed', async () => {
    const m = await h.rij(klaar);
    expect(await alsApp(`update maatregel set versie = versie + 1, voorgelegd_aan = null where id = '${klaar}'`)).toBe('maatregel_geschiedenis');
    expect(await alsApp(`update maatregel set voorgelegd_aan = null where id = '${klaar}'`)).toBe('maatregel_versie');
    expect(await alsApp(`update maatregelstap set reden = 'anders' where maatregel_id = '${klaar}'`)).toBe('42501');
    expect(await alsApp(`delete from maatregelstap where maatregel_id = '${klaar}'`)).toBe('42501');
    expect(await alsApp(`delete from maatregel where id = '${klaar}'`)).toBe('42501');
    expect(await alsApp(`alter table maatregel disable trigger all`)).toBe('42501');
    const stappen = await database.migratie.selectFrom('maatregelstap').select('volgnr').where('maatregel_id', '=', klaar).orderBy('volgnr').execute();
    expect(stappen.map((s) => s.volgnr)).toEqual(Array.from({ length: m.versie }, (_, i) => i + 1));
  });

  it('of an extension needs a fact from after the start', async () => {
    await h.besluit(d.dossierId, klaar);
    const m = await h.rij(klaar);
    const verleng = (over: string) => alsApp(`insert into maatregel (organisatie_id, id, dossier_id, betrokkene_id, soort, toestand, advies, advies_versie, wijkt_af, beslissersoort, vier_ogen, voorgesteld_door, voorgesteld_op, verlengt_id, begin_op, eind_op, feit_dossier_id)
      values ('${org.id}', '${nieuwId()}', '${d.dossierId}', '${d.betrokkeneId}', 'pandverbod', 'voorgesteld', '{}', '1', false, 'leidinggevende', true, '${org.mens.adviseur}', now(), '${klaar}', ${over})`);
    expect(await verleng(`'${m.eind_op?.add({ days: 1 }).toString()}', '2027-12-31', null`)).toBe('verlenging_met_feit');
    expect(await verleng(`'${m.eind_op?.add({ days: 1 }).toString()}', '2027-12-31', '${d.dossierId}'`)).toBe('maatregel_recent_feit');
    expect(await verleng(`'${m.eind_op?.add({ days: 9 }).toString()}', '2027-12-31', '${d.dossierId}'`)).toBe('maatregel_verlenging');
  });

  it('is not there for another organisation', async () => {
    const ander = await maakOrganisatie(database.migratie);
    const { rows } = await metOrganisatie(database.app, ander.id, (trx) => sql<{ n: number }>`select count(*)::int as n from maatregel`.execute(trx));
    expect(rows[0]?.n).toBe(0);
  });
});
