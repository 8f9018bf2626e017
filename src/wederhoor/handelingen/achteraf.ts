import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import type { ActorContext } from '../../platform/deuren/index.ts';
import { legVast } from '../../dossier/index.ts';
import { briefhash, nieuweBriefcodes, type Briefcodes } from '../toegang/code.ts';
import { feitenVan } from '../vragen.ts';
import { bevriesUittreksel } from './gedeeld.ts';

/** How a citizen answers a letter about a measure that could not wait: the page and the codes that stand in that letter alone. */
export interface Briefantwoord {
  webadres: string;
  code: string;
  controle: string;
}

/** Draws the codes for the letter; null when this betrokkene was already asked, by codes of their own or in another way. */
export async function antwoordcodes(ctx: ActorContext, betrokkeneId: Id, webadres: string): Promise<Briefantwoord | null> {
  const open = await ctx.trx.selectFrom('wederhoor').select('id').where('organisatie_id', '=', ctx.organisatieId).where('betrokkene_id', '=', betrokkeneId).where('uitkomst', 'is', null).where('vervallen_op', 'is', null).executeTakeFirst();
  return open ? null : { webadres, ...nieuweBriefcodes() };
}

/**
 * Asks someone for his view with the letter about a measure that could not wait: whoever gets that letter can answer it. The text is the one in the
 * letter, which a person checked. It runs until the duty to hear him does (`vereistAchteraf`), whose clock is the only one.
 */
export async function vraagMetBesluit(ctx: ActorContext, v: { dossierId: Id; betrokkeneId: Id; briefId: Id; codes: Briefcodes; uiterlijk: Temporal.Instant; tekst: string; nagekekenDoor: Id; gevraagdDoor: Id }): Promise<Id> {
  const uittreksel = await bevriesUittreksel(ctx, { dossierId: v.dossierId, betrokkeneId: v.betrokkeneId, feiten: await feitenVan(ctx, v.dossierId), tekst: v.tekst, tekstEn: '', door: v.nagekekenDoor });
  const id = ctx.nieuwId();
  await ctx.trx.insertInto('wederhoor').values({
    organisatie_id: ctx.organisatieId, id, dossier_id: v.dossierId, betrokkene_id: v.betrokkeneId, uittreksel_id: uittreksel, wijze: 'brief', verslag: '', gesprek_op: null, brief_id: v.briefId,
    uitgenodigd_door: v.gevraagdDoor, uitgenodigd_op: ctx.nu, uiterlijk: v.uiterlijk, termijn_id: null, uitkomst: null, afgerond_op: null, vervallen_op: null, vervallen_reden: null,
  }).execute();
  await ctx.trx.insertInto('wederhoorsleutel').values({ organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), wederhoor_id: id, soort: 'brief', hash: await briefhash(v.codes), verloopt_op: v.uiterlijk }).execute();
  await legVast(ctx, { dossierId: v.dossierId, soort: 'wederhoor_gevraagd', door: v.gevraagdDoor, gegevens: { wederhoor: id, wijze: 'brief' } });
  return id;
}
