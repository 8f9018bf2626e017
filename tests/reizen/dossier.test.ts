import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '../../src/kern/ids.ts';
import { dienMeldingIn } from '../../src/melden/index.ts';
import { alsMens, startBrowser, startDraaiend, type Draaiend } from '../hulp/draaiend.ts';
import { maakTestdeuren, type Testdeuren } from '../hulp/deuren.ts';
import type { Mens } from '../hulp/organisatie.ts';

let d: Draaiend;
let browser: Browser;
let deuren: Testdeuren;
let vensters: Page[] = [];

beforeAll(async () => {
  d = await startDraaiend();
  browser = await startBrowser();
  deuren = maakTestdeuren(d.database.app, d.klok);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await d?.stop();
});
beforeEach(async () => {
  for (const p of vensters) await p.context().close();
  vensters = [];
});

async function open(wie: Mens, pad: string, opties: { js?: boolean } = {}): Promise<Page> {
  const { page } = await alsMens(browser, d, wie, opties);
  vensters.push(page);
  await page.goto(d.basis + pad);
  return page;
}
const meld = async (wie: Mens, over: Record<string, unknown> = {}): Promise<Id> =>
  (await deuren.voer(dienMeldingIn, { vormen: ['dreigen'], wanneer: 'zonet', locatie: d.org.locatie.stadhuis, concept: '', ...over }, await deuren.als(d.org.id, d.org.mens[wie]))).dossierId;

describe('the Adviseur works on a dossier', () => {
  it('finds a new serious report under Vandaag, confirms it and completes it, without JavaScript', async () => {
    const id = await meld('samira', { verhaal: 'Hij zei dat hij me buiten zou opwachten.' });
    const page = await open('adviseur', '/vandaag', { js: false });
    await page.locator(`a[href="/dossiers/${id}"]`).first().click();
    await page.getByRole('button', { name: 'Ik heb dit gezien' }).click();
    await expect.poll(() => page.textContent('main')).toContain('Bevestigd: je hebt deze melding gezien.');
    await page.getByRole('link', { name: 'Vul aan' }).click();
    await page.getByLabel('Titel').fill('');
    await page.getByLabel('Wat gebeurde er precies?').fill('Hij boog over de balie en dreigde.');
    await page.getByRole('button', { name: 'Bewaar' }).click();
    expect(await page.textContent('main')).toContain('Geef het dossier een korte titel.');
    expect(await page.getByLabel('Wat gebeurde er precies?').inputValue()).toBe('Hij boog over de balie en dreigde.');
    await page.getByLabel('Titel').fill('Dreiging aan de balie');
    await page.getByRole('button', { name: 'Bewaar' }).click();
    expect(await page.textContent('h1')).toBe('Dreiging aan de balie');
    expect(await page.textContent('main')).toContain('1 van 7 vragen beantwoord');
  });

  it('asks a reason when he sets the severity otherwise than the rule, and shows both', async () => {
    const id = await meld('samira');
    const page = await open('adviseur', `/dossiers/${id}/classificeren`);
    await page.getByRole('radio', { name: 'Licht' }).check({ force: true });
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await page.waitForSelector('#foutsamenvatting');
    expect(await page.textContent('main')).toContain('De regel komt uit op ‘ernstig’. Schrijf waarom je ‘licht’ kiest.');
    await page.getByLabel('Waarom wijk je af van de regel?').fill('Het was een grap onder bekenden.');
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await page.waitForURL(`${d.basis}/dossiers/${id}`);
    expect(await page.textContent('main')).toContain('licht, want: Het was een grap onder bekenden.');
  });

  it('chooses between colleagues of whom more fit what he typed, and asks a statement that the colleague then gives', async () => {
    const id = await meld('samira');
    const page = await open('adviseur', `/dossiers/${id}/verklaringen/nieuw`, { js: false });
    await page.getByLabel('Aan wie vraag je het?').fill('o');
    await page.getByRole('button', { name: 'Vraag het' }).click();
    expect(await page.textContent('main')).toContain('Typ de naam of het personeelsnummer van de collega.');
    await page.getByLabel('Aan wie vraag je het?').fill('er');
    await page.getByRole('button', { name: 'Vraag het' }).click();
    await page.getByLabel('Aan wie vraag je het?').fill('Joost Brouwer');
    await page.getByRole('button', { name: 'Vraag het' }).click();
    await page.waitForURL(`${d.basis}/dossiers/${id}`);
    await d.werk();
    const mail = d.vangnet.berichten().find((b) => b.aan[0]?.startsWith('joost@') && b.tekst.includes(`/mijn-verklaringen/${id}`));
    expect(mail?.tekst).not.toMatch(/Samira|Haddad|dreig/i);
    const joost = await open('joost', `/mijn-verklaringen/${id}`);
    await joost.getByLabel('Wat zag en hoorde je?').fill('Ik zag hem met zijn vuist op de balie slaan.');
    await joost.getByRole('button', { name: 'Verstuur mijn verklaring' }).click();
    await joost.getByText('Dank je. Je verklaring is bewaard.').waitFor();
    await page.reload();
    expect(await page.textContent('main')).toContain('Joost Brouwer gaf een verklaring');
    expect((await joost.request.get(`${d.basis}/dossiers/${id}`)).status()).toBe(404);
  });

  it('joins two reports of one event; the reporters keep their way in', async () => {
    const een = await meld('samira', { verhaal: 'Hij gooide een stoel om.' });
    const twee = await meld('joost', { verhaal: 'Ik zag dat er een stoel werd omgegooid.' });
    const page = await open('adviseur', `/dossiers/${twee}/samenvoegen`);
    await page.locator(`input[value="${een}"]`).check({ force: true });
    await page.getByRole('button', { name: 'Voeg samen' }).click();
    await page.waitForURL(`${d.basis}/dossiers/${een}`);
    const tekst = await page.textContent('main');
    expect(tekst).toContain('Joost Brouwer');
    expect(tekst).toContain('Samira Haddad');
    await page.goto(`${d.basis}/dossiers/${twee}`);
    expect(await page.textContent('main')).toContain('Samengevoegd');
  });

  it('sees what a colleague changed meanwhile and keeps his own text', async () => {
    const id = await meld('samira');
    const [een, twee] = [await open('adviseur', `/dossiers/${id}/aanvullen`), await open('adviseurPolitiek', `/dossiers/${id}/aanvullen`)];
    await een.getByLabel('Titel').fill('Dreiging door een bezoeker');
    await een.getByRole('button', { name: 'Bewaar' }).click();
    await een.waitForURL(`${d.basis}/dossiers/${id}`);
    await twee.getByLabel('Titel').fill('Bezoeker dreigt');
    await twee.getByRole('button', { name: 'Bewaar' }).click();
    await twee.getByText('Iemand anders veranderde dit ook').waitFor();
    expect(await twee.textContent('main')).toContain('Dreiging door een bezoeker');
    expect(await twee.getByLabel('Titel').inputValue()).toBe('Bezoeker dreigt');
    await twee.getByRole('button', { name: 'Bewaar' }).click();
    await twee.waitForURL(`${d.basis}/dossiers/${id}`);
    expect(await twee.textContent('h1')).toBe('Bezoeker dreigt');
  });

  it('finds the form back, with everything typed, after the session had expired', async () => {
    const id = await meld('samira');
    const page = await open('adviseur', `/dossiers/${id}/notitie`);
    await page.getByLabel('Notitie').fill('De wijkagent gebeld, die kent hem.');
    d.klok.vooruit({ minutes: 31 });
    await page.getByRole('button', { name: 'Bewaar de notitie' }).click();
    await page.waitForURL(/\/aanmelden/);
    await page.goto(`${d.basis}/demo`);
    await page.getByRole('button', { name: 'Noor Adriaans' }).click();
    await page.waitForURL(/\/hervat\//);
    await page.getByRole('button').filter({ hasText: /formulier/i }).first().click();
    expect(await page.getByLabel('Notitie').inputValue()).toBe('De wijkagent gebeld, die kent hem.');
    await page.getByRole('button', { name: 'Bewaar de notitie' }).click();
    await page.waitForURL(`${d.basis}/dossiers/${id}`);
    expect(await page.textContent('main')).toContain('De wijkagent gebeld, die kent hem.');
  });

  it('cannot close a dossier while something is missing, and is told what', async () => {
    const id = await meld('samira');
    const page = await open('adviseur', `/dossiers/${id}/sluiten`);
    const tekst = await page.textContent('main');
    for (const reden of ['Reactie aan de veroorzaker', 'Er is nog geen nazorggesprek met Samira Haddad geweest.', 'Er is nog niet teruggekoppeld aan Samira Haddad.']) expect(tekst).toContain(reden);
  });
});

describe('the closed compartment', () => {
  it('shows a council member’s report to the griffier, and to no ambtelijke leidinggevende by list, search, number or address', async () => {
    const id = await meld('raadslid', { verhaal: 'Een kwetsende brief bij mij thuis in de bus.' });
    const { nummer } = await d.database.migratie.selectFrom('dossier').select('nummer').where('id', '=', id).executeTakeFirstOrThrow();
    const griffier = await open('griffier', `/dossiers/${id}`);
    expect(await griffier.textContent('main')).toContain('gesloten compartiment');
    for (const wie of ['karin', 'directeur', 'adviseur'] as const) {
      const page = await open(wie, '/dossiers');
      const zoek = async (woord: string): Promise<void> => {
        await page.getByRole('searchbox').fill(woord);
        await page.getByRole('searchbox').press('Enter');
        await page.waitForURL(/\?q=/);
      };
      await zoek(nummer);
      expect(await page.textContent('main')).toContain('0 dossiers');
      await page.goto(`${d.basis}/dossiers`);
      await zoek('kwetsende brief');
      expect(page.url()).not.toContain('kwetsende');
      expect(await page.textContent('main')).toContain('0 dossiers');
      const direct = await page.goto(`${d.basis}/dossiers/${id}`);
      expect(direct?.status()).toBe(404);
    }
  });
});
