import { sql, type Kysely } from 'kysely'
import { MISLUKT, SCHEMA, TAKEN } from './installatie.ts'

/** How the queue stands, for metrics and the health page; over all organisations. */
export interface Wachtrijstand {
  /** Could run now. */
  readonly wachtend: number
  /** Has a later moment. */
  readonly gepland: number
  /** Failed before and waits for another try; part of neither of the two above. */
  readonly herkansing: number
  readonly bezig: number
  /** Failed for the last time: needs a person. */
  readonly mislukt: number
  /** Seconds that the longest waiting job could have run already. */
  readonly oudsteSeconden: number
}

export async function leesStand<T>(db: Kysely<T>): Promise<Wachtrijstand> {
  const { rows } = await sql<Wachtrijstand>`
    select count(*) filter (where name = ${TAKEN} and state = 'created' and start_after <= now()) as wachtend,
      count(*) filter (where name = ${TAKEN} and state = 'created' and start_after > now()) as gepland,
      count(*) filter (where name = ${TAKEN} and state = 'retry') as herkansing,
      count(*) filter (where name = ${TAKEN} and state = 'active') as bezig,
      count(*) filter (where name = ${MISLUKT}) as mislukt,
      coalesce(extract(epoch from now() - min(start_after) filter (where name = ${TAKEN} and state in ('created', 'retry') and start_after <= now())), 0)::float8 as "oudsteSeconden"
    from ${sql.id(SCHEMA, 'job')} where state in ('created', 'retry', 'active')`.execute(db)
  const stand = rows[0]
  if (stand === undefined) throw new Error('de stand van de wachtrij kon niet worden gelezen')
  return stand
}
