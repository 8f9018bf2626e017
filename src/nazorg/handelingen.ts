import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fout, veldfout } from '../kern/fouten/index.ts';
import type { Id } from '../kern/ids.ts';
import { id, keuze, keuzeOfNiets, tekst, vinkje } from '../kern/invoer.ts';
import { dagVan, leesDatum, leesTijd, momentVan } from '../kern/tijd/index.ts';
import { collega, collegaVelden, gekozenCollega, instellingenVan } from '../inrichting/index.ts';
import { handeling, type ActorContext } from '../platform/deuren/index.ts';
import { dossierOpSlot, legVast, rondTermijnAf, stelInKennis, zetTermijn, type DossierOnderwerp } from '../dossier/index.ts';
import { hulpsoortcodes, momentStart, nazorgmomenten, terugkoppelwijzecodes, volgendMoment, wijzecodes, type Nazorgmoment } from './regels.ts';
import { wijsHelperAan } from './starten.ts';

const opSlot = (ctx: ActorContext, i: { id: Id }): Promise<DossierOnderwerp | null> => dossierOpSlot(ctx, i.id);

/** A colleague who can get aftercare in this dossier: it happened to him, or he saw it (functies H2). Anyone else is not found. */
function ontvangt(onderwerp: DossierOnderwerp, wie: Id): Id {
  const { slachtoffers, getuigen } = onderwerp.feiten;
  if (!slachtoffers.includes(wie) && !getuigen.includes(wie)) throw fout('niet-gevonden');
  return wie;
}

function toenGevoerd(invoer: { datum: string; tijd: string }, nu: Temporal.Instant): Temporal.Instant {
  if (invoer.datum === '' && invoer.tijd === '') return nu;
  const dag = leesDatum(invoer.datum === '' ? 'vandaag' : invoer.datum, dagVan(nu));
  if (!dag.ok) throw veldfout('datum', dag.bericht);
  const tijd = leesTijd(invoer.tijd === '' ? '12.00' : invoer.tijd);
  if (!tijd.ok) throw veldfout('tijd', tijd.bericht);
  const op = momentVan(dag.waarde, tijd.waarde);
  if (Temporal.Instant.compare(op, nu) > 0) throw veldfout('datum', 'Dit moment moet nog komen. Wanneer sprak je de collega?');
  return op;
}

/**
 * Records a conversation of aftercare. What was said is kept apart, for the helper and the colleague alone. The clock of this
 * conversation ends and the next one starts; no answer on the telephone ends nothing.
 */
export const legGesprekVast = handeling({
  naam: 'nazorg.vastleggen',
  invoer: z.object({
    id: id('Open het dossier opnieuw.'), voor: id('Open het dossier opnieuw.'), moment: keuze(nazorgmomenten, 'Kies welk gesprek dit was.'), wijze: keuze(wijzecodes, 'Kies hoe je de collega sprak.'),
    datum: tekst({ max: 60 }), tijd: tekst({ max: 30 }), inhoud: tekst(), klaar: vinkje,
  }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp, actor } = ctx;
    const { dossierId } = onderwerp;
    const voorId = ontvangt(onderwerp, invoer.voor);
    if (voorId === actor.id) throw fout('niet-gevonden');
    const gevoerdOp = toenGevoerd(invoer, ctx.nu);
    const contactId = ctx.nieuwId();
    await ctx.trx.insertInto('nazorgcontact').values({
      organisatie_id: ctx.organisatieId, id: contactId, dossier_id: dossierId, voor_id: voorId, door_id: actor.id, moment: invoer.moment, gevoerd_op: gevoerdOp, wijze: invoer.wijze, vastgelegd_op: ctx.nu,
    }).execute();
    if (invoer.inhoud !== '') await ctx.trx.insertInto('nazorginhoud').values({ organisatie_id: ctx.organisatieId, contact_id: contactId, dossier_id: dossierId, tekst: invoer.inhoud }).execute();
    if (invoer.wijze === 'geen_gehoor') {
      await legVast(ctx, { dossierId, soort: 'nazorg_geen_gehoor', door: actor.id, voor: 'slachtoffer', gegevens: { voor: voorId } });
    } else {
      await rondTermijnAf(ctx, { dossierId, soort: invoer.moment, voorId, door: actor.id, uitkomst: 'gedaan' });
      await rondTermijnAf(ctx, { dossierId, soort: 'spreken', voorId, door: actor.id, uitkomst: 'gedaan' });
      await legVast(ctx, { dossierId, soort: 'nazorg_gevoerd', door: actor.id, voor: 'slachtoffer', gegevens: { voor: voorId, moment: invoer.moment } });
      if (!invoer.klaar) await planVolgende(ctx, onderwerp, voorId, invoer.moment);
    }
    return { resultaat: { id: dossierId, voor: voorId } };
  },
});

/** Starts the clock of the conversation after this one, unless it is already running or there is none. */
async function planVolgende(ctx: ActorContext, onderwerp: DossierOnderwerp, voorId: Id, moment: Nazorgmoment): Promise<void> {
  const volgend = volgendMoment(moment);
  if (volgend === null) return;
  const { dossierId } = onderwerp;
  const loopt = await ctx.trx.selectFrom('termijn').select('id').where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('voor_id', '=', voorId).where('soort', 'like', 'nazorg%').where('afgerond_op', 'is', null).executeTakeFirst();
  if (loopt) return;
  const d = await ctx.trx.selectFrom('dossier').select('gemeld_op').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', dossierId).executeTakeFirstOrThrow();
  const { instellingen, kalender } = await instellingenVan(ctx);
  const start = momentStart(d.gemeld_op, ctx.nu, instellingen.termijnen[onderwerp.feiten.compartiment][volgend], kalender);
  await zetTermijn(ctx, { dossierId, soort: volgend, compartiment: onderwerp.feiten.compartiment, voorId, aanId: ctx.actor.id, start });
  await legVast(ctx, { dossierId, soort: 'nazorg_gepland', door: null, voor: 'slachtoffer', gegevens: { voor: voorId, moment: volgend } });
}

/** Appoints who gives aftercare to a colleague; that person is told and takes over the running clock. */
export const kiesHelper = handeling({
  naam: 'nazorg.helper',
  invoer: z.object({ id: id('Open het dossier opnieuw.'), voor: id('Open het dossier opnieuw.'), ...collegaVelden }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { onderwerp, invoer } = ctx;
    const { dossierId } = onderwerp;
    const voorId = ontvangt(onderwerp, invoer.voor);
    const helper = await gekozenCollega(ctx, invoer);
    if (helper.id === voorId || onderwerp.feiten.veroorzakers.includes(helper.id)) throw veldfout('medewerker_naam', 'Deze collega is zelf betrokken. Kies iemand anders.');
    await wijsHelperAan(ctx, { dossierId, voorId, helperId: helper.id });
    const overgenomen = await ctx.trx.updateTable('termijn').set({ aan_id: helper.id }).where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('voor_id', '=', voorId).where('soort', 'like', 'nazorg%').where('afgerond_op', 'is', null).executeTakeFirst();
    // A witness has no clock until someone is asked to care for him.
    if (Number(overgenomen.numUpdatedRows) === 0) await zetTermijn(ctx, { dossierId, soort: 'nazorg_24u', compartiment: onderwerp.feiten.compartiment, voorId, aanId: helper.id });
    await stelInKennis(ctx, { dossierId, aanId: helper.id, soort: 'herinnering-nazorg' });
    await legVast(ctx, { dossierId, soort: 'helper', door: ctx.actor.id, voor: 'slachtoffer', gegevens: { helper: helper.id, voor: voorId } });
    return { resultaat: { id: dossierId, voor: voorId } };
  },
});

/**
 * Brings in help from elsewhere. Without the colleague's consent nobody is told: he is asked, or said yes in the conversation.
 */
export const schakelHulpIn = handeling({
  naam: 'hulp.inschakelen',
  invoer: z.object({ id: id('Open het dossier opnieuw.'), voor: id('Open het dossier opnieuw.'), soort: keuze(hulpsoortcodes, 'Kies welke hulp.'), toestemming: keuze(['vraag', 'gegeven'] as const, 'Kies of de collega al ja heeft gezegd.') }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { onderwerp, invoer, actor } = ctx;
    const { dossierId, feiten } = onderwerp;
    const voorId = ontvangt(onderwerp, invoer.voor);
    if (invoer.soort === 'weerbaar_bestuur' && feiten.compartiment !== 'politiek') throw veldfout('soort', 'Het Ondersteuningsteam Weerbaar Bestuur is er voor politieke ambtsdragers.');
    const al = await ctx.trx.selectFrom('hulpvraag').select('id').where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('voor_id', '=', voorId).where('soort', '=', invoer.soort)
      .where('toestemming', '!=', 'geweigerd').where('afgerond_op', 'is', null).executeTakeFirst();
    if (al) throw veldfout('soort', 'Deze hulp is al voorgesteld of ingeschakeld.');
    const gegeven = invoer.toestemming === 'gegeven';
    const nieuw = ctx.nieuwId();
    await ctx.trx.insertInto('hulpvraag').values({
      organisatie_id: ctx.organisatieId, id: nieuw, dossier_id: dossierId, voor_id: voorId, soort: invoer.soort, gevraagd_door: actor.id, gevraagd_op: ctx.nu,
      toestemming: gegeven ? 'gegeven' : 'gevraagd', toestemming_op: gegeven ? ctx.nu : null, helper_id: null, ingeschakeld_op: null, afgerond_op: null,
    }).execute();
    await legVast(ctx, { dossierId, soort: 'hulp_gevraagd', door: actor.id, voor: 'slachtoffer', gegevens: { voor: voorId, soort: invoer.soort, toestemming: gegeven ? 'gegeven' : 'gevraagd' } });
    if (!gegeven) await stelInKennis(ctx, { dossierId, aanId: voorId, soort: 'hulp-gevraagd' });
    return { resultaat: { id: dossierId, voor: voorId } };
  },
});

/** The colleague says yes or no to help that was proposed; whoever proposed it is told. */
export const antwoordOpHulp = handeling({
  naam: 'hulp.toestemmen',
  invoer: z.object({ id: id('Open je melding opnieuw.'), hulp: id('Open je melding opnieuw.'), antwoord: keuze(['ja', 'nee'] as const, 'Kies ja of nee.') }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { dossierId } = ctx.onderwerp;
    const uit = await ctx.trx.updateTable('hulpvraag').set((eb) => ({ toestemming: ctx.invoer.antwoord === 'ja' ? ('gegeven' as const) : ('geweigerd' as const), toestemming_op: ctx.nu, versie: eb('versie', '+', 1) }))
      .where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('id', '=', ctx.invoer.hulp).where('voor_id', '=', ctx.actor.id).where('toestemming', '=', 'gevraagd').returning('gevraagd_door').executeTakeFirst();
    if (!uit) throw fout('conflict.toestand', { redenen: ['Je hebt hier al op geantwoord.'] });
    await stelInKennis(ctx, { dossierId, aanId: uit.gevraagd_door, soort: 'termijn-nadert' });
    await legVast(ctx, { dossierId, soort: 'hulp_toestemming', door: ctx.actor.id, voor: 'slachtoffer' });
    return { resultaat: { id: dossierId } };
  },
});

/** Marks help as brought in (someone called the BOT, Slachtofferhulp …) or as ended. For the BOT a colleague can be named, who then gives aftercare. */
export const werkHulpBij = handeling({
  naam: 'hulp.inschakelen',
  invoer: z.object({ id: id('Open het dossier opnieuw.'), hulp: id('Open het dossier opnieuw.'), wat: keuze(['ingeschakeld', 'afgerond'] as const, 'Kies wat er is gedaan.'), ...collegaVelden }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    const { dossierId } = onderwerp;
    const h = await ctx.trx.selectFrom('hulpvraag').select(['voor_id', 'soort', 'toestemming', 'ingeschakeld_op', 'afgerond_op']).where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('id', '=', invoer.hulp).executeTakeFirst();
    if (!h) throw fout('niet-gevonden');
    if (h.toestemming !== 'gegeven') throw fout('conflict.toestand', { redenen: ['De collega heeft nog geen toestemming gegeven. Zonder toestemming schakelen we niemand in.'] });
    if (h.afgerond_op || (invoer.wat === 'ingeschakeld' && h.ingeschakeld_op)) throw fout('conflict.toestand', { redenen: ['Dit was al vastgelegd.'] });
    let helperId: Id | null = null;
    if (invoer.wat === 'ingeschakeld' && (invoer.medewerker !== null || invoer.medewerker_naam !== '')) {
      const helper = await gekozenCollega(ctx, invoer);
      helperId = helper.id;
      await wijsHelperAan(ctx, { dossierId, voorId: h.voor_id, helperId });
      await stelInKennis(ctx, { dossierId, aanId: helperId, soort: 'herinnering-nazorg' });
    }
    await ctx.trx.updateTable('hulpvraag').set((eb) => ({ ...(invoer.wat === 'ingeschakeld' ? { ingeschakeld_op: ctx.nu, helper_id: helperId } : { ingeschakeld_op: h.ingeschakeld_op ?? ctx.nu, afgerond_op: ctx.nu }), versie: eb('versie', '+', 1) }))
      .where('organisatie_id', '=', ctx.organisatieId).where('id', '=', invoer.hulp).execute();
    if (invoer.wat === 'ingeschakeld') await legVast(ctx, { dossierId, soort: 'hulp_ingeschakeld', door: ctx.actor.id, voor: 'slachtoffer', gegevens: { voor: h.voor_id, soort: h.soort } });
    return { resultaat: { id: dossierId, voor: h.voor_id } };
  },
});

/** Tells the slachtoffer what happened with the report (functies B8, H3): in Rugdekking, or said by telephone and noted here. */
export const koppelTerug = handeling({
  naam: 'terugkoppeling.geven',
  invoer: z.object({ id: id('Open het dossier opnieuw.'), aan: id('Kies aan wie je terugkoppelt.'), wijze: keuze(terugkoppelwijzecodes, 'Kies hoe je terugkoppelt.'), tekst: tekst({ max: 10_000, verplicht: 'Schrijf wat je de collega vertelt.' }), vervolg: keuzeOfNiets(['ja'] as const, '') }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp, actor } = ctx;
    const { dossierId, feiten } = onderwerp;
    const aan = await collega(ctx, invoer.aan);
    if (!aan || !(feiten.slachtoffers.includes(aan.id) || feiten.melders.includes(aan.id))) throw veldfout('aan', 'Kies aan wie je terugkoppelt.');
    await ctx.trx.insertInto('terugkoppeling').values({ organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), dossier_id: dossierId, aan_id: aan.id, door_id: actor.id, op: ctx.nu, wijze: invoer.wijze, tekst: invoer.tekst, gelezen_op: null }).execute();
    await rondTermijnAf(ctx, { dossierId, soort: 'terugkoppeling', voorId: aan.id, door: actor.id, uitkomst: 'gedaan' });
    // More to come: the clock starts again, so that the colleague is not left waiting after a first message.
    if (invoer.vervolg === 'ja') await zetTermijn(ctx, { dossierId, soort: 'terugkoppeling', compartiment: feiten.compartiment, voorId: aan.id, aanId: actor.id });
    await stelInKennis(ctx, { dossierId, aanId: aan.id, soort: 'terugkoppeling' });
    await legVast(ctx, { dossierId, soort: 'terugkoppeling', door: actor.id, voor: 'slachtoffer', gegevens: { aan: aan.id } });
    return { resultaat: { id: dossierId } };
  },
});
