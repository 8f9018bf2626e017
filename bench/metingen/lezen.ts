import { meldAan } from '../omgeving/gebruikers.ts';
import type { Proefveld } from '../omgeving/database.ts';
import { GELIJKTIJDIG, startLast, type Last } from '../omgeving/last.ts';
import { meetOmBeurten, verhouding, type Uitslag } from '../omgeving/beurten.ts';
import { startApp, startReferentie, type Partij } from '../omgeving/processen.ts';
import type { Doel } from '../last/typen.ts';
import { maakDoelen, type Pagina } from './doelen.ts';
import type { Meting, Opties } from './meting.ts';

/** Pages next to the reference, with row-level security and without. */
export async function meetLezen(veld: Proefveld, paginas: readonly Pagina[], o: Opties): Promise<Meting[]> {
  return await metPartijen(veld, async ({ last, app, rls, zonder }) => {
    const gebruikers = await meldAan(veld.verbinding('migratie'));
    const uit: Meting[] = [];
    for (const pagina of paginas) {
      o.meld(`${pagina}: ${o.rondes} rondes, app en referentie om en om`);
      const doelen = await maakDoelen(veld.verbinding('beheer'), pagina, gebruikers);
      await maakGelijkGroot(last, app, [rls, zonder], pagina, doelen);
      const deelnemers = [app, rls, zonder].map((partij) => ({ partij, doelen, databasePid: veld.pid }));
      uit.push(naastElkaar(pagina, veld.aantal, await meetOmBeurten(last, deelnemers, { rondes: o.rondes, duurMs: o.duurMs, opwarmMs: 300, status: 200 }), 0.5));
    }
    return uit;
  });
}

export interface Partijen {
  last: Last;
  app: Partij;
  /** The reference with row-level security, and without. */
  rls: Partij;
  zonder: Partij;
}

/** Starts the servers that are compared and the load; all stop afterwards. */
export async function metPartijen<T>(veld: Proefveld, werk: (p: Partijen) => Promise<T>, database?: string): Promise<T> {
  const last = startLast();
  const partijen: Partij[] = [];
  try {
    const begin = async (belofte: Promise<Partij>): Promise<Partij> => {
      const partij = await belofte;
      partijen.push(partij);
      return partij;
    };
    const app = await begin(startApp({ app: veld.verbinding('app', database), migratie: veld.verbinding('migratie', database) }));
    const rls = await begin(startReferentie('referentie', veld.verbinding('app', database), true));
    const zonder = await begin(startReferentie('referentie zonder RLS', veld.verbinding('beheer', database), false));
    return await werk({ last, app, rls, zonder });
  } finally {
    for (const partij of partijen) await partij.stop();
    await last.stop();
  }
}

/** Lets the reference send as many bytes as the application, by asking both the same pages once. */
export async function maakGelijkGroot(last: Last, app: Partij, referenties: readonly Partij[], pagina: string, doelen: Doel[]): Promise<void> {
  const proef = doelen.slice(0, 200);
  const grootte = async (p: Partij): Promise<number> => (await last.draai({ poort: p.poort, doelen: proef, opwarmMs: 0, duurMs: 60_000, hoogstens: proef.length, begin: 0, verbindingen: 2 })).bytes;
  const groot = await grootte(app);
  for (const p of referenties) {
    const zet = (bytes: number) => fetch(`http://127.0.0.1:${p.poort}/opvulling?pagina=${pagina}&bytes=${bytes}`);
    await zet(0);
    await zet(Math.max(0, Math.round(groot - (await grootte(p)))));
  }
}

/** One line of the report: the application, what part of the reference it does, and the reference itself. */
export function naastElkaar(naam: string, dossiers: number, [app, rls, zonder]: readonly Uitslag[], doel: number): Meting {
  if (app === undefined || rls === undefined || zonder === undefined) throw new Error('een partij is niet gemeten');
  const deel = verhouding(app, rls);
  return {
    naam, verhouding: deel, per_s: app.perSeconde, p50_ms: app.p50, p99_ms: app.p99, gelijktijdig: GELIJKTIJDIG, dossiers, bytes: app.bytes, cpu_ms: app.cpuMs, db_cpu_ms: app.dbCpuMs,
    referentie_per_s: rls.perSeconde, referentie_p50_ms: rls.p50, referentie_p99_ms: rls.p99, referentie_cpu_ms: rls.cpuMs, referentie_db_cpu_ms: rls.dbCpuMs,
    verhouding_zonder_rls: verhouding(app, zonder), zonder_rls_per_s: zonder.perSeconde, zonder_rls_p50_ms: zonder.p50, zonder_rls_p99_ms: zonder.p99,
    doel: `verhouding ≥ ${doel}, p99 < 50 ms`, gehaald: deel >= doel && app.p99 < 50,
  };
}
