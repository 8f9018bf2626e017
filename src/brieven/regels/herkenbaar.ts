/** Something that would tell a citizen who of the organisation it was: a name, a function or a department of someone in the dossier. */
export interface Verborgen {
  tekst: string;
  wat: 'naam' | 'functie' | 'onderdeel' | 'gegeven';
}

/** Letters of other scripts that read as a Latin one. */
const LIJKT_OP: Readonly<Record<string, string>> = Object.fromEntries([...'аеорсухіјѕһԁкмтнвαεοικνρτυχ'].map((teken, i) => [teken, 'aeopcyxijshdkmthbaeoiknptux'[i] ?? teken]));

/** Words as they are compared: without accents, capitals, invisible signs, punctuation and letters of another script that look the same. */
export function woorden(tekst: string): string[] {
  // Cut before signs are taken apart: a sign such as ㊊ becomes a letter, which would make one word of it and what stands beside it.
  return tekst.split(/[^\p{L}\p{Nd}\p{M}\p{Cf}]+/u).flatMap((deel) => deel.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '').toLowerCase().replace(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu, (t) => LIJKT_OP[t] ?? t).split(/[^\p{L}\p{Nd}]+/u)).filter((w) => w !== '');
}

/** A word, or the same as someone’s ("Haddads") or more of them ("baliemedewerkers"). */
const zelfde = (gezocht: string, gevonden: string): boolean => gevonden === gezocht || gevonden === `${gezocht}s` || gevonden === `${gezocht}en`;

/** What of these stands in a text, each once. Whole words only, in their order: "de Boer" is not in "boerderij". */
export function vindVerborgen(tekst: string, verborgen: readonly Verborgen[]): Verborgen[] {
  const in_ = woorden(tekst);
  return verborgen.filter(({ tekst: zoek }) => {
    const rij = woorden(zoek);
    return rij.length > 0 && in_.some((_, i) => rij.every((w, j) => { const hier = in_[i + j]; return hier !== undefined && (j === rij.length - 1 ? zelfde(w, hier) : w === hier); }));
  });
}

const VOORVOEGSELS = new Set(['de', 'den', 'der', 'het', 'van', 'von', 'ter', 'ten', 'te', 'la', 'le', 'du', 'da', 'di', 'el', 'al', 'ben', 'in', 'op', 'aan', 'bij', 'uit', 'tot', 'of', 'en', 'een']);

/** The parts of a name that point at someone: each word of it, without "van" and "de" and single letters. */
export function naamdelen(naam: string): Verborgen[] {
  return woorden(naam).filter((w) => w.length >= 2 && !VOORVOEGSELS.has(w)).map((tekst) => ({ tekst, wat: 'naam' as const }));
}

/** The sentence for who wrote it; quotes only what stands in his own text. */
export function bezwaar(gevonden: readonly Verborgen[]): string {
  const welke = [...new Set(gevonden.map((v) => `‘${v.tekst}’`))].join(', ');
  return `Hieraan is te zien om welke collega of afdeling het gaat: ${welke}. Schrijf het zonder naam, functie of afdeling.`;
}
