import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import { keuze, tekst } from '../../kern/invoer.ts';
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

/** Bytes and pixels of a logo: enough for print, little enough to go into every letter. */
export const logogrenzen = { bytes: 512 * 1024, pixels: 4_000 } as const;

/** Puts a logo on the letters from now on, in the place of the one there was; the page judged the picture and made it anew. */
export const plaatsLogo = handeling({
  naam: 'brief.inrichten',
  invoer: z.object({
    mediatype: z.enum(['image/png', 'image/jpeg']), inhoud: z.instanceof(Buffer).refine((b) => b.length <= logogrenzen.bytes), breedte: z.int().min(1).max(logogrenzen.pixels), hoogte: z.int().min(1).max(logogrenzen.pixels),
    alt: tekst({ max: 200, verplicht: 'Schrijf wat er op het logo staat. Wie het niet ziet, hoort dat dan.' }),
  }),
  async voerUit(ctx) {
    await ctx.trx.updateTable('brieflogo').set({ vervallen_op: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('vervallen_op', 'is', null).execute();
    const id = ctx.nieuwId();
    await ctx.trx.insertInto('brieflogo').values({ organisatie_id: ctx.organisatieId, id, ...ctx.invoer, door: ctx.actor.id, op: ctx.nu, vervallen_op: null }).execute();
    return { resultaat: {}, object: { soort: 'brieflogo', id } };
  },
});

/** Goes back to letters with only the name. */
export const haalLogoWeg = handeling({
  naam: 'brief.inrichten',
  invoer: z.object({}),
  async voerUit(ctx) {
    const r = await ctx.trx.updateTable('brieflogo').set({ vervallen_op: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('vervallen_op', 'is', null).returning('id').executeTakeFirst();
    if (!r) throw veldfout('', 'Er staat geen logo meer op de brieven.');
    return { resultaat: {}, object: { soort: 'brieflogo', id: r.id } };
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
