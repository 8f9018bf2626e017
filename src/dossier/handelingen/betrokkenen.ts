import { sql } from 'kysely';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, keuze, tekst, versie } from '../../kern/invoer.ts';
import { collegaVelden, gekozenCollega } from '../../inrichting/index.ts';
import { handeling, type Context } from '../../platform/deuren/index.ts';
import { legVast } from '../gebeurtenis.ts';
import { stelInKennis } from '../kennisgeving.ts';
import { dossierOpSlot } from '../onderwerp.ts';
import { buitencodes, partijcodes, rolcodes } from '../regels/woorden.ts';
import { rondTermijnAf, zetTermijn } from '../termijnen.ts';
import { voegZoektekstToe, wijzigDossier } from './bijwerken.ts';

/** Adds someone to a dossier: a colleague, or a party from outside known by what there is (functies B4, E2). */
export const voegBetrokkeneToe = handeling({
  naam: 'dossier.betrokkene',
  invoer: z.object({
    id: id('Open het dossier opnieuw.'), rol: keuze(rolcodes, 'Kies welke rol iemand had.'), soort: keuze(partijcodes, 'Kies wie of wat het is.'),
    ...collegaVelden, naam: tekst({ max: 200 }), omschrijving: tekst({ max: 5_000 }), contact: tekst({ max: 300 }),
  }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    const { dossierId } = onderwerp;
    const medewerker = invoer.soort === 'medewerker';
    let medewerkerId: Id | null = null;
    if (medewerker) {
      const wie = await gekozenCollega(ctx, invoer);
      medewerkerId = wie.id;
      // Otherwise one act would make someone lose sight of the dossier he is handling himself.
      if (invoer.rol === 'veroorzaker' && wie.id === ctx.actor.id) throw veldfout('medewerker_naam', 'Je kunt jezelf niet als veroorzaker aanwijzen. Laat dit een ander doen.');
      const al = await ctx.trx.selectFrom('betrokkene').select('id').where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId)
        .where('rol', '=', invoer.rol).where('medewerker_id', '=', wie.id).where('vervallen_op', 'is', null).executeTakeFirst();
      if (al) throw veldfout('medewerker_naam', 'Deze collega staat er al bij met deze rol.');
    } else if (invoer.naam === '' && invoer.omschrijving === '') {
      throw veldfout('omschrijving', 'Schrijf op wat je weet: een naam, of hoe iemand eruitziet.');
    }
    const nieuw = ctx.nieuwId();
    await ctx.trx.insertInto('betrokkene').values({
      organisatie_id: ctx.organisatieId, id: nieuw, dossier_id: dossierId, rol: invoer.rol, soort: invoer.soort, medewerker_id: medewerkerId,
      naam: medewerker ? '' : invoer.naam, omschrijving: invoer.omschrijving, contact: medewerker ? '' : invoer.contact, toegevoegd_op: ctx.nu, vervallen_op: null,
    }).execute();
    await voegZoektekstToe(ctx, dossierId, [medewerker ? '' : invoer.naam, invoer.omschrijving].join(' ').trim());
    await wijzigDossier(ctx, dossierId, {});
    await legVast(ctx, { dossierId, soort: 'betrokkene_toegevoegd', door: ctx.actor.id, gegevens: { betrokkene: nieuw, rol: invoer.rol } });
    return { resultaat: { id: dossierId } };
  },
});

/**
 * Completes what is known of a party from outside: who was unknown when it was reported turns out to have a name. The same party stays the
 * same row, so that what already hangs on it stays with it.
 */
export const wijzigBetrokkene = handeling({
  naam: 'dossier.betrokkene',
  invoer: z.object({
    id: id('Open het dossier opnieuw.'), betrokkene: id('Open het dossier opnieuw.'), versie, soort: keuze(buitencodes, 'Kies wie of wat het is.'),
    naam: tekst({ max: 200 }), omschrijving: tekst({ max: 5_000 }), contact: tekst({ max: 300 }),
  }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { trx, organisatieId, invoer: { betrokkene, soort, naam, omschrijving, contact, versie: gezien } } = ctx;
    const { dossierId } = ctx.onderwerp;
    const was = await trx.selectFrom('betrokkene').select(['rol', 'versie', 'naam', 'omschrijving']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId)
      .where('id', '=', betrokkene).where('medewerker_id', 'is', null).where('vervallen_op', 'is', null).executeTakeFirst();
    if (!was) throw fout('niet-gevonden');
    if (was.versie !== gezien) throw fout('conflict.gewijzigd');
    if (soort !== 'onbekend' && naam === '') throw veldfout('naam', 'Vul een naam in, of kies ‘onbekend’.');
    await trx.updateTable('betrokkene').set((eb) => ({ soort, naam, omschrijving, contact, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', organisatieId).where('id', '=', betrokkene).execute();
    const nieuw = [naam !== was.naam ? naam : '', omschrijving !== was.omschrijving ? omschrijving : ''].join(' ').trim();
    if (nieuw !== '') await voegZoektekstToe(ctx, dossierId, nieuw);
    await wijzigDossier(ctx, dossierId, {});
    await legVast(ctx, { dossierId, soort: 'betrokkene_gewijzigd', door: ctx.actor.id, gegevens: { betrokkene, rol: was.rol } });
    return { resultaat: { id: dossierId } };
  },
});

/** Takes someone off again who was added by mistake; the row stays, with when it lapsed. The last slachtoffer stays. */
export const laatBetrokkeneVervallen = handeling({
  naam: 'dossier.betrokkene',
  invoer: z.object({ id: id('Open het dossier opnieuw.'), betrokkene: id('Open het dossier opnieuw.') }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { dossierId } = ctx.onderwerp;
    const wie = await ctx.trx.selectFrom('betrokkene').select(['rol', 'medewerker_id']).where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId)
      .where('id', '=', ctx.invoer.betrokkene).where('vervallen_op', 'is', null).executeTakeFirst();
    if (!wie) throw fout('niet-gevonden');
    if (wie.rol === 'melder') throw fout('conflict.toestand', { redenen: ['Wie meldde, blijft bij het dossier staan.'] });
    if (wie.rol === 'slachtoffer' && ctx.onderwerp.feiten.slachtoffers.length <= 1) throw fout('conflict.toestand', { redenen: ['Een dossier gaat altijd over iemand. Voeg eerst een ander slachtoffer toe.'] });
    await ctx.trx.updateTable('betrokkene').set({ vervallen_op: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', ctx.invoer.betrokkene).execute();
    await wijzigDossier(ctx, dossierId, {});
    await legVast(ctx, { dossierId, soort: 'betrokkene_vervallen', door: ctx.actor.id, gegevens: { betrokkene: ctx.invoer.betrokkene, rol: wie.rol } });
    return { resultaat: { id: dossierId } };
  },
});

/**
 * Takes out of dossiers what says who these parties are: the name, the description, and that name where it stands in what is searched.
 * What happened is told by an employee and stays. For erasure at the request of a party (AVG art. 17).
 */
export async function wisBetrokkenen({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  const rijen = await trx.selectFrom('betrokkene').select(['id', 'dossier_id', 'naam', 'omschrijving']).where('organisatie_id', '=', organisatieId).where('id', 'in', [...ids]).execute();
  for (const { dossier_id: dossierId, naam, omschrijving } of rijen) {
    for (const deel of [naam, omschrijving]) {
      if (deel.length >= 3) await trx.updateTable('zoektekst').set({ tekst: sql<string>`replace(tekst, ${deel}, '')` }).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).execute();
    }
  }
  await trx.updateTable('betrokkene').set((eb) => ({ naam: '', omschrijving: '', contact: '', versie: eb('versie', '+', 1) })).where('organisatie_id', '=', organisatieId).where('id', 'in', [...ids]).execute();
}

/** Asks a colleague for his own statement; he gets a mail and a term, and is reminded (functies B12). */
export const vraagVerklaring = handeling({
  naam: 'verklaring.vragen',
  invoer: z.object({ id: id('Open het dossier opnieuw.'), ...collegaVelden, vraag: tekst({ max: 2_000 }) }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    const { dossierId, feiten } = onderwerp;
    const wie = await gekozenCollega(ctx, invoer);
    if (feiten.veroorzakers.includes(wie.id)) throw veldfout('medewerker_naam', 'Deze collega is zelf betrokken als veroorzaker.');
    if (feiten.gevraagden.includes(wie.id)) throw veldfout('medewerker_naam', 'Deze collega is al om een verklaring gevraagd.');
    const nieuw = ctx.nieuwId();
    await ctx.trx.insertInto('verklaring').values({
      organisatie_id: ctx.organisatieId, id: nieuw, dossier_id: dossierId, medewerker_id: wie.id, gevraagd_door: ctx.actor.id, gevraagd_op: ctx.nu, vraag: invoer.vraag, tekst: null, gegeven_op: null, ingetrokken_op: null,
    }).execute();
    await zetTermijn(ctx, { dossierId, soort: 'verklaring', compartiment: feiten.compartiment, voorId: wie.id, aanId: wie.id });
    await stelInKennis(ctx, { dossierId, aanId: wie.id, soort: 'verklaring-gevraagd' });
    await legVast(ctx, { dossierId, soort: 'verklaring_gevraagd', door: ctx.actor.id, gegevens: { aan: wie.id } });
    return { resultaat: { id: dossierId } };
  },
});

/** Gives one's own statement. Once given it stands; what comes later is added through the dossier. */
export const geefVerklaring = handeling({
  naam: 'verklaring.geven',
  invoer: z.object({ id: id('Open de verklaring opnieuw.'), tekst: tekst({ verplicht: 'Schrijf wat je zag en hoorde.' }) }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { dossierId } = ctx.onderwerp;
    const uit = await ctx.trx.updateTable('verklaring').set((eb) => ({ tekst: ctx.invoer.tekst, gegeven_op: ctx.nu, versie: eb('versie', '+', 1) }))
      .where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('medewerker_id', '=', ctx.actor.id).where('gegeven_op', 'is', null).where('ingetrokken_op', 'is', null).executeTakeFirst();
    if (Number(uit.numUpdatedRows) === 0) throw fout('conflict.toestand', { redenen: ['Je hebt je verklaring al gegeven.'] });
    await rondTermijnAf(ctx, { dossierId, soort: 'verklaring', voorId: ctx.actor.id, door: ctx.actor.id, uitkomst: 'gedaan' });
    await voegZoektekstToe(ctx, dossierId, ctx.invoer.tekst);
    await legVast(ctx, { dossierId, soort: 'verklaring_gegeven', door: ctx.actor.id });
    return { resultaat: { id: dossierId } };
  },
});
