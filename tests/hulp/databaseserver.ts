import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startIngebed, type Ingebed } from '../../src/platform/database/ingebed.ts'
import { migreer, vindMigraties } from '../../src/platform/database/migraties.ts'
import { installeerWachtrij } from '../../src/platform/wachtrij/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the socket of this run's database server. */
    databasesocket: string
    /** Why there is no server, for a message in the tests that need one; empty when there is. */
    databasefout: string
  }
}

const VOORVOEGSEL = 'rugdekking-test-'

/** One real PostgreSQL per vitest run, with a migrated database that `maakTestDatabase` copies for each test file. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ruimVerweesdeMappen()
  const map = await mkdtemp(path.join(tmpdir(), `${VOORVOEGSEL}${process.pid}-`))
  // As root the server runs as another user, who must be able to come here.
  await chmod(map, 0o755)
  let server: Ingebed | undefined
  const ruimOp = async () => {
    await server?.stop()
    await rm(map, { recursive: true, force: true })
  }
  try {
    server = await startIngebed({
      gegevensmap: map,
      // A test database may be lost, so it does not wait for the disk.
      instellingen: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200', shared_buffers: '64MB' },
    })
    const { host } = server.verbindingen.beheer
    project.provide('databasesocket', host ?? '')
    await migreer(server.verbindingen.migratie, await vindMigraties(path.resolve(import.meta.dirname, '../../src')))
    await installeerWachtrij(server.verbindingen.migratie)
    project.provide('databasefout', '')
  } catch (error) {
    // Tests of pure rules must not fail because a migration somewhere does: those that need the database say what is wrong.
    if (server === undefined) {
      await ruimOp()
      throw error
    }
    project.provide('databasefout', error instanceof Error ? error.message : String(error))
  }
  return ruimOp
}

/** Removes folders of runs that were killed; their server died with them. */
async function ruimVerweesdeMappen(): Promise<void> {
  for (const naam of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${VOORVOEGSEL}(\\d+)-`).exec(naam)?.[1])
    if (pid > 0 && !bestaat(pid)) await rm(path.join(tmpdir(), naam), { recursive: true, force: true })
  }
}

function bestaat(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
