import { z } from 'zod';
import { vraag } from '../../platform/deuren/index.ts';

/** Who stands at which buildings beside his own workplace, and the buildings there are. */
export const plekkenoverzicht = vraag({
  naam: 'receptie.plekken',
  invoer: z.object({}),
  async haal({ trx, organisatieId }) {
    const [locaties, rijen] = await Promise.all([
      trx.selectFrom('locatie').select(['id', 'naam']).where('organisatie_id', '=', organisatieId).where('actief', '=', true).orderBy('naam').execute(),
      trx.selectFrom('receptieplek as r').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'r.organisatie_id').onRef('m.id', '=', 'r.medewerker_id')).innerJoin('locatie as l', (j) => j.onRef('l.organisatie_id', '=', 'r.organisatie_id').onRef('l.id', '=', 'r.locatie_id'))
        .select(['m.id', 'm.naam', 'l.naam as locatie']).where('r.organisatie_id', '=', organisatieId).where('r.tot', 'is', null).where('m.actief', '=', true).orderBy('m.naam').orderBy('l.naam').execute(),
    ]);
    const per = Map.groupBy(rijen, (r) => r.id);
    return { locaties, mensen: [...per.values()].map((r) => ({ naam: r[0]?.naam ?? '', plekken: r.map((x) => x.locatie) })) };
  },
});
