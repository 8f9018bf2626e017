import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { watDeKlokBrengt, type Klokfeiten } from './klok.ts';
import { volgendeToestand } from './toestand.ts';
import { soortcodes, toestandcodes } from './woorden.ts';

const dag = (d: string) => Temporal.PlainDate.from(d);
const verbod = (over: Partial<Klokfeiten> = {}): Klokfeiten => ({
  soort: 'pandverbod', toestand: 'besloten', begin: dag('2026-12-01'), einde: dag('2027-02-28'), briefVerzonden: dag('2026-11-27'), spoed: false, hoorplicht: null, gehoord: true, verlengd: false, ...over,
});
const op = (d: string, over: Partial<Klokfeiten> = {}) => watDeKlokBrengt(verbod(over), dag(d));

describe('what time brings to a measure', () => {
  it('is in force from its first day, when the letter left', () => {
    expect(op('2026-11-30')).toBeNull();
    expect(op('2026-12-01')).toBe('in_werking');
    expect(op('2026-12-01', { briefVerzonden: null })).toBeNull();
    expect(op('2026-12-05', { briefVerzonden: dag('2026-12-05') })).toBe('in_werking');
    expect(op('2026-12-01', { briefVerzonden: null, spoed: true })).toBe('in_werking');
  });

  it('holds through its last day and ends by itself the day after', () => {
    expect(op('2027-02-28', { toestand: 'in_werking' })).toBeNull();
    expect(op('2027-03-01', { toestand: 'in_werking' })).toBe('verlopen');
    expect(op('2027-03-01', { toestand: 'geschorst' })).toBe('verlopen');
    expect(op('2027-03-01', { toestand: 'in_werking', verlengd: true })).toBe('verlengd');
  });

  it('lapses when nobody heard him in time, before anything else', () => {
    expect(op('2026-12-01', { toestand: 'in_werking', spoed: true, hoorplicht: 'verlopen', gehoord: false })).toBe('vervallen');
    expect(op('2027-03-01', { toestand: 'in_werking', spoed: true, hoorplicht: 'verlopen', gehoord: false })).toBe('vervallen');
    expect(op('2026-12-02', { toestand: 'in_werking', spoed: true, hoorplicht: 'loopt', gehoord: false })).toBeNull();
    expect(op('2026-12-02', { toestand: 'in_werking', spoed: true, hoorplicht: 'verlopen', gehoord: true })).toBeNull();
  });

  it('makes a warning done when its letter left', () => {
    const waarschuwing = { soort: 'waarschuwing' as const, begin: null, einde: null };
    expect(op('2026-12-01', { ...waarschuwing, briefVerzonden: null })).toBeNull();
    expect(op('2026-12-01', waarschuwing)).toBe('uitgevoerd');
  });

  it('is only ever something the states allow, and comes to rest', () => {
    const feiten: fc.Arbitrary<Klokfeiten> = fc.record({
      soort: fc.constantFrom(...soortcodes), toestand: fc.constantFrom(...toestandcodes), begin: fc.option(fc.constantFrom(dag('2026-12-01'), dag('2027-01-01'))), einde: fc.option(fc.constantFrom(dag('2027-02-28'), dag('2027-03-31'))),
      briefVerzonden: fc.option(fc.constant(dag('2026-11-27'))), spoed: fc.boolean(), hoorplicht: fc.option(fc.constantFrom('loopt' as const, 'voldaan' as const, 'verlopen' as const)), gehoord: fc.boolean(), verlengd: fc.boolean(),
    });
    fc.assert(fc.property(feiten, fc.integer({ min: -10, max: 200 }), (f, n) => {
      // Such as they can come about: a court order has no duty to hear and is not extended, and only what was urgent has that duty.
      if (f.hoorplicht !== null && (!f.spoed || f.soort === 'rechterlijk_bevel' || f.soort === 'waarschuwing' || f.soort === 'schadeverhaal')) return;
      if (f.soort === 'rechterlijk_bevel' && (f.verlengd || f.toestand === 'besloten')) return;
      if ((f.soort === 'waarschuwing' || f.soort === 'schadeverhaal') && f.toestand !== 'besloten') return;
      let nu = f;
      for (let i = 0; i < 5; i += 1) {
        const g = watDeKlokBrengt(nu, dag('2026-12-01').add({ days: n }));
        if (g === null) return;
        const naar = volgendeToestand({ soort: nu.soort, spoed: nu.spoed }, nu.toestand, g);
        expect(naar, `${nu.soort} ${nu.toestand} ${g}`).not.toBeNull();
        nu = { ...nu, toestand: naar ?? nu.toestand };
      }
      expect.fail('komt niet tot rust');
    }), { numRuns: 20_000 });
  });
});
