import type { Persoonsgegevens } from '../../herkennen/index.ts';

/** What a column may hold, with the headers that people and systems give it. */
const KOPPEN: Readonly<Record<Kolom, string>> = {
  id: 'id nummer persoonid recordid recid vraagid sleutel key',
  naam: 'naam name volledigenaam fullname heelenaam weergavenaam',
  voornamen: 'voornamen voornaam firstname givenname givennames forename forenames voorletters initialen first',
  roepnaam: 'roepnaam nickname callname',
  voorvoegsel: 'voorvoegsel voorvoegsels tussenvoegsel tussenvoegsels prefix surnameprefix',
  geslachtsnaam: 'geslachtsnaam achternaam lastname surname familyname familienaam last',
  partnernaam: 'partnernaam naampartner partnername aangenomennaam',
  anderenamen: 'anderenamen aliassen aliases alias vroegerenamen anderenaam',
  geboortedatum: 'geboortedatum gebdat gebdatum dob dateofbirth birthdate geborenop birth',
  geslacht: 'geslacht gender sex',
  postcode: 'postcode zip zipcode postalcode postcd',
  huisnummer: 'huisnummer huisnr housenumber nr streetnumber',
  toevoeging: 'toevoeging huisnummertoevoeging huisletter toev',
  straat: 'straat straatnaam street address adres address1 streetname',
  plaats: 'plaats woonplaats city town suburb gemeente',
  telefoon: 'telefoon telefoonnummer phone phonenumber tel mobiel mobile',
  email: 'email emailadres mail',
  account: 'account accounts',
  kenmerk: 'kenmerk klantnummer zaaknummer',
};
export type Kolom =
  | 'id' | 'naam' | 'voornamen' | 'roepnaam' | 'voorvoegsel' | 'geslachtsnaam' | 'partnernaam' | 'anderenamen' | 'geboortedatum' | 'geslacht' | 'postcode' | 'huisnummer' | 'toevoeging' | 'straat' | 'plaats'
  | 'telefoon' | 'email' | 'account' | 'kenmerk';

const perKop: ReadonlyMap<string, Kolom> = new Map(Object.entries(KOPPEN).flatMap(([kolom, koppen]) => koppen.split(' ').map((k) => [k, kolom as Kolom] as const)));

function kaal(kop: string): string {
  return kop.normalize('NFKD').toLowerCase().replace(/[^\p{L}\d]/gu, '');
}

/** The column of a header, `kant` 1 or 2 when it says so ("naam1", "name_b", "dob_r"); 0 otherwise. */
export function kolomVan(kop: string): { kolom: Kolom; kant: 0 | 1 | 2 } | null {
  const k = kaal(kop);
  const zonder = perKop.get(k);
  if (zonder !== undefined) return { kolom: zonder, kant: 0 };
  for (const [staart, kant] of [['1', 1], ['2', 2], ['left', 1], ['right', 2], ['links', 1], ['rechts', 2], ['a', 1], ['b', 2], ['l', 1], ['r', 2]] as const) {
    const voor = k.endsWith(staart) ? perKop.get(k.slice(0, -staart.length)) : k.startsWith(staart) ? perKop.get(k.slice(staart.length)) : undefined;
    if (voor !== undefined) return { kolom: voor, kant };
  }
  return null;
}

/** A person from the cells of a row; several values of one column are joined, or separated by |. */
export function leesPersoon(plaatsen: readonly (Kolom | null)[], cellen: readonly string[]): Persoonsgegevens {
  const w: Partial<Record<Kolom, string[]>> = {};
  for (const [i, kolom] of plaatsen.entries()) {
    const cel = cellen[i]?.trim() ?? '';
    if (kolom !== null && cel !== '' && !/^(?:null|nan|n\/a|none|-)$/i.test(cel)) (w[kolom] ??= []).push(cel);
  }
  const een = (k: Kolom): string | null => w[k]?.join(' ') ?? null;
  const lijst = (k: Kolom): string[] => (w[k] ?? []).flatMap((c) => c.split('|')).map((c) => c.trim()).filter((c) => c !== '');
  const geslacht = een('geslacht')?.toLowerCase() ?? '';
  const adres = { postcode: een('postcode'), huisnummer: een('huisnummer'), toevoeging: een('toevoeging'), straat: een('straat'), plaats: een('plaats') };
  return {
    naam: een('naam'), voornamen: een('voornamen'), roepnaam: een('roepnaam'), voorvoegsel: een('voorvoegsel'), geslachtsnaam: een('geslachtsnaam'), partnernaam: een('partnernaam'), andereNamen: lijst('anderenamen'),
    geboortedatum: een('geboortedatum'), geslacht: /^(?:m|man|male)$/.test(geslacht) ? 'm' : /^(?:v|f|vrouw|female|w)$/.test(geslacht) ? 'v' : null,
    adressen: Object.values(adres).some((d) => d !== null) ? [adres] : [], telefoons: lijst('telefoon'), emails: lijst('email'), accounts: lijst('account'), kenmerken: lijst('kenmerk'),
  };
}

/** Whether there is a name to begin with. */
export function heeftNaam(p: Persoonsgegevens): boolean {
  return [p.naam, p.voornamen, p.roepnaam, p.geslachtsnaam, p.partnernaam, p.voorvoegsel].some((n) => n !== null && n !== undefined && /[\p{L}\d]/u.test(n)) || (p.andereNamen ?? []).length > 0;
}
