import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import { id, keuze, tekst, versie, vinkje } from '../../kern/invoer.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { postcode, sleutel } from '../csv/waarden.ts';
import { geheelGetal } from '../invoer.ts';
import { gewichtcodes } from '../regels/woorden.ts';
import { gelijkeVersie, gewijzigd, organisatieOpSlot, uniek } from './gedeeld.ts';

const code = tekst({ max: 40, verplicht: 'Vul een korte code in.' }).pipe(sleutel(40));
const locatieVelden = {
  naam: tekst({ max: 200, verplicht: 'Vul de naam van de locatie in.' }), code, adres: tekst({ max: 200 }), postcode: tekst({ max: 10 }).pipe(postcode), plaats: tekst({ max: 100 }),
};
const functieVelden = { naam: tekst({ max: 200, verplicht: 'Vul de naam van de functie in.' }), code };
const wie = { id: id('Open de pagina opnieuw.'), versie };
const LOCATIECODE = 'Deze code is al van een andere locatie. Kies een andere.';
const FUNCTIECODE = 'Deze code is al van een andere functie. Kies een andere.';

/** Adds a location. */
export const voegLocatieToe = handeling({
  naam: 'inrichting.wijzigen',
  invoer: z.object(locatieVelden),
  async voerUit(ctx) {
    await organisatieOpSlot(ctx);
    await uniek(ctx, 'locatie', 'code', ctx.invoer.code, null, LOCATIECODE);
    const nieuw = ctx.nieuwId();
    await ctx.trx.insertInto('locatie').values({ organisatie_id: ctx.organisatieId, id: nieuw, ...ctx.invoer }).execute();
    return { resultaat: { id: nieuw }, object: { soort: 'locatie', id: nieuw } };
  },
});

/** Changes a location; dossiers that name it show the new name. */
export const wijzigLocatie = handeling({
  naam: 'inrichting.wijzigen',
  invoer: z.object({ ...wie, ...locatieVelden }),
  async voerUit(ctx) {
    await organisatieOpSlot(ctx);
    const { id: welke, versie: gezien, ...nieuw } = ctx.invoer;
    const oud = gelijkeVersie(await rij(ctx, 'locatie', welke), gezien);
    await uniek(ctx, 'locatie', 'code', nieuw.code, welke, LOCATIECODE);
    await ctx.trx.updateTable('locatie').set((eb) => ({ ...nieuw, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', welke).execute();
    return { resultaat: { id: welke }, object: { soort: 'locatie', id: welke }, journaal: { velden: gewijzigd(oud, nieuw) } };
  },
});

/** Adds a function. */
export const voegFunctieToe = handeling({
  naam: 'inrichting.wijzigen',
  invoer: z.object(functieVelden),
  async voerUit(ctx) {
    await organisatieOpSlot(ctx);
    await uniek(ctx, 'functie', 'code', ctx.invoer.code, null, FUNCTIECODE);
    const nieuw = ctx.nieuwId();
    await ctx.trx.insertInto('functie').values({ organisatie_id: ctx.organisatieId, id: nieuw, ...ctx.invoer }).execute();
    return { resultaat: { id: nieuw }, object: { soort: 'functie', id: nieuw } };
  },
});

/** Changes a function. */
export const wijzigFunctie = handeling({
  naam: 'inrichting.wijzigen',
  invoer: z.object({ ...wie, ...functieVelden }),
  async voerUit(ctx) {
    await organisatieOpSlot(ctx);
    const { id: welke, versie: gezien, ...nieuw } = ctx.invoer;
    const oud = gelijkeVersie(await rij(ctx, 'functie', welke), gezien);
    await uniek(ctx, 'functie', 'code', nieuw.code, welke, FUNCTIECODE);
    await ctx.trx.updateTable('functie').set((eb) => ({ ...nieuw, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', welke).execute();
    return { resultaat: { id: welke }, object: { soort: 'functie', id: welke }, journaal: { velden: gewijzigd(oud, nieuw) } };
  },
});

function rij({ trx, organisatieId }: ActorContext, tabel: 'locatie' | 'functie', welke: string) {
  return trx.selectFrom(tabel).selectAll().where('organisatie_id', '=', organisatieId).where('id', '=', welke).executeTakeFirst();
}

/** Takes a location or a function out of use, or back in: it is not to be chosen any more, and stays where it was named. */
export const zetLijstActief = handeling({
  naam: 'inrichting.wijzigen',
  invoer: z.object({ ...wie, soort: keuze(['locatie', 'functie'] as const, 'Open de pagina opnieuw.'), actief: vinkje }),
  async voerUit(ctx) {
    const { invoer } = ctx;
    await organisatieOpSlot(ctx);
    gelijkeVersie(await rij(ctx, invoer.soort, invoer.id), invoer.versie);
    await ctx.trx.updateTable(invoer.soort).set((eb) => ({ actief: invoer.actief, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', invoer.id).execute();
    return { resultaat: { id: invoer.id, actief: invoer.actief }, object: { soort: invoer.soort, id: invoer.id }, journaal: { actief: invoer.actief } };
  },
});

const VOLGORDE = 'Vul een heel getal van 1 tot en met 999 in.';
const vormVelden = {
  naam: tekst({ max: 80, verplicht: 'Vul in hoe collega’s het noemen.' }), voorbeeld: tekst({ max: 200 }), gewicht: keuze(gewichtcodes, 'Kies hoe zwaar dit telt.'), volgorde: geheelGetal(1, 999, VOLGORDE),
};

/** Whoever sets terms sets the forms of aggression too, but not a griffier alone: these are for the whole organisation. */
function magVormen({ actor }: ActorContext): void {
  if (!actor.rollen.some((r) => r.rol === 'beheerder' || r.rol === 'adviseur')) throw fout('niet-gevonden');
}

/** Adds a form of aggression. Its code is made once and stays, so that figures over the years keep together. */
export const voegVormToe = handeling({
  naam: 'inrichting.termijnen',
  invoer: z.object(vormVelden),
  async voerUit(ctx) {
    magVormen(ctx);
    await organisatieOpSlot(ctx);
    const bezet = new Set((await ctx.trx.selectFrom('agressievorm').select('code').where('organisatie_id', '=', ctx.organisatieId).execute()).map((v) => v.code));
    const nieuw = ctx.nieuwId();
    await ctx.trx.insertInto('agressievorm').values({ organisatie_id: ctx.organisatieId, id: nieuw, code: codeVan(ctx.invoer.naam, bezet), ...ctx.invoer, gewicht: Number(ctx.invoer.gewicht) }).execute();
    return { resultaat: { id: nieuw }, object: { soort: 'agressievorm', id: nieuw } };
  },
});

/** A code from the name: "Dreigen via app" is dreigen_via_app; with a number behind it when that is taken. */
export function codeVan(naam: string, bezet: ReadonlySet<string>): string {
  const kaal = naam.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 40) || 'vorm';
  let uit = kaal;
  for (let n = 2; bezet.has(uit); n += 1) uit = `${kaal}_${n}`;
  return uit;
}

/** Changes a form of aggression. Dossiers that name it show the new name; their severity stays as it was judged. */
export const wijzigVorm = handeling({
  naam: 'inrichting.termijnen',
  invoer: z.object({ ...wie, ...vormVelden }),
  async voerUit(ctx) {
    magVormen(ctx);
    const { id: welke, versie: gezien, ...velden } = ctx.invoer;
    await organisatieOpSlot(ctx);
    const oud = gelijkeVersie(await ctx.trx.selectFrom('agressievorm').selectAll().where('organisatie_id', '=', ctx.organisatieId).where('id', '=', welke).executeTakeFirst(), gezien);
    const nieuw = { ...velden, gewicht: Number(velden.gewicht) };
    await ctx.trx.updateTable('agressievorm').set((eb) => ({ ...nieuw, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', welke).execute();
    return { resultaat: { id: welke }, object: { soort: 'agressievorm', id: welke }, journaal: { velden: gewijzigd(oud, nieuw) } };
  },
});

/** Takes a form of aggression out of the list for reporting, or puts it back. The last one stays: without a form nobody can report. */
export const zetVormActief = handeling({
  naam: 'inrichting.termijnen',
  invoer: z.object({ ...wie, actief: vinkje }),
  async voerUit(ctx) {
    magVormen(ctx);
    const { invoer, trx, organisatieId } = ctx;
    await organisatieOpSlot(ctx);
    const vormen = await trx.selectFrom('agressievorm').select(['id', 'versie', 'actief']).where('organisatie_id', '=', organisatieId).execute();
    gelijkeVersie(vormen.find((v) => v.id === invoer.id), invoer.versie);
    if (!invoer.actief && !vormen.some((v) => v.actief && v.id !== invoer.id)) throw fout('conflict.toestand', { redenen: ['Dit is de enige vorm die nog te kiezen is. Maak eerst een andere.'] });
    await trx.updateTable('agressievorm').set((eb) => ({ actief: invoer.actief, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', organisatieId).where('id', '=', invoer.id).execute();
    return { resultaat: { id: invoer.id, actief: invoer.actief }, object: { soort: 'agressievorm', id: invoer.id }, journaal: { actief: invoer.actief } };
  },
});
