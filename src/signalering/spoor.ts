import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import { fout } from '../kern/fouten/index.ts';
import { dagVan, isWerkdag, lokaal, type Kalender } from '../kern/tijd/index.ts';
import { instellingenVan, metRol } from '../inrichting/index.ts';
import { stelInKennis, zetTermijnOp } from '../dossier/index.ts';
import type { ActorContext } from '../platform/deuren/index.ts';
import { compartimentenVan } from './geldend.ts';
import { achternaamVan } from './regels/invoer.ts';
import { bevindingen, eenDagVoor, geremd, isNieuws, UITGELEGD_DAGEN, type Gebruik, type Systeemmaat } from './regels/gebruik.ts';
import type { Doel, Uitkomst } from './regels/woorden.ts';
import type { Vraag } from './regels/vraag.ts';

/** Checks before seven and from eight in the evening on, and on days off, are outside working hours. */
const DAG_BEGINT = 7;
const DAG_EINDIGT = 20;

export function isBuitenUren(nu: Temporal.Instant, kalender: Kalender): boolean {
  const { hour } = lokaal(nu);
  return hour < DAG_BEGINT || hour >= DAG_EINDIGT || !isWerkdag(dagVan(nu), kalender);
}

/** One way of writing a name, so that capitals and accents do not hide that the same is asked again. */
const plat = (t: string): string => t.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\d]+/gu, ' ').trim();

/** Hashes of what was asked that only this installation can make; cut to 16 bytes, which is enough to compare within a day. */
export function sporenVan(sleutel: Buffer, organisatieId: Id, v: Vraag) {
  const hash = (...delen: string[]): Buffer => createHmac('sha256', sleutel).update([organisatieId, ...delen].join('\0')).digest().subarray(0, 16);
  const { geboortedatum: g, adres: a } = v;
  return {
    persoon_hash: v.naam === null ? null : hash('persoon', plat(v.naam), g ? `${g.jaar}-${g.maand ?? 0}-${g.dag ?? 0}` : '', v.telefoon ?? ''),
    achternaam_hash: v.naam === null ? null : hash('achternaam', achternaamVan(v.naam)),
    adres_hash: a === null ? null : hash('adres', a.postcode, String(a.huisnummer), a.toevoeging),
    postcode_hash: a === null ? null : hash('postcode', a.postcode),
  };
}

/** Who asks: a colleague, or a system by its key. */
export type Bron = 'medewerker' | 'koppeling';

async function gebruikVan({ trx, organisatieId, actor, nu }: ActorContext, bron: Bron): Promise<Gebruik> {
  const { rows } = await sql<Gebruik>`
    with mijn as materialized (select * from controle where organisatie_id = ${organisatieId} and ${sql.ref(bron === 'medewerker' ? 'medewerker_id' : 'koppeling_id')} = ${actor.id} and op > ${eenDagVoor(nu)}),
      los as (select * from mijn where lijst_id is null)
    select (select count(*)::int from los where op > ${nu.subtract({ minutes: 10 })}) as "tienMinuten", (select count(*)::int from los) as los,
      (select count(distinct lijst_id)::int from mijn) as lijsten, (select count(*)::int from los where buiten_uren) as "buitenUren",
      (select coalesce(max(n), 0)::int from (select count(distinct persoon_hash) as n from los where achternaam_hash is not null group by achternaam_hash) x) as "eenAchternaam",
      (select coalesce(max(n), 0)::int from (select count(distinct adres_hash) as n from los where postcode_hash is not null group by postcode_hash) x) as "eenPostcode"`.execute(trx);
  const gebruik = rows[0];
  if (!gebruik) throw new Error('geen telling');
  return gebruik;
}

/** What was agreed of this system; null for a colleague. */
async function maatVan({ trx, organisatieId, actor }: ActorContext, bron: Bron): Promise<Systeemmaat | null> {
  if (bron === 'medewerker') return null;
  return trx.selectFrom('systeemkoppeling').select(['per_minuut as perMinuut', 'per_dag as perDag']).where('organisatie_id', '=', organisatieId).where('id', '=', actor.id).executeTakeFirstOrThrow();
}

/** Holds the next check of this person or system until this one is written, and refuses it when the use looks like browsing. */
export async function remAlsNodig(ctx: ActorContext, bron: Bron): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.organisatieId}/${ctx.actor.id}`}, 910))`.execute(ctx.trx);
  if (geremd(await gebruikVan(ctx, bron), await maatVan(ctx, bron))) throw fout('controle.geremd');
}

export interface Nieuwspoor {
  doel: Doel;
  uitkomst: Uitkomst;
  signalen: readonly Id[];
  vraag: Vraag;
}

/** Writes down that checks were done. A list is one act with many rows. */
export async function legSporenVast(ctx: ActorContext, sleutel: Buffer, bron: Bron, lijstId: Id | null, sporen: readonly Nieuwspoor[]): Promise<Id[]> {
  const { kalender } = await instellingenVan(ctx);
  const buiten = isBuitenUren(ctx.nu, kalender);
  const rijen = sporen.map((s) => ({
    organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), op: ctx.nu, medewerker_id: bron === 'medewerker' ? ctx.actor.id : null, koppeling_id: bron === 'koppeling' ? ctx.actor.id : null, lijst_id: lijstId,
    doel: s.doel, uitkomst: s.uitkomst, signalen: [...s.signalen], buiten_uren: buiten, ...sporenVan(sleutel, ctx.organisatieId, s.vraag),
  }));
  if (rijen.length > 0) await ctx.trx.insertInto('controle').values(rijen).execute();
  return rijen.map((r) => r.id);
}

/** Tells the Adviseur of use that looks like browsing: once a day for each pattern. Someone's own use is looked at by another. */
export async function meldGebruik(ctx: ActorContext, bron: Bron): Promise<void> {
  const gevonden = bevindingen(await gebruikVan(ctx, bron), await maatVan(ctx, bron));
  if (gevonden.length === 0) return;
  const { trx, organisatieId, actor, nu } = ctx;
  const waar = compartimentenVan(actor);
  const compartiment = waar.includes('ambtelijk') ? 'ambtelijk' : 'politiek';
  const van = bron === 'medewerker' ? { medewerker_id: actor.id, koppeling_id: null } : { medewerker_id: null, koppeling_id: actor.id };
  const eerder = await trx.selectFrom('gebruiksmelding').select(['id', 'patroon', 'aantal', 'op', 'uitkomst']).where('organisatie_id', '=', organisatieId).where(`${bron}_id`, '=', actor.id)
    .where('op', '>', nu.subtract({ hours: 24 * UITGELEGD_DAGEN })).orderBy('op', 'desc').execute();
  for (const b of gevonden) {
    const al = eerder.find((x) => x.patroon === b.patroon && Temporal.Instant.compare(x.op, eenDagVoor(nu)) > 0);
    if (al) {
      await trx.updateTable('gebruiksmelding').set({ aantal: b.aantal, geremd: b.geremd }).where('organisatie_id', '=', organisatieId).where('id', '=', al.id).where('afgehandeld_op', 'is', null).execute();
      continue;
    }
    if (bron === 'koppeling' && !isNieuws(b, eerder.find((x) => x.patroon === b.patroon && x.uitkomst === 'uitgelegd')?.aantal ?? null)) continue;
    const id = ctx.nieuwId();
    await trx.insertInto('gebruiksmelding').values({ organisatie_id: organisatieId, id, compartiment, ...van, patroon: b.patroon, aantal: b.aantal, geremd: b.geremd, op: nu }).execute();
    const wie = (await metRol(ctx, compartiment === 'politiek' ? 'griffier' : 'adviseur', compartiment)).filter((m) => m !== actor.id);
    const ook = wie.length > 0 ? wie : (await metRol(ctx, 'fg', 'ambtelijk')).filter((m) => m !== actor.id);
    for (const aanId of ook) await stelInKennis(ctx, { onderwerp: { soort: 'gebruik', id }, aanId, soort: 'gebruik-bekijken' });
    await zetTermijnOp(ctx, { onderwerp: { soort: 'gebruik', id, compartiment }, soort: 'gebruik', aanId: ook[0] ?? null, op: nu.add({ hours: 48 }) });
  }
}
