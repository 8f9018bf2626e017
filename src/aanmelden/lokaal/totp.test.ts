import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { nieuwTotpGeheim, totpAdres, totpStap, totpTekst } from './totp.ts';

/** RFC 4226 §5.3 and RFC 6238, written out again. */
function orakel(geheim: Buffer, stap: number): string {
  const teller = Buffer.alloc(8);
  teller.writeBigUInt64BE(BigInt(stap));
  const h = createHmac('sha1', geheim).update(teller).digest();
  const plek = (h[19] ?? 0) & 15;
  return String((h.readUInt32BE(plek) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
const op = (stap: number, seconde = 0): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds((stap * 30 + seconde) * 1000);

describe('a code of the app', () => {
  test('is that of the example in RFC 6238', () => {
    // Appendix B, SHA-1, at 59 seconds: 94287082; the last six digits are what an app shows.
    expect(totpStap(Buffer.from('12345678901234567890'), '287082', Temporal.Instant.from('1970-01-01T00:00:59Z'))).toBe(1);
  });

  test('fits in its own step and the ones beside it, and tells which step it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), fc.integer({ min: 10, max: 100_000_000 }), fc.integer({ min: -4, max: 4 }), fc.integer({ min: 0, max: 29 }), (bytes, stap, af, seconde) => {
        const geheim = Buffer.from(bytes);
        const rond = [-1, 0, 1].map((d) => orakel(geheim, stap + af + d));
        const code = orakel(geheim, stap);
        fc.pre(new Set([...rond, code]).size === (Math.abs(af) <= 1 ? 3 : 4));
        expect(totpStap(geheim, code, op(stap + af, seconde))).toBe(Math.abs(af) <= 1 ? stap : null);
      }),
    );
  });

  test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '-12345', '12345\n6x'])('that is no six digits is no code: %j', (code) => {
    expect(totpStap(nieuwTotpGeheim(), code, op(1000))).toBeNull();
  });

  test('may be typed with a space in the middle, as apps show it', () => {
    const geheim = nieuwTotpGeheim();
    const code = orakel(geheim, 5000);
    expect(totpStap(geheim, `${code.slice(0, 3)} ${code.slice(3)}`, op(5000))).toBe(5000);
  });

  test('has a secret of 160 bits, in an address every app reads', () => {
    const geheim = nieuwTotpGeheim();
    expect(geheim).toHaveLength(20);
    const adres = new URL(totpAdres(geheim, 'samira@lindewaard.example'));
    expect(adres.protocol).toBe('otpauth:');
    expect(adres.searchParams.get('secret')).toBe(totpTekst(geheim).replaceAll(' ', ''));
    expect(adres.searchParams.get('issuer')).toBe('Rugdekking');
  });
});
