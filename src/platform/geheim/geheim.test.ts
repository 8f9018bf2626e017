import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openGeheim, sluitGeheim, ZEGEL_BYTES } from './index.ts';

const [nieuw, oud, vreemd] = [randomBytes(32), randomBytes(32), randomBytes(32)];

describe('a sealed secret', () => {
  it('opens in its own row with its own key, also when a newer one stands before it', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), fc.string({ maxLength: 60 }), (geheim, bij) => {
      const verzegeld = sluitGeheim([oud], bij, geheim);
      expect(verzegeld.length).toBe(geheim.length + ZEGEL_BYTES);
      expect(openGeheim([oud], bij, verzegeld)).toEqual({ geheim: Buffer.from(geheim), metEerste: true });
      expect(openGeheim([nieuw, oud], bij, verzegeld)).toEqual({ geheim: Buffer.from(geheim), metEerste: false });
    }));
  });

  it('does not open in another row, with another key, or when one bit of it changed', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(), (geheim, n) => {
      const verzegeld = sluitGeheim([nieuw], 'van samira', geheim);
      expect(openGeheim([nieuw], 'van joost', verzegeld)).toBeNull();
      expect(openGeheim([vreemd], 'van samira', verzegeld)).toBeNull();
      const geschonden = Buffer.from(verzegeld);
      const plek = n % geschonden.length;
      geschonden.writeUInt8(geschonden.readUInt8(plek) ^ (1 << (n % 8)), plek);
      expect(openGeheim([nieuw], 'van samira', geschonden)).toBeNull();
      expect(openGeheim([nieuw], 'van samira', verzegeld.subarray(0, n % ZEGEL_BYTES))).toBeNull();
    }));
  });

  it('is never sealed the same way twice', () => {
    const geheim = Buffer.from('hetzelfde');
    expect(sluitGeheim([nieuw], 'x', geheim).equals(sluitGeheim([nieuw], 'x', geheim))).toBe(false);
  });
});
