import { join } from 'node:path';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { leesAanmeldConfig } from '../aanmelden/index.ts';
import { leesConfig, type Config } from '../config.ts';
import { demokaarten } from '../demo/index.ts';
import { stelSamen, type Opstelling, type Opstellingsmiddelen } from '../opstelling.ts';
import { bestandenUitOmgeving, ruimSpoelmapOp, type Bestanden } from '../platform/bestanden/index.ts';
import type { Database, DatabaseBron } from '../platform/database/index.ts';
import { maakGezondheid, maakMetingen, type Gezondheid, type Metingen } from '../platform/gezondheid/index.ts';
import { leesZegelsleutel, verzegelJournaal, zegelmap } from '../platform/journaal/index.ts';
import { maakLogboek, type Logboek } from '../platform/logboek/index.ts';
import { maakPost, startVangnet } from '../platform/post/index.ts';
import { leesStand, werker, type Taak, type Wachtrijstand } from '../platform/wachtrij/index.ts';
import { bewaakDemo, laadDemo } from './demo.ts';
import { openBron, werkBij } from './gegevens.ts';
import type { Omstandigheden } from './omstandigheden.ts';
import { startRitme } from './ritme.ts';
import { wachtOpStop } from './stoppen.ts';
import { controleerPoort, startWebserver } from './webserver.ts';

export interface Dienstopties {
  /** Undefined: what the settings say. */
  demo: boolean | undefined;
  web: boolean;
  werker: boolean;
}

/** Time that requests and jobs get to end after a stop was asked for. */
const GEDULD_MS = 30_000;
const TIK_MS = 5_000;
/** What is written between two seals can be cut off without a trace by who rules the database. */
const ZEGEL_MS = 120_000;
const UUR_MS = 3_600_000;
const klok = (): Temporal.Instant => Temporal.Now.instant();

/** Runs the web server, the worker or both until asked to stop. Gives the exit code. */
export async function startDienst(o: Omstandigheden, opties: Dienstopties): Promise<number> {
  const gestopt = wachtOpStop(o.meld);
  const config = leesConfig(o.omgeving, opties.demo === undefined ? {} : { demo: opties.demo });
  const aanmelden = { demo: config.demo ? { kaarten: demokaarten } : null, ...leesAanmeldConfig(config.omgeving['RUGDEKKING_AANMELDEN']) };
  if (opties.web) await controleerPoort(config.poort, config.host);
  const logboek = maakLogboek({ niveau: config.logniveau });
  // Undone from the last to the first, also when something halfway fails.
  const opruimen: (() => Promise<void>)[] = [];
  try {
    const { bron, database } = await openData(o, config, opties, opruimen, logboek);
    if (config.demo) {
      await bewaakDemo(config, database.db);
      await laadDemo(o, config, bron, false);
    }
    const bestanden = await bestandenUitOmgeving(config.gegevensmap, config.omgeving);
    ruimSpoel(bestanden, logboek, opruimen);
    const opstelling = stelSamen({
      db: database.db,
      klok,
      logboek,
      aanmelden,
      verkeer: { proxies: config.proxies, basisUrl: config.basisUrl, perMinuut: { sessie: config.verzoekenPerMinuut, adres: config.verzoekenPerMinuut } },
      middelenmap: join(o.map, 'middelen'),
      briefwerker: join(o.map, 'brieven', 'werker.mjs'),
      bestanden,
      ...(await openPost(config, opruimen)),
    });
    const metingen = maakMetingen();
    registreerMeters(metingen, database);
    const gezondheid = maakGezondheid({
      controles: controles(database, bestanden), metingen, klok, url: config.url, beveiligingscontact: config.beveiligingscontact,
    });
    if (opties.werker) await startWerk(config, opstelling, database, metingen, logboek, opruimen);
    if (opties.web) await startWeb(o, config, opstelling, gezondheid, opruimen);
    else o.meld(`De werker is gestart (${sindsBegin()}).`);
    await startMetingen(config, metingen, logboek, opruimen);
    logboek.info({ versie: o.versie, pid: process.pid, onderdeel: bron.soort }, 'gestart');

    await gestopt;
    o.meld('Rugdekking stopt: lopende verzoeken en taken worden afgemaakt …');
    gezondheid.stopt();
    await ruimOp(opruimen, logboek);
    o.meld('Rugdekking is gestopt.');
    return 0;
  } catch (fout) {
    await ruimOp(opruimen, logboek);
    throw fout;
  }
}

type Opruimlijst = (() => Promise<void>)[];

/** What a process that was killed left in the clear on this machine is gone within the day. */
function ruimSpoel({ spoelmap }: Bestanden, logboek: Logboek, opruimen: Opruimlijst): void {
  const ritme = startRitme('spoelmap', UUR_MS, async () => {
    const aantal = await ruimSpoelmapOp(spoelmap, klok().epochMilliseconds, 24 * UUR_MS);
    if (aantal > 0) logboek.warn({ onderdeel: 'spoelmap', aantal }, 'achtergebleven uploads opgeruimd');
  }, logboek);
  opruimen.push(() => ritme.stop());
}

async function openData(o: Omstandigheden, config: Config, opties: Dienstopties, opruimen: Opruimlijst, logboek: Logboek): Promise<{ bron: DatabaseBron; database: Database }> {
  const bron = await openBron(o, config, !opties.web);
  opruimen.push(() => bron.sluit());
  await werkBij(bron, o.map);
  let open = true;
  const bijFout = (fout: Error): void => {
    if (open) logboek.warn({ onderdeel: 'database', fout }, 'verbinding met de database verbroken');
  };
  const database = await bron.open({ verbindingen: config.verbindingen, bijFout });
  opruimen.push(() => {
    open = false;
    return database.sluit();
  });
  return { bron, database };
}

/** The mail server of the settings, or the built-in one of the demo that keeps everything to itself. */
async function openPost(config: Config, opruimen: Opruimlijst): Promise<Pick<Opstellingsmiddelen, 'post' | 'vangnet'>> {
  if (config.post !== null) return { post: { post: maakPost(config.post), basisUrl: config.url } };
  const vangnet = await startVangnet({ gegevensmap: config.gegevensmap });
  opruimen.push(() => vangnet.stop());
  return { post: { post: maakPost({ smtpUrl: vangnet.smtpUrl, van: 'Rugdekking <rugdekking@demo.example>' }), basisUrl: config.url }, vangnet };
}

async function startWerk(config: Config, opstelling: Opstelling, database: Database, metingen: Metingen, logboek: Logboek, opruimen: Opruimlijst): Promise<void> {
  const verzegel = await maakVerzegelaar(config, database, logboek);
  const zegels = startRitme('zegels', ZEGEL_MS, verzegel, logboek);
  opruimen.push(async () => {
    await zegels.stop();
    await verzegel();
  });
  const w = werker({ verbinding: database.verbinding, taken: gemeten(opstelling.taken, metingen), logboek });
  await w.start();
  opruimen.push(() => w.stop(GEDULD_MS));
  const klokken = startRitme('klokken', TIK_MS, () => opstelling.tik(), logboek);
  opruimen.push(() => klokken.stop());
}

/** Each seal goes to the log too, so that whoever collects logs elsewhere has a copy out of reach of this machine. */
async function maakVerzegelaar(config: Config, { pool }: Database, logboek: Logboek): Promise<() => Promise<void>> {
  const sleutel = await leesZegelsleutel(config.gegevensmap);
  return async () => {
    const { gezet, gebroken } = await verzegelJournaal(pool, { zegelmap: zegelmap(config.gegevensmap), sleutel, nu: klok() });
    for (const { organisatieId, volgnr, schakel } of gezet) logboek.info({ organisatieId, aantal: volgnr, uitslag: schakel }, 'journaal verzegeld');
    for (const { organisatieId, regel } of gebroken) logboek.fatal({ organisatieId, aantal: regel }, 'het journaal klopt niet: draai rugdekking journaal controleer');
  };
}

async function startWeb(o: Omstandigheden, config: Config, opstelling: Opstelling, gezondheid: Gezondheid, opruimen: Opruimlijst): Promise<void> {
  const web = await startWebserver({ handel: gezondheid.omhul(opstelling.app), poort: config.poort, host: config.host });
  opruimen.push(() => web.stop(GEDULD_MS));
  o.meld(`\nRugdekking staat klaar (${sindsBegin()}): ${config.url}\nStoppen kan met Ctrl-C.\n`);
}

/** On an address of its own, by default only for this machine. That it is taken (two installations on one machine) is no reason not to start. */
async function startMetingen(config: Config, metingen: Metingen, logboek: Logboek, opruimen: Opruimlijst): Promise<void> {
  if (config.metingen === null) return;
  const handel = async (verzoek: Request): Promise<Response> =>
    new URL(verzoek.url).pathname === '/metrics' ? new Response(await metingen.tekst(), { headers: { 'Content-Type': metingen.soort } }) : new Response('', { status: 404 });
  try {
    const web = await startWebserver({ handel, poort: config.metingen.poort, host: config.metingen.host });
    opruimen.push(() => web.stop(0));
  } catch (fout) {
    logboek.warn({ onderdeel: 'metingen', poort: config.metingen.poort, fout }, 'geen metingen: de poort is niet beschikbaar');
  }
}

async function ruimOp(opruimen: Opruimlijst, logboek: Logboek): Promise<void> {
  for (let stap = opruimen.pop(); stap !== undefined; stap = opruimen.pop()) {
    try {
      await stap();
    } catch (fout) {
      logboek.error({ fout }, 'opruimen mislukt');
    }
  }
}

function controles({ db }: Database, { opslag, scanner }: Bestanden) {
  return [
    { naam: 'database', vereist: true, werkt: async () => (await sql`select 1`.execute(db)).rows.length === 1 },
    { naam: 'wachtrij', vereist: true, werkt: async () => (await leesStand(db)).wachtend >= 0 },
    // Asks for a file that cannot be there: an answer is what counts.
    { naam: 'opslag', vereist: true, werkt: async () => !(await opslag.bestaat('0'.repeat(32))) },
    ...(scanner.ingesteld ? [{ naam: 'virusscanner', vereist: false, werkt: () => scanner.bereikbaar() }] : []),
  ];
}

function registreerMeters(metingen: Metingen, { db, pool }: Database): void {
  // All meters are read at once: one look at the queue is enough for them.
  let gezien = 0;
  let stand: Promise<Wachtrijstand> | undefined;
  const wachtrij = (naam: keyof Wachtrijstand) => async () => {
    if (stand === undefined || performance.now() - gezien > 1_000) [gezien, stand] = [performance.now(), leesStand(db)];
    return (await stand)[naam];
  };
  metingen.registreer(
    { naam: 'wachtrij_wachtend', uitleg: 'Taken die nu kunnen', lees: wachtrij('wachtend') },
    { naam: 'wachtrij_gepland', uitleg: 'Taken voor later', lees: wachtrij('gepland') },
    { naam: 'wachtrij_herkansing', uitleg: 'Taken die mislukten en opnieuw gaan', lees: wachtrij('herkansing') },
    { naam: 'wachtrij_bezig', uitleg: 'Taken die nu lopen', lees: wachtrij('bezig') },
    { naam: 'wachtrij_mislukt', uitleg: 'Taken die voorgoed mislukten: hier moet een mens naar kijken', lees: wachtrij('mislukt') },
    { naam: 'wachtrij_oudste_seconden', uitleg: 'Hoe lang de oudste taak al wacht', lees: wachtrij('oudsteSeconden') },
    { naam: 'verbindingen_open', uitleg: 'Open verbindingen met de database', lees: async () => pool.totalCount },
    { naam: 'verbindingen_wachtend', uitleg: 'Wie op een verbinding met de database wacht', lees: async () => pool.waitingCount },
  );
}

function gemeten(taken: Readonly<Record<string, Taak>>, metingen: Metingen): Record<string, Taak> {
  return Object.fromEntries(
    Object.entries(taken).map(([naam, taak]): [string, Taak] => [
      naam,
      async (gegevens, context) => {
        const begin = performance.now();
        let uitslag: 'klaar' | 'mislukt' = 'mislukt';
        try {
          await taak(gegevens, context);
          uitslag = 'klaar';
        } finally {
          metingen.taak(naam, uitslag, (performance.now() - begin) / 1000);
        }
      },
    ]),
  );
}

/** Since the process began, loading the program included. */
function sindsBegin(): string {
  return `${(performance.now() / 1000).toFixed(1).replace('.', ',')} s`;
}
