import { fout } from '../kern/fouten/index.ts';
import type { Id } from '../kern/ids.ts';
import type { ActorContext } from '../platform/deuren/index.ts';
import type { Uitslag } from '../herkennen/index.ts';
import type { Groep } from './lezen.ts';
import { deelboom } from './regels/groep.ts';

/** What the matcher said when someone decided; kept with the decision. */
export type Gezien = Pick<Uitslag, 'band' | 'kans' | 'redenen'> | null;

async function legOordeelVast(ctx: ActorContext, o: { van: Groep; ander: Groep; uitkomst: 'dezelfde' | 'niet_dezelfde'; gezien: Gezien; reden: string }): Promise<Id> {
  const id = ctx.nieuwId();
  await ctx.trx.insertInto('oordeel').values({
    organisatie_id: ctx.organisatieId, id, compartiment: o.van.hoofd.compartiment, persoon_id: o.van.id, ander_id: o.ander.id, uitkomst: o.uitkomst, band: o.gezien?.band ?? null, score: o.gezien?.kans ?? null,
    // The weight per field and its words; never the values.
    redenen: JSON.stringify((o.gezien?.redenen ?? []).map(({ veld, niveau, bits, tekst }) => ({ veld, niveau, bits, tekst }))), reden: o.reden, door: ctx.actor.id, op: ctx.nu,
  }).execute();
  return id;
}

/** Decisions that stand between any record of one group and any of another. */
export async function oordelenTussen({ trx, organisatieId }: Pick<ActorContext, 'trx' | 'organisatieId'>, a: Groep, b: Groep) {
  const [van, naar] = [a.records.map((r) => r.id), b.records.map((r) => r.id)];
  return trx.selectFrom('oordeel').select(['id', 'uitkomst']).where('organisatie_id', '=', organisatieId).where('ingetrokken_op', 'is', null)
    .where((eb) => eb.or([eb.and([eb('persoon_id', 'in', van), eb('ander_id', 'in', naar)]), eb.and([eb('persoon_id', 'in', naar), eb('ander_id', 'in', van)])])).execute();
}

/** Heads of groups that were decided not to be this person. */
export async function nietDezelfde({ trx, organisatieId }: Pick<ActorContext, 'trx' | 'organisatieId'>, groep: Groep): Promise<Set<Id>> {
  const van = groep.records.map((r) => r.id);
  const rijen = await trx.selectFrom('oordeel as o').innerJoin('persoon as p', (j) => j.onRef('p.organisatie_id', '=', 'o.organisatie_id').on((eb) => eb.or([eb('p.id', '=', eb.ref('o.persoon_id')), eb('p.id', '=', eb.ref('o.ander_id'))])))
    .select('p.groep_id').distinct().where('o.organisatie_id', '=', organisatieId).where('o.uitkomst', '=', 'niet_dezelfde').where('o.ingetrokken_op', 'is', null)
    .where((eb) => eb.or([eb('o.persoon_id', 'in', van), eb('o.ander_id', 'in', van)])).execute();
  return new Set(rijen.map((r) => r.groep_id).filter((id) => id !== groep.id));
}

/** Stops what cannot be joined, each with its own sentence. */
function teVoegen(van: Groep, naar: Groep): void {
  if (van.id === naar.id) throw fout('conflict.toestand', { redenen: ['Dit is al één persoon.'] });
  if (van.hoofd.compartiment !== naar.hoofd.compartiment) throw fout('niet-gevonden');
  if (van.hoofd.gewist_op !== null || naar.hoofd.gewist_op !== null) throw fout('conflict.toestand', { redenen: ['Een van deze personen is gewist. Daar kan niets meer bij.'] });
  if (van.hoofd.beperkt_op !== null || naar.hoofd.beperkt_op !== null) throw fout('conflict.toestand', { redenen: ['De gegevens van een van deze personen zijn beperkt. Zolang dat zo is, voegen we niets samen.'] });
}

/** Joins one person to another: one pointer is set, and nothing moves. The persons are locked (slotOpPersonen). */
export async function voegSamen(ctx: ActorContext, o: { van: Groep; naar: Groep; gezien: Gezien; reden: string }): Promise<void> {
  const { van, naar } = o;
  teVoegen(van, naar);
  if ((await oordelenTussen(ctx, van, naar)).some((x) => x.uitkomst === 'niet_dezelfde')) throw fout('conflict.toestand', { redenen: ['Eerder is besloten dat dit niet dezelfde persoon is. Trek dat besluit eerst in.'] });
  const { trx, organisatieId } = ctx;
  await trx.updateTable('persoon').set((eb) => ({ samengevoegd_in: naar.id, groep_id: naar.id, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', organisatieId).where('id', '=', van.id).execute();
  await trx.updateTable('persoon').set({ groep_id: naar.id }).where('organisatie_id', '=', organisatieId).where('groep_id', '=', van.id).execute();
  await trx.updateTable('persoon').set((eb) => ({ versie: eb('versie', '+', 1) })).where('organisatie_id', '=', organisatieId).where('id', '=', naar.id).execute();
  await legOordeelVast(ctx, { van, ander: naar, uitkomst: 'dezelfde', gezien: o.gezien, reden: o.reden });
}

/** Parts a record, with all that were joined to it, from the group it was joined to. */
export async function splits(ctx: ActorContext, groep: Groep, recordId: Id, reden: string): Promise<void> {
  const record = groep.records.find((r) => r.id === recordId);
  if (!record || record.samengevoegd_in === null) throw fout('conflict.toestand', { redenen: ['Dit staat al op zichzelf. Er is niets om uit elkaar te halen.'] });
  if (groep.hoofd.gewist_op !== null) throw fout('conflict.toestand', { redenen: ['Deze persoon is gewist.'] });
  const { trx, organisatieId } = ctx;
  const mee = deelboom(groep.records, recordId);
  await trx.updateTable('persoon').set((eb) => ({ samengevoegd_in: null, groep_id: recordId, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', organisatieId).where('id', '=', recordId).execute();
  const onder = mee.filter((id) => id !== recordId);
  if (onder.length > 0) await trx.updateTable('persoon').set({ groep_id: recordId }).where('organisatie_id', '=', organisatieId).where('id', 'in', onder).execute();
  await trx.updateTable('persoon').set((eb) => ({ versie: eb('versie', '+', 1) })).where('organisatie_id', '=', organisatieId).where('id', '=', groep.id).execute();
  await trx.updateTable('oordeel').set({ ingetrokken_op: ctx.nu, ingetrokken_door: ctx.actor.id, intrek_reden: reden }).where('organisatie_id', '=', organisatieId).where('persoon_id', '=', recordId).where('ander_id', '=', record.samengevoegd_in)
    .where('uitkomst', '=', 'dezelfde').where('ingetrokken_op', 'is', null).execute();
}

/** Records that two persons are not the same, so that nobody is asked again. */
export async function zegNietDezelfde(ctx: ActorContext, o: { van: Groep; ander: Groep; gezien: Gezien; reden: string }): Promise<void> {
  teVoegen(o.van, o.ander);
  if ((await oordelenTussen(ctx, o.van, o.ander)).some((x) => x.uitkomst === 'niet_dezelfde')) return;
  await legOordeelVast(ctx, { ...o, uitkomst: 'niet_dezelfde' });
}

/** Checks that what someone saw of a person is what is there now: he still heads his group, and nothing in it changed. */
export function gelijkePersoon(groep: Groep, gezien: { id: Id; versie: number }): void {
  if (groep.id !== gezien.id || groep.hoofd.versie !== gezien.versie) throw fout('conflict.gewijzigd');
}

