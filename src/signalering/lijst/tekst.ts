import { CsvError, parse } from 'csv-parse/sync';
import { Lijstfout, MEEST_REGELS, teVeel } from './fout.ts';

/** Lines beyond which nobody has to look further: a cell in quotes can hold a few lines of its own. */
const MEEST_LIJNEN = MEEST_REGELS * 20;

/** Text of a file, whatever program wrote it: UTF-8, UTF-16 with its mark, and otherwise what Dutch Excel writes. */
export function naarTekst(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export function telLijnen(tekst: string, tot: number): number {
  let n = 0;
  for (let i = tekst.indexOf('\n'); i >= 0 && n <= tot; i = tekst.indexOf('\n', i + 1)) n += 1;
  return n;
}

/** CSV, or lines pasted from a sheet or a mail, as rows of cells. What looks like a formula is text like any other: nothing is ever calculated. */
export function matrixUitTekst(ruw: string): string[][] {
  // eslint-disable-next-line no-control-regex
  const tekst = ruw.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/, '').replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
  if (tekst.trim() === '') throw new Lijstfout('Er staat niets in deze lijst.');
  if (telLijnen(tekst, MEEST_LIJNEN) > MEEST_LIJNEN) throw teVeel();
  const eerste = tekst.split('\n', 1)[0] ?? '';
  const delimiter = ['\t', ';', '|', ','].find((teken) => eerste.includes(teken)) ?? ';';
  try {
    return parse(tekst, { delimiter, record_delimiter: ['\n'], relax_column_count: true, relax_quotes: true, max_record_size: 20_000, to: MEEST_LIJNEN });
  } catch (e) {
    if (e instanceof CsvError) throw new Lijstfout('In deze lijst staat een aanhalingsteken (") dat nergens sluit. Haal het weg en probeer het opnieuw.');
    throw e;
  }
}
