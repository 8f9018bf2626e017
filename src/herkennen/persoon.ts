import { leesAchternaam, leesVoornamen, type Naam, ontleedNaam } from './naam/ontleed.ts';
import type { Geboortedatum, Persoonsgegevens } from './typen.ts';
import { type Adresdelen, leesAdres } from './velden/adres.ts';
import { leesAccount, leesEmail, leesKenmerk, leesTelefoon } from './velden/bereik.ts';
import { leesGeboortedatum } from './velden/geboortedatum.ts';

/** More of anything than this is not looked at. */
const MEEST = 12;

/** A person ready to be compared. A field is read when it is first asked for: most questions do not hold them all. */
export class Persoon {
  readonly #bron: Persoonsgegevens;
  #namen: readonly Naam[] | null = null;
  #geboren: Geboortedatum | null | undefined = undefined;
  readonly #lijsten = new Map<string, readonly unknown[]>();

  constructor(bron: Persoonsgegevens) {
    this.#bron = bron;
  }

  /** The names he goes by; the first is his own, then roepnaam and others. */
  get namen(): readonly Naam[] {
    return (this.#namen ??= namenVan(this.#bron));
  }

  get geslacht(): 'm' | 'v' | null {
    return this.#bron.geslacht ?? null;
  }

  get geboortedatum(): Geboortedatum | null {
    if (this.#geboren === undefined) this.#geboren = leesGeboortedatum(this.#bron.geboortedatum);
    return this.#geboren;
  }

  get adressen(): readonly Adresdelen[] {
    return this.#lees('adressen', this.#bron.adressen, (a) => {
      const delen = leesAdres(a);
      return delen.postcode !== '' || delen.straat !== '' || delen.plaats !== '' ? delen : null;
    });
  }

  get telefoons(): readonly string[] {
    return this.#lees('telefoons', this.#bron.telefoons, leesTelefoon);
  }

  get emails(): readonly string[] {
    return this.#lees('emails', this.#bron.emails, leesEmail);
  }

  get accounts(): readonly string[] {
    return this.#lees('accounts', this.#bron.accounts, leesAccount);
  }

  get kenmerken(): readonly string[] {
    return this.#lees('kenmerken', this.#bron.kenmerken, leesKenmerk);
  }

  #lees<V, T>(naam: string, bron: readonly V[] | undefined, doe: (waarde: V) => T | null): readonly T[] {
    const al = this.#lijsten.get(naam);
    if (al !== undefined) return al as readonly T[];
    const uit = (bron ?? []).slice(0, MEEST).map(doe).filter((x) => x !== null);
    this.#lijsten.set(naam, uit);
    return uit;
  }
}

const gelezen = new WeakMap<Persoonsgegevens, Persoon>();

export function bereid(p: Persoonsgegevens): Persoon {
  const al = gelezen.get(p);
  if (al !== undefined) return al;
  const persoon = new Persoon(p);
  gelezen.set(p, persoon);
  return persoon;
}

/** For one that comes from a database and is not seen again: what was read of him is used but not kept, for keeping it is most of what the garbage collector would do. */
export function bereidEven(p: Persoonsgegevens): Persoon {
  return gelezen.get(p) ?? new Persoon(p);
}

function namenVan(p: Persoonsgegevens): Naam[] {
  const uit: Naam[] = [];
  const voeg = (n: Naam): void => {
    if (n.delen.length > 0) uit.push(n);
  };
  const van = (t: string | null | undefined): string => t ?? '';
  const eigen = leesAchternaam(van(p.voorvoegsel) === '' ? van(p.geslachtsnaam) : `${van(p.voorvoegsel)} ${van(p.geslachtsnaam)}`);
  const partner = van(p.partnernaam) === '' ? [] : leesAchternaam(van(p.partnernaam)).map((d, i) => ({ ...d, plaats: eigen.length + i, los: true }));
  const achter = [...eigen, ...partner];
  const voor = leesVoornamen(van(p.voornamen));
  const deel = { zeker: true, bedrijf: false, rechtsvorm: null };
  if (achter.length > 0 || voor.length > 0) {
    const bedrijf = voor.length === 0 && partner.length === 0 ? ontleedNaam(van(p.geslachtsnaam)) : null;
    voeg(bedrijf?.bedrijf === true ? bedrijf : { ...deel, delen: [...voor, ...achter] });
  }
  if (van(p.naam) !== '') voeg(ontleedNaam(van(p.naam)));
  if (van(p.roepnaam) !== '') voeg({ ...deel, delen: [...leesVoornamen(van(p.roepnaam)), ...(achter.length > 0 ? achter : (uit[0]?.delen.filter((d) => d.rol === 'achter') ?? []))] });
  for (const naam of (p.andereNamen ?? []).slice(0, MEEST)) voeg(ontleedNaam(naam));
  return uit;
}
