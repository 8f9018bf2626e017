import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { alsMens, SMAL, startBrowser, startDraaiend, type Draaiend } from '../../../tests/hulp/draaiend.ts';
import { maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maatregelhulp } from '../../../tests/hulp/maatregel.ts';

let d: Draaiend;
let browser: Browser;
let deuren: Testdeuren;
let h: ReturnType<typeof maatregelhulp>;
beforeAll(async () => {
  d = await startDraaiend();
  browser = await startBrowser();
  deuren = maakTestdeuren(d.database.app, d.klok);
  h = maatregelhulp(d.database, () => deuren, () => d.org);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await d?.stop();
});

it('goes from advice to decision in a browser: the Adviseur proposes and motivates, Petra decides, Samira reads it', async () => {
  await h.machtig('petra');
  const x = await h.incident();
  const { page } = await alsMens(browser, d, 'adviseur', { venster: SMAL });
  const kies = (naam: string) => page.getByLabel(naam, { exact: false }).first();
  await page.goto(`${d.basis}/dossiers/${x.dossierId}/maatregelen`);
  await page.getByRole('link', { name: 'Stel een maatregel voor' }).click();
  expect(await page.textContent('main')).toContain('Tabel A, regel 5');
  await page.getByRole('link', { name: 'Pandverbod', exact: true }).click();
  // Following the advice, which is filled in, needs no reason.
  await page.getByRole('button', { name: 'Stel voor' }).click();
  await page.waitForSelector('text=Het voorstel staat klaar');

  await page.getByRole('link', { name: 'Motiveer' }).click();
  await kies('Waar, in algemene woorden?').fill('aan de balie');
  await kies('Wat deed of zei de betrokkene?').fill('U zei tegen Samira dat u haar zou opwachten.');
  await kies('Ik heb nagelezen').check({ force: true });
  await page.getByLabel('Bedreigen van wie hier werkt', { exact: false }).check({ force: true });
  await kies('Waarom past deze maatregel').fill('Een waarschuwing is te licht.');
  await kies('Waarom zo lang').fill('Dit noemt het handelingskader.');
  await kies('Wat heb je afgewogen').fill('Contact per e-mail blijft open.');
  await page.getByRole('button', { name: 'Bewaar de motivering' }).click();
  await page.waitForSelector('#foutsamenvatting');
  expect(await page.textContent('main')).toContain('Hieraan is te zien om welke collega');
  await kies('Wat deed of zei de betrokkene?').fill('U zei dat u iemand zou opwachten.');
  await page.getByRole('button', { name: 'Bewaar de motivering' }).click();
  await page.waitForSelector('text=De motivering is bewaard');

  await page.getByRole('link', { name: 'Regel de dienstverlening' }).click();
  await kies('Hoe kan de betrokkene wel bij jullie terecht?').fill('per e-mail');
  await kies('Wie is de contactpersoon?').fill('Milan Vos');
  await kies('Waar gaat de brief heen?').fill('Dorpsstraat 1\n1234 AB Proefdam');
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await page.waitForSelector('text=U mag van');

  await h.hoor(x);
  await page.reload();
  await page.getByRole('link', { name: 'Weeg mee' }).click();
  await kies('Wat zei de betrokkene, in het kort?').fill('U zei dat het u spijt.');
  await kies('Wat heb je daarmee gedaan?').fill('Uw spijt telt mee.');
  await page.getByRole('button', { name: 'Bewaar de weging' }).click();
  await page.getByLabel('Wie beslist, als').selectOption({ label: 'Petra Kuipers' });
  await page.getByRole('button', { name: 'Leg voor' }).click();
  await page.waitForSelector('text=Voorgelegd');

  const petra = (await alsMens(browser, d, 'petra', { venster: SMAL })).page;
  await petra.goto(`${d.basis}/vandaag`);
  await petra.getByRole('link', { name: 'Beslis over een maatregel' }).first().click();
  const gezien = (await petra.textContent('main')) ?? '';
  for (const zin of ['U zei dat u iemand zou opwachten.', 'Ik was boos en het spijt me.', 'Uw spijt telt mee.', 'Het handelingskader adviseert']) expect(gezien).toContain(zin);
  expect(gezien).not.toContain('Samira');
  await petra.getByLabel('Ik neem dit besluit').check({ force: true });
  await petra.getByRole('button', { name: 'Leg mijn besluit vast' }).click();
  await petra.waitForSelector('text=Je besluit is vastgelegd');
  const na = await petra.goto(`${d.basis}/dossiers/${x.dossierId}/maatregelen`);
  expect(na?.status()).toBe(404);

  await page.goto(`${d.basis}/dossiers/${x.dossierId}/brieven`);
  expect(await page.textContent('main')).toContain('Pandverbod');
  const samira = (await alsMens(browser, d, 'samira', { venster: SMAL })).page;
  await samira.goto(`${d.basis}/mijn-meldingen/${x.dossierId}`);
  expect(await samira.textContent('main')).toContain('Er is een maatregel opgelegd aan wie dit deed');
}, 120_000);
