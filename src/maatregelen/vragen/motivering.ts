import type { Temporal } from 'temporal-polyfill';
import { sql } from 'kysely';
import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { dagVan } from '../../kern/tijd/index.ts';
import type { Context } from '../../platform/deuren/index.ts';
import { kaderOp, type Kader, type Kaderversie } from '../../handelingskader/index.ts';
import type { Norm } from '../regels/woorden.ts';
import type { Maatregelrij } from '../stap.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

/** On which event a measure rests: the incident of its dossier; for an extension the recent fact it was asked for. */
export async function feitdatum({ trx, organisatieId }: Ctx, m: Pick<Maatregelrij, 'dossier_id' | 'feit_dossier_id' | 'feit_overtreding_id'>): Promise<{ dossierId: Id; op: Temporal.Instant }> {
  if (m.feit_overtreding_id !== null) {
    const { rows } = await sql<{ op: Temporal.Instant }>`select op from overtreding where organisatie_id = ${organisatieId} and id = ${m.feit_overtreding_id}`.execute(trx);
    if (!rows[0]) throw fout('niet-gevonden');
    return { dossierId: m.dossier_id, op: rows[0].op };
  }
  const dossierId = m.feit_dossier_id ?? m.dossier_id;
  const d = await trx.selectFrom('dossier').select('voorval_op').where('organisatie_id', '=', organisatieId).where('id', '=', dossierId).executeTakeFirstOrThrow();
  return { dossierId, op: d.voorval_op };
}

/** The version of the handelingskader that counts for a measure: of the day of the event it rests on. */
export async function kaderVan(ctx: Ctx, m: Pick<Maatregelrij, 'dossier_id' | 'feit_dossier_id' | 'feit_overtreding_id'>): Promise<{ kader: Kader; versie: Kaderversie }> {
  const { op } = await feitdatum(ctx, m);
  const d = await ctx.trx.selectFrom('dossier').select('compartiment').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', m.dossier_id).executeTakeFirstOrThrow();
  return kaderOp(ctx, d.compartiment === 'politiek' ? 'politiek' : 'medewerker', dagVan(op));
}

/** The norms one can say were broken: what the organisation does not accept, and its rule about much contact. */
export function normopties({ kader, versie }: { kader: Kader; versie: Kaderversie }): Norm[] {
  return kader.gedragingen.filter((g) => g.klasse !== 'geen_agressie').map((g) => ({ code: g.code, tekst: g.naam, bron: `Handelingskader, versie ${versie.nummer}` }));
}
