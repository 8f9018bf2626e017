import { importsoorten, schrijfCsv, type Celwaarde } from '../csv/index.ts';
import type { Soort } from './stand.ts';

/** Rows of the example files, that refer to each other: read in together they make a small organisation. */
const rijen: Record<Soort, readonly Readonly<Record<string, Celwaarde>>[]> = {
  onderdelen: [
    { code: 'DIR', naam: 'Directie', ouder_code: '', leidinggevende_personeelsnummer: '1001', fase: 3, compartiment: 'ambtelijk', actief: true },
    { code: 'BZ', naam: 'Burgerzaken', ouder_code: 'DIR', leidinggevende_personeelsnummer: '1002', fase: 3, compartiment: 'ambtelijk', actief: true },
    { code: 'RAAD', naam: 'Gemeenteraad', ouder_code: '', leidinggevende_personeelsnummer: '', fase: 3, compartiment: 'politiek', actief: true },
  ],
  locaties: [{ code: 'SH', naam: 'Balie stadhuis', adres: 'Markt 1', postcode: '1234 AB', plaats: 'Voorbeeldstad', actief: true }],
  functies: [{ code: 'DIR', naam: 'Directeur', actief: true }, { code: 'BALIE', naam: 'Baliemedewerker', actief: true }],
  medewerkers: [
    { personeelsnummer: '1001', voornaam: 'Anna', tussenvoegsel: '', achternaam: 'Voorbeeld', email: 'a.voorbeeld@gemeente.example', telefoon: '06 12345678', onderdeel_code: 'DIR', functie_code: 'DIR', locatie_code: 'SH', soort: 'medewerker', werkgever: '', actief: true },
    { personeelsnummer: '1002', voornaam: 'Bram', tussenvoegsel: 'van der', achternaam: 'Voorbeeld', email: 'b.vandervoorbeeld@gemeente.example', telefoon: '', onderdeel_code: 'BZ', functie_code: 'BALIE', locatie_code: 'SH', soort: 'medewerker', werkgever: '', actief: true },
    { personeelsnummer: 'R01', voornaam: 'Cora', tussenvoegsel: '', achternaam: 'Voorbeeld', email: 'c.voorbeeld@raad.example', telefoon: '', onderdeel_code: 'RAAD', functie_code: '', locatie_code: '', soort: 'politiek', werkgever: '', actief: true },
    { personeelsnummer: 'X01', voornaam: 'Dirk', tussenvoegsel: '', achternaam: 'Voorbeeld', email: 'd.voorbeeld@beveiliging.example', telefoon: '', onderdeel_code: 'BZ', functie_code: '', locatie_code: 'SH', soort: 'ingehuurd', werkgever: 'Voorbeeld Beveiliging bv', actief: true },
  ],
};

/** An example file of a kind, with every column. */
export function voorbeeldbestand(soort: Soort): string {
  const namen = importsoorten[soort].kolommen.map((k) => k.naam);
  return schrijfCsv(namen, rijen[soort].map((r) => namen.map((n) => r[n] ?? '')));
}
