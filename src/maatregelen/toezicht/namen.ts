import type { Id } from '../../kern/ids.ts';
import type { Context } from '../../platform/deuren/index.ts';
import { persoonBij } from '../../veroorzakers/index.ts';

/** How the people these measures are about are called, by betrokkene: as reported, or by the person someone confirmed it was. */
export async function namenVan(ctx: Pick<Context, 'trx' | 'organisatieId'>, betrokkeneIds: readonly Id[]): Promise<Map<Id, string>> {
  if (betrokkeneIds.length === 0) return new Map();
  const { trx, organisatieId } = ctx;
  const rijen = await trx.selectFrom('betrokkene as b').leftJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'b.organisatie_id').onRef('m.id', '=', 'b.medewerker_id')).select(['b.id', 'b.naam', 'm.naam as collega'])
    .where('b.organisatie_id', '=', organisatieId).where('b.id', 'in', [...betrokkeneIds]).execute();
  return new Map(await Promise.all(rijen.map(async (r) => [r.id, r.collega ?? (r.naam !== '' ? r.naam : ((await persoonBij(ctx, r.id))?.weergave ?? ''))] as const)));
}

/** The measures with a picture that is still in its dossier. */
