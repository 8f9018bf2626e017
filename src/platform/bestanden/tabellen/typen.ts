import type { Temporal } from 'temporal-polyfill';

export interface OpslagvoornemenTabel {
  organisatie_id: string;
  sleutel: string;
  op: Temporal.Instant;
  gewist_op: Temporal.Instant | null;
}

declare module '../../database/tabellen.ts' {
  interface Tabellen {
    opslagvoornemen: OpslagvoornemenTabel;
  }
}
