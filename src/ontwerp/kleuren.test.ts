import { expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { KLEURNAMEN, PAREN, RUGDEKKING, kleurenCss, type Kleuren } from './kleuren.ts';
import { LINDEWAARD, bouwThema } from './thema.ts';

/** Contrast written a second time, straight from the definition in WCAG 2.2, with the threshold of its errata left out on purpose. */
function naarDefinitie(a: string, b: string): number {
  const L = (kleur: string): number => {
    const n = Number(`0x${kleur.slice(1)}`);
    const lineair = (v: number): number => (v / 255 <= 0.03928 ? v / 255 / 12.92 : Math.pow((v / 255 + 0.055) / 1.055, 2.4));
    return 0.2126 * lineair(n >> 16) + 0.7152 * lineair((n >> 8) & 255) + 0.0722 * lineair(n & 255);
  };
  return (Math.max(L(a), L(b)) + 0.05) / (Math.min(L(a), L(b)) + 0.05);
}

test('contrast gives the values everyone knows', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#ff0000', '#ffffff')).toBeCloseTo(4.0, 2);
  expect(contrast('#0000ff', '#ffffff')).toBeCloseTo(8.59, 2);
});

const lindewaard = bouwThema({ licht: LINDEWAARD });
if (!lindewaard.goed) throw new Error(lindewaard.bezwaren.join('\n'));
const themas: [string, Kleuren][] = [
  ['Rugdekking licht', RUGDEKKING.licht],
  ['Rugdekking donker', RUGDEKKING.donker],
  ['Lindewaard licht', lindewaard.thema.licht],
  ['Lindewaard donker', lindewaard.thema.donker],
];

test.each(themas)('%s: every pair of colours can be read or seen', (_naam, kleuren) => {
  const teWeinig = PAREN.map(([voor, achter, minimum]) => ({ voor, achter, minimum, gemeten: naarDefinitie(kleuren[voor], kleuren[achter]) })).filter((p) => p.gemeten < p.minimum);
  expect(teWeinig).toEqual([]);
});

test.each(themas)('%s: every colour has a value of six hexadecimal digits', (_naam, kleuren) => {
  for (const naam of KLEURNAMEN) expect(kleuren[naam], naam).toMatch(/^#[0-9a-f]{6}$/);
});

test('red is not the accent, and only danger is red', () => {
  const rood = (kleur: string): boolean => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => Number.parseInt(kleur.slice(i, i + 2), 16));
    return r > 140 && r > g * 2 && r > b * 2;
  };
  expect(KLEURNAMEN.filter((naam) => rood(RUGDEKKING.licht[naam]))).toEqual(['gevaar-inkt', 'gevaar']);
});

test('the stylesheet follows the device unless the page chose, and prints light', () => {
  const css = kleurenCss(RUGDEKKING);
  expect(css).toContain('@media screen and (prefers-color-scheme:dark){:root:not([data-thema=licht])');
  expect(css).toContain('@media screen{:root[data-thema=donker]');
  expect(css.startsWith(`:root{color-scheme:light;--rd-grond:${RUGDEKKING.licht.grond}`)).toBe(true);
});
