import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { casussen as index } from './index.ts'
import type { Casus } from './type.ts'

const AFDELINGEN = new Set(['BZ', 'WI', 'WMO', 'JEU', 'LPL', 'KCC', 'BEL', 'HAN', 'VTH', 'SPO', 'AFV', 'GBW', 'VEI', 'COM', 'GRI', 'BES', 'FAC', 'WS', 'PROV'])
const VORMEN = new Set(['schelden', 'dreigen', 'fysiek', 'spugen_gooien_vernielen', 'lastigvallen', 'online', 'onder_druk', 'discriminatie_seksueel', 'anders'])

/** Largest share of five-word runs two texts may have in common, measured against the shorter one. */
const MEESTE_OVERLAP = 0.4

function isCasus(waarde: unknown): waarde is Casus {
  return typeof waarde === 'object' && waarde !== null && 'id' in waarde && 'verhaal' in waarde
}

async function alleCasussen(): Promise<Casus[]> {
  const bestanden = readdirSync(import.meta.dirname).filter((naam) => naam.endsWith('.ts') && !naam.endsWith('.test.ts') && naam !== 'index.ts')
  const modules = await Promise.all(bestanden.map(async (naam): Promise<Record<string, unknown>> => import(/* @vite-ignore */ join(import.meta.dirname, naam))))
  return modules.flatMap((module) => Object.values(module).flatMap((waarde) => (Array.isArray(waarde) ? waarde.filter(isCasus) : [])))
}

const casussen = await alleCasussen()

function woorden(tekst: string): string[] {
  return tekst.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function reeksen(tekst: string): Set<string> {
  const w = woorden(tekst)
  return new Set(w.slice(0, Math.max(1, w.length - 4)).map((_, i) => w.slice(i, i + 5).join(' ')))
}

function overlap(a: Set<string>, b: Set<string>): number {
  const kleinste = Math.min(a.size, b.size)
  return [...a].filter((reeks) => b.has(reeks)).length / kleinste
}

function teGelijk(teksten: ReadonlyArray<{ id: string; tekst: string }>): string[] {
  const gemeten = teksten.map(({ id, tekst }) => ({ id, reeksen: reeksen(tekst) }))
  return gemeten.flatMap((een, i) =>
    gemeten.slice(i + 1).filter((ander) => overlap(een.reeksen, ander.reeksen) > MEESTE_OVERLAP).map((ander) => `${een.id} and ${ander.id}`),
  )
}

/** Every text of a case besides the story, with the name of its field. */
function overigeTeksten(casus: Casus): Array<[string, string]> {
  const lijsten = [casus.nazorg, casus.verklaringen, casus.notities].flatMap((lijst) => lijst ?? [])
  return [
    ['titel', casus.titel],
    ['omschrijving', casus.veroorzaker.omschrijving ?? ''],
    ['terugkoppeling', casus.terugkoppeling ?? ''],
    ...lijsten.map((tekst): [string, string] => ['lijst', tekst]),
    ...Object.values(casus.toedracht ?? {}).map((tekst): [string, string] => ['toedracht', tekst]),
  ]
}

function ids(zoek: (casus: Casus) => boolean): string[] {
  return casussen.filter(zoek).map((casus) => casus.id)
}

function vaakste(sleutels: string[]): [string, number] {
  const telling = new Map<string, number>()
  for (const sleutel of sleutels) telling.set(sleutel, (telling.get(sleutel) ?? 0) + 1)
  return [...telling].reduce((meest, paar) => (paar[1] > meest[1] ? paar : meest), ['', 0])
}

describe('the invented reports as data', () => {
  it('there are enough of them for the demo organisation and every id is used once', () => {
    expect(casussen.length).toBeGreaterThanOrEqual(170)
    expect(new Set(casussen.map((casus) => casus.id)).size).toBe(casussen.length)
  })

  it('an id begins with the department it belongs to, and the department and the forms are known', () => {
    expect(ids((casus) => !AFDELINGEN.has(casus.afdeling))).toEqual([])
    expect(ids((casus) => !new RegExp(`^${casus.afdeling.toLowerCase()}-\\d{3}$`).test(casus.id))).toEqual([])
    expect(ids((casus) => casus.vormen.length === 0 || casus.vormen.some((vorm) => !VORMEN.has(vorm)))).toEqual([])
    expect(ids((casus) => new Set(casus.vormen).size !== casus.vormen.length)).toEqual([])
  })

  it('hours exist', () => {
    expect(ids((casus) => !Number.isInteger(casus.uur) || casus.uur < 0 || casus.uur > 23)).toEqual([])
  })

  it('a closed case has told the reporter how it ended', () => {
    expect(ids((casus) => casus.afloop === 'gesloten' && (casus.terugkoppeling ?? '').length < 20)).toEqual([])
  })

  it('a recurring citizen really recurs', () => {
    const nummers = casussen.flatMap((casus) => casus.veroorzaker.terugkerend ?? [])
    expect(nummers.filter((nummer, _, alle) => alle.filter((ander) => ander === nummer).length < 2)).toEqual([])
  })

  it('a second report is about the event of another case, and the index holds every case', () => {
    const perId = new Map(casussen.map((casus) => [casus.id, casus]))
    const tweede = casussen.filter((casus) => casus.bij !== undefined)
    expect(tweede.length).toBeGreaterThan(5)
    expect(tweede.filter((casus) => perId.get(casus.bij ?? '')?.bij !== undefined || !perId.has(casus.bij ?? '')).map((casus) => casus.id)).toEqual([])
    expect(index.map((casus) => casus.id).toSorted()).toEqual(casussen.map((casus) => casus.id).toSorted())
  })

  it('no field is empty or longer than a person would write', () => {
    expect(ids((casus) => casus.verhaal.trim().length < 20 || casus.verhaal.length > 2000)).toEqual([])
    expect(ids((casus) => casus.titel.length < 5 || casus.titel.length > 70)).toEqual([])
    expect(ids((casus) => overigeTeksten(casus).some(([, tekst]) => tekst.length > 600))).toEqual([])
    expect(ids((casus) => [casus.nazorg, casus.verklaringen, casus.notities].some((lijst) => lijst?.length === 0 || lijst?.some((tekst) => tekst.trim() === '')))).toEqual([])
  })

  it('slots are only the two known ones and stand only in the story', () => {
    expect(ids((casus) => /[{}]/.test(casus.verhaal.replaceAll(/\{(?:collega|locatie)\}/g, '')))).toEqual([])
    expect(ids((casus) => overigeTeksten(casus).some(([, tekst]) => /[{}]/.test(tekst)))).toEqual([])
  })
})

describe('the invented reports as text', () => {
  it('the measure of likeness finds a story with only a few words swapped', () => {
    const eerste = 'Een man aan balie vier werd boos omdat zijn paspoort nog niet klaar was en liep scheldend naar buiten.'
    const bijna = eerste.replace('Een man', 'Een vrouw').replace('zijn', 'haar')
    const anders = 'Kreeg een mail van een inwoner die vindt dat de gemeente alles verkeerd doet, van lantaarn tot heg.'
    expect(teGelijk([{ id: 'a', tekst: eerste }, { id: 'b', tekst: bijna }, { id: 'c', tekst: anders }])).toEqual(['a and b'])
  })

  it('no two stories are the same text in other words', () => {
    expect(teGelijk(casussen.map((casus) => ({ id: casus.id, tekst: casus.verhaal })))).toEqual([])
  })

  it('no two feedback texts are the same text in other words', () => {
    expect(teGelijk(casussen.flatMap((casus) => (casus.terugkoppeling === undefined ? [] : [{ id: casus.id, tekst: casus.terugkoppeling }])))).toEqual([])
  })

  it('stories and feedback begin in many ways', () => {
    const [opening, keer] = vaakste(casussen.map((casus) => woorden(casus.verhaal).slice(0, 3).join(' ')))
    expect(keer, opening).toBeLessThanOrEqual(4)
    const terugkoppelingen = casussen.flatMap((casus) => casus.terugkoppeling ?? [])
    const [terug, vaak] = vaakste(terugkoppelingen.map((tekst) => woorden(tekst).slice(0, 3).join(' ')))
    expect(vaak / terugkoppelingen.length, terug).toBeLessThan(0.05)
    const [woord, aantal] = vaakste(casussen.map((casus) => woorden(casus.verhaal)[0] ?? ''))
    expect(aantal / casussen.length, woord).toBeLessThan(0.12)
  })

  it('lengths differ as they do with real people: some terse, some a whole story', () => {
    const lengtes = casussen.map((casus) => casus.verhaal.length)
    expect(lengtes.filter((lengte) => lengte < 200).length / lengtes.length).toBeGreaterThan(0.08)
    expect(lengtes.filter((lengte) => lengte > 600).length / lengtes.length).toBeGreaterThan(0.06)
  })

  it('nobody is called by a surname and what the organisation writes stays neutral', () => {
    const aanspreking = /\b(?:meneer|mevrouw|de heer|dhr\.?|mevr\.?|mw\.?|familie)\s+(?:(?:van|de|der|den|ter|ten)\s+)*\p{Lu}\p{Ll}/iu
    const alsNaam = (tekst: string): boolean => {
      const gevonden = aanspreking.exec(tekst)?.[0].split(/\s+/).at(-1)
      return gevonden !== undefined && /^\p{Lu}/u.test(gevonden)
    }
    expect(ids((casus) => [casus.verhaal, ...overigeTeksten(casus).map(([, tekst]) => tekst)].some(alsNaam))).toEqual([])
    expect(ids((casus) => overigeTeksten(casus).some(([, tekst]) => /\bdaders?\b/i.test(tekst)))).toEqual([])
  })

  it('most is light, a fifth is serious, some near misses and some reported by another', () => {
    const deel = (zoek: (casus: Casus) => boolean): number => ids(zoek).length / casussen.length
    expect(deel((casus) => casus.ernst === 'licht')).toBeGreaterThan(0.35)
    expect(deel((casus) => casus.ernst === 'licht')).toBeLessThan(0.55)
    expect(deel((casus) => casus.ernst === 'ernstig')).toBeGreaterThan(0.12)
    expect(deel((casus) => casus.ernst === 'ernstig')).toBeLessThan(0.28)
    expect(deel((casus) => casus.afloop === 'open')).toBeGreaterThan(0.08)
    expect(deel((casus) => casus.afloop === 'open')).toBeLessThan(0.25)
    expect(deel((casus) => casus.bijna === true)).toBeGreaterThan(0.02)
    expect(deel((casus) => casus.namens !== undefined)).toBeGreaterThan(0.04)
  })
})
