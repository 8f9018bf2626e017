import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { leesBytes } from './bron.ts';
import { Bestandsfout } from './fouten.ts';

/** Limits on what a zip-based document may become when it is opened. */
export interface Zipgrenzen {
  delen: number;
  /** All parts together, unpacked. */
  uitgepaktBytes: number;
  /** Unpacked : packed; judged only above `verhoudingVanaf`, small repetitive XML may compress a lot. */
  verhouding: number;
  verhoudingVanaf: number;
}

export const standaardZipgrenzen: Zipgrenzen = {
  delen: 2_000,
  uitgepaktBytes: 200 * 1024 * 1024,
  verhouding: 200,
  verhoudingVanaf: 10 * 1024 * 1024,
};

interface Deel {
  naam: string;
  methode: number;
  vlaggen: number;
  crc: number;
  ingepakt: number;
  uitgepakt: number;
  kop: number;
}

const KLEINSTE_EINDE = 22;
const MAX_OVERZICHT = 1024 * 1024;
const MAX_INHOUDSTYPEN = 1024 * 1024;

/**
 * Decides whether a zip is a Word or Excel document without programs in it, by reading the table of contents and unpacking
 * every part once, with a limit and into nothing. Everything that readers may understand in two ways (overlapping parts, a
 * prefix before the first part, zip64, two parts with one name) is refused.
 */
export async function keurKantoordocument(pad: string, grenzen: Zipgrenzen = standaardZipgrenzen): Promise<'docx' | 'xlsx'> {
  const bestand = await open(pad, 'r');
  try {
    return await keur(pad, bestand, grenzen);
  } catch (oorzaak) {
    if (oorzaak instanceof RangeError) throw new Bestandsfout('bestand.beschadigd', oorzaak);
    throw oorzaak;
  } finally {
    await bestand.close();
  }
}

async function keur(pad: string, bestand: FileHandle, grenzen: Zipgrenzen): Promise<'docx' | 'xlsx'> {
  const { delen, overzichtsplaats } = await leesOverzicht(bestand, grenzen);
  const typen = delen.find((deel) => deel.naam === '[Content_Types].xml');
  if (typen === undefined) throw new Bestandsfout('bestand.archief');
  if (delen.some((deel) => (deel.vlaggen & 1) !== 0)) throw new Bestandsfout('bestand.beveiligd');
  if (delen.some((deel) => deel.methode !== 0 && deel.methode !== 8)) throw new Bestandsfout('bestand.beschadigd');
  if (delen.some((deel) => isProgrammadeel(deel.naam))) throw new Bestandsfout('bestand.macro');

  const totaal = delen.reduce((som, deel) => som + deel.uitgepakt, 0);
  const ingepakt = delen.reduce((som, deel) => som + deel.ingepakt, 0);
  if (totaal > grenzen.uitgepaktBytes) throw new Bestandsfout('bestand.zipbom');
  if (totaal > grenzen.verhoudingVanaf && totaal > ingepakt * grenzen.verhouding) throw new Bestandsfout('bestand.zipbom');

  const plaatsen = await plaatsInhoud(bestand, delen, overzichtsplaats);
  let soort: 'docx' | 'xlsx' | undefined;
  for (const deel of delen) {
    const begin = plaatsen.get(deel) ?? 0;
    const bewaar = deel === typen ? MAX_INHOUDSTYPEN : 8;
    const kop = await pakUit(pad, deel, begin, bewaar);
    if (deel === typen) soort = soortVan(kop.toString('utf8'));
    else if (isIngepakt(kop)) throw new Bestandsfout('bestand.ingesloten');
  }
  if (soort === undefined) throw new Bestandsfout('bestand.soort');
  return soort;
}

async function leesOverzicht(bestand: FileHandle, grenzen: Zipgrenzen): Promise<{ delen: Deel[]; overzichtsplaats: number }> {
  const { size } = await bestand.stat();
  const staartLengte = Math.min(size, KLEINSTE_EINDE + 0xffff);
  const staart = await leesBytes(bestand, size - staartLengte, staartLengte);
  let einde = -1;
  for (let i = staart.length - KLEINSTE_EINDE; i >= 0; i -= 1) {
    if (staart.readUInt32LE(i) === 0x06054b50 && i + KLEINSTE_EINDE + staart.readUInt16LE(i + 20) === staart.length) {
      einde = i;
      break;
    }
  }
  if (einde < 0) throw new Bestandsfout('bestand.beschadigd');
  const aantal = staart.readUInt16LE(einde + 10);
  const lengte = staart.readUInt32LE(einde + 12);
  const plaats = staart.readUInt32LE(einde + 16);
  const opEenSchijf = staart.readUInt32LE(einde + 4) === 0 && staart.readUInt16LE(einde + 8) === aantal;
  if (!opEenSchijf || plaats + lengte !== size - staartLengte + einde) throw new Bestandsfout('bestand.beschadigd');
  if (aantal > grenzen.delen || lengte > MAX_OVERZICHT) throw new Bestandsfout('bestand.zipbom');

  const overzicht = await leesBytes(bestand, plaats, lengte);
  const delen: Deel[] = [];
  const namen = new Set<string>();
  let i = 0;
  for (let n = 0; n < aantal; n += 1) {
    if (overzicht.readUInt32LE(i) !== 0x02014b50) throw new Bestandsfout('bestand.beschadigd');
    const naamLengte = overzicht.readUInt16LE(i + 28);
    const naam = overzicht.toString('utf8', i + 46, i + 46 + naamLengte);
    const deel: Deel = {
      naam,
      vlaggen: overzicht.readUInt16LE(i + 8),
      methode: overzicht.readUInt16LE(i + 10),
      crc: overzicht.readUInt32LE(i + 16),
      ingepakt: overzicht.readUInt32LE(i + 20),
      uitgepakt: overzicht.readUInt32LE(i + 24),
      kop: overzicht.readUInt32LE(i + 42),
    };
    const sleutel = naam.toLowerCase();
    if (namen.has(sleutel) || /\0|\\|^\/|(^|\/)\.\.(\/|$)/.test(naam)) throw new Bestandsfout('bestand.beschadigd');
    namen.add(sleutel);
    delen.push(deel);
    i += 46 + naamLengte + overzicht.readUInt16LE(i + 30) + overzicht.readUInt16LE(i + 32);
  }
  if (i !== lengte) throw new Bestandsfout('bestand.beschadigd');
  return { delen, overzichtsplaats: plaats };
}

/** Where the bytes of each part begin. Parts may not share bytes: that is how a small zip becomes petabytes. */
async function plaatsInhoud(bestand: FileHandle, delen: readonly Deel[], overzichtsplaats: number): Promise<Map<Deel, number>> {
  const plaatsen = new Map<Deel, number>();
  let vrijVanaf = 0;
  for (const deel of delen.toSorted((a, b) => a.kop - b.kop)) {
    if (deel.kop < vrijVanaf) throw new Bestandsfout('bestand.zipbom');
    if (plaatsen.size === 0 && deel.kop !== 0) throw new Bestandsfout('bestand.beschadigd');
    const kop = await leesBytes(bestand, deel.kop, 30);
    if (kop.readUInt32LE(0) !== 0x04034b50) throw new Bestandsfout('bestand.beschadigd');
    const naamLengte = kop.readUInt16LE(26);
    const naam = await leesBytes(bestand, deel.kop + 30, naamLengte);
    if (naam.toString('utf8') !== deel.naam) throw new Bestandsfout('bestand.beschadigd');
    const begin = deel.kop + 30 + naamLengte + kop.readUInt16LE(28);
    vrijVanaf = begin + deel.ingepakt;
    if (vrijVanaf > overzichtsplaats) throw new Bestandsfout('bestand.beschadigd');
    plaatsen.set(deel, begin);
  }
  return plaatsen;
}

/** Unpacks one part into nothing, checks size and CRC against the table of contents, returns its first bytes. */
async function pakUit(pad: string, deel: Deel, begin: number, bewaar: number): Promise<Buffer> {
  if (deel.methode === 0 && deel.ingepakt !== deel.uitgepakt) throw new Bestandsfout('bestand.beschadigd');
  if (deel.ingepakt === 0) {
    if (deel.uitgepakt > 0) throw new Bestandsfout('bestand.beschadigd');
    return Buffer.alloc(0);
  }
  const bron = createReadStream(pad, { start: begin, end: begin + deel.ingepakt - 1 });
  // What goes wrong in the pipeline comes out of the loop below; ending the loop early closes the whole pipeline.
  const inhoud = deel.methode === 8 ? pipeline(bron, createInflateRaw(), () => undefined) : bron;
  const kop: Buffer[] = [];
  let bytes = 0;
  let crc = 0;
  try {
    for await (const blok of inhoud as AsyncIterable<Buffer>) {
      if (bytes < bewaar) kop.push(blok.subarray(0, bewaar - bytes));
      bytes += blok.length;
      if (bytes > deel.uitgepakt) throw new Bestandsfout('bestand.zipbom');
      crc = crc32(blok, crc);
    }
  } catch (oorzaak) {
    throw oorzaak instanceof Bestandsfout ? oorzaak : new Bestandsfout('bestand.beschadigd', oorzaak);
  }
  if (bytes !== deel.uitgepakt || crc !== deel.crc) throw new Bestandsfout('bestand.beschadigd');
  return Buffer.concat(kop);
}

/** VBA, Excel 4 macro sheets, ActiveX and OLE objects; printer settings are .bin too, and harmless. */
function isProgrammadeel(naam: string): boolean {
  return /vbaproject|vbadata|\/activex\/|\/macrosheets\/|\/dialogsheets\/|\/embeddings\/[^/]*\.bin$/i.test(naam);
}

function soortVan(typen: string): 'docx' | 'xlsx' | undefined {
  if (/macroenabled/i.test(typen)) throw new Bestandsfout('bestand.macro');
  if (typen.includes('wordprocessingml.document.main+xml')) return 'docx';
  if (typen.includes('spreadsheetml.sheet.main+xml')) return 'xlsx';
  return undefined;
}

/** zip, rar, 7z, gzip, bzip2, xz, and compound files, by their first bytes. */
function isIngepakt(kop: Buffer): boolean {
  return ['504b0304', '52617221', '377abcaf', '1f8b', '425a68', 'fd377a58', 'd0cf11e0'].some((magie) => kop.toString('hex').startsWith(magie));
}
