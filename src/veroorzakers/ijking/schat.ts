import { standaardgewichten, type Gewichten, type Ijkveld } from '../../herkennen/index.ts';
import { geldendeKansen } from './gewichten.ts';

/*
 * What the decisions of people say about the weights. Pure. Per field and level the share among those that were decided to be the same person
 * is an estimate of the m-probability (Fellegi and Sunter), drawn toward the weight that comes with Rugdekking.
 */

/** What was decided of one pair, with how its fields related: no names, no values. */
export interface Besluit {
  uitkomst: 'dezelfde' | 'niet_dezelfde';
  redenen: readonly { veld: string; niveau: string }[];
}

export interface Niveauschatting {
  niveau: string;
  dezelfde: number;
  nietDezelfde: number;
  /** m-probability in force, as seen, and as proposed; the bounds hold the true one with 95 %. */
  nu: number;
  gezien: number;
  onder: number;
  boven: number;
  voorstel: number;
  /** More often or less often than chance around the weight in force explains. */
  wijktAf: boolean;
}

export interface Veldschatting {
  veld: Ijkveld;
  /** Decisions in which this field was compared. */
  dezelfde: number;
  nietDezelfde: number;
  /** `te_weinig` and `klopt`: the weights stay. */
  uitkomst: 'te_weinig' | 'klopt' | 'wijkt_af';
  niveaus: Niveauschatting[];
}

export interface Schatting {
  dezelfde: number;
  nietDezelfde: number;
  velden: Veldschatting[];
  /** The weights if the proposal is taken over; null when nothing would change. */
  voorstel: Gewichten | null;
}

/** Fewer decisions of "the same" in which a field was compared say nothing about its weights. */
export const MINSTENS = 200;
/** The weight that comes with Rugdekking counts for as many decisions as this: always that one, so that asking twice says the same. */
const GLAD = 200;
/** Chance that a register in which nothing is different is called different, over all levels together. */
const VALS = 0.01;
/** No weight shifts further at once; and below this (bits) a shift is none. */
const STAP = 4;
const MERKBAAR = 0.05;
/**
 * What differs is seen less often than it happens, because pairs that differ much are not shown to anyone. So a difference never comes to weigh
 * more than twice as heavy as in the standard; otherwise each time fewer would be shown.
 */
const MINST_VAN_STANDAARD = 0.5;

const velden = Object.keys(standaardgewichten) as Ijkveld[];
const AANTAL_NIVEAUS = velden.reduce((n, v) => n + Object.keys(standaardgewichten[v]).length, 0);

/** `geldend`: the weights that the matcher reckons with now; null is the standard. */
export function schat(besluiten: Iterable<Besluit>, geldend: Gewichten | null): Schatting {
  const tellers = new Map(velden.map((v) => [v, { dezelfde: new Map<string, number>(), niet_dezelfde: new Map<string, number>() }]));
  const totaal = { dezelfde: 0, niet_dezelfde: 0 };
  for (const { uitkomst, redenen } of besluiten) {
    totaal[uitkomst]++;
    for (const [veld, teller] of tellers) {
      const niveau = niveauVan(veld, redenen);
      if (niveau !== null) teller[uitkomst].set(niveau, (teller[uitkomst].get(niveau) ?? 0) + 1);
    }
  }
  const uit = [...tellers].map(([veld, t]) => schatVeld(veld, t.dezelfde, t.niet_dezelfde, geldend));
  const anders = uit.filter((v) => v.uitkomst === 'wijkt_af');
  const voorstel = anders.length === 0 ? null : { ...geldend, ...Object.fromEntries(anders.map((v) => [v.veld, Object.fromEntries(v.niveaus.map((n) => [n.niveau, n.voorstel]))])) };
  return { dezelfde: totaal.dezelfde, nietDezelfde: totaal.niet_dezelfde, velden: uit, voorstel };
}

/** How this field related; null when it was not compared, or in a way that is no level of its own. The first reason of a field is the one that counts. */
function niveauVan(veld: Ijkveld, redenen: Besluit['redenen']): string | null {
  const niveau = redenen.find((r) => r.veld === veld)?.niveau;
  if (niveau === undefined) return null;
  // Of a date of which only a part was known, that part was equal.
  const telt = veld === 'geboortedatum' && niveau === 'deel' ? 'gelijk' : niveau;
  return Object.hasOwn(standaardgewichten[veld], telt) ? telt : null;
}

function schatVeld(veld: Ijkveld, wel: ReadonlyMap<string, number>, niet: ReadonlyMap<string, number>, geldend: Gewichten | null): Veldschatting {
  const som = (m: ReadonlyMap<string, number>): number => [...m.values()].reduce((s, x) => s + x, 0);
  const n = som(wel);
  const nu = geldendeKansen(veld, geldend);
  const standaard = geldendeKansen(veld, null);
  const heel = som(standaard);
  const ruw = new Map([...nu].map(([niveau, kans]) => {
    const begin = standaard.get(niveau) ?? kans;
    const glad = ((wel.get(niveau) ?? 0) + (begin / heel) * GLAD) / (n + GLAD) * heel;
    const minstens = niveau === 'gelijk' ? 0 : begin * MINST_VAN_STANDAARD;
    return [niveau, Math.min(kans * STAP, Math.max(kans / STAP, minstens, glad))];
  }));
  // What the bounds gave or took is made up with "gelijk", so that all together stay all there is.
  const over = heel - som(ruw) + (ruw.get('gelijk') ?? 0);
  ruw.set('gelijk', Math.min(0.999, Math.max((nu.get('gelijk') ?? 0) / STAP, over)));
  const niveaus = [...nu].map(([niveau, kans]): Niveauschatting => {
    const k = wel.get(niveau) ?? 0;
    const [onder, boven] = wilson(k, n);
    return { niveau, dezelfde: k, nietDezelfde: niet.get(niveau) ?? 0, nu: kans, gezien: n === 0 ? 0 : k / n, onder, boven, voorstel: kans, wijktAf: n >= MINSTENS && toevalskans(k, n, kans / heel) < VALS / AANTAL_NIVEAUS };
  });
  const schuift = niveaus.some((x) => Math.abs(Math.log2((ruw.get(x.niveau) ?? x.nu) / x.nu)) > MERKBAAR);
  const uitkomst = n < MINSTENS ? 'te_weinig' : schuift && niveaus.some((x) => x.wijktAf) ? 'wijkt_af' : 'klopt';
  return { veld, dezelfde: n, nietDezelfde: som(niet), uitkomst, niveaus: uitkomst === 'wijkt_af' ? niveaus.map((x) => ({ ...x, voorstel: ruw.get(x.niveau) ?? x.nu })) : niveaus };
}

/** Bounds of a share seen k times in n, with 95 % (Wilson, 1927). */
export function wilson(k: number, n: number): [onder: number, boven: number] {
  if (n === 0) return [0, 1];
  const z2 = 1.96 ** 2;
  const p = k / n;
  const midden = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (1.96 / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return [Math.max(0, midden - half), Math.min(1, midden + half)];
}

/** Chance of seeing k or what is further off in n, when the true share is p: twice the smaller tail of the binomial distribution. */
export function toevalskans(k: number, n: number, p: number): number {
  const [lnP, lnQ] = [Math.log(p), Math.log1p(-p)];
  let ln = n * lnQ;
  let [tot, gelijk] = [0, 0];
  for (let i = 0; i <= k; i++) {
    gelijk = Math.exp(ln);
    tot += gelijk;
    ln += Math.log((n - i) / (i + 1)) + lnP - lnQ;
  }
  return Math.min(1, 2 * Math.min(tot, 1 - tot + gelijk));
}
