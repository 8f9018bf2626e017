import type { Id } from '../../kern/ids.ts';
import type { Compartiment } from '../../kern/rechten/index.ts';
import type { Context } from '../../platform/deuren/index.ts';

/** Name of the job that tells one system of one change. */
export const TAAK_WEBHOOK = 'signaal.webhook';

/** Tells the systems of this compartment that asked for it that a signal changed: that it did, not what. Leaves when this transaction commits. */
export async function meldWijziging(ctx: Context, signaalId: Id, compartiment: Compartiment): Promise<void> {
  const { trx, organisatieId, nu } = ctx;
  const wie = await trx.selectFrom('systeemkoppeling').select('id').where('organisatie_id', '=', organisatieId).where('compartiment', '=', compartiment).where('webhook_url', 'is not', null).where('ingetrokken_op', 'is', null).where('verloopt_op', '>', nu).execute();
  for (const { id: koppelingId } of wie) {
    const id = ctx.nieuwId();
    await trx.insertInto('webhookbericht').values({ organisatie_id: organisatieId, id, koppeling_id: koppelingId, signaal_id: signaalId, op: nu }).execute();
    await ctx.plaats(TAAK_WEBHOOK, { berichtId: id });
  }
}
