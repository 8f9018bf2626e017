import { connect } from 'node:net';
import { Hono } from 'hono';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWebserver, type Webserver } from '../../src/opdrachten/webserver.ts';
import { maakGezondheid, maakMetingen } from '../../src/platform/gezondheid/index.ts';
import { csrfToken, maakVerkeer } from '../../src/platform/http/index.ts';
import { zetDoelwitten, type Doelwitten } from './doelwitten.ts';
import { formulierenOp } from './formulieren.ts';
import { afdruk, maakAanvaller, maakSessie, maakVeld, metVelen, OORSPRONG, type Aanvaller, type Veld } from './opzet.ts';
import { alleWegen, ingevuld, OPENBAAR, voorraad, type Idvoorraad, type Weg } from './wegen.ts';

let veld: Veld;
let web: Webserver;
let wegen: Weg[];
let doel: Doelwitten;
let ids: Idvoorraad;
let adviseur: Aanvaller;
let notitie: string;

beforeAll(async () => {
  veld = await maakVeld();
  const { d, deuren, eigen } = veld;
  doel = await zetDoelwitten(d.database, deuren, eigen);
  await d.werk();
  wegen = alleWegen(d);
  ids = { ...(await voorraad(d, eigen.id, doel.gewoon)), medewerker: eigen.mens.samira };
  adviseur = await veld.als('adviseur');
  notitie = `/dossiers/${doel.gewoon}/notitie`;
  // As production has it: the web server with its limits, the addresses for machines, then the application.
  const gezondheid = maakGezondheid({ controles: [], metingen: maakMetingen(), klok: () => Temporal.Instant.from('2026-11-23T13:10:00Z'), url: 'https://rugdekking.example', beveiligingscontact: 'mailto:veilig@example.nl' });
  web = await startWebserver({ handel: gezondheid.omhul(d.opstelling.app), poort: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await web?.stop(0);
  await veld?.d.stop();
});

/** Sends bytes as they are and gives all that comes back; ends when the server closes or says nothing for a while. */
function ruw(bytes: string | Buffer, stilMs = 700): Promise<string> {
  return new Promise((klaar) => {
    const s = connect(web.poort, '127.0.0.1');
    let uit = '';
    s.setTimeout(stilMs, () => s.destroy());
    s.on('data', (d) => (uit += d.toString('latin1')));
    s.on('error', () => s.destroy());
    s.on('close', () => klaar(uit));
    s.write(bytes);
  });
}
const kop = (antwoord: string): string => antwoord.split('\r\n')[0] ?? '';

/** The policy as a table; each directive once. */
function beleid(koppen: Headers): Map<string, string[]> {
  const delen = (koppen.get('content-security-policy') ?? '').split(';').map((deel) => deel.trim().split(/\s+/));
  expect(new Set(delen.map(([naam]) => naam)).size).toBe(delen.length);
  return new Map(delen.map(([naam = '', ...bronnen]) => [naam, bronnen]));
}

function goedeKoppen(pad: string, koppen: Headers, vast = false): void {
  const csp = beleid(koppen);
  expect(csp.get('default-src'), pad).toEqual(["'none'"]);
  for (const [naam, bronnen] of csp) for (const bron of bronnen) expect(["'self'", "'none'", "'script'"], `${pad} ${naam} ${bron}`).toContain(bron);
  for (const naam of ['frame-ancestors', 'base-uri', 'object-src']) expect(csp.get(naam), `${pad} ${naam}`).toEqual(["'none'"]);
  for (const naam of ['script-src', 'form-action']) expect(csp.get(naam), `${pad} ${naam}`).toEqual(["'self'"]);
  expect(csp.get('require-trusted-types-for'), pad).toEqual(["'script'"]);
  expect(csp.get('trusted-types'), pad).toEqual(["'none'"]);
  const hsts = /^max-age=(\d+); includeSubDomains$/.exec(koppen.get('strict-transport-security') ?? '');
  expect(Number(hsts?.[1]), pad).toBeGreaterThanOrEqual(31_536_000);
  expect(Object.fromEntries(['x-content-type-options', 'x-frame-options', 'referrer-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy'].map((n) => [n, koppen.get(n)])), pad)
    .toEqual({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' });
  expect(koppen.get('permissions-policy'), pad).toMatch(/camera=\(\).*geolocation=\(\)/);
  expect(koppen.get('cache-control'), pad).toBe(vast ? 'public, max-age=31536000, immutable' : 'no-store');
  // Only the description of the API may be read from every page, as the API Design Rules ask.
  for (const verraad of ['server', 'x-powered-by', 'etag', 'access-control-allow-origin', 'x-aspnet-version']) expect(koppen.has(verraad), `${pad} ${verraad}`).toBe(verraad === 'access-control-allow-origin' && pad === '/api/v1/openapi.json');
  if (koppen.has('content-type')) expect(koppen.get('content-type'), pad).toMatch(/charset=utf-8|json|woff2|svg|plain/i);
}

describe('headers', () => {
  it('are on every answer: pages, redirects, refusals, errors, downloads and what the machine asks', async () => {
    let aantal = 0;
    for (const wie of [adviseur, veld.vreemde]) {
      for (const weg of wegen) {
        for (const pad of ingevuld(weg, ids).slice(0, 1)) {
          goedeKoppen(pad, (weg.methode === 'GET' ? await wie.haal(pad) : await wie.stuur(pad, [], { csrf: false })).koppen);
          aantal += 1;
        }
      }
    }
    expect(aantal).toBeGreaterThan(80);
    const basis = `http://127.0.0.1:${web.poort}`;
    for (const pad of ['/healthz', '/readyz', '/robots.txt', '/.well-known/security.txt', '/bestaat/niet', '/dossiers/', '//', '/middelen/bestaat-niet.js', '/%', '/%c0%ae%c0%ae/']) goedeKoppen(pad, (await fetch(`${basis}${pad}`)).headers);
    for (const pad of (await adviseur.haal('/vandaag')).tekst.match(/\/middelen\/[\w.-]+/g) ?? []) goedeKoppen(pad, (await fetch(`${basis}${pad}`)).headers, true);
  });

  it('are on the answer to a failure of our own too, and that answer tells nothing', async () => {
    await veld.d.database.migratie.schema.alterTable('termijn').renameTo('termijn_weg').execute();
    try {
      const uit = await adviseur.haal('/vandaag');
      expect(uit.status).toBe(500);
      goedeKoppen('/vandaag', uit.koppen);
      expect(uit.tekst).not.toMatch(/termijn|select |relation|pg_|node_modules|\.ts/i);
      const json = await adviseur.haal('/vandaag', { accept: 'application/json' });
      expect([json.status, json.koppen.get('content-type')]).toEqual([500, 'application/problem+json']);
      expect(Object.keys(JSON.parse(json.tekst) as object).toSorted()).toEqual(['detail', 'instance', 'status', 'title', 'type']);
      expect(json.tekst).not.toMatch(/termijn|relation|stack/i);
    } finally {
      await veld.d.database.migratie.schema.alterTable('termijn_weg').renameTo('termijn').execute();
    }
  });
});

describe('a forged form', () => {
  it('is refused on every way that writes: without token, with another’s, in the wrong place, from another site', async () => {
    const { d, eigen } = veld;
    const voor = await afdruk(d);
    const vreemdToken = csrfToken((await maakSessie(d, eigen, 'adviseur')).geheim);
    let pogingen = 0;
    const schrijft = wegen.filter((w) => w.methode === 'POST' && OPENBAAR[`POST ${w.pad}`] === undefined);
    const goed = adviseur.csrf;
    // As from a browser that says it comes from this site: then an old form is shown again, never carried out.
    const vanHier: { velden?: [string, string][]; achter?: string; koppen?: Record<string, string> }[] = [
      {}, { velden: [['_csrf', '']] }, { velden: [['_csrf', vreemdToken]] }, { velden: [['_csrf', goed], ['_csrf', goed]] }, { velden: [['_csrf[]', goed]] }, { velden: [['csrf', goed], ['_CSRF', goed]] },
      { velden: [['_csrf', goed.toLowerCase()]] }, { velden: [['_csrf', `${goed} `]] }, { velden: [['_csrf', goed.slice(0, -1)]] }, { achter: `?_csrf=${goed}` }, { koppen: { 'x-csrf-token': goed, 'x-xsrf-token': goed } },
    ];
    // From elsewhere, with everything right: browsers that do not say where a request comes from do send its Origin.
    const vanElders: Record<string, string>[] = [
      ...['cross-site', 'same-site', 'onzin', ''].map((site) => ({ 'sec-fetch-site': site })), { 'sec-fetch-site': 'cross-site', origin: OORSPRONG },
      ...['https://kwaad.example', 'null', 'http://127.0.0.1.kwaad.example', 'http://127.0.0.1:1'].map((origin) => ({ origin })),
    ];
    const stuur = (pad: string, velden: [string, string][], koppen: Record<string, string>) =>
      adviseur.vraag(pad, { method: 'POST', body: new URLSearchParams(velden).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', ...koppen } });
    await metVelen(schrijft, async (weg) => {
      const pad = ingevuld(weg, ids)[0] ?? '';
      for (const { velden = [], koppen = {}, achter = '' } of vanHier) {
        const { status } = await stuur(`${pad}${achter}`, velden, { 'sec-fetch-site': 'same-origin', ...koppen });
        expect([200, 403, 404, 422], `${weg.pad} ${JSON.stringify(velden.map(([n]) => n))}`).toContain(status);
        pogingen += 1;
      }
      // From a browser that does not say where it comes from a wrong token is refused outright.
      for (const velden of [[], [['_csrf', vreemdToken]]] as [string, string][][]) {
        expect((await stuur(pad, velden, {})).status, `${weg.pad} zonder herkomst`).not.toBe(200);
        pogingen += 1;
      }
      for (const koppen of vanElders) {
        expect((await stuur(pad, [['_csrf', goed]], koppen)).status, `${weg.pad} ${JSON.stringify(koppen)}`).toBe(403);
        pogingen += 1;
      }
    });
    expect(pogingen).toBe(schrijft.length * 22);
    expect(await afdruk(d)).toEqual(voor);
  }, 60_000);

  it('and the honest one is let through, so that the refusals above mean something', async () => {
    expect((await adviseur.stuur(notitie, [['tekst', 'Eerlijk.']])).status).toBe(303);
    expect((await adviseur.vraag(notitie, { method: 'POST', body: new URLSearchParams({ tekst: 'Ook eerlijk.', _csrf: adviseur.csrf }).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', origin: OORSPRONG } })).status).toBe(303);
  });

  it('cannot be sent with another method, nor made to look like one', async () => {
    const voor = await afdruk(veld.d);
    for (const weg of wegen.filter((w) => w.pad !== '/')) {
      const pad = ingevuld(weg, ids)[0] ?? '';
      for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
        const uit = await adviseur.vraag(pad, { method, headers: { origin: 'https://kwaad.example', 'access-control-request-method': 'POST' } });
        expect(uit.status, `${method} ${weg.pad}`).toBe(404);
        expect([...uit.koppen.keys()].filter((k) => k.startsWith('access-control'))).toEqual([]);
      }
      if (weg.methode !== 'GET') continue;
      const kopvraag = await adviseur.vraag(pad, { method: 'HEAD' });
      expect([kopvraag.tekst, kopvraag.status < 500]).toEqual(['', true]);
    }
    for (const over of ['x-http-method-override', 'x-method-override', 'x-http-method']) expect((await adviseur.stuur(`${notitie}?_method=GET`, [['_method', 'DELETE'], ['tekst', 'x']], { csrf: false, koppen: { [over]: 'GET' } })).status).toBe(200);
    for (const method of ['TRACE', 'TRACK', 'CONNECT']) expect(kop(await ruw(`${method} / HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: geheim=1\r\nConnection: close\r\n\r\n`))).not.toMatch(/ 200 /);
    expect(await afdruk(veld.d)).toEqual(voor);
  });
});

describe('cookies and sessions', () => {
  const kaart = async (): Promise<[string, string]> => formulierenOp((await veld.vreemde.haal('/demo')).tekst).find((f) => f.actie === '/demo')?.velden.find(([naam]) => naam === 'kaart') ?? ['kaart', ''];
  const aanmelden = async (cookie?: string) => veld.vreemde.vraag('/demo', { method: 'POST', body: new URLSearchParams([await kaart()]).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...(cookie === undefined ? {} : { cookie }) } });
  const sessieUit = (koppen: Headers): string => /__Host-rd=([\w-]{43});/.exec(koppen.getSetCookie().join('\n'))?.[1] ?? '';

  it('bind the session to this host, to this browser and to no script', async () => {
    const { koppen } = await aanmelden();
    const regel = koppen.getSetCookie().find((r) => r.startsWith('__Host-rd=')) ?? '';
    const delen = regel.split(/;\s*/).slice(1).map((d) => d.toLowerCase());
    expect(new Set(delen)).toEqual(new Set(['path=/', 'httponly', 'secure', 'samesite=lax']));
  });

  it('bind the message after a write to this host too, where there is https', async () => {
    const regels = (basisUrl: string | null) => {
      const app = new Hono();
      const verkeer = maakVerkeer({ proxies: 0, basisUrl, perMinuut: { sessie: 1, adres: 1 } });
      app.get('/', (c) => { verkeer.zetFlits(c, 'Bewaard.'); return c.text(''); });
      return app.request('http://127.0.0.1/');
    };
    expect((await regels('https://rugdekking.example')).headers.getSetCookie()[0]).toMatch(/^__Host-rd-bericht=Bewaard\.; Max-Age=60; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect((await regels(null)).headers.getSetCookie()[0]).toMatch(/^rd-bericht=/);
  });

  it('give a new token at every sign-in, whatever the browser brought, and end the session that was there', async () => {
    const ondergeschoven = 'A'.repeat(43);
    const een = sessieUit((await aanmelden(`__Host-rd=${ondergeschoven}`)).koppen);
    expect(een).not.toBe(ondergeschoven);
    const met = (token: string) => maakAanvaller(veld.d, 'x', `__Host-rd=${token}`, '');
    expect((await met(ondergeschoven).haal('/vandaag')).status).toBe(303);
    expect((await met(een).haal('/vandaag')).status).toBe(200);
    const twee = sessieUit((await aanmelden(`__Host-rd=${een}`)).koppen);
    expect(twee).not.toBe(een);
    expect((await met(een).haal('/vandaag')).status).toBe(303);
    expect((await met(twee).haal('/vandaag')).status).toBe(200);
  });

  it('are worth nothing after signing out, and neither is the token of their forms', async () => {
    const sessie = await maakSessie(veld.d, veld.eigen, 'adviseur');
    const zij = maakAanvaller(veld.d, 'adviseur', `__Host-rd=${sessie.token}`, csrfToken(sessie.geheim));
    expect((await zij.haal('/vandaag')).status).toBe(200);
    const uit = await zij.stuur('/uitloggen', []);
    expect([uit.status, uit.naar]).toEqual([303, '/aanmelden?uit=1']);
    expect(uit.koppen.getSetCookie().join()).toMatch(/__Host-rd=;.*Max-Age=0/);
    const voor = await afdruk(veld.d);
    expect((await zij.haal('/vandaag')).status).toBe(303);
    expect((await zij.stuur(notitie, [['tekst', 'Nog één keer.']])).status).toBe(303);
    const verder = maakAanvaller(veld.d, 'adviseur', `__Host-rd=${(await maakSessie(veld.d, veld.eigen, 'adviseur')).token}`, zij.csrf);
    // Shown again, so that what was typed is not lost; not carried out.
    expect((await verder.stuur(notitie, [['tekst', 'Met het oude token.']])).tekst).toContain('Met het oude token.');
    expect(await afdruk(veld.d)).toEqual(voor);
  });

  it('are not taken under another name, from an address, or in pieces', async () => {
    const { token } = await maakSessie(veld.d, veld.eigen, 'adviseur');
    for (const cookie of [`rd=${token}`, `__host-rd=${token}`, `__Secure-rd=${token}`, `__Host-rd="${token}"x`, `__Host-rd=${token.slice(0, 42)}`, `__Host-rd=${token}%00`]) {
      expect((await maakAanvaller(veld.d, 'x', cookie, '').haal('/vandaag')).status, cookie.slice(0, 14)).toBe(303);
    }
    for (const pad of [`/vandaag?__Host-rd=${token}`, `/vandaag;__Host-rd=${token}`]) expect([303, 404]).toContain((await veld.vreemde.haal(pad)).status);
    expect((await veld.vreemde.haal('/vandaag', { authorization: `Bearer ${token}` })).status).toBe(303);
  });
});

describe('an address in a request', () => {
  it('leads nowhere but this site after signing in', async () => {
    for (const kwaad of ['https://kwaad.example', '//kwaad.example', '/\\kwaad.example', '/%09/kwaad.example', '/%0d%0aSet-Cookie:%20rd=1', '\r\nSet-Cookie: rd=1', '/\t/kwaad.example', 'javascript:alert(1)', 'data:text/html,x', '/%5ckwaad.example', '///kwaad.example', '/.//kwaad.example', '/a/..//kwaad.example', `/${'a'.repeat(5_000)}`, '/vandaag\0', '@kwaad.example']) {
      const uit = await adviseur.haal(`/aanmelden?naar=${encodeURIComponent(kwaad)}`);
      expect(uit.status).toBe(303);
      expect(new URL(uit.naar ?? '', 'https://hier.example').origin, kwaad).toBe('https://hier.example');
      expect(uit.naar, kwaad).toMatch(/^\/(?![/\\])/);
      expect(uit.koppen.getSetCookie()).toEqual([]);
      const demo = await veld.vreemde.vraag('/demo', { method: 'POST', body: new URLSearchParams({ kaart: '0', naar: kwaad }).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } });
      expect(demo.naar, kwaad).toMatch(/^\/(?![/\\])/);
    }
  });

  it('does not come back from the Host header in pages, redirects or mail', async () => {
    for (const extra of ['Host: kwaad.example', 'Host: 127.0.0.1\r\nX-Forwarded-Host: kwaad.example', 'Host: 127.0.0.1\r\nForwarded: host=kwaad.example;proto=https', 'Host: 127.0.0.1\r\nX-Original-URL: //kwaad.example', 'Host: 127.0.0.1\r\nX-Rewrite-URL: /inrichting']) {
      for (const pad of ['/vandaag', '/aanmelden', '/bestaat-niet', '/']) {
        const uit = await ruw(`GET ${pad} HTTP/1.1\r\n${extra}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`);
        expect(kop(uit), `${extra} ${pad}`).toMatch(/ (200|303|404) /);
        expect(uit).not.toContain('kwaad.example');
      }
    }
    for (const b of veld.d.vangnet.berichten()) for (const [adres] of b.tekst.matchAll(/https?:\/\/\S+/g)) expect(adres).toMatch(/^https:\/\/rugdekking\.proefdam\.example\//);
    expect(veld.d.vangnet.berichten().length).toBeGreaterThan(5);
  });

  it('is refused, not guessed, when it is not one', async () => {
    for (const verzoek of ['GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 'GET / HTTP/1.1\r\n\r\n', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 'GET http:// HTTP/1.1\r\nHost: x\r\n\r\n', 'GET / HTTP/1.1\r\nHost: [::1\r\n\r\n', 'GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n', 'GET * HTTP/1.1\r\nHost: x\r\n\r\n', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /vandaag HTTP/1.1\r\n\r\n', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde', 'GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n', 'GET / HTTP/1.1\nHost: x\n\n']) {
      const uit = kop(await ruw(verzoek, 300));
      expect(uit === '' || / (303|4\d\d|505) /.test(uit), `${JSON.stringify(verzoek.slice(0, 40))}: ${uit}`).toBe(true);
    }
  });
});
