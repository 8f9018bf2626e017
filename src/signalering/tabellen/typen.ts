import type { Generated, GeneratedAlways } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Doel, Gebruiksuitkomst, Instructie, Nagaan, Patroon, Reden, Uitkomst } from '../regels/woorden.ts';

type Compartiment = 'ambtelijk' | 'politiek';

export interface SignaalTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string;
  compartiment: Compartiment;
  ook_ambtelijk: Generated<boolean>;
  betrokkene_id: string | null;
  postcode: string | null;
  huisnummer: number | null;
  toevoeging: Generated<string>;
  grond: 'maatregel' | 'incident';
  maatregel_id: string | null;
  reden: Reden;
  instructies: Instructie[];
  toelichting: Generated<string>;
  kleur: GeneratedAlways<'geel' | 'rood'>;
  ingangsdatum: Temporal.PlainDate;
  einddatum: Temporal.PlainDate;
  herzien_op: Temporal.PlainDate;
  burger: 'inlichten' | 'ingelicht' | 'uitgesteld';
  burger_reden: Generated<string>;
  kennisgeving_id: Generated<string | null>;
  gemaakt_door: string;
  gemaakt_op: Temporal.Instant;
  ingetrokken_op: Generated<Temporal.Instant | null>;
  ingetrokken_door: Generated<string | null>;
  intrekreden: Generated<string | null>;
  verlopen_op: Generated<Temporal.Instant | null>;
  versie: Generated<number>;
}

export interface SignaalontvangerTabel {
  organisatie_id: string;
  signaal_id: string;
  medewerker_id: string;
  onderdeel_id: string | null;
  ingelicht_op: Temporal.Instant;
  ingelicht_door: string;
  gelezen_op: Generated<Temporal.Instant | null>;
  vervallen_op: Generated<Temporal.Instant | null>;
}

export interface SysteemkoppelingTabel {
  organisatie_id: string;
  id: string;
  naam: string;
  sleutel_hash: Uint8Array;
  sleutel_begin: string;
  compartiment: Compartiment;
  doelen: Doel[];
  per_minuut: number;
  per_dag: Generated<number>;
  verloopt_op: Temporal.Instant;
  gemaakt_door: string;
  gemaakt_op: Temporal.Instant;
  ingetrokken_op: Generated<Temporal.Instant | null>;
  ingetrokken_door: Generated<string | null>;
  laatst_gebruikt: Generated<Temporal.Instant | null>;
  webhook_url: Generated<string | null>;
  webhook_geheim: Generated<Uint8Array | null>;
  versie: Generated<number>;
}

export interface ControleTabel {
  organisatie_id: string;
  id: string;
  op: Temporal.Instant;
  medewerker_id: string | null;
  koppeling_id: string | null;
  lijst_id: string | null;
  doel: Doel;
  uitkomst: Uitkomst;
  persoon_hash: Uint8Array | null;
  achternaam_hash: Uint8Array | null;
  adres_hash: Uint8Array | null;
  postcode_hash: Uint8Array | null;
  buiten_uren: boolean;
  signalen: Generated<string[]>;
}

export interface GebruiksmeldingTabel {
  organisatie_id: string;
  id: string;
  compartiment: Compartiment;
  medewerker_id: string | null;
  koppeling_id: string | null;
  patroon: Patroon;
  aantal: number;
  geremd: boolean;
  op: Temporal.Instant;
  afgehandeld_op: Generated<Temporal.Instant | null>;
  afgehandeld_door: Generated<string | null>;
  uitkomst: Generated<Gebruiksuitkomst | null>;
  notitie: Generated<string>;
  versie: Generated<number>;
}

export interface WebhookberichtTabel {
  organisatie_id: string;
  id: string;
  koppeling_id: string;
  signaal_id: string;
  op: Temporal.Instant;
  afgeleverd_op: Generated<Temporal.Instant | null>;
  pogingen: Generated<number>;
  status: Generated<number | null>;
}

export interface HuisbezoekTabel {
  organisatie_id: string;
  id: string;
  medewerker_id: string;
  controle_id: string;
  compartiment: Compartiment;
  nagegaan: Nagaan[];
  collega_id: string | null;
  plek: Generated<string>;
  terug_voor: Temporal.Instant;
  gemaakt_op: Temporal.Instant;
  aangekomen_op: Generated<Temporal.Instant | null>;
  terug_op: Generated<Temporal.Instant | null>;
  vervallen_op: Generated<Temporal.Instant | null>;
  stap: Generated<number>;
  volgende_stap_op: Temporal.Instant | null;
  versie: Generated<number>;
}

declare module '../../platform/database/tabellen.ts' {
  interface Tabellen {
    signaal: SignaalTabel;
    signaalontvanger: SignaalontvangerTabel;
    systeemkoppeling: SysteemkoppelingTabel;
    controle: ControleTabel;
    gebruiksmelding: GebruiksmeldingTabel;
    webhookbericht: WebhookberichtTabel;
    huisbezoek: HuisbezoekTabel;
  }
}
