import { CsvError, parse } from 'csv-parse/sync';

export { CsvError };

/** In characters. A missing closing quote would otherwise swallow the whole file into one cell. */
const MAX_RIJLENGTE = 100_000;

/** The first `tot` rows of a CSV text, blank rows included; throws {@link CsvError} when its quotes do not match up. */
export function ontleed(tekst: string, scheidingsteken: string, tot: number): string[][] {
  return parse(tekst, {
    delimiter: scheidingsteken,
    // Named, because discovered line ends would join rows in a file that mixes them.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: MAX_RIJLENGTE,
    to: tot,
  });
}
