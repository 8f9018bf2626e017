import type { Id } from '../kern/ids.ts';
import type { Context } from '../platform/deuren/index.ts';
import type { Berichtsoort } from '../platform/post/index.ts';

/** Why someone gets an e-mail about a dossier. The mail holds a link and nothing of the matter itself. */
export type Kennisgevingsoort = Exclude<Berichtsoort, 'uitnodiging-account'>;

/** Name of the job that sends the mail of one kennisgeving. */
export const TAAK_MAIL = 'kennisgeving.mailen';

/** Tells someone about a dossier or something of another room: a row that shows it was done, and a mail that leaves when this transaction commits. */
export async function stelInKennis(ctx: Context, k: ({ dossierId: Id; onderwerp?: undefined } | { dossierId?: undefined; onderwerp: { soort: string; id: Id } }) & { aanId: Id; soort: Kennisgevingsoort }): Promise<Id> {
  const id = ctx.nieuwId();
  await ctx.trx.insertInto('kennisgeving').values({
    organisatie_id: ctx.organisatieId, id, ...(k.onderwerp ? { dossier_id: null, onderwerp_soort: k.onderwerp.soort, onderwerp_id: k.onderwerp.id } : { dossier_id: k.dossierId }), aan_id: k.aanId, soort: k.soort, op: ctx.nu, verstuurd_op: null, bevestigd_op: null,
  }).execute();
  await ctx.plaats(TAAK_MAIL, { kennisgevingId: id });
  return id;
}
