import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nieuwId, type Id } from '../../src/kern/ids.ts';
import { controleerJournaal, leesZegelsleutel, zegelmap } from '../../src/platform/journaal/index.ts';
import { maakDatabase, migreer, vindIngebed, vindMigraties, type Database, type PgConfig } from '../../src/platform/database/index.ts';
import { startVangnet, type Vangnet } from '../../src/platform/post/index.ts';
import { installeerWachtrij, leesStand } from '../../src/platform/wachtrij/index.ts';
import { actie, Klant, verborgen } from '../hulp/klant.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../hulp/organisatie.ts';
import { databaseserver, programma, vrijePoort, type Herstartbaar } from './processen.ts';

/** How often something is killed: app, worker and database in turn. 50 with `VERLIES_RONDES=50`; fewer in the daily run, which must stay short. */
const RONDES = Number(process.env.VERLIES_RONDES ?? '6');
/** Colleagues who report at the same time. */
const MELDERS: readonly Mens[] = ['samira', 'joost', 'karin', 'petra', 'directeur', 'adviseur', 'beheerder', 'fg'];

let map: string;
let server: Herstartbaar;
let app: Herstartbaar;
let werker: Herstartbaar;
let eigenaar: Database;
let migratieverbinding: PgConfig;
let org: Testorganisatie;
let post: Vangnet;
let basis: string;
const klanten = new Map<Mens, Klant>();
/** Reports whose confirmation reached the reporter, by the mark in their text. */
const bevestigd: string[] = [];
let gestuurd = 0;

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'rd-verlies-'));
  server = databaseserver(map, async () => {
    const verbinding = await vindIngebed(map);
    if (!verbinding) return false;
    const db = maakDatabase(verbinding.migratie, { verbindingen: 1 });
    try {
      await db.pool.query('select 1');
      return true;
    } finally {
      await db.sluit();
    }
  });
  await server.start();
  const verbindingen = await vindIngebed(map);
  if (!verbindingen) throw new Error('geen database');
  await migreer(verbindingen.migratie, await vindMigraties(join(import.meta.dirname, '../../dist')));
  await installeerWachtrij(verbindingen.migratie);
  migratieverbinding = verbindingen.migratie;
  eigenaar = maakDatabase(verbindingen.migratie, { verbindingen: 2 });
  org = await maakOrganisatie(eigenaar.db, { slug: 'proefdam' });
  post = await startVangnet({ gegevensmap: map, maximum: 100_000 });
  const poort = await vrijePoort();
  basis = `http://127.0.0.1:${poort}`;
  const adres = (gebruiker: string) => `postgresql://${gebruiker}@localhost/rugdekking?host=${encodeURIComponent(String(verbindingen.app.host))}`;
  const omgeving = {
    DATABASE_URL: adres('rugdekking_app'), DATABASE_MIGRATIE_URL: adres('rugdekking_migratie'), RUGDEKKING_DATA: join(map, 'gegevens'), RUGDEKKING_URL: basis, PORT: String(poort), HOST: '127.0.0.1',
    SMTP_URL: post.smtpUrl, MAIL_VAN: 'rugdekking@proefdam.example', LOG_NIVEAU: 'silent', RUGDEKKING_VERZOEKEN_PER_MINUUT: '100000', RUGDEKKING_METINGEN: 'uit',
  };
  app = programma(['start', '--zonder-werker'], omgeving, async () => (await fetch(`${basis}/healthz`)).ok);
  let meldingen = 0;
  // The worker has no address to ask; it is ready when it had the time to start.
  werker = programma(['werker'], omgeving, async () => ++meldingen % 20 === 0);
  await Promise.all([app.start(), werker.start()]);
  for (const wie of MELDERS) klanten.set(wie, new Klant(basis, { '__Host-rd': await sessie(org.mens[wie]) }));
}, 120_000);

afterAll(async () => {
  await Promise.all([app?.dood(), werker?.dood()]);
  await eigenaar?.sluit();
  await server?.dood();
  await post?.stop();
  await rm(map, { recursive: true, force: true });
});

/** A live session, made as sign-in makes it. */
async function sessie(medewerkerId: Id): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const nu = Temporal.Now.instant();
  await eigenaar.db.insertInto('sessie').values({
    organisatie_id: org.id, id: nieuwId(), medewerker_id: medewerkerId, token_hash: createHash('sha256').update(token).digest(), geheim: randomBytes(32).toString('base64url'), methode: 'wachtwoord', toestel: 'Proef',
    aangemaakt: nu, laatst_gezien: nu, verloopt_op: nu.add({ hours: 12 }), beeindigd_op: null, reden: null,
  }).execute();
  return token;
}

/** Reports through the forms; sends the last one again, unchanged, until it is confirmed, as someone does who sees an error page. */
async function meld(wie: Mens): Promise<void> {
  const klant = klanten.get(wie);
  if (!klant) throw new Error('geen klant');
  const merk = `verlies-${wie}-${gestuurd++}`;
  const { pad, velden } = await volhardend(async () => {
    const begin = await klant.haal('/melden/nieuw');
    const stap1 = actie(begin.html, /^\/melden\/[0-9a-f-]{36}\/wat$/);
    const eerste = await klant.stuur(stap1, { ...verborgen(begin.html, stap1), vormen: 'dreigen', wanneer: 'zonet', locatie: org.locatie.stadhuis, verhaal: merk });
    if (eerste.status !== 303) throw new Error(`stap 1 antwoordt ${eerste.status}: ${/<h1[^>]*>(.*?)<\/h1>/.exec(eerste.html)?.[1] ?? ''}`);
    const pad = stap1.replace(/wat$/, 'nakijken');
    return { pad, velden: verborgen((await klant.haal(pad)).html, pad) };
  });
  const klaar = await volhardend(async () => {
    const antwoord = await klant.stuur(pad, velden);
    if (antwoord.status !== 303 || !antwoord.naar?.startsWith('/melden/verstuurd/')) throw new Error(`versturen antwoordt ${antwoord.status}: ${/<h1[^>]*>(.*?)<\/h1>/.exec(antwoord.html)?.[1] ?? ''}`);
    return antwoord;
  });
  if (klaar.naar) bevestigd.push(merk);
}

async function volhardend<T>(doe: () => Promise<T>): Promise<T> {
  const eind = Date.now() + 60_000;
  for (;;) {
    try {
      return await doe();
    } catch (e) {
      if (Date.now() > eind) throw e;
      await new Promise((r) => setTimeout(r, 100));
    }
  }
}

it(`loses no confirmed report in ${RONDES} kills under load: each is there once, with its line in the journaal, its mail and its clocks`, async () => {
  const stop = new AbortController();
  const meldend = MELDERS.map(async (wie) => {
    while (!stop.signal.aborted) await meld(wie);
  });
  const allen = Promise.all(meldend);
  for (let ronde = 0; ronde < RONDES; ronde += 1) {
    const slachtoffer = [app, werker, server][ronde % 3] ?? app;
    const genoeg = bevestigd.length + 4;
    // A reporter who gives up ends the waiting too.
    while (bevestigd.length < genoeg) await Promise.race([new Promise((r) => setTimeout(r, 20)), allen]);
    await slachtoffer.dood();
    await slachtoffer.start();
  }
  stop.abort();
  await allen;

  expect(new Set(bevestigd).size).toBe(bevestigd.length);
  const rijen = await eigenaar.db.selectFrom('melding').select(['verhaal', 'dossier_id']).execute();
  for (const merk of bevestigd) expect(rijen.filter((r) => r.verhaal === merk)).toHaveLength(1);
  for (const { dossier_id: id } of rijen) {
    const lijnen = await eigenaar.db.selectFrom('journaal').select('volgnr').where('dossier_id', '=', id).where('handeling', '=', 'melding.indienen').where('resultaat', '=', 'gelukt').execute();
    expect(lijnen).toHaveLength(1);
    const klokken = await eigenaar.db.selectFrom('termijn').select('soort').where('dossier_id', '=', id).execute();
    expect(klokken.map((t) => t.soort).toSorted()).toEqual(['gezien', 'nazorg_24u', 'reactie', 'terugkoppeling']);
  }
  // Jobs that a killed worker held come free when its heartbeat is missed.
  const eind = Date.now() + 120_000;
  for (;;) {
    const { wachtend, bezig, herkansing } = await leesStand(eigenaar.db);
    if (wachtend + bezig + herkansing === 0) break;
    if (Date.now() > eind) expect.fail('de wachtrij kwam niet leeg');
    await new Promise((r) => setTimeout(r, 200));
  }
  const kennisgevingen = await eigenaar.db.selectFrom('kennisgeving').select(['id', 'verstuurd_op']).execute();
  const verstuurd = new Set(post.berichten().map((b) => b.messageId.replace(/^<|\.rugdekking@.*$/g, '')));
  for (const k of kennisgevingen) {
    expect(k.verstuurd_op).not.toBeNull();
    expect(verstuurd.has(k.id)).toBe(true);
  }
  const gegevens = join(map, 'gegevens');
  const uitslag = await controleerJournaal(migratieverbinding, { zegelmap: zegelmap(gegevens), sleutel: await leesZegelsleutel(gegevens) });
  expect(uitslag.breuken).toEqual([]);
  expect(uitslag.regels).toBeGreaterThan(bevestigd.length);
}, 900_000);
