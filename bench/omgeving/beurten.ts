import type { Doel, Lastuitslag } from '../last/typen.ts';
import type { Last } from './last.ts';
import { cpuMs, cpuMsMetKinderen } from './proc.ts';
import type { Partij } from './processen.ts';

export interface Beurtopties {
  rondes: number;
  duurMs: number;
  opwarmMs: number;
  /** Which answer counts as done. */
  status: number;
}

/** What takes turns: a server, with the requests it gets when they differ per server. */
export interface Deelnemer {
  partij: Partij;
  doelen: Doel[];
  databasePid: number;
}

interface Beurt extends Lastuitslag {
  cpuMs: number;
  dbCpuMs: number;
}

export interface Uitslag {
  perSeconde: number;
  p50: number;
  p99: number;
  bytes: number;
  /** Processor time per request, of the server itself and of the database. */
  cpuMs: number;
  dbCpuMs: number;
  /** Per turn, in order. */
  beurten: Beurt[];
}

/** Measures servers in turn (A B C, A B C …), so that whatever else the machine does hits all alike; answers medians over the turns, in the order of the servers. */
export async function meetOmBeurten(last: Last, deelnemers: readonly Deelnemer[], o: Beurtopties): Promise<Uitslag[]> {
  const beurten: Beurt[][] = deelnemers.map(() => []);
  for (let ronde = -1; ronde < o.rondes; ronde++) {
    for (const [i, { partij, doelen, databasePid }] of deelnemers.entries()) {
      // The first round only warms up: compiled code, prepared statements, pages of the database in memory.
      const voor = await Promise.all([cpuMs(partij.pid), cpuMsMetKinderen(databasePid)]);
      const uitslag = await last.draai({ poort: partij.poort, doelen, opwarmMs: o.opwarmMs, duurMs: o.duurMs });
      const na = await Promise.all([cpuMs(partij.pid), cpuMsMetKinderen(databasePid)]);
      const anders = Object.entries(uitslag.statussen).filter(([status]) => Number(status) !== o.status);
      if (anders.length > 0 || uitslag.aantal === 0) throw new Error(`${partij.naam} gaf andere antwoorden dan ${o.status}: ${JSON.stringify(uitslag.statussen)}`);
      if (ronde >= 0) beurten[i]?.push({ ...uitslag, cpuMs: (na[0] - voor[0]) / uitslag.verzoeken, dbCpuMs: (na[1] - voor[1]) / uitslag.verzoeken });
    }
  }
  return beurten.map((b) => {
    const van = (veld: 'perSeconde' | 'p50' | 'p99' | 'bytes' | 'cpuMs' | 'dbCpuMs'): number => mediaan(b.map((x) => x[veld]));
    return { perSeconde: van('perSeconde'), p50: van('p50'), p99: van('p99'), bytes: van('bytes'), cpuMs: van('cpuMs'), dbCpuMs: van('dbCpuMs'), beurten: b };
  });
}

/** How much of the other's requests per second this one does: the median over the pairs of turns. */
export function verhouding(a: Uitslag, b: Uitslag): number {
  return mediaan(a.beurten.map((x, i) => x.perSeconde / (b.beurten[i]?.perSeconde ?? Number.NaN)));
}

export function mediaan(getallen: readonly number[]): number {
  const s = [...getallen].sort((a, b) => a - b);
  const midden = s.length >> 1;
  return (s.length % 2 === 1 ? s[midden] : ((s[midden - 1] ?? Number.NaN) + (s[midden] ?? Number.NaN)) / 2) ?? Number.NaN;
}
