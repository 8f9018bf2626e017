import { Temporal } from 'temporal-polyfill';
import { veldfout } from '../../kern/fouten/index.ts';
import { dagVan, datumTekst, isWerkdag, leesDatum, leesTijd, momentVan, plusWerkdagen, volgendeWerkdag, type Kalender } from '../../kern/tijd/index.ts';

/** A day as someone typed it, on which the organisation works; anything else is an error at the field that says why and names the next day that can. */
export function leesWerkdag(typt: string, nu: Temporal.Instant, kalender: Kalender, veld: string): Temporal.PlainDate {
  const dag = leesDatum(typt, dagVan(nu), 'toekomst');
  if (!dag.ok) throw veldfout(veld, dag.bericht);
  if (!isWerkdag(dag.waarde, kalender)) {
    const vrij = kalender.feestdagenOp(dag.waarde).map((f) => f.naam).join(' en ');
    throw veldfout(veld, `${hoofdletter(datumTekst(dag.waarde))} is ${vrij === '' ? 'in het weekend' : `een vrije dag (${vrij})`}. Kies een werkdag, bijvoorbeeld ${datumTekst(volgendeWerkdag(dag.waarde, kalender))}.`);
  }
  return dag.waarde;
}

/** A moment on a working day, still to come. */
export function leesWerkmoment(typt: { datum: string; tijd: string }, nu: Temporal.Instant, kalender: Kalender, velden: { datum: string; tijd: string }): Temporal.Instant {
  const dag = leesWerkdag(typt.datum, nu, kalender, velden.datum);
  const tijd = leesTijd(typt.tijd);
  if (!tijd.ok) throw veldfout(velden.tijd, tijd.bericht);
  const moment = momentVan(dag, tijd.waarde);
  if (moment.epochNanoseconds <= nu.epochNanoseconds) throw veldfout(velden.datum, 'Dit moment is al geweest. Kies een later moment.');
  return moment;
}

/** Working days that a letter about an urgent measure leaves to answer it, at the least. */
export const MINST_WERKDAGEN = 3;

/** The last day on which such a letter can leave, when one can answer until `uiterlijk`. */
export function laatsteVerzenddag(uiterlijk: Temporal.PlainDate, kalender: Kalender): Temporal.PlainDate {
  let dag = uiterlijk;
  while (Temporal.PlainDate.compare(plusWerkdagen(dag, MINST_WERKDAGEN, kalender), uiterlijk) > 0) dag = dag.subtract({ days: 1 });
  return dag;
}

const hoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1);
