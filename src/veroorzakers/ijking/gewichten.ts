import { z } from 'zod';
import type { Temporal } from 'temporal-polyfill';
import type { Context } from '../../platform/deuren/index.ts';
import { isIjkveld, standaardgewichten, type Gewichten, type Ijkveld } from '../../herkennen/index.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

const Kansen = z.record(z.string(), z.record(z.string(), z.number().gt(0).lt(1)));

/** Weights as they are stored; what is no field or level that can be learned is left out. */
export function leesKansen(ruw: unknown): Gewichten {
  const gelezen = Kansen.safeParse(ruw);
  if (!gelezen.success) return {};
  return Object.fromEntries(Object.entries(gelezen.data).flatMap(([veld, kansen]) => (isIjkveld(veld) ? [[veld, Object.fromEntries(Object.entries(kansen).filter(([n]) => Object.hasOwn(standaardgewichten[veld], n)))]] : [])));
}

/** A version of weights that an organisation took over, or put back. */
export interface Gewichtversie {
  versie: number;
  gewichten: Gewichten;
  besluiten: number | null;
  terugNaar: number | null;
  op: Temporal.Instant;
}

/** All versions, the one in force first. */
export async function gewichtversies({ trx, organisatieId }: Ctx): Promise<Gewichtversie[]> {
  const rijen = await trx.selectFrom('herkengewicht').selectAll().where('organisatie_id', '=', organisatieId).orderBy('versie', 'desc').execute();
  return rijen.map((r) => ({ versie: r.versie, gewichten: leesKansen(r.kansen), besluiten: r.besluiten, terugNaar: r.terug_naar, op: r.op }));
}

/** The weights in force; null is the standard that comes with Rugdekking. */
export async function gewichtenVan({ trx, organisatieId }: Ctx): Promise<Gewichten | null> {
  const rij = await trx.selectFrom('herkengewicht').select('kansen').where('organisatie_id', '=', organisatieId).orderBy('versie', 'desc').limit(1).executeTakeFirst();
  return rij === undefined ? null : leesKansen(rij.kansen);
}

/** How often the data of one person relate so, as it is reckoned with now. */
export function geldendeKansen(veld: Ijkveld, eigen: Gewichten | null): ReadonlyMap<string, number> {
  return new Map(Object.entries({ ...standaardgewichten[veld], ...eigen?.[veld] }));
}
