/**
 * Chooses which queries are prepared: the server then parses and plans them once per connection instead of each time, which is a good part
 * of the cost of a small query. Only texts that come back, and not more than a server process can hold in memory at ease.
 */
export class Voorbereiding {
  readonly #namen = new Map<string, string>()
  readonly #gezien = new Map<string, number>()

  /** Name to prepare this text under; undefined when it should run once, unprepared. */
  naam(sql: string): string | undefined {
    const bekend = this.#namen.get(sql)
    if (bekend !== undefined || this.#namen.size >= MEESTE_NAMEN || sql.length > LANGSTE_TEKST) return bekend
    const keer = (this.#gezien.get(sql) ?? 0) + 1
    if (keer < VANAF_KEER) {
      // Texts that differ each time (lists of varying length) must not fill the memory either.
      if (this.#gezien.size >= MEESTE_GEZIEN) this.#gezien.clear()
      this.#gezien.set(sql, keer)
      return undefined
    }
    this.#gezien.delete(sql)
    const naam = `v${this.#namen.size + 1}`
    this.#namen.set(sql, naam)
    return naam
  }
}

const VANAF_KEER = 3
const MEESTE_NAMEN = 250
const MEESTE_GEZIEN = 2_000
const LANGSTE_TEKST = 10_000
