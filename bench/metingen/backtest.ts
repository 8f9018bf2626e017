import { Temporal } from 'temporal-polyfill';
import { maakDoorrekening, type Doorrekenincident } from '../../src/handelingskader/regels/doorrekenen.ts';
import type { EerderFeit } from '../../src/handelingskader/regels/feiten.ts';
import type { Kader } from '../../src/handelingskader/regels/kader.ts';
import { mediumcodes } from '../../src/handelingskader/regels/soorten.ts';
import { standaardkader } from '../../src/handelingskader/regels/standaard.ts';
import type { Meting, Opties } from './meting.ts';

const INCIDENTEN = 100_000;
const MEEST_SECONDEN = 10;
const MEEST_MB = 150;
const VORMEN = ['schelden', 'dreigen', 'fysiek', 'spugen_gooien_vernielen', 'lastigvallen', 'online', 'onder_druk', 'discriminatie_seksueel', 'anders'];
const ONDERDELEN = Array.from({ length: 40 }, (_, i) => `Afdeling ${i + 1}`);

/** Chance that is the same every time. */
function maakKans(begin: number): () => number {
  let s = begin;
  return () => {
    s = (Math.imul(s, 1_664_525) + 1_013_904_223) >>> 0;
    return s / 2 ** 32;
  };
}

/** A year of incidents as they could come, one at a time: nothing of them is kept. A third have earlier ones of the same person. */
function* incidenten(aantal: number): Generator<Doorrekenincident> {
  const kans = maakKans(20261123);
  const een = <T>(uit: readonly T[]): T => uit[Math.floor(kans() * uit.length)] as T;
  // Days made beforehand: making them is not what is measured.
  const begin = Temporal.PlainDate.from('2023-01-01');
  const dagen = Array.from({ length: 1_430 }, (_, d) => begin.add({ days: d }));
  const dag = (n: number): Temporal.PlainDate => dagen[Math.max(0, n)] as Temporal.PlainDate;
  for (let i = 0; i < aantal; i += 1) {
    const op = 1_058 + Math.floor(kans() * 365);
    const eerdere = Array.from({ length: kans() < 0.33 ? 1 + Math.floor(kans() * 3) : 0 }, (_, n): EerderFeit => ({ nummer: `2024-${i}-${n}`, voorvalOp: dag(op - 1 - Math.floor(kans() * 900)), vormen: [een(VORMEN)], gedragingen: null, tegen: null, medium: een(mediumcodes) }));
    const vormen = kans() < 0.3 ? [een(VORMEN), een(VORMEN)] : [een(VORMEN)];
    yield { onderdeel: een(ONDERDELEN), feiten: { vormen, gedragingen: null, tegen: kans() < 0.1 ? 'bezoeker' : null, medium: een(mediumcodes), wapen: kans() < 0.02, voorvalOp: dag(op), eerdere, reactie: null } };
  }
}

/** A draft that changes some of everything: two lengths, the time to look back and what a combination does. */
function concept(nu: Kader): Kader {
  return {
    ...nu, terugkijken: { maanden: 36, telt: 'zelfde_of_zwaarder' }, combinatie: { ...nu.combinatie, herhaling: 'hoogste' },
    regels: nu.regels.map((r) => (r.code === 'A5' || r.code === 'B2' ? { ...r, sancties: [{ maatregelen: ['pandverbod'], duur: { soort: 'vast', maanden: 4 } }] } : r)),
  };
}

/**
 * A hundred thousand incidents by two versions: how long, and how much memory more than before. The slowest round decides, by the time of
 * the processor: what else runs on the machine is not the work of a backtest. The time on the clock stands beside it.
 */
export function meetBacktest(o: Opties): Meting[] {
  const nu = standaardkader('medewerker');
  const straks = concept(nu);
  const tijden: number[] = [];
  let rekentijd = 0;
  let hoogst = 0;
  let uitkomst = { incidenten: 0, veranderd: 0, soorten: 0 };
  const voor = process.memoryUsage().rss;
  for (let ronde = 0; ronde < o.rondes; ronde += 1) {
    o.meld(`backtest: ronde ${ronde + 1} van ${o.rondes}, ${INCIDENTEN} incidenten x 2 versies`);
    const rekening = maakDoorrekening(nu, straks);
    const begin = performance.now();
    const cpu = process.cpuUsage();
    let n = 0;
    for (const incident of incidenten(INCIDENTEN)) {
      rekening.voeg(incident);
      if (++n % 5_000 === 0) hoogst = Math.max(hoogst, process.memoryUsage().rss - voor);
    }
    tijden.push(performance.now() - begin);
    const { user, system } = process.cpuUsage(cpu);
    rekentijd = Math.max(rekentijd, (user + system) / 1e6);
    const r = rekening.uitkomst();
    uitkomst = { incidenten: r.incidenten, veranderd: r.veranderd, soorten: r.verschuivingen.length };
  }
  const seconden = Math.max(...tijden) / 1000;
  const mb = hoogst / 1024 / 1024;
  return [{
    naam: 'backtest', verhouding: null, per_s: INCIDENTEN / seconden, p50_ms: null, p99_ms: null, seconden, rekentijd_s: rekentijd, geheugen_erbij_mb: mb, ...uitkomst, rondes: o.rondes,
    doel: `${INCIDENTEN} incidenten x 2 versies in ${MEEST_SECONDEN} s rekentijd, hoogstens ${MEEST_MB} MB erbij`, gehaald: rekentijd <= MEEST_SECONDEN && mb <= MEEST_MB,
  }];
}
