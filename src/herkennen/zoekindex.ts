import { bereid } from './persoon.ts';
import { rangschik } from './rangschik.ts';
import { sleutels, vraagsleutels } from './sleutels.ts';
import type { Context, Persoonsgegevens, Treffer } from './typen.ts';
import { dagtekst } from './velden/geboortedatum.ts';

/** A key on which more than this share of the records agree finds nobody; with few records all may count. */
const TE_GEWOON = 0.04;
const ALTIJD = 400;
/** Records that are weighed for one question. */
const MEEST = 250;

/**
 * A register in memory, for lists without a database. Wider than the keys in PostgreSQL: a record that shares anything rare with the question
 * is weighed, so that the right one is on top even when every field has an error.
 */
export class Zoekindex<K> {
  readonly #records: { kandidaat: K; gegevens: Persoonsgegevens }[] = [];
  /** By a number made of the key: two keys that share one only make a candidate that is then weighed. One record is kept as its number. */
  readonly #lijsten = new Map<number, number | number[]>();

  get aantal(): number {
    return this.#records.length;
  }

  voeg(kandidaat: K, gegevens: Persoonsgegevens): void {
    const nummer = this.#records.push({ kandidaat, gegevens }) - 1;
    for (const s of new Set([...sleutels(gegevens), ...ruimeSleutels(gegevens)])) {
      const sleutel = getalVan(s);
      const lijst = this.#lijsten.get(sleutel);
      if (lijst === undefined) this.#lijsten.set(sleutel, nummer);
      else if (typeof lijst === 'number') this.#lijsten.set(sleutel, [lijst, nummer]);
      else lijst.push(nummer);
    }
  }

  zoek(vraag: Persoonsgegevens, context: Context, hoogstens = 10): Treffer<K>[] {
    const gewicht = new Map<number, number>();
    const n = this.#records.length;
    const grens = Math.max(ALTIJD, n * TE_GEWOON);
    for (const s of new Set([...vraagsleutels(vraag), ...ruimeSleutels(vraag)])) {
      const gevonden = this.#lijsten.get(getalVan(s));
      if (gevonden === undefined) continue;
      const lijst = typeof gevonden === 'number' ? [gevonden] : gevonden;
      if (lijst.length > grens) continue;
      const bits = Math.log2((n + 1) / lijst.length);
      for (const i of lijst) gewicht.set(i, (gewicht.get(i) ?? 0) + bits);
    }
    const beste = [...gewicht].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MEEST);
    return rangschik(vraag, beste.flatMap(([i]) => this.#records[i] ?? []), context, hoogstens);
  }
}

/** FNV-1a, 32 bits. */
function getalVan(tekst: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < tekst.length; i++) h = Math.imul(h ^ tekst.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Each part by itself, and what is left of a name when one letter is wrong. */
function ruimeSleutels(p: Persoonsgegevens): string[] {
  const uit = new Set<string>();
  const persoon = bereid(p);
  for (const naam of persoon.namen) {
    for (const { woord, initiaal } of naam.delen) {
      if (initiaal) continue;
      uit.add(`w-${woord.klank}`);
      uit.add(`wg-${woord.geraamte}`);
      if (woord.klank.length >= 4) for (let i = 0; i < Math.min(12, woord.klank.length); i++) uit.add(`wx-${woord.klank.slice(0, i)}${woord.klank.slice(i + 1)}`);
      if (woord.klank.length >= 5) {
        uit.add(`wv-${woord.klank.slice(0, 4)}`);
        uit.add(`wa-${woord.klank.slice(-4)}`);
      }
    }
  }
  const d = persoon.geboortedatum;
  if (d !== null) {
    const dag = dagtekst(d);
    if (dag !== null) uit.add(`dd-${dag}`);
    if (d.maand !== null && d.dag !== null) uit.add(`md-${[d.maand, d.dag].sort((x, y) => x - y).join('.')}`);
    if (d.jaar !== null && d.maand !== null) uit.add(`jm-${d.jaar}.${d.maand}`);
    if (d.jaar !== null && d.dag !== null) uit.add(`jd-${d.jaar}.${d.dag}`);
  }
  for (const a of persoon.adressen) {
    if (a.postcode !== '') uit.add(`pc-${a.postcode}`);
    if (a.straat !== '') uit.add(`st-${a.straat} ${a.huisnummer}`);
  }
  return [...uit];
}
