import { sql } from 'kysely';
import { z } from 'zod';
import { isId, type Id } from '../../kern/ids.ts';
import { tekst } from '../../kern/invoer.ts';
import { dagVan, leesDatum, momentVan, type Richting } from '../../kern/tijd/index.ts';
import { veldfout } from '../../kern/fouten/index.ts';
import { Temporal } from 'temporal-polyfill';
import { vraag, type Context } from '../../platform/deuren/index.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;
export const REGELS_PER_PAGINA = 50;

/** Names of colleagues by id, in service or not: a line stays readable after someone left. */
export async function namenVan({ trx, organisatieId }: Ctx, ids: readonly string[]): Promise<Map<Id, string>> {
  const echte = [...new Set(ids)].filter(isId);
  if (echte.length === 0) return new Map();
  const rijen = await trx.selectFrom('medewerker').select(['id', 'naam']).where('organisatie_id', '=', organisatieId).where('id', 'in', echte).execute();
  return new Map(rijen.map((r) => [r.id, r.naam]));
}

/** A day as someone typed it in a filter; empty is null. */
function dag(typt: string, nu: Temporal.Instant, veld: string): Temporal.PlainDate | null {
  if (typt === '') return null;
  const richting: Richting = 'verleden';
  const uit = leesDatum(typt, dagVan(nu), richting);
  if (!uit.ok) throw veldfout(veld, uit.bericht);
  return uit.waarde;
}

/** Other rooms say how what a line is about is called, such as the number of a dossier. */
export type Nummers = (ctx: Ctx, ids: readonly Id[]) => Promise<ReadonlyMap<Id, string>>;

/**
 * The lines of the journaal, newest first: when, who, what, about what kind of thing, with what result. Never what is in a
 * dossier, nor from where someone worked. Looking here leaves a line too.
 */
export const maakJournaalLezen = (nummers: Nummers, systemen: Nummers = async () => new Map()) => vraag({
  naam: 'journaal.lezen',
  invoer: z.object({ wie: tekst({ max: 200 }), handeling: tekst({ max: 80 }), van: tekst({ max: 60 }), tot: tekst({ max: 60 }), voor: z.coerce.number().int().positive().catch(0) }),
  journaal: true,
  async haal(ctx) {
    const { trx, organisatieId, invoer: f } = ctx;
    const van = dag(f.van, ctx.nu, 'van');
    const tot = dag(f.tot, ctx.nu, 'tot');
    let q = trx.selectFrom('journaal').select(['volgnr', 'tijd', 'actor', 'handeling', 'object_soort', 'dossier_id', 'resultaat']).where('organisatie_id', '=', organisatieId);
    if (f.wie !== '') {
      const deel = `%${f.wie.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
      q = q.where('actor', 'in', trx.selectFrom('medewerker').select(sql<string>`id::text`.as('id')).where('organisatie_id', '=', organisatieId).where((eb) => eb.or([eb('personeelsnummer', '=', f.wie), eb(sql`lower(naam)`, 'like', deel)])));
    }
    if (f.handeling !== '') q = q.where('handeling', '=', f.handeling);
    if (van) q = q.where('tijd', '>=', momentVan(van, Temporal.PlainTime.from('00:00')));
    if (tot) q = q.where('tijd', '<', momentVan(tot.add({ days: 1 }), Temporal.PlainTime.from('00:00')));
    if (f.voor > 0) q = q.where('volgnr', '<', f.voor);
    const rijen = await q.orderBy('volgnr', 'desc').limit(REGELS_PER_PAGINA + 1).execute();
    const regels = rijen.slice(0, REGELS_PER_PAGINA);
    const wie = [...new Set(regels.map((r) => r.actor))].filter(isId);
    const [namen, anderen, dossiers] = await Promise.all([namenVan(ctx, wie), systemen(ctx, wie), nummers(ctx, [...new Set(regels.flatMap((r) => r.dossier_id ?? []))])]);
    return { regels, namen: new Map([...namen, ...anderen]), dossiers, meer: rijen.length > REGELS_PER_PAGINA };
  },
});
