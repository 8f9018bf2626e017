import { Temporal } from 'temporal-polyfill';
import { leesDatum } from '../../kern/tijd/index.ts';

/** A date of birth as far as it was given. */
export interface Geboortedatum {
  jaar: number;
  maand: number | null;
  dag: number | null;
}

export interface Adres {
  postcode: string;
  huisnummer: number;
  /** Normalised; '' when none was given. */
  toevoeging: string;
}

export type Gelezen<T> = { ok: true; waarde: T } | { ok: false; tekst: string };
const goed = <T>(waarde: T): Gelezen<T> => ({ ok: true, waarde });
const fout = (tekst: string): { ok: false; tekst: string } => ({ ok: false, tekst });

const OUDSTE = 130;

/** Reads "7-3-1984", "7 maart 1984", "1984-03-07", "03-1984" and "1984"; empty is null. */
export function leesGeboortedatum(tekst: string, vandaag: Temporal.PlainDate): Gelezen<Geboortedatum | null> {
  const t = tekst.trim();
  if (t === '') return goed(null);
  const jaarGoed = (jaar: number): boolean => jaar > vandaag.year - OUDSTE && jaar <= vandaag.year;
  const alleenJaar = /^(\d{4})$/.exec(t);
  if (alleenJaar) return jaarGoed(Number(alleenJaar[1])) ? goed({ jaar: Number(alleenJaar[1]), maand: null, dag: null }) : fout('Dit jaar kan niet. Schrijf het geboortejaar met vier cijfers.');
  const maandJaar = /^(\d{1,2})[-/. ](\d{4})$/.exec(t);
  if (maandJaar) {
    const [maand, jaar] = [Number(maandJaar[1]), Number(maandJaar[2])];
    return maand >= 1 && maand <= 12 && jaarGoed(jaar) ? goed({ jaar, maand, dag: null }) : fout('Deze maand of dit jaar bestaat niet. Schrijf bijvoorbeeld 03-1984.');
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(t);
  const gelezen = leesDatum(iso ? `${iso[3]}-${iso[2]}-${iso[1]}` : t, vandaag);
  if (!gelezen.ok) return fout(gelezen.bericht);
  const { year, month, day } = gelezen.waarde;
  if (!/\d/.test(t) || !jaarGoed(year) || Temporal.PlainDate.compare(gelezen.waarde, vandaag) > 0) return fout('Dit kan geen geboortedatum zijn. Schrijf haar als dag, maand en jaar, bijvoorbeeld 7-3-1984.');
  return goed({ jaar: year, maand: month, dag: day });
}

/** "1234 ab" is 1234AB; empty is null. */
export function leesPostcode(tekst: string): Gelezen<string | null> {
  const t = tekst.normalize('NFKC').toUpperCase().replace(/[\s.-]/g, '');
  if (t === '') return goed(null);
  return /^[1-9]\d{3}[A-Z]{2}$/.test(t) ? goed(t) : fout('Een postcode heeft vier cijfers en twee letters, bijvoorbeeld 1234 AB.');
}

/** "12 bis hs" is 12 with BISHS; a field of its own for the toevoeging goes before what is behind the number. */
export function leesHuisnummer(nummer: string, toevoeging: string): Gelezen<{ huisnummer: number; toevoeging: string } | null> {
  const t = nummer.normalize('NFKC').trim();
  if (t === '') return toevoeging.trim() === '' ? goed(null) : fout('Vul ook het huisnummer in.');
  if (/postbus/i.test(t)) return fout('Een postbus is geen adres waar je iemand treft. Vul het woonadres in.');
  const delen = /^(\d{1,5})(?!\d)(.*)$/s.exec(t);
  const getal = Number(delen?.[1]);
  if (!delen || getal === 0) return fout('Een huisnummer begint met een cijfer, bijvoorbeeld 12 of 12-A.');
  const achter = toevoeging.trim() === '' ? (delen[2] ?? '') : toevoeging;
  const schoon = normaliseerToevoeging(achter);
  return schoon.length <= 10 ? goed({ huisnummer: getal, toevoeging: schoon }) : fout('Deze toevoeging is te lang. Vul alleen in wat achter het huisnummer staat, zoals A, 2 of hs.');
}

const ROMEINS: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', IV: '4', V: '5', VI: '6' };

/** One way of writing for what means the same: "III" and "3 hoog" are 3; "huis", "H" and "hs" are HS (persoonsherkenning, pitfall 4). */
export function normaliseerToevoeging(tekst: string): string {
  const t = tekst.normalize('NFKC').toUpperCase().replace(/HOOG|VERD(IEPING)?\.?/g, '').replace(/[^0-9A-Z]/g, '');
  if (/^(H|HS|HUIS)$/.test(t)) return 'HS';
  return ROMEINS[t] ?? t;
}

/** A name as it is looked for: no control or invisible characters, no wildcard signs; null when it has too few letters to look for anyone. */
export function leesNaam(tekst: string): Gelezen<string | null> {
  // eslint-disable-next-line no-control-regex
  const t = tekst.normalize('NFC').replace(/[\p{Cf}\u0000-\u001f\u007f*?%_\\<>"=;|{}()[\]^$]/gu, ' ').replace(/\s+/g, ' ').trim();
  if (tekst.trim() === '') return goed(null);
  if (tekst.length > 200) return fout('Deze naam is te lang. Vul voornaam en achternaam in.');
  if ((t.match(/\p{L}/gu) ?? []).length < 2) return fout('Vul de hele naam in. Met één letter of een teken als * zoeken we niet.');
  return goed(t);
}

/** Digits of a telephone number; empty is null. */
export function leesTelefoon(tekst: string): Gelezen<string | null> {
  const t = tekst.normalize('NFKC').trim();
  if (t === '') return goed(null);
  const cijfers = t.replace(/[\s().-]/g, '');
  return /^\+?\d{9,15}$/.test(cijfers) ? goed(cijfers) : fout('Dit is geen telefoonnummer dat we kunnen lezen. Schrijf bijvoorbeeld 06 12345678.');
}

/** The surname as far as it can be told from a typed name, for noticing that someone tries one name over and over; never for recognising. */
export function achternaamVan(naam: string): string {
  const [voorKomma, ...rest] = naam.split(',');
  const deel = rest.length > 0 ? (voorKomma ?? '') : naam;
  const woorden = deel.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}]+/u).filter((w) => w.length > 1);
  return woorden.at(-1) ?? '';
}
