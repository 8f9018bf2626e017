/**
 * Chance that is the same each time for the same seed (sfc32, Chris Doty-Humphrey: 128 bits of state). The state is this large because there
 * are hundreds of millions of households: with 32 bits two of them draw pieces of one row, and people who have nothing to do with each other
 * share their names and dates.
 */
export class Kans {
  #a = 0x9e3779b9;
  #b = 0x243f6a88;
  #c = 0xb7e15162;
  #teller = 1;

  constructor(...zaad: readonly number[]) {
    for (const z of zaad) {
      this.#a ^= z >>> 0;
      this.#b ^= Math.floor(z / 2 ** 32);
      for (let i = 0; i < 8; i++) this.#volgende();
    }
    for (let i = 0; i < 12; i++) this.#volgende();
  }

  #volgende(): number {
    const t = (((this.#a + this.#b) | 0) + this.#teller) | 0;
    this.#teller = (this.#teller + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + t) | 0;
    return t >>> 0;
  }

  /** At least 0, below 1. */
  deel(): number {
    return this.#volgende() / 2 ** 32;
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
