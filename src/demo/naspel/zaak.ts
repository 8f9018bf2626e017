import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import { maakKans } from '../kans.ts';
import type { Mens } from '../organisaties/typen.ts';
import type { Wereld } from '../organisaties/wereld.ts';
import type { Rij } from '../vullen.ts';
import type { Dossier } from '../verloop/stand.ts';
import { kantoorVoor, laatste, na } from '../verloop/tijd.ts';

/** The known veroorzaker of a dossier. */
export function partij(d: Dossier): Rij<'betrokkene'> & { id: Id } | undefined {
  return d.betrokkenen.find((b): b is Rij<'betrokkene'> & { id: Id } => b.rol === 'veroorzaker' && b.soort === 'bekend' && b.vervallen_op === null);
}

/** The Adviseur who does this: the first does what runs now, the others share the past. */
export function adviseurVan(w: Wereld, d: Dossier): Mens {
  const allen = w.metRol('adviseur', d.rij.compartiment ?? 'ambtelijk').filter((m) => !d.slachtoffers.includes(m.id));
  const gekozen = d.rij.status === 'gesloten' ? maakKans(`adviseur ${d.casus}`).kies(allen) : allen.at(-1);
  if (gekozen === undefined) throw new Error(`${d.casus}: geen adviseur`);
  return gekozen;
}

/** Some hours before now, or on the last working day: what was done just now. Never before the report itself. */
export function zojuist(w: Wereld, d: Dossier, urenLater: number): Temporal.Instant {
  const moment = kantoorVoor(na(w.nu, -3), w.kalender, maakKans(`zojuist ${w.plan.slug}`));
  return na(laatste(moment, na(d.gemeldOp, 0.4)), urenLater);
}

/** Everyone who has a part in what happened. */
export const betrokkenCollegas = (d: Dossier): ReadonlySet<Id> => new Set([...d.slachtoffers, ...d.getuigen, ...d.melders]);

const eerste = new WeakMap<Dossier, Temporal.Instant | null>();

/** When this dossier closed; it is written open and closes at that moment, so that the acts before it find it as it was. Null: it is still open. */
export function tijdelijkOpen(d: Dossier): Temporal.Instant | null {
  const bekend = eerste.get(d);
  if (bekend !== undefined) return bekend;
  const op = d.rij.status === 'gesloten' ? ((d.rij.gesloten_op as Temporal.Instant | null | undefined) ?? null) : null;
  eerste.set(d, op);
  return op;
}

/** All dossiers that were asked for with `tijdelijkOpen`. */
export const gevraagd = (dossiers: readonly Dossier[]): Dossier[] => dossiers.filter((d) => eerste.has(d));

/** Lets a dossier close later than it did, or not yet. */
export function sluitPas(d: Dossier, op: Temporal.Instant | null): void {
  tijdelijkOpen(d);
  eerste.set(d, op);
}
