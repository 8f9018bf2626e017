import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../src/kern/ids.ts';
import { classificeer } from '../../src/dossier/handelingen/bijwerken.ts';
import { dienMeldingIn } from '../../src/melden/index.ts';
import { veroorzakerbeeld, vulVeroorzakerAan } from '../../src/veroorzakers/dossier.ts';
import { alsMens, BREED, logIn, SMAL, startBrowser, startDraaiend, type Draaiend } from '../hulp/draaiend.ts';
import { maakTestdeuren, type Testdeuren } from '../hulp/deuren.ts';
import type { Mens } from '../hulp/organisatie.ts';

/** Screenshots for the manual: `BEELDEN=docs/handleiding/beelden`. */
const BEELDEN = process.env.BEELDEN;
async function beeld(page: Page, naam: string): Promise<void> {
  if (BEELDEN) await page.screenshot({ path: join(BEELDEN, `${naam}.png`), fullPage: true });
}

let d: Draaiend;
let browser: Browser;
let deuren: Testdeuren;
let dossier: Id;

beforeAll(async () => {
  d = await startDraaiend();
  browser = await startBrowser();
  deuren = maakTestdeuren(d.database.app, d.klok);
  const als = (wie: Mens) => deuren.als(d.org.id, d.org.mens[wie]);
  ({ dossierId: dossier } = await deuren.voer(dienMeldingIn, { vormen: ['dreigen'], wanneer: 'vandaag', tijd: '13.05', locatie: d.org.locatie.stadhuis, verhaal: 'Hij zei dat hij me buiten zou opwachten.', veroorzaker: 'naam', veroorzaker_naam: 'M. el Idrissi', belwens: 'vandaag', concept: '' }, await als('samira')));
  const { versie } = await d.database.migratie.selectFrom('dossier').select('versie').where('id', '=', dossier).executeTakeFirstOrThrow();
  await deuren.voer(classificeer, { id: dossier, versie: String(versie), vormen: [d.org.vorm.dreigen], ernst: 'ernstig', ernst_reden: 'Zij is bedreigd.' }, await als('adviseur'));
  const [wie] = (await deuren.vraag(veroorzakerbeeld, { id: dossier }, await als('adviseur'))).veroorzakers;
  await deuren.voer(vulVeroorzakerAan, { id: dossier, betrokkene: wie?.id, versie: '0', soort: 'bekend', voornamen: 'Mohammed', voorvoegsel: 'el', geslachtsnaam: 'Idrissi', geboren: '7-3-1984', straat: 'Dorpsstraat', huisnummer: '12 bis', postcode: '1234 AB', woonplaats: 'Proefdam' }, await als('adviseur'));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await d?.stop();
});

/** Counts what a finger does: touches on the screen, not what is typed. */
function metTikken(page: Page): { tik(naam: string, rol?: 'button' | 'link' | 'samenvatting'): Promise<void>; aantal: () => number } {
  let n = 0;
  return {
    aantal: () => n,
    async tik(naam, rol = 'button') {
      n += 1;
      await (rol === 'samenvatting' ? page.locator('summary', { hasText: naam }).first() : page.getByRole(rol, { name: naam, exact: true })).click();
    },
  };
}

describe('a signal, from the dossier to the front door', () => {
  it('is made by the Adviseur on what the dossier rests on, with an end', async () => {
    const { page, context } = await alsMens(browser, d, 'adviseur', { venster: BREED });
    await page.goto(`${d.basis}/dossiers/${dossier}/signaal`);
    await page.getByRole('link', { name: 'Maak een signaal' }).click();
    await page.getByLabel('Bedreiging', { exact: true }).check({ force: true });
    await page.getByLabel('Ga met zijn tweeën').check({ force: true });
    await page.getByLabel('Korte aanvulling').fill('Vraag naar Samira');
    await page.getByLabel('Tot en met').fill('23-05-2027');
    await page.getByLabel('We laten het weten').check({ force: true });
    await page.getByRole('button', { name: 'Maak het signaal' }).click();
    await page.getByRole('heading', { name: 'Eén ding klopt nog niet' }).waitFor();
    await page.getByLabel('Korte aanvulling').fill('Parkeer om de hoek');
    await page.getByRole('button', { name: 'Maak het signaal' }).click();
    await page.waitForURL(/\/signalen\/[0-9a-f-]{36}$/);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Idrissi');
    await page.getByRole('link', { name: 'Licht collega’s in' }).click();
    await page.getByLabel('Werk en inkomen').check({ force: true });
    await page.getByRole('button', { name: 'Licht in' }).click();
    await page.getByText('0 van 4 las het').waitFor();
    await context.close();
    await d.werk();
    expect(d.vangnet.berichten().filter((b) => b.tekst.includes('Er is een instructie voor je')).length).toBe(4);
  }, 60_000);

  it.each([['with', true], ['without', false]])('is seen by who visits, on a phone, within three taps, %s JavaScript', async (_, js) => {
    const { page, context } = await alsMens(browser, d, 'consulent', { venster: SMAL, js });
    await page.goto(`${d.basis}/vandaag`);
    const { tik, aantal } = metTikken(page);
    // Where the menu is folded on a phone, opening it is a tap of its own.
    if (!(await page.getByRole('link', { name: 'Controle vooraf', exact: true }).isVisible())) await tik('Menu', 'samenvatting');
    await tik('Controle vooraf', 'link');
    await page.waitForURL(/\/controle$/);
    // Focus goes from field to field with the keyboard of the phone: no tap.
    await page.getByLabel('Naam').focus();
    await page.keyboard.type('mohamed idrisi');
    await page.keyboard.press('Tab');
    await page.keyboard.type('7-3-1984');
    await tik('Huisbezoek');
    await page.getByRole('heading', { name: 'Deze persoon: geel' }).waitFor();
    expect(aantal()).toBeLessThanOrEqual(3);
    await beeld(page, 'controle');
    const tekst = await page.locator('main').innerText();
    expect(tekst).toContain('Ga met zijn tweeën');
    expect(tekst).toContain('Parkeer om de hoek');
    for (const geheim of ['Idris', '1984', 'opwachten', 'Samira', 'Bedreiging', 'balie', dossier]) expect(tekst.toLowerCase()).not.toContain(geheim.toLowerCase());
    expect(page.url()).toBe(`${d.basis}/controle`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await context.close();
  }, 60_000);

  it('gives no light on a name alone, and asks for what would decide', async () => {
    const { page, context } = await alsMens(browser, d, 'receptionist', { venster: SMAL });
    await page.goto(`${d.basis}/controle`);
    await page.getByLabel('Naam').fill('Mohammed el Idrissi');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Kies waarvoor je dit wilt weten.' }).waitFor();
    await page.getByRole('button', { name: 'Balie', exact: true }).click();
    await page.getByRole('heading', { name: 'Deze persoon: niet te bepalen' }).waitFor();
    expect(await page.getByLabel('Naam').inputValue()).toBe('Mohammed el Idrissi');
    await page.getByLabel('Geboortedatum').fill('7-3-1984');
    await page.getByRole('button', { name: 'Balie', exact: true }).click();
    await page.getByRole('heading', { name: 'Deze persoon: geel' }).waitFor();
    await page.getByRole('link', { name: 'Nog een controle' }).click();
    await page.getByLabel('Postcode').fill('1234ab');
    await page.getByLabel('Huisnummer').fill('12');
    await page.getByRole('button', { name: 'Balie', exact: true }).click();
    await page.getByText('misschien een andere woning').waitFor();
    await context.close();
  }, 60_000);

  it('is read by a colleague who was told, and stays in his Vandaag', async () => {
    const { page, context } = await alsMens(browser, d, 'milan', { venster: SMAL });
    await page.goto(`${d.basis}/vandaag`);
    await page.getByRole('link', { name: 'Lees een instructie' }).click();
    await page.getByText('Ga met zijn tweeën').waitFor();
    await page.getByRole('button', { name: 'Ik heb dit gelezen' }).click();
    await page.getByText('De Adviseur weet dat je dit las').waitFor();
    await page.goto(`${d.basis}/vandaag`);
    await page.getByRole('heading', { name: 'Instructies voor jou' }).waitFor();
    await context.close();
  }, 60_000);

  it('prepares a visit, and is watched until the colleague is back', async () => {
    const { page, context } = await alsMens(browser, d, 'consulent', { venster: SMAL });
    await page.goto(`${d.basis}/controle`);
    await page.getByLabel('Naam').fill('Mohammed el Idrissi');
    await page.getByLabel('Geboortedatum').fill('7-3-1984');
    await page.getByRole('button', { name: 'Huisbezoek', exact: true }).click();
    await page.getByRole('link', { name: 'Bereid het bezoek voor' }).click();
    await page.getByRole('button', { name: 'Ik ga', exact: true }).click();
    await page.getByRole('heading', { name: /dingen kloppen nog niet/ }).waitFor();
    for (const vak of await page.getByRole('checkbox').all()) await vak.check({ force: true });
    await page.getByLabel('Uiterlijk terug om').fill('15.30');
    await page.getByLabel('Waar ga je heen?').fill('Dorpsstraat 12 bis');
    await page.getByRole('button', { name: 'Ik ga', exact: true }).click();
    await page.getByRole('button', { name: 'Ik ben er' }).click();
    await page.getByText('Genoteerd: je bent er.').waitFor();
    d.klok.zet('2026-11-23T14:41:00Z');
    await d.werk();
    await d.werk();
    const leiding = await alsMens(browser, d, 'petra', { venster: SMAL });
    await leiding.page.goto(`${d.basis}/vandaag`);
    await leiding.page.getByRole('link', { name: 'Kees Hofman is nog niet terug' }).click();
    await leiding.page.getByText('Dorpsstraat 12 bis').waitFor();
    // Signed out meanwhile, as after every half hour away: he signs in, and his visit is the first thing he sees.
    await logIn(page, d, 'Kees Hofman');
    await page.goto(`${d.basis}/vandaag`);
    await page.getByRole('link', { name: 'Laat weten dat je terug bent' }).click();
    await page.getByRole('button', { name: 'Ik ben veilig terug' }).click();
    await page.getByText('Fijn dat je terug bent.').waitFor();
    expect((await leiding.page.reload())?.status()).toBe(404);
    await leiding.context.close();
    await context.close();
  }, 60_000);

  it('checks the list of a whole day, row by row, and keeps nothing of it', async () => {
    const { page, context } = await alsMens(browser, d, 'consulent', { venster: BREED });
    await page.goto(`${d.basis}/controle/lijst`);
    await page.getByText('Huisbezoek', { exact: true }).click();
    const regels = ['naam;geboortedatum;postcode;huisnummer', 'Mohammed el Idrissi;7-3-1984;1234 AB;12 bis', 'Els de Boer;1-1-1990;;', 'Piet Pieters;31-02-1980;;', 'Jan Jansen;;;'];
    await page.getByLabel('Of kies een bestand').setInputFiles({ name: 'morgen.csv', mimeType: 'text/csv', buffer: Buffer.from(regels.join('\n')) });
    await page.getByRole('button', { name: 'Controleer de lijst' }).click();
    await page.getByRole('heading', { name: 'Uitslag van je daglijst' }).waitFor();
    const rijen = await page.locator('tbody tr').allInnerTexts();
    expect(rijen.map((r) => /Geel|Geen signaal gevonden|Niet te bepalen|Niet gelezen/.exec(r)?.[0])).toEqual(['Geel', 'Geen signaal gevonden', 'Niet gelezen', 'Niet te bepalen']);
    expect(rijen[2]).toContain('31 februari bestaat niet');
    expect(page.url()).toBe(`${d.basis}/controle/lijst`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await page.getByText('Ga met zijn tweeën').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`${d.basis}/controle/lijst`);
    await page.getByText('Huisbezoek', { exact: true }).click();
    await page.getByLabel('Of kies een bestand').setInputFiles({ name: 'alles.csv', mimeType: 'text/csv', buffer: Buffer.from('Jan Jansen;7-3-1984\n'.repeat(50_000)) });
    await page.getByRole('button', { name: 'Controleer de lijst' }).click();
    await page.getByRole('link', { name: /hoogstens 200 regels/ }).waitFor();
    await context.close();
  }, 60_000);

  it('expires by itself: after its last day nobody sees it any more', async () => {
    d.klok.zet('2027-05-23T21:30:00Z');
    const lees = async (wie: Mens): Promise<string> => {
      const { page, context } = await alsMens(browser, d, wie, { venster: SMAL });
      await page.goto(`${d.basis}/controle`);
      await page.getByLabel('Naam').fill('Mohammed el Idrissi');
      await page.getByLabel('Geboortedatum').fill('7-3-1984');
      await page.getByRole('button', { name: 'Balie', exact: true }).click();
      const kop = (await page.getByRole('heading', { name: /^Deze persoon/ }).textContent()) ?? '';
      await context.close();
      return kop;
    };
    await d.werk();
    expect(await lees('receptionist')).toBe('Deze persoon: geel');
    d.klok.zet('2027-05-23T22:05:00Z');
    expect(await lees('receptionist')).toBe('Deze persoon: geen signaal gevonden');
    await d.werk();
    const { page, context } = await alsMens(browser, d, 'milan', { venster: SMAL });
    await page.goto(`${d.basis}/vandaag`);
    expect(await page.getByRole('heading', { name: 'Instructies voor jou' }).count()).toBe(0);
    await context.close();
    const adviseur = await alsMens(browser, d, 'adviseur');
    await adviseur.page.goto(`${d.basis}/dossiers/${dossier}`);
    await adviseur.page.getByText('Een signaal is verlopen.').waitFor();
    await adviseur.context.close();
  }, 60_000);
});
