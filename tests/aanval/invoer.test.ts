import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWebserver, type Webserver } from '../../src/opdrachten/webserver.ts';
import { maakLogboek } from '../../src/platform/logboek/index.ts';
import type { Mens } from '../hulp/organisatie.ts';
import { zetDoelwitten, type Doelwitten } from './doelwitten.ts';
import { formulierenOp, wandel } from './formulieren.ts';
import { maakVeld, metVelen, type Aanvaller, type Veld } from './opzet.ts';
import { alleWegen, delen, type Weg } from './wegen.ts';

let veld: Veld;
let web: Webserver;
let doel: Doelwitten;
let wegen: Weg[];
const mensen = {} as Record<Mens, Aanvaller>;
/** What the technical log said; a line about a failed request is a failure of ours. */
const logregels: string[] = [];

interface Plek {
  wie: Mens;
  pagina: string;
  patroon: string;
}
const plekken = new Map<string, Plek>();

beforeAll(async () => {
  veld = await maakVeld(maakLogboek({ niveau: 'warn', bestemming: { write: (regel: string) => void logregels.push(regel) } }));
  doel = await zetDoelwitten(veld.d.database, veld.deuren, veld.eigen);
  wegen = alleWegen(veld.d);
  web = await startWebserver({ handel: veld.d.opstelling.app.fetch, poort: 0, host: '127.0.0.1' });
  const id = doel.gewoon;
  const begin: Partial<Record<Mens, string[]>> = {
    adviseur: [`/dossiers/${id}`, `/dossiers/${id}/nazorg`, `/dossiers/${id}/samenvoegen`, `/dossiers/${id}/classificeren`], karin: [`/dossiers/${id}`, `/dossiers/${id}/nazorg`], samira: ['/', '/melden', `/mijn-meldingen/${id}`, `/mijn-meldingen/${id}/hulp`, '/account'],
    joost: ['/', `/mijn-verklaringen/${id}`], beheerder: ['/', '/inrichting', '/account', '/toegang'], opvang: ['/', '/vandaag'], fg: ['/', '/journaal'],
  };
  for (const [wie, paden] of Object.entries(begin) as [Mens, string[]][]) {
    mensen[wie] = await veld.als(wie);
    for (const [pagina, html] of await wandel(mensen[wie], paden, { meest: 120, perSoort: 2 })) {
      for (const { actie } of formulierenOp(html)) {
        const weg = wegen.find((w) => w.methode === 'POST' && new RegExp(`^${w.pad.replace(/:\w+/g, '[^/]+')}$`).test(actie));
        if (weg && !plekken.has(weg.pad) && !/^\/(uitloggen|demo|account\/sessies)/.test(weg.pad)) plekken.set(weg.pad, { wie, pagina, patroon: weg.pad });
      }
    }
  }
});
afterAll(async () => {
  await web?.stop(0);
  await veld?.d.stop();
});

/** A form body as bytes in ASCII; values may hold percent codes that are no UTF-8. */
const paar = ([naam, waarde]: readonly [string, string]): string => `${encodeURIComponent(naam)}=${encodeURIComponent(waarde)}`;

type Knoei = (velden: [string, string][]) => string;
const overal = (waarde: string, ruw = false): Knoei => (velden) => velden.map(([naam, was]) => (ruw ? `${encodeURIComponent(naam)}=${waarde}` : paar([naam, was.length === 36 ? was : waarde]))).join('&');
const erbij = (stuk: string): Knoei => (velden) => `${velden.map(paar).join('&')}&${stuk}`;

const VAARTS: Record<string, Knoei> = {
  'every field empty': overal(''),
  'no fields at all': () => '',
  'every field twice': (v) => [...v, ...v].map(paar).join('&'),
  'every field a list by name': (v) => v.map(([n, w]) => paar([`${n}[]`, w])).join('&'),
  'NUL in every value, ids too': (v) => v.map(([n, w]) => `${paar([n, w])}%00x`).join('&'),
  'NUL in every name': (v) => v.map(([n, w]) => `${encodeURIComponent(n)}%00=${encodeURIComponent(w)}`).join('&'),
  'bytes that are no UTF-8': overal('%ff%fe%c3%28%ed%a0%80', true),
  'half characters': overal('%u d800 \ud7ff\ufffe\uffff'),
  'broken percent codes': overal('%%%zz%4', true),
  'emoji, right to left, joiners and accents on accents': overal('\u{1F468}\u200d\u{1F469}\u202e\u2066مرحبا\u0301\u0301\u0301\u200b'),
  'control characters': overal('a\u0001\u0008\u001b[31m\u007f\u0085\u2028b\r\nX: y'),
  '200,000 characters': overal('é'.repeat(100_000) + 'ab '.repeat(34_000)),
  'names of the language itself': erbij(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__proto__[vergiftigd]', 'constructor[prototype][vergiftigd]', '__proto__.vergiftigd', '_proto_', 'valueOf', 'then'].map((n) => `${encodeURIComponent(n)}=1`).join('&')),
  'names of the language as values': overal('__proto__'),
  'deep names': erbij(`${encodeURIComponent(`a${'[b]'.repeat(500)}`)}=1&${'x.'.repeat(5_000)}=1`),
  'numbers that are none': overal('1e309'),
  'too large a number': overal('9007199254740993'),
  'less than nothing': overal('-1'),
  'a day that is not there': overal('30-02-2026'),
  'a year far away': overal('31-12-99999'),
  'a date before counting': overal('0-0-0'),
  'SQL': overal("'; drop table dossier; --"),
  'JSON as a value': overal('{"$ne":null,"id":{"a":[1]}}'),
  'hidden fields of the site twice': erbij('_csrf=x&_sleutel=x&_terug=nee&_terug=ja'),
  'shown again on purpose': erbij('_terug=ja'),
};

describe('a form', () => {
  it('takes nothing that is no form, and answers that it is none', async () => {
    const json = JSON.stringify({ tekst: 'x', _csrf: mensen.adviseur.csrf });
    const grens = 'grens';
    const multipart = `--${grens}\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${mensen.adviseur.csrf}\r\n--${grens}\r\nContent-Disposition: form-data; name="tekst"\r\n\r\nx\r\n--${grens}--\r\n`;
    await veld.d.werk();
    const pad = `/dossiers/${doel.buitenom}/notitie`;
    const voor = await veld.d.database.migratie.selectFrom('gebeurtenis').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
    for (const [soort, body] of [['application/json', json], [`multipart/form-data; boundary=${grens}`, multipart], ['text/plain', `_csrf=${mensen.adviseur.csrf}&tekst=x`], ['application/x-www-form-urlencodedx', `_csrf=${mensen.adviseur.csrf}&tekst=x`], ['application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'], ['', 'x']] as const) {
      const uit = await mensen.adviseur.vraag(pad, { method: 'POST', body: new Blob([body]), headers: { ...(soort ? { 'content-type': soort } : {}), 'sec-fetch-site': 'same-origin' } });
      expect(uit.status, soort).toBe(422);
      expect(uit.tekst).toContain('Dit is geen formulier.');
    }
    const na = await veld.d.database.migratie.selectFrom('gebeurtenis').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
    expect(na.n).toBe(voor.n);
  });

  it('has a largest size and a largest number of fields', async () => {
    const pad = `/dossiers/${doel.buitenom}/notitie`;
    const stuur = (body: string) => mensen.adviseur.vraag(pad, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' } });
    expect((await stuur(`_csrf=${mensen.adviseur.csrf}&${Array.from({ length: 5_000 }, (_, i) => `v${i}=1`).join('&')}`)).status).toBe(413);
    expect((await stuur(`_csrf=${mensen.adviseur.csrf}&tekst=${'a'.repeat(5 * 1024 * 1024)}`)).status).toBe(413);
    expect((await stuur(`_csrf=${mensen.adviseur.csrf}&tekst=${'a'.repeat(200_000)}`)).status).toBe(422);
  });
});

describe('every form', () => {
  it('answers whatever is in it, in Dutch, without failing', async () => {
    const uitkomsten = new Map<number, number>();
    let verwerkt = 0;
    expect(plekken.size).toBeGreaterThan(18);
    const einde = (p: Plek): boolean => /samenvoegen|sluiten$/.test(p.patroon);
    const knoeiAan = async ({ wie, pagina, patroon }: Plek): Promise<void> => {
      let laatst: { actie: string; velden: [string, string][] } | undefined;
      let gewijzigd = true;
      for (const [wat, knoei] of Object.entries(VAARTS)) {
        const vers = !gewijzigd ? undefined : formulierenOp((await mensen[wie].haal(pagina)).tekst).find((f) => new RegExp(`^${patroon.replace(/:\w+/g, '[^/]+')}$`).test(f.actie));
        laatst = vers ?? laatst;
        if (laatst === undefined) continue;
        const uit = await mensen[wie].vraag(laatst.actie, {
          method: 'POST', body: `_csrf=${mensen[wie].csrf}&${knoei(laatst.velden)}`, headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        });
        gewijzigd = uit.status < 400 || uit.status === 409;
        uitkomsten.set(uit.status, (uitkomsten.get(uit.status) ?? 0) + 1);
        if (![200, 303, 307, 403, 404, 409, 413, 422, 429].includes(uit.status)) expect.fail(`${patroon} met ${wat} antwoordt ${uit.status}`);
        if (/Invalid input|expected (string|number|array)|Too (big|small)|received |Unrecognized|undefined|\[object/.test(uit.tekst)) expect.fail(`${patroon} met ${wat} zegt iets in het Engels: ${/.{40}(Invalid input|expected|Too big|Too small|received|undefined|\[object).{40}/.exec(uit.tekst)?.[0]}`);
        verwerkt += 1;
      }
    };
    await metVelen([...plekken.values()].filter((p) => !einde(p)), knoeiAan, 6);
    // These would take the dossier away from under the others.
    await metVelen([...plekken.values()].filter(einde), knoeiAan, 1);
    expect(verwerkt).toBeGreaterThan(plekken.size * 20);
    expect([...uitkomsten.keys()]).toEqual(expect.arrayContaining([303, 422]));
    expect(({} as Record<string, unknown>)['vergiftigd']).toBeUndefined();
    expect(logregels.find((r) => r.includes('mislukt'))).toBeUndefined();
  }, 120_000);
});

describe('every address', () => {
  it('answers whatever stands behind its question mark', async () => {
    const namen = ['q', 'status', 'ernst', 'kanaal', 'onderdeel', 'pagina', 'naar', 'wie', 'van', 'tot', 'soort', 'id', 'uit', 'verlopen', 'bijlage', 'stap', 'tab', 'sorteer', '__proto__', 'constructor'];
    const waarden = ['%00', '%ff%fe', '%ed%a0%80', '-1', '1e309', '99999999999999999999', 'NaN', "'%20or%201=1--", '(((((', ':*%26!|', '%22%22%22', '%25', '_%25', '%E2%80%AE', 'a'.repeat(3_000), '[]', '%0d%0aX-Kwaad:%201', '<zzx>', '2026-99999999999', 'p2026-1', '9999-999999999'];
    // Pages with a search or filters get every name with every value; the others all names at once.
    const lijst = wegen.filter((w) => w.methode === 'GET').flatMap(({ pad }) => {
      const gevuld = delen(pad).length === 0 ? pad : pad.startsWith('/dossiers/:id') && delen(pad).length === 1 ? pad.replace(':id', doel.buitenom) : null;
      if (gevuld === null) return [];
      const zoekt = ['/dossiers', '/journaal', '/inrichting/medewerkers', '/wie-mag-wat', '/toegang'].includes(gevuld);
      return waarden.slice(0, zoekt ? undefined : 7).flatMap((w) => [`${gevuld}?${namen.map((n) => `${n}=${w}`).join('&')}`, ...(gevuld === '/dossiers' || gevuld === '/journaal' ? namen.map((n) => `${gevuld}?${n}=${w}`) : [])]);
    });
    expect(lijst.length).toBeGreaterThan(500);
    await metVelen(lijst, async (pad) => {
      const uit = await mensen[pad.startsWith('/journaal') ? 'fg' : pad.startsWith('/inrichting') ? 'beheerder' : 'adviseur'].haal(pad);
      if (uit.status >= 500) expect.fail(`${pad.slice(0, 120)} antwoordt ${uit.status}`);
      expect(uit.koppen.has('x-kwaad')).toBe(false);
    });
    expect(logregels.find((r) => r.includes('mislukt'))).toBeUndefined();
  }, 120_000);

  it('answers whatever stands in its headers', async () => {
    for (const koppen of [
      { cookie: '__Host-rd=; __Host-rd=%; rd-bericht=%E0%A4%A; a=b=c; =x' }, { cookie: `rd-bericht=${encodeURIComponent('<zzx>\u0000'.repeat(200))}` }, { cookie: 'rd-bericht=%00%ff' }, { accept: '*/*;q=x,,;;' }, { 'accept-language': 'xx-'.repeat(500) },
      { 'accept-encoding': 'br;q=0, gzip;q=1000' }, { 'user-agent': '\u00ff'.repeat(3_000) }, { 'x-forwarded-for': "'; drop table sessie; --" }, { range: 'bytes=0-0,1-1,-5' }, { 'if-none-match': '*' }, { 'if-modified-since': 'gisteren' }, { expect: 'iets' }, { 'content-length': '-1' }, { 'sec-fetch-site': '\u00e9' },
    ] as Record<string, string>[]) {
      for (const pad of ['/vandaag', '/aanmelden', '/demo', '/bestaat-niet']) {
        const uit = await mensen.adviseur.haal(pad, koppen);
        expect(uit.status, JSON.stringify(koppen).slice(0, 60)).toBeLessThan(500);
        expect(uit.tekst).not.toContain('<zzx>');
      }
    }
  });
});

describe('the web server', () => {
  /** Sends bytes and gives the status line; leaves the connection open when told so. */
  const ruw = (stukken: readonly string[], opties: { dicht?: boolean } = {}): Promise<string> => new Promise((klaar) => {
    const s = connect(web.poort, '127.0.0.1');
    let uit = '';
    s.setTimeout(3_000, () => s.destroy());
    s.on('data', (d) => { uit += d.toString('latin1'); if (uit.includes('\r\n\r\n')) s.destroy(); });
    s.on('error', () => s.destroy());
    s.on('close', () => klaar(uit.split('\r\n')[0] ?? ''));
    for (const stuk of stukken) s.write(stuk);
    if (opties.dicht) setTimeout(() => s.destroy(), 50);
  });
  const POST = 'POST /demo HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n';

  it('refuses heads and bodies that are too large, and goes on', async () => {
    expect(await ruw([`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Lang: ${'a'.repeat(20_000)}\r\n\r\n`])).toContain(' 431 ');
    expect(await ruw([`GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`])).toContain(' 431 ');
    expect(await ruw([`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n${Array.from({ length: 3_000 }, (_, i) => `a${i}: b\r\n`).join('')}\r\n`])).toMatch(/ 4\d\d | 303 /);
    expect(await ruw([`${POST}Content-Length: 999999999\r\n\r\nkaart=1`])).toContain(' 413 ');
    const deel = `10000\r\n${'a'.repeat(65_536)}\r\n`;
    expect(await ruw([`${POST}Transfer-Encoding: chunked\r\n\r\n`, ...Array.from({ length: 100 }, () => deel)])).toMatch(/ 413 |^$/);
    expect((await fetch(`http://127.0.0.1:${web.poort}/aanmelden`)).status).toBe(200);
  });

  it('answers others while hundreds of senders dawdle or leave halfway', async () => {
    const slomen = Array.from({ length: 300 }, (_, i) => {
      const s = connect(web.poort, '127.0.0.1');
      s.on('error', () => undefined);
      s.write(i % 3 === 0 ? 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-' : i % 3 === 1 ? `${POST}Content-Length: 1000\r\n\r\nkaart=` : `${POST}Transfer-Encoding: chunked\r\n\r\n5\r\nkaart\r\n`);
      return s;
    });
    const begin = performance.now();
    for (let i = 0; i < 10; i += 1) expect((await fetch(`http://127.0.0.1:${web.poort}/aanmelden`)).status).toBe(200);
    expect(performance.now() - begin).toBeLessThan(20_000);
    for (const s of slomen) s.destroy();
    await ruw([`${POST}Content-Length: 1000\r\n\r\nkaart=`], { dicht: true });
    expect((await fetch(`http://127.0.0.1:${web.poort}/aanmelden`)).status).toBe(200);
    // Someone who left is no failure of ours: no line that calls the operator.
    expect(logregels.find((r) => r.includes('mislukt'))).toBeUndefined();
  });
});
