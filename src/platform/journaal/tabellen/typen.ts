import type { Temporal } from 'temporal-polyfill';

export interface JournaalTabel {
  organisatie_id: string;
  volgnr: number;
  tijd: Temporal.Instant;
  actor: string;
  handeling: string;
  object_soort: string;
  object_id: string;
  dossier_id: string | null;
  resultaat: 'gelukt' | 'geweigerd' | 'mislukt';
  verbintenis: Buffer | null;
  vorige: Buffer;
  schakel: Buffer;
}

export interface Journaal_inhoudTabel {
  organisatie_id: string;
  volgnr: number;
  zout: Buffer;
  inhoud: unknown;
}

export interface Journaal_kopTabel {
  organisatie_id: string;
  volgnr: number;
  schakel: Buffer;
}

declare module '../../database/tabellen.ts' {
  interface Tabellen {
    journaal: JournaalTabel;
    journaal_inhoud: Journaal_inhoudTabel;
    journaal_kop: Journaal_kopTabel;
  }
}
