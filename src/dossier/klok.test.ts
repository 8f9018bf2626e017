import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '../kern/ids.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { dienMeldingIn } from '../melden/index.ts';
import { bevestigMelding } from './handelingen/bijwerken.ts';
import { vraagVerklaring } from './handelingen/betrokkenen.ts';
import { klokTik } from './klok.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;

beforeAll(async () => {
  database = await maakTestDatabase();
});
afterAll(() => database?.opruimen());
// An organisation per test: a tick takes every clock of all organisations.
beforeEach(async () => {
  await database.migratie.updateTable('termijn').set({ volgende_stap_op: null }).execute();
  org = await maakOrganisatie(database.migratie);
  deuren = maakTestdeuren(database.app, maakKlok());
});

const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
const tik = () => klokTik(database.app, deuren);
const meld = async (wie: Mens, over: Record<string, unknown> = {}): Promise<Id> =>
  (await deuren.voer(dienMeldingIn, { vormen: ['dreigen'], wanneer: 'zonet', locatie: org.locatie.stadhuis, concept: '', ...over }, await als(wie))).dossierId;
const ingelicht = async (dossierId: Id, soort: string): Promise<string[]> => {
  const rijen = await database.migratie.selectFrom('kennisgeving').select('aan_id').where('dossier_id', '=', dossierId).where('soort', '=', soort).execute();
  const wie = Object.entries(org.mens);
  return rijen.map((r) => wie.find(([, id]) => id === r.aan_id)?.[0] ?? '?').sort();
};

describe('a report nobody confirms', () => {
  it('goes to the next in line after the hour the organisation set, and then to the Adviseur', async () => {
    const id = await meld('samira');
    expect(await ingelicht(id, 'ernstige-melding')).toEqual(['adviseur', 'adviseurPolitiek', 'karin']);
    deuren.klok.vooruit({ minutes: 59 });
    await tik();
    expect(await ingelicht(id, 'niet-bevestigd')).toEqual([]);
    deuren.klok.vooruit({ minutes: 2 });
    await tik();
    expect(await ingelicht(id, 'niet-bevestigd')).toEqual(['directeur']);
    deuren.klok.vooruit({ hours: 4 });
    await tik();
    expect(await ingelicht(id, 'niet-bevestigd')).toEqual(['adviseur', 'adviseurPolitiek', 'directeur']);
  });

  it('goes no further once someone confirmed having seen it', async () => {
    const id = await meld('samira');
    await deuren.voer(bevestigMelding, { id }, await als('karin'));
    deuren.klok.vooruit({ hours: 9 });
    await tik();
    expect(await ingelicht(id, 'niet-bevestigd')).toEqual([]);
  });

  it('takes every step it missed while the worker was away, and skips nobody', async () => {
    const id = await meld('samira');
    deuren.klok.vooruit({ hours: 12 });
    while ((await tik()) > 0);
    expect(await ingelicht(id, 'niet-bevestigd')).toEqual(['adviseur', 'adviseurPolitiek', 'directeur']);
  });

  it('takes each step once when two workers tick at the same time', async () => {
    const id = await meld('samira');
    deuren.klok.vooruit({ minutes: 61 });
    await Promise.all([tik(), tik(), tik()]);
    expect(await ingelicht(id, 'niet-bevestigd')).toEqual(['directeur']);
  });
});

describe('the route of a report', () => {
  it('tells nobody who leads the department when the colleague goes around his leidinggevende', async () => {
    const id = await meld('samira', { route: 'buiten_leidinggevende' });
    deuren.klok.vooruit({ hours: 60 });
    while ((await tik()) > 0);
    const rijen = await database.migratie.selectFrom('kennisgeving').select('aan_id').where('dossier_id', '=', id).execute();
    const wie = new Set(rijen.map((r) => r.aan_id));
    expect(wie.has(org.mens.karin)).toBe(false);
    expect(wie.has(org.mens.directeur)).toBe(false);
    expect(wie.has(org.mens.adviseur)).toBe(true);
  });

  it('stays with griffier and appointed Adviseur for a political office holder, whatever runs late', async () => {
    const id = await meld('raadslid');
    deuren.klok.vooruit({ hours: 80 });
    while ((await tik()) > 0);
    const rijen = await database.migratie.selectFrom('kennisgeving').select('aan_id').where('dossier_id', '=', id).execute();
    // She herself gets a receipt.
    expect(new Set(rijen.map((r) => r.aan_id))).toEqual(new Set([org.mens.griffier, org.mens.adviseurPolitiek, org.mens.raadslid]));
  });

  it('tells the leidinggevende above when it happened to the leidinggevende himself', async () => {
    const id = await meld('karin');
    expect(await ingelicht(id, 'ernstige-melding')).toContain('directeur');
    expect(await ingelicht(id, 'ernstige-melding')).not.toContain('karin');
  });
});

describe('a clock that runs out', () => {
  it('reminds whoever must act four hours before, and tells the Adviseur when it is too late', async () => {
    const id = await meld('samira');
    await deuren.voer(bevestigMelding, { id }, await als('karin'));
    deuren.klok.vooruit({ hours: 20, minutes: 1 });
    await tik();
    expect(await ingelicht(id, 'herinnering-nazorg')).toEqual(['karin']);
    expect(await ingelicht(id, 'te-laat')).toEqual([]);
    deuren.klok.vooruit({ hours: 4 });
    await tik();
    expect(await ingelicht(id, 'te-laat')).toEqual(['adviseur', 'adviseurPolitiek']);
  });

  it('reminds a colleague of the statement he was asked for, and tells nobody else', async () => {
    const id = await meld('samira');
    await deuren.voer(vraagVerklaring, { id, medewerker: org.mens.joost }, await als('adviseur'));
    deuren.klok.zet('2026-11-30T17:00:00Z');
    while ((await tik()) > 0);
    expect(new Set(await ingelicht(id, 'verklaring-herinnering'))).toEqual(new Set(['joost']));
  });
});
