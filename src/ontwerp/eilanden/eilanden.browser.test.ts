import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BREEDTES, startProef, type Proef } from '../proef.ts';

let proef: Proef;
beforeAll(async () => {
  proef = await startProef();
});
afterAll(() => proef.stop());

test('a form that came back is read from its summary, and each line leads to its field', async () => {
  const { pagina } = await proef.open('melden-fout');
  const focus = (): Promise<string | undefined> => pagina.evaluate(() => document.activeElement?.id);
  expect(await focus()).toBe('foutsamenvatting');
  await pagina.getByRole('link', { name: 'Kies waar het was.' }).click();
  expect(await focus()).toBe('veld-waar');
});

test('/ goes to search, j and k walk through the list, letters in a field stay letters', async () => {
  const { pagina } = await proef.open('vandaag');
  const focus = (): Promise<string | null | undefined> => pagina.evaluate(() => document.activeElement?.textContent || document.activeElement?.getAttribute('name'));
  await pagina.keyboard.press('j');
  expect(await focus()).toBe('Bel Samira Haddad (nazorg)');
  await pagina.keyboard.press('j');
  expect(await focus()).toBe('Reageer richting veroorzaker');
  await pagina.keyboard.press('k');
  expect(await focus()).toBe('Bel Samira Haddad (nazorg)');
  await pagina.keyboard.press('k');
  expect(await focus()).toBe('Bel Samira Haddad (nazorg)');
  await pagina.keyboard.press('/');
  expect(await focus()).toBe('q');
  await pagina.keyboard.type('jk/gd');
  expect(await pagina.inputValue('#zoek-q')).toBe('jk/gd');
});

test('g and a letter goes to that page of the menu', async () => {
  const { pagina } = await proef.open('vandaag');
  await pagina.evaluate(() => document.querySelector('[data-sneltoets=d]')?.setAttribute('href', '/dossier'));
  await pagina.keyboard.press('g');
  await pagina.keyboard.press('d');
  await pagina.waitForURL('**/dossier');
});

test('what someone fills in is saved meanwhile, and the page says when', async () => {
  const { pagina } = await proef.open('melden');
  proef.verstuurd.length = 0;
  await pagina.getByLabel('In je eigen woorden').fill('Hij boog over de balie.');
  await pagina.getByText(/^Opgeslagen om \d{1,2}\.\d{2} uur$/).waitFor();
  expect(proef.verstuurd).toHaveLength(1);
  const velden = new URLSearchParams(proef.verstuurd[0]?.inhoud);
  expect(proef.verstuurd[0]?.pad).toBe('concept');
  expect(velden.get('verhaal')).toBe('Hij boog over de balie.');
  expect(velden.get('_csrf')).toBe('x');
  expect(velden.has('_sleutel')).toBe(false);
});

test('when saving fails the page says so, and leaving it tries once more', async () => {
  const { pagina } = await proef.open('melden');
  proef.antwoord.status = 503;
  await pagina.getByLabel('In je eigen woorden').fill('Nog iets.');
  await pagina.getByText('Nog niet opgeslagen. We proberen het zo weer.').waitFor();
  proef.antwoord.status = 204;
  proef.verstuurd.length = 0;
  await pagina.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await pagina.getByText(/^Opgeslagen om/).waitFor();
  expect(new URLSearchParams(proef.verstuurd[0]?.inhoud).get('verhaal')).toBe('Nog iets.');
});

test('when the server refuses to save, the page does not keep asking', async () => {
  const { pagina } = await proef.open('melden');
  proef.antwoord.status = 403;
  await pagina.getByLabel('In je eigen woorden').fill('Iets.');
  await pagina.getByText('Dit kan nu niet tussendoor worden opgeslagen.').waitFor();
  proef.antwoord.status = 204;
});

test('pressing send twice sends once, and the button keeps its looks', async () => {
  const { pagina } = await proef.open('galerij');
  proef.verstuurd.length = 0;
  const knop = pagina.getByRole('form', { name: 'Ingevuld formulier' }).getByRole('button', { name: 'Verstuur' });
  await knop.dblclick();
  await pagina.waitForLoadState('networkidle');
  expect(proef.verstuurd.filter((v) => v.pad === 'galerij')).toHaveLength(1);
  expect(await knop.isEnabled()).toBe(true);
});

describe('dates and times', () => {
  test('vandaag and gisteren fill the field', async () => {
    const { pagina } = await proef.open('galerij');
    await pagina.clock.setFixedTime(new Date('2026-03-01T11:00:00+01:00'));
    const veld = pagina.locator('#veld-dag-goed');
    const rij = pagina.locator('[data-snel=veld-dag-goed]');
    await rij.getByRole('button', { name: 'Gisteren' }).click();
    expect(await veld.inputValue()).toBe('28-02-2026');
    await rij.getByRole('button', { name: 'Vandaag' }).click();
    expect(await veld.inputValue()).toBe('01-03-2026');
  });

  test('a date typed on a phone without dashes is rewritten on leaving the field', async () => {
    const { pagina } = await proef.open('galerij');
    await pagina.locator('#veld-dag-goed').fill('23112026');
    await pagina.locator('#veld-tijd-goed').fill('1410');
    await pagina.locator('#veld-naam-goed').focus();
    expect(await pagina.locator('#veld-dag-goed').inputValue()).toBe('23-11-2026');
    expect(await pagina.locator('#veld-tijd-goed').inputValue()).toBe('14.10');
  });
});

test('chosen files are listed by name and size', async () => {
  const { pagina } = await proef.open('galerij');
  await pagina.locator('#veld-foto-goed').setInputFiles([{ name: 'balie <b>.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(412_300) }]);
  expect(await pagina.locator('[data-bestanden=veld-foto-goed] li').allTextContents()).toEqual(['balie <b>.jpg, 412 kB']);
});

test('the count appears when it begins to matter', async () => {
  const { pagina } = await proef.open('galerij');
  const veld = pagina.locator('#veld-verhaal-goed');
  const teller = pagina.locator('#veld-verhaal-goed-teller');
  await veld.fill('x'.repeat(100));
  await veld.fill('x'.repeat(480));
  await teller.getByText('Nog 20 tekens').waitFor();
  await veld.fill('x'.repeat(503));
  await teller.getByText('3 tekens te veel').waitFor();
});

test('the theme can be switched and is remembered for the server', async () => {
  const { pagina } = await proef.open('vandaag', { colorScheme: 'light' });
  const grond = (): Promise<string> => pagina.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const licht = await grond();
  await pagina.getByText('Karin de Boer').first().click();
  await pagina.getByRole('button', { name: 'Licht of donker' }).click();
  expect(await grond()).not.toBe(licht);
  expect((await pagina.context().cookies()).find((c) => c.name === 'rd_thema')?.value).toBe('donker');
});

test('of tabs that do not fit, the one you are on stands in view', async () => {
  const { pagina } = await proef.open('galerij', { viewport: BREEDTES.smal });
  const rechts = await pagina.locator(".rd-tabs [aria-current='page']").evaluate((el) => el.getBoundingClientRect().right);
  expect(rechts).toBeGreaterThan(0);
  expect(rechts).toBeLessThanOrEqual(BREEDTES.smal.width);
});

test('a menu folds out without script and closes on Escape with it', async () => {
  const zonder = await proef.open('vandaag', { viewport: BREEDTES.telefoon, javaScriptEnabled: false });
  await zonder.pagina.getByText('Menu', { exact: true }).click();
  await zonder.pagina.getByRole('link', { name: 'Dossiers' }).waitFor({ state: 'visible' });
  const met = await proef.open('vandaag', { viewport: BREEDTES.telefoon });
  await met.pagina.getByText('Menu', { exact: true }).click();
  await met.pagina.getByRole('link', { name: 'Dossiers' }).waitFor({ state: 'visible' });
  await met.pagina.keyboard.press('Escape');
  await met.pagina.getByRole('link', { name: 'Dossiers' }).waitFor({ state: 'hidden' });
});

test('without script nothing is offered that needs it', async () => {
  const { pagina } = await proef.open('galerij', { javaScriptEnabled: false });
  expect(await pagina.locator('[data-snel]').first().isVisible()).toBe(false);
  expect(await pagina.locator('[data-themawissel]').isVisible()).toBe(false);
  expect(await pagina.locator('.rd-zoek__toets').isVisible()).toBe(false);
});
