/** One line of the report; the first five are always there, whatever else belongs to the figure follows. */
export interface Meting {
  naam: string;
  /** The application divided by what it is compared with; null where nothing is compared. */
  verhouding: number | null;
  per_s: number | null;
  p50_ms: number | null;
  p99_ms: number | null;
  doel: string;
  gehaald: boolean;
  [meer: string]: unknown;
}

export interface Opties {
  /** How many times all are measured in turn. */
  rondes: number;
  /** How long each turn takes. */
  duurMs: number;
  /** Says what is going on. */
  meld(tekst: string): void;
}
