import type { Id } from '../../kern/ids.ts';

/**
 * Joining persons: each record points at most to one other, and nothing moves. A group is a tree of such pointers; its head points to nothing.
 * Because joining only sets one pointer and parting only clears it, parting in any order gives back what was.
 */
export interface Wijzer {
  id: Id;
  samengevoegd_in: Id | null;
}

/** A record and all that were joined to it, directly or not. */
export function deelboom(wijzers: readonly Wijzer[], id: Id): Id[] {
  const onder = Map.groupBy(wijzers, (w) => w.samengevoegd_in);
  const uit: Id[] = [id];
  for (const hier of uit) for (const w of onder.get(hier) ?? []) if (!uit.includes(w.id)) uit.push(w.id);
  return uit;
}
