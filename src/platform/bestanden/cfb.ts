import { open, type FileHandle } from 'node:fs/promises';
import { leesBytes } from './bron.ts';
import { Bestandsfout } from './fouten.ts';

const MAX_MAPSECTOREN = 4_096;
const EINDE_KETEN = 0xfffffffa;

/**
 * Decides whether a compound file (the container of old Office files, installers and Outlook messages alike) is an Outlook
 * message, by the names in its directory ([MS-CFB] §2.6, [MS-OXMSG] §2.4). Anything else in that container is refused.
 */
export async function keurOutlookbericht(pad: string): Promise<'msg'> {
  const bestand = await open(pad, 'r');
  let namen: Set<string>;
  try {
    namen = await namenIn(bestand);
  } catch (oorzaak) {
    throw oorzaak instanceof RangeError ? new Bestandsfout('bestand.beschadigd', oorzaak) : oorzaak;
  } finally {
    await bestand.close();
  }
  if (namen.has('encryptedpackage')) throw new Bestandsfout('bestand.beveiligd');
  if (namen.has('_vba_project') || namen.has('_vba_project_cur') || namen.has('vba')) throw new Bestandsfout('bestand.macro');
  if (!namen.has('__properties_version1.0') || !namen.has('__nameid_version1.0')) throw new Bestandsfout('bestand.soort');
  return 'msg';
}

/** The names of all streams and storages, lower case. */
async function namenIn(bestand: FileHandle): Promise<Set<string>> {
  const kop = await leesBytes(bestand, 0, 512);
  const schuif = kop.readUInt16LE(30);
  if (schuif !== 9 && schuif !== 12) throw new Bestandsfout('bestand.beschadigd');
  const sectorBytes = 1 << schuif;
  const plaats = (sector: number): number => (sector + 1) * sectorBytes;
  const perSector = sectorBytes / 4;

  /** The sector after this one, through the allocation table; its first 109 sectors stand in the header, enough for 7 MB of 512-byte sectors, further ones in the DIFAT chain. */
  const volgende = async (sector: number): Promise<number> => {
    let tabel = Math.floor(sector / perSector);
    let tabelsector: number;
    if (tabel < 109) tabelsector = kop.readUInt32LE(76 + tabel * 4);
    else {
      tabel -= 109;
      let difat = kop.readUInt32LE(68);
      for (; tabel >= perSector - 1; tabel -= perSector - 1) difat = (await leesBytes(bestand, plaats(difat) + sectorBytes - 4, 4)).readUInt32LE(0);
      tabelsector = (await leesBytes(bestand, plaats(difat) + tabel * 4, 4)).readUInt32LE(0);
    }
    return (await leesBytes(bestand, plaats(tabelsector) + (sector % perSector) * 4, 4)).readUInt32LE(0);
  };

  const namen = new Set<string>();
  let sector = kop.readUInt32LE(48);
  for (let n = 0; sector < EINDE_KETEN; n += 1) {
    if (n >= MAX_MAPSECTOREN) throw new Bestandsfout('bestand.beschadigd');
    const blok = await leesBytes(bestand, plaats(sector), sectorBytes);
    for (let i = 0; i < sectorBytes; i += 128) {
      const lengte = blok.readUInt16LE(i + 64);
      if (blok.readUInt8(i + 66) !== 0 && lengte >= 2 && lengte <= 64) namen.add(blok.toString('utf16le', i, i + lengte - 2).toLowerCase());
    }
    sector = await volgende(sector);
  }
  return namen;
}
