import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Folder in the data folder where the keys of an installation are kept; for this user alone. */
export const sleutelmap = (gegevensmap: string): string => join(gegevensmap, 'sleutels');

/** Reads a key from the data folder; made the first time. Refused when others can read it. */
export async function leesSleutelbestand(gegevensmap: string, naam: string, maak: () => string): Promise<string> {
  const pad = join(sleutelmap(gegevensmap), naam);
  if (!(await bestaat(pad))) await maakSleutelbestand(sleutelmap(gegevensmap), pad, maak());
  const { mode } = await stat(pad);
  if ((mode & 0o077) !== 0) throw new Error(`Het sleutelbestand ${pad} is voor anderen leesbaar. Maak het alleen leesbaar voor de eigenaar (chmod 600).`);
  return await readFile(pad, 'utf8');
}

/** Written whole under another name and then linked, so that two processes starting together end up with one key. */
async function maakSleutelbestand(map: string, pad: string, inhoud: string): Promise<void> {
  await mkdir(map, { recursive: true, mode: 0o700 });
  const tijdelijk = `${pad}.${randomBytes(8).toString('hex')}`;
  const bestand = await open(tijdelijk, 'wx', 0o600);
  try {
    await bestand.writeFile(inhoud);
    await bestand.sync();
  } finally {
    await bestand.close();
  }
  try {
    await link(tijdelijk, pad);
    const mapbestand = await open(map, 'r');
    await mapbestand.sync().finally(() => mapbestand.close());
  } catch (oorzaak) {
    if (!(await bestaat(pad))) throw oorzaak;
  } finally {
    await rm(tijdelijk, { force: true });
  }
}

const bestaat = (pad: string): Promise<boolean> => stat(pad).then(() => true, () => false);
