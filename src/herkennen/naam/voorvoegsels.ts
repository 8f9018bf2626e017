/**
 * The words that the voorvoegsels of Landelijke Tabel 36 (RvIG) are made of, without apostrophes. Any row of them is a voorvoegsel:
 * the table lists 165 rows of these words and real registers hold more.
 */
const TABEL_36 = `aan af al am auf aus ben bij bin boven d da dal dalla das de deca degli dei del della dem den der des di die do don dos du el gen het im in l la
las le les lo los m of onder op over s t te ten ter tho thoe thor to toe tot uijt uit unter van ver vom von voor vor zu zum zur`;
/** What people write for them, and particles of names from elsewhere: Arabic, Portuguese, Hebrew, Irish, Afrikaans. */
const GANGBAAR = 'v vd vdr vh vn v/d v/h d/ vande vander vanden vant ui abu abou aboe bou oum umm ibn bint ould as ad an ar ash es er et ed e y zu und av af da das lu los ap ab o mac mc san st';

/** Always a particle, wherever it stands before another word. */
const VAST = new Set([...TABEL_36.split(/\s+/), ...GANGBAAR.split(' ')]);
/** Particles that are a name just as well when they stand first: Ben Jansen, Do Nguyen, San de Wit, Al Pacino. */
const OOK_NAAM = new Set(['ben', 'bin', 'do', 'don', 'san', 'an', 'ad', 'al', 'ed', 'er', 'im', 'st', 'mac', 'ver', 'to', 'ui', 'abu', 'das', 'es', 'as', 'o', 'e', 'y', 'd', 'v', 's', 't', 'm', 'l', 'ab', 'ap', 'ar', 'abou', 'aboe', 'bou', 'oum', 'umm']);

/** Abbreviated and short forms written as one word, before letters are compared: "v.d.", "v/d", "vd". */
export function isVoorvoegsel(woord: string, plaats: number): boolean {
  return VAST.has(woord) && !(plaats === 0 && OOK_NAAM.has(woord));
}

/** Particles that are a surname just as well when nothing comes after them: Vietnamese, Chinese, Korean and Portuguese ones. */
export const OOK_ACHTERNAAM = new Set(['do', 'le', 'la', 'an', 'du', 'lo', 'to', 'da', 'ben', 'bin', 'ver', 'san', 'im', 'das', 'los', 'al', 'es', 'mac', 'ma', 'tho', 'auf', 'don', 'thor', 'ten', 'boven', 'dal', 'gen', 'dem']);

/** Particles that were glued to the name: "vandenberg", "elamrani". What is left must still be a name. */
const GEPLAKT = /^(?:vande[nr]?|van(?:t|het)?|vd|vonde[mr]?|von|inde[rn]?|int|opde[rn]?|opt|terde?|ter|ten|tende?|uitde[nr]?|uit|de[nr]?|della|del|dela|el|al|abdel(?=$)|ould|ibn|bin)(?=[a-z]{4})/;

/** The word without a particle that is glued to its front; undefined when there is none. */
export function losgemaakt(woord: string): string | undefined {
  const geplakt = GEPLAKT.exec(woord)?.[0];
  return geplakt === undefined || geplakt === '' ? undefined : woord.slice(geplakt.length);
}

/** Particles of which one is written for the other, as one: the case endings of de, the Arabic article, son of. */
export function gelijkVoorvoegsel(voorvoegsels: string): string {
  return voorvoegsels
    .replace(/^v(?:an)?d(?:e[nr]?)?$/, 'vd').replace(/^v$/, 'van').replace(/^(?:de[nr]?|di|die)$/, 'de').replace(/^(?:te[nr]?)$/, 'te').replace(/^van(?:het|t)$/, 'vant')
    .replace(/^(?:el|al|il|an|ar|as|ad|ed|es|er|ash)$/, 'el').replace(/^(?:ben|bin|ibn|bou|abu|abou|aboe)$/, (w) => (w.startsWith('b') && w !== 'bou' ? 'ben' : w === 'ibn' ? 'ben' : 'abu'));
}
