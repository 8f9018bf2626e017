import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { Opdrachtfout } from '../omstandigheden.ts';

/** One row of a file, by header; `rij` as a spreadsheet numbers it (the headers are row 1). */
export interface Rij {
  rij: number;
  cellen: readonly string[];
}

export interface Csvstroom {
  koppen: readonly string[];
  scheidingsteken: string;
  /** Every row that could be read; the others are told to `fout` with why. */
  rijen(fout: (rij: number, waarom: string) => void): AsyncGenerator<Rij>;
}

const SCHEIDINGSTEKENS = [';', ',', '\t', '|'] as const;
/** A cell over more lines than this is a quote that was never closed. */
const MEESTE_REGELS = 50;
const LANGSTE_REGEL = 100_000;

/** Opens a CSV file of any size: UTF-8, UTF-16 or Windows-1252, with the separator under which most headers are known. Nothing is kept of it. */
export async function openCsv(pad: string, kent: (kop: string) => boolean): Promise<Csvstroom> {
  const codering = await vindCodering(pad);
  const regels = leesRegels(pad, codering);
  let kop = await volgende(regels);
  let eersteRij = 1;
  const sep = /^sep=(.)$/.exec(kop ?? '');
  if (sep !== null) {
    kop = await volgende(regels);
    eersteRij = 2;
  }
  if (kop === undefined || kop.trim() === '') throw new Opdrachtfout(`${pad} is leeg: in de eerste rij horen koppen te staan.`);
  const kopregel = kop;
  const gekozen = SCHEIDINGSTEKENS.map((teken) => ({ teken, koppen: ontleedRij(kopregel, teken) ?? [] }))
    .map((k) => ({ ...k, bekend: k.koppen.filter(kent).length }))
    .reduce((een, ander) => (ander.bekend > een.bekend ? ander : een));
  if (gekozen.bekend === 0) throw new Opdrachtfout(`In de eerste rij van ${pad} staan geen koppen die we kennen. Zie: rugdekking help herken`);
  return {
    koppen: gekozen.koppen.map((k) => k.trim()), scheidingsteken: gekozen.teken,
    rijen: (fout) => leesRijen(regels, gekozen.teken, gekozen.koppen.length, eersteRij, fout),
  };
}

async function* leesRijen(regels: AsyncGenerator<string>, teken: string, breedte: number, eersteRij: number, fout: (rij: number, waarom: string) => void): AsyncGenerator<Rij> {
  let rij = eersteRij;
  /** Lines that were read while looking for a closing quote that did not come. */
  const terug: string[] = [];
  const pak = async (): Promise<string | undefined> => terug.shift() ?? (await volgende(regels));
  for (let regel = await pak(); regel !== undefined; regel = await pak()) {
    rij++;
    const samen = [regel];
    while (!gesloten(samen) && samen.length < MEESTE_REGELS) {
      const meer = await pak();
      if (meer === undefined) break;
      samen.push(meer);
    }
    if (!gesloten(samen)) {
      terug.unshift(...samen.slice(1));
      fout(rij, 'een aanhalingsteken (") opent en sluit nergens');
      continue;
    }
    const tekst = samen.join('\n');
    if (tekst.trim() === '') continue;
    if (tekst.length > LANGSTE_REGEL) {
      fout(rij, 'de rij is langer dan 100.000 tekens');
      continue;
    }
    const cellen = ontleedRij(tekst, teken);
    if (cellen === null) fout(rij, 'een aanhalingsteken (") staat op een plek waar het niet kan');
    else if (cellen.length > breedte && cellen.slice(breedte).some((c) => c.trim() !== '')) fout(rij, `${cellen.length} kolommen, de koppen hebben er ${breedte}`);
    else yield { rij, cellen };
  }
}

/** An even number of quotes: every text that opened has closed. */
function gesloten(regels: readonly string[]): boolean {
  let aantal = 0;
  for (const r of regels) for (let i = r.indexOf('"'); i !== -1; i = r.indexOf('"', i + 1)) aantal++;
  return aantal % 2 === 0;
}

function ontleedRij(tekst: string, delimiter: string): string[] | null {
  if (!tekst.includes('"')) return tekst.split(delimiter);
  try {
    return (parse(tekst, { delimiter, relax_column_count: true, relax_quotes: true, to: 1, record_delimiter: ['\u0000'] }) as string[][])[0] ?? [];
  } catch (oorzaak) {
    if (oorzaak instanceof CsvError) return null;
    throw oorzaak;
  }
}

async function volgende(regels: AsyncGenerator<string>): Promise<string | undefined> {
  const { value, done } = await regels.next();
  return done === true ? undefined : value;
}

/** Lines without their ends, whatever those are. */
async function* leesRegels(pad: string, codering: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(codering);
  let rest = '';
  let eerste = true;
  for await (const brok of createReadStream(pad)) {
    let tekst = rest + decoder.write(brok as Buffer);
    if (eerste) tekst = tekst.replace(/^\ufeff/, '');
    eerste = false;
    // A carriage return at the end may be half of a line end.
    const delen = tekst.split(/\r\n|\n|\r(?!$)/);
    rest = delen.pop() ?? '';
    yield* delen;
  }
  rest += decoder.end() ?? '';
  rest = rest.replace(/\r$/, '');
  if (rest !== '') yield rest;
}

/** A byte order mark decides; without one: zero bytes, then whether the whole file is UTF-8. The rest is what Dutch Excel writes. */
async function vindCodering(pad: string): Promise<string> {
  let bestand;
  try {
    bestand = await open(pad);
  } catch (oorzaak) {
    throw new Opdrachtfout(`${pad} is niet te lezen. Bestaat het bestand?`, { cause: oorzaak });
  }
  try {
    const { buffer, bytesRead } = await bestand.read(Buffer.alloc(4096), 0, 4096, 0);
    const begin = buffer.subarray(0, bytesRead);
    if (begin.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) throw new Opdrachtfout(`${pad} is een Excel- of zipbestand. Sla het op als “CSV UTF-8”.`);
    if (begin[0] === 0xff && begin[1] === 0xfe) return 'utf-16le';
    if (begin[0] === 0xfe && begin[1] === 0xff) return 'utf-16be';
    const nullen = begin.filter((b) => b === 0).length;
    if (nullen > bytesRead / 4) return begin[0] === 0 ? 'utf-16be' : 'utf-16le';
  } finally {
    await bestand.close();
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const brok of createReadStream(pad)) decoder.decode(brok as Buffer, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
