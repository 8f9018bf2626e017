import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { maakProef, type Proef } from '../../tests/hulp/veroorzakers.ts';
import { klokTik } from '../dossier/index.ts';
import type { Id } from '../kern/ids.ts';
import { maakBesluiten } from '../veroorzakers/avg/handelingen.ts';
import { verzoekbeeld } from '../veroorzakers/avg/vragen.ts';
import { maakSignaleringmiddelen } from './buren.ts';
import { maakSignaalhandelingen } from './handelingen/signaal.ts';
import { maakSignaalvragen } from './vragen/signaal.ts';
import { vorm } from './proefmiddelen.ts';

const m = maakSignaleringmiddelen([randomBytes(32)]);
const { maakSignaal, herzieSignaal } = maakSignaalhandelingen(m);
const { een } = maakSignaalvragen(m);
const { besluit } = maakBesluiten([]);
let database: TestDatabase;
let p: Proef;
let d: Awaited<ReturnType<Proef['persoon']>>;

beforeAll(async () => {
  database = await maakTestDatabase();
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  p = await maakProef(database);
  // Nothing to reach him by yet: no notice by itself.
  d = await p.persoon({ voornamen: 'Pieter', geslachtsnaam: 'Wybenga', geboren: '7-3-1984' });
  await database.migratie.updateTable('dossier').set({ ernst: 'ernstig' }).where('id', '=', d.dossier).execute();
});

const maak = async (over: Record<string, unknown> = {}): Promise<Id> => (await p.deuren.voer(maakSignaal, vorm(d, over), await p.als('adviseur'))).signaal;
const toon = async (id: Id) => p.deuren.vraag(een, { id }, await p.als('adviseur'));
const kennisgevingen = () => database.migratie.selectFrom('avgverzoek').select(['id', 'persoon_id', 'status', 'versie', 'verleng_reden']).where('organisatie_id', '=', p.org.id).where('soort', '=', 'kennisgeving').orderBy('gemaakt_op').orderBy('id').execute();
const beeld = async (id: Id) => p.deuren.vraag(verzoekbeeld, { id }, await p.als('adviseur'));

it('a signal opens the notice that the person is owed, once, and says how that stands', async () => {
  await expect(maak({ burger: '' })).rejects.toMatchObject({ velden: [{ veld: 'burger' }] });
  await expect(maak({ burger: 'ingelicht' })).rejects.toMatchObject({ velden: [{ veld: 'burger', tekst: expect.stringContaining('nog geen bericht') as unknown }] });
  expect(await kennisgevingen()).toEqual([]);
  const id = await maak();
  const [k] = await kennisgevingen();
  expect(await kennisgevingen()).toEqual([expect.objectContaining({ persoon_id: d.persoon, status: 'open' })]);
  expect((await beeld(k?.id ?? '')).stappen.map((s) => s.tekst)).toEqual(['Omdat er een signaal is gemaakt.']);
  expect(await toon(id)).toMatchObject({ signaal: { kennisgeving_id: k?.id }, bericht: { stand: 'open', reden: '' } });
  await maak();
  expect(await kennisgevingen()).toHaveLength(1);
  // He hears of it in the one workflow, and the signal follows.
  await p.deuren.voer(besluit, { id: k?.id, versie: '1', uitkomst: 'verzonden', reden: '' }, await p.als('adviseur'));
  expect(await toon(id)).toMatchObject({ bericht: { stand: 'verzonden', voor: null } });
  const later = await maak({ burger: 'ingelicht' });
  expect((await toon(later)).signaal.kennisgeving_id).toBe(k?.id);
});

it('a notice that waits has its reason and its clock there, and comes back on the day', async () => {
  for (const [over, veld] of [[{}, 'burger_reden'], [{ burger_reden: 'Er is aangifte gedaan.' }, 'burger_tot'], [{ burger_reden: 'Er is aangifte gedaan.', burger_tot: '23-11-2026' }, 'burger_tot']] as const) {
    await expect(maak({ burger: 'uitgesteld', ...over })).rejects.toMatchObject({ velden: [{ veld }] });
  }
  const id = await maak({ burger: 'uitgesteld', burger_reden: 'Er is aangifte gedaan.', burger_tot: '1-2-2027' });
  const [k] = await kennisgevingen();
  expect(k?.verleng_reden).toBe('Er is aangifte gedaan.');
  const b = await beeld(k?.id ?? '');
  expect([b.termijn?.soort, b.termijn?.verval_op.toString(), b.termijn?.aan_id]).toEqual(['avg_kennisgeving', '2027-02-01T16:00:00Z', p.org.mens.adviseur]);
  expect(b.stappen.map((s) => s.soort)).toEqual(expect.arrayContaining(['ontvangen', 'uitgesteld']));
  expect(await toon(id)).toMatchObject({ bericht: { stand: 'uitgesteld', reden: 'Er is aangifte gedaan.' } });
  p.deuren.klok.zet('2027-02-02T09:00:00Z');
  await klokTik(database.app, p.deuren);
  expect(await toon(id)).toMatchObject({ bericht: { stand: 'open' } });
  expect(await database.migratie.selectFrom('kennisgeving').select('soort').where('onderwerp_id', '=', k?.id ?? '').where('aan_id', '=', p.org.mens.adviseur).execute()).not.toEqual([]);
});

it('of an address there is nobody to tell; a signal from before gets its notice when it is looked at again', async () => {
  const adres = await maak({ waarop: 'adres', betrokkene: '', burger: '', postcode: '1234 AB', huisnummer: '12' });
  expect(await toon(adres)).toMatchObject({ signaal: { kennisgeving_id: null }, bericht: null });
  expect(await kennisgevingen()).toEqual([]);
  const oud = await maak();
  await database.migratie.updateTable('signaal').set({ kennisgeving_id: null }).where('id', '=', oud).execute();
  await p.deuren.voer(herzieSignaal, { id: oud, versie: '1', instructies: ['met_zijn_tweeen'], toelichting: '', einddatum: '23-05-2027', herzien_op: '23-02-2027' }, await p.als('adviseur'));
  expect((await toon(oud)).signaal.kennisgeving_id).toBe((await kennisgevingen())[0]?.id);
});
