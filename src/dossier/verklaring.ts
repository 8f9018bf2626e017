import { z } from 'zod';
import { fout } from '../kern/fouten/index.ts';
import { id } from '../kern/invoer.ts';
import { vraag } from '../platform/deuren/index.ts';
import { dossierOnderwerp } from './onderwerp.ts';

/** The own statement of whoever was asked: the question, and what he wrote. Nothing else of the dossier. */
export const eigenVerklaring = vraag({
  naam: 'verklaring.eigen',
  invoer: z.object({ id: id('Deze verklaring bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  async haal({ trx, organisatieId, actor, onderwerp }) {
    const v = await trx.selectFrom('verklaring as v').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'v.organisatie_id').onRef('m.id', '=', 'v.gevraagd_door'))
      .select(['v.dossier_id', 'v.vraag', 'v.tekst', 'v.gegeven_op', 'v.gevraagd_op', 'm.naam as gevraagd_door'])
      .where('v.organisatie_id', '=', organisatieId).where('v.dossier_id', '=', onderwerp.dossierId).where('v.medewerker_id', '=', actor.id).where('v.ingetrokken_op', 'is', null).executeTakeFirst();
    if (!v) throw fout('niet-gevonden');
    return v;
  },
});
