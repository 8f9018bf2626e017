import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import path from 'node:path'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts'
import { metOrganisatie, metSysteem } from '../database/index.ts'
import { maakLogboek } from '../logboek/index.ts'
import { herkansMislukte, installeerWachtrij, leesStand, plaats, werker, type Gegevens, type Taak, type Taakcontext, type Werker } from './index.ts'

const ORG = '0197a000-0000-7000-8000-00000000000a'
const STIL = maakLogboek({ niveau: 'silent' })

let td: TestDatabase
let werkers: Werker[]

beforeAll(async () => {
  td = await maakTestDatabase()
})
afterAll(() => td.opruimen())
beforeEach(async () => {
  werkers = []
  await sql`delete from wachtrij.job`.execute(td.migratie)
})
afterEach(async () => {
  await Promise.all(werkers.map((w) => w.stop(1_000)))
})

async function startWerker(taken: Record<string, Taak>, meer: { gelijktijdig?: number; regels?: string[] } = {}): Promise<Werker> {
  const { regels } = meer
  const logboek = regels === undefined ? STIL : maakLogboek({ niveau: 'info', bestemming: { write: (regel: string) => void regels.push(regel) } })
  const w = werker({ verbinding: td.config.app, taken, logboek, ...(meer.gelijktijdig === undefined ? {} : { gelijktijdig: meer.gelijktijdig }) })
  werkers.push(w)
  await w.start()
  return w
}

/** A task that remembers what it was given. */
function proef(): { taak: Taak; gezien: Gegevens[]; contexten: Taakcontext[] } {
  const gezien: Gegevens[] = []
  const contexten: Taakcontext[] = []
  return {
    gezien,
    contexten,
    taak: async (gegevens, context) => {
      gezien.push(gegevens)
      contexten.push(context)
    },
  }
}

const opdracht = (nr: number, meer: object = {}) => ({ taak: 'proef', gegevens: { organisatieId: ORG, nr }, ...meer })
const zet = (nr: number, meer: object = {}) => metOrganisatie(td.app, ORG, (trx) => plaats(trx, opdracht(nr, meer)))
const stand = () => leesStand(td.app)

describe('a job and the transaction it was placed in', () => {
  test('is handed over exactly once after commit, within a second or so', async () => {
    const { taak, gezien } = proef()
    await startWerker({ proef: taak })
    const begin = performance.now()
    await zet(1)
    await vi.waitFor(() => expect(gezien).toHaveLength(1), { timeout: 5_000, interval: 10 })
    expect(performance.now() - begin).toBeLessThan(1_500)
    await vi.waitFor(async () => expect(await stand()).toMatchObject({ wachtend: 0, bezig: 0 }), { timeout: 5_000 })
    expect(gezien).toEqual([{ organisatieId: ORG, nr: 1 }])
  })

  test('does not exist when that transaction is rolled back', async () => {
    const { taak, gezien } = proef()
    await expect(
      metOrganisatie(td.app, ORG, async (trx) => {
        await plaats(trx, opdracht(1))
        throw new Error('toch niet')
      }),
    ).rejects.toThrow('toch niet')
    await startWerker({ proef: taak })
    await zet(2)
    await vi.waitFor(() => expect(gezien).toEqual([{ organisatieId: ORG, nr: 2 }]), { timeout: 5_000 })
  })

  test('cannot start before that transaction has ended', async () => {
    const { taak, gezien } = proef()
    await startWerker({ proef: taak })
    await metOrganisatie(td.app, ORG, async (trx) => {
      await plaats(trx, opdracht(1))
      // Long enough for the worker to have looked more than once: a second job placed after it passes by.
      await zet(2)
      await vi.waitFor(() => expect(gezien).toEqual([{ organisatieId: ORG, nr: 2 }]), { timeout: 5_000 })
    })
    await vi.waitFor(() => expect(gezien).toHaveLength(2), { timeout: 5_000 })
  })

  test('many jobs are each handed over once to two workers together', async () => {
    const een = proef()
    const twee = proef()
    // Neither works the queue off alone: each waits until the other has had a job too.
    const samen = (eigen: typeof een, ander: typeof een): Taak => async (...klus) => {
      await eigen.taak(...klus)
      await vi.waitFor(() => expect(ander.gezien.length).toBeGreaterThan(0), { timeout: 10_000, interval: 20 })
    }
    await startWerker({ proef: samen(een, twee) })
    await startWerker({ proef: samen(twee, een) })
    await metOrganisatie(td.app, ORG, async (trx) => {
      for (let i = 0; i < 300; i++) await plaats(trx, opdracht(i))
    })
    const nummers = () => [...een.gezien, ...twee.gezien].map((g) => Number(g['nr']))
    await vi.waitFor(async () => expect(await stand()).toMatchObject({ wachtend: 0, bezig: 0 }), { timeout: 20_000 })
    expect(nummers().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, i) => i))
  })
})

describe('a moment and a key', () => {
  test('a job waits for its moment', async () => {
    const { taak, gezien } = proef()
    await zet(1, { nietVoor: Temporal.Now.instant().add({ hours: 1 }) })
    expect(await stand()).toMatchObject({ wachtend: 0, gepland: 1 })
    await startWerker({ proef: taak })
    await zet(2, { nietVoor: Temporal.Now.instant().subtract({ hours: 1 }) })
    await vi.waitFor(() => expect(gezien).toEqual([{ organisatieId: ORG, nr: 2 }]), { timeout: 5_000 })
    expect(await stand()).toMatchObject({ gepland: 1 })
  })

  test('a second job with the same key is not added while the first waits; the earliest moment counts; another task is another key', async () => {
    await zet(1, { sleutel: 'k', nietVoor: Temporal.Now.instant().add({ hours: 1 }) })
    await zet(2, { sleutel: 'k' })
    await zet(3, { sleutel: 'l' })
    await metOrganisatie(td.app, ORG, (trx) => plaats(trx, { taak: 'anders', gegevens: {}, sleutel: 'k' }))
    expect(await stand()).toMatchObject({ wachtend: 3, gepland: 0 })
  })

  test('is free again as soon as the job runs, so that a change during the run is not missed', async () => {
    const { taak, gezien } = proef()
    let laatDoor = () => undefined as void
    const poort = new Promise<void>((klaar) => { laatDoor = klaar })
    await startWerker({
      proef: async (gegevens, context) => {
        await taak(gegevens, context)
        if (gezien.length === 1) await poort
      },
    })
    await zet(1, { sleutel: 'k' })
    await vi.waitFor(() => expect(gezien).toHaveLength(1), { timeout: 5_000 })
    await zet(2, { sleutel: 'k' })
    laatDoor()
    await vi.waitFor(() => expect(gezien.map((g) => g['nr'])).toEqual([1, 2]), { timeout: 5_000 })
  })

  test('a job is held back while a second caller with the same key still has to commit', async () => {
    const { taak, gezien } = proef()
    await zet(1, { sleutel: 'k' })
    await metOrganisatie(td.app, ORG, async (trx) => {
      await plaats(trx, opdracht(1, { sleutel: 'k' }))
      await startWerker({ proef: taak })
      await zet(9)
      await vi.waitFor(() => expect(gezien).toEqual([{ organisatieId: ORG, nr: 9 }]), { timeout: 5_000 })
    })
    await vi.waitFor(() => expect(gezien).toHaveLength(2), { timeout: 5_000 })
  })

  test('callers at the same moment with the same key end with one job', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, i) => zet(i, { sleutel: 'k' })))
    expect(await stand()).toMatchObject({ wachtend: 1 })
  })
})

describe('when a job fails', () => {
  test('it is tried again, then put with the failed ones, where it can be taken up again', async () => {
    await sql`update wachtrij.queue set retry_limit = 2, retry_delay = 0, retry_backoff = false where name = 'taken'`.execute(td.migratie)
    const { taak, gezien, contexten } = proef()
    const regels: string[] = []
    let stuk = true
    await startWerker({
      proef: async (gegevens, context) => {
        await taak(gegevens, context)
        if (stuk) throw new Error('Jan Jansen woont op Dorpsstraat 1')
      },
    }, { regels })
    await zet(1)
    await vi.waitFor(async () => expect(await stand()).toMatchObject({ mislukt: 1, wachtend: 0, herkansing: 0, bezig: 0 }), { timeout: 15_000 })
    expect(contexten.map((c) => [c.poging, c.laatste])).toEqual([[1, false], [2, false], [3, true]])

    // Nothing of the text of the error is kept: not with the job, not in the log.
    const { rows } = await sql<{ alles: string }>`select string_agg(j::text, ' ') as alles from wachtrij.job j`.execute(td.migratie)
    expect(rows[0]?.alles).toContain(ORG)
    expect(`${rows[0]?.alles} ${regels.join(' ')}`).not.toMatch(/Jansen|Dorpsstraat/)
    expect(regels.filter((r) => r.includes('voorgoed mislukt'))).toHaveLength(1)

    stuk = false
    gezien.length = 0
    expect(await metSysteem(td.app, herkansMislukte)).toBe(1)
    await vi.waitFor(() => expect(gezien).toEqual([{ organisatieId: ORG, nr: 1 }]), { timeout: 5_000 })
    expect(await stand()).toMatchObject({ mislukt: 0 })
    await installeerWachtrij(td.config.migratie)
  })

  test('by default it waits longer before each try, and a task nobody knows is not lost', async () => {
    await startWerker({ anders: async () => undefined })
    await zet(1)
    await vi.waitFor(async () => expect(await stand()).toMatchObject({ herkansing: 1 }), { timeout: 5_000 })
    const { rows } = await sql<{ s: number; n: number }>`select extract(epoch from start_after - now())::float8 as s, retry_limit as n from wachtrij.job where state = 'retry'`.execute(td.migratie)
    expect(rows[0]?.s).toBeGreaterThan(0.5)
    expect(rows[0]?.s).toBeLessThanOrEqual(4)
    expect(rows[0]?.n).toBe(20)
  })
})

describe('when a worker ends', () => {
  test('stopping waits for the job that runs', async () => {
    const klaar: string[] = []
    let laatDoor = () => undefined as void
    const poort = new Promise<void>((door) => { laatDoor = door })
    const w = await startWerker({
      proef: async () => {
        klaar.push('begonnen')
        await poort
        klaar.push('klaar')
      },
    })
    await zet(1)
    await vi.waitFor(() => expect(klaar).toEqual(['begonnen']), { timeout: 5_000 })
    const gestopt = w.stop(10_000).then(() => klaar.push('gestopt'))
    laatDoor()
    await gestopt
    expect(klaar).toEqual(['begonnen', 'klaar', 'gestopt'])
    expect(await stand()).toMatchObject({ bezig: 0, herkansing: 0, wachtend: 0 })
  })

  test('the job of a worker that is killed is done by another within a minute', { timeout: 90_000 }, async () => {
    // Shorter than in use, so that the test is; the check every ten seconds is the real one.
    await sql`update wachtrij.queue set heartbeat_seconds = 10 where name = 'taken'`.execute(td.migratie)
    const kind = spawn(process.execPath, [path.resolve(import.meta.dirname, '../../../tests/hulp/werker-kind.ts'), JSON.stringify(td.config.app)], { stdio: ['ignore', 'pipe', 'inherit'] })
    try {
      const regels = createInterface({ input: kind.stdout })[Symbol.asyncIterator]()
      expect((await regels.next()).value).toBe('klaar')
      await zet(1)
      expect((await regels.next()).value).toBe('bezig')
    } finally {
      kind.kill('SIGKILL')
    }
    const begin = performance.now()
    const { taak, contexten } = proef()
    const regels: string[] = []
    await startWerker({ proef: taak }, { regels })
    await vi.waitFor(() => expect(contexten.map((c) => c.poging)).toEqual([2]), { timeout: 60_000, interval: 100 })
    expect(performance.now() - begin).toBeLessThan(60_000)
    // The rounds that find such jobs run with the rights of the application only.
    expect(regels.filter((r) => r.includes('wachtrij: fout'))).toEqual([])
    await installeerWachtrij(td.config.migratie)
  })
})

describe('what a job may carry', () => {
  test.each([['naam', 'Jan Jansen'], ['mail', 'jan@voorbeeld.nl'], ['tekst', 'Hij riep: ik weet je te vinden!'], ['leeg', '']])('%s is refused', async (naam, waarde) => {
    const poging = metOrganisatie(td.app, ORG, (trx) => plaats(trx, { taak: 'proef', gegevens: { [naam]: waarde } }))
    await expect(poging).rejects.toThrow(`gegeven ${naam} van taak proef is geen id of code`)
  })
})

test('installing again and at the same time changes nothing and succeeds', async () => {
  await zet(1)
  await Promise.all([installeerWachtrij(td.config.migratie), installeerWachtrij(td.config.migratie)])
  expect(await stand()).toMatchObject({ wachtend: 1 })
})
