import { describe, expect, it } from 'vitest';
import { paren } from './proef/paren.ts';
import { aannames, vergelijk } from './vergelijk.ts';

const kans = (a: string, b: string): number => vergelijk({ naam: a }, { naam: b }, { aanname: aannames.paar }).kans;

describe('name pairs judged by hand', () => {
  it.each(paren.filter((p) => p.oordeel.endsWith('!')))('$groep: $a and $b are surely $oordeel', ({ a, b, oordeel }) => {
    if (oordeel === 'ja!') expect(kans(a, b)).toBeGreaterThan(0.6);
    else expect(kans(a, b)).toBeLessThan(0.4);
  });

  it('the bound of one half divides all pairs, also the doubtful ones, with an F1 of at least .95', () => {
    const uit = paren.map((p) => ({ ja: p.oordeel.startsWith('ja'), treft: kans(p.a, p.b) >= 0.5 }));
    const tel = (ja: boolean, treft: boolean): number => uit.filter((u) => u.ja === ja && u.treft === treft).length;
    const f1 = (2 * tel(true, true)) / (2 * tel(true, true) + tel(false, true) + tel(true, false));
    expect(paren.length).toBeGreaterThan(490);
    expect(f1).toBeGreaterThanOrEqual(0.95);
  });
});
