import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import { id, keuze, tekst, vinkje } from '../../kern/invoer.ts';
import { dagVan, datumTekst, momentVan, plusWerkdagen } from '../../kern/tijd/index.ts';
import { instellingenVan } from '../../inrichting/index.ts';
import { handeling } from '../../platform/deuren/index.ts';
import { legBriefKlaar, ondertekenaars, zonderHerkenbaars, type Ondertekenaar } from '../../brieven/index.ts';
import { dossierOpSlot, legVast, verzetTermijn, wijzigDossier, zetTermijn } from '../../dossier/index.ts';
import { feitenIn } from '../regels/uittreksel.ts';
import { leesWerkdag, leesWerkmoment } from '../regels/werkdag.ts';
import { wijzecodes } from '../regels/woorden.ts';
import { briefhash, nieuweBriefcodes } from '../toegang/code.ts';
import { feitenVan } from '../vragen.ts';
import { bevriesUittreksel, nietZelfBetrokken, veroorzaker } from './gedeeld.ts';

/** How long a conversation is planned for; stands in the letter. */
const GESPREK_MINUTEN = 45;
const WEET_NIET = 'We weten niet wie of waar deze persoon is. Een brief kan dan niet. Meldt iemand zich aan de balie of aan de telefoon? Kies dan ‘Door te bellen’ of ‘In een gesprek’.';

const Invoer = z.object({
  id: id('Open het dossier opnieuw.'), betrokkene: id('Open het dossier opnieuw.'),
  wijze: keuze(wijzecodes, 'Kies hoe je de betrokkene om een reactie vraagt.'),
  naam: tekst({ max: 200 }), adres: tekst({ max: 600 }), verslag: tekst({ max: 5_000 }),
  gesprek_datum: tekst({ max: 60 }), gesprek_tijd: tekst({ max: 30 }), gesprek_plaats: tekst({ max: 200 }), gesprek_met: tekst({ max: 200 }),
  meer_tijd: tekst({ max: 60 }),
  tekst: tekst({ max: 4_000, verplicht: 'Schrijf in neutrale woorden wat er is gemeld.' }), tekst_en: tekst({ max: 4_000 }),
  norm: tekst({ max: 2_000, verplicht: 'Schrijf welke regel of norm hierbij hoort.' }), overweegt: tekst({ max: 500 }),
  contact_wie: tekst({ max: 200, verplicht: 'Vul in bij wie de betrokkene terecht kan.' }), contact_telefoon: tekst({ max: 60 }), contact_email: tekst({ max: 200 }),
  ondertekenaar: keuze(Object.keys(ondertekenaars) as [Ondertekenaar, ...Ondertekenaar[]], 'Kies namens wie de uitnodiging is.'),
  nagekeken: vinkje,
});
type Uitnodiging = z.output<typeof Invoer>;

/**
 * Asks a betrokkene for his own view, before anything is decided: freezes what he may read, starts the clock, and prepares the letter with
 * the code of his own page where there is an address. `webadres` is what stands in that letter.
 */
export const maakUitnodigen = (webadres: string) => handeling({
  naam: 'wederhoor.uitnodigen',
  invoer: Invoer,
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    const { dossierId } = onderwerp;
    nietZelfBetrokken(ctx, onderwerp);
    const wie = await veroorzaker(ctx, dossierId, invoer.betrokkene);
    const open = await ctx.trx.selectFrom('wederhoor').select('id').where('organisatie_id', '=', ctx.organisatieId).where('betrokkene_id', '=', wie.id).where('uitkomst', 'is', null).where('vervallen_op', 'is', null).executeTakeFirst();
    if (open) throw fout('conflict.toestand', { redenen: ['Deze betrokkene is al gevraagd. Wacht op het antwoord, of trek de uitnodiging eerst in.'] });
    const adres = controleer(invoer, wie);
    const { kalender } = await instellingenVan(ctx);
    const gesprekOp = leesGesprek(invoer, ctx.nu, kalender);
    const meerTijd = invoer.meer_tijd === '' ? null : momentVan(leesWerkdag(invoer.meer_tijd, ctx.nu, kalender, 'meer_tijd'), kalender.eindeWerkdag);
    await zonderHerkenbaars(ctx, dossierId, {
      tekst: invoer.tekst, tekst_en: invoer.tekst_en, norm: invoer.norm, overweegt: invoer.overweegt, contact_wie: invoer.contact_wie, gesprek_plaats: invoer.gesprek_plaats, gesprek_met: invoer.gesprek_met,
      contact_email: invoer.contact_email,
    });

    const feiten = await feitenVan(ctx, dossierId);
    const uittrekselId = await bevriesUittreksel(ctx, { dossierId, betrokkeneId: wie.id, feiten, tekst: invoer.tekst, tekstEn: invoer.tekst_en, door: ctx.actor.id });
    const wederhoorId = ctx.nieuwId();
    const termijn = await zetTermijn(ctx, { dossierId, soort: 'wederhoor', compartiment: onderwerp.feiten.compartiment, aanId: ctx.actor.id });
    const naGesprek = gesprekOp === null ? null : momentVan(plusWerkdagen(dagVan(gesprekOp), 1, kalender), kalender.eindeWerkdag);
    const uiterlijk = laatste([termijn.vervalOp, meerTijd, naGesprek]);
    if (meerTijd !== null && meerTijd.epochNanoseconds < termijn.vervalOp.epochNanoseconds) throw veldfout('meer_tijd', `Minder tijd dan de termijn kan niet. Kies ${datumTekst(dagVan(termijn.vervalOp))} of later, of laat dit leeg.`);
    if (!uiterlijk.equals(termijn.vervalOp)) await verzetTermijn(ctx, { id: termijn.id, vervalOp: uiterlijk, versie: 1 });

    const codes = adres === null ? null : nieuweBriefcodes();
    const brief = adres === null || codes === null ? null : await legBriefKlaar(ctx, {
      dossierId, betrokkeneId: wie.id, soort: 'uitnodiging_wederhoor', geadresseerde: { naam: invoer.naam || wie.naam, adres },
      gegevens: {
        feiten: [{ datum: feiten.datum, plaats: feitenIn('nl', feiten).waar || 'op een plek die u bekend is', gedrag: invoer.tekst }], norm: invoer.norm, overweegt: invoer.overweegt,
        uiterlijk: dagVan(uiterlijk).toString(), toegang: { webadres, code: codes.code, controle: codes.controle },
        afspraak: gesprekOp === null ? null : { begin: gesprekOp.toString(), duurMinuten: GESPREK_MINUTEN, plaats: invoer.gesprek_plaats, bijWie: invoer.gesprek_met },
        contact: { wie: invoer.contact_wie, telefoon: invoer.contact_telefoon, email: invoer.contact_email, bereikbaar: '' }, ondertekenaar: invoer.ondertekenaar,
      },
    });
    await ctx.trx.insertInto('wederhoor').values({
      organisatie_id: ctx.organisatieId, id: wederhoorId, dossier_id: dossierId, betrokkene_id: wie.id, uittreksel_id: uittrekselId, wijze: invoer.wijze, verslag: invoer.verslag, gesprek_op: gesprekOp,
      brief_id: brief?.id ?? null, uitgenodigd_door: ctx.actor.id, uitgenodigd_op: ctx.nu, uiterlijk, termijn_id: termijn.id, uitkomst: null, afgerond_op: null, vervallen_op: null, vervallen_reden: null,
    }).execute();
    if (codes !== null) {
      await ctx.trx.insertInto('wederhoorsleutel').values({ organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), wederhoor_id: wederhoorId, soort: 'brief', hash: await briefhash(codes), verloopt_op: uiterlijk }).execute();
    }
    await wijzigDossier(ctx, dossierId, {});
    await legVast(ctx, { dossierId, soort: 'wederhoor_gevraagd', door: ctx.actor.id, gegevens: { wederhoor: wederhoorId, wijze: invoer.wijze } });
    return { resultaat: { id: dossierId, wederhoor: wederhoorId, brief: brief?.id ?? null }, object: { soort: 'wederhoor', id: wederhoorId } };
  },
});

function laatste(momenten: readonly (Temporal.Instant | null)[]): Temporal.Instant {
  const gegeven = momenten.filter((m) => m !== null).toSorted((a, b) => Number(a.epochMilliseconds - b.epochMilliseconds)).at(-1);
  if (gegeven === undefined) throw new Error('er is altijd een termijn');
  return gegeven;
}

/** What must be there for this way of asking; gives the lines of the address, or null when there goes no letter. */
function controleer(invoer: Uitnodiging, wie: { soort: string; naam: string }): string[] | null {
  const velden: { veld: string; tekst: string }[] = [];
  const regels = invoer.adres.split('\n').map((r) => r.trim()).filter((r) => r !== '');
  const onvindbaar = ['onbekend', 'groep', 'account'].includes(wie.soort);
  if (regels.length === 0 && invoer.wijze === 'brief') velden.push({ veld: 'adres', tekst: onvindbaar ? WEET_NIET : 'Vul het adres in waar de brief heen gaat.' });
  if (regels.length === 1 || regels.length > 6) velden.push({ veld: 'adres', tekst: 'Schrijf het adres op twee tot zes regels: straat en nummer, postcode en plaats.' });
  if (regels.length > 0 && invoer.naam === '' && wie.naam === '') velden.push({ veld: 'naam', tekst: 'Vul in aan wie de brief gaat.' });
  if (invoer.verslag === '' && (invoer.wijze === 'telefoon' || (invoer.wijze === 'gesprek' && regels.length === 0))) velden.push({ veld: 'verslag', tekst: 'Schrijf op wat je vroeg en wat de betrokkene antwoordde. Noem ook dat schriftelijk reageren kan.' });
  if (invoer.wijze === 'gesprek') {
    if (invoer.gesprek_datum === '') velden.push({ veld: 'gesprek_datum', tekst: 'Kies op welke dag het gesprek is.' });
    if (invoer.gesprek_tijd === '') velden.push({ veld: 'gesprek_tijd', tekst: 'Vul in hoe laat het gesprek is.' });
    if (invoer.gesprek_plaats === '') velden.push({ veld: 'gesprek_plaats', tekst: 'Vul in waar het gesprek is.' });
    if (invoer.gesprek_met === '') velden.push({ veld: 'gesprek_met', tekst: 'Vul in met wie het gesprek is: een functie, geen naam.' });
  }
  if (invoer.contact_telefoon === '' && invoer.contact_email === '') velden.push({ veld: 'contact_telefoon', tekst: 'Geef een telefoonnummer of een e-mailadres.' });
  if (!invoer.nagekeken) velden.push({ veld: 'nagekeken', tekst: 'Kijk de tekst na en vink dit aan. De betrokkene leest haar precies zo.' });
  if (velden.length > 0) throw fout('invoer.ongeldig', { velden });
  return regels.length === 0 ? null : regels;
}

function leesGesprek(invoer: Uitnodiging, nu: Temporal.Instant, kalender: Parameters<typeof leesWerkdag>[2]): Temporal.Instant | null {
  if (invoer.wijze !== 'gesprek') return null;
  return leesWerkmoment({ datum: invoer.gesprek_datum, tijd: invoer.gesprek_tijd }, nu, kalender, { datum: 'gesprek_datum', tijd: 'gesprek_tijd' });
}
