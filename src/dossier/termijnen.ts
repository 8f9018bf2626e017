import { Temporal } from 'temporal-polyfill';
import { fout } from '../kern/fouten/index.ts';
import type { Id } from '../kern/ids.ts';
import { vervalmoment } from '../kern/tijd/index.ts';
import { instellingenVan, termijnsoorten, type Termijnsoort } from '../inrichting/index.ts';
import type { Context } from '../platform/deuren/index.ts';
import type { Compartiment } from '../kern/rechten/index.ts';

/** Clocks that run to a moment which was agreed or decided: a date in the diary, not a term. */
const opMoment = {
  gesprek: 'Gesprek met de veroorzaker',
  afspraak: 'Afspraak uit een gesprek',
  evaluatie: 'Evaluatie van een maatregel',
  herstel: 'Dienstverlening herstellen',
} as const;
export type Momentsoort = keyof typeof opMoment;

/** All clocks a dossier can have: those the organisation sets a term for, those with a moment of their own, the one on confirming a report was seen, and the one on calling back who asks for it. */
export const kloksoorten = { ...termijnsoorten, ...opMoment, gezien: 'Melding gezien', spreken: 'Collega die iemand wil spreken' } as const;
export type Kloksoort = Termijnsoort | Momentsoort | 'gezien' | 'spreken';

export interface NieuweTermijn {
  dossierId: Id;
  soort: Termijnsoort | 'spreken';
  compartiment: Compartiment;
  /** For whom it is done, where that is one person. */
  voorId?: Id | null;
  /** Who must do it. */
  aanId: Id | null;
  /** When the term starts to run; default now. */
  start?: Temporal.Instant;
  /** A moment that was promised earlier than the term; never later than the term itself. */
  uiterlijk?: Temporal.Instant;
}

/** Starts a clock. The first step (a reminder) comes some hours before it runs out, as the organisation set it. */
export async function zetTermijn(ctx: Context, t: NieuweTermijn): Promise<{ id: Id; vervalOp: Temporal.Instant }> {
  const { instellingen, kalender } = await instellingenVan(ctx);
  const start = t.start ?? ctx.nu;
  // Who asks to speak to someone waits no longer than for a first conversation.
  const volgensRegel = vervalmoment(start, instellingen.termijnen[t.compartiment][t.soort === 'spreken' ? 'nazorg_24u' : t.soort], kalender);
  const vervalOp = t.uiterlijk && Temporal.Instant.compare(t.uiterlijk, volgensRegel) < 0 ? t.uiterlijk : volgensRegel;
  return { id: await schrijfTermijn(ctx, { ...t, start, vervalOp }), vervalOp };
}

/** Starts a clock that runs to a moment which was agreed or decided. */
export async function zetTermijnOp(ctx: Context, t: { dossierId: Id; soort: Momentsoort; aanId: Id | null; op: Temporal.Instant }): Promise<{ id: Id }> {
  return { id: await schrijfTermijn(ctx, { dossierId: t.dossierId, soort: t.soort, aanId: t.aanId, start: ctx.nu, vervalOp: t.op }) };
}

async function schrijfTermijn(ctx: Context, t: { dossierId: Id; soort: Kloksoort; voorId?: Id | null; aanId: Id | null; start: Temporal.Instant; vervalOp: Temporal.Instant }): Promise<Id> {
  const { instellingen } = await instellingenVan(ctx);
  const id = ctx.nieuwId();
  await ctx.trx.insertInto('termijn').values({
    organisatie_id: ctx.organisatieId, id, dossier_id: t.dossierId, soort: t.soort, voor_id: t.voorId ?? null, aan_id: t.aanId, begonnen_op: t.start,
    verval_op: t.vervalOp, stap: 0, volgende_stap_op: eersteStap(ctx.nu, t.vervalOp, instellingen.herinneringUren), afgerond_op: null, afgerond_door: null, uitkomst: null,
  }).execute();
  return id;
}

/** The reminder, or the moment itself when the reminder would already be in the past. */
export function eersteStap(nu: Temporal.Instant, vervalOp: Temporal.Instant, herinneringUren: number): Temporal.Instant {
  const herinnering = vervalOp.subtract({ hours: herinneringUren });
  return Temporal.Instant.compare(herinnering, nu) > 0 ? herinnering : vervalOp;
}

/** Ends the open clocks of one kind in a dossier (for one colleague, when given). Answers how many there were. */
export async function rondTermijnAf(ctx: Context, t: { dossierId: Id; soort: Kloksoort; voorId?: Id; door: Id | null; uitkomst: string }): Promise<number> {
  let q = ctx.trx.updateTable('termijn')
    .set((eb) => ({ afgerond_op: ctx.nu, afgerond_door: t.door, uitkomst: t.uitkomst, volgende_stap_op: null, versie: eb('versie', '+', 1) }))
    .where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', t.dossierId).where('soort', '=', t.soort).where('afgerond_op', 'is', null);
  if (t.voorId !== undefined) q = q.where('voor_id', '=', t.voorId);
  const uit = await q.executeTakeFirst();
  return Number(uit.numUpdatedRows);
}

/** Ends this one clock, when it is still open. */
export async function rondDezeTermijnAf(ctx: Context, t: { id: Id; door: Id | null; uitkomst: string }): Promise<void> {
  await ctx.trx.updateTable('termijn').set((eb) => ({ afgerond_op: ctx.nu, afgerond_door: t.door, uitkomst: t.uitkomst, volgende_stap_op: null, versie: eb('versie', '+', 1) }))
    .where('organisatie_id', '=', ctx.organisatieId).where('id', '=', t.id).where('afgerond_op', 'is', null).execute();
}

/** Puts an open clock on another moment. */
export async function verzetTermijn(ctx: Context, t: { id: Id; vervalOp: Temporal.Instant; versie: number }): Promise<void> {
  const { instellingen } = await instellingenVan(ctx);
  const uit = await ctx.trx.updateTable('termijn')
    .set((eb) => ({ verval_op: t.vervalOp, stap: 0, volgende_stap_op: eersteStap(ctx.nu, t.vervalOp, instellingen.herinneringUren), versie: eb('versie', '+', 1) }))
    .where('organisatie_id', '=', ctx.organisatieId).where('id', '=', t.id).where('versie', '=', t.versie).where('afgerond_op', 'is', null).executeTakeFirst();
  if (Number(uit.numUpdatedRows) === 0) throw fout('conflict.gewijzigd');
}
