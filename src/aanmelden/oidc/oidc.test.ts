import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader, exportJWK } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakKlok, type Testklok } from '../../../tests/hulp/deuren.ts';
import { beginGedrag, startInlogdienst, type Inlogdienst } from '../../../tests/hulp/inlogdienst.ts';
import { maakOrganisatie, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { maakTestsite, type Antwoord, type Testbrowser, type Testsite } from '../../../tests/hulp/sessie.ts';
import { leesAanmeldConfig } from '../config.ts';

const OORSPRONG = 'https://rugdekking.example';
const TERUG = `${OORSPRONG}/aanmelden/oidc/proefdam/terug`;

let td: TestDatabase;
let org: Testorganisatie;
let klok: Testklok;
let dienst: Inlogdienst;
let site: Testsite;
let map: string;
let geheim: KeyObject;

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'rd-oidc-'));
  const paar = generateKeyPairSync('rsa', { modulusLength: 2048 });
  geheim = paar.privateKey;
  await writeFile(join(map, 'client.pem'), paar.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  [td, dienst] = await Promise.all([maakTestDatabase(), startInlogdienst({ redirectUri: TERUG, publiekeSleutel: { ...(await exportJWK(paar.publicKey)), alg: 'PS256', kid: 'een' } })]);
  org = await maakOrganisatie(td.migratie, { slug: 'proefdam' });
});
afterAll(async () => {
  await Promise.all([td.opruimen(), dienst.stop(), rm(map, { recursive: true })]);
});

const instelling = (meer: Record<string, unknown> = {}) => ({
  issuer: dienst.issuer, clientId: dienst.clientId, sleutelbestand: join(map, 'client.pem'), acr: { volgorde: ['laag', 'substantieel', 'hoog'], minimaal: 'substantieel' },
  rollen: { 'VPD.Adviseur': ['adviseur'], 'VPD.Griffier': [{ rol: 'griffier', compartiment: 'politiek' }], 'groep-1': ['opvang'] }, wieHelpt: 'de servicedesk, 010-1234567', ...meer,
});
const maakSite = (meer?: Record<string, unknown>, klokje = klok): Testsite =>
  maakTestsite(td.app, klokje, { demo: null, ...leesAanmeldConfig(JSON.stringify({ organisaties: { proefdam: { oidc: instelling(meer) } } })) }, {
    oorsprong: OORSPRONG,
    registreer({ site: s }) {
      s.pagina('/proef', async (v) => ({ titel: 'Proef', inhoud: `ik ben ${v.sessie.medewerker.naam}: ${v.sessie.actor.rollen.map((r) => `${r.rol}/${r.compartiment}`).toSorted().join(' ')}.` }));
    },
  });

beforeEach(() => {
  // The provider lives in real time, so its tokens do too.
  klok = maakKlok(new Date().toISOString());
  Object.assign(dienst.gedrag, beginGedrag(), { claims: { email: 'Samira@proefdam.example' } });
  dienst.tokenverzoeken.length = 0;
  site = maakSite();
});

async function naarDienst(b: Testbrowser, naar = '/proef'): Promise<URL> {
  const antwoord = await b.haal(`/aanmelden/oidc/proefdam?naar=${encodeURIComponent(naar)}`);
  expect(antwoord.status).toBe(303);
  return new URL(antwoord.naar ?? '');
}
const zonder = (claims: Record<string, unknown>, naam: string) => Object.fromEntries(Object.entries(claims).filter(([n]) => n !== naam));
const terug = (url: string): string => url.slice(OORSPRONG.length);
async function logIn(b: Testbrowser = site.browser()): Promise<{ b: Testbrowser; antwoord: Antwoord; adres: string }> {
  const adres = terug(await dienst.doorloop((await naarDienst(b)).href));
  return { b, antwoord: await b.haal(adres), adres };
}
async function geweigerd(b: Testbrowser, antwoord: Antwoord, status = 401): Promise<void> {
  expect(antwoord.status).toBe(status);
  expect(b.koekjes.has('__Host-rd')).toBe(false);
  expect((await b.haal('/proef')).status).toBe(303);
}

describe('signing in at an identity provider', () => {
  test('asks for a code with PKCE S256, state and nonce of chance, the exact redirect URI and the level of assurance', async () => {
    const b = site.browser();
    const een = Object.fromEntries((await naarDienst(b)).searchParams);
    const twee = Object.fromEntries((await naarDienst(b)).searchParams);
    expect(een).toMatchObject({ response_type: 'code', client_id: 'rugdekking', code_challenge_method: 'S256', redirect_uri: TERUG, acr_values: 'substantieel hoog', scope: 'openid profile email' });
    for (const naam of ['state', 'nonce', 'code_challenge'] as const) {
      expect(een[naam]).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(een[naam]).not.toBe(twee[naam]);
    }
  });

  test('lets a known colleague in, to the page he asked for, and proves the client with a signed assertion', async () => {
    const { b, antwoord } = await logIn();
    expect(antwoord).toMatchObject({ status: 303, naar: '/proef' });
    expect((await b.haal('/proef')).tekst).toContain('ik ben Samira Haddad');
    expect(b.koekjes.has('__Host-rd-poging')).toBe(false);
    const verzoek = Object.fromEntries(dienst.tokenverzoeken[0] ?? []);
    expect(verzoek).toMatchObject({ client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', redirect_uri: TERUG });
    expect(verzoek).not.toHaveProperty('client_secret');
    expect(decodeProtectedHeader(verzoek.client_assertion ?? '').alg).toBe('PS256');
    expect(decodeJwt(verzoek.client_assertion ?? '')).toMatchObject({ iss: 'rugdekking', sub: 'rugdekking', aud: dienst.issuer });
    const rij = await td.migratie.selectFrom('sessie').select(['methode']).where('medewerker_id', '=', org.mens.samira).executeTakeFirstOrThrow();
    expect(rij.methode).toBe('oidc');
  });

  test('works with the key as JWK, and with a P-256 key', async () => {
    await writeFile(join(map, 'client.jwk'), JSON.stringify({ ...geheim.export({ format: 'jwk' }), kid: 'een' }));
    site = maakSite({ sleutelbestand: join(map, 'client.jwk'), publiek: 'token-endpoint' });
    expect((await logIn()).antwoord.status).toBe(303);
    expect(decodeJwt(dienst.tokenverzoeken[0]?.get('client_assertion') ?? '').aud).toBe(`${dienst.issuer}/token`);

    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const eigen = await startInlogdienst({ redirectUri: TERUG, publiekeSleutel: { ...(await exportJWK(ec.publicKey)), alg: 'ES256' }, alg: 'ES256' });
    try {
      eigen.gedrag.claims = dienst.gedrag.claims;
      await writeFile(join(map, 'ec.pem'), ec.privateKey.export({ type: 'sec1', format: 'pem' }));
      site = maakSite({ sleutelbestand: join(map, 'ec.pem'), issuer: eigen.issuer });
      const b = site.browser();
      expect((await b.haal(terug(await eigen.doorloop((await naarDienst(b)).href)))).status).toBe(303);
      expect(decodeProtectedHeader(eigen.tokenverzoeken[0]?.get('client_assertion') ?? '').alg).toBe('ES256');
    } finally {
      await eigen.stop();
    }
  });

  test('can know people by their personnel number', async () => {
    const { personeelsnummer } = await td.migratie.selectFrom('medewerker').select('personeelsnummer').where('id', '=', org.mens.joost).executeTakeFirstOrThrow();
    dienst.gedrag.claims = { personeelsnummer, email: 'elders@elders.example' };
    site = maakSite({ collega: { claim: 'personeelsnummer', veld: 'personeelsnummer' } });
    const { b } = await logIn();
    expect((await b.haal('/proef')).tekst).toContain('ik ben Joost Brouwer');
  });
});

describe('is refused', () => {
  test.each([
    ['another nonce', (c: Record<string, unknown>) => ({ claims: { ...c, nonce: 'A'.repeat(43) } })],
    ['no nonce', (c: Record<string, unknown>) => ({ claims: zonder(c, 'nonce') })],
    ['another audience', (c: Record<string, unknown>) => ({ claims: { ...c, aud: 'een-andere-app' } })],
    ['more than one audience without azp', (c: Record<string, unknown>) => ({ claims: { ...c, aud: ['rugdekking', 'een-andere-app'] } })],
    ['another issuer', (c: Record<string, unknown>) => ({ claims: { ...c, iss: 'https://elders.example' } })],
    ['an expired token', (c: Record<string, unknown>) => ({ claims: { ...c, exp: Math.floor(Date.now() / 1000) - 600 } })],
    ['a token from the future', (c: Record<string, unknown>) => ({ claims: { ...c, nbf: Math.floor(Date.now() / 1000) + 600 } })],
    ['a token without iat', (c: Record<string, unknown>) => ({ claims: zonder(c, 'iat') })],
    ['a signature of another key', () => ({ ondertekend: 'vreemd' as const })],
    ['no signature', () => ({ ondertekend: 'none' as const })],
    ['a signature with the public key as secret', () => ({ ondertekend: 'HS256' as const })],
  ])('an ID token with %s', async (_, knoei) => {
    dienst.gedrag.knoei = knoei;
    const { b, antwoord } = await logIn();
    await geweigerd(b, antwoord);
    expect(antwoord.tekst).toContain('Inloggen is niet gelukt');
  });

  test('the same answer of the provider, untouched but signed again, is let in: so the refusals above are about what was changed', async () => {
    dienst.gedrag.knoei = () => ({});
    expect((await logIn()).antwoord).toMatchObject({ status: 303, naar: '/proef' });
  });

  test('an answer with another state, without state, or with the state of another browser', async () => {
    const b = site.browser();
    const adres = terug(await dienst.doorloop((await naarDienst(b)).href));
    const anders = adres.replace(/state=[^&]+/, `state=${'A'.repeat(43)}`);
    await geweigerd(b, await b.haal(anders));
    await geweigerd(b, await b.haal(adres.replace(/&?state=[^&]+/, '')));
    const slachtoffer = site.browser();
    await naarDienst(slachtoffer);
    await geweigerd(slachtoffer, await slachtoffer.haal(adres));
    // Bound to the browser that began: there it still works.
    expect((await b.haal(adres)).status).toBe(303);
  });

  test('an answer that says it comes from another issuer', async () => {
    const b = site.browser();
    const adres = terug(await dienst.doorloop((await naarDienst(b)).href));
    expect(adres).toContain('iss=');
    await geweigerd(b, await b.haal(adres.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Felders.example')));
  });

  test('the same answer a second time, and an old code in a new attempt', async () => {
    const { b, adres } = await logIn();
    b.koekjes.delete('__Host-rd');
    await geweigerd(b, await b.haal(adres));
    const vers = new URL(await dienst.doorloop((await naarDienst(b)).href));
    vers.searchParams.set('code', new URL(adres, OORSPRONG).searchParams.get('code') ?? '');
    await geweigerd(b, await b.haal(terug(vers.href)));
  });

  test('an answer after more than ten minutes', async () => {
    const b = site.browser();
    const adres = terug(await dienst.doorloop((await naarDienst(b)).href));
    klok.vooruit({ minutes: 10 });
    await geweigerd(b, await b.haal(adres));
  });

  test('by the provider itself, a request without PKCE, with plain PKCE, or to another address', async () => {
    const b = site.browser();
    const heen = await naarDienst(b);
    const zonder = new URL(heen);
    zonder.searchParams.delete('code_challenge');
    zonder.searchParams.delete('code_challenge_method');
    const plat = new URL(heen);
    plat.searchParams.set('code_challenge_method', 'plain');
    for (const url of [zonder, plat]) {
      const adres = terug(await dienst.doorloop(url.href));
      expect(adres).toContain('error=invalid_request');
      await geweigerd(b, await b.haal(adres));
      // The attempt is used up; the next one begins anew.
      const opnieuw = await naarDienst(b);
      zonder.searchParams.set('state', opnieuw.searchParams.get('state') ?? '');
      plat.searchParams.set('state', opnieuw.searchParams.get('state') ?? '');
    }
    const elders = new URL(heen);
    elders.searchParams.set('redirect_uri', `${TERUG}/`);
    await expect(dienst.doorloop(elders.href)).rejects.toThrow('400');
  });

  test.each([['laag', 403], ['onbekend niveau', 403], ['substantieel', 303], ['hoog', 303]])('a level of assurance that is too low: %s gives %d', async (acr, status) => {
    dienst.gedrag.acr = acr;
    const { b, antwoord } = await logIn();
    expect(antwoord.status).toBe(status);
    if (status === 403) {
      await geweigerd(b, antwoord, 403);
      expect(antwoord.tekst).toContain('extra controle');
    }
  });

  test('a token that does not say its level', async () => {
    dienst.gedrag.knoei = (c) => ({ claims: zonder(c, 'acr') });
    const { b, antwoord } = await logIn();
    await geweigerd(b, antwoord, 403);
  });

  test.each([
    ['someone who is not known', { email: 'onbekend@proefdam.example' }],
    ['an address the provider did not verify', { email: 'samira@proefdam.example', email_verified: false }],
    ['no address', {}],
    ['an address that is no text', { email: { $ne: '' } }],
  ])('%s, with whom to ask, and no account is made', async (_, claims) => {
    const aantal = async () => (await td.migratie.selectFrom('medewerker').select((e) => e.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
    const begin = await aantal();
    dienst.gedrag.claims = claims;
    const { b, antwoord } = await logIn();
    await geweigerd(b, antwoord, 403);
    expect(antwoord.tekst).toContain('de servicedesk, 010-1234567');
    expect(antwoord.tekst).not.toContain('onbekend@');
    expect(await aantal()).toBe(begin);
  });

  test('a colleague who left, and one of another organisation', async () => {
    await td.migratie.updateTable('medewerker').set({ actief: false }).where('id', '=', org.mens.milan).execute();
    dienst.gedrag.claims = { email: 'milan@proefdam.example' };
    const { b, antwoord } = await logIn();
    await geweigerd(b, antwoord, 403);
    const ander = await maakOrganisatie(td.migratie, { slug: 'elders' });
    dienst.gedrag.claims = { email: `samira@elders.example` };
    expect(ander.id).not.toBe(org.id);
    const tweede = await logIn();
    await geweigerd(tweede.b, tweede.antwoord, 403);
  });

  test('whoever breaks off at the provider comes back at the start, with a word about it', async () => {
    dienst.gedrag.breektAf = true;
    const { b, antwoord } = await logIn();
    expect(antwoord).toMatchObject({ status: 303, naar: '/aanmelden?afgebroken=1' });
    expect((await b.haal('/aanmelden?afgebroken=1')).tekst).toContain('Je bent niet ingelogd');
  });

  test('and nobody comes in, when the provider does not answer', async () => {
    site = maakSite({ issuer: 'http://127.0.0.1:1' });
    const antwoord = await site.browser().haal('/aanmelden/oidc/proefdam');
    expect(antwoord.status).toBe(503);
    expect(antwoord.tekst).toContain('antwoordt niet');
  });
});

describe('roles from the token', () => {
  const rollen = async (): Promise<string> => {
    const { b, antwoord } = await logIn();
    expect(antwoord.status).toBe(303);
    return /Haddad: ([^.]*)\./.exec((await b.haal('/proef')).tekst)?.[1] ?? '?';
  };
  const samira = { email: 'samira@proefdam.example' };

  test('app roles: given and withdrawn at each sign-in, and unknown names mean nothing', async () => {
    dienst.gedrag.claims = { ...samira, roles: ['VPD.Adviseur', 'VPD.Griffier', 'constructor', 'iets anders'], groups: ['groep-1'] };
    expect(await rollen()).toBe('adviseur/ambtelijk griffier/politiek');
    dienst.gedrag.claims = { ...samira, roles: ['VPD.Griffier'] };
    expect(await rollen()).toBe('griffier/politiek');
    dienst.gedrag.claims = { ...samira, roles: [] };
    expect(await rollen()).toBe('');
    const rijen = await td.migratie.selectFrom('roltoekenning').select(['rol', 'bron', 'ingetrokken_op']).where('medewerker_id', '=', org.mens.samira).execute();
    expect(rijen).toHaveLength(2);
    expect(rijen.every((r) => r.bron === 'aanmelding' && r.ingetrokken_op !== null)).toBe(true);
    const journaal = await td.migratie.selectFrom('journaal').select('handeling').where('actor', '=', org.mens.samira).where('handeling', '=', 'rollen.overnemen').execute();
    expect(journaal).toHaveLength(3);
  });

  test('groups, when there are no app roles', async () => {
    dienst.gedrag.claims = { ...samira, groups: ['groep-1', 'groep-2'] };
    expect(await rollen()).toBe('opvang/ambtelijk');
    dienst.gedrag.claims = samira;
    expect(await rollen()).toBe('');
  });

  test.each([
    ['_claim_names', { _claim_names: { groups: 'src1' } }],
    ['_claim_names as text', { _claim_names: '{"groups":"src1"}' }],
    ['hasgroups', { hasgroups: true }],
  ])('too many groups (%s): refused with what to do, and the roles stay as they were', async (_, marker) => {
    dienst.gedrag.claims = { ...samira, groups: ['groep-1'] };
    expect(await rollen()).toBe('opvang/ambtelijk');
    dienst.gedrag.claims = { ...samira, ...marker };
    const { b, antwoord } = await logIn();
    await geweigerd(b, antwoord, 403);
    expect(antwoord.tekst).toContain('te veel groepen');
    const rijen = await td.migratie.selectFrom('roltoekenning').select('rol').where('medewerker_id', '=', org.mens.samira).where('ingetrokken_op', 'is', null).execute();
    expect(rijen).toEqual([{ rol: 'opvang' }]);
    const laatste = await td.migratie.selectFrom('journaal').select(['handeling', 'resultaat']).where('actor', '=', org.mens.samira).orderBy('volgnr', 'desc').executeTakeFirstOrThrow();
    expect(laatste).toEqual({ handeling: 'sessie.beginnen', resultaat: 'geweigerd' });
    // With app roles in the token the marker does not matter.
    dienst.gedrag.claims = { ...samira, ...marker, roles: ['VPD.Adviseur'] };
    expect(await rollen()).toBe('adviseur/ambtelijk');
  });

  test('roles given by hand stay, also when the provider gives the same one and takes it back', async () => {
    const sinds = klok();
    await td.migratie.updateTable('roltoekenning').set({ ingetrokken_op: sinds }).where('medewerker_id', '=', org.mens.samira).where('ingetrokken_op', 'is', null).execute();
    await td.migratie.insertInto('roltoekenning').values({ organisatie_id: org.id, id: crypto.randomUUID(), medewerker_id: org.mens.samira, rol: 'adviseur', sinds, ingetrokken_op: null, toegekend_door: org.mens.beheerder }).execute();
    dienst.gedrag.claims = { ...samira, roles: ['VPD.Adviseur'] };
    expect(await rollen()).toBe('adviseur/ambtelijk');
    dienst.gedrag.claims = { ...samira, roles: [] };
    expect(await rollen()).toBe('adviseur/ambtelijk');
  });

  test('are left alone when the organisation maps none', async () => {
    site = maakSite({ rollen: {} });
    dienst.gedrag.claims = { ...samira, hasgroups: true };
    expect(await rollen()).toBe('adviseur/ambtelijk');
  });
});
