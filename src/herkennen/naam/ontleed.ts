import { gangbareAchternamen } from '../gangbaar.ts';
import { metSpaties, schoon } from './letters.ts';
import { GEWOON_BEDRIJF, LANGE_RECHTSVORMEN, OOK_NAAM, RECHTSVORMEN, TITELS } from './titels.ts';
import { isVoorvoegsel, OOK_ACHTERNAAM } from './voorvoegsels.ts';
import { metVoorvoegsels, type Woord, woordVan } from './woord.ts';

export type Rol = 'voor' | 'achter';

/** One word of a name, in its place. */
export interface Deel {
  woord: Woord;
  rol: Rol;
  /** 0 is the first given name, or the first half of the surname. */
  plaats: number;
  /** Only a letter is known. */
  initiaal: boolean;
  /** May be left out without anyone noticing: a partner's name. */
  los: boolean;
}

/** One name that someone goes by. */
export interface Naam {
  delen: readonly Deel[];
  /** Whether what is given name and what is surname was told, or guessed from the order. */
  zeker: boolean;
  /** Words of a company, without its legal form. */
  bedrijf: boolean;
  rechtsvorm: string | null;
}

const MAX_DELEN = 8;
/** Endings of a Russian, Ukrainian or Belarusian father's name, in many transcriptions. */
const VADERSNAAM = /..(?:[oey][vw](?:i(?:c|ch|tch|tsch|tsj)|na)|[iy](?:ni)?(?:ch|tch|tsch|tsj|c)na)$/;
/** Endings of the surname that stands before one. */
const SLAVISCH = /(?:[oe](?:v|w|ff?)a?|in|ina|sk(?:i|y|ij|iy|aya|aja|aia)|ko|uk|juk|yan|ian|jan|dze|shvili|ets|nyj|oj|oy)$/;

/** The words of a text, with abbreviated particles and initials taken apart ("J.P.", "v.d.", "v/d"). */
function woorden(tekst: string): string[] {
  return metSpaties(kortVoorvoegsel(tekst))
    // Arabic article and "servant of", written as one with the name.
    .replace(/(^|\s)ال(?=\p{L}{2})/gu, '$1').replace(/(^|\s)عبد\s*(?:ال)?(?=\p{L}{2})/gu, '$1عبدال')
    .replace(/(?<=\p{L})'(?=\p{L})/gu, (_, plaats: number, heel: string) => (/(?:^|[\s-])[dlstn]$/.test(heel.slice(0, plaats)) ? ' ' : ''))
    .split(/[\s.,/()[\]{}"'&+_*%|;:!?<>=#~^\\-]+/u).filter((w) => w !== '');
}

/** "v.d.", "v/d", "v d" and "'t" as one word, before the letters could be taken for initials. */
function kortVoorvoegsel(tekst: string): string {
  return tekst.replace(/(?<!\p{L})'t(?=[\s-])/gu, 'het').replace(/(?<!\p{L})'s(?=[\s-])/gu, 'des').replace(/\bv[./]+ ?[dh][./]?(?=[^\p{L}]|$|\p{L}{3})/gu, 'vd ').replace(/\bv d (?=\p{L}{3})/gu, 'vd ');
}

/** Letters without points between them: "JP" before a longer surname in capitals is not told from a name; "j.p." is. */
function initialen(tekst: string): string {
  return kortVoorvoegsel(tekst).replace(/(^|[\s,(])((?:\p{L}{1,2}\.[ -]?){1,6})(?=$|[\s,)\p{L}])/gu, (heel, voor: string, letters: string) => {
    const delen = letters.split(/[. -]+/).filter((l) => l !== '');
    return delen.every((l) => l.length === 1 || ['th', 'ch', 'ph', 'ij', 'st', 'sj', 'yu', 'ya'].includes(l)) ? `${voor}${delen.map((l) => l.slice(0, 1)).join(' ')} ` : heel;
  });
}

/**
 * A whole name as people write it: "Jan van den Berg", "BERG, Jan v.d.", "J.P. Bakker-de Vries", "KIM Jong Un", "Обама, Барак". Without a
 * comma or capitals the last word is taken for the surname; comparing does not rest on it.
 */
export function ontleedNaam(tekst: string): Naam {
  const t = zonderBijnaam(schoon(tekst));
  const bedrijf = leesBedrijf(t, tekst);
  if (bedrijf !== null) return bedrijf;
  const komma = /^([^,]+),(.+)$/.exec(t.replace(/,([^,]+)$/, (heel, na: string) => (woorden(na).every((w) => TITELS.has(w) || OOK_NAAM.has(w)) ? '' : heel)));
  if (komma !== null) {
    const achter = namen(komma[1] ?? '', true);
    const voor = namen(initialen(komma[2] ?? ''), false);
    // "Berg, van den": only a particle after the comma, no given name.
    if (achter.length > 0 && voor.length > 0 && !voor.every((w) => isVoorvoegsel(w.vouw, 1))) return naamVan(voor, achter, true);
  }
  const alle = namen(initialen(t.replace(/,.*$/, (na) => (woorden(na).every((w) => TITELS.has(w) || OOK_NAAM.has(w)) ? '' : na))), false);
  const [eerste] = alle;
  if (eerste === undefined || alle.length === 1) return naamVan(eerste?.vouw.length === 1 ? alle : [], eerste?.vouw.length === 1 ? [] : alle, false);
  // "Bakker J.P.": the letters are given names, wherever they stand.
  const eersteLetter = alle.findIndex((w) => w.vouw.length === 1);
  if (eersteLetter > 0 && alle.slice(eersteLetter).every((w) => w.vouw.length === 1)) return naamVan(alle.slice(eersteLetter), alle.slice(0, eersteLetter), false);
  const kapitalen = inKapitalen(tekst, alle);
  if (kapitalen !== null) return naamVan(alle.filter((w) => !kapitalen.has(w)), alle.filter((w) => kapitalen.has(w)), false);
  // "Ivanov Pyotr Sergeyevich": surname, given name, father's name.
  if (alle.length === 3 && SLAVISCH.test(eerste.vouw) && VADERSNAAM.test(alle[2]?.vouw ?? '') && !VADERSNAAM.test(alle[1]?.vouw ?? '')) return naamVan(alle.slice(1), alle.slice(0, 1), false);
  // "Lee Kun-hee", "Wong Kar Wai": a Chinese or Korean family name in front, and none at the end.
  const laatste = alle.at(-1);
  // "Kim Visser", "Lee van den Berg": a surname from here at the end, or a particle in between.
  const westers = laatste === undefined || gangbareAchternamen.has(laatste.vouw) || alle.some((w) => w.voorvoegsel !== '');
  if (eerste.achternaamfamilies.length > 0 && !westers && laatste.achternaamfamilies.length === 0 && alle.every((w) => w.vouw.length > 1 && !VADERSNAAM.test(w.vouw))) return naamVan(alle.slice(1), [eerste], false);
  const n = alle.length - (dubbeleNaam(t) && alle.length > 2 ? 2 : 1);
  return naamVan(alle.slice(0, n), alle.slice(n), false);
}

/** Without what stands between quotes or brackets in the midst of a name: Joaquín "El Chapo" Guzmán. */
function zonderBijnaam(t: string): string {
  const zonder = t.replace(/(?<=\S\s)(?:["“”„«][^"“”„»]{1,40}["“”»]|\([^()]{1,40}\))(?=\s|$)/gu, ' ').replace(/\s+/g, ' ').trim();
  return zonder.includes(' ') ? zonder : t;
}

function naamVan(voor: readonly Woord[], achter: readonly Woord[], zeker: boolean): Naam {
  return { delen: [...delen(voor, 'voor'), ...delen(achter, 'achter')].slice(0, MAX_DELEN), zeker, bedrijf: false, rechtsvorm: null };
}

/** "Bakker-de Vries" at the end: two surnames. */
function dubbeleNaam(t: string): boolean {
  return /\p{L}{2}\s?-\s?(?:(?:van|de|den|der|het|te|ter|ten|in|op|el|al)\s)*\p{L}+\s*$/u.test(t);
}

/** The words written in capitals, as many write a surname, when the others are not. */
function inKapitalen(tekst: string, alle: readonly Woord[]): Set<Woord> | null {
  const groot = new Set<string>(tekst.split(/[\s-]+/).filter((w) => /^[\p{Lu}'’]{2,}$/u.test(w) && !/^(?:II|III|IV)$/.test(w)).flatMap((w) => woorden(schoon(w)).map((d) => woordVan(d).vouw)));
  const uit = new Set(alle.filter((w) => groot.has(w.vouw)));
  return uit.size > 0 && uit.size < alle.length ? uit : null;
}

function delen(woord: readonly Woord[], rol: Rol): Deel[] {
  return woord.map((w, i) => ({ woord: w, rol, plaats: i, initiaal: w.vouw.length === 1, los: false }));
}

/** The words that make a name: no titles, no particles (unless nothing else is left). */
function namen(tekst: string, achternaam: boolean): Woord[] {
  const alle = woorden(tekst).map((w) => woordVan(w)).filter((w) => w.vouw !== '');
  // "Lex de Heer": a title after a particle is a name.
  const naPartikel = (i: number): boolean => i > 0 && i === alle.length - 1 && isVoorvoegsel(alle[i - 1]?.vouw ?? '', 1);
  const zonderTitel = alle.filter((w, i) => (!TITELS.has(w.vouw) || naPartikel(i)) && !(!achternaam && OOK_NAAM.has(w.vouw) && i < alle.length - 2));
  const basis = zonderTitel.some((w) => w.vouw.length > 1) ? zonderTitel : alle;
  const uit: Woord[] = [];
  let geplakt = '';
  for (const [i, w] of basis.entries()) {
    if (w.vouw.length > 1 && isVoorvoegsel(w.vouw, achternaam ? 1 : i) && !(i > 0 && i === basis.length - 1 && OOK_ACHTERNAAM.has(w.vouw))) {
      geplakt += w.vouw;
      continue;
    }
    uit.push(w.vouw.length > 1 ? metVoorvoegsels(w, geplakt) : w);
    geplakt = '';
  }
  return (uit.length > 0 ? uit : basis).slice(0, MAX_DELEN);
}

/** Fields of names repeat as names do: those of late and those before them are kept. */
const MEEST_VELDEN = 30_000;

class Velden {
  #bekend = new Map<string, Deel[]>();
  #eerder = new Map<string, Deel[]>();

  van(tekst: string, lees: (tekst: string) => Deel[]): Deel[] {
    const al = this.#bekend.get(tekst);
    if (al !== undefined) return al;
    const uit = this.#eerder.get(tekst) ?? lees(tekst);
    if (this.#bekend.size >= MEEST_VELDEN) [this.#bekend, this.#eerder] = [new Map(), this.#bekend];
    if (tekst.length < 100) this.#bekend.set(tekst, uit);
    return uit;
  }
}
const voornaamvelden = new Velden();
const achternaamvelden = new Velden();

/** Given names of a field: "J.P.", "JP", "Jan Peter", "Jan-Peter". */
export function leesVoornamen(tekst: string): Deel[] {
  return voornaamvelden.van(tekst, (t) => voornamenUit(t.trim()));
}

function voornamenUit(ruw: string): Deel[] {
  // A field of only capitals without a vowel between them is initials: "JP", "HJM".
  const losse = /^[A-Z]{2,4}$/.test(ruw) && !/[AEIOUY]/.test(ruw.length > 2 ? ruw.slice(1) : ruw) ? [...ruw].join(' ') : ruw;
  return delen(namen(initialen(schoon(losse)), false), 'voor');
}

export function leesAchternaam(tekst: string): Deel[] {
  return achternaamvelden.van(tekst, (ruw) => {
    const t = schoon(ruw);
    // "Berg, van den" in a field of the surname.
    const zonder = t.replace(/,.*/, '').trim();
    return delen(namen(zonder === '' ? t : zonder, true), 'achter');
  });
}

/** The words of a company when a legal form is among the last or first of them; null otherwise. */
function leesBedrijf(t: string, ruw: string): Naam | null {
  if (t.length < 4) return null;
  let tekst = [...t].map((c) => (/[a-z0-9\s\p{P}\p{S}]/u.test(c) ? c : woordVan(c).vouw)).join('');
  for (const [van, naar] of LANGE_RECHTSVORMEN) tekst = tekst.replace(van, naar);
  tekst = tekst.replace(/(?<![a-z])(?:[a-z]\.){2,4}[a-z]?(?![a-z])/g, (s) => s.replaceAll('.', ''));
  const alle = woorden(tekst);
  if (alle.length < 2) return null;
  const rand = (i: number): boolean => i === 0 || i >= alle.length - 2;
  // "A.S. Bakker": letters with points in front are initials.
  const initialen = /^(?:[a-z]\.){2,4}(?=\s*[a-z])/.test(t);
  const isVorm = (w: string, i: number): boolean => rand(i) && !(i === 0 && initialen) && RECHTSVORMEN[w] !== undefined && (!OOK_PERSOON.has(w) || zekerVorm(w, ruw) || alle.some((x) => x !== w && GEWOON_BEDRIJF.has(x)));
  const vorm = alle.findIndex(isVorm);
  if (vorm === -1) return null;
  const rest = alle.filter((w, i) => !isVorm(w, i));
  const woord = (rest.length > 0 ? rest : alle).slice(0, MAX_DELEN).map((w) => woordVan(w)).filter((w) => w.vouw !== '');
  return woord.length === 0 ? null : { delen: delen(woord, 'achter'), zeker: true, bedrijf: true, rechtsvorm: RECHTSVORMEN[alle[vorm] ?? ''] ?? null };
}

/** Legal forms that are also (a part of) a person's name: they count when written with points, or in capitals between other words. */
const OOK_PERSOON = new Set(['co', 'as', 'ab', 'sa', 'ag', 'ou', 'oy', 'ver', 'cie', 'ug', 'sia', 'aps', 'ao', 'cv', 'kg', 'lp', 'ua', 'coop', 'beheer', 'corp', 'inc', 'tov', 'doo', 'spa']);

function zekerVorm(vorm: string, ruw: string): boolean {
  return new RegExp(`(?:^|[\\s,])${[...vorm].join('\\.')}\\.?(?:$|[\\s,])`, 'iu').test(ruw) || (new RegExp(`(?:^|[\\s,])${vorm.toUpperCase()}(?:$|[\\s,.])`, 'u').test(ruw) && /\p{Ll}/u.test(ruw));
}
