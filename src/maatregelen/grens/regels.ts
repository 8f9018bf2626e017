import type { Temporal } from 'temporal-polyfill';

/**
 * Guarding the boundary (functies C6): does an organisation depart from its own handelingskader more, or less, than it used to? Decisions are
 * counted per half-year, and a half-year is compared with the two years before it by Fisher's exact test. That test needs no
 * assumption on how often people normally depart from the advice, and its false-alarm rate holds for any size; the price is that it is
 * careful with few decisions (R.A. Fisher, 1935; conditional on the total, K follows the hypergeometric distribution).
 */

/** Fewer decisions than this are never shown, nor used: they could point at one colleague (achtergrond §11). */
export const KLEINSTE = 5;
/** Half-years before a half-year that say what is usual. */
export const EERDER = 4;
/** Without this many earlier decisions nothing is said. */
export const GENOEG_EERDER = 15;
/**
 * Chance that a whole page warns at least once in a year while nothing changed. Twice a year each series is tested on its half-year and on
 * its year; by Boole's inequality the chances add up: 2 × (0.02 + 0.005) = 0.05, divided over the series on the page.
 */
export const VALS_ALARM_PER_JAAR = 0.05;
const PER_HALFJAAR = 0.02;
const PER_JAAR = 0.005;

/** Decisions, and how many of those departed from the advice. */
export interface Telling {
  besluiten: number;
  afwijkend: number;
}

export interface Periode extends Telling {
  /** '2026-1' is January to June, '2026-2' the rest. */
  halfjaar: string;
}

export type Richting = 'vaker' | 'minder';

export interface Signaal {
  over: 'halfjaar' | 'jaar';
  richting: Richting;
  /** Chance of a difference at least this large when nothing changed, one-sided. */
  kans: number;
}

export interface Punt extends Periode {
  /** What is usual, as counts of this half-year that would not surprise; null when too little is known. */
  gewoon: { van: number; tot: number } | null;
  signaal: Signaal | null;
}

const logFac: number[] = [0];
/** Natural logarithm of n!; exact sums, kept. */
function lf(n: number): number {
  for (let i = logFac.length; i <= n; i += 1) logFac.push((logFac[i - 1] ?? 0) + Math.log(i));
  return logFac[n] ?? 0;
}
const logKies = (n: number, k: number): number => lf(n) - lf(k) - lf(n - k);

/** P(K ≥ k) and P(K ≤ k) for the number K of departures among `n` decisions, when `totaal` departures are spread by chance over `alle` decisions. */
export function staarten(k: number, n: number, totaal: number, alle: number): { boven: number; onder: number } {
  const van = Math.max(0, n - (alle - totaal));
  const tot = Math.min(n, totaal);
  const noemer = logKies(alle, n);
  let boven = 0;
  let onder = 0;
  for (let i = van; i <= tot; i += 1) {
    const p = Math.exp(logKies(totaal, i) + logKies(alle - totaal, n - i) - noemer);
    if (i >= k) boven += p;
    if (i <= k) onder += p;
  }
  return { boven: Math.min(1, boven), onder: Math.min(1, onder) };
}

/** Whether one count differs from what was usual, at most `alfa` (two-sided) of the time by chance; null when not. */
export function verschil(nu: Telling, eerder: Telling, alfa: number): { richting: Richting; kans: number } | null {
  const { boven, onder } = staarten(nu.afwijkend, nu.besluiten, nu.afwijkend + eerder.afwijkend, nu.besluiten + eerder.besluiten);
  if (boven <= alfa / 2) return { richting: 'vaker', kans: boven };
  if (onder <= alfa / 2) return { richting: 'minder', kans: onder };
  return null;
}

/** The counts among `n` decisions that give no warning beside what was usual. */
export function gewoneGrenzen(n: number, eerder: Telling, alfa: number): { van: number; tot: number } {
  const stil = Array.from({ length: n + 1 }, (_, k) => k).filter((k) => verschil({ besluiten: n, afwijkend: k }, eerder, alfa) === null);
  return { van: stil[0] ?? 0, tot: stil.at(-1) ?? n };
}

const som = (delen: readonly Telling[]): Telling => ({ besluiten: delen.reduce((s, d) => s + d.besluiten, 0), afwijkend: delen.reduce((s, d) => s + d.afwijkend, 0) });

/**
 * The chart of one series: each half-year beside what was usual in the two years before it. Periods in order, consecutive; those with too few decisions
 * are null, and count for nothing. `reeksen` is how many series the page shows: the chance of a false alarm is divided over them.
 */
export function regelkaart(perioden: readonly (Periode | null)[], reeksen: number): (Punt | null)[] {
  return perioden.map((p, i) => {
    if (p === null) return null;
    const eerder = som(perioden.slice(Math.max(0, i - EERDER), i).filter((x) => x !== null));
    const genoeg = eerder.besluiten >= GENOEG_EERDER;
    const nu = genoeg ? verschil(p, eerder, PER_HALFJAAR / reeksen) : null;
    const vorige = perioden[i - 1];
    const voorJaar = som(perioden.slice(Math.max(0, i - 1 - EERDER), Math.max(0, i - 1)).filter((x) => x !== null));
    const jaar = vorige && voorJaar.besluiten >= GENOEG_EERDER ? verschil(som([vorige, p]), voorJaar, PER_JAAR / reeksen) : null;
    return { ...p, gewoon: genoeg ? gewoneGrenzen(p.besluiten, eerder, PER_HALFJAAR / reeksen) : null, signaal: nu ? { over: 'halfjaar', ...nu } : jaar ? { over: 'jaar', ...jaar } : null };
  });
}

/** A part of the decisions of one half-year: a department, or a kind of measure. */
export interface Deel extends Telling {
  sleutel: string;
}

/**
 * Which parts of one half-year can be shown. A part of fewer than five decisions is hidden, and as many more as are needed so that what is hidden adds up to
 * five or more: otherwise the total minus what is shown would still tell it. The total itself is null when it is too small.
 */
export function toonbaar<D extends Deel>(delen: readonly D[]): { totaal: Telling | null; delen: D[] } {
  const totaal = som(delen);
  if (totaal.besluiten < KLEINSTE) return { totaal: null, delen: [] };
  // Largest first; of equals the one that comes first by name, so that the choice says nothing.
  const groot = delen.filter((d) => d.besluiten >= KLEINSTE).sort((a, b) => b.besluiten - a.besluiten || (a.sleutel < b.sleutel ? -1 : 1));
  const verborgen = () => totaal.besluiten - som(groot).besluiten;
  while (groot.length > 0 && verborgen() > 0 && verborgen() < KLEINSTE) groot.pop();
  return { totaal, delen: groot };
}

/** The half-year of a day. */
export function halfjaarVan(dag: Temporal.PlainDate): string {
  return `${dag.year}-${dag.month <= 6 ? 1 : 2}`;
}

/** The half-years that are over, oldest first: the last `aantal` before the one `dag` is in. A half-year that still runs is not shown: what was added since yesterday would tell one decision. */
export function afgelopenHalfjaren(dag: Temporal.PlainDate, aantal: number): string[] {
  const nu = dag.year * 2 + (dag.month <= 6 ? 0 : 1);
  return Array.from({ length: aantal }, (_, i) => nu - aantal + i).map((h) => `${Math.floor(h / 2)}-${(h % 2) + 1}`);
}

/** "eerste helft 2026". */
export function halfjaarTekst(halfjaar: string): string {
  const [jaar, deel] = halfjaar.split('-');
  return `${deel === '1' ? 'eerste' : 'tweede'} helft ${jaar}`;
}

/** Chances as people understand them, rounded so that nobody can compute counts from them. */
function eenOp(kans: number): string {
  const ronde = [10_000, 5_000, 1_000, 500, 200, 100].find((n) => kans <= 1 / n) ?? 50;
  return ronde.toLocaleString('nl-NL');
}

/** What a signal says, and how sure it is. */
export function signaalzin(s: Signaal): string {
  const wanneer = s.over === 'jaar' ? 'Het hele jaar samen' : 'In dit halfjaar';
  return `${wanneer} is ${s.richting === 'vaker' ? 'vaker' : 'minder vaak'} van het advies afgeweken dan daarvoor. Dat is bijna zeker geen toeval: verandert er niets, dan zie je zo’n verschil hoogstens 1 op de ${eenOp(s.kans)} keer.`;
}

/** What the chart says of a half-year without a signal. */
export function stiltezin(p: Punt): string {
  return p.gewoon === null ? 'Er zijn nog te weinig eerdere besluiten om mee te vergelijken.' : 'Dit past bij hoe het eerder ging. Een verschil kan toeval zijn.';
}
