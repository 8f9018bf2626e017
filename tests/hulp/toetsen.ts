import type { Page } from 'playwright-core';

interface Plek {
  naam: string;
  soort: string;
  zichtbaar: boolean;
}

/** What has the focus: how it is called for who hears it, and whether who sees it can tell. */
export function plek(page: Page): Promise<Plek> {
  return page.evaluate(() => {
    const el = document.activeElement;
    if (!(el instanceof HTMLElement)) return { naam: '', soort: '', zichtbaar: false };
    const labels = el instanceof HTMLInputElement || el instanceof HTMLTextAreaElement || el instanceof HTMLSelectElement ? [...(el.labels ?? [])].map((l) => l.innerText).join(' ') : '';
    // Where a box or a choice is drawn, its mark carries the focus.
    const getekend = [el, el.parentElement, ...(el.parentElement?.querySelectorAll('*') ?? [])].filter((x): x is HTMLElement => x instanceof HTMLElement);
    const zichtbaar = getekend.some((x) => ['', '::before', '::after'].some((deel) => {
      const stijl = getComputedStyle(x, deel === '' ? undefined : deel);
      return (stijl.outlineStyle !== 'none' && Number.parseFloat(stijl.outlineWidth) > 0) || stijl.boxShadow !== 'none';
    }));
    return { naam: (el.getAttribute('aria-label') ?? (labels || el.innerText)).replace(/\s+/g, ' ').trim(), soort: el instanceof HTMLInputElement ? el.type : el.tagName.toLowerCase(), zichtbaar };
  });
}

/** Presses Tab until what has the focus is called this; on the way everything must show that it has it. */
export async function tabNaar(page: Page, naam: RegExp): Promise<void> {
  const gezien: string[] = [];
  for (let i = 0; i < 150; i += 1) {
    await page.keyboard.press('Tab');
    const hier = await plek(page);
    gezien.push(hier.naam.slice(0, 30));
    if (hier.soort !== 'body' && !hier.zichtbaar) throw new Error(`niet te zien dat ‘${hier.naam}’ (${hier.soort}) de focus heeft`);
    if (naam.test(hier.naam)) return;
  }
  throw new Error(`met Tab niet te bereiken: ${String(naam)}; wel ${gezien.join(' | ')}`);
}

/** Goes to a group of choices that holds this one, and on with the arrows until it is chosen. */
export async function kiesMetPijlen(page: Page, groep: RegExp, keuze: RegExp): Promise<void> {
  await tabNaar(page, groep);
  for (let i = 0; i < 20; i += 1) {
    if (keuze.test((await plek(page)).naam)) return page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`met pijlen niet te kiezen: ${String(keuze)}`);
}
