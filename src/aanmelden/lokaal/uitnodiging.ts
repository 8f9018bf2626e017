import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { fout } from '../../kern/fouten/index.ts';
import { nieuwId, type Id } from '../../kern/ids.ts';
import type { Trx } from '../../platform/database/index.ts';
import { nieuwToken, tokenHash } from '../cookie.ts';

const GELDIG = { hours: 72 } as const;
const HERSTEL_GELDIG = { minutes: 30 } as const;

export interface Uitnodiging {
  id: Id;
  soort: 'uitnodiging' | 'herstel';
  medewerkerId: Id;
  naam: string;
  email: string;
  /** As it is kept: sealed. */
  totpVoorstel: Buffer | null;
}

export interface Nieuw {
  id: Id;
  /** Goes into the link; kept nowhere but there. */
  token: string;
  tweedeNodig: boolean;
  verlooptOp: Temporal.Instant;
}

/** Whether this colleague already has a way in. */
export async function heeftToegang(trx: Trx, organisatieId: Id, medewerkerId: Id): Promise<boolean> {
  const { rows } = await sql<{ ja: boolean }>`
    select exists (select from account where organisatie_id = ${organisatieId} and medewerker_id = ${medewerkerId} and wachtwoord is not null)
      or exists (select from passkey where organisatie_id = ${organisatieId} and medewerker_id = ${medewerkerId}) as ja`.execute(trx);
  return rows[0]?.ja ?? false;
}

/**
 * Makes a one-time link for a colleague; earlier ones stop working. Whoever already has a way in gets a new one only after a second person
 * agreed, unless the operator of the installation makes it (`door` null, soort 'uitnodiging') or he proved himself with a recovery code.
 */
export async function maakUitnodiging(trx: Trx, organisatieId: Id, medewerkerId: Id, door: Id | null, nu: Temporal.Instant, soort: Uitnodiging['soort'] = 'uitnodiging'): Promise<Nieuw> {
  await trx.updateTable('uitnodiging').set({ vervallen_op: nu }).where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', medewerkerId)
    .where('gebruikt_op', 'is', null).where('vervallen_op', 'is', null).execute();
  const nieuw: Nieuw = {
    id: nieuwId(nu.epochMilliseconds), token: nieuwToken(), tweedeNodig: door !== null && (await heeftToegang(trx, organisatieId, medewerkerId)),
    verlooptOp: nu.add(soort === 'herstel' ? HERSTEL_GELDIG : GELDIG),
  };
  await trx.insertInto('uitnodiging').values({
    organisatie_id: organisatieId, id: nieuw.id, medewerker_id: medewerkerId, soort, token_hash: tokenHash(nieuw.token), gemaakt_op: nu, gemaakt_door: door, tweede_nodig: nieuw.tweedeNodig,
    bevestigd_door: null, verloopt_op: nieuw.verlooptOp, gebruikt_op: null, vervallen_op: null, totp_voorstel: null,
  }).execute();
  return nieuw;
}

/** The invitation behind a token. Throws what a person can read when it does not work, or does not work yet. `opSlot` locks it for use. */
export async function vindUitnodiging(trx: Trx, organisatieId: Id, token: string | null, nu: Temporal.Instant, opSlot = false): Promise<Uitnodiging> {
  if (token === null) throw fout('toegang.ongeldig');
  const zoek = trx.selectFrom('uitnodiging as u').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'u.organisatie_id').onRef('m.id', '=', 'u.medewerker_id'))
    .select(['u.id', 'u.soort', 'u.medewerker_id', 'm.naam', 'm.email', 'u.totp_voorstel', 'u.tweede_nodig', 'u.bevestigd_door', 'u.verloopt_op'])
    .where('u.organisatie_id', '=', organisatieId).where('u.token_hash', '=', tokenHash(token)).where('u.gebruikt_op', 'is', null).where('u.vervallen_op', 'is', null).where('m.actief', '=', true);
  const rij = await (opSlot ? zoek.forUpdate('u') : zoek).executeTakeFirst();
  if (rij === undefined || Temporal.Instant.compare(rij.verloopt_op, nu) <= 0) throw fout('toegang.ongeldig');
  if (rij.tweede_nodig && rij.bevestigd_door === null) throw fout('toegang.wacht');
  return { id: rij.id, soort: rij.soort, medewerkerId: rij.medewerker_id, naam: rij.naam, email: rij.email, totpVoorstel: rij.totp_voorstel };
}

/**
 * Uses the invitation up and makes room for the new way in. After an invitation nothing of an earlier account is left, because nobody
 * knows in whose hands it is; after recovery the passkeys stay. All sessions end.
 */
export async function verbruikUitnodiging(trx: Trx, organisatieId: Id, u: Uitnodiging, nu: Temporal.Instant): Promise<void> {
  const van = <T extends 'passkey' | 'herstelcode' | 'bekend_toestel'>(tabel: T) =>
    sql`delete from ${sql.table(tabel)} where organisatie_id = ${organisatieId} and medewerker_id = ${u.medewerkerId}`.execute(trx);
  await trx.updateTable('uitnodiging').set({ gebruikt_op: nu, totp_voorstel: null }).where('organisatie_id', '=', organisatieId).where('id', '=', u.id).execute();
  await trx.insertInto('account').values({ organisatie_id: organisatieId, medewerker_id: u.medewerkerId, wachtwoord: null, wachtwoord_op: null, totp_geheim: null })
    .onConflict((c) => c.columns(['organisatie_id', 'medewerker_id']).doUpdateSet(u.soort === 'uitnodiging' ? { wachtwoord: null, wachtwoord_op: null, totp_geheim: null } : { totp_laatste: sql`account.totp_laatste` })).execute();
  await van('bekend_toestel');
  if (u.soort === 'uitnodiging') {
    await van('passkey');
    await van('herstelcode');
  }
  await trx.updateTable('sessie').set({ beeindigd_op: nu, reden: 'toegang_gewijzigd' }).where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', u.medewerkerId)
    .where('beeindigd_op', 'is', null).execute();
}
