import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, idOfNiets, keuze, tekst, versie, vinkje } from '../../kern/invoer.ts';
import { compartimenten } from '../../kern/rechten/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { sleutel } from '../csv/waarden.ts';
import { collegaVelden, gekozenCollega } from '../kiescollega.tsx';
import { metAlleOnder } from '../regels/boom.ts';
import { fasecodes } from '../regels/woorden.ts';
import { bestaat, gelijkeVersie, gewijzigd, organisatieOpSlot, uniek, zonderEigenZicht } from './gedeeld.ts';

const velden = {
  naam: tekst({ max: 200, verplicht: 'Vul de naam van het onderdeel in.' }),
  code: tekst({ max: 40, verplicht: 'Vul een korte code in, bijvoorbeeld BZ.' }).pipe(sleutel(40)),
  ouder_id: idOfNiets('Kies een onderdeel uit de lijst.'),
  ...collegaVelden,
  fase: keuze(fasecodes, 'Kies hoe hier wordt gemeld.'),
  compartiment: keuze(compartimenten, 'Kies voor wie dit onderdeel is.'),
};
type Invoer = z.output<z.ZodObject<typeof velden>>;
type Rij = { id: Id; leidinggevende_id: Id | null; ouder_id: Id | null; compartiment: 'ambtelijk' | 'politiek' };

const CODE_BEZET = 'Deze code is al van een ander onderdeel. Kies een andere.';

/** Adds a department. */
export const voegOnderdeelToe = handeling({
  naam: 'inrichting.wijzigen',
  invoer: z.object(velden),
  async voerUit(ctx) {
    await organisatieOpSlot(ctx);
    const nieuw = ctx.nieuwId();
    await uniek(ctx, 'onderdeel', 'code', ctx.invoer.code, null, CODE_BEZET);
    const rij = await rijVan(ctx, ctx.invoer, null);
    await ctx.trx.insertInto('onderdeel').values({ organisatie_id: ctx.organisatieId, id: nieuw, ...rij }).execute();
    return { resultaat: { id: nieuw }, object: { soort: 'onderdeel', id: nieuw } };
  },
});

/** Changes a department. Running clocks and reports that were made stay where they are. */
export const wijzigOnderdeel = handeling({
  naam: 'inrichting.wijzigen',
  invoer: z.object({ id: id('Open het onderdeel opnieuw.'), versie, ...velden }),
  async voerUit(ctx) {
    const { invoer } = ctx;
    await organisatieOpSlot(ctx);
    const oud = gelijkeVersie(await ctx.trx.selectFrom('onderdeel').selectAll().where('organisatie_id', '=', ctx.organisatieId).where('id', '=', invoer.id).executeTakeFirst(), invoer.versie);
    await uniek(ctx, 'onderdeel', 'code', invoer.code, oud.id, CODE_BEZET);
    const nieuw = await rijVan(ctx, invoer, oud);
    await zonderEigenZicht(ctx, nieuw.leidinggevende_id === oud.leidinggevende_id ? 'ouder_id' : 'medewerker_naam', () =>
      ctx.trx.updateTable('onderdeel').set((eb) => ({ ...nieuw, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', oud.id).execute());
    return { resultaat: { id: oud.id }, object: { soort: 'onderdeel', id: oud.id }, journaal: { velden: gewijzigd(oud, nieuw) } };
  },
});

async function rijVan(ctx: ActorContext, invoer: Invoer, oud: Rij | null) {
  if (oud?.compartiment === 'politiek' && invoer.compartiment !== 'politiek') {
    throw veldfout('compartiment', 'Een onderdeel van politieke ambtsdragers blijft dat: anders komen nieuwe meldingen van hen bij anderen terecht. Maak een nieuw onderdeel.');
  }
  if (invoer.ouder_id !== null) await toetsOuder(ctx, invoer.ouder_id, oud?.id ?? null);
  return {
    code: invoer.code, naam: invoer.naam, ouder_id: invoer.ouder_id, leidinggevende_id: await leidinggevendeVan(ctx, invoer, oud?.leidinggevende_id ?? null), fase: Number(invoer.fase), compartiment: invoer.compartiment,
  };
}

async function toetsOuder(ctx: ActorContext, ouderId: Id, zelf: Id | null): Promise<void> {
  const alle = await ctx.trx.selectFrom('onderdeel').select(['id', 'ouder_id', 'actief']).where('organisatie_id', '=', ctx.organisatieId).execute();
  if (!alle.some((o) => o.id === ouderId && o.actief)) throw veldfout('ouder_id', 'Kies een onderdeel uit de lijst.');
  if (zelf !== null && metAlleOnder(alle.map((o) => ({ id: o.id, ouder: o.ouder_id })), zelf).has(ouderId)) {
    throw veldfout('ouder_id', 'Zo komt dit onderdeel onder zichzelf te staan. Kies een ander onderdeel.');
  }
}

/** Nobody, whoever it already was, or an active colleague that was typed or chosen. */
async function leidinggevendeVan(ctx: ActorContext, invoer: Invoer, huidig: Id | null): Promise<Id | null> {
  if (invoer.medewerker === null && invoer.medewerker_naam === '') return null;
  const nu = huidig === null ? undefined : await ctx.trx.selectFrom('medewerker').select(['naam', 'actief']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', huidig).executeTakeFirst();
  if (invoer.medewerker === null && nu?.actief && nu.naam === invoer.medewerker_naam) return huidig;
  return (await gekozenCollega(ctx, invoer)).id;
}

/**
 * Takes a department out of use, or back in. Out of use it is not to be chosen any more; what was reported there stays. Only
 * when nobody works there and nothing hangs under it, so that no colleague is without a leidinggevende by accident.
 */
export const zetOnderdeelActief = handeling({
  naam: 'inrichting.wijzigen',
  invoer: z.object({ id: id('Open het onderdeel opnieuw.'), versie, actief: vinkje }),
  async voerUit(ctx) {
    const { invoer, trx, organisatieId } = ctx;
    await organisatieOpSlot(ctx);
    const oud = gelijkeVersie(await trx.selectFrom('onderdeel').select(['id', 'versie', 'ouder_id']).where('organisatie_id', '=', organisatieId).where('id', '=', invoer.id).executeTakeFirst(), invoer.versie);
    if (!invoer.actief) {
      const redenen = await nogInGebruik(ctx, oud.id);
      if (redenen.length > 0) throw fout('conflict.toestand', { redenen });
    } else if (oud.ouder_id !== null && !(await bestaat(ctx, 'onderdeel', oud.ouder_id, true))) {
      throw fout('conflict.toestand', { redenen: ['Het onderdeel hierboven is zelf niet in gebruik. Neem dat eerst weer in gebruik.'] });
    }
    await zonderEigenZicht(ctx, '', () =>
      trx.updateTable('onderdeel').set((eb) => ({ actief: invoer.actief, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', organisatieId).where('id', '=', oud.id).execute());
    return { resultaat: { id: oud.id, actief: invoer.actief }, object: { soort: 'onderdeel', id: oud.id }, journaal: { actief: invoer.actief } };
  },
});

/** Why a department cannot go out of use yet. */
export async function nogInGebruik({ trx, organisatieId }: Pick<ActorContext, 'trx' | 'organisatieId'>, onderdeelId: Id): Promise<string[]> {
  const tel = async (tabel: 'medewerker' | 'onderdeel', kolom: 'onderdeel_id' | 'ouder_id'): Promise<number> =>
    Number((await trx.selectFrom(tabel).select((eb) => eb.fn.countAll<number>().as('n')).where('organisatie_id', '=', organisatieId).where(kolom as never, '=', onderdeelId as never).where('actief', '=', true).executeTakeFirstOrThrow()).n);
  const [mensen, kinderen] = await Promise.all([tel('medewerker', 'onderdeel_id'), tel('onderdeel', 'ouder_id')]);
  return [
    ...(mensen > 0 ? [mensen === 1 ? 'Er werkt hier nog 1 collega. Geef die eerst een ander onderdeel.' : `Er werken hier nog ${mensen} collega’s. Geef hen eerst een ander onderdeel.`] : []),
    ...(kinderen > 0 ? [kinderen === 1 ? 'Er hangt nog 1 onderdeel onder. Hang dat eerst ergens anders onder.' : `Er hangen nog ${kinderen} onderdelen onder. Hang die eerst ergens anders onder.`] : []),
  ];
}
