import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { isDecodeerbaar, meetBeeld, type Afmetingen } from './beeld.ts';
import { Bestandsfout } from './fouten.ts';
import { extensieVan, toonbareNaam } from './naam.ts';
import { bepaalSoort, bestandssoorten, type Bestandssoort } from './soort.ts';

export interface Innamegrenzen {
  /** Per file. */
  bytes: number;
  /** Width × height × frames. 100 million is the largest photo that phones make by default. */
  beeldpunten: number;
}

export const standaardInnamegrenzen: Innamegrenzen = { bytes: 25 * 1024 * 1024, beeldpunten: 100_000_000 };

/** A file that has been received and judged, still in the spool folder. Whoever holds it must call `ruimOp`. */
export interface Ingenomen {
  pad: string;
  /** Fit to show and to save under; ends in an extension that belongs to the content. */
  naam: string;
  soort: Bestandssoort;
  mediatype: string;
  bytes: number;
  /** Of the file as received, hexadecimal. */
  sha256: string;
  /** False when the name that was given said another kind of file than the content is. */
  extensieKlopt: boolean;
  afmetingen?: Afmetingen;
  ruimOp(): Promise<void>;
}

export interface Innameopdracht {
  /** The file name as the sender gave it. */
  naam: string;
  spoelmap: string;
  grenzen?: Partial<Innamegrenzen>;
}

/**
 * Takes in one file from a stream: to disk with a limit (reading stops there; the stream is left as it is, to drain or to
 * destroy by its owner), hashed on the way, then judged by content. Throws a Bestandsfout and leaves nothing behind when refused.
 */
export async function neemIn(stroom: Readable, { naam, spoelmap, grenzen }: Innameopdracht): Promise<Ingenomen> {
  const { bytes: maxBytes, beeldpunten } = { ...standaardInnamegrenzen, ...grenzen };
  const pad = await nieuwSpoelpad(spoelmap);
  const ruimOp = (): Promise<void> => rm(pad, { force: true });
  try {
    const { bytes, sha256 } = await naarSchijf(stroom, pad, maxBytes);
    if (bytes === 0) throw new Bestandsfout('bestand.leeg');
    const extensie = extensieVan(toonbaar(naam));
    const soort = await bepaalSoort(pad, extensie);
    const { mediatype, extensies }: { mediatype: string; extensies: readonly [string, ...string[]] } = bestandssoorten[soort];
    const ingenomen: Ingenomen = { pad, naam: toonbareNaam(naam, extensies), soort, mediatype, bytes, sha256, extensieKlopt: extensies.includes(extensie), ruimOp };
    if (isDecodeerbaar(soort)) ingenomen.afmetingen = await meetBeeld(pad, beeldpunten);
    return ingenomen;
  } catch (oorzaak) {
    await ruimOp();
    throw oorzaak;
  }
}

/** The name without what a person cannot see, so that "foto.exe<RLO>" has the extension a computer sees. */
const toonbaar = (naam: string): string => naam.replace(/[\p{Cc}\p{Cf}]/gu, '').replace(/[. ]+$/, '');

async function naarSchijf(stroom: Readable, pad: string, maxBytes: number): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const bestand = await open(pad, 'wx', 0o600);
  try {
    for await (const blok of stroom.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += blok.length;
      if (bytes > maxBytes) throw new Bestandsfout('bestand.te-groot');
      hash.update(blok);
      await schrijfGeheel(bestand, blok);
    }
  } finally {
    await bestand.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function schrijfGeheel(bestand: Awaited<ReturnType<typeof open>>, blok: Buffer): Promise<void> {
  for (let klaar = 0; klaar < blok.length; ) klaar += (await bestand.write(blok, klaar)).bytesWritten;
}

/** A path for a new temporary file in a folder only this user can enter. */
export async function nieuwSpoelpad(spoelmap: string): Promise<string> {
  await mkdir(spoelmap, { recursive: true, mode: 0o700 });
  await chmod(spoelmap, 0o700);
  return join(spoelmap, `${randomBytes(16).toString('hex')}.deel`);
}

/**
 * Removes what a killed process left in the spool folder: uploads in the clear that nothing points to. Files younger than
 * `minstensMs` may belong to a process that is at work. Returns how many were removed.
 */
export async function ruimSpoelmapOp(spoelmap: string, nuMs: number, minstensMs: number): Promise<number> {
  let geruimd = 0;
  for (const naam of await readdir(spoelmap).catch(() => [])) {
    if (!naam.endsWith('.deel')) continue;
    const pad = join(spoelmap, naam);
    const gegevens = await stat(pad).catch(() => undefined);
    if (gegevens === undefined || nuMs - gegevens.mtimeMs < minstensMs) continue;
    await rm(pad, { force: true });
    geruimd += 1;
  }
  return geruimd;
}
