import type { z } from 'zod';
import type { Handeling, Onderwerp, Systeemhandeling, Vraag } from './typen.ts';

export { maakDeuren, type Deuren } from './deuren.ts';
export { lees } from './lees.ts';
export type * from './typen.ts';

/** Declares an act: the only path to a write by a person. */
export function handeling<S extends z.ZodType, R, O extends Onderwerp = Onderwerp>(def: Handeling<S, O, R>): Handeling<S, O, R> {
  return def;
}

/** Declares a read: the only path by which a person sees data. */
export function vraag<S extends z.ZodType, R, O extends Onderwerp = Onderwerp>(def: Vraag<S, O, R>): Vraag<S, O, R> {
  return def;
}

/** Declares an act of the system. `voerUit` returns null when there is nothing (any more) to do. */
export function systeemhandeling<S extends z.ZodType, R>(def: Systeemhandeling<S, R>): Systeemhandeling<S, R> {
  return def;
}
