import { z } from 'zod';
import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import { id } from '../kern/invoer.ts';
import { handeling, type ActorContext } from '../platform/deuren/index.ts';
import { dossierOpSlot } from '../dossier/index.ts';
import type { Hulpsoort, Wijze } from './regels.ts';

type Ctx = Pick<ActorContext, 'trx' | 'organisatieId'>;

/** What aftercare is to one colleague in one dossier; nothing of what is another's. */
export interface EigenNazorg {
  gesprekken: { id: Id; op: Temporal.Instant; wijze: Wijze; door: string; inhoud: string | null }[];
  hulp: { id: Id; soort: Hulpsoort; toestemming: 'gevraagd' | 'gegeven' | 'geweigerd'; ingeschakeldOp: Temporal.Instant | null }[];
}

export async function eigenNazorg({ trx, organisatieId }: Ctx, dossierId: Id, wie: Id): Promise<EigenNazorg> {
  const [gesprekken, hulp] = await Promise.all([
    trx.selectFrom('nazorgcontact as c').innerJoin('medewerker as d', (j) => j.onRef('d.organisatie_id', '=', 'c.organisatie_id').onRef('d.id', '=', 'c.door_id'))
      .leftJoin('nazorginhoud as i', (j) => j.onRef('i.organisatie_id', '=', 'c.organisatie_id').onRef('i.contact_id', '=', 'c.id'))
      .select(['c.id', 'c.gevoerd_op as op', 'c.wijze', 'd.naam as door', 'i.tekst as inhoud']).where('c.organisatie_id', '=', organisatieId).where('c.dossier_id', '=', dossierId).where('c.voor_id', '=', wie)
      .orderBy('c.gevoerd_op').orderBy('c.id').execute(),
    trx.selectFrom('hulpvraag').select(['id', 'soort', 'toestemming', 'ingeschakeld_op as ingeschakeldOp']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).where('voor_id', '=', wie).orderBy('gevraagd_op').execute(),
  ]);
  return { gesprekken, hulp };
}

export interface Terugkoppelingregel {
  id: Id;
  op: Temporal.Instant;
  wijze: 'rugdekking' | 'telefoon' | 'gesprek';
  tekst: string;
  gelezenOp: Temporal.Instant | null;
  door: string;
}

/** What was told back to this colleague in this dossier, oldest first. */
export function terugkoppelingenVoor({ trx, organisatieId }: Ctx, dossierId: Id, wie: Id): Promise<Terugkoppelingregel[]> {
  return trx.selectFrom('terugkoppeling as t').innerJoin('medewerker as d', (j) => j.onRef('d.organisatie_id', '=', 't.organisatie_id').onRef('d.id', '=', 't.door_id'))
    .select(['t.id', 't.op', 't.wijze', 't.tekst', 't.gelezen_op as gelezenOp', 'd.naam as door']).where('t.organisatie_id', '=', organisatieId).where('t.dossier_id', '=', dossierId).where('t.aan_id', '=', wie).orderBy('t.op').orderBy('t.id').execute();
}

/** Of these dossiers, those in which something waits for this colleague: unread feedback, or help that was proposed. */
export async function wachtOpCollega({ trx, organisatieId }: Ctx, dossierIds: readonly Id[], wie: Id): Promise<Set<Id>> {
  if (dossierIds.length === 0) return new Set();
  const [terug, hulp] = await Promise.all([
    trx.selectFrom('terugkoppeling').select('dossier_id').where('organisatie_id', '=', organisatieId).where('dossier_id', 'in', [...dossierIds]).where('aan_id', '=', wie).where('gelezen_op', 'is', null).execute(),
    trx.selectFrom('hulpvraag').select('dossier_id').where('organisatie_id', '=', organisatieId).where('dossier_id', 'in', [...dossierIds]).where('voor_id', '=', wie).where('toestemming', '=', 'gevraagd').execute(),
  ]);
  return new Set([...terug, ...hulp].map((r) => r.dossier_id));
}

/** Marks what was told back as read, when the colleague opens it. */
export const leesTerugkoppeling = handeling({
  naam: 'terugkoppeling.gelezen',
  invoer: z.object({ id: id('Deze melding bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const uit = await ctx.trx.updateTable('terugkoppeling').set({ gelezen_op: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', ctx.onderwerp.dossierId)
      .where('aan_id', '=', ctx.actor.id).where('gelezen_op', 'is', null).executeTakeFirst();
    return { resultaat: { gelezen: Number(uit.numUpdatedRows) } };
  },
});
