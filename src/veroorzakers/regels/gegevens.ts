import { z } from 'zod';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Temporal } from 'temporal-polyfill';
import { veldfout } from '../../kern/fouten/index.ts';
import { keuze, tekst, vinkje } from '../../kern/invoer.ts';
import { geborenTekst, geenBsn, huisnummerTekst, leesGeboren, leesHuisnummer, leesPostcode, regels, type Geboren } from './invoer.ts';
import { naamtekst, type Naamrij } from './naam.ts';
import { persoonssoorten, type Middelsoort, type Persoonssoort } from './woorden.ts';

/** What one record tells of a person, as the form holds it. */
export interface Gegevens {
  soort: Persoonssoort;
  namen: Naamrij[];
  geboren: Geboren;
  /** Where he lives now, as far as is known; null when nothing is. */
  adres: Woonadres | null;
  middelen: { soort: Middelsoort; waarde: string }[];
  omschrijving: string;
}

export interface Woonadres {
  straat: string;
  huisnummer: number | null;
  toevoeging: string;
  postbus: number | null;
  postcode: string;
  woonplaats: string;
}

const MEESTE = 20;
const soorten = Object.keys(persoonssoorten) as [Persoonssoort, ...Persoonssoort[]];

/** The fields of the form; everything may be empty. */
export const persoonvelden = {
  soort: keuze(soorten, 'Kies wie of wat het is.'),
  voornamen: tekst({ max: 200 }), voorvoegsel: tekst({ max: 40 }), geslachtsnaam: tekst({ max: 200 }), roepnaam: tekst({ max: 100 }), partnernaam: tekst({ max: 200 }),
  vroegere: tekst({ max: 4_000 }), alias: tekst({ max: 4_000 }), geboren: tekst({ max: 60 }),
  straat: tekst({ max: 200 }), huisnummer: tekst({ max: 40 }), postcode: tekst({ max: 20 }), woonplaats: tekst({ max: 100 }), adres_fout: vinkje,
  telefoons: tekst({ max: 2_000 }), emails: tekst({ max: 4_000 }), accounts: tekst({ max: 4_000 }), kenmerken: tekst({ max: 4_000 }), omschrijving: tekst({ max: 5_000 }),
};
export type Persoonvelden = z.output<z.ZodObject<typeof persoonvelden>>;
/** What each field is called, for the list of errors. */
export const veldnamen: Record<keyof Persoonvelden, string> = {
  soort: 'Wie of wat', voornamen: 'Voornamen', voorvoegsel: 'Voorvoegsel', geslachtsnaam: 'Achternaam', roepnaam: 'Roepnaam', partnernaam: 'Naam van de partner', vroegere: 'Vroegere namen', alias: 'Ook bekend als',
  geboren: 'Geboortedatum', straat: 'Straat', huisnummer: 'Huisnummer', postcode: 'Postcode', woonplaats: 'Woonplaats', adres_fout: 'Het oude adres klopte niet', telefoons: 'Telefoon', emails: 'E-mail',
  accounts: 'Accounts', kenmerken: 'Eigen kenmerken', omschrijving: 'Omschrijving',
};

/** Reads the form; throws at the field what cannot be. */
export function leesGegevens(f: Persoonvelden, vandaag: Temporal.PlainDate): Gegevens {
  for (const veld of ['voornamen', 'voorvoegsel', 'geslachtsnaam', 'roepnaam', 'partnernaam', 'vroegere', 'alias', 'huisnummer', 'telefoons', 'accounts', 'kenmerken', 'omschrijving'] as const) geenBsn(f[veld], veld);
  const namen: Naamrij[] = [];
  if (f.voornamen !== '' || f.geslachtsnaam !== '') namen.push({ soort: 'geboorte', voornamen: f.voornamen, voorvoegsel: f.voorvoegsel, geslachtsnaam: f.geslachtsnaam });
  else if (f.voorvoegsel !== '') throw veldfout('geslachtsnaam', 'Bij een voorvoegsel hoort een achternaam.');
  const heel = (soort: Naamrij['soort'], naam: string): Naamrij => ({ soort, voornamen: '', voorvoegsel: '', geslachtsnaam: naam });
  if (f.partnernaam !== '') namen.push(heel('partner', f.partnernaam));
  if (f.roepnaam !== '') namen.push({ soort: 'roepnaam', voornamen: f.roepnaam, voorvoegsel: '', geslachtsnaam: '' });
  namen.push(...regels(f.vroegere, MEESTE, 'vroegere').map((n) => heel('vroegere', n)), ...regels(f.alias, MEESTE, 'alias').map((n) => heel('alias', n)));
  const nummer = leesHuisnummer(f.huisnummer, 'huisnummer');
  const adres: Woonadres = { straat: f.straat, ...nummer, postcode: leesPostcode(f.postcode, 'postcode'), woonplaats: f.woonplaats };
  const leegAdres = adres.straat === '' && adres.huisnummer === null && adres.postbus === null && adres.postcode === '' && adres.woonplaats === '';
  const middelen = [
    ...regels(f.telefoons, MEESTE, 'telefoons').map((w) => ({ soort: 'telefoon' as const, waarde: telefoon(w) })),
    ...regels(f.emails, MEESTE, 'emails').map((w) => ({ soort: 'email' as const, waarde: email(w) })),
    ...regels(f.accounts, MEESTE, 'accounts').map((w) => ({ soort: 'account' as const, waarde: w })),
    ...regels(f.kenmerken, MEESTE, 'kenmerken').map((w) => ({ soort: 'kenmerk' as const, waarde: w })),
  ];
  const uit: Gegevens = { soort: f.soort, namen, geboren: leesGeboren(f.geboren, vandaag, 'geboren'), adres: leegAdres ? null : adres, middelen, omschrijving: f.omschrijving };
  if (namen.length === 0 && uit.adres === null && middelen.length === 0 && uit.omschrijving === '') throw veldfout('omschrijving', 'Schrijf op wat je weet: een naam, of hoe je deze persoon herkent.');
  return uit;
}

function telefoon(w: string): string {
  const n = parsePhoneNumberFromString(w, 'NL');
  if (!n || !n.isPossible()) throw veldfout('telefoons', 'Een van de telefoonnummers klopt niet. Schrijf bijvoorbeeld 06 12345678, of +32 470 12 34 56.');
  return n.country === 'NL' ? n.formatNational() : n.formatInternational();
}

function email(w: string): string {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(w)) throw veldfout('emails', 'Een van de e-mailadressen klopt niet. Er hoort een @ en een punt in te staan.');
  return w;
}

const lijst = (g: Gegevens, soort: Middelsoort): string => g.middelen.filter((m) => m.soort === soort).map((m) => m.waarde).join('\n');
const namenVan = (g: Gegevens, soort: Naamrij['soort']): string => g.namen.filter((n) => n.soort === soort).map(naamtekst).join('\n');

/** The same back into the fields of the form. */
export function naarVelden(g: Gegevens): Record<Exclude<keyof Persoonvelden, 'adres_fout'>, string> {
  const eigen = g.namen.find((n) => n.soort === 'geboorte');
  return {
    soort: g.soort, voornamen: eigen?.voornamen ?? '', voorvoegsel: eigen?.voorvoegsel ?? '', geslachtsnaam: eigen?.geslachtsnaam ?? '', roepnaam: namenVan(g, 'roepnaam'), partnernaam: namenVan(g, 'partner'),
    vroegere: namenVan(g, 'vroegere'), alias: namenVan(g, 'alias'), geboren: geborenTekst(g.geboren), straat: g.adres?.straat ?? '', huisnummer: g.adres ? huisnummerTekst(g.adres) : '', postcode: g.adres?.postcode ?? '',
    woonplaats: g.adres?.woonplaats ?? '', telefoons: lijst(g, 'telefoon'), emails: lijst(g, 'email'), accounts: lijst(g, 'account'), kenmerken: lijst(g, 'kenmerk'), omschrijving: g.omschrijving,
  };
}

/** What differs between two states of a record: per field, as people read it. */
export function verschillen(was: Gegevens, werd: Gegevens): { veld: string; was: string; werd: string }[] {
  const [a, b] = [naarVelden(was), naarVelden(werd)];
  return (Object.keys(a) as (keyof typeof a)[]).filter((v) => a[v] !== b[v]).map((veld) => ({ veld, was: leesbaar(veld, a[veld]), werd: leesbaar(veld, b[veld]) }));
}

function leesbaar(veld: string, w: string): string {
  return veld === 'soort' ? (persoonssoorten[w as Persoonssoort] ?? w) : w;
}

const TUSSEN = new Set(['van', 'de', 'den', 'der', 'ter', 'ten', 'te', 'het', '’t', "'t", 'op', 'in', 'aan', 'bij', 'von', 'la', 'le', 'du', 'al', 'el', 'v.d.', 'vd', 'v/d', 'v.', 'd.']);

/** A whole name as it was reported, laid in the fields to begin with; a person corrects it. "Berg, Jan van den" and "Jan van den Berg". */
export function splitsNaam(heel: string): { voornamen: string; voorvoegsel: string; geslachtsnaam: string } {
  const [achter, voor] = heel.split(',', 2).map((d) => d.trim());
  const woorden = (voor === undefined || voor === '' ? (achter ?? '') : `${voor} ${achter ?? ''}`).split(/\s+/).filter((w) => w !== '');
  if (woorden.length <= 1) return { voornamen: '', voorvoegsel: '', geslachtsnaam: woorden[0] ?? '' };
  const tussen = woorden.findIndex((w) => TUSSEN.has(w.toLowerCase()));
  if (tussen < 0) {
    const grens = voor === undefined || voor === '' ? woorden.length - 1 : voor.split(/\s+/).length;
    return { voornamen: woorden.slice(0, grens).join(' '), voorvoegsel: '', geslachtsnaam: woorden.slice(grens).join(' ') };
  }
  let einde = tussen;
  while (einde < woorden.length - 1 && TUSSEN.has((woorden[einde] ?? '').toLowerCase())) einde += 1;
  return { voornamen: woorden.slice(0, tussen).join(' '), voorvoegsel: woorden.slice(tussen, einde).join(' '), geslachtsnaam: woorden.slice(einde).join(' ') };
}
