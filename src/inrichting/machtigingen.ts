import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import type { Compartiment } from '../kern/rechten/index.ts';
import type { Context } from '../platform/deuren/index.ts';
import type { Collega } from './opzoeken.ts';
import type { Verlener } from './regels/machtigingen.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

export interface Machtiging {
  id: Id;
  verlener: Verlener;
  kenmerk: string;
  van: Temporal.PlainDate;
  tot: Temporal.PlainDate | null;
}

export interface Machtigingsvraag {
  beslissersoort: string;
  maatregelsoort: string;
  /** Department that the matter belongs to. */
  onderdeelId: Id;
  compartiment: Compartiment;
  op: Temporal.Instant;
}

// One function in the database says what a mandate carries; the guard on decisions asks the same one.
const draagt = (organisatieId: Id, v: Machtigingsvraag) => sql<boolean>`machtiging_draagt(${organisatieId}, g.id, g.medewerker_id, ${v.beslissersoort}, ${v.maatregelsoort}, ${v.onderdeelId}, ${v.compartiment}, ${v.op}::timestamptz)`;

/** The mandate by which this colleague may take this decision at this moment; null when he has none. The one that lasts longest when there are more. */
export async function machtigingVoor({ trx, organisatieId }: Ctx, v: Machtigingsvraag & { medewerkerId: Id }): Promise<Machtiging | null> {
  const m = await trx.selectFrom('machtiging as g').select(['g.id', 'g.verlener', 'g.kenmerk', 'g.van', 'g.tot']).where('g.organisatie_id', '=', organisatieId).where('g.medewerker_id', '=', v.medewerkerId)
    .where(draagt(organisatieId, v)).orderBy(sql`g.tot desc nulls first`).orderBy('g.id').executeTakeFirst();
  return m ?? null;
}

/** Active colleagues who may take this decision at this moment. */
export async function gemachtigden({ trx, organisatieId }: Ctx, v: Machtigingsvraag): Promise<Collega[]> {
  const rijen = await trx.selectFrom('machtiging as g').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'g.organisatie_id').onRef('m.id', '=', 'g.medewerker_id'))
    .select(['m.id', 'm.naam', 'm.soort', 'm.onderdeel_id as onderdeelId', 'm.locatie_id as locatieId', 'm.telefoon', 'm.werkgever']).distinct()
    .where('g.organisatie_id', '=', organisatieId).where('m.actief', '=', true).where(draagt(organisatieId, v)).orderBy('m.naam').execute();
  return rijen;
}
