import { type Bewijs, som, weeg } from '../bewijs.ts';
import { beginletters, buren, familiekansen, type Naamkansen } from '../kansen.ts';
import type { Frequenties } from '../typen.ts';
import { vergelijkBedrijf } from './bedrijf.ts';
import type { Deel, Naam, Rol } from './ontleed.ts';
import { namenfamilies } from './roepnamen.ts';
import { andereLetters, type Woord, woordVan } from './woord.ts';
import { STERKTE, vergelijkWoorden, type Woordniveau } from './woorden.ts';

export interface Naamkader {
  kansen: Naamkansen;
  frequenties: Frequenties;
}

/** One word (or two written as one) of the first that goes with one of the second. */
interface Verband {
  a: readonly number[];
  b: readonly number[];
  niveau: Woordniveau;
  rol: Rol;
  verwisseld: boolean;
  bits: number;
}

/** What two names say about being one person: words are matched in any order, then what is left over is weighed. */
export function vergelijkNamen(een: Naam, ander: Naam, kader: Naamkader): Bewijs[] {
  // In one order, so that ties fall the same way whoever asks.
  const [a, b] = staatVooraan(een, ander) ? [een, ander] : [ander, een];
  if (a.bedrijf || b.bedrijf) return vergelijkBedrijf(a, b, kader);
  if (a.delen.length === 0 || b.delen.length === 0) return [];
  const verbanden = verdeelRollen(kiesVerbanden(a, b, kader), a, b);
  const [achter, voor] = [achternamen(a, b, verbanden, kader), voornamen(a, b, verbanden, kader)];
  const bewijs: Bewijs[] = [...achter, ...voor];
  // Whoever is put next to another because their first name is the same is no proof of anything when the surname is not.
  if (achter.some((x) => x.niveau === 'anders')) {
    for (const x of voor) {
      x.bits = Math.min(x.bits, kader.kansen.naamgenoot);
      if (x.niveau === 'anders') x.bits += kader.kansen.beideAnders;
    }
  }
  if (!(a.zeker && b.zeker)) {
    bewijs.push(...restant(a, b, verbanden, bewijs, kader));
    // One word of which only a letter is known of the other.
    const [enige, meer] = [Math.min(a.delen.length, b.delen.length), verbanden.filter((v) => v.niveau !== 'voorletter' && v.niveau !== 'afkorting')];
    if (enige === 1 && meer.length === 0) for (const x of bewijs) x.bits = Math.min(x.bits, -1);
  }
  const gewisseld = verbanden.filter((v) => v.verwisseld).length;
  if (gewisseld > 0 && a.zeker && b.zeker) bewijs.push({ veld: 'naam', niveau: 'verwisseld', bits: kader.kansen.verwisseld, familie: kader.kansen.verwisseld / 2 });
  return bewijs;
}

/** An order of names that has no meaning, but is always the same. */
function staatVooraan(x: Naam, y: Naam): boolean {
  const n = Math.min(x.delen.length, y.delen.length);
  for (let i = 0; i < n; i++) {
    const [p, q] = [x.delen[i], y.delen[i]];
    if (p === undefined || q === undefined) break;
    if (p.woord.vouw !== q.woord.vouw) return p.woord.vouw < q.woord.vouw;
    if (p.rol !== q.rol) return p.rol === 'voor';
  }
  return x.delen.length <= y.delen.length;
}

/** The strongest relations between the words, each word used once. */
function kiesVerbanden(a: Naam, b: Naam, kader: Naamkader): Verband[] {
  const alle: Verband[] = [];
  const zeker = a.zeker && b.zeker;
  const neem = (as: readonly number[], bs: readonly number[], x: Woord, y: Woord): void => {
    const [da, db] = [a.delen[as[0] ?? 0], b.delen[bs[0] ?? 0]];
    if (da === undefined || db === undefined) return;
    const rol = gedeeldeRol(a, b, da, db, x);
    const niveau = vergelijkWoorden(x, y, rol === 'voor' || !zeker, rol === 'achter' || !zeker);
    if (niveau === 'anders' || (niveau === 'voorletter' && !(da.rol === 'voor' && db.rol === 'voor') && zeker)) return;
    const verwisseld = da.rol !== db.rol;
    // Looking alike counts only between words of the same kind; swapped names must be the same, or sound so.
    if (verwisseld && zeker && !['gelijk', 'schrijfwijze', 'klank'].includes(niveau)) return;
    alle.push({ a: as, b: bs, niveau, rol, verwisseld, bits: woordbits(niveau, rol, x, y, kader) });
  };
  for (const [i, da] of a.delen.entries()) for (const [j, db] of b.delen.entries()) neem([i], [j], da.woord, db.woord);
  samengevoegd(a, b, zeker, (is, j, w, ander) => { neem(is, [j], w, ander); });
  samengevoegd(b, a, zeker, (js, i, w, ander) => { neem([i], js, ander, w); });
  const plek = (v: Verband): number => Math.abs((v.a[0] ?? 0) - (v.b[0] ?? 0)) + (v.verwisseld ? 0.5 : 0);
  // The same name with its particle explains a word more.
  const sterkte = (v: Verband): number => STERKTE[v.niveau] * 10 + v.bits + (v.niveau === 'gelijk' ? (v.a.length + v.b.length - 2) * 5 : 0);
  alle.sort((x, y) => sterkte(y) - sterkte(x) || plek(x) - plek(y) || (x.a[0] ?? 0) + (x.b[0] ?? 0) - (y.a[0] ?? 0) - (y.b[0] ?? 0));
  const [gebruiktA, gebruiktB] = [new Set<number>(), new Set<number>()];
  return alle.filter((v) => {
    if (v.a.some((i) => gebruiktA.has(i)) || v.b.some((j) => gebruiktB.has(j))) return false;
    for (const i of v.a) gebruiktA.add(i);
    for (const j of v.b) gebruiktB.add(j);
    return true;
  });
}

/** Two neighbours of one as one word, beside each word of the other that is about as long: "Abdul Rahman", "Jong Un", "Jean Paul". */
function samengevoegd(n: Naam, ander: Naam, zeker: boolean, doe: (plaatsen: readonly number[], plaats: number, woord: Woord, ander: Woord) => void): void {
  for (let i = 0; i + 1 < n.delen.length; i++) {
    const [x, y] = [n.delen[i], n.delen[i + 1]];
    if (x === undefined || y === undefined || x.initiaal || y.initiaal || (zeker && x.rol !== y.rol)) continue;
    const lengte = x.woord.vouw.length + y.woord.vouw.length;
    if (lengte < 5) continue;
    for (const [j, d] of ander.delen.entries()) {
      // "Ben Aharchi" beside "Aharchi" after the particle Ben: the very same words.
      if (d.woord.geplakt?.vouw === x.woord.vouw + y.woord.vouw) doe([i, i + 1], j, d.woord, d.woord);
      if (d.initiaal || !(d.woord.zonderKlinkers || (Math.abs(d.woord.vouw.length - lengte) <= RUIMTE && andereLetters(x.woord.letters | y.woord.letters, d.woord.letters) <= RUIMTE * 2))) continue;
      doe([i, i + 1], j, woordVan(x.woord.vouw + y.woord.vouw), d.woord);
    }
  }
}

/** Letters by which one spelling is longer than another ("Abderrahmane", "Abd al-Rahman"). */
const RUIMTE = 4;

/** Two guessed orders that differ ("Zhang Wei", "Wei Zhang"): one of the words is the given name, whichever is the more common one. */
function verdeelRollen(verbanden: Verband[], a: Naam, b: Naam): Verband[] {
  if (verbanden.length < 2 || (a.zeker && b.zeker) || verbanden.some((v) => v.rol !== verbanden[0]?.rol) || !verbanden.some((v) => v.verwisseld)) return verbanden;
  const minste = verbanden.toSorted((x, y) => Number(y.verwisseld) - Number(x.verwisseld) || x.bits - y.bits)[0];
  return verbanden.map((v) => (v === minste ? { ...v, rol: v.rol === 'voor' ? 'achter' : 'voor' } : v));
}

/** Words left over on both sides where it was not told which are given names: two who share one word. */
function restant(a: Naam, b: Naam, verbanden: readonly Verband[], al: readonly Bewijs[], { kansen }: Naamkader): Bewijs[] {
  if (al.some((x) => x.niveau === 'anders' || x.niveau === 'deel')) return [];
  const vrij = (n: Naam, kant: 'a' | 'b'): Deel[] => n.delen.filter((d, i) => !d.los && !verbanden.some((v) => v[kant].includes(i)));
  const [x, y] = [vrij(a, 'a'), vrij(b, 'b')];
  if (x.length === 0 || y.length === 0) return [];
  return [{ veld: 'naam', niveau: 'deel', bits: kansen.restAnders, familie: kansen.restAnders }];
}

function gedeeldeRol(a: Naam, b: Naam, da: Deel, db: Deel, w: Woord): Rol {
  if (da.rol === db.rol) return da.rol;
  if (a.zeker !== b.zeker) return a.zeker ? da.rol : db.rol;
  // Both guessed otherwise (or both sure, and swapped): a known first name is one.
  return w.families.length > 0 ? 'voor' : 'achter';
}

/** Share of other people with a name that relates so to this one. */
function toeval(niveau: Woordniveau, rol: Rol, x: Woord, y: Woord, { frequenties, kansen }: Naamkader): number {
  const deel = (w: Woord) => (rol === 'achter' ? frequenties.achternaam(w.vouw, w.klank, w.geraamte) : frequenties.voornaam(w.vouw, w.klank, w.geraamte));
  const [p, q] = [deel(x), x === y ? deel(x) : deel(y)];
  const lengte = Math.min(x.vouw.length, y.vouw.length);
  const vorm = Math.max(p.vorm, q.vorm, kansen.zeldzaamst);
  // Two letters that agree.
  if (x.vouw.length === 1 && y.vouw.length === 1) return beginletters[x.vouw] ?? 0.005;
  switch (niveau) {
    case 'gelijk': return vorm;
    case 'schrijfwijze': return Math.max(p.klank, q.klank, vorm) + 1e-6;
    case 'klank': return Math.max(p.klank, q.klank, vorm * 1.5);
    case 'roepnaam': return Math.min(0.03, Math.max(p.klank, q.klank) * 2 + 0.002);
    case 'een_letter': return Math.max(p.geraamte, q.geraamte, vorm * 4, buren(lengte));
    case 'lijkt': return Math.max(p.geraamte, q.geraamte, vorm * 4, buren(lengte)) * 4;
    case 'afkorting': return Math.max(vorm * 4, 0.004);
    case 'voorletter': return beginletters[(x.vouw.length === 1 ? x : y).vouw] ?? 0.005;
    case 'anders': return 0.97;
  }
}

/**
 * Bits of one word against another. The weaker of two reckonings: against all who have a name like this, and against all who have just this
 * other name. A typing error that happens to make a frequent name (Mary, Mark) is more likely that other name.
 */
function woordbits(niveau: Woordniveau, rol: Rol, x: Woord, y: Woord, kader: Naamkader): number {
  const m = kader.kansen[rol][niveau];
  const gewoon = weeg(m, toeval(niveau, rol, x, y, kader));
  const schrijfwijzen = niveau === 'een_letter' && verwisseldeLetters(x.vouw, y.vouw) ? x.vouw.length : SCHRIJFWIJZEN[niveau];
  if (schrijfwijzen === undefined) return gewoon;
  const deel = (w: Woord): number => (rol === 'achter' ? kader.frequenties.achternaam(w.vouw, w.klank, w.geraamte) : kader.frequenties.voornaam(w.vouw, w.klank, w.geraamte)).vorm;
  return Math.min(gewoon, weeg(m / schrijfwijzen, Math.sqrt(deel(x) * deel(y))));
}

/** In how many other ways a name can be written at this distance, about. */
const SCHRIJFWIJZEN: Readonly<Partial<Record<Woordniveau, number>>> = { een_letter: 40, lijkt: 300 };

/** Two neighbouring letters in each other's place: nearly always a typing error, for few names differ so. */
function verwisseldeLetters(x: string, y: string): boolean {
  if (x.length !== y.length) return false;
  let i = 0;
  while (x[i] === y[i] && i < x.length) i++;
  return x[i] === y[i + 1] && x[i + 1] === y[i] && x.slice(i + 2) === y.slice(i + 2);
}

function achternamen(a: Naam, b: Naam, verbanden: readonly Verband[], kader: Naamkader): Bewijs[] {
  const eigen = verbanden.filter((v) => v.rol === 'achter').sort((x, y) => y.bits - x.bits);
  const [beste, ...meer] = eigen;
  const [overA, overB] = [over(a, verbanden, 'a', 'achter'), over(b, verbanden, 'b', 'achter')];
  if (beste === undefined) {
    if (overA.length === 0 || overB.length === 0) return [];
    const { anders } = kader.kansen.achter;
    return [{ veld: 'achternaam', niveau: 'anders', bits: weeg(anders, 0.97), familie: weeg(anders, familiekansen.achternaamAnders) }];
  }
  // A relative has the same name and it is written down with the same errors; only names that merely look alike may be different ones.
  const m = kader.kansen.achter[beste.niveau];
  const uit: Bewijs[] = [{ veld: 'achternaam', niveau: beste.niveau, bits: beste.bits, familie: Math.min(beste.bits, weeg(m, familiekansen.achternaam * m + (beste.niveau === 'gelijk' ? 0 : 0.002))) }];
  const [va, vb] = [a.delen[beste.a[0] ?? 0]?.woord.voorvoegsel ?? '', b.delen[beste.b[0] ?? 0]?.woord.voorvoegsel ?? ''];
  if (va !== vb && va !== '' && vb !== '') uit.push({ veld: 'achternaam', niveau: 'voorvoegsel', bits: kader.kansen.voorvoegselAnders, familie: kader.kansen.voorvoegselAnders });
  // Halves of one name go together: the second says little, unless it is the name of a partner.
  for (const v of meer) {
    const los = [...v.a.map((i) => a.delen[i]), ...v.b.map((j) => b.delen[j])].some((d) => d?.los === true);
    uit.push({ veld: 'achternaam', niveau: v.niveau, bits: Math.max(0, v.bits * (los ? 0.7 : 0.25)), familie: 0 });
  }
  const [vastA, vastB] = [overA.filter((d) => !d.los).length, overB.filter((d) => !d.los).length];
  if (vastA > 0 && vastB > 0) uit.push({ veld: 'achternaam', niveau: 'deel', bits: kader.kansen.helftAnders, familie: kader.kansen.helftAnders });
  else if (vastA + vastB > 0) {
    // Half a name that itself only looks alike.
    const extra = kader.kansen.helftExtra * (beste.niveau === 'gelijk' || beste.niveau === 'schrijfwijze' ? 1 : STERKTE[beste.niveau] >= 5 ? 2 : 3);
    uit.push({ veld: 'achternaam', niveau: 'extra', bits: extra, familie: extra / 2 });
  }
  return uit;
}

function voornamen(a: Naam, b: Naam, verbanden: readonly Verband[], kader: Naamkader): Bewijs[] {
  const { kansen } = kader;
  const eigen = verbanden.filter((v) => v.rol === 'voor').sort((x, y) => (x.a[0] ?? 0) + (x.b[0] ?? 0) - (y.a[0] ?? 0) - (y.b[0] ?? 0) || y.bits - x.bits);
  const [overA, overB] = [over(a, verbanden, 'a', 'voor'), over(b, verbanden, 'b', 'voor')];
  const [eerste, ...meer] = eigen;
  if (eerste === undefined) {
    if (overA.length === 0 || overB.length === 0) return [];
    const bits = weeg(kansen.voor.anders, 0.97);
    return [{ veld: 'voornaam', niveau: 'anders', bits, familie: bits }];
  }
  const m = kansen.voor[eerste.niveau];
  const bits = samenhang(a, b, eerste, verbanden, kader);
  const uit: Bewijs[] = [{ veld: 'voornaam', niveau: eerste.niveau, bits, familie: Math.min(bits, weeg(m, (eerste.niveau === 'voorletter' ? familiekansen.voorletter : familiekansen.voornaam) * m)) }];
  // Who is named after his father has his other names as well.
  for (const v of meer) uit.push({ veld: 'voornaam', niveau: v.niveau, bits: Math.max(0, v.bits * 0.6), familie: 0 });
  // The first name of one is not among those of the other, and the other's stands elsewhere: a brother, a son named after his father.
  const kop = [...overA, ...overB].find((d) => d.plaats === 0);
  if (kop !== undefined) {
    const bits = vrijblijvend(kop) ? kansen.anderePlaats / 5 : kansen.anderePlaats;
    uit.push({ veld: 'voornaam', niveau: 'verwisseld', bits, familie: bits });
  }
  if (overA.length > 0 && overB.length > 0) uit.push({ veld: 'voornaam', niveau: 'deel', bits: kansen.tweedeAnders, familie: kansen.tweedeAnders });
  else if (overA.length + overB.length > 0) {
    const extra = kansen.voornaamExtra * Math.min(3, overA.length + overB.length);
    uit.push({ veld: 'voornaam', niveau: 'extra', bits: extra, familie: extra });
  }
  return uit;
}

/** A first name that is often left out: a letter ("J. Edgar Hoover", "U Thant"), and Mohammed before the name a man goes by. */
function vrijblijvend(d: Deel): boolean {
  return d.initiaal || d.woord.families.some((f) => MOHAMMED.includes(f));
}
const MOHAMMED = namenfamilies('mohammed');

/** What a first name says given the surname: names of one origin go together, and that is no evidence. */
function samenhang(a: Naam, b: Naam, v: Verband, verbanden: readonly Verband[], { frequenties }: Naamkader): number {
  const achter = verbanden.find((w) => w.rol === 'achter');
  if (achter === undefined || v.niveau === 'voorletter') return v.bits;
  let vaker = 1;
  for (const [n, kant] of [[a, 'a'], [b, 'b']] as const) {
    const [voor, sur] = [n.delen[v[kant][0] ?? 0]?.woord, n.delen[achter[kant][0] ?? 0]?.woord];
    if (voor === undefined || sur === undefined) continue;
    const aandeel = frequenties.voornaam(voor.vouw, voor.klank, voor.geraamte).klank;
    vaker = Math.max(vaker, frequenties.voornaamBij(sur.klank, voor.klank, aandeel) / aandeel);
  }
  return v.bits - Math.log2(vaker);
}

/** The words of one side that go with nothing on the other. */
function over(n: Naam, verbanden: readonly Verband[], kant: 'a' | 'b', rol: Rol): Deel[] {
  return n.delen.filter((d, i) => d.rol === rol && !verbanden.some((v) => v[kant].includes(i)));
}

/** The pair of names, one of each person, that says most. An alias costs a bit: with more names more agrees by chance. */
export function besteNamen(as: readonly Naam[], bs: readonly Naam[], kader: Naamkader): Bewijs[] {
  let beste: Bewijs[] = [];
  let hoogste = -Infinity;
  for (const [i, a] of as.entries()) {
    for (const [j, b] of bs.entries()) {
      const bewijs = vergelijkNamen(a, b, kader);
      const s = som(bewijs);
      const waarde = Math.min(s.bits, s.familie + 6) - (i > 0 ? 1 : 0) - (j > 0 ? 1 : 0);
      if (bewijs.length > 0 && waarde > hoogste) {
        hoogste = waarde;
        beste = bewijs;
      }
    }
  }
  return beste;
}
