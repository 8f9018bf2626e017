import type { Persoonsgegevens } from '../../src/herkennen/index.ts';
import { plek, type Mens } from './bevolking.ts';
import type { Kans } from './kans.ts';

/**
 * How a person is written down another time. Own tables, apart from the rules of the matcher: what keyboards, ears, forms and systems do.
 * Rates of the mix: HMPPS person match (12 % of names not the same, 4.6 % of dates wrong, 20 % moved).
 */
export const klassen = ['naam_gebdat', 'naam_gebdat_adres', 'voorletter_gebdat', 'naam_adres', 'voorletter_adres', 'achternaam_gebdat', 'naam', 'naam_telefoon'] as const;
export type Klasse = (typeof klassen)[number];
/** `mix`: errors at the rates above; `schoon`: none; `een`, `twee`: exactly so many. */
export type Fouten = 'mix' | 'schoon' | 'een' | 'twee';

interface Vorm {
  voornamen: string[];
  voorvoegsel: string;
  achternaam: string;
  geboren: [number, number, number];
  samen: boolean;
}

const BUURTOETSEN: Readonly<Record<string, string>> = {
  a: 'sqz', b: 'vn', c: 'xv', d: 'sf', e: 'wr', f: 'dg', g: 'fh', h: 'gj', i: 'uo', j: 'hk', k: 'jl', l: 'k', m: 'n', n: 'bm', o: 'ip', p: 'o', r: 'et', s: 'ad', t: 'ry', u: 'yi', v: 'cb', w: 'eq', x: 'zc', y: 'tu', z: 'xs',
};
/** What someone writes who only heard the name. */
const GEHOORD: readonly (readonly [string, string])[] = [
  ['ij', 'ei'], ['ei', 'ij'], ['ij', 'y'], ['y', 'ij'], ['ck', 'k'], ['k', 'ck'], ['c', 'k'], ['ss', 's'], ['s', 'ss'], ['nn', 'n'], ['ll', 'l'], ['l', 'll'], ['tt', 't'], ['t', 'tt'], ['oo', 'o'], ['aa', 'a'], ['ee', 'e'], ['e', 'ee'], ['ou', 'au'], ['au', 'ou'], ['ou', 'oe'], ['oe', 'ou'],
  ['u', 'oe'], ['oe', 'u'], ['ph', 'f'], ['f', 'ph'], ['v', 'f'], ['f', 'v'], ['z', 's'], ['s', 'z'], ['th', 't'], ['t', 'th'], ['d', 'dt'], ['dt', 't'], ['g', 'ch'], ['ch', 'g'], ['ch', 'sh'], ['sh', 'sj'], ['sj', 'sh'], ['j', 'dj'], ['dj', 'j'], ['kh', 'ch'], ['gh', 'g'], ['i', 'ie'], ['ie', 'i'], ['ui', 'uy'], ['ae', 'aa'],
  ['m', 'mm'], ['h', ''], ['x', 'ks'], ['ks', 'x'], ['w', 'v'], ['ş', 's'], ['ç', 'c'], ['ı', 'i'], ['ö', 'o'], ['ü', 'u'], ['ğ', 'g'], ['ł', 'l'], ['ń', 'n'], ['ö', 'oe'], ['ü', 'ue'], ['a', 'e'], ['e', 'a'], ['en', 'e'], ['i', 'y'], ['y', 'i'], ['q', 'k'],
];
const ROEP: Readonly<Record<string, string>> = {
  Johannes: 'Hans', Cornelis: 'Kees', Hendrik: 'Henk', Willem: 'Wim', Pieter: 'Piet', Jacobus: 'Jaap', Antonius: 'Ton', Petrus: 'Peter', Adrianus: 'Ad', Martinus: 'Rien', Franciscus: 'Frans', Theodorus: 'Theo', Gerardus: 'Gerard', Robert: 'Rob', Elisabeth: 'Els', Wilhelmina: 'Willie', Catharina: 'Tineke', Johanna: 'Hanneke',
  Cornelia: 'Corrie', Maria: 'Ria', Hendrika: 'Riek', Margaretha: 'Greet', Petronella: 'Nel', Adriana: 'Jana', Geertruida: 'Truus', Theodora: 'Dora', Mohamed: 'Mo', Mohammed: 'Mo', Michael: 'Mike', Thomas: 'Tom', Jeroen: 'Jer', Abdelkader: 'Kader', Mustafa: 'Musti', Katarzyna: 'Kasia', Wojciech: 'Wojtek', Aleksandra: 'Ola', Alexander: 'Alex', Patrick: 'Pat',
};

function tikfout(w: string, kans: Kans): string {
  if (w.length < 3) return w;
  const i = kans.onder(w.length);
  const c = w[i] ?? '';
  switch (kans.onder(4)) {
    case 0: return w.slice(0, i) + w.slice(i + 1);
    case 1: return w.slice(0, i) + (BUURTOETSEN[c.toLowerCase()]?.[kans.onder(2)] ?? 'e') + w.slice(i + 1);
    case 2: return i + 1 < w.length ? w.slice(0, i) + (w[i + 1] ?? '') + c + w.slice(i + 2) : w + c;
    default: return w.slice(0, i) + c + (kans.lukt(0.5) ? c : BUURTOETSEN[c.toLowerCase()]?.[0] ?? 'n') + w.slice(i + 1);
  }
}

function verhoord(w: string, kans: Kans): string {
  const klein = w.toLowerCase();
  const kan = GEHOORD.filter(([van]) => klein.includes(van));
  if (kan.length === 0) return tikfout(w, kans);
  const [van, naar] = kans.kies(kan);
  const i = klein.indexOf(van, kans.onder(klein.lastIndexOf(van) + 1));
  return w.slice(0, i) + naar + w.slice(i + van.length);
}

type Fout = (v: Vorm, m: Mens, kans: Kans) => void;

/** Errors in a name, as often as they are seen next to each other. */
const NAAMFOUTEN: readonly (readonly [number, Fout])[] = [
  [22, (v, _, k) => { v.achternaam = verhoord(v.achternaam, k); }],
  [16, (v, _, k) => { v.achternaam = tikfout(v.achternaam, k); }],
  [14, (v, _, k) => { v.voornamen[0] = verhoord(v.voornamen[0] ?? '', k); }],
  [8, (v, _, k) => { v.voornamen[0] = tikfout(v.voornamen[0] ?? '', k); }],
  [14, (v, m, k) => { const roep = ROEP[m.voornamen[0] ?? '']; if (roep === undefined) v.voornamen[0] = verhoord(v.voornamen[0] ?? '', k); else v.voornamen = [roep]; }],
  [8, (v, m, k) => { if (m.partner === '') v.achternaam = verhoord(v.achternaam, k); else if (k.lukt(0.5)) { v.achternaam = m.partner; v.voorvoegsel = ''; } else v.achternaam = `${m.partner}-${v.achternaam}`; }],
  [6, (v, m, k) => { if (m.voornamen.length > 1) v.voornamen = [m.voornamen[1] ?? '']; else v.voornamen[0] = tikfout(v.voornamen[0] ?? '', k); }],
  [8, (v, _, k) => { if (v.voorvoegsel === '') v.achternaam = tikfout(v.achternaam, k); else v.samen = true; }],
  [2, (v) => { const [eerste = ''] = v.voornamen; v.voornamen = [v.achternaam]; v.achternaam = eerste; v.voorvoegsel = ''; }],
  [2, (v, _, k) => { v.achternaam = tikfout(verhoord(v.achternaam, k), k); }],
];

const DATUMFOUTEN: readonly (readonly [number, Fout])[] = [
  [17, (v, _, k) => { const d = [...`${v.geboren[0]}`.padStart(4, '0')]; const i = 2 + k.onder(2); d[i] = String((Number(d[i]) + 1 + k.onder(9)) % 10); v.geboren[0] = Number(d.join('')); }],
  [12, (v, _, k) => { v.geboren[2] = 1 + ((v.geboren[2] + k.onder(27)) % 28); }],
  [7, (v) => { if (v.geboren[2] <= 12) v.geboren = [v.geboren[0], v.geboren[2], v.geboren[1]]; else v.geboren[2] -= 10; }],
  [6, (v, _, k) => { v.geboren[1] = 1 + ((v.geboren[1] + k.onder(11)) % 12); }],
  [6, (v, _, k) => { v.geboren[0] += k.lukt(0.5) ? 1 : -1; }],
  [4, (v) => { v.geboren = [v.geboren[0], 1, 1]; }],
  [6, (v, _, k) => { v.geboren = [v.geboren[0] - 5 + k.onder(11), 1 + k.onder(12), 1 + k.onder(28)]; }],
];

function trekFout(lijst: readonly (readonly [number, Fout])[], kans: Kans): Fout {
  let doel = kans.deel() * lijst.reduce((s, [g]) => s + g, 0);
  for (const [gewicht, fout] of lijst) if ((doel -= gewicht) < 0) return fout;
  return () => {};
}

/** The question someone asks about this person, with what the class of evidence gives. */
export function vraagOver(m: Mens, klasse: Klasse, fouten: Fouten, kans: Kans): Persoonsgegevens {
  const v: Vorm = { voornamen: [...m.voornamen], voorvoegsel: m.voorvoegsel, achternaam: m.achternaam, geboren: [...m.geboren], samen: false };
  const metDatum = klasse.includes('gebdat');
  const doe = (lijst: typeof NAAMFOUTEN): void => trekFout(lijst, kans)(v, m, kans);
  if (fouten === 'mix') {
    if (kans.lukt(0.12)) doe(NAAMFOUTEN);
    if (metDatum && kans.lukt(0.046)) doe(DATUMFOUTEN);
  } else if (fouten !== 'schoon') {
    for (let i = 0; i < (fouten === 'een' ? 1 : 2); i++) doe(metDatum && kans.lukt(0.25) ? DATUMFOUTEN : NAAMFOUTEN);
  }
  // Most people give only the first of their names.
  if (kans.lukt(0.6)) v.voornamen = v.voornamen.slice(0, 1);
  const voor = klasse.startsWith('voorletter') ? (v.voornamen[0] ?? '').slice(0, 1) : klasse === 'achternaam_gebdat' ? '' : v.voornamen.join(' ');
  const verhuisd = fouten !== 'schoon' && kans.lukt(0.2);
  const adres = verhuisd ? plek(kans) : { ...m.adres, toevoeging: fouten !== 'schoon' && kans.lukt(0.1) ? '' : m.adres.toevoeging };
  const [jaar, maand, dag] = v.geboren;
  return {
    voornamen: voor, voorvoegsel: v.samen ? '' : v.voorvoegsel, geslachtsnaam: v.samen ? `${v.voorvoegsel}${v.achternaam}`.replaceAll(' ', '') : v.achternaam,
    ...(metDatum ? { geboortedatum: `${dag}-${maand}-${jaar}` } : {}),
    ...(klasse.endsWith('adres') ? { adressen: [adres] } : {}),
    ...(klasse === 'naam_telefoon' ? { telefoons: [m.telefoon] } : {}),
  };
}

/** The record as the register has it. */
export function ingeschreven(m: Mens): Persoonsgegevens {
  const [jaar, maand, dag] = m.geboren;
  return {
    voornamen: m.voornamen.join(' '), voorvoegsel: m.voorvoegsel, geslachtsnaam: m.achternaam, partnernaam: m.partner, geboortedatum: { jaar, maand, dag },
    adressen: [m.adres, m.vorigAdres], telefoons: [m.telefoon],
  };
}
