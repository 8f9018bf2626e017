/** Chance that is the same each time for the same seed (mulberry32). */
export class Kans {
  #stand: number;

  constructor(...zaad: readonly number[]) {
    let h = 0x9e3779b9;
    for (const z of zaad) {
      h = Math.imul(h ^ (z >>> 0), 0x85ebca6b);
      h = Math.imul(h ^ (h >>> 13) ^ Math.floor(z / 2 ** 32), 0xc2b2ae35);
      h ^= h >>> 16;
    }
    this.#stand = h >>> 0;
  }

  /** At least 0, below 1. */
  deel(): number {
    this.#stand = (this.#stand + 0x6d2b79f5) >>> 0;
    let t = this.#stand;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  onder(n: number): number {
    return Math.floor(this.deel() * n);
  }

  /** Whether it happens, with this probability. */
  lukt(p: number): boolean {
    return this.deel() < p;
  }

  kies<T>(lijst: readonly T[]): T {
    const keus = lijst[this.onder(lijst.length)];
    if (keus === undefined) throw new Error('lege lijst');
    return keus;
  }
}
