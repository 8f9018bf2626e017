/** Letters that are easily taken for each other, by ear, by hand or on the keyboard: half an error. */
const VERWARD = new Set(['ij', 'iy', 'jy', 'uv', 'vw', 'uw', 'ck', 'cs', 'sz', 'fv', 'dt', 'gh', 'ei', 'ae', 'ou', 'bp', 'kq', 'gk', 'gq', 'xk', 'jg', 'o0', 'l1', 'i1', 'il', 's5', 'mn', 'bv', 'ea', 'oa', 'ao', 'iu'].flatMap((p) => [p, [...p].toReversed().join('')]));

/**
 * Optimal string alignment with cheap confusions, no more than `hoogstens`: an insertion, deletion, other letter or swap of neighbours is
 * one error; a confusion, a doubled letter or an h half of one.
 */
export function letterverschil(a: string, b: string, hoogstens: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > hoogstens * 2) return hoogstens + 1;
  let voorvorige: number[] = [];
  let vorige = [0];
  for (let j = 1; j <= b.length; j++) vorige.push((vorige[j - 1] ?? 0) + prijs(b, j - 1));
  for (let i = 1; i <= a.length; i++) {
    const nu = [(vorige[0] ?? 0) + prijs(a, i - 1)];
    let laagst = nu[0] ?? 0;
    const x = a[i - 1] ?? '';
    for (let j = 1; j <= b.length; j++) {
      const y = b[j - 1] ?? '';
      let w = (vorige[j - 1] ?? 0) + (x === y ? 0 : VERWARD.has(x + y) ? 0.55 : 1);
      w = Math.min(w, (vorige[j] ?? 0) + prijs(a, i - 1), (nu[j - 1] ?? 0) + prijs(b, j - 1));
      if (i > 1 && j > 1 && x === b[j - 2] && a[i - 2] === y && x !== y) w = Math.min(w, (voorvorige[j - 2] ?? 0) + 1);
      nu.push(w);
      if (w < laagst) laagst = w;
    }
    if (laagst > hoogstens) return hoogstens + 1;
    voorvorige = vorige;
    vorige = nu;
  }
  return vorige[b.length] ?? 0;
}

function prijs(w: string, i: number): number {
  return w[i] === w[i - 1] || w[i] === 'h' ? 0.5 : 1;
}
