import { describe, expect, it } from 'vitest';
import { klank, klankregels } from './nederlands.ts';

describe('Dutch sounds', () => {
  it('knows at least thirty rules, each with a source and an example', () => {
    expect(klankregels.length).toBeGreaterThanOrEqual(30);
    for (const r of klankregels) expect({ naam: r.naam, bron: r.bron.length > 5, voorbeelden: r.gelijk.length > 0 }).toEqual({ naam: r.naam, bron: true, voorbeelden: true });
  });

  it.each(klankregels.flatMap((r) => r.gelijk.map(([a, b]) => [r.naam, a, b] as const)))('%s: %s sounds as %s', (_, a, b) => {
    expect(klank(a)).toBe(klank(b));
  });

  it.each(klankregels.flatMap((r) => (r.anders ?? []).map(([a, b]) => [r.naam, a, b] as const)))('%s: %s does not sound as %s', (_, a, b) => {
    expect(klank(a)).not.toBe(klank(b));
  });

  it.each(klankregels.filter((r) => r.gelijk.some(([a, b]) => a !== b)).map((r) => [r.naam, r] as const))('without "%s" some example would no longer sound the same', (_, regel) => {
    const zonder = (woord: string): string => klankregels.filter((r) => r !== regel).reduce((w, r) => w.replace(r.van, r.naar), woord);
    expect(regel.gelijk.some(([a, b]) => zonder(a) !== zonder(b))).toBe(true);
  });

  it.each([['jansen', 'hansen'], ['bakker', 'mulder'], ['dekker', 'bakker'], ['smit', 'smet'], ['vos', 'bos'], ['maas', 'mies'], ['groot', 'greet'], ['peters', 'pieters']])('keeps %s and %s apart', (a, b) => {
    expect(klank(a)).not.toBe(klank(b));
  });
});
