import type { Generated } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Briefsoort, Briefstatus, Verzendwijze } from '../regels/soorten.ts';

export interface BriefTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string;
  betrokkene_id: string;
  kenmerk: string;
  soort: Briefsoort;
  status: Generated<Briefstatus>;
  geadresseerde_naam: string;
  geadresseerde_adres: unknown;
  gegevens: unknown;
  opgesteld_op: Temporal.Instant;
  opgesteld_door: string | null;
  nagekeken_op: Temporal.Instant | null;
  nagekeken_door: string | null;
  briefdatum: Temporal.PlainDate | null;
  tekst: unknown;
  sha256: string | null;
  pdf_sleutel: string | null;
  pdf_bytes: number | null;
  verzonden_op: Temporal.PlainDate | null;
  wijze: Verzendwijze | null;
  verzendkenmerk: string | null;
  verzonden_door: string | null;
  vastgelegd_op: Temporal.Instant | null;
  vervallen_op: Temporal.Instant | null;
  herstelbaar: Generated<boolean>;
  vervangen_door: Generated<string | null>;
  word_sleutel: Generated<string | null>;
  word_sha256: Generated<string | null>;
  word_bytes: Generated<number | null>;
  word_tekst: Generated<unknown>;
  word_door: Generated<string | null>;
  word_op: Generated<Temporal.Instant | null>;
  versie: Generated<number>;
}

export interface BrieflogoTabel {
  organisatie_id: string;
  id: string;
  mediatype: 'image/png' | 'image/jpeg';
  inhoud: Buffer;
  breedte: number;
  hoogte: number;
  alt: string;
  door: string;
  op: Temporal.Instant;
  vervallen_op: Temporal.Instant | null;
}

export interface BriefhuisstijlTabel {
  organisatie_id: string;
  id: string;
  gegevens: unknown;
  versie: Generated<number>;
}

export interface BriefsjabloonTabel {
  organisatie_id: string;
  id: string;
  soort: Briefsoort;
  naam: string;
  sha256: string;
  inhoud: Buffer;
  door: string;
  op: Temporal.Instant;
  vervallen_op: Temporal.Instant | null;
}

declare module '../../platform/database/tabellen.ts' {
  interface Tabellen {
    brief: BriefTabel;
    briefhuisstijl: BriefhuisstijlTabel;
    briefsjabloon: BriefsjabloonTabel;
    brieflogo: BrieflogoTabel;
  }
}
