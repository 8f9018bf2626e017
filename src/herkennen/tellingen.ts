import { maakFrequenties, telling } from './frequenties.ts';
import type { Deel } from './naam/ontleed.ts';
import type { Woord } from './naam/woord.ts';
import { bereid } from './persoon.ts';
import type { Drietal, Frequenties, Persoonsgegevens } from './typen.ts';
import { dagtekst, isPiek } from './velden/geboortedatum.ts';

/*
 * The counts of a register that is too large to hold in memory, by key: what one person adds to them, which of them a comparison asks for, and
 * the frequencies that follow. A letter names what is counted.
 */

/** More names or words than this of one person are not asked for. */
const MEEST = 12;

/** Persons with a name; with a first name and a date; of those, born on a day that stands for a day nobody knew. */
export const TOTALEN = ['n', 'f', 'j'] as const;

const drie = (soort: 'a' | 'v', w: Woord): string[] => [`${soort}=${w.vouw}`, `${soort}~${w.klank}`, `${soort}.${w.geraamte}`];
const paar = (achter: string, voor: string): string => `p ${achter} ${voor}`;

/** What this person adds to the counts of a register; nothing when it has no name, or is a company. Each key once. */
export function telsleutels(p: Persoonsgegevens): string[] {
  const geteld = telling(p);
  if (geteld === null) return [];
  const { achter, voor, dag, piek } = geteld;
  const uit = ['n', ...achter.flatMap((w) => drie('a', w)), ...(dag === null ? [] : [`d ${dag}`])];
  if (voor !== null) {
    uit.push(...drie('v', voor), ...achter.map((w) => paar(w.klank, voor.klank)));
    if (piek !== null) uit.push('f', `f ${voor.klank}`);
    if (piek === true) uit.push('j', `j ${voor.klank}`);
  }
  return [...new Set(uit)];
}

/** Which counts a question about this person asks for. */
export function gevraagdeTellingen(p: Persoonsgegevens): string[] {
  return [...telvraag(p, null)];
}

/** Which counts comparing a question with these asks for more: only words that look like one of the question weigh by how many have them. */
export function tellingenErbij(vraag: Persoonsgegevens, kandidaten: readonly Persoonsgegevens[]): string[] {
  const woorden = bereid(vraag).namen.slice(0, MEEST).flatMap((n) => n.delen.slice(0, MEEST).map((d) => d.woord));
  const uit = new Set<string>();
  for (const p of kandidaten) for (const s of telvraag(p, woorden)) uit.add(s);
  return [...uit];
}

/** So many letters that one has and the other has not: then two words are not compared any further. */
const ANDERE_LETTERS = 4;

function lijktOpEen(w: Woord, woorden: readonly Woord[]): boolean {
  return woorden.some((x) => w.klank === x.klank || w.geraamte === x.geraamte || aantalBits(w.letters ^ x.letters) <= ANDERE_LETTERS);
}

function aantalBits(getal: number): number {
  let n = 0;
  for (let x = getal; x !== 0; x &= x - 1) n++;
  return n;
}

function telvraag(p: Persoonsgegevens, gelijkend: readonly Woord[] | null): Set<string> {
  const uit = new Set<string>();
  const persoon = bereid(p);
  const d = persoon.geboortedatum;
  const dag = d === null ? null : dagtekst(d);
  if (dag !== null) uit.add(`d ${dag}`);
  for (const naam of persoon.namen.slice(0, MEEST)) {
    const als = (rol: Deel['rol']): Woord[] => naam.delen.filter((x) => !x.initiaal && (x.rol === rol || !naam.zeker) && (gelijkend === null || lijktOpEen(x.woord, gelijkend))).slice(0, MEEST).map((x) => x.woord);
    const [achter, voor] = [als('achter'), als('voor')];
    for (const w of achter) for (const s of drie('a', w)) uit.add(s);
    for (const w of voor) for (const s of drie('v', w)) uit.add(s);
    for (const a of achter) for (const v of voor) if (a !== v) uit.add(paar(a.klank, v.klank));
  }
  if (d !== null && isPiek(d)) for (const w of persoon.namen[0]?.delen ?? []) if (w.rol === 'voor' && !w.initiaal) for (const s of ['f', 'j']) uit.add(`${s} ${w.woord.klank}`);
  return uit;
}

/** Frequencies from counts by key. `geteld` gives undefined for what was not asked: then the table of frequent names speaks. */
export function uitTellingen(geteld: (sleutel: string) => number | undefined): Frequenties {
  const drietal = (soort: 'a' | 'v') => (vorm: string, klank: string, geraamte: string): Drietal | null => {
    const [v, k, g] = [geteld(`${soort}=${vorm}`), geteld(`${soort}~${klank}`), geteld(`${soort}.${geraamte}`)];
    return v === undefined || k === undefined || g === undefined ? null : { vorm: v, klank: k, geraamte: g };
  };
  const totaal = (sleutel: (typeof TOTALEN)[number]): number => geteld(sleutel) ?? 0;
  // Of all, how many were born on such a day: what is expected of a name of which little is known.
  const gemiddeld = (totaal('j') + 0.1) / (totaal('f') + 20);
  return maakFrequenties({
    aantal: totaal('n'), achternaam: drietal('a'), voornaam: drietal('v'),
    paar(achter, voor) {
      const [samen, alle] = [geteld(paar(achter, voor)), geteld(`a~${achter}`)];
      return samen === undefined || alle === undefined ? null : { samen, alle };
    },
    verwacht: () => 0,
    dag: (dag) => geteld(`d ${dag}`) ?? null,
    piek: (voor) => ({ alle: geteld(`f ${voor}`) ?? 0, piek: geteld(`j ${voor}`) ?? 0, verwacht: gemiddeld }),
  });
}
