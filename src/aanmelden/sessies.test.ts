import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { maakKlok, type Testklok } from '../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Testorganisatie } from '../../tests/hulp/organisatie.ts';
import { formulierOp, maakTestsite, type Testbrowser, type Testsite } from '../../tests/hulp/sessie.ts';
import { handeling } from '../platform/deuren/index.ts';
import { tekst } from '../kern/invoer.ts';
import { controleerDemo, ruimSessiesOp, type Demokaart } from './index.ts';

/** A page with a form, as rooms have them; what was sent lands in `verstuurd`. */
const verstuurd: string[] = [];
const proef = handeling({
  naam: 'melding.indienen',
  invoer: z.object({ woorden: tekst(), soort: z.unknown() }),
  voerUit: async ({ invoer }) => {
    verstuurd.push(invoer.woorden);
    return { resultaat: null };
  },
});

let td: TestDatabase;
let org: Testorganisatie;
let klok: Testklok;
let site: Testsite;
let kaarten: Demokaart[];

beforeAll(async () => {
  td = await maakTestDatabase();
  org = await maakOrganisatie(td.migratie, { naam: 'Gemeente Proefdam' });
  await td.migratie.updateTable('organisatie').set({ demo: true }).where('organisatie_id', '=', org.id).execute();
  const nummer = async (id: string) => (await td.migratie.selectFrom('medewerker').select('personeelsnummer').where('id', '=', id).executeTakeFirstOrThrow()).personeelsnummer;
  kaarten = [
    { slug: org.slug, personeelsnummer: await nummer(org.mens.samira), rol: 'Baliemedewerker', probeer: ['Meld een incident.'], naar: '/melden' },
    { slug: org.slug, personeelsnummer: await nummer(org.mens.adviseur), rol: 'Adviseur-VPD', probeer: ['Bekijk Vandaag.'] },
    { slug: 'bestaat-niet', personeelsnummer: 'P1', rol: 'Niemand', probeer: [] },
  ];
});
afterAll(() => td.opruimen());

beforeEach(async () => {
  await td.migratie.deleteFrom('onderbroken').execute();
  await td.migratie.deleteFrom('sessie').execute();
  klok = maakKlok();
  verstuurd.length = 0;
  site = maakTestsite(td.app, klok, { demo: { kaarten }, oidc: [], lokaal: [] }, {
    registreer({ site: s }) {
      s.pagina('/proef', async (v) => ({ titel: 'Proef', inhoud: `ik ben ${v.sessie.medewerker.naam}, rollen: ${v.sessie.actor.rollen.map((r) => r.rol).join()}.` }));
      s.formulier('/proef/formulier', {
        handeling: proef, laad: async () => null, klaar: () => ({ naar: '/klaar' }),
        toon: (_, stand) => ({ titel: 'Proef', inhoud: `woorden=[${String(stand.waarden.woorden)}] soort=[${String(stand.waarden.soort)}] hervat=${stand.hervat} csrf=${stand.csrf}.` }),
      });
    },
  });
});

async function alsSamira(browser: Testbrowser = site.browser()): Promise<Testbrowser> {
  expect(await browser.verstuur('/demo', { kaart: '0' })).toMatchObject({ status: 303, naar: '/melden' });
  return browser;
}
const binnen = async (b: Testbrowser): Promise<boolean> => (await b.haal('/proef')).status === 200;

describe('a session', () => {
  test('begins with one click in the demo and is known by a __Host- cookie only', async () => {
    const b = site.browser();
    expect(await b.haal('/proef')).toMatchObject({ status: 303, naar: '/aanmelden?naar=%2Fproef' });
    const antwoord = await b.verstuur('/demo', { kaart: '0', naar: '/proef' });
    expect(antwoord).toMatchObject({ status: 303, naar: '/proef' });
    const koek = antwoord.koppen.getSetCookie();
    expect(koek).toHaveLength(1);
    expect(koek[0]).toMatch(/^__Host-rd=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect((await b.haal('/proef')).tekst).toContain('ik ben Samira Haddad');
    const rij = await td.migratie.selectFrom('sessie').selectAll().where('medewerker_id', '=', org.mens.samira).orderBy('id', 'desc').executeTakeFirstOrThrow();
    expect(rij).toMatchObject({ methode: 'demo', toestel: 'Firefox op Linux' });
    expect(JSON.stringify(rij)).not.toContain(b.koekjes.get('__Host-rd'));
    const regel = await td.migratie.selectFrom('journaal').selectAll().where('organisatie_id', '=', org.id).orderBy('volgnr', 'desc').executeTakeFirstOrThrow();
    expect(regel).toMatchObject({ handeling: 'sessie.beginnen', actor: org.mens.samira, object_id: rij.id, resultaat: 'gelukt' });
  });

  test('ends after thirty minutes without a request, and not before', async () => {
    const b = await alsSamira();
    for (let i = 0; i < 5; i++) {
      klok.vooruit({ minutes: 29, seconds: 59 });
      expect(await binnen(b)).toBe(true);
    }
    klok.vooruit({ minutes: 30 });
    expect(await binnen(b)).toBe(false);
  });

  test('ends after twelve hours, however busy', async () => {
    const b = await alsSamira();
    for (let i = 0; i < 12 * 60 - 1; i += 20) {
      klok.vooruit({ minutes: 20 });
      expect(await binnen(b), `na ${i + 20} minuten`).toBe(i + 20 < 12 * 60);
    }
  });

  test('is written as seen once a minute at most', async () => {
    const b = await alsSamira();
    const stand = async () => (await sql<{ x: string }>`select xmin::text as x from sessie where medewerker_id = ${org.mens.samira} order by id desc limit 1`.execute(td.migratie)).rows[0]?.x;
    const begin = await stand();
    for (let i = 0; i < 5; i++) {
      klok.vooruit({ seconds: 10 });
      await binnen(b);
    }
    expect(await stand()).toBe(begin);
    klok.vooruit({ seconds: 10 });
    await binnen(b);
    expect(await stand()).not.toBe(begin);
  });

  test('stops counting at the next request when the colleague is no longer active, and withdrawn roles are gone at once', async () => {
    const b = site.browser();
    await b.verstuur('/demo', { kaart: '1' });
    expect((await b.haal('/proef')).tekst).toContain('rollen: adviseur.');
    await td.migratie.updateTable('roltoekenning').set({ ingetrokken_op: klok() }).where('medewerker_id', '=', org.mens.adviseur).execute();
    expect((await b.haal('/proef')).tekst).toContain('rollen: .');
    await td.migratie.updateTable('medewerker').set({ actief: false }).where('id', '=', org.mens.adviseur).execute();
    expect(await binnen(b)).toBe(false);
    await td.migratie.updateTable('medewerker').set({ actief: true }).where('id', '=', org.mens.adviseur).execute();
    expect(await binnen(b)).toBe(true);
  });

  test('gets a new token at every sign-in, and the old one is worth nothing', async () => {
    const b = await alsSamira();
    const oud = b.koekjes.get('__Host-rd') ?? '';
    await b.verstuur('/demo', { kaart: '1' });
    expect(b.koekjes.get('__Host-rd')).not.toBe(oud);
    const dief = site.browser();
    dief.koekjes.set('__Host-rd', oud);
    expect(await binnen(dief)).toBe(false);
  });

  test('is not begun by another site, nor as someone who has no card', async () => {
    expect((await site.browser().verstuur('/demo', { kaart: '0' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await site.browser().verstuur('/demo', { kaart: '2' })).status).toBe(404);
    expect((await site.browser().verstuur('/demo', { kaart: org.mens.karin })).status).toBe(404);
  });

  test('a made-up or broken cookie opens nothing', async () => {
    for (const waarde of ['', 'x', 'A'.repeat(43), 'é'.repeat(43), "' or 1=1 --"]) {
      const b = site.browser();
      b.koekjes.set('__Host-rd', waarde);
      expect(await binnen(b)).toBe(false);
    }
  });

  test('ends by signing out, which needs the token of the form', async () => {
    const b = await alsSamira();
    expect((await b.verstuur('/uitloggen', { _csrf: 'nee' })).status).toBe(403);
    expect(await binnen(b)).toBe(true);
    const oud = b.koekjes.get('__Host-rd') ?? '';
    const velden = formulierOp((await b.haal('/proef')).tekst, '/uitloggen');
    expect(await b.verstuur('/uitloggen', velden)).toMatchObject({ status: 303, naar: '/aanmelden?uit=1' });
    expect(b.koekjes.has('__Host-rd')).toBe(false);
    b.koekjes.set('__Host-rd', oud);
    expect(await binnen(b)).toBe(false);
    expect((await b.haal('/aanmelden?uit=1')).tekst).toContain('Je bent uitgelogd');
  });
});

describe('the cookie over plain http', () => {
  const opHttp = (demo: boolean) => maakTestsite(td.app, klok, { demo: demo ? { kaarten } : null, oidc: [], lokaal: [] }, { oorsprong: 'http://192.168.1.20:3000' });

  test('goes without Secure only in the demo, so that a phone in the same network can look', async () => {
    const b = opHttp(true).browser();
    const koek = (await b.verstuur('/demo', { kaart: '0' })).koppen.getSetCookie()[0];
    expect(koek).toMatch(/^rd=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await b.haal('/account')).status).toBe(200);
  });

  test('is never read without its prefix outside the demo', async () => {
    const b = await alsSamira();
    const echt = maakTestsite(td.app, klok, { demo: null, oidc: [], lokaal: [] }, { oorsprong: 'https://rugdekking.example' }).browser();
    echt.koekjes.set('rd', b.koekjes.get('__Host-rd') ?? '');
    expect((await echt.haal('/account')).status).toBe(303);
    echt.koekjes.set('__Host-rd', b.koekjes.get('__Host-rd') ?? '');
    expect((await echt.haal('/account')).status).toBe(200);
    expect((await opHttp(false).browser().haal('/aanmelden')).tekst).toContain('beveiligde verbinding');
  });

  test('the demo page does not exist outside the demo', async () => {
    const b = opHttp(false).browser();
    expect((await b.haal('/demo')).status).toBe(404);
    expect((await b.verstuur('/demo', { kaart: '0' })).status).toBe(404);
  });
});

describe('own sessions', () => {
  test('are listed, and one or all others can be ended', async () => {
    klok.vooruit({ hours: 24 });
    const hier = await alsSamira();
    const telefoon = await alsSamira(site.browser('Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile Safari/604.1'));
    const thuis = await alsSamira();
    const pagina = (await hier.haal('/account')).tekst;
    expect(pagina.match(/Firefox op Linux/g)?.length).toBeGreaterThanOrEqual(2);
    expect(pagina.match(/dit apparaat/g)).toHaveLength(1);
    const actie = [...pagina.matchAll(/action="(\/account\/sessies\/[0-9a-f-]{36}\/beeindigen)"[\s\S]*?<\/form>/g)].find(([html]) => html.includes('Safari op iPhone'))?.[1] ?? '';
    expect(await hier.verstuur(actie, formulierOp(pagina, actie))).toMatchObject({ status: 303, naar: '/account' });
    expect([await binnen(hier), await binnen(telefoon), await binnen(thuis)]).toEqual([true, false, true]);
    await hier.verstuur('/account/sessies/andere/beeindigen', formulierOp(pagina, '/account/sessies/andere/beeindigen'));
    expect([await binnen(hier), await binnen(thuis)]).toEqual([true, false]);
  });

  test('of someone else cannot be ended', async () => {
    const samira = await alsSamira();
    const adviseur = site.browser();
    await adviseur.verstuur('/demo', { kaart: '1' });
    const { id } = await td.migratie.selectFrom('sessie').select('id').where('medewerker_id', '=', org.mens.samira).orderBy('id', 'desc').executeTakeFirstOrThrow();
    const velden = formulierOp((await adviseur.haal('/account')).tekst, '/uitloggen');
    expect((await adviseur.verstuur(`/account/sessies/${id}/beeindigen`, velden)).status).toBe(404);
    expect(await binnen(samira)).toBe(true);
  });
});

describe('a form that was sent after the session had expired', () => {
  const invoer = { woorden: 'Hij riep: "Ik weet waar je woont"\nen <b>sloeg</b> & schopte 😱', soort: ['dreigen', 'fysiek'], versie: '3' };

  async function verlopenVerstuurd(): Promise<Testbrowser> {
    const b = await alsSamira();
    const csrf = /csrf=([^.]*)\./.exec((await b.haal('/proef/formulier')).tekst)?.[1] ?? '';
    klok.vooruit({ minutes: 31 });
    expect(await b.verstuur('/proef/formulier?stap=2', { ...invoer, _csrf: csrf })).toMatchObject({ status: 303, naar: '/aanmelden?naar=%2F&verlopen=1' });
    return b;
  }

  test('is back after signing in again, sent on only when the person says so', async () => {
    const b = await verlopenVerstuurd();
    expect((await b.haal('/aanmelden?verlopen=1')).tekst).toContain('wat je invulde staat daarna weer klaar');
    const { naar } = await b.verstuur('/demo', { kaart: '0' });
    expect(naar).toMatch(/^\/hervat\/[0-9a-f-]{36}$/);
    const pagina = (await b.haal(naar ?? '')).tekst;
    expect(pagina).toContain('Er is nog niets verstuurd');
    const velden = formulierOp(pagina, naar ?? '');
    expect(velden).toMatchObject({ ...invoer, _terug: 'ja' });
    const door = await b.verstuur(naar ?? '', velden);
    expect(door).toMatchObject({ status: 307, naar: '/proef/formulier?stap=2' });
    const formulier = await b.verstuur(door.naar ?? '', velden);
    expect(formulier.status).toBe(200);
    expect(formulier.tekst).toContain('soort=[dreigen,fysiek] hervat=true');
    expect(formulier.tekst).toContain('Ik weet waar je woont');
    expect(verstuurd).toEqual([]);
    expect((await td.migratie.selectFrom('onderbroken').select('velden').where('medewerker_id', '=', org.mens.samira).execute()).every((r) => r.velden === null)).toBe(true);
    // The answer got lost and the browser sends again: still on its way to the form.
    expect(await b.verstuur(naar ?? '', velden)).toMatchObject({ status: 307 });
    expect((await b.haal(naar ?? '')).status).toBe(404);
  });

  test('can be thrown away', async () => {
    const b = await verlopenVerstuurd();
    const { naar } = await b.verstuur('/demo', { kaart: '0' });
    const pagina = (await b.haal(naar ?? '')).tekst;
    expect(await b.verstuur(`${naar}/weggooien`, formulierOp(pagina, `${naar}/weggooien`))).toMatchObject({ status: 303, naar: '/' });
    expect((await b.haal(naar ?? '')).status).toBe(404);
    expect(await b.verstuur('/demo', { kaart: '0' })).toMatchObject({ naar: '/melden' });
  });

  test('is shown to nobody else', async () => {
    const b = await verlopenVerstuurd();
    expect(await b.verstuur('/demo', { kaart: '1' })).toMatchObject({ status: 303, naar: '/' });
    const { id } = await td.migratie.selectFrom('onderbroken').select('id').where('medewerker_id', '=', org.mens.samira).where('velden', 'is not', null).executeTakeFirstOrThrow();
    expect((await b.haal(`/hervat/${id}`)).status).toBe(404);
    const velden = formulierOp((await b.haal('/proef')).tekst, '/uitloggen');
    expect((await b.verstuur(`/hervat/${id}`, velden)).status).toBe(404);
  });

  test('is not kept for a stranger, for a session that was ended, from another site, or long after', async () => {
    const aantal = async () => (await td.migratie.selectFrom('onderbroken').select((e) => e.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
    const begin = await aantal();
    const vreemd = site.browser();
    vreemd.koekjes.set('__Host-rd', 'A'.repeat(43));
    await vreemd.verstuur('/proef/formulier', invoer);
    const uit = await alsSamira();
    const oud = uit.koekjes.get('__Host-rd') ?? '';
    await uit.verstuur('/uitloggen', formulierOp((await uit.haal('/proef')).tekst, '/uitloggen'));
    uit.koekjes.set('__Host-rd', oud);
    await uit.verstuur('/proef/formulier', invoer);
    const laat = await alsSamira();
    klok.vooruit({ minutes: 31 });
    expect((await laat.verstuur('/proef/formulier', invoer, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    // Saved in passing by a script, or on a page with passwords.
    await laat.verstuur('/proef/formulier', invoer, { accept: 'application/json' });
    await laat.verstuur('/account/sessies/andere/beeindigen', { huidig: 'geheim' });
    klok.vooruit({ hours: 12 });
    await laat.verstuur('/proef/formulier', invoer);
    expect(await aantal()).toBe(begin);
  });

  test('is kept five times at most, the newest, and survives NUL bytes and half characters', async () => {
    const b = await alsSamira();
    klok.vooruit({ hours: 1 });
    for (let i = 0; i < 8; i++) {
      klok.vooruit({ minutes: 1 });
      await b.verstuur('/proef/formulier', new URLSearchParams(`woorden=poging ${i}%00%ED%A0%80&a%00b=1`));
    }
    const rijen = await td.migratie.selectFrom('onderbroken').select('velden').where('medewerker_id', '=', org.mens.samira).where('velden', 'is not', null).orderBy('op').execute();
    expect(rijen.map((r) => String(r.velden?.woorden).slice(0, 8))).toEqual([3, 4, 5, 6, 7].map((n) => `poging ${n}`));
  });

  test('is gone after twelve hours, and sessions thirty days after their end', async () => {
    await verlopenVerstuurd();
    await ruimSessiesOp(td.app, klok().add({ hours: 12 }));
    expect(await td.migratie.selectFrom('onderbroken').select('id').where('op', '<=', klok()).execute()).toEqual([]);
    await ruimSessiesOp(td.app, klok().add({ hours: 24 * 29 }));
    expect(await td.migratie.selectFrom('sessie').select('id').execute()).not.toEqual([]);
    await ruimSessiesOp(td.app, klok().add({ hours: 24 * 40 }));
    expect(await td.migratie.selectFrom('sessie').select('id').execute()).toEqual([]);
  });
});

describe('the demo', () => {
  test('shows a card for every person that exists', async () => {
    const { status, tekst: html } = await site.browser().haal('/demo');
    expect(status).toBe(200);
    expect(html).toContain('Samira Haddad');
    expect(html).toContain('Adviseur-VPD');
    expect(html).not.toContain('Niemand');
  });

  const veilig = { omgeving: 'development', oidc: false, smtpHost: null };
  test('starts where only the demo organisation is', async () => {
    await expect(controleerDemo(veilig, td.app)).resolves.toBeUndefined();
    await expect(controleerDemo({ ...veilig, smtpHost: '127.0.0.1' }, td.app)).resolves.toBeUndefined();
  });

  test.each([
    [{ ...veilig, omgeving: 'production' }, 'NODE_ENV'],
    [{ ...veilig, oidc: true }, 'OpenID Connect'],
    [{ ...veilig, smtpHost: 'smtp.gemeente.example' }, 'mailserver'],
  ])('refuses a production configuration (%#)', async (verzoek, woord) => {
    await expect(controleerDemo(verzoek, td.app)).rejects.toThrow(woord);
  });

  test('refuses a database with an organisation that is not the demo', async () => {
    await maakOrganisatie(td.migratie, { naam: 'Gemeente Echt' });
    await expect(controleerDemo(veilig, td.app)).rejects.toThrow(/De demo start niet[\s\S]*een organisatie die niet van de demo is/);
  });
});
