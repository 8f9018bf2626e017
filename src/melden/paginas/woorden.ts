import type { Temporal } from 'temporal-polyfill';
import { belwensen } from '../../nazorg/index.ts';
import { eenVeld, type Velden } from '../regels/concept.ts';
import { beloftezin } from '../regels/stappen.ts';
import type { Conceptbeeld } from '../vragen/concept.ts';

/** "a, b en c". */
export function opsomming(delen: readonly string[], woord = 'en'): string {
  return delen.length <= 1 ? (delen[0] ?? '') : `${delen.slice(0, -1).join(', ')} ${woord} ${delen.at(-1) ?? ''}`;
}

/** A name of a hired colleague with the company that employs him. */
export function metWerkgever(p: { naam: string; werkgever: string }): string {
  return p.werkgever === '' ? p.naam : `${p.naam} (${p.werkgever})`;
}

/** "de Adviseur-VPD (Noor Adriaans)": by name as long as it is one or two people. */
export function adviseurTekst(adviseurs: Conceptbeeld['adviseurs']): string {
  return adviseurs.length === 0 || adviseurs.length > 2 ? 'de Adviseur-VPD' : `de Adviseur-VPD (${opsomming(adviseurs.map((a) => a.naam), 'of')})`;
}

/** Whether the answers keep the report from whoever leads the colleague. */
export function gaatBuitenLeidinggevende(velden: Velden): boolean {
  return eenVeld(velden, 'route') === 'buiten_leidinggevende' || eenVeld(velden, 'belwens') === 'niet_via_leidinggevende';
}

/** Who will read the report when it is sent. */
export function lezers(beeld: Conceptbeeld, velden: Velden): string {
  const adviseur = adviseurTekst(beeld.adviseurs);
  if (beeld.eerste === null || (beeld.compartiment === 'ambtelijk' && gaatBuitenLeidinggevende(velden))) return adviseur;
  return opsomming([`${beeld.eerste.naam} (${beeld.compartiment === 'politiek' ? 'griffier' : 'leidinggevende'})`, adviseur]);
}

/** What someone needs now, as choices that each say who calls and by when; without a leidinggevende there is none to go around. */
export function belkeuzes(beeld: Conceptbeeld, nu: Temporal.Instant): { waarde: string; label: string; uitleg?: string }[] {
  const omzeilbaar = beeld.compartiment === 'ambtelijk' && beeld.eerste !== null;
  const beller = beeld.eerste?.naam ?? 'De Adviseur-VPD';
  const wie = beeld.voor ? '' : ' je';
  const belt = (op: Temporal.Instant): string => beloftezin({ door: beller, uiterlijk: op }, beeld.voor?.naam ?? null, nu);
  const anders = `Dan belt ${adviseurTekst(beeld.adviseurs)}${wie}. ${beller} ziet ${beeld.voor ? 'de' : 'je'} melding niet.`;
  return [
    { waarde: 'vandaag', label: beeld.voor ? 'Wil vandaag gebeld worden' : belwensen.vandaag, uitleg: belt(beeld.gebeld.vandaag) },
    { waarde: 'redt_zich', label: beeld.voor ? 'Redt zich, bellen kan binnenkort' : belwensen.redt_zich, uitleg: belt(beeld.gebeld.gewoon) },
    ...(omzeilbaar ? [{ waarde: 'niet_via_leidinggevende', label: beeld.voor ? 'Liever niet via de leidinggevende' : belwensen.niet_via_leidinggevende, uitleg: anders }] : []),
  ];
}

/** Only what was answered: a list of what someone left open helps nobody. */
export function ingevuld<T extends { waarde: unknown }>(items: readonly T[]): T[] {
  return items.filter((i) => i.waarde !== '' && i.waarde !== null && i.waarde !== undefined);
}

/** The address of a step. */
export function stappad(conceptId: string, stap: string): string {
  return `/melden/${conceptId}/${stap}`;
}
