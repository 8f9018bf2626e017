import { v7 } from 'uuid';

/** An opaque identifier: a version 7 UUID, so that new rows land at the end of every index. */
export type Id = string;

/** Counts the ids of this process, so that those made in one millisecond (or under a clock that stands still) keep their order. */
let volgorde = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

/** Makes a new id. `nu` is the moment in epoch milliseconds, so that a fake clock also orders ids. */
export function nieuwId(nu?: number): Id {
  volgorde = (volgorde + 1) >>> 0;
  return v7({ msecs: nu ?? Date.now(), seq: volgorde });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text from outside (a URL, a form field) has the form of an id; anything else is answered as not found. */
export function isId(tekst: string): boolean {
  return UUID.test(tekst);
}
