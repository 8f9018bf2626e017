import type { FileHandle } from 'node:fs/promises';
import { leesBytes, nulUit } from '../bron.ts';

/** Chunks of a wav that playing needs; others hold names, places and times (LIST, bext, iXML, id3). */
const IN_WAV = new Set(['fmt ', 'fact', 'data']);

/** Overwrites everything in a wav but the sound, in place. Throws a RangeError when the file is not understood. */
export async function wisWav(bestand: FileHandle): Promise<void> {
  const { size } = await bestand.stat();
  const kop = await leesBytes(bestand, 0, 12);
  if (kop.toString('latin1', 0, 4) !== 'RIFF' || kop.toString('latin1', 8, 12) !== 'WAVE') throw new RangeError('not a RIFF wav');
  let plaats = 12;
  let geluid = false;
  while (plaats + 8 <= size) {
    const stuk = await leesBytes(bestand, plaats, 8);
    const naam = stuk.toString('latin1', 0, 4);
    // A recorder that was cut off leaves a length that goes past the end: the rest is sound then.
    const einde = Math.min(plaats + 8 + stuk.readUInt32LE(4), size);
    if (naam === 'data') geluid = true;
    if (!IN_WAV.has(naam)) {
      await bestand.write(Buffer.from('JUNK', 'latin1'), 0, 4, plaats);
      await nulUit(bestand, plaats + 8, einde);
    }
    plaats = einde + (einde % 2);
  }
  if (!geluid) throw new RangeError('no sound in the file');
  if (plaats < size) await nulUit(bestand, plaats, size);
}

/**
 * The part of an mp3 or aac that is sound, without ID3v2 and APE tags before and ID3v1, APE and Lyrics3 tags behind.
 * Throws a RangeError when nothing is left.
 */
export async function geluidInMp3(bestand: FileHandle): Promise<{ begin: number; einde: number }> {
  const { size } = await bestand.stat();
  let begin = 0;
  for (;;) {
    const kop = await leesOf(bestand, begin, 32, size);
    if (kop?.toString('latin1', 0, 3) === 'ID3') begin += id3Lengte(kop);
    else if (kop?.toString('latin1', 0, 8) === 'APETAGEX') begin += apeLengte(kop, true);
    else break;
  }
  let einde = size;
  for (;;) {
    if ((await leesOf(bestand, einde - 128, 3, einde))?.toString('latin1') === 'TAG') {
      einde -= 128;
      if ((await leesOf(bestand, einde - 227, 4, einde))?.toString('latin1') === 'TAG+') einde -= 227;
      continue;
    }
    const ape = await leesOf(bestand, einde - 32, 32, einde);
    if (ape?.toString('latin1', 0, 8) === 'APETAGEX') {
      einde -= apeLengte(ape, false);
      continue;
    }
    const lyrics = await leesOf(bestand, einde - 15, 15, einde);
    if (lyrics !== undefined && /^\d{6}LYRICS200$/.test(lyrics.toString('latin1'))) {
      einde -= 15 + Number(lyrics.toString('latin1', 0, 6));
      continue;
    }
    const id3 = await leesOf(bestand, einde - 10, 10, einde);
    if (id3?.toString('latin1', 0, 3) !== '3DI') break;
    einde -= id3Lengte(id3) + 10;
  }
  if (einde - begin < 16) throw new RangeError('no sound in the file');
  return { begin, einde };
}

async function leesOf(bestand: FileHandle, plaats: number, lengte: number, einde: number): Promise<Buffer | undefined> {
  return plaats < 0 || plaats + lengte > einde ? undefined : leesBytes(bestand, plaats, lengte);
}

/** Header, contents and footer of an ID3v2 tag; the size has seven bits per byte (id3v2.4.0 §3.1). */
function id3Lengte(kop: Buffer): number {
  let lengte = 0;
  for (let i = 6; i < 10; i += 1) lengte = lengte * 128 + (kop.readUInt8(i) & 0x7f);
  return 10 + lengte + ((kop.readUInt8(5) & 0x10) === 0 ? 0 : 10);
}

/** An APE tag counts its contents and footer; bit 31 of the flags says that there is a header too. */
function apeLengte(kop: Buffer, voorop: boolean): number {
  const metKop = voorop || (kop.readUInt32LE(20) & 0x80000000) !== 0;
  return kop.readUInt32LE(12) + (metKop ? 32 : 0);
}
