import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { tijdTekst } from '../../kern/tijd/index.ts';
import { metSysteem, type Db } from '../database/index.ts';

/**
 * One counter of the brake on guessing: at what, and from where. The brake is in the database, so that it holds over processes and
 * restarts. What does not exist counts the same as what does, so that it tells nobody what is there.
 */
export interface Rem {
  sleutel: Buffer;
  /** Failures without any delay; every one after that doubles it: 2, 4, 8 … seconds. */
  vrij: number;
  /** Longest delay, in seconds. */
  langst: number;
}

/** The counters of one attempt: the first is of this one alone, the others are shared with more people. */
export type Remmen = readonly [eigen: Rem, ...gedeeld: Rem[]];

export function rem(soort: string, waarden: readonly string[], vrij: number, langst: number): Rem {
  return { sleutel: createHash('sha256').update(JSON.stringify([soort, ...waarden])).digest(), vrij, langst };
}

/** What someone reads who must wait. */
export function wachtzin(wacht: Temporal.Instant): string {
  return `Dit is te vaak misgegaan. Probeer het na ${tijdTekst(wacht.add({ seconds: 59 }))} opnieuw.`;
}

/** Who has an address of IPv6 has billions of them: the network counts. */
export function netwerk(adres: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(adres)?.[1];
  if (v4 !== undefined) return v4;
  if (!adres.includes(':')) return adres;
  const [voor = '', na] = adres.toLowerCase().split('%')[0]?.split('::') ?? [];
  const links = voor === '' ? [] : voor.split(':');
  const rechts = na === undefined || na === '' ? [] : na.split(':');
  const vol = na === undefined ? links : [...links, ...Array.from({ length: Math.max(0, 8 - links.length - rechts.length) }, () => '0'), ...rechts];
  return `${vol.slice(0, 4).map((d) => d.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}

/**
 * Counts an attempt before it is tried, so that many at once do not slip through. Gives the moment until which to wait, or null when the
 * attempt may go on. An attempt during the wait is not tried and does not make the wait longer.
 */
export async function tel(db: Db, remmen: Remmen, nu: Temporal.Instant): Promise<Temporal.Instant | null> {
  return metSysteem(db, async (trx) => {
    const { rows } = await sql<{ wacht: Temporal.Instant | null }>`
      select rem_tel(${remmen.map((r) => r.sleutel)}::bytea[], ${remmen.map((r) => r.vrij)}::integer[], ${remmen.map((r) => r.langst)}::integer[], ${nu}::timestamptz) as wacht`.execute(trx);
    return rows[0]?.wacht ?? null;
  });
}

/** Takes back what `tel` counted: it was right. A shared counter loses only this one, or one right answer would wipe out guessing at others. */
export async function vergeet(db: Db, [eigen, ...gedeeld]: Remmen, nu: Temporal.Instant): Promise<void> {
  await metSysteem(db, (trx) => sql`select rem_vergeet(${eigen.sleutel}::bytea, ${gedeeld.map((r) => r.sleutel)}::bytea[], ${nu}::timestamptz)`.execute(trx));
}

/**
 * Counts one more of what may be done so many times in a while, over all processes. Gives the moment until which to wait when it is too many, or
 * null when it may go on.
 */
export async function telVenster(db: Db, v: { soort: string; waarden: readonly string[]; meest: number; seconden: number }, nu: Temporal.Instant): Promise<Temporal.Instant | null> {
  return metSysteem(db, async (trx) => {
    const { rows } = await sql<{ wacht: Temporal.Instant | null }>`select rem_venster(${rem(v.soort, v.waarden, 0, 0).sleutel}::bytea, ${v.meest}::integer, ${v.seconden}::integer, ${nu}::timestamptz) as wacht`.execute(trx);
    return rows[0]?.wacht ?? null;
  });
}
