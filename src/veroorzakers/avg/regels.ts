import type { Temporal } from 'temporal-polyfill';
import { vervalmoment, type Kalender, type Termijnregel } from '../../kern/tijd/index.ts';

/** What a registered person can ask, and the notice the organisation owes him by itself. */
export const verzoeksoorten = {
  kennisgeving: 'Kennisgeving (AVG art. 14)',
  inzage: 'Inzage (AVG art. 15)',
  rectificatie: 'Rectificatie (AVG art. 16)',
  verwijdering: 'Verwijdering (AVG art. 17)',
  beperking: 'Beperking (AVG art. 18)',
  bezwaar: 'Bezwaar (AVG art. 21)',
} as const;
export type Verzoeksoort = keyof typeof verzoeksoorten;
export const verzoekcodes = Object.keys(verzoeksoorten) as [Verzoeksoort, ...Verzoeksoort[]];
/** What a person himself can ask. */
export const vraagbaar = verzoekcodes.filter((s) => s !== 'kennisgeving');

export const uitkomsten = {
  toegewezen: 'Toegewezen',
  deels: 'Deels toegewezen',
  geweigerd: 'Geweigerd',
  ingetrokken: 'Ingetrokken door wie het vroeg',
  verzonden: 'De persoon krijgt bericht',
  niet_nodig: 'Er gaat geen bericht uit',
} as const;
export type Uitkomst = keyof typeof uitkomsten;
export const uitkomstcodes = Object.keys(uitkomsten) as [Uitkomst, ...Uitkomst[]];

/** The outcomes a kind of request can have. */
export function uitkomstenVan(soort: Verzoeksoort): Uitkomst[] {
  return soort === 'kennisgeving' ? ['verzonden', 'niet_nodig'] : ['toegewezen', 'deels', 'geweigerd', 'ingetrokken'];
}

/**
 * Whether a second person must confirm the decision before it holds: a refusal, in whole or in part; not giving notice; and erasure,
 * which nobody can undo.
 */
export function vraagtTweede(soort: Verzoeksoort, uitkomst: Uitkomst): boolean {
  return uitkomst === 'geweigerd' || uitkomst === 'deels' || uitkomst === 'niet_nodig' || (soort === 'verwijdering' && uitkomst === 'toegewezen');
}

/**
 * When an extended request must be answered: the two further months of AVG art. 12 lid 3 come on top of the first, counted from receipt.
 * In other units than the first term it runs from where that ended.
 */
export function verlengdTot(ontvangen: Temporal.Instant, eerst: Termijnregel, erbij: Termijnregel, kalender: Kalender): Temporal.Instant {
  if (eerst.eenheid === erbij.eenheid) return vervalmoment(ontvangen, { ...eerst, aantal: eerst.aantal + erbij.aantal }, kalender);
  return vervalmoment(vervalmoment(ontvangen, eerst, kalender), erbij, kalender);
}

export const stapwoorden = {
  ontvangen: 'Ontvangen', verlengd: 'Verlengd', uitgesteld: 'Uitgesteld', besluit: 'Besluit genomen', bevestigd: 'Door een tweede persoon bevestigd', teruggestuurd: 'Teruggestuurd door een tweede persoon', uitgevoerd: 'Uitgevoerd',
  brief: 'Brief klaargezet', inzage: 'Overzicht voor inzage gemaakt',
} as const;
export type Stapsoort = keyof typeof stapwoorden;
