import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bezwaarTegenWachtwoord, hashWachtwoord, wachtwoordKlopt } from './wachtwoord.ts';

const EIGEN = ['Samira Haddad', 'samira.haddad@lindewaard.example', 'Gemeente Lindewaard'];

describe('a new password', () => {
  test.each([
    'correct paard batterij nietje', 'De kat slaapt op de rode stoel', 'vier losse fietsen zingen', 'Xk93-vm2p-Qw7z', 'ik fiets elke dag langs de molen', '😀😃😄😁😆😅🤣😂🙂🙃😉😊', 'zomer zon zee vakantie boek',
  ])('is good when it is long and nobody thinks of it first: %s', (w) => {
    expect(bezwaarTegenWachtwoord(w, EIGEN)).toBeNull();
  });

  test.each([
    ['', 'ten minste 12'], ['kort', 'ten minste 12'], ['elf tekens!', 'ten minste 12'], ['😀'.repeat(11), 'ten minste 12'], ['x'.repeat(201), 'te lang'],
    ['aaaaaaaaaaaaaaa', 'herhaalt'], ['abababababab', 'herhaalt'], ['abc1abc1abc1abc1', 'herhaalt'], ['123456789012', 'rij'], ['qwertyuiop[]', 'rij'], ['abcdefghijkl', 'rij'], ['zyxwvutsrqponm', 'rij'], ['1q2w3e4r5t6y', 'rij'],
    ['wachtwoord123', 'bekend woord'], ['Wachtwoord2026!', 'bekend woord'], ['P@ssw0rd12345', 'bekend woord'], ['Welkom01Welkom01', 'bekend woord'], ['W3lk0m-2026-!!', 'bekend woord'], ['zomer2026zomer', 'bekend woord'],
    ['welkomgemeente1', 'bekend woord'], ['iloveyou123456', 'bekend woord'], ['Gemeente2026!!', 'bekend woord'], ['rugdekking2026', 'bekend woord'],
    ['samirahaddad1', 'bekend woord'], ['Haddad-Samira-1980', 'bekend woord'], ['Lindewaard2026', 'bekend woord'], ['S4m1r4H4dd4d', 'bekend woord'],
  ])('is refused with the reason: %j', (w, reden) => {
    expect(bezwaarTegenWachtwoord(w, EIGEN)).toContain(reden);
  });

  test('of random signs is never refused for what it looks like, and is never cut off', () => {
    const tekens = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !#%&*()-=+'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tekens), { minLength: 20, maxLength: 60 }).filter((a) => new Set(a).size >= 12), (delen) => {
        expect(bezwaarTegenWachtwoord(delen.join(''), EIGEN)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

describe('keeping a password', () => {
  test('is argon2id with the parameters of OWASP and a salt of its own', async () => {
    const [een, twee] = await Promise.all([hashWachtwoord('vier losse fietsen'), hashWachtwoord('vier losse fietsen')]);
    expect(een).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(een).not.toBe(twee);
  });

  test('knows the same password however its accents were typed, and no other', async () => {
    const bewaard = await hashWachtwoord('caf\u00e9 op de hoek');
    expect(await wachtwoordKlopt(bewaard, 'cafe\u0301 op de hoek')).toBe(true);
    for (const anders of ['cafe op de hoek', 'caf\u00e9 op de hoek ', 'Caf\u00e9 op de hoek', '', 'x'.repeat(5_000)]) expect(await wachtwoordKlopt(bewaard, anders), anders.slice(0, 20)).toBe(false);
  });

  test('says no without an account, whatever is typed', async () => {
    for (const w of ['', 'wachtwoord', crypto.randomUUID()]) expect(await wachtwoordKlopt(null, w)).toBe(false);
  });
});
