import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, idOfNiets, keuze, tekst } from '../../kern/invoer.ts';
import { compartimenten } from '../../kern/rechten/index.ts';
import { dagVan, leesDatum } from '../../kern/tijd/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { collegaVelden, gekozenCollega } from '../kiescollega.tsx';
import { bezwaarTegenMachtiging, magVastleggen, verlenercodes, type Machtigingswoorden } from '../regels/machtigingen.ts';
import { bestaat, organisatieOpSlot } from './gedeeld.ts';

/** Whether this colleague holds the office of griffier. */
async function isGriffierNu({ trx, organisatieId }: Pick<ActorContext, 'trx' | 'organisatieId'>, medewerkerId: Id): Promise<boolean> {
  const r = await trx.selectFrom('roltoekenning').select('id').where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', medewerkerId).where('rol', '=', 'griffier').where('ingetrokken_op', 'is', null).executeTakeFirst();
  return r !== undefined;
}

/** Makes the act of writing down a mandate, with the deciders and measures there are. */
export function maakLegMachtigingVast(woorden: Machtigingswoorden) {
  const maatregelen = z.preprocess((w) => (w === undefined || w === '' ? [] : Array.isArray(w) ? w : [w]), z.array(z.string()))
    .refine((lijst) => lijst.length > 0 && lijst.every((code) => Object.hasOwn(woorden.maatregelen, code)), { error: 'Kies waarover deze collega mag beslissen.' });
  return handeling({
    naam: 'inrichting.machtigingen',
    invoer: z.object({
      ...collegaVelden, compartiment: keuze(compartimenten, 'Kies voor wie de machtiging geldt.'),
      beslissersoort: z.string().default('').refine((code) => Object.hasOwn(woorden.beslissers, code), { error: 'Kies in welke rol deze collega beslist.' }),
      maatregelsoorten: maatregelen, onderdeel: idOfNiets('Kies een onderdeel uit de lijst.'), verlener: keuze(verlenercodes, 'Kies wie de machtiging gaf.'),
      kenmerk: tekst({ max: 200, verplicht: 'Vul in waar de machtiging staat, bijvoorbeeld ‘Mandaatregister 2026, nr. 14’.' }), van: tekst({ max: 60 }), tot: tekst({ max: 60 }),
    }),
    async voerUit(ctx) {
      const { invoer, actor } = ctx;
      await organisatieOpSlot(ctx);
      const wie = await gekozenCollega(ctx, invoer);
      const vandaag = dagVan(ctx.nu);
      const van = leesDatum(invoer.van === '' ? 'vandaag' : invoer.van, vandaag, 'toekomst');
      if (!van.ok) throw veldfout('van', van.bericht);
      const tot = invoer.tot === '' ? null : leesDatum(invoer.tot, vandaag, 'toekomst');
      if (tot !== null && !tot.ok) throw veldfout('tot', tot.bericht);
      if (invoer.onderdeel !== null && !(await bestaat(ctx, 'onderdeel', invoer.onderdeel, true))) throw veldfout('onderdeel', 'Kies een onderdeel uit de lijst.');
      const bezwaar = bezwaarTegenMachtiging(actor, {
        medewerkerId: wie.id, medewerkerIsGriffier: await isGriffierNu(ctx, wie.id), compartiment: invoer.compartiment, verlener: invoer.verlener, van: van.waarde, tot: tot === null ? null : tot.waarde,
      });
      if (bezwaar !== null) throw veldfout(bezwaar.veld, bezwaar.tekst);
      const machtiging = ctx.nieuwId();
      await ctx.trx.insertInto('machtiging').values({
        organisatie_id: ctx.organisatieId, id: machtiging, medewerker_id: wie.id, beslissersoort: invoer.beslissersoort, compartiment: invoer.compartiment, onderdeel_id: invoer.onderdeel,
        maatregelsoorten: [...new Set(invoer.maatregelsoorten)], verlener: invoer.verlener, kenmerk: invoer.kenmerk, van: van.waarde, tot: tot === null ? null : tot.waarde,
        vastgelegd_op: ctx.nu, vastgelegd_door: actor.id, ingetrokken_op: null, ingetrokken_door: null,
      }).execute();
      return { resultaat: { id: machtiging }, object: { soort: 'medewerker', id: wie.id }, journaal: { machtiging, beslissersoort: invoer.beslissersoort, compartiment: invoer.compartiment } };
    },
  });
}

/** Revokes a mandate from this moment on, with the reason. What was decided under it stands. */
export const trekMachtigingIn = handeling({
  naam: 'inrichting.machtigingen',
  invoer: z.object({ id: id('Open de pagina opnieuw.'), reden: tekst({ max: 500, verplicht: 'Schrijf waarom de machtiging stopt.' }) }),
  async voerUit(ctx) {
    await organisatieOpSlot(ctx);
    const m = await ctx.trx.selectFrom('machtiging').select(['id', 'medewerker_id', 'compartiment', 'ingetrokken_op']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', ctx.invoer.id).executeTakeFirst();
    if (!m || !magVastleggen(ctx.actor, { compartiment: m.compartiment, medewerkerIsGriffier: await isGriffierNu(ctx, m.medewerker_id) })) throw fout('niet-gevonden');
    if (m.medewerker_id === ctx.actor.id) throw fout('conflict.toestand', { redenen: ['Je eigen machtiging trek je niet in. Vraag een collega die dit ook mag.'] });
    if (m.ingetrokken_op !== null) throw fout('conflict.toestand', { redenen: ['Deze machtiging was al ingetrokken.'] });
    await ctx.trx.updateTable('machtiging').set({ ingetrokken_op: ctx.nu, ingetrokken_door: ctx.actor.id, intrekreden: ctx.invoer.reden }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', m.id).execute();
    return { resultaat: { id: m.id }, object: { soort: 'medewerker', id: m.medewerker_id }, journaal: { ingetrokken: m.id } };
  },
});
