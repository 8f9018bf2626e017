import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { veiligPad } from './pad.ts';

describe('where to go after sign-in', () => {
  test.each(['/', '/vandaag', '/dossiers/0197a000-0000-7000-8000-00000000000a?tab=nazorg', '/%0d%0aSet-Cookie:x', '/meldingen?q=a%20b'])('keeps a path of this site: %s', (pad) => {
    expect(veiligPad(pad)).toBe(pad);
  });

  test.each([
    undefined, '', 'vandaag', '//elders.example', '/\\elders.example', '/\\/elders.example', 'https://elders.example/', '/\t/elders.example', '/a\nb', '/..//elders.example',
    'javascript:alert(1)', '/aanmelden?naar=/', '/uitloggen', '/demo', '/hervat/x', `/${'a'.repeat(600)}`, '/./\\elders.example',
  ])('leads to the start instead of %j', (pad) => {
    expect(veiligPad(pad)).toBe('/');
  });

  test('never leaves this site, whatever is asked', () => {
    const stuk = fc.constantFrom('/', '\\', '.', '..', 'elders.example', '@', ':', '\t', '\n', '%2f', '%5c', '?', '#', 'http:', ' ', 'é', '\u0000');
    fc.assert(
      fc.property(fc.oneof(fc.array(stuk, { maxLength: 8 }).map((d) => d.join('')), fc.webUrl(), fc.string()), (naar) => {
        const uit = new URL(veiligPad(naar), 'https://rugdekking.example/aanmelden');
        expect(uit.origin).toBe('https://rugdekking.example');
      }),
      { numRuns: 2_000 },
    );
  });
});
