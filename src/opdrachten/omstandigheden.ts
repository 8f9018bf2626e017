import type { Writable } from 'node:stream';

/** Where a command finds what belongs to the build, and where it speaks. */
export interface Omstandigheden {
  /** Folder of the build: migrations in `tabellen`, browser files in `middelen`. */
  map: string;
  versie: string;
  omgeving: Readonly<Record<string, string | undefined>>;
  /** For people; results on standard output, what is going on on standard error. */
  zeg(tekst: string): void;
  meld(tekst: string): void;
  /** Writes bytes of a result, for what goes into a pipe. */
  uit: Writable;
}

/** Something the operator did or must do; its text is all he needs. */
export class Opdrachtfout extends Error {
  override name = 'Opdrachtfout';
}
