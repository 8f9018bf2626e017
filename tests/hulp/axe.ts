import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe objects to on a page, and whether it is wider than the screen. The page must let a script be injected (`zonderBeleid`). */
export async function klachten(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const axe = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    return (await axe.run()).violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} ${n.failureSummary ?? ''}`).join(' | ')}`);
  });
  const breder = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return breder > 0 ? [...axe, `${breder} pixels breder dan het scherm`] : axe;
}
