import { type CsvFout, geordend } from './fouten.ts';
import type { ImportRij } from './lees.ts';
import type { Celrij, Importsoort, Verwijzing, Volledig } from './soorten.ts';

/** The keys that exist per kind: in the organisation, and in other files of the same import. Keys of the file itself need not be in it. */
export type BekendeSleutels = Readonly<Record<Verwijzing['naar'], readonly string[]>>;

export interface Wijziging {
  veld: string;
  van: string | number | boolean;
  naar: string | number | boolean;
}

/** What an import would do; the dry run shows it and the import does exactly it. */
export interface Vergelijking<Rij> {
  nieuw: { rij: number; waarde: Volledig<Rij> }[];
  gewijzigd: { rij: number; sleutel: string; waarde: Volledig<Rij>; velden: Wijziging[] }[];
  /** The rows that are in the organisation exactly so. */
  ongewijzigd: number[];
  /** Keys of the organisation that the file does not name; they stay as they are. */
  nietInBestand: string[];
  fouten: CsvFout[];
}

const onbekend: Readonly<Record<Verwijzing['naar'], string>> = {
  onderdelen: 'Er is geen onderdeel met deze code.',
  locaties: 'Er is geen locatie met deze code.',
  functies: 'Er is geen functie met deze code.',
  medewerkers: 'Er is geen medewerker met dit personeelsnummer. Importeer eerst de medewerkers, of laat deze kolom nu weg.',
};

/**
 * Compares a file with what the organisation has now (`huidig`), so that a second import updates. Keys match whatever the capitals and keep
 * the spelling that exists. Finds what is wrong only in the whole: references to nothing, a circle of onderdelen, an e-mail address that
 * someone outside the file already has.
 */
export function vergelijkImport<Rij extends Celrij>(
  soort: Importsoort<Rij>, huidig: readonly Volledig<Rij>[], bestand: readonly ImportRij<Rij>[], bekend: BekendeSleutels,
): Vergelijking<Rij> {
  const bestaand = new Map(huidig.map((waarde) => [kleineLetters(waarde[soort.sleutel]), waarde]));
  const spelling = sleutelSpelling(soort, huidig, bestand, bekend);
  const uit: Vergelijking<Rij> = { nieuw: [], gewijzigd: [], ongewijzigd: [], nietInBestand: [], fouten: [] };
  const eindstand = new Map<string, { rij: number | null; waarde: Volledig<Rij> }>();
  for (const [sleutel, waarde] of bestaand) eindstand.set(sleutel, { rij: null, waarde });

  for (const { rij, waarde } of bestand) {
    const sleutel = kleineLetters(waarde[soort.sleutel]);
    const oud = bestaand.get(sleutel);
    const nieuw = samengevoegd(soort, oud, waarde, spelling);
    eindstand.set(sleutel, { rij, waarde: nieuw });
    uit.fouten.push(...verwijsfouten(soort, rij, nieuw, spelling));
    const bezwaar = soort.controle?.(nieuw);
    if (bezwaar) uit.fouten.push({ code: 'waarde', rij, ...bezwaar });
    if (!oud) {
      uit.nieuw.push({ rij, waarde: nieuw });
      continue;
    }
    const velden = verschillen(oud, nieuw);
    if (velden.length === 0) uit.ongewijzigd.push(rij);
    else uit.gewijzigd.push({ rij, sleutel: String(oud[soort.sleutel]), waarde: nieuw, velden });
  }
  const rijen = [...eindstand.values()];
  for (const { rij, waarde } of rijen) if (rij === null) uit.nietInBestand.push(String(waarde[soort.sleutel]));
  for (const kolom of soort.uniek) if (kolom !== soort.sleutel) uit.fouten.push(...alInGebruik(rijen, kolom));
  for (const { veld, naar } of soort.verwijzingen) if (naar === soort.naam) uit.fouten.push(...kringen(rijen, soort.sleutel, veld));
  uit.fouten = geordend(uit.fouten);
  return uit;
}

function kleineLetters(waarde: unknown): string {
  return String(waarde).toLowerCase();
}

type Spelling = ReadonlyMap<Verwijzing['naar'], ReadonlyMap<string, string>>;

/** Per kind every known key in small letters with the way it is written; what exists goes before what the file writes. */
function sleutelSpelling<Rij extends Celrij>(
  soort: Importsoort<Rij>, huidig: readonly Volledig<Rij>[], bestand: readonly ImportRij<Rij>[], bekend: BekendeSleutels,
): Spelling {
  const uitBestand = bestand.map(({ waarde }) => String(waarde[soort.sleutel]));
  const uitHuidig = huidig.map((waarde) => String(waarde[soort.sleutel]));
  const soorten: readonly Verwijzing['naar'][] = ['onderdelen', 'locaties', 'functies', 'medewerkers'];
  return new Map(soorten.map((naar) => {
    const sleutels = naar === soort.naam ? [...uitBestand, ...bekend[naar], ...uitHuidig] : bekend[naar];
    return [naar, new Map(sleutels.map((sleutel) => [sleutel.toLowerCase(), sleutel]))];
  }));
}

/** The row as it will stand: what the file says, else what was there, else the default; keys in the spelling that exists. */
function samengevoegd<Rij extends Celrij>(soort: Importsoort<Rij>, oud: Volledig<Rij> | undefined, nieuw: Rij, spelling: Spelling): Volledig<Rij> {
  const gezegd = Object.fromEntries(Object.entries(nieuw).filter(([, waarde]) => waarde !== undefined));
  for (const { veld, naar } of [{ veld: soort.sleutel, naar: soort.naam }, ...soort.verwijzingen]) {
    const sleutel = gezegd[veld];
    if (typeof sleutel === 'string') gezegd[veld] = spelling.get(naar)?.get(sleutel.toLowerCase()) ?? sleutel;
  }
  // Every column is required by the schema, or has a default: that is what Importsoort.standaard is for.
  return { ...soort.standaard, ...oud, ...gezegd } as Volledig<Rij>;
}

function verschillen(oud: Celrij, nieuw: Celrij): Wijziging[] {
  return Object.entries(nieuw).flatMap(([veld, naar = '']) => {
    const van = oud[veld] ?? '';
    return van === naar ? [] : [{ veld, van, naar }];
  });
}

function verwijsfouten<Rij extends Celrij>(soort: Importsoort<Rij>, rij: number, waarde: Celrij, spelling: Spelling): CsvFout[] {
  return soort.verwijzingen.flatMap(({ veld, naar }): CsvFout[] => {
    const sleutel = String(waarde[veld] ?? '');
    if (sleutel === '' || spelling.get(naar)?.has(sleutel.toLowerCase())) return [];
    return [{ code: 'verwijzing', rij, kolom: veld, tekst: onbekend[naar] }];
  });
}

type Eindrij = { rij: number | null; waarde: Celrij };

/** Rows of the file whose value in this column belongs to someone who is not in the file. Doubles within the file were found at reading. */
function alInGebruik(rijen: readonly Eindrij[], kolom: string): CsvFout[] {
  const buiten = new Set(rijen.filter(({ rij }) => rij === null).map(({ waarde }) => kleineLetters(waarde[kolom])));
  return rijen.flatMap(({ rij, waarde }): CsvFout[] =>
    rij !== null && buiten.has(kleineLetters(waarde[kolom])) ? [{ code: 'dubbel', rij, kolom, tekst: 'Dit is al in gebruik bij een ander.' }] : []);
}

/** Rows of the file that, going up from parent to parent, come back to themselves. */
function kringen(rijen: readonly Eindrij[], sleutelveld: string, ouderveld: string): CsvFout[] {
  const perSleutel = new Map(rijen.map((eindrij) => [kleineLetters(eindrij.waarde[sleutelveld]), eindrij]));
  const klaar = new Set<string>();
  const fouten: CsvFout[] = [];
  for (const begin of perSleutel.keys()) {
    const pad: string[] = [];
    const opPad = new Set<string>();
    let hier = begin;
    while (perSleutel.has(hier) && !klaar.has(hier) && !opPad.has(hier)) {
      pad.push(hier);
      opPad.add(hier);
      hier = kleineLetters(perSleutel.get(hier)?.waarde[ouderveld] ?? '');
    }
    const kring = opPad.has(hier) ? pad.slice(pad.indexOf(hier)) : [];
    for (const sleutel of kring) {
      const rij = perSleutel.get(sleutel)?.rij ?? null;
      if (rij !== null) fouten.push({ code: 'kring', rij, kolom: ouderveld, tekst: kringtekst(kring, sleutel, perSleutel, sleutelveld) });
    }
    for (const sleutel of pad) klaar.add(sleutel);
  }
  return fouten;
}

function kringtekst(kring: readonly string[], sleutel: string, perSleutel: ReadonlyMap<string, Eindrij>, sleutelveld: string): string {
  if (kring.length === 1) return 'Dit onderdeel staat onder zichzelf.';
  const vanaf = kring.indexOf(sleutel);
  const rond = [...kring.slice(vanaf), ...kring.slice(0, vanaf), sleutel].map((deel) => String(perSleutel.get(deel)?.waarde[sleutelveld] ?? deel));
  const kort = rond.length > 6 ? [...rond.slice(0, 5), '…', ...rond.slice(-1)] : rond;
  return `Dit onderdeel komt zo onder zichzelf te staan: ${kort.join(' → ')}.`;
}
