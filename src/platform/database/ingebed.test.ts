import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, readdir, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startIngebed, vindIngebed, type Ingebed } from './ingebed.ts'

const KIND = path.resolve(import.meta.dirname, '../../../tests/hulp/ingebed-kind.ts')
const snel = { instellingen: { fsync: 'off' } }

let map: string
let servers: Ingebed[]
let kinderen: ChildProcess[]

beforeEach(async () => {
  map = await mkdtemp(path.join(tmpdir(), 'rugdekking-ingebed-'))
  await chmod(map, 0o755)
  servers = []
  kinderen = []
})
afterEach(async () => {
  for (const kind of kinderen) kind.kill('SIGKILL')
  await Promise.all(servers.map((s) => s.stop()))
  await vi.waitFor(async () => expect(await processenIn(map)).toEqual([]), { timeout: 10_000 })
  await rm(map, { recursive: true, force: true })
})

async function start(gegevensmap = map): Promise<Ingebed> {
  const server = await startIngebed({ gegevensmap, ...snel })
  servers.push(server)
  return server
}

async function startKind(): Promise<{ kind: ChildProcess; pid: number }> {
  const kind = spawn(process.execPath, [KIND, map], { stdio: ['ignore', 'pipe', 'inherit'] })
  kinderen.push(kind)
  const [regel] = (await once(kind.stdout, 'data')) as [Buffer]
  return { kind, pid: Number(regel.toString()) }
}

/** All live processes that work in a folder, found without the code under test. */
async function processenIn(gegevensmap: string): Promise<number[]> {
  const gevonden: number[] = []
  for (const naam of await readdir('/proc')) {
    const cwd = /^\d+$/.test(naam) ? await readlink(`/proc/${naam}/cwd`).catch(() => '') : ''
    if (cwd.startsWith(gegevensmap)) gevonden.push(Number(naam))
  }
  return gevonden
}

async function vraag(config: pg.ClientConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

describe('the embedded server', () => {
  test('keeps what was written over a stop and a start', async () => {
    const eerste = await start()
    await vraag(eerste.verbindingen.migratie, 'create table proef as select 42 as getal')
    await eerste.stop()
    expect(await processenIn(map)).toEqual([])
    expect(await vindIngebed(map)).toBeUndefined()
    const tweede = await start()
    expect(await vraag(tweede.verbindingen.migratie, 'select getal from proef')).toEqual([{ getal: 42 }])
  })

  test('listens on no network port, and its socket is behind a closed folder', async () => {
    const { verbindingen } = await start()
    const [rij] = await vraag(verbindingen.beheer, `select current_setting('listen_addresses') as adres, inet_server_port() as poort, current_setting('data_checksums') as som`)
    expect(rij).toEqual({ adres: '', poort: null, som: 'on' })
    const { mode } = await stat(verbindingen.app.host ?? '')
    expect(mode & 0o777).toBe(0o700)
  })

  test('has roles that are neither superuser nor able to pass row-level security', async () => {
    const { verbindingen } = await start()
    const rollen = await vraag(verbindingen.beheer, `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ('rugdekking_app', 'rugdekking_migratie') order by 1`)
    const niets = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }
    expect(rollen).toEqual([{ rolname: 'rugdekking_app', ...niets }, { rolname: 'rugdekking_migratie', ...niets }])
  })

  test('refuses a second start on the same folder and leaves the first untouched', async () => {
    const { verbindingen } = await start()
    await expect(startIngebed({ gegevensmap: map, ...snel })).rejects.toThrow(/al in gebruik/)
    expect(await vraag(verbindingen.app, 'select 1 as een')).toEqual([{ een: 1 }])
  })

  test('lets one of several first starts win and refuses the others', async () => {
    const uitkomsten = await Promise.allSettled([start(), start(), start()])
    const gelukt = uitkomsten.filter((u) => u.status === 'fulfilled')
    const geweigerd = uitkomsten.filter((u) => u.status === 'rejected').map((u) => String(u.reason))
    expect(gelukt).toHaveLength(1)
    expect(geweigerd).toEqual([expect.stringMatching(/al in gebruik/), expect.stringMatching(/al in gebruik/)])
    expect((await readdir(map)).filter((n) => n.includes('nieuw'))).toEqual([])
  })

  test('can be found by another process, as long as it lives', async () => {
    await startKind()
    const gevonden = await vindIngebed(map)
    expect(gevonden).toBeDefined()
    if (gevonden !== undefined) expect(await vraag(gevonden.app, 'select current_user as wie')).toEqual([{ wie: 'rugdekking_app' }])
  })

  test('works in a folder whose path is too long for a socket', async () => {
    const diep = path.join(map, 'een-lange-naam-voor-een-map'.repeat(5))
    const { verbindingen } = await start(diep)
    expect(await vraag(verbindingen.app, 'select 1 as een')).toEqual([{ een: 1 }])
    await rm(verbindingen.app.host ?? '', { recursive: true, force: true })
  })

  test('starts after a first start that was cut off halfway', async () => {
    await mkdir(path.join(map, 'database.nieuw.999999/base'), { recursive: true })
    await start()
    expect((await readdir(map)).filter((n) => n.startsWith('database.nieuw'))).toEqual([])
  })

  test('says in Dutch which version made the data when that is another one', async () => {
    await (await start()).stop()
    await writeFile(path.join(map, 'database/PG_VERSION'), '17\n')
    await expect(start()).rejects.toThrow(/PostgreSQL 17/)
    await writeFile(path.join(map, 'database/PG_VERSION'), '18\n')
  })

  test('shows the end of its log when it cannot start', async () => {
    await expect(startIngebed({ gegevensmap: map, instellingen: { bestaat_niet: 'x' } })).rejects.toThrow(/bestaat_niet/)
  })
})

describe('when things die', () => {
  test('a killed parent takes the server with it, and the next start finds everything', async () => {
    const { kind, pid } = await startKind()
    const gevonden = await vindIngebed(map)
    if (gevonden === undefined) throw new Error('server niet gevonden')
    await vraag(gevonden.migratie, 'create table proef as select 7 as getal')
    kind.kill('SIGKILL')
    await vi.waitFor(async () => expect(await processenIn(map)).not.toContain(pid), { timeout: 10_000, interval: 20 })
    const { verbindingen } = await start()
    expect(await vraag(verbindingen.migratie, 'select getal from proef')).toEqual([{ getal: 7 }])
  })

  test('a start right after the parent was killed waits for the old server instead of refusing', async () => {
    const { kind } = await startKind()
    kind.kill('SIGKILL')
    await once(kind, 'exit')
    const { verbindingen } = await start()
    expect(await vraag(verbindingen.app, 'select 1 as een')).toEqual([{ een: 1 }])
  })

  test('a server that was killed itself leaves a pid file that does not block the next start', async () => {
    const eerste = await start()
    const { host } = eerste.verbindingen.app
    process.kill(eerste.pid, 'SIGKILL')
    expect(existsSync(path.join(map, 'database/postmaster.pid'))).toBe(true)
    expect(existsSync(path.join(host ?? '', '.s.PGSQL.5432.lock'))).toBe(true)
    await vi.waitFor(async () => expect(await vindIngebed(map)).toBeUndefined(), { timeout: 10_000, interval: 20 })
    await start()
  })

  test('a server that was killed is started again for who asked that, with all that was committed, until it is stopped', async () => {
    const server = await startIngebed({ gegevensmap: map, herstart: true, ...snel })
    servers.push(server)
    await vraag(server.verbindingen.migratie, 'create table proef as select 0 as getal')
    for (let getal = 1; getal <= 3; getal++) {
      await vraag(server.verbindingen.migratie, `update proef set getal = ${getal}`)
      const oud = server.pid
      process.kill(oud, 'SIGKILL')
      await vi.waitFor(async () => expect(await vraag(server.verbindingen.migratie, 'select getal from proef')).toEqual([{ getal }]), { timeout: 15_000, interval: 50 })
      expect(server.pid).not.toBe(oud)
    }
    await server.stop()
    await vi.waitFor(async () => expect(await processenIn(map)).toEqual([]), { timeout: 10_000 })
  })

  test('a pid file that names an unrelated live process does not block the start', async () => {
    await (await start()).stop()
    await writeFile(path.join(map, 'database/postmaster.pid'), `${process.pid}\n${map}/database\n1\n5432\n${map}/database-socket\n\n\nready\n`)
    expect(await vindIngebed(map)).toBeUndefined()
    await start()
  })
})

describe('as root', () => {
  const alsRoot = process.getuid?.() === 0 ? test : test.skip

  alsRoot('does not run the server as root', async () => {
    const { pid } = await start()
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    expect(/^Uid:\t(\d+)/m.exec(status)?.[1]).not.toBe('0')
  })

  alsRoot('works in a folder only root can enter, without the privileges of root', async () => {
    const dicht = path.join(map, 'dicht')
    await mkdir(dicht, { mode: 0o700 })
    const { pid, verbindingen } = await start(path.join(dicht, 'gegevens'))
    expect(await vraag(verbindingen.app, 'select 1 as een')).toEqual([{ een: 1 }])
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    expect(await readlink(`/proc/${pid}/ns/user`)).not.toBe(await readlink('/proc/self/ns/user'))
    expect(/^CapEff:\t(\d+)/m.exec(status)?.[1]).toBe('0000000000000000')
    await vraag(verbindingen.migratie, 'create table proef as select 3 as getal')
    await servers[0]?.stop()
    // Opened up later: the data stays with its owner.
    await chmod(dicht, 0o755)
    const { verbindingen: later } = await start(path.join(dicht, 'gegevens'))
    expect(await vraag(later.migratie, 'select getal from proef')).toEqual([{ getal: 3 }])
  })

  alsRoot('does not follow a link that was put in the place of the socket folder', async () => {
    const diep = path.join(map, 'een-lange-naam-voor-een-map'.repeat(5))
    const { verbindingen } = await start(diep)
    const socketmap = verbindingen.app.host ?? ''
    await servers[0]?.stop()
    await rm(socketmap, { recursive: true, force: true })
    await symlink(map, socketmap)
    await expect(startIngebed({ gegevensmap: diep, ...snel })).rejects.toThrow(/andere gebruiker/)
    await rm(socketmap, { force: true })
  })
})
