import type { Temporal } from 'temporal-polyfill';

export interface IdempotentieTabel {
  organisatie_id: string;
  medewerker_id: string;
  sleutel: string;
  handeling: string;
  op: Temporal.Instant;
  resultaat: unknown | null;
}

declare module '../../database/tabellen.ts' {
  interface Tabellen {
    idempotentie: IdempotentieTabel;
  }
}
