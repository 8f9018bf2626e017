import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id } from '../../kern/invoer.ts';
import { maakVoornemenWaar } from '../../platform/bestanden/index.ts';
import { handeling, type ActorContext, type Context } from '../../platform/deuren/index.ts';
import { legVast } from '../gebeurtenis.ts';
import { dossierOpSlot } from '../onderwerp.ts';
import { MEEST_BESTANDEN, MEEST_PER_DOSSIER } from './regels.ts';

/** Job that has a new file scanned. */
export const TAAK_SCANNEN = 'bestand.scannen';
/** Job that takes a removed file out of the storage. */
export const TAAK_WISSEN = 'bestand.wissen';

/** What is known of a file that stands sealed in the storage; made by the upload, never sent by a browser. */
export const Bewaardbestand = z.object({
  bestand: id('Kies het bestand opnieuw.'), naam: z.string().min(1).max(200), mediatype: z.string().min(1).max(150), grootte: z.int().positive(), sha256: z.string().regex(/^[0-9a-f]{64}$/),
  origineelSleutel: z.string().min(1).max(100), kopieSleutel: z.string().min(1).max(100).nullable(), kopieStatus: z.enum(['ontdaan-van-metagegevens', 'ongewijzigd', 'geen-kopie']),
});
export type Bewaardbestand = z.output<typeof Bewaardbestand>;

/** Name under which a file is sealed: it opens for no other organisation and no other file. */
export function zegel(organisatieId: Id, bestandId: Id): string {
  return `${organisatieId}/${bestandId}`;
}

/** Writes the row of a stored file, with a dossier or with a half-filled form, and has it scanned. */
export async function legBestandVast(ctx: ActorContext, bij: { dossierId: Id } | { conceptId: Id }, b: Bewaardbestand): Promise<void> {
  const doel = { dossier_id: 'dossierId' in bij ? bij.dossierId : null, concept_id: 'conceptId' in bij ? bij.conceptId : null };
  const { n } = await ctx.trx.selectFrom('bestand').select((eb) => eb.fn.countAll<number>().as('n')).where('organisatie_id', '=', ctx.organisatieId).where('verwijderd_op', 'is', null)
    .where((eb) => ('dossierId' in bij ? eb('dossier_id', '=', bij.dossierId) : eb.and([eb('concept_id', '=', bij.conceptId), eb('door', '=', ctx.actor.id)]))).executeTakeFirstOrThrow();
  if ('conceptId' in bij && n >= MEEST_BESTANDEN) throw veldfout('bestanden', `Er passen ${MEEST_BESTANDEN} bestanden bij je melding. Heb je er meer? Voeg ze toe nadat je de melding hebt verstuurd.`);
  if ('dossierId' in bij && n >= MEEST_PER_DOSSIER) throw veldfout('bestanden', 'Bij dit dossier passen geen bestanden meer. Overleg met de Adviseur-VPD.');
  const sleutels = b.kopieSleutel === null ? [b.origineelSleutel] : [b.origineelSleutel, b.kopieSleutel];
  if (!(await maakVoornemenWaar(ctx.trx, ctx.organisatieId, sleutels))) throw veldfout('bestanden', 'Het bewaren duurde te lang. Kies het bestand opnieuw.');
  await ctx.trx.insertInto('bestand').values({
    organisatie_id: ctx.organisatieId, id: b.bestand, ...doel, naam: b.naam, mediatype: b.mediatype, grootte: b.grootte, sha256: b.sha256, origineel_sleutel: b.origineelSleutel, kopie_sleutel: b.kopieSleutel,
    kopie_mediatype: b.kopieStatus === 'geen-kopie' ? null : b.mediatype, kopie_status: b.kopieStatus, scan: 'niet_gescand', gescand_op: null, door: ctx.actor.id, op: ctx.nu, verwijderd_op: null,
  }).execute();
  await ctx.plaats(TAAK_SCANNEN, { bestandId: b.bestand });
}

/** What the journaal holds of a file's intake, as the beginning of its custody. */
export function herkomst(b: Bewaardbestand): Record<string, unknown> {
  return { sha256: b.sha256, grootte: b.grootte, mediatype: b.mediatype };
}

/** Adds a file to a dossier: by a handler, or by whoever reported or was asked for a statement. */
export const voegBestandToe = handeling({
  naam: 'bestand.toevoegen',
  invoer: Bewaardbestand.extend({ id: id('Dit dossier bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { dossierId } = ctx.onderwerp;
    await legBestandVast(ctx, { dossierId }, ctx.invoer);
    await legVast(ctx, { dossierId, soort: 'bestand_toegevoegd', door: ctx.actor.id, gegevens: { bestand: ctx.invoer.bestand } });
    return { resultaat: { bestand: ctx.invoer.bestand }, object: { soort: 'bestand', id: ctx.invoer.bestand }, journaal: herkomst(ctx.invoer) };
  },
});

/** Takes one's own file off a half-filled form again. The row stays, the contents go. */
export async function haalConceptbestandWeg(ctx: ActorContext, b: { conceptId: Id; bestandId: Id }): Promise<void> {
  const weg = await ctx.trx.updateTable('bestand').set({ verwijderd_op: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', b.bestandId).where('concept_id', '=', b.conceptId)
    .where('door', '=', ctx.actor.id).where('verwijderd_op', 'is', null).executeTakeFirst();
  if (Number(weg.numUpdatedRows) === 0) throw fout('niet-gevonden');
  await ctx.plaats(TAAK_WISSEN, { bestandId: b.bestandId });
}

/** Removes all files of a form that is thrown away. Answers how many there were. */
export async function haalConceptbestandenWeg(ctx: Context, conceptId: Id, vanId: Id): Promise<number> {
  const weg = await ctx.trx.updateTable('bestand').set({ verwijderd_op: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('concept_id', '=', conceptId)
    .where('door', '=', vanId).where('verwijderd_op', 'is', null).returning('id').execute();
  for (const { id: bestandId } of weg) await ctx.plaats(TAAK_WISSEN, { bestandId });
  return weg.length;
}

/** The files of a form go to the dossier that came of it. Answers which, with their hashes, for the journaal. */
export async function neemBestandenOver(ctx: ActorContext, conceptId: Id, dossierId: Id): Promise<{ id: Id; sha256: string }[]> {
  return ctx.trx.updateTable('bestand').set({ dossier_id: dossierId, concept_id: null }).where('organisatie_id', '=', ctx.organisatieId).where('concept_id', '=', conceptId)
    .where('door', '=', ctx.actor.id).where('verwijderd_op', 'is', null).returning(['id', 'sha256']).execute();
}
