import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { nieuwId, type Id } from '../../kern/ids.ts';
import type { Roltoekenning } from '../../kern/rechten/index.ts';
import type { Trx } from '../../platform/database/index.ts';
import type { OidcInstelling } from '../config.ts';
import type { Claims } from './client.ts';

/** The active colleague a token is about, or null. An address the provider itself calls unverified does not count. */
export async function vindCollega(trx: Trx, organisatieId: Id, claims: Claims, { collega }: Pick<OidcInstelling, 'collega'>): Promise<Id | null> {
  const waarde = claims[collega.claim];
  if ((typeof waarde !== 'string' && typeof waarde !== 'number') || waarde === '') return null;
  if (collega.claim === 'email' && claims.email_verified === false) return null;
  const zoek = trx.selectFrom('medewerker').select('id').where('organisatie_id', '=', organisatieId).where('actief', '=', true);
  const rijen = await (collega.veld === 'email'
    ? zoek.where(sql`lower(email)`, '=', String(waarde).trim().toLowerCase())
    : zoek.where('personeelsnummer', '=', String(waarde).trim())
  ).limit(2).execute();
  return rijen.length === 1 ? (rijen[0]?.id ?? null) : null;
}

export interface Rolwijziging {
  erbij: Roltoekenning[];
  eraf: Roltoekenning[];
}

/** Makes the roles that came from the provider equal to what it says now. Roles given by hand stay as they are. */
export async function neemRollenOver(trx: Trx, organisatieId: Id, medewerkerId: Id, rollen: readonly Roltoekenning[], nu: Temporal.Instant): Promise<Rolwijziging> {
  // Two sign-ins of the same person at once go one after the other.
  await trx.selectFrom('medewerker').select('id').where('organisatie_id', '=', organisatieId).where('id', '=', medewerkerId).forUpdate().execute();
  const heeft = await trx.selectFrom('roltoekenning').select(['id', 'rol', 'compartiment', 'bron'])
    .where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', medewerkerId).where('ingetrokken_op', 'is', null).execute();
  const gelijk = (a: Roltoekenning, b: Roltoekenning): boolean => a.rol === b.rol && a.compartiment === b.compartiment;
  const eraf = heeft.filter((h) => h.bron === 'aanmelding' && !rollen.some((r) => gelijk(r, h)));
  const erbij = rollen.filter((r) => !heeft.some((h) => gelijk(r, h)));
  if (eraf.length > 0) {
    await trx.updateTable('roltoekenning').set({ ingetrokken_op: nu }).where('organisatie_id', '=', organisatieId).where('id', 'in', eraf.map((h) => h.id)).execute();
  }
  for (const { rol, compartiment } of erbij) {
    await trx.insertInto('roltoekenning').values({
      organisatie_id: organisatieId, id: nieuwId(nu.epochMilliseconds), medewerker_id: medewerkerId, rol, compartiment, bron: 'aanmelding', sinds: nu, ingetrokken_op: null, toegekend_door: null,
    }).execute();
  }
  return { erbij: erbij.map(({ rol, compartiment }) => ({ rol, compartiment })), eraf: eraf.map(({ rol, compartiment }) => ({ rol, compartiment })) };
}
