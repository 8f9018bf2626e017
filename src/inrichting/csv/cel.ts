/**
 * Cells that a spreadsheet would run as a formula. Source: OWASP, CSV Injection, and ASVS 5.0 requirement 1.2.10; the wide forms are
 * taken for the same characters by a spreadsheet in an East Asian locale.
 */
const formuleteken = /^ *[=+\-@\t\r\0＝＋－＠]/;
/** The same with the apostrophes that may already stand before it. */
const metApostrof = /^'* *[=+\-@\t\r\0＝＋－＠]/;

/** Whether a spreadsheet could run this cell; spaces before it do not help. */
export function lijktFormule(cel: string): boolean {
  return formuleteken.test(cel);
}

/** Text as it is safe in a cell: with an apostrophe before what looks like a formula. {@link ontdaan} undoes exactly this. */
export function ontwapen(tekst: string): string {
  return metApostrof.test(tekst) ? `'${tekst}` : tekst;
}

/** A cell without the apostrophe that {@link ontwapen} put before it. Names such as 't Hart keep theirs. */
export function ontdaan(cel: string): string {
  return cel.startsWith("'") && metApostrof.test(cel) ? cel.slice(1) : cel;
}
