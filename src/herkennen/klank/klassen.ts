/**
 * Sound classes for names that came to Latin letters by ear: from Arabic, Turkish, Slavic and Asian languages, by Dutch, French, English or
 * German spelling. A sound that may be two is both: two words sound alike when every place has a sound in common.
 *
 * Sources: ICAO Doc 9303-3 (Arabic spelt 32 ways), BGN/PCGN and ISO 9 romanisation of Cyrillic next to Dutch usage (Taalunie, Russische namen),
 * Turkish Language Association spelling, pinyin next to Wade-Giles.
 */
const A = 1, I = 2, U = 4, P = 8, B = 16, T = 32, D = 64, K = 128, G = 256, F = 512, V = 1024, S = 2048, SJ = 4096, ZJ = 8192, TSJ = 16_384, H = 32_768, M = 65_536, N = 131_072, L = 262_144, R = 524_288, J = 1_048_576;
const KLINKER = A | I | U;

/** Letters that write one place, longest first; each place is a set of possible sounds. */
const MEDEKLINKERS: readonly (readonly [string, readonly number[]])[] = [
  ['schtsch', [SJ]], ['sjtsj', [SJ]], ['shch', [SJ]], ['szcz', [SJ]], ['chtch', [SJ]], ['tsch', [TSJ]], ['dzj', [ZJ]], ['dzh', [ZJ]], ['tsj', [TSJ]], ['tch', [TSJ]], ['dsch', [ZJ]],
  ['sch', [SJ | S]], ['cz', [TSJ]], ['ch', [TSJ | H | SJ | K]], ['ck', [K]], ['kh', [H | K]], ['gh', [G | H]], ['dh', [D | S]], ['th', [T | S]], ['ph', [F]], ['sh', [SJ]], ['sj', [SJ]], ['sz', [SJ | S]],
  ['zh', [ZJ]], ['zj', [ZJ]], ['dj', [ZJ | J | D]], ['dz', [ZJ | S]], ['tz', [T, S]], ['rh', [R]], ['wh', [V]], ['qu', [K, V]], ['gn', [N]], ['nh', [N]], ['lh', [L]],
  ['b', [B]], ['d', [D]], ['f', [F]], ['g', [G]], ['h', [H]], ['j', [J | ZJ]], ['k', [K]], ['l', [L]], ['m', [M]], ['n', [N]], ['p', [P]], ['q', [K | G]], ['r', [R]], ['s', [S]], ['t', [T]], ['v', [V]], ['w', [V]],
  ['x', [K, S]], ['z', [S]], ['c', [K]],
];

/** Vowels of one place. Written Arabic has three; e is heard as a or i, and o as oe. */
const KLINKERS: readonly (readonly [RegExp, number])[] = [
  [/^(?:ie|ee|ea|ii|(?:iy|ij|yi)(?![aeiou]))/, I], [/^(?:ei|ai|ae|(?:ey|ay|aj|ej)(?![aeiou]))/, A | I], [/^(?:ou|oe|oo|uu|ue)/, U], [/^(?:oi|(?:oy|oj|uy|uj)(?![aeiou])|ui)/, U | I], [/^(?:au|ao(?![ue]))/, A | U], [/^eu/, U | I], [/^eo/, U | A], [/^aa/, A],
  [/^a/, A], [/^e/, A | I], [/^[iy]/, I], [/^[ou]/, U],
];

/** The places of a word (folded letters a–z); at most 24. */
export function klanken(woord: string): readonly number[] {
  // Russian and Ukrainian e at the beginning is heard as je; pinyin x and Wade-Giles hs are one sound.
  let w = woord.replace(/[^a-z]/g, '').replace(/^(?:y|j(?=e(?:[vkg]|l(?!l))))e(?=[^aeiouy])/, 'e').replace(/^hs(?=[iu])/, 'sh').replace(/^[iyj]+(?=o[ue]|u)/, 'j').replace(/(?<=[a-z])(?:[iy][iyj]*|j[iy]+)(?=[aou])/g, 'y').replace(/^ou(?=[aeiy])/, 'w').replace(/^ts(?=[aeiou])/, 's').replace(/^x/, 'sh').replace(/([bdfgklmnprtvwz])\1+/g, '$1').replace(/ss+/g, 's').replace(/(?<=[aeiou])h$/, '').replace(/(?<=..)(?:(?<![szdt])[iyj])?[oe](?:w|v|ff?)$/, 'ov');
  const uit: number[] = [];
  while (w !== '' && uit.length < 24) {
    const klinker = /^y(?=[aeiou])/.test(w) ? undefined : KLINKERS.find(([r]) => r.test(w));
    if (klinker) {
      const lengte = klinker[0].exec(w)?.[0].length ?? 1;
      // Two vowels after each other that are not one sound: the second is a place of its own.
      if (uit.at(-1) !== klinker[1]) uit.push(klinker[1]);
      w = w.slice(lengte);
      continue;
    }
    if (w.startsWith('y')) {
      uit.push(J | (uit.length > 0 ? 0 : ZJ));
      w = w.slice(1);
      continue;
    }
    const regel = MEDEKLINKERS.find(([letters]) => w.startsWith(letters));
    if (regel === undefined) break;
    const zacht = /^[cg][eiy]/.test(w);
    const plaatsen = zacht ? (w.startsWith('c') ? [S | TSJ | ZJ] : [G | ZJ | H]) : regel[1];
    for (const p of plaatsen) if (uit.at(-1) !== p) uit.push(p);
    w = w.slice(regel[0].length);
  }
  return verscherp(uit);
}

/** The last consonant loses its voice: Ahmed and Ahmet, -ov and -off. */
function verscherp(plaatsen: number[]): readonly number[] {
  const laatste = plaatsen.at(-1) ?? 0;
  const paar = laatste & D ? T : laatste & B ? P : laatste & V ? F : laatste & G ? K : 0;
  if (plaatsen.length > 0) plaatsen[plaatsen.length - 1] = laatste | paar;
  return plaatsen;
}

/** Whether every place has a sound in common. */
export function klinkenGelijk(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.length > 1 && a.every((p, i) => (p & (b[i] ?? 0)) !== 0);
}

const MEEST = 24;
const rijen = [new Float64Array(MEEST + 1), new Float64Array(MEEST + 1)] as const;

/** Edits of one place (a vowel costs half) between two words, no more than `hoogstens`. */
export function klankverschil(a: readonly number[], b: readonly number[], hoogstens: number): number {
  const m = b.length;
  if (Math.abs(a.length - m) > hoogstens * 2) return hoogstens + 1;
  let [vorige, nu]: [Float64Array, Float64Array] = [rijen[0], rijen[1]];
  vorige[0] = 0;
  for (let j = 1; j <= m; j++) vorige[j] = (vorige[j - 1] ?? 0) + prijs(b[j - 1] ?? 0);
  for (let i = 0; i < a.length; i++) {
    const p = a[i] ?? 0;
    const weg = prijs(p);
    let links = (vorige[0] ?? 0) + weg;
    nu[0] = links;
    let laagst = links;
    for (let j = 1; j <= m; j++) {
      const q = b[j - 1] ?? 0;
      let w = (vorige[j - 1] ?? 0) + ((p & q) !== 0 ? 0 : (p & KLINKER) !== 0 && (q & KLINKER) !== 0 ? 0.5 : verwant(p, q) ? 0.6 : 1.1);
      const boven = (vorige[j] ?? 0) + weg;
      if (boven < w) w = boven;
      links += prijs(q);
      if (links < w) w = links;
      nu[j] = w;
      links = w;
      if (w < laagst) laagst = w;
    }
    if (laagst > hoogstens) return hoogstens + 1;
    const oud = vorige;
    vorige = nu;
    nu = oud;
  }
  return vorige[m] ?? 0;
}

function prijs(p: number): number {
  return (p & KLINKER) !== 0 ? 0.5 : (p & (H | J)) !== 0 ? 0.6 : 1;
}

const GROEPEN: readonly (readonly [number, string])[] = [[P | B, 'p'], [T | D, 't'], [K | G | H, 'k'], [F | V, 'f'], [S | SJ | ZJ | TSJ, 's'], [M, 'm'], [N, 'n'], [L, 'l'], [R, 'r']];

/** Voiced and voiceless, or made at the same place in the mouth. */
function verwant(p: number, q: number): boolean {
  for (let i = 0; i < GROEPEN.length; i++) {
    const groep = GROEPEN[i]?.[0] ?? 0;
    if ((p & groep) !== 0 && (q & groep) !== 0) return true;
  }
  return false;
}

/** The consonants in broad groups, after an `a` when the word begins with a vowel. For finding candidates, and for scripts without vowels. */
export function geraamteVan(plaatsen: readonly number[]): string {
  let uit = plaatsen.length > 0 && ((plaatsen[0] ?? 0) & KLINKER) !== 0 ? 'a' : '';
  for (const p of plaatsen) {
    if ((p & KLINKER) !== 0) continue;
    // j and y come and go between spellings, except at the beginning.
    if ((p & J) !== 0) {
      if (uit === '') uit = 'j';
      continue;
    }
    const letter = GROEPEN.find(([groep]) => (p & groep) !== 0)?.[1] ?? '';
    if (!uit.endsWith(letter)) uit += letter;
  }
  return uit;
}

/** The places without vowels, and without a y that is no more than one. */
export function medeklinkers(plaatsen: readonly number[]): readonly number[] {
  return plaatsen.filter((p) => (p & KLINKER) === 0 && p !== J);
}
