import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { BREED, SMAL } from './draaiend.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The rules that look at colours; a theme changes nothing that another rule looks at. */
const OVER_KLEUR = ['color-contrast', 'link-in-text-block'];

/** What axe objects to on a page, and whether it is wider than the screen. The page must let a script be injected (`zonderBeleid`). */
export async function klachten(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return bekijk(page);
}

/** The same in two widths and two themes, without loading the page anew. The window is left narrow and light. */
export async function klachtenInElkeStand(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const uit: string[] = [];
  const noem = (stand: string, gevonden: readonly string[]): number => uit.push(...gevonden.map((k) => `[${stand}] ${k}`));
  noem('smal, licht', await bekijk(page));
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  noem('smal, donker', await bekijk(page, OVER_KLEUR));
  await page.setViewportSize(BREED);
  noem('breed, donker', await bekijk(page, OVER_KLEUR));
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  noem('breed, licht', await bekijk(page));
  await page.setViewportSize(SMAL);
  return uit;
}

async function bekijk(page: Page, regels?: readonly string[]): Promise<string[]> {
  const opties: RunOptions = { resultTypes: ['violations'], ...(regels ? { runOnly: [...regels] } : {}) };
  const axe = await page.evaluate(async (o) => {
    const { axe } = window as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } };
    return (await axe.run(o)).violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} ${n.failureSummary ?? ''}`).join(' | ')}`);
  }, opties);
  const breder = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return breder > 0 ? [...axe, `${breder} pixels breder dan het scherm`] : axe;
}
