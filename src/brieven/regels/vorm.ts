import { Temporal } from 'temporal-polyfill';
import { dagnaam, dagVan, maandnamen, tijdTekst } from '../../kern/tijd/index.ts';
import type { Briefafzender } from './huisstijl.ts';
import type { Briefsoort, Geadresseerde } from './soorten.ts';

/** One piece of a letter. Text is text: whoever renders it escapes it. A table without a head is a list of terms; a secret one is only for the citizen. */
export type Blok = { soort: 'alinea'; tekst: string; taal?: 'en' } | { soort: 'lijst'; items: string[] } | { soort: 'tabel'; kop: [string, string] | null; rijen: [string, string][]; geheim?: true };

/** A part of a letter, by the name a template uses for it. */
export interface Deel {
  code: string;
  /** Heading; null for a part without one. */
  kop: string | null;
  blokken: Blok[];
}

/** A whole paper on the stationery of the organisation, ready to be rendered. */
export interface Stuk {
  afzender: Briefafzender;
  geadresseerde: Geadresseerde;
  kenmerk: string;
  /** "23 november 2026". */
  datum: string;
  onderwerp: string;
  aanhef: string;
  delen: Deel[];
  ondertekening: { groet: string; namens: string; wie: string };
}

/** A letter: a paper of a kind, kept with the dossier. */
export interface Brief extends Stuk {
  soort: Briefsoort;
}

/** The picture of a logo. */
export interface Logobeeld {
  mediatype: 'image/png' | 'image/jpeg';
  inhoud: Buffer;
}

/** "23 november 2026". */
export function briefdag(dag: string): string {
  const d = Temporal.PlainDate.from(dag);
  return `${d.day} ${maandnamen[d.month - 1] ?? ''} ${d.year}`;
}

/** "maandag 23 november 2026 om 14.10 uur". */
export function briefMoment(moment: string): string {
  const op = Temporal.Instant.from(moment);
  const dag = dagVan(op);
  return `${dagnaam(dag)} ${briefdag(dag.toString())} om ${tijdTekst(op)}`;
}

/** The letter for whoever reads along: without the codes by which the citizen answers. */
export function zonderGeheim(b: Brief): Brief {
  const verhuld = (blok: Blok): Blok => (blok.soort === 'tabel' && blok.geheim ? { ...blok, rijen: blok.rijen.map(([term]) => [term, '(staat alleen in de brief zelf)']) } : blok);
  return { ...b, delen: b.delen.map((d) => ({ ...d, blokken: d.blokken.map(verhuld) })) };
}
