import { klankverschil, klinkenGelijk } from '../klank/klassen.ts';
import type { Niveau } from '../typen.ts';
import { letterverschil } from './afstand.ts';
import type { Woord } from './woord.ts';

export type Woordniveau = Extract<Niveau, 'gelijk' | 'schrijfwijze' | 'klank' | 'roepnaam' | 'voorletter' | 'afkorting' | 'een_letter' | 'lijkt' | 'anders'>;

/** How two words of a name relate; the strongest relation counts. Which families of names are asked depends on what the words may be. */
export function vergelijkWoorden(a: Woord, b: Woord, voornaam: boolean, achternaam: boolean): Woordniveau {
  if (a.vouw === b.vouw) return 'gelijk';
  if (a.vouw.length === 1 || b.vouw.length === 1) return a.vouw.startsWith(b.vouw) || b.vouw.startsWith(a.vouw) || a.vormen.some((v) => b.vormen.some((w) => v[0] === w[0])) ? 'voorletter' : 'anders';
  if (/\d/.test(a.vouw + b.vouw)) return 'anders';
  if (a.vormen.some((v) => b.vormen.includes(v))) return 'schrijfwijze';
  if (a.zonderKlinkers || b.zonderKlinkers) return zelfdeMedeklinkers(a, b);
  if (a.klank === b.klank) return 'klank';
  const kort = Math.min(a.vouw.length, b.vouw.length);
  const lang = Math.max(a.vouw.length, b.vouw.length);
  if (kort >= 4 && klinkenGelijk(a.plaatsen, b.plaatsen)) return 'klank';
  if (voornaam && (a.families.some((f) => b.families.includes(f)) || latijnsePaar(a.vouw, b.vouw))) return 'roepnaam';
  if (achternaam && a.achternaamfamilies.some((f) => b.achternaamfamilies.includes(f))) return 'roepnaam';
  // Two names that are each known, and known to be different ones; and a man's name beside the woman's made from it.
  if (voornaam && ((a.families.length > 0 && b.families.length > 0) || vrouwelijk(a.vouw, b.vouw) || vrouwelijk(b.vouw, a.vouw))) return 'anders';
  // Most pairs have nothing in common; that is soon seen.
  if (kort < 3 || lang > kort * 2 + 1) return 'anders';
  const hoogstens = lang >= 8 ? 2 : lang >= 6 ? 1.5 : 1;
  const letters = letterverschil(a.vouw, b.vouw, hoogstens);
  if (letters <= (kort >= 5 ? 1 : 0.55)) return 'een_letter';
  const klanken = kort >= 4 ? klankverschil(a.plaatsen, b.plaatsen, 1.2) : 9;
  if (kort >= 5 && klanken <= 0.5) return 'een_letter';
  if (letters <= hoogstens && kort >= 4) return 'lijkt';
  if (klanken <= (kort >= 6 ? 1.2 : 0.6)) return 'lijkt';
  if (voornaam && kort >= 3 && lang - kort >= 2 && (a.vouw.startsWith(b.vouw) || b.vouw.startsWith(a.vouw))) return 'afkorting';
  if (kort >= 6 && (a.vouw.startsWith(b.vouw) || b.vouw.startsWith(a.vouw))) return 'lijkt';
  return 'anders';
}

/** Hendrik and Hendrikus, Anton and Antonius. */
function latijnsePaar(x: string, y: string): boolean {
  const [kort, lang] = x.length < y.length ? [x, y] : [y, x];
  return kort.length >= 4 && (lang === `${kort}us` || lang === `${kort}ius`);
}

/** Karim and Karima, Johan and Johanna, Rachid and Rachida. */
function vrouwelijk(man: string, vrouw: string): boolean {
  return vrouw.length > man.length && man.length >= 3 && /[^aeiou]$/.test(man) && (vrouw === `${man}a` || vrouw === `${man}e` || vrouw === `${man}ia` || vrouw === `${man}ina` || vrouw === `${man}${man.slice(-1)}a`);
}

/** Hebrew and Arabic write no short vowels: the consonants must be the same, and more than one. */
function zelfdeMedeklinkers(a: Woord, b: Woord): Woordniveau {
  const kaal = (w: Woord): string => w.geraamte.replace(/^a/, '');
  const [x, y] = [kaal(a), kaal(b)];
  if (x === y && x.length >= 2) return 'klank';
  if (x.length >= 3 && y.length >= 3 && letterverschil(x, y, 1) <= 1 && x[0] === y[0]) return 'lijkt';
  return 'anders';
}
