import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import { id, keuze, tekst } from '../../kern/invoer.ts';
import { rondTermijnAf } from '../../dossier/index.ts';
import { handeling } from '../../platform/deuren/index.ts';
import { toezichtOp } from '../vragen/gebruik.ts';
import { gebruiksuitkomstcodes } from '../regels/woorden.ts';

/** What came of looking at use that looked like browsing. Nobody closes his own. */
export const handelGebruikAf = handeling({
  naam: 'controle.toezicht.afronden',
  invoer: z.object({ id: id('Deze melding is er niet meer.'), uitkomst: keuze(gebruiksuitkomstcodes, 'Kies wat eruit kwam.'), notitie: tekst({ max: 2_000, verplicht: 'Schrijf kort op wat je hebt gedaan.' }) }),
  async voerUit(ctx) {
    const { trx, organisatieId, invoer: i, actor, nu } = ctx;
    const uit = await trx.updateTable('gebruiksmelding').set((eb) => ({ afgehandeld_op: nu, afgehandeld_door: actor.id, uitkomst: i.uitkomst, notitie: i.notitie, versie: eb('versie', '+', 1) }))
      .where('organisatie_id', '=', organisatieId).where('id', '=', i.id).where('afgehandeld_op', 'is', null).where((eb) => toezichtOp(eb, actor)).executeTakeFirst();
    if (Number(uit.numUpdatedRows) === 0) throw fout('niet-gevonden');
    await rondTermijnAf(ctx, { onderwerpId: i.id, soort: 'gebruik', door: actor.id, uitkomst: 'gedaan' });
    return { resultaat: { id: i.id }, object: { soort: 'gebruiksmelding', id: i.id } };
  },
});
