import type { Generated } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface NazorgcontactTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string;
  voor_id: string;
  door_id: string;
  moment: string;
  gevoerd_op: Temporal.Instant;
  wijze: 'telefoon' | 'gesprek' | 'video' | 'bericht' | 'geen_gehoor';
  vastgelegd_op: Temporal.Instant;
}

export interface NazorginhoudTabel {
  organisatie_id: string;
  contact_id: string;
  dossier_id: string;
  tekst: string;
}

export interface HulpvraagTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string;
  voor_id: string;
  soort: 'bot' | 'bedrijfsarts' | 'slachtofferhulp' | 'weerbaar_bestuur';
  gevraagd_door: string;
  gevraagd_op: Temporal.Instant;
  toestemming: 'gevraagd' | 'gegeven' | 'geweigerd';
  toestemming_op: Temporal.Instant | null;
  helper_id: string | null;
  ingeschakeld_op: Temporal.Instant | null;
  afgerond_op: Temporal.Instant | null;
  versie: Generated<number>;
}

export interface TerugkoppelingTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string;
  aan_id: string;
  door_id: string;
  op: Temporal.Instant;
  wijze: 'rugdekking' | 'telefoon' | 'gesprek';
  tekst: string;
  gelezen_op: Temporal.Instant | null;
}

declare module '../../platform/database/tabellen.ts' {
  interface Tabellen {
    nazorgcontact: NazorgcontactTabel;
    nazorginhoud: NazorginhoudTabel;
    hulpvraag: HulpvraagTabel;
    terugkoppeling: TerugkoppelingTabel;
  }
}
