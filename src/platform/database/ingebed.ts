import { spawn, execFile, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, lstat, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createHash, randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { zoekProgrammas, type Programmas } from './binaries.ts'
import { alsGebruiker, geefAan, kiesGebruiker, type Gebruiker } from './gebruiker.ts'
import { leeft, leesMerk, leesPostmaster, proceskenmerk, schrijfMerk, zoekOpPad } from './proces.ts'
import { zorgVoorRollen } from './rollen.ts'

/** What `pg` needs to connect as one of our three roles. */
export type PgConfig = pg.ClientConfig

export interface Verbindingen {
  /** Superuser of the embedded server: only for making roles and databases. */
  readonly beheer: PgConfig
  /** Owner of the database; runs the migrations. */
  readonly migratie: PgConfig
  /** What the application runs as: no ownership, bound by row-level security. */
  readonly app: PgConfig
}

export interface Ingebed {
  readonly verbindingen: Verbindingen
  /** Of the server now; another one after a restart. */
  readonly pid: number
  /** Ends the server after its transactions have been written; resolves when the process is gone. */
  stop(): Promise<void>
}

export interface IngebedOpties {
  readonly gegevensmap: string
  /** Receives lines about starting and stopping; never contents of queries. */
  readonly logboek?: (regel: string) => void
  /** Starts the server again when it ends without being asked to (killed, out of memory). */
  readonly herstart?: boolean
  /** Extra server settings; meant for tests (`fsync: 'off'`). */
  readonly instellingen?: Readonly<Record<string, string>>
}

const HOOFDVERSIE = '18'
const POORT = 5432
/** `sun_path` holds 108 bytes with its closing zero, of which the file name `/.s.PGSQL.5432` takes 14. */
const LANGSTE_SOCKETMAP = 107 - `/.s.PGSQL.${POORT}`.length
const HALF = '.nieuw.'
const SLOT_BEZET = 75
const OUDER_WEG = 76
const HERSTART_NA = 2_000

const voerUit = promisify(execFile)

/** Server settings: sized for a small machine, and so that no contents of dossiers reach the server's log. */
const INSTELLINGEN: Readonly<Record<string, string>> = {
  listen_addresses: '',
  max_connections: '100',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  idle_in_transaction_session_timeout: '300000',
}

const PLEKKEN = (gegevensmap: string) => ({
  data: path.join(gegevensmap, 'database'),
  slot: path.join(gegevensmap, 'database.slot'),
  merk: path.join(gegevensmap, 'database.merk'),
  log: path.join(gegevensmap, 'database.log'),
})

/** Starts the embedded PostgreSQL on this data folder; makes the database the first time. Refuses when another process has the folder. */
export async function startIngebed(opties: IngebedOpties): Promise<Ingebed> {
  const gegevensmap = path.resolve(opties.gegevensmap)
  const meld = opties.logboek ?? (() => undefined)
  const plek = PLEKKEN(gegevensmap)
  await mkdir(gegevensmap, { recursive: true, mode: 0o755 })
  await wachtTotVrij(gegevensmap, plek)

  const gevonden = await zoekProgrammas(gegevensmap)
  const { gebruiker, programmas } = await kiesGebruiker(gegevensmap, plek.data, gevonden)
  if (!existsSync(plek.data)) {
    meld('ingebouwde database aanmaken')
    await maakDatamap(plek.data, programmas, gebruiker, opties.instellingen?.['fsync'] === 'off')
  }
  await controleerVersie(plek.data)
  await geefAan(gebruiker, plek.data)
  const socketmap = await maakSocketmap(gegevensmap, gebruiker)

  const opdracht = { plek, socketmap, programmas, gebruiker, instellingen: opties.instellingen ?? {} }
  let proces = await startProces(opdracht)
  const schrijfOp = async () => schrijfMerk(plek.merk, { pid: process.pid, kenmerk: await proceskenmerk(process.pid), server: proces.pid })
  const verbindingen = verbindingenVoor(socketmap)
  try {
    await schrijfOp()
    await ruimHalveDatamappen(gegevensmap)
    await zorgVoorRollen(verbindingen.beheer)
  } catch (error) {
    await stopProces(proces.kind)
    throw error
  }
  meld(`ingebouwde database gestart (pid ${proces.pid})`)

  let stoppen: Promise<void> | undefined
  let herstart = Promise.resolve()
  const bewaak = () => proces.kind.once('exit', () => {
    if (stoppen === undefined) herstart = startOpnieuw()
  })
  const startOpnieuw = async () => {
    meld('ingebouwde database is onverwacht gestopt en wordt opnieuw gestart')
    for (;;) {
      if (stoppen !== undefined) return
      try {
        proces = await startProces(opdracht)
        await schrijfOp()
        meld(`ingebouwde database gestart (pid ${proces.pid})`)
        bewaak()
        return
      } catch (error) {
        meld(error instanceof Error ? error.message : String(error))
        await wacht(HERSTART_NA)
      }
    }
  }
  if (opties.herstart === true) bewaak()
  const beeindig = async () => {
    await herstart
    await stopProces(proces.kind)
    await rm(plek.merk, { force: true })
    meld('ingebouwde database gestopt')
  }
  return {
    verbindingen,
    get pid() {
      return proces.pid
    },
    stop: () => (stoppen ??= beeindig()),
  }
}

/** The connections of a server that another process runs on this data folder; undefined when none is alive and ready. */
export async function vindIngebed(gegevensmap: string): Promise<Verbindingen | undefined> {
  const { data } = PLEKKEN(path.resolve(gegevensmap))
  const postmaster = await leesPostmaster(data)
  if (postmaster === undefined || !postmaster.klaar || !(await leeft(postmaster.pid, data))) return undefined
  return verbindingenVoor(postmaster.socketmap)
}

function verbindingenVoor(socketmap: string): Verbindingen {
  // `ssl: false`: a PGSSLMODE in the environment is not about this socket.
  const basis = { host: socketmap, port: POORT, database: 'rugdekking', ssl: false }
  return {
    beheer: { ...basis, user: 'rugdekking_beheer', database: 'postgres' },
    migratie: { ...basis, user: 'rugdekking_migratie' },
    app: { ...basis, user: 'rugdekking_app' },
  }
}

type Plekken = ReturnType<typeof PLEKKEN>

/** Waits while an orphan is still writing; refuses at once when its starter is alive. */
async function wachtTotVrij(gegevensmap: string, plek: Plekken): Promise<void> {
  const einde = performance.now() + 30_000
  for (;;) {
    const postmaster = await leesPostmaster(plek.data)
    if (postmaster === undefined || !(await leeft(postmaster.pid, plek.data))) return
    const merk = await leesMerk(plek.merk)
    const starterLeeft = merk?.server !== postmaster.pid || (await proceskenmerk(merk.pid)) === merk.kenmerk
    if (starterLeeft || performance.now() > einde) throw alInGebruik(gegevensmap)
    stuur(postmaster.pid, 'SIGINT')
    await wacht(50)
  }
}

function alInGebruik(gegevensmap: string): Error {
  return new Error(
    `De gegevensmap ${gegevensmap} is al in gebruik door een andere Rugdekking. ` +
      'Stop die eerst, of kies een andere gegevensmap.',
  )
}

async function maakDatamap(data: string, programmas: Programmas, gebruiker: Gebruiker, zonderSync: boolean): Promise<void> {
  // Made beside its place and moved when complete: an interrupted start never leaves half a database behind.
  const tijdelijk = `${data}${HALF}${randomBytes(6).toString('hex')}`
  await mkdir(tijdelijk, { mode: 0o700 })
  await geefAan(gebruiker, tijdelijk)
  const [programma, ...rest] = [
    ...alsGebruiker(gebruiker), programmas.initdb, '-D', tijdelijk, '-U', 'rugdekking_beheer', '--auth=trust', '--encoding=UTF8',
    '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums', '--no-instructions',
    ...(zonderSync ? ['--no-sync'] : []),
  ]
  try {
    await voerUit(programma ?? programmas.initdb, rest, { cwd: '/', env: omgeving() })
    const hba = path.join(tijdelijk, 'pg_hba.conf')
    await writeFile(hba, 'local all all trust\n')
    await rename(tijdelijk, data)
  } catch (error) {
    await rm(tijdelijk, { recursive: true, force: true })
    if (existsSync(data)) throw alInGebruik(path.dirname(data))
    throw new Error('De ingebouwde database kan niet worden aangemaakt.', { cause: error })
  }
}

/** Only with a running server: then nobody else can be making one that will be used. */
async function ruimHalveDatamappen(gegevensmap: string): Promise<void> {
  const half = (await readdir(gegevensmap)).filter((naam) => naam.startsWith(`database${HALF}`))
  await Promise.all(half.map((naam) => rm(path.join(gegevensmap, naam), { recursive: true, force: true })))
}

async function controleerVersie(data: string): Promise<void> {
  const versie = (await readFile(path.join(data, 'PG_VERSION'), 'utf8')).trim()
  if (versie === HOOFDVERSIE) return
  throw new Error(
    `De gegevens zijn gemaakt met PostgreSQL ${versie}; deze Rugdekking gebruikt PostgreSQL ${HOOFDVERSIE}. ` +
      'Maak een back-up met de vorige versie van Rugdekking en zet die hier terug.',
  )
}

/** A folder only the database's user can enter. In the data folder, or in the temporary folder when that path is too long for a socket. */
async function maakSocketmap(gegevensmap: string, gebruiker: Gebruiker): Promise<string> {
  const gewoon = path.join(gegevensmap, 'database-socket')
  const kort = path.join(tmpdir(), `rugdekking-${createHash('sha256').update(gegevensmap).digest('hex').slice(0, 16)}`)
  const map = Buffer.byteLength(gewoon) <= LANGSTE_SOCKETMAP ? gewoon : kort
  await mkdir(map, { recursive: true, mode: 0o700 })
  const vooraf = await lstat(map)
  const eigen = [process.getuid?.(), gebruiker.soort === 'ander' ? gebruiker.uid : undefined]
  // The temporary folder is open to all: somebody else could have put something in this place.
  if (!vooraf.isDirectory() || !eigen.includes(vooraf.uid)) throw new Error(`De map ${map} is van een andere gebruiker; verwijder die map.`)
  await geefAan(gebruiker, map)
  await chmod(map, 0o700)
  return map
}

interface StartOpties {
  readonly plek: Plekken
  readonly socketmap: string
  readonly programmas: Programmas
  readonly gebruiker: Gebruiker
  readonly instellingen: Readonly<Record<string, string>>
}

async function startProces(opties: StartOpties): Promise<{ kind: ChildProcess; pid: number }> {
  const { plek, socketmap } = opties
  await beperkLog(plek.log)
  await writeFile(plek.slot, '', { flag: 'a' })
  const log = await open(plek.log, 'a', 0o600)
  const beginLog = (await log.stat()).size
  // A parent that was killed a moment ago has left processes that are still writing: give them time to end before refusing.
  const einde = performance.now() + 10_000
  try {
    for (;;) {
      const kind = spawn('sh', ['-c', await opdracht(opties), 'rugdekking', String(process.pid), socketmap], {
        cwd: '/', env: omgeving(), stdio: ['ignore', log.fd, log.fd], detached: true,
      })
      const afloop = new Promise<number>((klaar) => kind.once('exit', (code) => klaar(code ?? -1)).once('error', () => klaar(-1)))
      const uitkomst = await Promise.race([afloop, wachtTotKlaar(plek.data, kind)])
      if (uitkomst === 'klaar' && kind.pid !== undefined) return { kind, pid: kind.pid }
      if (uitkomst !== SLOT_BEZET) {
        if (uitkomst === 'te laat') await stopProces(kind, 'SIGQUIT')
        throw new Error(`De ingebouwde database start niet. Laatste regels van ${plek.log}:\n${await staart(plek.log, beginLog)}`)
      }
      const ander = await leesPostmaster(plek.data)
      const anderWerkt = ander !== undefined && ander.klaar && (await leeft(ander.pid, plek.data))
      if (anderWerkt || performance.now() > einde) throw alInGebruik(path.dirname(plek.data))
      await wacht(100)
    }
  } finally {
    await log.close()
  }
}

/**
 * The shell line that becomes PostgreSQL, each program replacing the one before it (one process, so one pid):
 * `flock` holds the data folder for as long as any process of the server lives, also across containers; `setpriv` or `unshare` takes away
 * root; `setpriv --pdeathsig` lets it die with us (and when we died before that took effect, the parent is no longer ours); only then, with the lock in hand, are leftovers of a killed server removed.
 */
async function opdracht({ plek, socketmap, programmas, gebruiker, instellingen }: StartOpties): Promise<string> {
  const instel = Object.entries({ ...INSTELLINGEN, unix_socket_directories: socketmap, ...instellingen }).flatMap(([naam, waarde]) => [
    '-c', `${naam}=${waarde}`,
  ])
  const bijSterven = (await zoekOpPad('setpriv')) === undefined ? [] : ['setpriv', '--pdeathsig=INT', '--']
  const slot = (await zoekOpPad('flock')) === undefined ? [] : ['flock', '-n', '-E', String(SLOT_BEZET), '--no-fork', plek.slot]
  const ruimOp = [path.join(plek.data, 'postmaster.pid'), ...['', '.lock'].map((a) => path.join(socketmap, `.s.PGSQL.${POORT}${a}`))]
  const binnenste =
    `[ "$PPID" = "$1" ] || exit ${OUDER_WEG}; ` +
    `rm -f ${ruimOp.map(citeer).join(' ')}; exec ${[programmas.postgres, '-D', plek.data, ...instel].map(citeer).join(' ')}`
  const delen = [...slot, ...alsGebruiker(gebruiker), ...bijSterven, 'sh', '-c', binnenste, 'rugdekking', String(process.pid)]
  return `umask 077; exec ${delen.map(citeer).join(' ')}`
}

function citeer(woord: string): string {
  return `'${woord.replaceAll("'", `'\\''`)}'`
}

/** Nothing of our own environment reaches the database: no PG* settings, no secrets. */
function omgeving(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}

async function wachtTotKlaar(data: string, kind: ChildProcess): Promise<'klaar' | 'te laat'> {
  // Generous: after a crash on a slow disk PostgreSQL first replays its write-ahead log.
  const einde = performance.now() + 120_000
  while (performance.now() < einde) {
    const postmaster = await leesPostmaster(data)
    if (postmaster?.pid === kind.pid && postmaster?.klaar === true) return 'klaar'
    if (kind.exitCode !== null || kind.signalCode !== null) await new Promise(() => undefined)
    await wacht(10)
  }
  return 'te laat'
}

async function stopProces(kind: ChildProcess, eerste: NodeJS.Signals = 'SIGINT'): Promise<void> {
  if (kind.exitCode !== null || kind.signalCode !== null) return
  const weg = new Promise<void>((klaar) => kind.once('exit', () => klaar()))
  kind.kill(eerste)
  const opTijd = new AbortController()
  const traag = wacht(30_000, undefined, { signal: opTijd.signal }).then(() => kind.kill('SIGQUIT'), () => undefined)
  await weg
  opTijd.abort()
  await traag
}

function stuur(pid: number, signaal: NodeJS.Signals): void {
  try {
    process.kill(pid, signaal)
  } catch {
    // Already gone, which is what we wanted.
  }
}

async function beperkLog(log: string): Promise<void> {
  if (existsSync(log) && (await stat(log)).size > 5_000_000) await rename(log, `${log}.1`)
}

async function staart(log: string, vanaf: number): Promise<string> {
  return (await readFile(log)).subarray(vanaf).toString('utf8').split('\n').slice(-12).join('\n')
}
