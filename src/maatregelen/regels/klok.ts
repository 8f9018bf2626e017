import { Temporal } from 'temporal-polyfill';
import type { Maatregelgebeurtenis } from './toestand.ts';
import { isEenmalig, type Maatregelsoort, type Toestand } from './woorden.ts';

export interface Klokfeiten {
  soort: Maatregelsoort;
  toestand: Toestand;
  begin: Temporal.PlainDate | null;
  einde: Temporal.PlainDate | null;
  /** The day the letter left; null while it did not. */
  briefVerzonden: Temporal.PlainDate | null;
  /** Told on the spot, because it could not wait: it holds without the letter. */
  spoed: boolean;
  /** How the duty to hear afterwards stands; null when there is none. */
  hoorplicht: 'loopt' | 'voldaan' | 'verlopen' | null;
  gehoord: boolean;
  /** Whether an extension was decided that follows on this one. */
  verlengd: boolean;
}

/**
 * What time alone brings to a measure now; null when nothing. Not heard in time goes before everything: such a measure no longer stands. It holds from
 * its first day, and not before the citizen could know of it.
 */
export function watDeKlokBrengt(f: Klokfeiten, vandaag: Temporal.PlainDate): Extract<Maatregelgebeurtenis, 'in_werking' | 'uitgevoerd' | 'verlopen' | 'verlengd' | 'vervallen'> | null {
  if (f.toestand !== 'besloten' && f.toestand !== 'in_werking' && f.toestand !== 'geschorst') return null;
  if (f.hoorplicht === 'verlopen' && !f.gehoord) return 'vervallen';
  if (isEenmalig(f.soort)) return f.toestand === 'besloten' && f.briefVerzonden !== null ? 'uitgevoerd' : null;
  if (f.einde !== null && Temporal.PlainDate.compare(vandaag, f.einde) > 0) return f.verlengd && f.toestand !== 'besloten' ? 'verlengd' : 'verlopen';
  const begonnen = f.begin !== null && Temporal.PlainDate.compare(vandaag, f.begin) >= 0;
  return f.toestand === 'besloten' && begonnen && (f.briefVerzonden !== null || f.spoed) ? 'in_werking' : null;
}
