/** One request, as someone with a session makes it. */
export interface Doel {
  /** `{id}` becomes a new id each time. */
  pad: string;
  koekje: string;
  /** Of a form that is sent; the key that makes it unique is added. */
  velden?: [string, string][];
}

export interface Lastopdracht {
  poort: number;
  verbindingen: number;
  opwarmMs: number;
  duurMs: number;
  doelen: Doel[];
  /** From which request to go on, so that turns do not all ask the same. */
  begin: number;
  /** Stop after this many, also when there is time left. */
  hoogstens?: number;
}

export interface Lastuitslag {
  aantal: number;
  perSeconde: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  hoogste: number;
  /** Mean size of an answer. */
  bytes: number;
  statussen: Record<string, number>;
  begin: number;
  /** All that were sent, those of the warming up included. */
  verzoeken: number;
}
