import { execFile } from 'node:child_process'
import { chown, lstat, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { kopieerProgrammas, type Programmas } from './binaries.ts'

const voerUit = promisify(execFile)

/** As whom PostgreSQL runs. It refuses to run as root, so root hands it to somebody else. */
export type Gebruiker =
  | { readonly soort: 'zelf' }
  | { readonly soort: 'ander'; readonly uid: number; readonly gid: number }
  /** A user namespace without mapping: root's files stay reachable, but the process does not look like root and has no privileges. */
  | { readonly soort: 'naamruimte' }

/** The uid of `nobody`, which has a passwd entry on every Linux; PostgreSQL wants one. */
const NIEMAND = 65534

/** Command in front of a program so that it runs as this user. */
export function alsGebruiker(gebruiker: Gebruiker): string[] {
  if (gebruiker.soort === 'zelf') return []
  if (gebruiker.soort === 'naamruimte') return ['unshare', '--user', '--']
  return ['setpriv', `--reuid=${gebruiker.uid}`, `--regid=${gebruiker.gid}`, '--clear-groups', '--']
}

/**
 * Chooses as whom the database runs and which programs it uses. Only root has a choice: the owner of the existing data, the owner of the
 * folder, `nobody`, and when none of these can reach the folder (a project under /root) a user namespace.
 */
export async function kiesGebruiker(
  gegevensmap: string,
  datamap: string,
  programmas: Programmas,
): Promise<{ gebruiker: Gebruiker; programmas: Programmas }> {
  if (process.getuid?.() !== 0) return { gebruiker: { soort: 'zelf' }, programmas }

  const eigenaarData = await eigenaar(datamap)
  const naamruimte: Gebruiker = { soort: 'naamruimte' }
  const anderen = [eigenaarData, await eigenaar(gegevensmap), { uid: NIEMAND, gid: NIEMAND }]
    .filter((e) => e !== undefined && e.uid !== 0)
    .map((e): Gebruiker => ({ soort: 'ander', uid: e?.uid ?? NIEMAND, gid: e?.gid ?? NIEMAND }))
  const kandidaten = eigenaarData?.uid === 0 ? [naamruimte, ...anderen] : [...anderen, naamruimte]

  for (const gebruiker of kandidaten) {
    if (!(await lukt(gebruiker, ['test', '-x', gegevensmap, '-a', '-r', gegevensmap]))) continue
    if (await lukt(gebruiker, [programmas.postgres, '--version'])) return { gebruiker, programmas }
    const map = await kopieerProgrammas(gegevensmap)
    const kopie = { map, postgres: path.join(map, 'bin', 'postgres'), initdb: path.join(map, 'bin', 'initdb') }
    if (await lukt(gebruiker, [kopie.postgres, '--version'])) return { gebruiker, programmas: kopie }
  }
  throw new Error(
    `De ingebouwde database kan niet starten: je draait als root en de gegevensmap ${gegevensmap} is voor geen andere gebruiker bereikbaar. ` +
      'Start als gewone gebruiker, kies een andere gegevensmap of gebruik een eigen PostgreSQL met DATABASE_URL.',
  )
}

/** Gives a folder and all in it to the user the database runs as. Does nothing when the folder is already his, or when we are not root. */
export async function geefAan(gebruiker: Gebruiker, map: string): Promise<void> {
  if (gebruiker.soort === 'zelf') return
  const { uid, gid } = gebruiker.soort === 'ander' ? gebruiker : { uid: 0, gid: 0 }
  if ((await lstat(map)).uid === uid) return
  const inhoud = (await stat(map)).isDirectory() ? await readdir(map, { recursive: true }) : []
  for (const naam of inhoud) {
    const plek = path.join(map, naam)
    if (!(await lstat(plek)).isSymbolicLink()) await chown(plek, uid, gid)
  }
  // The folder itself last: when we are interrupted, the next start sees the old owner and does it all again.
  await chown(map, uid, gid)
}

async function lukt(gebruiker: Gebruiker, opdracht: string[]): Promise<boolean> {
  const [programma, ...rest] = [...alsGebruiker(gebruiker), ...opdracht]
  if (programma === undefined) return false
  try {
    await voerUit(programma, rest, { cwd: '/', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}

async function eigenaar(map: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const { uid, gid } = await stat(map)
    return { uid, gid }
  } catch {
    return undefined
  }
}
