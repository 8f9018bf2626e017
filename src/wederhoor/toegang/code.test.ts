import { describe, expect, it } from 'vitest';
import { briefhash, codedeel, nieuweBriefcodes } from './code.ts';

describe('the codes of a letter', () => {
  it('hold no signs that look alike, and every other sign about as often', () => {
    const tellen = new Map<string, number>();
    for (let i = 0; i < 4_000; i += 1) {
      const { code, controle } = nieuweBriefcodes();
      expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
      expect(controle).toMatch(/^[A-Z2-9]{3}-[A-Z2-9]{3}$/);
      for (const t of `${code}${controle}`.replaceAll('-', '')) tellen.set(t, (tellen.get(t) ?? 0) + 1);
    }
    expect([...tellen.keys()].toSorted().join('')).toBe('23456789ABCDEFGHJKMNPQRSTVWXYZ');
    // 72.000 draws of thirty signs: 2400 each; seven times the deviation of chance.
    for (const n of tellen.values()) expect(Math.abs(n - 2_400)).toBeLessThan(7 * 49);
  });

  it('are the same however they are typed, and differ when one sign does or when they are swapped', async () => {
    const basis = await briefhash({ code: 'ABCD-EFGH-2345', controle: 'JKM-678' });
    expect(basis).toHaveLength(32);
    for (const p of [{ code: 'abcdefgh2345', controle: 'jkm678' }, { code: ' ABCD EFGH 2345 ', controle: 'JKM–678' }, { code: 'ＡＢＣＤ-EFGH-2345', controle: 'JKM.678' }]) expect((await briefhash(p)).equals(basis)).toBe(true);
    for (const p of [{ code: 'ABCD-EFGH-2346', controle: 'JKM-678' }, { code: 'ABCD-EFGH-2345', controle: 'JKM-679' }, { code: 'ABCD-EFGH-2345J', controle: 'KM-678' }, { code: 'JKM-678', controle: 'ABCD-EFGH-2345' }, { code: '', controle: '' }]) expect((await briefhash(p)).equals(basis)).toBe(false);
  });

  it('are counted by half of the first, so that a counter does not give the rest away', () => {
    expect(codedeel('abcd-efgh-2345')).toBe('ABCDEF');
    expect(codedeel('')).toBe('');
    expect(codedeel('\u0000\u202e💥')).toBe('');
  });
});
