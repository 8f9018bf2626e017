import { createHash } from 'node:crypto';
import type { Toegang } from './database.ts';

/** Who asks, from the session cookie: the same lookup as the application's. */
export interface Wie {
  id: string;
  organisatieId: string;
  naam: string;
  geheim: string;
  onderdeelId: string;
  rollen: { rol: string; compartiment: string }[];
  leidt: string[];
}

export async function zoekWie(db: Toegang, koekje: string | undefined): Promise<Wie | null> {
  const token = /(?:^|; )__Host-rd=([A-Za-z0-9_-]{43})/.exec(koekje ?? '')?.[1];
  if (token === undefined) return null;
  const [rij] = await db.los('sessie', 'select id, geheim, stand, gegevens from sessie_zoek($1::bytea, $2::timestamptz)', [createHash('sha256').update(token).digest(), new Date()]);
  return rij?.stand === 'actief' ? { ...(rij.gegevens as Omit<Wie, 'geheim'>), geheim: String(rij.geheim) } : null;
}
