import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Id } from '../../kern/ids.ts';
import { id } from '../../kern/invoer.ts';
import { algemeneHoedanigheden, mag, type Compartiment } from '../../kern/rechten/index.ts';
import { namenVan } from '../../inrichting/index.ts';
import { vraag, type ActorContext, type Onderwerp } from '../../platform/deuren/index.ts';
import { dossierOpSlot, openTermijnenOver } from '../../dossier/index.ts';
import { incidentenVan } from '../incidenten.ts';
import { groepen, groepVan, type Groep } from '../lezen.ts';
import { isZelf, regieIn, slotOpPersonen } from '../onderwerp.ts';
import type { AvgverzoekTabel } from '../tabellen/typen.ts';

const TOEZICHT = ['adviseur', 'griffier', 'fg'] as const;

export interface VerzoekOnderwerp extends Onderwerp {
  verzoek: Selectable<AvgverzoekTabel>;
  groep: Groep;
  compartiment: Compartiment;
}

/** A request, for who handles persons or watches over them in its compartment; for anyone else it is not there. */
export async function verzoekOnderwerp(ctx: ActorContext, verzoekId: Id): Promise<VerzoekOnderwerp | null> {
  const verzoek = await ctx.trx.selectFrom('avgverzoek').selectAll().where('organisatie_id', '=', ctx.organisatieId).where('id', '=', verzoekId).executeTakeFirst();
  const groep = verzoek && (await groepVan(ctx, verzoek.persoon_id));
  if (!verzoek || !groep || !regieIn(ctx.actor, TOEZICHT).includes(verzoek.compartiment) || isZelf(groep, ctx.actor)) return null;
  return { object: { soort: 'avgverzoek', id: verzoekId }, hoedanigheden: algemeneHoedanigheden(ctx.actor), verzoek, groep, compartiment: verzoek.compartiment };
}

/**
 * The same for an act; `dossierId` is the dossier a letter is prepared in, locked before the persons as every act does. What only who
 * handles persons may do, is refused to who watches.
 */
export async function verzoekOpSlot(ctx: ActorContext, verzoekId: Id, { dossierId = null, wie = 'regie' }: { dossierId?: Id | null; wie?: 'regie' | 'toezicht' } = {}): Promise<VerzoekOnderwerp | null> {
  if (dossierId !== null && !(await dossierOpSlot(ctx, dossierId))) return null;
  await slotOpPersonen(ctx);
  const o = await verzoekOnderwerp(ctx, verzoekId);
  return o && (wie === 'toezicht' || regieIn(ctx.actor).includes(o.compartiment)) ? o : null;
}

/** Requests of the compartments of who asks, what is still open first; without a name. */
export const verzoekenlijst = vraag({
  naam: 'avg.lijst',
  invoer: z.object({}),
  async haal(ctx) {
    const waar = regieIn(ctx.actor, TOEZICHT);
    if (waar.length === 0) return { verzoeken: [] };
    const rijen = await ctx.trx.selectFrom('avgverzoek as v').leftJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'v.organisatie_id').onRef('m.id', '=', 'v.aan_id'))
      .leftJoin('termijn as t', (j) => j.onRef('t.organisatie_id', '=', 'v.organisatie_id').onRef('t.onderwerp_id', '=', 'v.id').on('t.afgerond_op', 'is', null))
      .innerJoin('persoon as p', (j) => j.onRef('p.organisatie_id', '=', 'v.organisatie_id').onRef('p.id', '=', 'v.persoon_id'))
      .select(['v.id', 'v.soort', 'v.status', 'v.uitkomst', 'v.ontvangen_op', 'v.compartiment', 'm.naam as aan', 't.verval_op', 'p.groep_id'])
      .where('v.organisatie_id', '=', ctx.organisatieId).where('v.compartiment', 'in', waar).orderBy((eb) => eb('v.status', '=', 'afgerond')).orderBy('t.verval_op').orderBy('v.ontvangen_op', 'desc').orderBy('v.id').limit(300).execute();
    // Of himself nobody sees that there is a request.
    const groep = await groepen(ctx, [...new Set(rijen.map((r) => r.groep_id))]);
    return { verzoeken: rijen.filter((r) => { const g = groep.get(r.groep_id); return g !== undefined && !isZelf(g, ctx.actor); }) };
  },
});

/** One request with its steps. */
export const verzoekbeeld = vraag({
  naam: 'avg.lezen',
  invoer: z.object({ id: id('Dit verzoek bestaat niet.') }),
  journaal: true,
  onderwerp: (ctx, i) => verzoekOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { verzoek, groep, hoedanigheden } = ctx.onderwerp;
    const behandelt = regieIn(ctx.actor).includes(verzoek.compartiment);
    const [stappen, termijnen, incidenten] = await Promise.all([
      ctx.trx.selectFrom('avgstap').select(['id', 'op', 'door', 'soort', 'tekst']).where('organisatie_id', '=', ctx.organisatieId).where('verzoek_id', '=', verzoek.id).orderBy('op', 'desc').orderBy('id', 'desc').execute(),
      openTermijnenOver(ctx, verzoek.id), behandelt ? incidentenVan(ctx, groep) : [],
    ]);
    return {
      verzoek, groep, stappen, termijn: termijnen[0] ?? null, incidenten, namen: await namenVan(ctx, [verzoek.aan_id ?? '', verzoek.besloten_door ?? '', verzoek.tweede_door ?? '', ...stappen.map((s) => s.door ?? '')]),
      behandelt, magBevestigen: verzoek.status === 'wacht_op_tweede' && verzoek.besloten_door !== ctx.actor.id && mag('avg.bevestigen', hoedanigheden), magPersoon: behandelt,
    };
  },
});
export type Verzoekbeeld = Awaited<ReturnType<typeof verzoekbeeld.haal>>;
