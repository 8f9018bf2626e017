import { createHash, randomInt } from 'node:crypto';
import { nieuwId, type Id } from '../../kern/ids.ts';
import type { Trx } from '../../platform/database/index.ts';
import type { Temporal } from 'temporal-polyfill';

const AANTAL = 10;
/** No letters or digits that look alike. Thirty signs, sixteen of them: 78 bits. */
const TEKENS = 'abcdefghjkmnpqrstvwxyz23456789';

function nieuweCode(): string {
  const tekens = Array.from({ length: 16 }, () => TEKENS[randomInt(TEKENS.length)]).join('');
  return (tekens.match(/.{4}/g) ?? []).join('-');
}

/** A plain hash will do: a code is chance enough that guessing it takes longer than anyone has. */
function hashVan(code: string): Buffer {
  return createHash('sha256').update(code.toLowerCase().replace(/[^a-z0-9]/g, '')).digest();
}

/** Ten new codes, shown once; the old ones are worth nothing any more. */
export async function maakHerstelcodes(trx: Trx, organisatieId: Id, medewerkerId: Id): Promise<string[]> {
  const codes = Array.from({ length: AANTAL }, nieuweCode);
  await trx.deleteFrom('herstelcode').where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', medewerkerId).execute();
  await trx.insertInto('herstelcode').values(codes.map((c) => ({ organisatie_id: organisatieId, id: nieuwId(), medewerker_id: medewerkerId, hash: hashVan(c), gebruikt_op: null }))).execute();
  return codes;
}

/** Uses a code up. False when it is not one of this colleague's, or was used before. */
export async function gebruikHerstelcode(trx: Trx, organisatieId: Id, medewerkerId: Id, code: string, nu: Temporal.Instant): Promise<boolean> {
  const rij = await trx.updateTable('herstelcode').set({ gebruikt_op: nu })
    .where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', medewerkerId).where('hash', '=', hashVan(code)).where('gebruikt_op', 'is', null).returning('id').executeTakeFirst();
  return rij !== undefined;
}
