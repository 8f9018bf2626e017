import type { Temporal } from 'temporal-polyfill';
import { Lijstfout, MEEST_REGELS, teVeel } from './fout.ts';
import { lijktAgenda, regelsUitAgenda } from './ics.ts';
import { regelsUit } from './matrix.ts';
import type { Lijstregel } from './regel.ts';
import { matrixUitTekst, naarTekst } from './tekst.ts';
import { matrixUitXlsx } from './xlsx.ts';

export interface Lijst {
  regels: Lijstregel[];
  /** Appointments on other days than the coming week. */
  overgeslagen: number;
}

function keur(lijst: Lijst): Lijst {
  if (lijst.regels.length > MEEST_REGELS) throw teVeel();
  if (lijst.regels.length === 0) throw new Lijstfout(lijst.overgeslagen > 0 ? 'In deze agenda staat niets voor de komende week.' : 'In deze lijst staan geen regels die we kunnen controleren.');
  return lijst;
}

/** A pasted list, or the text of a CSV or ICS file. */
export function leesTekstlijst(tekst: string, vandaag: Temporal.PlainDate): Lijst {
  return keur(lijktAgenda(tekst) ? regelsUitAgenda(tekst, vandaag) : { regels: regelsUit(matrixUitTekst(tekst)), overgeslagen: 0 });
}

/** A file of any of the three kinds, by its contents: its name decides nothing. */
export async function leesBestandslijst(bestand: { soort: 'tekst'; bytes: Uint8Array } | { soort: 'xlsx'; pad: string }, vandaag: Temporal.PlainDate): Promise<Lijst> {
  return bestand.soort === 'xlsx' ? keur({ regels: regelsUit(await matrixUitXlsx(bestand.pad)), overgeslagen: 0 }) : leesTekstlijst(naarTekst(bestand.bytes), vandaag);
}
