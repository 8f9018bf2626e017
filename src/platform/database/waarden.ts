import pg from 'pg'
import { Temporal } from 'temporal-polyfill'

/** PostgreSQL's own numbers for its types. */
const OID = { int8: 20, int8Lijst: 1016, textLijst: 1009 as number, date: 1082, dateLijst: 1182, timestamptz: 1184, timestamptzLijst: 1185 } as const

const EENVOUDIG = new Map<number, (tekst: string) => unknown>([
  [OID.int8, leesGeheel],
  [OID.date, leesDatum],
  [OID.timestamptz, leesMoment],
])

const LIJSTEN = new Map<number, (tekst: string) => unknown>([
  [OID.int8Lijst, leesGeheel],
  [OID.dateLijst, leesDatum],
  [OID.timestamptzLijst, leesMoment],
])

/**
 * How values come out of the database: timestamptz as Temporal.Instant (microseconds kept), date as Temporal.PlainDate, int8 as number.
 * Given per connection, so that libraries with a connection of their own keep pg's defaults.
 */
export const waardelezers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, vorm?: 'text' | 'binary') {
    if (vorm !== 'binary') {
      const lezer = EENVOUDIG.get(oid)
      if (lezer !== undefined) return lezer
      const element = LIJSTEN.get(oid)
      if (element !== undefined) return (tekst: string) => leesLijst(tekst, element)
    }
    return pg.types.getTypeParser(oid, vorm)
  },
}

/** How values go into the database. Only Temporal needs help: pg would send it as quoted JSON. */
export function naarDatabase(waarde: unknown): unknown {
  if (typeof waarde !== 'object' || waarde === null) return waarde
  if (Array.isArray(waarde)) return waarde.map(naarDatabase)
  return isTemporal(waarde) ? String(waarde) : waarde
}

function isTemporal(waarde: object): boolean {
  return String((waarde as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] ?? '').startsWith('Temporal.')
}

/** Reads the braces and quotes as for a list of texts, then each element; lists in lists and nulls stay what they are. */
function leesLijst(tekst: string, element: (tekst: string) => unknown): unknown {
  const lees = (deel: unknown): unknown => (Array.isArray(deel) ? deel.map(lees) : typeof deel === 'string' ? element(deel) : deel)
  return lees(pg.types.getTypeParser(OID.textLijst, 'text')(tekst))
}

function leesGeheel(tekst: string): number {
  const getal = Number(tekst)
  if (!Number.isSafeInteger(getal)) throw new RangeError('Geheel getal uit de database is te groot om precies te bewaren.')
  return getal
}

function leesDatum(tekst: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(tekst)
}

/** The session runs in UTC, so the text is `2026-01-31 12:00:00.123456+00`; anything else (infinity, BC) is refused by Temporal. */
function leesMoment(tekst: string): Temporal.Instant {
  return Temporal.Instant.from(tekst)
}
