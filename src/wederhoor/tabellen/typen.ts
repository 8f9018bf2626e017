import type { Generated } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Bron, Burgervraag, Uitkomst, Wijze } from '../regels/woorden.ts';

export interface UittrekselTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string;
  betrokkene_id: string;
  nummer: number;
  feiten: unknown;
  tekst: string;
  tekst_en: Generated<string>;
  door_id: string;
  op: Temporal.Instant;
}

export interface WederhoorTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string;
  betrokkene_id: string;
  uittreksel_id: string;
  wijze: Wijze;
  verslag: Generated<string>;
  gesprek_op: Temporal.Instant | null;
  brief_id: string | null;
  uitgenodigd_door: string;
  uitgenodigd_op: Temporal.Instant;
  uiterlijk: Temporal.Instant;
  termijn_id: string | null;
  uitkomst: Uitkomst | null;
  afgerond_op: Temporal.Instant | null;
  vervallen_op: Temporal.Instant | null;
  vervallen_reden: string | null;
  versie: Generated<number>;
}

export interface ZienswijzeTabel {
  organisatie_id: string;
  id: string;
  wederhoor_id: string;
  nummer: number;
  bron: Bron;
  tekst: Generated<string>;
  vraag: Burgervraag | null;
  gegeven_op: Temporal.Instant;
  vastgelegd_op: Temporal.Instant;
  door_id: string | null;
  voorgelezen: boolean | null;
}

export interface WederhoorsleutelTabel {
  organisatie_id: string;
  id: string;
  wederhoor_id: string;
  soort: 'brief' | 'browser';
  hash: Buffer;
  verloopt_op: Temporal.Instant;
}

export interface HoorplichtTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string;
  betrokkene_id: string;
  sinds: Temporal.Instant;
  uiterlijk: Temporal.Instant;
  termijn_id: string | null;
  voldaan_op: Temporal.Instant | null;
  verlopen_op: Temporal.Instant | null;
}

declare module '../../platform/database/tabellen.ts' {
  interface Tabellen {
    uittreksel: UittrekselTabel;
    wederhoor: WederhoorTabel;
    zienswijze: ZienswijzeTabel;
    wederhoorsleutel: WederhoorsleutelTabel;
    hoorplicht: HoorplichtTabel;
  }
}
