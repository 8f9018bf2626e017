import { Temporal } from 'temporal-polyfill';
import type { Actor, Compartiment } from '../../kern/rechten/index.ts';
import { isGriffier } from './rollen.ts';

/** Who can give a mandate, by office (functies A2). */
export const verleners = {
  hoofd_ambtelijk: 'Hoofd van de ambtelijke organisatie',
  hoofd_dagelijks_bestuur: 'Hoofd van het dagelijks bestuur',
  griffier: 'Griffier',
} as const;
export type Verlener = keyof typeof verleners;
export const verlenercodes = Object.keys(verleners) as [Verlener, ...Verlener[]];

/** In the closed compartment the ambtelijke organisatie gives nothing, and the griffier gives nothing outside it. */
export const verlenersIn: Record<Compartiment, readonly Verlener[]> = {
  ambtelijk: ['hoofd_ambtelijk', 'hoofd_dagelijks_bestuur'],
  politiek: ['griffier', 'hoofd_dagelijks_bestuur'],
};

/** What the room that decides calls its deciders and its measures; this room keeps the codes and asks no more. */
export interface Machtigingswoorden {
  beslissers: Readonly<Record<string, string>>;
  maatregelen: Readonly<Record<string, string>>;
}

/**
 * In whose hands the register of a mandate lies: the griffier's for political office holders, the beheerder's for the rest. A griffier cannot
 * write down his own, so the beheerder does that one, given by the head of the dagelijks bestuur.
 */
export function magVastleggen(actor: Actor, m: { compartiment: Compartiment; medewerkerIsGriffier: boolean }): boolean {
  const beheerder = actor.rollen.some((r) => r.rol === 'beheerder');
  if (m.compartiment === 'ambtelijk') return beheerder;
  return isGriffier(actor) || (beheerder && m.medewerkerIsGriffier);
}

export interface NieuweMachtiging {
  medewerkerId: string;
  medewerkerIsGriffier: boolean;
  compartiment: Compartiment;
  verlener: Verlener;
  van: Temporal.PlainDate;
  tot: Temporal.PlainDate | null;
}

export interface Machtigingsbezwaar {
  veld: 'medewerker_naam' | 'verlener' | 'tot' | 'compartiment';
  tekst: string;
}

/** Why this mandate cannot be written down by this person; null when it can. */
export function bezwaarTegenMachtiging(actor: Actor, m: NieuweMachtiging): Machtigingsbezwaar | null {
  if (m.medewerkerId === actor.id) return { veld: 'medewerker_naam', tekst: 'Je eigen machtiging leg je niet vast. Vraag een collega die dit ook mag.' };
  if (!magVastleggen(actor, m)) {
    return m.compartiment === 'politiek' ? { veld: 'compartiment', tekst: 'Machtigingen voor politieke ambtsdragers legt de griffier vast.' } : { veld: 'compartiment', tekst: 'Machtigingen voor de ambtelijke organisatie legt de beheerder vast.' };
  }
  if (!verlenersIn[m.compartiment].includes(m.verlener)) return { veld: 'verlener', tekst: m.compartiment === 'politiek' ? 'Voor politieke ambtsdragers verleent de griffier of het hoofd van het dagelijks bestuur de machtiging.' : 'De griffier verleent geen machtiging in de ambtelijke organisatie.' };
  if (m.medewerkerIsGriffier && m.verlener === 'griffier') return { veld: 'verlener', tekst: 'De griffier machtigt zichzelf niet. Kies het hoofd van het dagelijks bestuur.' };
  if (m.tot !== null && Temporal.PlainDate.compare(m.tot, m.van) < 0) return { veld: 'tot', tekst: 'De laatste dag ligt voor de eerste dag.' };
  return null;
}

export interface Machtigingsperiode {
  van: Temporal.PlainDate;
  tot: Temporal.PlainDate | null;
  ingetrokkenOp: Temporal.Instant | null;
}

/** How a mandate stands on a day. */
export function machtigingsstand(m: Machtigingsperiode, vandaag: Temporal.PlainDate): 'geldt' | 'nog_niet' | 'verlopen' | 'ingetrokken' {
  if (m.ingetrokkenOp !== null) return 'ingetrokken';
  if (Temporal.PlainDate.compare(vandaag, m.van) < 0) return 'nog_niet';
  return m.tot !== null && Temporal.PlainDate.compare(vandaag, m.tot) > 0 ? 'verlopen' : 'geldt';
}
