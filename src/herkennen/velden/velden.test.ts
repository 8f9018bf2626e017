import { describe, expect, it } from 'vitest';
import { gangbareFrequenties } from '../frequenties.ts';
import type { Adres } from '../typen.ts';
import { leesAdres, vergelijkAdressen } from './adres.ts';
import { leesAccount, leesEmail, leesKenmerk, leesTelefoon, vergelijkEmails, vergelijkTelefoons } from './bereik.ts';
import { leesGeboortedatum, vergelijkGeboortedatum } from './geboortedatum.ts';

const datum = (jaar: number | null, maand: number | null, dag: number | null) => ({ jaar, maand, dag });

describe('a date of birth', () => {
  it.each([
    ['7-3-1984', datum(1984, 3, 7)], ['07/03/1984', datum(1984, 3, 7)], ['7.3.1984', datum(1984, 3, 7)], ['1984-03-07', datum(1984, 3, 7)], ['1984-03-07T00:00:00', datum(1984, 3, 7)], ['19840307', datum(1984, 3, 7)], ['07031984', datum(1984, 3, 7)], ['7 maart 1984', datum(1984, 3, 7)], ['March 7, 1984', datum(1984, 3, 7)],
    ['7-3-84', datum(1984, 3, 7)], ['7-3-21', datum(2021, 3, 7)], ['1984', datum(1984, null, null)], ['3-1984', datum(1984, 3, null)], ['00-03-1984', datum(1984, 3, null)], ['00-00-1984', datum(1984, null, null)], ['31-02-1980', datum(1980, 2, null)], ['12-25-1990', datum(1990, 12, 25)], ['29-2-1900', datum(1900, 2, null)], ['29-2-2000', datum(2000, 2, 29)], ['circa 1950', datum(1950, null, null)],
  ])('%s is read', (tekst, verwacht) => {
    expect(leesGeboortedatum(tekst)).toEqual(verwacht);
  });

  it.each(['', '1-1-1900', '11-11-1111', '9999-12-31', '0000-00-00', '99-99-9999', 'gisteren', '31-31-31', '%'])('%s is nothing', (tekst) => {
    expect(leesGeboortedatum(tekst)).toBeNull();
  });

  const zegt = (a: string, b: string, klank: readonly string[] = []) => vergelijkGeboortedatum(leesGeboortedatum(a), leesGeboortedatum(b), gangbareFrequenties, () => klank)[0];

  it.each([
    ['7-3-1984', '7-3-1984', 'gelijk'], ['7-3-1984', '3-7-1984', 'dag_maand'], ['7-3-1984', '7-3-1985', 'jaar_ernaast'], ['7-3-1984', '8-3-1984', 'een_cijfer'], ['7-3-1984', '7-3-1948', 'een_cijfer'], ['7-3-1984', '7-3-1966', 'dag_en_maand'], ['7-3-1984', '25-3-1984', 'jaar_en_maand'], ['7-3-1984', '25-9-1984', 'alleen_jaar'],
    ['7-3-1984', '25-9-1986', 'jaar_dichtbij'], ['7-3-1984', '25-9-1946', 'anders'], ['1984', '7-3-1984', 'deel'], ['1984', '1986', 'anders'],
  ])('%s and %s are %s', (a, b, niveau) => {
    expect(zegt(a, b)?.niveau).toBe(niveau);
    expect(zegt(b, a)).toEqual(zegt(a, b));
  });

  it('that nobody knew says less: 1 January is not the first of the year by chance', () => {
    const vaak = { ...gangbareFrequenties, piek: () => 0.3 };
    const bits = (dag: string): number => vergelijkGeboortedatum(leesGeboortedatum(dag), leesGeboortedatum(dag), vaak, () => ['mehmet'])[0]?.bits ?? 0;
    expect(bits('1-1-1960')).toBeLessThan(bits('2-1-1960') - 5);
  });

  it('that nobody knew does not contradict another day in that year', () => {
    expect(zegt('1-1-1960', '23-8-1960')?.bits).toBeGreaterThan(0);
  });
});

describe('an address', () => {
  const lees = (a: Adres) => leesAdres(a);

  it.each<[Adres, string, string]>([
    [{ postcode: '1234 ab', huisnummer: '12 bis hs' }, '12', 'bis hs'], [{ postcode: '1234AB', huisnummer: '12-III' }, '12', '3'], [{ huisnummer: 12, toevoeging: 'huis', straat: 'Dorpsstraat' }, '12', 'hs'], [{ straat: 'Dorpsstraat 12a', plaats: 'Lindewaard' }, '12', 'a'], [{ huisnummer: '0012 A' }, '12', 'a'], [{ huisnummer: '12h' }, '12', 'hs'],
  ])('%j has its number apart from what comes after', (adres, huisnummer, toevoeging) => {
    expect(lees(adres)).toMatchObject({ huisnummer, toevoeging });
  });

  const zegt = (a: Adres, b: Adres) => vergelijkAdressen([lees(a)], [lees(b)])[0];
  const thuis = { postcode: '1234AB', huisnummer: 12, toevoeging: 'A' };

  it.each<[string, Adres, string]>([
    ['the same', { postcode: '1234 ab', huisnummer: '12a' }, 'gelijk'], ['another unit', { ...thuis, toevoeging: 'B' }, 'zelfde_pand'], ['an unknown unit', { postcode: '1234AB', huisnummer: 12 }, 'gelijk'], ['the neighbours', { ...thuis, huisnummer: 14 }, 'zelfde_straat'], ['a letter wrong', { ...thuis, postcode: '1234AC' }, 'een_cijfer'],
    ['another street nearby', { postcode: '1234XZ', huisnummer: 99 }, 'zelfde_buurt'], ['elsewhere', { postcode: '8011XX', huisnummer: 3 }, 'anders'],
  ])('with %s', (_, ander, niveau) => {
    expect(zegt(thuis, ander)?.niveau).toBe(niveau);
    expect(zegt(ander, thuis)).toEqual(zegt(thuis, ander));
  });

  it('that is another one costs no more than two bits: people move', () => {
    expect(zegt(thuis, { postcode: '8011XX', huisnummer: 3 })?.bits).toBeGreaterThanOrEqual(-2);
  });

  it('for post is not where someone lives', () => {
    expect(zegt({ straat: 'Postbus', huisnummer: '12', plaats: 'Lindewaard' }, { straat: 'Dorpsstraat', huisnummer: 12, plaats: 'Lindewaard' })).toBeUndefined();
  });

  it('counts when it is one of the former ones', () => {
    expect(vergelijkAdressen([lees(thuis)], [lees({ postcode: '8011XX', huisnummer: 3 }), lees(thuis)])[0]?.niveau).toBe('gelijk');
  });
});

describe('ways to reach someone', () => {
  it.each([['06-12345678', '+31612345678'], ['0031 6 1234 5678', '+31612345678'], ['+31 (0)6 12345678', '+31612345678'], ['070-1234567', '+31701234567'], ['+49 30 901820', '+4930901820'], ['12345', null], ['0000000000', null], ['bel mij', null]])('telephone %s is %s', (tekst, verwacht) => {
    expect(leesTelefoon(tekst)).toBe(verwacht);
  });

  it.each([[' Jan@Voorbeeld.NL ', 'jan@voorbeeld.nl'], ['mailto:a@b.nl', 'a@b.nl'], ['geen', null], ['a@b', null]])('e-mail %s is %s', (tekst, verwacht) => {
    expect(leesEmail(tekst)).toBe(verwacht);
  });

  it.each([['https://x.com/@Jan_Jansen', 'janjansen'], ['instagram:jan.jansen', 'janjansen'], ['@jan-jansen', 'janjansen'], ['@j', null]])('account %s is %s', (tekst, verwacht) => {
    expect(leesAccount(tekst)).toBe(verwacht);
  });

  it.each([['kl-00.12', 'KL0012'], ['Z/2026/17', 'Z202617'], ['-', null]])('reference %s is %s', (tekst, verwacht) => {
    expect(leesKenmerk(tekst)).toBe(verwacht);
  });

  it('a landline is of a household, a mobile mostly of one', () => {
    const familie = (nummer: string): number => vergelijkTelefoons([nummer], [nummer])[0]?.familie ?? 0;
    expect(familie('+31701234567')).toBeLessThan(familie('+31612345678'));
  });

  it('one digit wrong still says something, another number little', () => {
    expect(vergelijkTelefoons(['+31612345678'], ['+31612345679'])[0]?.bits).toBeGreaterThan(5);
    expect(vergelijkTelefoons(['+31612345678'], ['+31687654321'])[0]?.bits).toBeGreaterThanOrEqual(-2);
    expect(vergelijkEmails(['jan.bakker@thuis.nl'], ['jan.bakker@werk.nl'])[0]?.niveau).toBe('deel');
  });
});
