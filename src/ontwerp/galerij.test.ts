import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import { h, type VNode } from 'preact';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Galerij } from './galerij.tsx';
import { HTML_REGELS } from './htmlregels.ts';
import { rendeer } from './index.ts';
import { BREEDTES, startProef, type Proef } from './proef.ts';
import { VOORBEELDEN } from './voorbeelden.tsx';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGINAS = ['galerij', ...Object.keys(VOORBEELDEN)];
const MIDDELEN = { css: ['/m/a.css'], js: ['/m/a.js'] };

const pagina = (naam: string): VNode => VOORBEELDEN[naam]?.(MIDDELEN) ?? (h(Galerij, { middelen: MIDDELEN }) as VNode);

let proef: Proef;
beforeAll(async () => {
  proef = await startProef();
});
afterAll(() => proef.stop());

test.each(PAGINAS)('the HTML of %s is valid', async (naam) => {
  const html = rendeer(pagina(naam));
  const { results } = await new HtmlValidate({ root: true, ...HTML_REGELS }).validateString(html);
  expect(results.flatMap((r) => r.messages.map((m) => `${m.ruleId}: ${m.message} (${m.selector})`))).toEqual([]);
});

const STANDEN = [
  ...(['light', 'dark'] as const).flatMap((kleur) => (['telefoon', 'bureau'] as const).map((breedte) => ['galerij', breedte, kleur] as const)),
  ...Object.keys(VOORBEELDEN).flatMap((naam) => [[naam, 'telefoon', 'light'] as const, [naam, 'bureau', 'dark'] as const]),
];

test.each(STANDEN)('axe finds nothing on %s, %s, %s', async (naam, breedte, colorScheme) => {
  const { pagina, klachten } = await proef.open(naam, { viewport: BREEDTES[breedte], colorScheme, bypassCSP: true });
  await pagina.evaluate(AXE);
  const gevonden = await pagina.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    return (await axe.run()).violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} ${n.failureSummary ?? ''}`).join(' | ')}`);
  });
  expect(gevonden).toEqual([]);
  expect(klachten).toEqual([]);
  await pagina.context().close();
});

test.each(PAGINAS)('%s runs under the strict content policy and fits 320 pixels without scrolling sideways', async (naam) => {
  const { pagina, klachten } = await proef.open(naam, { viewport: BREEDTES.smal });
  await pagina.evaluate(() => document.fonts.ready);
  expect(await pagina.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(klachten).toEqual([]);
  await pagina.context().close();
});

test.each(PAGINAS)('%s keeps fitting when text is twice as large', async (naam) => {
  const { pagina } = await proef.open(naam, { viewport: { width: 640, height: 900 } });
  await pagina.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await pagina.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  await pagina.context().close();
});

test('every form in the gallery keeps the rules for forms (NL Design System)', async () => {
  const { pagina } = await proef.open('galerij', { javaScriptEnabled: true });
  const gebreken = await pagina.evaluate(() => {
    const uit: string[] = [];
    const zeg = (regel: string, el: Element): number => uit.push(`${regel}: ${el.outerHTML.slice(0, 120)}`);
    const forms = [...document.querySelectorAll<HTMLFormElement>('form[method=post]:not([role=search])')];
    if (forms.length < 3) uit.push('too few forms to judge');
    for (const form of forms) {
      if (!form.noValidate && form.querySelector('[aria-required]')) zeg('browser bubbles', form);
      for (const veld of form.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select, textarea')) {
        const labels = [...(veld.labels ?? [])];
        const keuze = veld.type === 'radio' || veld.type === 'checkbox';
        if (labels.length !== 1 || labels[0]?.textContent?.trim() === '') zeg('label', veld);
        const onder = labels[0]?.getBoundingClientRect().bottom ?? Infinity;
        if (!keuze && onder > veld.getBoundingClientRect().top + 1) zeg('label above field', veld);
        if (veld.placeholder) zeg('placeholder', veld);
        if (veld.disabled || veld.required) zeg('disabled or required', veld);
        const vraag = keuze ? (veld.closest('fieldset')?.querySelector('legend') ?? labels[0]) : labels[0];
        const moet = (veld.closest('[aria-required]') ?? veld).getAttribute('aria-required') === 'true';
        const zegt = vraag?.textContent ?? '';
        if (moet && !zegt.includes('(verplicht)')) zeg('says required', veld);
        if (!keuze && !moet && !zegt.includes('(niet verplicht)')) zeg('says not required', veld);
        for (const id of (veld.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)) {
          const tekst = document.getElementById(id);
          if (!tekst || tekst.closest('label')) zeg('description outside label', veld);
        }
        const kader = veld.closest('.ams-field--invalid, .ams-field-set--invalid');
        if (kader && !keuze && veld.getAttribute('aria-invalid') !== 'true' && veld.closest('.ams-field') === kader) zeg('aria-invalid', veld);
      }
      if (form.querySelector('button[disabled]')) zeg('disabled button', form);
      if (form.querySelector('[data-samenvatting], .rd-formulier__uitleg')) zeg('explanation inside form', form);
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-samenvatting] a')) {
      const doel = document.getElementById(link.hash.slice(1));
      if (!doel?.matches('input, select, textarea')) zeg('summary leads to field', link);
      const kader = doel?.closest('.ams-field-set--invalid, .ams-field--invalid');
      if (!kader?.textContent?.includes(link.textContent ?? '?')) zeg('same sentence at field', link);
    }
    return uit;
  });
  expect(gebreken).toEqual([]);
  await pagina.context().close();
});
