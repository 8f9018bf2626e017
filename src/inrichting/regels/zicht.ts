/** The facts on which depends whose dossiers someone may open because he leads a department. Named by id or by code, consistently. */
export interface Leidingfeiten {
  onderdelen: readonly { id: string; ouder: string | null; leider: string | null; actief: boolean }[];
  mensen: readonly { id: string; onderdeel: string }[];
}

/** Everyone in the departments that `wie` leads, with all below them: what actor_gegevens answers for the rights, told over people. */
export function onderLeidingVan({ onderdelen, mensen }: Leidingfeiten, wie: string): Set<string> {
  const perOuder = Map.groupBy(onderdelen, (o) => o.ouder);
  const geleid = new Set(onderdelen.filter((o) => o.actief && o.leider === wie).map((o) => o.id));
  for (const hier of geleid) for (const kind of perOuder.get(hier) ?? []) geleid.add(kind.id);
  return new Set(mensen.filter((m) => geleid.has(m.onderdeel)).map((m) => m.id));
}

/**
 * Whether a change of the organisation would let the one who makes it see more colleagues' dossiers. That takes a second person,
 * as with giving roles. People who were not there before have no dossiers, so a first fill is never refused.
 */
export function verruimtEigenZicht(voor: Leidingfeiten, na: Leidingfeiten, wie: string): boolean {
  const eerst = onderLeidingVan(voor, wie);
  const alDaar = new Set(voor.mensen.map((m) => m.id));
  return [...onderLeidingVan(na, wie)].some((m) => m !== wie && alDaar.has(m) && !eerst.has(m));
}

export const EIGEN_ZICHT = 'Zo zou jij zelf dossiers van meer collega’s kunnen openen. Vraag een andere beheerder om dit te doen.';
