import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import { metOrganisatie, metSysteem, type Db, type Trx } from '../database/index.ts';
import type { Opslag } from './opslag.ts';

/** What was begun this long ago and is not finished will not be: no request takes a day. */
const BEDENKTIJD = { hours: 24 } as const;
/** How long it is known what was cleared away. */
const ONTHOUDEN = { hours: 30 * 24 } as const;
/** Keys at a time: the transaction stays open while the storage removes them. */
const BEURT = 20;

/** Writes down, and commits, under which keys something is going to stand in the storage: what a killed process leaves behind is found again. */
export async function schrijfVoornemen(db: Db, organisatieId: Id, sleutels: readonly string[], op: Temporal.Instant): Promise<void> {
  await metOrganisatie(db, organisatieId, (trx) => trx.insertInto('opslagvoornemen').values(sleutels.map((sleutel) => ({ organisatie_id: organisatieId, sleutel, op, gewist_op: null }))).execute());
}

/**
 * In the act that writes down where a file stands: from here on it is kept. Whoever gives `neemVoor` to `bewaar` must call this, or the file is
 * gone after a day. False when it took so long that it is gone already.
 */
export async function maakVoornemenWaar(trx: Trx, organisatieId: Id, sleutels: readonly string[]): Promise<boolean> {
  const rijen = await trx.deleteFrom('opslagvoornemen').where('organisatie_id', '=', organisatieId).where('sleutel', 'in', [...sleutels]).returning('gewist_op').execute();
  return rijen.every((r) => r.gewist_op === null);
}

/**
 * Takes out of the storage what was begun a day ago and never finished. Each key is locked while that happens, so that an act that finishes
 * it at the same moment either comes first, and then the key is not here any more, or hears that it is gone. Answers how many keys.
 */
export async function ruimVoornemensOp(db: Db, opslag: Opslag, nu: Temporal.Instant): Promise<number> {
  const voor = nu.subtract(BEDENKTIJD);
  const { rows } = await metSysteem(db, (trx) => sql<{ id: Id }>`select opslagvoornemens_oud(${voor}::timestamptz) as id`.execute(trx));
  let geruimd = 0;
  for (const { id } of rows) {
    let n: number;
    do {
      n = await metOrganisatie(db, id, async (trx) => {
        const oud = await trx.selectFrom('opslagvoornemen').select('sleutel').where('organisatie_id', '=', id).where('gewist_op', 'is', null).where('op', '<', voor).limit(BEURT).forUpdate().skipLocked().execute();
        if (oud.length === 0) return 0;
        await trx.updateTable('opslagvoornemen').set({ gewist_op: nu }).where('organisatie_id', '=', id).where('sleutel', 'in', oud.map((r) => r.sleutel)).execute();
        for (const { sleutel } of oud) await opslag.verwijder(sleutel);
        return oud.length;
      });
      geruimd += n;
    } while (n > 0);
    await metOrganisatie(db, id, (trx) => trx.deleteFrom('opslagvoornemen').where('organisatie_id', '=', id).where('gewist_op', '<', nu.subtract(ONTHOUDEN)).execute());
  }
  return geruimd;
}
