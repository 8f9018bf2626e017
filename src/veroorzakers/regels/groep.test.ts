import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deelboom, type Wijzer } from './groep.ts';

/** The head of a record, by walking up. */
function hoofdVan(wijzers: readonly Wijzer[], id: string): string {
  const boven = wijzers.find((w) => w.id === id)?.samengevoegd_in ?? null;
  return boven === null ? id : hoofdVan(wijzers, boven);
}

describe('groups of records', () => {
  it('end also when pointers run in a circle, which the acts never make', () => {
    expect(deelboom([{ id: 'a', samengevoegd_in: 'b' }, { id: 'b', samengevoegd_in: 'a' }], 'a').sort()).toEqual(['a', 'b']);
  });

  it('hold under a record exactly those whose way up passes it', () => {
    // A random forest: each record may only point to one that came before it.
    const bos = fc.array(fc.nat(), { minLength: 1, maxLength: 30 }).map((keuzes) => keuzes.map((k, i): Wijzer => ({ id: `p${i}`, samengevoegd_in: i === 0 || k % 3 === 0 ? null : `p${k % i}` })));
    fc.assert(fc.property(bos, (wijzers) => {
      for (const [hoofd, leden] of Map.groupBy(wijzers, (w) => hoofdVan(wijzers, w.id))) expect(deelboom(wijzers, hoofd).sort()).toEqual(leden.map((l) => l.id).sort());
      const [eerste] = wijzers;
      if (eerste) expect(deelboom(wijzers, eerste.id)).toContain(eerste.id);
    }));
  });
});
