import { klankverschil, klinkenGelijk } from '../klank/klassen.ts';
import type { Niveau } from '../typen.ts';
import { letterverschil } from './afstand.ts';
import { andereLetters, type Woord } from './woord.ts';

export type Woordniveau = Extract<Niveau, 'gelijk' | 'schrijfwijze' | 'klank' | 'roepnaam' | 'voorletter' | 'afkorting' | 'een_letter' | 'lijkt' | 'anders'>;

/** How two words of a name relate; the strongest relation counts. Which families of names are asked depends on what the words may be. */
export function vergelijkWoorden(a: Woord, b: Woord, voornaam: boolean, achternaam: boolean): Woordniveau {
  const kaal = vergelijkKaal(a, b, voornaam, achternaam);
  if (kaal === 'gelijk' || (a.geplakt === null) === (b.geplakt === null)) return kaal;
  const geplakt = vergelijkKaal(a.geplakt ?? a, b.geplakt ?? b, voornaam, achternaam);
  if (geplakt === 'gelijk') return 'schrijfwijze';
  return STERKTE[geplakt] > STERKTE[kaal] ? geplakt : kaal;
}

/** Which of two relations says more. */
export const STERKTE: Readonly<Record<Woordniveau, number>> = { gelijk: 6, schrijfwijze: 5, klank: 5, roepnaam: 3, een_letter: 4, lijkt: 2, afkorting: 2, voorletter: 1, anders: 0 };

/** Letters that only one of two words has, of which no more occur in two spellings of one sound. Most pairs of words are told apart by it. */
const KLANKLETTERS = 8;

function vergelijkKaal(a: Woord, b: Woord, voornaam: boolean, achternaam: boolean): Woordniveau {
  if (a.vouw === b.vouw) return 'gelijk';
  if (a.vouw.length === 1 || b.vouw.length === 1) return a.vouw.startsWith(b.vouw) || b.vouw.startsWith(a.vouw) || a.vormen.some((v) => b.vormen.some((w) => v[0] === w[0])) ? 'voorletter' : 'anders';
  if (a.heeftCijfer || b.heeftCijfer) return 'anders';
  if (a.vormen.length + b.vormen.length > 2 && a.vormen.some((v) => b.vormen.includes(v))) return 'schrijfwijze';
  if (a.zonderKlinkers || b.zonderKlinkers) return zelfdeMedeklinkers(a, b);
  const letters = andereLetters(a.letters, b.letters);
  if (letters <= KLANKLETTERS && a.klank === b.klank) return 'klank';
  const kort = Math.min(a.vouw.length, b.vouw.length);
  const lang = Math.max(a.vouw.length, b.vouw.length);
  if (kort >= 3 && lang >= 4 && letters <= KLANKLETTERS && klinkenGelijk(a.plaatsen, b.plaatsen)) return 'klank';
  if (voornaam && (a.families.some((f) => b.families.includes(f)) || latijnsePaar(a.vouw, b.vouw))) return 'roepnaam';
  if (achternaam && a.achternaamfamilies.some((f) => b.achternaamfamilies.includes(f))) return 'roepnaam';
  // Two names that are each known, and known to be different ones; and a man's name beside the woman's made from it.
  if (voornaam && ((a.families.length > 0 && b.families.length > 0) || vrouwelijk(a, b) || vrouwelijk(b, a))) return 'anders';
  // Most pairs have nothing in common; that is soon seen.
  if (kort < 3 || lang > kort * 2 + 1) return 'anders';
  const hoogstens = lang >= 8 ? 2 : lang >= 6 ? 1.5 : 1;
  const verschil = letters > hoogstens * 4 ? 9 : letterverschil(a.vouw, b.vouw, hoogstens);
  if (verschil <= (lang >= 5 ? 1 : 0.55)) return 'een_letter';
  const klanken = kort >= 4 && letters <= KLANKLETTERS && lijkenden(a.geraamte, b.geraamte) ? klankverschil(a.plaatsen, b.plaatsen, kort >= 6 ? 1.2 : 0.6) : 9;
  if (kort >= 5 && klanken <= 0.5) return 'een_letter';
  if (verschil <= hoogstens) return 'lijkt';
  if (klanken <= (kort >= 6 ? 1.2 : kort === 5 ? 0.6 : 0.5)) return 'lijkt';
  if (kort >= 6 && letters <= KLANKLETTERS && a.geraamte.length >= 4 && a.geraamte === b.geraamte && letterverschil(a.vouw, b.vouw, 2.2) <= 2.2) return 'lijkt';
  if (voornaam && kort >= 3 && lang - kort >= 2 && (a.vouw.startsWith(b.vouw) || b.vouw.startsWith(a.vouw))) return 'afkorting';
  if (kort >= 6 && (a.vouw.startsWith(b.vouw) || b.vouw.startsWith(a.vouw))) return 'lijkt';
  return 'anders';
}

/** Skeletons of which no more than two consonants differ; the first step before comparing sounds. */
function lijkenden(x: string, y: string): boolean {
  if (Math.abs(x.length - y.length) > 2) return false;
  return nietIn(x, y) <= 1 && nietIn(y, x) <= 1;
}

function nietIn(x: string, y: string): number {
  let n = 0;
  for (let i = 0; i < x.length; i++) if (!y.includes(x[i] ?? '')) n++;
  return n;
}

/** Hendrik and Hendrikus, Anton and Antonius. */
function latijnsePaar(x: string, y: string): boolean {
  const [kort, lang] = x.length < y.length ? [x, y] : [y, x];
  return kort.length >= 4 && (lang === `${kort}us` || lang === `${kort}ius`);
}

/** Karim and Karima, Johan and Johanna, Mario and Maria. A name that ends in a consonant, and the same with an a, are a man and a woman whether we know them or not. */
function vrouwelijk({ vouw: man, families }: Woord, { vouw: vrouw, families: ook }: Woord): boolean {
  if (man.length >= 4 && man.endsWith('o') && vrouw === `${man.slice(0, -1)}a`) return families.length + ook.length > 0;
  if (man.length >= 4 && vrouw === `${man}a` && /[^aeiouh]$/.test(man)) return true;
  return families.length > 0 && vrouw.length > man.length && /[^aeiou]$/.test(man) && (vrouw === `${man}a` || vrouw === `${man}e` || vrouw === `${man}ia` || vrouw === `${man}ina` || vrouw === `${man}${man.slice(-1)}a`);
}

/** Hebrew and Arabic write no short vowels: the consonants must sound the same. */
function zelfdeMedeklinkers(a: Woord, b: Woord): Woordniveau {
  let beste = 9;
  let lengte = 0;
  for (const x of a.medeklinkers) {
    for (const y of b.medeklinkers) {
      const verschil = klankverschil(x, y, 0.6);
      if (verschil < beste) [beste, lengte] = [verschil, Math.min(x.length, y.length)];
    }
  }
  if (beste === 0 && lengte >= 2) return 'klank';
  return (beste === 0 && lengte === 1 && Math.max(a.vouw.length, b.vouw.length) <= 5) || (beste <= 0.6 && lengte >= 3) ? 'lijkt' : 'anders';
}
