import type { Codering, CsvFout, Wijziging } from '../csv/index.ts';
import type { Rij, Soort } from './stand.ts';

/** What one file would do. */
export interface Bestandsoordeel<S extends Soort = Soort> {
  soort: S;
  sha256: string;
  codering: Codering | null;
  waarschuwingen: string[];
  fouten: CsvFout[];
  nieuw: { rij: number; waarde: Rij<S> }[];
  gewijzigd: { rij: number; sleutel: string; waarde: Rij<S>; velden: Wijziging[] }[];
  ongewijzigd: number;
  nietInBestand: string[];
}
export type Oordelen = { [S in Soort]?: Bestandsoordeel<S> };
