import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import { metOrganisatie, type Db, type Trx } from '../../platform/database/index.ts';

/**
 * A brake on guessing, in the database so that it holds over processes and restarts. Three counters, each with a delay that doubles with
 * every failure after the first few:
 *
 * - this account from this address: up to a quarter of an hour;
 * - this address, whichever account: the same, later (a whole office can share one address);
 * - this account from anywhere: up to one minute, so that strangers can slow down but never lock out.
 *
 * In a browser where this colleague signed in before, only the counter of that browser holds: there nobody else can slow him down.
 * Accounts that do not exist count the same, so the brake tells nobody which exist.
 */
export interface Remmen {
  account: string;
  adres: string;
  /** Hash of the cookie of a browser that this account knows. */
  toestel: string | null;
}

interface Rem {
  sleutel: Buffer;
  /** Failures without any delay. */
  vrij: number;
  /** Longest delay, in seconds. */
  langst: number;
}

const KWARTIER = 15 * 60;
/** A day after the last failure all is forgotten. */
const VERGEET = { hours: 24 } as const;

function rem(soort: string, waarden: readonly string[], vrij: number, langst: number): Rem {
  return { sleutel: createHash('sha256').update(JSON.stringify([soort, ...waarden])).digest(), vrij, langst };
}

function remmen({ account, adres, toestel }: Remmen): Rem[] {
  if (toestel !== null) return [rem('toestel', [account, toestel], 5, KWARTIER)];
  return [rem('samen', [account, adres], 5, KWARTIER), rem('adres', [adres], 30, KWARTIER), rem('account', [account], 20, 60)];
}

/** Seconds to wait after this many failures: 2, 4, 8 … from the first one beyond what is free. */
export function wachttijd(fouten: number, vrij: number, langst: number): number {
  return fouten <= vrij ? 0 : Math.min(langst, 2 ** Math.min(fouten - vrij, 20));
}

/**
 * Counts an attempt before it is tried, so that many at once do not slip through. Gives the moment until which to wait, or null when the
 * attempt may go on. An attempt during the wait is not tried and does not make the wait longer.
 */
export async function tel(db: Db, organisatieId: Id, wie: Remmen, nu: Temporal.Instant): Promise<Temporal.Instant | null> {
  return metOrganisatie(db, organisatieId, async (trx) => {
    const vergeten = nu.subtract(VERGEET);
    const alle = remmen(wie);
    const rijen = await zetVast(trx, organisatieId, alle, nu);
    const wacht = rijen.map((r) => r.wacht_tot).filter((t) => Temporal.Instant.compare(t, nu) > 0).toSorted(Temporal.Instant.compare).at(-1);
    if (wacht !== undefined) return wacht;
    for (const { sleutel, vrij, langst } of alle) {
      const fouten = (rijen.find((r) => r.sleutel.equals(sleutel))?.fouten ?? 0) + 1;
      await trx.updateTable('aanmeldrem').set({ fouten, laatste: nu, wacht_tot: nu.add({ seconds: wachttijd(fouten, vrij, langst) }) })
        .where('organisatie_id', '=', organisatieId).where('sleutel', '=', sleutel).execute();
    }
    await ruimOp(trx, organisatieId, vergeten);
    return null;
  });
}

/**
 * Makes the rows that are not there and locks them all, in one order for everyone: so that the very first attempts also wait for each
 * other, and two never for ever. Who locks a row that he did not make here first would break that order.
 */
async function zetVast(trx: Trx, organisatieId: Id, alle: readonly Rem[], nu: Temporal.Instant): Promise<{ sleutel: Buffer; fouten: number; wacht_tot: Temporal.Instant }[]> {
  const vergeten = nu.subtract(VERGEET);
  const rijen = [];
  for (const { sleutel } of alle.toSorted((a, b) => Buffer.compare(a.sleutel, b.sleutel))) {
    rijen.push(await trx.insertInto('aanmeldrem').values({ organisatie_id: organisatieId, sleutel, fouten: 0, laatste: nu, wacht_tot: nu })
      .onConflict((c) => c.columns(['organisatie_id', 'sleutel']).doUpdateSet({ fouten: sql`case when aanmeldrem.laatste > ${vergeten} then aanmeldrem.fouten else 0 end` })).returning(['sleutel', 'fouten', 'wacht_tot']).executeTakeFirstOrThrow());
  }
  return rijen;
}

/** Last in the transaction, and past the rows that others hold: it never waits. */
async function ruimOp(trx: Trx, organisatieId: Id, vergeten: Temporal.Instant): Promise<void> {
  const oud = trx.selectFrom('aanmeldrem').select('sleutel').where('organisatie_id', '=', organisatieId).where('laatste', '<=', vergeten).forUpdate().skipLocked();
  await trx.deleteFrom('aanmeldrem').where('organisatie_id', '=', organisatieId).where('sleutel', 'in', oud).execute();
}

/** Takes back what `tel` counted: it was right. The counter of the address loses only this one, or one good account would wipe out guessing at others. */
export async function vergeet(db: Db, organisatieId: Id, wie: Remmen, nu: Temporal.Instant): Promise<void> {
  const [eigen, ...gedeeld] = remmen(wie).map((r) => r.sleutel);
  await metOrganisatie(db, organisatieId, async (trx) => {
    await zetVast(trx, organisatieId, remmen(wie), nu);
    if (eigen !== undefined) await trx.deleteFrom('aanmeldrem').where('organisatie_id', '=', organisatieId).where('sleutel', '=', eigen).execute();
    if (gedeeld.length > 0) {
      await trx.updateTable('aanmeldrem').set({ fouten: sql`greatest(fouten - 1, 0)`, wacht_tot: sql`laatste` }).where('organisatie_id', '=', organisatieId).where('sleutel', 'in', gedeeld).execute();
    }
  });
}
