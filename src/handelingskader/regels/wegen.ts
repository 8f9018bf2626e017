import type { Sanctie } from './kader.ts';
import { maatregelsoorten, type Maatregelsoort } from './soorten.ts';

/*
 * Weighing sanctions: which is the heavier, and what remains for a person to choose when several rules apply. Everything only ever
 * goes up: an extra behaviour, an extra earlier incident or an extra rule never makes an outcome lighter.
 */

/** One possible sanction with the bounds of its length in months. */
export interface Mogelijk {
  /** Without the bijkomende ones, in a fixed order. */
  maatregelen: readonly Maatregelsoort[];
  rang: number;
  heeftDuur: boolean;
  /** At least this many months; with `langerDan` more than this. */
  van: number;
  langerDan: boolean;
  /** At most, as far as a rule says so; null when none does. */
  tot: number | null;
  /** "Heavier" than a rule that goes up to this many months: another rule that stops before it does not bound it. */
  voorbij: number | null;
  /** With whom the length is agreed, where a rule leaves it open. */
  open: readonly string[];
  /** Heavier without saying how much: a lower bound for what other rules say, no sanction of its own beside them. */
  alleenOndergrens: boolean;
  /** Codes of the rules it comes from. */
  van_regels: readonly string[];
}

const bijkomend = (m: Maatregelsoort): boolean => maatregelsoorten[m].bijkomend;
export const rangVan = (maatregelen: readonly Maatregelsoort[]): number => Math.max(0, ...maatregelen.map((m) => maatregelsoorten[m].rang));
export const sleutelVan = (m: Pick<Mogelijk, 'maatregelen'>): string => m.maatregelen.join('+');

export function mogelijk(s: Sanctie, regel: string): Mogelijk {
  const maatregelen = [...new Set(s.maatregelen.filter((m) => !bijkomend(m)))].sort();
  const { duur } = s;
  const bounds = duur.soort === 'vast' ? { van: duur.maanden, tot: duur.maanden } : duur.soort === 'tussen' ? { van: Math.min(duur.van, duur.tot), tot: Math.max(duur.van, duur.tot) } : { van: 0, tot: null };
  return { maatregelen, rang: rangVan(maatregelen), heeftDuur: duur.soort !== 'geen', ...bounds, langerDan: false, voorbij: null, open: duur.soort === 'open' ? [duur.metWie] : [], alleenOndergrens: false, van_regels: [regel] };
}

export const bijkomendVan = (sancties: readonly Sanctie[]): Maatregelsoort[] => [...new Set(sancties.flatMap((s) => s.maatregelen.filter(bijkomend)))].sort();

/** Noot 2: a warning becomes a ban, or the ban is longer; by how much the table does not say. */
export function zwaarder(m: Mogelijk): Mogelijk {
  if (!m.heeftDuur) return { ...m, maatregelen: ['pandverbod'], rang: maatregelsoorten.pandverbod.rang, heeftDuur: true, van: 0, langerDan: false, tot: null, alleenOndergrens: true };
  return { ...m, langerDan: m.van > 0, tot: null, voorbij: m.tot, alleenOndergrens: true };
}

/** Below zero when a is the lighter. By measure first, then by the least length. */
export function vergelijk(a: Mogelijk, b: Mogelijk): number {
  return a.rang - b.rang || a.van - b.van || Number(a.langerDan) - Number(b.langerDan);
}

function ondergrens(a: Mogelijk, b: Mogelijk): Pick<Mogelijk, 'van' | 'langerDan'> {
  if (a.van === b.van) return { van: a.van, langerDan: a.langerDan || b.langerDan };
  const { van, langerDan } = a.van > b.van ? a : b;
  return { van, langerDan };
}

const uniek = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];

const hoogste = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b));

/** Both apply: at least the heavier of the two, at most what the most lenient of them allows. */
export function samen(a: Mogelijk, b: Mogelijk): Mogelijk {
  const { van, langerDan } = ondergrens(a, b);
  return {
    ...a, heeftDuur: a.heeftDuur || b.heeftDuur, van, langerDan, tot: hoogste(a.tot, b.tot), voorbij: hoogste(a.voorbij, b.voorbij), open: uniek(a.open, b.open), alleenOndergrens: a.alleenOndergrens && b.alleenOndergrens, van_regels: uniek(a.van_regels, b.van_regels),
  };
}

/** Either applies, so a person may take the lighter: two rules about the same behaviour that say something else. */
function ofwel(a: Mogelijk, b: Mogelijk): Mogelijk {
  const lichter = vergelijk(a, b) <= 0 ? a : b;
  return { ...samen(a, b), van: lichter.van, langerDan: lichter.langerDan };
}

function perSleutel(alle: readonly Mogelijk[], voeg: (a: Mogelijk, b: Mogelijk) => Mogelijk): Mogelijk[] {
  const uit = new Map<string, Mogelijk>();
  for (const m of alle) {
    const al = uit.get(sleutelVan(m));
    uit.set(sleutelVan(m), al ? voeg(al, m) : m);
  }
  return [...uit.values()];
}

/** What the rules about one behaviour allow together. */
export function binnenGedraging(alle: readonly Mogelijk[]): Mogelijk[] {
  const concreet = perSleutel(alle.filter((m) => !m.alleenOndergrens), ofwel);
  const grenzen = alle.filter((m) => m.alleenOndergrens);
  if (concreet.length === 0) return perSleutel(grenzen, samen);
  const minstens = Math.max(0, ...grenzen.map((g) => g.rang));
  const zwaarGenoeg = concreet.filter((m) => m.rang >= minstens);
  // "Heavier" asks for more than any other rule here gives: then it stands beside them.
  const basis = zwaarGenoeg.length > 0 ? zwaarGenoeg : perSleutel(grenzen, samen);
  return basis.map((m) => grenzen.filter((g) => g.rang === m.rang).reduce((uit, g) => ({ ...samen(uit, g), alleenOndergrens: uit.alleenOndergrens }), m));
}

/** The lightest of these. */
export const lichtste = (alle: readonly Mogelijk[]): Mogelijk | undefined => alle.toSorted(vergelijk)[0];

/** The highest applies (tabel B, regel 5): what remains when every behaviour asks for at least its own. */
export function hoogsteVan(perGedraging: readonly (readonly Mogelijk[])[]): Mogelijk[] {
  const bodems = perGedraging.map(lichtste).filter((m) => m !== undefined);
  const bodem = bodems.toSorted(vergelijk).at(-1);
  if (bodem === undefined) return [];
  const alle = perGedraging.flat();
  // Of the rank that is asked each lasts at least as long as the behaviours ask, and no longer than that must be.
  const over = [...perSleutel(alle.filter((m) => m.rang === bodem.rang), ofwel), ...perSleutel(alle.filter((m) => m.rang > bodem.rang), samen)];
  const eis = bodems.filter((m) => m.rang === bodem.rang && m.heeftDuur);
  return over.map((m) => (m.rang === bodem.rang && m.heeftDuur ? eis.reduce((uit, e) => ({ ...uit, ...ondergrens(uit, e) }), m) : m)).toSorted(vergelijk);
}

/** The bounds as a person reads them: an upper bound that the lower one has passed, or that "heavier" goes beyond, bounds nothing. */
export function kloppend(m: Mogelijk): Mogelijk {
  if (m.tot === null || (m.voorbij !== null && m.tot < m.voorbij)) return { ...m, tot: null };
  if (m.tot > m.van || (m.tot === m.van && !m.langerDan)) return m;
  return { ...m, tot: m.langerDan ? null : m.van };
}

/** Twice as long; what has no length cannot be doubled. */
export function verdubbeld(m: Mogelijk): Mogelijk {
  return { ...m, van: m.van * 2, tot: m.tot === null ? null : m.tot * 2, voorbij: m.voorbij === null ? null : m.voorbij * 2 };
}
