import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakKamersite, type Kamersite } from '../../../tests/hulp/kamersite.ts';
import { maatregelhulp } from '../../../tests/hulp/maatregel.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { bestandenPaginas } from '../../dossier/index.ts';
import type { Id } from '../../kern/ids.ts';
import { bestandenUitOmgeving, type Bestanden } from '../../platform/bestanden/index.ts';
import { stuurMaatregelBij } from '../handelingen/bijsturen.ts';
import { toezichtPaginas } from './paginas/dossier.tsx';
import { receptiePaginas } from './paginas/receptie.tsx';

// A photo at a reception, all the way: added to the dossier, put there with a reason, seen at its own building, and gone with the measure.

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let map: string;
let bestanden: Bestanden;
let site: Kamersite;
let h: ReturnType<typeof maatregelhulp>;
let d: { dossierId: Id; betrokkeneId: Id };

beforeAll(async () => {
  database = await maakTestDatabase();
  map = await mkdtemp(join(tmpdir(), 'rugdekking-foto-'));
  bestanden = await bestandenUitOmgeving(map, {});
  h = maatregelhulp(database, () => deuren, () => org);
});
afterAll(async () => {
  await database?.opruimen();
  await rm(map, { recursive: true, force: true });
});
beforeEach(async () => {
  deuren = maakTestdeuren(database.app, maakKlok());
  org = await maakOrganisatie(database.migratie);
  // Without a scanner files are only handed out in a demo.
  await database.migratie.updateTable('organisatie').set({ demo: true }).where('organisatie_id', '=', org.id).execute();
  site = maakKamersite(deuren, org.id, (s) => {
    bestandenPaginas(s, { bestanden, tabs: [{ pad: '/bestanden', tekst: 'Bestanden' }] });
    toezichtPaginas(s);
    receptiePaginas(s, { bestanden, naOpenen: async () => undefined });
  });
  await h.machtig('karin');
  d = await h.incident();
});

const beeld = () => sharp({ create: { width: 40, height: 50, channels: 3, background: '#36c' } }).jpeg().withExif({ IFD0: { Copyright: 'GEHEIM-KENMERK' } }).toBuffer();

/** Adds a file to the dossier and answers which it is. */
async function voegToe(inhoud: Buffer, naam: string, dossierId = d.dossierId): Promise<Id> {
  expect((await site.upload(org.mens.adviseur, `/dossiers/${dossierId}/bestanden`, {}, [{ naam, inhoud }])).status).toBe(303);
  const { id } = await database.migratie.selectFrom('bestand').select('id').where('dossier_id', '=', dossierId).orderBy('id', 'desc').executeTakeFirstOrThrow();
  await database.migratie.updateTable('bestand').set({ scan: 'geen_scanner' }).where('id', '=', id).execute();
  return id;
}
const kies = (maatregel: Id, velden: Record<string, string>, wie: Mens = 'adviseur') => site.verstuur(org.mens[wie], `/dossiers/${d.dossierId}/toezicht/${maatregel}/foto`, velden);
const bijReceptie = (wie: Mens = 'receptionist') => site.haal(org.mens[wie], '/receptie');
const foto = (maatregel: Id, wie: Mens = 'receptionist') => site.haal(org.mens[wie], `/receptie/${maatregel}/foto`);

describe('a photo at the reception', () => {
  it('is put there with a reason, seen at its own building without the data of the device, and gone when the measure ends', async () => {
    const m = await h.inWerking(d, { locaties: [org.locatie.stadhuis], afwijking: 'Hij komt alleen in het stadhuis.' });
    expect((await foto(m)).status).toBe(404);
    const id = await voegToe(await beeld(), 'bij de ingang.jpg');
    const keuze = await site.haal(org.mens.adviseur, `/dossiers/${d.dossierId}/toezicht/${m}/foto`);
    expect(keuze.tekst).toContain('bij de ingang.jpg');
    const zonder = await kies(m, { bestand: id, reden: ' ' });
    expect([zonder.status, zonder.tekst.includes('Schrijf waarom een naam niet genoeg is')]).toEqual([422, true]);
    expect((await bijReceptie()).tekst).not.toContain(`/receptie/${m}/foto`);
    expect((await kies(m, { bestand: id, reden: 'Hij geeft steeds een andere naam.' })).status).toBe(303);
    const { tekst } = await bijReceptie();
    expect(tekst).toContain(`src="/receptie/${m}/foto"`);
    // Why it was needed is for who handles the case.
    expect(tekst).not.toContain('andere naam');
    const gezien = await site.haal(org.mens.receptionist, `/receptie/${m}/foto`);
    expect([gezien.status, gezien.koppen.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(gezien.tekst).not.toContain('GEHEIM-KENMERK');
    const regels = await database.migratie.selectFrom('journaal').select('actor').where('organisatie_id', '=', org.id).where('handeling', '=', 'receptie.lezen').where('resultaat', '=', 'gelukt').execute();
    expect(regels.filter((r) => r.actor === org.mens.receptionist).length).toBeGreaterThanOrEqual(3);

    // Suspended it is not there; holding again it is.
    const stuur = async (wat: string) => deuren.voer(stuurMaatregelBij, { id: d.dossierId, maatregel: m, versie: await h.versie(m), wat, reden: 'U hield zich aan de afspraken.' }, await h.als('karin'));
    await stuur('schors');
    expect((await foto(m)).status).toBe(404);
    await stuur('hervat');
    expect((await foto(m)).status).toBe(200);
    await stuur('hef_op');
    expect((await foto(m)).status).toBe(404);
    expect((await bijReceptie()).tekst).not.toContain('J. Willems');
  });

  it('goes by itself on the day after the last, also while no worker came by', async () => {
    const m = await h.inWerking(d);
    await kies(m, { bestand: await voegToe(await beeld(), 'foto.jpg'), reden: 'Hij geeft steeds een andere naam.' });
    deuren.klok.zet('2027-02-28T20:00:00Z');
    expect((await foto(m)).status).toBe(200);
    deuren.klok.zet('2027-03-01T05:00:00Z');
    expect((await foto(m)).status).toBe(404);
  });

  it('is for who stands at that building, and for nobody else', async () => {
    const m = await h.inWerking(d, { locaties: [org.locatie.wijkpost], afwijking: 'Hij woont naast de wijkpost.' });
    await kies(m, { bestand: await voegToe(await beeld(), 'foto.jpg'), reden: 'Hij geeft steeds een andere naam.' });
    expect((await foto(m)).status).toBe(404);
    expect((await foto(m, 'adviseur')).status).toBe(200);
    for (const wie of ['samira', 'karin', 'consulent', 'beheerder', 'griffier'] as const) expect((await foto(m, wie)).status, wie).toBe(404);
    await database.migratie.updateTable('medewerker').set({ locatie_id: org.locatie.wijkpost }).where('id', '=', org.mens.receptionist).execute();
    expect((await foto(m)).status).toBe(200);
  });

  it('is a picture of this dossier that was found clean, and can be taken away again', async () => {
    const m = await h.inWerking(d);
    const ander = await h.incident({ naam: 'Henk Jansma' });
    const elders = await voegToe(await beeld(), 'elders.jpg', ander.dossierId);
    const tekst = await voegToe(Buffer.from('Een briefje.'), 'briefje.txt');
    const vuil = await voegToe(await beeld(), 'vuil.jpg');
    await database.migratie.updateTable('bestand').set({ scan: 'besmet' }).where('id', '=', vuil).execute();
    for (const bestand of [elders, tekst, vuil, d.dossierId, 'geen-id']) expect((await kies(m, { bestand, reden: 'Hij geeft steeds een andere naam.' })).status, bestand).toBe(422);
    const goed = await voegToe(await beeld(), 'goed.jpg');
    expect((await kies(m, { bestand: goed, reden: 'Hij geeft steeds een andere naam.' }, 'karin')).status).toBe(404);
    await kies(m, { bestand: goed, reden: 'Hij geeft steeds een andere naam.' });
    expect((await foto(m)).status).toBe(200);
    expect((await kies(m, { bestand: '', reden: '' })).status).toBe(303);
    expect((await foto(m)).status).toBe(404);
  });
});
