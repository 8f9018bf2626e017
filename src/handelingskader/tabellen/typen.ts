import type { Generated } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Persoonssoort, Tegen } from '../regels/soorten.ts';

export interface KaderversieTabel {
  organisatie_id: string;
  id: string;
  persoonssoort: Persoonssoort;
  nummer: number;
  status: 'concept' | 'voorgelegd' | 'gepubliceerd' | 'vervallen';
  inhoud: unknown;
  toelichting: Generated<string>;
  vanaf: Temporal.PlainDate | null;
  opgesteld_door: string | null;
  opgesteld_op: Temporal.Instant;
  bewerkers: Generated<string[]>;
  voorgelegd_door: string | null;
  voorgelegd_op: Temporal.Instant | null;
  gepubliceerd_door: string | null;
  gepubliceerd_op: Temporal.Instant | null;
  versie: Generated<number>;
}

export interface AdviesfeitenTabel {
  organisatie_id: string;
  dossier_id: string;
  betrokkene_id: string;
  gedragingen: Generated<string[]>;
  tegen: Tegen | null;
  wapen: Generated<boolean>;
  door: string;
  op: Temporal.Instant;
  versie: Generated<number>;
}

export interface NormversieTabel {
  organisatie_id: string;
  soort: 'norm' | 'huisregels';
  nummer: number;
  vanaf: Temporal.PlainDate;
  titel: string;
  inleiding: Generated<string>;
  regels: string[];
  slot: Generated<string>;
  door: string | null;
  op: Temporal.Instant;
}

declare module '../../platform/database/tabellen.ts' {
  interface Tabellen {
    kaderversie: KaderversieTabel;
    adviesfeiten: AdviesfeitenTabel;
    normversie: NormversieTabel;
  }
}
