import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onthul, verhul } from './verhuld.ts';

describe('a hidden search', () => {
  it('is read again in its own session, and is the same each time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ minLength: 1 }), (tekst, geheim) => {
      const verhuld = verhul(geheim, tekst);
      expect(verhuld).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(onthul(geheim, verhuld)).toBe(tekst);
      expect(verhul(geheim, tekst)).toBe(verhuld);
    }));
  });

  it('says nothing in another session, or when a character of it was changed or is missing', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 60 }), fc.nat(), fc.constantFrom('A', 'z', '0', '-', ''), (tekst, plek, teken) => {
      const verhuld = verhul('een geheim', tekst);
      expect(onthul('een ander geheim', verhuld)).toBe('');
      const i = plek % verhuld.length;
      const anders = verhuld.slice(0, i) + teken + verhuld.slice(i + 1);
      if (Buffer.from(anders, 'base64url').equals(Buffer.from(verhuld, 'base64url'))) return;
      expect(onthul('een geheim', anders)).toBe('');
    }));
    for (const rommel of ['', 'Jansen', '%00', 'a'.repeat(10_000)]) expect(onthul('een geheim', rommel)).toBe('');
  });
});
