import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import { rondDezeTermijnAf, zetTermijn, verzetTermijn, dossierFeiten } from '../dossier/index.ts';
import type { Context } from '../platform/deuren/index.ts';
import type { Uitkomst, Wijze } from './regels/woorden.ts';

/** How the hearing of one betrokkene stands. */
export interface Wederhoorstand {
  id: Id;
  uitgenodigdOp: Temporal.Instant;
  wijze: Wijze;
  uiterlijk: Temporal.Instant;
  /** Null as long as it runs. A decision waits for an outcome; 'geen_reactie' is one. */
  uitkomst: Uitkomst | null;
  /** All that he said in this hearing, oldest first; null when he said nothing. */
  zienswijze: string | null;
  afgerondOp: Temporal.Instant | null;
}

/** The newest invitation of this betrokkene that counts; null when there is none, or it was taken back or never sent. */
export async function wederhoorstand({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>, dossierId: Id, betrokkeneId: Id): Promise<Wederhoorstand | null> {
  const w = await trx.selectFrom('wederhoor').select(['id', 'uitgenodigd_op', 'wijze', 'uiterlijk', 'uitkomst', 'afgerond_op']).where('organisatie_id', '=', organisatieId)
    .where('dossier_id', '=', dossierId).where('betrokkene_id', '=', betrokkeneId).where('vervallen_op', 'is', null).orderBy('uitgenodigd_op', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (!w) return null;
  const gezegd = await trx.selectFrom('zienswijze').select('tekst').where('organisatie_id', '=', organisatieId).where('wederhoor_id', '=', w.id).where('tekst', '!=', '').orderBy('nummer').execute();
  return {
    id: w.id, uitgenodigdOp: w.uitgenodigd_op, wijze: w.wijze, uiterlijk: w.uiterlijk, uitkomst: w.uitkomst, afgerondOp: w.afgerond_op,
    zienswijze: gezegd.length === 0 ? null : gezegd.map((z) => z.tekst).join('\n\n'),
  };
}

/**
 * Starts the clock on hearing someone after a measure that could not wait. Without `uiterlijk` the organisation's own term counts. It is met
 * by any hearing of this betrokkene that ends before that moment, after it started; when none does, the measure lapses (`hoorplichtVan`).
 */
export async function vereistAchteraf(ctx: Context, v: { dossierId: Id; betrokkeneId: Id; uiterlijk?: Temporal.Instant; aanId?: Id | null }): Promise<{ id: Id; uiterlijk: Temporal.Instant }> {
  const dossier = await dossierFeiten(ctx, v.dossierId);
  if (!dossier) throw new Error('een hoorplicht hoort bij een dossier');
  const termijn = await zetTermijn(ctx, { dossierId: v.dossierId, soort: 'wederhoor_achteraf', compartiment: dossier.feiten.compartiment, aanId: v.aanId ?? null });
  const uiterlijk = v.uiterlijk ?? termijn.vervalOp;
  if (!uiterlijk.equals(termijn.vervalOp)) await verzetTermijn(ctx, { id: termijn.id, vervalOp: uiterlijk, versie: 1 });
  const id = ctx.nieuwId();
  await ctx.trx.insertInto('hoorplicht').values({
    organisatie_id: ctx.organisatieId, id, dossier_id: v.dossierId, betrokkene_id: v.betrokkeneId, sinds: ctx.nu, uiterlijk, termijn_id: termijn.id, voldaan_op: null, verlopen_op: null,
  }).execute();
  return { id, uiterlijk };
}

export interface Hoorplicht {
  id: Id;
  dossierId: Id;
  betrokkeneId: Id;
  uiterlijk: Temporal.Instant;
  stand: 'loopt' | 'voldaan' | 'verlopen';
  /** When it was met or lapsed. */
  op: Temporal.Instant | null;
}

type Lezend = Pick<Context, 'trx' | 'organisatieId' | 'nu'>;

/** Lapsed from the very moment, also before the worker came by to write it down; but not while a hearing that ended in time still has to be written down. */
async function hoorplichten({ trx, organisatieId, nu }: Lezend, ids: readonly Id[]): Promise<Hoorplicht[]> {
  if (ids.length === 0) return [];
  const rijen = await trx.selectFrom('hoorplicht as h').select(['h.id', 'h.dossier_id', 'h.betrokkene_id', 'h.uiterlijk', 'h.voldaan_op', 'h.verlopen_op'])
    .select((eb) => eb.exists(eb.selectFrom('wederhoor as w').select('w.id').whereRef('w.organisatie_id', '=', 'h.organisatie_id').whereRef('w.dossier_id', '=', 'h.dossier_id').whereRef('w.betrokkene_id', '=', 'h.betrokkene_id')
      .where('w.uitkomst', 'is', null).where('w.vervallen_op', 'is', null).whereRef('w.uiterlijk', '<=', 'h.uiterlijk')).as('bijna'))
    .where('h.organisatie_id', '=', organisatieId).where('h.id', 'in', [...ids]).execute();
  return rijen.map((h) => {
    const voorbij = h.voldaan_op === null && !h.bijna && nu.epochNanoseconds >= h.uiterlijk.epochNanoseconds;
    return {
      id: h.id, dossierId: h.dossier_id, betrokkeneId: h.betrokkene_id, uiterlijk: h.uiterlijk,
      stand: h.voldaan_op ? 'voldaan' : h.verlopen_op || voorbij ? 'verlopen' : 'loopt', op: h.voldaan_op ?? h.verlopen_op ?? (voorbij ? h.uiterlijk : null),
    };
  });
}

/** One duty to hear afterwards, as it stands at this moment; null when there is none such. */
export async function hoorplichtVan(ctx: Lezend, id: Id): Promise<Hoorplicht | null> {
  return (await hoorplichten(ctx, [id]))[0] ?? null;
}

/** Of these duties, those that lapsed: the measures they belong to no longer stand. */
export async function verlopenAchteraf(ctx: Lezend, ids: readonly Id[]): Promise<Hoorplicht[]> {
  return (await hoorplichten(ctx, ids)).filter((h) => h.stand === 'verlopen');
}

/** Notes that the betrokkene was heard at `op`: duties that were still running then are met. */
export async function voldoeHoorplicht(ctx: Context, v: { dossierId: Id; betrokkeneId: Id; op: Temporal.Instant; door: Id | null }): Promise<void> {
  const open = await ctx.trx.selectFrom('hoorplicht').select(['id', 'termijn_id']).where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', v.dossierId).where('betrokkene_id', '=', v.betrokkeneId)
    .where('voldaan_op', 'is', null).where('verlopen_op', 'is', null).where('sinds', '<=', v.op).where('uiterlijk', '>=', v.op).execute();
  for (const h of open) {
    await ctx.trx.updateTable('hoorplicht').set({ voldaan_op: v.op }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', h.id).execute();
    if (h.termijn_id !== null) await rondDezeTermijnAf(ctx, { id: h.termijn_id, door: v.door, uitkomst: 'gedaan' });
  }
}
