import { Temporal } from 'temporal-polyfill';
import { isEenmalig, isVastgelegd, type Kanaalbereik, type Klasse, type Maatregelsoort } from './woorden.ts';

/** Where a measure reaches, as chosen. */
export interface Bereikkeuze {
  overal: boolean;
  locaties: readonly string[];
  onderdelen: readonly string[];
  kanalen: readonly Kanaalbereik[];
  functies: readonly string[];
}

export interface Voorstelkeuze {
  soort: Maatregelsoort;
  begin: Temporal.PlainDate | null;
  einde: Temporal.PlainDate | null;
  evaluatie: Temporal.PlainDate | null;
  bereik: Bereikkeuze;
  invulling: string;
  /** Of damage that is claimed; null when nothing readable was typed. */
  centen: number | null;
  spoed: boolean;
  uitspraak: string;
}

export interface Bezwaar {
  veld: string;
  tekst: string;
}

/** Kinds that say with words of their own what they come to. */
const invulvraag: Partial<Record<Maatregelsoort, string>> = {
  een_postbus: 'Vul in welk adres de betrokkene gebruikt, bijvoorbeeld één e-mailadres of één postbus.',
  contactquotum: 'Vul in hoe vaak en hoe de betrokkene contact mag hebben, bijvoorbeeld ‘twee telefoontjes per maand’.',
  via_gemachtigde: 'Vul in hoe het contact via de gemachtigde loopt.',
  opschorting: 'Vul in welke dienst stilstaat, en welke niet.',
  schadeverhaal: 'Vul in om welke schade het gaat.',
  rechterlijk_bevel: 'Vul in wat de rechter verbiedt of gebiedt.',
};

/** An amount as people type it ("1.250,50", "€ 80") in cents; null when it is none, or not more than nothing. */
export function leesCenten(typt: string): number | null {
  const kaal = typt.replace(/^\s*€?\s*/, '').trim();
  const m = /^(\d{1,3}(?:\.\d{3})+|\d{1,7})(?:,(\d{1,2}|-))?$/.exec(kaal);
  if (!m?.[1]) return null;
  const centen = Number(m[1].replaceAll('.', '')) * 100 + (m[2] === undefined || m[2] === '-' ? 0 : Number(m[2].padEnd(2, '0')));
  return centen > 0 && centen <= 1_000_000_00 ? centen : null;
}

/** Whole months of a measure, as the handelingskader counts them; a part of a month counts as a part. */
export function maandenVan(begin: Temporal.PlainDate, einde: Temporal.PlainDate): number {
  const na = einde.add({ days: 1 });
  const { months, days } = begin.until(na, { largestUnit: 'months' });
  return months + days / 31;
}

/**
 * How large the area is, as the handelingskader sees it; null for what reaches no place. One building can be all that a service has: where the advice
 * begins at the service, it counts as that.
 */
export function gebiedVan(b: Bereikkeuze, kleinste: 'locatie' | 'dienst' | 'organisatie' | null = null): 'locatie' | 'dienst' | 'organisatie' | null {
  if (b.overal) return 'organisatie';
  if (b.onderdelen.length > 0 || b.locaties.length > 1) return 'dienst';
  return b.locaties.length === 1 ? (kleinste === 'dienst' ? 'dienst' : 'locatie') : null;
}

/** What is wrong with a proposal, in the order of the form; empty when nothing is. `maxMaanden` is the organisation's own. */
export function bezwarenTegenVoorstel(v: Voorstelkeuze, vandaag: Temporal.PlainDate, maxMaanden: number): Bezwaar[] {
  const uit: Bezwaar[] = [];
  const zeg = (veld: string, tekst: string): void => void uit.push({ veld, tekst });
  if (!isEenmalig(v.soort)) uit.push(...bezwarenTegenDuur(v, vandaag, maxMaanden));
  const { overal, locaties, onderdelen, kanalen, functies } = v.bereik;
  if (v.soort === 'pandverbod' && !overal && locaties.length === 0) zeg('locaties', 'Kies in welke gebouwen de betrokkene niet mag komen, of kies de hele organisatie.');
  if (v.soort === 'contactbeperking' && kanalen.length === 0) zeg('kanalen', 'Kies welk contact niet meer mag.');
  if (v.soort === 'opschorting' && !overal && onderdelen.length === 0) zeg('onderdelen', 'Kies van welk onderdeel de dienst stilstaat.');
  if (overal && (locaties.length > 0 || onderdelen.length > 0)) zeg('overal', 'Kies de hele organisatie, of losse gebouwen en onderdelen. Niet allebei.');
  const vraag = invulvraag[v.soort];
  if (vraag !== undefined && v.invulling === '') zeg('invulling', vraag);
  if (v.soort === 'schadeverhaal' && v.centen === null) zeg('bedrag', 'Vul in om welk bedrag het gaat, bijvoorbeeld 1.250,00.');
  if (v.soort === 'contactbeperking' && functies.length > 0 && kanalen.length === 0) zeg('functies', 'Kies ook welk contact met deze functies niet meer mag.');
  if (isVastgelegd(v.soort) && v.uitspraak === '') zeg('uitspraak', 'Vul het nummer en de datum van de uitspraak in.');
  if (v.spoed && (isEenmalig(v.soort) || isVastgelegd(v.soort))) zeg('spoed', 'Deze maatregel kan niet met spoed. Vraag de betrokkene eerst om zijn kant van het verhaal.');
  return uit;
}

function bezwarenTegenDuur({ soort, begin, einde, evaluatie }: Voorstelkeuze, vandaag: Temporal.PlainDate, maxMaanden: number): Bezwaar[] {
  if (begin === null) return [{ veld: 'begin', tekst: 'Vul in op welke dag de maatregel begint.' }];
  if (einde === null) return [{ veld: 'einde', tekst: 'Vul in op welke dag de maatregel eindigt. Een maatregel zonder einde bestaat niet.' }];
  const uit: Bezwaar[] = [];
  // A court order may have begun before it was written down here.
  if (!isVastgelegd(soort) && Temporal.PlainDate.compare(begin, vandaag) < 0) uit.push({ veld: 'begin', tekst: 'Een maatregel begint vandaag of later, niet in het verleden.' });
  if (Temporal.PlainDate.compare(einde, begin) <= 0) return [...uit, { veld: 'einde', tekst: 'Het einde ligt niet na het begin. Kies een latere dag.' }];
  if (Temporal.PlainDate.compare(einde, begin.add({ months: maxMaanden }).subtract({ days: 1 })) > 0) uit.push({ veld: 'einde', tekst: `Dit is langer dan ${maxMaanden} maanden. Langer mag niet in jullie organisatie. Verlengen kan later, als er nieuwe feiten zijn.` });
  if (evaluatie === null) return [...uit, { veld: 'evaluatie', tekst: 'Vul in op welke dag je kijkt of de maatregel nog nodig is.' }];
  if (Temporal.PlainDate.compare(evaluatie, begin) < 0) uit.push({ veld: 'evaluatie', tekst: 'De evaluatie ligt voor het begin van de maatregel. Kies een dag ertussen.' });
  if (Temporal.PlainDate.compare(evaluatie, einde) > 0) uit.push({ veld: 'evaluatie', tekst: 'De evaluatie ligt na het einde van de maatregel. Kies een dag ertussen.' });
  return uit;
}

/** The part of a proposal that is still open, with where it is filled in. */
export interface Ontbrekend {
  deel: 'motivering' | 'dienstverlening' | 'tweede_persoon' | 'wederhoor' | 'weging';
  tekst: string;
}

export interface Voorstelstand {
  soort: Maatregelsoort;
  klasse: Klasse;
  spoed: boolean;
  feiten: number;
  nagekeken: boolean;
  normen: number;
  waaromMaatregel: string;
  waaromDuur: string;
  afweging: string;
  kanaalBlijft: string;
  contactpersoon: boolean;
  kerndiensten: number;
  aanNaam: string;
  aanAdres: string;
  bevestigd: boolean;
  gehoord: boolean;
  gewogen: boolean;
}

/** What a proposal still needs before someone can decide on it (functies D3, D6, D9). Empty: it is ready. */
export function ontbreekt(v: Voorstelstand): Ontbrekend[] {
  if (isVastgelegd(v.soort)) return [];
  const uit: Ontbrekend[] = [];
  const mis = (deel: Ontbrekend['deel'], als: boolean, tekst: string): void => void (als && uit.push({ deel, tekst }));
  mis('motivering', v.feiten === 0 || !v.nagekeken, 'Beschrijf wat er gebeurde, en kijk na dat er geen collega in te herkennen is.');
  mis('motivering', v.normen === 0, 'Kies welke norm is overtreden.');
  mis('motivering', v.waaromMaatregel === '', 'Schrijf waarom deze maatregel past.');
  mis('motivering', !isEenmalig(v.soort) && v.waaromDuur === '', 'Schrijf waarom de maatregel zo lang duurt.');
  mis('motivering', v.afweging === '', 'Schrijf wat er is afgewogen.');
  mis('dienstverlening', v.kanaalBlijft === '' || !v.contactpersoon || v.kerndiensten === 0, 'Regel hoe de dienstverlening doorgaat: welk kanaal, en wie de contactpersoon is.');
  mis('dienstverlening', v.aanNaam === '' || v.aanAdres === '', 'Vul in aan wie de brief gaat.');
  mis('tweede_persoon', v.klasse === 'onevenredig_beroep' && !v.bevestigd, 'Een tweede persoon moet dit voorstel bevestigen. Veel klagen is geen agressie.');
  mis('wederhoor', !v.spoed && !v.gehoord, 'Vraag de betrokkene om zijn kant van het verhaal. Zonder wederhoor kan niemand beslissen.');
  mis('weging', v.gehoord && !v.gewogen, 'Schrijf hoe je hebt meegewogen wat de betrokkene zei.');
  return uit;
}
