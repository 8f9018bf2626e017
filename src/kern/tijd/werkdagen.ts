import { Temporal } from 'temporal-polyfill';
import { type Feestdag, feestdagen, KalenderInstellingen } from './feestdagen.ts';

/** The calendar of one organisation: its days off and its working hours. Make one per organisation and keep it: it remembers years. */
export interface Kalender {
  readonly beginWerkdag: Temporal.PlainTime;
  readonly eindeWerkdag: Temporal.PlainTime;
  /** The holidays and own closing days on this date; empty on ordinary days, also on ordinary weekend days. */
  feestdagenOp(datum: Temporal.PlainDate): readonly Feestdag[];
}

/** The calendar that belongs to these settings; without settings the defaults of the product. */
export function kalenderVan(instellingen: KalenderInstellingen = KalenderInstellingen.parse({})): Kalender {
  const perJaar = new Map<number, Map<string, Feestdag[]>>();
  function perDatum(jaar: number): Map<string, Feestdag[]> {
    const bekend = perJaar.get(jaar);
    if (bekend) return bekend;
    const nieuw = Map.groupBy(feestdagen(jaar, instellingen), (feestdag) => feestdag.datum.toString());
    perJaar.set(jaar, nieuw);
    return nieuw;
  }
  return {
    beginWerkdag: Temporal.PlainTime.from(instellingen.beginWerkdag),
    eindeWerkdag: Temporal.PlainTime.from(instellingen.eindeWerkdag),
    feestdagenOp: (datum) => perDatum(datum.year).get(datum.toString()) ?? [],
  };
}

function isWeekend(datum: Temporal.PlainDate): boolean {
  return datum.dayOfWeek >= 6;
}

/** Monday to Friday, no holiday, no own closing day. */
export function isWerkdag(datum: Temporal.PlainDate, kalender: Kalender): boolean {
  return !isWeekend(datum) && kalender.feestdagenOp(datum).length === 0;
}

/** Saturday, Sunday or public holiday. An own closing day is not: closing the town hall gives nobody more time in law. */
export function isAlgemeenVrij(datum: Temporal.PlainDate, kalender: Kalender): boolean {
  return isWeekend(datum) || kalender.feestdagenOp(datum).some((feestdag) => !feestdag.eigen);
}

/** The first working day after this date, never the date itself. */
export function volgendeWerkdag(datum: Temporal.PlainDate, kalender: Kalender): Temporal.PlainDate {
  let dag = datum.add({ days: 1 });
  while (!isWerkdag(dag, kalender)) dag = dag.add({ days: 1 });
  return dag;
}

/** The n-th working day after this date (the date itself does not count); with 0 the date itself or, when closed, the next working day. */
export function plusWerkdagen(datum: Temporal.PlainDate, aantal: number, kalender: Kalender): Temporal.PlainDate {
  if (!Number.isInteger(aantal) || aantal < 0) throw new RangeError('plusWerkdagen: aantal is a whole number from 0');
  if (aantal === 0) return isWerkdag(datum, kalender) ? datum : volgendeWerkdag(datum, kalender);
  let dag = datum;
  for (let teller = 0; teller < aantal; teller += 1) dag = volgendeWerkdag(dag, kalender);
  return dag;
}
