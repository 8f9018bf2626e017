import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Id } from '../kern/ids.ts';
import { dagVan, momentVan, vervalmoment } from '../kern/tijd/index.ts';
import { instellingenVan, ontvangersVan } from '../inrichting/index.ts';
import { systeemhandeling, type Context, type Deuren } from '../platform/deuren/index.ts';
import { metSysteem, type Db } from '../platform/database/index.ts';
import { briefstand } from '../brieven/index.ts';
import { dossierFeiten, legVast, rondDezeTermijnAf, stelInKennis } from '../dossier/index.ts';
import { geefTijd, laatVervallen, wederhoorOpSlot, type Wederhoorrij } from './handelingen/gedeeld.ts';
import { laatsteVerzenddag } from './regels/werkdag.ts';
import { voldoeHoorplicht } from './stand.ts';

const OPENING = Temporal.PlainTime.from('00:00');

/**
 * The term of a hearing is over. No reaction is an outcome too, but only for who could react: of a letter that left later the term counts
 * from that day, and a letter that never left is no invitation. The letter about an urgent measure says its last day: too late, it is none either.
 */
export const termijnVoorbij = systeemhandeling({
  naam: 'klok.wederhoor',
  invoer: z.object({ id: z.uuid() }),
  async voerUit(ctx) {
    const w = await wederhoorOpSlot(ctx, null, ctx.invoer.id);
    if (!w || w.uitkomst !== null || w.vervallen_op !== null || w.uiterlijk.epochNanoseconds > ctx.nu.epochNanoseconds) return null;
    const om = { object: { soort: 'wederhoor', id: w.id }, dossierId: w.dossier_id };
    if (w.brief_id !== null && w.wijze === 'brief') {
      const brief = await briefstand(ctx, w.brief_id);
      if (brief === null || brief.verzondenOp === null) {
        await laatVervallen(ctx, w, 'De brief is niet verzonden.', null);
        await vertel(ctx, w.dossier_id, w.uitgenodigd_door);
        return { resultaat: { uitkomst: 'vervallen' }, ...om };
      }
      if (brief.soort !== 'uitnodiging_wederhoor' && (await teLaatWeg(ctx, w, brief.verzondenOp))) {
        await laatVervallen(ctx, w, 'De brief ging te laat weg om nog te kunnen reageren.', null);
        await vertel(ctx, w.dossier_id, w.uitgenodigd_door);
        return { resultaat: { uitkomst: 'vervallen' }, ...om };
      }
      const later = brief.soort === 'uitnodiging_wederhoor' ? await termijnVanaf(ctx, w, brief.verzondenOp) : ctx.nu;
      if (later.epochNanoseconds > ctx.nu.epochNanoseconds) {
        await geefTijd(ctx, w, later);
        return { resultaat: { uitkomst: 'verlengd' }, ...om };
      }
    }
    await ctx.trx.updateTable('wederhoor').set((eb) => ({ uitkomst: 'geen_reactie' as const, afgerond_op: w.uiterlijk, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', w.id).execute();
    if (w.termijn_id !== null) await rondDezeTermijnAf(ctx, { id: w.termijn_id, door: null, uitkomst: 'geen_reactie' });
    await voldoeHoorplicht(ctx, { dossierId: w.dossier_id, betrokkeneId: w.betrokkene_id, op: w.uiterlijk, door: null });
    await legVast(ctx, { dossierId: w.dossier_id, soort: 'geen_reactie', door: null, gegevens: { wederhoor: w.id } });
    await vertel(ctx, w.dossier_id, w.uitgenodigd_door);
    return { resultaat: { uitkomst: 'geen_reactie' }, ...om };
  },
});

/** Whether a letter that says until when one can answer left so late that one hardly could; its day stands in print, and the measure hangs on it. */
async function teLaatWeg(ctx: Context, w: Wederhoorrij, verzonden: Temporal.PlainDate): Promise<boolean> {
  const { kalender } = await instellingenVan(ctx);
  return Temporal.PlainDate.compare(laatsteVerzenddag(dagVan(w.uiterlijk), kalender), verzonden) < 0;
}

/** The end of the term when it starts on the day the letter left. */
async function termijnVanaf(ctx: Context, w: Wederhoorrij, verzonden: Temporal.PlainDate): Promise<Temporal.Instant> {
  const { instellingen, kalender } = await instellingenVan(ctx);
  const dossier = await dossierFeiten(ctx, w.dossier_id);
  return vervalmoment(momentVan(verzonden, OPENING), instellingen.termijnen[dossier?.feiten.compartiment ?? 'ambtelijk'].wederhoor, kalender);
}

/** A measure could not wait, and who it is against was not heard in time: it lapses. Whoever keeps the measures asks `verlopenAchteraf`. */
export const hoorplichtVoorbij = systeemhandeling({
  naam: 'klok.hoorplicht',
  invoer: z.object({ id: z.uuid() }),
  async voerUit(ctx) {
    const h = await ctx.trx.selectFrom('hoorplicht').selectAll().where('organisatie_id', '=', ctx.organisatieId).where('id', '=', ctx.invoer.id)
      .where('voldaan_op', 'is', null).where('verlopen_op', 'is', null).where('uiterlijk', '<=', ctx.nu).forUpdate().executeTakeFirst();
    if (!h) return null;
    await ctx.trx.updateTable('hoorplicht').set({ verlopen_op: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', h.id).execute();
    if (h.termijn_id !== null) await rondDezeTermijnAf(ctx, { id: h.termijn_id, door: null, uitkomst: 'verlopen' });
    await legVast(ctx, { dossierId: h.dossier_id, soort: 'hoorplicht_verlopen', door: null, gegevens: { hoorplicht: h.id } });
    const dossier = await dossierFeiten(ctx, h.dossier_id);
    const onderdeelId = dossier?.feiten.onderdelen[0];
    if (dossier && onderdeelId !== undefined) {
      const { compartiment, route, slachtoffers, melders, veroorzakers } = dossier.feiten;
      const wie = await ontvangersVan(ctx, compartiment === 'politiek' ? 'griffier' : 'adviseur', { compartiment, onderdeelId, buitenLeidinggevende: route === 'buiten_leidinggevende', niet: [...slachtoffers, ...melders, ...veroorzakers] });
      for (const aanId of wie) await stelInKennis(ctx, { dossierId: h.dossier_id, aanId, soort: 'te-laat' });
    }
    return { resultaat: null, object: { soort: 'hoorplicht', id: h.id }, dossierId: h.dossier_id };
  },
});

/** Tells who asked that there is something new. */
export async function vertel(ctx: Context, dossierId: Id, aanId: Id): Promise<void> {
  await stelInKennis(ctx, { dossierId, aanId, soort: 'aanvulling' });
}

/** Ends every hearing and every duty to hear of which the term is over, over all organisations. Called by the worker before the clocks of the dossier, which would remind of what is done here. */
export async function wederhoorTik(db: Db, deuren: Deuren): Promise<number> {
  const rijp = await metSysteem(db, async (trx) => (await sql<{ organisatie_id: Id; id: Id; soort: string }>`select organisatie_id, id, soort from wederhoor_rijp(${deuren.nu()}::timestamptz)`.execute(trx)).rows);
  let gedaan = 0;
  for (const r of rijp) {
    const uit = r.soort === 'wederhoor' ? await deuren.voerSysteem(termijnVoorbij, { id: r.id }, r.organisatie_id) : await deuren.voerSysteem(hoorplichtVoorbij, { id: r.id }, r.organisatie_id);
    if (uit !== null || r.soort === 'hoorplicht') gedaan += 1;
  }
  return gedaan;
}
