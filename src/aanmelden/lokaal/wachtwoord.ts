import { hash, verify } from '@node-rs/argon2';
import { GANGBARE_WOORDEN, TOETSENRIJEN } from './gangbaar.ts';

export const KORTSTE_WACHTWOORD = 12;
const LANGSTE_WACHTWOORD = 200;

/** OWASP: argon2id with 19 MiB, two passes, one lane. argon2id is the default of the library. */
const INSTELLING = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** One text for one password, however the keyboard composed its accents (NIST SP 800-63B §5.1.1.2). */
const genormaliseerd = (wachtwoord: string): string => wachtwoord.toWellFormed().normalize('NFKC');

/** The hash to keep, with its salt and parameters. */
export function hashWachtwoord(wachtwoord: string): Promise<string> {
  return hash(genormaliseerd(wachtwoord), INSTELLING);
}

/** A hash nobody has the password of, so that an account that does not exist takes as long as one that does. */
let schijn: Promise<string> | undefined;

/** Whether this is the password. With null (no such account, or one without password) it does the same work and says no. */
export async function wachtwoordKlopt(bewaard: string | null, wachtwoord: string): Promise<boolean> {
  schijn ??= hashWachtwoord(crypto.randomUUID());
  const uit = await verify(bewaard ?? (await schijn), genormaliseerd(wachtwoord.slice(0, 4 * LANGSTE_WACHTWOORD)));
  return bewaard !== null && uit;
}

/**
 * Why a new password is not good enough, in words; null when it is. Length is what counts; no rules about kinds of characters
 * (ASVS 5.0 §6.2). Refused are passwords that others try first: common words with some digits, rows of keys, repetitions, and
 * words about this very person.
 */
export function bezwaarTegenWachtwoord(wachtwoord: string, eigen: readonly string[]): string | null {
  const tekst = genormaliseerd(wachtwoord);
  const lengte = [...tekst].length;
  if (lengte < KORTSTE_WACHTWOORD) return `Kies een wachtwoord van ten minste ${KORTSTE_WACHTWOORD} tekens. Een zin van vier woorden werkt goed.`;
  if (lengte > LANGSTE_WACHTWOORD) return `Dit wachtwoord is te lang: er passen ${LANGSTE_WACHTWOORD} tekens.`;
  const klein = tekst.toLowerCase();
  if (new Set(klein).size < 5 || isHerhaling(klein) || isRij(klein)) return 'Dit wachtwoord is te makkelijk te raden: het herhaalt zichzelf of volgt een rij. Een zin van vier woorden werkt goed.';
  const woorden = [...GANGBARE_WOORDEN, ...eigen.flatMap(eigenWoorden)];
  if ([alleenLetters(klein), alleenLetters(metLetters(klein))].some((letters) => letters.length >= 4 && bestaatUit(letters, woorden))) return 'Dit wachtwoord proberen anderen als eerste: het is een bekend woord, of het gaat over jou of je werk. Een zin van vier woorden werkt goed.';
  return null;
}

/** Names, address and organisation, in the pieces someone would make a password of. */
function eigenWoorden(tekst: string): string[] {
  return tekst.toLowerCase().split(/[^\p{L}]+/u).map(alleenLetters).filter((w) => w.length >= 3);
}

const CIJFERS_ALS_LETTERS: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

/** With digits read as the letters they stand for inside a word; what is added at the ends falls away. */
function metLetters(klein: string): string {
  return klein.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replace(/[013457@$!]/g, (t) => CIJFERS_ALS_LETTERS[t] ?? '');
}

/** Without accents, digits and signs. */
function alleenLetters(klein: string): string {
  return klein.normalize('NFD').replace(/[^a-z]/g, '');
}

/** Whether a text is only made of these words, three at most; a remainder of two letters does not save it. */
function bestaatUit(letters: string, woorden: readonly string[], nog = 3): boolean {
  if (letters.length <= 2) return true;
  if (nog === 0) return false;
  return woorden.some((w) => w.length >= 3 && letters.startsWith(w) && bestaatUit(letters.slice(w.length), woorden, nog - 1));
}

function isHerhaling(tekst: string): boolean {
  for (let n = 1; n <= 5; n++) if (tekst.startsWith(tekst.slice(0, n).repeat(Math.floor(tekst.length / n)))) return true;
  return false;
}

/** Whether most of it walks along the alphabet, the digits or a row of keys, forth or back. */
function isRij(tekst: string): boolean {
  let stappen = 0;
  for (let i = 1; i < tekst.length; i++) {
    const paar = tekst.slice(i - 1, i + 1);
    const terug = [...paar].toReversed().join('');
    if (TOETSENRIJEN.some((rij) => rij.includes(paar) || rij.includes(terug))) stappen++;
  }
  return stappen >= (tekst.length - 1) * 0.75;
}
