import type { FileHandle } from 'node:fs/promises';
import { nulUit } from '../bron.ts';
import { dozenIn, leesDoos, vereis, vind, wisDoos } from './dozen.ts';

/**
 * Overwrites EXIF (with the place) and XMP in a heic, in place, without decoding the image (ISO 23008-12, ISO 14496-12 §8.11).
 * Throws a RangeError when the file is not understood; the file is then of no use.
 */
export async function wisHeic(bestand: FileHandle): Promise<void> {
  const { size } = await bestand.stat();
  const boven = await dozenIn(bestand, 0, size);
  const meta = vereis(boven, 'meta');
  const inMeta = await dozenIn(bestand, meta.inhoud + 4, meta.einde);
  const iinf = await leesDoos(bestand, vereis(inMeta, 'iinf'));
  const iloc = await leesDoos(bestand, vereis(inMeta, 'iloc'));
  const idat = vind(inMeta, 'idat');
  const grenzen = boven.filter((doos) => doos.type === 'mdat');

  const teWissen = metagegevensdelen(iinf);
  for (const { deel, opbouw, stukken } of plaatsen(iloc)) {
    if (!teWissen.has(deel)) continue;
    teWissen.delete(deel);
    for (const stuk of stukken) {
      const houders = opbouw === 0 ? grenzen : opbouw === 1 && idat !== undefined ? [idat] : [];
      const begin = opbouw === 1 && idat !== undefined ? idat.inhoud + stuk.begin : stuk.begin;
      const einde = begin + stuk.lengte;
      if (stuk.lengte === 0 || !houders.some((doos) => begin >= doos.inhoud && einde <= doos.einde)) throw new RangeError('metadata at an unknown place');
      await nulUit(bestand, begin, einde);
    }
  }
  if (teWissen.size > 0) throw new RangeError('metadata without a place');
  const iprp = vind(inMeta, 'iprp');
  const ipco = iprp === undefined ? undefined : vind(await dozenIn(bestand, iprp.inhoud, iprp.einde), 'ipco');
  const eigenschappen = ipco === undefined ? [] : await dozenIn(bestand, ipco.inhoud, ipco.einde);
  // Times and a description; an emptied property keeps its place, others are referred to by number.
  for (const doos of eigenschappen) if (['crtt', 'mdft', 'udes'].includes(doos.type)) await wisDoos(bestand, doos);
  for (const doos of boven) if (!['ftyp', 'meta', 'mdat', 'moov'].includes(doos.type)) await wisDoos(bestand, doos);
  if (boven.some((doos) => doos.type === 'moov')) throw new RangeError('an image sequence');
}

/** The ids of all items that are not image data: 'Exif', 'mime' (XMP), 'uri '. */
function metagegevensdelen(iinf: Buffer): Set<number> {
  const versie = iinf.readUInt8(0);
  const aantal = versie === 0 ? iinf.readUInt16BE(4) : iinf.readUInt32BE(4);
  const delen = new Set<number>();
  let i = versie === 0 ? 6 : 8;
  for (let n = 0; n < aantal; n += 1) {
    const lengte = iinf.readUInt32BE(i);
    const infe = iinf.subarray(i + 8, i + lengte);
    const infeVersie = infe.readUInt8(0);
    if (lengte < 8 || infeVersie < 2 || infeVersie > 3) throw new RangeError('an item entry of an unknown version');
    const deel = infeVersie === 2 ? infe.readUInt16BE(4) : infe.readUInt32BE(4);
    const type = infe.toString('latin1', infeVersie === 2 ? 8 : 10, infeVersie === 2 ? 12 : 14);
    if (type === 'Exif' || type === 'mime' || type === 'uri ') delen.add(deel);
    i += lengte;
  }
  return delen;
}

interface Plaats {
  deel: number;
  /** construction_method: 0 in the file, 1 in idat, 2 in another item. */
  opbouw: number;
  stukken: { begin: number; lengte: number }[];
}

function plaatsen(iloc: Buffer): Plaats[] {
  const versie = iloc.readUInt8(0);
  if (versie > 2) throw new RangeError('an item location of an unknown version');
  let i = 4;
  const lees = (bytes: number): number => {
    const waarde = bytes === 0 ? 0 : bytes === 8 ? Number(iloc.readBigUInt64BE(i)) : iloc.readUIntBE(i, bytes);
    i += bytes;
    return waarde;
  };
  const maten = lees(2);
  const [beginMaat, lengteMaat, basisMaat, indexMaat] = [maten >> 12, (maten >> 8) & 15, (maten >> 4) & 15, versie === 0 ? 0 : maten & 15];
  for (const maat of [beginMaat, lengteMaat, basisMaat, indexMaat]) if (![0, 4, 8].includes(maat)) throw new RangeError('an unknown field size');
  const aantal = lees(versie < 2 ? 2 : 4);
  const uit: Plaats[] = [];
  for (let n = 0; n < aantal; n += 1) {
    const deel = lees(versie < 2 ? 2 : 4);
    const opbouw = versie === 0 ? 0 : lees(2) & 15;
    lees(2);
    const basis = lees(basisMaat);
    const aantalStukken = lees(2);
    const stukken: Plaats['stukken'] = [];
    for (let s = 0; s < aantalStukken; s += 1) {
      lees(indexMaat);
      const begin = basis + lees(beginMaat);
      stukken.push({ begin, lengte: lees(lengteMaat) });
    }
    uit.push({ deel, opbouw, stukken });
  }
  return uit;
}
