import { access, constants, readFile, readlink, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** What PostgreSQL writes in `postmaster.pid` about itself. */
export interface Postmaster {
  readonly pid: number
  readonly socketmap: string
  /** Accepts connections. */
  readonly klaar: boolean
}

/** Who started which server. */
export interface Merk {
  readonly pid: number
  /** Start time of that process, so that a reused id is not taken for it. */
  readonly kenmerk: string | undefined
  /** Process id of the server. */
  readonly server: number
}

export async function leesPostmaster(data: string): Promise<Postmaster | undefined> {
  const regels = (await lees(path.join(data, 'postmaster.pid')))?.split('\n')
  const pid = Number(regels?.[0])
  if (regels === undefined || !Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, socketmap: regels[4] ?? '', klaar: regels[7]?.trim() === 'ready' }
}

/** Is this process a PostgreSQL that works in this data folder? PostgreSQL makes its data folder its working directory. */
export async function leeft(pid: number, data: string): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === data
  } catch (error) {
    // Gone in the meantime: not alive. Not allowed to look: somebody else's process, so better safe than two servers on one folder.
    return error instanceof Error && 'code' in error && error.code === 'EACCES'
  }
}

/** Start time of a process in clock ticks since boot (field 22 of /proc/pid/stat); undefined when it does not exist. */
export async function proceskenmerk(pid: number): Promise<string | undefined> {
  const regel = await lees(`/proc/${pid}/stat`)
  return regel?.slice(regel.lastIndexOf(')') + 2).split(' ')[19]
}

export async function schrijfMerk(plek: string, merk: Merk): Promise<void> {
  await writeFile(plek, JSON.stringify(merk))
}

export async function leesMerk(plek: string): Promise<Merk | undefined> {
  const tekst = await lees(plek)
  if (tekst === undefined) return undefined
  try {
    const { pid, kenmerk, server } = JSON.parse(tekst) as Partial<Merk>
    return typeof pid === 'number' && typeof server === 'number' ? { pid, kenmerk, server } : undefined
  } catch {
    return undefined
  }
}

export async function zoekOpPad(programma: string): Promise<string | undefined> {
  for (const map of (process.env['PATH'] ?? '').split(':')) {
    const plek = path.join(map, programma)
    if (await access(plek, constants.X_OK).then(() => true, () => false)) return plek
  }
  return undefined
}

async function lees(plek: string): Promise<string | undefined> {
  try {
    return await readFile(plek, 'utf8')
  } catch {
    return undefined
  }
}
