import type { Temporal } from 'temporal-polyfill';
import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import type { ActorContext, Context } from '../../platform/deuren/index.ts';
import { briefstand, briefVervalt } from '../../brieven/index.ts';
import { legVast, rondDezeTermijnAf, verzetTermijn, type DossierOnderwerp } from '../../dossier/index.ts';
import type { Feiten } from '../regels/uittreksel.ts';
import { voldoeHoorplicht } from '../stand.ts';

/** Who it happened to does not hear the one who did it, whatever else he is. */
export function nietZelfBetrokken({ actor }: ActorContext, { feiten }: DossierOnderwerp): void {
  if (feiten.slachtoffers.includes(actor.id)) throw fout('conflict.toestand', { redenen: ['Dit overkwam jou zelf. Vraag een collega om de betrokkene te horen.'] });
}

/** The party of the dossier who is heard; any other is not found. */
export async function veroorzaker({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>, dossierId: Id, betrokkeneId: Id) {
  const wie = await trx.selectFrom('betrokkene').select(['id', 'soort', 'naam', 'medewerker_id']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).where('id', '=', betrokkeneId)
    .where('rol', '=', 'veroorzaker').where('vervallen_op', 'is', null).executeTakeFirst();
  if (!wie) throw fout('niet-gevonden');
  return wie;
}

/** One hearing of a dossier, locked; an ended one too. */
export async function wederhoorOpSlot({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>, dossierId: Id | null, id: Id) {
  let q = trx.selectFrom('wederhoor').selectAll().where('organisatie_id', '=', organisatieId).where('id', '=', id).forUpdate();
  if (dossierId !== null) q = q.where('dossier_id', '=', dossierId);
  return q.executeTakeFirst();
}
export type Wederhoorrij = NonNullable<Awaited<ReturnType<typeof wederhoorOpSlot>>>;

/** The text and the facts as they are now, as a version that never changes; the same text and facts again are no new version. */
export async function bevriesUittreksel(ctx: Context, u: { dossierId: Id; betrokkeneId: Id; feiten: Feiten; tekst: string; tekstEn: string; door: Id }): Promise<Id> {
  const vorige = await ctx.trx.selectFrom('uittreksel').select(['id', 'nummer', 'feiten', 'tekst', 'tekst_en']).where('organisatie_id', '=', ctx.organisatieId).where('betrokkene_id', '=', u.betrokkeneId).orderBy('nummer', 'desc').limit(1).executeTakeFirst();
  if (vorige && vorige.tekst === u.tekst && vorige.tekst_en === u.tekstEn && JSON.stringify(vorige.feiten) === JSON.stringify(u.feiten)) return vorige.id;
  const nieuw = ctx.nieuwId();
  await ctx.trx.insertInto('uittreksel').values({
    organisatie_id: ctx.organisatieId, id: nieuw, dossier_id: u.dossierId, betrokkene_id: u.betrokkeneId, nummer: (vorige?.nummer ?? 0) + 1, feiten: JSON.stringify(u.feiten), tekst: u.tekst, tekst_en: u.tekstEn, door_id: u.door, op: ctx.nu,
  }).execute();
  return nieuw;
}

/** The next number in the row of what was said in one hearing; the hearing is locked. */
export async function volgnummer({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>, wederhoorId: Id): Promise<number> {
  const r = await trx.selectFrom('zienswijze').select((eb) => eb.fn.max('nummer').as('n')).where('organisatie_id', '=', organisatieId).where('wederhoor_id', '=', wederhoorId).executeTakeFirst();
  return Number(r?.n ?? 0) + 1;
}

/** The betrokkene gave his view: that is how the hearing ended, and the duty to hear him is met. He may still add to it until the term. */
export async function rondAfMetZienswijze(ctx: Context, w: Wederhoorrij, door: Id | null): Promise<void> {
  if (w.uitkomst === 'zienswijze') return;
  await ctx.trx.updateTable('wederhoor').set((eb) => ({ uitkomst: 'zienswijze' as const, afgerond_op: ctx.nu, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', w.id).execute();
  if (w.termijn_id !== null) await rondDezeTermijnAf(ctx, { id: w.termijn_id, door, uitkomst: 'gedaan' });
  await voldoeHoorplicht(ctx, { dossierId: w.dossier_id, betrokkeneId: w.betrokkene_id, op: ctx.nu, door });
}

/** Whether someone was asked with the letter about a measure that could not wait. */
export async function staatInBesluit(ctx: Context, w: Pick<Wederhoorrij, 'brief_id'>): Promise<boolean> {
  const brief = w.brief_id === null ? null : await briefstand(ctx, w.brief_id);
  return brief !== null && brief.soort !== 'uitnodiging_wederhoor';
}

/** The invitation does not count any more: it was taken back, or its letter never left. Its codes open nothing. */
export async function laatVervallen(ctx: Context, w: Wederhoorrij, reden: string, door: Id | null): Promise<void> {
  await ctx.trx.updateTable('wederhoor').set((eb) => ({ vervallen_op: ctx.nu, vervallen_reden: reden, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', w.id).execute();
  await ctx.trx.deleteFrom('wederhoorsleutel').where('organisatie_id', '=', ctx.organisatieId).where('wederhoor_id', '=', w.id).execute();
  // The letter about a measure says more than this question: it stays.
  if (w.brief_id !== null && !(await staatInBesluit(ctx, w))) await briefVervalt(ctx, w.brief_id);
  if (w.termijn_id !== null) await rondDezeTermijnAf(ctx, { id: w.termijn_id, door, uitkomst: 'vervallen' });
  await legVast(ctx, { dossierId: w.dossier_id, soort: 'wederhoor_vervallen', door, gegevens: { wederhoor: w.id, reden } });
}

/** Puts the end of an open hearing, its clock and the codes of its letter on a later moment. */
export async function geefTijd(ctx: Context, w: Wederhoorrij, uiterlijk: Temporal.Instant): Promise<void> {
  const org = ctx.organisatieId;
  await ctx.trx.updateTable('wederhoor').set((eb) => ({ uiterlijk, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', org).where('id', '=', w.id).execute();
  await ctx.trx.updateTable('wederhoorsleutel').set({ verloopt_op: uiterlijk }).where('organisatie_id', '=', org).where('wederhoor_id', '=', w.id).where('soort', '=', 'brief').execute();
  if (w.termijn_id === null) return;
  const termijn = await ctx.trx.selectFrom('termijn').select(['id', 'versie']).where('organisatie_id', '=', org).where('id', '=', w.termijn_id).where('afgerond_op', 'is', null).executeTakeFirst();
  if (termijn) await verzetTermijn(ctx, { ...termijn, vervalOp: uiterlijk });
}
