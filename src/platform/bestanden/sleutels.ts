import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hoofdsleutel, type Hoofdsleutel } from './kluis.ts';

/**
 * The master keys for files: from RUGDEKKING_BESTANDSSLEUTEL, or from `sleutels/bestanden.key` in the data folder, which is
 * made at the first start. Both hold base64 keys of 32 bytes, one a line or separated by commas; the first seals, all open,
 * so a key is replaced by putting a new one before it. Without its key a sealed file is gone: the key belongs in the backup,
 * kept apart from the files.
 */
export async function hoofdsleutels(gegevensmap: string, omgeving: Readonly<Record<string, string | undefined>>): Promise<[Hoofdsleutel, ...Hoofdsleutel[]]> {
  const uitOmgeving = omgeving['RUGDEKKING_BESTANDSSLEUTEL'];
  if (uitOmgeving !== undefined && uitOmgeving !== '') return ontleed(uitOmgeving, 'RUGDEKKING_BESTANDSSLEUTEL');
  const map = join(gegevensmap, 'sleutels');
  const pad = join(map, 'bestanden.key');
  if (!(await bestaat(pad))) await maakSleutelbestand(map, pad);
  const { mode } = await stat(pad);
  if ((mode & 0o077) !== 0) throw new Error(`Het sleutelbestand ${pad} is voor anderen leesbaar. Maak het alleen leesbaar voor de eigenaar (chmod 600).`);
  return ontleed(await readFile(pad, 'utf8'), pad);
}

function ontleed(tekst: string, herkomst: string): [Hoofdsleutel, ...Hoofdsleutel[]] {
  const [eerste, ...rest] = tekst
    .split(/[\s,]+/)
    .filter((deel) => deel !== '')
    .map((deel) => {
      const sleutel = Buffer.from(deel, 'base64');
      if (sleutel.length !== 32) throw new Error(`In ${herkomst} staat een sleutel die niet uit 32 bytes (base64) bestaat.`);
      return hoofdsleutel(sleutel);
    });
  if (eerste === undefined) throw new Error(`In ${herkomst} staat geen sleutel.`);
  return [eerste, ...rest];
}

/** Written whole under another name and then linked, so that two processes starting together end up with one key. */
async function maakSleutelbestand(map: string, pad: string): Promise<void> {
  await mkdir(map, { recursive: true, mode: 0o700 });
  const tijdelijk = `${pad}.${randomBytes(8).toString('hex')}`;
  const bestand = await open(tijdelijk, 'wx', 0o600);
  try {
    await bestand.writeFile(`${randomBytes(32).toString('base64')}\n`);
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
