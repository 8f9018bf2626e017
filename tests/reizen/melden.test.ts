import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { alsMens, SMAL, startBrowser, startDraaiend, type Draaiend } from '../hulp/draaiend.ts';
import type { Mens } from '../hulp/organisatie.ts';
import { kiesMetPijlen, tabNaar } from '../hulp/toetsen.ts';

/** Screenshots for the manual are made by these journeys: `BEELDEN=docs/handleiding/beelden`. */
const BEELDEN = process.env.BEELDEN;

let d: Draaiend;
let browser: Browser;
let vensters: Page[] = [];

beforeAll(async () => {
  d = await startDraaiend();
  browser = await startBrowser();
  if (BEELDEN) await mkdir(BEELDEN, { recursive: true });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await d?.stop();
});
afterEach(async () => {
  for (const p of vensters) await p.context().close();
  vensters = [];
});

async function als(wie: Mens, opties: { js?: boolean; telefoon?: boolean } = {}): Promise<Page> {
  const { page } = await alsMens(browser, d, wie, { js: opties.js, ...(opties.telefoon ? { venster: SMAL } : {}) });
  vensters.push(page);
  return page;
}

async function beeld(page: Page, naam: string): Promise<void> {
  if (BEELDEN) await page.screenshot({ path: join(BEELDEN, `${naam}.png`), fullPage: true });
}

const hoofd = (page: Page): Promise<string> => page.locator('main').innerText();
const kies = (page: Page, naam: string): Promise<void> => page.getByRole('radio', { name: naam }).first().check({ force: true });
const vink = (page: Page, naam: string): Promise<void> => page.getByRole('checkbox', { name: naam }).first().check({ force: true });
const verder = (page: Page): Promise<void> => page.getByRole('button', { name: 'Verder', exact: true }).click();

/** The three required answers of the first step. */
async function vulEersteStap(page: Page, d: Draaiend): Promise<void> {
  await page.goto(`${d.basis}/melden/nieuw`);
  await vink(page, 'Dreigen');
  await page.getByLabel('In je eigen woorden').fill('Een bezoeker zei dat hij me na het werk wel zou vinden.');
  await kies(page, 'Vandaag');
  await page.getByLabel('Hoe laat ongeveer?').fill('13.05');
}

describe('from report to feedback', () => {
  it('Samira reports from her phone with a screenshot and a voice memo, is called, follows every step and hears what came of it', async () => {
    const page = await als('samira', { telefoon: true });
    await vulEersteStap(page, d);
    expect(await page.getByRole('link', { name: 'Bel 112' }).getAttribute('href')).toBe('tel:112');
    expect(await page.getByLabel('Waar was het?').inputValue()).toBe(d.org.locatie.stadhuis);
    await beeld(page, 'melden-stap1');
    await verder(page);

    await kies(page, 'Ik kan iemand beschrijven');
    await page.getByLabel('Hoe herken je deze persoon?').fill('Man, groene jas, een jaar of vijftig.');
    await verder(page);
    await kies(page, 'Bel me vandaag');
    await kies(page, 'Ja');
    await verder(page);

    const schermafdruk = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#246' } }).png().toBuffer();
    await page.locator('input[type=file]').first().setInputFiles([
      { name: 'schermafdruk.png', mimeType: 'image/png', buffer: schermafdruk },
      { name: 'memo.wav', mimeType: 'audio/wav', buffer: stilte() },
    ]);
    await verder(page);
    await page.getByText('schermafdruk.png').first().waitFor();
    expect(await hoofd(page)).toContain('memo.wav');
    await verder(page);
    expect(await hoofd(page)).toContain('Karin de Boer');
    await beeld(page, 'melden-nakijken');
    await page.getByRole('button', { name: 'Verstuur' }).click();

    await page.waitForURL(/\/melden\/verstuurd\//);
    const bedankt = await hoofd(page);
    expect(bedankt).toContain('Dank je. We hebben het.');
    expect(bedankt).toMatch(/Karin de Boer belt je vandaag, uiterlijk om 17\.00 uur/);
    await beeld(page, 'melden-verstuurd');
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

    await d.werk();
    const mails = d.vangnet.berichten().filter((b) => b.tekst.includes(`/dossiers/${id}`));
    expect(new Set(mails.map((b) => b.aan[0]?.split('@')[0]))).toEqual(new Set(['karin', 'adviseur', 'adviseurpolitiek']));
    for (const m of d.vangnet.berichten()) expect(`${m.onderwerp} ${m.tekst}`).not.toMatch(/Samira|Haddad|dreig|groene jas|Burgerzaken/i);

    const karin = await als('karin');
    await karin.goto(`${d.basis}/vandaag`);
    await beeld(karin, 'vandaag-leidinggevende');
    await karin.goto(`${d.basis}/dossiers/${id}`);
    await karin.getByRole('button', { name: 'Ik heb dit gezien' }).click();
    await karin.getByRole('link', { name: 'Leg het gesprek vast' }).click();
    await kies(karin, 'Gebeld');
    await karin.getByLabel('Wat hebben jullie besproken?').fill('Ze is geschrokken en gaat vandaag met een collega mee naar huis.');
    await karin.getByRole('button', { name: 'Leg het gesprek vast' }).click();
    await karin.getByText('Het gesprek staat erin.').waitFor();
    expect(await hoofd(karin)).toContain('gaat vandaag met een collega mee naar huis');
    await beeld(karin, 'nazorg');

    const adviseur = await als('adviseur');
    await adviseur.goto(`${d.basis}/dossiers/${id}`);
    expect(await hoofd(adviseur)).toContain('Een bezoeker zei dat hij me na het werk wel zou vinden.');
    await adviseur.goto(`${d.basis}/dossiers/${id}/nazorg`);
    expect(await hoofd(adviseur)).toContain('Gebeld door Karin de Boer');
    expect(await hoofd(adviseur)).not.toContain('met een collega mee naar huis');
    await adviseur.goto(`${d.basis}/dossiers/${id}/terugkoppeling`);
    await adviseur.getByLabel('Wat vertel je?').fill('We hebben met hem gesproken. Hij mag drie maanden niet aan de balie komen.');
    await adviseur.getByRole('button', { name: 'Koppel terug' }).click();
    await adviseur.getByText('Teruggekoppeld.').first().waitFor();

    await page.goto(`${d.basis}/mijn-meldingen/${id}`);
    const mijn = await hoofd(page);
    expect(mijn).toContain('Hij mag drie maanden niet aan de balie komen.');
    expect(mijn).toContain('Karin de Boer');
    await beeld(page, 'mijn-meldingen');
    expect((await page.request.get(`${d.basis}/dossiers/${id}`)).status()).toBe(404);
  }, 90_000);

  it('works without JavaScript, with the three required answers only, and gives a name and a moment', async () => {
    const page = await als('joost', { js: false, telefoon: true });
    await page.goto(`${d.basis}/melden/nieuw`);
    await verder(page);
    const fouten = await page.locator('[data-samenvatting]').innerText();
    expect(fouten).toContain('Kies wat er gebeurde.');
    expect(fouten).toContain('Kies wanneer het gebeurde.');
    await vink(page, 'Schelden of schreeuwen');
    await kies(page, 'Zonet');
    await page.getByLabel('In je eigen woorden').fill('Hij schold me uit.');
    // Stopping and coming back: what was typed on that page is there.
    await page.getByRole('button', { name: 'Stoppen' }).click();
    expect(await hoofd(page)).toContain('Je melding is bewaard');
    await page.getByRole('link', { name: 'Ga nu toch verder' }).click();
    await page.getByRole('button', { name: 'Vorige' }).click();
    expect(await page.getByLabel('In je eigen woorden').inputValue()).toBe('Hij schold me uit.');
    // Enter in a field goes on, and does not stop.
    await page.getByLabel('Waar precies?').press('Enter');
    await page.waitForURL(/\/wie$/);
    for (let stap = 0; stap < 3; stap += 1) await verder(page);
    await page.getByRole('button', { name: 'Verstuur' }).click();
    expect(await hoofd(page)).toMatch(/Karin de Boer belt je/);
  }, 60_000);

  it('is reported, and seen by the Adviseur, with the keyboard alone', async () => {
    const page = await als('samira');
    await page.goto(`${d.basis}/melden/nieuw`);
    const enter = () => page.keyboard.press('Enter');
    await tabNaar(page, /^Naar de inhoud$/);
    await enter();
    await tabNaar(page, /^Verder$/);
    await enter();
    // Back with what is wrong: the summary has the focus, and its links lead to the fields.
    await page.waitForSelector('#foutsamenvatting');
    await tabNaar(page, /^Kies wat er gebeurde/);
    await enter();
    await tabNaar(page, /^Dreigen/);
    await page.keyboard.press('Space');
    await tabNaar(page, /^In je eigen woorden/);
    await page.keyboard.type('Hij zei dat hij me wel zou vinden.');
    await kiesMetPijlen(page, /^Zonet/, /^Vandaag/);
    await tabNaar(page, /^Hoe laat ongeveer/);
    await page.keyboard.type('13.05');
    for (const stap of ['wie', 'jij', 'bewijs', 'nakijken']) {
      await tabNaar(page, /^Verder$/);
      await enter();
      await page.waitForURL(new RegExp(`/${stap}$`));
    }
    await tabNaar(page, /^Verstuur$/);
    await enter();
    await page.waitForURL(/\/melden\/verstuurd\//);
    expect(await hoofd(page)).toMatch(/Karin de Boer belt je/);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

    const adviseur = await als('adviseur');
    await adviseur.goto(`${d.basis}/dossiers/${id}`);
    await tabNaar(adviseur, /^Ik heb dit gezien$/);
    await adviseur.keyboard.press('Enter');
    await adviseur.getByText('Bevestigd: je hebt deze melding gezien.').waitFor();
  }, 60_000);

  it('loses nothing when she stops halfway and comes back on another device', async () => {
    const telefoon = await als('milan', { telefoon: true });
    await telefoon.goto(`${d.basis}/melden/nieuw`);
    // Milan works in a department of phase 2: his leidinggevende reports for him, and the page says so.
    expect(await hoofd(telefoon)).toContain('Petra Kuipers');
    const page = await als('samira', { telefoon: true });
    await vulEersteStap(page, d);
    await page.getByRole('button', { name: 'Bewaar en ga later verder' }).click();
    await page.getByText('Je melding is bewaard').waitFor();
    const bureau = await als('samira');
    await bureau.goto(`${d.basis}/melden`);
    expect(await hoofd(bureau)).toContain('Je was hier gebleven');
    await bureau.getByRole('link', { name: /verder/i }).first().click();
    await bureau.waitForURL(/\/melden\/.+\/(wat|wie)/);
  }, 60_000);

  it('says at the field what is wrong with a day that does not exist or is still to come, and keeps what was typed', async () => {
    const page = await als('samira');
    await page.goto(`${d.basis}/melden/nieuw`);
    await vink(page, 'Dreigen');
    await kies(page, 'Andere dag');
    await page.getByLabel('Welke dag?').fill('30-02-2026');
    await page.getByLabel('In je eigen woorden').fill('Hij belde wéér 😡 مرحبا');
    await verder(page);
    await page.waitForSelector('#foutsamenvatting');
    expect(await hoofd(page)).toContain('30 februari');
    expect(await page.getByLabel('In je eigen woorden').inputValue()).toBe('Hij belde wéér 😡 مرحبا');
    await page.getByLabel('Welke dag?').fill('24-11-2026');
    await verder(page);
    await page.waitForSelector('#foutsamenvatting');
    await page.getByLabel('Welke dag?').fill('vrijdag');
    await verder(page);
    await page.waitForURL(/\/wie$/);
  }, 60_000);
});

describe('other ways in', () => {
  it('a council member reports in the closed compartment; the griffier is told and no ambtelijke leidinggevende', async () => {
    const page = await als('raadslid', { telefoon: true });
    await vulEersteStap(page, d);
    for (let stap = 0; stap < 4; stap += 1) await verder(page);
    expect(await hoofd(page)).toContain('Geert Wolters');
    await page.getByRole('button', { name: 'Verstuur' }).click();
    await page.waitForURL(/\/melden\/verstuurd\//);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await d.werk();
    const aan = d.vangnet.berichten().filter((b) => b.tekst.includes(`/dossiers/${id}`)).map((b) => b.aan[0]?.split('@')[0]);
    expect(aan).toEqual(['griffier']);
  }, 60_000);

  it('the centrale melder reports for a guard of a hired company who called', async () => {
    const page = await als('namensmelder');
    await page.goto(`${d.basis}/melden/namens`);
    await page.getByLabel('Welke collega?').fill('Dirk Hazes');
    await kies(page, 'De collega belde');
    await page.getByLabel('Waarom meldt je collega niet zelf?').fill('Heeft geen computer bij de deur.');
    await verder(page);
    expect(await hoofd(page)).toContain('Zeker Beveiliging');
    await vink(page, 'Vastpakken, duwen of slaan');
    await kies(page, 'Zonet');
    await vink(page, 'Het ging nog net goed');
    for (let stap = 0; stap < 4; stap += 1) await verder(page);
    await page.getByRole('button', { name: 'Verstuur' }).click();
    await page.waitForURL(/\/melden\/verstuurd\//);
  }, 60_000);
});

/** A tenth of a second of silence as a WAV file. */
function stilte(): Buffer {
  const monsters = 800;
  const kop = Buffer.alloc(44);
  kop.write('RIFF', 0);
  kop.writeUInt32LE(36 + monsters, 4);
  kop.write('WAVEfmt ', 8);
  kop.writeUInt32LE(16, 16);
  kop.writeUInt16LE(1, 20);
  kop.writeUInt16LE(1, 22);
  kop.writeUInt32LE(8_000, 24);
  kop.writeUInt32LE(8_000, 28);
  kop.writeUInt16LE(1, 32);
  kop.writeUInt16LE(8, 34);
  kop.write('data', 36);
  kop.writeUInt32LE(monsters, 40);
  return Buffer.concat([kop, Buffer.alloc(monsters, 128)]);
}
