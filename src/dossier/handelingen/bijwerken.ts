import { sql } from 'kysely';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, idOfNiets, keuzeOfNiets, tekst, versie, vinkje } from '../../kern/invoer.ts';
import { collegaVelden, gekozenCollega } from '../../inrichting/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { legVast } from '../gebeurtenis.ts';
import { dossierOpSlot, type DossierOnderwerp } from '../onderwerp.ts';
import { bepaalErnst } from '../regels/ernst.ts';
import { ernstcodes, gevolgcodes, kanaalcodes, wcodes, type Gevolg, type W } from '../regels/woorden.ts';
import { rondTermijnAf } from '../termijnen.ts';

const opSlot = (ctx: ActorContext, i: { id: Id }): Promise<DossierOnderwerp | null> => dossierOpSlot(ctx, i.id);

/** Refuses when the form was opened on an older version of the dossier than there is now. */
export function gelijkeVersie(onderwerp: DossierOnderwerp, gestuurd: number): void {
  if (onderwerp.versie !== gestuurd) throw fout('conflict.gewijzigd');
}

/** Changes the dossier's own row and its version; a new dossier is being handled from the first change on. */
export async function wijzigDossier(ctx: ActorContext, dossierId: Id, set: Record<string, unknown>): Promise<void> {
  await ctx.trx.updateTable('dossier').set((eb) => ({ ...set, versie: eb('versie', '+', 1), status: sql<'nieuw' | 'in_behandeling' | 'gesloten'>`case when status = 'nieuw' then 'in_behandeling' else status end`, ...('status' in set ? { status: set.status as 'gesloten' } : {}) }))
    .where('organisatie_id', '=', ctx.organisatieId).where('id', '=', dossierId).execute();
}

/** Adds to what search finds a dossier by. */
export async function voegZoektekstToe(ctx: ActorContext, dossierId: Id, erbij: string): Promise<void> {
  if (erbij === '') return;
  await ctx.trx.updateTable('zoektekst').set({ tekst: sql<string>`tekst || E'\n' || ${erbij}` }).where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).execute();
}

/** "I have seen it": stops the ladder that tells the next in line (functies B7). */
export const bevestigMelding = handeling({
  naam: 'dossier.bevestigen',
  invoer: z.object({ id: id('Open het dossier opnieuw.') }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { dossierId } = ctx.onderwerp;
    await ctx.trx.updateTable('kennisgeving').set({ bevestigd_op: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId)
      .where('aan_id', '=', ctx.actor.id).where('bevestigd_op', 'is', null).execute();
    const eerste = await rondTermijnAf(ctx, { dossierId, soort: 'gezien', door: ctx.actor.id, uitkomst: 'gedaan' });
    if (eerste > 0) {
      await legVast(ctx, { dossierId, soort: 'bevestigd', door: ctx.actor.id, voor: 'slachtoffer' });
      await wijzigDossier(ctx, dossierId, {});
    }
    return { resultaat: { id: dossierId } };
  },
});

const toedrachtcodes = [...wcodes, ...gevolgcodes] as const;
const toedrachtvelden = Object.fromEntries(toedrachtcodes.map((code) => [code, tekst({ max: 5_000 })])) as Record<W | Gevolg, ReturnType<typeof tekst>>;

/** Completes what happened: title, channel, place, the seven W's (functies B4, B5). */
export const vulAan = handeling({
  naam: 'dossier.aanvullen',
  invoer: z.object({
    id: id('Open het dossier opnieuw.'), versie,
    titel: tekst({ max: 120, verplicht: 'Geef het dossier een korte titel.' }),
    kanaal: keuzeOfNiets(kanaalcodes, 'Kies hoe het contact was.'),
    locatie_id: idOfNiets('Kies een locatie uit de lijst.'),
    plek: tekst({ max: 300 }),
    bijna: vinkje,
    ...toedrachtvelden,
  }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    gelijkeVersie(onderwerp, invoer.versie);
    if (invoer.locatie_id !== null) {
      const bestaat = await ctx.trx.selectFrom('locatie').select('id').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', invoer.locatie_id).executeTakeFirst();
      if (!bestaat) throw veldfout('locatie_id', 'Kies een locatie uit de lijst.');
    }
    const toedracht = Object.fromEntries(toedrachtcodes.map((code) => [code, invoer[code]]).filter(([, antwoord]) => antwoord !== ''));
    await wijzigDossier(ctx, onderwerp.dossierId, {
      titel: invoer.titel, kanaal: invoer.kanaal ?? null, locatie_id: invoer.locatie_id, plek: invoer.plek, bijna: invoer.bijna, toedracht: JSON.stringify(toedracht),
    });
    await voegZoektekstToe(ctx, onderwerp.dossierId, [invoer.titel, invoer.plek, ...Object.values(toedracht)].join('\n').trim());
    await legVast(ctx, { dossierId: onderwerp.dossierId, soort: 'bijgewerkt', door: ctx.actor.id });
    return { resultaat: { id: onderwerp.dossierId } };
  },
});

const vormIds = z.preprocess((w) => (w === undefined || w === '' ? [] : Array.isArray(w) ? w : [w]), z.array(z.string()).min(1, 'Kies minstens één vorm van agressie.'));

/**
 * Establishes the forms of aggression; severity follows by rule. Who sets it otherwise gives a reason, and both stay visible.
 */
export const classificeer = handeling({
  naam: 'dossier.classificeren',
  invoer: z.object({ id: id('Open het dossier opnieuw.'), versie, vormen: vormIds, ernst: keuzeOfNiets(ernstcodes, 'Kies hoe ernstig het is.'), ernst_reden: tekst({ max: 2_000 }) }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    gelijkeVersie(onderwerp, invoer.versie);
    const vormen = (await ctx.trx.selectFrom('agressievorm').select(['id', 'naam', 'gewicht']).where('organisatie_id', '=', ctx.organisatieId).execute()).filter((v) => invoer.vormen.includes(v.id));
    if (vormen.length !== new Set(invoer.vormen).size) throw veldfout('vormen', 'Kies een vorm uit de lijst.');
    const d = await ctx.trx.selectFrom('dossier').select(['kanaal', 'bijna', 'ernst']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', onderwerp.dossierId).executeTakeFirstOrThrow();
    const volgensRegel = bepaalErnst({ vormen, kanaal: d.kanaal, bijna: d.bijna, aangifteGewenst: false, wilGebeldWorden: false });
    const ernst = invoer.ernst ?? volgensRegel.ernst;
    const anders = ernst !== volgensRegel.ernst;
    if (anders && invoer.ernst_reden === '') throw veldfout('ernst_reden', `De regel komt uit op ‘${volgensRegel.ernst}’. Schrijf waarom je ‘${ernst}’ kiest.`);
    await ctx.trx.deleteFrom('dossiervorm').where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', onderwerp.dossierId).execute();
    await ctx.trx.insertInto('dossiervorm').values(vormen.map((v) => ({ organisatie_id: ctx.organisatieId, dossier_id: onderwerp.dossierId, vorm_id: v.id }))).execute();
    await wijzigDossier(ctx, onderwerp.dossierId, { ernst, ernst_uitleg: volgensRegel.uitleg, ernst_reden: anders ? invoer.ernst_reden : null });
    await legVast(ctx, {
      dossierId: onderwerp.dossierId, soort: d.ernst === ernst ? 'geclassificeerd' : 'ernst_gewijzigd', door: ctx.actor.id,
      gegevens: { vormen: vormen.map((v) => v.naam), van: d.ernst, naar: ernst, ...(anders ? { reden: invoer.ernst_reden } : {}) },
    });
    return { resultaat: { id: onderwerp.dossierId } };
  },
});

/** A note for the handlers; it cannot be changed afterwards. */
export const maakNotitie = handeling({
  naam: 'dossier.notitie',
  invoer: z.object({ id: id('Open het dossier opnieuw.'), tekst: tekst({ verplicht: 'Schrijf eerst je notitie.' }) }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    await legVast(ctx, { dossierId: ctx.onderwerp.dossierId, soort: 'notitie', door: ctx.actor.id, gegevens: { tekst: ctx.invoer.tekst } });
    await voegZoektekstToe(ctx, ctx.onderwerp.dossierId, ctx.invoer.tekst);
    return { resultaat: { id: ctx.onderwerp.dossierId } };
  },
});

/** Appoints the one contact person, who unburdens the slachtoffer and reports back (functies H3). */
export const wijsAanspreekpuntAan = handeling({
  naam: 'dossier.toewijzen',
  invoer: z.object({ id: id('Open het dossier opnieuw.'), versie, ...collegaVelden }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    gelijkeVersie(onderwerp, invoer.versie);
    const wie = await gekozenCollega(ctx, invoer);
    if (onderwerp.feiten.veroorzakers.includes(wie.id) || onderwerp.feiten.slachtoffers.includes(wie.id)) throw veldfout('medewerker_naam', 'Deze collega is zelf betrokken. Kies iemand anders.');
    await wijzigDossier(ctx, onderwerp.dossierId, { aanspreekpunt_id: wie.id });
    await legVast(ctx, { dossierId: onderwerp.dossierId, soort: 'aanspreekpunt', door: ctx.actor.id, voor: 'slachtoffer', gegevens: { wie: wie.id } });
    return { resultaat: { id: onderwerp.dossierId } };
  },
});

/** Takes up a closed dossier again, with a reason. */
export const heropenDossier = handeling({
  naam: 'dossier.heropenen',
  invoer: z.object({ id: id('Open het dossier opnieuw.'), reden: tekst({ max: 2_000, verplicht: 'Schrijf waarom het dossier weer open moet.' }) }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    await wijzigDossier(ctx, ctx.onderwerp.dossierId, { status: 'in_behandeling', gesloten_op: null, gesloten_reden: null });
    await legVast(ctx, { dossierId: ctx.onderwerp.dossierId, soort: 'heropend', door: ctx.actor.id, voor: 'slachtoffer', gegevens: { reden: ctx.invoer.reden } });
    return { resultaat: { id: ctx.onderwerp.dossierId } };
  },
});
