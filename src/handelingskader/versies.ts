import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import type { Context } from '../platform/deuren/index.ts';
import { Kader } from './regels/kader.ts';
import type { Persoonssoort } from './regels/soorten.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

/** Which version something was said by; goes along with every advice. */
export interface Kaderversie {
  id: Id;
  nummer: number;
  persoonssoort: Persoonssoort;
  vanaf: Temporal.PlainDate;
}

/** Versions read before, by id: what is published never changes, and fetching it and checking its form is more work than using it. */
const gelezen = new Map<Id, Kader>();
const MEESTE_GELEZEN = 500;

interface Rij {
  id: Id;
  nummer: number;
  vanaf: Temporal.PlainDate | null;
}

async function metInhoud({ trx, organisatieId }: Ctx, persoonssoort: Persoonssoort, rij: Rij): Promise<{ kader: Kader; versie: Kaderversie }> {
  if (rij.vanaf === null) throw new Error('een gepubliceerde versie heeft altijd een begindatum');
  let kader = gelezen.get(rij.id);
  if (kader === undefined) {
    const { inhoud } = await trx.selectFrom('kaderversie').select('inhoud').where('organisatie_id', '=', organisatieId).where('id', '=', rij.id).executeTakeFirstOrThrow();
    kader = Kader.parse(inhoud);
    if (gelezen.size >= MEESTE_GELEZEN) gelezen.clear();
    gelezen.set(rij.id, kader);
  }
  return { kader, versie: { id: rij.id, nummer: rij.nummer, persoonssoort, vanaf: rij.vanaf } };
}

const gepubliceerd = ({ trx, organisatieId }: Ctx, persoonssoort: Persoonssoort) =>
  trx.selectFrom('kaderversie').select(['id', 'nummer', 'vanaf']).where('organisatie_id', '=', organisatieId).where('persoonssoort', '=', persoonssoort).where('status', '=', 'gepubliceerd');

/**
 * The version in force on a day: a case keeps the version of the day of the incident. An incident from before the first version falls
 * under that first one.
 */
export async function kaderOp(ctx: Ctx, persoonssoort: Persoonssoort, datum: Temporal.PlainDate): Promise<{ kader: Kader; versie: Kaderversie }> {
  const rij = (await gepubliceerd(ctx, persoonssoort).where('vanaf', '<=', datum).orderBy('vanaf', 'desc').orderBy('nummer', 'desc').limit(1).executeTakeFirst())
    ?? (await gepubliceerd(ctx, persoonssoort).orderBy('vanaf').orderBy('nummer').limit(1).executeTakeFirstOrThrow());
  return metInhoud(ctx, persoonssoort, rij);
}

/** The version that was put in force last, also when its day is still to come: what a draft starts from. */
export async function nieuwsteVersie(ctx: Ctx, persoonssoort: Persoonssoort): Promise<{ kader: Kader; versie: Kaderversie }> {
  return metInhoud(ctx, persoonssoort, await gepubliceerd(ctx, persoonssoort).orderBy('vanaf', 'desc').orderBy('nummer', 'desc').limit(1).executeTakeFirstOrThrow());
}
