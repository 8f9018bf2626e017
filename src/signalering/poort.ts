import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import type { Compartiment } from '../kern/rechten/index.ts';
import type { ActorContext, Context } from '../platform/deuren/index.ts';
import type { Sleutels } from '../platform/geheim/index.ts';
import type { Kennisgevingstand, Kennisgevingwens } from '../veroorzakers/index.ts';
import type { Band } from './regels/oordeel.ts';
import type { Geboortedatum } from './regels/invoer.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

/** What is asked about a person. */
export interface Wie {
  naam: string;
  geboortedatum: Geboortedatum | null;
  adres: { postcode: string; huisnummer: number; toevoeging: string } | null;
  telefoon: string | null;
}

/**
 * What this room needs of whoever knows persons; `opstelling.ts` fills it. Every question is about betrokkenen that have a signal, and about no one
 * else: who has none is never looked at.
 */
export interface Personen {
  /** Which of these betrokkenen is likely, or possibly, the one asked about. */
  herken(ctx: ActorContext, wie: Wie, onder: ReadonlyMap<Compartiment, readonly Id[]>): Promise<readonly { betrokkeneId: Id; band: Band }[]>;
  /** Which of these betrokkenen live in this building now; '' when the toevoeging is not known. */
  opAdres(ctx: Ctx, adres: { postcode: string; huisnummer: number }, onder: readonly Id[]): Promise<readonly { betrokkeneId: Id; toevoeging: string }[]>;
  /** The name colleagues know the person by; null while it is not recorded who it is. */
  weergave(ctx: Ctx, betrokkeneId: Id): Promise<string | null>;
}

/** A measure that holds, as a ground for a signal. */
export interface Grond {
  id: Id;
  betrokkeneId: Id;
  naam: string;
  /** Last day. */
  tot: Temporal.PlainDate;
}

export interface Maatregelen {
  /** The measures of this dossier that hold on this day. */
  geldend(ctx: Ctx, dossierId: Id, op: Temporal.PlainDate): Promise<readonly Grond[]>;
}

/** The notice that the organisation owes the person (AVG art. 14), in the workflow of whoever knows persons. */
export interface Kennisgevingen {
  /** Sees to it that there is one, told, to be told, or postponed; null when there is nobody on record to tell. */
  regel(ctx: ActorContext, k: Kennisgevingwens): Promise<Id | null>;
  standen(ctx: Pick<Context, 'trx' | 'organisatieId' | 'nu'>, ids: readonly Id[]): Promise<ReadonlyMap<Id, Kennisgevingstand>>;
}

/** Everything the acts of this room need from outside. */
export interface Signaleringmiddelen {
  personen: Personen;
  maatregelen: Maatregelen;
  kennisgevingen: Kennisgevingen;
  /** Keys of this installation. */
  sleutels: Sleutels;
}
