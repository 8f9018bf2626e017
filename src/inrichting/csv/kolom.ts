/** A column that a file may or must have. */
export interface Kolom<Naam extends string = string> {
  naam: Naam;
  /** Other headers for the same, as HR systems and people write them. */
  synoniemen: readonly string[];
  /** Whether the file must have this column; whether a cell may be empty is for the schema of the row. */
  verplicht: boolean;
  /** The longest cell, in characters. */
  max: number;
  /** A telephone number may begin with +. */
  plus?: true;
}
