import { z } from 'zod';
import { isId, type Id } from '../../kern/ids.ts';
import type { Bestanden, Scanuitslag } from '../../platform/bestanden/index.ts';
import { metOrganisatie, type Db } from '../../platform/database/index.ts';
import { systeemhandeling, type Deuren } from '../../platform/deuren/index.ts';
import { plaats, type Gegevens, type Taak } from '../../platform/wachtrij/index.ts';
import { TAAK_SCANNEN, TAAK_WISSEN, zegel } from './handelingen.ts';
import { BEDENKTIJD_DAGEN, type Scan } from './regels.ts';

/** What stands in the place of the name of a file whose contents are gone. */
const GEWIST = 'gewist bestand';

/** How long to wait before asking the scanner again, in minutes: soon at first, then every ten minutes until it is back. */
const wachtMinuten = (keer: number): number => Math.min(10, 2 ** Math.min(keer, 4));

/** Writes down what the scanner said of a file. Nothing happens when another worker did already. */
export const legScanVast = systeemhandeling({
  naam: 'bestand.gescand',
  invoer: z.object({ id: z.uuid(), scan: z.enum(['schoon', 'besmet', 'te_groot', 'geen_scanner']), virus: z.string().max(120).optional() }),
  async voerUit(ctx) {
    const { invoer } = ctx;
    const rij = await ctx.trx.updateTable('bestand').set({ scan: invoer.scan, gescand_op: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', invoer.id)
      .where('scan', '=', 'niet_gescand').returning(['dossier_id', 'sha256']).executeTakeFirst();
    if (!rij) return null;
    return { resultaat: invoer.scan, object: { soort: 'bestand', id: invoer.id }, dossierId: rij.dossier_id ?? undefined, journaal: { scan: invoer.scan, virus: invoer.virus ?? null, sha256: rij.sha256 } };
  },
});

/**
 * Writes down that the contents of a removed file go now, and forgets its name, which may be someone's. Nothing happens when it was put back, was
 * removed again later, or is done already.
 */
export const legWissenVast = systeemhandeling({
  naam: 'bestand.gewist',
  invoer: z.object({ id: z.uuid() }),
  async voerUit(ctx) {
    const rij = await ctx.trx.updateTable('bestand').set({ gewist_op: ctx.nu, naam: GEWIST }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', ctx.invoer.id).where('gewist_op', 'is', null)
      .where('verwijderd_op', 'is not', null).where((eb) => eb.or([eb('weg_door', 'is', null), eb('verwijderd_op', '<=', ctx.nu.subtract({ hours: BEDENKTIJD_DAGEN * 24 }))]))
      .returning(['dossier_id', 'sha256']).executeTakeFirst();
    return rij ? { resultaat: null, object: { soort: 'bestand', id: ctx.invoer.id }, dossierId: rij.dossier_id ?? undefined, journaal: { sha256: rij.sha256 } } : null;
  },
});

export interface Bestandstaakmiddelen {
  db: Db;
  deuren: Deuren;
  bestanden: Bestanden;
}

/** The worker's jobs on files. */
export function bestandstaken({ db, deuren, bestanden }: Bestandstaakmiddelen): Record<string, Taak> {
  const { bewaring, scanner } = bestanden;
  const zoek = (organisatieId: Id, id: Id) =>
    metOrganisatie(db, organisatieId, (trx) => trx.selectFrom('bestand as b').innerJoin('organisatie as o', 'o.organisatie_id', 'b.organisatie_id')
      .select(['b.id', 'b.origineel_sleutel', 'b.kopie_sleutel', 'b.kopie_status', 'b.scan', 'b.verwijderd_op', 'b.gewist_op', 'o.demo']).where('b.organisatie_id', '=', organisatieId).where('b.id', '=', id).executeTakeFirst());
  type Rij = NonNullable<Awaited<ReturnType<typeof zoek>>>;
  const vindplaats = (b: Rij) => ({ origineelSleutel: b.origineel_sleutel, kopieSleutel: b.kopie_sleutel, kopieStatus: b.kopie_status as 'ongewijzigd' });

  return {
    async [TAAK_SCANNEN](gegevens) {
      const { organisatieId, bestandId } = ids(gegevens);
      const b = await zoek(organisatieId, bestandId);
      if (!b || b.verwijderd_op !== null || b.scan !== 'niet_gescand') return;
      const uitslag: Scanuitslag = scanner.ingesteld ? await scanner.scan(await bewaring.leesOrigineel(vindplaats(b), zegel(organisatieId, bestandId))) : { uitslag: 'niet-bereikbaar' };
      const scan = oordeel(uitslag, scanner.ingesteld, b.demo);
      if (scan !== null) {
        await deuren.voerSysteem(legScanVast, { id: bestandId, scan, virus: uitslag.uitslag === 'besmet' ? uitslag.naam : undefined }, organisatieId);
        return;
      }
      // The file stays kept and closed; the job comes back until the scanner does.
      const keer = typeof gegevens['keer'] === 'number' ? gegevens['keer'] : 0;
      await metOrganisatie(db, organisatieId, (trx) => plaats(trx, { taak: TAAK_SCANNEN, gegevens: { organisatieId, bestandId, keer: keer + 1 }, nietVoor: deuren.nu().add({ minutes: wachtMinuten(keer) }), sleutel: bestandId }));
    },

    async [TAAK_WISSEN](gegevens) {
      const { organisatieId, bestandId } = ids(gegevens);
      const b = await zoek(organisatieId, bestandId);
      if (!b) return;
      // First written down, so that nobody puts back what is being taken away; done again when the process was killed in between.
      await deuren.voerSysteem(legWissenVast, { id: bestandId }, organisatieId);
      if ((await zoek(organisatieId, bestandId))?.gewist_op === null) return;
      await bewaring.verwijder(vindplaats(b));
    },
  };
}

/** What the scanner's answer makes of a file; null when there is no answer yet. Only a demo does without a scanner. */
function oordeel(u: Scanuitslag, ingesteld: boolean, demo: boolean): Exclude<Scan, 'niet_gescand'> | null {
  if (u.uitslag === 'niet-bereikbaar') return !ingesteld && demo ? 'geen_scanner' : null;
  return u.uitslag === 'te-groot' ? 'te_groot' : u.uitslag;
}

function ids(gegevens: Gegevens): { organisatieId: Id; bestandId: Id } {
  const { organisatieId, bestandId } = gegevens;
  if (typeof organisatieId !== 'string' || typeof bestandId !== 'string' || !isId(organisatieId) || !isId(bestandId)) throw new TypeError('taak zonder organisatie en bestand');
  return { organisatieId, bestandId };
}
