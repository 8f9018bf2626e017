import { createHash, randomBytes, randomInt } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';

/** No letters or digits that look alike on paper. Thirty signs. */
const TEKENS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
/** 59 bits, in a letter in three groups of four. */
const CODE = 12;
/**
 * The second thing from the letter, in another place of it: 29 bits. By chance and not the date of the letter or a postcode: those can be
 * known or guessed, and not everyone has an address.
 */
const CONTROLE = 6;

/** OWASP: argon2id with 19 MiB, two passes, one lane. */
const INSTELLING = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;
/**
 * One salt for all, so that what was typed leads to one value to look for. That can be, because code and controlecode together are pure
 * chance of 88 bits and not a password: no table of them can be made.
 */
const ZOUT = createHash('sha256').update('rugdekking, uw kant').digest().subarray(0, 16);

const trek = (aantal: number): string => Array.from({ length: aantal }, () => TEKENS[randomInt(TEKENS.length)]).join('');
const inGroepen = (tekst: string, maat: number): string => (tekst.match(new RegExp(`.{${maat}}`, 'g')) ?? []).join('-');

/** What stands in a letter. */
export interface Briefcodes {
  code: string;
  controle: string;
}

export function nieuweBriefcodes(): Briefcodes {
  return { code: inGroepen(trek(CODE), 4), controle: inGroepen(trek(CONTROLE), 3) };
}

/** What someone typed: capitals or not, with or without dashes and spaces. */
const kaal = (typt: string): string => typt.normalize('NFKC').toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, 40);

/** What is kept of the two. The same work whatever was typed: nothing is decided before it is done. */
export async function briefhash({ code, controle }: Briefcodes): Promise<Buffer> {
  return hashRaw(`${kaal(code)}/${kaal(controle)}`, { ...INSTELLING, salt: ZOUT });
}

/**
 * By what attempts at one code are counted: the first half of it. Enough to slow guessing at a controlecode, and what is left of the two is
 * as much chance as a whole code, so that a counter is no way to the code.
 */
export const codedeel = (code: string): string => kaal(code).slice(0, CODE / 2);

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** A secret for the browser: 256 bits of chance, of which a plain hash will do. */
export const nieuwToken = (): string => randomBytes(32).toString('base64url');
export const isToken = (tekst: string): boolean => TOKEN.test(tekst);
export const tokenhash = (token: string): Buffer => createHash('sha256').update(token).digest();
