import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { afgelopenHalfjaren, gewoneGrenzen, halfjaarTekst, halfjaarVan, KLEINSTE, regelkaart, signaalzin, staarten, stiltezin, toonbaar, VALS_ALARM_PER_JAAR, verschil, type Deel, type Periode } from './regels.ts';

/** The chance by counting: every way to lay `totaal` marks on `alle` places, with the first `n` as ours. */
function doorTellen(k: number, n: number, totaal: number, alle: number): { boven: number; onder: number } {
  let alles = 0;
  let boven = 0;
  let onder = 0;
  for (let m = 0; m < 2 ** alle; m += 1) {
    const bits = Array.from({ length: alle }, (_, i) => (m >> i) & 1);
    if (bits.reduce((s, b) => s + b, 0) !== totaal) continue;
    const raak = bits.slice(0, n).reduce((s, b) => s + b, 0);
    alles += 1;
    if (raak >= k) boven += 1;
    if (raak <= k) onder += 1;
  }
  return { boven: boven / alles, onder: onder / alles };
}

/** A generator that says the same twice. */
function toeval(zaad: number): () => number {
  let s = zaad >>> 0;
  return () => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const trek = (n: number, p: number, r: () => number): number => Array.from({ length: n }, () => r() < p).filter(Boolean).length;
const namen = (aantal: number): string[] => afgelopenHalfjaren(Temporal.PlainDate.from('2030-01-01'), aantal);
const reeks = (n: readonly number[], p: (i: number) => number, r: () => number): Periode[] => namen(n.length).map((halfjaar, i) => ({ halfjaar, besluiten: n[i] ?? 0, afwijkend: trek(n[i] ?? 0, p(i), r) }));

describe('the chances behind a signal', () => {
  it('are those one gets by counting all ways', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }).chain((alle) => fc.tuple(fc.constant(alle), fc.integer({ min: 0, max: alle }), fc.integer({ min: 0, max: alle })).chain(([a, n, t]) => fc.tuple(fc.constant(a), fc.constant(n), fc.constant(t), fc.integer({ min: Math.max(0, n - (a - t)), max: Math.min(n, t) })))), ([alle, n, totaal, k]) => {
      const uit = staarten(k, n, totaal, alle);
      const telling = doorTellen(k, n, totaal, alle);
      expect(uit.boven).toBeCloseTo(telling.boven, 9);
      expect(uit.onder).toBeCloseTo(telling.onder, 9);
    }), { numRuns: 150 });
  });

  it('warn by chance no more often than they say, whatever is usual and however few decisions there are: by summing every outcome', () => {
    // Two binomial counts with the same chance: the exact rate of a warning, no simulation.
    for (const p of [0.02, 0.1, 0.3, 0.5, 0.9]) for (const [n, n0] of [[5, 15], [8, 30], [20, 60], [40, 20]] as const) for (const alfa of [0.02, 0.005, 0.1]) {
      const kans = (m: number, k: number): number => Array.from({ length: k }, (_, i) => (m - i) / (i + 1)).reduce((a, b) => a * b, 1) * p ** k * (1 - p) ** (m - k);
      let vals = 0;
      for (let x = 0; x <= n; x += 1) for (let y = 0; y <= n0; y += 1) if (verschil({ besluiten: n, afwijkend: x }, { besluiten: n0, afwijkend: y }, alfa)) vals += kans(n, x) * kans(n0, y);
      expect(vals).toBeLessThanOrEqual(alfa + 1e-9);
    }
  });

  it('give limits outside which, and only there, there is a warning', () => {
    fc.assert(fc.property(fc.integer({ min: 5, max: 40 }), fc.integer({ min: 15, max: 80 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.02, 0.002), (n, n0, deel, alfa) => {
      const eerder = { besluiten: n0, afwijkend: Math.round(deel * n0) };
      const g = gewoneGrenzen(n, eerder, alfa);
      for (let k = 0; k <= n; k += 1) expect(verschil({ besluiten: n, afwijkend: k }, eerder, alfa) !== null).toBe(k < g.van || k > g.tot);
    }), { numRuns: 200 });
  });
});

describe('the chart', () => {
  const JAREN = 4_000;

  it.each([[0.05, 8, 1], [0.2, 12, 1], [0.5, 30, 1], [0.2, 12, 6]])('at %f departures, %i decisions and %i series warns in no more years than it states while nothing changes', (p, n, reeksen) => {
    const r = toeval(20261123);
    let vals = 0;
    for (let i = 0; i < JAREN; i += 1) {
      // Six half-years go before the two of the year that is judged.
      const alarm = Array.from({ length: reeksen }, () => regelkaart(reeks(Array.from({ length: 8 }, () => n), () => p, r), reeksen).slice(6).some((x) => x?.signaal)).some(Boolean);
      if (alarm) vals += 1;
    }
    // Three standard errors above what is stated would still be chance.
    expect(vals / JAREN).toBeLessThanOrEqual(VALS_ALARM_PER_JAAR + 3 * Math.sqrt((VALS_ALARM_PER_JAAR * (1 - VALS_ALARM_PER_JAAR)) / JAREN));
  });

  it('finds a real shift within a year: from one in ten to half of twenty decisions in at least nine of ten cases', () => {
    const r = toeval(7);
    let gezien = 0;
    const keren = 500;
    for (let i = 0; i < keren; i += 1) {
      const punten = regelkaart(reeks(Array.from({ length: 8 }, () => 20), (h) => (h < 6 ? 0.1 : 0.5), r), 1);
      if (punten.slice(6).some((x) => x?.signaal?.richting === 'vaker')) gezien += 1;
    }
    expect(gezien / keren).toBeGreaterThan(0.9);
  });

  it('finds by the year what no half-year shows on its own', () => {
    const p = (halfjaar: string, besluiten: number, afwijkend: number): Periode => ({ halfjaar, besluiten, afwijkend });
    const punten = regelkaart([p('2024-1', 20, 1), p('2024-2', 20, 1), p('2025-1', 20, 1), p('2025-2', 20, 1), p('2026-1', 14, 4), p('2026-2', 14, 5)], 1);
    expect(punten.map((x) => x?.signaal?.over ?? null)).toEqual([null, null, null, null, null, 'jaar']);
  });

  it('says nothing where too little went before', () => {
    const punten = regelkaart(namen(3).map((halfjaar) => ({ halfjaar, besluiten: 6, afwijkend: 6 })), 1);
    expect(punten.map((x) => [x?.gewoon, x?.signaal])).toEqual([[null, null], [null, null], [null, null]]);
    expect(stiltezin({ ...(punten[0] as NonNullable<(typeof punten)[0]>) })).toContain('te weinig');
  });

  it('does not use what it does not show', () => {
    const alle = namen(6).map((halfjaar): Periode => ({ halfjaar, besluiten: 20, afwijkend: 2 }));
    const gat = alle.map((p, i) => (i === 2 ? null : p));
    const zonder = regelkaart(gat, 1);
    expect(zonder[2]).toBeNull();
    // The same chart, whatever the hidden half-year held.
    expect(zonder[5]?.gewoon).toEqual(gewoneGrenzen(20, { besluiten: 60, afwijkend: 6 }, 0.02));
  });

  it('says how sure it is in rounded words', () => {
    expect(signaalzin({ over: 'halfjaar', richting: 'vaker', kans: 0.0031 })).toBe('In dit halfjaar is vaker van het advies afgeweken dan daarvoor. Dat is bijna zeker geen toeval: verandert er niets, dan zie je zo’n verschil hoogstens 1 op de 200 keer.');
    expect(signaalzin({ over: 'jaar', richting: 'minder', kans: 0.000_01 })).toContain('1 op de 10.000 keer');
  });
});

describe('small numbers', () => {
  const deel = fc.record({ besluiten: fc.integer({ min: 0, max: 14 }), deel: fc.double({ min: 0, max: 1, noNaN: true }) });
  const delen: fc.Arbitrary<Deel[]> = fc.array(deel, { maxLength: 7 }).map((l) => l.map((d, i) => ({ sleutel: `o${i}`, besluiten: d.besluiten, afwijkend: Math.round(d.deel * d.besluiten) })));

  it('cannot be found by subtracting what is shown from each other', () => {
    let iets = 0;
    fc.assert(fc.property(delen, (d) => {
      const { totaal, delen: getoond } = toonbaar(d);
      for (const g of getoond) expect(g.besluiten).toBeGreaterThanOrEqual(KLEINSTE);
      if (totaal === null) { expect(getoond).toEqual([]); return; }
      if (getoond.length > 0) iets += 1;
      // Every combination an attacker can make: the total minus any choice of what is shown.
      for (let m = 0; m < 2 ** getoond.length; m += 1) {
        const rest = totaal.besluiten - getoond.filter((_, i) => (m >> i) & 1).reduce((s, g) => s + g.besluiten, 0);
        expect(rest === 0 || rest >= KLEINSTE).toBe(true);
      }
    }), { numRuns: 5_000 });
    expect(iets).toBeGreaterThan(1_000);
  });

  it('hides as little as is needed', () => {
    expect(toonbaar([{ sleutel: 'a', besluiten: 9, afwijkend: 1 }, { sleutel: 'b', besluiten: 6, afwijkend: 1 }]).delen).toHaveLength(2);
    expect(toonbaar([{ sleutel: 'a', besluiten: 9, afwijkend: 1 }, { sleutel: 'b', besluiten: 6, afwijkend: 1 }, { sleutel: 'c', besluiten: 2, afwijkend: 1 }]).delen.map((d) => d.sleutel)).toEqual(['a']);
    expect(toonbaar([{ sleutel: 'a', besluiten: 9, afwijkend: 1 }, { sleutel: 'b', besluiten: 3, afwijkend: 1 }, { sleutel: 'c', besluiten: 2, afwijkend: 1 }]).delen.map((d) => d.sleutel)).toEqual(['a']);
    expect(toonbaar([{ sleutel: 'a', besluiten: 4, afwijkend: 1 }])).toEqual({ totaal: null, delen: [] });
  });
});

it('a half-year is shown only when it is over', () => {
  expect(afgelopenHalfjaren(Temporal.PlainDate.from('2026-11-23'), 3)).toEqual(['2025-1', '2025-2', '2026-1']);
  expect(afgelopenHalfjaren(Temporal.PlainDate.from('2026-06-30'), 2)).toEqual(['2025-1', '2025-2']);
  fc.assert(fc.property(fc.integer({ min: 0, max: 4_000 }), (d) => {
    const dag = Temporal.PlainDate.from('2020-01-01').add({ days: d });
    expect(afgelopenHalfjaren(dag, 10)).not.toContain(halfjaarVan(dag));
  }));
  expect(halfjaarTekst('2026-2')).toBe('tweede helft 2026');
});
