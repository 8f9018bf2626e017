import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import { id, keuze, keuzeOfNiets, tekst, versie } from '../../kern/invoer.ts';
import { dagVan, datumTekst, leesDatum, leesTijd, lokaal, momentVan } from '../../kern/tijd/index.ts';
import { instellingenVan } from '../../inrichting/index.ts';
import { handeling } from '../../platform/deuren/index.ts';
import { isErBrief, legBriefKlaar, vervolgOp, zonderHerkenbaars } from '../../brieven/index.ts';
import { dossierOpSlot, legVast, wijzigDossier } from '../../dossier/index.ts';
import { leesWerkdag } from '../regels/werkdag.ts';
import { burgervraagcodes, vastlegbronnen } from '../regels/woorden.ts';
import { geefTijd, laatVervallen, staatInBesluit, nietZelfBetrokken, rondAfMetZienswijze, volgnummer, wederhoorOpSlot } from './gedeeld.ts';

const OPEN = 'Open het dossier opnieuw.';
const VERVALLEN = 'Deze uitnodiging telt niet meer. Vraag de betrokkene opnieuw.';

function toenGezegd(typt: { datum: string; tijd: string }, nu: Temporal.Instant): Temporal.Instant {
  if (typt.datum === '' && typt.tijd === '') return nu;
  const dag = leesDatum(typt.datum === '' ? 'vandaag' : typt.datum, dagVan(nu));
  if (!dag.ok) throw veldfout('datum', dag.bericht);
  // Only a day: the end of it, or now when that day is today.
  const tijd = typt.tijd === '' ? (dag.waarde.equals(dagVan(nu)) ? { ok: true as const, waarde: lokaal(nu).toPlainTime() } : leesTijd('12.00')) : leesTijd(typt.tijd);
  if (!tijd.ok) throw veldfout('tijd', tijd.bericht);
  const op = momentVan(dag.waarde, tijd.waarde);
  if (op.epochNanoseconds > nu.epochNanoseconds) throw veldfout('datum', 'Dit moment moet nog komen. Wanneer zei de betrokkene dit?');
  return op;
}

/**
 * Writes down what the betrokkene says at the desk, on the telephone, on paper or in a conversation: his words, who wrote them down and
 * whether they were read back. After the term too: who answers late is heard.
 */
export const legZienswijzeVast = handeling({
  naam: 'wederhoor.vastleggen',
  invoer: z.object({
    id: id(OPEN), wederhoor: id(OPEN), bron: keuze(vastlegbronnen, 'Kies hoe de betrokkene dit liet weten.'), datum: tekst({ max: 60 }), tijd: tekst({ max: 30 }), tekst: tekst(),
    voorgelezen: keuzeOfNiets(['ja', 'nee'] as const, 'Kies of je het hebt voorgelezen.'), vraag: keuzeOfNiets(burgervraagcodes, 'Kies wat de betrokkene vraagt.'),
  }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    nietZelfBetrokken(ctx, onderwerp);
    const w = await wederhoorOpSlot(ctx, onderwerp.dossierId, invoer.wederhoor);
    if (!w) throw fout('niet-gevonden');
    if (w.vervallen_op !== null) throw fout('conflict.toestand', { redenen: [VERVALLEN] });
    if (invoer.tekst === '' && invoer.vraag === undefined) throw veldfout('tekst', 'Schrijf op wat de betrokkene zegt, in zijn of haar eigen woorden. Of kies wat hij of zij vraagt.');
    if (invoer.tekst !== '' && invoer.bron !== 'papier' && invoer.voorgelezen === undefined) throw veldfout('voorgelezen', 'Kies of je het hebt voorgelezen.');
    const gegeven = toenGezegd(invoer, ctx.nu);
    if (gegeven.epochNanoseconds < w.uitgenodigd_op.epochNanoseconds) throw veldfout('datum', `De betrokkene is gevraagd op ${datumTekst(dagVan(w.uitgenodigd_op))}. Wat er eerder is gezegd, hoort niet bij deze uitnodiging.`);
    await ctx.trx.insertInto('zienswijze').values({
      organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), wederhoor_id: w.id, nummer: await volgnummer(ctx, w.id), bron: invoer.bron, tekst: invoer.tekst, vraag: invoer.vraag ?? null, gegeven_op: gegeven, vastgelegd_op: ctx.nu,
      door_id: ctx.actor.id, voorgelezen: invoer.tekst === '' || invoer.bron === 'papier' ? null : invoer.voorgelezen === 'ja',
    }).execute();
    if (invoer.tekst !== '') await rondAfMetZienswijze(ctx, w, ctx.actor.id);
    await wijzigDossier(ctx, onderwerp.dossierId, {});
    await legVast(ctx, { dossierId: onderwerp.dossierId, soort: invoer.tekst === '' ? 'wederhoor_vraag' : 'zienswijze_vastgelegd', door: ctx.actor.id, gegevens: { wederhoor: w.id } });
    return { resultaat: { id: onderwerp.dossierId }, object: { soort: 'wederhoor', id: w.id } };
  },
});

/** Gives the betrokkene more time, because he asked for it or because it is fair. Less than he was promised is not possible. */
export const geefMeerTijd = handeling({
  naam: 'wederhoor.uitnodigen',
  invoer: z.object({ id: id(OPEN), wederhoor: id(OPEN), versie, datum: tekst({ max: 60, verplicht: 'Kies tot en met welke dag de betrokkene kan reageren.' }), reden: tekst({ max: 2_000, verplicht: 'Schrijf waarom.' }) }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    nietZelfBetrokken(ctx, onderwerp);
    const w = await wederhoorOpSlot(ctx, onderwerp.dossierId, invoer.wederhoor);
    if (!w) throw fout('niet-gevonden');
    if (w.versie !== invoer.versie) throw fout('conflict.gewijzigd');
    if (w.uitkomst !== null || w.vervallen_op !== null) throw fout('conflict.toestand', { redenen: ['Dit wederhoor loopt niet meer. Reageert de betrokkene alsnog? Leg dat dan vast.'] });
    if (await staatInBesluit(ctx, w)) throw fout('conflict.toestand', { redenen: ['De maatregel vervalt als de betrokkene niet voor deze dag is gehoord. Meer tijd kan niet: hef de maatregel dan op.'] });
    const { kalender } = await instellingenVan(ctx);
    const uiterlijk = momentVan(leesWerkdag(invoer.datum, ctx.nu, kalender, 'datum'), kalender.eindeWerkdag);
    if (uiterlijk.epochNanoseconds <= w.uiterlijk.epochNanoseconds) throw veldfout('datum', `De betrokkene heeft al tijd tot ${datumTekst(dagVan(w.uiterlijk))}. Kies een latere dag.`);
    await geefTijd(ctx, w, uiterlijk);
    await wijzigDossier(ctx, onderwerp.dossierId, {});
    await legVast(ctx, { dossierId: onderwerp.dossierId, soort: 'wederhoor_verzet', door: ctx.actor.id, gegevens: { wederhoor: w.id, reden: invoer.reden } });
    return { resultaat: { id: onderwerp.dossierId }, object: { soort: 'wederhoor', id: w.id } };
  },
});

/** Takes an invitation back that should not have been made. It counts as not done; the codes of the letter open nothing any more. */
export const trekIn = handeling({
  naam: 'wederhoor.uitnodigen',
  invoer: z.object({ id: id(OPEN), wederhoor: id(OPEN), versie, reden: tekst({ max: 2_000, verplicht: 'Schrijf waarom.' }) }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    nietZelfBetrokken(ctx, onderwerp);
    const w = await wederhoorOpSlot(ctx, onderwerp.dossierId, invoer.wederhoor);
    if (!w) throw fout('niet-gevonden');
    if (w.versie !== invoer.versie) throw fout('conflict.gewijzigd');
    if (w.uitkomst !== null || w.vervallen_op !== null) throw fout('conflict.toestand', { redenen: ['Dit wederhoor loopt niet meer.'] });
    if (await staatInBesluit(ctx, w)) throw fout('conflict.toestand', { redenen: ['Deze vraag staat in de brief over de maatregel, met de codes. Trek de vraag niet in: wie de brief heeft, moet kunnen reageren.'] });
    await laatVervallen(ctx, w, invoer.reden, ctx.actor.id);
    await wijzigDossier(ctx, onderwerp.dossierId, {});
    return { resultaat: { id: onderwerp.dossierId }, object: { soort: 'wederhoor', id: w.id } };
  },
});

/** Prepares the letter that says no reaction came and what happens now, to whom the invitation went (functies D7). Once for each time it was asked. */
export const meldGeenReactie = handeling({
  naam: 'wederhoor.uitnodigen',
  invoer: z.object({ id: id(OPEN), wederhoor: id(OPEN), vervolg: tekst({ max: 4_000, verplicht: 'Schrijf wat er nu gebeurt.' }) }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    nietZelfBetrokken(ctx, onderwerp);
    const w = await wederhoorOpSlot(ctx, onderwerp.dossierId, invoer.wederhoor);
    if (!w) throw fout('niet-gevonden');
    const vorige = w.brief_id === null || (await staatInBesluit(ctx, w)) ? null : await vervolgOp(ctx, w.brief_id);
    if (w.uitkomst !== 'geen_reactie' || w.afgerond_op === null || vorige === null) throw fout('conflict.toestand', { redenen: ['Deze brief is er alleen voor wie met een brief is gevraagd en niet reageerde.'] });
    if (await isErBrief(ctx, { betrokkeneId: w.betrokkene_id, soort: 'geen_reactie', sinds: w.afgerond_op })) throw fout('conflict.toestand', { redenen: ['Deze brief is al klaargezet. Je vindt hem bij Brieven.'] });
    await zonderHerkenbaars(ctx, onderwerp.dossierId, { vervolg: invoer.vervolg });
    const brief = await legBriefKlaar(ctx, {
      dossierId: onderwerp.dossierId, betrokkeneId: w.betrokkene_id, soort: 'geen_reactie', geadresseerde: vorige.geadresseerde,
      gegevens: { uitgenodigdOp: dagVan(w.uitgenodigd_op).toString(), uiterlijk: dagVan(w.uiterlijk).toString(), vervolg: invoer.vervolg, contact: vorige.contact, ondertekenaar: vorige.ondertekenaar },
    });
    return { resultaat: { id: onderwerp.dossierId, brief: brief.id }, object: { soort: 'wederhoor', id: w.id } };
  },
});
