import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { nieuwId } from '../../src/kern/ids.ts';
import { maakDatabase, metOrganisatie, type Db } from '../../src/platform/database/verbinding.ts';
import type { ActorContext } from '../../src/platform/deuren/index.ts';
import { zoekKandidaten } from '../../src/veroorzakers/herken.ts';
import type { Persoonsgegevens } from '../../src/herkennen/index.ts';
import type { Meting } from '../metingen/meting.ts';
import type { Klasse } from './fouten.ts';
import { maakVragen, type Herkenopties } from './meting.ts';
import { openKamer, persoonId, planVan, type Kamerregister } from './kamer.ts';

/** The questions people ask: of a new incident, and of the search page. */
const KLASSEN: readonly Klasse[] = ['naam_gebdat', 'naam_gebdat_adres', 'naam_telefoon', 'naam_adres', 'achternaam_gebdat', 'naam'];

/**
 * The search of the room itself: a transaction as the application under row-level security, in which keys, counts and persons are read and
 * weighed, in a register of this many persons of one organisation.
 */
export async function meetKandidaten(o: Herkenopties): Promise<Meting[]> {
  const kamer = await openKamer(o.personen, o.meld);
  const database = maakDatabase(kamer.server.verbindingen.app, { verbindingen: 1, statementTimeout: 0 });
  try {
    const { rows: [backend] } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database.db);
    const uit: Meting[] = [];
    const aantal = Math.min(o.vragen, 1_500);
    for (const v of maakVragen(kamer, { ...o, zaad: o.zaad + 1 }, 'naam_gebdat', 'mix', 200)) await zoek(database.db, kamer, v.vraag);
    for (const klasse of KLASSEN) {
      o.meld(klasse);
      const begin = loadavg()[0] ?? 0;
      const [ms, cpu]: [number[], number[]] = [[], []];
      let [eerste, gevonden] = [0, 0];
      for (const { mens, vraag } of maakVragen(kamer, o, klasse, 'mix', aantal)) {
        const [start, rekentijd] = [performance.now(), await cpuMs(backend?.pid ?? 0)];
        const { kandidaten } = await zoek(database.db, kamer, vraag);
        ms.push(performance.now() - start);
        cpu.push((await cpuMs(backend?.pid ?? 0)) - rekentijd);
        const plaats = kandidaten.findIndex((k) => k.groep.id === persoonId(mens.id));
        if (plaats === 0) eerste++;
        if (plaats >= 0) gevonden++;
      }
      for (const l of [ms, cpu]) l.sort((x, y) => x - y);
      const p = (deel: number, l = ms): number => l[Math.min(l.length - 1, Math.floor(l.length * deel))] ?? 0;
      const plan = await planVan(kamer, maakVragen(kamer, { ...o, zaad: o.zaad + 2 }, klasse, 'mix', 8).map((v) => v.vraag));
      const metDatum = klasse !== 'naam' && klasse !== 'naam_adres';
      uit.push({
        naam: `kandidaten.${klasse}`, verhouding: null, per_s: 1000 / (ms.reduce((s, x) => s + x, 0) / ms.length), p50_ms: p(0.5), p99_ms: p(0.99), hoogste_ms: p(1), cpu_p50_ms: p(0.5, cpu), cpu_p99_ms: p(0.99, cpu), r1: (eerste / ms.length) * 100, gevonden: (gevonden / ms.length) * 100,
        personen: kamer.aantal, vragen: ms.length, drukte: Number(begin.toFixed(1)), index: plan.index, leest_alles: plan.alles,
        doel: metDatum ? 'p99 ≤ 50 ms rekentijd, altijd langs de index' : 'altijd langs de index', gehaald: plan.index && !plan.alles && (!metDatum || p(0.99, cpu) <= 50),
      });
    }
    return uit;
  } finally {
    await database.sluit();
    await kamer.server.stop();
  }
}

/** What this process and the one of the connection computed: the same however busy the machine is. */
async function cpuMs(pid: number): Promise<number> {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000 + Number((await readFile(`/proc/${pid}/schedstat`, 'utf8')).split(' ')[0]) / 1e6;
}

function zoek(db: Db, kamer: Kamerregister, vraag: Persoonsgegevens): ReturnType<typeof zoekKandidaten> {
  return metOrganisatie(db, kamer.organisatieId, (trx) => {
    const ctx: ActorContext = { trx, organisatieId: kamer.organisatieId, nu: Temporal.Now.instant(), nieuwId, plaats: () => Promise.reject(new Error('hier wordt niets geplaatst')), actor: { id: kamer.medewerkerId, organisatieId: kamer.organisatieId, rollen: [], leidt: [] } };
    return zoekKandidaten(ctx, { gegevens: vraag, compartiment: 'ambtelijk' });
  }, { alleenLezen: true });
}
