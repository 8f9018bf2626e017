import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dienMeldingIn } from '../../src/melden/index.ts';
import { alsMens, SMAL, startBrowser, startDraaiend, type Draaiend } from '../hulp/draaiend.ts';
import { maakTestdeuren } from '../hulp/deuren.ts';
import type { Id } from '../../src/kern/ids.ts';
import type { Mens } from '../hulp/organisatie.ts';

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

const meld = async (wie: Mens, naam: string): Promise<Id> => {
  const deuren = maakTestdeuren(d.database.app, d.klok);
  return (await deuren.voer(dienMeldingIn, { vormen: ['dreigen'], wanneer: 'zonet', locatie: d.org.locatie.stadhuis, veroorzaker: 'naam', veroorzaker_naam: naam, concept: '' }, await deuren.als(d.org.id, d.org.mens[wie]))).dossierId;
};
const open = async (wie: Mens, opties: { js?: boolean; venster?: { width: number; height: number } } = {}): Promise<Page> => (await alsMens(browser, d, wie, opties)).page;
const main = (page: Page) => page.textContent('main');

async function vul(page: Page, dossier: Id, velden: Record<string, string>): Promise<void> {
  await page.goto(`${d.basis}/dossiers/${dossier}/veroorzaker`);
  await page.getByRole('link', { name: 'Vul gegevens aan' }).first().click();
  for (const [label, w] of Object.entries(velden)) await page.getByLabel(label, { exact: false }).first().fill(w);
  await page.getByRole('button', { name: 'Bewaar' }).click();
  await expect.poll(() => main(page)).toContain('Opgeslagen.');
}

describe('who the veroorzaker is', () => {
  it('a second incident finds the veroorzaker of the first through a misspelt name, without JavaScript; decided, joined, and taken apart again', async () => {
    const [eerste, tweede] = [await meld('samira', 'M. el Idrissi'), await meld('beheerder', 'Mohamed Idrisi')];
    const page = await open('adviseur', { js: false });
    await vul(page, eerste, { 'Voornamen of voorletters': 'Mohammed', Voorvoegsel: 'el', Achternaam: 'Idrissi', Geboortedatum: '7-3-1984' });
    await vul(page, tweede, { 'Voornamen of voorletters': 'Mohamed', Achternaam: 'Idrisi', Geboortedatum: '7-3-1984' });
    expect(await main(page)).toContain('Is dit iemand die we al kennen?');
    expect(await main(page)).toContain('waarschijnlijk dezelfde');
    expect(await main(page)).toContain('geboortedatum gelijk');
    await page.getByRole('button', { name: 'Dit is dezelfde' }).click();
    expect(await main(page)).toContain('Vastgelegd: dit is dezelfde persoon.');
    expect(await main(page)).toContain('Eén ander voorval');
    expect(await main(page)).not.toContain('Is dit iemand die we al kennen?');
    await page.getByRole('link', { name: 'Bekijk deze persoon' }).first().click();
    expect(await main(page)).toContain('2 voorvallen');
    await page.getByRole('link', { name: /Haal uit elkaar/ }).click();
    await page.getByLabel('Waarom is dit iemand anders?').fill('Zijn broer, bleek aan de balie.');
    await page.getByRole('button', { name: 'Haal uit elkaar' }).click();
    expect(await main(page)).toContain('Eén voorval');
    await page.goto(`${d.basis}/dossiers/${tweede}/veroorzaker`);
    expect(await main(page)).not.toContain('Is dit iemand die we al kennen?');
  });

  it('a person is looked up with a purpose, and no name stands in the address', async () => {
    const page = await open('adviseur', { venster: SMAL });
    await page.goto(`${d.basis}/personen`);
    await page.getByLabel('Achternaam').fill('Idrissi');
    await page.getByLabel('Geboortedatum').fill('7-3-1984');
    await page.getByRole('button', { name: 'Zoek', exact: true }).click();
    expect(await main(page)).toContain('Kies waarvoor je zoekt.');
    await page.getByRole('radio', { name: 'Een melding behandelen' }).check({ force: true });
    await page.getByRole('button', { name: 'Zoek', exact: true }).click();
    await expect.poll(() => main(page)).toContain('Mohammed el Idrissi');
    expect(page.url()).toBe(`${d.basis}/personen`);
  });

  it('the leidinggevende fills in what he knows and sees nothing of who it may be elsewhere', async () => {
    const [eerste, tweede] = [await meld('beheerder', 'Anna Wybenga'), await meld('samira', 'A. Wibenga')];
    const adviseur = await open('adviseur');
    await vul(adviseur, eerste, { 'Voornamen of voorletters': 'Anna', Achternaam: 'Wybenga', Geboortedatum: '1-2-1970' });
    const page = await open('karin');
    await vul(page, tweede, { 'Voornamen of voorletters': 'Anna', Achternaam: 'Wybenga', Geboortedatum: '1-2-1970' });
    expect(await main(page)).not.toContain('Is dit iemand die we al kennen?');
    expect(await main(page)).not.toContain('Bekijk deze persoon');
    const antwoord = await page.goto(`${d.basis}/personen`);
    expect(antwoord?.status()).toBe(404);
  });

  it('a request for inzage ends in a letter and an overview, with a second person for a refusal', async () => {
    const page = await open('adviseur');
    await page.goto(`${d.basis}/personen`);
    await page.getByRole('radio', { name: 'Een verzoek van de persoon zelf behandelen' }).check({ force: true });
    await page.getByLabel('Achternaam').fill('Wybenga');
    await page.getByLabel('Geboortedatum').fill('1-2-1970');
    await page.getByRole('button', { name: 'Zoek', exact: true }).click();
    await page.getByRole('link', { name: /Anna Wybenga/ }).first().click();
    await page.getByRole('link', { name: 'Leg een verzoek vast' }).click();
    await page.getByRole('radio', { name: /Inzage/ }).check({ force: true });
    await page.getByLabel('Wat wordt er gevraagd?').fill('Alles wat jullie over mij hebben.');
    await page.getByLabel('Hoe weet je dat de persoon het zelf vraagt?').fill('Kwam langs met een paspoort.');
    await page.getByRole('button', { name: 'Leg vast' }).click();
    expect(await main(page)).toContain('De termijn loopt.');
    const verzoek = page.url();
    const [bestand] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download om te lezen en te printen' }).click()]);
    expect(bestand.suggestedFilename()).toBe('overzicht-inzage.html');
    await page.goto(`${verzoek}/besluit`);
    await page.getByRole('radio', { name: /^Geweigerd/ }).check({ force: true });
    await page.getByLabel('Waarom?').fill('Er loopt een strafrechtelijk onderzoek.');
    await page.getByLabel('Zet een brief klaar').uncheck({ force: true });
    await page.getByRole('button', { name: 'Leg het besluit vast' }).click();
    expect(await main(page)).toContain('wacht op een tweede persoon');
    const fg = await open('fg');
    await fg.goto(verzoek);
    await fg.getByRole('link', { name: 'Kijk het besluit na' }).click();
    await fg.getByRole('radio', { name: 'Ja, dit besluit klopt' }).check({ force: true });
    await fg.getByRole('button', { name: 'Leg vast' }).click();
    expect(await main(fg)).toContain('Bevestigd. Het besluit geldt.');
  });
});
