import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { metSysteem, type Db } from '../../platform/database/index.ts';

/** Removes, for all organisations, the keys that open nothing any more. */
export async function ruimSleutelsOp(db: Db, nu: Temporal.Instant): Promise<void> {
  await metSysteem(db, (trx) => sql`select wederhoorsleutels_opruimen(${nu}::timestamptz)`.execute(trx));
}
