import type { Deel, Naam } from './naam/ontleed.ts';
import { bereid, type Persoon } from './persoon.ts';
import { gangbareFrequenties } from './frequenties.ts';
import type { Frequenties, Geboortedatum, Persoonsgegevens } from './typen.ts';
import { dagtekst } from './velden/geboortedatum.ts';

/** At most this many keys of one record or question. */
const MEEST_OPGESLAGEN = 60;
const MEEST_GEVRAAGD = 160;

/**
 * Keys to store with a record, for an index on text[]. Two records that share one are worth comparing; each key goes together with what makes
 * it rare. A letter and a dash name the kind of key.
 */
export function sleutels(p: Persoonsgegevens): string[] {
  const uit = new Set<string>();
  const persoon = bereid(p);
  bereik(persoon, uit);
  const d = persoon.geboortedatum;
  for (const naam of persoon.namen) {
    const { achter, voor } = kernen(naam);
    for (const s of achter) {
      for (const v of voor) naamsleutels(s, v, d, uit);
      if (voor.length === 0) uit.add(`s-${s.klank}`);
      if (d !== null && d.maand !== null && d.dag !== null) uit.add(`c-${s.klank} ${d.maand}.${d.dag}`);
      if (d !== null && d.jaar !== null) uit.add(`y-${s.klank} ${d.jaar}`);
    }
    const dag = d === null ? null : dagtekst(d);
    if (dag === null) continue;
    for (const s of achter) uit.add(`d-${dag} ${s.geraamte.slice(0, 2)}`);
    for (const v of voor) uit.add(`f-${dag} ${v.eerste}`);
  }
  return [...uit].slice(0, MEEST_OPGESLAGEN);
}

/** Half a surname is asked for only with a first name that fewer than this share have. */
const TE_VAAK = 1.5e-3;
/** With a whole date of birth, names are not asked for without it when more than this many are expected to have them: by sound, and by consonants alone. */
const TE_GEWOON = { klank: 15, geraamte: 5 };
/** A day on which more than this many were born (one that nobody knew: 1 January) is asked for with more of the name. */
const TE_DRUK = 150;
/** Persons in a register that did not count its own. */
const ONGETELD = 1e6;

/** Keys to ask with: those of a record, and those that an error in one of the fields would have left behind. */
export function vraagsleutels(p: Persoonsgegevens, frequenties: Frequenties = gangbareFrequenties): string[] {
  const persoon = bereid(p);
  const d = persoon.geboortedatum;
  const aantal = frequenties.aantal > 0 ? frequenties.aantal : ONGETELD;
  const dag = d === null ? null : dagtekst(d);
  const druk = (dag: string): boolean => frequenties.geboortedag(dag) * aantal > TE_DRUK;
  const metVoornaam = persoon.namen.some((n) => n.delen.some((x) => x.rol === 'voor' && !x.initiaal));
  // With a whole date, half a surname beside a first name finds no one that the date does not, and many that it should not.
  const teveel = dag === null ? /^$/ : !metVoornaam ? /^[pe]-/ : druk(dag) ? /^[pecfy]-/ : /^[pey]-/;
  const uit = new Set(sleutels(p).filter((s) => !teveel.test(s)));
  for (const naam of persoon.namen) {
    const { achter, voor } = kernen(naam);
    for (const s of achter) {
      for (const v of voor) {
        if (v.letter) continue;
        if (dag !== null) for (const soort of gewone(s, v, frequenties, aantal)) uit.delete(soort);
        if (frequenties.voornaam(v.vouw, v.klank, v.geraamte).klank > TE_VAAK) for (const half of [3, 4]) for (const soort of [`p-${s.klank.slice(0, half)} ${v.klank}`, `e-${s.klank.slice(-half)} ${v.klank}`]) uit.delete(soort);
        // First and last name in each other's field.
        if (d !== null && dag !== null) for (const soort of [`b-${v.klank} ${s.eerste} ${d.jaar}`, `a-${v.klank} ${s.klank}`]) uit.add(soort);
        else naamsleutels(v, { ...s, letter: false }, d, uit);
      }
      if (voor.length === 0 && d === null) uit.add(`s-${s.klank}`);
    }
    if (dag === null || d === null) continue;
    for (const buur of buurdagen(d)) {
      const tekst = dagtekst(buur);
      if (tekst === null) continue;
      if (voor.length > 0 && druk(tekst)) for (const s of achter) for (const v of voor) uit.add(`b-${s.klank} ${v.eerste} ${buur.jaar}`);
      else for (const s of achter) uit.add(`d-${tekst} ${s.geraamte.slice(0, 2)}`);
    }
  }
  return [...uit].slice(0, MEEST_GEVRAAGD);
}

/** The keys of a name by sound and by consonants, if many have a name like that. */
function gewone(s: Kern, v: Kern, f: Frequenties, n: number): string[] {
  const [sur, voor] = [f.achternaam(s.vouw, s.klank, s.geraamte), f.voornaam(v.vouw, v.klank, v.geraamte)];
  return [...(sur.klank * voor.klank * n > TE_GEWOON.klank ? [`a-${s.klank} ${v.klank}`] : []), ...(sur.geraamte * voor.geraamte * n > TE_GEWOON.geraamte ? [`g-${s.geraamte} ${v.geraamte}`] : [])];
}

interface Kern {
  vouw: string;
  klank: string;
  geraamte: string;
  eerste: string;
  letter: boolean;
}

function kernen(naam: Naam): { achter: Kern[]; voor: Kern[] } {
  const kern = (x: Deel): Kern => ({ vouw: x.woord.vouw, klank: x.woord.klank, geraamte: x.woord.geraamte, eerste: x.woord.klank.slice(0, 1), letter: x.initiaal });
  const voor = naam.delen.filter((x) => x.rol === 'voor');
  return { achter: naam.delen.filter((x) => x.rol === 'achter').slice(0, 3).map(kern), voor: voor.slice(0, 2).map(kern) };
}

function naamsleutels(s: Kern, v: Kern, d: Geboortedatum | null, uit: Set<string>): void {
  if (d !== null && d.jaar !== null) uit.add(`b-${s.klank} ${v.eerste} ${d.jaar}`);
  if (v.letter) {
    uit.add(`i-${s.klank} ${v.eerste}`);
    return;
  }
  uit.add(`a-${s.klank} ${v.klank}`);
  uit.add(`g-${s.geraamte} ${v.geraamte}`);
  const half = s.klank.length >= 6 ? 4 : 3;
  if (s.klank.length >= 5) {
    uit.add(`p-${s.klank.slice(0, half)} ${v.klank}`);
    uit.add(`e-${s.klank.slice(-half)} ${v.klank}`);
  }
}

function bereik(p: Persoon, uit: Set<string>): void {
  for (const t of p.telefoons) uit.add(`t-${t.slice(-9)}`);
  for (const e of p.emails) uit.add(`m-${e}`);
  for (const a of p.accounts) uit.add(`x-${a}`);
  for (const k of p.kenmerken) uit.add(`k-${k}`);
  for (const a of p.adressen) {
    if (a.huisnummer !== '' && a.postcode !== '') uit.add(`h-${a.postcode} ${a.huisnummer}`);
    else if (a.huisnummer !== '' && a.straat !== '') uit.add(`h-${a.straat} ${a.huisnummer}`);
  }
}

/** Dates of which one is easily written for the other: day and month swapped, a digit or two neighbouring digits wrong, a year beside it. */
function buurdagen(d: Geboortedatum): Geboortedatum[] {
  if (d.jaar === null || d.maand === null || d.dag === null) return [];
  const { jaar, maand, dag } = d;
  const uit: Geboortedatum[] = [];
  const voeg = (j: number, m: number, g: number): void => {
    if (m >= 1 && m <= 12 && g >= 1 && g <= 31 && j > 1880 && j < 2100) uit.push({ jaar: j, maand: m, dag: g });
  };
  if (dag <= 12 && dag !== maand) voeg(jaar, dag, maand);
  voeg(jaar - 1, maand, dag);
  voeg(jaar + 1, maand, dag);
  voeg(jaar - 10, maand, dag);
  voeg(jaar + 10, maand, dag);
  const [e, t] = [Math.floor((jaar % 100) / 10), jaar % 10];
  if (e !== t) voeg(jaar - e * 10 - t + t * 10 + e, maand, dag);
  for (const g of [dag - 1, dag + 1, dag - 10, dag + 10]) voeg(jaar, maand, g);
  if (dag > 9 && dag % 10 !== Math.floor(dag / 10)) voeg(jaar, maand, (dag % 10) * 10 + Math.floor(dag / 10));
  for (const m of [maand - 1, maand + 1, maand - 10, maand + 10]) voeg(jaar, m, dag);
  return uit;
}
