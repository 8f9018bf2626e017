/**
 * Which names go together, learned from a register without being told where anyone comes from: a mixture of groups, each with its own first
 * names and surnames (latent classes, estimated by EM). A Mehmet Yılmaz is rarer than Mehmet times Yılmaz would say, and so less rare.
 */
export interface Naamgroepen {
  /** Share of each group among those with this surname, or this first name. */
  vanAchternaam(klank: string): Float64Array;
  vanVoornaam(klank: string): Float64Array;
  /** Share of this first name within a group. */
  voornaamIn(klank: string, groep: number): number;
}

const GROEPEN = 12;
const RONDEN = 10;
/** First names from which the groups begin: the most frequent ones, of which the least alike are chosen. */
const KANDIDATEN = 500;
const GLAD = 0.05;

/** `paren`: how many have this surname ("jansen") with this first name ("jan"), as "jansen jan". */
export function leerGroepen(paren: ReadonlyMap<string, number>): Naamgroepen {
  const [achter, voor] = [new Nummering(), new Nummering()];
  const n = paren.size;
  const [a, v, w] = [new Int32Array(n), new Int32Array(n), new Float64Array(n)];
  let i = 0;
  for (const [paar, aantal] of paren) {
    const spatie = paar.indexOf(' ');
    a[i] = achter.nummer(paar.slice(0, spatie));
    v[i] = voor.nummer(paar.slice(spatie + 1));
    w[i++] = aantal;
  }
  const rond = (bron: Int32Array, hoeveel: number): Float64Array => {
    const uit = new Float64Array(hoeveel);
    for (let p = 0; p < n; p++) uit[bron[p] ?? 0] = (uit[bron[p] ?? 0] ?? 0) + (w[p] ?? 0);
    return uit;
  };
  const [perAchter, perVoor] = [rond(a, achter.aantal), rond(v, voor.aantal)];
  let pa = new Float64Array(achter.aantal * GROEPEN);
  let pv = begin(a, v, w, perAchter, perVoor, voor.aantal);
  // The surnames follow from the first names that begin; from then on both from each other.
  for (let p = 0; p < n; p++) for (let k = 0; k < GROEPEN; k++) plus(pa, (a[p] ?? 0) * GROEPEN + k, (w[p] ?? 0) * (pv[(v[p] ?? 0) * GROEPEN + k] ?? 0));
  for (let ronde = 0; ronde < RONDEN; ronde++) {
    const groot = totalen(pa, perAchter);
    const [na, nv] = [new Float64Array(pa.length), new Float64Array(pv.length)];
    const r = new Float64Array(GROEPEN);
    const somVoor = kolomsom(pv);
    for (let p = 0; p < n; p++) {
      let som = 0;
      const [ia, iv] = [(a[p] ?? 0) * GROEPEN, (v[p] ?? 0) * GROEPEN];
      for (let k = 0; k < GROEPEN; k++) {
        const kans = ((pa[ia + k] ?? 0) + GLAD * (groot[k] ?? 0)) * (((pv[iv + k] ?? 0) + GLAD * (groot[k] ?? 0)) / ((somVoor[k] ?? 0) + 1));
        r[k] = kans;
        som += kans;
      }
      for (let k = 0; k < GROEPEN; k++) {
        const deel = ((r[k] ?? 0) / som) * (w[p] ?? 0);
        plus(na, ia + k, deel);
        plus(nv, iv + k, deel);
      }
    }
    pa = na;
    pv = nv;
  }
  const groot = totalen(pa, perAchter);
  const som = kolomsom(pv);
  const verdeling = (tabel: Float64Array, nummer: number | undefined): Float64Array => {
    if (nummer === undefined) return groot;
    const uit = new Float64Array(GROEPEN);
    let totaal = 0;
    for (let k = 0; k < GROEPEN; k++) totaal += uit[k] = (tabel[nummer * GROEPEN + k] ?? 0) + (groot[k] ?? 0);
    return uit.map((x) => x / totaal);
  };
  return {
    vanAchternaam: (k) => verdeling(pa, achter.ken(k)),
    vanVoornaam: (k) => verdeling(pv, voor.ken(k)),
    voornaamIn: (k, groep) => {
      const nummer = voor.ken(k);
      return nummer === undefined ? 0 : (pv[nummer * GROEPEN + groep] ?? 0) / ((som[groep] ?? 0) + 1);
    },
  };
}

/** Every first name belongs at first to whichever of the chosen ones has surnames most like its own. */
function begin(a: Int32Array, v: Int32Array, w: Float64Array, perAchter: Float64Array, perVoor: Float64Array, voornamen: number): Float64Array<ArrayBuffer> {
  const vaakst = [...perVoor.keys()].sort((x, y) => (perVoor[y] ?? 0) - (perVoor[x] ?? 0)).slice(0, KANDIDATEN);
  const plaats = new Map(vaakst.map((nummer, i) => [nummer, i]));
  const vectoren = vaakst.map(() => new Map<number, number>());
  for (let p = 0; p < v.length; p++) {
    const i = plaats.get(v[p] ?? -1);
    // A surname that many have tells less of who goes with whom.
    if (i !== undefined) vectoren[i]?.set(a[p] ?? 0, (w[p] ?? 0) / Math.sqrt(perAchter[a[p] ?? 0] ?? 1));
  }
  const lengte = vectoren.map((x) => Math.sqrt([...x.values()].reduce((s, y) => s + y * y, 0)) || 1);
  const gekozen = [0];
  const dichtst = vectoren.map((x, i) => gelijkenis(x, vectoren[0], (lengte[i] ?? 1) * (lengte[0] ?? 1)));
  while (gekozen.length < Math.min(GROEPEN, vectoren.length)) {
    let beste = -1;
    for (const [i, d] of dichtst.entries()) if (!gekozen.includes(i) && (beste === -1 || d < (dichtst[beste] ?? 0))) beste = i;
    if (beste === -1) break;
    gekozen.push(beste);
    for (const [i, x] of vectoren.entries()) dichtst[i] = Math.max(dichtst[i] ?? 0, gelijkenis(x, vectoren[beste], (lengte[i] ?? 1) * (lengte[beste] ?? 1)));
  }
  const uit = new Float64Array(voornamen * GROEPEN).fill(1 / GROEPEN);
  for (const [i, x] of vectoren.entries()) {
    const scores = gekozen.map((g) => gelijkenis(x, vectoren[g], (lengte[i] ?? 1) * (lengte[g] ?? 1)) ** 2 + 1e-4);
    const som = scores.reduce((s, y) => s + y, 0);
    for (let k = 0; k < GROEPEN; k++) uit[(vaakst[i] ?? 0) * GROEPEN + k] = (scores[k] ?? 0) / som;
  }
  return uit;
}

function gelijkenis(x: ReadonlyMap<number, number>, y: ReadonlyMap<number, number> | undefined, lengte: number): number {
  let som = 0;
  if (y !== undefined) for (const [sleutel, waarde] of x) som += waarde * (y.get(sleutel) ?? 0);
  return som / lengte;
}

function plus(tabel: Float64Array, plaats: number, erbij: number): void {
  tabel[plaats] = (tabel[plaats] ?? 0) + erbij;
}

function kolomsom(tabel: Float64Array): Float64Array<ArrayBuffer> {
  const uit = new Float64Array(GROEPEN);
  for (let i = 0; i < tabel.length; i++) plus(uit, i % GROEPEN, tabel[i] ?? 0);
  return uit;
}

/** Share of each group of all. */
function totalen(tabel: Float64Array, per: Float64Array): Float64Array<ArrayBuffer> {
  const som = per.reduce((s, x) => s + x, 0) || 1;
  return kolomsom(tabel).map((x) => Math.max(x, 1e-9) / som);
}

/** Numbers for names, in the order in which they come. */
class Nummering {
  readonly #nummers = new Map<string, number>();

  get aantal(): number {
    return this.#nummers.size;
  }

  nummer(naam: string): number {
    const al = this.#nummers.get(naam);
    if (al !== undefined) return al;
    this.#nummers.set(naam, this.#nummers.size);
    return this.#nummers.size - 1;
  }

  ken(naam: string): number | undefined {
    return this.#nummers.get(naam);
  }
}
