import { Temporal } from 'temporal-polyfill';
import type { Patroon } from './woorden.ts';

/** How someone used the check lately, counted by the database. Lists count once each, not per row. */
export interface Gebruik {
  /** Single checks in the last ten minutes. */
  tienMinuten: number;
  /** Over the last 24 hours, single checks and rows of lists apart. */
  los: number;
  lijsten: number;
  /** Single checks outside working hours. */
  buitenUren: number;
  /** Most different persons with one surname, and most different addresses in one postcode, among the single checks. */
  eenAchternaam: number;
  eenPostcode: number;
}

const telling: Record<Patroon, (g: Gebruik) => number> = {
  tempo: (g) => g.tienMinuten, een_achternaam: (g) => g.eenAchternaam, een_straat: (g) => g.eenPostcode, veel: (g) => g.los, buiten_uren: (g) => g.buitenUren, lijsten: (g) => g.lijsten,
};

/** From how many on it is told, and from how many on the next check is refused. */
export interface Grens {
  meld: number;
  rem: number;
}

/**
 * When the use of a colleague looks like browsing. Green answers say nothing: most people have no signal. A busy desk stays far below these; a
 * curious colleague does not.
 */
export const grenzen: Record<Patroon, Grens> = {
  tempo: { meld: 15, rem: 25 }, een_achternaam: { meld: 6, rem: 12 }, een_straat: { meld: 10, rem: 20 }, veel: { meld: 60, rem: 120 }, buiten_uren: { meld: 8, rem: 30 }, lijsten: { meld: 4, rem: 8 },
};

/** What was agreed of a system when its key was made. */
export interface Systeemmaat {
  perMinuut: number;
  perDag: number;
}

/**
 * The same patterns for a system, through which colleagues can browse as well. It asks for many people in good order, so its limits follow what was
 * agreed of it, and one surname or street is judged beside all it asked: the most frequent surname is carried by fewer than one in a hundred, and 3 in
 * 100 questions about one name are no coincidence. How fast it may ask is held by the limit per minute itself.
 */
export function systeemgrenzen({ perMinuut, perDag }: Systeemmaat, { los }: Pick<Gebruik, 'los'>): Record<Patroon, Grens> {
  const deel = (procent: number, minstens: number): number => Math.max(minstens, Math.ceil((los * procent) / 100));
  return {
    tempo: { meld: 8 * perMinuut, rem: Number.POSITIVE_INFINITY }, een_achternaam: { meld: deel(3, 6), rem: deel(6, 12) }, een_straat: { meld: deel(5, 10), rem: deel(10, 20) },
    veel: { meld: perDag + 1, rem: 2 * perDag + 1 }, buiten_uren: { meld: Math.max(8, Math.ceil(perDag / 10)), rem: Math.max(30, perDag) }, lijsten: grenzen.lijsten,
  };
}

export interface Bevinding {
  patroon: Patroon;
  aantal: number;
  geremd: boolean;
}

/** The patterns that this use shows, and whether each is so strong that the next check must be refused; `systeem` when it is of a system. */
export function bevindingen(g: Gebruik, systeem: Systeemmaat | null = null): Bevinding[] {
  const van = systeem === null ? grenzen : systeemgrenzen(systeem, g);
  return (Object.keys(telling) as Patroon[]).flatMap((patroon) => {
    const { meld, rem } = van[patroon];
    const aantal = telling[patroon](g);
    return aantal >= meld ? [{ patroon, aantal, geremd: aantal >= rem }] : [];
  });
}

/** Whether the brake is on. */
export function geremd(g: Gebruik, systeem: Systeemmaat | null = null): boolean {
  return bevindingen(g, systeem).some((b) => b.geremd);
}

/** Use of a system that was explained is told again only when there is twice as much of it, or after so many days. */
export const UITGELEGD_DAGEN = 90;
export const isNieuws = (b: Bevinding, uitgelegd: number | null): boolean => b.geremd || uitgelegd === null || b.aantal >= 2 * uitgelegd;

/** The day a window of a day began. */
export const eenDagVoor = (nu: Temporal.Instant): Temporal.Instant => nu.subtract({ hours: 24 });
