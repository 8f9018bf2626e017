import { Temporal } from 'temporal-polyfill';
import type { Ontvanger, Termijnsoort } from '../../inrichting/index.ts';
import { ladderMomenten, vervalmoment } from '../../kern/tijd/index.ts';
import type { Id } from '../../kern/ids.ts';
import { eersteStap, meldladderVan, NOGMAALS_NA_UREN, herinneringsoort } from '../../dossier/index.ts';
import { voeg, type Rij } from '../vullen.ts';
import { legVast, noteer, stelInKennis, vervalt, type Dossier } from './stand.ts';

/** Starts a clock as the rooms do. */
export function zetTermijn(d: Dossier, op: Temporal.Instant, t: { soort: Termijnsoort; voor?: Id; aan: Id | null; start?: Temporal.Instant; uiterlijk?: Temporal.Instant | null }): Temporal.Instant {
  const { w } = d;
  const start = t.start ?? op;
  const volgensRegel = vervalmoment(start, w.instellingen.termijnen[d.g.compartiment][t.soort], w.kalender);
  const vervalOp = t.uiterlijk && Temporal.Instant.compare(t.uiterlijk, volgensRegel) < 0 ? t.uiterlijk : volgensRegel;
  nieuweTermijn(d, op, { soort: t.soort, voor_id: t.voor ?? null, aan_id: t.aan, begonnen_op: start, verval_op: vervalOp, volgende_stap_op: eersteStap(op, vervalOp, w.instellingen.herinneringUren) });
  return vervalOp;
}

export function nieuweTermijn(d: Dossier, op: Temporal.Instant, t: Pick<Rij<'termijn'>, 'soort' | 'voor_id' | 'aan_id' | 'begonnen_op' | 'verval_op' | 'volgende_stap_op'>): void {
  d.termijnen.push(voeg(d.w.rijen, 'termijn', { organisatie_id: d.w.id, id: d.w.nieuwId(op), dossier_id: d.id, ...t, stap: 0, afgerond_op: null, afgerond_door: null, uitkomst: null, versie: 1 }));
}

/** Ends the open clocks of one kind. Answers how many there were. */
export function rondAf(d: Dossier, op: Temporal.Instant, soort: string, door: Id | null, uitkomst: string, voor?: Id): number {
  const open = d.termijnen.filter((t) => t.soort === soort && t.afgerond_op === null && (voor === undefined || t.voor_id === voor));
  for (const t of open) Object.assign(t, { afgerond_op: op, afgerond_door: door, uitkomst, volgende_stap_op: null, versie: (t.versie ?? 1) + 1 });
  return open.length;
}

export function verzet(d: Dossier, op: Temporal.Instant, t: Rij<'termijn'>, naar: Temporal.Instant): void {
  Object.assign(t, { verval_op: naar, stap: 0, volgende_stap_op: eersteStap(op, naar, d.w.instellingen.herinneringUren), versie: (t.versie ?? 1) + 1 });
}

/** The worker looks every few seconds. */
const NA_SECONDEN = 3;

/** Takes every step of the clocks that was due up to a moment, in order, as the worker did (dossier/klok). */
export function tik(d: Dossier, tot: Temporal.Instant): void {
  for (;;) {
    const rijp = d.termijnen
      .filter((t) => t.afgerond_op === null && t.volgende_stap_op && Temporal.Instant.compare(stapOp(t), tot) <= 0)
      .sort((a, b) => Temporal.Instant.compare(stapOp(a), stapOp(b)))[0];
    if (rijp === undefined || d.rij.status === 'gesloten') return;
    const op = stapOp(rijp);
    const volgende = rijp.soort === 'gezien' ? meldDoor(d, op, rijp) : herinnerOfEscaleer(d, op, rijp);
    Object.assign(rijp, { stap: (rijp.stap ?? 0) + 1, volgende_stap_op: volgende });
    noteer(d, op, 'systeem', 'klok.termijnstap', { soort: 'termijn', id: rijp.id });
  }
}

/** Whom a step may tell: neither the colleague himself nor whoever reported for him. */
function geadresseerde(d: Dossier): Dossier['g'] {
  return { ...d.g, niet: [...new Set([...d.slachtoffers, ...d.melders])] };
}

function stapOp(t: Rij<'termijn'>): Temporal.Instant {
  return (t.volgende_stap_op as Temporal.Instant).add({ seconds: NA_SECONDEN });
}

function meldDoor(d: Dossier, op: Temporal.Instant, t: Rij<'termijn'>): Temporal.Instant | null {
  const momenten = ladderMomenten(t.begonnen_op as Temporal.Instant, d.w.instellingen.meldladder[meldladderVan(d.g.compartiment, d.rij.ernst)].ladder, d.w.kalender);
  const trede = momenten[t.stap ?? 0];
  if (!trede) return null;
  const wie = d.w.ontvangers(trede.ontvanger as Ontvanger, geadresseerde(d));
  for (const aan of wie) stelInKennis(d, op, aan, 'niet-bevestigd');
  legVast(d, op, 'doorgemeld', null, 'behandeling', { aan: wie });
  return momenten[(t.stap ?? 0) + 1]?.moment ?? null;
}

function herinnerOfEscaleer(d: Dossier, op: Temporal.Instant, t: Rij<'termijn'>): Temporal.Instant | null {
  const verval = vervalt(t);
  if (Temporal.Instant.compare(op, verval) < 0) {
    if (t.aan_id) stelInKennis(d, op, t.aan_id, herinneringsoort(t.soort));
    return verval;
  }
  const verklaring = t.soort === 'verklaring';
  const wie = verklaring && t.aan_id ? [t.aan_id] : d.w.ontvangers(d.g.compartiment === 'politiek' ? 'griffier' : 'adviseur', geadresseerde(d));
  for (const aan of wie) stelInKennis(d, op, aan, verklaring ? 'verklaring-herinnering' : 'te-laat');
  legVast(d, op, 'termijn_te_laat', null, 'behandeling', { termijn: t.soort });
  return op.since(verval).total('hours') < NOGMAALS_NA_UREN ? verval.add({ hours: NOGMAALS_NA_UREN }) : null;
}
