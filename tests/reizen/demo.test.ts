import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BREED, logIn, startBrowser, startDraaiend, type Draaiend } from '../hulp/draaiend.ts';

/** Screenshots for the manual: `BEELDEN=docs/handleiding/beelden`. */
const BEELDEN = process.env.BEELDEN;

let d: Draaiend;
let browser: Browser;
beforeAll(async () => {
  d = await startDraaiend(undefined, { demo: true });
  browser = await startBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await d?.stop();
});

async function als(naam: string): Promise<Page> {
  const context = await browser.newContext({ viewport: BREED, locale: 'nl-NL' });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await logIn(page, d, naam);
  return page;
}

async function beeld(page: Page, naam: string): Promise<void> {
  if (BEELDEN) await page.screenshot({ path: join(BEELDEN, `${naam}.png`) });
}

const hoofd = (page: Page): Promise<string> => page.locator('main').innerText();

describe('the demo organisation', () => {
  it('gives the Adviseur a full day, two years of dossiers and a search that finds them', async () => {
    const page = await als('Noor Adriaans');
    await page.goto(`${d.basis}/vandaag`);
    const regels = await page.locator('.rd-werk__regel').count();
    expect(regels).toBeGreaterThan(8);
    await beeld(page, 'vandaag');
    await page.goto(`${d.basis}/dossiers`);
    await page.getByRole('searchbox').fill('paspoort');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL(/\?q=/);
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(2);
    await page.goto(`${d.basis}/dossiers?status=open&ernst=ernstig`);
    await page.locator('tbody a').first().click();
    await page.waitForURL(/\/dossiers\/[0-9a-f-]{36}$/);
    expect(await hoofd(page)).toContain('Nu nodig');
    await beeld(page, 'dossier');
    await page.context().close();
  }, 60_000);

  it('shows who may do what, and the organisation to its beheerder', async () => {
    const page = await als('Bas Groen');
    await page.goto(`${d.basis}/wie-mag-wat`);
    expect(await hoofd(page)).toContain('Een dossier openen');
    await beeld(page, 'wie-mag-wat');
    await page.goto(`${d.basis}/inrichting`);
    expect(await hoofd(page)).toContain('Onderdelen');
    await beeld(page, 'inrichting');
    await page.goto(`${d.basis}/inrichting/importeren`);
    await beeld(page, 'import');
    await page.context().close();
  }, 60_000);

  it('tells reception who may not come in, and the consulent what the light is before a visit', async () => {
    const receptie = await als('Iris Hofman');
    await receptie.goto(`${d.basis}/receptie`);
    expect(await hoofd(receptie)).toContain('Mag niet naar binnen');
    await beeld(receptie, 'receptie');
    await receptie.context().close();
    const consulent = await als('Daan Kuiper');
    await consulent.goto(`${d.basis}/controle`);
    await consulent.getByLabel('Naam').fill('Nico Hartman');
    await consulent.getByLabel('Geboortedatum').fill('14-3-1971');
    await consulent.getByRole('button', { name: 'Huisbezoek', exact: true }).click();
    await consulent.getByRole('heading', { name: 'Deze persoon: rood' }).waitFor();
    expect(await hoofd(consulent)).toContain('Ga hier niet heen');
    await beeld(consulent, 'controle');
    await consulent.context().close();
  }, 60_000);

  it('keeps a water board and a municipality apart', async () => {
    const gemeente = await als('Noor Adriaans');
    await gemeente.goto(`${d.basis}/dossiers`);
    const adres = await gemeente.locator('tbody a').first().getAttribute('href');
    const waterschap = await als('Tjitske Hiemstra');
    expect((await waterschap.request.get(d.basis + adres)).status()).toBe(404);
    await gemeente.context().close();
    await waterschap.context().close();
  }, 60_000);
});
