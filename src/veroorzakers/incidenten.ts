import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import type { ActorContext, Context } from '../platform/deuren/index.ts';
import { momentVan } from '../kern/tijd/index.ts';
import { zichtbaar } from '../dossier/index.ts';
import { weergave } from './regels/naam.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;
const BEGIN_VAN_DE_DAG = Temporal.PlainTime.from('00:00');

/** The person a betrokkene is known as: the head of the group his record belongs to. Null while nobody recorded who it is, and after erasure. */
export async function persoonBij({ trx, organisatieId }: Ctx, betrokkeneId: Id): Promise<{ id: Id; weergave: string } | null> {
  const p = await trx.selectFrom('koppeling as k').innerJoin('persoon as r', (j) => j.onRef('r.organisatie_id', '=', 'k.organisatie_id').onRef('r.id', '=', 'k.persoon_id'))
    .innerJoin('persoon as p', (j) => j.onRef('p.organisatie_id', '=', 'r.organisatie_id').onRef('p.id', '=', 'r.groep_id'))
    .select(['p.id', 'p.soort', 'p.omschrijving', 'p.gewist_op']).where('k.organisatie_id', '=', organisatieId).where('k.betrokkene_id', '=', betrokkeneId).executeTakeFirst();
  if (!p || p.gewist_op !== null) return null;
  const namen = await trx.selectFrom('persoonnaam').select(['soort', 'voornamen', 'voorvoegsel', 'geslachtsnaam']).where('organisatie_id', '=', organisatieId).where('persoon_id', '=', p.id).orderBy('volgorde').execute();
  return { id: p.id, weergave: weergave(p, namen) };
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
export async function eerdereIncidenten(ctx: Pick<ActorContext, 'trx' | 'organisatieId' | 'actor'>, v: { dossierId: Id; betrokkeneId: Id; vanaf: Temporal.PlainDate }): Promise<EerderIncident[]> {
  const { trx, organisatieId, actor } = ctx;
  return trx.selectFrom('dossier')
    .where('dossier.organisatie_id', '=', organisatieId).where('dossier.id', '!=', v.dossierId).where('dossier.samengevoegd_in', 'is', null).where('dossier.voorval_op', '>=', momentVan(v.vanaf, BEGIN_VAN_DE_DAG))
    .where((eb) => zichtbaar(eb as never, actor, 'dossier.lezen'))
    .where('dossier.id', 'in', (eb) => eb.selectFrom('koppeling as k').innerJoin('persoon as r', (j) => j.onRef('r.organisatie_id', '=', 'k.organisatie_id').onRef('r.id', '=', 'k.persoon_id'))
      .innerJoin('persoon as hoofd', (j) => j.onRef('hoofd.organisatie_id', '=', 'r.organisatie_id').onRef('hoofd.id', '=', 'r.groep_id'))
      .innerJoin('persoon as zelf', (j) => j.onRef('zelf.organisatie_id', '=', 'r.organisatie_id').onRef('zelf.groep_id', '=', 'r.groep_id'))
      .innerJoin('koppeling as hier', (j) => j.onRef('hier.organisatie_id', '=', 'zelf.organisatie_id').onRef('hier.persoon_id', '=', 'zelf.id'))
      .innerJoin('betrokkene as b', (j) => j.onRef('b.organisatie_id', '=', 'k.organisatie_id').onRef('b.id', '=', 'k.betrokkene_id'))
      .select('k.dossier_id').where('k.organisatie_id', '=', organisatieId).where('hier.betrokkene_id', '=', v.betrokkeneId).where('b.vervallen_op', 'is', null)
      .where('hoofd.gewist_op', 'is', null).where('hoofd.beperkt_op', 'is', null))
    .select(['dossier.id as dossierId', 'dossier.nummer', 'dossier.voorval_op as voorvalOp', 'dossier.ernst'])
    .select((eb) => eb.selectFrom('dossiervorm as dv').innerJoin('agressievorm as a', (j) => j.onRef('a.organisatie_id', '=', 'dv.organisatie_id').onRef('a.id', '=', 'dv.vorm_id'))
      .whereRef('dv.organisatie_id', '=', 'dossier.organisatie_id').whereRef('dv.dossier_id', '=', 'dossier.id').select(sql<string[]>`coalesce(array_agg(a.code order by a.volgorde), '{}')`.as('codes')).as('vormcodes'))
    .orderBy('dossier.voorval_op', 'desc').orderBy('dossier.id').limit(500).execute()
    .then((rijen) => rijen.map((r) => ({ ...r, vormcodes: r.vormcodes ?? [] })));
}
