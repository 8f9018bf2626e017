import { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import { momentVan } from '../kern/tijd/index.ts';
import type { ActorContext, Context } from '../platform/deuren/index.ts';
import { zichtbaar } from '../dossier/index.ts';
import { feitstatussenVan } from './feitstatus.ts';
import { groepVan, type Groep } from './lezen.ts';
import type { Feitstatus } from './regels/woorden.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;
type Vrager = Pick<ActorContext, 'trx' | 'organisatieId' | 'actor'>;
const MEEST_INCIDENTEN = 500;
const BEGIN_VAN_DE_DAG = Temporal.PlainTime.from('00:00');

/** The person a betrokkene is known as: the head of the group his record belongs to. Null while nobody recorded who it is, and after erasure. */
export async function persoonBij(ctx: Ctx, betrokkeneId: Id): Promise<{ id: Id; weergave: string } | null> {
  const rij = await ctx.trx.selectFrom('koppeling').select('persoon_id').where('organisatie_id', '=', ctx.organisatieId).where('betrokkene_id', '=', betrokkeneId).executeTakeFirst();
  const groep = rij && (await groepVan(ctx, rij.persoon_id));
  return groep && groep.hoofd.gewist_op === null ? { id: groep.id, weergave: groep.weergave } : null;
}

export interface EerderIncident {
  dossierId: Id;
  nummer: string;
  voorvalOp: Temporal.Instant;
  /** Codes of the organisation's forms of aggression. */
  vormcodes: string[];
  ernst: 'licht' | 'middel' | 'ernstig';
}

/**
 * Other dossiers in which the same person was the veroorzaker, since a day, newest first. Only what a person confirmed counts, never a
 * score; a report that was joined to another counts once; and only dossiers the asker may open, so that a count tells nothing either.
 */
export async function eerdereIncidenten(ctx: Vrager, v: { dossierId: Id; betrokkeneId: Id; vanaf: Temporal.PlainDate }): Promise<EerderIncident[]> {
  const rij = await ctx.trx.selectFrom('koppeling').select('persoon_id').where('organisatie_id', '=', ctx.organisatieId).where('betrokkene_id', '=', v.betrokkeneId).where('dossier_id', '=', v.dossierId).executeTakeFirst();
  const groep = rij && (await groepVan(ctx, rij.persoon_id));
  if (!groep || groep.hoofd.gewist_op !== null || groep.hoofd.beperkt_op !== null) return [];
  const vanaf = momentVan(v.vanaf, BEGIN_VAN_DE_DAG);
  const alle = await incidentenVan(ctx, groep, v.dossierId);
  return alle.filter((d) => Temporal.Instant.compare(d.voorvalOp, vanaf) >= 0).map(({ dossierId, nummer, voorvalOp, vormcodes, ernst }) => ({ dossierId, nummer, voorvalOp, vormcodes, ernst }));
}

export interface Incidentregel extends EerderIncident {
  betrokkeneId: Id;
  recordId: Id;
  titel: string;
  vormen: string[];
  status: 'nieuw' | 'in_behandeling' | 'gesloten';
  feitstatus: Feitstatus;
}

/** The dossiers of a person that the asker may open, newest first; `behalve` is the one he comes from. */
export async function incidentenVan(ctx: Vrager, groep: Groep, behalve?: Id): Promise<Incidentregel[]> {
  const { trx, organisatieId, actor } = ctx;
  let q = trx.selectFrom('dossier').innerJoin('koppeling as k', (j) => j.onRef('k.organisatie_id', '=', 'dossier.organisatie_id').onRef('k.dossier_id', '=', 'dossier.id'))
    .innerJoin('betrokkene as b', (j) => j.onRef('b.organisatie_id', '=', 'k.organisatie_id').onRef('b.id', '=', 'k.betrokkene_id'))
    .where('dossier.organisatie_id', '=', organisatieId).where('k.persoon_id', 'in', groep.records.map((r) => r.id)).where('b.vervallen_op', 'is', null).where('dossier.samengevoegd_in', 'is', null)
    .where((eb) => zichtbaar(eb as never, actor, 'dossier.lezen'));
  if (behalve !== undefined) q = q.where('dossier.id', '!=', behalve);
  const rijen = await q.select(['dossier.id as dossierId', 'dossier.nummer', 'dossier.titel', 'dossier.status', 'dossier.voorval_op as voorvalOp', 'dossier.ernst', 'b.id as betrokkeneId', 'k.persoon_id as recordId'])
    .orderBy('dossier.voorval_op', 'desc').orderBy('dossier.id').limit(MEEST_INCIDENTEN).execute();
  // Two records of one dossier can turn out to be one person: that is still one incident.
  const eenmaal = [...new Map(rijen.map((r) => [r.dossierId, r])).values()];
  const ids = eenmaal.map((r) => r.dossierId);
  const [vormen, statussen] = await Promise.all([
    ids.length === 0 ? [] : trx.selectFrom('dossiervorm as dv').innerJoin('agressievorm as a', (j) => j.onRef('a.organisatie_id', '=', 'dv.organisatie_id').onRef('a.id', '=', 'dv.vorm_id'))
      .select(['dv.dossier_id', 'a.code', 'a.naam']).where('dv.organisatie_id', '=', organisatieId).where('dv.dossier_id', 'in', ids).orderBy('a.volgorde').orderBy('a.code').execute(),
    feitstatussenVan(ctx, ids),
  ]);
  return eenmaal.map((r) => {
    const eigen = vormen.filter((v) => v.dossier_id === r.dossierId);
    return { ...r, vormcodes: eigen.map((v) => v.code), vormen: eigen.map((v) => v.naam), feitstatus: statussen.get(r.dossierId) ?? 'gemeld' };
  });
}
