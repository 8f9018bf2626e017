import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, keuze } from '../../kern/invoer.ts';
import { rollen, type Compartiment, type Rol } from '../../kern/rechten/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { collegaVelden, gekozenCollega } from '../kiescollega.tsx';
import { bezwaarTegenRol, hoortBijPolitiek, isGriffier } from '../regels/rollen.ts';
import { organisatieOpSlot } from './gedeeld.ts';

const GeefInvoer = z.object({ ...collegaVelden, rol: keuze(rollen, 'Kies een rol.') });
const TrekInInvoer = z.object({ id: id('Open de pagina opnieuw.') });

/** Gives an ambtelijke role. Never to oneself, and never to who works in the closed compartment. */
export const geefRol = handeling({ naam: 'inrichting.rollen', invoer: GeefInvoer, voerUit: (ctx) => geef(ctx, ctx.invoer, 'ambtelijk') });

/** Gives a role in the closed compartment: the griffier only (functies A6). */
export const geefPolitiekeRol = handeling({ naam: 'inrichting.rollen.politiek', invoer: GeefInvoer, voerUit: (ctx) => geef(ctx, ctx.invoer, 'politiek') });

async function geef(ctx: ActorContext, invoer: z.output<typeof GeefInvoer>, compartiment: Compartiment) {
  if (compartiment === 'politiek' && !isGriffier(ctx.actor)) throw fout('niet-gevonden');
  await organisatieOpSlot(ctx);
  const wie = await gekozenCollega(ctx, invoer);
  const { compartiment: onderdeelCompartiment } = await ctx.trx.selectFrom('onderdeel').select('compartiment').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', wie.onderdeelId).executeTakeFirstOrThrow();
  const rol: Rol = invoer.rol;
  const bezwaar = bezwaarTegenRol(ctx.actor, { medewerkerId: wie.id, rol, compartiment, onderdeelCompartiment });
  if (bezwaar !== null) throw veldfout(bezwaar.includes('Deze rol') ? 'rol' : 'medewerker_naam', bezwaar);
  const toekenning = ctx.nieuwId();
  const nieuw = await ctx.trx.insertInto('roltoekenning').values({ organisatie_id: ctx.organisatieId, id: toekenning, medewerker_id: wie.id, rol, compartiment, bron: 'hand', sinds: ctx.nu, ingetrokken_op: null, toegekend_door: ctx.actor.id })
    .onConflict((c) => c.columns(['organisatie_id', 'medewerker_id', 'rol', 'compartiment']).where('ingetrokken_op', 'is', null).doNothing()).returning('id').executeTakeFirst();
  if (!nieuw) throw veldfout('medewerker_naam', 'Deze collega heeft deze rol al.');
  return { resultaat: { id: toekenning }, object: { soort: 'medewerker', id: wie.id }, journaal: { rol, compartiment, toekenning } };
}

/** Takes an ambtelijke role back. Never one's own, so that there is always someone left who can give it. */
export const trekRolIn = handeling({ naam: 'inrichting.rollen', invoer: TrekInInvoer, voerUit: (ctx) => trekIn(ctx, ctx.invoer.id, false) });

/** The same in the closed compartment, and for who works there: the griffier only. */
export const trekPolitiekeRolIn = handeling({ naam: 'inrichting.rollen.politiek', invoer: TrekInInvoer, voerUit: (ctx) => trekIn(ctx, ctx.invoer.id, true) });

async function trekIn(ctx: ActorContext, welke: Id, politiek: boolean) {
  if (politiek && !isGriffier(ctx.actor)) throw fout('niet-gevonden');
  await organisatieOpSlot(ctx);
  const t = await ctx.trx.selectFrom('roltoekenning as r').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'r.organisatie_id').onRef('m.id', '=', 'r.medewerker_id'))
    .innerJoin('onderdeel as o', (j) => j.onRef('o.organisatie_id', '=', 'm.organisatie_id').onRef('o.id', '=', 'm.onderdeel_id'))
    .select(['r.id', 'r.rol', 'r.compartiment', 'r.medewerker_id', 'r.ingetrokken_op', 'o.compartiment as onderdeelCompartiment']).where('r.organisatie_id', '=', ctx.organisatieId).where('r.id', '=', welke).executeTakeFirst();
  if (!t || hoortBijPolitiek(t) !== politiek) throw fout('niet-gevonden');
  if (t.medewerker_id === ctx.actor.id) throw fout('conflict.toestand', { redenen: ['Een rol van jezelf trek je niet in. Vraag een collega die dit ook mag.'] });
  if (t.ingetrokken_op !== null) throw fout('conflict.toestand', { redenen: ['Deze rol was al ingetrokken.'] });
  await ctx.trx.updateTable('roltoekenning').set({ ingetrokken_op: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', t.id).execute();
  return { resultaat: { id: t.id }, object: { soort: 'medewerker', id: t.medewerker_id }, journaal: { rol: t.rol, compartiment: t.compartiment, ingetrokken: t.id } };
}
