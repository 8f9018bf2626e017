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
  const bewaakt = await metWacht(db);
  const wis = async (waar: Kysely<Tabellen>, tabellen: readonly string[]): Promise<void> => {
    const metTrigger = tabellen.filter((tabel) => bewaakt.has(tabel));
    for (const tabel of metTrigger) await sql`alter table ${sql.table(tabel)} disable trigger user`.execute(waar);
    // Tables that point at each other in one statement: what points where is checked at its end.
    const delen = tabellen.map((tabel, i) => sql`${sql.id(`deel${i}`)} as (delete from ${sql.table(tabel)} where organisatie_id = any(${[...ids]}::uuid[]))`);
    await sql`with ${sql.join(delen)} select 1`.execute(waar);
    for (const tabel of metTrigger) await sql`alter table ${sql.table(tabel)} enable trigger user`.execute(waar);
  };
  for (const tabellen of los) {
    await db.transaction().execute((trx) => wis(trx, tabellen));
    for (const tabel of tabellen) await sql`vacuum ${sql.table(tabel)}`.execute(db);
  }
  await db.transaction().execute(async (trx) => {
    for (const tabellen of samen) await wis(trx, tabellen);
  });
}

/** Tables with a guard of their own against removing: what goes here goes whole. */
async function metWacht(db: Kysely<Tabellen>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ tabel: string }>`
    select distinct c.relname as tabel from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and (t.tgtype & 8) <> 0 and c.relnamespace = 'public'::regnamespace`.execute(db);
  return new Set(rows.map((r) => r.tabel));
}

/** The tables in order: those that can go one by one, and from the first in a ring on those that must go together. */
async function volgorde(db: Kysely<Tabellen>): Promise<{ los: string[][]; samen: string[][] }> {
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
  const uit: string[][] = [];
  while (over.size > 0) {
    const vrij = [...over].filter((tabel) => !verwijzingen.some((v) => v.naar === tabel && over.has(v.van)));
    const groepen = vrij.length > 0 ? vrij.map((tabel) => [tabel]) : [kleinsteKring(over, verwijzingen)];
    for (const tabel of groepen.flat()) over.delete(tabel);
    uit.push(...groepen);
  }
  const vanaf = uit.findIndex((groep) => groep.some((tabel) => ring.has(tabel)));
  return vanaf < 0 ? { los: uit, samen: [] } : { los: uit.slice(0, vanaf), samen: uit.slice(vanaf) };
}

/** The fewest tables that only each other point at. */
function kleinsteKring(over: ReadonlySet<string>, verwijzingen: readonly { van: string; naar: string }[]): string[] {
  const kringen = [...over].map((tabel) => {
    const kring = new Set([tabel]);
    for (const t of kring) for (const v of verwijzingen) if (v.naar === t && over.has(v.van)) kring.add(v.van);
    return [...kring];
  });
  return kringen.toSorted((a, b) => a.length - b.length)[0] ?? [];
}
