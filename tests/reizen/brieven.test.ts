import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zetBriefKlaar } from '../../src/brieven/proef.ts';
import { standaardsjabloon } from '../../src/brieven/docx/standaard.ts';
import { voegBetrokkeneToe } from '../../src/dossier/handelingen/betrokkenen.ts';
import { dienMeldingIn } from '../../src/melden/index.ts';
import type { Id } from '../../src/kern/ids.ts';
import { kantoordocument } from '../../src/platform/bestanden/proefbestanden.ts';
import { alsMens, BREED, SMAL, startBrowser, startDraaiend, type Draaiend } from '../hulp/draaiend.ts';
import { maakTestdeuren } from '../hulp/deuren.ts';
import type { Mens } from '../hulp/organisatie.ts';

let d: Draaiend;
let browser: Browser;
let dossier: Id;

beforeAll(async () => {
  d = await startDraaiend();
  browser = await startBrowser();
  const deuren = maakTestdeuren(d.database.app, d.klok);
  const als = (wie: Mens) => deuren.als(d.org.id, d.org.mens[wie]);
  ({ dossierId: dossier } = await deuren.voer(dienMeldingIn, { vormen: ['dreigen'], wanneer: 'zonet', locatie: d.org.locatie.stadhuis, concept: '' }, await als('samira')));
  await deuren.voer(voegBetrokkeneToe, { id: dossier, rol: 'veroorzaker', soort: 'bekend', naam: 'J. Jansen' }, await als('adviseur'));
  await deuren.voer(zetBriefKlaar, { id: dossier, soort: 'pandverbod', over: { norm: 'U bedreigt Samira niet.' } }, await als('adviseur'));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await d?.stop();
});

async function download(page: Page, naam: string): Promise<{ bytes: Buffer; bestand: string }> {
  const [weg] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: naam, exact: true }).click()]);
  return { bytes: await readFile(await weg.path()), bestand: weg.suggestedFilename() };
}

describe('a letter, in a real browser without JavaScript', () => {
  it('needs stationery, names nobody, is checked, fetched, and recorded as sent', async () => {
    const beheer = await alsMens(browser, d, 'beheerder', { venster: BREED, js: false });
    await beheer.page.goto(`${d.basis}/inrichting`);
    await beheer.page.getByRole('link', { name: 'Brieven', exact: true }).click();
    await beheer.page.getByRole('link', { name: 'Wijzig' }).click();
    await beheer.page.getByLabel('Retouradres').fill('Postbus 1, 1000 AA Proefdam');
    await beheer.page.getByLabel('Hoe dient iemand een klacht in?').fill('Stuur een brief naar de klachtencoördinator.');
    await beheer.page.getByLabel('Kleur van naam en koppen').fill('#ffff00');
    await beheer.page.getByRole('button', { name: 'Bewaar' }).click();
    expect(await beheer.page.getByText('niet goed te lezen').count()).toBeGreaterThan(0);
    await beheer.page.getByLabel('Kleur van naam en koppen').fill('#154273');
    await beheer.page.getByRole('button', { name: 'Bewaar' }).click();
    await beheer.page.getByText('Nieuwe brieven zien er zo uit').waitFor();
    await beheer.context.close();

    const { page, context } = await alsMens(browser, d, 'adviseur', { venster: BREED, js: false });
    await page.goto(`${d.basis}/dossiers/${dossier}`);
    await page.getByRole('link', { name: 'Brieven', exact: true }).click();
    await page.getByRole('link', { name: 'Pandverbod' }).click();
    expect((await download(page, 'PDF')).bestand).toMatch(/^brief-[A-Z2-9]{4}-[A-Z2-9]{4}-concept\.pdf$/);

    await page.getByRole('button', { name: 'De brief klopt, zet hem vast' }).click();
    expect(await page.title()).toMatch(/^Fout:/);
    expect(await page.getByText('De norm').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Pas de tekst aan' }).click();
    await page.getByLabel('De norm').fill('We bedreigen elkaar niet.');
    await page.getByRole('button', { name: 'Bewaar de brief' }).click();
    await page.getByRole('button', { name: 'De brief klopt, zet hem vast' }).click();
    await page.getByText('De tekst staat nu vast').waitFor();

    const pdf = await download(page, 'PDF');
    const zegel = createHash('sha256').update(pdf.bytes).digest('hex');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await page.getByText(zegel).count()).toBe(1);
    expect((await download(page, 'Word')).bytes.subarray(0, 2).toString()).toBe('PK');

    await page.getByRole('link', { name: 'De brief is verstuurd' }).click();
    await page.getByRole('button', { name: 'Leg vast' }).click();
    expect(await page.getByText('Kies hoe de brief is verstuurd').count()).toBeGreaterThan(0);
    await page.getByText('Aangetekende post').click();
    await page.getByLabel('Bewijs').fill('3SRR0001');
    await page.getByRole('button', { name: 'Leg vast' }).click();
    await page.getByText('Deze brief is verstuurd en wijzigt niet meer').waitFor();
    expect(await page.getByRole('link', { name: 'Pas de tekst aan' }).count()).toBe(0);
    // What was sealed is what is handed out, after months as well.
    d.klok.vooruit({ hours: 24 * 90 });
    const { page: later, context: weer } = await alsMens(browser, d, 'adviseur', { venster: SMAL, js: false });
    await later.goto(page.url());
    expect(createHash('sha256').update((await download(later, 'PDF')).bytes).digest('hex')).toBe(zegel);
    await weer.close();
    await context.close();
  });

  it('takes a template of the organisation, and says what is wrong with another', async () => {
    const { page, context } = await alsMens(browser, d, 'adviseur', { venster: SMAL, js: false });
    await page.goto(`${d.basis}/inrichting/brieven/herstel`);
    const kies = async (naam: string, buffer: Buffer) => {
      await page.getByLabel('Kies een Word-bestand (.docx)').setInputFiles({ name: naam, mimeType: 'application/octet-stream', buffer });
      await page.getByRole('button', { name: 'Controleer en gebruik dit sjabloon' }).click();
    };
    await kies('macro.docx', kantoordocument('docx', [{ naam: 'word/vbaProject.bin', inhoud: Buffer.from('x') }]));
    expect(await page.getByText('In dit document zit een programma').count()).toBeGreaterThan(0);
    await kies('leeg.docx', kantoordocument('docx', [{ naam: '_rels/.rels', inhoud: Buffer.from('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>') }]));
    expect(await page.getByText('In dit sjabloon ontbreekt: {organisatie}').count()).toBeGreaterThan(0);
    await kies('ons sjabloon.docx', standaardsjabloon('#aa0000'));
    await page.getByText('Gecontroleerd en in gebruik').waitFor();
    expect((await download(page, 'Voorbeeld in Word')).bestand).toBe('voorbeeld-herstel.docx');
    expect((await download(page, 'Voorbeeld als PDF')).bytes.length).toBeGreaterThan(10_000);
    await page.getByRole('button', { name: 'Gebruik weer het sjabloon van Rugdekking' }).click();
    await page.getByText('Nu gebruikt deze brief het sjabloon van Rugdekking').waitFor();
    await context.close();
  });
});
