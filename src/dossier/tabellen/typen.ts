import type { Generated, GeneratedAlways } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface DossiernummerTabel {
  organisatie_id: string;
  compartiment: 'ambtelijk' | 'politiek';
  jaar: number;
  laatste: number;
}

export interface DossierTabel {
  organisatie_id: string;
  id: string;
  jaar: number;
  volgnr: number;
  nummer: GeneratedAlways<string>;
  compartiment: 'ambtelijk' | 'politiek';
  status: 'nieuw' | 'in_behandeling' | 'gesloten';
  route: 'leidinggevende' | 'buiten_leidinggevende';
  titel: string;
  ernst: 'licht' | 'middel' | 'ernstig';
  ernst_uitleg: string;
  ernst_reden: string | null;
  bijna: Generated<boolean>;
  kanaal: 'balie' | 'telefoon' | 'brief_email' | 'huisbezoek' | 'openbare_ruimte' | 'sociale_media' | 'prive' | null;
  voorval_op: Temporal.Instant;
  voorval_precies: 'tijd' | 'dag';
  locatie_id: string | null;
  plek: Generated<string>;
  onderdeel_id: string;
  aanspreekpunt_id: string | null;
  toedracht: Generated<unknown>;
  gemeld_op: Temporal.Instant;
  gesloten_op: Temporal.Instant | null;
  gesloten_reden: string | null;
  samengevoegd_in: string | null;
  versie: Generated<number>;
}

export interface BetrokkeneTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string;
  rol: 'slachtoffer' | 'getuige' | 'melder' | 'veroorzaker';
  soort: 'medewerker' | 'bekend' | 'onbekend' | 'groep' | 'account' | 'bedrijf' | 'derde';
  medewerker_id: string | null;
  naam: Generated<string>;
  omschrijving: Generated<string>;
  contact: Generated<string>;
  toegevoegd_op: Temporal.Instant;
  vervallen_op: Temporal.Instant | null;
  versie: Generated<number>;
}

export interface DossiervormTabel {
  organisatie_id: string;
  dossier_id: string;
  vorm_id: string;
}

export interface GebeurtenisTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string;
  op: Temporal.Instant;
  soort: string;
  door: string | null;
  voor: 'behandeling' | 'slachtoffer';
  gegevens: Generated<unknown>;
}

export interface TermijnTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string | null;
  onderwerp_soort: Generated<string | null>;
  onderwerp_id: Generated<string | null>;
  compartiment: Generated<'ambtelijk' | 'politiek' | null>;
  soort: string;
  voor_id: string | null;
  aan_id: string | null;
  begonnen_op: Temporal.Instant;
  verval_op: Temporal.Instant;
  stap: Generated<number>;
  volgende_stap_op: Temporal.Instant | null;
  afgerond_op: Temporal.Instant | null;
  afgerond_door: string | null;
  uitkomst: string | null;
  versie: Generated<number>;
}

export interface KennisgevingTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string | null;
  onderwerp_soort: Generated<string | null>;
  onderwerp_id: Generated<string | null>;
  aan_id: string;
  soort: string;
  op: Temporal.Instant;
  verstuurd_op: Temporal.Instant | null;
  bevestigd_op: Temporal.Instant | null;
}

export interface VerklaringTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string;
  medewerker_id: string;
  gevraagd_door: string;
  gevraagd_op: Temporal.Instant;
  vraag: Generated<string>;
  tekst: string | null;
  gegeven_op: Temporal.Instant | null;
  ingetrokken_op: Temporal.Instant | null;
  versie: Generated<number>;
}

export interface HelperTabel {
  organisatie_id: string;
  dossier_id: string;
  voor_id: string;
  medewerker_id: string;
  sinds: Temporal.Instant;
  tot: Temporal.Instant | null;
}

export interface BeslisserTabel {
  organisatie_id: string;
  dossier_id: string;
  medewerker_id: string;
  over_id: string;
  sinds: Temporal.Instant;
  tot: Temporal.Instant | null;
}

export interface BestandTabel {
  organisatie_id: string;
  id: string;
  dossier_id: string | null;
  concept_id: string | null;
  naam: string;
  mediatype: string;
  grootte: number;
  sha256: string;
  origineel_sleutel: string;
  kopie_sleutel: string | null;
  kopie_mediatype: string | null;
  kopie_status: string;
  scan: 'niet_gescand' | 'schoon' | 'besmet' | 'te_groot' | 'geen_scanner';
  gescand_op: Temporal.Instant | null;
  door: string;
  op: Temporal.Instant;
  verwijderd_op: Temporal.Instant | null;
  weg_door: Generated<string | null>;
  weg_reden: Generated<string | null>;
  gewist_op: Generated<Temporal.Instant | null>;
}

export interface ZoektekstTabel {
  organisatie_id: string;
  dossier_id: string;
  compartiment: 'ambtelijk' | 'politiek';
  tekst: string;
  vector: GeneratedAlways<never>;
}

declare module '../../platform/database/tabellen.ts' {
  interface Tabellen {
    dossiernummer: DossiernummerTabel;
    dossier: DossierTabel;
    betrokkene: BetrokkeneTabel;
    dossiervorm: DossiervormTabel;
    gebeurtenis: GebeurtenisTabel;
    termijn: TermijnTabel;
    kennisgeving: KennisgevingTabel;
    verklaring: VerklaringTabel;
    helper: HelperTabel;
    beslisser: BeslisserTabel;
    bestand: BestandTabel;
    zoektekst: ZoektekstTabel;
  }
}
