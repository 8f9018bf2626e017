import { createServer, type Server } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alsMens, startBrowser } from '../hulp/draaiend.ts';
import type { Mens } from '../hulp/organisatie.ts';
import { zetDoelwitten, type Doelwitten } from './doelwitten.ts';
import { typOveral, wandel } from './formulieren.ts';
import { maakVeld, type Veld } from './opzet.ts';

/** Breaks out of text, attributes, text fields, titles and scripts, wherever it is not escaped. */
const SMET = `zz"'><zzx onload=alert(1)></textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>`;
const BEGIN = (d: Doelwitten): Partial<Record<Mens, string[]>> => ({
  adviseur: [`/dossiers/${d.gewoon}`, `/dossiers/${d.gewoon}/nazorg`, `/dossiers/${d.gewoon}/terugkoppeling`, `/dossiers/${d.gewoon}/classificeren`, '/vandaag', '/dossiers', '/account'],
  karin: [`/dossiers/${d.gewoon}`, `/dossiers/${d.gewoon}/nazorg`, '/vandaag'],
  samira: ['/', '/melden', '/mijn-meldingen', `/mijn-meldingen/${d.gewoon}`, `/mijn-meldingen/${d.gewoon}/hulp`, '/account'],
  joost: ['/vandaag', `/mijn-verklaringen/${d.gewoon}`],
  beheerder: ['/', '/inrichting', '/toegang', '/account'],
});

let veld: Veld;
let doel: Doelwitten;
let browser: Browser;
const vensters = {} as Record<Mens, { context: BrowserContext; page: Page }>;
const overtredingen: string[] = [];
const dialogen: string[] = [];

beforeAll(async () => {
  veld = await maakVeld();
  doel = await zetDoelwitten(veld.d.database, veld.deuren, veld.eigen);
  browser = await startBrowser();
  for (const wie of ['adviseur', 'samira', 'beheerder'] as const) {
    vensters[wie] = await alsMens(browser, veld.d, wie);
    const { page } = vensters[wie];
    page.on('dialog', (d) => { dialogen.push(`${wie}: ${d.message()}`); void d.dismiss(); });
    page.on('console', (m) => { if (/Content.Security.Policy|TrustedHTML|TrustedScript/i.test(m.text())) overtredingen.push(`${page.url()}: ${m.text()}`); });
    page.on('pageerror', (e) => overtredingen.push(`${page.url()}: ${e.message}`));
  }
});
afterAll(async () => {
  await browser?.close();
  await veld?.d.stop();
});

/** What the administration holds of people and places can be hostile too: it comes from a file. */
async function besmetInrichting(): Promise<void> {
  const { migratie } = veld.d.database;
  const org = veld.eigen.id;
  await migratie.updateTable('medewerker').set({ achternaam: SMET, werkgever: SMET, telefoon: SMET }).where('organisatie_id', '=', org).execute();
  await migratie.updateTable('onderdeel').set({ naam: SMET }).where('organisatie_id', '=', org).execute();
  await migratie.updateTable('locatie').set({ naam: SMET, adres: SMET }).where('organisatie_id', '=', org).execute();
  await migratie.updateTable('agressievorm').set({ naam: SMET, voorbeeld: SMET }).where('organisatie_id', '=', org).execute();
  await migratie.updateTable('organisatie').set({ naam: SMET }).where('organisatie_id', '=', org).execute();
}

describe('markup in every field', () => {
  let bewaard = 0;
  it('is text on every page and in every form that comes back', async () => {
    await besmetInrichting();
    const schoon = (html: string, waar: string): void => {
      if (/<zzx|<script>alert|<img src=x/i.test(html)) expect.fail(`opmaak is niet onschadelijk gemaakt op ${waar}: ${/.{80}(<zzx|<script>alert|<img src=x).{20}/is.exec(html)?.[0]}`);
    };
    let gezien = 0;
    for (const [mens, begin] of Object.entries(BEGIN(doel)) as [Mens, string[]][]) {
      const wie = await veld.als(mens);
      const uit = await typOveral(wie, begin, () => SMET, /uitloggen|sluiten|samenvoegen|beeindigen|^\/demo/);
      bewaard += uit.bewaard.size;
      for (const html of uit.teruggegeven) schoon(html, `een teruggegeven formulier van ${mens}`);
      for (const [pad, html] of await wandel(wie, [...begin, await wie.zoek('/dossiers', { q: SMET })], { meest: 60, perSoort: 2 })) {
        schoon(html, pad);
        gezien += html.includes('&lt;zzx') ? 1 : 0;
      }
    }
    for (const [pad, naam] of [['/aanmelden', 'naar'], ['/demo', 'naar'], ['/dossiers', 'q'], ['/dossiers', 'status'], ['/dossiers', 'onderdeel'], ['/toegang', 'wie']]) {
      for (const wie of [veld.vreemde, await veld.als('adviseur')]) schoon((await wie.haal(`${pad}?${naam}=${encodeURIComponent(SMET)}`)).tekst, `${pad}?${naam}`);
    }
    schoon((await veld.vreemde.haal(`/${encodeURIComponent(SMET)}`)).tekst, 'een adres dat niet bestaat');
    schoon((await veld.vreemde.haal('/demo')).tekst, '/demo');
    // It did get everywhere: otherwise the pages above would be clean for the wrong reason.
    expect(bewaard).toBeGreaterThan(12);
    expect(gezien).toBeGreaterThan(25);
  });

  it('runs nothing in a real browser, and no page breaks its own policy', async () => {
    expect(bewaard).toBeGreaterThan(0);
    let bezocht = 0;
    for (const mens of ['adviseur', 'samira', 'beheerder'] as const) {
      const { page } = vensters[mens];
      const paden = [...(await wandel(await veld.als(mens), BEGIN(doel)[mens] ?? [], { meest: 22, perSoort: 1 }))].filter(([, html]) => html !== '').map(([pad]) => pad);
      for (const pad of paden) {
        await page.goto(`${veld.d.basis}${pad}`, { waitUntil: 'load' });
        bezocht += 1;
        const vreemd = await page.evaluate(() => ({
          elementen: document.querySelectorAll('zzx, img[src="x"], script:not([src])').length,
          kenmerken: [...document.querySelectorAll('*')].flatMap((el) => [...el.attributes]).filter((a) => /^on/i.test(a.name) || a.name === 'style' || /^\s*(javascript|data|vbscript):/i.test(a.value)).map((a) => a.name),
        }));
        expect(vreemd, pad).toEqual({ elementen: 0, kenmerken: [] });
      }
    }
    expect(bezocht).toBeGreaterThan(20);
    expect(dialogen).toEqual([]);
    expect(overtredingen).toEqual([]);
  });

  it('would not have run either: no markup from text, no script from text', async () => {
    const { page } = vensters.adviseur;
    await page.goto(`${veld.d.basis}/vandaag`);
    const uit = await page.evaluate(() => {
      const probeer = (doe: () => void): string => { try { doe(); return 'gelukt'; } catch (e) { return e instanceof Error ? e.name : 'fout'; } };
      return {
        html: probeer(() => { document.body.insertAdjacentHTML('beforeend', '<b>x</b>'); }),
        script: probeer(() => { const s = document.createElement('script'); s.text = 'window.gekaapt = 1'; document.head.append(s); }),
        later: probeer(() => { window.setTimeout('window.gekaapt = 2'); }),
        gebeurtenis: probeer(() => { document.body.setAttribute('onclick', 'window.gekaapt = 3'); document.body.click(); }),
      };
    });
    expect(uit.html).toBe('TypeError');
    await page.evaluate(() => new Promise((klaar) => window.setTimeout(klaar, 50)));
    expect(await page.evaluate(() => 'gekaapt' in window)).toBe(false);
    overtredingen.length = 0;
  });
});

describe('another site', () => {
  let kwaad: Server;
  let poort: number;
  let aantal: () => Promise<number>;
  beforeAll(async () => {
    kwaad = createServer((verzoek, antwoord) => {
      const doelpad = new URL(verzoek.url ?? '/', 'http://x').searchParams.get('naar') ?? '';
      const pagina = verzoek.url?.startsWith('/formulier')
        ? `<form method="post" action="${doelpad}"><input name="tekst" value="Van een andere site"><input name="id" value="${doel.gewoon}"></form><script>document.forms[0].submit()</script>`
        : `<iframe src="${doelpad}"></iframe>`;
      antwoord.setHeader('content-type', 'text/html');
      antwoord.end(`<!doctype html>${pagina}`);
    });
    await new Promise<void>((klaar) => kwaad.listen(0, () => klaar()));
    const adres = kwaad.address();
    poort = typeof adres === 'object' && adres !== null ? adres.port : 0;
    aantal = async () => (await veld.d.database.migratie.selectFrom('gebeurtenis').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
  });
  afterAll(() => new Promise((klaar) => (kwaad ? kwaad.close(klaar) : klaar(undefined))));

  it('cannot send a form in the name of who is signed in, from the same machine or from elsewhere', async () => {
    const voor = await aantal();
    const page = await vensters.adviseur.context.newPage();
    for (const host of ['127.0.0.1', 'localhost']) {
      for (const pad of [`/dossiers/${doel.gewoon}/notitie`, `/dossiers/${doel.gewoon}/bevestigen`, '/uitloggen']) {
        await page.goto(`http://${host}:${poort}/formulier?naar=${encodeURIComponent(veld.d.basis + pad)}`);
        await page.waitForURL((u) => u.origin === veld.d.basis);
        expect(await page.title(), `${host} ${pad}`).toMatch(/Dit formulier is niet meer geldig|Inloggen|Log/);
      }
    }
    expect(await aantal()).toBe(voor);
    await page.goto(`${veld.d.basis}/vandaag`);
    expect(await page.title()).toContain('Vandaag');
    await page.close();
  });

  it('cannot show a page in a frame, nor keep hold of a window it opened', async () => {
    const page = await vensters.adviseur.context.newPage();
    await page.goto(`http://127.0.0.1:${poort}/raam?naar=${encodeURIComponent(`${veld.d.basis}/vandaag`)}`);
    await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
    const [popup] = await Promise.all([page.context().waitForEvent('page'), page.evaluate((u) => void window.open(u), `${veld.d.basis}/vandaag`)]);
    await popup.waitForLoadState();
    expect(await popup.evaluate(() => window.opener === null)).toBe(true);
    await popup.close();
    await page.close();
  });
});
