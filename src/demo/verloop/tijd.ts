import { Temporal } from 'temporal-polyfill';
import { dagVan, isWerkdag, lokaal, momentVan, volgendeWerkdag, type Kalender } from '../../kern/tijd/index.ts';
import type { Kans } from '../kans.ts';

type Moment = Temporal.Instant;

export function voor(a: Moment, b: Moment): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}

export function laatste(...momenten: readonly Moment[]): Moment {
  return momenten.reduce((a, b) => (voor(a, b) ? b : a));
}

/** Minutes as they come from a chance, rounded to whole seconds. */
export function na(op: Moment, uren: number): Moment {
  return op.add({ seconds: Math.round(uren * 3_600) });
}

export function opTijd(dag: Temporal.PlainDate, uur: number, minuut: number): Moment {
  return momentVan(dag, Temporal.PlainTime.from({ hour: uur, minute: minuut }));
}

export function isKantoortijd(op: Moment, kalender: Kalender): boolean {
  const wand = lokaal(op);
  return isWerkdag(wand.toPlainDate(), kalender) && wand.hour >= 8 && wand.hour < 17;
}

/** The moment itself in office hours, else early on the next working day. */
export function opKantoor(op: Moment, kalender: Kalender, kans: Kans): Moment {
  if (isKantoortijd(op, kalender)) return op;
  const wand = lokaal(op);
  const dag = isWerkdag(wand.toPlainDate(), kalender) && wand.hour < 8 ? wand.toPlainDate() : volgendeWerkdag(wand.toPlainDate(), kalender);
  return opTijd(dag, 8, 30).add({ seconds: kans.geheel(0, 5_400) });
}

/** The moment itself by day, else the next morning; also in the weekend. */
export function overdag(op: Moment, kans: Kans): Moment {
  const wand = lokaal(op);
  if (wand.hour >= 7 && wand.hour < 22) return op;
  const dag = wand.hour < 7 ? wand.toPlainDate() : wand.toPlainDate().add({ days: 1 });
  return opTijd(dag, 8, 0).add({ seconds: kans.geheel(0, 7_200) });
}

/** So many working days on, at some time of that day. */
export function werkdagenNa(op: Moment, aantal: number, kalender: Kalender, kans: Kans): Moment {
  let dag = dagVan(op);
  for (let i = 0; i < aantal; i += 1) dag = volgendeWerkdag(dag, kalender);
  if (!isWerkdag(dag, kalender)) dag = volgendeWerkdag(dag, kalender);
  return opTijd(dag, kans.geheel(9, 16), kans.geheel(0, 59));
}

/** The moment itself in office hours, else some time on the working day before it. */
export function kantoorVoor(op: Moment, kalender: Kalender, kans: Kans): Moment {
  if (isKantoortijd(op, kalender)) return op;
  const wand = lokaal(op);
  let dag = wand.toPlainDate();
  if (!isWerkdag(dag, kalender) || wand.hour < 8) {
    do dag = dag.subtract({ days: 1 });
    while (!isWerkdag(dag, kalender));
  }
  return opTijd(dag, kans.geheel(9, 16), kans.geheel(0, 59));
}
