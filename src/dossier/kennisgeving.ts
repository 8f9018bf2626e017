import type { Id } from '../kern/ids.ts';
import type { Context } from '../platform/deuren/index.ts';

/** Why someone gets an e-mail. The mail holds a link and nothing of the matter itself. */
export const berichtsoorten = ['nieuwe-melding', 'ernstige-melding', 'niet-bevestigd', 'herinnering-nazorg', 'herinnering', 'te-laat', 'verklaring-gevraagd', 'verklaring-herinnering', 'terugkoppeling', 'melding-ontvangen', 'hulp-gevraagd', 'spreken-gevraagd'] as const;
export type Berichtsoort = (typeof berichtsoorten)[number];

/** Name of the job that sends the mail of one kennisgeving. */
export const TAAK_MAIL = 'kennisgeving.mailen';

/** Tells someone about a dossier: a row that shows it was done, and a mail that leaves when this transaction commits. */
export async function stelInKennis(ctx: Context, k: { dossierId: Id; aanId: Id; soort: Berichtsoort }): Promise<Id> {
  const id = ctx.nieuwId();
  await ctx.trx.insertInto('kennisgeving').values({
    organisatie_id: ctx.organisatieId, id, dossier_id: k.dossierId, aan_id: k.aanId, soort: k.soort, op: ctx.nu, verstuurd_op: null, bevestigd_op: null,
  }).execute();
  await ctx.plaats(TAAK_MAIL, { kennisgevingId: id });
  return id;
}
