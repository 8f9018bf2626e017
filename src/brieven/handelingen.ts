import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fout, veldfout } from '../kern/fouten/index.ts';
import type { Id } from '../kern/ids.ts';
import { anders, keuze, tekst, veldfouten } from '../kern/invoer.ts';
import { dagVan, leesDatum } from '../kern/tijd/index.ts';
import { maakVoornemenWaar } from '../platform/bestanden/index.ts';
import { handeling, type ActorContext, type Context } from '../platform/deuren/index.ts';
import { legVast } from '../dossier/index.ts';
import { zonderHerkenbaars } from './herkenbaar.ts';
import { afzenderVan, briefOpSlot, briefVan, geldendeBrief, type Briefrij } from './onderwerp.ts';
import { ontbrekend } from './regels/huisstijl.ts';
import { Geadresseerde, gegevensschemas, verzendwijzecodes } from './regels/soorten.ts';
import { metTeksten, vrijeTeksten } from './regels/teksten.ts';
import { Eenbrief, nogOpen, WEER_CONCEPT, wijzig, wisPdf } from './gedeeld.ts';
import { magWordWeg } from './word.ts';

/** Name of a free text in the form and in the errors about it. */
export const tekstveld = (pad: string): string => `tekst.${pad}`;

/** Changes what people wrote in a letter, and to whom it goes. What was checked must be checked again; its PDF goes. */
export const pasBriefAan = handeling({
  naam: 'brief.wijzigen',
  invoer: z.object({ ...Eenbrief, naam: tekst({ max: 200, verplicht: 'Vul in aan wie de brief gaat.' }), adres: tekst({ max: 1000 }), teksten: z.record(z.string().max(200), z.string().max(20_000)) }),
  onderwerp: briefOpSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    const { brief: r, dossierId } = onderwerp;
    nogOpen(r, invoer.versie);
    const gegevens = gegevensschemas[r.soort].safeParse(metTeksten(r.gegevens, invoer.teksten), anders);
    if (!gegevens.success) throw fout('invoer.ongeldig', { velden: veldfouten(gegevens.error).map((v) => ({ ...v, veld: tekstveld(v.veld) })) });
    const aan = Geadresseerde.safeParse({ naam: invoer.naam, adres: invoer.adres.split('\n').map((s) => s.trim()).filter(Boolean) }, anders);
    if (!aan.success) throw veldfout('adres', 'Een adres heeft hoogstens zes regels.');
    await wijzig(ctx, { ...WEER_CONCEPT, gegevens: JSON.stringify(gegevens.data), geadresseerde_naam: aan.data.naam, geadresseerde_adres: JSON.stringify(aan.data.adres) });
    await wisPdf(ctx, r);
    await legVast(ctx, { dossierId, soort: 'brief_gewijzigd', door: ctx.actor.id, gegevens: { brief: r.id } });
    return { resultaat: { id: dossierId, brief: r.id } };
  },
});

/** Refuses a letter in which a colleague of the dossier can be recognised, at the texts where it stands. */
export async function zonderCollegas(ctx: Pick<Context, 'trx' | 'organisatieId'>, dossierId: Id, gegevens: unknown): Promise<void> {
  await zonderHerkenbaars(ctx, dossierId, Object.fromEntries(vrijeTeksten(gegevens).map((t) => [tekstveld(t.pad), t.tekst])));
}

/**
 * A person read the letter and finds it right. From now on its text is the PDF that was made of it, under its hash; the page makes
 * and seals that PDF before, of the version and the text named here. Of a letter edited in Word that document itself is the text, and another than who edited it reads it.
 */
export const kijkBriefNa = handeling({
  naam: 'brief.nakijken',
  invoer: z.object({ ...Eenbrief, datum: z.iso.date(), sha256: z.string().regex(/^[0-9a-f]{64}$/), sleutel: z.string().min(1).max(100), bytes: z.int().positive(), tekst: z.string() }),
  onderwerp: briefOpSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    const { brief: r, dossierId } = onderwerp;
    nogOpen(r, invoer.versie);
    if (r.status !== 'concept') throw fout('conflict.toestand', { redenen: ['Deze brief is al nagekeken.'] });
    if (r.word_sleutel === null) await magWeg(ctx, dossierId, r);
    else await magWordWeg(ctx, dossierId, r, invoer);
    const tekst = JSON.stringify(briefVan(r, await afzenderVan(ctx), invoer.datum));
    // Someone changed the stationery while the PDF was made.
    if (tekst !== invoer.tekst) throw fout('conflict.gewijzigd');
    if (!(await maakVoornemenWaar(ctx.trx, ctx.organisatieId, [invoer.sleutel]))) throw fout('conflict.gewijzigd');
    await wijzig(ctx, { status: 'nagekeken', nagekeken_op: ctx.nu, nagekeken_door: ctx.actor.id, briefdatum: Temporal.PlainDate.from(invoer.datum), tekst, sha256: invoer.sha256, pdf_sleutel: invoer.sleutel, pdf_bytes: invoer.bytes });
    await legVast(ctx, { dossierId, soort: 'brief_nagekeken', door: ctx.actor.id, gegevens: { brief: r.id, briefsoort: r.soort } });
    return { resultaat: { id: dossierId, brief: r.id, sleutel: invoer.sleutel }, journaal: { sha256: invoer.sha256 } };
  },
});

/** Whether a letter may leave: nobody is recognisable in it, it has an address, and the citizen can write back and complain. */
export async function magWeg(ctx: Pick<Context, 'trx' | 'organisatieId'>, dossierId: Id, r: Pick<Briefrij, 'gegevens' | 'geadresseerde_adres'>): Promise<void> {
  await zonderCollegas(ctx, dossierId, r.gegevens);
  const mist = ontbrekend(await afzenderVan(ctx));
  if (mist.length > 0) throw veldfout('', `Bij Inrichting, Brieven ontbreekt nog ${mist.join(' en ')}.`);
}

/** Records that the letter left, how and when: the proof when someone says he never got it (achtergrond §6.2, 9). Nothing of it changes after this. */
export const verstuurBrief = handeling({
  naam: 'brief.versturen',
  invoer: z.object({
    ...Eenbrief, wijze: keuze(verzendwijzecodes, 'Kies hoe de brief is verstuurd.'), datum: tekst({ max: 60, verplicht: 'Vul in wanneer de brief is verstuurd.' }), kenmerk: tekst({ max: 200 }),
  }),
  onderwerp: briefOpSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    const { brief: r, dossierId } = onderwerp;
    nogOpen(r, invoer.versie);
    if (r.status !== 'nagekeken' || r.nagekeken_op === null) throw fout('conflict.toestand', { redenen: ['Kijk de brief eerst na.'] });
    const vandaag = dagVan(ctx.nu);
    const dag = leesDatum(invoer.datum, vandaag);
    if (!dag.ok) throw veldfout('datum', dag.bericht);
    if (Temporal.PlainDate.compare(dag.waarde, vandaag) > 0) throw veldfout('datum', 'Deze dag moet nog komen. Leg het vast als de brief weg is.');
    if (Temporal.PlainDate.compare(dag.waarde, dagVan(r.nagekeken_op)) < 0) throw veldfout('datum', 'Toen was deze brief nog niet nagekeken. Controleer de datum.');
    if (invoer.kenmerk === '' && invoer.wijze !== 'post') throw veldfout('kenmerk', BEWIJS[invoer.wijze]);
    await wijzig(ctx, { status: 'verzonden', verzonden_op: dag.waarde, wijze: invoer.wijze, verzendkenmerk: invoer.kenmerk, verzonden_door: ctx.actor.id, vastgelegd_op: ctx.nu });
    await legVast(ctx, { dossierId, soort: 'brief_verzonden', door: ctx.actor.id, voor: 'slachtoffer', gegevens: { brief: r.id, briefsoort: r.soort } });
    return { resultaat: { id: dossierId, brief: r.id }, journaal: { sha256: r.sha256, wijze: invoer.wijze } };
  },
});

const BEWIJS = {
  aangetekend: 'Vul de code van de aangetekende zending in.', uitgereikt: 'Vul in door wie (functie) en waar de brief is gegeven.', email: 'Vul in naar welk e-mailadres de brief ging.', loket: 'Vul in aan welk loket de brief is opgehaald.',
} as const;

async function vervalt(ctx: Context, r: Briefrij, door: Id | null, herstelbaar: boolean): Promise<void> {
  await ctx.trx.updateTable('brief').set({ ...WEER_CONCEPT, vervallen_op: ctx.nu, herstelbaar, versie: r.versie + 1 }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', r.id).execute();
  await wisPdf(ctx, r);
  await legVast(ctx, { dossierId: r.dossier_id, soort: 'brief_vervallen', door, gegevens: { brief: r.id, briefsoort: r.soort } });
}

/** Withdraws a letter that turned out not to be needed. It stays to be seen; as long as what it is about stands, it can be made anew. */
export const laatBriefVervallen = handeling({
  naam: 'brief.wijzigen',
  invoer: z.object(Eenbrief),
  onderwerp: briefOpSlot,
  async voerUit(ctx) {
    const { brief: r, dossierId } = ctx.onderwerp;
    nogOpen(r, ctx.invoer.versie);
    await vervalt(ctx, r, ctx.actor.id, true);
    return { resultaat: { id: dossierId, brief: r.id } };
  },
});

/** The same within the act of another room, whose measure or hearing was withdrawn: of the letter that counts now. A letter that already left stays; answers whether it did. */
export async function briefVervalt(ctx: Context | ActorContext, briefId: Id): Promise<boolean> {
  const nu = await geldendeBrief(ctx, briefId);
  const r = nu === null ? undefined : await ctx.trx.selectFrom('brief').selectAll().where('organisatie_id', '=', ctx.organisatieId).where('id', '=', nu).executeTakeFirst();
  if (!r || r.status === 'verzonden') return false;
  if (r.vervallen_op !== null) {
    // What it was about is gone as well: it is not made anew.
    await ctx.trx.updateTable('brief').set({ herstelbaar: false }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', r.id).execute();
    return false;
  }
  await vervalt(ctx, r, 'actor' in ctx ? ctx.actor.id : null, false);
  return true;
}
