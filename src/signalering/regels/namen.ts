const plat = (t: string): string => t.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const woorden = (t: string): string[] => plat(t).split(/[^\p{L}\d]+/u).filter(Boolean);

/** Particles and words that are in many sentences; a name is known by its other parts. */
const GEEN_NAAM = new Set(['de', 'der', 'den', 'van', 'het', 'ter', 'ten', 'te', 'el', 'al', 'la', 'le', 'und', 'von', 'op', 'in']);

/** Whether a text holds one of these names, as a whole word and whatever the capitals and accents are. */
export function naamIn(tekst: string, namen: readonly string[]): boolean {
  const gezegd = new Set(woorden(tekst));
  return namen.some((naam) => woorden(naam).some((w) => w.length > 2 && !GEEN_NAAM.has(w) && gezegd.has(w)));
}
