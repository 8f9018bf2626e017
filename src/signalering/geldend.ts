import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import type { Actor, Compartiment, Rol } from '../kern/rechten/index.ts';
import type { ActorContext } from '../platform/deuren/index.ts';
import type { Instructie } from './regels/woorden.ts';

/** A signal that is in force today. */
export interface Geldendsignaal {
  id: Id;
  compartiment: Compartiment;
  betrokkeneId: Id | null;
  postcode: string | null;
  huisnummer: number | null;
  toevoeging: string;
  instructies: Instructie[];
  toelichting: string;
}

const CONTROLEERT: readonly Rol[] = ['klantcontact', 'receptie', 'adviseur', 'griffier'];

/** The compartments in which someone may check. */
export function compartimentenVan(actor: Actor): Compartiment[] {
  return [...new Set(actor.rollen.filter((r) => CONTROLEERT.includes(r.rol)).map((r) => r.compartiment))];
}

/**
 * The signals in force that a check of this person may show: of his compartments, and those that the closed compartment shows to all. Never one
 * from a dossier in which he is the veroorzaker himself. The dates decide, also when the clock has not been by yet.
 */
export async function geldendeSignalen(ctx: Pick<ActorContext, 'trx' | 'organisatieId' | 'actor'>, vandaag: Temporal.PlainDate): Promise<Geldendsignaal[]> {
  const { trx, organisatieId, actor } = ctx;
  const waar = compartimentenVan(actor);
  if (waar.length === 0) return [];
  return trx.selectFrom('signaal as s')
    .select(['s.id', 's.compartiment', 's.betrokkene_id as betrokkeneId', 's.postcode', 's.huisnummer', 's.toevoeging', 's.instructies', 's.toelichting'])
    .where('s.organisatie_id', '=', organisatieId).where('s.ingetrokken_op', 'is', null).where('s.verlopen_op', 'is', null).where('s.ingangsdatum', '<=', vandaag).where('s.einddatum', '>=', vandaag)
    .where((eb) => eb.or([eb('s.compartiment', 'in', waar), ...(waar.includes('ambtelijk') ? [eb('s.ook_ambtelijk', '=', true)] : [])]))
    .where((eb) => eb.not(eb.exists(eb.selectFrom('betrokkene as b').select(eb.lit(1).as('een')).whereRef('b.organisatie_id', '=', 's.organisatie_id').whereRef('b.dossier_id', '=', 's.dossier_id')
      .where('b.rol', '=', 'veroorzaker').where('b.medewerker_id', '=', actor.id).where('b.vervallen_op', 'is', null))))
    .orderBy('s.id').limit(5_000).execute();
}
