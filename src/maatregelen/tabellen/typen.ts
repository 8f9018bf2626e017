import type { Generated } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Kanaalbereik, Klasse, Maatregelsoort, Toestand } from '../regels/woorden.ts';

export interface MaatregelTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string;
  betrokkene_id: string;
  soort: Maatregelsoort;
  klasse: Generated<Klasse>;
  toestand: Toestand;
  advies: unknown;
  advies_versie: string;
  wijkt_af: boolean;
  afwijking: Generated<string>;
  beslissersoort: string;
  begin_op: Temporal.PlainDate | null;
  eind_op: Temporal.PlainDate | null;
  evaluatie_op: Temporal.PlainDate | null;
  invulling: Generated<string>;
  bedrag_centen: number | null;
  feiten: Generated<unknown>;
  nagekeken_door: string | null;
  norm: Generated<unknown>;
  waarom_maatregel: Generated<string>;
  waarom_duur: Generated<string>;
  afweging: Generated<string>;
  wederhoor_id: string | null;
  zienswijze_kort: Generated<string>;
  zienswijze_weging: Generated<string>;
  spoed_reden: Generated<string>;
  hoorplicht_id: string | null;
  kanaal_blijft: Generated<string>;
  contactpersoon_id: string | null;
  kerndiensten: Generated<string[]>;
  bevestigd_door: string | null;
  bevestigd_op: Temporal.Instant | null;
  vertegenwoordigt: Generated<string>;
  verlengt_id: string | null;
  feit_dossier_id: string | null;
  feit_overtreding_id: string | null;
  vier_ogen: boolean;
  voorgesteld_door: string;
  voorgesteld_op: Temporal.Instant;
  voorgelegd_aan: string | null;
  besloten_door: string | null;
  besloten_op: Temporal.Instant | null;
  machtiging_id: string | null;
  uitspraak: Generated<string>;
  aan_naam: Generated<string>;
  aan_adres: Generated<string>;
  brief_id: string | null;
  brief_verzonden_op: Temporal.PlainDate | null;
  evaluatie_termijn_id: string | null;
  besluit_termijn_id: string | null;
  versie: Generated<number>;
}

export interface MaatregelbereikTabel {
  organisatie_id: string;
  id: string;
  maatregel_id: string;
  soort: 'organisatie' | 'locatie' | 'onderdeel' | 'kanaal' | 'functie';
  locatie_id: string | null;
  onderdeel_id: string | null;
  kanaal: Kanaalbereik | null;
  functie_id: string | null;
}

export interface MaatregelstapTabel {
  organisatie_id: string;
  id: string;
  maatregel_id: string;
  volgnr: number;
  op: Temporal.Instant;
  gebeurtenis: string;
  van: Toestand | null;
  naar: Toestand;
  door: string | null;
  reden: Generated<string>;
}

declare module '../../platform/database/tabellen.ts' {
  interface Tabellen {
    maatregel: MaatregelTabel;
    maatregelbereik: MaatregelbereikTabel;
    maatregelstap: MaatregelstapTabel;
  }
}
