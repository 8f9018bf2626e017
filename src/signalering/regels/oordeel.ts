import type { Id } from '../../kern/ids.ts';
import { kleurVan, type Instructie, type Uitkomst } from './woorden.ts';

/** Most signals that one check ever shows (BRP rule, and so that nobody can leaf). */
export const MEEST_GETOOND = 10;

/** A signal that is in force, as far as a check may know it. */
export interface Geldig {
  id: Id;
  instructies: readonly Instructie[];
  toelichting: string;
}

export type Band = 'waarschijnlijk' | 'mogelijk';

/** A signal whose person looks like the one asked about. */
export interface Persoonstreffer {
  band: Band;
  signaal: Geldig;
}

/** A signal on an address, or of a person who lives there. '' is: no toevoeging known. */
export interface Adrestreffer {
  toevoeging: string;
  signaal: Geldig;
}

/** Which field would decide; 'adviseur' when all is given and it is still not sure. */
export type Vraagom = 'geboortedatum' | 'adres' | 'adviseur';

export interface Oordeel {
  uitkomst: Uitkomst;
  instructies: readonly Instructie[];
  toelichtingen: readonly string[];
  signalen: readonly Id[];
  vraagOm: Vraagom | null;
  /** The toevoeging is not known on one side: the same building, perhaps another home. */
  zelfdePand: boolean;
}

export const GEEN: Oordeel = { uitkomst: 'groen', instructies: [], toelichtingen: [], signalen: [], vraagOm: null, zelfdePand: false };

/** What of a person was asked. */
export interface Gevraagd {
  /** Year, month and day. */
  heleGeboortedatum: boolean;
  geboortejaar: boolean;
  adres: boolean;
  telefoon: boolean;
}

/** A name with nothing beside it decides nothing: it is not even looked up, so that it cannot tell who has a signal. */
export function alleenNaam(g: Gevraagd): boolean {
  return !g.heleGeboortedatum && !g.geboortejaar && !g.adres && !g.telefoon;
}

function samen(signalen: readonly Geldig[]): Omit<Oordeel, 'vraagOm' | 'zelfdePand' | 'uitkomst'> {
  const getoond = [...new Map(signalen.map((s) => [s.id, s])).values()].slice(0, MEEST_GETOOND);
  return {
    instructies: [...new Set(getoond.flatMap((s) => s.instructies))], toelichtingen: [...new Set(getoond.map((s) => s.toelichting).filter((t) => t !== ''))], signalen: getoond.map((s) => s.id),
  };
}

/** Red before yellow, so that what is left out beyond the tenth is the lightest. */
const zwaarEerst = (a: { signaal: Geldig }, b: { signaal: Geldig }): number => Number(kleurVan(b.signaal.instructies) === 'rood') - Number(kleurVan(a.signaal.instructies) === 'rood');

/**
 * The answer about a person. Only who is almost certainly meant gives a light. Who could be meant gives "niet te bepalen" with the field that would
 * decide. Nothing of the person himself is in the answer.
 */
export function oordeelPersoon(g: Gevraagd, treffers: readonly Persoonstreffer[]): Oordeel {
  if (alleenNaam(g)) return { ...GEEN, uitkomst: 'niet_te_bepalen', vraagOm: 'geboortedatum' };
  const zeker = treffers.filter((t) => t.band === 'waarschijnlijk').toSorted(zwaarEerst);
  if (zeker.length > 0) {
    const uit = samen(zeker.map((t) => t.signaal));
    return { ...GEEN, ...uit, uitkomst: kleurVan(uit.instructies) };
  }
  if (treffers.length === 0) return GEEN;
  return { ...GEEN, uitkomst: 'niet_te_bepalen', vraagOm: g.heleGeboortedatum ? (g.adres ? 'adviseur' : 'adres') : 'geboortedatum' };
}

/**
 * The answer about an address, whoever is asked about. Two toevoegingen that are both known and differ are two homes. When one is not known it is
 * the same building and perhaps another home: the instruction is shown, and so is that doubt (persoonsherkenning, pitfall 4).
 */
export function oordeelAdres(toevoeging: string, treffers: readonly Adrestreffer[]): Oordeel {
  const hier = treffers.filter((t) => t.toevoeging === toevoeging || t.toevoeging === '' || toevoeging === '').toSorted(zwaarEerst);
  if (hier.length === 0) return GEEN;
  const uit = samen(hier.map((t) => t.signaal));
  return { ...GEEN, ...uit, uitkomst: kleurVan(uit.instructies), zelfdePand: !hier.some((t) => t.toevoeging === toevoeging) };
}
