import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { KalenderInstellingen } from './feestdagen.ts';
import { isAlgemeenVrij, isWerkdag, kalenderVan, plusWerkdagen, volgendeWerkdag } from './werkdagen.ts';

const kalender = kalenderVan();
const dag = (tekst: string) => Temporal.PlainDate.from(tekst);
const willekeurigeDag = fc.integer({ min: 0, max: 5800 }).map((dagen) => dag('2015-01-01').add({ days: dagen }));

/** Working days by another road: day numbers since 1970 and a typed-over list of days off of 2025–2027. */
const vrij2025tot2027 = new Set([
  '2025-01-01', '2025-04-21', '2025-04-26', '2025-05-05', '2025-05-29', '2025-06-09', '2025-12-25', '2025-12-26',
  '2026-01-01', '2026-04-06', '2026-04-27', '2026-05-14', '2026-05-25', '2026-12-25', '2026-12-26',
  '2027-01-01', '2027-03-29', '2027-04-27', '2027-05-06', '2027-05-17', '2027-12-25', '2027-12-26',
]);
function isOpen(dagnummer: number): boolean {
  // 1 January 1970 was a Thursday.
  const weekdag = (dagnummer + 3) % 7;
  return weekdag < 5 && !vrij2025tot2027.has(new Date(dagnummer * 86_400_000).toISOString().slice(0, 10));
}

describe('isWerkdag', () => {
  it('agrees with a typed-over list for every day of 2025, 2026 and 2027', () => {
    for (let nummer = Date.UTC(2025, 0, 1) / 86_400_000; nummer <= Date.UTC(2027, 11, 31) / 86_400_000; nummer += 1) {
      const datum = dag(new Date(nummer * 86_400_000).toISOString().slice(0, 10));
      expect(isWerkdag(datum, kalender), datum.toString()).toBe(isOpen(nummer));
    }
  });

  it('an own closing day is no working day, yet not a day off in law', () => {
    const eigen = kalenderVan(KalenderInstellingen.parse({ eigenSluitingsdagen: [{ datum: '2026-05-15', naam: 'Dag na Hemelvaart' }] }));
    expect(isWerkdag(dag('2026-05-15'), kalender)).toBe(true);
    expect(isWerkdag(dag('2026-05-15'), eigen)).toBe(false);
    expect(isAlgemeenVrij(dag('2026-05-15'), eigen)).toBe(false);
    expect(isAlgemeenVrij(dag('2026-05-14'), eigen)).toBe(true);
  });

  it('names both when two holidays meet', () => {
    const elkJaar = kalenderVan(KalenderInstellingen.parse({ bevrijdingsdag: 'elk jaar' }));
    expect(elkJaar.feestdagenOp(dag('2016-05-05')).map(({ naam }) => naam).toSorted()).toEqual(['Bevrijdingsdag', 'Hemelvaartsdag']);
  });
});

describe('volgendeWerkdag', () => {
  it.each([
    ['2026-11-23', '2026-11-24'], ['2026-11-27', '2026-11-30'], ['2026-12-24', '2026-12-28'], ['2026-04-02', '2026-04-03'],
    ['2026-04-03', '2026-04-07'], ['2025-04-25', '2025-04-28'], ['2025-12-31', '2026-01-02'],
  ])('after %s comes %s', (van, naar) => {
    expect(volgendeWerkdag(dag(van), kalender).toString()).toBe(naar);
  });
});

describe('plusWerkdagen', () => {
  it('equals a walk day by day over 2025 and 2026', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 120 }), (start, aantal) => {
      const begin = Date.UTC(2025, 0, 1) / 86_400_000 + start;
      let nummer = begin;
      for (let open = 0; open < aantal; ) {
        nummer += 1;
        if (isOpen(nummer)) open += 1;
      }
      const uitkomst = plusWerkdagen(dag('2025-01-01').add({ days: start }), aantal, kalender);
      expect(uitkomst.toString()).toBe(new Date(nummer * 86_400_000).toISOString().slice(0, 10));
    }));
  });

  it('adding in two parts is adding at once', () => {
    fc.assert(fc.property(willekeurigeDag, fc.nat(40), fc.nat(40), (start, een, ander) => {
      const ineens = plusWerkdagen(start, een + ander, kalender);
      // The detour over 0 working days first opens a closed start day, which shifts counting by design.
      fc.pre(een > 0);
      expect(plusWerkdagen(plusWerkdagen(start, een, kalender), ander, kalender).toString()).toBe(ineens.toString());
    }));
  });

  it('0 working days keeps a working day and opens a closed one', () => {
    expect(plusWerkdagen(dag('2026-11-23'), 0, kalender).toString()).toBe('2026-11-23');
    expect(plusWerkdagen(dag('2026-11-21'), 0, kalender).toString()).toBe('2026-11-23');
  });

  it.each([-1, 1.5, Number.NaN])('refuses %d working days', (aantal) => {
    expect(() => plusWerkdagen(dag('2026-11-23'), aantal, kalender)).toThrow(RangeError);
  });
});
