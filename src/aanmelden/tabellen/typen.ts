import type { Temporal } from 'temporal-polyfill';
import type { Velden } from '../../platform/http/index.ts';

export type Methode = 'demo' | 'oidc' | 'passkey' | 'wachtwoord';
export type Einde = 'uitgelogd' | 'elders_beeindigd' | 'opnieuw_aangemeld' | 'toegang_gewijzigd';

export interface SessieTabel {
  organisatie_id: string;
  id: string;
  medewerker_id: string;
  token_hash: Buffer;
  geheim: string;
  methode: Methode;
  toestel: string;
  aangemaakt: Temporal.Instant;
  laatst_gezien: Temporal.Instant;
  verloopt_op: Temporal.Instant;
  beeindigd_op: Temporal.Instant | null;
  reden: Einde | null;
}

export interface OnderbrokenTabel {
  organisatie_id: string;
  id: string;
  medewerker_id: string;
  pad: string;
  velden: Velden | null;
  op: Temporal.Instant;
}

export interface AanmeldpogingTabel {
  organisatie_id: string;
  id: string;
  browser_hash: Buffer;
  state_hash: Buffer;
  nonce: string;
  verifier: string;
  naar: string;
  op: Temporal.Instant;
}

declare module '../../platform/database/tabellen.ts' {
  interface Tabellen {
    sessie: SessieTabel;
    onderbroken: OnderbrokenTabel;
    aanmeldpoging: AanmeldpogingTabel;
  }
}
