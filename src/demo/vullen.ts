import { sql, type Insertable, type Kysely } from 'kysely';
import type { Tabellen } from '../platform/database/tabellen.ts';

export type Tabelnaam = keyof Tabellen;
export type Rij<T extends Tabelnaam> = Insertable<Tabellen[T]>;

/** The rows that are to be written, by table. A row may still change until it is. */
export type Rijen = { [T in Tabelnaam]?: Rij<T>[] };

/** Adds a row and gives it back, so that what follows can change it. */
export function voeg<T extends Tabelnaam>(rijen: Rijen, tabel: T, rij: Rij<T>): Rij<T> {
  const lijst = (rijen[tabel] ??= [] as never) as Rij<T>[];
  lijst.push(rij);
  return rij;
}

const PER_KEER = 2_000;

/**
 * Writes rows in one statement per two thousand: as JSON, which PostgreSQL turns into rows of that table. Columns that no row
 * names keep their default. All rows of a table name the same columns.
 */
export async function vul<T extends Tabelnaam>(db: Kysely<Tabellen>, tabel: T, rijen: readonly Rij<T>[]): Promise<void> {
  const eerste = rijen[0];
  if (eerste === undefined) return;
  const namen = Object.keys(eerste);
  const kolommen = sql.join(namen.map((naam) => sql.id(naam)));
  for (let van = 0; van < rijen.length; van += PER_KEER) {
    const deel = rijen.slice(van, van + PER_KEER);
    if (deel.some((rij) => Object.keys(rij).length !== namen.length)) throw new Error(`niet alle rijen van ${tabel} hebben dezelfde kolommen`);
    await sql`insert into ${sql.table(tabel)} (${kolommen}) select ${kolommen} from jsonb_populate_recordset(null::${sql.table(tabel)}, ${JSON.stringify(deel)}::jsonb)`.execute(db);
  }
}
