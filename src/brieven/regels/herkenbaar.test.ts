import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naamdelen, vindVerborgen, type Verborgen } from './herkenbaar.ts';

const samira: Verborgen[] = [...naamdelen('Samira van der Haddad-Öz'), { tekst: 'Burgerzaken', wat: 'onderdeel' }, { tekst: 'Consulent Werk en Inkomen', wat: 'functie' }, { tekst: 'P100', wat: 'gegeven' }];
const ziet = (tekst: string): string[] => vindVerborgen(tekst, samira).map((v) => v.tekst);

describe('a text for a citizen', () => {
  it.each([
    ['U dreigde Samira.', 'samira'], ['U dreigde SAMIRA!', 'samira'], ['Samira’s bureau', 'samira'], ['mevrouw van der Haddad', 'haddad'], ['mw. Haddads collega', 'haddad'], ['mevr. Oz', 'oz'], ['Sami\u200bra', 'samira'], ['Ｓａｍｉｒａ', 'samira'], ['Ѕаmіrа', 'samira'],
    ['bij de afdeling burgerzaken', 'Burgerzaken'], ['de consulent  werk\nen inkomen', 'Consulent Werk en Inkomen'], ['de consulent werk en inkomens', 'Consulent Werk en Inkomen'], ['(P100)', 'P100'],
  ])('is refused when it says: %s', (tekst, wat) => {
    expect(ziet(tekst)).toContain(wat);
  });

  it.each(['U riep iets over de burger en haar zaken.', 'Samirari is een ander woord.', 'de consulent', 'Werk en inkomen', 'van der', 'P1000', ''])('may say: %s', (tekst) => {
    expect(ziet(tekst)).toEqual([]);
  });

  it('never keeps a name that stands in it as a word of its own, whatever is around it', () => {
    const om = fc.string({ unit: 'grapheme' }).filter((t) => !/[\p{L}\p{N}\p{M}]/u.test(t));
    const naam = fc.stringMatching(/^[A-Z][a-z]{2,12}$/).filter((n) => naamdelen(n).length > 0);
    fc.assert(fc.property(om, naam, om, fc.string(), (voor, n, na, rest) => {
      expect(vindVerborgen(`${rest} ${voor}${n.toUpperCase()}${na}`, naamdelen(n)).length).toBeGreaterThan(0);
    }));
  });

  it('is not refused for a text without any of its words', () => {
    fc.assert(fc.property(fc.string(), (t) => {
      const woorden = t.toLowerCase().normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
      if (!/samira|haddad|oz|burger|consulent|p100/.test(woorden)) expect(ziet(t)).toEqual([]);
    }));
  });
});
