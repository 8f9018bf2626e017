import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { compartimenten, rollen } from '../kern/rechten/index.ts';
import type { Id } from '../kern/ids.ts';
import type { Sessie } from '../platform/http/typen.ts';
import type { Tabellen } from '../platform/database/tabellen.ts';

const Gegevens = z.object({
  id: z.string(), organisatieId: z.string(), naam: z.string(), soort: z.enum(['medewerker', 'politiek', 'ingehuurd']), onderdeelId: z.string(), locatieId: z.string().nullable(),
  rollen: z.array(z.object({ rol: z.enum(rollen), compartiment: z.enum(compartimenten) })),
  leidt: z.array(z.string()),
  organisatie: z.object({ id: z.string(), naam: z.string(), soort: z.string(), slug: z.string(), demo: z.boolean(), instellingen: z.unknown() }),
});

/** What a session needs to know of a colleague, from the JSON of the function actor_gegevens. */
export function sessieVan(id: Id, geheim: string, json: unknown): Sessie {
  const g = Gegevens.parse(json);
  return {
    id, geheim, actor: { id: g.id, organisatieId: g.organisatieId, rollen: g.rollen, leidt: g.leidt },
    medewerker: { naam: g.naam, soort: g.soort, onderdeelId: g.onderdeelId, locatieId: g.locatieId }, organisatie: { ...g.organisatie, instellingen: g.organisatie.instellingen },
  };
}

/** The rights of an active colleague within a transaction of his organisation; null when there is none such. */
export async function actorGegevens(trx: Transaction<Tabellen>, organisatieId: Id, medewerkerId: Id): Promise<unknown | null> {
  const { rows } = await sql<{ g: unknown }>`select actor_gegevens(${organisatieId}::uuid, ${medewerkerId}::uuid) as g`.execute(trx);
  return rows[0]?.g ?? null;
}
