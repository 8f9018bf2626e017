import { Temporal } from 'temporal-polyfill';
import { veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { momentVan } from '../../kern/tijd/index.ts';
import type { ActorContext, Context } from '../../platform/deuren/index.ts';
import { groepVan } from '../lezen.ts';
import { slotOpPersonen } from '../onderwerp.ts';
import { open, verleng } from './openen.ts';

const EINDE_VAN_DE_DAG = Temporal.PlainTime.from('17:00');
/** A notice that waits until a day is looked at again by the end of that day. */
export const uitgesteldTot = (dag: Temporal.PlainDate): Temporal.Instant => momentVan(dag, EINDE_VAN_DE_DAG);

export interface Kennisgevingwens {
  betrokkeneId: Id;
  /** Told already, will be told, or told later. */
  wens: 'ingelicht' | 'inlichten' | 'uitgesteld';
  /** Why later, and until which day. */
  reden: string;
  tot: Temporal.PlainDate | null;
  /** What another room does for which the person must be told. */
  aanleiding: string;
}

/**
 * The notice to a registered person (AVG art. 14) that goes with what another room does about him: the one that is still open, or a new one with its
 * clock. "Told already" is believed only when the notice was sent. Null when it is not recorded who he is. The caller has the dossier locked; faults
 * are at the field `burger`.
 */
export async function regelKennisgeving(ctx: ActorContext, k: Kennisgevingwens): Promise<Id | null> {
  await slotOpPersonen(ctx);
  const { trx, organisatieId } = ctx;
  const rij = await trx.selectFrom('koppeling').select('persoon_id').where('organisatie_id', '=', organisatieId).where('betrokkene_id', '=', k.betrokkeneId).executeTakeFirst();
  const groep = rij && (await groepVan(ctx, rij.persoon_id));
  if (!groep || groep.hoofd.gewist_op !== null) return null;
  const bestaand = await trx.selectFrom('avgverzoek').select(['id', 'status', 'uitkomst']).where('organisatie_id', '=', organisatieId).where('persoon_id', 'in', groep.records.map((r) => r.id)).where('soort', '=', 'kennisgeving').orderBy('ontvangen_op', 'desc').orderBy('id', 'desc').execute();
  if (k.wens === 'ingelicht') {
    const verzonden = bestaand.find((v) => v.status === 'afgerond' && v.uitkomst === 'verzonden');
    if (!verzonden) throw veldfout('burger', 'Er is nog geen bericht aan deze persoon vastgelegd. Kies dat we het laten weten, en leg daarna bij Privacy vast hoe dat ging.');
    return verzonden.id;
  }
  const loopt = bestaand.find((v) => v.status !== 'afgerond');
  const id = loopt?.id ?? (await open(ctx, { groep, soort: 'kennisgeving', ontvangenOp: ctx.nu, gevraagd: '', identiteit: '', aanId: ctx.actor.id, aanleiding: k.aanleiding }));
  // A decision not to tell him that waits for its second person is later than any postponement.
  if (k.wens === 'uitgesteld' && k.tot !== null && loopt?.status !== 'wacht_op_tweede') await verleng(ctx, { verzoekId: id, naar: uitgesteldTot(k.tot), reden: k.reden, soort: 'uitgesteld' });
  return id;
}

export interface Kennisgevingstand {
  stand: 'open' | 'uitgesteld' | 'verzonden' | 'niet_nodig';
  /** When it must be done, or looked at again; null when it is done. */
  voor: Temporal.Instant | null;
  reden: string;
}

/** How these notices stand. */
export async function kennisgevingstanden({ trx, organisatieId, nu }: Pick<Context, 'trx' | 'organisatieId' | 'nu'>, ids: readonly Id[]): Promise<ReadonlyMap<Id, Kennisgevingstand>> {
  if (ids.length === 0) return new Map();
  const rijen = await trx.selectFrom('avgverzoek as v').leftJoin('termijn as t', (j) => j.onRef('t.organisatie_id', '=', 'v.organisatie_id').onRef('t.onderwerp_id', '=', 'v.id').on('t.afgerond_op', 'is', null))
    .select(['v.id', 'v.status', 'v.uitkomst', 'v.reden', 'v.verlengd_op', 'v.verleng_reden', 't.verval_op']).where('v.organisatie_id', '=', organisatieId).where('v.id', 'in', [...ids]).execute();
  return new Map(rijen.map((r): [Id, Kennisgevingstand] => {
    if (r.status === 'afgerond') return [r.id, { stand: r.uitkomst === 'verzonden' ? 'verzonden' : 'niet_nodig', voor: null, reden: r.reden }];
    const wacht = r.verlengd_op !== null && r.verval_op !== null && Temporal.Instant.compare(r.verval_op, nu) > 0;
    return [r.id, { stand: wacht ? 'uitgesteld' : 'open', voor: r.verval_op, reden: wacht ? r.verleng_reden : '' }];
  }));
}
