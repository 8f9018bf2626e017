import type { z } from 'zod';
import type { Codering } from './codering.ts';
import { type CsvFout, geordend } from './fouten.ts';
import type { Celrij, Importsoort } from './soorten.ts';
import { leesTabel, type TabelRij } from './tabel.ts';

export interface ImportRij<Rij> {
  /** The row as a spreadsheet numbers it; the headers are row 1. */
  rij: number;
  waarde: Rij;
}

export interface GelezenImport<Rij> {
  rijen: ImportRij<Rij>[];
  /** In order of row; with any error nothing may be imported. */
  fouten: CsvFout[];
  waarschuwingen: string[];
  codering: Codering | null;
}

/** An uploaded file of this kind as checked rows, with every error inside the file; `vergelijkImport` finds those against the organisation. */
export function leesImport<Rij extends Celrij>(bytes: Uint8Array, soort: Importsoort<Rij>): GelezenImport<Rij> {
  const tabel = leesTabel(bytes, soort.kolommen);
  const fouten = [...tabel.fouten, ...soort.uniek.flatMap((kolom) => dubbelen(tabel.rijen, kolom))];
  const rijen: ImportRij<Rij>[] = [];
  for (const { rij, cellen } of tabel.rijen) {
    const uitkomst = soort.schema.safeParse(cellen);
    if (uitkomst.success) rijen.push({ rij, waarde: uitkomst.data });
    else fouten.push(...rijfouten(rij, uitkomst.error));
  }
  return { rijen, fouten: geordend(fouten), waarschuwingen: tabel.waarschuwingen, codering: tabel.codering };
}

/** One error per column. */
function rijfouten(rij: number, fout: z.ZodError): CsvFout[] {
  const perKolom = new Map<string, CsvFout>();
  for (const { path, message } of fout.issues) {
    const kolom = path.map(String).join('.');
    if (!perKolom.has(kolom)) perKolom.set(kolom, { code: 'waarde', rij, kolom, tekst: message });
  }
  return [...perKolom.values()];
}

/** The second and later rows with the same value in a column that must be unique, whatever the capitals. */
function dubbelen<Naam extends string>(rijen: readonly TabelRij<Naam>[], kolom: Naam): CsvFout[] {
  const eerste = new Map<string, number>();
  const fouten: CsvFout[] = [];
  for (const { rij, cellen } of rijen) {
    const waarde = (cellen[kolom] ?? '').toLowerCase();
    if (waarde === '') continue;
    const eerder = eerste.get(waarde);
    if (eerder === undefined) eerste.set(waarde, rij);
    else fouten.push({ code: 'dubbel', rij, kolom, tekst: `Dit staat ook in rij ${eerder}. Het mag maar een keer voorkomen.` });
  }
  return fouten;
}
