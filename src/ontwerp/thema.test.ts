import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { PAREN } from './kleuren.ts';
import { LINDEWAARD, bouwThema, contrastBezwaren, leesBasisTokens, meng } from './thema.ts';

const ACCENT = '--basis-color-action-1-inverse-bg-default';
const kleur = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

test('a theme that is accepted can be read, whatever the accent', () => {
  fc.assert(
    fc.property(kleur, (accent) => {
      const uit = bouwThema({ licht: { [ACCENT]: accent } });
      if (!uit.goed) return uit.bezwaren.length > 0;
      return [uit.thema.licht, uit.thema.donker].every((kleuren) => PAREN.every(([voor, achter, minimum]) => contrast(kleuren[voor], kleuren[achter]) >= minimum));
    }),
  );
});

test('the darker accent that a refusal proposes is accepted', () => {
  const voorstellen: string[] = [];
  fc.assert(
    fc.property(kleur, (accent) => {
      const uit = bouwThema({ licht: { [ACCENT]: accent } });
      if (uit.goed) return;
      const beter = /Met (#[0-9a-f]{6}) als accentkleur/.exec(uit.bezwaren.join(' '))?.[1];
      if (!beter) return;
      voorstellen.push(beter);
      expect(bouwThema({ licht: { [ACCENT]: beter } }).goed).toBe(true);
    }),
    { numRuns: 300, seed: 112 },
  );
  expect(voorstellen.length).toBeGreaterThan(50);
});

test('the dark colours follow from any accent and can always be read', () => {
  fc.assert(
    fc.property(kleur, (accent) => {
      const uit = bouwThema({ licht: { [ACCENT]: accent } });
      return uit.goed || uit.bezwaren.every((zin) => !zin.startsWith('In het donkere thema'));
    }),
    { numRuns: 500 },
  );
});

test('yellow buttons are refused with a sentence that says what, how much and what would do', () => {
  const uit = bouwThema({ licht: { [ACCENT]: '#ffcc00' } });
  expect(uit.goed).toBe(false);
  if (uit.goed) return;
  expect(uit.bezwaren[0]).toMatch(/^De accentkleur van knoppen en links op .+ is niet goed te zien: het contrast is \d,\d op 1 en moet minstens 4,5 op 1 zijn\.$/);
  expect(uit.bezwaren.at(-1)).toMatch(/^Met #[0-9a-f]{6} als accentkleur kan het wel\.$/);
});

test('a measured contrast just under the norm is not rounded up to the norm', () => {
  // #777777 on white is 4.478.
  const uit = contrastBezwaren({ ...acceptabel(), 'inkt-zacht': '#777777', grond: '#ffffff', 'vlak-zacht': '#ffffff', 'accent-zacht': '#ffffff' });
  expect(uit.join(' ')).toContain('het contrast is 4,4 op 1 en moet minstens 4,5 op 1 zijn');
});

function acceptabel() {
  const uit = bouwThema({ licht: LINDEWAARD });
  if (!uit.goed) throw new Error('Lindewaard is refused');
  return uit.thema.licht;
}

test('what stands in a token never reaches the stylesheet unless it is a plain colour', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('#fff}body{display:none', 'url(//x)', 'rgb(1,2,3)', 'red', '#12345g', ' #0D5C63 ')), (waarde) => {
      const uit = bouwThema({ licht: { [ACCENT]: waarde } });
      if (uit.goed) expect(uit.css).toMatch(/^[a-z0-9#:;{}()@=\-[\]\s]+$/);
      else expect(uit.bezwaren.length).toBeGreaterThan(0);
    }),
  );
});

test('short and capital notations of a colour are understood', () => {
  const uit = bouwThema({ licht: { [ACCENT]: '#036' } });
  expect(uit.goed && uit.thema.licht.accent).toBe('#003366');
});

test('tokens are read from a stylesheet as municipalities publish it', () => {
  const css = `.lindewaard-theme {\n  --basis-color-action-1-inverse-bg-default: #3C6420;\n  --basis-text-font-family-default: "Linde";\n  --basis-color-default-bg-subtle:#f3f5ef}`;
  expect(leesBasisTokens(css)).toEqual({ '--basis-color-action-1-inverse-bg-default': '#3C6420', '--basis-color-default-bg-subtle': '#f3f5ef' });
});

test('groups with and without a number are the same group', () => {
  for (const token of ['--basis-color-positive-bg-subtle', '--basis-color-positive-1-bg-subtle']) {
    const uit = bouwThema({ licht: { [token]: '#e0ffe0' } });
    expect(uit.goed && uit.thema.licht['succes-vlak']).toBe('#e0ffe0');
  }
});

test('mixing goes from the one colour to the other', () => {
  expect(meng('#000000', '#ffffff', 0)).toBe('#000000');
  expect(meng('#000000', '#ffffff', 1)).toBe('#ffffff');
  expect(meng('#102030', '#304050', 0.5)).toBe('#203040');
});
