/** The tree of departments, as pure rules. Ids or codes: whatever names a department. */

interface Knoop {
  id: string;
  ouder: string | null;
  naam: string;
}

export interface Tak<T extends Knoop> {
  knoop: T;
  /** 0 at the top. */
  diepte: number;
  /** Names from the top to its parent. */
  pad: readonly string[];
}

/**
 * All departments in the order of the tree, children under their parent by name. What hangs on nothing, or in a circle (which the
 * acts and the import refuse), still comes: at the top, so that nobody disappears from the page.
 */
export function opVolgorde<T extends Knoop>(knopen: readonly T[]): Tak<T>[] {
  const perOuder = Map.groupBy([...knopen].sort((a, b) => a.naam.localeCompare(b.naam, 'nl')), (k) => k.ouder);
  const bekend = new Set(knopen.map((k) => k.id));
  const uit: Tak<T>[] = [];
  const gezien = new Set<string>();
  const loop = (knoop: T, diepte: number, pad: readonly string[]): void => {
    if (gezien.has(knoop.id)) return;
    gezien.add(knoop.id);
    uit.push({ knoop, diepte, pad });
    for (const kind of perOuder.get(knoop.id) ?? []) loop(kind, diepte + 1, [...pad, knoop.naam]);
  };
  for (const knoop of knopen) if (knoop.ouder === null || !bekend.has(knoop.ouder)) loop(knoop, 0, []);
  for (const knoop of knopen) loop(knoop, 0, []);
  return uit;
}

/** A department with all below it: where it can never be hung under. */
export function metAlleOnder(knopen: readonly Pick<Knoop, 'id' | 'ouder'>[], id: string): Set<string> {
  const perOuder = Map.groupBy(knopen, (k) => k.ouder);
  const uit = new Set([id]);
  for (const hier of uit) for (const kind of perOuder.get(hier) ?? []) uit.add(kind.id);
  return uit;
}
