import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Bestandsfout } from './fouten.ts';

/** Where sealed files are kept, by a random key that says nothing. What is written is whole and lasting, or not there. */
export interface Opslag {
  schrijf(sleutel: string, inhoud: Readable): Promise<void>;
  /** Throws 'bestand.weg' when there is nothing under this key. */
  lees(sleutel: string): Promise<Readable>;
  /** Deleting what is not there is no error. */
  verwijder(sleutel: string): Promise<void>;
  bestaat(sleutel: string): Promise<boolean>;
}

/** A new random storage key: 32 hexadecimal characters. */
export function nieuweOpslagsleutel(): string {
  return randomBytes(16).toString('hex');
}

/** Guards the door to paths and URLs: whatever a key came through, only the form of `nieuweOpslagsleutel` is let in. */
export function controleerSleutel(sleutel: string): string {
  if (!/^[0-9a-f]{32}$/.test(sleutel)) throw new Bestandsfout('bestand.weg');
  return sleutel;
}

/** Storage in a folder, two levels deep so that no folder gets many thousands of entries; readable for this user alone. */
export function mapopslag(map: string): Opslag {
  const pad = (sleutel: string): string => join(map, controleerSleutel(sleutel).slice(0, 2), sleutel.slice(2, 4), sleutel);
  return {
    async schrijf(sleutel, inhoud) {
      const doel = pad(sleutel);
      try {
        await maakMap(dirname(doel));
        const tijdelijk = `${doel}.${randomBytes(4).toString('hex')}.deel`;
        try {
          // flush: fsync before close, so that after the rename the name never stands for less than the whole file.
          await pipeline(inhoud, createWriteStream(tijdelijk, { flags: 'wx', mode: 0o600, flush: true }));
          await rename(tijdelijk, doel);
        } catch (oorzaak) {
          await rm(tijdelijk, { force: true });
          throw oorzaak;
        }
        await fsyncMap(dirname(doel));
      } finally {
        inhoud.destroy();
      }
    },
    async lees(sleutel) {
      const stroom = createReadStream(pad(sleutel));
      await new Promise<void>((klaar, mislukt) => {
        stroom.once('open', () => klaar());
        stroom.once('error', (oorzaak: NodeJS.ErrnoException) => mislukt(oorzaak.code === 'ENOENT' ? new Bestandsfout('bestand.weg', oorzaak) : oorzaak));
      });
      return stroom;
    },
    async verwijder(sleutel) {
      const doel = pad(sleutel);
      await rm(doel, { force: true });
      // And what a process that was killed halfway left of it under another name.
      const namen = await readdir(dirname(doel)).catch(() => []);
      for (const naam of namen) if (naam.startsWith(`${sleutel}.`)) await rm(join(dirname(doel), naam), { force: true });
    },
    bestaat: (sleutel) => access(pad(sleutel)).then(() => true, () => false),
  };
}

/** Makes a folder and writes the entries of all new folders above it to disk. */
async function maakMap(map: string): Promise<void> {
  const eersteNieuwe = await mkdir(map, { recursive: true, mode: 0o700 });
  if (eersteNieuwe === undefined) return;
  for (let ouder = dirname(map); ; ouder = dirname(ouder)) {
    await fsyncMap(ouder);
    if (ouder === dirname(eersteNieuwe) || ouder === dirname(ouder)) return;
  }
}

async function fsyncMap(map: string): Promise<void> {
  const bestand = await open(map, 'r');
  await bestand.sync().finally(() => bestand.close());
}
