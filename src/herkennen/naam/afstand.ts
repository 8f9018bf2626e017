/** Letters that are easily taken for each other, by ear, by hand or on the keyboard: about half an error. */
const PAREN = 'ij iy jy uv vw uw ck cs sz fv dt gh ei ae ou bp kq gk gq xk jg o0 l1 i1 il s5 mn bv oa iu';
const HALF = 0.55;
/** By the codes of both letters: what it costs to take one for the other. */
const VERVANG = new Float64Array(128 * 128).fill(1);
for (let i = 0; i < 128; i++) VERVANG[i * 128 + i] = 0;
for (const paar of PAREN.split(' ')) {
  const [x, y] = [paar.charCodeAt(0), paar.charCodeAt(1)];
  VERVANG[x * 128 + y] = HALF;
  VERVANG[y * 128 + x] = HALF;
}
/** Rows of the table, kept: comparing names asks for them all the time. Words are cut off beyond this. */
const MEEST = 40;
const rijen = [new Float64Array(MEEST + 1), new Float64Array(MEEST + 1), new Float64Array(MEEST + 1)] as const;
const H = 104;

/**
 * Optimal string alignment with cheap confusions, no more than `hoogstens`: an insertion, deletion, other letter or swap of neighbours is
 * one error; a confusion, a doubled letter or an h half of one. Letters a–z and digits.
 */
export function letterverschil(a: string, b: string, hoogstens: number): number {
  if (a === b) return 0;
  const [n, m] = [Math.min(a.length, MEEST), Math.min(b.length, MEEST)];
  if (Math.abs(n - m) > hoogstens * 2) return hoogstens + 1;
  let [voorvorige, vorige, nu]: [Float64Array, Float64Array, Float64Array] = [rijen[0], rijen[1], rijen[2]];
  vorige[0] = 0;
  for (let j = 1; j <= m; j++) vorige[j] = (vorige[j - 1] ?? 0) + prijs(b, j - 1);
  for (let i = 1; i <= n; i++) {
    const x = a.charCodeAt(i - 1) & 127;
    const weg = prijs(a, i - 1);
    let links = (vorige[0] ?? 0) + weg;
    nu[0] = links;
    let laagst = links;
    for (let j = 1; j <= m; j++) {
      const y = b.charCodeAt(j - 1) & 127;
      let w = (vorige[j - 1] ?? 0) + (VERVANG[x * 128 + y] ?? 1);
      const boven = (vorige[j] ?? 0) + weg;
      if (boven < w) w = boven;
      links += prijs(b, j - 1);
      if (links < w) w = links;
      if (i > 1 && j > 1 && x !== y && x === (b.charCodeAt(j - 2) & 127) && (a.charCodeAt(i - 2) & 127) === y) {
        const wissel = (voorvorige[j - 2] ?? 0) + 1;
        if (wissel < w) w = wissel;
      }
      nu[j] = w;
      links = w;
      if (w < laagst) laagst = w;
    }
    if (laagst > hoogstens) return hoogstens + 1;
    const oud = voorvorige;
    voorvorige = vorige;
    vorige = nu;
    nu = oud;
  }
  return vorige[m] ?? 0;
}

function prijs(w: string, i: number): number {
  const c = w.charCodeAt(i);
  return c === H || c === w.charCodeAt(i - 1) ? 0.5 : 1;
}
