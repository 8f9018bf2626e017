import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { demokaarten, laadDemo } from '../../src/demo/index.ts';
import { bouwMiddelen } from '../../src/ontwerp/bouw.ts';
import { stelSamen, type Opstelling } from '../../src/opstelling.ts';
import { bestandenUitOmgeving, type Bestanden } from '../../src/platform/bestanden/index.ts';
import { maakLogboek, type Logboek } from '../../src/platform/logboek/index.ts';
import { maakPost, startVangnet, type Vangnet } from '../../src/platform/post/index.ts';
import { leesStand, werker } from '../../src/platform/wachtrij/index.ts';
import { maakTestDatabase, type TestDatabase } from './database.ts';
import { maakKlok, type Testklok } from './deuren.ts';
import { maakOrganisatie, mensen, type Mens, type Testorganisatie } from './organisatie.ts';

/** A whole Rugdekking as it runs, on a real port with a real database; only the clock is ours. */
export interface Draaiend {
  basis: string;
  /** The SMTP server that takes what is mailed. */
  vangnet: Vangnet;
  /** Does what the worker does: every waiting job, and the clocks that are due. */
  werk(): Promise<void>;
  database: TestDatabase;
  org: Testorganisatie;
  opstelling: Opstelling;
  bestanden: Bestanden;
  klok: Testklok;
  stop(): Promise<void>;
}

/** Starts one with a small organisation in it. `lokaal`: its colleagues can also have an account kept here. `demo`: the demo organisations are there too. */
export async function startDraaiend(klok: Testklok = maakKlok(), { logboek = maakLogboek({ niveau: 'silent' }), lokaal = false, demo = false }: { logboek?: Logboek; lokaal?: boolean; demo?: boolean } = {}): Promise<Draaiend> {
  const map = await mkdtemp(join(tmpdir(), 'rd-draaiend-'));
  const database = await maakTestDatabase();
  const org = await maakOrganisatie(database.migratie, { slug: 'proefdam' });
  await database.migratie.updateTable('organisatie').set({ demo: true }).execute();
  const vangnet = await startVangnet({ gegevensmap: map, nu: klok });
  await bouwMiddelen({ uit: join(map, 'middelen') });
  if (demo) await laadDemo({ migratie: database.migratie, app: database.app, nu: klok() });
  const kaarten = demo ? demokaarten : Object.keys(mensen).map((wie, i) => ({ slug: org.slug, personeelsnummer: `P${100 + i}`, rol: wie, probeer: [] }));
  const bestanden = await bestandenUitOmgeving(join(map, 'gegevens'), {});
  const opstelling = await stelSamen({
    db: database.app, klok, logboek, aanmelden: { demo: { kaarten }, oidc: [], lokaal: lokaal ? [{ slug: org.slug, passkeys: true, wachtwoorden: true }] : [] }, middelenmap: join(map, 'middelen'), briefwerker: join(import.meta.dirname, '../../src/brieven/pdf/werker.ts'),
    bestanden, post: { post: maakPost({ smtpUrl: vangnet.smtpUrl, van: 'rugdekking@proefdam.example' }), basisUrl: 'https://rugdekking.proefdam.example' }, vangnet,
    verkeer: { proxies: 0, basisUrl: null, perMinuut: { sessie: 100_000, adres: 100_000 } },
  });
  const w = werker({ verbinding: database.config.app, taken: opstelling.taken, logboek });
  await w.start();
  const server = await new Promise<ReturnType<typeof serve>>((klaar) => {
    const s = serve({ fetch: opstelling.app.fetch, hostname: '127.0.0.1', port: 0 }, () => klaar(s));
  });
  const adres = server.address();
  if (adres === null || typeof adres === 'string') throw new Error('geen poort');
  return {
    basis: `http://127.0.0.1:${adres.port}`, database, org, opstelling, bestanden, klok, vangnet,
    async werk() {
      await opstelling.tik();
      for (;;) {
        const { wachtend, bezig } = await leesStand(database.migratie);
        if (wachtend + bezig === 0) return;
        await new Promise((klaar) => setTimeout(klaar, 50));
      }
    },
    async stop() {
      await w.stop();
      await vangnet.stop();
      await new Promise((klaar) => server.close(klaar));
      await database.opruimen();
      await rm(map, { recursive: true, force: true });
    },
  };
}

export const BREED = { width: 1366, height: 900 };
export const SMAL = { width: 390, height: 844 };

/** Debian's Chromium, headless. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** A browser window of one colleague, signed in through the demo page. */
export async function alsMens(browser: Browser, d: Draaiend, wie: Mens, opties: { venster?: { width: number; height: number }; js?: boolean; donker?: boolean; zonderBeleid?: boolean } = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: opties.venster ?? BREED, javaScriptEnabled: opties.js ?? true, locale: 'nl-NL', colorScheme: opties.donker ? 'dark' : 'light', bypassCSP: opties.zonderBeleid ?? false });
  context.setDefaultTimeout(8_000);
  const page = await context.newPage();
  await logIn(page, d, mensen[wie].naam.join(' '));
  return { context, page };
}

/** One click on the demo page. */
export async function logIn(page: Page, d: Draaiend, naam: string): Promise<void> {
  await page.goto(`${d.basis}/demo`);
  await page.getByRole('button', { name: naam }).first().click();
  await page.waitForURL((u) => !u.pathname.startsWith('/demo'));
}
