import { sql } from 'kysely';
import type { Compartiment } from '../kern/rechten/index.ts';
import type { Context } from '../platform/deuren/index.ts';
import { gevraagdeTellingen, tellingenErbij, telsleutels, TOTALEN, uitTellingen, type Frequenties, type Persoonsgegevens } from '../herkennen/index.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

/** The key under which all persons are counted, which no name is. */
const ALLEN = '#';

/**
 * What the register of one compartment counts, for the names in question only: read anew for each question, so that nothing is held from one
 * asker to the next. Who is compared is in those counts himself and is taken out of them: how rare a name is, is told by who else has it.
 */
export class Register {
  readonly #ctx: Ctx;
  readonly #compartiment: Compartiment;
  /** What was asked for; 0 when nobody counts for it. */
  readonly #aantallen = new Map<string, number>();

  private constructor(ctx: Ctx, compartiment: Compartiment) {
    this.#ctx = ctx;
    this.#compartiment = compartiment;
  }

  /** The counts that a question needs. */
  static async open(ctx: Ctx, compartiment: Compartiment, vraag: Persoonsgegevens): Promise<Register> {
    const register = new Register(ctx, compartiment);
    await register.#lees([ALLEN, ...TOTALEN, ...gevraagdeTellingen(vraag)]);
    return register;
  }

  /** How many persons the compartment has. */
  get aantal(): number {
    return this.#aantallen.get(ALLEN) ?? 0;
  }

  /** Reads what comparing with these asks for more. */
  async leesOok(vraag: Persoonsgegevens, kandidaten: readonly Persoonsgegevens[]): Promise<void> {
    await this.#lees(tellingenErbij(vraag, kandidaten));
  }

  /** How rare names are among the others. `ingeschreven`: the record with which the one who is asked about is counted himself, when he is in the register. */
  frequenties(ingeschreven: Persoonsgegevens | null): Frequenties {
    const zelf = new Set(ingeschreven === null ? [] : telsleutels(ingeschreven));
    return uitTellingen((sleutel) => {
      const aantal = this.#aantallen.get(sleutel);
      if (aantal === undefined || TOTALEN.some((t) => t === sleutel)) return aantal;
      return Math.max(0, aantal - (zelf.has(sleutel) ? 2 : 1));
    });
  }

  async #lees(sleutels: readonly string[]): Promise<void> {
    const nieuw = [...new Set(sleutels)].filter((s) => !this.#aantallen.has(s));
    if (nieuw.length === 0) return;
    const rijen = await this.#ctx.trx.selectFrom('naamtelling').select(['sleutel', 'aantal']).where('organisatie_id', '=', this.#ctx.organisatieId).where('compartiment', '=', this.#compartiment)
      .where('sleutel', '=', sql<string>`any (${nieuw}::text[])`).execute();
    for (const s of nieuw) this.#aantallen.set(s, 0);
    for (const { sleutel, aantal } of rijen) this.#aantallen.set(sleutel, aantal);
  }
}
