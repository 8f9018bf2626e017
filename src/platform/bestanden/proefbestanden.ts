import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { onTestFinished } from 'vitest';

/* Files for tests, made by hand where no tool makes them. */

/** A folder that is gone after the test. */
export async function proefmap(): Promise<string> {
  const map = await mkdtemp(join(tmpdir(), 'rugdekking-proef-'));
  onTestFinished(() => rm(map, { recursive: true, force: true }));
  return map;
}

export async function proefbestand(inhoud: Buffer): Promise<string> {
  const pad = join(await proefmap(), 'bestand');
  await writeFile(pad, inhoud);
  return pad;
}

export interface Zipdeel {
  naam: string;
  inhoud: Buffer;
  /** Store instead of deflate. */
  los?: boolean;
  /** What the table of contents says instead of the truth. */
  verklaard?: number;
  vlaggen?: number;
}

/** A zip of these parts, with an optional lie per part. */
export function zip(delen: readonly Zipdeel[]): Buffer {
  const stukken: Buffer[] = [];
  const overzicht: Buffer[] = [];
  let plaats = 0;
  for (const { naam, inhoud, los, verklaard, vlaggen } of delen) {
    const data = los === true ? inhoud : deflateRawSync(inhoud, { level: 9 });
    const gegevens = Buffer.alloc(26);
    gegevens.writeUInt16LE(20, 0);
    gegevens.writeUInt16LE(vlaggen ?? 0, 2);
    gegevens.writeUInt16LE(los === true ? 0 : 8, 4);
    gegevens.writeUInt32LE(crc32(inhoud), 10);
    gegevens.writeUInt32LE(data.length, 14);
    gegevens.writeUInt32LE(verklaard ?? inhoud.length, 18);
    gegevens.writeUInt16LE(Buffer.byteLength(naam), 22);
    const kop = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), gegevens, Buffer.from(naam)]);
    const staart = Buffer.alloc(14);
    staart.writeUInt32LE(plaats, 10);
    overzicht.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), gegevens, staart, Buffer.from(naam)]));
    stukken.push(kop, data);
    plaats += kop.length + data.length;
  }
  const lijst = Buffer.concat(overzicht);
  const einde = Buffer.alloc(22);
  einde.write('PK\x05\x06', 0, 'latin1');
  einde.writeUInt16LE(delen.length, 8);
  einde.writeUInt16LE(delen.length, 10);
  einde.writeUInt32LE(lijst.length, 12);
  einde.writeUInt32LE(plaats, 16);
  return Buffer.concat([...stukken, lijst, einde]);
}

const MAIN = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' };

/** A small office document, with further parts. */
export function kantoordocument(soort: 'docx' | 'xlsx', meer: readonly Zipdeel[] = [], hoofdtype: string = MAIN[soort]): Buffer {
  const typen = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${hoofdtype}"/></Types>`;
  return zip([
    { naam: '[Content_Types].xml', inhoud: Buffer.from(typen) },
    { naam: soort === 'docx' ? 'word/document.xml' : 'xl/workbook.xml', inhoud: Buffer.from('<document>Een brief</document>') },
    ...meer,
  ]);
}

/** A PNG that says how large it is and holds next to nothing. */
export function pngKop(breedte: number, hoogte: number): Buffer<ArrayBuffer> {
  const stuk = (type: string, data: Buffer): Buffer => {
    const lengte = Buffer.alloc(4);
    lengte.writeUInt32BE(data.length);
    const inhoud = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(inhoud));
    return Buffer.concat([lengte, inhoud, crc]);
  };
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(breedte, 0);
  ihdr.writeUInt32BE(hoogte, 4);
  ihdr.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), stuk('IHDR', ihdr), stuk('IDAT', Buffer.from('789c030000000001', 'hex')), stuk('IEND', Buffer.alloc(0))]);
}

export function doos(type: string, ...inhoud: Buffer[]): Buffer {
  const data = Buffer.concat(inhoud);
  const kop = Buffer.alloc(8);
  kop.writeUInt32BE(data.length + 8, 0);
  kop.write(type, 4, 'latin1');
  return Buffer.concat([kop, data]);
}

export function getallen(...waarden: number[]): Buffer {
  const uit = Buffer.alloc(waarden.length * 4);
  waarden.forEach((waarde, i) => uit.writeUInt32BE(waarde, i * 4));
  return uit;
}

/** A track of one chunk with these samples, standing at `plaats`. */
function spoor(soort: string, plaats: number, maten: number[]): Buffer {
  const stbl = doos('stbl',
    doos('stsd', getallen(0, 0)), doos('stsz', getallen(0, 0, maten.length, ...maten)), doos('stsc', getallen(0, 1, 1, maten.length, 1)), doos('stco', getallen(0, 1, plaats)));
  return doos('trak',
    doos('tkhd', getallen(7, 0xd0d0d0d0, 0xd0d0d0d0, 1, 0)),
    doos('mdia', doos('mdhd', getallen(0, 0xd0d0d0d0, 0xd0d0d0d0, 1000, 0)), doos('hdlr', getallen(0, 0), Buffer.from(soort, 'latin1'), getallen(0, 0, 0)), doos('minf', stbl)),
    doos('udta', doos('name', Buffer.from('SPOORNAAM'))));
}

/** A film as a phone makes it: sound, a track with places, the place in the user data, times. Media data are 'BEELD…' and 'PLAATS…'. */
export function film(merk: string): Buffer {
  const ftyp = doos('ftyp', Buffer.from(merk, 'latin1'), getallen(0), Buffer.from(merk, 'latin1'));
  const mdat = doos('mdat', Buffer.from('BEELDBEELDPLAATSPLAATS'));
  const beeld = ftyp.length + 8;
  const moov = doos('moov',
    doos('mvhd', getallen(0, 0xd0d0d0d0, 0xd0d0d0d0, 1000, 0)),
    spoor('vide', beeld, [5, 5]),
    spoor('meta', beeld + 10, [6, 6]),
    doos('udta', doos('\xa9xyz', Buffer.from('+52.0907+005.1214/'))),
    doos('meta', Buffer.from('com.apple.quicktime.location.ISO6709')));
  return Buffer.concat([ftyp, mdat, moov, doos('uuid', Buffer.from('XMP met GPS'))]);
}

/** A real file made with ordinary tools (a tone, a test picture), with 'GEHEIM…' in its metadata where the kind has any. */
export function proef(naam: string): Promise<Buffer> {
  return readFile(new URL(`proef/${naam}`, import.meta.url));
}

/** A compound file with these names in its directory. */
export function cfb(namen: readonly string[]): Buffer {
  const mappen = Math.ceil((namen.length + 1) / 4);
  const kop = Buffer.alloc(512);
  kop.write('d0cf11e0a1b11ae1', 0, 'hex');
  kop.set([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0], 24);
  kop.writeUInt32LE(1, 44);
  kop.writeUInt32LE(1, 48);
  kop.fill(0xff, 68);
  kop.writeUInt32LE(0, 72);
  kop.writeUInt32LE(0, 76);
  const tabel = Buffer.alloc(512, 0xff);
  for (let i = 0; i < mappen; i += 1) tabel.writeUInt32LE(i + 1 === mappen ? 0xfffffffe : i + 2, (i + 1) * 4);
  const map = Buffer.alloc(mappen * 512);
  ['Root Entry', ...namen].forEach((naam, i) => {
    map.write(naam, i * 128, 'utf16le');
    map.writeUInt16LE(naam.length * 2 + 2, i * 128 + 64);
    map.writeUInt8(i === 0 ? 5 : 2, i * 128 + 66);
  });
  return Buffer.concat([kop, tabel, map]);
}
