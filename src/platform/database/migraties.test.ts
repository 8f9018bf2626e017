import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { vindMigraties } from './migraties.ts'

let map: string
beforeEach(async () => {
  map = await mkdtemp(path.join(tmpdir(), 'rugdekking-migraties-'))
})
afterEach(() => rm(map, { recursive: true, force: true }))

async function schrijf(bestand: string, inhoud = 'select 1'): Promise<void> {
  await mkdir(path.dirname(path.join(map, bestand)), { recursive: true })
  await writeFile(path.join(map, bestand), inhoud)
}

const namen = async () => (await vindMigraties(map)).map((m) => m.naam)

test('files of all rooms and parts of the platform are put in the order of their numbers', async () => {
  await schrijf('dossier/tabellen/0200_dossier.sql')
  await schrijf('platform/database/tabellen/0001_grondslag.sql')
  await schrijf('inrichting/tabellen/0100_organisatie.sql')
  await schrijf('inrichting/tabellen/typen.ts')
  await schrijf('kern/tijd/0300_niet_hier.sql')
  expect(await namen()).toEqual(['0001_grondslag', '0100_organisatie', '0200_dossier'])
})

test('the build keeps them in one folder', async () => {
  await schrijf('tabellen/0002_b.sql')
  await schrijf('tabellen/0001_a.sql')
  expect(await namen()).toEqual(['0001_a', '0002_b'])
})

test('the same number twice is refused, and so is a name without number', async () => {
  await schrijf('melden/tabellen/0300_melding.sql')
  await schrijf('nazorg/tabellen/0300_nazorg.sql')
  await expect(namen()).rejects.toThrow(/hetzelfde nummer: 0300_melding en 0300_nazorg/)
  await schrijf('nazorg/tabellen/los.sql')
  await expect(namen()).rejects.toThrow(/los\.sql heet niet/)
})

test('a change of one letter changes the mark', async () => {
  await schrijf('melden/tabellen/0300_melding.sql', 'select 1')
  const [eerst] = await vindMigraties(map)
  await schrijf('melden/tabellen/0300_melding.sql', 'select 2')
  const [later] = await vindMigraties(map)
  expect(later?.sha256).not.toBe(eerst?.sha256)
})
