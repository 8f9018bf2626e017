import { sql, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { MISLUKT, SCHEMA } from './installatie.ts'

/** What a job may carry: ids, numbers and short codes. A job is read by people who have no right to a dossier. */
export type Gegevens = Readonly<Record<string, string | number | boolean | null>>

export interface Opdracht {
  /** Which task; one of the names the worker was given. */
  readonly taak: string
  readonly gegevens: Gegevens
  /** Not before this moment; at once when absent. */
  readonly nietVoor?: Temporal.Instant
  /** While a job of this task with this key waits, no second one is added; the earliest moment of the two counts. */
  readonly sleutel?: string
}

/**
 * Hands a job to the worker within this transaction: it is there when the transaction commits, and was never there when it rolls back.
 * A task can run more than once for one job (a worker that is killed leaves it to another), so a task must be safe to repeat.
 */
export async function plaats<T>(trx: Transaction<T>, { taak, gegevens, nietVoor, sleutel }: Opdracht): Promise<void> {
  for (const [naam, waarde] of Object.entries(gegevens)) {
    if (typeof waarde === 'string' && !ONDOORZICHTIG.test(waarde)) throw new TypeError(`gegeven ${naam} van taak ${taak} is geen id of code`)
  }
  await sql`select ${sql.id(SCHEMA)}.plaats(${taak}, ${JSON.stringify(gegevens)}::jsonb, ${nietVoor ?? null}::timestamptz, ${sleutel ?? null}::text)`.execute(trx)
}

/** An id or a code: no spaces and no @, so that a name, a sentence or a mail address does not fit. */
const ONDOORZICHTIG = /^[A-Za-z0-9][A-Za-z0-9._:/+=-]{0,199}$/

/** Puts all jobs that failed for the last time back in the queue, for after the cause was taken away. Gives how many. */
export async function herkansMislukte<T>(trx: Transaction<T>): Promise<number> {
  const { rows } = await sql`
    with weg as (delete from ${sql.id(SCHEMA, 'job')} where name = ${MISLUKT} and state = 'created' returning data)
    select ${sql.id(SCHEMA)}.plaats(data ->> 'taak', data -> 'gegevens', null, null) from weg`.execute(trx)
  return rows.length
}
