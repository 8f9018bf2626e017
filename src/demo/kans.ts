import { v7 } from 'uuid';
import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';

/** Chance with a memory: the same seed gives the same choices, whatever the machine. */
export interface Kans {
  /** At least 0, below 1. */
  deel(): number;
  /** Between two numbers. */
  tussen(van: number, tot: number): number;
  /** A whole number, both ends included. */
  geheel(van: number, tot: number): number;
  /** True this often (0 to 1). */
  valt(deel: number): boolean;
  kies<T>(uit: readonly T[]): T;
  /** By weight. */
  weeg<T>(uit: readonly (readonly [T, number])[]): T;
}

export function maakKans(zaad: string): Kans {
  let stand = 0x811c9dc5;
  for (const teken of zaad) stand = Math.imul(stand ^ (teken.codePointAt(0) ?? 0), 0x01000193);
  // mulberry32
  const deel = (): number => {
    stand = (stand + 0x6d2b79f5) | 0;
    let t = Math.imul(stand ^ (stand >>> 15), 1 | stand);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const geheel = (van: number, tot: number): number => van + Math.floor(deel() * (tot - van + 1));
  return {
    deel,
    geheel,
    tussen: (van, tot) => van + deel() * (tot - van),
    valt: (d) => deel() < d,
    kies(uit) {
      const gekozen = uit[geheel(0, uit.length - 1)];
      if (gekozen === undefined) throw new RangeError('niets om uit te kiezen');
      return gekozen;
    },
    weeg(uit) {
      let rest = deel() * uit.reduce((som, [, gewicht]) => som + gewicht, 0);
      for (const [wat, gewicht] of uit) if ((rest -= gewicht) < 0) return wat;
      const laatste = uit.at(-1);
      if (laatste === undefined) throw new RangeError('niets om uit te kiezen');
      return laatste[0];
    },
  };
}

/** Makes ids that sort by moment and, within a moment, by the order they were asked in; the same seed gives the same ids. */
export function maakIds(kans: Kans): (moment: Temporal.Instant) => Id {
  let seq = 0;
  return (moment) => v7({ msecs: moment.epochMilliseconds, seq: seq++, random: Uint8Array.from({ length: 16 }, () => kans.geheel(0, 255)) });
}
