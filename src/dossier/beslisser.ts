import type { Id } from '../kern/ids.ts';
import type { Context } from '../platform/deuren/index.ts';

/** Puts a decision in a dossier to someone: from now on he has the capacity `beslisser` there. `overId` is what must be decided. */
export async function legVoor(ctx: Context, b: { dossierId: Id; medewerkerId: Id; overId: Id }): Promise<void> {
  await ctx.trx.insertInto('beslisser').values({ organisatie_id: ctx.organisatieId, dossier_id: b.dossierId, medewerker_id: b.medewerkerId, over_id: b.overId, sinds: ctx.nu, tot: null }).execute();
}

/** Takes a decision back from whoever it was put to, because it was taken or is no longer asked. */
export async function nietLangerVoorgelegd(ctx: Context, overId: Id): Promise<void> {
  await ctx.trx.updateTable('beslisser').set({ tot: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('over_id', '=', overId).where('tot', 'is', null).execute();
}
