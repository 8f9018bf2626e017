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

/**
 * From how many on it looks like browsing, and from how many on the next check is refused. Green answers say nothing: most people have no
 * signal. A busy desk stays far below these; a curious colleague does not.
 */
export const grenzen: Record<Patroon, { meld: number; rem: number; waarde: (g: Gebruik) => number }> = {
  tempo: { meld: 15, rem: 25, waarde: (g) => g.tienMinuten },
  een_achternaam: { meld: 6, rem: 12, waarde: (g) => g.eenAchternaam },
  een_straat: { meld: 10, rem: 20, waarde: (g) => g.eenPostcode },
  veel: { meld: 60, rem: 120, waarde: (g) => g.los },
  buiten_uren: { meld: 8, rem: 30, waarde: (g) => g.buitenUren },
  lijsten: { meld: 4, rem: 8, waarde: (g) => g.lijsten },
};

export interface Bevinding {
  patroon: Patroon;
  aantal: number;
  geremd: boolean;
}

/** The patterns that this use shows, and whether each is so strong that the next check must be refused. */
export function bevindingen(g: Gebruik): Bevinding[] {
  return (Object.keys(grenzen) as Patroon[]).flatMap((patroon) => {
    const { meld, rem, waarde } = grenzen[patroon];
    const aantal = waarde(g);
    return aantal >= meld ? [{ patroon, aantal, geremd: aantal >= rem }] : [];
  });
}

/** Whether the brake is on. */
export function geremd(g: Gebruik): boolean {
  return bevindingen(g).some((b) => b.geremd);
}

/** The day a window of a day began. */
export const eenDagVoor = (nu: Temporal.Instant): Temporal.Instant => nu.subtract({ hours: 24 });
