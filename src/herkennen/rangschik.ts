import type { Bewijs } from './bewijs.ts';
import { bereid, bereidEven, type Persoon } from './persoon.ts';
import type { Aanname, Context, Persoonsgegevens, Treffer } from './typen.ts';
import { bandVan, bewijsVan, logAanname, logKans, naarKans, weegBewijs } from './vergelijk.ts';

export interface Kandidaat<K> {
  kandidaat: K;
  gegevens: Persoonsgegevens;
}

/** How many of the best are compared with each other: who is one person registered twice, who is a twin. */
const BESTE = 5;

/**
 * The candidates in order of probability. Two that fit as well but are not each other share the probability: nobody can say which of twins is
 * meant. Ties keep the order in which they came.
 */
export function rangschik<K>(vraag: Persoonsgegevens, kandidaten: readonly Kandidaat<K>[], context: Context, hoogstens = 10): Treffer<K>[] {
  const v = bereid(vraag);
  const alle: { kandidaat: K; persoon: Persoon; bewijs: Bewijs[]; log: number }[] = [];
  for (const { kandidaat, gegevens } of kandidaten) {
    const persoon = bereidEven(gegevens);
    const bewijs = bewijsVan(v, persoon, context);
    if (bewijs.length > 0) alle.push({ kandidaat, persoon, bewijs, log: logKans(bewijs, context.aanname) });
  }
  alle.sort((x, y) => y.log - x.log);
  const vooraf = logAanname(context.aanname);
  // Of two records that both fit, few are one person registered twice; relatives with the same date of birth are twins.
  const tweeling: Aanname = { kans: 0.02, familie: 0.4, aantal: 1, gelijkend: 0, schrijfwijze: 'register' };
  const beste = alle.slice(0, BESTE);
  const eender = new Map<number, boolean>();
  const zelfde = (i: number, j: number): boolean => {
    const paar = Math.min(i, j) * BESTE + Math.max(i, j);
    const al = eender.get(paar);
    if (al !== undefined) return al;
    const [x, y] = [beste[i], beste[j]];
    const uit = x !== undefined && y !== undefined && naarKans(logKans(bewijsVan(x.persoon, y.persoon, { ...context, aanname: tweeling }), tweeling) + logAanname(tweeling)) >= 0.5;
    eender.set(paar, uit);
    return uit;
  };
  return alle.slice(0, hoogstens).map((k, i) => {
    const uitslag = weegBewijs(k.bewijs, context.aanname);
    let rivalen = 0;
    for (const [j, ander] of beste.entries()) {
      if (j === i || i >= BESTE || ander.log < k.log - 6 || ander.log + vooraf < -3) continue;
      if (!zelfde(i, j)) rivalen += 2 ** Math.min(60, ander.log - k.log);
    }
    if (rivalen === 0) return { kandidaat: k.kandidaat, ...uitslag };
    // p / (1 − p) against all others who fit: odds 2^(log+prior) over 1 + Σ odds of rivals.
    const kans = Math.min(uitslag.kans, 1 / (1 + 2 ** -(k.log + vooraf) + rivalen));
    return { kandidaat: k.kandidaat, ...uitslag, kans, band: bandVan(kans, k.bewijs) };
  });
}
