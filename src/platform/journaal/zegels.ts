import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, readdir, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { leesSleutelbestand, sleutelmap } from '../sleutelbestand/index.ts';
import { sha256 } from './keten.ts';

/*
 * Seals stand outside the database, one file of lines per organisation. Each says: at this moment the chain ended with this line, and it had
 * this link. A seal is signed and holds the hash of the line before it in the file, so that seals cannot be made, changed, dropped in the
 * middle or moved without the key; that the last ones are there is told by the database (journaal_zegel).
 */

export interface Zegel {
  organisatie: string;
  /** 1 for the first of this organisation. */
  nummer: number;
  /** Last line that is sealed, and its link (hexadecimal). */
  volgnr: number;
  schakel: string;
  tijd: string;
  /** SHA-256 of the line before this one in the file, hexadecimal; for the first: of the id of the organisation. */
  vorige: string;
}

export interface Zegelregel {
  zegel: Zegel;
  /** SHA-256 of the line as it stands in the file. */
  afdruk: Buffer;
}

export interface Zegelsleutel {
  geheim: KeyObject;
  openbaar: KeyObject;
}

const NAAM = 'journaal.key';
export const zegelmap = (gegevensmap: string): string => join(gegevensmap, 'zegels');
export const zegelbestand = (map: string, organisatieId: string): string => join(map, `${organisatieId}.jsonl`);

/** The key that seals (Ed25519), from `sleutels/journaal.key` in the data folder; made at first use, or undefined when it may not be made. */
export async function leesZegelsleutel(gegevensmap: string): Promise<Zegelsleutel>;
export async function leesZegelsleutel(gegevensmap: string, opties: { maak: false }): Promise<Zegelsleutel | undefined>;
export async function leesZegelsleutel(gegevensmap: string, opties?: { maak: false }): Promise<Zegelsleutel | undefined> {
  if (opties?.maak === false && !existsSync(join(sleutelmap(gegevensmap), NAAM))) return undefined;
  const pem = await leesSleutelbestand(gegevensmap, NAAM, () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const geheim = createPrivateKey(pem);
  return { geheim, openbaar: createPublicKey(geheim) };
}

/** The public key as text, to keep elsewhere: with it the seals can be checked without trusting this machine. */
export function openbareSleutel({ openbaar }: Pick<Zegelsleutel, 'openbaar'>): string {
  return openbaar.export({ type: 'spki', format: 'pem' }).toString();
}

const ondertekend = (z: Zegel): Buffer => Buffer.from(JSON.stringify(['rugdekking-zegel-1', z.organisatie, z.nummer, z.volgnr, z.schakel, z.tijd, z.vorige]), 'utf8');

export function maakZegelregel(zegel: Zegel, sleutel: Pick<Zegelsleutel, 'geheim'>): string {
  return JSON.stringify({ ...zegel, handtekening: sign(null, ondertekend(zegel), sleutel.geheim).toString('base64') });
}

export interface Zegellezing {
  /** Those that are right, up to the first that is not. */
  goed: Zegelregel[];
  /** What is wrong with the first that is not. */
  breuk?: string;
  /** The file ends in the middle of a line: a seal that was being written when the machine stopped. */
  afgebroken: boolean;
}

/** Reads and checks the seals of one organisation. No file is no seals. */
export async function leesZegels(map: string, organisatieId: string, sleutel: Pick<Zegelsleutel, 'openbaar'>): Promise<Zegellezing> {
  const tekst = (await leesBestand(map, organisatieId)) ?? '';
  const regels = tekst.split('\n');
  const afgebroken = regels.pop() !== '';
  const goed: Zegelregel[] = [];
  for (const regel of regels) {
    const gelezen = leesRegel(regel, organisatieId, goed.at(-1), sleutel);
    if (typeof gelezen === 'string') return { goed, breuk: `zegel ${goed.length + 1} ${gelezen}`, afgebroken };
    goed.push(gelezen);
  }
  return { goed, afgebroken };
}

/** A seal, or what is wrong with it. */
function leesRegel(regel: string, organisatieId: string, vorige: Zegelregel | undefined, sleutel: Pick<Zegelsleutel, 'openbaar'>): Zegelregel | string {
  const ruw = ontleed(regel);
  if (ruw === undefined) return 'is onleesbaar';
  if (!isOndertekend(ruw, sleutel)) return 'is niet met de sleutel van deze installatie ondertekend, of is gewijzigd';
  const { handtekening: _, ...zegel } = ruw;
  if (zegel.organisatie !== organisatieId) return 'is van een andere organisatie';
  if (zegel.vorige !== (vorige?.afdruk ?? sha256(organisatieId)).toString('hex') || zegel.nummer !== (vorige?.zegel.nummer ?? 0) + 1) return 'sluit niet aan op het zegel ervoor: er is een zegel weggehaald of verplaatst';
  if (zegel.volgnr <= (vorige?.zegel.volgnr ?? 0)) return 'gaat terug in de keten';
  return { zegel, afdruk: sha256(regel) };
}

type Getekend = Zegel & { handtekening: string };

function ontleed(regel: string): Getekend | undefined {
  try {
    const ruw: unknown = JSON.parse(regel);
    return isGetekend(ruw) ? ruw : undefined;
  } catch {
    return undefined;
  }
}

function isGetekend(w: unknown): w is Getekend {
  const is = (naam: string, soort: 'string' | 'number'): boolean => typeof w === 'object' && w !== null && typeof Reflect.get(w, naam) === soort;
  return ['organisatie', 'schakel', 'tijd', 'vorige', 'handtekening'].every((naam) => is(naam, 'string')) && ['nummer', 'volgnr'].every((naam) => is(naam, 'number'));
}

function isOndertekend(w: Getekend, { openbaar }: Pick<Zegelsleutel, 'openbaar'>): boolean {
  return verify(null, ondertekend(w), openbaar, Buffer.from(w.handtekening, 'base64'));
}

/** The file of seals as it is, up to and including this seal; for a backup. Undefined when there is no file. */
export async function leesZegelsTotEnMet(map: string, organisatieId: string, nummer: number): Promise<Buffer | undefined> {
  const tekst = await leesBestand(map, organisatieId);
  return tekst === undefined ? undefined : Buffer.from(`${tekst.split('\n').slice(0, nummer).join('\n')}\n`, 'utf8');
}

async function leesBestand(map: string, organisatieId: string): Promise<string | undefined> {
  return await readFile(zegelbestand(map, organisatieId), 'utf8').catch((fout: NodeJS.ErrnoException) => {
    if (fout.code !== 'ENOENT') throw fout;
    return undefined;
  });
}

/** Organisations that have a file of seals. */
export async function verzegeldeOrganisaties(map: string): Promise<string[]> {
  const namen = await readdir(map).catch((fout: NodeJS.ErrnoException): string[] => {
    if (fout.code !== 'ENOENT') throw fout;
    return [];
  });
  return namen.filter((naam) => naam.endsWith('.jsonl')).map((naam) => naam.slice(0, -'.jsonl'.length)).sort();
}

/** No line of a file of seals is longer. */
const STAART = 4_096;

/** The last whole line of a file, and how many bytes the whole lines take; without reading what comes before. */
async function leesStaart(handvat: FileHandle): Promise<{ regel: string | undefined; heel: number }> {
  const { size } = await handvat.stat();
  const begin = Math.max(0, size - STAART);
  const buffer = Buffer.alloc(size - begin);
  await handvat.read(buffer, 0, buffer.length, begin);
  const einde = buffer.lastIndexOf(0x0a);
  if (einde < 0) return { regel: undefined, heel: 0 };
  const vorige = einde === 0 ? -1 : buffer.lastIndexOf(0x0a, einde - 1);
  return { regel: buffer.subarray(vorige + 1, einde).toString('utf8'), heel: begin + einde + 1 };
}

/** The last seal of an organisation; undefined when there is none. Throws when it is not a seal of this key for this organisation. */
export async function leesLaatsteZegel(map: string, organisatieId: string, sleutel: Pick<Zegelsleutel, 'openbaar'>): Promise<Zegelregel | undefined> {
  const handvat = await open(zegelbestand(map, organisatieId), 'r').catch((fout: NodeJS.ErrnoException) => {
    if (fout.code !== 'ENOENT') throw fout;
    return undefined;
  });
  if (handvat === undefined) return undefined;
  try {
    const { regel } = await leesStaart(handvat);
    if (regel === undefined) return undefined;
    const ruw = ontleed(regel);
    if (ruw === undefined || ruw.organisatie !== organisatieId || !isOndertekend(ruw, sleutel)) throw new Error(`Het laatste zegel van organisatie ${organisatieId} klopt niet.`);
    return { zegel: ruw, afdruk: sha256(regel) };
  } finally {
    await handvat.close();
  }
}

/** Adds a seal to the file; on disk when this resolves. What an interrupted write left at the end is cut off first. */
export async function voegZegelToe(map: string, organisatieId: string, regel: string): Promise<void> {
  await mkdir(map, { recursive: true, mode: 0o700 });
  const handvat = await open(zegelbestand(map, organisatieId), 'a+', 0o600);
  try {
    await handvat.truncate((await leesStaart(handvat)).heel);
    await handvat.appendFile(`${regel}\n`);
    await handvat.sync();
  } finally {
    await handvat.close();
  }
  const mapbestand = await open(map, 'r');
  await mapbestand.sync().finally(() => mapbestand.close());
}
