import type { Id } from '../../kern/ids.ts';
import type { Compartiment, Rol } from '../../kern/rechten/index.ts';
import type { Geslacht, Herkomst } from '../data/voornamen.ts';

/** How an organisation of the demo is made up. Numbers of people include those who are named. */
export interface Organisatieplan {
  slug: string;
  naam: string;
  soort: 'gemeente' | 'provincie' | 'waterschap';
  /** What stands after the @. */
  domein: string;
  /** First letter of the staff numbers. */
  letter: string;
  telefoon: { opvang: string; beveiliging: string };
  locaties: readonly Locatieplan[];
  functies: Readonly<Record<string, string>>;
  onderdelen: readonly Onderdeelplan[];
  vasten: readonly Vaste[];
}

export interface Locatieplan {
  code: string;
  naam: string;
  /** As a sentence has it: "bij de uitgang van …". */
  inZin: string;
  adres: string;
  postcode: string;
  plaats: string;
}

export interface Onderdeelplan {
  code: string;
  naam: string;
  ouder?: string;
  /** Adoption phase; 3 when absent. */
  fase?: 1 | 2;
  compartiment?: Compartiment;
  aantal: number;
  /** Function of who leads it; nobody leads it when absent (a council leads itself). */
  leiding?: string;
  functies: readonly (readonly [string, number])[];
  locaties: readonly (readonly [string, number])[];
  soort?: 'politiek' | 'ingehuurd';
  werkgever?: string;
}

/** Someone with a name of his own, who has a part to play. */
export interface Vaste {
  sleutel: string;
  nummer: string;
  voornaam: string;
  tussenvoegsel?: string;
  achternaam: string;
  geslacht: Geslacht;
  onderdeel: string;
  functie: string;
  locatie: string;
  leidt?: true;
  rollen?: readonly { rol: Rol; compartiment?: Compartiment }[];
  soort?: 'politiek' | 'ingehuurd';
  werkgever?: string;
}

export interface Mens {
  id: Id;
  /** Of those who have a part to play. */
  sleutel: string | null;
  nummer: string;
  voornaam: string;
  tussenvoegsel: string;
  achternaam: string;
  geslacht: Geslacht;
  herkomst: Herkomst;
  onderdeel: string;
  functie: string;
  locatie: string;
  soort: 'medewerker' | 'politiek' | 'ingehuurd';
  werkgever: string;
  rollen: readonly { rol: Rol; compartiment: Compartiment }[];
}
