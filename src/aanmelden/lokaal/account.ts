import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import type { Trx } from '../../platform/database/index.ts';
import type { Sleutels } from '../../platform/geheim/index.ts';
import { totpStap } from './totp.ts';
import { ontzegelTotp } from './totpzegel.ts';
import { bezwaarTegenWachtwoord, hashWachtwoord } from './wachtwoord.ts';

export interface Account {
  medewerkerId: Id;
  naam: string;
  wachtwoord: string | null;
  /** As it is kept: sealed. */
  totpGeheim: Buffer | null;
}

/** The account of an active colleague by his address, or null. */
export async function accountBij(trx: Trx, organisatieId: Id, email: string): Promise<Account | null> {
  const rij = await trx.selectFrom('medewerker as m').innerJoin('account as a', (j) => j.onRef('a.organisatie_id', '=', 'm.organisatie_id').onRef('a.medewerker_id', '=', 'm.id'))
    .select(['m.id', 'm.naam', 'a.wachtwoord', 'a.totp_geheim']).where('m.organisatie_id', '=', organisatieId).where(sql`lower(m.email)`, '=', email).where('m.actief', '=', true).executeTakeFirst();
  return rij === undefined ? null : { medewerkerId: rij.id, naam: rij.naam, wachtwoord: rij.wachtwoord, totpGeheim: rij.totp_geheim };
}

/** Uses a code of the app. False when it is not right, or was used before (also by another request at the same time). */
export async function gebruikTotp(trx: Trx, sleutels: Sleutels, organisatieId: Id, { medewerkerId, totpGeheim }: Pick<Account, 'medewerkerId' | 'totpGeheim'>, code: string, nu: Temporal.Instant): Promise<boolean> {
  const geheim = totpGeheim === null ? null : ontzegelTotp(sleutels, organisatieId, medewerkerId, totpGeheim);
  const stap = geheim === null ? null : totpStap(geheim, code, nu);
  if (stap === null) return false;
  const rij = await trx.updateTable('account').set({ totp_laatste: stap }).where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', medewerkerId)
    .where('totp_laatste', '<', stap).returning('medewerker_id').executeTakeFirst();
  return rij !== undefined;
}

/** What must not be in someone's password: words about himself and where he works. */
export async function eigenWoorden(trx: Trx, organisatieId: Id, medewerkerId: Id): Promise<string[]> {
  const rij = await trx.selectFrom('medewerker as m').innerJoin('organisatie as o', 'o.organisatie_id', 'm.organisatie_id').select(['m.naam', 'm.email', 'o.naam as organisatie'])
    .where('m.organisatie_id', '=', organisatieId).where('m.id', '=', medewerkerId).executeTakeFirst();
  if (rij === undefined) throw fout('niet-gevonden');
  return [rij.naam, rij.email, rij.organisatie];
}

/** Keeps a new password after its checks; `totp` sets a new secret, sealed, with the step of the code that proved it works. */
export async function zetWachtwoord(
  trx: Trx, organisatieId: Id, medewerkerId: Id, wachtwoord: string, nu: Temporal.Instant, totp?: { verzegeld: Buffer; stap: number },
): Promise<void> {
  const bezwaar = bezwaarTegenWachtwoord(wachtwoord, await eigenWoorden(trx, organisatieId, medewerkerId));
  if (bezwaar !== null) throw veldfout('nieuw', bezwaar);
  const hash = await hashWachtwoord(wachtwoord);
  await trx.updateTable('account').set({ wachtwoord: hash, wachtwoord_op: nu, ...(totp ? { totp_geheim: totp.verzegeld, totp_laatste: totp.stap } : {}) })
    .where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', medewerkerId).execute();
}
