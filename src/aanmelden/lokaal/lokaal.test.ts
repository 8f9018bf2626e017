import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakKlok, type Testklok } from '../../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { formulierOp, maakTestsite, type Antwoord, type Testbrowser, type Testsite } from '../../../tests/hulp/sessie.ts';
import { nodigUitAlsOperator, verzegelTotpOpnieuw } from '../index.ts';

const WACHTWOORD = 'vier losse fietsen zingen';
const ANDER = 'de molen draait op dinsdag';

let td: TestDatabase;
let org: Testorganisatie;
let klok: Testklok;
let site: Testsite;
const config = { demo: null, oidc: [], lokaal: [{ slug: 'dorp', passkeys: true, wachtwoorden: true }] };

beforeAll(async () => {
  td = await maakTestDatabase();
  org = await maakOrganisatie(td.migratie, { slug: 'dorp', naam: 'Gemeente Klein Dorp' });
});
afterAll(() => td.opruimen());
beforeEach(async () => {
  for (const tabel of ['bekend_toestel', 'herstelcode', 'passkey', 'uitnodiging', 'account', 'sessie'] as const) await td.migratie.deleteFrom(tabel).execute();
  await sql`delete from rem`.execute(td.migratie);
  klok = maakKlok();
  site = maakTestsite(td.app, klok, config, {
    registreer({ site: s }) {
      s.pagina('/proef', async (v) => ({ titel: 'Proef', inhoud: `ik ben ${v.sessie.medewerker.naam}` }));
    },
  });
});

interface Toegang {
  b: Testbrowser;
  email: string;
  totp: TOTP;
  codes: string[];
}
const code = (t: Toegang): string => t.totp.generate({ timestamp: klok().epochMilliseconds });
const adres = (wie: Mens): string => `${wie.toLowerCase()}@dorp.example`;
const binnen = async (b: Testbrowser): Promise<boolean> => (await b.haal('/proef')).status === 200;

async function uitgenodigd(wie: Mens): Promise<string> {
  const uit = await nodigUitAlsOperator(td.app, klok(), 'dorp', adres(wie));
  if (uit === null) throw new Error('niet gevonden');
  return uit.pad;
}
/** Sets up a password with an app, from the link to the recovery codes. */
async function stelIn(pad: string, wie: Mens, wachtwoord = WACHTWOORD, b = site.browser()): Promise<Toegang> {
  expect((await b.haal(pad)).tekst).toContain('Welkom');
  expect(await b.verstuur(pad, {})).toMatchObject({ status: 303, naar: '/toegang/dorp/instellen' });
  return rondInstellenAf(b, wie, wachtwoord);
}
async function rondInstellenAf(b: Testbrowser, wie: Mens, wachtwoord: string): Promise<Toegang> {
  const pagina = (await b.haal('/toegang/dorp/instellen')).tekst;
  const geheim = /<code>([A-Z2-7 ]+)<\/code>/.exec(pagina)?.[1]?.replaceAll(' ', '') ?? '';
  const totp = new TOTP({ secret: Secret.fromBase32(geheim), digits: 6, period: 30, algorithm: 'SHA1' });
  const klaar = await b.verstuur('/toegang/dorp/wachtwoord', { nieuw: wachtwoord, code: totp.generate({ timestamp: klok().epochMilliseconds }) });
  expect(klaar.status).toBe(200);
  const codes = [...klaar.tekst.matchAll(/<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})<\/code>/g)].map((m) => m[1] ?? '');
  expect(codes).toHaveLength(10);
  klok.vooruit({ seconds: 30 });
  return { b, email: adres(wie), totp, codes };
}
const inloggen = (b: Testbrowser, velden: { email: string; wachtwoord?: string; code: string }): Promise<Antwoord> => b.verstuur('/aanmelden/lokaal/dorp', { wachtwoord: WACHTWOORD, naar: '/proef', ...velden });
/** One refusal costs the time it takes on purpose; the clock of the rules does not move with it. */
const stil = (): void => void klok.vooruit({ seconds: 1 });

describe('setting up an account', () => {
  test('with a link that opens as often as one likes but works once, and lets the colleague in', async () => {
    const pad = await uitgenodigd('samira');
    for (let i = 0; i < 3; i++) expect((await site.browser().haal(pad)).status).toBe(200);
    const t = await stelIn(pad, 'samira');
    expect(await binnen(t.b)).toBe(true);
    expect((await site.browser().haal(pad)).status).toBe(404);
    expect((await site.browser().verstuur(pad, {})).status).toBe(404);
    expect((await t.b.haal('/toegang/dorp/instellen')).status).toBe(404);
    const rij = await td.migratie.selectFrom('account').selectAll().where('medewerker_id', '=', org.mens.samira).executeTakeFirstOrThrow();
    expect(rij.wachtwoord).toMatch(/^\$argon2id\$/);
    expect(rij.totp_geheim?.length).toBe(48);
    expect(rij.totp_geheim?.includes(Buffer.from(t.totp.secret.bytes))).toBe(false);
    const bewaard = JSON.stringify(await td.migratie.selectFrom('herstelcode').selectAll().execute());
    for (const c of t.codes) expect(bewaard).not.toContain(c);
  });

  test('is not possible with a link that is too old, replaced, made up, of another organisation, or of someone who left', async () => {
    const oud = await uitgenodigd('joost');
    klok.vooruit({ hours: 72 });
    expect((await site.browser().haal(oud)).status).toBe(404);
    const eerste = await uitgenodigd('joost');
    const tweede = await uitgenodigd('joost');
    expect((await site.browser().haal(eerste)).status).toBe(404);
    expect((await site.browser().haal(tweede)).status).toBe(200);
    expect((await site.browser().haal(`/toegang/dorp/${'A'.repeat(43)}`)).status).toBe(404);
    await td.migratie.updateTable('medewerker').set({ actief: false }).where('id', '=', org.mens.joost).execute();
    expect((await site.browser().haal(tweede)).status).toBe(404);
    await td.migratie.updateTable('medewerker').set({ actief: true }).where('id', '=', org.mens.joost).execute();
    expect(await nodigUitAlsOperator(td.app, klok(), 'dorp', 'niemand@dorp.example')).toBeNull();
    expect(await nodigUitAlsOperator(td.app, klok(), 'stad', adres('joost'))).toBeNull();
  });

  test('refuses a weak password and a wrong code at the field, and the link still works after that', async () => {
    const b = site.browser();
    const pad = await uitgenodigd('samira');
    await b.verstuur(pad, {});
    await b.haal('/toegang/dorp/instellen');
    const leeg = await b.verstuur('/toegang/dorp/wachtwoord', { nieuw: '', code: '' });
    expect(leeg.status).toBe(422);
    expect(leeg.tekst).toContain('href="#veld-nieuw"');
    const fout = await b.verstuur('/toegang/dorp/wachtwoord', { nieuw: WACHTWOORD, code: '000000' });
    expect(fout.tekst).toContain('Deze code klopt niet');
    expect(fout.tekst).not.toContain(WACHTWOORD);
    await stelIn(pad, 'samira', WACHTWOORD, b);
    expect(await binnen(b)).toBe(true);
    expect((await td.migratie.selectFrom('sessie').select('id').execute())).toHaveLength(1);
  });

  test('with another app secret than the page gave is not possible from another browser', async () => {
    expect((await site.browser().verstuur('/toegang/dorp/wachtwoord', { nieuw: WACHTWOORD, code: '123456' })).status).toBe(404);
  });
});

describe('the secret of an app with codes', () => {
  const [oud, nieuw] = [randomBytes(32), randomBytes(32)];
  const metSleutels = (...sleutels: [Buffer, ...Buffer[]]): Testbrowser => maakTestsite(td.app, klok, config, { sleutels, registreer: ({ site: s }) => void s.pagina('/proef', async () => ({ titel: 'Proef', inhoud: 'hier' })) }).browser();
  const rij = () => td.migratie.selectFrom('account').selectAll().where('medewerker_id', '=', org.mens.samira).executeTakeFirstOrThrow();
  const wacht = () => klok.vooruit({ seconds: 30 });

  test('that was kept in the clear still works, and is sealed when the worker starts', async () => {
    const t = await stelIn(await uitgenodigd('samira'), 'samira', WACHTWOORD, metSleutels(oud));
    await td.migratie.updateTable('account').set({ totp_geheim: Buffer.from(t.totp.secret.bytes) }).where('medewerker_id', '=', org.mens.samira).execute();
    expect((await inloggen(metSleutels(oud), { email: t.email, code: code(t) })).status).toBe(303);
    expect(await verzegelTotpOpnieuw(td.app, [oud])).toEqual({ verzegeld: 1, dicht: 0 });
    expect((await rij()).totp_geheim?.length).toBe(48);
    wacht();
    expect((await inloggen(metSleutels(oud), { email: t.email, code: code(t) })).status).toBe(303);
    expect(await verzegelTotpOpnieuw(td.app, [oud])).toEqual({ verzegeld: 0, dicht: 0 });
  });

  test('goes over to a new key while the old one is there, and opens without it after that', async () => {
    const t = await stelIn(await uitgenodigd('samira'), 'samira', WACHTWOORD, metSleutels(oud));
    expect((await inloggen(metSleutels(nieuw, oud), { email: t.email, code: code(t) })).status).toBe(303);
    expect(await verzegelTotpOpnieuw(td.app, [nieuw, oud])).toEqual({ verzegeld: 1, dicht: 0 });
    wacht();
    expect((await inloggen(metSleutels(nieuw), { email: t.email, code: code(t) })).status).toBe(303);
  });

  test('is of no use with another key or in the row of a colleague, and that is told', async () => {
    const t = await stelIn(await uitgenodigd('samira'), 'samira', WACHTWOORD, metSleutels(oud));
    expect((await inloggen(metSleutels(nieuw), { email: t.email, code: code(t) })).status).toBe(422);
    expect(await verzegelTotpOpnieuw(td.app, [nieuw])).toEqual({ verzegeld: 0, dicht: 1 });
    const j = await stelIn(await uitgenodigd('joost'), 'joost', WACHTWOORD, metSleutels(oud));
    await td.migratie.updateTable('account').set({ totp_geheim: (await rij()).totp_geheim }).where('medewerker_id', '=', org.mens.joost).execute();
    expect((await inloggen(metSleutels(oud), { email: j.email, code: code(t) })).status).toBe(422);
  });
});

describe('signing in with a password and a code', () => {
  test('works, once for each code, and remembers the browser', async () => {
    const t = await stelIn(await uitgenodigd('samira'), 'samira');
    const b = site.browser();
    const nu = code(t);
    expect(await inloggen(b, { email: ' Samira@Dorp.example ', code: nu })).toMatchObject({ status: 303, naar: '/proef' });
    expect(await binnen(b)).toBe(true);
    expect(b.koekjes.get('__Host-rd-toestel')).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect((await inloggen(site.browser(), { email: t.email, code: nu })).status).toBe(422);
    klok.vooruit({ seconds: 30 });
    expect((await inloggen(site.browser(), { email: t.email, code: nu })).status).toBe(422);
    expect((await inloggen(site.browser(), { email: t.email, code: code(t) })).status).toBe(303);
    const methoden = await td.migratie.selectFrom('sessie').select('methode').distinct().execute();
    expect(methoden).toEqual([{ methode: 'wachtwoord' }]);
  });

  test('with the same code at the same time lets one in', async () => {
    const t = await stelIn(await uitgenodigd('samira'), 'samira');
    const uit = await Promise.all([1, 2, 3].map(() => inloggen(site.browser(), { email: t.email, code: code(t) })));
    expect(uit.map((a) => a.status).toSorted()).toEqual([303, 422, 422]);
  });

  test('answers the same, after the same time, whatever is wrong, and never says which', async () => {
    const t = await stelIn(await uitgenodigd('samira'), 'samira');
    await td.migratie.updateTable('medewerker').set({ actief: false }).where('id', '=', org.mens.milan).execute();
    const geweigerd = () => td.migratie.selectFrom('journaal').select('actor').where('handeling', '=', 'sessie.beginnen').where('resultaat', '=', 'geweigerd').execute();
    const begin = (await geweigerd()).length;
    const antwoorden: { tekst: string; status: number; ms: number }[] = [];
    for (const velden of [
      { email: t.email, wachtwoord: 'niet dit wachtwoord', code: code(t) }, { email: t.email, code: '000000' }, { email: 'bestaat-niet@dorp.example', code: '000000' },
      { email: adres('karin'), code: '000000' }, { email: adres('milan'), code: '000000' }, { email: "x' or 1=1 --", code: '000000' },
    ]) {
      const b = site.browser();
      const toen = performance.now();
      const { tekst, status } = await inloggen(b, velden);
      antwoorden.push({ tekst: tekst.replaceAll(/value="[^"]*"/g, ''), status, ms: performance.now() - toen });
      expect(await binnen(b)).toBe(false);
      stil();
    }
    expect(new Set(antwoorden.map((a) => a.tekst)).size).toBe(1);
    expect(antwoorden.map((a) => a.status)).toEqual(antwoorden.map(() => 422));
    // Each waits for the same floor, which is far above what the work takes.
    expect(Math.min(...antwoorden.map((a) => a.ms))).toBeGreaterThan(590);
    expect((await geweigerd()).slice(begin)).toEqual([{ actor: org.mens.samira }, { actor: org.mens.samira }]);
  });

  test('says until when to wait after too many mistakes, and lets nobody in meanwhile, not even with what is right', async () => {
    const t = await stelIn(await uitgenodigd('samira'), 'samira');
    for (let i = 0; i < 6; i++) await inloggen(site.browser(), { email: t.email, code: '000000' });
    const wacht = await inloggen(site.browser(), { email: t.email, code: code(t) });
    expect(wacht.status).toBe(429);
    expect(wacht.tekst).toMatch(/Probeer het na \d\d\.\d\d uur opnieuw/);
    // In her own browser, and after the wait, it works.
    expect((await inloggen(t.b, { email: t.email, code: code(t) })).status).toBe(429);
    klok.vooruit({ seconds: 30 });
    expect((await inloggen(t.b, { email: t.email, code: code(t) })).status).toBe(303);
    for (let i = 0; i < 6; i++) await inloggen(site.browser(), { email: t.email, code: '000000' });
    expect((await inloggen(t.b, { email: t.email, code: t.totp.generate({ timestamp: klok().add({ seconds: 30 }).epochMilliseconds }) })).status).toBe(303);
  });

  test('is refused from another site, and asks for all three fields', async () => {
    expect((await site.browser().verstuur('/aanmelden/lokaal/dorp', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const { status, tekst } = await site.browser().verstuur('/aanmelden/lokaal/dorp', {});
    expect(status).toBe(422);
    for (const veld of ['email', 'wachtwoord', 'code']) expect(tekst).toContain(`href="#veld-${veld}"`);
  });
});

describe('whoever lost something', () => {
  const herstel = (b: Testbrowser, velden: Record<string, string>): Promise<Antwoord> => b.verstuur('/aanmelden/lokaal/dorp/herstel', velden);

  test('the telephone: a recovery code and the password; the password: a recovery code and a code of the app', async () => {
    const t = await stelIn(await uitgenodigd('samira'), 'samira');
    const elders = site.browser();
    await inloggen(elders, { email: t.email, code: code(t) });
    const b = site.browser();
    expect(await herstel(b, { email: t.email, herstelcode: (t.codes[0] ?? '').toUpperCase().replaceAll('-', ' '), bewijs: WACHTWOORD })).toMatchObject({ status: 303, naar: '/toegang/dorp/instellen' });
    const nieuw = await rondInstellenAf(b, 'samira', ANDER);
    expect(await binnen(elders)).toBe(false);
    expect((await inloggen(site.browser(), { email: t.email, code: code(t) })).status).toBe(422);
    expect((await inloggen(site.browser(), { email: t.email, wachtwoord: ANDER, code: code(nieuw) })).status).toBe(303);
    klok.vooruit({ seconds: 30 });
    // All old codes went with the old set, also the unused ones.
    expect((await herstel(site.browser(), { email: t.email, herstelcode: t.codes[1] ?? '', bewijs: ANDER })).status).toBe(422);
    expect((await herstel(site.browser(), { email: t.email, herstelcode: nieuw.codes[1] ?? '', bewijs: code(nieuw) })).status).toBe(303);
    expect((await herstel(site.browser(), { email: t.email, herstelcode: nieuw.codes[1] ?? '', bewijs: ANDER })).status).toBe(422);
  });

  test('cannot come back with only one of the two, or with the code of someone else', async () => {
    const t = await stelIn(await uitgenodigd('samira'), 'samira');
    const ander = await stelIn(await uitgenodigd('karin'), 'karin');
    for (const velden of [
      { email: t.email, herstelcode: t.codes[0] ?? '', bewijs: '' }, { email: t.email, herstelcode: t.codes[0] ?? '', bewijs: '000000' }, { email: t.email, herstelcode: 'abcd-efgh-jkmn-pqrs', bewijs: WACHTWOORD },
      { email: t.email, herstelcode: ander.codes[0] ?? '', bewijs: WACHTWOORD }, { email: 'niemand@dorp.example', herstelcode: t.codes[0] ?? '', bewijs: WACHTWOORD },
    ]) {
      const b = site.browser();
      expect((await herstel(b, velden)).status).toBe(422);
      expect(b.koekjes.has('__Host-rd-toegang')).toBe(false);
    }
    // A refused attempt used no code up.
    expect((await herstel(site.browser(), { email: t.email, herstelcode: t.codes[0] ?? '', bewijs: WACHTWOORD })).status).toBe(303);
  });

  test('has half an hour to set up again', async () => {
    const t = await stelIn(await uitgenodigd('samira'), 'samira');
    const b = site.browser();
    await herstel(b, { email: t.email, herstelcode: t.codes[0] ?? '', bewijs: WACHTWOORD });
    klok.vooruit({ minutes: 30 });
    expect((await b.haal('/toegang/dorp/instellen')).status).toBe(404);
  });

  test('everything: a beheerder and a second person give a new link, and nothing of the old account is left', async () => {
    const [t, bas, noor] = [await stelIn(await uitgenodigd('samira'), 'samira'), await stelIn(await uitgenodigd('beheerder'), 'beheerder'), await stelIn(await uitgenodigd('adviseur'), 'adviseur')];
    const vraag = (b: Testbrowser, wie: string): Promise<Antwoord> => b.haal('/toegang').then(({ tekst }) => b.verstuur('/toegang', { ...formulierOp(tekst, '/toegang'), wie }));
    const gemaakt = await vraag(bas.b, t.email);
    expect(gemaakt.tekst).toContain('Een tweede persoon moet dit bevestigen');
    const pad = /(\/toegang\/dorp\/[A-Za-z0-9_-]{43})/.exec(gemaakt.tekst)?.[1] ?? '';
    const slachtoffer = await site.browser().haal(pad);
    expect(slachtoffer.status).toBe(403);
    expect(slachtoffer.tekst).toContain('tweede persoon');
    // Not by the one who made it, not by whom it is about.
    const lijst = (await noor.b.haal('/toegang')).tekst;
    const actie = /action="(\/toegang\/[0-9a-f-]{36}\/bevestigen)"/.exec(lijst)?.[1] ?? '';
    expect((await bas.b.haal('/toegang')).tekst).not.toContain(actie);
    const eigen = formulierOp((await bas.b.haal('/proef')).tekst, '/uitloggen');
    expect((await bas.b.verstuur(actie, eigen)).status).toBe(404);
    expect((await t.b.verstuur(actie, formulierOp((await t.b.haal('/proef')).tekst, '/uitloggen'))).status).toBe(404);
    expect(await noor.b.verstuur(actie, formulierOp(lijst, actie))).toMatchObject({ status: 303, naar: '/toegang' });
    expect(await binnen(t.b)).toBe(true);
    const nieuw = await stelIn(pad, 'samira', ANDER);
    expect(await binnen(t.b)).toBe(false);
    expect(await binnen(nieuw.b)).toBe(true);
    const regels = await td.migratie.selectFrom('journaal').select(['actor', 'handeling']).where('handeling', 'in', ['account.uitnodigen', 'account.bevestigen', 'account.instellen']).where('resultaat', '=', 'gelukt').orderBy('volgnr', 'desc').limit(3).execute();
    expect(regels).toEqual([
      { actor: org.mens.samira, handeling: 'account.instellen' }, { actor: org.mens.adviseur, handeling: 'account.bevestigen' }, { actor: org.mens.beheerder, handeling: 'account.uitnodigen' },
    ]);
  });

  test('never gets a link from oneself, from who may not, or into the closed compartment from outside it', async () => {
    const [bas, noor, geert] = [await stelIn(await uitgenodigd('beheerder'), 'beheerder'), await stelIn(await uitgenodigd('adviseur'), 'adviseur'), await stelIn(await uitgenodigd('griffier'), 'griffier')];
    const vraag = async (t: Toegang, wie: string): Promise<number> => {
      const csrf = formulierOp((await t.b.haal('/proef')).tekst, '/uitloggen');
      return (await t.b.verstuur('/toegang', { ...csrf, wie })).status;
    };
    expect(await vraag(bas, bas.email)).toBe(422);
    expect(await vraag(bas, adres('raadslid'))).toBe(422);
    expect(await vraag(bas, adres('griffier'))).toBe(422);
    expect(await vraag(bas, adres('adviseurPolitiek'))).toBe(422);
    expect(await vraag(bas, 'niemand@dorp.example')).toBe(422);
    expect(await vraag(geert, adres('samira'))).toBe(422);
    expect(await vraag(noor, adres('samira'))).toBe(404);
    expect(await vraag(bas, adres('samira'))).toBe(200);
    expect(await vraag(geert, adres('raadslid'))).toBe(200);
    // Of the people of the closed compartment the others do not even see that they wait.
    await stelIn(await uitgenodigd('raadslid'), 'raadslid');
    expect(await vraag(geert, adres('raadslid'))).toBe(200);
    expect((await bas.b.haal('/toegang')).tekst).not.toContain('Rosa Demir');
  });
});

describe('one’s own account', () => {
  test('shows how one signs in, and lets the password be changed with the old one and a code', async () => {
    const t = await stelIn(await uitgenodigd('samira'), 'samira');
    const elders = site.browser();
    await inloggen(elders, { email: t.email, code: code(t) });
    klok.vooruit({ seconds: 30 });
    expect((await t.b.haal('/account')).tekst).toContain('Je hebt er nog 10 over');
    const wijzig = async (velden: Record<string, string>): Promise<Antwoord> => t.b.verstuur('/account/wachtwoord', { ...formulierOp((await t.b.haal('/account/wachtwoord')).tekst, '/account/wachtwoord'), ...velden });
    expect((await wijzig({ huidig: 'niet dit', code: code(t), nieuw: ANDER })).tekst).toContain('href="#veld-huidig"');
    expect((await wijzig({ huidig: WACHTWOORD, code: '000000', nieuw: ANDER })).tekst).toContain('href="#veld-code"');
    const zwak = await wijzig({ huidig: WACHTWOORD, code: code(t), nieuw: 'samirahaddad12' });
    expect(zwak.status).toBe(422);
    expect(zwak.tekst).not.toContain('samirahaddad12');
    // The refused attempt took its code back with it.
    expect(await wijzig({ huidig: WACHTWOORD, code: code(t), nieuw: ANDER })).toMatchObject({ status: 303, naar: '/account' });
    expect([await binnen(t.b), await binnen(elders)]).toEqual([true, false]);
    const inhoud = JSON.stringify([await td.migratie.selectFrom('journaal_inhoud').select('inhoud').execute(), await td.migratie.selectFrom('idempotentie').selectAll().execute()]);
    for (const geheim of [WACHTWOORD, ANDER, ...t.codes]) expect(inhoud).not.toContain(geheim);
  });

  test('brakes who guesses at the password in a session that was left open, and lets the owner in from elsewhere', async () => {
    const t = await stelIn(await uitgenodigd('samira'), 'samira');
    const b = site.browser();
    await inloggen(b, { email: t.email, code: code(t) });
    klok.vooruit({ seconds: 30 });
    const gokken = async (): Promise<number> => (await td.migratie.selectFrom('journaal').select('volgnr').where('handeling', '=', 'account.beveiligen').where('resultaat', '=', 'mislukt').execute()).length;
    const eerder = await gokken();
    const wijzig = async (wie: Testbrowser, velden: Record<string, string>): Promise<Antwoord> => wie.verstuur('/account/wachtwoord', { ...formulierOp((await wie.haal('/account/wachtwoord')).tekst, '/account/wachtwoord'), nieuw: ANDER, ...velden });
    for (let i = 0; i < 6; i += 1) expect((await wijzig(t.b, { huidig: `gok ${i}`, code: '000000' })).tekst).toContain('Dit is niet je huidige wachtwoord.');
    const geremd = await wijzig(t.b, { huidig: WACHTWOORD, code: code(t) });
    expect([geremd.status, geremd.tekst.includes('Dit is te vaak misgegaan.'), geremd.tekst.includes(WACHTWOORD)]).toEqual([422, true, false]);
    // His own sign-in elsewhere is another session: there he changes it at once, and the one who guessed is out.
    expect(await wijzig(b, { huidig: WACHTWOORD, code: code(t) })).toMatchObject({ status: 303, naar: '/account' });
    expect([await binnen(b), await binnen(t.b)]).toEqual([true, false]);
    expect((await gokken()) - eerder).toBe(6);
  });

  test('gives new recovery codes only in a session that began a short time ago', async () => {
    const t = await stelIn(await uitgenodigd('samira'), 'samira');
    const nieuw = async (): Promise<Antwoord> => t.b.verstuur('/account/herstelcodes', formulierOp((await t.b.haal('/account')).tekst, '/account/herstelcodes'));
    const eerste = await nieuw();
    expect(eerste.tekst.match(/<code>[a-z2-9-]{19}<\/code>/g)).toHaveLength(10);
    expect(eerste.tekst).not.toContain(t.codes[0]);
    klok.vooruit({ minutes: 16 });
    const laat = await nieuw();
    expect(laat.status).toBe(403);
    expect(laat.tekst).toContain('Log hiervoor opnieuw in');
  });

  test('has none of this where the organisation keeps no accounts', async () => {
    const t = await stelIn(await uitgenodigd('beheerder'), 'beheerder');
    const zonder = maakTestsite(td.app, klok, { demo: null, oidc: [], lokaal: [{ slug: 'elders', passkeys: true, wachtwoorden: true }] }).browser();
    zonder.koekjes.set('__Host-rd', t.b.koekjes.get('__Host-rd') ?? '');
    expect((await zonder.haal('/account')).tekst).not.toContain('Herstelcodes');
    for (const pad of ['/account/wachtwoord', '/toegang', '/aanmelden/lokaal/dorp', '/aanmelden/lokaal/elders']) expect((await zonder.haal(pad)).status, pad).toBe(404);
    const velden = formulierOp((await zonder.haal('/account')).tekst, '/uitloggen');
    for (const pad of ['/account/herstelcodes', '/account/passkeys', '/account/passkeys/opties', '/toegang']) expect((await zonder.verstuur(pad, velden)).status, pad).toBe(404);
  });
});
