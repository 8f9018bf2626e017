import { randomBytes } from 'node:crypto';
import { leesSleutelbestand } from '../sleutelbestand/index.ts';
import { hoofdsleutel, type Hoofdsleutel } from './kluis.ts';

const NAAM = 'bestanden.key';

/**
 * The master keys for files: from RUGDEKKING_BESTANDSSLEUTEL, or from `sleutels/bestanden.key` in the data folder, which is
 * made at the first start. Both hold base64 keys of 32 bytes, one a line or separated by commas; the first seals, all open,
 * so a key is replaced by putting a new one before it. Without its key a sealed file is gone: the key belongs in the backup,
 * kept apart from the files.
 */
export async function hoofdsleutels(gegevensmap: string, omgeving: Readonly<Record<string, string | undefined>>): Promise<[Hoofdsleutel, ...Hoofdsleutel[]]> {
  const uitOmgeving = omgeving['RUGDEKKING_BESTANDSSLEUTEL'];
  if (uitOmgeving !== undefined && uitOmgeving !== '') return ontleed(uitOmgeving, 'RUGDEKKING_BESTANDSSLEUTEL');
  return ontleed(await leesSleutelbestand(gegevensmap, NAAM, () => `${randomBytes(32).toString('base64')}\n`), NAAM);
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
