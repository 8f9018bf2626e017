import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import type { Compartiment } from '../kern/rechten/index.ts';
import type { Tabellen } from '../platform/database/tabellen.ts';
import type { Context } from '../platform/deuren/index.ts';
import type { Gegevens } from './regels/gegevens.ts';
import { weergave, type Naamrij } from './regels/naam.ts';
import type { PersoonadresTabel, PersoonmiddelTabel, PersoonTabel } from './tabellen/typen.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

export type Adresrij = Omit<PersoonadresTabel, 'organisatie_id' | 'persoon_id'>;
export type Middelrij = Pick<PersoonmiddelTabel, 'soort' | 'waarde'>;

/** One record with all that hangs on it. */
export interface Persoonrecord {
  id: Id;
  compartiment: Compartiment;
  soort: PersoonTabel['soort'];
  samengevoegd_in: Id | null;
  groep_id: Id;
  medewerker_id: Id | null;
  omschrijving: string;
  geboren_jaar: number | null;
  geboren_maand: number | null;
  geboren_dag: number | null;
  gemaakt_op: Temporal.Instant;
  beperkt_op: Temporal.Instant | null;
  gewist_op: Temporal.Instant | null;
  versie: number;
  namen: Naamrij[];
  adressen: Adresrij[];
  middelen: Middelrij[];
  /** Name of the colleague, when it is one. */
  collega: string | null;
}

/** A person: his record that heads the group, with the records that were joined to it. */
export interface Groep {
  id: Id;
  hoofd: Persoonrecord;
  records: Persoonrecord[];
  weergave: string;
}

/** Records of these groups, each group with its head first. Groups that do not exist are not in it. */
export function groepen(ctx: Ctx, ids: readonly Id[]): Promise<Map<Id, Groep>> {
  return leesGroepen(ctx, ids, (eb) => eb('p.groep_id', '=', sql<Id>`any (${[...ids]}::uuid[])`));
}

/** The groups to which these records belong. */
export function groepenMet(ctx: Ctx, recordIds: readonly Id[]): Promise<Map<Id, Groep>> {
  return leesGroepen(ctx, recordIds, (eb) => eb('p.groep_id', 'in', eb.selectFrom('persoon as r').select('r.groep_id').where('r.organisatie_id', '=', ctx.organisatieId).where('r.id', '=', sql<Id>`any (${[...recordIds]}::uuid[])`)));
}

async function leesGroepen(ctx: Ctx, ids: readonly Id[], welke: (eb: ExpressionBuilder<Tabellen & { p: PersoonTabel }, 'p'>) => Expression<SqlBool>): Promise<Map<Id, Groep>> {
  if (ids.length === 0) return new Map();
  const { trx, organisatieId } = ctx;
  const rijen = await trx.selectFrom('persoon as p').leftJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'p.organisatie_id').onRef('m.id', '=', 'p.medewerker_id'))
    .select(['p.id', 'p.compartiment', 'p.soort', 'p.samengevoegd_in', 'p.groep_id', 'p.medewerker_id', 'p.omschrijving', 'p.geboren_jaar', 'p.geboren_maand', 'p.geboren_dag', 'p.gemaakt_op', 'p.beperkt_op', 'p.gewist_op', 'p.versie', 'm.naam as collega'])
    .where('p.organisatie_id', '=', organisatieId).where(welke).orderBy('p.gemaakt_op').orderBy('p.id').execute();
  const van = rijen.map((r) => r.id);
  if (van.length === 0) return new Map();
  const [namen, adressen, middelen] = await Promise.all([
    trx.selectFrom('persoonnaam').select(['persoon_id', 'soort', 'voornamen', 'voorvoegsel', 'geslachtsnaam']).where('organisatie_id', '=', organisatieId).where('persoon_id', '=', sql<Id>`any (${van}::uuid[])`).orderBy('volgorde').execute(),
    trx.selectFrom('persoonadres').selectAll().where('organisatie_id', '=', organisatieId).where('persoon_id', '=', sql<Id>`any (${van}::uuid[])`).orderBy('tot', (o) => o.desc().nullsFirst()).orderBy('id').execute(),
    trx.selectFrom('persoonmiddel').select(['persoon_id', 'soort', 'waarde']).where('organisatie_id', '=', organisatieId).where('persoon_id', '=', sql<Id>`any (${van}::uuid[])`).orderBy('id').execute(),
  ]);
  const per = <T extends { persoon_id: Id }>(lijst: readonly T[]): Map<Id, T[]> => Map.groupBy(lijst, (x) => x.persoon_id);
  const [n, a, m] = [per(namen), per(adressen), per(middelen)];
  const records: Persoonrecord[] = rijen.map((r) => ({ ...r, namen: n.get(r.id) ?? [], adressen: a.get(r.id) ?? [], middelen: m.get(r.id) ?? [] }));
  const uit = new Map<Id, Groep>();
  for (const [id, leden] of Map.groupBy(records, (r) => r.groep_id)) {
    const hoofd = leden.find((r) => r.id === id);
    if (hoofd) uit.set(id, { id, hoofd, records: [hoofd, ...leden.filter((r) => r !== hoofd)], weergave: groepnaam(hoofd, leden) });
  }
  return uit;
}

function groepnaam(hoofd: Persoonrecord, leden: readonly Persoonrecord[]): string {
  if (hoofd.collega !== null && hoofd.gewist_op === null) return hoofd.collega;
  return weergave(hoofd, hoofd.namen.length > 0 ? hoofd.namen : leden.flatMap((r) => r.namen));
}

/** The group a record belongs to. */
export async function groepVan(ctx: Ctx, persoonId: Id): Promise<Groep | null> {
  const rij = await ctx.trx.selectFrom('persoon').select('groep_id').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', persoonId).executeTakeFirst();
  return rij ? ((await groepen(ctx, [rij.groep_id])).get(rij.groep_id) ?? null) : null;
}

/** A record as the form holds it. */
export function alsGegevens(r: Persoonrecord): Gegevens {
  const nu = r.adressen.find((a) => a.tot === null);
  return {
    soort: r.soort, namen: r.namen, geboren: { jaar: r.geboren_jaar, maand: r.geboren_maand, dag: r.geboren_dag },
    adres: nu ? { straat: nu.straat, huisnummer: nu.huisnummer, toevoeging: nu.toevoeging, postbus: nu.postbus, postcode: nu.postcode, woonplaats: nu.woonplaats } : null, middelen: r.middelen, omschrijving: r.omschrijving,
  };
}
