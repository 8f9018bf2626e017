import { geraamteVan, klanken, medeklinkers } from '../klank/klassen.ts';
import { klank } from '../klank/nederlands.ts';
import { latijn } from './letters.ts';
import { achternaamfamilies } from './achternaamvormen.ts';
import { namenfamilies } from './roepnamen.ts';
import { gelijkVoorvoegsel, losgemaakt } from './voorvoegsels.ts';

/** What follows from the letters of a word; each worked out when first asked for, for most words are told apart by less. */
class Afgeleid {
  readonly #vouw: string;
  readonly #geschreven: string;
  #klank: string | null = null;
  #plaatsen: readonly number[] | null = null;
  #geraamte: string | null = null;
  #medeklinkers: readonly (readonly number[])[] | null = null;

  constructor(vouw: string, geschreven: string) {
    this.#vouw = vouw;
    this.#geschreven = geschreven;
  }

  get klank(): string {
    return (this.#klank ??= klank(this.#vouw));
  }

  get plaatsen(): readonly number[] {
    return (this.#plaatsen ??= klanken(this.#vouw));
  }

  get geraamte(): string {
    return (this.#geraamte ??= geraamteVan(this.plaatsen));
  }

  get medeklinkers(): readonly (readonly number[])[] {
    return (this.#medeklinkers ??= medeklinkersVan(this.#geschreven));
  }
}

/** One word of a name with all that comparing needs. */
export class Woord {
  /** Folded: a–z and digits. */
  readonly vouw: string;
  /** Every spelling it may have: folded, ICAO, without a glued particle. */
  readonly vormen: readonly string[];
  /** Families of first names (Jan, Johannes) and of spellings of one surname (Park, Bak) it belongs to. */
  readonly families: readonly number[];
  readonly achternaamfamilies: readonly number[];
  readonly zonderKlinkers: boolean;
  readonly heeftCijfer: boolean;
  /** Which letters occur, a bit each: two words with too many others are soon told apart. */
  readonly letters: number;
  /** As one with the particles that stood before it; null when there were none. */
  readonly geplakt: Woord | null;
  /** Those particles in one form ("vd" for van de, van den and van der); '' when there were none. */
  readonly voorvoegsel: string;
  readonly #afgeleid: Afgeleid;

  constructor(bron: { vormen: readonly string[]; zonderKlinkers: boolean; losse: string } | Woord, voorvoegsels = '') {
    this.voorvoegsel = gelijkVoorvoegsel(voorvoegsels);
    if (bron instanceof Woord) {
      ({ vouw: this.vouw, vormen: this.vormen, families: this.families, achternaamfamilies: this.achternaamfamilies, zonderKlinkers: this.zonderKlinkers, heeftCijfer: this.heeftCijfer, letters: this.letters } = bron);
      this.geplakt = woordVan(voorvoegsels + bron.vouw);
      this.#afgeleid = bron.#afgeleid;
      return;
    }
    const { vormen: [vouw = ''], vormen, zonderKlinkers, losse } = bron;
    this.vouw = vouw;
    this.vormen = [...new Set([...vormen, ...vormen.flatMap((v) => losgemaakt(v) ?? [])])];
    this.families = namenfamilies(vouw);
    this.achternaamfamilies = achternaamfamilies(vouw);
    this.zonderKlinkers = zonderKlinkers;
    this.heeftCijfer = /\d/.test(vouw);
    this.letters = letterbits(vouw);
    this.geplakt = null;
    this.#afgeleid = new Afgeleid(vouw, zonderKlinkers ? losse.replace(/(?<=.)y/g, '') : vouw);
  }

  get klank(): string {
    return this.#afgeleid.klank;
  }

  get plaatsen(): readonly number[] {
    return this.#afgeleid.plaatsen;
  }

  get geraamte(): string {
    return this.#afgeleid.geraamte;
  }

  /** Only the consonants, as compared with a script that writes no vowels: with and without w. */
  get medeklinkers(): readonly (readonly number[])[] {
    return this.#afgeleid.medeklinkers;
  }
}

/** Names repeat: what is worked out once is kept, for the words of late and those before them. */
const MEEST = 40_000;
let [bekend, eerder] = [new Map<string, Woord>(), new Map<string, Woord>()];

/** `ruw`: one word of cleaned text ({@link latijn}), in any script. */
export function woordVan(ruw: string): Woord {
  const al = bekend.get(ruw);
  if (al !== undefined) return al;
  const woord = eerder.get(ruw) ?? new Woord(latijn(ruw));
  if (bekend.size >= MEEST) [bekend, eerder] = [new Map(), bekend];
  bekend.set(ruw, woord);
  return woord;
}

function letterbits(vouw: string): number {
  let uit = 0;
  for (let i = 0; i < vouw.length; i++) uit |= 1 << (vouw.charCodeAt(i) & 31);
  return uit;
}

/** Letters that only one of two words has, by their {@link Woord.letters}. */
export function andereLetters(x: number, y: number): number {
  let n = 0;
  for (let v = x ^ y; v !== 0; v &= v - 1) n++;
  return n;
}

/** A word that stood after particles: written as one with them it is the same name ("Ben Ali", "Benali"). */
export function metVoorvoegsels(woord: Woord, voorvoegsels: string): Woord {
  return voorvoegsels === '' ? woord : new Woord(woord, voorvoegsels);
}

function medeklinkersVan(letters: string): readonly (readonly number[])[] {
  const zonder = (w: string): readonly number[] => medeklinkers(klanken(w));
  // A w or j may be a vowel there.
  return [letters, letters.replaceAll('w', ''), letters.replaceAll('j', '')].filter((l, i) => i === 0 || l !== letters).map(zonder);
}
