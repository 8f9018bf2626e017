import { lijktFormule, ontdaan } from './cel.ts';
import { type Codering, naarTekst } from './codering.ts';
import { bestandsfout, type CsvFout, geordend, MAX_FOUTEN } from './fouten.ts';
import type { Kolom } from './kolom.ts';
import { herkenKoppen, kiesScheidingsteken } from './koppen.ts';
import { CsvError, ontleed } from './ontleed.ts';

export const MAX_RIJEN = 20_000;
export const MAX_BYTES = 20 * 1024 * 1024;
export interface TabelRij<Naam extends string> {
  /** The row as a spreadsheet numbers it; the headers are row 1. */
  rij: number;
  /** Clean cells by column. A column that the file does not have is absent, an empty cell is ''. */
  cellen: Partial<Record<Naam, string>>;
}

export interface Tabel<Naam extends string> {
  rijen: TabelRij<Naam>[];
  fouten: CsvFout[];
  waarschuwingen: string[];
  codering: Codering | null;
}

/**
 * Reads an uploaded CSV file into clean cells, or says in Dutch what is wrong and in which row and column. With any error the whole file
 * is refused by its caller; the rows that could be read are given all the same, so that later checks can report in the same go.
 */
export function leesTabel<Naam extends string>(bytes: Uint8Array, kolommen: readonly Kolom<Naam>[]): Tabel<Naam> {
  const niets = (fout: CsvFout, codering: Codering | null = null): Tabel<Naam> => ({ rijen: [], fouten: [fout], waarschuwingen: [], codering });
  if (bytes.length > MAX_BYTES) return niets(bestandsfout('te-groot', `Dit bestand is te groot. Er past hoogstens ${MAX_BYTES / 1024 / 1024} MB.`));
  const gedecodeerd = naarTekst(bytes);
  if (!gedecodeerd.ok) return niets(gedecodeerd.fout);
  const { codering } = gedecodeerd;
  // Excel's own first line that names the separator; it counts as a row there.
  const sepRegel = /^sep=(.)(?:\r\n|\n|\r)/.exec(gedecodeerd.tekst);
  const tekst = gedecodeerd.tekst.slice(sepRegel?.[0].length ?? 0);
  const eersteRij = sepRegel ? 2 : 1;
  if (tekst.trim() === '') return niets(bestandsfout('leeg', 'Dit bestand is leeg.'), codering);

  const scheiding = kiesScheidingsteken(tekst, kolommen);
  if (!scheiding.ok) return niets(scheiding.fout, codering);
  let records: string[][];
  try {
    records = ontleed(tekst, scheiding.teken, MAX_RIJEN + 2);
  } catch (oorzaak) {
    return niets(ontleedfout(oorzaak, eersteRij), codering);
  }
  const [kopcellen = [], ...gegevens] = records;
  const koppen = herkenKoppen(kopcellen, kolommen, eersteRij);
  const tabel: Tabel<Naam> = { rijen: [], fouten: koppen.fouten, waarschuwingen: koppen.waarschuwingen, codering };
  if (codering === 'Windows-1252') {
    tabel.waarschuwingen.push('Dit bestand is geen UTF-8. We lazen het als Windows-1252: kijk of letters met accenten kloppen.');
  }
  if (tabel.fouten.length > 0) return tabel;
  if (gegevens.length > MAX_RIJEN) {
    tabel.fouten.push(bestandsfout('te-veel-rijen', 'Dit bestand heeft meer dan 20.000 rijen. Verdeel het over meer bestanden.'));
    return tabel;
  }

  for (const [plaats, cellen] of gegevens.entries()) {
    if (cellen.every((cel) => cel.trim() === '')) continue;
    leesRij(cellen, eersteRij + plaats + 1, koppen.plaatsen, kopcellen.length, tabel);
    if (tabel.fouten.length > MAX_FOUTEN) break;
  }
  if (tabel.rijen.length === 0 && tabel.fouten.length === 0) {
    tabel.fouten.push(bestandsfout('alleen-koppen', 'Onder de koppen staat niets: dit bestand heeft geen rijen.'));
  }
  return { ...tabel, fouten: geordend(tabel.fouten) };
}

function leesRij<Naam extends string>(
  cellen: readonly string[], rij: number, plaatsen: ReadonlyMap<number, Kolom<Naam>>, breedte: number, tabel: Tabel<Naam>,
): void {
  const teVeel = cellen.slice(breedte).some((cel) => cel.trim() !== '');
  // Excel leaves out empty cells at the end of a row, so fewer is normal; a single cell in a wide table is not.
  if (teVeel || (cellen.length === 1 && breedte > 1)) {
    const aantal = `Deze rij heeft ${cellen.length} ${cellen.length === 1 ? 'kolom' : 'kolommen'}, de koppen hebben er ${breedte}.`;
    const raad = teVeel ? 'Zet een tekst met het scheidingsteken erin tussen aanhalingstekens.' : 'Staat hier een ander scheidingsteken?';
    tabel.fouten.push({ code: 'aantal-kolommen', rij, kolom: null, tekst: `${aantal} ${raad}` });
    return;
  }
  const uit: Partial<Record<Naam, string>> = {};
  let goed = true;
  for (const [plaats, kolom] of plaatsen) {
    const gelezen = leesCel(cellen[plaats] ?? '', kolom);
    if (gelezen.ok) {
      uit[kolom.naam] = gelezen.tekst;
      continue;
    }
    goed = false;
    tabel.fouten.push({ code: gelezen.code, rij, kolom: kolom.naam, tekst: gelezen.tekst });
  }
  if (goed) tabel.rijen.push({ rij, cellen: uit });
}

type Cel = { ok: true; tekst: string } | { ok: false; code: 'stuurteken' | 'formule' | 'te-lang'; tekst: string };

/** One line of text as a person meant it; formulas, invisible characters and over-long text are refused, never cut or run. */
function leesCel(ruw: string, kolom: Kolom): Cel {
  const cel = ontdaan(ruw);
  // U+FFFD stands where an earlier program already lost a letter.
  // eslint-disable-next-line no-control-regex
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]/.test(cel) || !cel.isWellFormed()) {
    return { ok: false, code: 'stuurteken', tekst: 'Hier staat een teken dat we niet kunnen lezen. Typ de inhoud van deze cel opnieuw.' };
  }
  const tekst = cel.normalize('NFC').replace(/\s+/g, ' ').trim();
  const telefoon = kolom.plus === true && /^\+\d/.test(tekst);
  if (lijktFormule(cel) && tekst !== '' && !telefoon) {
    return { ok: false, code: 'formule', tekst: 'Deze cel begint als een formule (met =, +, -, @ of een tab). Vul gewone tekst in.' };
  }
  if (tekst.length > kolom.max) {
    return { ok: false, code: 'te-lang', tekst: `Dit is te lang: ${tekst.length} tekens. Er passen er ${kolom.max}.` };
  }
  return { ok: true, tekst };
}

function ontleedfout(oorzaak: unknown, eersteRij: number): CsvFout {
  if (!(oorzaak instanceof CsvError)) throw oorzaak;
  const records = Number(oorzaak['records'] ?? 0);
  const rij = records + eersteRij;
  const tekst = oorzaak.code === 'CSV_MAX_RECORD_SIZE' || oorzaak.code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'Hier begint een tekst met een aanhalingsteken (") dat nergens sluit. Zet er een aan het einde, of haal het weg.'
    : 'Hier staat een aanhalingsteken (") op een plek waar het niet kan. Zet de hele cel tussen aanhalingstekens en schrijf het dubbel: "".';
  return { code: 'aanhalingsteken', rij, kolom: null, tekst };
}
