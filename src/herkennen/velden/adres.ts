import { type Bewijs, weeg } from '../bewijs.ts';
import { latijn, schoon } from '../naam/letters.ts';
import type { Adres, Niveau } from '../typen.ts';
import { letterverschil } from '../naam/afstand.ts';

export interface Adresdelen {
  postcode: string;
  huisnummer: string;
  toevoeging: string;
  straat: string;
  plaats: string;
  /** Postbus: where post goes, not where someone lives. */
  postbus: boolean;
}

/** Roman storeys and words that mean the same unit in Dutch addresses (BAG huisletter and toevoeging, as people write them). */
const TOEVOEGINGEN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5', h: 'hs', huis: 'hs', beletage: 'hs', bg: 'hs', beg: 'hs', rood: 'rd', rd: 'rd', zwart: 'zw', zw: 'zw', boven: 'bv', onder: 'ond', links: 'l', rechts: 'r', hoog: '', bis: 'bis' };

/** An address as typed, in parts: "12 bis hs", "12-III", "Postbus 34". */
export function leesAdres(adres: Adres): Adresdelen {
  const kaal = (t: string | number | null | undefined): string => schoon(String(t ?? '')).split(/\s+/).map((w) => latijn(w).vormen[0] ?? '').filter((w) => w !== '').join(' ');
  const straatTekst = kaal(adres.straat);
  const nummerTekst = kaal(adres.huisnummer);
  const postbus = /^(?:post ?bus|po ?box|antwoordnummer)/.test(straatTekst) || /^post ?bus/.test(nummerTekst);
  let nummer = /^(?:post ?bus )?0*(\d+)(.*)$/.exec(nummerTekst);
  let straat = straatTekst;
  if (nummer === null) {
    // Street and number in one field.
    const samen = /^(.*\D)\s?0*(\d+)(\s?[a-z]{0,3}|\s(?:bis|hs|[ivx]+|\d{1,3}|huis|hoog)(?:\s\w{1,3})?)$/.exec(straatTekst);
    if (samen !== null && nummerTekst === '') {
      straat = (samen[1] ?? '').trim();
      nummer = /^0*(\d+)(.*)$/.exec(`${samen[2] ?? ''} ${samen[3] ?? ''}`);
    }
  }
  return {
    postcode: kaal(adres.postcode).replace(/[^a-z\d]/g, '').slice(0, 10),
    huisnummer: nummer?.[1] ?? '',
    toevoeging: toevoegingVan(`${nummer?.[2] ?? ''} ${kaal(adres.toevoeging)}`),
    straat: straat.replace(/\bstr(?:aat)?\b|straat$|str$/g, 'str').replace(/[^a-z\d]/g, ''),
    plaats: kaal(adres.plaats).replace(/[^a-z\d]/g, ''), postbus,
  };
}

function toevoegingVan(tekst: string): string {
  return tekst.split(/[^a-z\d]+/).flatMap((w) => w.match(/\d+|[a-z]+/g) ?? []).map((w) => TOEVOEGINGEN[w] ?? w).filter((w) => w !== '').join(' ');
}

/** The best agreement of any address of one with any of the other; an old address that differs says little (one in five is out of date: HMPPS). */
export function vergelijkAdressen(as: readonly Adresdelen[], bs: readonly Adresdelen[]): Bewijs[] {
  let beste: Bewijs | null = null;
  for (const a of as) {
    for (const b of bs) {
      const bewijs = vergelijkAdres(a, b);
      if (bewijs !== null && (beste === null || bewijs.bits > beste.bits)) beste = bewijs;
    }
  }
  return beste === null ? [] : [beste];
}

/** u: about 2.2 people at each of eight million Dutch addresses; 40 in a postcode. Relatives and housemates share it more often than not. */
function vergelijkAdres(a: Adresdelen, b: Adresdelen): Bewijs | null {
  const geef = (niveau: Niveau, m: number, u: number, familie: number): Bewijs => ({ veld: 'adres', niveau, bits: weeg(m, u), familie: weeg(m, familie) });
  const beide = (deel: 'postcode' | 'huisnummer' | 'toevoeging' | 'straat' | 'plaats'): boolean => a[deel] !== '' && b[deel] !== '';
  const zelfde = (deel: 'postcode' | 'huisnummer' | 'toevoeging' | 'straat' | 'plaats'): boolean => beide(deel) && a[deel] === b[deel];
  if (a.postbus !== b.postbus) return null;
  const plek = beide('postcode') ? zelfde('postcode') : beide('straat') ? zelfde('straat') && (zelfde('plaats') || !beide('plaats')) : null;
  if (plek === null) return beide('plaats') ? (zelfde('plaats') ? geef('zelfde_buurt', 0.8, 0.3, 0.7) : geef('anders', 0.25, 0.7, 0.35)) : null;
  const factor = zelfde('postcode') ? 1 : 8;
  if (plek) {
    if (!beide('huisnummer')) return geef('zelfde_straat', 0.6, 4e-5 * factor, 0.5);
    if (zelfde('huisnummer')) {
      if (a.toevoeging === b.toevoeging) return geef('gelijk', 0.68, 1.2e-6 * factor, 0.55);
      return !beide('toevoeging') ? geef('gelijk', 0.04, 4e-7 * factor, 0.03) : geef('zelfde_pand', 0.02, 1.5e-6 * factor, 0.03);
    }
    return geef('zelfde_straat', 0.012, 8e-5 * factor, 0.02);
  }
  if (zelfde('huisnummer')) {
    if (beide('postcode') && letterverschil(a.postcode, b.postcode, 1) <= 1) return geef('een_cijfer', 0.012, 2e-5, 0.01);
    if (beide('straat') && a.straat.length >= 5 && letterverschil(a.straat, b.straat, 2) <= 2) return geef('zelfde_straat', 0.02, 8e-5, 0.02);
  }
  if (beide('postcode') && /^\d{4}[a-z]{2}$/.test(a.postcode) && a.postcode.slice(0, 4) === b.postcode.slice(0, 4)) return geef('zelfde_buurt', 0.07, 0.03, 0.1);
  return geef('anders', 0.25, 0.97, 0.42);
}
