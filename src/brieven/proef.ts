import { z } from 'zod';
import type { Id } from '../kern/ids.ts';
import { handeling } from '../platform/deuren/index.ts';
import { dossierOpSlot } from '../dossier/index.ts';
import { legBriefKlaar } from './klaarleggen.ts';
import { briefsoortcodes, type Briefgegevens, type Briefsoort } from './regels/soorten.ts';
import { voorbeeldgegevens } from './regels/voorbeelden.ts';

/** For tests: an act that only prepares a letter, as the act of another room does along the way. */
export const zetBriefKlaar = handeling({
  naam: 'dossier.notitie',
  invoer: z.object({ id: z.string(), soort: z.enum(briefsoortcodes), over: z.record(z.string(), z.unknown()).default({}), betrokkene: z.string().optional(), naam: z.string().default('J. Jansen'), adres: z.array(z.string()).default(['Straat 1', '1234 AB Proefdam']) }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp: { dossierId } } = ctx;
    const over = await ctx.trx.selectFrom('betrokkene').select('id').where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('rol', '=', 'veroorzaker').executeTakeFirstOrThrow();
    const gegevens = { ...voorbeeldgegevens[invoer.soort], ...invoer.over } as Briefgegevens<Briefsoort>;
    const brief: { id: Id } = await legBriefKlaar(ctx, { dossierId, betrokkeneId: invoer.betrokkene ?? over.id, soort: invoer.soort, geadresseerde: { naam: invoer.naam, adres: invoer.adres }, gegevens });
    return { resultaat: brief };
  },
});
