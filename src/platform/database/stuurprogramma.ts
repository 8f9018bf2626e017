import { AbortedTransactionError, createQueryId, IdentifierNode, RawNode } from 'kysely'
import type { CompiledQuery, DatabaseConnection, Driver, QueryCompiler, QueryResult, TransactionSettings } from 'kysely'
import type pg from 'pg'
import { Voorbereiding } from './voorbereid.ts'
import { naarDatabase } from './waarden.ts'

/** kysely's way to PostgreSQL, over pipelined connections of `pg`. */
export class Stuurprogramma implements Driver {
  readonly #pool: pg.Pool
  readonly #verbindingen = new WeakMap<pg.PoolClient, PgVerbinding>()
  readonly #voorbereiding = new Voorbereiding()

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PgVerbinding> {
    const client = await this.#pool.connect()
    let verbinding = this.#verbindingen.get(client)
    if (verbinding === undefined) {
      verbinding = new PgVerbinding(client, this.#voorbereiding)
      this.#verbindingen.set(client, verbinding)
    }
    return verbinding
  }

  async beginTransaction(verbinding: PgVerbinding, { isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    const delen = ['begin', ...(isolationLevel ? [`isolation level ${isolationLevel}`] : []), ...(accessMode ? [accessMode] : [])]
    await verbinding.opdracht(delen.join(' '))
  }

  async commitTransaction(verbinding: PgVerbinding): Promise<void> {
    // After an error that was swallowed PostgreSQL answers COMMIT with ROLLBACK: nothing was written, so it may not look like success.
    if ((await verbinding.opdracht('commit')) === 'ROLLBACK') throw new AbortedTransactionError()
  }

  async rollbackTransaction(verbinding: PgVerbinding): Promise<void> {
    try {
      await verbinding.opdracht('rollback')
    } catch (error) {
      verbinding.verwerp()
      throw error
    }
  }

  async savepoint(verbinding: PgVerbinding, naam: string, compileer: QueryCompiler['compileQuery']): Promise<void> {
    await verbinding.executeQuery(opSavepoint('savepoint', naam, compileer))
  }

  async rollbackToSavepoint(verbinding: PgVerbinding, naam: string, compileer: QueryCompiler['compileQuery']): Promise<void> {
    await verbinding.executeQuery(opSavepoint('rollback to savepoint', naam, compileer))
  }

  async releaseSavepoint(verbinding: PgVerbinding, naam: string, compileer: QueryCompiler['compileQuery']): Promise<void> {
    await verbinding.executeQuery(opSavepoint('release savepoint', naam, compileer))
  }

  async releaseConnection(verbinding: PgVerbinding): Promise<void> {
    verbinding.geefTerug()
  }

  async destroy(): Promise<void> {
    if (!this.#pool.ended) await this.#pool.end()
  }
}

function opSavepoint(opdracht: string, naam: string, compileer: QueryCompiler['compileQuery']): CompiledQuery {
  return compileer(RawNode.create([`${opdracht} `, ''], [IdentifierNode.create(naam)]), createQueryId())
}

/** PostgreSQL's "cached plan must not change result type". */
const VERANDERD_RESULTAAT = '0A000'

/** One connection. Gives the rows as `pg` reads them, with the error of PostgreSQL unchanged. */
export class PgVerbinding implements DatabaseConnection {
  readonly #client: pg.PoolClient
  readonly #voorbereiding: Voorbereiding
  #stuk = false
  #houdtVast = false

  constructor(client: pg.PoolClient, voorbereiding: Voorbereiding) {
    this.#client = client
    this.#voorbereiding = voorbereiding
    // The pool listens only while the connection is idle; unheard, a connection that breaks in use would end the process.
    client.on('error', () => this.verwerp())
  }

  /** Runs one or more statements without parameters in one message; gives the command tag of the last. */
  async opdracht(sql: string): Promise<string> {
    this.#bundel()
    const uitkomst: pg.QueryResult | pg.QueryResult[] = await this.#client.query(sql)
    return (Array.isArray(uitkomst) ? uitkomst.at(-1) : uitkomst)?.command ?? ''
  }

  async executeQuery<R>(vraag: CompiledQuery): Promise<QueryResult<R>> {
    const name = this.#voorbereiding.naam(vraag.sql)
    this.#bundel()
    const { command, rowCount, rows } = await this.#client.query({
      text: vraag.sql,
      values: vraag.parameters.map(naarDatabase),
      ...(name === undefined ? {} : { name }),
    }).catch((error: unknown) => {
      // A migration changed a table under a prepared query: a fresh connection prepares it again.
      if (error instanceof Error && 'code' in error && error.code === VERANDERD_RESULTAAT) this.#stuk = true
      throw error
    })
    const schrijft = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE'
    return { rows: (rows ?? []) as R[], ...(schrijft ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('een stroom van rijen wordt niet ondersteund: haal bladzijden op')
  }

  /** What is asked in one go leaves in one write: a write wakes the server, and that costs more than most queries. */
  #bundel(): void {
    if (this.#houdtVast) return
    this.#houdtVast = true
    const { stream } = this.#client.connection
    stream.cork()
    process.nextTick(() => {
      this.#houdtVast = false
      stream.uncork()
    })
  }

  /** Do not hand out this connection again. */
  verwerp(): void {
    this.#stuk = true
  }

  geefTerug(): void {
    this.#client.release(this.#stuk)
  }
}
