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
  herziening: 'Signaal opnieuw bekijken',
  instructie: 'Instructie lezen',
  gebruik: 'Opvallend gebruik van de controle bekijken',
} as const;
export type Momentsoort = keyof typeof opMoment;

/** All clocks a dossier can have: those the organisation sets a term for, those with a moment of their own, the one on confirming a report was seen, and the one on calling back who asks for it. */
export const kloksoorten = { ...termijnsoorten, ...opMoment, gezien: 'Melding gezien', spreken: 'Collega die iemand wil spreken' } as const;
export type Kloksoort = Termijnsoort | Momentsoort | 'gezien' | 'spreken';

/** What a clock or a message is about, when that is no dossier: a kind that its room gives words and an address for, and its id. */
export interface Klokonderwerp {
  soort: string;
  id: Id;
  compartiment: Compartiment;
}
/** How clocks are called and where they lead, by the kind of thing they are about; each room gives its own. */
export type Klokonderwerpen = Readonly<Record<string, { zin(soort: string, vanMij: boolean): string; pad(id: Id, vanMij: boolean): string; waarover: string }>>;
/** What a clock is about: a dossier, or something of another room. */
export type Waarover = { dossierId: Id; onderwerp?: undefined } | { dossierId?: undefined; onderwerp: Klokonderwerp };

export type NieuweTermijn = Waarover & {
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
};

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
export async function zetTermijnOp(ctx: Context, t: Waarover & { soort: Momentsoort; voorId?: Id | null; aanId: Id | null; op: Temporal.Instant }): Promise<{ id: Id }> {
  return { id: await schrijfTermijn(ctx, { ...t, start: ctx.nu, vervalOp: t.op }) };
}

async function schrijfTermijn(ctx: Context, t: Waarover & { soort: Kloksoort; voorId?: Id | null; aanId: Id | null; start: Temporal.Instant; vervalOp: Temporal.Instant }): Promise<Id> {
  const { instellingen } = await instellingenVan(ctx);
  const id = ctx.nieuwId();
  await ctx.trx.insertInto('termijn').values({
    organisatie_id: ctx.organisatieId, id, ...(t.onderwerp ? { dossier_id: null, onderwerp_soort: t.onderwerp.soort, onderwerp_id: t.onderwerp.id, compartiment: t.onderwerp.compartiment } : { dossier_id: t.dossierId }), soort: t.soort, voor_id: t.voorId ?? null, aan_id: t.aanId, begonnen_op: t.start,
    verval_op: t.vervalOp, stap: 0, volgende_stap_op: eersteStap(ctx.nu, t.vervalOp, instellingen.herinneringUren), afgerond_op: null, afgerond_door: null, uitkomst: null,
  }).execute();
  return id;
}

/** The reminder, or the moment itself when the reminder would already be in the past. */
export function eersteStap(nu: Temporal.Instant, vervalOp: Temporal.Instant, herinneringUren: number): Temporal.Instant {
  const herinnering = vervalOp.subtract({ hours: herinneringUren });
  return Temporal.Instant.compare(herinnering, nu) > 0 ? herinnering : vervalOp;
}

/** Ends the open clocks of one kind in a dossier or of another thing (for one colleague, when given). Answers how many there were. */
export async function rondTermijnAf(ctx: Context, t: ({ dossierId: Id; onderwerpId?: undefined } | { dossierId?: undefined; onderwerpId: Id }) & { soort: Kloksoort; voorId?: Id; door: Id | null; uitkomst: string }): Promise<number> {
  let q = ctx.trx.updateTable('termijn')
    .set((eb) => ({ afgerond_op: ctx.nu, afgerond_door: t.door, uitkomst: t.uitkomst, volgende_stap_op: null, versie: eb('versie', '+', 1) }))
    .where('organisatie_id', '=', ctx.organisatieId).where('soort', '=', t.soort).where('afgerond_op', 'is', null);
  q = t.onderwerpId === undefined ? q.where('dossier_id', '=', t.dossierId) : q.where('onderwerp_id', '=', t.onderwerpId);
  if (t.voorId !== undefined) q = q.where('voor_id', '=', t.voorId);
  const uit = await q.executeTakeFirst();
  return Number(uit.numUpdatedRows);
}

/** Ends this one clock, when it is still open. */
export async function rondDezeTermijnAf(ctx: Context, t: { id: Id; door: Id | null; uitkomst: string }): Promise<void> {
  await ctx.trx.updateTable('termijn').set((eb) => ({ afgerond_op: ctx.nu, afgerond_door: t.door, uitkomst: t.uitkomst, volgende_stap_op: null, versie: eb('versie', '+', 1) }))
    .where('organisatie_id', '=', ctx.organisatieId).where('id', '=', t.id).where('afgerond_op', 'is', null).execute();
}

/** The open clocks about something that is no dossier. */
export function openTermijnenOver({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>, onderwerpId: Id) {
  return trx.selectFrom('termijn').select(['id', 'soort', 'verval_op', 'aan_id', 'versie']).where('organisatie_id', '=', organisatieId).where('onderwerp_id', '=', onderwerpId).where('afgerond_op', 'is', null).orderBy('verval_op').execute();
}

/** The open clocks of these dossiers, what ends first in front. */
export async function openTermijnenIn({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>, dossierIds: readonly Id[]) {
  if (dossierIds.length === 0) return [];
  const rijen = await trx.selectFrom('termijn').select(['dossier_id', 'soort', 'verval_op']).where('organisatie_id', '=', organisatieId).where('dossier_id', 'in', [...dossierIds]).where('afgerond_op', 'is', null).orderBy('verval_op').orderBy('id').execute();
  return rijen.flatMap((r) => (r.dossier_id === null ? [] : [{ dossierId: r.dossier_id, soort: r.soort as Kloksoort, verval_op: r.verval_op }]));
}

/** Puts an open clock on another moment. */
export async function verzetTermijn(ctx: Context, t: { id: Id; vervalOp: Temporal.Instant; versie: number }): Promise<void> {
  const { instellingen } = await instellingenVan(ctx);
  const uit = await ctx.trx.updateTable('termijn')
    .set((eb) => ({ verval_op: t.vervalOp, stap: 0, volgende_stap_op: eersteStap(ctx.nu, t.vervalOp, instellingen.herinneringUren), versie: eb('versie', '+', 1) }))
    .where('organisatie_id', '=', ctx.organisatieId).where('id', '=', t.id).where('versie', '=', t.versie).where('afgerond_op', 'is', null).executeTakeFirst();
  if (Number(uit.numUpdatedRows) === 0) throw fout('conflict.gewijzigd');
}
