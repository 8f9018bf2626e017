import { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import type { Casus } from '../casussen/index.ts';
import type { Lopend } from '../data/lopend.ts';
import { maakKans, type Kans } from '../kans.ts';
import type { Wereld } from '../organisaties/wereld.ts';
import type { Bezet } from './bezetting.ts';
import { leest, type Toen } from './handelingen.ts';
import { tik } from './klok.ts';
import type { Dossier } from './stand.ts';
import { na, voor } from './tijd.ts';

/** One case being played: what happens is planned ahead and carried out in order of time, as far as `nu`. */
export interface Spel {
  w: Wereld;
  d: Dossier;
  b: Bezet;
  casus: Casus;
  kans: Kans;
  lopend: Lopend | null;
  /** The Adviseur or griffier who handles the dossier. */
  regie: Id;
  /** Whoever was first in line to care for the colleague. */
  leiding: Id;
  slachtoffer: Id;
  plan: { op: Temporal.Instant; doe: () => void }[];
}

export function plan(s: Spel, op: Temporal.Instant, doe: (toen: Temporal.Instant) => void): void {
  s.plan.push({ op, doe: () => doe(op) });
}

/** An act of whoever handles the dossier; mostly he opened it a few minutes before. */
export function planRegie(s: Spel, op: Temporal.Instant, doe: (toen: Toen) => void, door: Id = s.regie): void {
  const leesOp = na(op, -s.kans.tussen(0.03, 0.1));
  const las = s.kans.valt(0.6);
  plan(s, op, () => {
    if (las && voor(s.d.gemeldOp, leesOp)) leest(s.d, { op: leesOp, door });
    doe({ op, door });
  });
}

/** Carries out what was planned up to a moment, and lets the clocks run up to it. */
export function speelTot(s: Spel, tot: Temporal.Instant): void {
  s.plan.sort((a, b) => Temporal.Instant.compare(a.op, b.op));
  while (s.plan[0] && !voor(tot, s.plan[0].op)) s.plan.shift()?.doe();
  tik(s.d, tot);
}

const stapels = new WeakMap<Wereld, Map<string, { kans: Kans; over: string[] }>>();

/** The next sentence of a list: all of them come by, in some order, before one returns. */
export function zin(w: Wereld, sleutel: string, lijst: readonly string[]): string {
  const vanWereld = stapels.get(w) ?? new Map<string, { kans: Kans; over: string[] }>();
  stapels.set(w, vanWereld);
  const stapel = vanWereld.get(sleutel) ?? { kans: maakKans(`${w.plan.slug} ${sleutel}`), over: [] };
  vanWereld.set(sleutel, stapel);
  if (stapel.over.length === 0) stapel.over = [...lijst];
  const [gekozen = ''] = stapel.over.splice(stapel.kans.geheel(0, stapel.over.length - 1), 1);
  return gekozen;
}
