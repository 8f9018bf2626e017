import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import yauzl from 'yauzl';
import { Lijstfout, MEEST_REGELS, teVeel } from './fout.ts';

/** A sheet of two hundred rows stays far below this, unpacked. */
const MEEST_BLAD = 4 * 1024 * 1024;
const MEEST_KOLOMMEN = 100;

/**
 * Rows of the first sheet. The file was judged before (a real workbook, no macros, no zip bomb). Its sheets are measured here before anything else
 * reads them: a sheet can say it is a million rows long in a few bytes. A formula gives the value that was last calculated; nothing is calculated here.
 */
export async function matrixUitXlsx(pad: string): Promise<string[][]> {
  await meet(pad);
  try {
    const rijen = await readSheet(await readFile(pad));
    return rijen.map((rij) => rij.map((cel) => celtekst(cel)));
  } catch {
    throw new Lijstfout('We kunnen dit Excel-bestand niet lezen. Bewaar het opnieuw, of kopieer de regels en plak ze in het tekstvak.');
  }
}

function celtekst(cel: unknown): string {
  if (cel instanceof Date) return `${cel.getUTCDate()}-${cel.getUTCMonth() + 1}-${cel.getUTCFullYear()}`;
  return cel === null || cel === undefined ? '' : String(cel).slice(0, 1_000);
}

async function meet(pad: string): Promise<void> {
  const zip = await yauzl.openPromise(pad, { lazyEntries: true, autoClose: true });
  for await (const deel of zip.eachEntry()) {
    if (!/^xl\/(worksheets\/[^/]+|sharedStrings)\.xml$/.test(deel.fileName)) continue;
    if (deel.uncompressedSize > MEEST_BLAD) throw teVeel();
    const delen: Buffer[] = [];
    let bytes = 0;
    for await (const blok of (await zip.openReadStreamPromise(deel)) as AsyncIterable<Buffer>) {
      bytes += blok.length;
      if (bytes > MEEST_BLAD) throw teVeel();
      delen.push(blok);
    }
    const xml = Buffer.concat(delen).toString('utf8');
    if (deel.fileName.startsWith('xl/worksheets/')) keur(xml);
  }
}

/** How far the sheet says it reaches: in its own dimension, in its rows and in its cells. */
function keur(xml: string): void {
  if ((xml.match(/<(?:\w+:)?row[\s>]/g) ?? []).length > MEEST_REGELS * 3) throw teVeel();
  for (const [, letters = '', rij = ''] of xml.matchAll(/(?:r|ref)\s*=\s*["'](?:[A-Z]+\d+:)?([A-Z]*)(\d+)["']/g)) {
    if (Number(rij) > MEEST_REGELS * 20 || kolomnummer(letters) > MEEST_KOLOMMEN) throw teVeel();
  }
}

const kolomnummer = (letters: string): number => [...letters].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0);
