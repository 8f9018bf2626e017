import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import type { Mens } from '../../tests/hulp/organisatie.ts';
import type { Id } from '../kern/ids.ts';
import { beslisOverPersonen, haalUitElkaar, persoonbeeld, trekOordeelIn, wijzigPersoon, zoekPersonen } from './personen.ts';
import { maakProef, type Proef } from '../../tests/hulp/veroorzakers.ts';

let database: TestDatabase;
let p: Proef;

beforeAll(async () => {
  database = await maakTestDatabase();
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  p = await maakProef(database);
});

const versie = async (id: Id): Promise<string> => String((await database.migratie.selectFrom('persoon').select('versie').where('id', '=', id).executeTakeFirstOrThrow()).versie);
const beslis = async (id: Id, ander: Id, uitkomst = 'dezelfde', over: Record<string, unknown> = {}, wie: Mens = 'adviseur') =>
  p.deuren.voer(beslisOverPersonen, { id, ander, versie: await versie(id), versie_ander: await versie(ander), uitkomst, reden: 'Zelfde paspoort gezien.', ...over }, await p.als(wie));
const beeld = async (id: Id, wie: Mens = 'adviseur') => p.deuren.vraag(persoonbeeld, { id }, await p.als(wie));
const zoek = async (velden: Record<string, unknown>, wie: Mens = 'adviseur', compartiment = 'ambtelijk') => p.deuren.voer(zoekPersonen, { compartiment, doel: 'melding', ...velden }, await p.als(wie));
const namen = async (velden: Record<string, unknown>) => (await zoek(velden)).gevonden.map((k) => [k.groep.weergave, k.exact ?? k.uitslag.band]);
/** Everything of persons but the versions and the decisions, which are history. */
async function foto(): Promise<unknown> {
  const org = p.org.id;
  const db = database.migratie;
  return [
    await db.selectFrom('persoon').select(['id', 'soort', 'samengevoegd_in', 'groep_id', 'omschrijving', 'geboren_jaar', 'sleutels']).where('organisatie_id', '=', org).orderBy('id').execute(),
    await db.selectFrom('persoonnaam').selectAll().where('organisatie_id', '=', org).orderBy('id').execute(), await db.selectFrom('koppeling').selectAll().where('organisatie_id', '=', org).orderBy('betrokkene_id').execute(),
    await db.selectFrom('persoonadres').selectAll().where('organisatie_id', '=', org).orderBy('id').execute(),
  ];
}
const JANSEN = { voornamen: 'Pieter', voorvoegsel: 'van den', geslachtsnaam: 'Berg', geboren: '7-3-1984', straat: 'Dorpsstraat', huisnummer: '12', postcode: '1234 AB', woonplaats: 'Proefdam', telefoons: '06 12345678', emails: 'pieter@example.nl', kenmerken: 'KL-2044' };

describe('joining and parting persons', () => {
  it('loses nothing: any joins, undone in any order, give the state before', async () => {
    const ids: Id[] = [];
    for (let i = 0; i < 6; i++) ids.push((await p.persoon({ voornamen: 'Piet', geslachtsnaam: `Naam${i}`, geboren: `${1950 + i}` })).persoon);
    const voor = await foto();
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.nat()), async (paren, kies) => {
      const los: Id[] = [];
      for (const [a, b] of paren) {
        const [x, y] = [(await beeld(ids[a] ?? '')).groep.id, (await beeld(ids[b] ?? '')).groep.id];
        if (x === y) await expect(beslis(x, y)).rejects.toMatchObject({ code: 'conflict.toestand' });
        else {
          await beslis(x, y);
          los.push(y);
        }
      }
      const verwacht = new Set(los).size;
      expect((await database.migratie.selectFrom('persoon').select('id').where('organisatie_id', '=', p.org.id).where('samengevoegd_in', 'is not', null).execute()).length).toBe(verwacht);
      for (const id of [...los].sort(() => (Number(kies.next().value) % 2 === 0 ? 1 : -1))) {
        const { groep } = await beeld(id);
        await p.deuren.voer(haalUitElkaar, { id: groep.id, record: id, versie: String(groep.hoofd.versie), reden: 'Toch niet.', niet_dezelfde: '' }, await p.als('adviseur'));
      }
      expect(await foto()).toEqual(voor);
    }), { numRuns: 12 });
  }, 60_000);

  it('keeps every group whole: the head that is kept is the head that the pointers lead to', async () => {
    const ids: Id[] = [];
    for (let i = 0; i < 5; i++) ids.push((await p.persoon({ geslachtsnaam: `Naam${i}` })).persoon);
    const [a = '', b = '', c = '', d = '', e = ''] = ids;
    await beslis(b, a);
    await beslis(c, b);
    await beslis(e, d);
    await beslis(e, c);
    const { groep } = await beeld(a);
    expect([groep.id, groep.records.length]).toEqual([e, 5]);
    await p.deuren.voer(haalUitElkaar, { id: e, record: c, versie: String(groep.hoofd.versie), reden: 'Toch niet.', niet_dezelfde: 'ja' }, await p.als('adviseur'));
    expect((await beeld(a)).groep.records.map((r) => r.id).sort()).toEqual([a, b, c].sort());
    expect((await beeld(e)).groep.records.map((r) => r.id).sort()).toEqual([d, e].sort());
    expect((await beeld(c)).oordelen.filter((o) => o.ingetrokken_op === null).map((o) => o.uitkomst).sort()).toEqual(['dezelfde', 'dezelfde', 'niet_dezelfde']);
    const regels = await database.migratie.selectFrom('journaal').select(['object_soort', 'object_id']).where('organisatie_id', '=', p.org.id).where('handeling', '=', 'persoon.samenvoegen').execute();
    expect(regels.length).toBe(5);
    expect(new Set(regels.map((r) => r.object_soort))).toEqual(new Set(['persoon']));
  });

  it('refuses himself, a circle, an erased one and a decision that was made against it, each in its own words', async () => {
    const [a, b] = [(await p.persoon({ geslachtsnaam: 'Eerste' })).persoon, (await p.persoon({ geslachtsnaam: 'Tweede' })).persoon];
    const redenVan = async (doe: Promise<unknown>): Promise<string> => doe.then(() => 'gelukt', (e: { redenen?: string[]; code?: string }) => e.redenen?.[0] ?? e.code ?? '');
    expect(await redenVan(beslis(a, a))).toBe('Een persoon kan niet met zichzelf worden samengevoegd.');
    await beslis(a, b);
    expect(await redenVan(beslis(b, a))).toBe('Dit is al één persoon.');
    const c = (await p.persoon({ geslachtsnaam: 'Derde' })).persoon;
    await beslis(a, c, 'niet_dezelfde');
    expect(await redenVan(beslis(a, c))).toMatch(/niet dezelfde persoon/);
    const { oordelen } = await beeld(c);
    await p.deuren.voer(trekOordeelIn, { id: c, oordeel: oordelen[0]?.id, reden: 'Vergissing.' }, await p.als('adviseur'));
    expect(await redenVan(p.deuren.voer(trekOordeelIn, { id: c, oordeel: oordelen[0]?.id, reden: 'Nog eens.' }, await p.als('adviseur')))).toBe('Dit besluit is al ingetrokken.');
    await database.migratie.updateTable('persoon').set({ gewist_op: p.deuren.nu() }).where('id', '=', c).execute();
    expect(await redenVan(beslis(a, c))).toMatch(/gewist/);
    expect(await redenVan(beslis(a, p.org.mens.samira, 'dezelfde', { versie_ander: '1' }).catch(async () => p.deuren.voer(beslisOverPersonen, { id: a, ander: p.org.mens.samira, versie: '1', versie_ander: '1', uitkomst: 'dezelfde', reden: 'x' }, await p.als('adviseur'))))).toBe('niet-gevonden');
  });

  it('lets one of two joins at once through and tells the other that something changed', async () => {
    const ids: Id[] = [];
    for (let i = 0; i < 3; i++) ids.push((await p.persoon({ geslachtsnaam: `Naam${i}` })).persoon);
    const [a = '', b = '', c = ''] = ids;
    // All three as they were on the page before any was sent.
    const gezien = { versie: '1', versie_ander: '1' };
    const uit = await Promise.allSettled([beslis(a, b, 'dezelfde', gezien), beslis(c, b, 'dezelfde', gezien), beslis(b, a, 'dezelfde', gezien)]);
    expect(uit.filter((u) => u.status === 'fulfilled')).toHaveLength(1);
    for (const u of uit) if (u.status === 'rejected') expect((u.reason as { code: string }).code).toMatch(/^conflict\./);
    const rijen = await database.migratie.selectFrom('persoon').select(['id', 'samengevoegd_in', 'groep_id']).where('organisatie_id', '=', p.org.id).execute();
    expect(rijen.filter((r) => r.samengevoegd_in !== null)).toHaveLength(1);
    for (const r of rijen) expect(r.groep_id).toBe(r.samengevoegd_in ?? r.id);
  });
});

describe('looking a person up', () => {
  it.each([
    ['name and date of birth', { geslachtsnaam: 'BERG', geboren: '07-03-1984' }, 'naam_geboorte'], ['name, first names and place', { voornamen: 'pieter', geslachtsnaam: 'Bérg', woonplaats: 'PROEFDAM' }, 'naam_plaats'],
    ['postcode and number', { postcode: '1234ab', huisnummer: '12 hs' }, 'postcode'], ['street, number and place', { straat: 'dorpsstraat', huisnummer: '12', woonplaats: 'proefdam' }, 'straat'],
    ['telephone', { telefoons: '+31612345678' }, 'telefoon'], ['e-mail', { emails: 'PIETER@example.nl' }, 'email'], ['own reference', { kenmerken: 'kl2044' }, 'kenmerk'],
  ])('finds exactly by %s', async (_, velden, pad) => {
    await p.persoon(JANSEN);
    await p.persoon({ voornamen: 'Anna', geslachtsnaam: 'Visser', geboren: '1-2-1990', postcode: '9999 ZZ', huisnummer: '1', woonplaats: 'Elders' });
    expect(await namen(velden)).toEqual([['Pieter van den Berg', pad]]);
  });

  it.each([
    ['a misspelt name with a date', { voornamen: 'Piter', geslachtsnaam: 'Bergh', geboren: '7-3-1984' }, 'waarschijnlijk'], ['a digit wrong in the date', { voornamen: 'Pieter', geslachtsnaam: 'Berg', geboren: '8-3-1984' }, 'waarschijnlijk'],
    ['first and last name the wrong way round', { voornamen: 'Berg', geslachtsnaam: 'Pieter', geboren: '7-3-1984' }, 'waarschijnlijk'],
  ])('finds by %s', async (_, velden, band) => {
    await p.persoon(JANSEN);
    expect(await namen(velden)).toEqual([['Pieter van den Berg', band]]);
  });

  it('finds by an unusual surname alone, as possible and never more', async () => {
    await p.persoon({ voornamen: 'Sjoerd', geslachtsnaam: 'Wybenga' });
    expect(await namen({ geslachtsnaam: 'WYBENGA' })).toEqual([['Sjoerd Wybenga', 'mogelijk']]);
  });

  it('shows no one at all when more than ten fit, and asks for one more fact', async () => {
    for (let i = 0; i < 11; i++) await p.persoon({ voornamen: 'Pieter', geslachtsnaam: 'Berg', ...(i < 2 ? { straat: 'Dorpsstraat', huisnummer: '5', woonplaats: 'Proefdam', postcode: '1234 AB' } : {}) });
    const uit = await zoek({ voornamen: 'Pieter', geslachtsnaam: 'Berg' });
    // Whether the matcher calls eleven namesakes possible or nothing: never more than ten are shown.
    expect(uit.gevonden.length).toBeLessThanOrEqual(10);
    expect((await zoek({ postcode: '1234 AB', huisnummer: '5' })).gevonden).toHaveLength(2);
  }, 30_000);

  it.each([{}, { woonplaats: 'Proefdam' }, { geboren: '1984' }, { geslachtsnaam: 'Ber*' }, { geslachtsnaam: '%' }, { voornamen: '?', geslachtsnaam: 'Berg' }, { geslachtsnaam: 'x'.repeat(300) }, { geboren: '31-02-1984', geslachtsnaam: 'Berg' }, { kenmerken: '123456782' }])('refuses %j', async (velden) => {
    await p.persoon(JANSEN);
    await expect(zoek(velden)).rejects.toMatchObject({ code: 'invoer.ongeldig' });
  });

  it.each(["' or 1=1 --", '(.+)+$', 'Веrg', '\u202eregreB', 'ＢＥＲＧ', "Robert'); drop table persoon;--", '{Berg}', '",Berg'])('takes %s as a name and nothing else', async (geslachtsnaam) => {
    await p.persoon({ geslachtsnaam: 'Anders', geboren: '1-1-1970' });
    const uit = await zoek({ geslachtsnaam, geboren: '5-5-1955' });
    expect(uit.gevonden).toEqual([]);
  });

  it('asks a purpose, and writes down which fields were used and how many fitted, never what was typed', async () => {
    await p.persoon(JANSEN);
    await expect(zoek({ geslachtsnaam: 'Berg', doel: '' })).rejects.toMatchObject({ code: 'invoer.ongeldig' });
    await zoek({ geslachtsnaam: 'Berg', geboren: '7-3-1984', doel: 'gesprek' });
    const regel = await database.migratie.selectFrom('journaal as j').innerJoin('journaal_inhoud as i', (b) => b.onRef('i.organisatie_id', '=', 'j.organisatie_id').onRef('i.volgnr', '=', 'j.volgnr')).select('i.inhoud')
      .where('j.organisatie_id', '=', p.org.id).where('j.handeling', '=', 'persoon.zoeken').orderBy('j.volgnr', 'desc').executeTakeFirstOrThrow();
    expect(regel.inhoud).toMatchObject({ doel: 'gesprek', velden: expect.arrayContaining(['geslachtsnaam', 'geboren']) as unknown, banden: { precies: 1 } });
    expect(JSON.stringify(regel.inhoud)).not.toMatch(/berg|1984/i);
  });
});

describe('correcting a person', () => {
  it('keeps what it was, who changed it and why', async () => {
    const { persoon } = await p.persoon(JANSEN);
    await p.deuren.voer(wijzigPersoon, { id: persoon, versie: '1', soort: 'bekend', ...JANSEN, geslachtsnaam: 'Bergen', reden: 'Rectificatie op verzoek.' }, await p.als('adviseur'));
    const b = await beeld(persoon);
    expect(b.wijzigingen.map(({ veld, was, werd, reden }) => ({ veld, was, werd, reden }))).toEqual([{ veld: 'geslachtsnaam', was: 'Berg', werd: 'Bergen', reden: 'Rectificatie op verzoek.' }]);
    await expect(p.deuren.voer(wijzigPersoon, { id: persoon, versie: '1', soort: 'bekend', ...JANSEN, reden: 'Tegelijk.' }, await p.als('adviseur'))).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    expect(await namen({ geslachtsnaam: 'Bergen', geboren: '7-3-1984' })).toEqual([['Pieter van den Bergen', 'naam_geboorte']]);
  });
});
