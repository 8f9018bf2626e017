import { describe, expect, it } from 'vitest';
import { geraamteVan, klanken, klankverschil, klinkenGelijk } from './klassen.ts';

const gelijk = (a: string, b: string): boolean => klinkenGelijk(klanken(a), klanken(b));

describe('sound classes', () => {
  it.each([
    // Arabic by Dutch, French and English ear.
    ['khalid', 'chalid'], ['khaled', 'khalid'], ['hussein', 'hoesain'], ['yasser', 'yasir'], ['rachid', 'rashid'], ['bouzidi', 'boezidi'], ['bouzidi', 'buzidi'], ['jamal', 'djamal'], ['ahmed', 'ahmad'], ['ahmed', 'ahmet'], ['hicham', 'hisham'], ['qadir', 'kadir'], ['gaddafi', 'qaddafi'], ['ouahabi', 'wahabi'], ['mohammed', 'mohamad'],
    // Slavic.
    ['joeri', 'yuri'], ['tsjaikovski', 'tchaikovsky'], ['gorbatsjov', 'gorbachev'], ['gorbatschow', 'gorbachev'], ['romanov', 'romanoff'], ['jelena', 'elena'], ['loekasjenko', 'lukashenko'], ['zjoekov', 'zhukov'], ['wladimir', 'vladimir'],
    // Turkish and Asian.
    ['sahin', 'sahin'], ['xiaoping', 'hsiaoping'], ['jongeun', 'jongun'],
  ])('%s and %s sound alike', (a, b) => {
    expect(gelijk(a, b)).toBe(true);
    expect(gelijk(b, a)).toBe(true);
  });

  it.each([['hassan', 'hussein'], ['mohammed', 'mahmoud'], ['ahmed', 'hamid'], ['karim', 'karima'], ['ivanov', 'petrov'], ['wang', 'wong'], ['salim', 'salah'], ['rachid', 'rachida'], ['khan', 'khatun']])('%s and %s do not', (a, b) => {
    expect(gelijk(a, b)).toBe(false);
  });

  it('counts a vowel for half and a related consonant for little', () => {
    expect(klankverschil(klanken('sergei'), klanken('sergei'), 2)).toBe(0);
    expect(klankverschil(klanken('kadafi'), klanken('gadafi'), 2)).toBeLessThan(1);
    expect(klankverschil(klanken('petrov'), klanken('ivanov'), 2)).toBeGreaterThan(2);
  });

  it.each([['jansen', 'jensen'], ['meijer', 'mayer'], ['bakker', 'bekker'], ['gerritsen', 'gerretsen']])('one skeleton for %s and %s', (a, b) => {
    expect(geraamteVan(klanken(a))).toBe(geraamteVan(klanken(b)));
  });
});
