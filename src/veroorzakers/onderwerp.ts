import { sql } from 'kysely';
import type { Id } from '../kern/ids.ts';
import { algemeneHoedanigheden, type Actor, type Compartiment, type Rol } from '../kern/rechten/index.ts';
import type { ActorContext, Context, Onderwerp } from '../platform/deuren/index.ts';
import { groepVan, type Groep } from './lezen.ts';

/** A person as what an act or a read is about. */
export interface PersoonOnderwerp extends Onderwerp {
  groep: Groep;
  compartiment: Compartiment;
}

const REGIE = ['adviseur', 'griffier'] as const satisfies readonly Rol[];

/** The compartments in which someone handles persons. */
export function regieIn(actor: Actor, rollen: readonly Rol[] = REGIE): Compartiment[] {
  return [...new Set(actor.rollen.filter((r) => rollen.includes(r.rol)).map((r) => r.compartiment))];
}

/** Whether this colleague is himself the person: then he has no access to him, whatever his role. */
export function isZelf(groep: Groep, actor: Actor): boolean {
  return groep.records.some((r) => r.medewerker_id === actor.id);
}

/** The person of a record, when this colleague has a role in his compartment; otherwise he does not exist. */
export async function persoonOnderwerp(ctx: ActorContext, id: Id): Promise<PersoonOnderwerp | null> {
  const groep = await groepVan(ctx, id);
  if (!groep || !regieIn(ctx.actor).includes(groep.hoofd.compartiment) || isZelf(groep, ctx.actor)) return null;
  return { object: { soort: 'persoon', id: groep.id }, hoedanigheden: algemeneHoedanigheden(ctx.actor), groep, compartiment: groep.hoofd.compartiment };
}

/** The same for an act that changes which records belong together, or what is in them. */
export async function persoonOpSlot(ctx: ActorContext, id: Id): Promise<PersoonOnderwerp | null> {
  await slotOpPersonen(ctx);
  return persoonOnderwerp(ctx, id);
}

/**
 * Acts that join, part, change or erase persons of an organisation come one after the other: they are few, and a group is
 * several rows that must be seen together. Held until the transaction ends.
 */
export async function slotOpPersonen({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('veroorzakers:' || ${organisatieId}::text, 0))`.execute(trx);
}
