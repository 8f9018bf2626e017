import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { leesTijd } from './leestijd.ts';
import { tijdInvoer, tijdTekst } from './tekst.ts';

function lees(tekst: string): string {
  const uitkomst = leesTijd(tekst);
  return uitkomst.ok ? uitkomst.waarde.toString({ smallestUnit: 'minute' }) : `${uitkomst.code}: ${uitkomst.bericht}`;
}

describe('leesTijd reads', () => {
  it.each([
    ['14.10', '14:10'], ['14:10', '14:10'], ['14,10', '14:10'], ['1410', '14:10'], ['910', '09:10'], ['9.10', '09:10'], ['0.05', '00:05'],
    ['14u10', '14:10'], ['14 u 10', '14:10'], ['14h10', '14:10'], ['14 10', '14:10'], ['14.10 uur', '14:10'], ['14.10u', '14:10'], ['3.10', '03:10'],
    ['14', '14:00'], ['14 uur', '14:00'], ['9 uur', '09:00'], ['06', '06:00'], ['negen uur', '09:00'], ['zeven uur', '07:00'], ['twaalf uur', '12:00'], ['0 uur', '00:00'],
    ["half drie 's middags", '14:30'], ["half drie 's nachts", '02:30'], ["3 uur 's middags", '15:00'], ["3 uur 's nachts", '03:00'],
    ["kwart voor negen 's ochtends", '08:45'], ["kwart over 8 's avonds", '20:15'], ["tien over half vier 's middags", '15:40'],
    ["vijf voor half een 's middags", '12:25'], ["half een 's nachts", '00:30'], ["12 uur 's nachts", '00:00'], ["kwart voor twaalf ’s nachts", '23:45'],
    ["9.30 's avonds", '21:30'], ["14.00 's middags", '14:00'], ["kwart voor een 's middags", '12:45'],
  ])('"%s" as %s', (tekst, tijd) => {
    expect(lees(tekst)).toBe(tijd);
  });

  it('back whatever it wrote itself', () => {
    fc.assert(fc.property(fc.nat(23), fc.nat(59), (uur, minuut) => {
      const tijd = new Temporal.PlainTime(uur, minuut);
      for (const tekst of [tijdTekst(tijd), tijdInvoer(tijd), tijd.toString({ smallestUnit: 'minute' })]) {
        expect(lees(tekst)).toBe(tijd.toString({ smallestUnit: 'minute' }));
      }
    }));
  });

  it('three or four figures exactly when they are a time', () => {
    fc.assert(fc.property(fc.integer({ min: 100, max: 9999 }), (getal) => {
      const bestaat = Math.floor(getal / 100) < 24 && getal % 100 < 60;
      expect(leesTijd(String(getal)).ok).toBe(bestaat);
    }));
  });

  it('anything without throwing', () => {
    const stukken = fc.constantFrom('half', 'kwart', 'tien', 'voor', 'over', 'een', '12', '99', ' ', '.', ':', 'uur', "'s nachts", 'u', '\u0000', '😀');
    const rommel = fc.oneof(fc.string({ unit: 'binary' }), fc.array(stukken, { maxLength: 7 }).map((delen) => delen.join(' ')));
    fc.assert(fc.property(rommel, (tekst) => {
      const uitkomst = leesTijd(tekst);
      if (uitkomst.ok) expect(uitkomst.waarde.second).toBe(0);
      else expect(uitkomst.bericht).toMatch(/^[\p{L}\d .,'?]+$/u);
    }), { numRuns: 1000 });
  });
});

describe('leesTijd asks back or refuses', () => {
  it.each([
    ['', 'leeg: Vul een tijd in, bijvoorbeeld 14.10.'],
    ['half drie', 'tweeduidig: Is dat 02.30 uur of 14.30 uur?'],
    ['3 uur', 'tweeduidig: Is dat 03.00 uur of 15.00 uur?'],
    ['zes uur', 'tweeduidig: Is dat 06.00 uur of 18.00 uur?'],
    ['kwart voor een', 'tweeduidig: Is dat 00.45 uur of 12.45 uur?'],
    ['kwart voor twaalf', 'tweeduidig: Is dat 11.45 uur of 23.45 uur?'],
    ['25.10', 'bestaat-niet: 25.10 uur bestaat niet. Schrijf de tijd als 14.10.'],
    ['14.60', 'bestaat-niet: 14.60 uur bestaat niet. Schrijf de tijd als 14.10.'],
    ['24.00', 'bestaat-niet: Schrijf 24.00 uur als 00.00 uur op de dag erna.'],
    ["14 uur 's nachts", "bestaat-niet: Deze tijd bestaat niet 's nachts. Schrijf de tijd als 14.10."],
    ['12:5', 'onleesbaar: Dit is geen tijd die we kunnen lezen. Schrijf de tijd als 14.10.'],
    ['na de lunch', 'onleesbaar: Dit is geen tijd die we kunnen lezen. Schrijf de tijd als 14.10.'],
    ['kwart voor half drie', 'onleesbaar: Dit is geen tijd die we kunnen lezen. Schrijf de tijd als 14.10.'],
    ['9'.repeat(200_000), 'onleesbaar: Dit is geen tijd die we kunnen lezen. Schrijf de tijd als 14.10.'],
  ])('"%.30s"', (tekst, bericht) => {
    expect(lees(tekst)).toBe(bericht);
  });
});
