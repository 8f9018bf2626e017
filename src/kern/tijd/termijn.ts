import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isAlgemeenVrij, type Kalender, plusWerkdagen, volgendeWerkdag } from './werkdagen.ts';
import { dagVan, lokaal, momentVan } from './zone.ts';

export const termijnEenheden = ['uren', 'werkuren', 'dagen', 'werkdagen', 'weken', 'maanden'] as const;
export type TermijnEenheid = (typeof termijnEenheden)[number];

/**
 * How long something may take.
 *
 * - `uren`: elapsed hours; 24 is always 24 hours, also in the night the clock changes.
 * - `werkuren`: only the hours between begin and end of working days count.
 * - `dagen`, `weken`, `maanden`: the same wall-clock time that many calendar days, weeks or months later; a month without that day ends on
 *   its last day (31 January + 1 month = 28 or 29 February).
 * - `werkdagen`: the end of the n-th working day after the start; 0 is the end of this working day, or of the next when that has passed.
 *
 * `schuiftDoor`: the term ends with its last day, and when that is in a weekend or a public holiday with the first day that is neither. Meant for
 * legal terms, as in art. 1 Algemene termijnenwet ("tot en met de eerstvolgende dag"; its art. 4 leaves out terms in hours and those over 90 days, 12 weeks or
 * 3 months: whoever sets the term decides). Own closing days of the organisation do not move it: the law does not know them.
 */
export const Termijnregel = z
  .object({
    eenheid: z.enum(termijnEenheden),
    aantal: z.int('Vul een heel getal in.').min(0, 'Vul een getal vanaf 0 in.').max(1000, 'Vul een getal tot en met 1000 in.'),
    schuiftDoor: z.boolean().default(false),
  })
  .refine((regel) => regel.aantal > 0 || regel.eenheid === 'werkdagen', {
    path: ['aantal'],
    message: 'Nul kan alleen bij werkdagen: dan is het klaar aan het einde van dezelfde werkdag.',
  });
export type Termijnregel = z.infer<typeof Termijnregel>;

const EINDE_VAN_DE_DAG = Temporal.PlainTime.from('23:59:59.999');

/** The moment by which a term that starts now must be met. Always after `start`. */
export function vervalmoment(start: Temporal.Instant, regel: Termijnregel, kalender: Kalender): Temporal.Instant {
  const einde = eindeVan(start, regel, kalender);
  return regel.schuiftDoor ? eindeVanLaatsteDag(einde, kalender) : einde;
}

function eindeVan(start: Temporal.Instant, { eenheid, aantal }: Termijnregel, kalender: Kalender): Temporal.Instant {
  switch (eenheid) {
    case 'uren':
      return start.add({ hours: aantal });
    case 'werkuren':
      return plusWerkuren(start, aantal, kalender);
    case 'dagen':
      return lokaal(start).add({ days: aantal }).toInstant();
    case 'weken':
      return lokaal(start).add({ weeks: aantal }).toInstant();
    case 'maanden':
      return lokaal(start).add({ months: aantal }).toInstant();
    case 'werkdagen':
      return eindeWerkdagNa(start, aantal, kalender);
  }
}

function eindeWerkdagNa(start: Temporal.Instant, aantal: number, kalender: Kalender): Temporal.Instant {
  const dag = plusWerkdagen(dagVan(start), aantal, kalender);
  const einde = momentVan(dag, kalender.eindeWerkdag);
  // Only with 0 working days can the working day already be over.
  return Temporal.Instant.compare(einde, start) > 0 ? einde : momentVan(volgendeWerkdag(dag, kalender), kalender.eindeWerkdag);
}

function plusWerkuren(start: Temporal.Instant, aantal: number, kalender: Kalender): Temporal.Instant {
  let rest = Temporal.Duration.from({ hours: aantal });
  let dag = plusWerkdagen(dagVan(start), 0, kalender);
  for (;;) {
    const opening = momentVan(dag, kalender.beginWerkdag);
    const sluiting = momentVan(dag, kalender.eindeWerkdag);
    const vanaf = Temporal.Instant.compare(start, opening) > 0 ? start : opening;
    if (Temporal.Instant.compare(vanaf, sluiting) < 0) {
      const beschikbaar = vanaf.until(sluiting);
      if (Temporal.Duration.compare(rest, beschikbaar) <= 0) return vanaf.add(rest);
      rest = rest.subtract(beschikbaar);
    }
    dag = volgendeWerkdag(dag, kalender);
  }
}

// The end of that day for every term, and not only for a moved one: otherwise who starts later could have to be ready earlier.
function eindeVanLaatsteDag(moment: Temporal.Instant, kalender: Kalender): Temporal.Instant {
  let dag = dagVan(moment);
  while (isAlgemeenVrij(dag, kalender)) dag = dag.add({ days: 1 });
  return momentVan(dag, EINDE_VAN_DE_DAG);
}
