import type pg from 'pg';

/** Storage keys of every letter of every organisation, for the backup: as the owner of the database, in its transaction. */
export async function briefsleutels(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ sleutel: string }>('select pdf_sleutel as sleutel from brief where pdf_sleutel is not null union select word_sleutel from brief where word_sleutel is not null');
  return rows.map(({ sleutel }) => sleutel);
}
