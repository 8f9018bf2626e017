import type { Niveau, Veld } from './typen.ts';

const NAAM: Readonly<Partial<Record<Niveau, string>>> = {
  gelijk: 'gelijk', schrijfwijze: 'gelijk, anders geschreven', klank: 'klinkt gelijk', roepnaam: 'is een vorm van dezelfde naam', voorletter: 'voorletter gelijk', afkorting: 'is een verkorting', een_letter: 'één letter anders',
  lijkt: 'lijkt erop', anders: 'anders',
};

const TEKSTEN: Readonly<Record<Veld, Readonly<Partial<Record<Niveau, string>>>>> = {
  achternaam: { ...met('achternaam', NAAM), deel: 'deel van de achternaam anders', voorvoegsel: 'voorvoegsel anders', extra: 'achternaam heeft bij een van beide een deel meer' },
  voornaam: { ...met('voornaam', NAAM), voorletter: 'voorletter gelijk', deel: 'andere voornamen verschillen', extra: 'een van beide heeft meer voornamen', verwisseld: 'eerste voornaam staat bij de ander niet vooraan' },
  naam: { ...met('naam', NAAM), verwisseld: 'voornaam en achternaam verwisseld', deel: 'deel van de naam gelijk' },
  geboortedatum: {
    gelijk: 'geboortedatum gelijk', een_cijfer: 'geboortedatum één cijfer anders', dag_maand: 'geboortedatum: dag en maand verwisseld', jaar_ernaast: 'geboortedatum gelijk, jaar één ernaast', dag_en_maand: 'geboortedag en -maand gelijk, jaar anders',
    jaar_en_maand: 'geboortejaar en -maand gelijk, dag anders', alleen_jaar: 'alleen geboortejaar gelijk', deel: 'geboortedatum gelijk voor zover bekend', twee_cijfers: 'geboortedatum twee cijfers anders', jaar_dichtbij: 'geboortedatum anders, jaar in de buurt', anders: 'geboortedatum anders',
  },
  geslacht: { gelijk: 'geslacht gelijk', anders: 'geslacht anders' },
  adres: {
    gelijk: 'adres gelijk', zelfde_pand: 'zelfde huisnummer, andere toevoeging', zelfde_straat: 'zelfde straat, huisnummer anders of onbekend', zelfde_buurt: 'zelfde buurt of plaats', een_cijfer: 'huisnummer gelijk, postcode één teken anders', anders: 'ander adres (kan verhuisd zijn)',
  },
  telefoon: { gelijk: 'telefoonnummer gelijk', een_cijfer: 'telefoonnummer één cijfer anders', anders: 'ander telefoonnummer' },
  email: { gelijk: 'e-mailadres gelijk', een_letter: 'e-mailadres één teken anders', deel: 'e-mailadres gelijk tot aan de @', anders: 'ander e-mailadres' },
  account: { gelijk: 'account gelijk' },
  kenmerk: { gelijk: 'eigen kenmerk gelijk' },
  familie: { rivaal: 'kan ook een familielid of huisgenoot zijn' },
};

function met(veld: string, woorden: Readonly<Partial<Record<Niveau, string>>>): Partial<Record<Niveau, string>> {
  return Object.fromEntries(Object.entries(woorden).map(([niveau, tekst]) => [niveau, `${veld} ${tekst}`]));
}

/** Plain Dutch for a reason; never the value itself. */
export function redentekst(veld: Veld, niveau: Niveau): string {
  return TEKSTEN[veld][niveau] ?? `${veld} ${niveau}`;
}
