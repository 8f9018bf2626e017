import { z } from 'zod';
import type { Temporal } from 'temporal-polyfill';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, keuzeOfNiets, tekst } from '../../kern/invoer.ts';
import { ontvangersVan, type Geadresseerde } from '../../inrichting/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { dossierOpSlot, legVast, stelInKennis, voegZoektekstToe, zetTermijn, type DossierOnderwerp } from '../../dossier/index.ts';

/** Adds something to a report: what came to mind later, or what happened since. It cannot be changed afterwards. */
export const vulMeldingAan = handeling({
  naam: 'melding.aanvullen',
  invoer: z.object({ id: id('Open je melding opnieuw.'), tekst: tekst({ verplicht: 'Schrijf wat je wilt toevoegen.' }) }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { dossierId } = ctx.onderwerp;
    const nieuw = ctx.nieuwId();
    await ctx.trx.insertInto('aanvulling').values({ organisatie_id: ctx.organisatieId, id: nieuw, dossier_id: dossierId, door: ctx.actor.id, op: ctx.nu, tekst: ctx.invoer.tekst }).execute();
    await voegZoektekstToe(ctx, dossierId, ctx.invoer.tekst);
    await legVast(ctx, { dossierId, soort: 'aangevuld', door: ctx.actor.id });
    for (const aanId of await wieVolgt(ctx)) await stelInKennis(ctx, { dossierId, aanId, soort: 'aanvulling' });
    return { resultaat: { id: dossierId }, journaal: { aanvulling: nieuw } };
  },
});

export interface Spreekbelofte {
  id: Id;
  /** By when someone calls, as an instant in ISO 8601; null when no clock was set. Who it is stands on the page: an answer is kept, and told by way of a cookie. */
  uiterlijk: string | null;
}

/**
 * "Ik wil iemand spreken": tells whoever cares for this colleague and starts a clock, so that it cannot be forgotten. Asking
 * again while someone is already going to call changes nothing, unless someone else is asked for.
 */
export const vraagGesprek = handeling({
  naam: 'melding.spreken',
  invoer: z.object({ id: id('Open je melding opnieuw.'), met: keuzeOfNiets(['vast', 'adviseur'] as const, 'Kies met wie je wilt spreken.'), tekst: tekst({ max: 2_000 }) }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { onderwerp, invoer, actor } = ctx;
    const { dossierId, feiten } = onderwerp;
    const ontvangtNazorg = feiten.slachtoffers.includes(actor.id) || feiten.getuigen.includes(actor.id);
    const aanId = await wieBelt(ctx, invoer.met === 'adviseur' || !ontvangtNazorg ? 'adviseur' : 'vast');
    if (aanId === null) throw veldfout('met', 'We vinden niemand die je kan bellen. Bel het opvangteam of je beheerder.');
    const belofte = (op: Temporal.Instant | null): { resultaat: Spreekbelofte } => ({ resultaat: { id: dossierId, uiterlijk: op?.toString() ?? null } });
    const loopt = await ctx.trx.selectFrom('termijn').select('verval_op').where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('soort', '=', 'spreken')
      .where('voor_id', '=', actor.id).where('aan_id', '=', aanId).where('afgerond_op', 'is', null).executeTakeFirst();
    await legVast(ctx, { dossierId, soort: 'spreken_gevraagd', door: actor.id, gegevens: invoer.tekst === '' ? {} : { tekst: invoer.tekst } });
    if (loopt) return belofte(loopt.verval_op);
    await stelInKennis(ctx, { dossierId, aanId, soort: 'spreken-gevraagd' });
    // A closed dossier has no clocks; the message is all, and whoever gets it can open it again.
    if (onderwerp.status === 'gesloten') return belofte(null);
    const { vervalOp } = await zetTermijn(ctx, { dossierId, soort: 'spreken', compartiment: feiten.compartiment, voorId: actor.id, aanId });
    return belofte(vervalOp);
  },
});

type Ctx = ActorContext & { onderwerp: DossierOnderwerp };

function adres(ctx: Ctx): Geadresseerde {
  const { feiten } = ctx.onderwerp;
  const onderdeelId = feiten.onderdelen[0];
  if (onderdeelId === undefined) throw fout('niet-gevonden');
  return { compartiment: feiten.compartiment, onderdeelId, buitenLeidinggevende: feiten.route === 'buiten_leidinggevende', niet: [ctx.actor.id, ...feiten.slachtoffers, ...feiten.veroorzakers] };
}

/** Who calls back: the appointed contact person, else who cares for this colleague, else the first in line for the dossier. */
async function wieBelt(ctx: Ctx, met: 'vast' | 'adviseur'): Promise<Id | null> {
  const g = adres(ctx);
  const eersteVan = async (soort: 'adviseur' | 'griffier' | 'leidinggevende'): Promise<Id | null> => (await ontvangersVan(ctx, soort, g))[0] ?? null;
  if (met === 'adviseur') return eersteVan('adviseur');
  const { feiten, dossierId } = ctx.onderwerp;
  if (feiten.aanspreekpunt !== null && !g.niet.includes(feiten.aanspreekpunt)) return feiten.aanspreekpunt;
  const helper = await ctx.trx.selectFrom('helper').select('medewerker_id').where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('voor_id', '=', ctx.actor.id).where('tot', 'is', null).executeTakeFirst();
  if (helper && !feiten.veroorzakers.includes(helper.medewerker_id)) return helper.medewerker_id;
  return eersteVan(g.compartiment === 'politiek' ? 'griffier' : g.buitenLeidinggevende ? 'adviseur' : 'leidinggevende');
}

/** Who must know that something was added: the contact person, or whoever directs the dossier. */
async function wieVolgt(ctx: Ctx): Promise<Id[]> {
  const g = adres(ctx);
  const { aanspreekpunt } = ctx.onderwerp.feiten;
  if (aanspreekpunt !== null && !g.niet.includes(aanspreekpunt)) return [aanspreekpunt];
  return ontvangersVan(ctx, g.compartiment === 'politiek' ? 'griffier' : 'adviseur', g);
}
