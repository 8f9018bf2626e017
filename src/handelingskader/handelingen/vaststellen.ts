import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, keuze, tekst, versie } from '../../kern/invoer.ts';
import { dagVan, datumTekst, leesDatum } from '../../kern/tijd/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { kijkNa } from '../regels/nakijken.ts';
import { persoonssoortcodes, type Persoonssoort } from '../regels/soorten.ts';
import { nieuwsteVersie } from '../versies.ts';
import { onderwerpVan, OPSTELLERS, VASTSTELLERS, vereisConcept, vereisRol, versieOpSlot, type Versierij } from './gedeeld.ts';

const welke = { id: id('Open de versie opnieuw.'), versie };

/** Begins a draft as a copy of the newest version that was put in force. One at a time, so that work does not grow apart. */
export const maakConcept = handeling({
  naam: 'kader.wijzigen',
  invoer: z.object({ soort: keuze(persoonssoortcodes, 'Kies voor wie het handelingskader is.') }),
  async voerUit(ctx) {
    const { soort } = ctx.invoer;
    vereisRol(ctx.actor, soort, OPSTELLERS);
    const [nieuwste, hoogste] = await Promise.all([
      nieuwsteVersie(ctx, soort),
      ctx.trx.selectFrom('kaderversie').select((eb) => eb.fn.max('nummer').as('n')).where('organisatie_id', '=', ctx.organisatieId).where('persoonssoort', '=', soort).executeTakeFirstOrThrow(),
    ]);
    const nieuw = ctx.nieuwId();
    const gemaakt = await ctx.trx.insertInto('kaderversie').values({
      organisatie_id: ctx.organisatieId, id: nieuw, persoonssoort: soort, nummer: hoogste.n + 1, status: 'concept', inhoud: JSON.stringify(nieuwste.kader), vanaf: null,
      opgesteld_door: ctx.actor.id, opgesteld_op: ctx.nu, bewerkers: [ctx.actor.id], voorgelegd_door: null, voorgelegd_op: null, gepubliceerd_door: null, gepubliceerd_op: null,
    }).onConflict((c) => c.doNothing()).returning('id').executeTakeFirst();
    if (!gemaakt) throw fout('conflict.toestand', { redenen: ['Er is al een concept. Werk daarin verder.'] });
    return { resultaat: { id: nieuw }, object: onderwerpVan({ id: nieuw }) };
  },
});

/** The forms of aggression in use, to look a version over with. */
export async function vormenInGebruik(ctx: Pick<ActorContext, 'trx' | 'organisatieId'>): Promise<{ id: Id; code: string; naam: string }[]> {
  return ctx.trx.selectFrom('agressievorm').select(['id', 'code', 'naam']).where('organisatie_id', '=', ctx.organisatieId).where('actief', '=', true).orderBy('volgorde').execute();
}

async function vereisZonderFouten(ctx: ActorContext, v: Versierij): Promise<void> {
  const fouten = kijkNa(v.kader, await vormenInGebruik(ctx)).filter((b) => b.ernst === 'fout');
  if (fouten.length > 0) throw fout('conflict.toestand', { redenen: ['Deze versie kan nog niet gelden:', ...fouten.slice(0, 10).map((b) => b.zin)] });
}

/** A version never counts backwards: running cases would get another advice than they had. */
async function vereisBegin(ctx: ActorContext, soort: Persoonssoort, vanaf: Temporal.PlainDate, mis: (zin: string) => Error): Promise<void> {
  if (Temporal.PlainDate.compare(vanaf, dagVan(ctx.nu)) < 0) throw mis('Deze dag is al geweest. Een versie geldt nooit met terugwerkende kracht.');
  const laatste = (await nieuwsteVersie(ctx, soort)).versie.vanaf;
  if (Temporal.PlainDate.compare(vanaf, laatste) < 0) throw mis(`Er is al een versie die op ${datumTekst(laatste)} begint. Kies die dag of een latere.`);
}

/** Submits a draft with the day from which it should hold; it cannot be changed from now on. */
export const legVersieVoor = handeling({
  naam: 'kader.wijzigen',
  invoer: z.object({ ...welke, vanaf: tekst({ max: 60, verplicht: 'Vul in vanaf welke dag deze versie geldt.' }), toelichting: tekst({ max: 4_000, verplicht: 'Schrijf wat er verandert en waarom.' }) }),
  async voerUit(ctx) {
    const { invoer } = ctx;
    const v = await versieOpSlot(ctx, invoer.id, invoer.versie, OPSTELLERS);
    vereisConcept(v);
    const dag = leesDatum(invoer.vanaf, dagVan(ctx.nu), 'toekomst');
    if (!dag.ok) throw veldfout('vanaf', dag.bericht);
    await vereisBegin(ctx, v.persoonssoort, dag.waarde, (zin) => veldfout('vanaf', zin));
    await vereisZonderFouten(ctx, v);
    await ctx.trx.updateTable('kaderversie').set((eb) => ({ status: 'voorgelegd', vanaf: dag.waarde, toelichting: invoer.toelichting, voorgelegd_door: ctx.actor.id, voorgelegd_op: ctx.nu, versie: eb('versie', '+', 1) }))
      .where('organisatie_id', '=', ctx.organisatieId).where('id', '=', v.id).execute();
    return { resultaat: { id: v.id }, object: onderwerpVan(v) };
  },
});

/** Takes a submitted version back to work on it, or sends it back as the second person. */
export const haalVersieTerug = handeling({
  naam: 'kader.vaststellen',
  invoer: z.object(welke),
  async voerUit(ctx) {
    const v = await versieOpSlot(ctx, ctx.invoer.id, ctx.invoer.versie, VASTSTELLERS);
    if (v.status !== 'voorgelegd') throw fout('conflict.toestand', { redenen: ['Deze versie is niet voorgelegd.'] });
    await ctx.trx.updateTable('kaderversie').set((eb) => ({ status: 'concept', vanaf: null, voorgelegd_door: null, voorgelegd_op: null, versie: eb('versie', '+', 1) }))
      .where('organisatie_id', '=', ctx.organisatieId).where('id', '=', v.id).execute();
    return { resultaat: { id: v.id }, object: onderwerpVan(v) };
  },
});

/** Who had a hand in a version is never the second pair of eyes. */
export function werkteMee(v: { bewerkers: readonly Id[]; opgesteldDoor: Id | null; voorgelegdDoor: Id | null }, wie: Id): boolean {
  return v.bewerkers.includes(wie) || v.opgesteldDoor === wie || v.voorgelegdDoor === wie;
}

/** Puts a version in force from its day, as the second person. Nothing of it can be changed after this. */
export const stelVersieVast = handeling({
  naam: 'kader.vaststellen',
  invoer: z.object(welke),
  async voerUit(ctx) {
    const v = await versieOpSlot(ctx, ctx.invoer.id, ctx.invoer.versie, VASTSTELLERS);
    if (v.status !== 'voorgelegd') throw fout('conflict.toestand', { redenen: ['Deze versie is niet voorgelegd.'] });
    if (werkteMee(v, ctx.actor.id)) throw fout('conflict.toestand', { redenen: ['Jij werkte aan deze versie. Een tweede persoon moet haar vaststellen.'] });
    const { vanaf } = await ctx.trx.selectFrom('kaderversie').select('vanaf').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', v.id).executeTakeFirstOrThrow();
    if (vanaf === null) throw new Error('een voorgelegde versie heeft altijd een begindatum');
    await vereisBegin(ctx, v.persoonssoort, vanaf, (zin) => fout('conflict.toestand', { redenen: [zin, 'Haal de versie terug en kies een nieuwe dag.'] }));
    await vereisZonderFouten(ctx, v);
    await ctx.trx.updateTable('kaderversie').set((eb) => ({ status: 'gepubliceerd', gepubliceerd_door: ctx.actor.id, gepubliceerd_op: ctx.nu, versie: eb('versie', '+', 1) }))
      .where('organisatie_id', '=', ctx.organisatieId).where('id', '=', v.id).execute();
    return { resultaat: { id: v.id, vanaf: vanaf.toString() }, object: onderwerpVan(v) };
  },
});

/** Gives up a draft; it stays readable and its number is not used again. */
export const gooiConceptWeg = handeling({
  naam: 'kader.wijzigen',
  invoer: z.object(welke),
  async voerUit(ctx) {
    const v = await versieOpSlot(ctx, ctx.invoer.id, ctx.invoer.versie, OPSTELLERS);
    if (v.status !== 'concept' && v.status !== 'voorgelegd') throw fout('conflict.toestand', { redenen: ['Deze versie staat vast.'] });
    await ctx.trx.updateTable('kaderversie').set((eb) => ({ status: 'vervallen', versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', v.id).execute();
    return { resultaat: { id: v.id }, object: onderwerpVan(v) };
  },
});
