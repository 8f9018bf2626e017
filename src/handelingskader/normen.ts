import type { Temporal } from 'temporal-polyfill';
import type { Context } from '../platform/deuren/index.ts';

/** The norm says what is and is not accepted; the house rules say it to visitors. Both stand on the wall (functies C1). */
export const normsoorten = { norm: 'Norm', huisregels: 'Huisregels' } as const;
export type Normsoort = keyof typeof normsoorten;
export const normsoortcodes = Object.keys(normsoorten) as [Normsoort, ...Normsoort[]];

export interface Norm {
  soort: Normsoort;
  nummer: number;
  vanaf: Temporal.PlainDate;
  titel: string;
  inleiding: string;
  /** In order; a letter points at one by its number, counted from 1. */
  regels: string[];
  slot: string;
}

/** The text that held on a day. */
export async function normOp({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>, soort: Normsoort, datum: Temporal.PlainDate): Promise<Norm> {
  const basis = trx.selectFrom('normversie').select(['soort', 'nummer', 'vanaf', 'titel', 'inleiding', 'regels', 'slot']).where('organisatie_id', '=', organisatieId).where('soort', '=', soort);
  return (await basis.where('vanaf', '<=', datum).orderBy('vanaf', 'desc').orderBy('nummer', 'desc').limit(1).executeTakeFirst()) ?? (await basis.orderBy('nummer').limit(1).executeTakeFirstOrThrow());
}
