import type { Generated } from 'kysely';
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

export interface AccountTabel {
  organisatie_id: string;
  medewerker_id: string;
  wachtwoord: string | null;
  wachtwoord_op: Temporal.Instant | null;
  totp_geheim: Buffer | null;
  totp_laatste: Generated<number>;
}

export interface PasskeyTabel {
  organisatie_id: string;
  id: string;
  medewerker_id: string;
  referentie: string;
  publieke_sleutel: Buffer;
  teller: number;
  transporten: string[];
  toestel: string;
  gesynchroniseerd: boolean;
  sinds: Temporal.Instant;
  laatst_gebruikt: Temporal.Instant | null;
}

export interface HerstelcodeTabel {
  organisatie_id: string;
  id: string;
  medewerker_id: string;
  hash: Buffer;
  gebruikt_op: Temporal.Instant | null;
}

export interface UitnodigingTabel {
  organisatie_id: string;
  id: string;
  medewerker_id: string;
  soort: 'uitnodiging' | 'herstel';
  token_hash: Buffer;
  gemaakt_op: Temporal.Instant;
  gemaakt_door: string | null;
  tweede_nodig: boolean;
  bevestigd_door: string | null;
  verloopt_op: Temporal.Instant;
  gebruikt_op: Temporal.Instant | null;
  vervallen_op: Temporal.Instant | null;
  totp_voorstel: Buffer | null;
}

export interface PasskeyvraagTabel {
  organisatie_id: string;
  id: string;
  browser_hash: Buffer;
  uitdaging: string;
  medewerker_id: string | null;
  op: Temporal.Instant;
}

export interface BekendToestelTabel {
  organisatie_id: string;
  id: string;
  medewerker_id: string;
  token_hash: Buffer;
  laatst: Temporal.Instant;
}

declare module '../../platform/database/tabellen.ts' {
  interface Tabellen {
    sessie: SessieTabel;
    onderbroken: OnderbrokenTabel;
    aanmeldpoging: AanmeldpogingTabel;
    account: AccountTabel;
    passkey: PasskeyTabel;
    herstelcode: HerstelcodeTabel;
    uitnodiging: UitnodigingTabel;
    passkeyvraag: PasskeyvraagTabel;
    bekend_toestel: BekendToestelTabel;
  }
}
