import { sql } from 'kysely';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { HtmlValidate } from 'html-validate';
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { h } from 'preact';
import { z } from 'zod';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakKlok, type Testklok } from '../../../tests/hulp/deuren.ts';
import { BREED, SMAL, startBrowser } from '../../../tests/hulp/draaiend.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { startTestsite, type Testsite } from '../../../tests/hulp/sessie.ts';
import { Formulier, Knop, TekstGebied, veld } from '../../ontwerp/index.ts';
import { handeling } from '../../platform/deuren/index.ts';
import { HTML_REGELS } from '../../ontwerp/htmlregels.ts';
import { nodigUitAlsOperator } from '../index.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WACHTWOORD = 'vier losse fietsen zingen';

let td: TestDatabase;
let org: Testorganisatie;
let site: Testsite & { stop(): Promise<void> };
let browser: Browser;
const klok: Testklok = maakKlok();

beforeAll(async () => {
  td = await maakTestDatabase();
  org = await maakOrganisatie(td.migratie, { slug: 'dorp', naam: 'Gemeente Klein Dorp' });
  [site, browser] = await Promise.all([
    startTestsite(td.app, klok, { demo: null, oidc: [], lokaal: [{ slug: 'dorp', passkeys: true, wachtwoorden: true }] }, {
      registreer({ site: s }) {
        s.pagina('/', async (v) => ({ titel: 'Begin', inhoud: `Dag ${v.sessie.medewerker.naam}` }));
        s.formulier('/brief', {
          handeling: handeling({ naam: 'melding.indienen', invoer: z.object({ woorden: z.string() }), voerUit: async () => ({ resultaat: null }) }),
          laad: async () => null,
          klaar: () => ({ naar: '/' }),
          toon: (_, stand) => ({
            titel: 'Brief',
            inhoud: h(Formulier, { actie: '/brief', csrf: stand.csrf, sleutel: stand.sleutel, children: [h(TekstGebied, { ...veld(stand, 'woorden'), label: 'Woorden' }), h(Knop, null, 'Verstuur')] }),
          }),
        });
      },
    }),
    startBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await td?.opruimen();
});
beforeEach(async () => {
  for (const tabel of ['bekend_toestel', 'herstelcode', 'passkey', 'uitnodiging', 'account', 'sessie'] as const) await td.migratie.deleteFrom(tabel).execute();
  await sql`delete from rem`.execute(td.migratie);
});

const uitgenodigd = async (wie: Mens): Promise<string> => {
  const uit = await nodigUitAlsOperator(td.app, klok(), 'dorp', `${wie.toLowerCase()}@dorp.example`);
  if (uit === null) throw new Error('niet gevonden');
  return `${site.oorsprong}${uit.pad}`;
};

/** A window with a device that can make passkeys; `klachten` holds what the console and the content policy complained about. */
async function venster(opties: BrowserContextOptions = {}): Promise<{ context: BrowserContext; page: Page; klachten: string[]; erkent: (ja: boolean) => Promise<void> }> {
  const context = await browser.newContext({ viewport: BREED, locale: 'nl-NL', ...opties });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const klachten: string[] = [];
  page.on('console', (regel) => void (['error', 'warning'].includes(regel.type()) && klachten.push(regel.text())));
  page.on('pageerror', (fout) => klachten.push(fout.message));
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return { context, page, klachten, erkent: async (ja) => void (await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: ja })) };
}

async function maakPasskey(page: Page, wie: Mens): Promise<void> {
  await page.goto(await uitgenodigd(wie));
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Maak een passkey' }).click();
  await page.getByRole('heading', { name: 'Je toegang is ingesteld' }).waitFor();
}
async function logUit(page: Page): Promise<void> {
  await page.locator('summary', { hasText: 'Haddad' }).click();
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await page.getByText('Je bent uitgelogd').waitFor();
}

describe('a passkey in a real browser, under the strict content policy', () => {
  test('is made with an invitation, signs in from then on, and a second one can be added and removed', async () => {
    const { context, page, klachten } = await venster();
    await maakPasskey(page, 'samira');
    expect(await page.locator('main code').count()).toBe(10);
    await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click();
    await page.getByText('Dag Samira Haddad').waitFor();
    await logUit(page);

    await page.goto(`${site.oorsprong}/aanmelden?naar=/account`);
    await page.getByRole('button', { name: 'Log in met een passkey' }).click();
    await page.waitForURL((u) => u.pathname === '/account');
    const rij = await td.migratie.selectFrom('passkey').selectAll().where('medewerker_id', '=', org.mens.samira).executeTakeFirstOrThrow();
    expect(rij).toMatchObject({ toestel: 'Chrome op Linux', transporten: ['internal'] });
    expect(rij.laatst_gebruikt).not.toBeNull();
    expect(rij.teller).toBeGreaterThan(0);
    // Already known on this device: the browser refuses a second one there, and the page says so.
    await page.getByRole('button', { name: 'Zet er een passkey bij' }).click();
    await page.getByText('Het is niet gelukt, of je hebt het afgebroken').waitFor();
    // The only way in cannot be removed.
    await page.getByRole('button', { name: /^Verwijder/ }).click();
    await page.getByText('Dit is je enige manier om in te loggen').waitFor();
    expect(klachten.filter((k) => !k.includes('409'))).toEqual([]);
    await context.close();
  });

  test('of which the device did not see finger, face or pin is refused', async () => {
    const { context, page, erkent } = await venster();
    await maakPasskey(page, 'samira');
    await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click();
    await logUit(page);
    await erkent(false);
    await page.goto(`${site.oorsprong}/aanmelden`);
    await page.getByRole('button', { name: 'Log in met een passkey' }).click();
    await page.getByText('Het is niet gelukt, of je hebt het afgebroken').waitFor();
    await context.close();
  });

  test('cannot be answered twice, changed on the way, used after it was removed, or by who left', async () => {
    const { context, page } = await venster();
    await maakPasskey(page, 'samira');
    await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click();
    await logUit(page);
    const inloggen = async (verander: (antwoord: string) => string = (a) => a): Promise<{ status: number; antwoord: string }> => {
      await page.goto(`${site.oorsprong}/aanmelden/lokaal/dorp`);
      let antwoord = '';
      await page.route('**/aanmelden/lokaal/dorp/passkey', async (route) => {
        const velden = new URLSearchParams(route.request().postData() ?? '');
        antwoord = velden.get('antwoord') ?? '';
        velden.set('antwoord', verander(antwoord));
        await route.continue({ postData: velden.toString() });
      });
      const uit = page.waitForResponse('**/aanmelden/lokaal/dorp/passkey');
      await page.getByRole('button', { name: 'Log in met een passkey' }).click();
      const status = (await uit).status();
      await page.unroute('**/aanmelden/lokaal/dorp/passkey');
      return { status, antwoord };
    };
    const eerste = await inloggen();
    expect(eerste.status).toBe(303);
    await logUit(page);
    expect((await inloggen(() => eerste.antwoord)).status).toBe(401);
    expect((await inloggen(() => '{}')).status).toBe(401);
    expect((await inloggen(() => 'geen json')).status).toBe(401);
    expect((await inloggen((a) => a.replace(/"signature":"..../, '"signature":"AAAA'))).status).toBe(401);
    klok.vooruit({ seconds: 1 });
    expect((await inloggen((a) => {
      klok.vooruit({ minutes: 6 });
      return a;
    })).status).toBe(401);
    await td.migratie.updateTable('medewerker').set({ actief: false }).where('id', '=', org.mens.samira).execute();
    expect((await inloggen()).status).toBe(401);
    await td.migratie.updateTable('medewerker').set({ actief: true }).where('id', '=', org.mens.samira).execute();
    expect((await inloggen()).status).toBe(303);
    await logUit(page);
    await td.migratie.deleteFrom('passkey').execute();
    expect((await inloggen()).status).toBe(401);
    await context.close();
  });

  test('needs JavaScript, and the page says so; the password beside it does not', async () => {
    const { context, page } = await venster({ javaScriptEnabled: false });
    await page.goto(await uitgenodigd('karin'));
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('Een passkey werkt alleen als JavaScript aanstaat').waitFor();
    expect(await page.getByRole('button', { name: 'Maak een passkey' }).isVisible()).toBe(false);
    await rondWachtwoordAf(page);
    await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click();
    await page.getByText('Dag Karin de Boer').waitFor();
    await context.close();
  });
});

/** From the page where one chooses how to sign in to the recovery codes. Reads the secret as a person would who cannot scan. */
async function rondWachtwoordAf(page: Page): Promise<TOTP> {
  const geheim = (await page.locator('code').first().textContent()) ?? '';
  const totp = new TOTP({ secret: Secret.fromBase32(geheim.replaceAll(' ', '')), digits: 6, period: 30, algorithm: 'SHA1' });
  await page.getByLabel(/Kies een wachtwoord/).fill(WACHTWOORD);
  await page.getByLabel(/Code uit je app/).fill(totp.generate({ timestamp: klok().epochMilliseconds }));
  await page.getByRole('button', { name: 'Bewaar en ga verder' }).click();
  await page.getByRole('heading', { name: 'Je toegang is ingesteld' }).waitFor();
  klok.vooruit({ seconds: 30 });
  return totp;
}

const STANDEN = [['phone, light', SMAL, 'light'], ['desktop, dark', BREED, 'dark'], ['phone, dark', SMAL, 'dark'], ['desktop, light', BREED, 'light']] as const;

test.each(STANDEN)('every page of signing in is free of axe findings, valid HTML, and fits the screen: %s', async (_, viewport, colorScheme) => {
  const { context, page, klachten } = await venster({ viewport, colorScheme, bypassCSP: true });
  const html = new HtmlValidate({ root: true, ...HTML_REGELS });
  const gevonden: string[] = [];
  const kijk = async (naam: string, bron?: string): Promise<void> => {
    await page.evaluate(AXE);
    const axe = await page.evaluate(async () => {
      const venster = window as unknown as { axe: { run(): Promise<AxeResults> } };
      return (await venster.axe.run()).violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} ${n.failureSummary ?? ''}`).join(' | ')}`);
    });
    const breder = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const regels = bron === undefined ? [] : (await html.validateString(bron)).results.flatMap((r) => r.messages.map((m) => `${m.ruleId}: ${m.message}`));
    gevonden.push(...[...axe, ...regels, ...(breder > 0 ? [`${breder} pixels breder dan het scherm`] : [])].map((k) => `${naam}: ${k}`));
  };
  const open = async (pad: string): Promise<void> => {
    const antwoord = await page.goto(pad.startsWith('http') ? pad : `${site.oorsprong}${pad}`);
    await kijk(pad.replace(/[A-Za-z0-9_-]{43}/, ':token'), await antwoord?.text());
  };
  for (const pad of ['/aanmelden', '/aanmelden?verlopen=1', '/aanmelden?uit=1', '/aanmelden?afgebroken=1', '/aanmelden/lokaal/dorp', '/aanmelden/lokaal/dorp/herstel', '/demo', `/toegang/dorp/${'A'.repeat(43)}`]) await open(pad);
  await page.goto(`${site.oorsprong}/aanmelden/lokaal/dorp`);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.waitForSelector('#foutsamenvatting');
  await kijk('leeg ingelogd');
  await page.goto(`${site.oorsprong}/aanmelden/lokaal/dorp/herstel`);
  await page.getByRole('button', { name: 'Ga verder' }).click();
  await page.waitForSelector('#foutsamenvatting');
  await kijk('leeg hersteld');

  await open(await uitgenodigd('beheerder'));
  await page.getByRole('button', { name: 'Begin' }).click();
  await kijk('instellen', await (await page.request.get(page.url())).text());
  await page.getByRole('button', { name: 'Bewaar en ga verder' }).click();
  await page.waitForSelector('#foutsamenvatting');
  await kijk('leeg ingesteld');
  const totp = await rondWachtwoordAf(page);
  await kijk('herstelcodes');
  for (const pad of ['/account', '/account/wachtwoord', '/toegang']) await open(pad);
  await page.getByRole('button', { name: 'Maak een link' }).click();
  await page.waitForSelector('#foutsamenvatting');
  await kijk('lege link');
  await page.getByLabel(/E-mailadres of personeelsnummer/).fill('karin@dorp.example');
  await page.getByRole('button', { name: 'Maak een link' }).click();
  await page.getByRole('heading', { name: 'De link is gemaakt' }).waitFor();
  await kijk('de link');
  await page.goto(`${site.oorsprong}/account`);
  await page.getByRole('button', { name: 'Maak nieuwe herstelcodes' }).click();
  await page.getByRole('heading', { name: 'Nieuwe herstelcodes' }).waitFor();
  await kijk('nieuwe herstelcodes');

  // Signed out while typing.
  await page.goto(`${site.oorsprong}/brief`);
  await page.getByLabel(/Woorden/).fill('Regel een\nregel "twee" & <drie>');
  klok.vooruit({ minutes: 31 });
  await page.getByRole('button', { name: 'Verstuur' }).click();
  await page.getByText('Je was uitgelogd').waitFor();
  await page.getByLabel(/E-mailadres van je werk/).fill('beheerder@dorp.example');
  await page.getByLabel('Wachtwoord (verplicht)').fill(WACHTWOORD);
  await page.getByLabel(/Code uit je app/).fill(totp.generate({ timestamp: klok().epochMilliseconds }));
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('heading', { name: 'Je was uitgelogd terwijl je iets verstuurde' }).waitFor();
  await kijk('hervat', await (await page.request.get(page.url())).text());
  await page.getByRole('button', { name: 'Toon mijn formulier' }).click();
  expect(await page.getByLabel(/Woorden/).inputValue()).toBe('Regel een\nregel "twee" & <drie>');
  expect(gevonden).toEqual([]);
  expect(klachten.filter((k) => !/status of (404|422)/.test(k))).toEqual([]);
  await context.close();
}, 90_000);
