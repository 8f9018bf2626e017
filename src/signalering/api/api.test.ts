import { execFileSync } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakOrganisatie, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { nieuwId, type Id } from '../../kern/ids.ts';
import { beveiligingskoppen } from '../../platform/http/beveiliging.ts';
import { maakLogboek } from '../../platform/logboek/index.ts';
import { fout } from '../../kern/fouten/index.ts';
import { maakKoppeling, maakWebhookInstellen, nieuwGeheim, trekKoppelingIn } from '../handelingen/koppeling.ts';
import { maakSignaalhandelingen } from '../handelingen/signaal.ts';
import { proefmiddelen } from '../proefmiddelen.ts';
import { handelGebruikAf } from '../handelingen/gebruik.ts';
import { gebruikLezen } from '../vragen/gebruik.ts';
import { koppelingnamen } from '../vragen/koppeling.ts';
import { bezwaarTegen, isOpenbaarAdres } from '../regels/netwerk.ts';
import { stuur, webhooktaak, type Uitgang } from '../webhook/bezorgen.ts';
import { nieuweSleutel, ontzegel, verzegel } from '../webhook/geheim.ts';
import { registreerApi } from './routes.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let app: Hono;
let sleutel: string;
let koppeling: Id;
const m = proefmiddelen();
const { maakSignaal, trekIn } = maakSignaalhandelingen(m);

beforeAll(async () => {
  database = await maakTestDatabase();
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  org = await maakOrganisatie(database.migratie);
  deuren = maakTestdeuren(database.app, maakKlok());
  m.personen.bekend.clear();
  app = new Hono({ strict: true });
  app.use(beveiligingskoppen);
  let vreemden = 0;
  registreerApi(app, {
    db: database.app, deuren, logboek: maakLogboek({ niveau: 'silent' }), signalering: m, ip: () => '192.0.2.1', verzoekId: () => 'proef', oorsprong: () => 'https://rugdekking.example',
    begrens: async () => { vreemden += 1; if (vreemden > 20) throw fout('te-vaak'); },
  });
  ({ sleutel, koppeling } = await nieuweKoppeling());
});

async function nieuweKoppeling(over: Record<string, unknown> = {}): Promise<{ sleutel: string; koppeling: Id }> {
  const s = nieuweSleutel();
  const { id } = await deuren.voer(maakKoppeling, { naam: 'Zaaksysteem', doelen: ['huisbezoek'], compartiment: 'ambtelijk', dagen: '90', per_minuut: '60', hash: s.hash, begin: s.begin, ...over }, await deuren.als(org.id, org.mens.beheerder));
  return { sleutel: s.sleutel, koppeling: id };
}

async function signaal(): Promise<Id> {
  const [id, betrokkene] = [nieuwId(), nieuwId()];
  const nu = deuren.nu();
  await database.migratie.insertInto('dossier').values({
    organisatie_id: org.id, id, jaar: 2026, volgnr: 1, compartiment: 'ambtelijk', status: 'in_behandeling', route: 'leidinggevende', titel: 'Dreiging', ernst: 'ernstig', ernst_uitleg: '', ernst_reden: null, kanaal: 'balie', voorval_op: nu, voorval_precies: 'dag', locatie_id: null,
    onderdeel_id: org.onderdeel.BZ ?? '', aanspreekpunt_id: null, gemeld_op: nu, gesloten_op: null, gesloten_reden: null, samengevoegd_in: null,
  }).execute();
  await database.migratie.insertInto('betrokkene').values({ organisatie_id: org.id, id: betrokkene, dossier_id: id, rol: 'veroorzaker', soort: 'bekend', medewerker_id: null, naam: 'Jan Jansen', toegevoegd_op: nu, vervallen_op: null }).execute();
  m.personen.bekend.set(betrokkene, { naam: 'Jan Jansen', geboren: '1984-03-07', woont: { postcode: '1234AB', huisnummer: 12, toevoeging: '' } });
  const uit = await deuren.voer(maakSignaal, { id, waarop: 'persoon', betrokkene, grond: 'incident', reden: 'bedreiging', instructies: ['met_zijn_tweeen'], toelichting: '', einddatum: '23-05-2027', herzien_op: '23-02-2027', burger: 'inlichten' }, await deuren.als(org.id, org.mens.adviseur));
  return uit.signaal;
}

const VRAAG = { doel: 'huisbezoek', persoon: { naam: 'Jan Jansen', geboortedatum: '1984-03-07' } };
async function vraag(lichaam: unknown, koppen: Record<string, string> = {}, pad = '/api/v1/controles') {
  const uit = await app.request(pad, { method: 'POST', body: typeof lichaam === 'string' ? lichaam : JSON.stringify(lichaam), headers: { 'content-type': 'application/json', authorization: `Bearer ${sleutel}`, ...koppen } });
  return { status: uit.status, koppen: uit.headers, json: (await uit.json().catch(() => null)) as Record<string, unknown> & { errors?: { location: string; detail: string }[] } };
}

describe('the API', () => {
  it('answers with a light, what to do and opaque ids, and nothing of the person', async () => {
    const id = await signaal();
    const uit = await vraag({ ...VRAAG, adres: { postcode: '1234AB', huisnummer: 12 } });
    expect(uit.status).toBe(201);
    expect(uit.json).toEqual({
      id: expect.any(String) as unknown, moment: '2026-11-23T13:10:00Z', uitkomst: 'geel',
      persoon: { uitkomst: 'geel', instructies: ['met_zijn_tweeen'], toelichtingen: [], signalen: [id], zelfdePand: false }, adres: { uitkomst: 'geel', instructies: ['met_zijn_tweeen'], toelichtingen: [], signalen: [id], zelfdePand: false },
    });
    expect(JSON.stringify(uit.json)).not.toMatch(/Jansen|1984|Dreiging|bedreiging|1234/);
    const rij = await database.migratie.selectFrom('controle').select(['koppeling_id', 'medewerker_id', 'doel']).where('organisatie_id', '=', org.id).execute();
    expect(rij).toEqual([{ koppeling_id: koppeling, medewerker_id: null, doel: 'huisbezoek' }]);
    const regel = await database.migratie.selectFrom('journaal').select(['actor', 'handeling', 'resultaat']).where('organisatie_id', '=', org.id).where('handeling', '=', 'controle.doen').execute();
    expect(regel).toEqual([{ actor: koppeling, handeling: 'controle.doen', resultaat: 'gelukt' }]);
    expect(await database.migratie.transaction().execute((trx) => koppelingnamen({ trx, organisatieId: org.id }, [koppeling]))).toEqual(new Map([[koppeling, 'Zaaksysteem (systeem)']]));
  });

  it('says what it cannot decide, and that there is nothing', async () => {
    await signaal();
    expect((await vraag({ doel: 'huisbezoek', persoon: { naam: 'Jan Jansen' } })).json).toMatchObject({ uitkomst: 'niet_te_bepalen', persoon: { vraagOm: 'geboortedatum', signalen: [] } });
    expect((await vraag({ doel: 'huisbezoek', persoon: { naam: 'Piet Pieters', geboortedatum: '1990-01-01' } })).json).toMatchObject({ uitkomst: 'groen' });
  });

  it('describes itself without a key, for every origin, at the address the rules give it', async () => {
    const uit = await app.request('/api/v1/openapi.json');
    const doc = (await uit.json()) as { openapi: string; servers: { url: string }[]; info: { version: string }; paths: Record<string, unknown> };
    expect([uit.status, uit.headers.get('access-control-allow-origin'), uit.headers.get('api-version')]).toEqual([200, '*', '1.0.0']);
    expect([doc.openapi, doc.servers[0]?.url, doc.info.version, Object.keys(doc.paths)]).toEqual(['3.0.3', 'https://rugdekking.example/api/v1', '1.0.0', ['/controles']]);
    // Kebab-case paths, camelCase names, no verb in a path, nothing of a person in one.
    for (const pad of Object.keys(doc.paths)) expect(pad).toMatch(/^(\/[a-z]+(-[a-z]+)*)+$/);
    const namen: string[] = [];
    JSON.stringify(doc, (k, w: unknown) => { if (k === 'properties' && typeof w === 'object' && w !== null) namen.push(...Object.keys(w)); return w; });
    expect(namen.length).toBeGreaterThan(15);
    for (const n of namen) expect(n).toMatch(/^[a-z][a-zA-Z0-9]*$/);
  });

  it('has the headers of the rules on every answer, and no other answer to a slash at the end', async () => {
    for (const uit of [await vraag(VRAAG), await vraag('{'), await vraag(VRAAG, { authorization: '' })]) {
      expect(uit.koppen.get('api-version')).toBe('1.0.0');
      expect([uit.koppen.get('cache-control'), uit.koppen.get('x-content-type-options'), uit.koppen.get('x-frame-options'), uit.koppen.get('access-control-allow-origin')]).toEqual(['no-store', 'nosniff', 'DENY', null]);
      expect(uit.koppen.get('strict-transport-security')).toMatch(/max-age=31536000/);
      expect(uit.koppen.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
    expect((await app.request('/api/v1/controles/', { method: 'POST' })).status).toBe(404);
    expect((await app.request('/api/v1/openapi.json/')).status).toBe(404);
  });

  it.each([
    ['no JSON', '{', ['']], ['no UTF-8', '\ud800{', ['']], ['nothing', '{}', ['doel']], ['a list', '[]', ['']], ['null', 'null', ['']],
    ['several faults at once', { doel: 'x', persoon: { naam: 'J', geboortedatum: '7-3-1984' }, adres: { postcode: 1, huisnummer: 'twaalf' } }, ['doel', 'persoon.naam', 'persoon.geboortedatum', 'adres.postcode', 'adres.huisnummer']],
    ['a field that does not exist', { ...VRAAG, persoon: { ...VRAAG.persoon, bsn: '123456782' } }, ['persoon']], ['neither person nor address', { doel: 'huisbezoek' }, ['persoon.naam']], ['31 February', { doel: 'huisbezoek', persoon: { naam: 'Jan Jansen', geboortedatum: '1984-02-31' } }, ['persoon.geboortedatum']],
    ['a wildcard', { doel: 'huisbezoek', persoon: { naam: '%%' } }, ['persoon.naam']], ['a prototype', '{"__proto__":{"doel":"huisbezoek"},"doel":"huisbezoek","persoon":{"naam":"Jan Jansen","constructor":1}}', ['persoon', '']],
  ])('answers %s with 400 and all that is wrong, without what was sent', async (_, lichaam, plaatsen) => {
    const uit = await vraag(lichaam);
    expect([uit.status, uit.koppen.get('content-type')]).toEqual([400, 'application/problem+json']);
    expect(uit.json).toMatchObject({ status: 400, type: 'urn:rugdekking:fout:invoer.ongeldig', title: expect.any(String) as unknown, detail: expect.any(String) as unknown });
    expect(uit.json.errors?.map((e) => e.location)).toEqual(plaatsen);
    expect(JSON.stringify(uit.json)).not.toMatch(/123456782|Jansen|twaalf/);
  });

  it('refuses another kind of message, a large one, and another kind of answer', async () => {
    expect((await vraag(VRAAG, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await vraag('doel=huisbezoek', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await vraag(`{"doel":"${'a'.repeat(20_000)}"}`)).status).toBe(413);
    expect((await vraag(VRAAG, { accept: 'text/html' })).status).toBe(406);
  });

  it('opens for its own key alone: not for none, another, an old, an expired or a withdrawn one', async () => {
    await signaal();
    for (const kop of ['', 'Bearer', 'Bearer ', `Bearer ${sleutel}x`, `Bearer ${sleutel.slice(0, -1)}`, `bearer ${sleutel}`, `Basic ${sleutel}`, `Bearer rdk_${randomBytes(32).toString('base64url')}`, `Bearer ${sleutel} ${sleutel}`]) {
      const uit = await vraag(VRAAG, { authorization: kop });
      expect([uit.status, uit.koppen.get('www-authenticate')], kop.slice(0, 12)).toEqual([401, 'Bearer realm="Rugdekking"']);
    }
    deuren.klok.vooruit({ hours: 24 * 90 });
    expect((await vraag(VRAAG)).status).toBe(401);
    ({ sleutel, koppeling } = await nieuweKoppeling());
    expect((await vraag(VRAAG)).status).toBe(201);
    await deuren.voer(trekKoppelingIn, { id: koppeling }, await deuren.als(org.id, org.mens.beheerder));
    expect((await vraag(VRAAG)).status).toBe(401);
  });

  it('keeps no key, only its hash', async () => {
    const alles = JSON.stringify(await database.migratie.selectFrom('systeemkoppeling').selectAll().where('id', '=', koppeling).execute());
    expect(alles).not.toContain(sleutel.slice(12));
  });

  it('asks for a purpose the key is for, and belongs to one organisation and compartment', async () => {
    await signaal();
    expect((await vraag({ ...VRAAG, doel: 'balie' })).status).toBe(403);
    const ander = await maakOrganisatie(database.migratie);
    org = ander;
    ({ sleutel } = await nieuweKoppeling());
    expect((await vraag(VRAAG)).json).toMatchObject({ uitkomst: 'groen' });
  });

  it('is limited per key and says when to come back; guessing keys is limited too', async () => {
    ({ sleutel } = await nieuweKoppeling({ per_minuut: '3' }));
    const standen = [];
    for (let i = 0; i < 4; i += 1) standen.push((await vraag(VRAAG)).status);
    expect(standen).toEqual([201, 201, 201, 429]);
    expect(Number((await vraag(VRAAG)).koppen.get('retry-after'))).toBeGreaterThan(0);
    const gok = [];
    for (let i = 0; i < 25; i += 1) gok.push((await vraag(VRAAG, { authorization: `Bearer rdk_${randomBytes(32).toString('base64url')}` })).status);
    expect(gok.at(-1)).toBe(429);
  });

  it('is limited over all processes: what one of them counted, the other knows, exactly so many at once, and a minute later it is over', async () => {
    ({ sleutel, koppeling } = await nieuweKoppeling({ per_minuut: '5' }));
    const ander = new Hono({ strict: true });
    registreerApi(ander, { db: database.app, deuren, logboek: maakLogboek({ niveau: 'silent' }), signalering: m, ip: () => '192.0.2.2', verzoekId: () => 'proef', oorsprong: () => 'https://rugdekking.example', begrens: async () => undefined });
    const samen = await Promise.all(Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? app : ander).request('/api/v1/controles', { method: 'POST', body: JSON.stringify(VRAAG), headers: { 'content-type': 'application/json', authorization: `Bearer ${sleutel}` } })));
    expect(samen.filter((u) => u.status === 201)).toHaveLength(5);
    expect(samen.filter((u) => u.status === 429).map((u) => u.headers.get('retry-after'))).toEqual(Array.from({ length: 7 }, () => '60'));
    deuren.klok.vooruit({ seconds: 59 });
    expect((await vraag(VRAAG)).koppen.get('retry-after')).toBe('1');
    deuren.klok.vooruit({ seconds: 1 });
    expect((await vraag(VRAAG)).status).toBe(201);
  });

  it('is judged like a colleague: one surname over and over reaches the Adviseur, with the name of the system, and is then braked', async () => {
    const meldingen = () => database.migratie.selectFrom('gebruiksmelding').select(['id', 'patroon', 'aantal', 'geremd', 'medewerker_id', 'koppeling_id']).where('organisatie_id', '=', org.id).orderBy('op').execute();
    const vraagNaar = (i: number) => vraag({ doel: 'huisbezoek', persoon: { naam: `${String.fromCharCode(65 + i)}an Jansen`, geboortedatum: `1984-03-${String(i + 1).padStart(2, '0')}` } });
    for (let i = 0; i < 12; i += 1) {
      deuren.klok.vooruit({ minutes: 2 });
      expect((await vraagNaar(i)).status).toBe(201);
    }
    expect(await meldingen()).toEqual([{ id: expect.any(String) as unknown, patroon: 'een_achternaam', aantal: 12, geremd: true, medewerker_id: null, koppeling_id: koppeling }]);
    expect((await vraagNaar(13))).toMatchObject({ status: 429, json: { type: 'urn:rugdekking:fout:controle.geremd' } });
    const als = (wie: 'adviseur' | 'fg') => deuren.als(org.id, org.mens[wie]);
    expect((await deuren.vraag(gebruikLezen, {}, await als('adviseur'))).open).toEqual([expect.objectContaining({ naam: null, systeem: 'Zaaksysteem', geremd: true })]);
    expect(await database.migratie.selectFrom('kennisgeving').select('aan_id').where('organisatie_id', '=', org.id).where('soort', '=', 'gebruik-bekijken').where('aan_id', '=', org.mens.adviseur).execute()).toHaveLength(1);
    // Another system of the same organisation is not held back by it.
    const eigen = sleutel;
    ({ sleutel } = await nieuweKoppeling({ naam: 'Agenda' }));
    expect((await vraagNaar(1)).status).toBe(201);
    sleutel = eigen;
    await deuren.voer(handelGebruikAf, { id: (await meldingen())[0]?.id, uitkomst: 'uitgelegd', notitie: 'Een familie met een afspraak.' }, await als('adviseur'));
    deuren.klok.vooruit({ hours: 25 });
    for (let i = 0; i < 11; i += 1) await vraagNaar(i);
    // Explained before, and not twice as much.
    expect(await meldingen()).toHaveLength(1);
  });

  it('is made by the beheerder alone', async () => {
    const s = nieuweSleutel();
    for (const wie of ['adviseur', 'fg', 'consulent', 'samira', 'griffier'] as const) {
      await expect(deuren.voer(maakKoppeling, { naam: 'X', doelen: ['balie'], dagen: '90', per_minuut: '1', hash: s.hash, begin: s.begin }, await deuren.als(org.id, org.mens[wie]))).rejects.toMatchObject({ code: 'niet-gevonden' });
    }
  });
});

describe('the webhook', () => {
  let map: string;
  let server: Server;
  let ca: string;
  const ontvangen: { koppen: Record<string, unknown>; lichaam: string }[] = [];
  let antwoord = 204;
  let poort: number;

  beforeAll(async () => {
    map = await mkdtemp(join(tmpdir(), 'rd-webhook-'));
    const [key, cert] = [join(map, 'k.pem'), join(map, 'c.pem')];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=proef', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert], { stdio: 'ignore' });
    ca = await readFile(cert, 'utf8');
    server = createServer({ key: await readFile(key), cert: ca }, (verzoek, uit) => {
      let lichaam = '';
      verzoek.on('data', (d: Buffer) => (lichaam += d.toString()));
      verzoek.on('end', () => {
        ontvangen.push({ koppen: verzoek.headers, lichaam });
        uit.writeHead(antwoord, antwoord === 302 ? { location: 'https://localhost/elders' } : {}).end();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    poort = (server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    server.close();
    await rm(map, { recursive: true, force: true });
  });

  const eigen = (): Uitgang => ({ mag: () => true, adresMag: () => true, ca });
  const taak = (uitgang: Uitgang) => webhooktaak({ db: database.app, deuren, sleutels: m.sleutels, basisUrl: 'https://rugdekking.example', uitgang });
  const berichten = () => database.migratie.selectFrom('webhookbericht').selectAll().where('organisatie_id', '=', org.id).orderBy('id').execute();

  async function metWebhook(): Promise<string> {
    const geheim = nieuwGeheim();
    await deuren.voer(maakWebhookInstellen(m.sleutels), { id: koppeling, webhook_url: 'https://zaken.gemeente.example/rugdekking', geheim }, await deuren.als(org.id, org.mens.beheerder));
    // What a name leads to is for the one who sends; here it leads to this machine.
    await database.migratie.updateTable('systeemkoppeling').set({ webhook_url: `https://localhost:${poort}/rugdekking` }).where('id', '=', koppeling).execute();
    return geheim;
  }

  it('tells that a signal changed, signed, with opaque ids and nothing else', async () => {
    const geheim = await metWebhook();
    const id = await signaal();
    await deuren.voer(trekIn, { id, reden: 'Afspraken gemaakt.' }, await deuren.als(org.id, org.mens.adviseur));
    const wacht = await berichten();
    expect(wacht.map((b) => b.signaal_id)).toEqual([id, id]);
    antwoord = 204;
    ontvangen.length = 0;
    for (const b of wacht) await taak(eigen())({ organisatieId: org.id, berichtId: b.id }, undefined as never);
    expect(ontvangen.map((o) => JSON.parse(o.lichaam) as unknown)).toEqual(wacht.map((b) => ({ specversion: '1.0', id: b.id, source: 'https://rugdekking.example/api/v1', type: 'nl.rugdekking.signaal.gewijzigd', time: b.op.toString(), datacontenttype: 'application/json', data: { signaal: id } })));
    const [eerste] = ontvangen;
    const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(eerste?.koppen['rugdekking-handtekening'])) ?? [];
    expect(v1).toBe(createHmac('sha256', geheim).update(`${t}.${eerste?.lichaam}`).digest('hex'));
    expect(eerste?.lichaam).not.toMatch(/Jansen|tweeen|bedreiging/);
    await taak(eigen())({ organisatieId: org.id, berichtId: wacht[0]?.id ?? '' }, undefined as never);
    expect(ontvangen).toHaveLength(2);
  });

  it.each([[500], [302], [404]])('is tried again after %i, and follows nothing', async (status) => {
    await metWebhook();
    await signaal();
    const [b] = await berichten();
    antwoord = status;
    ontvangen.length = 0;
    await expect(taak(eigen())({ organisatieId: org.id, berichtId: b?.id ?? '' }, undefined as never)).rejects.toThrow('niet aangenomen');
    expect(ontvangen).toHaveLength(1);
    expect(await berichten()).toEqual([expect.objectContaining({ pogingen: 1, status, afgeleverd_op: null })]);
    antwoord = 200;
    await taak(eigen())({ organisatieId: org.id, berichtId: b?.id ?? '' }, undefined as never);
    expect(await berichten()).toEqual([expect.objectContaining({ pogingen: 2, status: 200 })]);
  });

  it('never reaches this machine or a network inside, also when a name leads there', async () => {
    ontvangen.length = 0;
    const open: Uitgang = { mag: isOpenbaarAdres, adresMag: () => true, ca };
    for (const url of [`https://localhost:${poort}/`, `https://127.0.0.1:${poort}/`, `https://[::1]:${poort}/`, 'https://169.254.169.254/latest/meta-data']) {
      expect(await stuur(open, url, {}, '{}'), url).toBe(0);
      expect(bezwaarTegen(url), url).not.toBeNull();
    }
    expect(ontvangen).toEqual([]);
  });

  it('is configured by the beheerder, on the open internet, with https', async () => {
    const stelIn = maakWebhookInstellen(m.sleutels);
    for (const url of ['http://zaken.gemeente.example/', 'https://10.0.0.1/', 'https://localhost/']) await expect(deuren.voer(stelIn, { id: koppeling, webhook_url: url, geheim: 'x' }, await deuren.als(org.id, org.mens.beheerder))).rejects.toMatchObject({ velden: [expect.objectContaining({ veld: 'webhook_url' })] });
    for (const wie of ['adviseur', 'fg', 'consulent'] as const) await expect(deuren.voer(stelIn, { id: koppeling, webhook_url: '', geheim: 'x' }, await deuren.als(org.id, org.mens[wie]))).rejects.toMatchObject({ code: 'niet-gevonden' });
    const ander = await maakOrganisatie(database.migratie);
    await expect(deuren.voer(stelIn, { id: koppeling, webhook_url: '', geheim: 'x' }, await deuren.als(ander.id, ander.mens.beheerder))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });

  it('keeps its secret sealed: another row, another key or a changed byte does not open it', () => {
    const [a, b] = [nieuwId(), nieuwId()];
    const bytes = verzegel(m.sleutels, a, 'whs_geheim');
    expect(bytes.toString('latin1')).not.toContain('whs_geheim');
    expect(ontzegel(m.sleutels, a, bytes)).toBe('whs_geheim');
    expect(ontzegel([randomBytes(32), ...m.sleutels], a, bytes)).toBe('whs_geheim');
    expect(ontzegel(m.sleutels, b, bytes)).toBeNull();
    expect(ontzegel([randomBytes(32)], a, bytes)).toBeNull();
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    expect(ontzegel(m.sleutels, a, bytes)).toBeNull();
  });
});
