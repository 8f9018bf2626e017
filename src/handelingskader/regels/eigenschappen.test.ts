import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { adviseer, wijktAf, type Advies } from './advies.ts';
import type { EerderFeit, Feiten } from './feiten.ts';
import type { Herhaling, Kader, Kaderregel, Sanctie } from './kader.ts';
import { mediumcodes, persoonssoortcodes, tegencodes, type Maatregelsoort, type Medium } from './soorten.ts';
import { standaardkader } from './standaard.ts';

// Written apart from the engine: how heavy a measure is, and what an advice asks at least and allows at most.
const ZWAARTE: Partial<Record<Maatregelsoort, number>> = { ordegesprek: 1, stopgesprek: 1, waarschuwing: 1, contactbeperking: 2, een_postbus: 2, contactquotum: 2, via_gemachtigde: 2, opschorting: 3, pandverbod: 3, rechterlijk_bevel: 4 };
const rang = (maatregelen: readonly Maatregelsoort[]): number => maatregelen.reduce((meest, m) => Math.max(meest, ZWAARTE[m] ?? 0), 0);
/** The least the decider may do within the advice. */
const minstens = (a: Advies): number => (a.opties.length === 0 ? -1 : Math.min(...a.opties.map((o) => rang(o.maatregelen) * 10_000 + (o.duur?.van ?? 0) * 10 + (o.duur?.langerDan ? 1 : 0))));
/** The most it names; without a number, or where it is left open with someone, nothing is. */
const hoogstens = (a: Advies): number | null => {
  const top = Math.max(-1, ...a.opties.map((o) => rang(o.maatregelen)));
  const genoemd = a.opties.filter((o) => rang(o.maatregelen) === top).map((o) => (o.duur === null ? 0 : o.duur.inOverlegMet.length > 0 ? null : o.duur.tot));
  return genoemd.some((x) => x === null) || top < 0 ? null : top * 10_000 + Math.max(...genoemd.map((x) => x ?? 0)) * 10;
};
function nietLichter(zwaar: Advies, licht: Advies): void {
  expect(minstens(zwaar)).toBeGreaterThanOrEqual(minstens(licht));
  const [a, b] = [hoogstens(zwaar), hoogstens(licht)];
  if (a !== null && b !== null) expect(a).toBeGreaterThanOrEqual(b);
}

const OP = Temporal.PlainDate.from('2026-11-23');
const feiten = (over: Partial<Feiten>): Feiten => ({ vormen: [], gedragingen: null, tegen: null, medium: 'persoonlijk', wapen: false, voorvalOp: OP, eerdere: [], reactie: null, ...over });
const STANDAARD = persoonssoortcodes.map(standaardkader);
const codes = STANDAARD[0]?.gedragingen.map((g) => g.code) ?? [];
const medium = fc.constantFrom<Medium | null>(...mediumcodes, null);
const dagenTerug = (d: number): Temporal.PlainDate => OP.subtract({ days: d });
const eerder = (uit: readonly string[]): fc.Arbitrary<EerderFeit> => fc.record({
  nummer: fc.constant('2026-0001'), voorvalOp: fc.integer({ min: -30, max: 1500 }).map(dagenTerug), vormen: fc.constant([]), gedragingen: fc.subarray([...uit], { minLength: 1 }), tegen: fc.constant(null), medium: fc.constant(null),
});

// Any kader at all, also a foolish one: ranges upside down, repetitions that are lighter, rules that contradict each other.
const SOORTEN = ['verbaal', 'bedreiging', 'zaken', 'personen'] as const;
const G = ['g1', 'g2', 'g3', 'g4', 'g5'];
const sanctie: fc.Arbitrary<Sanctie> = fc.oneof(
  fc.record({ maatregelen: fc.constantFrom<Maatregelsoort[]>(['waarschuwing'], ['ordegesprek'], ['schadeverhaal', 'waarschuwing']), duur: fc.constant({ soort: 'geen' as const }) }),
  fc.record({
    maatregelen: fc.constantFrom<Maatregelsoort[]>(['pandverbod'], ['contactbeperking'], ['pandverbod', 'schadeverhaal'], ['opschorting']),
    duur: fc.oneof(
      fc.integer({ min: 1, max: 36 }).map((maanden) => ({ soort: 'vast' as const, maanden })),
      fc.tuple(fc.integer({ min: 1, max: 36 }), fc.integer({ min: 1, max: 36 })).map(([van, tot]) => ({ soort: 'tussen' as const, van, tot })),
      fc.constant({ soort: 'open' as const, metWie: 'managementteam' }),
    ),
  }),
);
const herhaling: fc.Arbitrary<Herhaling> = fc.oneof(
  fc.constant({ soort: 'geen' as const }), fc.constant({ soort: 'zwaarder' as const }),
  fc.record({ soort: fc.constant('regel' as const), sancties: fc.array(sanctie, { minLength: 1, maxLength: 2 }), politie: fc.subarray(['vooraf', 'melding'] as ('vooraf' | 'melding')[]) }),
);
const regel = (i: number): fc.Arbitrary<Kaderregel> => fc.record({
  code: fc.constant(`A${i + 1}`), naam: fc.constant(`Regel ${i + 1}`), gedragingen: fc.subarray(G, { minLength: 1, maxLength: 2 }), media: fc.constantFrom<Medium[]>([], ['persoonlijk']), alleenMetWapen: fc.boolean(),
  sancties: fc.array(sanctie, { minLength: 1, maxLength: 2 }), politie: fc.subarray(['vooraf', 'melding'] as ('vooraf' | 'melding')[]), herhaling, terugkijkMaanden: fc.option(fc.integer({ min: 1, max: 60 })),
  gebied: fc.constantFrom(null, { van: 'locatie' as const, tot: 'dienst' as const }), beslissers: fc.constantFrom([], ['leidinggevende']), overlegMet: fc.constant(null), aangifte: fc.constantFrom(null, 'altijd' as const, 'indien_strafbaar' as const),
});
const kader: fc.Arbitrary<Kader> = fc.record({
  gedragingen: fc.tuple(...G.map((code, i) => fc.constantFrom(...SOORTEN).map((soort) => ({ code, naam: `Gedraging ${i}`, klasse: 'agressie' as const, soort, geaccepteerd: false, tijdens: '', na: '' })))),
  koppelingen: fc.constant([]), regels: fc.integer({ min: 1, max: 7 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => regel(i)))),
  combinatie: fc.record({ code: fc.constant('B5'), herhaling: fc.constantFrom('verdubbelen' as const, 'hoogste' as const) }),
  terugkijken: fc.record({ maanden: fc.integer({ min: 1, max: 60 }), telt: fc.constantFrom('elke' as const, 'zelfde_of_zwaarder' as const) }),
});

describe('whatever the version says', () => {
  it('more conduct in one incident never gives a lighter advice', () => {
    fc.assert(fc.property(kader, fc.subarray(G, { minLength: 1 }), fc.constantFrom(...G), fc.array(eerder(G), { maxLength: 3 }), medium, fc.boolean(), (k, gedragingen, erbij, eerdere, m, wapen) => {
      nietLichter(adviseer(k, feiten({ gedragingen: [...gedragingen, erbij], eerdere, medium: m, wapen })), adviseer(k, feiten({ gedragingen, eerdere, medium: m, wapen })));
    }), { numRuns: 3_000 });
  });

  it('an earlier incident never lightens', () => {
    fc.assert(fc.property(kader, fc.subarray(G, { minLength: 1 }), fc.array(eerder(G), { maxLength: 3 }), eerder(G), medium, (k, gedragingen, eerdere, nogEen, m) => {
      nietLichter(adviseer(k, feiten({ gedragingen, eerdere: [...eerdere, nogEen], medium: m })), adviseer(k, feiten({ gedragingen, eerdere, medium: m })));
    }), { numRuns: 3_000 });
  });

  it('a combination asks exactly the highest of what each behaviour asks, when nothing doubles', () => {
    fc.assert(fc.property(kader, fc.subarray(G, { minLength: 1 }), fc.array(eerder(G), { maxLength: 2 }), (k, gedragingen, eerdere) => {
      const zonder: Kader = { ...k, combinatie: { ...k.combinatie, herhaling: 'hoogste' } };
      const los = gedragingen.map((g) => minstens(adviseer(zonder, feiten({ gedragingen: [g], eerdere }))));
      expect(minstens(adviseer(zonder, feiten({ gedragingen, eerdere })))).toBe(Math.max(...los));
    }), { numRuns: 3_000 });
  });

  it('every behaviour gets an advice or a named gap', () => {
    fc.assert(fc.property(kader, fc.constantFrom(...G, 'bestaat_niet'), medium, (k, g, m) => {
      const a = adviseer(k, feiten({ gedragingen: [g], medium: m }));
      if (a.opties.length > 0) expect(a.regels.length).toBeGreaterThan(0);
      else expect(a.gaten.filter((x) => x.wat === g && (x.soort === 'geen_regel' || x.soort === 'vorm'))).toHaveLength(1);
    }));
  });

  it('the same version, facts and dates give the same advice, in any order and however often it is asked', () => {
    fc.assert(fc.property(kader, fc.subarray(G, { minLength: 1 }), fc.array(eerder(G), { maxLength: 3 }), (k, gedragingen, eerdere) => {
      const zoals = (x: Advies): unknown => ({ ...x, herhaling: { ...x.herhaling, eerdere: x.herhaling.eerdere.map((e) => `${e.voorvalOp.toString()} ${e.zin}`).toSorted() } });
      const eerste = zoals(adviseer(k, feiten({ gedragingen, eerdere })));
      expect(zoals(adviseer(structuredClone(k), feiten({ gedragingen: gedragingen.toReversed(), eerdere: eerdere.toReversed() })))).toEqual(eerste);
    }));
  });
});

describe('the tables of the handreiking', () => {
  const KETENS = [
    ['verbaal', 'bedreiging_organisatie', 'bedreiging_medewerker', 'vernieling', 'geweld_medewerker'],
    ['verbaal', 'bedreiging_bezoeker'], ['telefonisch', 'bedreiging_medewerker', 'geweld_medewerker'],
  ];

  it('a heavier behaviour never gives a lighter advice, with the same history', () => {
    fc.assert(fc.property(fc.constantFrom(...STANDAARD), fc.constantFrom(...KETENS).chain((k) => fc.tuple(fc.constant(k), fc.integer({ min: 0, max: k.length - 2 }))), fc.array(eerder(codes), { maxLength: 3 }), (k, [keten, i], eerdere) => {
      const [licht, zwaar] = [keten[i] ?? '', keten[i + 1] ?? ''];
      nietLichter(adviseer(k, feiten({ gedragingen: [zwaar], eerdere })), adviseer(k, feiten({ gedragingen: [licht], eerdere })));
    }), { numRuns: 2_000 });
  });

  it('a form of aggression more never gives a lighter advice', () => {
    const vormen = ['schelden', 'dreigen', 'fysiek', 'spugen_gooien_vernielen', 'lastigvallen', 'online', 'onder_druk', 'discriminatie_seksueel', 'anders'];
    fc.assert(fc.property(fc.constantFrom(...STANDAARD), fc.subarray(vormen, { minLength: 1 }), fc.constantFrom(...vormen), fc.constantFrom(null, ...tegencodes), medium, fc.array(eerder(codes), { maxLength: 2 }), (k, melding, erbij, tegen, m, eerdere) => {
      nietLichter(adviseer(k, feiten({ vormen: [...melding, erbij], tegen, medium: m, eerdere })), adviseer(k, feiten({ vormen: melding, tegen, medium: m, eerdere })));
    }), { numRuns: 2_000 });
  });

  it('what follows the advice does not differ from it, and less does', () => {
    fc.assert(fc.property(fc.constantFrom(...STANDAARD), fc.subarray(codes, { minLength: 1 }), fc.array(eerder(codes), { maxLength: 2 }), (k, gedragingen, eerdere) => {
      const a = adviseer(k, feiten({ gedragingen, eerdere }));
      for (const o of a.opties) {
        const soort = o.maatregelen[0];
        if (soort === undefined) continue;
        const maanden = o.duur === null ? null : (o.duur.tot ?? o.duur.van + 1);
        expect(wijktAf(a, { soort, maanden, gebied: a.gebied?.tot ?? null })).toEqual([]);
        if (o.duur && o.duur.inOverlegMet.length === 0 && o.duur.van > 0 && a.opties.length === 1) expect(wijktAf(a, { soort, maanden: o.duur.van - 1, gebied: null })).toHaveLength(1);
      }
      if (!a.opties.some((o) => o.maatregelen.includes('rechterlijk_bevel'))) expect(wijktAf(a, { soort: 'rechterlijk_bevel', maanden: 3, gebied: null })).toHaveLength(1);
    }));
  });
});
