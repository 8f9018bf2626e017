import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extensieVan, toonbareNaam } from './naam.ts';

const JPG = ['jpg', 'jpeg'] as const;

describe('a file name to show', () => {
  it.each([
    ['foto.jpg', 'foto.jpg'],
    ['C:\\Users\\samira\\foto.JPG', 'foto.JPG'],
    ['../../etc/passwd', 'passwd.jpg'],
    ['foto\u202Egpj.exe', 'fotogpj.exe.jpg'],
    ['a\u0000b\r\n.jpg', 'ab.jpg'],
    ['foto.png', 'foto.png.jpg'],
    ['.htaccess', 'htaccess.jpg'],
    ['   ...  ', 'bestand.jpg'],
    ['', 'bestand.jpg'],
    ['CON.jpg', 'bestand-CON.jpg'],
    ['con.tar.jpg', 'bestand-con.tar.jpg'],
    ['vraag?.jpg', 'vraag-.jpg'],
    ['cafe\u0301.jpg', 'café.jpg'],
    ['foto.jpg. . ', 'foto.jpg'],
  ])('makes %j into %j', (ruw, toonbaar) => {
    expect(toonbareNaam(ruw, JPG)).toBe(toonbaar);
  });

  it('is always short, visible, without a path and with the right extension', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 })), (ruw) => {
        const naam = toonbareNaam(ruw, JPG);
        expect(Array.from(naam).length).toBeGreaterThan(4);
        expect(Buffer.byteLength(naam)).toBeLessThanOrEqual(208);
        expect(naam).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff/\\<>:"|?*]/);
        expect(JPG).toContain(extensieVan(naam));
        expect(naam.isWellFormed()).toBe(true);
        expect(toonbareNaam(naam, JPG)).toBe(naam);
      }),
      { numRuns: 2_000 },
    );
  });
});
