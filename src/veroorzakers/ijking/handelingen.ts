import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import { systeemhandeling, type Context } from '../../platform/deuren/index.ts';
import { gewichtversies, type Gewichtversie } from './gewichten.ts';
import { MINSTENS, schat, type Besluit, type Schatting } from './schat.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

/** The newest decisions; more would say the same. */
const MEEST_BESLUITEN = 100_000;

const Redenen = z.array(z.object({ veld: z.string(), niveau: z.string() }));

export interface Ijking extends Schatting {
  /** The version in force; null is the standard. */
  geldend: Gewichtversie | null;
}

/** What the decisions that stand say about the weights of this organisation. Changes nothing. */
export async function ijk(ctx: Ctx): Promise<Ijking> {
  const [geldend = null] = await gewichtversies(ctx);
  const rijen = await ctx.trx.selectFrom('oordeel').select(['uitkomst', 'redenen']).where('organisatie_id', '=', ctx.organisatieId).where('ingetrokken_op', 'is', null).orderBy('op', 'desc').orderBy('id', 'desc').limit(MEEST_BESLUITEN).execute();
  const besluiten = rijen.flatMap((r): Besluit[] => {
    const redenen = Redenen.safeParse(r.redenen);
    // Without reasons: a colleague, someone who was erased, or two that the matcher had not put next to each other.
    return redenen.success && redenen.data.length > 0 ? [{ uitkomst: r.uitkomst, redenen: redenen.data }] : [];
  });
  return { ...schat(besluiten, geldend?.gewichten ?? null), geldend };
}

/** Takes over what the decisions say, as a new version of the weights. Refuses when they say too little, or nothing new. */
export const neemIjkingOver = systeemhandeling({
  naam: 'opdracht.ijking',
  invoer: z.object({}),
  async voerUit(ctx) {
    const ijking = await ijk(ctx);
    if (ijking.velden.every((v) => v.uitkomst === 'te_weinig')) throw fout('conflict.toestand', { redenen: [`Er zijn te weinig besluiten: minstens ${MINSTENS} keer “dezelfde” waarin een veld is vergeleken.`] });
    if (ijking.voorstel === null) throw fout('conflict.toestand', { redenen: ['De gewichten kloppen met de besluiten. Er is niets over te nemen.'] });
    const besluiten = ijking.dezelfde + ijking.nietDezelfde;
    const versie = await nieuweVersie(ctx, ijking.geldend, { kansen: JSON.stringify(ijking.voorstel), besluiten, terug_naar: null });
    return { resultaat: { versie, ijking }, journaal: { versie, besluiten, velden: ijking.velden.filter((v) => v.uitkomst === 'wijkt_af').map((v) => v.veld) } };
  },
});

/** Puts an earlier version of the weights back, as a new version; 0 is the standard that comes with Rugdekking. */
export const zetGewichtenTerug = systeemhandeling({
  naam: 'opdracht.ijkingterug',
  invoer: z.object({ naar: z.int().min(0) }),
  async voerUit(ctx) {
    const versies = await gewichtversies(ctx);
    const [geldend = null] = versies;
    const { naar } = ctx.invoer;
    const oud = versies.find((v) => v.versie === naar);
    if (naar !== 0 && oud === undefined) throw fout('conflict.toestand', { redenen: [`Versie ${naar} is er niet.`] });
    if (naar === (geldend?.versie ?? 0)) throw fout('conflict.toestand', { redenen: [naar === 0 ? 'De standaard geldt al.' : `Versie ${naar} geldt al.`] });
    const versie = await nieuweVersie(ctx, geldend, { kansen: JSON.stringify(oud?.gewichten ?? {}), besluiten: null, terug_naar: naar });
    return { resultaat: { versie }, journaal: { versie, terugNaar: naar } };
  },
});

async function nieuweVersie(ctx: Context, geldend: Gewichtversie | null, rij: { kansen: string; besluiten: number | null; terug_naar: number | null }): Promise<number> {
  const versie = (geldend?.versie ?? 0) + 1;
  await ctx.trx.insertInto('herkengewicht').values({ organisatie_id: ctx.organisatieId, versie, ...rij, op: ctx.nu }).execute();
  return versie;
}
