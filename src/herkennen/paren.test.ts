import { describe, expect, it } from 'vitest';
import { paren } from './proef/paren.ts';
import { vooraf } from './proef/vooraf.ts';
import type { Persoonsgegevens } from './typen.ts';
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

  it('the same bound divides pairs that were judged before they were first tried, with an F1 of at least .88, and so does any bound near it', () => {
    for (const grens of [0.4, 0.5, 0.6]) {
      const uit = vooraf.map((p) => ({ ja: p.ja, treft: kans(p.a, p.b) >= grens }));
      const tel = (ja: boolean, treft: boolean): number => uit.filter((u) => u.ja === ja && u.treft === treft).length;
      expect((2 * tel(true, true)) / (2 * tel(true, true) + tel(false, true) + tel(true, false))).toBeGreaterThanOrEqual(0.88);
    }
    expect(vooraf.length).toBeGreaterThan(350);
  });

  it.each([
    ['A.S. Bakker', 'Anna Sofie Bakker'], ['L.P. van Nistelrooy', 'Luca Paul van Nistelrooy'], ['O.Y. Ben Bouali', 'Omar Yassine Ben Bouali'], ['VISSER, Kim', 'Kim Myra Visser'], ['Kim de Jong-Scheer', 'Kim Scheer'], ['de Heer, Lex', 'Lex de Heer'],
    ['Ben Aharchi Fatima', 'Fatima Ben Aharchi'],
  ])('%s may be %s', (a, b) => {
    expect(kans(a, b)).toBeGreaterThan(0.5);
  });

  it.each([['Lex de Heer', 'Lex Vroome'], ['Hanna van Thor', 'Hanna Horstmanshof'], ['Hafid Azzouzi', 'Hafida Azzouzi'], ['Roman Wals', 'Romana Wals']])('%s is not %s', (a, b) => {
    expect(kans(a, b)).toBeLessThan(0.5);
  });
});

describe('people of one household', () => {
  const woont = { adressen: [{ postcode: '1234AB', huisnummer: 12 }] };
  const zelfde = (a: Persoonsgegevens, b: Persoonsgegevens): number => vergelijk({ ...a, ...woont }, { ...b, ...woont }, { aanname: aannames.paar }).kans;

  it('twins are not one person', () => {
    expect(zelfde({ naam: 'Sanne Hoekstra', geboortedatum: '7-3-1984' }, { naam: 'Lotte Hoekstra', geboortedatum: '7-3-1984' })).toBeLessThan(0.5);
  });

  it('a son with all the names of his father is not his father', () => {
    expect(zelfde({ naam: 'Hendrik Brian Mark Weijers', geboortedatum: '15-8-1974' }, { naam: 'Hendrik Brian Mark Weijers', geboortedatum: '30-9-2004' })).toBeLessThan(0.5);
  });

  it('someone of whom a digit of the date is wrong is himself', () => {
    expect(zelfde({ naam: 'Sanne Hoekstra', geboortedatum: '7-3-1984' }, { naam: 'Sanne Hoekstra', geboortedatum: '7-3-1985' })).toBeGreaterThan(0.9);
  });
});
