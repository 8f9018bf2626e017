import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { binnenMaanden, eerderDan, telling } from './terugkijken.ts';

describe('looking back', () => {
  it('agrees with the calendar for any two days', () => {
    const dag = fc.integer({ min: 0, max: 60_000 }).map((d) => Temporal.PlainDate.from('1900-01-01').add({ days: d }));
    fc.assert(fc.property(dag, fc.integer({ min: 1, max: 120 }), fc.integer({ min: -40, max: 40 }), dag, (nu, maanden, rond, ander) => {
      for (const eerder of [nu.subtract({ months: maanden }).add({ days: rond }), ander]) {
        expect(binnenMaanden(telling(eerder), telling(nu), maanden)).toBe(Temporal.PlainDate.compare(eerder, nu.subtract({ months: maanden })) >= 0);
        expect(eerderDan(telling(eerder), telling(nu))).toBe(Temporal.PlainDate.compare(eerder, nu) < 0);
      }
    }), { numRuns: 3_000 });
  });

  it('counts from the last day of a month that is too short', () => {
    const op = (d: string) => telling(Temporal.PlainDate.from(d));
    expect(binnenMaanden(op('2023-02-28'), op('2024-02-29'), 12)).toBe(true);
    expect(binnenMaanden(op('2023-02-27'), op('2024-02-29'), 12)).toBe(false);
    expect(binnenMaanden(op('2000-02-28'), op('2000-03-31'), 1)).toBe(false);
    expect(binnenMaanden(op('1900-02-28'), op('1900-03-31'), 1)).toBe(true);
  });
});
