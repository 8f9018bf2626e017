import type { Id } from '../kern/ids.ts';
import type { Context } from '../platform/deuren/index.ts';
import type { Feitstatus } from './regels/woorden.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

/** Whether what a dossier tells was only reported, is contested or is established. Whoever asks already may see the dossier. */
export async function feitstatusVan(ctx: Ctx, dossierId: Id): Promise<Feitstatus> {
  return (await feitstatussenVan(ctx, [dossierId])).get(dossierId) ?? 'gemeld';
}

/** The same for several dossiers at once; what is not in it is 'gemeld'. */
export async function feitstatussenVan({ trx, organisatieId }: Ctx, dossierIds: readonly Id[]): Promise<Map<Id, Feitstatus>> {
  if (dossierIds.length === 0) return new Map();
  const rijen = await trx.selectFrom('feitstatus').distinctOn('dossier_id').select(['dossier_id', 'status']).where('organisatie_id', '=', organisatieId).where('dossier_id', 'in', [...dossierIds])
    .orderBy('dossier_id').orderBy('op', 'desc').orderBy('id', 'desc').execute();
  return new Map(rijen.map((r) => [r.dossier_id, r.status]));
}
