import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { metSysteem, type Db } from '../../platform/database/index.ts';
import { codedeel } from './code.ts';

/*
 * The brake on guessing, in the database so that it holds over processes and restarts. Three counters:
 *
 * - this code from this address: after five failures 2, 4, 8 … seconds, up to a quarter of an hour;
 * - this address, whichever code: after thirty (a library or an office shares one), up to a minute;
 * - this code from anywhere: after twenty, up to a minute, so that strangers can slow down but never lock out.
 *
 * A code that does not exist counts the same. What the brake is not needed for is what keeps a case closed: code and controlecode are 88 bits.
 */
interface Rem {
  sleutel: Buffer;
  vrij: number;
  langst: number;
}

const rem = (soort: string, waarden: readonly string[], vrij: number, langst: number): Rem => ({ sleutel: createHash('sha256').update(JSON.stringify([soort, ...waarden])).digest(), vrij, langst });

export interface Poger {
  code: string;
  adres: string;
}

function remmen({ code, adres }: Poger): { eigen: Rem; gedeeld: Rem[] } {
  const [deel, net] = [codedeel(code), netwerk(adres)];
  return { eigen: rem('samen', [deel, net], 5, 15 * 60), gedeeld: [rem('adres', [net], 30, 60), rem('code', [deel], 20, 60)] };
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

/** Counts an attempt before it is tried; gives until when to wait, or null when it may be tried. */
export async function tel(db: Db, wie: Poger, nu: Temporal.Instant): Promise<Temporal.Instant | null> {
  const { eigen, gedeeld } = remmen(wie);
  const alle = [eigen, ...gedeeld];
  return metSysteem(db, async (trx) => {
    const { rows } = await sql<{ wacht: Temporal.Instant | null }>`
      select wederhoor_tel(${alle.map((r) => r.sleutel)}::bytea[], ${alle.map((r) => r.vrij)}::integer[], ${alle.map((r) => r.langst)}::integer[], ${nu}::timestamptz) as wacht`.execute(trx);
    return rows[0]?.wacht ?? null;
  });
}

/** Takes back what `tel` counted: it was right. Of the counters that others share only this one attempt. */
export async function vergeet(db: Db, wie: Poger): Promise<void> {
  const { eigen, gedeeld } = remmen(wie);
  await metSysteem(db, (trx) => sql`select wederhoor_vergeet(${[eigen.sleutel]}::bytea[], ${gedeeld.map((r) => r.sleutel)}::bytea[])`.execute(trx));
}
