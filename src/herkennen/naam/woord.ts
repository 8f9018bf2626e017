import { geraamteVan, klanken } from '../klank/klassen.ts';
import { klank } from '../klank/nederlands.ts';
import { latijn } from './letters.ts';
import { achternaamfamilies } from './achternaamvormen.ts';
import { namenfamilies } from './roepnamen.ts';
import { losgemaakt } from './voorvoegsels.ts';

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
}

/** Names repeat: what is worked out once is kept, up to this many words. */
const MEEST = 60_000;
const bekend = new Map<string, Woord>();

/** `ruw`: one word of {@link schoon} text, in any script. */
export function woordVan(ruw: string): Woord {
  const al = bekend.get(ruw);
  if (al !== undefined) return al;
  const { vormen, zonderKlinkers } = latijn(ruw);
  const [vouw = ''] = vormen;
  const plaatsen = klanken(vouw);
  const woord: Woord = {
    vouw,
    vormen: [...new Set([...vormen, ...vormen.flatMap((v) => losgemaakt(v) ?? [])])],
    klank: klank(vouw), plaatsen, geraamte: zonderKlinkers ? geraamteVan(klanken(vouw.replace(/(?<=.)[wya]/g, ''))).replace(/^a/, '') : geraamteVan(plaatsen),
    families: namenfamilies(vouw), achternaamfamilies: achternaamfamilies(vouw),
    zonderKlinkers,
  };
  if (bekend.size >= MEEST) bekend.clear();
  bekend.set(ruw, woord);
  return woord;
}

/** A word that stood after particles: written as one with them it is the same name ("Ben Ali", "Benali"). */
export function metVoorvoegsels(woord: Woord, voorvoegsels: string): Woord {
  return voorvoegsels === '' ? woord : { ...woord, vormen: [...new Set([...woord.vormen, voorvoegsels + woord.vouw])] };
}
