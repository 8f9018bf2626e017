import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Id } from '../kern/ids.ts';
import { dossierHoedanigheden, rechtentabel, type Actor, type DossierFeiten, type Handelingnaam, type Hoedanigheid, type Regel } from '../kern/rechten/index.ts';
import type { ActorContext, Context, Onderwerp } from '../platform/deuren/index.ts';
import type { Tabellen } from '../platform/database/tabellen.ts';

/** A dossier as the subject of an act or a read: who the actor is towards it, and the facts that acts decide on. */
export interface DossierOnderwerp extends Onderwerp {
  dossierId: Id;
  feiten: DossierFeiten;
  nummer: string;
  ernst: 'licht' | 'middel' | 'ernstig';
  versie: number;
}

interface Rij {
  compartiment: DossierFeiten['compartiment']; status: DossierFeiten['status']; route: DossierFeiten['route']; nummer: string; ernst: DossierOnderwerp['ernst']; versie: number;
  aanspreekpunt_id: Id | null; onderdelen: Id[] | null; onderdeel_id: Id;
  melders: Id[] | null; slachtoffers: Id[] | null; getuigen: Id[] | null; veroorzakers: Id[] | null; gevraagden: Id[] | null; helpers: Id[] | null; beslissers: Id[] | null;
}

/** The facts on which rights on a dossier depend, in one query; null when it does not exist in this organisation. */
async function feitenVan({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>, id: Id): Promise<(Omit<DossierOnderwerp, 'hoedanigheden'>) | null> {
  const { rows } = await sql<Rij>`
    select d.compartiment, d.status, d.route, d.nummer, d.ernst, d.versie, d.aanspreekpunt_id, d.onderdeel_id, b.onderdelen, b.melders, b.slachtoffers, b.getuigen, b.veroorzakers,
      (select array_agg(v.medewerker_id) from verklaring v where v.organisatie_id = d.organisatie_id and v.dossier_id = d.id and v.ingetrokken_op is null) as gevraagden,
      (select array_agg(h.medewerker_id) from helper h where h.organisatie_id = d.organisatie_id and h.dossier_id = d.id and h.tot is null) as helpers,
      (select array_agg(e.medewerker_id) from beslisser e where e.organisatie_id = d.organisatie_id and e.dossier_id = d.id and e.tot is null) as beslissers
    from dossier d
    left join lateral (
      select array_agg(b.medewerker_id) filter (where b.rol = 'melder') as melders,
        array_agg(b.medewerker_id) filter (where b.rol = 'slachtoffer') as slachtoffers,
        array_agg(b.medewerker_id) filter (where b.rol = 'getuige') as getuigen,
        array_agg(b.medewerker_id) filter (where b.rol = 'veroorzaker') as veroorzakers,
        array_agg(m.onderdeel_id) filter (where b.rol = 'slachtoffer') as onderdelen
      from betrokkene b join medewerker m on m.organisatie_id = b.organisatie_id and m.id = b.medewerker_id
      where b.organisatie_id = d.organisatie_id and b.dossier_id = d.id and b.vervallen_op is null
    ) b on true
    where d.organisatie_id = ${organisatieId} and d.id = ${id}`.execute(trx);
  const r = rows[0];
  if (!r) return null;
  return {
    object: { soort: 'dossier', id }, dossierId: id, status: r.status, nummer: r.nummer, ernst: r.ernst, versie: r.versie,
    feiten: {
      organisatieId, compartiment: r.compartiment, status: r.status, route: r.route, onderdelen: r.onderdelen ?? [r.onderdeel_id],
      melders: r.melders ?? [], slachtoffers: r.slachtoffers ?? [], getuigen: r.getuigen ?? [], veroorzakers: r.veroorzakers ?? [],
      gevraagden: r.gevraagden ?? [], helpers: r.helpers ?? [], beslissers: r.beslissers ?? [], aanspreekpunt: r.aanspreekpunt_id,
    },
  };
}

/** A dossier as the subject of a read; null when it is not there. */
export async function dossierOnderwerp(ctx: ActorContext, id: Id): Promise<DossierOnderwerp | null> {
  const gevonden = await feitenVan(ctx, id);
  return gevonden && { ...gevonden, hoedanigheden: dossierHoedanigheden(ctx.actor, gevonden.feiten) };
}

/** The same for an act: the row is locked first, so that two acts on one dossier come one after the other. */
export async function dossierOpSlot(ctx: ActorContext, id: Id): Promise<DossierOnderwerp | null> {
  await sql`select 1 from dossier where organisatie_id = ${ctx.organisatieId} and id = ${id} for update`.execute(ctx.trx);
  return dossierOnderwerp(ctx, id);
}

/** The facts for an act of the system, which has no capacity of its own. */
export async function dossierFeiten(ctx: Context, id: Id): Promise<Omit<DossierOnderwerp, 'hoedanigheden'> | null> {
  return feitenVan(ctx, id);
}

type Eb = ExpressionBuilder<Tabellen, 'dossier'>;

/**
 * The rows of `dossier` on which the table allows this person this act, as a condition for a list, a count or a search. Built
 * from the same table as the guard, one term per capacity; a test compares the two on random cases.
 */
export function zichtbaar(eb: Eb, actor: Actor, handeling: Handelingnaam): Expression<SqlBool> {
  const regel: Regel = rechtentabel[handeling];
  const termen = regel.voor.map((h) => term(eb, actor, h)).filter((t) => t !== null);
  return termen.length === 0 ? eb.lit(false) : eb.and([eb.or(termen), nietZelfVeroorzaker(eb, actor)]);
}

/** Leaves out every dossier in which this person is named as veroorzaker, whatever brought him to it. */
export function nietZelfVeroorzaker(eb: Eb, actor: Actor): Expression<SqlBool> {
  return eb.not(alsBetrokkene(eb, actor, 'veroorzaker'));
}

// As "in (…)" and not "exists (…)": PostgreSQL then looks the few own dossiers up once instead of once per row.
function alsBetrokkene(eb: Eb, actor: Actor, rol: 'melder' | 'slachtoffer' | 'getuige' | 'veroorzaker'): Expression<SqlBool> {
  return eb('dossier.id', 'in', eb.selectFrom('betrokkene as b').select('b.dossier_id').where('b.organisatie_id', '=', actor.organisatieId).where('b.medewerker_id', '=', actor.id).where('b.rol', '=', rol).where('b.vervallen_op', 'is', null));
}

function term(eb: Eb, actor: Actor, h: Hoedanigheid): Expression<SqlBool> | null {
  switch (h) {
    case 'adviseur':
    case 'griffier': {
      const waar = actor.rollen.filter((r) => r.rol === h).map((r) => r.compartiment);
      return waar.length === 0 ? null : eb('dossier.compartiment', 'in', waar);
    }
    case 'aanspreekpunt':
      return eb('dossier.aanspreekpunt_id', '=', actor.id);
    case 'melder':
    case 'slachtoffer':
    case 'getuige':
      return alsBetrokkene(eb, actor, h);
    case 'gevraagde':
      return eb('dossier.id', 'in', eb.selectFrom('verklaring as v').select('v.dossier_id').where('v.organisatie_id', '=', actor.organisatieId).where('v.medewerker_id', '=', actor.id).where('v.ingetrokken_op', 'is', null));
    case 'helper':
      return eb('dossier.id', 'in', eb.selectFrom('helper as h').select('h.dossier_id').where('h.organisatie_id', '=', actor.organisatieId).where('h.medewerker_id', '=', actor.id).where('h.tot', 'is', null));
    case 'beslisser':
      return eb('dossier.id', 'in', eb.selectFrom('beslisser as e').select('e.dossier_id').where('e.organisatie_id', '=', actor.organisatieId).where('e.medewerker_id', '=', actor.id).where('e.tot', 'is', null));
    case 'leidinggevende':
      return actor.leidt.length === 0 ? null : eb.and([eb('dossier.compartiment', '=', 'ambtelijk'), eb('dossier.route', '=', 'leidinggevende'), leidtSlachtoffer(eb, actor)]);
    case 'medewerker':
    case 'namensmelder':
    case 'opvang':
    case 'receptie':
    case 'klantcontact':
    case 'beheerder':
    case 'fg':
      // Capacities towards the organisation give nothing on a single dossier.
      return null;
  }
}

/** Leads the department of a slachtoffer; of the dossier itself while no colleague is named. */
function leidtSlachtoffer(eb: Eb, actor: Actor): Expression<SqlBool> {
  const leidt = [...actor.leidt];
  const slachtoffer = eb.selectFrom('betrokkene as b').where('b.organisatie_id', '=', actor.organisatieId).where('b.rol', '=', 'slachtoffer').where('b.vervallen_op', 'is', null);
  const vanOnderdeel = slachtoffer.innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'b.organisatie_id').onRef('m.id', '=', 'b.medewerker_id')).where('m.onderdeel_id', 'in', leidt);
  return eb.or([
    eb('dossier.id', 'in', vanOnderdeel.select('b.dossier_id')),
    eb.and([eb('dossier.onderdeel_id', 'in', leidt), eb.not(eb.exists(slachtoffer.whereRef('b.dossier_id', '=', 'dossier.id').where('b.medewerker_id', 'is not', null).select(eb.lit(1).as('een'))))]),
  ]);
}
