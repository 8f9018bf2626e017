import type pg from 'pg';
import { z } from 'zod';

/** A table as it is in a backup. Columns that the database computes itself are left out. */
export const Tabel = z.object({ schema: z.string(), naam: z.string(), kolommen: z.array(z.string()).min(1) });
export type Tabel = z.output<typeof Tabel>;

export const Migratieregel = z.object({ nummer: z.int(), naam: z.string(), sha256: z.string() });
export type Migratieregel = z.output<typeof Migratieregel>;

/** The record of migrations is made by migrating, not by loading. */
const MIGRATIES = 'migratie';

export const volledigeNaam = ({ schema, naam }: Pick<Tabel, 'schema' | 'naam'>): string => `${citeer(schema)}.${citeer(naam)}`;
export const kolomlijst = ({ kolommen }: Pick<Tabel, 'kolommen'>): string => kolommen.map(citeer).join(', ');
export const citeer = (naam: string): string => `"${naam.replaceAll('"', '""')}"`;

/** All tables of our own schema, and these of others (`schema.naam`), with their columns. Of a partitioned table only the whole. */
export async function leesTabellen(client: pg.ClientBase, ook: readonly string[]): Promise<Tabel[]> {
  const { rows } = await client.query<{ schema: string; naam: string; kolommen: string[] }>(
    `select n.nspname as schema, c.relname as naam, array_agg(a.attname::text order by a.attnum) as kolommen
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind in ('r', 'p') and not c.relispartition and (n.nspname = 'public' or n.nspname || '.' || c.relname = any ($1::text[])) and not (n.nspname = 'public' and c.relname = $2)
     group by 1, 2 order by 1, 2`, [ook, MIGRATIES]);
  return rows;
}

export async function leesMigraties(client: pg.ClientBase): Promise<Migratieregel[]> {
  const { rows } = await client.query<Migratieregel>(`select nummer, naam, sha256 from ${MIGRATIES} order by nummer`);
  return rows;
}

/** Tables that hold rows already; a backup is only put back where there are none. */
export async function gevuldeTabellen(client: pg.ClientBase, tabellen: readonly Tabel[]): Promise<string[]> {
  const gevuld: string[] = [];
  for (const tabel of tabellen) {
    const { rows } = await client.query<{ vol: boolean }>(`select exists (select from ${volledigeNaam(tabel)}) as vol`);
    if (rows[0]?.vol === true) gevuld.push(tabel.naam);
  }
  return gevuld;
}

export interface Reeks {
  schema: string;
  naam: string;
  /** Last value that was given out; null when none was. */
  waarde: string | null;
}

export async function leesReeksen(client: pg.ClientBase): Promise<Reeks[]> {
  const { rows } = await client.query<Reeks>(`select schemaname as schema, sequencename as naam, last_value::text as waarde from pg_sequences where schemaname = 'public' order by 1, 2`);
  return rows;
}
