import type pg from 'pg'
import { PgBoss, type JobWithMetadata } from 'pg-boss'
import { Fout } from '../../kern/fouten/index.ts'
import type { Logboek } from '../logboek/index.ts'
import { SCHEMA, TAKEN } from './installatie.ts'
import type { Gegevens } from './plaatsen.ts'

export interface Taakcontext {
  /** 1 for the first try. */
  readonly poging: number
  /** No further try after this one: when it fails the job goes to the failed ones. */
  readonly laatste: boolean
  readonly taakId: string
  /** Aborted when the worker must end, or has lost the job to another. */
  readonly signaal: AbortSignal
}

export type Taak = (gegevens: Gegevens, context: Taakcontext) => Promise<void>

export interface WerkerOpties {
  /** How to connect as the application's role (`Database.verbinding`). */
  readonly verbinding: pg.ClientConfig
  readonly taken: Readonly<Record<string, Taak>>
  readonly logboek: Logboek
  /** How many jobs at the same time. */
  readonly gelijktijdig?: number
}

export interface Werker {
  start(): Promise<void>
  /** Takes no new jobs and waits for those that run; what is not ready after `wachtMs` is left for another worker. */
  stop(wachtMs?: number): Promise<void>
}

/** A process that works off the queue. Any number of them can run; one that dies leaves its jobs to the others. */
export function werker({ verbinding, taken, logboek, gelijktijdig = 4 }: WerkerOpties): Werker {
  const boss = new PgBoss({
    ...verbinding,
    schema: SCHEMA,
    application_name: 'rugdekking werker',
    max: gelijktijdig + 2,
    migrate: false,
    schedule: false,
    supervise: true,
    superviseIntervalSeconds: CONTROLE_SECONDEN,
    monitorIntervalSeconds: CONTROLE_SECONDEN,
    maintenanceIntervalSeconds: 3600,
    flowIntervalSeconds: 3600,
    // These need the rights of the owner; the server's own autovacuum does the work.
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  })
  boss.on('error', (fout) => logboek.error({ onderdeel: 'wachtrij', fout }, 'wachtrij: fout'))

  const plekken: string[] = []
  const voerUit = async ([klus]: JobWithMetadata<Klus>[]): Promise<void> => {
    if (klus === undefined) return
    try {
      await voerTaakUit(klus, taken, logboek)
    } finally {
      // Where one job was there may be more: all places look at once instead of at their next turn.
      for (const plek of plekken) boss.notifyWorker(plek)
    }
  }
  return {
    async start() {
      await boss.start()
      for (let i = 0; i < gelijktijdig; i++) {
        plekken.push(await boss.work(TAKEN, { includeMetadata: true, pollingIntervalSeconds: KIJK_SECONDEN }, voerUit))
      }
    },
    async stop(wachtMs = 30_000) {
      await boss.stop({ graceful: true, timeout: wachtMs })
      plekken.length = 0
    },
  }
}

interface Klus {
  readonly taak: string
  readonly gegevens: Gegevens
}

/** How often each place looks for a job; the pick-up time is at most this. pg-boss allows no less. */
const KIJK_SECONDEN = 0.5
/** How often jobs of workers that died are looked for. */
const CONTROLE_SECONDEN = 10

async function voerTaakUit(klus: JobWithMetadata<Klus>, taken: Readonly<Record<string, Taak>>, logboek: Logboek): Promise<void> {
  const { taak, gegevens } = klus.data
  const context = { poging: klus.retryCount + 1, laatste: klus.retryCount >= klus.retryLimit, taakId: klus.id, signaal: klus.signal }
  const begin = performance.now()
  const velden = () => ({ taak, taakId: klus.id, poging: context.poging, duurMs: Math.round(performance.now() - begin) })
  try {
    const werk = Object.hasOwn(taken, taak) ? taken[taak] : undefined
    if (werk === undefined) throw new OnbekendeTaak()
    await werk(gegevens, context)
    logboek.info(velden(), 'taak klaar')
  } catch (fout) {
    if (context.laatste) logboek.error({ ...velden(), fout }, 'taak voorgoed mislukt')
    else logboek.warn({ ...velden(), fout }, 'taak mislukt, wordt herkanst')
    // pg-boss keeps what is thrown with the job; the text of an error can hold personal data, its kind cannot.
    throw new MislukteTaak(soortFout(fout))
  }
}

function soortFout(fout: unknown): string {
  if (fout instanceof Fout) return fout.code
  return fout instanceof Error ? fout.name : 'onbekend'
}

class OnbekendeTaak extends Error {
  override name = 'OnbekendeTaak'
}

class MislukteTaak extends Error {
  override name = 'MislukteTaak'
  override stack = undefined
}
