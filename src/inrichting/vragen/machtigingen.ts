import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import { id } from '../../kern/invoer.ts';
import { dagVan } from '../../kern/tijd/index.ts';
import { vraag, type ActorContext } from '../../platform/deuren/index.ts';
import { machtigingsstand, magVastleggen } from '../regels/machtigingen.ts';

/** All mandates that this person may see, those that hold first. Those of the closed compartment are for the griffier and the Adviseur there; the beheerder sees the griffier's own, which he keeps. */
async function machtigingen(ctx: ActorContext) {
  const rijen = await ctx.trx.selectFrom('machtiging as g').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'g.organisatie_id').onRef('m.id', '=', 'g.medewerker_id'))
    .leftJoin('onderdeel as o', (j) => j.onRef('o.organisatie_id', '=', 'g.organisatie_id').onRef('o.id', '=', 'g.onderdeel_id'))
    .select(['g.id', 'g.medewerker_id', 'g.beslissersoort', 'g.compartiment', 'g.maatregelsoorten', 'g.verlener', 'g.kenmerk', 'g.van', 'g.tot', 'g.ingetrokken_op', 'g.intrekreden', 'm.naam', 'o.naam as onderdeel'])
    .select((eb) => eb.exists(eb.selectFrom('roltoekenning as r').select(eb.lit(1).as('een')).whereRef('r.organisatie_id', '=', 'g.organisatie_id').whereRef('r.medewerker_id', '=', 'g.medewerker_id')
      .where('r.rol', '=', 'griffier').where('r.ingetrokken_op', 'is', null)).as('griffier'))
    .where('g.organisatie_id', '=', ctx.organisatieId).orderBy('g.ingetrokken_op', (o) => o.asc().nullsFirst()).orderBy('m.achternaam').orderBy('g.van', 'desc').execute();
  const vandaag = dagVan(ctx.nu);
  const inPolitiek = ctx.actor.rollen.some((r) => (r.rol === 'griffier' || r.rol === 'adviseur') && r.compartiment === 'politiek');
  return rijen.flatMap((r) => {
    const houdtBij = magVastleggen(ctx.actor, { compartiment: r.compartiment, medewerkerIsGriffier: Boolean(r.griffier) });
    if (r.compartiment === 'politiek' && !inPolitiek && !houdtBij) return [];
    return [{ ...r, stand: machtigingsstand({ van: r.van, tot: r.tot, ingetrokkenOp: r.ingetrokken_op }, vandaag), magIntrekken: houdtBij && r.ingetrokken_op === null && r.medewerker_id !== ctx.actor.id }];
  });
}
export type Machtigingregel = Awaited<ReturnType<typeof machtigingen>>[number];

export const machtigingenLijst = vraag({ naam: 'inrichting.lezen', invoer: z.object({}), haal: machtigingen });

/** One mandate that this person may revoke. */
export const eenMachtiging = vraag({
  naam: 'inrichting.lezen',
  invoer: z.object({ id: id('Deze machtiging is er niet meer.') }),
  async haal(ctx) {
    const gevonden = (await machtigingen(ctx)).find((m) => m.id === ctx.invoer.id);
    if (!gevonden?.magIntrekken) throw fout('niet-gevonden');
    return gevonden;
  },
});
