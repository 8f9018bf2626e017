import { sql } from 'kysely';
import type { Id } from '../kern/ids.ts';
import type { Db } from '../platform/database/index.ts';

export interface Organisatie {
  id: Id;
  naam: string;
  slug: string;
  demo: boolean;
}

/** The organisations of this installation, by name: for the sign-in page and for the operator. */
export async function organisaties(db: Db): Promise<Organisatie[]> {
  const { rows } = await sql<Organisatie>`select organisatie_id as id, naam, slug, demo from organisaties_lijst()`.execute(db);
  return rows;
}
