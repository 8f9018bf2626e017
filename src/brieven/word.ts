import { z } from 'zod';
import { fout, veldfout } from '../kern/fouten/index.ts';
import type { Id } from '../kern/ids.ts';
import { dagVan } from '../kern/tijd/index.ts';
import { maakVoornemenWaar } from '../platform/bestanden/index.ts';
import { handeling, type ActorContext } from '../platform/deuren/index.ts';
import { legVast } from '../dossier/index.ts';
import { VELD_SJABLOON } from './docx/keuring.ts';
import { Eenbrief, nogOpen, WEER_CONCEPT, wijzig, wisPdf } from './gedeeld.ts';
import { verborgenIn } from './herkenbaar.ts';
import { schrijfBrief } from './klaarleggen.ts';
import { afzenderVan, briefOpSlot, briefVan, type Briefrij } from './onderwerp.ts';
import { bezwaar, vindVerborgen } from './regels/herkenbaar.ts';
import { ontbrekend } from './regels/huisstijl.ts';
import { briefdag } from './regels/vorm.ts';
import { bezwarenTegenTekst } from './regels/wordtekst.ts';

// What people do with a letter outside our own text: a version edited in Word in its place, and a voided letter made anew.

const alineas = z.array(z.string().max(20_000)).max(3_000);

/** What stands in the Word document of a letter: what one reads, and what one does not see. */
export const Wordtekst = z.object({ alineas, onzichtbaar: alineas });
export type Wordtekst = z.output<typeof Wordtekst>;

/** Refuses an edited letter in which a colleague of the dossier can be recognised, on paper or behind it. */
async function zonderCollegasIn(ctx: ActorContext, dossierId: Id, tekst: Wordtekst, veld: string): Promise<void> {
  const verborgen = await verborgenIn(ctx, dossierId);
  const gevonden = vindVerborgen(tekst.alineas.join('\n'), verborgen);
  if (gevonden.length > 0) throw veldfout(veld, bezwaar(gevonden));
  const achter = vindVerborgen(tekst.onzichtbaar.join('\n'), verborgen);
  if (achter.length > 0) throw veldfout(veld, `${bezwaar(achter)} Het staat in de beschrijving van een afbeelding, een veldnaam of verborgen tekst.`);
}

/**
 * Puts a version that was edited in Word in the place of our own text: the page judged and sealed it. It is held against the people of the dossier and
 * against what the letter must say; then another person reads it, and it is sent as it is.
 */
export const zetWordNeer = handeling({
  naam: 'brief.wijzigen',
  invoer: z.object({ ...Eenbrief, sha256: z.string().regex(/^[0-9a-f]{64}$/), sleutel: z.string().min(1).max(100), bytes: z.int().positive(), tekst: Wordtekst }),
  onderwerp: briefOpSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp: { brief: r, dossierId } } = ctx;
    nogOpen(r, invoer.versie);
    await zonderCollegasIn(ctx, dossierId, invoer.tekst, VELD_SJABLOON);
    // The date is compared when it is checked: only then is it known.
    const bezwaren = bezwarenTegenTekst(briefVan({ ...r, tekst: null }, await afzenderVan(ctx), dagVan(ctx.nu).toString()), r.gegevens, invoer.tekst.alineas);
    if (bezwaren.length > 0) throw veldfout(VELD_SJABLOON, bezwaren.join(' '));
    if (!(await maakVoornemenWaar(ctx.trx, ctx.organisatieId, [invoer.sleutel]))) throw fout('conflict.gewijzigd');
    await wijzig(ctx, { ...WEER_CONCEPT, word_sleutel: invoer.sleutel, word_sha256: invoer.sha256, word_bytes: invoer.bytes, word_tekst: JSON.stringify(invoer.tekst), word_door: ctx.actor.id, word_op: ctx.nu });
    await wisPdf(ctx, r);
    await legVast(ctx, { dossierId, soort: 'brief_gewijzigd', door: ctx.actor.id, gegevens: { brief: r.id } });
    return { resultaat: { id: dossierId, brief: r.id, sleutel: invoer.sleutel }, journaal: { sha256: invoer.sha256 } };
  },
});

/** Goes back to the text we make. */
export const haalWordWeg = handeling({
  naam: 'brief.wijzigen',
  invoer: z.object(Eenbrief),
  onderwerp: briefOpSlot,
  async voerUit(ctx) {
    const { brief: r, dossierId } = ctx.onderwerp;
    nogOpen(r, ctx.invoer.versie);
    if (r.word_sleutel === null) throw fout('conflict.toestand', { redenen: ['Deze brief heeft geen versie uit Word.'] });
    await wijzig(ctx, WEER_CONCEPT);
    await wisPdf(ctx, r);
    await legVast(ctx, { dossierId, soort: 'brief_gewijzigd', door: ctx.actor.id, gegevens: { brief: r.id } });
    return { resultaat: { id: dossierId, brief: r.id } };
  },
});

/** Whether an edited letter may leave: another reads it than who edited it, it is the very document that was put there, it has its date, and still nobody is recognisable in it. */
export async function magWordWeg(ctx: ActorContext, dossierId: Id, r: Briefrij, invoer: { datum: string; sha256: string; sleutel: string; bytes: number }): Promise<void> {
  if (r.word_door === ctx.actor.id) throw fout('conflict.toestand', { redenen: ['Jij zette dit Word-bestand hier neer. Laat een ander het nakijken.'] });
  if (invoer.sha256 !== r.word_sha256 || invoer.sleutel !== r.word_sleutel || invoer.bytes !== r.word_bytes) throw fout('conflict.gewijzigd');
  const tekst = Wordtekst.parse(r.word_tekst);
  await zonderCollegasIn(ctx, dossierId, tekst, '');
  if (!tekst.alineas.join(' ').includes(briefdag(invoer.datum))) throw veldfout('datum', `In het Word-bestand staat niet ‘${briefdag(invoer.datum)}’. Kies de datum die erin staat.`);
  const mist = ontbrekend(await afzenderVan(ctx));
  if (mist.length > 0) throw veldfout('', `Bij Inrichting, Brieven ontbreekt nog ${mist.join(' en ')}.`);
}

/** Makes a letter anew that was voided by mistake: the same letter with a reference of its own, that is checked again. The voided one stays as it was. */
export const maakBriefOpnieuw = handeling({
  naam: 'brief.wijzigen',
  invoer: z.object(Eenbrief),
  onderwerp: briefOpSlot,
  async voerUit(ctx) {
    const { brief: r, dossierId } = ctx.onderwerp;
    if (r.versie !== ctx.invoer.versie) throw fout('conflict.gewijzigd');
    if (r.vervallen_op === null || !r.herstelbaar) throw fout('conflict.toestand', { redenen: ['Deze brief kun je niet opnieuw maken. Wat erin staat geldt niet meer, of er is al een nieuwe.'] });
    const nieuw = await schrijfBrief(ctx, r);
    await ctx.trx.updateTable('brief').set({ herstelbaar: false, vervangen_door: nieuw.id, versie: r.versie + 1 }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', r.id).execute();
    return { resultaat: { id: dossierId, brief: nieuw.id }, journaal: { vervangt: r.id } };
  },
});
