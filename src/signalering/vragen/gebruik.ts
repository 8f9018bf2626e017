import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../kern/rechten/index.ts';
import { vraag } from '../../platform/deuren/index.ts';
import type { Tabellen } from '../../platform/database/tabellen.ts';

/** Which reports of use someone watches over: those of his compartment, all for the FG, and never his own. */
export function toezichtOp<T extends keyof Tabellen & 'gebruiksmelding'>(eb: ExpressionBuilder<Tabellen, T>, actor: Actor): Expression<SqlBool> {
  const e = eb as unknown as ExpressionBuilder<Tabellen, 'gebruiksmelding'>;
  const nietZelf = e.or([e('gebruiksmelding.medewerker_id', 'is', null), e('gebruiksmelding.medewerker_id', '!=', actor.id)]);
  if (actor.rollen.some((r) => r.rol === 'fg')) return nietZelf;
  const waar = actor.rollen.filter((r) => r.rol === 'adviseur' || r.rol === 'griffier').map((r) => r.compartiment);
  return waar.length === 0 ? e.lit(false) : e.and([nietZelf, e('gebruiksmelding.compartiment', 'in', waar)]);
}

/** Use that looked like browsing: who, which pattern, how often. Of whom was asked nothing is known here. */
export const gebruikLezen = vraag({
  naam: 'controle.toezicht',
  invoer: z.object({}),
  journaal: true,
  async haal({ trx, organisatieId, actor }) {
    const lees = trx.selectFrom('gebruiksmelding').leftJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'gebruiksmelding.organisatie_id').onRef('m.id', '=', 'gebruiksmelding.medewerker_id'))
      .leftJoin('systeemkoppeling as k', (j) => j.onRef('k.organisatie_id', '=', 'gebruiksmelding.organisatie_id').onRef('k.id', '=', 'gebruiksmelding.koppeling_id'))
      .leftJoin('medewerker as a', (j) => j.onRef('a.organisatie_id', '=', 'gebruiksmelding.organisatie_id').onRef('a.id', '=', 'gebruiksmelding.afgehandeld_door'))
      .select(['gebruiksmelding.id', 'gebruiksmelding.patroon', 'gebruiksmelding.aantal', 'gebruiksmelding.geremd', 'gebruiksmelding.op', 'gebruiksmelding.afgehandeld_op', 'gebruiksmelding.uitkomst', 'gebruiksmelding.notitie', 'm.naam', 'm.telefoon', 'k.naam as systeem', 'a.naam as door'])
      .where('gebruiksmelding.organisatie_id', '=', organisatieId).where((eb) => toezichtOp(eb as never, actor));
    const [open, klaar] = await Promise.all([
      lees.where('gebruiksmelding.afgehandeld_op', 'is', null).orderBy('gebruiksmelding.op').limit(100).execute(),
      lees.where('gebruiksmelding.afgehandeld_op', 'is not', null).orderBy('gebruiksmelding.afgehandeld_op', 'desc').limit(50).execute(),
    ]);
    return { open, klaar };
  },
});
export type Gebruiksbeeld = Awaited<ReturnType<typeof gebruikLezen.haal>>;
