import { Temporal } from 'temporal-polyfill';
import { sql } from 'kysely';
import type { Id } from '../kern/ids.ts';
import { dagVan, momentVan } from '../kern/tijd/index.ts';
import { dossierOnderwerp, dossierOpSlot, legVast, rondTermijnAf, zetTermijnOp, type DossierOnderwerp } from '../dossier/index.ts';
import type { ActorContext, Context } from '../platform/deuren/index.ts';
import type { SignaalTabel } from './tabellen/typen.ts';
import type { Instructie, Reden } from './regels/woorden.ts';

/** A row of the table, as it is read. */
export interface Signaal {
  id: Id;
  dossier_id: Id;
  compartiment: SignaalTabel['compartiment'];
  ook_ambtelijk: boolean;
  betrokkene_id: Id | null;
  postcode: string | null;
  huisnummer: number | null;
  toevoeging: string;
  grond: SignaalTabel['grond'];
  maatregel_id: Id | null;
  reden: Reden;
  instructies: Instructie[];
  toelichting: string;
  kleur: 'geel' | 'rood';
  ingangsdatum: Temporal.PlainDate;
  einddatum: Temporal.PlainDate;
  herzien_op: Temporal.PlainDate;
  burger: SignaalTabel['burger'];
  burger_reden: string;
  /** The notice to the person; null for an address. */
  kennisgeving_id: Id | null;
  gemaakt_op: Temporal.Instant;
  ingetrokken_op: Temporal.Instant | null;
  verlopen_op: Temporal.Instant | null;
  intrekreden: string | null;
  versie: number;
}

export interface Signaalonderwerp extends DossierOnderwerp {
  signaal: Signaal;
}

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

export function signalenVan({ trx, organisatieId }: Ctx) {
  return trx.selectFrom('signaal').select(['id', 'dossier_id', 'compartiment', 'ook_ambtelijk', 'betrokkene_id', 'postcode', 'huisnummer', 'toevoeging', 'grond', 'maatregel_id', 'reden', 'instructies', 'toelichting', 'kleur', 'ingangsdatum', 'einddatum',
    'herzien_op', 'burger', 'burger_reden', 'kennisgeving_id', 'gemaakt_op', 'ingetrokken_op', 'verlopen_op', 'intrekreden', 'versie']).where('signaal.organisatie_id', '=', organisatieId);
}

/** Whether it counts today, whatever the clock has done. */
export function isGeldend(s: Pick<Signaal, 'ingetrokken_op' | 'verlopen_op' | 'einddatum'>, nu: Temporal.Instant): boolean {
  return s.ingetrokken_op === null && s.verlopen_op === null && Temporal.PlainDate.compare(s.einddatum, dagVan(nu)) >= 0;
}

/** A signal as the subject of a read: rights are those on the dossier it comes from. */
export async function signaalOnderwerp(ctx: ActorContext, id: Id): Promise<Signaalonderwerp | null> {
  const signaal = await signalenVan(ctx).where('id', '=', id).executeTakeFirst();
  const dossier = signaal && (await dossierOnderwerp(ctx, signaal.dossier_id));
  return dossier ? { ...dossier, object: { soort: 'signaal', id }, signaal } : null;
}

/** The same for an act: its dossier first, then the signal itself are locked. */
export async function signaalOpSlot(ctx: ActorContext, id: Id): Promise<Signaalonderwerp | null> {
  const waar = await ctx.trx.selectFrom('signaal').select('dossier_id').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', id).executeTakeFirst();
  if (!waar || !(await dossierOpSlot(ctx, waar.dossier_id))) return null;
  await sql`select 1 from signaal where organisatie_id = ${ctx.organisatieId} and id = ${id} for no key update`.execute(ctx.trx);
  return signaalOnderwerp(ctx, id);
}

const NEGEN_UUR = Temporal.PlainTime.from('09:00');

/** Starts the clock on looking at it again. */
export async function zetHerziening(ctx: Context, s: { id: Id; compartiment: Signaal['compartiment']; aanId: Id | null; op: Temporal.PlainDate }): Promise<void> {
  await zetTermijnOp(ctx, { onderwerp: { soort: 'signaal', id: s.id, compartiment: s.compartiment }, soort: 'herziening', aanId: s.aanId, op: momentVan(s.op, NEGEN_UUR) });
}

/** Takes away what hangs on a signal that no longer counts: its clocks, and what colleagues were told. */
export async function ruimSignaalAf(ctx: Context, s: Pick<Signaal, 'id' | 'dossier_id'>, door: Id | null, soort: 'signaal_ingetrokken' | 'signaal_verlopen'): Promise<void> {
  for (const klok of ['herziening', 'instructie'] as const) await rondTermijnAf(ctx, { onderwerpId: s.id, soort: klok, door, uitkomst: soort });
  await ctx.trx.updateTable('signaalontvanger').set({ vervallen_op: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('signaal_id', '=', s.id).where('vervallen_op', 'is', null).execute();
  await legVast(ctx, { dossierId: s.dossier_id, soort, door });
}
