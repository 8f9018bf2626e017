import { createHash } from 'node:crypto';
import { constants, createReadStream, createWriteStream } from 'node:fs';
import { copyFile, open, rm, stat, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { beeldbewerker, isDecodeerbaar, type Decodeerbaar } from './beeld.ts';
import { nieuwSpoelpad, type Ingenomen } from './inname.ts';
import { wisFilm } from './metagegevens/film.ts';
import { geluidInMp3, wisWav } from './metagegevens/geluid.ts';
import { wisHeic } from './metagegevens/heic.ts';

/**
 * What the copy that people see is: without the data that a device adds (place, device, times, names); the same bytes as the
 * original, because those data cannot be taken out of this kind properly; or not there, because the file cannot be read.
 */
export type KopieStatus = 'ontdaan-van-metagegevens' | 'ongewijzigd' | 'geen-kopie';

export interface Kopie {
  status: KopieStatus;
  /** Where the copy stands; the original's path when unchanged, absent when there is none. */
  pad?: string;
  bytes?: number;
  /** Hexadecimal. */
  sha256?: string;
  /** Whether every browser can show the copy as an image. */
  voorbeeld: boolean;
  ruimOp(): Promise<void>;
}

/** Makes the copy that people see, in the spool folder. The original is not touched. */
export async function maakKopie(origineel: Ingenomen, spoelmap: string): Promise<Kopie> {
  const { soort } = origineel;
  if (isDecodeerbaar(soort)) return bewerkt(spoelmap, true, 'geen-kopie', (pad) => opnieuwGecodeerd(origineel.pad, soort, pad), origineel);
  switch (soort) {
    case 'heic':
      return bewerkt(spoelmap, false, 'geen-kopie', (pad) => bijgewerkt(origineel.pad, pad, wisHeic), origineel);
    case 'mp4':
    case 'mov':
    case '3gp':
    case 'm4a':
      return bewerkt(spoelmap, false, 'ongewijzigd', (pad) => bijgewerkt(origineel.pad, pad, wisFilm), origineel);
    case 'wav':
      return bewerkt(spoelmap, false, 'ongewijzigd', (pad) => bijgewerkt(origineel.pad, pad, wisWav), origineel);
    case 'mp3':
    case 'aac':
      return bewerkt(spoelmap, false, 'ongewijzigd', (pad) => geluidsdeel(origineel.pad, pad), origineel);
    default:
      return ongewijzigd(origineel);
  }
}

/** Runs one way of making the copy; when it does not understand the file, the copy is what `anders` says. */
async function bewerkt(spoelmap: string, voorbeeld: boolean, anders: 'ongewijzigd' | 'geen-kopie', maak: (pad: string) => Promise<void>, origineel: Ingenomen): Promise<Kopie> {
  const pad = await nieuwSpoelpad(spoelmap);
  const ruimOp = (): Promise<void> => rm(pad, { force: true });
  try {
    await maak(pad);
    return { status: 'ontdaan-van-metagegevens', pad, bytes: (await stat(pad)).size, sha256: await sha256Van(pad), voorbeeld, ruimOp };
  } catch (oorzaak) {
    await ruimOp();
    if (!(oorzaak instanceof OnleesbaarBeeld) && !(oorzaak instanceof RangeError)) throw oorzaak;
    return anders === 'ongewijzigd' ? ongewijzigd(origineel) : { status: 'geen-kopie', voorbeeld: false, ruimOp: async () => undefined };
  }
}

function ongewijzigd({ pad, bytes, sha256 }: Ingenomen): Kopie {
  return { status: 'ongewijzigd', pad, bytes, sha256, voorbeeld: false, ruimOp: async () => undefined };
}

/** The image library could not decode; it throws plain errors. */
class OnleesbaarBeeld extends Error {}

/** Decoding takes memory for every pixel, so one image at a time in a process. */
let vorigBeeld: Promise<unknown> = Promise.resolve();

/** Decodes and encodes again: turned upright, colours as sRGB, nothing kept but the pixels. A truncated photo gives what is there. */
async function opnieuwGecodeerd(van: string, soort: Decodeerbaar, naar: string): Promise<void> {
  const vorige = vorigBeeld;
  const { promise, resolve } = Promise.withResolvers<void>();
  vorigBeeld = promise;
  await vorige;
  try {
    const beeld = (await beeldbewerker(van, { limitInputPixels: false, animated: soort === 'gif' || soort === 'webp', failOn: 'none' })).autoOrient();
    const uit = { jpeg: () => beeld.jpeg({ quality: 90 }), png: () => beeld.png(), webp: () => beeld.webp({ quality: 90 }), gif: () => beeld.gif() }[soort]();
    await pipeline(uit, createWriteStream(naar, { flags: 'wx', mode: 0o600 }));
  } catch (oorzaak) {
    if (oorzaak instanceof Error && 'code' in oorzaak) throw oorzaak;
    throw new OnleesbaarBeeld('image not decodable', { cause: oorzaak });
  } finally {
    resolve();
  }
}

async function bijgewerkt(van: string, naar: string, wis: (bestand: FileHandle) => Promise<void>): Promise<void> {
  await copyFile(van, naar, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  const bestand = await open(naar, 'r+');
  await wis(bestand).finally(() => bestand.close());
}

async function geluidsdeel(van: string, naar: string): Promise<void> {
  const bestand = await open(van, 'r');
  const { begin, einde } = await geluidInMp3(bestand).finally(() => bestand.close());
  await pipeline(createReadStream(van, { start: begin, end: einde - 1 }), createWriteStream(naar, { flags: 'wx', mode: 0o600 }));
}

async function sha256Van(pad: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(pad), hash);
  return hash.digest('hex');
}
