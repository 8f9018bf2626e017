import { rechtentabel, type Handelingnaam, type Hoedanigheid, type Regel } from './tabel.ts';
import type { Actor, DossierFeiten } from './typen.ts';

export { rechtentabel, hoedanigheden, type Handelingnaam, type Hoedanigheid, type Regel } from './tabel.ts';
export * from './typen.ts';

const GEEN: ReadonlySet<Hoedanigheid> = new Set();

/**
 * The capacities in which someone acts on the organisation as a whole: what he is by role, whichever dossier is meant.
 * Someone from another organisation, or a colleague who left, has none.
 */
export function algemeneHoedanigheden(actor: Actor): ReadonlySet<Hoedanigheid> {
  const uit = new Set<Hoedanigheid>(['medewerker']);
  for (const { rol } of actor.rollen) uit.add(rol);
  if (actor.leidt.length > 0) uit.add('leidinggevende');
  return uit;
}

/**
 * The capacities in which someone stands to one dossier. Empty means: out of scope, and the answer is "not found".
 *
 * - Nobody has any capacity in another organisation's dossier.
 * - Who is named as veroorzaker (a colleague can be) has none, whatever else he is.
 * - A role counts only in the compartment it was given for: the Adviseur of the ambtelijke organisatie does not see the
 *   closed compartment of political office holders unless the griffier's side appointed him there too (functies A6, B9).
 * - Leading the department of a slachtoffer counts only in the ambtelijke compartment, and not when the melder chose the
 *   route around the own leidinggevende (functies B9).
 */
export function dossierHoedanigheden(actor: Actor, d: DossierFeiten): ReadonlySet<Hoedanigheid> {
  if (actor.organisatieId !== d.organisatieId || d.veroorzakers.includes(actor.id)) return GEEN;
  const uit = new Set<Hoedanigheid>();
  for (const { rol, compartiment } of actor.rollen) {
    if ((rol === 'adviseur' || rol === 'griffier') && compartiment === d.compartiment) uit.add(rol);
  }
  if (d.compartiment === 'ambtelijk' && d.route === 'leidinggevende' && d.onderdelen.some((o) => actor.leidt.includes(o))) uit.add('leidinggevende');
  if (d.melders.includes(actor.id)) uit.add('melder');
  if (d.slachtoffers.includes(actor.id)) uit.add('slachtoffer');
  if (d.getuigen.includes(actor.id)) uit.add('getuige');
  if (d.gevraagden.includes(actor.id)) uit.add('gevraagde');
  if (d.helpers.includes(actor.id)) uit.add('helper');
  if (d.beslissers.includes(actor.id)) uit.add('beslisser');
  if (d.aanspreekpunt === actor.id) uit.add('aanspreekpunt');
  return uit;
}

/** Whether the table allows this act in one of these capacities and, where the rule names statuses, in this status. Default deny. */
export function mag(handeling: Handelingnaam, inHoedanigheid: ReadonlySet<Hoedanigheid>, status?: string): boolean {
  const regel: Regel = rechtentabel[handeling];
  if (regel.status && status !== undefined && !regel.status.some((s) => s === status)) return false;
  return regel.voor.some((h) => inHoedanigheid.has(h));
}

/** Whether someone may do an act that is not about one dossier. The menu, the guard and "Wie mag wat" all ask here. */
export function magAlgemeen(actor: Actor, handeling: Handelingnaam): boolean {
  return rechtentabel[handeling].over === 'organisatie' && mag(handeling, algemeneHoedanigheden(actor));
}
