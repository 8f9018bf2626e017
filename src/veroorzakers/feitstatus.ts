import { z } from 'zod';
import { veldfout } from '../kern/fouten/index.ts';
import type { Id } from '../kern/ids.ts';
import { id, keuze, tekst } from '../kern/invoer.ts';
import { handeling, type Context } from '../platform/deuren/index.ts';
import { dossierOpSlot, legVast } from '../dossier/index.ts';
import { feitstatuscodes, feitstatussen, type Feitstatus } from './regels/woorden.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

/** Whether what a dossier tells was only reported, is contested or is established. Whoever asks already may see the dossier. */
export async function feitstatusVan(ctx: Ctx, dossierId: Id): Promise<Feitstatus> {
  return (await feitstatussenVan(ctx, [dossierId])).get(dossierId) ?? 'gemeld';
}

/** The same for several dossiers at once; what is not in it is 'gemeld'. */
export async function feitstatussenVan({ trx, organisatieId }: Ctx, dossierIds: readonly Id[]): Promise<Map<Id, Feitstatus>> {
  if (dossierIds.length === 0) return new Map();
  const rijen = await trx.selectFrom('feitstatus').distinctOn('dossier_id').select(['dossier_id', 'status']).where('organisatie_id', '=', organisatieId).where('dossier_id', 'in', [...dossierIds])
    .orderBy('dossier_id').orderBy('op', 'desc').orderBy('id', 'desc').execute();
  return new Map(rijen.map((r) => [r.dossier_id, r.status]));
}

/** Sets whether what a dossier tells was only reported, is contested or is established, with the reason. The one before stays in the history. */
export const zetFeitstatus = handeling({
  naam: 'feitstatus.zetten',
  invoer: z.object({ id: id('Open het dossier opnieuw.'), status: keuze(feitstatuscodes, 'Kies hoe vast het staat.'), reden: tekst({ max: 2_000, verplicht: 'Schrijf waarop dit rust: wie zei het, wat is nagegaan?' }) }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp: { dossierId } } = ctx;
    const was = await feitstatusVan(ctx, dossierId);
    if (was === invoer.status) throw veldfout('status', `Het staat al op ‘${feitstatussen[was].toLowerCase()}’.`);
    await ctx.trx.insertInto('feitstatus').values({ organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), dossier_id: dossierId, status: invoer.status, reden: invoer.reden, door: ctx.actor.id, op: ctx.nu }).execute();
    await legVast(ctx, { dossierId, soort: 'feitstatus', door: ctx.actor.id, gegevens: { van: was, naar: invoer.status, reden: invoer.reden } });
    return { resultaat: { id: dossierId }, journaal: { van: was, naar: invoer.status } };
  },
});
