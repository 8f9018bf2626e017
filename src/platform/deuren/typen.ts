import type { Transaction } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { Id } from '../../kern/ids.ts';
import type { Actor, Handelingnaam, Hoedanigheid } from '../../kern/rechten/index.ts';
import type { Tabellen } from '../database/tabellen.ts';
import type { Remmen } from '../rem/index.ts';

/** Where an act or a read comes from; goes into the journaal as a salted commitment. */
export interface Herkomst {
  kanaal: 'scherm' | 'api' | 'werker' | 'opdracht';
  ip: string;
  verzoekId: string;
}

/** Who asks: a signed-in colleague and where from. */
export interface Wie {
  actor: Actor;
  herkomst: Herkomst;
}

/** What every act and read gets: the transaction with the organisation set, the moment, and chance as a function. */
export interface Context {
  trx: Transaction<Tabellen>;
  organisatieId: Id;
  nu: Temporal.Instant;
  nieuwId(): Id;
  /** Puts a job in the queue within this transaction; it leaves only when the transaction commits. Opaque ids only. */
  plaats(taak: string, gegevens: Record<string, string>, opties?: { nietVoor?: Temporal.Instant }): Promise<void>;
}

/** What an act or read is about, with the capacities of the actor towards it. No capacities means: not found. */
export interface Onderwerp {
  object: { soort: string; id: string };
  dossierId?: Id;
  hoedanigheden: ReadonlySet<Hoedanigheid>;
  status?: string;
}

/** The same, for a colleague who acts. */
export interface ActorContext extends Context {
  actor: Actor;
}

export interface Uitkomst<R> {
  resultaat: R;
  /** What the line in the journaal is about, when the act made it (otherwise the onderwerp). */
  object?: { soort: string; id: string };
  dossierId?: Id;
  /** More for the journaal, such as the names of changed fields; goes in as a commitment. */
  journaal?: Record<string, unknown>;
}

export interface Handeling<S extends z.ZodType, O extends Onderwerp, R> {
  naam: Handelingnaam;
  invoer: S;
  /** Done twice with the same input it is the same as once, so its key and result are not kept. Any other result holds ids, codes and numbers only. */
  herhaalbaar?: true;
  /**
   * Something in this act can be guessed. Counted before it is tried, and taken back unless it failed on one of `velden`; whoever has to
   * wait hears it at the first of them.
   */
  rem?: { remmen(actor: Actor, invoer: z.output<S>): Remmen; velden: readonly [string, ...string[]] };
  /** Looks up, and locks, what the act is about. Absent for acts about the organisation, which the role alone decides. */
  onderwerp?(ctx: ActorContext, invoer: z.output<S>): Promise<O | null>;
  voerUit(ctx: ActorContext & { invoer: z.output<S>; onderwerp: O }): Promise<Uitkomst<R>>;
}

export interface Vraag<S extends z.ZodType, O extends Onderwerp, R> {
  naam: Handelingnaam;
  invoer: S;
  onderwerp?(ctx: ActorContext, invoer: z.output<S>): Promise<O | null>;
  haal(ctx: ActorContext & { invoer: z.output<S>; onderwerp: O }): Promise<R>;
  /** Whether this read leaves a line in the journaal. Reads about a dossier always do. */
  journaal?: boolean;
}

/** An act of the system itself (the clock, the mail): named, visible in the journaal as "systeem", never open to a person. */
export interface Systeemhandeling<S extends z.ZodType, R> {
  naam: string;
  /** Who did it when it was not the system: someone from outside, who answers a letter and is no actor here. Stands in the journaal instead of "systeem". */
  actor?: 'betrokkene';
  invoer: S;
  voerUit(ctx: Context & { invoer: z.output<S> }): Promise<Uitkomst<R> | null>;
}
