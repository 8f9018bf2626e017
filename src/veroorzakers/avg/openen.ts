import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import { metRol } from '../../inrichting/index.ts';
import type { ActorContext } from '../../platform/deuren/index.ts';
import { openTermijnenOver, verzetTermijn, zetTermijn } from '../../dossier/index.ts';
import { groepVan, type Groep } from '../lezen.ts';
import type { Stapsoort, Verzoeksoort } from './regels.ts';

/** The word by which clocks and messages about a request are known. */
export const ONDERWERP = 'avgverzoek';

export async function legStapVast(ctx: ActorContext, s: { verzoekId: Id; soort: Stapsoort; tekst: string; doorSysteem?: boolean }): Promise<void> {
  await ctx.trx.insertInto('avgstap').values({ organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), verzoek_id: s.verzoekId, op: ctx.nu, door: s.doorSysteem ? null : ctx.actor.id, soort: s.soort, tekst: s.tekst }).execute();
}

/** Opens a request and starts its legal clock, which runs from when it was received. */
export async function open(ctx: ActorContext, v: { groep: Groep; soort: Verzoeksoort; ontvangenOp: Temporal.Instant; gevraagd: string; identiteit: string; aanId: Id | null; doorSysteem?: boolean; aanleiding?: string }): Promise<Id> {
  const id = ctx.nieuwId();
  const { compartiment } = v.groep.hoofd;
  await ctx.trx.insertInto('avgverzoek').values({
    organisatie_id: ctx.organisatieId, id, compartiment, persoon_id: v.groep.id, soort: v.soort, status: 'open', ontvangen_op: v.ontvangenOp, gevraagd: v.gevraagd, identiteit: v.identiteit, aan_id: v.aanId,
    gemaakt_door: v.doorSysteem ? null : ctx.actor.id, gemaakt_op: ctx.nu,
  }).execute();
  await zetTermijn(ctx, { onderwerp: { soort: ONDERWERP, id, compartiment }, soort: v.soort === 'kennisgeving' ? 'avg_kennisgeving' : 'avg_verzoek', compartiment, aanId: v.aanId, start: v.ontvangenOp });
  await legStapVast(ctx, { verzoekId: id, soort: 'ontvangen', tekst: v.aanleiding ?? '', doorSysteem: v.doorSysteem });
  return id;
}

/** Takes more time for a request or a notice: its clock, why, and a line in what happened. */
export async function verleng(ctx: ActorContext, v: { verzoekId: Id; naar: Temporal.Instant; reden: string; soort: 'verlengd' | 'uitgesteld' }): Promise<void> {
  const [klok] = await openTermijnenOver(ctx, v.verzoekId);
  if (klok) await verzetTermijn(ctx, { id: klok.id, vervalOp: v.naar, versie: klok.versie });
  await ctx.trx.updateTable('avgverzoek').set((eb) => ({ verlengd_op: ctx.nu, verleng_reden: v.reden, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', v.verzoekId).execute();
  await legStapVast(ctx, { verzoekId: v.verzoekId, soort: v.soort, tekst: v.reden });
}

/**
 * Once someone who can be reached is recorded by name, he is owed notice within a month (AVG art. 14 lid 3 sub a): the clock starts, once
 * per person. Whether and when he is told is decided by a person.
 */
export async function eersteKennisgeving(ctx: ActorContext, persoonId: Id): Promise<void> {
  const groep = await groepVan(ctx, persoonId);
  if (!groep || groep.hoofd.medewerker_id !== null || groep.hoofd.gewist_op !== null) return;
  const bereikbaar = groep.records.some((r) => r.middelen.some((m) => m.soort === 'email') || r.adressen.some((a) => a.tot === null && (a.huisnummer !== null || a.postbus !== null)));
  if (!bereikbaar || !groep.records.some((r) => r.namen.length > 0)) return;
  const al = await ctx.trx.selectFrom('avgverzoek').select('id').where('organisatie_id', '=', ctx.organisatieId).where('persoon_id', 'in', groep.records.map((r) => r.id)).where('soort', '=', 'kennisgeving').executeTakeFirst();
  if (al) return;
  const { compartiment } = groep.hoofd;
  const wie = compartiment === 'politiek' ? await metRol(ctx, 'griffier', compartiment) : await metRol(ctx, 'adviseur', compartiment);
  await open(ctx, { groep, soort: 'kennisgeving', ontvangenOp: ctx.nu, gevraagd: '', identiteit: '', aanId: wie[0] ?? null, doorSysteem: true });
}
