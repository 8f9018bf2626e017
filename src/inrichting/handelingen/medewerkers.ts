import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, idOfNiets, keuze, tekst, versie, vinkje } from '../../kern/invoer.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { email, sleutel, telefoon } from '../csv/waarden.ts';
import { persoonsoortcodes } from '../regels/woorden.ts';
import { bestaat, gelijkeVersie, gewijzigd, organisatieOpSlot, uniek, zonderEigenZicht } from './gedeeld.ts';

const velden = {
  voornaam: tekst({ max: 100, verplicht: 'Vul de voornaam in.' }),
  tussenvoegsel: tekst({ max: 30 }),
  achternaam: tekst({ max: 100, verplicht: 'Vul de achternaam in.' }),
  personeelsnummer: tekst({ max: 40, verplicht: 'Vul het personeelsnummer in.' }).pipe(sleutel(40)),
  soort: keuze(persoonsoortcodes, 'Kies wat voor medewerker het is.'),
  werkgever: tekst({ max: 200 }),
  email: tekst({ max: 254 }).pipe(email),
  telefoon: tekst({ max: 30 }).pipe(telefoon),
  onderdeel_id: id('Kies een onderdeel uit de lijst.'),
  functie_id: idOfNiets('Kies een functie uit de lijst.'),
  locatie_id: idOfNiets('Kies een locatie uit de lijst.'),
};
type Invoer = z.output<z.ZodObject<typeof velden>>;

/** Adds a colleague. He can sign in at once, when the identity provider or the account room knows him. */
export const voegMedewerkerToe = handeling({
  naam: 'inrichting.wijzigen',
  invoer: z.object(velden),
  async voerUit(ctx) {
    await organisatieOpSlot(ctx);
    await toets(ctx, ctx.invoer, null);
    const nieuw = ctx.nieuwId();
    await ctx.trx.insertInto('medewerker').values({ organisatie_id: ctx.organisatieId, id: nieuw, ...rijVan(ctx.invoer) }).execute();
    return { resultaat: { id: nieuw }, object: { soort: 'medewerker', id: nieuw } };
  },
});

/** Changes a colleague. In another department he has another leidinggevende from now on, also for dossiers he is in. */
export const wijzigMedewerker = handeling({
  naam: 'inrichting.wijzigen',
  invoer: z.object({ id: id('Open de medewerker opnieuw.'), versie, ...velden }),
  async voerUit(ctx) {
    const { id: wie, versie: gezien, ...invoer } = ctx.invoer;
    await organisatieOpSlot(ctx);
    const oud = gelijkeVersie(await ctx.trx.selectFrom('medewerker').selectAll().where('organisatie_id', '=', ctx.organisatieId).where('id', '=', wie).executeTakeFirst(), gezien);
    await toets(ctx, invoer, oud);
    const nieuw = rijVan(invoer);
    await zonderEigenZicht(ctx, 'onderdeel_id', () =>
      ctx.trx.updateTable('medewerker').set((eb) => ({ ...nieuw, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', wie).execute());
    return { resultaat: { id: wie }, object: { soort: 'medewerker', id: wie }, journaal: { velden: gewijzigd(oud, nieuw) } };
  },
});

function rijVan(invoer: Invoer): Invoer {
  return { ...invoer, werkgever: invoer.soort === 'ingehuurd' ? invoer.werkgever : '' };
}

/** A place that went out of use stays with who already has it, and is not given to anyone else. */
async function toets(ctx: ActorContext, invoer: Invoer, oud: { id: Id; onderdeel_id: Id; functie_id: Id | null; locatie_id: Id | null } | null): Promise<void> {
  await uniek(ctx, 'medewerker', 'personeelsnummer', invoer.personeelsnummer, oud?.id ?? null, 'Dit personeelsnummer is al van een andere medewerker.');
  await uniek(ctx, 'medewerker', 'email', invoer.email, oud?.id ?? null, 'Dit e-mailadres is al van een andere medewerker.');
  if (invoer.soort === 'ingehuurd' && invoer.werkgever === '') throw veldfout('werkgever', 'Vul het bedrijf in dat deze collega in dienst heeft.');
  if (!(await bestaat(ctx, 'onderdeel', invoer.onderdeel_id, invoer.onderdeel_id !== oud?.onderdeel_id))) throw veldfout('onderdeel_id', 'Kies een onderdeel uit de lijst.');
  if (invoer.functie_id !== null && !(await bestaat(ctx, 'functie', invoer.functie_id, invoer.functie_id !== oud?.functie_id))) throw veldfout('functie_id', 'Kies een functie uit de lijst.');
  if (invoer.locatie_id !== null && !(await bestaat(ctx, 'locatie', invoer.locatie_id, invoer.locatie_id !== oud?.locatie_id))) throw veldfout('locatie_id', 'Kies een locatie uit de lijst.');
}

/**
 * Takes a colleague out of service, or back in. Out of service he is signed out at once, leads nothing and has no role any more;
 * what he did stays. Back in service he starts without roles: whoever gives them does so again.
 */
export const zetMedewerkerActief = handeling({
  naam: 'inrichting.wijzigen',
  invoer: z.object({ id: id('Open de medewerker opnieuw.'), versie, actief: vinkje }),
  async voerUit(ctx) {
    const { invoer, trx, organisatieId } = ctx;
    await organisatieOpSlot(ctx);
    const oud = gelijkeVersie(await trx.selectFrom('medewerker').select(['id', 'versie', 'onderdeel_id']).where('organisatie_id', '=', organisatieId).where('id', '=', invoer.id).executeTakeFirst(), invoer.versie);
    if (oud.id === ctx.actor.id) throw fout('conflict.toestand', { redenen: ['Jezelf zet je niet uit dienst. Vraag een andere beheerder.'] });
    if (invoer.actief && !(await bestaat(ctx, 'onderdeel', oud.onderdeel_id, true))) throw fout('conflict.toestand', { redenen: ['Het onderdeel van deze collega is niet meer in gebruik. Geef de collega eerst een ander onderdeel.'] });
    await trx.updateTable('medewerker').set((eb) => ({ actief: invoer.actief, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', organisatieId).where('id', '=', oud.id).execute();
    const los = invoer.actief ? { onderdelen: 0, rollen: 0 } : await maakLos(ctx, [oud.id]);
    return { resultaat: { id: oud.id, actief: invoer.actief }, object: { soort: 'medewerker', id: oud.id }, journaal: { actief: invoer.actief, ...los } };
  },
});

/** Whoever is out of service leads no department and has no role. Answers how many of each there were. */
export async function maakLos({ trx, organisatieId, nu }: Pick<ActorContext, 'trx' | 'organisatieId' | 'nu'>, ids: readonly Id[]): Promise<{ onderdelen: number; rollen: number }> {
  if (ids.length === 0) return { onderdelen: 0, rollen: 0 };
  const onderdelen = await trx.updateTable('onderdeel').set((eb) => ({ leidinggevende_id: null, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', organisatieId).where('leidinggevende_id', 'in', [...ids]).executeTakeFirst();
  const rollen = await trx.updateTable('roltoekenning').set({ ingetrokken_op: nu }).where('organisatie_id', '=', organisatieId).where('medewerker_id', 'in', [...ids]).where('ingetrokken_op', 'is', null).executeTakeFirst();
  return { onderdelen: Number(onderdelen.numUpdatedRows), rollen: Number(rollen.numUpdatedRows) };
}
