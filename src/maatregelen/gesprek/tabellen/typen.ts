import type { Generated } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface GesprekTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string;
  betrokkene_id: string;
  soort: 'ordegesprek' | 'stopgesprek';
  op: Temporal.Instant;
  duur_minuten: number;
  plaats: string;
  voert_id: string;
  status: Generated<'gepland' | 'gevoerd' | 'niet_gekomen' | 'afgezegd'>;
  brief_id: string;
  uitnodiging: unknown;
  termijn_id: string;
  oorzaak: string | null;
  gezegd: string | null;
  reden: string | null;
  gepland_op: Temporal.Instant;
  gepland_door: string;
  vastgelegd_op: Temporal.Instant | null;
  vastgelegd_door: string | null;
  versie: Generated<number>;
}

export interface GesprekdeelnemerTabel {
  organisatie_id: string;
  gesprek_id: string;
  medewerker_id: string;
  antwoord: Generated<'gevraagd' | 'ja' | 'nee'>;
  antwoord_op: Temporal.Instant | null;
}

export interface GespreksafspraakTabel {
  organisatie_id: string;
  id: string;
  gesprek_id: string;
  wat: string;
  uiterlijk: Temporal.PlainDate;
  termijn_id: string;
  uitkomst: 'nagekomen' | 'niet_nagekomen' | null;
  toelichting: Generated<string>;
  uitkomst_op: Temporal.Instant | null;
  uitkomst_door: string | null;
}

declare module '../../../platform/database/tabellen.ts' {
  interface Tabellen {
    gesprek: GesprekTabel;
    gesprekdeelnemer: GesprekdeelnemerTabel;
    gespreksafspraak: GespreksafspraakTabel;
  }
}
