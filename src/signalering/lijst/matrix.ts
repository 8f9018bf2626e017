import { LEEG, leesAdresdeel, leesVrijeRegel, type Lijstregel, type Ruwevraag } from './regel.ts';

type Kolom = keyof Ruwevraag | 'voornaam' | 'voorvoegsel' | 'achternaam' | 'adres' | 'tijd';

const koppen: Readonly<Record<Kolom, readonly string[]>> = {
  naam: ['naam', 'volledigenaam', 'client', 'burger', 'inwoner', 'persoon', 'wie'],
  voornaam: ['voornaam', 'voornamen', 'roepnaam', 'voorletters', 'initialen'],
  voorvoegsel: ['voorvoegsel', 'voorvoegsels', 'tussenvoegsel', 'tussenvoegsels'],
  achternaam: ['achternaam', 'geslachtsnaam', 'familienaam'],
  geboortedatum: ['geboortedatum', 'gebdatum', 'gebdat', 'geboren', 'datumgeboorte'],
  postcode: ['postcode', 'pc'],
  huisnummer: ['huisnummer', 'huisnr', 'nummer', 'nr', 'hnr'],
  toevoeging: ['toevoeging', 'huisnummertoevoeging', 'huisletter', 'toev'],
  telefoon: ['telefoon', 'telefoonnummer', 'tel', 'mobiel', 'mobielnummer'],
  adres: ['adres', 'straatenhuisnummer', 'locatie', 'bezoekadres'],
  tijd: ['tijd', 'tijdstip', 'begintijd', 'aanvang', 'start'],
};

const kaal = (kop: string): string => kop.normalize('NFKD').toLowerCase().replace(/[^\p{L}]/gu, '');

function kolomVan(kop: string): Kolom | undefined {
  const k = kaal(kop);
  return (Object.keys(koppen) as Kolom[]).find((kolom) => koppen[kolom].includes(k));
}

/** The columns by their headers, when the first row is one; at least one must say who or where. */
function kopregel(rij: readonly string[]): Map<number, Kolom> | null {
  const gevonden = new Map<number, Kolom>();
  for (const [i, cel] of rij.entries()) {
    const kolom = kolomVan(cel);
    if (kolom !== undefined && ![...gevonden.values()].includes(kolom)) gevonden.set(i, kolom);
  }
  const wat = new Set(gevonden.values());
  return wat.has('naam') || wat.has('achternaam') || wat.has('adres') || wat.has('postcode') ? gevonden : null;
}

/** Rows of cells as questions. The number is that of the row in the sender's own list. Empty rows are passed over. */
export function regelsUit(matrix: readonly (readonly string[])[]): Lijstregel[] {
  const eerste = matrix.findIndex((rij) => rij.some((c) => c.trim() !== ''));
  const kolommen = eerste < 0 ? null : kopregel(matrix[eerste] ?? []);
  const uit: Lijstregel[] = [];
  for (const [i, rij] of matrix.entries()) {
    if (rij.every((c) => c.trim() === '') || (kolommen && i === eerste)) continue;
    uit.push({ nummer: i + 1, ...(kolommen ? metKolommen(rij, kolommen) : { tijd: '', vraag: leesVrijeRegel(rij) }) });
  }
  return uit;
}

function metKolommen(rij: readonly string[], kolommen: ReadonlyMap<number, Kolom>): Omit<Lijstregel, 'nummer'> {
  const w: Partial<Record<Kolom, string>> = {};
  for (const [i, kolom] of kolommen) w[kolom] = (rij[i] ?? '').trim();
  const adres = leesAdresdeel(w.adres ?? '');
  const naam = w.naam !== undefined && w.naam !== '' ? w.naam : [w.voornaam, w.voorvoegsel, w.achternaam].filter(Boolean).join(' ');
  const anders = (eigen: string | undefined, uitAdres: string): string => (eigen !== undefined && eigen !== '' ? eigen : uitAdres);
  return {
    tijd: (w.tijd ?? '').slice(0, 20),
    vraag: {
      ...LEEG, naam, geboortedatum: w.geboortedatum ?? '', telefoon: w.telefoon ?? '', postcode: anders(w.postcode, adres.postcode), huisnummer: anders(w.huisnummer, adres.huisnummer),
      toevoeging: w.huisnummer !== undefined && w.huisnummer !== '' ? (w.toevoeging ?? '') : anders(w.toevoeging, adres.toevoeging),
    },
  };
}
