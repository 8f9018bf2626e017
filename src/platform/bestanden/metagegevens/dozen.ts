import type { FileHandle } from 'node:fs/promises';
import { leesBytes, nulUit } from '../bron.ts';

/** A box of an ISO base media file (ISO 14496-12 §4.2): mp4, mov, 3gp, m4a and heic are trees of them. Places are offsets in the file. */
export interface Doos {
  type: string;
  begin: number;
  /** Where the contents begin, after size and type. */
  inhoud: number;
  einde: number;
}

const MAX_DOZEN = 10_000;

/** The boxes that stand one after another from `begin` to `einde`; throws a RangeError when they do not fit exactly. */
export async function dozenIn(bestand: FileHandle, begin: number, einde: number): Promise<Doos[]> {
  const dozen: Doos[] = [];
  for (let plaats = begin; plaats < einde; ) {
    // QuickTime ends a list of user data with four zero bytes.
    if (einde - plaats === 4 && (await leesBytes(bestand, plaats, 4)).readUInt32BE(0) === 0) break;
    if (einde - plaats < 8 || dozen.length >= MAX_DOZEN) throw new RangeError('boxes do not fit');
    const kop = await leesBytes(bestand, plaats, 8);
    let lengte = kop.readUInt32BE(0);
    let koplengte = 8;
    if (lengte === 1) {
      lengte = Number((await leesBytes(bestand, plaats + 8, 8)).readBigUInt64BE(0));
      koplengte = 16;
    } else if (lengte === 0) lengte = einde - plaats;
    if (lengte < koplengte || plaats + lengte > einde) throw new RangeError('a box is larger than what holds it');
    dozen.push({ type: kop.toString('latin1', 4, 8), begin: plaats, inhoud: plaats + koplengte, einde: plaats + lengte });
    plaats += lengte;
  }
  return dozen;
}

/** Empties a box and makes it free space of the same size: no offset in the file changes. */
export async function wisDoos(bestand: FileHandle, doos: Doos): Promise<void> {
  await bestand.write(Buffer.from('free', 'latin1'), 0, 4, doos.begin + 4);
  await nulUit(bestand, doos.inhoud, doos.einde);
}

export function vind(dozen: readonly Doos[], type: string): Doos | undefined {
  return dozen.find((doos) => doos.type === type);
}

/** As `vind`, but a file without it is not understood. */
export function vereis(dozen: readonly Doos[], type: string): Doos {
  const doos = vind(dozen, type);
  if (doos === undefined) throw new RangeError(`no ${type} box`);
  return doos;
}

/** Reads a table into memory; 16 MB is far above what a file of the allowed size holds. */
export async function leesDoos(bestand: FileHandle, doos: Doos): Promise<Buffer> {
  if (doos.einde - doos.inhoud > 16 * 1024 * 1024) throw new RangeError('a table is too large');
  return leesBytes(bestand, doos.inhoud, doos.einde - doos.inhoud);
}
