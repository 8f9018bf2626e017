import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Kans } from './kans.ts';

/** Where a name comes from. Only the generator knows it; the matcher is never told. */
export const groepen = ['nl', 'mar', 'tr', 'sur', 'pl', 'ov'] as const;
export type Groep = (typeof groepen)[number];
const AANDEEL: readonly (readonly [Groep, number])[] = [['mar', 0.05], ['tr', 0.05], ['sur', 0.05], ['pl', 0.03], ['ov', 0.05], ['nl', 1]];

export interface Mens {
  /** Stable over runs: household × 8 + place in it. */
  id: number;
  groep: Groep;
  geslacht: 'm' | 'v';
  voornamen: readonly string[];
  voorvoegsel: string;
  achternaam: string;
  partner: string;
  geboren: readonly [jaar: number, maand: number, dag: number];
  adres: Plek;
  vorigAdres: Plek;
  telefoon: string;
}
export interface Plek {
  postcode: string;
  huisnummer: number;
  toevoeging: string;
}

interface Lijst {
  namen: readonly string[];
  /** Running total of the weights. */
  tot: readonly number[];
}

const MAP = path.join(import.meta.dirname, 'namen');
const VAAK: Readonly<Record<'m' | 'v', string>> = {
  m: 'Johannes Jan Cornelis Hendrik Willem Pieter Gerrit Petrus Jacobus Antonius Peter Johan Jacob Adrianus Dirk Martinus Henk Franciscus Theodorus Kees Wim Gerardus Erik Robert Marcel Mark Paul Frank Jeroen Dennis Martijn Bart Thomas Tim Rob Hans Michael Daan Sem Lucas Bram Jesse Lars Niels Rick Kevin Ruben Thijs Sven Max Stefan Sander Bas Wouter Arjan Edwin Patrick Ronald Richard Bert Gerard',
  v: 'Maria Johanna Anna Cornelia Elisabeth Wilhelmina Catharina Hendrika Adriana Petronella Margaretha Helena Jacoba Geertruida Theodora Monique Esther Petra Sandra Linda Ingrid Marieke Sophie Emma Julia Lisa Anouk Sanne Lotte Eva Iris Femke Laura Kim Naomi Manon Michelle Melissa Denise Marloes Nicole Angelique Bianca Wilma Jolanda Karin Saskia Astrid Carla Anja Yvonne Ellen Marjan Ria Tessa Fleur',
};
const VOORVOEGSELS = ['van den', 'van der', 'van de', 'van', 'de', 'den', 'der', 'ter', 'ten', "van 't", "'t", 'in het', 'op den', 'te', 'van het', 'uit den', 'von', 'du', 'le', 'la', 'el', 'della', 'di', 'da', 'dos', 'des'];

function lees(bestand: string): string[] {
  return readFileSync(path.join(MAP, `${bestand}.txt`), 'utf8').split('\n').filter((r) => r !== '');
}

function opgeteld(paren: readonly (readonly [string, number])[]): Lijst {
  let som = 0;
  return { namen: paren.map(([n]) => n), tot: paren.map(([, w]) => (som += w)) };
}

function trek({ namen, tot }: Lijst, kans: Kans): string {
  const doel = kans.deel() * (tot.at(-1) ?? 0);
  let [van, tm] = [0, tot.length - 1];
  while (van < tm) {
    const midden = (van + tm) >> 1;
    if ((tot[midden] ?? 0) > doel) tm = midden;
    else van = midden + 1;
  }
  return namen[van] ?? '';
}

/** The n-th most frequent name of a list of which only the order is known, after Zipf. */
const naarRang = (namen: readonly string[], macht: number): Lijst => opgeteld(namen.map((n, i) => [n, (i + 3) ** -macht]));

/** In an order that has nothing to do with the alphabet. */
function schud(namen: readonly string[], zaad: number): string[] {
  const kans = new Kans(zaad);
  return namen.map((n) => [kans.deel(), n] as const).sort((a, b) => a[0] - b[0]).map(([, n]) => n);
}

const achternamen: Record<Groep, Lijst> = {
  // Below the thousand counted ones every tenth name stands for ten: 31 % of the people have a counted name.
  nl: (() => {
    const regels = lees('achternamen-nl').map((r) => r.split('\t'));
    const geteld = regels.filter((r) => r.length === 2).map(([n = '', a]) => [n, Number(a)] as const);
    const rest = regels.filter((r) => r.length === 1).map(([n = '']) => n);
    const over = (geteld.reduce((s, [, a]) => s + a, 0) / 0.45) * 0.55;
    const gewicht = schud(rest, 5).map((n, i) => [n, (i + 400) ** -0.8] as const);
    const som = gewicht.reduce((s, [, w]) => s + w, 0);
    return opgeteld([...geteld, ...gewicht.map(([n, w]) => [n, (w / som) * over] as const)]);
  })(),
  mar: naarRang(schud(lees('achternamen-mar').join('|').split('|'), 6), 0.6), tr: naarRang(schud(lees('achternamen-tr'), 7), 0.7), sur: naarRang(schud(lees('achternamen-sur').join('|').split('|'), 8), 0.5),
  pl: naarRang(schud(lees('achternamen-pl'), 9), 0.7), ov: naarRang(schud(lees('achternamen-ov'), 10), 0.6),
};

function voornamenVan(groep: Groep, geslacht: 'm' | 'v'): Lijst {
  const regels = lees(`voornamen-${groep}`).flatMap((r) => (r.startsWith(`${geslacht} `) ? r.slice(2).split('|') : []));
  const eerst = groep === 'nl' ? VAAK[geslacht].split(' ') : [];
  const gewoon = groep === 'mar' || groep === 'sur' ? regels : schud(regels.filter((n) => !eerst.includes(n)), 11);
  return naarRang([...eerst, ...gewoon], groep === 'nl' ? 0.85 : 0.8);
}
const voornamen = Object.fromEntries(groepen.map((g) => [g, { m: voornamenVan(g, 'm'), v: voornamenVan(g, 'v') }])) as Record<Groep, Record<'m' | 'v', Lijst>>;

/** Everyone of one household, in which families live: partners, children (sometimes twins), a parent, a son with his father's name. */
export function huishouden(nummer: number): Mens[] {
  const kans = new Kans(nummer, 77);
  const lot = kans.deel();
  let som = 0;
  const groep = AANDEEL.find(([, a]) => (som += a) > lot)?.[0] ?? 'nl';
  const achternaam = naam(groep, kans);
  const adres = plek(kans);
  const vorige = plek(kans);
  const vast = telefoon(kans);
  const grootte = [1, 1, 2, 2, 2, 3, 4, 4, 5][kans.onder(9)] ?? 1;
  const ouderjaar = 1940 + kans.onder(62);
  const uit: Mens[] = [];
  const voeg = (geslacht: 'm' | 'v', jaar: number, sur: readonly [string, string], anders: Partial<Mens> = {}): void => {
    const mens: Mens = {
      id: nummer * 8 + uit.length, groep, geslacht, voornamen: eigenNamen(groep, geslacht, kans), voorvoegsel: sur[0], achternaam: sur[1], partner: '', geboren: geboortedag(groep, jaar, kans), adres,
      vorigAdres: kans.lukt(0.6) ? vorige : plek(kans), telefoon: kans.lukt(0.1) ? vast : telefoon(kans), ...anders,
    };
    uit.push(mens);
  };
  const eerste = kans.lukt(0.5) ? 'm' : 'v';
  voeg(eerste, ouderjaar, achternaam);
  if (grootte >= 2 && kans.lukt(0.85)) {
    const eigen = kans.lukt(0.15) ? achternaam : naam(groep, kans);
    voeg(eerste === 'm' ? 'v' : 'm', ouderjaar - 4 + kans.onder(9), eigen, groep === 'nl' && kans.lukt(0.4) ? { partner: [achternaam[0], achternaam[1]].filter((x) => x !== '').join(' ') } : {});
  }
  while (uit.length < grootte) {
    const vorig = uit.at(-1);
    const geslacht = kans.lukt(0.5) ? 'm' : 'v';
    // One birth in seventy is of twins; one son in thirty has his father's first name.
    if (uit.length >= 3 && vorig !== undefined && kans.lukt(0.028)) voeg(geslacht, 0, achternaam, { geboren: vorig.geboren });
    else if (kans.lukt(0.033) && uit[0] !== undefined && uit[0].geslacht === geslacht) voeg(geslacht, ouderjaar + 22 + kans.onder(15), achternaam, { voornamen: uit[0].voornamen });
    else voeg(geslacht, ouderjaar + 20 + kans.onder(20), achternaam);
  }
  return uit;
}

function naam(groep: Groep, kans: Kans): [string, string] {
  const heel = trek(achternamen[groep], kans);
  if (groep === 'mar') return [kans.lukt(0.4) ? 'El' : kans.lukt(0.12) ? 'Ben' : kans.lukt(0.1) ? 'Ait' : '', heel];
  const klein = heel.toLowerCase();
  const voor = groep === 'nl' ? VOORVOEGSELS.find((v) => klein.startsWith(`${v} `)) : undefined;
  return voor === undefined ? ['', heel] : [heel.slice(0, voor.length), heel.slice(voor.length + 1)];
}

function eigenNamen(groep: Groep, geslacht: 'm' | 'v', kans: Kans): string[] {
  const aantal = groep === 'nl' ? [1, 1, 2, 2, 3][kans.onder(5)] ?? 1 : kans.lukt(0.15) ? 2 : 1;
  return [...new Set(Array.from({ length: aantal }, () => trek(voornamen[groep][geslacht], kans)))];
}

/** Who was born where days were not written down has 1 January or 1 July in the passport. */
const ONBEKENDE_DAG: Readonly<Record<Groep, number>> = { nl: 0, mar: 0.18, tr: 0.14, sur: 0.01, pl: 0, ov: 0.05 };

function geboortedag(groep: Groep, ruw: number, kans: Kans): readonly [number, number, number] {
  const jaar = Math.min(2024, ruw);
  if (jaar < 1985 && kans.lukt(ONBEKENDE_DAG[groep] * 2)) return [jaar, kans.lukt(0.7) ? 1 : 7, 1];
  const maand = 1 + kans.onder(12);
  return [jaar, maand, 1 + kans.onder([31, jaar % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][maand - 1] ?? 30)];
}

const LETTERS = 'ABCDEFGHJKLMNPRSTVWXZ';

export function plek(kans: Kans): Plek {
  return {
    postcode: `${1000 + kans.onder(4000) * 2}${LETTERS[kans.onder(21)]}${LETTERS[kans.onder(21)]}`, huisnummer: 1 + Math.floor(kans.deel() ** 2 * 300),
    toevoeging: kans.lukt(0.15) ? kans.kies(['A', 'B', 'C', 'hs', '1', '2', '3', 'bis', 'II', 'III']) : '',
  };
}

function telefoon(kans: Kans): string {
  return `06${String(10_000_000 + kans.onder(89_999_999))}`;
}

/** Whether this one of the household is in the register: six in ten, so that housemates and twins of a registered person are not. */
export function staatErin(m: Mens): boolean {
  return new Kans(m.id, 901).lukt(0.6);
}
