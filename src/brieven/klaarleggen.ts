import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Temporal } from 'temporal-polyfill';
import { fout } from '../kern/fouten/index.ts';
import type { Id } from '../kern/ids.ts';
import { anders, veldfouten } from '../kern/invoer.ts';
import type { ActorContext, Context } from '../platform/deuren/index.ts';
import { legVast } from '../dossier/index.ts';
import { geldendeBrief, type Briefrij } from './onderwerp.ts';
import { Geadresseerde, gegevensschemas, type Briefgegevens, type Briefsoort, type Briefstatus, type Contactpunt, type Ondertekenaar, type Verzendwijze } from './regels/soorten.ts';

export interface NieuweBrief<S extends Briefsoort> {
  dossierId: Id;
  /** The party of the dossier (rol veroorzaker) the letter is about. */
  betrokkeneId: Id;
  soort: S;
  geadresseerde: { naam: string; adres: string[] };
  gegevens: Briefgegevens<S>;
}

type Lezend = Pick<Context, 'trx' | 'organisatieId'>;

/** No letters and digits that look alike on paper. */
const TEKENS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/**
 * What a citizen names when he calls about his letter. Drawn and not counted: a number of a dossier would tell him how many cases there
 * are, and two letters which of them came first.
 */
function briefkenmerk(): string {
  const teken = (): string => TEKENS.charAt(randomInt(TEKENS.length));
  return `${Array.from({ length: 4 }, teken).join('')}-${Array.from({ length: 4 }, teken).join('')}`;
}

/**
 * Prepares a letter within the act of the caller, who has the dossier locked. It waits on the tab Brieven for someone to check
 * and send it. What does not fit the kind of letter is refused as invalid input, at fields called `gegevens.…`.
 */
export async function legBriefKlaar<S extends Briefsoort>(ctx: Context | ActorContext, b: NieuweBrief<S>): Promise<{ id: Id }> {
  const gegevens = gegevensschemas[b.soort].safeParse(b.gegevens, anders);
  const aan = Geadresseerde.safeParse(b.geadresseerde, anders);
  if (!gegevens.success || !aan.success) {
    const bij = (naam: string, uit: typeof gegevens | typeof aan) => (uit.success ? [] : veldfouten(uit.error).map((v) => ({ ...v, veld: `${naam}.${v.veld}` })));
    throw fout('invoer.ongeldig', { velden: [...bij('geadresseerde', aan), ...bij('gegevens', gegevens)] });
  }
  const { trx, organisatieId } = ctx;
  const dossier = await trx.selectFrom('dossier').select('id').where('organisatie_id', '=', organisatieId).where('id', '=', b.dossierId).executeTakeFirst();
  const over = await trx.selectFrom('betrokkene').select('id').where('organisatie_id', '=', organisatieId).where('dossier_id', '=', b.dossierId).where('id', '=', b.betrokkeneId)
    .where('rol', '=', 'veroorzaker').where('vervallen_op', 'is', null).executeTakeFirst();
  if (!dossier || !over) throw fout('niet-gevonden');
  return schrijfBrief(ctx, { dossier_id: b.dossierId, betrokkene_id: b.betrokkeneId, soort: b.soort, geadresseerde_naam: aan.data.naam, geadresseerde_adres: aan.data.adres, gegevens: gegevens.data });
}

/** Writes a letter as a concept, and its line in the timeline. */
export async function schrijfBrief(ctx: Context | ActorContext, b: Pick<Briefrij, 'dossier_id' | 'betrokkene_id' | 'soort' | 'geadresseerde_naam' | 'geadresseerde_adres' | 'gegevens'>): Promise<{ id: Id }> {
  const { trx, organisatieId } = ctx;
  const door = 'actor' in ctx ? ctx.actor.id : null;
  const id = ctx.nieuwId();
  await trx.insertInto('brief').values({
    organisatie_id: organisatieId, id, dossier_id: b.dossier_id, betrokkene_id: b.betrokkene_id, kenmerk: briefkenmerk(), soort: b.soort,
    geadresseerde_naam: b.geadresseerde_naam, geadresseerde_adres: JSON.stringify(b.geadresseerde_adres), gegevens: JSON.stringify(b.gegevens), opgesteld_op: ctx.nu, opgesteld_door: door,
    nagekeken_op: null, nagekeken_door: null, briefdatum: null, tekst: null, sha256: null, pdf_sleutel: null, pdf_bytes: null, verzonden_op: null, wijze: null, verzendkenmerk: null, verzonden_door: null, vastgelegd_op: null, vervallen_op: null,
  }).execute();
  await legVast(ctx, { dossierId: b.dossier_id, soort: 'brief_klaar', door, gegevens: { brief: id, briefsoort: b.soort } });
  return { id };
}

export interface Briefstand {
  /** The letter that counts: another when this one was voided and made anew. */
  id: Id;
  soort: Briefsoort;
  status: Briefstatus;
  /** The day it left, as the one who sent it recorded; null until then. */
  verzondenOp: Temporal.PlainDate | null;
  wijze: Verzendwijze | null;
  /** Of the PDF that was checked; null while it is a concept. */
  sha256: string | null;
  /** Withdrawn: prepared and not needed any more. */
  vervallen: boolean;
}

/** How a letter stands, or the one that was made in its place; null when there is no such letter in this organisation. */
export async function briefstand({ trx, organisatieId }: Lezend, id: Id): Promise<Briefstand | null> {
  const nu = await geldendeBrief({ trx, organisatieId }, id);
  const r = nu === null ? undefined : await trx.selectFrom('brief').select(['id', 'soort', 'status', 'verzonden_op', 'wijze', 'sha256', 'vervallen_op']).where('organisatie_id', '=', organisatieId).where('id', '=', nu).executeTakeFirst();
  return r ? { id: r.id, soort: r.soort, status: r.status, verzondenOp: r.verzonden_op, wijze: r.wijze, sha256: r.sha256, vervallen: r.vervallen_op !== null } : null;
}

/** The letters that left to these parties, oldest first. */
export async function verzondenBrieven({ trx, organisatieId }: Lezend, betrokkeneIds: readonly Id[]): Promise<{ soort: Briefsoort; kenmerk: string; verzondenOp: Temporal.PlainDate }[]> {
  if (betrokkeneIds.length === 0) return [];
  const rijen = await trx.selectFrom('brief').select(['soort', 'kenmerk', 'verzonden_op']).where('organisatie_id', '=', organisatieId).where('betrokkene_id', 'in', [...betrokkeneIds]).where('status', '=', 'verzonden').orderBy('verzonden_op').orderBy('id').execute();
  return rijen.flatMap((r) => (r.verzonden_op === null ? [] : [{ soort: r.soort, kenmerk: r.kenmerk, verzondenOp: r.verzonden_op }]));
}

/** Where a letter went, with whom its reader can speak, and on whose authority it was signed. */
const Vervolg = z.looseObject({ contact: gegevensschemas.geen_reactie.shape.contact, ondertekenaar: gegevensschemas.geen_reactie.shape.ondertekenaar });

/** What a letter that follows on this one takes over from it; null when there is no such letter, or it never left. */
export async function vervolgOp(ctx: Lezend, briefId: Id): Promise<{ geadresseerde: Geadresseerde; contact: Contactpunt; ondertekenaar: Ondertekenaar } | null> {
  const nu = await geldendeBrief(ctx, briefId);
  const r = nu === null ? undefined : await ctx.trx.selectFrom('brief').select(['geadresseerde_naam', 'geadresseerde_adres', 'gegevens']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', nu).where('status', '=', 'verzonden').executeTakeFirst();
  const over = Vervolg.safeParse(r?.gegevens).data;
  return r && over ? { geadresseerde: Geadresseerde.parse({ naam: r.geadresseerde_naam, adres: r.geadresseerde_adres }), contact: over.contact, ondertekenaar: over.ondertekenaar } : null;
}

/** Whether a letter of this kind about this party was prepared since then, and still counts. */
export async function isErBrief({ trx, organisatieId }: Lezend, b: { betrokkeneId: Id; soort: Briefsoort; sinds: Temporal.Instant }): Promise<boolean> {
  const r = await trx.selectFrom('brief').select('id').where('organisatie_id', '=', organisatieId).where('betrokkene_id', '=', b.betrokkeneId).where('soort', '=', b.soort).where('opgesteld_op', '>=', b.sinds).where('vervallen_op', 'is', null).limit(1).executeTakeFirst();
  return r !== undefined;
}
