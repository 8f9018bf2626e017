import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import type { Compartiment } from '../../kern/rechten/index.ts';
import { instellingenVan } from '../../inrichting/index.ts';
import type { ActorContext } from '../../platform/deuren/index.ts';

/** Where and when a report says it happened, and for whom. */
export interface Plaatsbepaling {
  /** Department of whom it happened to. */
  onderdeelId: Id;
  compartiment: Compartiment;
  op: Temporal.Instant;
  precies: 'tijd' | 'dag';
  locatieId: Id | null;
  /** Place in own words, when it is none of the locations. */
  plek: string;
}

export interface MogelijkDezelfde {
  /** Own reports of nearly the same place and time. */
  eigen: { id: Id; titel: string; op: Temporal.Instant }[];
  /** Whether a colleague of the same department reported something about that place and time: no more than that is said. */
  vanCollega: boolean;
}

/** The nearest first. A day without a time can be a whole day off. */
async function zoek(ctx: ActorContext, p: Plaatsbepaling) {
  const { instellingen } = await instellingenVan(ctx);
  const uren = (precies: 'tijd' | 'dag'): number => instellingen.zelfdeGebeurtenisUren + (precies === 'dag' ? 24 : 0);
  if (p.locatieId === null && p.plek === '') return [];
  const { trx, organisatieId, actor } = ctx;
  const mijn = trx.selectFrom('betrokkene as b').select('b.dossier_id').where('b.organisatie_id', '=', organisatieId).where('b.medewerker_id', '=', actor.id).where('b.vervallen_op', 'is', null);
  return trx.selectFrom('dossier as d')
    .select((eb) => ['d.id', 'd.titel', 'd.voorval_op as op', eb('d.id', 'in', mijn.where('b.rol', 'in', ['slachtoffer', 'melder'])).as('eigen')])
    .where('d.organisatie_id', '=', organisatieId).where('d.status', '!=', 'gesloten').where('d.compartiment', '=', p.compartiment)
    .where((eb) => (p.locatieId !== null ? eb('d.locatie_id', '=', p.locatieId) : eb.and([eb('d.locatie_id', 'is', null), eb(sql`lower(d.plek)`, '=', p.plek.toLowerCase())])))
    .where((eb) => eb.or((['tijd', 'dag'] as const).map((precies) => {
      const speling = Math.max(uren(p.precies), uren(precies));
      return eb.and([eb('d.voorval_precies', '=', precies), eb('d.voorval_op', '>=', p.op.subtract({ hours: speling })), eb('d.voorval_op', '<=', p.op.add({ hours: speling }))]);
    })))
    // Of others only what is said without giving anyone away: never from the closed compartment, never around a leidinggevende, never about oneself.
    .where((eb) => eb.or([
      eb('d.id', 'in', mijn.where('b.rol', 'in', ['slachtoffer', 'melder'])),
      eb.and([eb('d.compartiment', '=', 'ambtelijk'), eb('d.route', '=', 'leidinggevende'), eb('d.onderdeel_id', '=', p.onderdeelId)]),
    ]))
    .where((eb) => eb.not(eb('d.id', 'in', mijn.where('b.rol', '=', 'veroorzaker'))))
    .orderBy(sql`abs(extract(epoch from d.voorval_op - ${p.op}::timestamptz))`).orderBy('d.id').limit(10).execute();
}

/** Earlier reports that may be about the same event, as far as this person may know of them. */
export async function mogelijkDezelfde(ctx: ActorContext, p: Plaatsbepaling): Promise<MogelijkDezelfde> {
  const gevonden = await zoek(ctx, p);
  return { eigen: gevonden.filter((d) => d.eigen).map(({ id, titel, op }) => ({ id, titel, op })), vanCollega: gevonden.some((d) => !d.eigen) };
}

/** The dossier behind the choice "dezelfde gebeurtenis": looked up again here, so that no other can be named. Null when nothing fits. */
export async function gekozenZelfde(ctx: ActorContext, keuze: string, p: Plaatsbepaling): Promise<Id | null> {
  if (keuze === '') return null;
  const gevonden = await zoek(ctx, p);
  return (keuze === 'ja' ? gevonden.find((d) => !d.eigen) : gevonden.find((d) => d.eigen && d.id === keuze))?.id ?? null;
}
