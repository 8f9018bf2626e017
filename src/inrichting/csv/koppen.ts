import { bestandsfout, type CsvFout } from './fouten.ts';
import type { Kolom } from './kolom.ts';
import { CsvError, ontleed } from './ontleed.ts';

/** The separators we read, and those we only recognise to name them. */
const leesbaar = [';', ',', '\t'] as const;
const alleenHerkend = ['|', ':', '^', '~'] as const;

type Scheiding = { ok: true; teken: string } | { ok: false; fout: CsvFout };

/** The separator under which most headers are known; the header row decides, because the cells below may hold anything. */
export function kiesScheidingsteken(tekst: string, kolommen: readonly Kolom[]): Scheiding {
  const tellingen = leesbaar.map((teken) => ({ teken, bekend: aantalBekend(tekst, teken, kolommen) }));
  const beste = tellingen.reduce((een, ander) => (ander.bekend > een.bekend ? ander : een));
  const vreemd = alleenHerkend.find((teken) => aantalBekend(tekst, teken, kolommen) > Math.max(beste.bekend, 1));
  if (vreemd !== undefined) {
    return { ok: false, fout: bestandsfout('scheidingsteken', `De kolommen in dit bestand zijn gescheiden met ${vreemd}. Gebruik een puntkomma, een komma of een tab.`) };
  }
  if (beste.bekend > 0) return { ok: true, teken: beste.teken };
  const nodig = kolommen.filter((kolom) => kolom.verplicht).map((kolom) => kolom.naam).join(', ');
  return { ok: false, fout: bestandsfout('geen-koppen', `In de eerste rij staan geen koppen die we kennen. Nodig zijn: ${nodig}.`) };
}

function aantalBekend(tekst: string, delimiter: string, kolommen: readonly Kolom[]): number {
  try {
    const [koppen = []] = ontleed(tekst.slice(0, 20_000), delimiter, 1);
    return koppen.filter((kop) => kolomVan(kop, kolommen) !== undefined).length;
  } catch (oorzaak) {
    if (oorzaak instanceof CsvError) return 0;
    throw oorzaak;
  }
}

/** "E-mailadres", "e_mailadres " and "EMAILADRES" are the same header. */
function kaal(kop: string): string {
  return kop.normalize('NFKD').toLowerCase().replace(/[^\p{L}\d]/gu, '');
}

function kolomVan<Naam extends string>(kop: string, kolommen: readonly Kolom<Naam>[]): Kolom<Naam> | undefined {
  const gezocht = kaal(kop);
  return kolommen.find((kolom) => kaal(kolom.naam) === gezocht) ?? kolommen.find((kolom) => kolom.synoniemen.some((naam) => kaal(naam) === gezocht));
}

export interface Koppen<Naam extends string> {
  /** The column at each place of a row; unknown columns are left out. */
  plaatsen: Map<number, Kolom<Naam>>;
  fouten: CsvFout[];
  waarschuwingen: string[];
}

/**
 * Which column stands where; an error for each that is missing or there twice, a warning for what will be skipped. Our own name goes
 * before a synonym: with "afdeling" and "onderdeel_code" in one file, the second is the code and the first is skipped.
 */
export function herkenKoppen<Naam extends string>(koppen: readonly string[], kolommen: readonly Kolom<Naam>[], rij: number): Koppen<Naam> {
  const uit: Koppen<Naam> = { plaatsen: new Map(), fouten: [], waarschuwingen: [] };
  const over = (kop: string) => uit.waarschuwingen.push(`De kolom “${kop.trim().slice(0, 40)}” slaan we over.`);
  const perKolom = Map.groupBy(koppen.map((kop, plaats) => ({ kop, plaats })), ({ kop }) => kolomVan(kop, kolommen));
  for (const [kolom, gevonden] of perKolom) {
    if (!kolom) {
      for (const { kop } of gevonden) if (kop.trim() !== '') over(kop);
      continue;
    }
    const eigen = gevonden.filter(({ kop }) => kaal(kop) === kaal(kolom.naam));
    const [keus, ...meer] = eigen.length > 0 ? eigen : gevonden;
    if (keus) uit.plaatsen.set(keus.plaats, kolom);
    if (meer.length > 0) {
      uit.fouten.push({ code: 'dubbele-kop', rij, kolom: kolom.naam, tekst: `Er zijn ${meer.length + 1} kolommen voor “${kolom.naam}”. Geef één kolom precies die kop.` });
    } else if (eigen.length > 0) {
      for (const { kop } of gevonden) if (!eigen.some((zelf) => zelf.kop === kop)) over(kop);
    }
  }
  const aanwezig = new Set([...uit.plaatsen.values()].map((kolom) => kolom.naam));
  for (const { naam, verplicht } of kolommen) {
    if (verplicht && !aanwezig.has(naam)) uit.fouten.push({ code: 'kolom-ontbreekt', rij, kolom: naam, tekst: `De kolom “${naam}” ontbreekt.` });
  }
  return uit;
}
