import { execFileSync } from 'node:child_process';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../src/kern/ids.ts';
import { voegBetrokkeneToe } from '../../src/dossier/handelingen/betrokkenen.ts';
import { dienMeldingIn } from '../../src/melden/index.ts';
import { klachten } from '../hulp/axe.ts';
import { maakTestdeuren } from '../hulp/deuren.ts';
import { alsMens, SMAL, startBrowser, startDraaiend, type Draaiend } from '../hulp/draaiend.ts';
import type { Mens } from '../hulp/organisatie.ts';

// From the invitation to a view that the Adviseur reads, as the people themselves: she at her desk, he on an old telephone without JavaScript.

let d: Draaiend;
let browser: Browser;
beforeAll(async () => {
  d = await startDraaiend();
  browser = await startBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await d?.stop();
});

async function dossier(): Promise<{ dossierId: Id; betrokkene: Id }> {
  const deuren = maakTestdeuren(d.database.app, d.klok);
  const als = (wie: Mens) => deuren.als(d.org.id, d.org.mens[wie]);
  const { dossierId } = await deuren.voer(dienMeldingIn, { vormen: ['dreigen'], wanneer: 'vandaag', tijd: '13.05', locatie: d.org.locatie.stadhuis, kanaal: 'balie', verhaal: 'Hij zei dat hij me buiten zou opwachten.', concept: '' }, await als('samira'));
  await deuren.voer(voegBetrokkeneToe, { id: dossierId, rol: 'veroorzaker', soort: 'bekend', naam: 'Henk Jansma' }, await als('adviseur'));
  const { id: betrokkene } = await d.database.migratie.selectFrom('betrokkene').select('id').where('dossier_id', '=', dossierId).where('naam', '=', 'Henk Jansma').executeTakeFirstOrThrow();
  return { dossierId, betrokkene };
}

interface Codes { code: string; controle: string }

/** What stands in the letter as it is printed. On the page of colleagues the codes do not show. */
async function uitBrief(page: Page): Promise<Codes> {
  expect(await page.locator('main').innerText()).not.toMatch(/[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/);
  const pdf = await page.request.get(`${d.basis}${await page.getByRole('link', { name: 'PDF' }).getAttribute('href')}`);
  const tekst = execFileSync('pdftotext', ['-layout', '-', '-'], { input: await pdf.body(), encoding: 'utf8' });
  expect(tekst).toContain('https://rugdekking.proefdam.example/uw-kant');
  const na = (naam: string): string => new RegExp(`^${naam}: (\\S+)$`, 'm').exec(tekst)?.[1] ?? `geen ${naam}: ${tekst}`;
  return { code: na('Code'), controle: na('Controlecode') };
}

async function nodigUit(page: Page, dossierId: Id): Promise<Codes> {
  await page.goto(`${d.basis}/dossiers/${dossierId}`);
  await page.getByRole('link', { name: 'Wederhoor', exact: true }).click();
  await page.getByRole('heading', { name: 'Henk Jansma' }).waitFor();
  await page.locator('section', { hasText: 'Henk Jansma' }).getByRole('link', { name: 'Vraag om een reactie' }).click();
  await page.getByLabel('Adres op de brief').fill('Kade 3\n1234 AB Proefdam');
  await page.getByLabel('Wat is er gemeld?').fill('U zei tegen Samira dat u haar buiten zou opwachten.');
  await page.getByLabel('Welke regel of norm hoort hierbij?').fill('We gaan met respect met elkaar om.');
  await page.getByLabel('Bij wie kan de betrokkene terecht?').fill('Team Veilige dienstverlening');
  await page.getByLabel('Telefoonnummer').fill('010 123 45 67');
  await page.getByText('Ik heb de tekst nagekeken').click();
  await page.getByRole('button', { name: 'Vraag om een reactie' }).click();
  // A name in it does not get through, and nothing that was typed is lost.
  await page.getByText('Hieraan is te zien om welke collega').first().waitFor();
  expect(await page.getByLabel('Adres op de brief').inputValue()).toBe('Kade 3\n1234 AB Proefdam');
  await page.getByLabel('Wat is er gemeld?').fill('U zei tegen een medewerker dat u haar buiten zou opwachten.');
  await page.getByRole('button', { name: 'Vraag om een reactie' }).click();
  await page.getByText('De brief staat klaar').waitFor();
  const codes = await uitBrief(page);
  await page.goto(`${d.basis}/dossiers/${dossierId}/wederhoor`);
  await page.getByText('wacht op reactie').first().waitFor();
  return codes;
}

const telefoon = (over: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> => browser.newContext({ viewport: SMAL, javaScriptEnabled: false, locale: 'nl-NL', ...over });

describe('hearing both sides', () => {
  it('goes from a letter to a view that the Adviseur reads, on an old telephone without JavaScript', async () => {
    const { dossierId } = await dossier();
    const { page, context } = await alsMens(browser, d, 'adviseur');
    const { code, controle } = await nodigUit(page, dossierId);
    const burger = await telefoon();
    const hij = await burger.newPage();
    await hij.goto(`${d.basis}/uw-kant`);
    await hij.getByLabel('Code', { exact: false }).first().fill(code.toLowerCase());
    await hij.getByLabel('Controlecode').fill('ABC-234');
    await hij.getByRole('button', { name: 'Ga verder' }).click();
    await hij.getByText('Deze codes kloppen niet').waitFor();
    await hij.getByLabel('Controlecode').fill(controle);
    await hij.getByRole('button', { name: 'Ga verder' }).click();
    await hij.getByRole('heading', { name: 'Wat is er gemeld?' }).waitFor();
    await hij.getByText('U zei tegen een medewerker dat u haar buiten zou opwachten.').waitFor();
    expect(await hij.content()).not.toMatch(/Samira|Haddad|Burgerzaken|Balie stadhuis/);
    await hij.getByRole('button', { name: 'Verstuur' }).click();
    await hij.getByText('Schrijf wat er volgens u gebeurde, of kies').first().waitFor();
    await hij.getByLabel('Wat gebeurde er volgens u?').fill('Ik was boos over mijn uitkering. <b>Opwachten</b> heb ik niet gezegd.');
    await hij.getByText('Ik wil liever praten').click();
    await hij.getByRole('button', { name: 'Verstuur' }).click();
    await hij.getByRole('heading', { name: 'We hebben uw reactie' }).waitFor();
    expect(hij.url()).toBe(`${d.basis}/uw-kant/klaar`);
    await hij.getByRole('button', { name: 'Sluit deze pagina af' }).click();
    await hij.goto(`${d.basis}/uw-kant/lezen`);
    expect(hij.url()).toBe(`${d.basis}/uw-kant`);
    await burger.close();

    await d.werk();
    await page.goto(`${d.basis}/dossiers/${dossierId}/wederhoor`);
    await page.getByText('Ik was boos over mijn uitkering. <b>Opwachten</b> heb ik niet gezegd.').waitFor();
    await page.getByText('Wil op een ander moment praten').waitFor();
    await page.getByText('gehoord', { exact: true }).waitFor();
    await page.goto(`${d.basis}/dossiers/${dossierId}/journaal`);
    await page.getByRole('row', { name: /Zijn of haar kant van het verhaal gegeven.*betrokkene via brief/ }).waitFor();
    expect(d.vangnet.berichten().map((b) => b.tekst).join()).not.toMatch(/Jansma|uitkering/);
    await context.close();
  }, 90_000);

  it('has nothing axe objects to in any state of the page of a citizen, in two languages, light and dark, at 390 and 320 pixels', async () => {
    const gevonden: string[] = [];
    for (const [taal, knop, stuur, breed, donker] of [['nl', 'Ga verder', 'Verstuur', 390, false], ['en', 'Continue', 'Send', 320, true]] as const) {
      const { dossierId } = await dossier();
      const { page, context } = await alsMens(browser, d, 'adviseur');
      const { code, controle } = await nodigUit(page, dossierId);
      await context.close();
      const burger = await telefoon({ viewport: { width: breed, height: 800 }, javaScriptEnabled: true, bypassCSP: true, colorScheme: donker ? 'dark' : 'light' });
      const hij = await burger.newPage();
      const kijk = async (waar: string): Promise<void> => void gevonden.push(...(await klachten(hij)).map((k) => `${taal} ${waar}: ${k}`));
      await hij.goto(`${d.basis}/uw-kant${taal === 'en' ? '?taal=en' : ''}`);
      expect(await hij.locator('html').getAttribute('lang')).toBe(taal);
      await kijk('codes');
      await hij.locator('[name=code]').fill(code);
      await hij.locator('[name=controle]').fill('ABC-234');
      await hij.getByRole('button', { name: knop }).click();
      await hij.waitForSelector('#foutsamenvatting');
      await kijk('verkeerde code');
      await hij.locator('[name=controle]').fill(controle);
      await hij.getByRole('button', { name: knop }).click();
      await hij.waitForSelector('[name=tekst]');
      await kijk('lezen');
      await hij.getByRole('button', { name: stuur }).click();
      await hij.waitForSelector('#foutsamenvatting');
      await kijk('leeg verstuurd');
      await hij.locator('[name=tekst]').fill('Zo was het niet.');
      await hij.getByRole('button', { name: stuur }).click();
      await hij.waitForURL('**/uw-kant/klaar*');
      await kijk('klaar');
      await hij.goto(`${d.basis}/uw-kant/lezen${taal === 'en' ? '?taal=en' : ''}`);
      await kijk('nog een keer');
      await burger.close();
    }
    expect(gevonden).toEqual([]);
  }, 120_000);
});
