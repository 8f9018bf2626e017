import type { Niveau, Veld } from './typen.ts';

/** What one field says. Bits are log2 of a likelihood ratio. */
export interface Bewijs {
  veld: Veld;
  niveau: Niveau;
  /** Same person against someone who has nothing to do with it. */
  bits: number;
  /** Same person against a relative or housemate of the other. */
  familie: number;
}

export function som(bewijs: readonly Bewijs[]): { bits: number; familie: number } {
  let bits = 0;
  let familie = 0;
  for (const b of bewijs) {
    bits += b.bits;
    familie += b.familie;
  }
  return { bits, familie };
}

/** Bits of evidence: `m` of the same person, `u` of another. */
export function weeg(m: number, u: number): number {
  return Math.log2(m / u);
}
