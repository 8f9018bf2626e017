import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import { id } from '../../kern/invoer.ts';
import { vraag, type ActorContext } from '../../platform/deuren/index.ts';
import { hoortBijPolitiek, isGriffier } from '../regels/rollen.ts';

/** Who has which role now. What belongs to the closed compartment only the griffier sees, also in number. */
async function toekenningen(ctx: ActorContext) {
  const rijen = await ctx.trx.selectFrom('roltoekenning as r').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'r.organisatie_id').onRef('m.id', '=', 'r.medewerker_id'))
    .innerJoin('onderdeel as o', (j) => j.onRef('o.organisatie_id', '=', 'm.organisatie_id').onRef('o.id', '=', 'm.onderdeel_id'))
    .leftJoin('medewerker as d', (j) => j.onRef('d.organisatie_id', '=', 'r.organisatie_id').onRef('d.id', '=', 'r.toegekend_door'))
    .select(['r.id', 'r.rol', 'r.compartiment', 'r.bron', 'r.sinds', 'm.id as medewerker_id', 'm.naam', 'o.naam as onderdeel', 'o.compartiment as onderdeelCompartiment', 'd.naam as door'])
    .where('r.organisatie_id', '=', ctx.organisatieId).where('r.ingetrokken_op', 'is', null).orderBy('m.achternaam').orderBy('m.voornaam').orderBy('r.sinds').execute();
  return rijen.filter((r) => isGriffier(ctx.actor) || !hoortBijPolitiek(r)).map((r) => ({
    ...r, politiek: hoortBijPolitiek(r),
    /** Whether this person may take it back. */
    magIntrekken: r.medewerker_id !== ctx.actor.id && (hoortBijPolitiek(r) ? isGriffier(ctx.actor) : ctx.actor.rollen.some((x) => x.rol === 'beheerder')),
  }));
}
export type Toekenning = Awaited<ReturnType<typeof toekenningen>>[number];

export const rollenLijst = vraag({ naam: 'inrichting.lezen', invoer: z.object({}), haal: toekenningen });

/** One role of one person, as this person may see it. */
export const toekenning = vraag({
  naam: 'inrichting.lezen',
  invoer: z.object({ id: id('Deze rol is er niet meer.') }),
  async haal(ctx) {
    const gevonden = (await toekenningen(ctx)).find((t) => t.id === ctx.invoer.id);
    if (!gevonden?.magIntrekken) throw fout('niet-gevonden');
    return gevonden;
  },
});
