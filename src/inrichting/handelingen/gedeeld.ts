import { sql } from 'kysely';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import type { ActorContext, Context } from '../../platform/deuren/index.ts';
import { EIGEN_ZICHT, verruimtEigenZicht, type Leidingfeiten } from '../regels/zicht.ts';

/**
 * One change of the organisation at a time: rules such as "no circle" and "unique" look at more than the row that changes.
 * Acts on dossiers do not wait for it.
 */
export async function organisatieOpSlot({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>): Promise<void> {
  await sql`select 1 from organisatie where organisatie_id = ${organisatieId} for no key update`.execute(trx);
}

type Soort = 'onderdeel' | 'locatie' | 'functie' | 'medewerker' | 'agressievorm';

/** Whether there is a row with this id in this organisation. */
export async function bestaat({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>, soort: Soort, id: Id, alleenActief = false): Promise<boolean> {
  let q = trx.selectFrom(soort).select('id').where('organisatie_id', '=', organisatieId).where('id', '=', id);
  if (alleenActief) q = q.where('actief', '=', true);
  return (await q.executeTakeFirst()) !== undefined;
}

/** Refuses when the form was opened on an older version of the row than there is now; a row that is not there is not found. */
export function gelijkeVersie<R extends { versie: number }>(rij: R | undefined, gestuurd: number): R {
  if (!rij) throw fout('niet-gevonden');
  if (rij.versie !== gestuurd) throw fout('conflict.gewijzigd');
  return rij;
}

/** Names of the fields that get another value; the journaal keeps the names, never the values. */
export function gewijzigd(oud: object, nieuw: object): string[] {
  const was = oud as Record<string, unknown>;
  return Object.entries(nieuw).flatMap(([veld, waarde]) => (was[veld] === waarde ? [] : [veld]));
}

/** Refuses a value that another row of the organisation already has, whatever the capitals. */
export async function uniek({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>, soort: Soort, kolom: 'code' | 'personeelsnummer' | 'email', waarde: string, behalve: Id | null, zin: string): Promise<void> {
  const { rows } = await sql<{ id: Id }>`
    select id from ${sql.table(soort)} where organisatie_id = ${organisatieId} and lower(${sql.ref(kolom)}) = lower(${waarde}) and id is distinct from ${behalve}::uuid limit 1`.execute(trx);
  if (rows.length > 0) throw veldfout(kolom, zin);
}

async function leidingfeiten({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>): Promise<Leidingfeiten> {
  const [onderdelen, mensen] = await Promise.all([
    trx.selectFrom('onderdeel').select(['id', 'ouder_id', 'leidinggevende_id', 'actief']).where('organisatie_id', '=', organisatieId).execute(),
    trx.selectFrom('medewerker').select(['id', 'onderdeel_id']).where('organisatie_id', '=', organisatieId).execute(),
  ]);
  return { onderdelen: onderdelen.map((o) => ({ id: o.id, ouder: o.ouder_id, leider: o.leidinggevende_id, actief: o.actief })), mensen: mensen.map((m) => ({ id: m.id, onderdeel: m.onderdeel_id })) };
}

/** Carries out a change and refuses it, at this field, when the one who makes it would see more dossiers by it. */
export async function zonderEigenZicht<T>(ctx: ActorContext, veld: string, doe: () => Promise<T>): Promise<T> {
  const voor = await leidingfeiten(ctx);
  const uit = await doe();
  if (verruimtEigenZicht(voor, await leidingfeiten(ctx), ctx.actor.id)) throw veldfout(veld, EIGEN_ZICHT);
  return uit;
}
