import type { Bewijs } from './bewijs.ts';
import { registerkansen } from './kansen.ts';
import type { Gewichten, Ijkveld, Niveau } from './typen.ts';
import { M } from './velden/geboortedatum.ts';

const { voorletter: _, ...voornaam } = registerkansen.voor;

/**
 * The m-probabilities that a register can learn from decisions of people, as they come with Rugdekking: how often the data of one person relate so.
 * The levels of a field are all there are, so that they make about 1. An initial is no level of its own: it says what was written, not what went wrong.
 */
export const standaardgewichten: Readonly<Record<Ijkveld, Readonly<Partial<Record<Niveau, number>>>>> = { achternaam: registerkansen.achter, voornaam, geboortedatum: M };

/** However a version of weights came about, no field shifts by more than this. Bits. */
const MEEST_VERSCHOVEN = 4;

/** Evidence as weights of an organisation have it instead of the standard. Only the first reason of a field rests on such a weight. */
export function herweeg(bewijs: readonly Bewijs[], gewichten: Gewichten): Bewijs[] {
  const gehad = new Set<string>();
  return bewijs.map((b) => {
    if (!isIjkveld(b.veld) || gehad.has(b.veld)) return b;
    gehad.add(b.veld);
    const [standaard, eigen] = [standaardgewichten[b.veld][b.niveau], gewichten[b.veld]?.[b.niveau]];
    if (standaard === undefined || eigen === undefined || !(eigen > 0)) return b;
    const bij = Math.max(-MEEST_VERSCHOVEN, Math.min(MEEST_VERSCHOVEN, Math.log2(eigen / standaard)));
    // A relative has the same name, and it is written down with the same errors; his date of birth and another name are his own.
    const ookFamilie = b.veld === 'geboortedatum' || b.niveau === 'anders';
    return { ...b, bits: b.bits + bij, familie: ookFamilie ? b.familie + bij : Math.min(b.familie, b.bits + bij) };
  });
}

export function isIjkveld(veld: string): veld is Ijkveld {
  return Object.hasOwn(standaardgewichten, veld);
}
