import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import { id, keuzeOfNiets, vinkje } from '../../kern/invoer.ts';
import { dossierOpSlot, legVast } from '../../dossier/index.ts';
import { handeling } from '../../platform/deuren/index.ts';
import { adviesgrond } from '../adviezen.ts';
import { tegencodes } from '../regels/soorten.ts';

/** Establishes what this veroorzaker did in this dossier, where the forms of aggression alone do not say it. */
export const legFeitenVast = handeling({
  naam: 'advies.feiten',
  invoer: z.object({
    id: id('Open het dossier opnieuw.'), betrokkene: id('Open het dossier opnieuw.'), versie: z.coerce.number({ error: 'Open de pagina opnieuw.' }).int().min(0),
    gedragingen: z.preprocess((w) => (w === undefined || w === '' ? [] : Array.isArray(w) ? w : [w]), z.array(z.string().max(60)).max(60)), tegen: keuzeOfNiets(tegencodes, 'Kies tegen wie het was.'), wapen: vinkje,
  }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    const { kader, vastgesteld } = await adviesgrond(ctx, { dossierId: onderwerp.dossierId, betrokkeneId: invoer.betrokkene });
    if ((vastgesteld?.versie ?? 0) !== invoer.versie) throw fout('conflict.gewijzigd');
    const gedragingen = [...new Set(invoer.gedragingen)];
    if (gedragingen.some((c) => !kader.gedragingen.some((g) => g.code === c))) throw veldfout('gedragingen', 'Kies een gedraging uit de lijst.');
    const rij = { gedragingen, tegen: invoer.tegen ?? null, wapen: invoer.wapen, door: ctx.actor.id, op: ctx.nu };
    await ctx.trx.insertInto('adviesfeiten').values({ organisatie_id: ctx.organisatieId, dossier_id: onderwerp.dossierId, betrokkene_id: invoer.betrokkene, ...rij })
      .onConflict((c) => c.columns(['organisatie_id', 'dossier_id', 'betrokkene_id']).doUpdateSet((eb) => ({ ...rij, versie: eb('adviesfeiten.versie', '+', 1) }))).execute();
    await legVast(ctx, { dossierId: onderwerp.dossierId, soort: 'gedraging_vastgesteld', door: ctx.actor.id, gegevens: { gedragingen: gedragingen.map((c) => kader.gedragingen.find((g) => g.code === c)?.naam ?? c), tegen: rij.tegen, wapen: rij.wapen } });
    return { resultaat: { id: onderwerp.dossierId, betrokkene: invoer.betrokkene } };
  },
});
