import { Temporal } from 'temporal-polyfill';
import { veldfout } from '../../kern/fouten/index.ts';

/** What people type about a person, read into parts. Each answers what it could not read as a sentence at its field. */

/** A date of birth as far as it is known. */
export interface Geboren {
  jaar: number | null;
  maand: number | null;
  dag: number | null;
}
export const ONBEKEND: Geboren = { jaar: null, maand: null, dag: null };

const MAANDEN = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'];
const OUDST = 120;

/** "7-3-1984", "1984-03-07", "7 maart 1984", "3-1984", "1984", "00-00-1984". Throws at `veld` what is no date. */
export function leesGeboren(tekst: string, vandaag: Temporal.PlainDate, veld: string): Geboren {
  const t = tekst.trim().toLowerCase();
  if (t === '') return ONBEKEND;
  const delen = ontleed(t);
  if (delen === null) throw veldfout(veld, 'Dit herkennen we niet. Schrijf bijvoorbeeld 7-3-1984, of alleen 1984.');
  const { jaar, maand, dag } = delen;
  if (jaar > vandaag.year || jaar < vandaag.year - OUDST) throw veldfout(veld, `Het jaar ${jaar} kan niet. Controleer het geboortejaar.`);
  if (maand === null) return { jaar, maand: null, dag: null };
  if (maand > 12) throw veldfout(veld, `Maand ${maand} bestaat niet.`);
  if (dag === null) return { jaar, maand, dag: null };
  if (jaar === 1900 && maand === 1 && dag === 1) throw veldfout(veld, '1-1-1900 staat vaak voor ‘onbekend’. Weet je de datum niet? Laat het veld dan leeg.');
  if (dag > 31 || dag > Temporal.PlainYearMonth.from({ year: jaar, month: maand }).daysInMonth) throw veldfout(veld, `${dag} ${MAANDEN[maand - 1] ?? ''} ${jaar} bestaat niet. Controleer de dag.`);
  if (Temporal.PlainDate.compare({ year: jaar, month: maand, day: dag }, vandaag) > 0) throw veldfout(veld, 'Deze datum moet nog komen.');
  return { jaar, maand, dag };
}

function ontleed(t: string): { jaar: number; maand: number | null; dag: number | null } | null {
  const of = (w: string | undefined): number | null => (w === undefined || Number(w) === 0 ? null : Number(w));
  const zet = (jaar: string | undefined, maand: string | undefined, dag: string | undefined) => {
    const m = of(maand);
    return { jaar: Number(jaar), maand: m, dag: m === null ? null : of(dag) };
  };
  let m = /^(\d{4})$/.exec(t);
  if (m) return zet(m[1], undefined, undefined);
  m = /^(\d{1,2})[-/. ](\d{4})$/.exec(t);
  if (m) return zet(m[2], m[1], undefined);
  m = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(t);
  if (m) return zet(m[3], m[2], m[1]);
  m = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(t);
  if (m) return zet(m[1], m[2], m[3]);
  m = /^(\d{4})(\d{2})(\d{2})$/.exec(t);
  if (m) return zet(m[1], m[2], m[3]);
  m = /^(?:(\d{1,2})\s+)?([a-zé]+)\s+(\d{4})$/.exec(t);
  const woord = m?.[2];
  const maand = woord === undefined || woord.length < 3 ? -1 : MAANDEN.findIndex((n) => n.startsWith(woord));
  return m && maand >= 0 ? zet(m[3], String(maand + 1), m[1]) : null;
}

/** A date of birth as people write it, as far as it is known; '' when nothing is. */
export function geborenTekst({ jaar, maand, dag }: Geboren): string {
  if (jaar === null) return '';
  return [dag, maand, jaar].filter((d) => d !== null).join('-');
}

export interface Huisnummer {
  huisnummer: number | null;
  toevoeging: string;
  postbus: number | null;
}

/** "12", "12 bis hs", "12-III", "Postbus 340". */
export function leesHuisnummer(tekst: string, veld: string): Huisnummer {
  const t = tekst.trim();
  if (t === '') return { huisnummer: null, toevoeging: '', postbus: null };
  const postbus = /^post\s*bus\s*(\d{1,6})$/i.exec(t);
  if (postbus) return { huisnummer: null, toevoeging: '', postbus: Number(postbus[1]) };
  const m = /^(\d{1,5})\s*[-/ ]?\s*(.*)$/.exec(t);
  if (!m || Number(m[1]) === 0) throw veldfout(veld, 'Begin met het nummer. Bijvoorbeeld 12, 12 bis hs of Postbus 340.');
  const toevoeging = (m[2] ?? '').trim();
  if (toevoeging.length > 20 || /^\d{3,}/.test(toevoeging)) throw veldfout(veld, 'Dit lijkt geen huisnummer. Bijvoorbeeld 12 of 12 bis hs.');
  return { huisnummer: Number(m[1]), toevoeging, postbus: null };
}

export function huisnummerTekst(h: Huisnummer): string {
  if (h.postbus !== null) return `Postbus ${h.postbus}`;
  return h.huisnummer === null ? '' : [String(h.huisnummer), h.toevoeging].filter((d) => d !== '').join(' ');
}

/** A Dutch postcode as "1234 AB"; another country's as it was typed. */
export function leesPostcode(tekst: string, veld: string): string {
  const t = tekst.trim().toUpperCase();
  if (t === '') return '';
  const m = /^(\d{4})\s*([A-Z]{2})$/.exec(t);
  if (m) {
    if ((m[1] ?? '').startsWith('0')) throw veldfout(veld, 'Een postcode begint niet met een 0.');
    return `${m[1]} ${m[2]}`;
  }
  if (/^\d{4}$/.test(t)) throw veldfout(veld, 'Schrijf ook de twee letters, bijvoorbeeld 1234 AB. Weet je die niet? Laat de postcode dan leeg.');
  if (!/^[\dA-Z][\dA-Z -]{1,10}$/.test(t)) throw veldfout(veld, 'Dit is geen postcode. Bijvoorbeeld 1234 AB.');
  return t;
}

/** Lines of a field in which each line is one of several; empty lines and repeats fall away. */
export function regels(tekst: string, max: number, veld: string): string[] {
  const uit = [...new Set(tekst.split('\n').map((r) => r.trim().replace(/\s+/g, ' ')).filter((r) => r !== ''))];
  if (uit.length > max) throw veldfout(veld, `Hier passen ${max} regels.`);
  if (uit.some((r) => r.length > 200)) throw veldfout(veld, 'Een van de regels is te lang. Er passen 200 tekens op een regel.');
  return uit;
}

/**
 * Whether a text holds what looks like a burgerservicenummer: eight or nine digits that fit the elfproef (the last digit counts −1).
 * https://nl.wikipedia.org/wiki/Burgerservicenummer#11-proef
 */
export function lijktOpBsn(tekst: string): boolean {
  for (const [stuk] of tekst.normalize('NFKC').matchAll(/(?<![\d+][ .-]?)\d(?:[ .-]?\d){7,8}(?![ .-]?\d)/g)) {
    const cijfers = stuk.replace(/\D/g, '').padStart(9, '0');
    if (/^(\d)\1*$/.test(cijfers)) continue;
    const som = [...cijfers].reduce((s, c, i) => s + Number(c) * (i === 8 ? -1 : 9 - i), 0);
    if (som % 11 === 0) return true;
  }
  return false;
}

/** Refuses a burgerservicenummer wherever a number can be typed. */
export function geenBsn(tekst: string, veld: string): void {
  if (lijktOpBsn(tekst)) throw veldfout(veld, 'Dit lijkt een burgerservicenummer (BSN). Dat bewaren we niet. Gebruik een klantnummer of zaaknummer, of laat het weg.');
}
