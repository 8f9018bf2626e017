import { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import { instellingenVan, ontvangersVan, type Geadresseerde } from '../inrichting/index.ts';
import type { Context } from '../platform/deuren/index.ts';
import { zetTermijn } from '../dossier/index.ts';
import { belofteVandaag, type Belwens } from './regels.ts';

export interface Nazorgbelofte {
  /** Who calls; null when the organisation has nobody appointed at all. */
  helperId: Id | null;
  uiterlijk: Temporal.Instant;
}

/**
 * Starts aftercare for one colleague: names who calls and by when, and sets the first clock. The helper is the own
 * leidinggevende; on the route around him, the Adviseur; for political office holders, the griffier (functies H1, H3, B9).
 */
export async function startNazorg(ctx: Context, n: { dossierId: Id; voorId: Id; wens: Belwens; geadresseerde: Geadresseerde }): Promise<Nazorgbelofte> {
  const { kalender } = await instellingenVan(ctx);
  const eerste = n.geadresseerde.compartiment === 'politiek' ? 'griffier' : n.geadresseerde.buitenLeidinggevende ? 'adviseur' : 'leidinggevende';
  const helperId = (await ontvangersVan(ctx, eerste, n.geadresseerde))[0] ?? null;
  if (helperId !== null) await wijsHelperAan(ctx, { dossierId: n.dossierId, voorId: n.voorId, helperId });
  const { vervalOp } = await zetTermijn(ctx, {
    dossierId: n.dossierId, soort: 'nazorg_24u', compartiment: n.geadresseerde.compartiment, voorId: n.voorId, aanId: helperId,
    uiterlijk: belofteVandaag(ctx.nu, n.wens, kalender) ?? undefined,
  });
  // The colleague hears what came of it, also when nothing could be done (functies B8).
  await zetTermijn(ctx, { dossierId: n.dossierId, soort: 'terugkoppeling', compartiment: n.geadresseerde.compartiment, voorId: n.voorId, aanId: helperId });
  return { helperId, uiterlijk: vervalOp };
}

/** Makes someone the helper of a colleague in a dossier; who was it before no longer is. */
export async function wijsHelperAan(ctx: Context, h: { dossierId: Id; voorId: Id; helperId: Id }): Promise<void> {
  await ctx.trx.updateTable('helper').set({ tot: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', h.dossierId).where('voor_id', '=', h.voorId).where('tot', 'is', null).execute();
  await ctx.trx.insertInto('helper').values({ organisatie_id: ctx.organisatieId, dossier_id: h.dossierId, voor_id: h.voorId, medewerker_id: h.helperId, sinds: ctx.nu, tot: null }).execute();
}
