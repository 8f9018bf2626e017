import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { zorgVoorToegang } from './rollen.ts'

export interface Migratie {
  /** Number in front of the file name; decides the order over all rooms. */
  readonly nummer: number
  readonly naam: string
  readonly sql: string
  readonly sha256: string
}

/** Any number, the same for all: holds off a second starter while one is migrating. */
const SLEUTEL = 7_843_364_255

/**
 * Collects the SQL files under a source folder (`<map>/<room>/tabellen`, `<map>/platform/<part>/tabellen`) or, when that exists, from the
 * flat `<map>/tabellen` of the bundled build.
 */
export async function vindMigraties(map: string): Promise<Migratie[]> {
  const vlak = path.join(map, 'tabellen')
  const mappen = existsSync(vlak) ? [vlak] : [...(await tabelmappen(map)), ...(await tabelmappen(path.join(map, 'platform')))]
  const bestanden = (await Promise.all(mappen.map(leesMap))).flat().sort((a, b) => a.nummer - b.nummer)
  for (const [i, migratie] of bestanden.entries()) {
    const vorige = bestanden[i - 1]
    if (vorige?.nummer === migratie.nummer) throw new Error(`Twee migraties hebben hetzelfde nummer: ${vorige.naam} en ${migratie.naam}.`)
  }
  return bestanden
}

/** Brings the database to the state of these migrations, each in its own transaction. Gives the names of those it ran. */
export async function migreer(config: pg.ClientConfig, migraties: readonly Migratie[]): Promise<string[]> {
  const client = new pg.Client({ ...config, application_name: 'rugdekking migratie' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [SLEUTEL])
    await zorgVoorToegang(client)
    await client.query(`
      create table if not exists migratie (
        nummer int primary key, naam text not null, sha256 text not null, uitgevoerd_op timestamptz not null default now())`)
    const gedaan = await leesGedaan(client)
    controleer(migraties, gedaan)
    const nieuw = migraties.filter((m) => !gedaan.has(m.nummer))
    for (const migratie of nieuw) await voerMigratieUit(client, migratie)
    return nieuw.map((m) => m.naam)
  } finally {
    await client.end()
  }
}

async function tabelmappen(map: string): Promise<string[]> {
  if (!existsSync(map)) return []
  const inhoud = await readdir(map, { withFileTypes: true })
  return inhoud.filter((e) => e.isDirectory()).map((e) => path.join(map, e.name, 'tabellen')).filter((m) => existsSync(m))
}

async function leesMap(map: string): Promise<Migratie[]> {
  const namen = (await readdir(map)).filter((naam) => naam.endsWith('.sql'))
  return await Promise.all(
    namen.map(async (bestand) => {
      const naam = path.basename(bestand, '.sql')
      if (!/^\d{4}_[a-z0-9_]+$/.test(naam)) throw new Error(`Migratie ${bestand} heet niet NNNN_naam.sql.`)
      const sql = await readFile(path.join(map, bestand), 'utf8')
      return { nummer: Number(naam.slice(0, 4)), naam, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function leesGedaan(client: pg.Client): Promise<Map<number, { naam: string; sha256: string }>> {
  const { rows } = await client.query<{ nummer: number; naam: string; sha256: string }>('select nummer, naam, sha256 from migratie')
  return new Map(rows.map((rij) => [rij.nummer, rij]))
}

function controleer(migraties: readonly Migratie[], gedaan: ReadonlyMap<number, { naam: string; sha256: string }>): void {
  const bekend = new Map(migraties.map((m) => [m.nummer, m]))
  for (const [nummer, { naam, sha256 }] of gedaan) {
    const bestand = bekend.get(nummer)
    if (bestand === undefined) {
      throw new Error(`De database is bijgewerkt door een nieuwere Rugdekking (migratie ${naam} is hier onbekend). Start die nieuwere versie.`)
    }
    if (bestand.sha256 !== sha256) {
      throw new Error(`Migratie ${naam} is al uitgevoerd en daarna gewijzigd. Zet het bestand terug en maak een nieuwe migratie.`)
    }
  }
}

async function voerMigratieUit(client: pg.Client, { nummer, naam, sql, sha256 }: Migratie): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migratie (nummer, naam, sha256) values ($1, $2, $3)', [nummer, naam, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migratie ${naam} is mislukt: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
