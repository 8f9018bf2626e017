import { catalogus, type Foutcode, type Foutsoort } from './catalogus.ts';

export { catalogus, type Foutcode };

/** An error at one field of a form. `veld` is the field's name, '' for the form as a whole. */
export interface Veldfout {
  veld: string;
  tekst: string;
}

/** The one error that rules, acts and reads throw on purpose. Anything else that is thrown is a defect and becomes 'onverwacht'. */
export class Fout extends Error {
  readonly code: Foutcode;
  readonly velden: readonly Veldfout[];
  /** Lines for people that say what exactly stands in the way (for instance what is still open); no personal data. */
  readonly redenen: readonly string[];

  constructor(code: Foutcode, meer: { velden?: readonly Veldfout[]; redenen?: readonly string[] } = {}) {
    super(code);
    this.name = 'Fout';
    this.code = code;
    this.velden = meer.velden ?? [];
    this.redenen = meer.redenen ?? [];
  }

  get soort(): Foutsoort {
    return catalogus[this.code];
  }
}

/** Makes an error from the catalogue; write `throw fout('niet-gevonden')`. */
export function fout(code: Foutcode, meer?: { velden?: readonly Veldfout[]; redenen?: readonly string[] }): Fout {
  return new Fout(code, meer);
}

/** An error at fields of a form: `throw veldfout('wanneer', 'Kies wanneer het gebeurde')`. */
export function veldfout(veld: string, tekst: string): Fout {
  return new Fout('invoer.ongeldig', { velden: [{ veld, tekst }] });
}
