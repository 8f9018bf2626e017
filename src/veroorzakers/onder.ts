import { sql } from 'kysely';
import type { Id } from '../kern/ids.ts';
import type { Actor } from '../kern/rechten/index.ts';
import type { ActorContext, Context } from '../platform/deuren/index.ts';
import { aannames, rangschik, type Gewichten, type Persoonsgegevens } from '../herkennen/index.ts';
import { vanRecords } from './herken.ts';
import { gewichtenVan } from './ijking/gewichten.ts';
import { groepen, type Groep } from './lezen.ts';
import { isZelf } from './onderwerp.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

/**
 * How many people a check is taken to choose from at least. A register with three persons in it must not make the fourth who is asked about look
 * like one of the three: most people who are visited are not in any register.
 */
const MINSTENS_GEVRAAGDEN = 1_000;

interface Onder {
  groepen: Groep[];
  betrokkenen: Map<Id, Id[]>;
  gewichten: Gewichten | null;
}

/** A list asks two hundred times about the same betrokkenen within one transaction: who they are is read once. */
const perTransactie = new WeakMap<Ctx['trx'], { sleutel: string; onder: Promise<Onder> }>();

function lees(ctx: Ctx, betrokkeneIds: readonly Id[]): Promise<Onder> {
  const sleutel = [...betrokkeneIds].sort().join();
  const bekend = perTransactie.get(ctx.trx);
  if (bekend?.sleutel === sleutel) return bekend.onder;
  const onder = leesNieuw(ctx, betrokkeneIds);
  perTransactie.set(ctx.trx, { sleutel, onder });
  return onder;
}

async function leesNieuw(ctx: Ctx, betrokkeneIds: readonly Id[]): Promise<Onder> {
  const rijen = betrokkeneIds.length === 0 ? [] : await ctx.trx.selectFrom('koppeling as k').innerJoin('persoon as p', (j) => j.onRef('p.organisatie_id', '=', 'k.organisatie_id').onRef('p.id', '=', 'k.persoon_id'))
    .select(['k.betrokkene_id', 'p.groep_id']).where('k.organisatie_id', '=', ctx.organisatieId).where('k.betrokkene_id', '=', sql<Id>`any (${[...new Set(betrokkeneIds)]}::uuid[])`).execute();
  const [gevonden, gewichten] = await Promise.all([groepen(ctx, [...new Set(rijen.map((r) => r.groep_id))]), gewichtenVan(ctx)]);
  const betrokkenen = new Map<Id, Id[]>();
  for (const r of rijen) betrokkenen.set(r.groep_id, [...(betrokkenen.get(r.groep_id) ?? []), r.betrokkene_id]);
  return { groepen: [...gevonden.values()].filter((g) => g.hoofd.gewist_op === null && g.hoofd.beperkt_op === null), betrokkenen, gewichten };
}

/**
 * Of these betrokkenen and no one else: who is likely, or possibly, the one asked about. Joined records count as one person. Who is restricted or
 * erased is not found, and nobody finds himself. Names weigh as in the table that comes with Rugdekking and not as in the register: an answer must
 * not tell whether someone without a signal is registered too. Whoever calls has decided that the asker may know of these betrokkenen.
 */
export async function herkenOnder(ctx: Pick<ActorContext, 'trx' | 'organisatieId'> & { actor?: Actor }, vraag: Persoonsgegevens, betrokkeneIds: readonly Id[]): Promise<{ betrokkeneId: Id; band: 'waarschijnlijk' | 'mogelijk' }[]> {
  const { groepen: alle, betrokkenen, gewichten } = await lees(ctx, betrokkeneIds);
  const anderen = alle.filter((g) => ctx.actor === undefined || !isZelf(g, ctx.actor));
  if (anderen.length === 0) return [];
  const aanname = aannames.controle(Math.max(MINSTENS_GEVRAAGDEN, anderen.length));
  return rangschik(vraag, anderen.map((groep) => ({ gegevens: vanRecords(groep.records), kandidaat: groep })), { aanname, ...(gewichten === null ? {} : { gewichten }) }, anderen.length)
    .flatMap(({ band, kandidaat }) => (band === 'geen' ? [] : (betrokkenen.get(kandidaat.id) ?? []).map((betrokkeneId) => ({ betrokkeneId, band }))));
}

/** Which of these betrokkenen live in this building now, with the toevoeging as it is known ('' when it is not). */
export async function wonendOp(ctx: Ctx, adres: { postcode: string; huisnummer: number }, betrokkeneIds: readonly Id[]): Promise<{ betrokkeneId: Id; toevoeging: string }[]> {
  const { groepen: alle, betrokkenen } = await lees(ctx, betrokkeneIds);
  return alle.flatMap((g) => g.records.flatMap((r) => r.adressen).filter((a) => a.tot === null && a.huisnummer === adres.huisnummer && a.postcode.replace(/\s/g, '').toUpperCase() === adres.postcode)
    .flatMap((a) => (betrokkenen.get(g.id) ?? []).map((betrokkeneId) => ({ betrokkeneId, toevoeging: a.toevoeging }))));
}
