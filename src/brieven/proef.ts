import { join } from 'node:path';
import { z } from 'zod';
import type { Id } from '../kern/ids.ts';
import type { Bestanden } from '../platform/bestanden/index.ts';
import { handeling, type Deuren, type Wie } from '../platform/deuren/index.ts';
import { dossierOpSlot } from '../dossier/index.ts';
import { kijkBriefNa, verstuurBrief } from './handelingen.ts';
import { legBriefKlaar } from './klaarleggen.ts';
import { maakPdfmaker } from './pdf/maker.ts';
import { briefsoortcodes, type Briefgegevens, type Briefsoort } from './regels/soorten.ts';
import { voorbeeldgegevens } from './regels/voorbeelden.ts';
import { verzegel } from './verzegelen.ts';
import { briefOphalen } from './vragen.ts';

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

/** For tests: a person checks a letter. With `bestanden` its PDF is made and sealed as the page does; without them it only has a hash. */
export async function kijkNaAlsProef(deuren: Deuren, wie: Wie, ids: { id: Id; brief: Id }, bestanden: Bestanden | null = null): Promise<void> {
  const o = await deuren.vraag(briefOphalen, ids, wie);
  let verzegeld = { sha256: 'a'.repeat(64), sleutel: '0'.repeat(32), bytes: 1 };
  if (bestanden !== null) {
    const pdf = maakPdfmaker({ werker: join(import.meta.dirname, 'pdf', 'werker.ts') });
    verzegeld = await verzegel(bestanden, wie.actor.organisatieId, ids.brief, await pdf.maak(o.brief, o.datum));
    await pdf.stop();
  }
  await deuren.voer(kijkBriefNa, { ...ids, versie: o.versie, datum: o.datum, ...verzegeld, tekst: JSON.stringify(o.brief) }, wie);
}

/** For tests: a letter that was checked leaves by registered post, today. */
export async function verstuurAlsProef(deuren: Deuren, wie: Wie, ids: { id: Id; brief: Id }): Promise<void> {
  const { versie } = await deuren.vraag(briefOphalen, ids, wie);
  await deuren.voer(verstuurBrief, { ...ids, versie, wijze: 'aangetekend', datum: 'vandaag', kenmerk: '3SPROEF1' }, wie);
}
