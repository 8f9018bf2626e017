import type { Context as HonoContext } from 'hono';
import type { Temporal } from 'temporal-polyfill';
import { nieuwId, type Id } from '../../kern/ids.ts';
import type { Trx } from '../../platform/database/index.ts';
import { nieuwToken, tokenHash, type Koekjes } from '../cookie.ts';

const MEESTE = 10;

/** The hash of this browser's token when this colleague signed in here before, else null. */
export async function kenToestel(trx: Trx, c: HonoContext, koekjes: Koekjes, organisatieId: Id, medewerkerId: Id | null): Promise<string | null> {
  const token = koekjes.lees(c, 'rd-toestel');
  if (token === null || medewerkerId === null) return null;
  const hash = tokenHash(token);
  const rij = await trx.selectFrom('bekend_toestel').select('id').where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', medewerkerId).where('token_hash', '=', hash).executeTakeFirst();
  return rij === undefined ? null : hash.toString('hex');
}

/** Remembers this browser for this colleague; the ten used last are kept. */
export async function onthoudToestel(trx: Trx, c: HonoContext, koekjes: Koekjes, organisatieId: Id, medewerkerId: Id, nu: Temporal.Instant): Promise<void> {
  const token = koekjes.lees(c, 'rd-toestel') ?? nieuwToken();
  const gezien = await trx.updateTable('bekend_toestel').set({ laatst: nu }).where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', medewerkerId)
    .where('token_hash', '=', tokenHash(token)).returning('id').executeTakeFirst();
  if (gezien === undefined) {
    await trx.insertInto('bekend_toestel').values({ organisatie_id: organisatieId, id: nieuwId(nu.epochMilliseconds), medewerker_id: medewerkerId, token_hash: tokenHash(token), laatst: nu }).execute();
    await trx.deleteFrom('bekend_toestel').where('organisatie_id', '=', organisatieId).where('id', 'in', (e) =>
      e.selectFrom('bekend_toestel').select('id').where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', medewerkerId).orderBy('laatst', 'desc').offset(MEESTE)).execute();
  }
  koekjes.zet(c, 'rd-toestel', token);
}
