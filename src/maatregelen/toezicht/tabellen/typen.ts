import type { Generated } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface ReceptieplekTabel {
  organisatie_id: string;
  medewerker_id: string;
  locatie_id: string;
  sinds: Temporal.Instant;
  door: string;
  tot: Temporal.Instant | null;
}

export interface MaatregelfotoTabel {
  organisatie_id: string;
  maatregel_id: string;
  bestand_id: string;
  reden: string;
  door: string;
  op: Temporal.Instant;
  tot: Temporal.Instant | null;
}

export interface OvertredingTabel {
  organisatie_id: string;
  id: string;
  maatregel_id: string;
  nieuw_dossier_id: string;
  op: Temporal.Instant;
  locatie_id: string;
  plek: Generated<string>;
  gevorderd: 'ja' | 'nee';
  gevorderd_door: string | null;
  namens: Generated<string>;
  vertrokken: 'meteen' | 'na_vordering' | 'met_politie' | 'nee' | 'niet_gezien';
  politie: 'nee' | 'gebeld' | 'gekomen';
  toelichting: Generated<string>;
  vastgelegd_op: Temporal.Instant;
  vastgelegd_door: string;
}

export interface MaatregelevaluatieTabel {
  organisatie_id: string;
  id: string;
  maatregel_id: string;
  op: Temporal.Instant;
  door: string;
  uitkomst: 'houden' | 'korter' | 'opheffen';
  sinds: string;
  reden: string;
  nieuw_einde: Temporal.PlainDate | null;
  volgende_op: Temporal.PlainDate | null;
  brief_id: string | null;
}

export interface DienstherstelTabel {
  organisatie_id: string;
  maatregel_id: string;
  dossier_id: string;
  sinds: Temporal.Instant;
  termijn_id: string;
  verteld_door: string | null;
  verteld_aan: string | null;
  brief_id: string | null;
  hersteld_op: Temporal.Instant | null;
  hersteld_door: string | null;
}

export interface HerstelberichtTabel {
  organisatie_id: string;
  id: string;
  maatregel_id: string;
  medewerker_id: string;
  onderdeel: string;
  op: Temporal.Instant;
  door: string;
  gelezen_op: Temporal.Instant | null;
}

declare module '../../../platform/database/tabellen.ts' {
  interface Tabellen {
    receptieplek: ReceptieplekTabel;
    maatregelfoto: MaatregelfotoTabel;
    overtreding: OvertredingTabel;
    maatregelevaluatie: MaatregelevaluatieTabel;
    dienstherstel: DienstherstelTabel;
    herstelbericht: HerstelberichtTabel;
  }
}
