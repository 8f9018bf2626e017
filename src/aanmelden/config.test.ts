import { describe, expect, test } from 'vitest';
import { leesAanmeldConfig } from './config.ts';

const oidc = { issuer: 'https://login.example', clientId: 'rugdekking', sleutelbestand: '/etc/rugdekking/oidc.pem' };
const met = (organisaties: unknown) => () => leesAanmeldConfig(JSON.stringify({ organisaties }));

describe('the settings of sign-in', () => {
  test('absent: nobody signs in by provider or account', () => {
    expect(leesAanmeldConfig(undefined)).toEqual({ oidc: [], lokaal: [] });
  });

  test('have safe defaults, and a role may be written short', () => {
    const uit = met({ lindewaard: { oidc: { ...oidc, rollen: { A: ['adviseur'], G: [{ rol: 'griffier', compartiment: 'politiek' }] } } }, dorp: { lokaal: {} } })();
    expect(uit.oidc).toMatchObject([{
      slug: 'lindewaard', idTokenAlg: 'PS256', publiek: 'issuer', collega: { claim: 'email', veld: 'email' }, rolbron: 'roles-dan-groups',
      rollen: { A: [{ rol: 'adviseur', compartiment: 'ambtelijk' }], G: [{ rol: 'griffier', compartiment: 'politiek' }] },
    }]);
    expect(uit.lokaal).toEqual([{ slug: 'dorp', passkeys: true, wachtwoorden: true }]);
  });

  test.each([
    ['no JSON', () => leesAanmeldConfig('{'), 'geen geldige JSON'],
    ['an unknown key', met({ a: { oidc: { ...oidc, clientSecret: 'x' } } }), 'organisaties.a.oidc'],
    ['a level that is not in the list', met({ a: { oidc: { ...oidc, acr: { volgorde: ['laag'], minimaal: 'hoog' } } } }), 'acr.minimaal staat niet'],
    ['an unknown role', met({ a: { oidc: { ...oidc, rollen: { A: ['directeur'] } } } }), 'organisaties.a.oidc.rollen.A.0'],
    ['a provider and accounts for the same organisation', met({ a: { oidc, lokaal: {} } }), 'niet allebei'],
    ['accounts without any way in', met({ a: { lokaal: { passkeys: false, wachtwoorden: false } } }), 'zet passkeys of wachtwoorden aan'],
  ])('are refused with the place of the mistake: %s', (_, lees, woord) => {
    expect(lees).toThrow(woord);
  });

  test('are never quoted in the refusal', () => {
    expect(met({ a: { oidc: { ...oidc, issuer: 'geheim-adres', clientId: 7 } } })).toThrow(expect.objectContaining({ message: expect.not.stringContaining('geheim-adres') }));
  });
});
