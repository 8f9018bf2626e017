import { sql, type Kysely } from 'kysely';
import type { Id } from '../kern/ids.ts';
import type { Tabellen } from '../platform/database/tabellen.ts';

/**
 * Removes organisations with all that is theirs, whichever room it belongs to: every table with an organisation, those that point at
 * others first, the organisation itself last. A table at a time, each cleaned up after: the checks on what pointed at a row would
 * otherwise pass all rows that were just removed. Where tables point at each other, they and what is left go together. Not in a
 * transaction of the caller; when it is killed halfway, do it again.
 */
export async function wisOrganisaties(db: Kysely<Tabellen>, ids: readonly Id[]): Promise<void> {
  const { los, samen } = await volgorde(db);
  const wis = (waar: Kysely<Tabellen>, tabel: string) => sql`delete from ${sql.table(tabel)} where organisatie_id = any(${[...ids]}::uuid[])`.execute(waar);
  for (const tabel of los) {
    await wis(db, tabel);
    await sql`vacuum ${sql.table(tabel)}`.execute(db);
  }
  await db.transaction().execute(async (trx) => {
    for (const tabel of samen) await wis(trx, tabel);
  });
}

/** The tables in order: those that can go one by one, and from the first in a ring on those that must go together. */
async function volgorde(db: Kysely<Tabellen>): Promise<{ los: string[]; samen: string[] }> {
  const tabellen = await sql<{ tabel: string }>`
    select c.relname as tabel from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisatie_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname = 'journaal' desc, 1`.execute(db);
  const alle = await sql<{ van: string; naar: string; later: boolean }>`
    select distinct v.relname as van, n.relname as naar, k.condeferrable as later from pg_constraint k join pg_class v on v.oid = k.conrelid join pg_class n on n.oid = k.confrelid
    where k.contype = 'f' and k.conrelid <> k.confrelid and v.relnamespace = 'public'::regnamespace`.execute(db);
  // What is checked only at commit does not decide the order; it makes the ring.
  const verwijzingen = alle.rows.filter((v) => !v.later);
  const ring = new Set(alle.rows.filter((v) => v.later).map((v) => v.naar));
  const over = new Set(tabellen.rows.map((r) => r.tabel));
  const uit: string[] = [];
  while (over.size > 0) {
    const vrij = [...over].filter((tabel) => !verwijzingen.some((v) => v.naar === tabel && over.has(v.van)));
    if (vrij.length === 0) throw new Error('de tabellen verwijzen in een kring naar elkaar');
    for (const tabel of vrij) over.delete(tabel);
    uit.push(...vrij);
  }
  const vanaf = uit.findIndex((tabel) => ring.has(tabel));
  return vanaf < 0 ? { los: uit, samen: [] } : { los: uit.slice(0, vanaf), samen: uit.slice(vanaf) };
}
