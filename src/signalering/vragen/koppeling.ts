import { z } from 'zod';
import { id } from '../../kern/invoer.ts';
import { fout } from '../../kern/fouten/index.ts';
import { vraag } from '../../platform/deuren/index.ts';
import type { Id } from '../../kern/ids.ts';
import type { Context } from '../../platform/deuren/index.ts';

const VELDEN = ['id', 'naam', 'sleutel_begin', 'compartiment', 'doelen', 'per_minuut', 'per_dag', 'verloopt_op', 'gemaakt_op', 'ingetrokken_op', 'laatst_gebruikt', 'webhook_url'] as const;

export const koppelingenLezen = vraag({
  naam: 'koppeling.lezen',
  invoer: z.object({}),
  haal: ({ trx, organisatieId }) => trx.selectFrom('systeemkoppeling').select([...VELDEN]).where('organisatie_id', '=', organisatieId).orderBy('gemaakt_op', 'desc').limit(200).execute(),
});

export const koppelingLezen = vraag({
  naam: 'koppeling.lezen',
  invoer: z.object({ id: id('Deze koppeling bestaat niet.') }),
  async haal({ trx, organisatieId, invoer, nu }) {
    const k = await trx.selectFrom('systeemkoppeling').select([...VELDEN]).where('organisatie_id', '=', organisatieId).where('id', '=', invoer.id).executeTakeFirst();
    if (!k) throw fout('niet-gevonden');
    const [gebruik, berichten] = await Promise.all([
      trx.selectFrom('controle').select((eb) => eb.fn.countAll<number>().as('n')).where('organisatie_id', '=', organisatieId).where('koppeling_id', '=', k.id).where('op', '>', nu.subtract({ hours: 24 * 30 })).executeTakeFirstOrThrow(),
      trx.selectFrom('webhookbericht').select(['id', 'op', 'afgeleverd_op', 'pogingen', 'status']).where('organisatie_id', '=', organisatieId).where('koppeling_id', '=', k.id).orderBy('op', 'desc').limit(20).execute(),
    ]);
    return { ...k, aantal: Number(gebruik.n), berichten };
  },
});

/** Names of systems, for lines of the journaal that one of them made. */
export async function koppelingnamen({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rijen = await trx.selectFrom('systeemkoppeling').select(['id', 'naam']).where('organisatie_id', '=', organisatieId).where('id', 'in', [...ids]).execute();
  return new Map(rijen.map((r) => [r.id, `${r.naam} (systeem)`]));
}
