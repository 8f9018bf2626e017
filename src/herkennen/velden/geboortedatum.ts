import type { Bewijs } from '../bewijs.ts';
import { weeg } from '../bewijs.ts';
import { schoon } from '../naam/letters.ts';
import type { Frequenties, Geboortedatum, Niveau } from '../typen.ts';

const MAANDEN: Readonly<Record<string, number>> = { jan: 1, feb: 2, mrt: 3, maa: 3, mar: 3, apr: 4, mei: 5, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, okt: 10, oct: 10, nov: 11, dec: 12 };
/** Dates that systems fill in when nobody knew: whole dates that mean nothing. */
const NIETS = new Set(['1900-1-1', '1901-1-1', '1911-11-11', '1111-11-11', '1-1-1', '9999-12-31', '9999-9-9', '1899-12-31', '1899-12-30', '1753-1-1', '1800-1-1']);

/** A date as people and registers write it; what cannot be is left out ("31-02-1980": only 1980 and February). Null when nothing is known. */
export function leesGeboortedatum(invoer: string | Geboortedatum | null | undefined): Geboortedatum | null {
  if (invoer === null || invoer === undefined) return null;
  return geldig(typeof invoer === 'string' ? uitTekst(invoer) : invoer);
}

function uitTekst(tekst: string): Geboortedatum {
  const t = schoon(tekst.slice(0, 40)).replace(/t?\s?\d{1,2}:\d{2}(?::\d{2}.*)?$/, '').trim();
  const getal = (s: string | undefined): number | null => (s === undefined || !/^\d+$/.test(s) || Number(s) === 0 ? null : Number(s));
  const niets = { jaar: null, maand: null, dag: null };
  let m = /^(\d{4})[-/. ](\d{1,2}|xx|\?\?)[-/. ](\d{1,2}|xx|\?\?)$/.exec(t);
  if (m) return { jaar: getal(m[1]), maand: getal(m[2]), dag: getal(m[3]) };
  m = /^(\d{1,2}|xx|\?\?)[-/. ](\d{1,2}|xx|\?\?)[-/. ](\d{4})$/.exec(t);
  if (m) {
    const [dag, maand] = [getal(m[1]), getal(m[2])];
    // The American order shows where the month cannot be one.
    return maand !== null && maand > 12 && dag !== null && dag <= 12 ? { jaar: getal(m[3]), maand: dag, dag: maand } : { jaar: getal(m[3]), maand, dag };
  }
  m = /^(\d{4})(\d{2})(\d{2})$/.exec(t);
  if (m) return Number(m[1]) >= 1850 && Number(m[1]) <= 2100 ? { jaar: getal(m[1]), maand: getal(m[2]), dag: getal(m[3]) } : { jaar: getal(t.slice(4)), maand: getal(t.slice(2, 4)), dag: getal(t.slice(0, 2)) };
  m = /^(?:(\d{1,2})[-/. ]+)?([a-z]{3})[a-z]*\.?[-/. ]+(?:(\d{1,2}),? )?(\d{4})$/.exec(t);
  if (m) return { jaar: getal(m[4]), maand: MAANDEN[m[2] ?? ''] ?? null, dag: getal(m[1] ?? m[3]) };
  m = /^(\d{4})(?:[-/. ](\d{1,2}))?$/.exec(t);
  if (m) return { jaar: getal(m[1]), maand: getal(m[2]), dag: null };
  m = /^(\d{1,2})[-/. ](\d{4})$/.exec(t);
  if (m) return { jaar: getal(m[2]), maand: getal(m[1]), dag: null };
  m = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2})$/.exec(t);
  // Two digits of a year: nobody is older than a hundred and few are older than ninety-five.
  if (m && Number(m[2]) <= 12) return { jaar: Number(m[3]) > 30 ? 1900 + Number(m[3]) : 2000 + Number(m[3]), maand: getal(m[2]), dag: getal(m[1]) };
  m = /^\D*(\d{4})\D*$/.exec(t);
  return m ? { ...niets, jaar: getal(m[1]) } : niets;
}

function geldig({ jaar, maand, dag }: Geboortedatum): Geboortedatum | null {
  if (NIETS.has(`${jaar ?? 0}-${maand ?? 0}-${dag ?? 0}`)) return null;
  const j = jaar !== null && jaar >= 1000 && jaar <= 2100 ? jaar : null;
  const m = maand !== null && maand >= 1 && maand <= 12 ? maand : null;
  const d = dag !== null && dag >= 1 && m !== null && dag <= dagenIn(j, m) ? dag : null;
  return j === null && d === null ? null : { jaar: j, maand: m, dag: d };
}

function dagenIn(jaar: number | null, maand: number): number {
  if (maand !== 2) return [4, 6, 9, 11].includes(maand) ? 30 : 31;
  return jaar === null || (jaar % 4 === 0 && (jaar % 100 !== 0 || jaar % 400 === 0)) ? 29 : 28;
}

/** 1 January and 1 July: what stands in a passport when the day was never written down. */
export function isPiek(d: Geboortedatum): boolean {
  return d.dag === 1 && (d.maand === 1 || d.maand === 7);
}

export function dagtekst(d: Geboortedatum): string | null {
  const twee = (n: number): string => String(n).padStart(2, '0');
  return d.jaar === null || d.maand === null || d.dag === null ? null : `${d.jaar}-${twee(d.maand)}-${twee(d.dag)}`;
}

/** m-probabilities: HMPPS (exact .948, near typing error .017, within five years .010); the parts divided by own reckoning. */
export const M = { gelijk: 0.945, dag_maand: 0.006, een_cijfer: 0.016, jaar_ernaast: 0.005, jaar_en_maand: 0.004, dag_en_maand: 0.006, alleen_jaar: 0.006, twee_cijfers: 0.005, jaar_dichtbij: 0.005, anders: 0.006 } as const;
/** Chance that a random other date relates so, over about eighty years. */
const U = { dag_maand: 3.5e-5, een_cijfer: 8.5e-4, jaar_ernaast: 7e-5, jaar_en_maand: 9e-4, dag_en_maand: 2.4e-3, alleen_jaar: 0.012, twee_cijfers: 0.02, jaar_dichtbij: 0.11, anders: 0.85 } as const;
/** Of relatives and housemates: twins, and years that lie close. */
const FAMILIE = { gelijk: 0.012, dag_maand: 1e-4, een_cijfer: 2e-3, jaar_ernaast: 2e-4, jaar_en_maand: 1.5e-3, dag_en_maand: 4e-3, alleen_jaar: 0.03, twee_cijfers: 0.03, jaar_dichtbij: 0.23, anders: 0.69 } as const;

/** Of the people born on such a day, the share whose year relates so. */
const PIEK = { een_cijfer: 0.25, jaar_ernaast: 0.035, dag_en_maand: 0.6, alleen_jaar: 0.02, jaar_dichtbij: 0.15 } as const;

/** What two dates of birth say. `voornaamklanken`: whoever has a name often registered on 1 January shares that day by chance. */
export function vergelijkGeboortedatum(a: Geboortedatum | null, b: Geboortedatum | null, frequenties: Frequenties, voornaamklanken: () => readonly string[]): Bewijs[] {
  if (a === null || b === null) return [];
  const niveau = datumniveau(a, b);
  const geef = (m: number, u: number, familie: number): Bewijs[] => [{ veld: 'geboortedatum', niveau, bits: weeg(m, u), familie: Math.min(weeg(m, u), weeg(m, familie)) }];
  const dag = dagtekst(a);
  const volledig = dag !== null && dagtekst(b) !== null;
  if (!volledig) return gedeeltelijk(a, b);
  if (niveau === 'gelijk') {
    let u = frequenties.geboortedag(dag);
    if (isPiek(a)) u = Math.max(u, ...voornaamklanken().map((k) => frequenties.piek(k) / 60));
    return geef(M.gelijk, u, FAMILIE.gelijk + u);
  }
  // Two days nobody knew: the day and month agree by themselves, only the years are compared.
  if (isPiek(a) && isPiek(b) && niveau in PIEK) {
    const piek = Math.max(0.004, ...voornaamklanken().map((k) => frequenties.piek(k)));
    const u = Math.max(U[niveau as keyof typeof U], piek * PIEK[niveau as keyof typeof PIEK]);
    return geef(M[niveau as keyof typeof M], u, Math.max(u, FAMILIE[niveau as keyof typeof FAMILIE]));
  }
  // A day nobody knew does not contradict another day in the same year.
  if (niveau !== 'dag_maand' && a.jaar === b.jaar && (isPiek(a) || isPiek(b)) && niveau !== 'een_cijfer') return geef(0.02, U.alleen_jaar, FAMILIE.alleen_jaar);
  return niveau in U ? geef(M[niveau as keyof typeof U], U[niveau as keyof typeof U], FAMILIE[niveau as keyof typeof U]) : [];
}

/** Only the parts both know. */
function gedeeltelijk(a: Geboortedatum, b: Geboortedatum): Bewijs[] {
  let bits = 0;
  let gelijk = true;
  for (const [deel, m, u] of [['jaar', 0.97, 1 / 70], ['maand', 0.97, 1 / 12], ['dag', 0.97, 1 / 30]] as const) {
    const [x, y] = [a[deel], b[deel]];
    if (x === null || y === null) continue;
    const naast = deel === 'jaar' && Math.abs(x - y) === 1;
    gelijk &&= x === y;
    bits += x === y ? weeg(m, u) : naast ? weeg(0.02, 0.028) : weeg(1 - m, 1 - u);
  }
  return bits === 0 ? [] : [{ veld: 'geboortedatum', niveau: gelijk ? 'deel' : 'anders', bits, familie: Math.min(bits, gelijk ? 4 : bits) }];
}

function datumniveau(a: Geboortedatum, b: Geboortedatum): Niveau {
  const [dag, maand, jaar] = [a.dag === b.dag, a.maand === b.maand, a.jaar === b.jaar];
  if (dag && maand && jaar) return 'gelijk';
  if (jaar && a.dag === b.maand && a.maand === b.dag) return 'dag_maand';
  if (dag && maand && a.jaar !== null && b.jaar !== null && Math.abs(a.jaar - b.jaar) === 1) return 'jaar_ernaast';
  if (eenCijfer(cijfers(a), cijfers(b))) return 'een_cijfer';
  if (dag && maand) return 'dag_en_maand';
  if (jaar && maand) return 'jaar_en_maand';
  if (jaar) return 'alleen_jaar';
  if (verschillen(cijfers(a), cijfers(b)).length === 2) return 'twee_cijfers';
  return a.jaar !== null && b.jaar !== null && Math.abs(a.jaar - b.jaar) <= 5 ? 'jaar_dichtbij' : 'anders';
}

function cijfers(d: Geboortedatum): string {
  const twee = (n: number | null): string => String(n ?? 0).padStart(2, '0');
  return `${twee(d.dag)}${twee(d.maand)}${String(d.jaar ?? 0).padStart(4, '0')}`;
}

/** One other digit, or two neighbours swapped. */
function eenCijfer(a: string, b: string): boolean {
  const anders = verschillen(a, b);
  const [i = 0, j = 0] = anders;
  return anders.length === 1 || (anders.length === 2 && j === i + 1 && a[i] === b[j] && a[j] === b[i]);
}

/** The places that differ. */
function verschillen(a: string, b: string): number[] {
  const uit: number[] = [];
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) uit.push(i);
  return uit;
}
