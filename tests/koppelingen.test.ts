import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alsMens, startBrowser, startDraaiend, type Draaiend } from './hulp/draaiend.ts';
import { maakTestdeuren } from './hulp/deuren.ts';
import type { Mens } from './hulp/organisatie.ts';
import { zetToneel } from './hulp/toneel.ts';

let d: Draaiend;
let browser: Browser;
beforeAll(async () => {
  d = await startDraaiend();
  browser = await startBrowser();
  await zetToneel(d.database, maakTestdeuren(d.database.app, d.klok), d.org, d.bestanden);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await d?.stop();
});

const ROLLEN: readonly Mens[] = ['samira', 'karin', 'adviseur', 'griffier', 'raadslid', 'beheerder', 'fg', 'namensmelder', 'opvang', 'milan'];

describe.each(ROLLEN)('as %s', (wie) => {
  it('every link that is offered leads to a page', async () => {
    const { page, context } = await alsMens(browser, d, wie);
    const gezien = new Map<string, string>([['/', '(begin)']]);
    const dood: string[] = [];
    for (const [adres, vanaf] of gezien) {
      const antwoord = await page.request.get(d.basis + adres);
      if (antwoord.status() !== 200) dood.push(`${adres} (op ${vanaf}): ${antwoord.status()}`);
      if (!(antwoord.headers()['content-type'] ?? '').startsWith('text/html')) continue;
      for (const [, href = ''] of (await antwoord.text()).matchAll(/<a\b[^>]*?\shref="([^"#]+)/g)) {
        const schoon = href.replaceAll('&amp;', '&');
        if (schoon.startsWith('/') && !gezien.has(schoon) && gezien.size < 400) gezien.set(schoon, adres);
      }
    }
    await context.close();
    expect(dood).toEqual([]);
    expect(gezien.size).toBeGreaterThan(5);
  }, 120_000);
});
