import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import type { Actor, Rol } from '../../kern/rechten/index.ts';
import type { ActorContext } from '../../platform/deuren/index.ts';
import { Kader } from '../regels/kader.ts';
import type { Persoonssoort } from '../regels/soorten.ts';

const COMPARTIMENT = { medewerker: 'ambtelijk', politiek: 'politiek' } as const;

/** Whether one of these roles is held where this kind of person belongs; a beheerder stands above both. */
export function rolVoor(actor: Actor, soort: Persoonssoort, rollen: readonly Rol[]): boolean {
  return actor.rollen.some((r) => rollen.includes(r.rol) && (r.rol === 'beheerder' || r.compartiment === COMPARTIMENT[soort]));
}

/** Out of reach is answered as not there. */
export function vereisRol(actor: Actor, soort: Persoonssoort, rollen: readonly Rol[]): void {
  if (!rolVoor(actor, soort, rollen)) throw fout('niet-gevonden');
}

export const OPSTELLERS = ['adviseur', 'griffier'] as const satisfies readonly Rol[];
export const VASTSTELLERS = ['adviseur', 'griffier', 'beheerder'] as const satisfies readonly Rol[];

export interface Versierij {
  id: Id;
  persoonssoort: Persoonssoort;
  nummer: number;
  status: 'concept' | 'voorgelegd' | 'gepubliceerd' | 'vervallen';
  kader: Kader;
  bewerkers: Id[];
  opgesteldDoor: Id | null;
  voorgelegdDoor: Id | null;
  versie: number;
}

/** The version, locked, as whoever acts saw it; another hand on it meanwhile is told first, so that nothing is lost. */
export async function versieOpSlot(ctx: ActorContext, id: Id, gezien: number, rollen: readonly Rol[]): Promise<Versierij> {
  const rij = await ctx.trx.selectFrom('kaderversie').select(['id', 'persoonssoort', 'nummer', 'status', 'inhoud', 'bewerkers', 'opgesteld_door', 'voorgelegd_door', 'versie', 'vanaf'])
    .where('organisatie_id', '=', ctx.organisatieId).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!rij) throw fout('niet-gevonden');
  vereisRol(ctx.actor, rij.persoonssoort, rollen);
  if (rij.versie !== gezien) throw fout('conflict.gewijzigd');
  return { id: rij.id, persoonssoort: rij.persoonssoort, nummer: rij.nummer, status: rij.status, kader: Kader.parse(rij.inhoud), bewerkers: rij.bewerkers, opgesteldDoor: rij.opgesteld_door, voorgelegdDoor: rij.voorgelegd_door, versie: rij.versie };
}

export function vereisConcept(v: Versierij): void {
  if (v.status === 'voorgelegd') throw fout('conflict.toestand', { redenen: ['Deze versie is voorgelegd. Haal haar eerst terug als je nog iets wilt wijzigen.'] });
  if (v.status !== 'concept') throw fout('conflict.toestand', { redenen: ['Deze versie staat vast. Maak een nieuw concept.'] });
}

/** Writes a changed draft, with the hand that did it. */
export async function bewaarConcept(ctx: ActorContext, v: Versierij, kader: Kader): Promise<void> {
  const goed = Kader.parse(kader);
  await ctx.trx.updateTable('kaderversie').set((eb) => ({ inhoud: JSON.stringify(goed), bewerkers: [...new Set([...v.bewerkers, ctx.actor.id])], versie: eb('versie', '+', 1) }))
    .where('organisatie_id', '=', ctx.organisatieId).where('id', '=', v.id).execute();
}

export const onderwerpVan = (v: { id: Id }) => ({ soort: 'kaderversie', id: v.id });
