import anyAscii from 'any-ascii';

/** Longest text that is looked at; what comes after tells nothing more about who it is. */
export const MAX_TEKST = 300;

/** Letters that any-ascii writes otherwise than a Dutch register does, or of which a passport (ICAO 9303-3 §6) knows a second spelling. */
const LETTERS: Readonly<Record<string, readonly [gevouwen: string, icao?: string]>> = {
  ä: ['a', 'ae'], ö: ['o', 'oe'], ü: ['u', 'ue'], å: ['a', 'aa'], ø: ['o', 'oe'], æ: ['ae'], œ: ['oe'], ß: ['ss'], ñ: ['n'], ð: ['d'], þ: ['th'],
  đ: ['d', 'dj'], ł: ['l'], ı: ['i'], ĳ: ['ij'], ÿ: ['ij', 'y'], ə: ['a', 'e'], ŋ: ['n'], ħ: ['h'], ŧ: ['t'],
};

/**
 * Arabic and Persian letters by the sound Dutch municipalities write; short vowels are not written, so that only consonants can be compared.
 * Long vowels (alif, waw, ya) are kept.
 */
const ARABISCH: Readonly<Record<string, string>> = {
  ا: 'a', أ: 'a', إ: 'i', آ: 'a', ٱ: 'a', ب: 'b', ت: 't', ث: 'th', ج: 'j', ح: 'h', خ: 'kh', د: 'd', ذ: 'dh', ر: 'r', ز: 'z', س: 's', ش: 'sh', ص: 's', ض: 'd', ط: 't',
  ظ: 'z', ع: 'a', غ: 'gh', ف: 'f', ق: 'q', ك: 'k', ک: 'k', ل: 'l', م: 'm', ن: 'n', ه: 'h', ة: 'a', و: 'w', ي: 'y', ی: 'y', ى: 'a', ئ: 'y', ؤ: 'w', ء: '', پ: 'p', چ: 'ch', ژ: 'zh', گ: 'g', ڨ: 'g', ڤ: 'v',
};
const HEBREEUWS: Readonly<Record<string, string>> = {
  א: 'a', ב: 'b', ג: 'g', ד: 'd', ה: 'h', ו: 'w', ז: 'z', ח: 'h', ט: 't', י: 'y', כ: 'k', ך: 'kh', ל: 'l', מ: 'm', ם: 'm', נ: 'n', ן: 'n', ס: 's', ע: '', פ: 'p', ף: 'f', צ: 'ts', ץ: 'ts', ק: 'k', ר: 'r', ש: 'sh', ת: 't',
};
/** Greek pairs that sound as one (ELOT 743, ISO 843). */
const GRIEKS: readonly (readonly [RegExp, string])[] = [[/ου/g, 'ou'], [/μπ/g, 'b'], [/ντ/g, 'nt'], [/γγ/g, 'ng'], [/γκ/g, 'gk'], [/αυ/g, 'av'], [/ευ/g, 'ev'], [/υ/g, 'y'], [/χ/g, 'ch']];

/** Cyrillic and Greek letters that look as a Latin one: typed or pasted between Latin letters they are meant to mislead. */
const GELIJKEND: Readonly<Record<string, string>> = {
  а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ё: 'e', һ: 'h', н: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', ӏ: 'l', м: 'm', о: 'o', р: 'p', ԛ: 'q', ѕ: 's', т: 't', ѵ: 'v', ԝ: 'w', х: 'x', у: 'y',
  α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ɑ: 'a', ɡ: 'g',
};

/**
 * Text in one form: compatibility letters folded, no control, direction or zero-width characters, one kind of apostrophe and hyphen, lower
 * case with the Turkish dotted and dotless i. Scripts are left as they are.
 */
export function schoon(tekst: string): string {
  // Plain letters and signs, as most are, need no more than this.
  if (tekst.length <= MAX_TEKST && /^[ -_a-~]*$/.test(tekst)) return tekst.toLowerCase().replace(/ {2,}/g, ' ').trim();
  return tekst
    .slice(0, MAX_TEKST * 4)
    .normalize('NFKC')
    .replace(/İ/g, 'i').replace(/[ʼ‘’‛`´′ʻ＇ʹʿʾ]/g, "'").replace(/[‐‑‒–—―−﹘＿]/g, '-')
    // Arabic vowel signs and tatweel, and marks that nothing composes with.
    .replace(/[\p{Mn}&&[\u0590-\u06ff]]|\u0640/gv, '')
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .toLowerCase().normalize('NFC').trim().slice(0, MAX_TEKST);
}

const ZONDER_KLINKERS = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}]/u;

/** One word in plain a–z and digits. `vormen` are all spellings it may have in a register; the first is the folded one. */
export interface Latijn {
  vormen: readonly string[];
  /** From a script that does not write (all) vowels: only consonants can be compared. */
  zonderKlinkers: boolean;
  /** For such a script: its letters with a vowel between them, so that two letters do not make a third sound (s and h are not sh). */
  losse: string;
}

/** A word (without spaces) of {@link schoon} text in Latin letters. */
export function latijn(woord: string): Latijn {
  if (/^[a-z\d]*$/.test(woord)) return { vormen: [woord], zonderKlinkers: false, losse: woord };
  const zonderKlinkers = ZONDER_KLINKERS.test(woord);
  const heeftLatijn = /\p{Script=Latin}/u.test(woord);
  let gevouwen = '';
  let icao = '';
  let anders = false;
  let losse = '';
  let w = woord;
  if (!heeftLatijn && /\p{Script=Greek}/u.test(w)) for (const [van, naar] of GRIEKS) w = w.normalize('NFD').replace(/\u0301/g, '').normalize('NFC').replace(van, naar);
  for (const teken of w) {
    const eigen = (heeftLatijn ? GELIJKEND[teken] : undefined) ?? ARABISCH[teken] ?? HEBREEUWS[teken];
    const letter = eigen === undefined ? LETTERS[teken] : undefined;
    const vouw = eigen ?? letter?.[0] ?? anyAscii(teken).toLowerCase();
    if (letter?.[1] !== undefined) anders = true;
    gevouwen += vouw;
    losse += `${vouw}a`;
    icao += letter?.[1] ?? vouw;
  }
  const kaal = (s: string): string => s.replace(/[^a-z\d]/g, '');
  const vormen = [kaal(gevouwen)];
  if (anders && kaal(icao) !== vormen[0]) vormen.push(kaal(icao));
  return { vormen, zonderKlinkers, losse: kaal(losse).replace(/a+$/, '') };
}

/** Chinese, Japanese and Korean names are written without spaces: the first sign is (nearly always) the family name. */
export function metSpaties(tekst: string): string {
  return tekst.replace(/[\p{Script=Han}\p{Script=Hangul}]+/gu, (s) => {
    const tekens = [...s];
    if (tekens.length < 2) return ` ${anyAscii(s)} `;
    const familie = tekens.length >= 4 || DUBBELE.has(tekens.slice(0, 2).join('')) ? 2 : 1;
    const klank = (deel: string[]): string => deel.map((t) => anyAscii(t)).join('').toLowerCase();
    return ` ${klank(tekens.slice(familie))} ${klank(tekens.slice(0, familie))} `;
  });
}

/** Chinese and Korean family names of two signs that occur. */
const DUBBELE = new Set(['欧阳', '歐陽', '司马', '司馬', '诸葛', '諸葛', '上官', '司徒', '남궁', '황보', '선우', '독고']);
