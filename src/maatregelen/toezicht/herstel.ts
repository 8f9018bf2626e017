import { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import { dagVan, momentVan, plusWerkdagen } from '../../kern/tijd/index.ts';
import { instellingenVan, metRol } from '../../inrichting/index.ts';
import type { Context } from '../../platform/deuren/index.ts';
import { zetTermijnOp, type Verhuizer } from '../../dossier/index.ts';
import { isEenmalig, type Maatregelsoort, type Toestand } from '../regels/woorden.ts';
import { HERSTEL_WERKDAGEN } from './regels.ts';

/**
 * A measure that was in force ended, by its own end, by lifting or by lapsing: from now on someone must restore the service, on a clock
 * (functies D9). `m` is the measure as it was before; one that never came into force has nothing to restore, and neither has one that goes on in an extension.
 */
export async function beginHerstel(ctx: Context, m: { id: Id; dossier_id: Id; soort: Maatregelsoort; toestand: Toestand; begin_op: Temporal.PlainDate | null }): Promise<void> {
  if (m.toestand === 'besloten' || isEenmalig(m.soort) || m.begin_op === null || Temporal.PlainDate.compare(m.begin_op, dagVan(ctx.nu)) > 0) return;
  const d = await ctx.trx.selectFrom('dossier').select(['aanspreekpunt_id', 'compartiment']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', m.dossier_id).executeTakeFirstOrThrow();
  const { kalender } = await instellingenVan(ctx);
  const aanId = d.aanspreekpunt_id ?? (await metRol(ctx, 'adviseur', d.compartiment))[0] ?? null;
  const op = momentVan(plusWerkdagen(dagVan(ctx.nu), HERSTEL_WERKDAGEN, kalender), kalender.eindeWerkdag);
  const { id: termijnId } = await zetTermijnOp(ctx, { dossierId: m.dossier_id, soort: 'herstel', aanId, op });
  await ctx.trx.insertInto('dienstherstel').values({
    organisatie_id: ctx.organisatieId, maatregel_id: m.id, dossier_id: m.dossier_id, sinds: ctx.nu, termijn_id: termijnId, verteld_door: null, verteld_aan: null, brief_id: null, hersteld_op: null, hersteld_door: null,
  }).execute();
}

/** What must still be restored goes along when two dossiers are joined, with a clock of its own: those of the joined dossier were ended. */
export const verhuisHerstel: Verhuizer = async (ctx, van, naar) => {
  const { trx, organisatieId } = ctx;
  const rijen = await trx.selectFrom('dienstherstel as h').innerJoin('termijn as t', (j) => j.onRef('t.organisatie_id', '=', 'h.organisatie_id').onRef('t.id', '=', 'h.termijn_id')).select(['h.maatregel_id', 'h.hersteld_op', 't.aan_id', 't.verval_op'])
    .where('h.organisatie_id', '=', organisatieId).where('h.dossier_id', '=', van).execute();
  for (const r of rijen) {
    const klok = r.hersteld_op === null ? { termijn_id: (await zetTermijnOp(ctx, { dossierId: naar, soort: 'herstel', aanId: r.aan_id, op: r.verval_op })).id } : {};
    await trx.updateTable('dienstherstel').set({ dossier_id: naar, ...klok }).where('organisatie_id', '=', organisatieId).where('maatregel_id', '=', r.maatregel_id).execute();
  }
};
