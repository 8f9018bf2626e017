import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import { keuzeOfNiets } from '../../kern/invoer.ts';
import { compartimenten } from '../../kern/rechten/index.ts';
import { dagVan } from '../../kern/tijd/index.ts';
import { vraag } from '../../platform/deuren/index.ts';
import { soortnamen, type Maatregelsoort } from '../regels/woorden.ts';
import { afgelopenHalfjaren, halfjaarVan, regelkaart, toonbaar, type Deel, type Periode, type Punt, type Telling } from './regels.ts';

/** As many half-years as the chart shows; older ones are counted for nothing. */
const TERUG = 10;

interface Besluit {
  halfjaar: string;
  onderdeel: string;
  soort: Maatregelsoort;
  afwijkend: boolean;
}

export interface Reeks {
  naam: string;
  punten: (Punt | null)[];
}

/** All that leaves this file: counts that can be shown, and charts made of those counts alone. */
export interface Grensbeeld {
  halfjaren: string[];
  totaal: Reeks;
  onderdelen: Reeks[];
  soorten: Reeks[];
}

/** Counts of one way to divide the decisions, half-year by half-year, with what may not be shown left out. */
function verdeel(besluiten: readonly Besluit[], halfjaren: readonly string[], sleutel: (b: Besluit) => string): { totalen: (Periode | null)[]; reeksen: Map<string, (Periode | null)[]> } {
  const reeksen = new Map<string, (Periode | null)[]>();
  const totalen = halfjaren.map((halfjaar, i) => {
    const per = Map.groupBy(besluiten.filter((b) => b.halfjaar === halfjaar), sleutel);
    const { totaal, delen } = toonbaar<Deel>([...per].map(([s, lijst]) => ({ sleutel: s, besluiten: lijst.length, afwijkend: lijst.filter((b) => b.afwijkend).length })));
    for (const { sleutel: s, besluiten: n, afwijkend } of delen) {
      const rij = reeksen.get(s) ?? halfjaren.map(() => null);
      rij[i] = { halfjaar, besluiten: n, afwijkend };
      reeksen.set(s, rij);
    }
    return totaal && metHalfjaar(halfjaar, totaal);
  });
  return { totalen, reeksen };
}

const metHalfjaar = (halfjaar: string, t: Telling): Periode => ({ halfjaar, ...t });

/** How often decisions departed from the advice: in all, per department and per kind of measure (functies C6). */
export function grensbeeld(besluiten: readonly Besluit[], halfjaren: readonly string[]): Grensbeeld {
  const perOnderdeel = verdeel(besluiten, halfjaren, (b) => b.onderdeel);
  const perSoort = verdeel(besluiten, halfjaren, (b) => b.soort);
  const reeksen = 1 + perOnderdeel.reeksen.size + perSoort.reeksen.size;
  const kaarten = (van: Map<string, (Periode | null)[]>, naam: (s: string) => string): Reeks[] => [...van].map(([s, p]) => ({ naam: naam(s), punten: regelkaart(p, reeksen) })).sort((a, b) => a.naam.localeCompare(b.naam, 'nl'));
  return {
    halfjaren: [...halfjaren], totaal: { naam: 'Alle besluiten', punten: regelkaart(perOnderdeel.totalen, reeksen) },
    onderdelen: kaarten(perOnderdeel.reeksen, (s) => s), soorten: kaarten(perSoort.reeksen, (s) => soortnamen[s as Maatregelsoort]),
  };
}

export const grens = vraag({
  naam: 'grens.lezen',
  invoer: z.object({ compartiment: keuzeOfNiets(compartimenten, 'Kies uit de lijst.') }),
  journaal: true,
  async haal({ trx, organisatieId, actor, nu, invoer }) {
    const mijne = compartimenten.filter((c) => actor.rollen.some((r) => r.rol === 'adviseur' && r.compartiment === c));
    // One compartment at a time: a sum over both, beside the figures of one, would tell the small numbers of the other.
    const compartiment = invoer.compartiment ?? mijne[0];
    if (compartiment === undefined || !mijne.includes(compartiment)) throw fout('niet-gevonden');
    // A decision is what someone decided to impose; a court order is no departure of ours.
    const rijen = await trx.selectFrom('maatregel as m').innerJoin('dossier as d', (j) => j.onRef('d.organisatie_id', '=', 'm.organisatie_id').onRef('d.id', '=', 'm.dossier_id')).innerJoin('onderdeel as o', (j) => j.onRef('o.organisatie_id', '=', 'd.organisatie_id').onRef('o.id', '=', 'd.onderdeel_id'))
      .select(['o.naam as onderdeel', 'm.soort', 'm.wijkt_af', sql<Temporal.Instant>`m.besloten_op`.as('op')])
      .where('m.organisatie_id', '=', organisatieId).where('m.besloten_op', 'is not', null).where('m.soort', '!=', 'rechterlijk_bevel').where('d.compartiment', '=', compartiment).execute();
    const besluiten = rijen.map((r) => ({ halfjaar: halfjaarVan(dagVan(r.op)), onderdeel: r.onderdeel, soort: r.soort, afwijkend: r.wijkt_af }));
    return { ...grensbeeld(besluiten, afgelopenHalfjaren(dagVan(nu), TERUG)), compartiment, compartimenten: mijne };
  },
});
