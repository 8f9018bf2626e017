import type { Temporal } from 'temporal-polyfill';

/** A day as two small numbers: a backtest compares hundreds of thousands of them. */
export interface Dagtelling {
  /** Months since the year 0. */
  maand: number;
  dag: number;
}

export const telling = (d: Temporal.PlainDate): Dagtelling => ({ maand: d.year * 12 + d.month - 1, dag: d.day });

const DAGEN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isSchrikkel = (jaar: number): boolean => (jaar % 4 === 0 && jaar % 100 !== 0) || jaar % 400 === 0;
const dagenIn = (maand: number): number => (maand % 12 === 1 && isSchrikkel(Math.floor(maand / 12)) ? 29 : (DAGEN[maand % 12] ?? 31));

export const eerderDan = (a: Dagtelling, b: Dagtelling): boolean => a.maand < b.maand || (a.maand === b.maand && a.dag < b.dag);

/** Whether a day is no more than so many months before another; a month without that day counts from its last (29 February). */
export function binnenMaanden(eerder: Dagtelling, nu: Dagtelling, maanden: number): boolean {
  const maand = nu.maand - maanden;
  return !eerderDan(eerder, { maand, dag: Math.min(nu.dag, dagenIn(maand)) });
}
