import { sql } from 'kysely';
import type { Id } from '../../kern/ids.ts';
import { metOrganisatie, type Db } from '../../platform/database/index.ts';
import { openGeheim, sluitGeheim, type Sleutels } from '../../platform/geheim/index.ts';
import { organisaties } from '../../inrichting/index.ts';
import { TOTP_BYTES } from './totp.ts';

/*
 * Secrets of apps with codes stand sealed in the database: whoever gets hold of a copy of it, without the keys of the installation, has no
 * second factor of anyone. Each opens for its own colleague only.
 */

const bij = (organisatieId: Id, medewerkerId: Id): string => `totp ${organisatieId} ${medewerkerId}`;

export function verzegelTotp(sleutels: Sleutels, organisatieId: Id, medewerkerId: Id, geheim: Uint8Array): Buffer {
  return sluitGeheim(sleutels, bij(organisatieId, medewerkerId), geheim);
}

/** The secret; null when no key of this installation opens it. One of before secrets were sealed is what it is. */
export function ontzegelTotp(sleutels: Sleutels, organisatieId: Id, medewerkerId: Id, bewaard: Buffer): Buffer | null {
  return bewaard.length === TOTP_BYTES ? bewaard : (openGeheim(sleutels, bij(organisatieId, medewerkerId), bewaard)?.geheim ?? null);
}

/** Where they stand: the table, what tells a row from the others, and the column. */
const PLEKKEN = [
  [sql.table('account'), sql.ref('medewerker_id'), sql.ref('totp_geheim')],
  [sql.table('uitnodiging'), sql.ref('id'), sql.ref('totp_voorstel')],
] as const;

/**
 * Seals what is not sealed yet, and what is sealed with an older key: after an update and after a change of keys nothing is left of before.
 * Answers how many there were, and how many no key opens.
 */
export async function verzegelTotpOpnieuw(db: Db, sleutels: Sleutels): Promise<{ verzegeld: number; dicht: number }> {
  const uit = { verzegeld: 0, dicht: 0 };
  for (const { id } of await organisaties(db)) {
    await metOrganisatie(db, id, async (trx) => {
      for (const [tabel, rij, kolom] of PLEKKEN) {
        const { rows } = await sql<{ sleutel: string; wie: Id; bewaard: Buffer }>`
          select ${rij}::text as sleutel, medewerker_id as wie, ${kolom} as bewaard from ${tabel} where organisatie_id = ${id} and ${kolom} is not null`.execute(trx);
        for (const { sleutel, wie, bewaard } of rows) {
          const open = bewaard.length === TOTP_BYTES ? { geheim: bewaard, metEerste: false } : openGeheim(sleutels, bij(id, wie), bewaard);
          if (open === null) uit.dicht += 1;
          if (open === null || open.metEerste) continue;
          // Only when it is still the same: someone may be setting up another app right now.
          await sql`update ${tabel} set ${kolom} = ${verzegelTotp(sleutels, id, wie, open.geheim)} where organisatie_id = ${id}
            and ${rij}::text = ${sleutel} and ${kolom} = ${bewaard}`.execute(trx);
          uit.verzegeld += 1;
        }
      }
    });
  }
  return uit;
}
