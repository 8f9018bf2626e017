import { z } from 'zod';
import type { Id } from '../../kern/ids.ts';
import { keuze } from '../../kern/invoer.ts';
import { vraag, type Context } from '../../platform/deuren/index.ts';
import { afzenderVan, logobeeld } from '../onderwerp.ts';
import { Huisstijl } from '../regels/huisstijl.ts';
import { briefsoortcodes, type Briefsoort } from '../regels/soorten.ts';

type Lezend = Pick<Context, 'trx' | 'organisatieId'>;

/** The organisation's own template for a letter; null when it has none. */
export async function huidigSjabloon({ trx, organisatieId }: Lezend, soort: Briefsoort): Promise<Buffer | null> {
  const r = await trx.selectFrom('briefsjabloon').select('inhoud').where('organisatie_id', '=', organisatieId).where('soort', '=', soort).where('vervallen_op', 'is', null).executeTakeFirst();
  return r?.inhoud ?? null;
}

/** What stands on the letters, and which letters have a template of their own. */
export const briefinrichting = vraag({
  naam: 'inrichting.lezen',
  invoer: z.object({}),
  async haal(ctx) {
    const [huisstijl, sjablonen, logo] = await Promise.all([
      ctx.trx.selectFrom('briefhuisstijl').select(['gegevens', 'versie']).where('organisatie_id', '=', ctx.organisatieId).executeTakeFirst(),
      ctx.trx.selectFrom('briefsjabloon as s').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 's.organisatie_id').onRef('m.id', '=', 's.door'))
        .select(['s.id', 's.soort', 's.naam', 's.op', 'm.naam as door']).where('s.organisatie_id', '=', ctx.organisatieId).where('s.vervallen_op', 'is', null).execute(),
      ctx.trx.selectFrom('brieflogo').select(['id', 'alt', 'breedte', 'hoogte']).where('organisatie_id', '=', ctx.organisatieId).where('vervallen_op', 'is', null).executeTakeFirst(),
    ]);
    return { huisstijl: Huisstijl.parse(huisstijl?.gegevens ?? {}), versie: huisstijl?.versie ?? 0, logo: logo ?? null, afzender: await afzenderVan(ctx), sjablonen: sjablonen as { id: Id; soort: Briefsoort; naam: string; op: (typeof sjablonen)[number]['op']; door: string }[] };
  },
});
export type Briefinrichting = Awaited<ReturnType<typeof briefinrichting.haal>>;

/** A template as it is now, with who the letters come from: to fetch it, or to see what it makes. */
export const sjabloonOphalen = vraag({
  naam: 'inrichting.lezen',
  invoer: z.object({ soort: keuze(briefsoortcodes, 'Kies een brief.') }),
  async haal(ctx) {
    const afzender = await afzenderVan(ctx);
    return { soort: ctx.invoer.soort, eigen: await huidigSjabloon(ctx, ctx.invoer.soort), afzender, logo: await logobeeld(ctx, afzender) };
  },
});

/** The logo as it stands on the letters; null when there is none. */
export const logoOphalen = vraag({
  naam: 'inrichting.lezen',
  invoer: z.object({}),
  haal: async (ctx) => logobeeld(ctx, await afzenderVan(ctx)),
});
