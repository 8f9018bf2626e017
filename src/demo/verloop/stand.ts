import type { Temporal } from 'temporal-polyfill';
import type { Geadresseerde } from '../../inrichting/index.ts';
import type { Id } from '../../kern/ids.ts';
import type { Gebeurtenissoort, Kennisgevingsoort } from '../../dossier/index.ts';
import type { Wereld } from '../organisaties/wereld.ts';
import { voeg, type Rij } from '../vullen.ts';

export type Ernst = 'licht' | 'middel' | 'ernstig';

/** A dossier while its history is made. The rows are those that will be written, as they are at this point of the history. */
export interface Dossier {
  w: Wereld;
  id: Id;
  /** The case it tells. */
  casus: string;
  rij: Rij<'dossier'> & { versie: number; ernst: Ernst; status: 'nieuw' | 'in_behandeling' | 'gesloten' };
  gemeldOp: Temporal.Instant;
  g: Geadresseerde;
  /** Who was told at once, first in line first. */
  ingelicht: readonly Id[];
  slachtoffers: Id[];
  melders: Id[];
  getuigen: Id[];
  betrokkenen: Rij<'betrokkene'>[];
  termijnen: Rij<'termijn'>[];
  kennisgevingen: Rij<'kennisgeving'>[];
  helpers: Rij<'helper'>[];
  vormen: Set<Id>;
  meldingen: Rij<'melding'>[];
  zoek: string[];
}

/** One sentence of the history, as the acts write it. */
export function legVast(d: Dossier, op: Temporal.Instant, soort: Gebeurtenissoort, door: Id | null, voor: 'behandeling' | 'slachtoffer' = 'behandeling', gegevens: Record<string, unknown> = {}): void {
  voeg(d.w.rijen, 'gebeurtenis', { organisatie_id: d.w.id, id: d.w.nieuwId(op), dossier_id: d.id, op, soort, door, voor, gegevens });
}

export function noteer(d: Dossier, op: Temporal.Instant, actor: string, handeling: string, object = { soort: 'dossier', id: d.id }): void {
  d.w.journaal.push({ tijd: op, actor, handeling, object, dossier: d.id });
}

export function stelInKennis(d: Dossier, op: Temporal.Instant, aan: Id, soort: Kennisgevingsoort): void {
  d.kennisgevingen.push(voeg(d.w.rijen, 'kennisgeving', {
    organisatie_id: d.w.id, id: d.w.nieuwId(op), dossier_id: d.id, aan_id: aan, soort, op, verstuurd_op: op.add({ seconds: 4 }), bevestigd_op: null,
  }));
}

/** A change of the dossier's own row: its version goes up, and from the first change on it is being handled. */
export function wijzig(d: Dossier, set: Partial<Rij<'dossier'>> = {}): void {
  const status = d.rij.status === 'nieuw' ? 'in_behandeling' : d.rij.status;
  Object.assign(d.rij, { status }, set, { versie: d.rij.versie + 1 });
}

export function openTermijn(d: Dossier, soort: string, voor?: Id): Rij<'termijn'> | undefined {
  return d.termijnen.find((t) => t.soort === soort && t.afgerond_op === null && (voor === undefined || t.voor_id === voor));
}

/** When a clock runs out. */
export function vervalt(t: Rij<'termijn'>): Temporal.Instant {
  return t.verval_op as Temporal.Instant;
}
