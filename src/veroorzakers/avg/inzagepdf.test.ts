import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakKamersite, type Kamersite } from '../../../tests/hulp/kamersite.ts';
import { maakProef, type Proef } from '../../../tests/hulp/veroorzakers.ts';
import { maakPdfmaker } from '../../brieven/index.ts';
import { voegBetrokkeneToe } from '../../dossier/handelingen/betrokkenen.ts';
import { vulAan } from '../../dossier/handelingen/bijwerken.ts';
import { nieuwId, type Id } from '../../kern/ids.ts';
import { veroorzakersPaginas } from '../paginas/index.tsx';
import { openVerzoek } from './handelingen.ts';
import { maakInzage } from './inzage.ts';

const pdf = maakPdfmaker({ werker: join(import.meta.dirname, '../../brieven/pdf/werker.ts') });
/** As another room could give it, with all that may not be read in it. */
const elders = async () => [{ kop: 'Elders', regels: ['Besproken door Samira Haddad van Burgerzaken (baliemedewerker) met Wim Zonderling, 06-12345678.'] }];
let database: TestDatabase;
let p: Proef;
let site: Kamersite;
let map: string;
let verzoek: Id;
let persoon: Id;

beforeAll(async () => {
  database = await maakTestDatabase();
  p = await maakProef(database);
  map = mkdtempSync(join(tmpdir(), 'rd-inzage-'));
  site = maakKamersite(p.deuren, p.org.id, (s) => veroorzakersPaginas(s, { tabs: [], bewaarders: [], inzagedelen: [elders], pdf }));
  await database.migratie.updateTable('onderdeel').set({ naam: 'Burgerzaken' }).where('id', '=', p.org.onderdeel.BZ ?? '').execute();
  const functie = nieuwId();
  await database.migratie.insertInto('functie').values({ organisatie_id: p.org.id, id: functie, code: 'balie', naam: 'Baliemedewerker' }).execute();
  await database.migratie.updateTable('medewerker').set({ functie_id: functie }).where('id', '=', p.org.mens.samira).execute();
  const d = await p.persoon({ voornamen: 'Pieter', geslachtsnaam: 'Wybenga', geboren: '7-3-1984', straat: 'Dorpsstraat', huisnummer: '12', postcode: '1234 AB', woonplaats: 'Proefdam', omschrijving: 'Kwam met Wim Zonderling.' });
  persoon = d.persoon;
  await p.deuren.voer(voegBetrokkeneToe, { id: d.dossier, rol: 'getuige', soort: 'bekend', naam: 'Wim Zonderling', omschrijving: '', contact: 'wim@elders.example' }, await p.als('adviseur'));
  const { versie } = await database.migratie.selectFrom('dossier').select('versie').where('id', '=', d.dossier).executeTakeFirstOrThrow();
  await p.deuren.voer(vulAan, { id: d.dossier, versie: String(versie), titel: 'Dreiging', wat: 'Hij zei tegen SAMIRA (Burgerzaken) dat Wim Zonderling haar kende. #panic("weg")', gevolgenPersoon: 'Ze slaapt niet.' }, await p.als('adviseur'));
  verzoek = (await p.deuren.voer(openVerzoek, { id: d.persoon, soort: 'inzage', gevraagd: 'Alles.', identiteit: 'Paspoort.' }, await p.als('adviseur'))).id;
}, 60_000);
afterAll(async () => {
  await pdf.stop();
  await database?.opruimen();
  rmSync(map, { recursive: true, force: true });
});

const haal = (wie: 'adviseur' | 'fg' | 'griffier' | 'karin', vorm: string, id = verzoek) => site.verstuur(p.org.mens[wie], `/privacyverzoeken/${id}/overzicht-${vorm}`, {});

it('the PDF for inzage is one that a screen reader can read, with what concerns him and no colleague, department or other citizen', async () => {
  const { stuk, datum } = await p.deuren.voer(maakInzage([elders]), { id: verzoek }, await p.als('adviseur'));
  const pad = join(map, 'inzage.pdf');
  const bytes = await pdf.maak(stuk, datum);
  writeFileSync(pad, bytes);
  const met = (programma: string, ...args: string[]) => execFileSync(programma, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const tekst = met('pdftotext', '-layout', pad, '-').replace(/\s+/g, ' ');
  for (const wel of ['Overzicht van uw gegevens', 'Pieter Wybenga', 'Dorpsstraat 12', '7-3-1984', 'Hoe vast dit staat: gemeld', '[collega]', '[onderdeel]', '[iemand anders]', '#panic("weg")', 'Autoriteit Persoonsgegevens']) expect(tekst).toContain(wel);
  for (const niet of ['Samira', 'SAMIRA', 'Haddad', 'Burgerzaken', 'baliemedewerker', 'Zonderling', 'wim@', '12345678', 'slaapt']) expect(tekst).not.toContain(niet);
  expect(met('pdfinfo', pad)).toMatch(/^Tagged:\s+yes$/m);
  expect(bytes.toString('latin1')).toMatch(/pdfuaid:part(>|=")1/);
  expect(met('pdfinfo', '-struct-text', pad).match(/^ {2}H1 /gm)).toHaveLength(1);
});

it('is for the same people as the overview on a page, by a POST alone', async () => {
  for (const vorm of ['pdf', 'html', 'json']) {
    for (const wie of ['fg', 'griffier', 'karin'] as const) expect((await haal(wie, vorm)).status, `${wie} ${vorm}`).toBe(404);
    expect((await site.haal(p.org.mens.adviseur, `/privacyverzoeken/${verzoek}/overzicht-${vorm}`)).status).toBe(404);
  }
  const uit = await haal('adviseur', 'pdf');
  expect([uit.status, uit.koppen.get('content-type'), uit.koppen.get('content-disposition'), uit.koppen.get('cache-control')]).toEqual([200, 'application/pdf', 'attachment; filename="overzicht-inzage.pdf"', 'no-store']);
  expect(uit.tekst.startsWith('%PDF-')).toBe(true);
  const html = (await haal('adviseur', 'html')).tekst;
  for (const niet of ['Samira', 'Burgerzaken', 'Zonderling', '<script', 'style=']) expect(html).not.toContain(niet);
  expect(html).toContain('Overzicht van uw gegevens');
  expect(await database.migratie.selectFrom('avgstap').select('soort').where('verzoek_id', '=', verzoek).where('soort', '=', 'inzage').execute()).toHaveLength(3);
});

it('says which way still works for a name that no font has', async () => {
  await database.migratie.updateTable('persoonnaam').set({ geslachtsnaam: '王伟' }).where('persoon_id', '=', persoon).where('geslachtsnaam', '=', 'Wybenga').execute();
  const uit = await haal('adviseur', 'pdf');
  expect(uit.status).toBe(409);
  expect(uit.tekst).toContain('Download het overzicht om te lezen en te printen');
  expect((await haal('adviseur', 'html')).tekst).toContain('王伟');
});
