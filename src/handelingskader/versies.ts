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

/** Versions read before, by id: what is published never changes, and checking its form is more work than using it. */
const gelezen = new Map<Id, Kader>();
const MEESTE_GELEZEN = 500;

function vast(id: Id, inhoud: unknown): Kader {
  let kader = gelezen.get(id);
  if (kader === undefined) {
    kader = Kader.parse(inhoud);
    if (gelezen.size >= MEESTE_GELEZEN) gelezen.clear();
    gelezen.set(id, kader);
  }
  return kader;
}

/**
 * The version in force on a day: a case keeps the version of the day of the incident. An incident from before the first version falls
 * under that first one.
 */
export async function kaderOp({ trx, organisatieId }: Ctx, persoonssoort: Persoonssoort, datum: Temporal.PlainDate): Promise<{ kader: Kader; versie: Kaderversie }> {
  const basis = trx.selectFrom('kaderversie').select(['id', 'nummer', 'vanaf', 'inhoud']).where('organisatie_id', '=', organisatieId).where('persoonssoort', '=', persoonssoort).where('status', '=', 'gepubliceerd');
  const rij = (await basis.where('vanaf', '<=', datum).orderBy('vanaf', 'desc').orderBy('nummer', 'desc').limit(1).executeTakeFirst())
    ?? (await basis.orderBy('vanaf').orderBy('nummer').limit(1).executeTakeFirstOrThrow());
  if (rij.vanaf === null) throw new Error('een gepubliceerde versie heeft altijd een begindatum');
  return { kader: vast(rij.id, rij.inhoud), versie: { id: rij.id, nummer: rij.nummer, persoonssoort, vanaf: rij.vanaf } };
}

/** The version that was put in force last, also when its day is still to come: what a draft starts from. */
export async function nieuwsteVersie({ trx, organisatieId }: Ctx, persoonssoort: Persoonssoort): Promise<{ kader: Kader; versie: Kaderversie }> {
  const rij = await trx.selectFrom('kaderversie').select(['id', 'nummer', 'vanaf', 'inhoud']).where('organisatie_id', '=', organisatieId).where('persoonssoort', '=', persoonssoort).where('status', '=', 'gepubliceerd')
    .orderBy('vanaf', 'desc').orderBy('nummer', 'desc').limit(1).executeTakeFirstOrThrow();
  if (rij.vanaf === null) throw new Error('een gepubliceerde versie heeft altijd een begindatum');
  return { kader: vast(rij.id, rij.inhoud), versie: { id: rij.id, nummer: rij.nummer, persoonssoort, vanaf: rij.vanaf } };
}
