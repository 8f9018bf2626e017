import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, keuze, tekst, versie, vinkje } from '../../kern/invoer.ts';
import { dagVan, leesDatum, momentVan } from '../../kern/tijd/index.ts';
import { instellingenVan, metRol } from '../../inrichting/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { openTermijnenOver, rondTermijnAf, stelInKennis } from '../../dossier/index.ts';
import { persoonOpSlot } from '../onderwerp.ts';
import { briefdossier, briefvelden, leesBriefwens, zetBriefKlaar } from './brief.ts';
import { uitgesteldTot } from './kennisgeving.ts';
import { legStapVast, ONDERWERP, open, verleng } from './openen.ts';
import { uitkomstcodes, uitkomsten, uitkomstenVan, verlengdTot, vraagbaar, vraagtTweede, type Uitkomst, type Verzoeksoort } from './regels.ts';
import { verzoekOpSlot, type VerzoekOnderwerp } from './vragen.ts';
import { belemmeringen, wisPersoon, zetBeperking, type Bewaarder } from './wissen.ts';

const START_VAN_DE_DAG = Temporal.PlainTime.from('09:00');
const vraagbareCodes = vraagbaar as unknown as readonly [Verzoeksoort, ...Verzoeksoort[]];

/** Takes down a request of a registered person; the clock runs from the day it came in. */
export const openVerzoek = handeling({
  naam: 'avg.openen',
  invoer: z.object({
    id: id('Deze persoon bestaat niet.'), soort: keuze(vraagbareCodes, 'Kies wat de persoon vraagt.'), ontvangen: tekst({ max: 60 }), gevraagd: tekst({ max: 5_000, verplicht: 'Schrijf in het kort wat er wordt gevraagd.' }),
    identiteit: tekst({ max: 500, verplicht: 'Schrijf hoe je zeker weet dat de persoon het zelf vraagt.' }),
  }),
  onderwerp: (ctx, i) => persoonOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp: { groep } } = ctx;
    if (groep.hoofd.gewist_op !== null) throw fout('conflict.toestand', { redenen: ['Deze persoon is gewist. Er zijn geen gegevens meer om iets mee te doen.'] });
    const dag = leesDatum(invoer.ontvangen === '' ? 'vandaag' : invoer.ontvangen, dagVan(ctx.nu));
    if (!dag.ok) throw veldfout('ontvangen', dag.bericht);
    const vandaag = dag.waarde.equals(dagVan(ctx.nu));
    const ontvangenOp = vandaag ? ctx.nu : momentVan(dag.waarde, START_VAN_DE_DAG);
    if (Temporal.Instant.compare(ontvangenOp, ctx.nu) > 0) throw veldfout('ontvangen', 'Deze dag moet nog komen. Wanneer kwam het verzoek binnen?');
    const al = await ctx.trx.selectFrom('avgverzoek').select('id').where('organisatie_id', '=', ctx.organisatieId).where('persoon_id', 'in', groep.records.map((r) => r.id)).where('soort', '=', invoer.soort).where('status', '!=', 'afgerond').executeTakeFirst();
    if (al) throw veldfout('soort', 'Dit verzoek loopt al voor deze persoon.');
    const verzoekId = await open(ctx, { groep, soort: invoer.soort, ontvangenOp, gevraagd: invoer.gevraagd, identiteit: invoer.identiteit, aanId: ctx.actor.id });
    return { resultaat: { id: verzoekId }, object: { soort: 'avgverzoek', id: verzoekId }, journaal: { persoon: groep.id, soort: invoer.soort } };
  },
});

function gelijk(o: VerzoekOnderwerp, v: number): void {
  if (o.verzoek.versie !== v) throw fout('conflict.gewijzigd');
}

function nogOpen(o: VerzoekOnderwerp): void {
  if (o.verzoek.status !== 'open') throw fout('conflict.toestand', { redenen: ['Over dit verzoek is al besloten.'] });
}

/** Takes more time: for a request the two further months of AVG art. 12 lid 3, once and within the first term; for a notice until a day that is set. */
export const verlengVerzoek = handeling({
  naam: 'avg.behandelen',
  invoer: z.object({ id: id('Dit verzoek bestaat niet.'), versie, reden: tekst({ max: 1_000, verplicht: 'Schrijf waarom het langer duurt. De persoon krijgt dit ook te horen.' }), tot: tekst({ max: 60 }) }),
  onderwerp: (ctx, i) => verzoekOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    const { verzoek } = onderwerp;
    gelijk(onderwerp, invoer.versie);
    nogOpen(onderwerp);
    const kennisgeving = verzoek.soort === 'kennisgeving';
    const { instellingen, kalender } = await instellingenVan(ctx);
    const termijnen = instellingen.termijnen[verzoek.compartiment];
    let naar: Temporal.Instant;
    if (kennisgeving) {
      const dag = leesDatum(invoer.tot, dagVan(ctx.nu), 'toekomst');
      if (!dag.ok) throw veldfout('tot', dag.bericht);
      naar = uitgesteldTot(dag.waarde);
      if (Temporal.Instant.compare(naar, ctx.nu) <= 0) throw veldfout('tot', 'Kies een dag die nog komt.');
    } else {
      if (verzoek.verlengd_op !== null) throw fout('conflict.toestand', { redenen: ['Dit verzoek is al een keer verlengd. Een tweede keer kan niet.'] });
      const [klok] = await openTermijnenOver(ctx, verzoek.id);
      if (!klok || Temporal.Instant.compare(klok.verval_op, ctx.nu) < 0) throw fout('conflict.toestand', { redenen: ['Verlengen kan alleen zolang de eerste termijn loopt.'] });
      naar = verlengdTot(verzoek.ontvangen_op, termijnen.avg_verzoek, termijnen.avg_verlenging, kalender);
    }
    await verleng(ctx, { verzoekId: verzoek.id, naar, reden: invoer.reden, soort: kennisgeving ? 'uitgesteld' : 'verlengd' });
    return { resultaat: { id: verzoek.id }, journaal: { naar: naar.toString() } };
  },
});

/** The acts that can erase; made with what the other rooms keep of a person. */
export function maakBesluiten(bewaarders: readonly Bewaarder[]) {
  /** Makes a decision hold: the letter, what it brings about, the clock. */
  async function rondAf(ctx: ActorContext, o: VerzoekOnderwerp, besluit: { uitkomst: Uitkomst; reden: string; behouden: string }, brief: unknown): Promise<void> {
    const { verzoek, groep } = o;
    if ((await zetBriefKlaar(ctx, o, besluit, brief)) !== null) await legStapVast(ctx, { verzoekId: verzoek.id, soort: 'brief', tekst: '' });
    const ja = besluit.uitkomst === 'toegewezen' || besluit.uitkomst === 'deels';
    if (verzoek.soort === 'verwijdering' && besluit.uitkomst === 'toegewezen') await wisPersoon(ctx, { groep, bewaarders, verzoekId: verzoek.id });
    if ((verzoek.soort === 'beperking' || verzoek.soort === 'bezwaar') && ja) await zetBeperking(ctx, groep, true);
    if (ja && verzoek.soort !== 'inzage' && verzoek.soort !== 'rectificatie' && !(verzoek.soort === 'verwijdering' && besluit.uitkomst === 'deels')) await legStapVast(ctx, { verzoekId: verzoek.id, soort: 'uitgevoerd', tekst: '' });
    await rondTermijnAf(ctx, { onderwerpId: verzoek.id, soort: verzoek.soort === 'kennisgeving' ? 'avg_kennisgeving' : 'avg_verzoek', door: ctx.actor.id, uitkomst: 'gedaan' });
    await ctx.trx.updateTable('avgverzoek').set({ status: 'afgerond', brief: null }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', verzoek.id).execute();
  }

  /** Decides on a request. What needs a second person waits for him; the rest holds at once. */
  const besluit = handeling({
    naam: 'avg.behandelen',
    invoer: z.object({ id: id('Dit verzoek bestaat niet.'), versie, uitkomst: keuze(uitkomstcodes, 'Kies wat je besluit.'), reden: tekst({ max: 4_000 }), behouden: tekst({ max: 2_000 }), ...briefvelden }),
    onderwerp: (ctx, i) => verzoekOpSlot(ctx, i.id, { dossierId: i.brief ? i.dossier : null }),
    async voerUit(ctx) {
      const { invoer, onderwerp } = ctx;
      const { verzoek, groep } = onderwerp;
      gelijk(onderwerp, invoer.versie);
      nogOpen(onderwerp);
      const { uitkomst, reden, behouden } = invoer;
      if (!uitkomstenVan(verzoek.soort).includes(uitkomst)) throw veldfout('uitkomst', 'Deze uitkomst hoort niet bij dit verzoek.');
      if (reden === '' && uitkomst !== 'verzonden') throw veldfout('reden', 'Schrijf waarom. De persoon krijgt dit te lezen.');
      if (uitkomst === 'deels' && behouden === '') throw veldfout('behouden', 'Schrijf wat we niet doen of wel bewaren, en waarom.');
      if (verzoek.soort === 'verwijdering' && uitkomst === 'toegewezen') {
        const redenen = await belemmeringen(ctx, { groep, bewaarders, verzoekId: verzoek.id });
        if (redenen.length > 0) throw veldfout('uitkomst', `Alles wissen kan nu niet. ${redenen.join(' ')} Wijs het verzoek deels toe of weiger het, met de reden.`);
      }
      const brief = await leesBriefwens(ctx, onderwerp, invoer);
      const tweede = vraagtTweede(verzoek.soort, uitkomst);
      await ctx.trx.updateTable('avgverzoek').set((eb) => ({ status: tweede ? ('wacht_op_tweede' as const) : ('afgerond' as const), uitkomst, reden, behouden, besloten_door: ctx.actor.id, besloten_op: ctx.nu, tweede_door: null, tweede_op: null, brief: JSON.stringify(brief), versie: eb('versie', '+', 1) }))
        .where('organisatie_id', '=', ctx.organisatieId).where('id', '=', verzoek.id).execute();
      await legStapVast(ctx, { verzoekId: verzoek.id, soort: 'besluit', tekst: `${uitkomsten[uitkomst]}. ${reden}`.trim() });
      if (tweede) await vraagTweede(ctx, verzoek.id, verzoek.compartiment);
      else await rondAf(ctx, onderwerp, { uitkomst, reden, behouden }, brief);
      return { resultaat: { id: verzoek.id, tweede }, journaal: { soort: verzoek.soort, uitkomst } };
    },
  });

  /** A second person confirms the decision, or sends it back with what is wrong. Never who took it. */
  const bevestig = handeling({
    naam: 'avg.bevestigen',
    invoer: z.object({ id: id('Dit verzoek bestaat niet.'), versie, akkoord: keuze(['ja', 'nee'] as const, 'Kies of je akkoord bent.'), reden: tekst({ max: 2_000 }) }),
    async onderwerp(ctx, i) {
      const rij = await ctx.trx.selectFrom('avgverzoek').select('brief').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', i.id).executeTakeFirst();
      // A watcher may confirm a letter in a dossier that he cannot open himself: only its row is locked.
      const dossierId = i.akkoord === 'ja' ? briefdossier(rij?.brief) : null;
      if (dossierId !== null) await ctx.trx.selectFrom('dossier').select('id').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', dossierId).forUpdate().execute();
      return verzoekOpSlot(ctx, i.id, { wie: 'toezicht' });
    },
    async voerUit(ctx) {
      const { invoer, onderwerp } = ctx;
      const { verzoek } = onderwerp;
      gelijk(onderwerp, invoer.versie);
      if (verzoek.status !== 'wacht_op_tweede' || verzoek.uitkomst === null) throw fout('conflict.toestand', { redenen: ['Hier hoeft niemand nu iets te bevestigen.'] });
      if (verzoek.besloten_door === ctx.actor.id) throw fout('conflict.toestand', { redenen: ['Je nam dit besluit zelf. Een ander moet het bevestigen.'] });
      if (invoer.akkoord === 'nee') {
        if (invoer.reden === '') throw veldfout('reden', 'Schrijf wat er niet klopt, zodat een nieuw besluit kan volgen.');
        await ctx.trx.updateTable('avgverzoek').set((eb) => ({ status: 'open', uitkomst: null, besloten_door: null, besloten_op: null, brief: null, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', verzoek.id).execute();
        await legStapVast(ctx, { verzoekId: verzoek.id, soort: 'teruggestuurd', tekst: invoer.reden });
        if (verzoek.besloten_door) await stelInKennis(ctx, { onderwerp: { soort: ONDERWERP, id: verzoek.id }, aanId: verzoek.besloten_door, soort: 'termijn-nadert' });
        return { resultaat: { id: verzoek.id, akkoord: false }, journaal: { akkoord: false } };
      }
      await ctx.trx.updateTable('avgverzoek').set((eb) => ({ tweede_door: ctx.actor.id, tweede_op: ctx.nu, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', verzoek.id).execute();
      await legStapVast(ctx, { verzoekId: verzoek.id, soort: 'bevestigd', tekst: invoer.reden });
      await rondAf(ctx, onderwerp, { uitkomst: verzoek.uitkomst, reden: verzoek.reden, behouden: verzoek.behouden }, verzoek.brief);
      return { resultaat: { id: verzoek.id, akkoord: true }, journaal: { akkoord: true, uitkomst: verzoek.uitkomst } };
    },
  });
  return { besluit, bevestig };
}

/** Tells who can confirm: the others who handle persons in this compartment, and who watches over it. */
async function vraagTweede(ctx: ActorContext, verzoekId: Id, compartiment: 'ambtelijk' | 'politiek'): Promise<void> {
  const wie = new Set([...(await metRol(ctx, 'adviseur', compartiment)), ...(await metRol(ctx, 'griffier', compartiment)), ...(await metRol(ctx, 'fg', compartiment))]);
  wie.delete(ctx.actor.id);
  for (const aanId of wie) await stelInKennis(ctx, { onderwerp: { soort: ONDERWERP, id: verzoekId }, aanId, soort: 'termijn-nadert' });
}

/** Ends a restriction: from now on the data are used again. The person is told before (AVG art. 18 lid 3). */
export const hefBeperkingOp = handeling({
  naam: 'avg.behandelen',
  invoer: z.object({ id: id('Deze persoon bestaat niet.'), versie, ingelicht: vinkje, reden: tekst({ max: 2_000, verplicht: 'Schrijf waarom de beperking stopt.' }) }),
  onderwerp: (ctx, i) => persoonOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp: { groep } } = ctx;
    if (groep.hoofd.versie !== invoer.versie) throw fout('conflict.gewijzigd');
    if (groep.hoofd.beperkt_op === null) throw fout('conflict.toestand', { redenen: ['Deze gegevens zijn niet beperkt.'] });
    if (!invoer.ingelicht) throw veldfout('ingelicht', 'Vertel het eerst aan de persoon. Pas daarna mag de beperking stoppen.');
    await zetBeperking(ctx, groep, false);
    await ctx.trx.insertInto('persoonwijziging').values({ organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), persoon_id: groep.id, op: ctx.nu, door: ctx.actor.id, veld: 'beperking', was: 'beperkt', werd: '', reden: invoer.reden }).execute();
    return { resultaat: { id: groep.id }, journaal: { beperking: 'opgeheven' } };
  },
});

