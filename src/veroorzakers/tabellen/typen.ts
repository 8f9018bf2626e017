import type { Generated, GeneratedAlways } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

type Compartiment = 'ambtelijk' | 'politiek';

export interface PersoonTabel {
  organisatie_id: string;
  id: string;
  compartiment: Compartiment;
  soort: 'bekend' | 'onbekend' | 'groep' | 'bedrijf' | 'account' | 'collega' | 'politicus';
  samengevoegd_in: string | null;
  groep_id: string;
  medewerker_id: string | null;
  omschrijving: Generated<string>;
  geboren_jaar: number | null;
  geboren_maand: number | null;
  geboren_dag: number | null;
  sleutels: Generated<string[]>;
  telling: Generated<string[]>;
  gemaakt_op: Temporal.Instant;
  gemaakt_door: string;
  beperkt_op: Generated<Temporal.Instant | null>;
  gewist_op: Generated<Temporal.Instant | null>;
  versie: Generated<number>;
}

export interface NaamtellingTabel {
  organisatie_id: string;
  compartiment: Compartiment;
  sleutel: string;
  aantal: number;
}

export interface HerkengewichtTabel {
  organisatie_id: string;
  versie: number;
  kansen: unknown;
  besluiten: number | null;
  terug_naar: number | null;
  op: Temporal.Instant;
}

export interface PersoonnaamTabel {
  organisatie_id: string;
  id: string;
  persoon_id: string;
  soort: 'geboorte' | 'partner' | 'roepnaam' | 'vroegere' | 'alias' | 'gemeld';
  voornamen: string;
  voorvoegsel: string;
  geslachtsnaam: string;
  volgorde: number;
}

export interface PersoonadresTabel {
  organisatie_id: string;
  id: string;
  persoon_id: string;
  straat: string;
  huisnummer: number | null;
  toevoeging: string;
  postbus: number | null;
  postcode: string;
  woonplaats: string;
  van: Temporal.PlainDate | null;
  tot: Temporal.PlainDate | null;
}

export interface PersoonmiddelTabel {
  organisatie_id: string;
  id: string;
  persoon_id: string;
  soort: 'telefoon' | 'email' | 'account' | 'kenmerk';
  waarde: string;
}

export interface PersoonwijzigingTabel {
  organisatie_id: string;
  id: string;
  persoon_id: string;
  op: Temporal.Instant;
  door: string;
  veld: string;
  was: string;
  werd: string;
  reden: string;
}

export interface KoppelingTabel {
  organisatie_id: string;
  betrokkene_id: string;
  dossier_id: string;
  persoon_id: string;
  door: string;
  op: Temporal.Instant;
}

export interface OordeelTabel {
  organisatie_id: string;
  id: string;
  compartiment: Compartiment;
  persoon_id: string;
  ander_id: string;
  uitkomst: 'dezelfde' | 'niet_dezelfde';
  band: string | null;
  score: number | null;
  redenen: unknown;
  reden: string;
  door: string;
  op: Temporal.Instant;
  ingetrokken_op: Generated<Temporal.Instant | null>;
  ingetrokken_door: Generated<string | null>;
  intrek_reden: Generated<string>;
}

export interface PersoonkruisTabel {
  organisatie_id: string;
  id: string;
  ambtelijk_id: string;
  politiek_id: string;
  ambtelijk: GeneratedAlways<string>;
  politiek: GeneratedAlways<string>;
  reden: string;
  door: string;
  op: Temporal.Instant;
  ingetrokken_op: Generated<Temporal.Instant | null>;
  ingetrokken_door: Generated<string | null>;
}

export interface FeitstatusTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string;
  status: 'gemeld' | 'betwist' | 'vastgesteld';
  reden: string;
  door: string;
  op: Temporal.Instant;
}

export interface AvgverzoekTabel {
  organisatie_id: string;
  id: string;
  compartiment: Compartiment;
  persoon_id: string;
  soort: 'kennisgeving' | 'inzage' | 'rectificatie' | 'bezwaar' | 'beperking' | 'verwijdering';
  status: 'open' | 'wacht_op_tweede' | 'afgerond';
  ontvangen_op: Temporal.Instant;
  gevraagd: string;
  identiteit: string;
  aan_id: string | null;
  verlengd_op: Generated<Temporal.Instant | null>;
  verleng_reden: Generated<string>;
  uitkomst: Generated<'toegewezen' | 'deels' | 'geweigerd' | 'ingetrokken' | 'verzonden' | 'niet_nodig' | null>;
  reden: Generated<string>;
  behouden: Generated<string>;
  besloten_door: Generated<string | null>;
  besloten_op: Generated<Temporal.Instant | null>;
  tweede_door: Generated<string | null>;
  tweede_op: Generated<Temporal.Instant | null>;
  brief: Generated<unknown>;
  gemaakt_door: string | null;
  gemaakt_op: Temporal.Instant;
  versie: Generated<number>;
}

export interface AvgstapTabel {
  organisatie_id: string;
  id: string;
  verzoek_id: string;
  op: Temporal.Instant;
  door: string | null;
  soort: 'ontvangen' | 'verlengd' | 'uitgesteld' | 'besluit' | 'bevestigd' | 'teruggestuurd' | 'uitgevoerd' | 'brief' | 'inzage';
  tekst: string;
}

export interface VasthoudingTabel {
  organisatie_id: string;
  id: string;
  persoon_id: string;
  grond: 'rechtszaak' | 'aangifte' | 'klacht' | 'onderzoek';
  reden: string;
  tot: Temporal.PlainDate;
  door: string;
  op: Temporal.Instant;
  losgelaten_op: Generated<Temporal.Instant | null>;
  losgelaten_door: Generated<string | null>;
  losgelaten_reden: Generated<string>;
}

declare module '../../platform/database/tabellen.ts' {
  interface Tabellen {
    persoon: PersoonTabel;
    naamtelling: NaamtellingTabel;
    herkengewicht: HerkengewichtTabel;
    persoonnaam: PersoonnaamTabel;
    persoonadres: PersoonadresTabel;
    persoonmiddel: PersoonmiddelTabel;
    persoonwijziging: PersoonwijzigingTabel;
    koppeling: KoppelingTabel;
    oordeel: OordeelTabel;
    persoonkruis: PersoonkruisTabel;
    feitstatus: FeitstatusTabel;
    avgverzoek: AvgverzoekTabel;
    avgstap: AvgstapTabel;
    vasthouding: VasthoudingTabel;
  }
}
