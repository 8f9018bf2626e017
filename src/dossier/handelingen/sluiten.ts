import { sql } from 'kysely';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, keuze, tekst, versie } from '../../kern/invoer.ts';
import { dagVan, leesDatum, leesTijd, momentVan } from '../../kern/tijd/index.ts';
import { Temporal } from 'temporal-polyfill';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { legVast } from '../gebeurtenis.ts';
import { dossierOpSlot, type DossierOnderwerp } from '../onderwerp.ts';
import { kloksoorten, verzetTermijn, type Kloksoort } from '../termijnen.ts';
import { gelijkeVersie, wijzigDossier } from './bijwerken.ts';

/** What a room says still stands in the way of closing, as sentences for people; empty when nothing does. */
export type Sluitvoorwaarde = (ctx: Pick<ActorContext, 'trx' | 'organisatieId'>, onderwerp: DossierOnderwerp) => Promise<string[]>;

/** The dossier's own condition: no clock is running. */
export const geenOpenTermijn: Sluitvoorwaarde = async (ctx, onderwerp) => {
  const open = await ctx.trx.selectFrom('termijn').select('soort').where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', onderwerp.dossierId).where('afgerond_op', 'is', null).orderBy('verval_op').execute();
  return [...new Set(open.map((t) => t.soort))].map((soort) => `Er loopt nog een termijn: ${kloksoorten[soort as Kloksoort] ?? soort}.`);
};

/** Makes the act of closing with the conditions of all rooms (functies B8): what is missing is named. */
export function maakSluiten(voorwaarden: readonly Sluitvoorwaarde[]) {
  return handeling({
    naam: 'dossier.sluiten',
    invoer: z.object({ id: id('Open het dossier opnieuw.'), versie, reden: tekst({ max: 2_000, verplicht: 'Schrijf in een paar zinnen hoe het is afgelopen.' }) }),
    onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
    async voerUit(ctx) {
      gelijkeVersie(ctx.onderwerp, ctx.invoer.versie);
      const redenen: string[] = [];
      for (const voorwaarde of voorwaarden) redenen.push(...(await voorwaarde(ctx, ctx.onderwerp)));
      if (redenen.length > 0) throw fout('dossier.niet-te-sluiten', { redenen });
      await wijzigDossier(ctx, ctx.onderwerp.dossierId, { status: 'gesloten', gesloten_op: ctx.nu, gesloten_reden: ctx.invoer.reden });
      await legVast(ctx, { dossierId: ctx.onderwerp.dossierId, soort: 'gesloten', door: ctx.actor.id, voor: 'slachtoffer' });
      return { resultaat: { id: ctx.onderwerp.dossierId } };
    },
  });
}

/** Kinds of clock that only their own act ends: a conversation, a feedback, an evaluation is not done by saying so. */
const eigenAct = ['terugkoppeling', 'nazorg_24u', 'gezien', 'gesprek', 'afspraak', 'evaluatie', 'herstel', 'besluit_maatregel'];
/** Kinds of clock that are kept on a page of their own: their moment stands in a letter. */
const eigenPlek = ['wederhoor', 'wederhoor_achteraf'];

/** Ends a clock, or puts it on another moment, with the reason. */
export const regelTermijn = handeling({
  naam: 'termijn.afronden',
  invoer: z.object({
    id: id('Open het dossier opnieuw.'), termijn: id('Open het dossier opnieuw.'), versie, wat: keuze(['afronden', 'verzetten'] as const, 'Kies of je afrondt of verzet.'),
    datum: tekst({ max: 60 }), tijd: tekst({ max: 30 }), reden: tekst({ max: 2_000, verplicht: 'Schrijf waarom.' }),
  }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    const t = await ctx.trx.selectFrom('termijn').select(['soort', 'versie']).where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', onderwerp.dossierId)
      .where('id', '=', invoer.termijn).where('afgerond_op', 'is', null).executeTakeFirst();
    if (!t) throw fout('niet-gevonden');
    if (t.versie !== invoer.versie) throw fout('conflict.gewijzigd');
    if (eigenPlek.includes(t.soort)) throw veldfout('wat', 'Deze termijn regel je bij Wederhoor.');
    if (invoer.wat === 'verzetten') {
      const vervalOp = nieuwMoment(invoer, ctx.nu);
      await verzetTermijn(ctx, { id: invoer.termijn, vervalOp, versie: invoer.versie });
      await legVast(ctx, { dossierId: onderwerp.dossierId, soort: 'termijn_verzet', door: ctx.actor.id, gegevens: { termijn: t.soort, reden: invoer.reden, naar: vervalOp.toString() } });
    } else {
      if (eigenAct.includes(t.soort)) throw veldfout('wat', 'Deze termijn gaat dicht als het gedaan is. Leg dat vast, of verzet de termijn.');
      await ctx.trx.updateTable('termijn').set((eb) => ({ afgerond_op: ctx.nu, afgerond_door: ctx.actor.id, uitkomst: 'met_reden', volgende_stap_op: null, versie: eb('versie', '+', 1) }))
        .where('organisatie_id', '=', ctx.organisatieId).where('id', '=', invoer.termijn).execute();
      await legVast(ctx, { dossierId: onderwerp.dossierId, soort: 'termijn_afgerond', door: ctx.actor.id, gegevens: { termijn: t.soort, reden: invoer.reden } });
    }
    return { resultaat: { id: onderwerp.dossierId } };
  },
});

function nieuwMoment(invoer: { datum: string; tijd: string }, nu: Temporal.Instant): Temporal.Instant {
  const dag = leesDatum(invoer.datum, dagVan(nu), 'toekomst');
  if (!dag.ok) throw veldfout('datum', dag.bericht);
  const tijd = leesTijd(invoer.tijd === '' ? '17.00' : invoer.tijd);
  if (!tijd.ok) throw veldfout('tijd', tijd.bericht);
  const moment = momentVan(dag.waarde, tijd.waarde);
  if (Temporal.Instant.compare(moment, nu) <= 0) throw veldfout('datum', 'Dit moment is al geweest. Kies een later moment.');
  return moment;
}

/** Moves what a room hangs on one dossier to another, in the transaction that joins them. */
export type Verhuizer = (ctx: ActorContext, van: Id, naar: Id) => Promise<void>;

/**
 * Makes the act that joins this dossier to another of the same event: its people, files and what the rooms hang on it go along, its
 * clocks end, and it is closed with a pointer. Both must be in reach of whoever joins, and in one compartment.
 */
export function maakSamenvoegen(verhuizers: readonly Verhuizer[]) {
  return handeling({
    naam: 'dossier.koppelen',
    invoer: z.object({ id: id('Open het dossier opnieuw.'), versie, doel: id('Kies het dossier waar dit bij hoort.') }),
    onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
    async voerUit(ctx) {
      const { invoer, onderwerp } = ctx;
      gelijkeVersie(onderwerp, invoer.versie);
      const doel = invoer.doel === onderwerp.dossierId ? null : await dossierOpSlot(ctx, invoer.doel);
      if (!doel || doel.status === 'gesloten' || doel.feiten.compartiment !== onderwerp.feiten.compartiment || ![...doel.hoedanigheden].some((h) => h === 'adviseur' || h === 'griffier')) {
        throw veldfout('doel', 'Kies een ander, open dossier.');
      }
      await verhuis(ctx, onderwerp.dossierId, doel.dossierId);
      for (const verhuizer of verhuizers) await verhuizer(ctx, onderwerp.dossierId, doel.dossierId);
      await wijzigDossier(ctx, onderwerp.dossierId, { status: 'gesloten', gesloten_op: ctx.nu, gesloten_reden: `Hoort bij dossier ${doel.nummer}.`, samengevoegd_in: doel.dossierId });
      // The strictest route of the two counts: who asked to keep it from his leidinggevende still does.
      await wijzigDossier(ctx, doel.dossierId, onderwerp.feiten.route === 'buiten_leidinggevende' ? { route: 'buiten_leidinggevende' } : {});
      await legVast(ctx, { dossierId: onderwerp.dossierId, soort: 'samengevoegd', door: ctx.actor.id, voor: 'slachtoffer', gegevens: { in: doel.dossierId } });
      await legVast(ctx, { dossierId: doel.dossierId, soort: 'samengevoegd', door: ctx.actor.id, gegevens: { van: onderwerp.dossierId } });
      return { resultaat: { id: doel.dossierId }, journaal: { van: onderwerp.dossierId, in: doel.dossierId } };
    },
  });
}

async function verhuis(ctx: ActorContext, van: Id, naar: Id): Promise<void> {
  const org = ctx.organisatieId;
  await sql`insert into betrokkene (organisatie_id, id, dossier_id, rol, soort, medewerker_id, naam, omschrijving, contact, toegevoegd_op)
    select organisatie_id, gen_random_uuid(), ${naar}::uuid, rol, soort, medewerker_id, naam, omschrijving, contact, ${ctx.nu}::timestamptz from betrokkene
    where organisatie_id = ${org} and dossier_id = ${van} and vervallen_op is null on conflict do nothing`.execute(ctx.trx);
  await sql`insert into dossiervorm select organisatie_id, ${naar}::uuid, vorm_id from dossiervorm where organisatie_id = ${org} and dossier_id = ${van} on conflict do nothing`.execute(ctx.trx);
  await ctx.trx.updateTable('bestand').set({ dossier_id: naar }).where('organisatie_id', '=', org).where('dossier_id', '=', van).execute();
  // What was promised to each colleague goes on in the other dossier; the other clocks run there already.
  await ctx.trx.updateTable('termijn').set({ dossier_id: naar }).where('organisatie_id', '=', org).where('dossier_id', '=', van).where('afgerond_op', 'is', null)
    .where((eb) => eb.or([eb('soort', 'like', 'nazorg%'), eb('soort', 'in', ['spreken', 'terugkoppeling'])])).execute();
  await ctx.trx.updateTable('beslisser').set({ dossier_id: naar }).where('organisatie_id', '=', org).where('dossier_id', '=', van).where('tot', 'is', null).execute();
  await ctx.trx.updateTable('helper').set({ dossier_id: naar }).where('organisatie_id', '=', org).where('dossier_id', '=', van).where('tot', 'is', null).execute();
  await ctx.trx.updateTable('termijn').set({ afgerond_op: ctx.nu, afgerond_door: ctx.actor.id, uitkomst: 'samengevoegd', volgende_stap_op: null }).where('organisatie_id', '=', org).where('dossier_id', '=', van).where('afgerond_op', 'is', null).execute();
  await sql`update zoektekst d set tekst = d.tekst || E'\n' || b.tekst from zoektekst b where d.organisatie_id = ${org} and d.dossier_id = ${naar} and b.organisatie_id = ${org} and b.dossier_id = ${van}`.execute(ctx.trx);
}
