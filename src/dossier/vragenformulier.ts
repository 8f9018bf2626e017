import { z } from 'zod';
import { id } from '../kern/invoer.ts';
import { instellingenVan } from '../inrichting/index.ts';
import { vraag } from '../platform/deuren/index.ts';
import type { Sluitvoorwaarde } from './handelingen/sluiten.ts';
import { dossierOnderwerp, zichtbaar } from './onderwerp.ts';

/** The choices in the forms of a dossier: places and forms of aggression of the organisation. */
export const keuzelijsten = vraag({
  naam: 'dossier.lijst',
  invoer: z.object({}),
  async haal({ trx, organisatieId }) {
    const [locaties, vormen] = await Promise.all([
      trx.selectFrom('locatie').select(['id', 'naam']).where('organisatie_id', '=', organisatieId).where('actief', '=', true).orderBy('naam').execute(),
      trx.selectFrom('agressievorm').select(['id', 'naam', 'voorbeeld']).where('organisatie_id', '=', organisatieId).where('actief', '=', true).orderBy('volgorde').execute(),
    ]);
    return { locaties, vormen };
  },
});

/** Makes the read that says what still stands in the way of closing. */
export function wachtOp(voorwaarden: readonly Sluitvoorwaarde[]) {
  return vraag({
    naam: 'dossier.lezen',
    invoer: z.object({ id: id('Dit dossier bestaat niet.') }),
    onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
    haal: async (ctx) => (await Promise.all(voorwaarden.map((voorwaarde) => voorwaarde(ctx, ctx.onderwerp)))).flat(),
  });
}

/** Other open dossiers about nearly the same time, at the same place first: possibly the same event. Only what this person may join. */
export const mogelijkDezelfde = vraag({
  naam: 'dossier.koppelen',
  invoer: z.object({ id: id('Dit dossier bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { trx, organisatieId, actor, onderwerp } = ctx;
    const { instellingen } = await instellingenVan(ctx);
    const dit = await trx.selectFrom('dossier').select(['voorval_op', 'voorval_precies', 'locatie_id']).where('organisatie_id', '=', organisatieId).where('id', '=', onderwerp.dossierId).executeTakeFirstOrThrow();
    // A report that names only the day can be a whole day off.
    const uren = instellingen.zelfdeGebeurtenisUren + (dit.voorval_precies === 'dag' ? 24 : 0);
    return trx.selectFrom('dossier').leftJoin('locatie as l', (j) => j.onRef('l.organisatie_id', '=', 'dossier.organisatie_id').onRef('l.id', '=', 'dossier.locatie_id'))
      .select(['dossier.id', 'dossier.nummer', 'dossier.titel', 'dossier.voorval_op', 'l.naam as locatie'])
      .where('dossier.organisatie_id', '=', organisatieId).where('dossier.id', '!=', onderwerp.dossierId).where('dossier.status', '!=', 'gesloten').where('dossier.compartiment', '=', onderwerp.feiten.compartiment)
      .where('dossier.voorval_op', '>=', dit.voorval_op.subtract({ hours: uren })).where('dossier.voorval_op', '<=', dit.voorval_op.add({ hours: uren }))
      .where((eb) => zichtbaar(eb, actor, 'dossier.koppelen'))
      .orderBy((eb) => eb.case().when('dossier.locatie_id', 'is not distinct from', dit.locatie_id).then(0).else(1).end()).orderBy('dossier.voorval_op', 'desc').limit(20).execute();
  },
});
