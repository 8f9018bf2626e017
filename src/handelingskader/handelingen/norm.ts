import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import { keuze, tekst } from '../../kern/invoer.ts';
import { dagVan } from '../../kern/tijd/index.ts';
import { handeling } from '../../platform/deuren/index.ts';
import { normOp, normsoortcodes } from '../normen.ts';

const MEESTE_REGELS = 30;
const MEEST_PER_REGEL = 500;

/** Publishes a new text of the norm or the house rules, from today; the texts before it stay. */
export const schrijfNorm = handeling({
  naam: 'norm.wijzigen',
  invoer: z.object({
    soort: keuze(normsoortcodes, 'Kies norm of huisregels.'), nummer: z.coerce.number({ error: 'Open de pagina opnieuw.' }).int().positive(),
    titel: tekst({ max: 120, verplicht: 'Geef een titel.' }), inleiding: tekst({ max: 1_000 }), regels: tekst({ max: 15_000, verplicht: 'Schrijf minstens één regel.' }), slot: tekst({ max: 1_000 }),
  }),
  async voerUit(ctx) {
    const { soort, nummer, titel, inleiding, slot } = ctx.invoer;
    const regels = ctx.invoer.regels.split('\n').map((r) => r.trim()).filter((r) => r !== '');
    if (regels.length > MEESTE_REGELS) throw veldfout('regels', `Dit zijn ${regels.length} regels. Er passen er ${MEESTE_REGELS}.`);
    if (regels.some((r) => r.length > MEEST_PER_REGEL)) throw veldfout('regels', `Een regel is te lang. Maak er kortere zinnen van, hoogstens ${MEEST_PER_REGEL} tekens.`);
    const vandaag = dagVan(ctx.nu);
    if ((await normOp(ctx, soort, vandaag)).nummer !== nummer) throw fout('conflict.gewijzigd');
    const nieuw = await ctx.trx.insertInto('normversie').values({ organisatie_id: ctx.organisatieId, soort, nummer: nummer + 1, vanaf: vandaag, titel, inleiding, regels, slot, door: ctx.actor.id, op: ctx.nu })
      .onConflict((c) => c.doNothing()).returning('nummer').executeTakeFirst();
    if (!nieuw) throw fout('conflict.gewijzigd');
    return { resultaat: { soort }, object: { soort: 'norm', id: soort }, journaal: { nummer: nieuw.nummer } };
  },
});
