import { DefaultConnectionProvider, DefaultQueryExecutor, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, Transaction } from 'kysely'
import type { CompiledQuery, ConnectionProvider, DatabaseConnection, Dialect, KyselyProps } from 'kysely'
import pg from 'pg'
import { Stuurprogramma, type PgVerbinding } from './stuurprogramma.ts'
import type { Tabellen } from './tabellen.ts'
import { waardelezers } from './waarden.ts'

export type Db = Kysely<Tabellen>
export type Trx = Transaction<Tabellen>

export interface DatabaseOpties {
  /** Most connections this process holds open. */
  readonly verbindingen?: number
  /** Milliseconds a statement may take; 0 is without limit. */
  readonly statementTimeout?: number
  /** Milliseconds a transaction may stand still; 0 is without limit. */
  readonly stilstandTimeout?: number
  /** Role taken at connecting, for when the login role is not the application's own. */
  readonly rol?: string
  /** Told when an idle connection breaks; the pool replaces it. */
  readonly bijFout?: (error: Error) => void
}

export interface Database {
  readonly db: Db
  /** How a library with connections of its own connects as the same role. */
  readonly verbinding: pg.ClientConfig
  readonly pool: pg.Pool
  sluit(): Promise<void>
}

/** What `metOrganisatie` needs to make a transaction of a database. */
const eigenschappen = new WeakMap<object, KyselyProps>()

/** Opens a pool of connections and the typed query builder on it. Connects at first use. */
export function maakDatabase(config: pg.ClientConfig, opties: DatabaseOpties = {}): Database {
  const rol = { timezone: 'UTC', ...(opties.rol === undefined ? {} : { role: opties.rol }) }
  const grenzen = {
    statement_timeout: opties.statementTimeout ?? 15_000,
    idle_in_transaction_session_timeout: opties.stilstandTimeout ?? 30_000,
  }
  // Sent along with the connection request: no extra round trip, and `reset role` returns to this role instead of the login role.
  const options = (instellingen: Record<string, string | number>) =>
    Object.entries(instellingen).map(([naam, waarde]) => `-c ${naam}=${waarde}`).join(' ')
  const pool = new pg.Pool({
    ...config,
    max: opties.verbindingen ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    types: waardelezers,
    options: options({ ...rol, ...grenzen }),
    // Queries are written without waiting for the answer to the one before: `begin` and the first query travel together.
    pipeline: true,
  })
  // Without a listener a broken idle connection would end the process.
  pool.on('error', opties.bijFout ?? (() => undefined))
  // The same for one that someone holds and is not querying at the moment it breaks: his next query fails, and that is told there.
  pool.on('connect', (client) => client.on('error', () => undefined))

  const stuurprogramma = new Stuurprogramma(pool)
  const dialect: Dialect = {
    createDriver: () => stuurprogramma,
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
  const props: KyselyProps = {
    config: { dialect },
    dialect,
    driver: stuurprogramma,
    executor: new DefaultQueryExecutor(dialect.createQueryCompiler(), dialect.createAdapter(), new DefaultConnectionProvider(stuurprogramma)),
  }
  const db: Db = new Kysely<Tabellen>(props)
  eigenschappen.set(db, props)
  let dicht: Promise<void> | undefined
  return { db, pool, verbinding: { ...config, options: options(rol) }, sluit: () => (dicht ??= pool.end()) }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export interface TransactieOpties<T = unknown> {
  /** The database refuses every write in this transaction. */
  readonly alleenLezen?: boolean
  /** Last statements, which leave together with the commit: what they lock is free again without waiting for us. */
  readonly slot?: (uitkomst: T) => readonly CompiledQuery[]
}

/** Runs `werk` in one transaction that sees and writes only the rows of this organisation. Commits when it resolves, rolls back when it throws. */
export async function metOrganisatie<T>(db: Db, organisatieId: string, werk: (trx: Trx) => Promise<T>, opties: TransactieOpties<T> = {}): Promise<T> {
  if (!UUID.test(organisatieId)) throw new TypeError('organisatieId is geen uuid')
  return await inTransactie(db, begin(opties, `set local rugdekking.organisatie = '${organisatieId}'`), werk, opties.slot)
}

/** Runs `werk` in one transaction without organisation: it sees no row of any organisation, only what is meant for the whole installation. */
export async function metSysteem<T>(db: Db, werk: (trx: Trx) => Promise<T>, opties: TransactieOpties<T> = {}): Promise<T> {
  return await inTransactie(db, begin(opties), werk, opties.slot)
}

function begin(opties: Pick<TransactieOpties, 'alleenLezen'>, ...daarna: string[]): string {
  return [opties.alleenLezen === true ? 'begin read only' : 'begin', ...daarna].join('; ')
}

async function inTransactie<T>(db: Db, opening: string, werk: (trx: Trx) => Promise<T>, slot: TransactieOpties<T>['slot'] = () => []): Promise<T> {
  const props = eigenschappen.get(db)
  if (props === undefined) throw new TypeError('geef de database zoals maakDatabase hem gaf, geen transactie of afgeleide')
  const stuurprogramma = props.driver as Stuurprogramma
  const verbinding = await stuurprogramma.acquireConnection()
  const leverancier = new EenVerbinding(verbinding)
  const trx: Trx = new Transaction<Tabellen>({ ...props, executor: props.executor.withConnectionProvider(leverancier) })
  try {
    // Not awaited: the first query follows at once. When the opening fails, the server refuses all that follows in this transaction,
    // and without an organisation it shows no rows and accepts none.
    const geopend = verbinding.opdracht(opening)
    geopend.catch(() => undefined)
    const uitkomst = await werk(trx)
    await geopend
    leverancier.sluit()
    // Nothing is awaited before all is sent. When one of them fails, PostgreSQL makes a rollback of the commit, and its error is the one to tell.
    const laatste = Promise.all(slot(uitkomst).map((vraag) => verbinding.executeQuery(vraag)))
    const einde = stuurprogramma.commitTransaction(verbinding)
    einde.catch(() => undefined)
    await laatste
    await einde
    return uitkomst
  } catch (error) {
    leverancier.sluit()
    await stuurprogramma.rollbackTransaction(verbinding).catch(() => undefined)
    throw error
  } finally {
    await stuurprogramma.releaseConnection(verbinding)
  }
}

/** Lets all queries of a transaction go over one connection, in order but without waiting for each other; refuses them after its end. */
class EenVerbinding implements ConnectionProvider {
  readonly #verbinding: PgVerbinding
  #dicht = false

  constructor(verbinding: PgVerbinding) {
    this.#verbinding = verbinding
  }

  sluit(): void {
    this.#dicht = true
  }

  async provideConnection<T>(gebruik: (verbinding: DatabaseConnection) => Promise<T>): Promise<T> {
    if (this.#dicht) throw new Error('de transactie is al afgelopen')
    return await gebruik(this.#verbinding)
  }
}
