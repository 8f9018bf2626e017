import type { Generated, GeneratedAlways } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Rol } from '../../kern/rechten/index.ts';

export interface OrganisatieTabel {
  organisatie_id: string;
  naam: string;
  soort: 'gemeente' | 'provincie' | 'waterschap' | 'anders';
  slug: string;
  instellingen: Generated<unknown>;
  demo: Generated<boolean>;
  versie: Generated<number>;
}

export interface OnderdeelTabel {
  organisatie_id: string;
  id: string;
  code: string;
  naam: string;
  ouder_id: string | null;
  leidinggevende_id: string | null;
  fase: Generated<number>;
  compartiment: Generated<'ambtelijk' | 'politiek'>;
  actief: Generated<boolean>;
  versie: Generated<number>;
}

export interface LocatieTabel {
  organisatie_id: string;
  id: string;
  code: string;
  naam: string;
  adres: Generated<string>;
  postcode: Generated<string>;
  plaats: Generated<string>;
  actief: Generated<boolean>;
  versie: Generated<number>;
}

export interface FunctieTabel {
  organisatie_id: string;
  id: string;
  code: string;
  naam: string;
  actief: Generated<boolean>;
  versie: Generated<number>;
}

export interface MedewerkerTabel {
  organisatie_id: string;
  id: string;
  personeelsnummer: string;
  voornaam: string;
  tussenvoegsel: Generated<string>;
  achternaam: string;
  naam: GeneratedAlways<string>;
  email: string;
  telefoon: Generated<string>;
  onderdeel_id: string;
  functie_id: string | null;
  locatie_id: string | null;
  soort: Generated<'medewerker' | 'politiek' | 'ingehuurd'>;
  werkgever: Generated<string>;
  actief: Generated<boolean>;
  versie: Generated<number>;
}

export interface RoltoekenningTabel {
  organisatie_id: string;
  id: string;
  medewerker_id: string;
  rol: Rol;
  compartiment: Generated<'ambtelijk' | 'politiek'>;
  bron: Generated<'hand' | 'aanmelding'>;
  sinds: Temporal.Instant;
  ingetrokken_op: Temporal.Instant | null;
  toegekend_door: string | null;
}

export interface AgressievormTabel {
  organisatie_id: string;
  id: string;
  code: string;
  naam: string;
  voorbeeld: Generated<string>;
  gewicht: number;
  volgorde: Generated<number>;
  actief: Generated<boolean>;
  versie: Generated<number>;
}

export interface ImportvoorstelTabel {
  organisatie_id: string;
  id: string;
  medewerker_id: string;
  op: Temporal.Instant;
}

export interface ImportbestandTabel {
  organisatie_id: string;
  voorstel_id: string;
  soort: 'onderdelen' | 'locaties' | 'functies' | 'medewerkers';
  inhoud: Buffer;
  sha256: string;
}

export interface MachtigingTabel {
  organisatie_id: string;
  id: string;
  medewerker_id: string;
  beslissersoort: string;
  compartiment: 'ambtelijk' | 'politiek';
  onderdeel_id: string | null;
  maatregelsoorten: string[];
  verlener: 'hoofd_ambtelijk' | 'hoofd_dagelijks_bestuur' | 'griffier';
  kenmerk: Generated<string>;
  van: Temporal.PlainDate;
  tot: Temporal.PlainDate | null;
  vastgelegd_op: Temporal.Instant;
  vastgelegd_door: string;
  ingetrokken_op: Temporal.Instant | null;
  ingetrokken_door: string | null;
  intrekreden: Generated<string>;
}

declare module '../../platform/database/tabellen.ts' {
  interface Tabellen {
    machtiging: MachtigingTabel;
    organisatie: OrganisatieTabel;
    onderdeel: OnderdeelTabel;
    locatie: LocatieTabel;
    functie: FunctieTabel;
    medewerker: MedewerkerTabel;
    roltoekenning: RoltoekenningTabel;
    agressievorm: AgressievormTabel;
    importvoorstel: ImportvoorstelTabel;
    importbestand: ImportbestandTabel;
  }
}
