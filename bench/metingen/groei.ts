import { openProefveld, type Proefveld } from '../omgeving/database.ts';
import { meldAan } from '../omgeving/gebruikers.ts';
import { startLast, type Last } from '../omgeving/last.ts';
import { meetOmBeurten, verhouding } from '../omgeving/beurten.ts';
import { startApp, type Partij } from '../omgeving/processen.ts';
import type { Doel } from '../last/typen.ts';
import { maakDoelen, type Pagina } from './doelen.ts';
import { maakMeldingen } from './schrijven.ts';
import type { Meting, Opties } from './meting.ts';

const PAGINAS: readonly Pagina[] = ['lijst', 'dossier', 'zoek'];
const KOPIE = 'proef_vers';
const ERBIJ = 10_000;

interface Opstelling {
  veld: Proefveld;
  app: Partij;
  doelen: Map<Pagina, Doel[]>;
}

/** The three reads on a small and a large database, each with a server and an application of its own, in turn. */
export async function meetGroei(klein: number, groot: number, o: Opties): Promise<Meting[]> {
  const velden: Proefveld[] = [];
  try {
    for (const aantal of [klein, groot]) velden.push(await openProefveld(aantal, o.meld));
    const [a, b] = velden;
    if (a === undefined || b === undefined) throw new Error('geen twee databases');
    return await naast(o, `groei-${kort(klein)}-${kort(groot)}`, { veld: a, database: undefined }, { veld: b, database: undefined });
  } finally {
    for (const veld of velden) await veld.stop();
  }
}

/** The three reads on tables that lie there well, and on the same that have just taken ten thousand reports through the application and were not tidied since. */
export async function meetVers(veld: Proefveld, o: Opties): Promise<Meting[]> {
  await veld.kopie(KOPIE);
  try {
    await meldBij(veld, o);
    return await naast(o, `vers-na-${kort(ERBIJ)}-meldingen`, { veld, database: undefined }, { veld, database: KOPIE });
  } finally {
    await veld.weg(KOPIE);
  }
}

async function meldBij(veld: Proefveld, o: Opties): Promise<void> {
  o.meld(`${ERBIJ} meldingen indienen`);
  const gebruikers = await meldAan(veld.verbinding('migratie', KOPIE));
  const app = await startApp({ app: veld.verbinding('app', KOPIE), migratie: veld.verbinding('migratie', KOPIE) });
  const last = startLast();
  try {
    const doelen = await maakMeldingen(veld.verbinding('beheer', KOPIE), gebruikers);
    const { statussen } = await last.draai({ poort: app.poort, doelen, opwarmMs: 0, duurMs: 3_600_000, hoogstens: ERBIJ });
    if (statussen['303'] !== ERBIJ) throw new Error(`niet alle meldingen zijn ingediend: ${JSON.stringify(statussen)}`);
  } finally {
    await last.stop();
    await app.stop();
  }
}

async function naast(o: Opties, naam: string, ...kanten: { veld: Proefveld; database: string | undefined }[]): Promise<Meting[]> {
  const last: Last = startLast();
  const opstellingen: Opstelling[] = [];
  try {
    for (const { veld, database } of kanten) {
      const gebruikers = await meldAan(veld.verbinding('migratie', database));
      const doelen = new Map<Pagina, Doel[]>();
      for (const pagina of PAGINAS) doelen.set(pagina, await maakDoelen(veld.verbinding('beheer', database), pagina, gebruikers));
      opstellingen.push({ veld, doelen, app: await startApp({ app: veld.verbinding('app', database), migratie: veld.verbinding('migratie', database) }) });
    }
    const uit: Meting[] = [];
    for (const pagina of PAGINAS) {
      o.meld(`${naam}, ${pagina}: ${o.rondes} rondes om en om`);
      const deelnemers = opstellingen.map(({ veld, app, doelen }) => ({ partij: app, doelen: doelen.get(pagina) ?? [], databasePid: veld.pid }));
      const [a, b] = await meetOmBeurten(last, deelnemers, { rondes: o.rondes, duurMs: o.duurMs, opwarmMs: 300, status: 200 });
      if (a === undefined || b === undefined) throw new Error('een kant is niet gemeten');
      const trager = verhouding(a, b);
      uit.push({
        naam: `${naam}-${pagina}`, verhouding: trager, per_s: b.perSeconde, p50_ms: b.p50, p99_ms: b.p99, cpu_ms: b.cpuMs, db_cpu_ms: b.dbCpuMs,
        eerst_per_s: a.perSeconde, eerst_p50_ms: a.p50, eerst_p99_ms: a.p99, eerst_cpu_ms: a.cpuMs, eerst_db_cpu_ms: a.dbCpuMs, doel: 'verhouding ≤ 1.3', gehaald: trager <= 1.3,
      });
    }
    return uit;
  } finally {
    for (const { app } of opstellingen) await app.stop();
    await last.stop();
  }
}

/** 10000 as "10k". */
function kort(n: number): string {
  return n >= 1_000_000 ? `${n / 1_000_000}M` : `${n / 1_000}k`;
}
