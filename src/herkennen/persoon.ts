import { leesAchternaam, leesVoornamen, type Naam, ontleedNaam } from './naam/ontleed.ts';
import type { Geboortedatum, Persoonsgegevens } from './typen.ts';
import { type Adresdelen, leesAdres } from './velden/adres.ts';
import { leesAccount, leesEmail, leesKenmerk, leesTelefoon } from './velden/bereik.ts';
import { leesGeboortedatum } from './velden/geboortedatum.ts';

/** A person ready to be compared: every field read once. */
export interface Persoon {
  /** The names he goes by; the first is his own, then roepnaam, partner's name and others. */
  namen: readonly Naam[];
  geslacht: 'm' | 'v' | null;
  geboortedatum: Geboortedatum | null;
  adressen: readonly Adresdelen[];
  telefoons: readonly string[];
  emails: readonly string[];
  accounts: readonly string[];
  kenmerken: readonly string[];
}

/** More of anything than this is not looked at. */
const MEEST = 12;
const gelezen = new WeakMap<Persoonsgegevens, Persoon>();

export function bereid(p: Persoonsgegevens): Persoon {
  const al = gelezen.get(p);
  if (al !== undefined) return al;
  const lees = <T>(lijst: readonly string[] | undefined, doe: (tekst: string) => T | null): T[] => (lijst ?? []).slice(0, MEEST).map(doe).filter((x) => x !== null);
  const persoon: Persoon = {
    namen: namenVan(p),
    geslacht: p.geslacht ?? null,
    geboortedatum: leesGeboortedatum(p.geboortedatum),
    adressen: (p.adressen ?? []).slice(0, MEEST).map(leesAdres).filter((a) => a.postcode !== '' || a.straat !== '' || a.plaats !== ''),
    telefoons: lees(p.telefoons, leesTelefoon), emails: lees(p.emails, leesEmail), accounts: lees(p.accounts, leesAccount), kenmerken: lees(p.kenmerken, leesKenmerk),
  };
  gelezen.set(p, persoon);
  return persoon;
}

function namenVan(p: Persoonsgegevens): Naam[] {
  const uit: Naam[] = [];
  const voeg = (n: Naam): void => {
    if (n.delen.length > 0) uit.push(n);
  };
  const van = (t: string | null | undefined): string => t ?? '';
  const eigen = leesAchternaam(`${van(p.voorvoegsel)} ${van(p.geslachtsnaam)}`);
  const partner = leesAchternaam(van(p.partnernaam), true, eigen.length);
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
