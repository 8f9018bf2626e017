import type { PersoonnaamTabel } from '../tabellen/typen.ts';
import { naamsoorten, persoonssoorten, type Persoonssoort } from './woorden.ts';

export type Naamrij = Pick<PersoonnaamTabel, 'soort' | 'voornamen' | 'voorvoegsel' | 'geslachtsnaam'>;

/** A name as it is written. */
export function naamtekst(n: Pick<Naamrij, 'voornamen' | 'voorvoegsel' | 'geslachtsnaam'>): string {
  return [n.voornamen, n.voorvoegsel, n.geslachtsnaam].filter((d) => d !== '').join(' ');
}

const VOLGORDE = Object.keys(naamsoorten);

/** How a person is called on a page: the first name there is, by kind; a description or the kind of party when there is none. */
export function weergave(p: { soort: Persoonssoort; omschrijving: string; gewist_op: unknown }, namen: readonly Naamrij[]): string {
  if (p.gewist_op !== null) return 'Gewiste persoon';
  const eerste = [...namen].sort((a, b) => VOLGORDE.indexOf(a.soort) - VOLGORDE.indexOf(b.soort)).map(naamtekst).find((t) => t !== '');
  if (eerste !== undefined) return eerste;
  const kort = p.omschrijving.split('\n')[0] ?? '';
  return kort === '' ? persoonssoorten[p.soort] : kort.length > 80 ? `${kort.slice(0, 77)}…` : kort;
}
