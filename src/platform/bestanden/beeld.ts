import type { Sharp, SharpOptions } from 'sharp';
import { Bestandsfout } from './fouten.ts';

/** Formats that are decoded here; heic needs a patented decoder and is not. */
export type Decodeerbaar = 'jpeg' | 'png' | 'webp' | 'gif';

export function isDecodeerbaar(soort: string): soort is Decodeerbaar {
  return soort === 'jpeg' || soort === 'png' || soort === 'webp' || soort === 'gif';
}

export interface Afmetingen {
  breedte: number;
  hoogte: number;
  /** Frames of an animation; 1 for a still image. */
  beelden: number;
}

/** Loaded at the first image: a process that handles none does not carry the image library in memory. */
export async function beeldbewerker(pad: string, opties: SharpOptions): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp(pad, opties);
}

/** Reads the size from the header, without decoding; throws when all frames together have more than `maxBeeldpunten` pixels. */
export async function meetBeeld(pad: string, maxBeeldpunten: number): Promise<Afmetingen> {
  let maten: Afmetingen;
  try {
    const kop = await (await beeldbewerker(pad, { limitInputPixels: false, animated: true })).metadata();
    maten = { breedte: kop.width, hoogte: kop.pageHeight ?? kop.height, beelden: kop.pages ?? 1 };
  } catch (oorzaak) {
    throw new Bestandsfout('bestand.beschadigd', oorzaak);
  }
  if (maten.breedte * maten.hoogte * maten.beelden > maxBeeldpunten) throw new Bestandsfout('bestand.beeld-te-groot');
  return maten;
}
