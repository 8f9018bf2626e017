/** Codes are stable: the page, the API and the tests name them. */
export type CsvFoutcode =
  | 'leeg' | 'te-groot' | 'geen-csv' | 'codering' | 'scheidingsteken' | 'geen-koppen' | 'kolom-ontbreekt' | 'dubbele-kop' | 'alleen-koppen'
  | 'te-veel-rijen' | 'te-veel-fouten' | 'aanhalingsteken' | 'aantal-kolommen' | 'stuurteken' | 'formule' | 'te-lang' | 'waarde' | 'dubbel'
  | 'verwijzing' | 'kring';

/** What is wrong with an import, and where. The text does not repeat what stands in the cell: it may be about a person. */
export interface CsvFout {
  code: CsvFoutcode;
  /** The row as a spreadsheet numbers it (the headers are row 1); null when it is about the file as a whole. */
  rij: number | null;
  /** The name of the column; null when it is about the whole row or file. */
  kolom: string | null;
  tekst: string;
}

/** An error about the file as a whole. */
export function bestandsfout(code: CsvFoutcode, tekst: string): CsvFout {
  return { code, rij: null, kolom: null, tekst };
}

/** After this many the file is sent back: whoever mends the first thousand sees the rest at the next try. */
export const MAX_FOUTEN = 1000;

/** Errors about the file first, then by row in the order they were found; no more than {@link MAX_FOUTEN}, and then it says so. */
export function geordend(fouten: readonly CsvFout[]): CsvFout[] {
  const opRij = fouten.filter(({ code }) => code !== 'te-veel-fouten').toSorted((een, ander) => (een.rij ?? 0) - (ander.rij ?? 0));
  if (opRij.length <= MAX_FOUTEN) return opRij;
  return [bestandsfout('te-veel-fouten', 'Er zijn meer dan 1.000 fouten. Dit zijn de eerste.'), ...opRij.slice(0, MAX_FOUTEN)];
}
