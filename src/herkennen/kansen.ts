import type { Woordniveau } from './naam/woorden.ts';

/** How often two writings of the name of one person relate so; what is not the same person is reckoned from frequencies. */
export interface Naamkansen {
  voor: Readonly<Record<Woordniveau, number>>;
  achter: Readonly<Record<Woordniveau, number>>;
  /** Other given names than the first that contradict, a half of a double surname that is not explained, words too many, the first name in another place. Bits. */
  tweedeAnders: number;
  helftAnders: number;
  helftExtra: number;
  voornaamExtra: number;
  anderePlaats: number;
  verwisseld: number;
  /** The same name after another particle: El Bousbaa, Ait Bousbaa. */
  voorvoegselAnders: number;
  /** Words left over on both sides where their roles are guessed. */
  restAnders: number;
  /** Both the surname and the first name differ: what is left is someone of the same day or address. Bits. */
  beideAnders: number;
  /** What a first name may say at most when the surname differs. */
  naamgenoot: number;
  /** Nobody's name is so rare that it says more than this (share of the population). */
  zeldzaamst: number;
}

/**
 * Between registers of the same authorities. Rates: HMPPS person match, EM-estimated m-probabilities (name exact .881, near .073, swapped .002),
 * the near part divided over kinds of error by own reckoning.
 */
export const registerkansen: Naamkansen = {
  achter: { gelijk: 0.9, schrijfwijze: 0.012, klank: 0.022, roepnaam: 0.001, voorletter: 0.001, afkorting: 0.002, een_letter: 0.022, lijkt: 0.012, anders: 0.025 },
  voor: { gelijk: 0.87, schrijfwijze: 0.01, klank: 0.02, roepnaam: 0.03, voorletter: 0.98, afkorting: 0.008, een_letter: 0.022, lijkt: 0.012, anders: 0.02 },
  tweedeAnders: -4, helftAnders: -3.5, helftExtra: -3, voornaamExtra: -0.3, anderePlaats: -3.6, verwisseld: -5, voorvoegselAnders: -3, restAnders: -5, beideAnders: -4, naamgenoot: 20, zeldzaamst: 4e-6,
};

/** Between lists that never saw each other, in other languages and scripts: far fewer names are letter for letter the same. */
export const paarkansen: Naamkansen = {
  achter: { gelijk: 0.6, schrijfwijze: 0.08, klank: 0.12, roepnaam: 0.04, voorletter: 0.002, afkorting: 0.005, een_letter: 0.09, lijkt: 0.06, anders: 0.03 },
  voor: { gelijk: 0.55, schrijfwijze: 0.06, klank: 0.12, roepnaam: 0.1, voorletter: 0.95, afkorting: 0.03, een_letter: 0.08, lijkt: 0.05, anders: 0.005 },
  tweedeAnders: -8, helftAnders: -8, helftExtra: -1.2, voornaamExtra: -0.3, anderePlaats: -8, verwisseld: -0.5, voorvoegselAnders: -1, restAnders: -7, beideAnders: -2, naamgenoot: 1, zeldzaamst: 4e-4,
};

/** Relatives and housemates: how often they share a surname, and a given name (father and son, grandmother). Own reckoning from CBS households. */
export const familiekansen = { achternaam: 0.72, achternaamAnders: 0.25, voornaam: 0.03, voorletter: 0.12 } as const;

/** Share of given names that begin with a letter, of the 1,000 most given (SVB, Kindernamen); others .005. */
export const beginletters: Readonly<Record<string, number>> = {
  a: 0.1, b: 0.045, c: 0.06, d: 0.055, e: 0.06, f: 0.035, g: 0.035, h: 0.055, i: 0.03, j: 0.12, k: 0.035, l: 0.06, m: 0.11, n: 0.04, o: 0.015, p: 0.035, r: 0.06, s: 0.065, t: 0.05, v: 0.015, w: 0.03, y: 0.02, z: 0.01,
};

/** Chance that another name happens to lie one edit away, by length: short names have more neighbours. Counted among 125,000 Dutch surnames, by share of bearers. */
export function buren(lengte: number): number {
  return lengte <= 3 ? 0.008 : lengte === 4 ? 0.004 : lengte === 5 ? 0.0018 : lengte === 6 ? 0.0008 : lengte === 7 ? 0.0004 : 0.0002;
}
