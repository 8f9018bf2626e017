import { geraamteVan, klanken, medeklinkers } from '../klank/klassen.ts';
import { klank } from '../klank/nederlands.ts';
import { latijn } from './letters.ts';
import { achternaamfamilies } from './achternaamvormen.ts';
import { namenfamilies } from './roepnamen.ts';
import { gelijkVoorvoegsel, losgemaakt } from './voorvoegsels.ts';

/** One word of a name with all that comparing needs. */
export interface Woord {
  /** Folded: a–z and digits. */
  vouw: string;
  /** Every spelling it may have: folded, ICAO, without a glued particle. */
  vormen: readonly string[];
  klank: string;
  plaatsen: readonly number[];
  geraamte: string;
  /** Families of first names (Jan, Johannes) and of spellings of one surname (Park, Bak) it belongs to. */
  families: readonly number[];
  achternaamfamilies: readonly number[];
  zonderKlinkers: boolean;
  heeftCijfer: boolean;
  /** As one with the particles that stood before it; null when there were none. */
  geplakt: Woord | null;
  /** Those particles in one form ("vd" for van de, van den and van der); '' when there were none. */
  voorvoegsel: string;
  /** Only the consonants, as compared with a script that writes no vowels: with and without w. */
  medeklinkers: readonly (readonly number[])[];
  /** Which letters occur, a bit each: two words with too many others are soon told apart. */
  letters: number;
}

/** Names repeat: what is worked out once is kept, up to this many words. */
const MEEST = 60_000;
const bekend = new Map<string, Woord>();

/** `ruw`: one word of {@link schoon} text, in any script. */
export function woordVan(ruw: string): Woord {
  const al = bekend.get(ruw);
  if (al !== undefined) return al;
  const { vormen, zonderKlinkers, losse } = latijn(ruw);
  const [vouw = ''] = vormen;
  const plaatsen = klanken(vouw);
  const woord: Woord = {
    vouw,
    vormen: [...new Set([...vormen, ...vormen.flatMap((v) => losgemaakt(v) ?? [])])],
    klank: klank(vouw), plaatsen, geraamte: geraamteVan(plaatsen),
    families: namenfamilies(vouw), achternaamfamilies: achternaamfamilies(vouw),
    zonderKlinkers, heeftCijfer: /\d/.test(vouw), geplakt: null, voorvoegsel: '', medeklinkers: medeklinkersVan(zonderKlinkers ? losse.replace(/(?<=.)y/g, '') : vouw), letters: letterbits(vouw),
  };
  if (bekend.size >= MEEST) bekend.clear();
  bekend.set(ruw, woord);
  return woord;
}

function letterbits(vouw: string): number {
  let uit = 0;
  for (let i = 0; i < vouw.length; i++) uit |= 1 << (vouw.charCodeAt(i) & 31);
  return uit;
}

/** A word that stood after particles: written as one with them it is the same name ("Ben Ali", "Benali"). */
export function metVoorvoegsels(woord: Woord, voorvoegsels: string): Woord {
  return voorvoegsels === '' ? woord : { ...woord, geplakt: woordVan(voorvoegsels + woord.vouw), voorvoegsel: gelijkVoorvoegsel(voorvoegsels) };
}

function medeklinkersVan(letters: string): readonly (readonly number[])[] {
  const zonder = (w: string): readonly number[] => medeklinkers(klanken(w));
  // A w or j may be a vowel there.
  return [letters, letters.replaceAll('w', ''), letters.replaceAll('j', '')].filter((l, i) => i === 0 || l !== letters).map(zonder);
}
