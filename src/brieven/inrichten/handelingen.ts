import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import { keuze } from '../../kern/invoer.ts';
import { handeling } from '../../platform/deuren/index.ts';
import { contrast } from '../../ontwerp/index.ts';
import { Huisstijl } from '../regels/huisstijl.ts';
import { briefsoortcodes } from '../regels/soorten.ts';

/** Sets what stands on every letter from now on. Letters that were checked keep what they had. */
export const stelHuisstijlIn = handeling({
  naam: 'brief.inrichten',
  invoer: Huisstijl.extend({ kleur: Huisstijl.shape.kleur.refine((k) => contrast(k, '#ffffff') >= 4.5, { error: 'Deze kleur is op wit papier niet goed te lezen. Kies een donkerdere.' }), versie: z.coerce.number().int().min(0) }),
  async voerUit(ctx) {
    const { versie, ...huisstijl } = ctx.invoer;
    const gegevens = JSON.stringify(huisstijl);
    const uit = versie === 0
      ? await ctx.trx.insertInto('briefhuisstijl').values({ organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), gegevens }).onConflict((c) => c.doNothing()).returning('id').executeTakeFirst()
      : await ctx.trx.updateTable('briefhuisstijl').set({ gegevens, versie: versie + 1 }).where('organisatie_id', '=', ctx.organisatieId).where('versie', '=', versie).returning('id').executeTakeFirst();
    if (!uit) throw fout('conflict.gewijzigd');
    return { resultaat: {}, object: { soort: 'briefhuisstijl', id: uit.id } };
  },
});

/** Puts a template that was judged in the place of the one there was; that one stays, for what was made of it. */
export const plaatsSjabloon = handeling({
  naam: 'brief.inrichten',
  invoer: z.object({ soort: keuze(briefsoortcodes, 'Kies een brief.'), naam: z.string().min(1).max(200), inhoud: z.instanceof(Buffer) }),
  async voerUit(ctx) {
    const { soort, naam, inhoud } = ctx.invoer;
    await haalWeg(ctx, soort);
    const id = ctx.nieuwId();
    const sha256 = createHash('sha256').update(inhoud).digest('hex');
    await ctx.trx.insertInto('briefsjabloon').values({ organisatie_id: ctx.organisatieId, id, soort, naam, sha256, inhoud, door: ctx.actor.id, op: ctx.nu, vervallen_op: null }).execute();
    return { resultaat: { soort }, object: { soort: 'briefsjabloon', id }, journaal: { soort, sha256 } };
  },
});

/** Goes back to our own template for a letter. */
export const haalSjabloonWeg = handeling({
  naam: 'brief.inrichten',
  invoer: z.object({ soort: keuze(briefsoortcodes, 'Kies een brief.') }),
  async voerUit(ctx) {
    const id = await haalWeg(ctx, ctx.invoer.soort);
    if (id === null) throw veldfout('', 'Deze brief heeft geen eigen sjabloon meer.');
    return { resultaat: { soort: ctx.invoer.soort }, object: { soort: 'briefsjabloon', id } };
  },
});

async function haalWeg(ctx: Parameters<typeof haalSjabloonWeg.voerUit>[0] | Parameters<typeof plaatsSjabloon.voerUit>[0], soort: (typeof briefsoortcodes)[number]): Promise<string | null> {
  const r = await ctx.trx.updateTable('briefsjabloon').set({ vervallen_op: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('soort', '=', soort).where('vervallen_op', 'is', null).returning('id').executeTakeFirst();
  return r?.id ?? null;
}
