import type { Generated } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface MeldingTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string;
  melder_id: string;
  voor_id: string;
  namens_reden: string | null;
  bron: 'zelf' | 'telefoon' | 'papier' | 'beveiliger';
  vormen: string[];
  verhaal: Generated<string>;
  kanaalvragen: Generated<unknown>;
  veroorzaker: Generated<unknown>;
  welzijn: Generated<unknown>;
  aangifte_wens: 'ja' | 'nee' | 'weet_niet';
  zelfde_als: string | null;
  ingediend_op: Temporal.Instant;
}

export interface AanvullingTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string;
  door: string;
  op: Temporal.Instant;
  tekst: string;
}

export interface ConceptTabel {
  organisatie_id: string;
  id: string;
  medewerker_id: string;
  soort: 'melding' | 'namens';
  inhoud: unknown;
  begonnen_op: Temporal.Instant;
  bijgewerkt_op: Temporal.Instant;
  versie: Generated<number>;
}

declare module '../../platform/database/tabellen.ts' {
  interface Tabellen {
    melding: MeldingTabel;
    aanvulling: AanvullingTabel;
    concept: ConceptTabel;
  }
}
