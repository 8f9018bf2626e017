import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestdeuren, type Testdeuren } from '../hulp/deuren.ts';
import { alsMens, startBrowser, startDraaiend, type Draaiend } from '../hulp/draaiend.ts';
import { maatregelhulp } from '../hulp/maatregel.ts';
import type { Mens } from '../hulp/organisatie.ts';

// A new version of the handelingskader in the browser, without a developer and without JavaScript: changed, judged, reckoned through, put in force by another.

let d: Draaiend;
let browser: Browser;
let deuren: Testdeuren;

beforeAll(async () => {
  d = await startDraaiend();
  browser = await startBrowser();
  deuren = maakTestdeuren(d.database.app, d.klok);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await d?.stop();
});

const venster = async (wie: Mens): Promise<Page> => (await alsMens(browser, d, wie, { js: false })).page;
const hoofd = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
const druk = (page: Page, naam: string): Promise<void> => page.getByRole('button', { name: naam, exact: true }).first().click();
const ga = (page: Page, naam: string): Promise<void> => page.getByRole('link', { name: naam, exact: true }).first().click();

describe('a version of the handelingskader', () => {
  it('is made, named where it has a gap, held against last year, put in force by a second person, and leaves running cases what they had', async () => {
    const h = maatregelhulp(d.database, () => deuren, () => d.org);
    const eerder = await h.incident();

    const adviseur = await venster('adviseur');
    await adviseur.goto(`${d.basis}/handelingskader/versies`);
    await druk(adviseur, 'Maak een nieuwe versie');
    const pad = new URL(adviseur.url()).pathname;
    expect(await hoofd(adviseur)).toContain('Niets staat in de weg');

    // A behaviour nobody wrote a rule for is named, and the version cannot go on.
    await ga(adviseur, 'Nieuw gedrag');
    await adviseur.getByLabel('Welk gedrag?').fill('Filmen zonder te stoppen');
    await adviseur.locator('input[name=soort][value=verbaal]').check({ force: true });
    await druk(adviseur, 'Bewaar in het concept');
    expect(await hoofd(adviseur)).toContain('Voor ‘Filmen zonder te stoppen’ is er geen regel');
    expect(await adviseur.getByRole('link', { name: 'Leg voor', exact: true }).count()).toBe(0);
    expect((await adviseur.goto(`${d.basis}${pad}/vaststellen`))?.status()).toBe(404);

    // A rule for it: a ban without a term is answered at its field, and nothing typed is lost.
    await adviseur.goto(`${d.basis}${pad}/regel`);
    await adviseur.getByLabel('Reden').fill('Filmen aan de balie');
    await adviseur.locator('input[name=gedragingen][value=filmen_zonder_te_stoppen]').check({ force: true });
    await adviseur.locator('input[name=eerste_wat][value=pandverbod]').check({ force: true });
    await adviseur.locator('input[name=beslissers][value=leidinggevende]').check({ force: true });
    await druk(adviseur, 'Bewaar in het concept');
    expect(await adviseur.title()).toMatch(/^Fout:/);
    expect(await hoofd(adviseur)).toContain('Kies hoe lang. Een maatregel zonder einde bestaat niet.');
    expect(await adviseur.getByLabel('Reden').inputValue()).toBe('Filmen aan de balie');
    await adviseur.locator('[name=eerste_duur]').selectOption('vast');
    await adviseur.locator('[name=eerste_van]').fill('1');
    await druk(adviseur, 'Bewaar in het concept');
    expect(await hoofd(adviseur)).toContain('Niets staat in de weg');

    // A threat against a colleague: four months instead of three. Table B still says three, so a person chooses between them.
    await adviseur.goto(`${d.basis}${pad}/regel?regel=A5`);
    await adviseur.locator('[name=eerste_van]').fill('4');
    await druk(adviseur, 'Bewaar in het concept');
    await ga(adviseur, 'Reken door op het afgelopen jaar');
    const doorgerekend = await hoofd(adviseur);
    // Whom she could not name yet, and whom the Adviseur did: each counts.
    expect(doorgerekend).toContain('Van 2 incidenten verandert bij 2 het advies.');
    expect(doorgerekend).toMatch(/Burgerzaken.*Pandverbod van 3 maanden.*Pandverbod van 3 tot 4 maanden/s);

    await ga(adviseur, 'Terug naar het concept');
    await ga(adviseur, 'Leg voor');
    await adviseur.getByLabel('Vanaf welke dag geldt zij?').fill('22-11-2026');
    await adviseur.getByLabel('Wat verandert er en waarom?').fill('Dreiging vier maanden, en een regel voor filmen.');
    await druk(adviseur, 'Leg voor');
    expect(await adviseur.title()).toMatch(/^Fout:/);
    await adviseur.getByLabel('Vanaf welke dag geldt zij?').fill('25-11-2026');
    await druk(adviseur, 'Leg voor');
    expect(await hoofd(adviseur)).toContain('Een ander dan wie eraan werkte moet haar vaststellen.');
    expect(await adviseur.getByRole('link', { name: 'Stel vast', exact: true }).count()).toBe(0);

    const beheerder = await venster('beheerder');
    await beheerder.goto(d.basis + pad);
    await ga(beheerder, 'Stel vast');
    expect(await hoofd(beheerder)).toContain('Gemaakt door Noor Adriaans');
    await druk(beheerder, 'Stel vast');
    expect(await hoofd(beheerder)).toContain('Vanaf wo 25 november');
    // What is put in force is nobody's to change.
    expect((await adviseur.goto(`${d.basis}${pad}/regel?regel=A5`))?.status()).toBe(404);

    // From its day it holds for what happens then; the case of before keeps its own.
    d.klok.zet('2026-11-25T10:00:00Z');
    const later = await h.incident({ naam: 'Henk Jansma' });
    await adviseur.context().close();
    const opnieuw = await venster('adviseur');
    const lees = async (dossierId: string): Promise<string> => {
      await opnieuw.goto(`${d.basis}/dossiers/${dossierId}`);
      return hoofd(opnieuw);
    };
    const [oud, nieuw] = [await lees(eerder.dossierId), await lees(later.dossierId)];
    expect([/pandverbod van 3 maanden/.test(oud), oud.includes('versie 1')]).toEqual([true, true]);
    expect([/pandverbod van 3 tot 4 maanden/.test(nieuw), nieuw.includes('versie 2')]).toEqual([true, true]);
  }, 60_000);
});
