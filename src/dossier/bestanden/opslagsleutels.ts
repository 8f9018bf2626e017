import type pg from 'pg';

/** Storage keys of every file of every organisation, for the backup: as the owner of the database, in its transaction. */
export async function opslagsleutels(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ sleutel: string }>(`
    select origineel_sleutel as sleutel from bestand where gewist_op is null
    union select kopie_sleutel from bestand where gewist_op is null and kopie_sleutel is not null`);
  return rows.map(({ sleutel }) => sleutel);
}
