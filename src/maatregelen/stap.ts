import type { Selectable } from 'kysely';
import { fout } from '../kern/fouten/index.ts';
import type { Id } from '../kern/ids.ts';
import type { Context } from '../platform/deuren/index.ts';
import { volgendeToestand, type Maatregelgebeurtenis } from './regels/toestand.ts';
import { toestanden, type Maatregelsoort, type Toestand } from './regels/woorden.ts';
import type { MaatregelTabel } from './tabellen/typen.ts';

/** A measure as it stands, locked for whoever is going to change it. */
export type Maatregelrij = Selectable<MaatregelTabel>;

/** The measure of this dossier, locked; a measure that is not there, or of another dossier, is not found. */
export async function maatregelOpSlot({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>, id: Id, dossierId?: Id): Promise<Maatregelrij> {
  let q = trx.selectFrom('maatregel').selectAll().where('organisatie_id', '=', organisatieId).where('id', '=', id).forUpdate();
  if (dossierId !== undefined) q = q.where('dossier_id', '=', dossierId);
  const rij = await q.executeTakeFirst();
  if (!rij) throw fout('niet-gevonden');
  return rij;
}

export interface Stapgegevens {
  /** Null when the clock did it. */
  door: Id | null;
  reden?: string;
  /** What else of the measure changes with this step. */
  set?: Record<string, unknown>;
}

/**
 * Takes one step in the life of a measure: the rules say where it leads, the row changes, and the history gets its line. Refused, with
 * where the measure stands, when it cannot happen now.
 */
export async function neemStap(ctx: Context, m: { id: Id; soort: Maatregelsoort; toestand: Toestand; spoed_reden: string; versie: number }, gebeurtenis: Maatregelgebeurtenis, g: Stapgegevens): Promise<Toestand> {
  const naar = volgendeToestand({ soort: m.soort, spoed: m.spoed_reden !== '' }, m.toestand, gebeurtenis);
  if (naar === null) throw fout('conflict.toestand', { redenen: [`Deze maatregel is nu: ${toestanden[m.toestand].toLowerCase()}.`] });
  await ctx.trx.updateTable('maatregel').set({ ...g.set, toestand: naar, versie: m.versie + 1 }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', m.id).where('versie', '=', m.versie).execute();
  await schrijfStap(ctx, { maatregelId: m.id, volgnr: m.versie + 1, gebeurtenis, van: m.toestand, naar, door: g.door, reden: g.reden ?? '' });
  return naar;
}

export async function schrijfStap(ctx: Context, s: { maatregelId: Id; volgnr: number; gebeurtenis: Maatregelgebeurtenis; van: Toestand | null; naar: Toestand; door: Id | null; reden: string }): Promise<void> {
  await ctx.trx.insertInto('maatregelstap').values({
    organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), maatregel_id: s.maatregelId, volgnr: s.volgnr, op: ctx.nu, gebeurtenis: s.gebeurtenis, van: s.van, naar: s.naar, door: s.door, reden: s.reden,
  }).execute();
}
