import { gangbareAchternamen, gangbareVoornamen } from './gangbaar.ts';
import { leerGroepen } from './naamgroepen.ts';
import { beginletters } from './kansen.ts';
import { klanken, geraamteVan } from './klank/klassen.ts';
import { klank } from './klank/nederlands.ts';
import { bereid } from './persoon.ts';
import type { Drietal, Frequenties, Persoonsgegevens } from './typen.ts';
import type { Woord } from './naam/woord.ts';
import { dagtekst, isPiek } from './velden/geboortedatum.ts';

/** Share of a name that is in no list. */
const ONBEKEND = { achternaam: 1.5e-5, voornaam: 1.5e-4 };
/** Share of a surname that is a first name as well, and not in the list. */
const OOK_VOORNAAM = 1e-4;
/** Days in which the people of a register were born, about: each day of eighty years. */
const DAG = 1 / 29_000;

/** Frequencies without a register: a small table of very frequent names. */
export const gangbareFrequenties: Frequenties = (() => {
  const laag = (tabel: ReadonlyMap<string, number>, onbekend: number, ook?: ReadonlyMap<string, number>): ((vorm: string, k: string, g: string) => Drietal) => {
    const [perKlank, perGeraamte] = [new Map<string, number>(), new Map<string, number>()];
    for (const [naam, deel] of tabel) {
      tel(perKlank, klank(naam), deel);
      tel(perGeraamte, geraamteVan(klanken(naam)), deel);
    }
    return (vorm, k, g) => {
      const v = tabel.get(vorm) ?? (ook?.has(vorm) === true ? OOK_VOORNAAM : onbekend);
      const opKlank = Math.max(perKlank.get(k) ?? 0, v);
      return { vorm: v, klank: opKlank, geraamte: Math.max(perGeraamte.get(g) ?? 0, opKlank, onbekend * 4) };
    };
  };
  return {
    aantal: 0,
    achternaam: laag(gangbareAchternamen, ONBEKEND.achternaam, gangbareVoornamen),
    voornaam: laag(gangbareVoornamen, ONBEKEND.voornaam),
    // Nothing is known of which names go together; a frequent name is more frequent among its own kind.
    voornaamBij: (_, __, aandeel) => aandeel,
    geboortedag: () => DAG,
    piek: () => 0.004,
  };
})();

/** Weight of the overall share against what was counted with one surname. */
const ALFA = 25;
/** Weight of what names like these lead to expect against how often just these two were counted: of a hundred with one surname most first names occur once or not at all. */
const SAMEN = 200;

/** Counts names and dates of a register, one person after another, so that a name weighs what it weighs there. */
export class Frequentieteller {
  #aantal = 0;
  readonly #achter = new Telling();
  readonly #voor = new Telling();
  readonly #paren = new Map<string, number>();
  readonly #dagen = new Map<string, number>();
  readonly #pieken = new Map<string, { alle: number; piek: number }>();

  neem(p: Persoonsgegevens): void {
    const geteld = telling(p);
    if (geteld === null) return;
    const { achter, voor, dag, piek } = geteld;
    this.#aantal++;
    for (const w of achter) {
      this.#achter.tel(w.vouw, w.klank, w.geraamte);
      if (voor !== null) tel(this.#paren, `${w.klank} ${voor.klank}`, 1);
    }
    if (dag !== null) tel(this.#dagen, dag, 1);
    if (voor === null) return;
    this.#voor.tel(voor.vouw, voor.klank, voor.geraamte);
    if (piek === null) return;
    const stand = this.#pieken.get(voor.klank) ?? { alle: 0, piek: 0 };
    stand.alle++;
    if (piek) stand.piek++;
    this.#pieken.set(voor.klank, stand);
  }

  /** The shares counted so far. What was counted once with one surname only is dropped: it says nothing and is most of the memory. */
  klaar(): Frequenties {
    const groepen = leerGroepen(this.#paren);
    for (const [paar, aantal] of this.#paren) if (aantal < 2) this.#paren.delete(paar);
    const [piekAantal, piekTotaal] = [new Map<number, number>(), new Map<number, number>()];
    for (const [voor, { alle, piek }] of this.#pieken) {
      for (const [groep, deel] of groepen.vanVoornaam(voor).entries()) {
        piekAantal.set(groep, (piekAantal.get(groep) ?? 0) + piek * deel);
        piekTotaal.set(groep, (piekTotaal.get(groep) ?? 0) + alle * deel);
      }
    }
    /** Of the people with names like this, how many were born on such a day. */
    const piekVan = (voor: string): number => {
      let uit = 0;
      for (const [groep, deel] of groepen.vanVoornaam(voor).entries()) uit += deel * ((piekAantal.get(groep) ?? 0) + 0.1) / ((piekTotaal.get(groep) ?? 0) + 20);
      return uit;
    };
    return maakFrequenties({
      aantal: this.#aantal, achternaam: (v, k, g) => this.#achter.van(v, k, g), voornaam: (v, k, g) => this.#voor.van(v, k, g),
      paar: (achter, voor) => ({ samen: this.#paren.get(`${achter} ${voor}`) ?? 0, alle: this.#achter.opKlank(achter) }),
      verwacht: (achter, voor) => {
        let uit = 0;
        for (const [groep, deel] of groepen.vanAchternaam(achter).entries()) uit += deel * groepen.voornaamIn(voor, groep);
        return uit;
      },
      dag: (dag) => this.#dagen.get(dag) ?? 0,
      piek: (voor) => ({ ...(this.#pieken.get(voor) ?? { alle: 0, piek: 0 }), verwacht: piekVan(voor) }),
    });
  }
}

/** What is counted of one person: his own name, and the first of his first names. */
export function telling(p: Persoonsgegevens): { achter: Woord[]; voor: Woord | null; dag: string | null; piek: boolean | null } | null {
  const { namen: [naam], geboortedatum } = bereid(p);
  if (naam === undefined || naam.bedrijf) return null;
  return {
    achter: naam.delen.filter((d) => d.rol === 'achter' && !d.initiaal).map((d) => d.woord), voor: naam.delen.find((d) => d.rol === 'voor' && !d.initiaal)?.woord ?? null,
    dag: geboortedatum === null ? null : dagtekst(geboortedatum), piek: geboortedatum === null ? null : isPiek(geboortedatum),
  };
}

/** What was counted in a register. Null is what was not counted, or not asked for. */
export interface Geteld {
  aantal: number;
  achternaam(vorm: string, klank: string, geraamte: string): Drietal | null;
  voornaam(vorm: string, klank: string, geraamte: string): Drietal | null;
  /** How many have this surname, by sound, and how many of those this first name. */
  paar(achternaamklank: string, voornaamklank: string): { samen: number; alle: number } | null;
  /** Share of this first name that is expected of this surname from who else has such names; 0 when nothing is known of that. */
  verwacht(achternaamklank: string, voornaamklank: string): number;
  dag(dag: string): number | null;
  /** How many with this first name have a date of birth, how many of those on 1 January or 1 July, and which share is expected. */
  piek(voornaamklank: string): { alle: number; piek: number; verwacht: number };
}

function letter(l: string): Drietal {
  const deel = beginletters[l] ?? 0.005;
  return { vorm: deel, klank: deel, geraamte: deel };
}

/** From counts to shares. A small register says little of how rare a name is: there the table of frequent names keeps its weight. */
export function maakFrequenties(g: Geteld): Frequenties {
  const n = Math.max(1, g.aantal);
  const meng = (geteld: Drietal | null, basis: Drietal, gewicht: number): Drietal => (geteld === null ? basis : {
    vorm: (geteld.vorm + basis.vorm * gewicht) / (n + gewicht), klank: (geteld.klank + basis.klank * gewicht) / (n + gewicht), geraamte: (geteld.geraamte + basis.geraamte * gewicht) / (n + gewicht),
  });
  return {
    aantal: g.aantal,
    achternaam: (v, k, s) => meng(g.achternaam(v, k, s), gangbareFrequenties.achternaam(v, k, s), 20_000),
    // Two initials that are the same are no rare name: as many have them as have a name that begins so.
    voornaam: (v, k, s) => (v.length === 1 ? letter(v) : meng(g.voornaam(v, k, s), gangbareFrequenties.voornaam(v, k, s), 5_000)),
    voornaamBij: (achter, voor, aandeel) => {
      const paar = g.paar(achter, voor);
      // One of those counted is the one who is compared.
      return paar === null ? aandeel : (Math.max(0, paar.samen - 1) + SAMEN * Math.max(aandeel, g.verwacht(achter, voor))) / (Math.max(0, paar.alle - 1) + SAMEN);
    },
    geboortedag: (dag) => ((g.dag(dag) ?? n * DAG) + DAG * 30_000) / (n + 30_000),
    piek: (voor) => {
      const s = g.piek(voor);
      return (s.piek + s.verwacht * ALFA) / (s.alle + ALFA);
    },
  };
}

class Telling {
  readonly #vorm = new Map<string, number>();
  readonly #klank = new Map<string, number>();
  readonly #geraamte = new Map<string, number>();

  tel(vorm: string, klankvorm: string, geraamte: string): void {
    tel(this.#vorm, vorm, 1);
    tel(this.#klank, klankvorm, 1);
    tel(this.#geraamte, geraamte, 1);
  }

  van(vorm: string, klankvorm: string, geraamte: string): Drietal {
    return { vorm: this.#vorm.get(vorm) ?? 0, klank: this.opKlank(klankvorm), geraamte: this.#geraamte.get(geraamte) ?? 0 };
  }

  opKlank(klankvorm: string): number {
    return this.#klank.get(klankvorm) ?? 0;
  }
}

function tel(map: Map<string, number>, sleutel: string, erbij: number): void {
  map.set(sleutel, (map.get(sleutel) ?? 0) + erbij);
}
