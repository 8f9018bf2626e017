import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../kern/ids.ts';
import { metOrganisatie } from '../platform/database/index.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../tests/hulp/deuren.ts';
import { maakKamersite, type Kamersite } from '../../tests/hulp/kamersite.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { dienMeldingIn } from '../melden/index.ts';
import { wijsAanspreekpuntAan } from './handelingen/bijwerken.ts';
import { openDossierwerk } from './journaal.ts';
import { dossierPaginas } from './paginas/index.tsx';
import { JOURNAALTAB } from './paginas/journaal.tsx';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let site: Kamersite;
let gewoon: Id;
let politiek: Id;
beforeAll(async () => {
  database = await maakTestDatabase();
  org = await maakOrganisatie(database.migratie);
  deuren = maakTestdeuren(database.app, maakKlok());
  site = maakKamersite(deuren, org.id, (s) => dossierPaginas(s, { panelen: [], tabs: [JOURNAALTAB], sluitvoorwaarden: [], verhuizers: [] }));
  const meld = async (wie: Mens) => (await deuren.voer(dienMeldingIn, { vormen: ['dreigen'], wanneer: 'zonet', locatie: org.locatie.stadhuis, concept: '' }, await als(wie))).dossierId;
  [gewoon, politiek] = [await meld('samira'), await meld('raadslid')];
});
afterAll(() => database?.opruimen());

const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);

describe('the journaal of a dossier', () => {
  it('tells who is responsible for it who reported, opened and changed it', async () => {
    await site.haal(org.mens.karin, `/dossiers/${gewoon}`);
    const { status, tekst } = await site.haal(org.mens.adviseur, `/dossiers/${gewoon}/journaal`);
    expect(status).toBe(200);
    expect(tekst).toMatch(/Een dossier openen[\s\S]*Karin de Boer[\s\S]*Een incident melden[\s\S]*Samira Haddad/);
  });

  it('is not there for anyone else, and neither is its tab', async () => {
    for (const wie of ['karin', 'samira', 'fg', 'beheerder', 'petra'] as const) expect((await site.haal(org.mens[wie], `/dossiers/${gewoon}/journaal`)).status, wie).toBe(404);
    expect((await site.haal(org.mens.adviseur, `/dossiers/${politiek}/journaal`)).status).toBe(404);
    expect((await site.haal(org.mens.karin, `/dossiers/${gewoon}`)).tekst).not.toContain('/journaal"');
    expect((await site.haal(org.mens.adviseur, `/dossiers/${gewoon}`)).tekst).toContain('/journaal"');
  });

  it('shows in the next look that someone looked', async () => {
    await site.haal(org.mens.griffier, `/dossiers/${politiek}/journaal`);
    expect((await site.haal(org.mens.griffier, `/dossiers/${politiek}/journaal`)).tekst).toContain('Zien wie dit dossier opende en wijzigde');
  });
});

describe('what waits for a colleague who leaves', () => {
  it('is counted over ambtelijke dossiers, and says nothing of the closed compartment', async () => {
    const versie = async (id: Id) => String((await database.migratie.selectFrom('dossier').select('versie').where('id', '=', id).executeTakeFirstOrThrow()).versie);
    await deuren.voer(wijsAanspreekpuntAan, { id: gewoon, versie: await versie(gewoon), medewerker: org.mens.joost }, await als('adviseur'));
    await deuren.voer(wijsAanspreekpuntAan, { id: politiek, versie: await versie(politiek), medewerker: org.mens.milan }, await als('griffier'));
    await database.migratie.updateTable('termijn').set({ aan_id: org.mens.milan }).where('dossier_id', '=', politiek).execute();
    const ids = [org.mens.joost, org.mens.milan, org.mens.karin];
    const werk = await metOrganisatie(database.app, org.id, (trx) => openDossierwerk({ trx, organisatieId: org.id, actor: { id: org.mens.beheerder } }, ids));
    expect(werk.get(org.mens.joost)).toEqual([expect.stringContaining('aanspreekpunt van 1 open dossier')]);
    expect(werk.get(org.mens.milan)).toBeUndefined();
    expect(werk.get(org.mens.karin)).toEqual([expect.stringMatching(/^Er wacht/)]);
  });
});
