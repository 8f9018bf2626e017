import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { machtigingVoor, type Machtiging } from '../../inrichting/index.ts';
import type { ActorContext, Context } from '../../platform/deuren/index.ts';
import { dossierOpSlot, nietLangerVoorgelegd, rondDezeTermijnAf, type DossierOnderwerp } from '../../dossier/index.ts';
import { beslissersoorten, type Beslissersoort } from '../../handelingskader/index.ts';
import { soortInZin } from '../regels/woorden.ts';
import type { Maatregelrij } from '../stap.ts';

export const OPNIEUW = 'Open het dossier opnieuw.';
export const opSlot = (ctx: ActorContext, i: { id: Id }): Promise<DossierOnderwerp | null> => dossierOpSlot(ctx, i.id);

/** A second person agreed to what stood there; to something else he is asked again. */
export const OPNIEUW_BEVESTIGEN = { bevestigd_door: null, bevestigd_op: null } as const;

/** A decider as he is called within a sentence. */
export function beslisserInZin(soort: string): string {
  const naam = beslissersoorten[soort as Beslissersoort] ?? soort;
  return naam.charAt(0).toLowerCase() + naam.slice(1);
}

/** Ends that someone has to decide: his capacity and his clock. */
export async function stopVoorleggen(ctx: ActorContext, m: Pick<Maatregelrij, 'id' | 'besluit_termijn_id'>, uitkomst = 'gedaan'): Promise<void> {
  await nietLangerVoorgelegd(ctx, m.id);
  if (m.besluit_termijn_id !== null) await rondDezeTermijnAf(ctx, { id: m.besluit_termijn_id, door: ctx.actor.id, uitkomst });
}

/** The mandate by which someone may decide about this measure now, or null. */
export async function machtigingOver(ctx: Context, m: Pick<Maatregelrij, 'soort' | 'beslissersoort' | 'dossier_id'>, medewerkerId: Id): Promise<Machtiging | null> {
  const d = await ctx.trx.selectFrom('dossier').select(['onderdeel_id', 'compartiment']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', m.dossier_id).executeTakeFirstOrThrow();
  return machtigingVoor(ctx, { medewerkerId, beslissersoort: m.beslissersoort, maatregelsoort: m.soort, onderdeelId: d.onderdeel_id, compartiment: d.compartiment, op: ctx.nu });
}

/** What mandate is missing, in words (functies A2). */
export function ontbrekendeMachtiging(m: Pick<Maatregelrij, 'soort' | 'beslissersoort'>, wie: 'jij' | 'collega'): string {
  const begin = wie === 'jij' ? 'Je hebt' : 'Deze collega heeft';
  return `${begin} geen geldige machtiging. Nodig is een machtiging als ${beslisserInZin(m.beslissersoort)}, voor ${soortInZin(m.soort)}, in dit onderdeel. De beheerder of de griffier legt die vast bij Inrichting, Machtigingen.`;
}

/** The mandate of whoever acts; refused with what is missing. */
export async function eigenMachtiging(ctx: ActorContext, m: Maatregelrij): Promise<Machtiging> {
  const machtiging = await machtigingOver(ctx, m, ctx.actor.id);
  if (machtiging === null) throw fout('conflict.toestand', { redenen: [ontbrekendeMachtiging(m, 'jij')] });
  return machtiging;
}
