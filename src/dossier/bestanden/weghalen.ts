import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, tekst } from '../../kern/invoer.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { legVast } from '../gebeurtenis.ts';
import { dossierOpSlot, type DossierOnderwerp } from '../onderwerp.ts';
import { TAAK_WISSEN } from './handelingen.ts';
import { BEDENKTIJD_DAGEN, magWeghalen } from './regels.ts';

const Een = { id: id('Dit dossier bestaat niet.'), bestand: id('Dit bestand bestaat niet.') };

/**
 * Takes a file out of a dossier: at once nobody sees or fetches it, after a while its contents are gone from the storage. The wrong
 * screenshot must not stay; what happened to a piece of evidence must: the row, its SHA-256, who and why.
 */
export const haalBestandWeg = handeling({
  naam: 'bestand.weghalen',
  invoer: z.object({ ...Een, reden: tekst({ max: 1_000, verplicht: 'Schrijf waarom dit bestand weg moet.' }) }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp, actor } = ctx;
    const { dossierId } = onderwerp;
    const b = await opSlot(ctx, dossierId, invoer.bestand);
    if (!b || b.verwijderd_op !== null || !magWeghalen(onderwerp, actor.id, b.door)) throw fout('niet-gevonden');
    await zet(ctx, b.id, { verwijderd_op: ctx.nu, weg_door: actor.id, weg_reden: invoer.reden });
    await ctx.plaats(TAAK_WISSEN, { bestandId: b.id }, { nietVoor: ctx.nu.add({ hours: BEDENKTIJD_DAGEN * 24 }) });
    await legVast(ctx, { dossierId, soort: 'bestand_weggehaald', door: actor.id, gegevens: { bestand: b.id, reden: invoer.reden } });
    return { resultaat: { id: dossierId }, object: { soort: 'bestand', id: b.id }, journaal: { sha256: b.sha256, grootte: b.grootte } };
  },
});

/** Puts a file back that was taken out, as long as its contents are there. */
export const zetBestandTerug = handeling({
  naam: 'bestand.terugzetten',
  invoer: z.object(Een),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { dossierId } = ctx.onderwerp;
    const b = await opSlot(ctx, dossierId, ctx.invoer.bestand);
    if (!b) throw fout('niet-gevonden');
    if (b.gewist_op !== null) throw fout('conflict.toestand', { redenen: ['Dit bestand is al gewist. Het kan niet meer terug.'] });
    if (b.verwijderd_op === null) throw fout('conflict.toestand', { redenen: ['Dit bestand is al teruggezet.'] });
    await zet(ctx, b.id, { verwijderd_op: null, weg_door: null, weg_reden: null });
    await legVast(ctx, { dossierId, soort: 'bestand_teruggezet', door: ctx.actor.id, gegevens: { bestand: b.id } });
    return { resultaat: { id: dossierId }, object: { soort: 'bestand', id: b.id }, journaal: { sha256: b.sha256 } };
  },
});

function opSlot(ctx: ActorContext & { onderwerp: DossierOnderwerp }, dossierId: Id, bestandId: Id) {
  return ctx.trx.selectFrom('bestand').select(['id', 'door', 'sha256', 'grootte', 'verwijderd_op', 'gewist_op']).where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('id', '=', bestandId)
    .forUpdate().executeTakeFirst();
}

async function zet(ctx: ActorContext, bestandId: Id, wat: { verwijderd_op: ActorContext['nu'] | null; weg_door: Id | null; weg_reden: string | null }): Promise<void> {
  await ctx.trx.updateTable('bestand').set(wat).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', bestandId).execute();
}
