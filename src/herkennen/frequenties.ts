import { gangbareAchternamen, gangbareVoornamen } from './gangbaar.ts';
import { leerGroepen } from './naamgroepen.ts';
import { klanken, geraamteVan } from './klank/klassen.ts';
import { klank } from './klank/nederlands.ts';
import type { Drietal, Frequenties, Persoonsgegevens } from './typen.ts';
import { bereid } from './persoon.ts';
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

/** Counts names and dates of a register, one person after another, so that a name weighs what it weighs there. */
export class Frequentieteller {
  #aantal = 0;
  readonly #achter = new Telling();
  readonly #voor = new Telling();
  readonly #paren = new Map<string, number>();
  readonly #dagen = new Map<string, number>();
  readonly #pieken = new Map<string, { alle: number; piek: number }>();

  neem(p: Persoonsgegevens): void {
    const { namen, geboortedatum } = bereid(p);
    const [naam] = namen;
    if (naam === undefined || naam.bedrijf) return;
    this.#aantal++;
    const voor = naam.delen.find((d) => d.rol === 'voor' && !d.initiaal)?.woord;
    for (const d of naam.delen) {
      if (d.rol !== 'achter' || d.initiaal) continue;
      this.#achter.tel(d.woord.vouw, d.woord.klank, d.woord.geraamte);
      if (voor !== undefined) tel(this.#paren, `${d.woord.klank} ${voor.klank}`, 1);
    }
    const dag = geboortedatum === null ? null : dagtekst(geboortedatum);
    if (dag !== null) tel(this.#dagen, dag, 1);
    if (voor === undefined) return;
    this.#voor.tel(voor.vouw, voor.klank, voor.geraamte);
    if (geboortedatum === null) return;
    const stand = this.#pieken.get(voor.klank) ?? { alle: 0, piek: 0 };
    stand.alle++;
    if (isPiek(geboortedatum)) stand.piek++;
    this.#pieken.set(voor.klank, stand);
  }

  /** The shares counted so far. What was counted once with one surname only is dropped: it says nothing and is most of the memory. */
  klaar(): Frequenties {
    const n = Math.max(1, this.#aantal);
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
    // A small register says little of how rare a name is: the table of frequent names keeps its weight.
    const meng = (geteld: Drietal, basis: Drietal, gewicht: number): Drietal => ({
      vorm: (geteld.vorm + basis.vorm * gewicht) / (n + gewicht), klank: (geteld.klank + basis.klank * gewicht) / (n + gewicht), geraamte: (geteld.geraamte + basis.geraamte * gewicht) / (n + gewicht),
    });
    return {
      aantal: this.#aantal,
      achternaam: (v, k, g) => meng(this.#achter.van(v, k, g), gangbareFrequenties.achternaam(v, k, g), 20_000),
      voornaam: (v, k, g) => meng(this.#voor.van(v, k, g), gangbareFrequenties.voornaam(v, k, g), 5_000),
      voornaamBij: (achter, voor, aandeel) => {
        let verwacht = 0;
        for (const [groep, deel] of groepen.vanAchternaam(achter).entries()) verwacht += deel * groepen.voornaamIn(voor, groep);
        return ((this.#paren.get(`${achter} ${voor}`) ?? 0) + ALFA * Math.max(aandeel, verwacht)) / (this.#achter.opKlank(achter) + ALFA);
      },
      geboortedag: (dag) => ((this.#dagen.get(dag) ?? 0) + DAG * 30_000) / (n + 30_000),
      piek: (voor) => {
        const s = this.#pieken.get(voor) ?? { alle: 0, piek: 0 };
        return (s.piek + piekVan(voor) * ALFA) / (s.alle + ALFA);
      },
    };
  }
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
