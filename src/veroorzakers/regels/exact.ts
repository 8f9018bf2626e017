import type { Persoonsgegevens } from '../../herkennen/index.ts';

/**
 * The ways of looking up that civil servants know from the BRP (name and date of birth; name and place; postcode and number; street, number
 * and place), and what is a number of its own. Exact but for capitals, accents and spaces. Everything that only looks alike is the matcher's.
 */
export const exactwoorden = {
  collega: 'Het is dezelfde collega',
  kenmerk: 'Zelfde kenmerk',
  telefoon: 'Zelfde telefoonnummer',
  email: 'Zelfde e-mailadres',
  account: 'Zelfde account',
  naam_geboorte: 'Zelfde achternaam en geboortedatum',
  naam_plaats: 'Zelfde naam en woonplaats',
  postcode: 'Zelfde postcode en huisnummer',
  straat: 'Zelfde straat, huisnummer en woonplaats',
} as const;
export type Exact = keyof typeof exactwoorden;

/** Letters and digits only, without capitals and accents. */
export function plat(t: string | null | undefined): string {
  return (t ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

const nummer = (h: string | number | null | undefined): string => /\d+/.exec(String(h ?? ''))?.[0] ?? '';
const cijfers = (t: string): string => t.replace(/\D/g, '').slice(-9);

/** Keys for what must be found however it is spelt elsewhere in the record. */
export function exacteSleutels(g: Persoonsgegevens): string[] {
  const adres = (g.adressen ?? []).flatMap((a) => {
    const nr = nummer(a.huisnummer);
    if (nr === '') return [];
    return [...(a.postcode ? [`=p:${plat(a.postcode)}:${nr}`] : []), ...(a.straat && a.plaats ? [`=s:${plat(a.straat)}:${nr}:${plat(a.plaats)}`] : [])];
  });
  return [
    ...adres, ...(g.telefoons ?? []).map(cijfers).filter((t) => t.length >= 6).map((t) => `=t:${t}`), ...(g.emails ?? []).map((e) => `=e:${e.trim().toLowerCase()}`),
    ...(g.accounts ?? []).map(plat).filter((t) => t !== '').map((t) => `=a:${t}`), ...(g.kenmerken ?? []).map(plat).filter((t) => t !== '').map((t) => `=k:${t}`),
  ];
}

function volledig(d: Persoonsgegevens['geboortedatum']): string {
  if (typeof d !== 'object' || d === null) return '';
  return d.jaar !== null && d.maand !== null && d.dag !== null ? `${d.jaar}-${d.maand}-${d.dag}` : '';
}

/** By which exact facts a person fits what was asked; the strongest, or null. */
export function exactPad(vraag: Persoonsgegevens, ander: Persoonsgegevens): Exact | null {
  const delen = new Set(exacteSleutels(ander));
  const gelijk = exacteSleutels(vraag).filter((s) => delen.has(s)).map((s) => s.charAt(1));
  if (gelijk.includes('k')) return 'kenmerk';
  if (gelijk.includes('t')) return 'telefoon';
  if (gelijk.includes('e')) return 'email';
  if (gelijk.includes('a')) return 'account';
  const achternaam = plat(vraag.geslachtsnaam);
  const zelfdeAchternaam = achternaam !== '' && [ander.geslachtsnaam, ander.partnernaam].some((n) => plat(n) === achternaam);
  if (zelfdeAchternaam && volledig(vraag.geboortedatum) !== '' && volledig(vraag.geboortedatum) === volledig(ander.geboortedatum)) return 'naam_geboorte';
  const plaatsen = new Set((ander.adressen ?? []).map((a) => plat(a.plaats)));
  if (zelfdeAchternaam && plat(vraag.voornamen) !== '' && plat(vraag.voornamen) === plat(ander.voornamen) && (vraag.adressen ?? []).some((a) => plat(a.plaats) !== '' && plaatsen.has(plat(a.plaats)))) return 'naam_plaats';
  if (gelijk.includes('p')) return 'postcode';
  return gelijk.includes('s') ? 'straat' : null;
}
