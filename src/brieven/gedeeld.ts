import { fout } from '../kern/fouten/index.ts';
import { id, versie } from '../kern/invoer.ts';
import type { ActorContext, Context } from '../platform/deuren/index.ts';
import type { Briefrij } from './onderwerp.ts';
import { TAAK_WISSEN } from './taken.ts';

/** What every act on one letter names. */
export const Eenbrief = { id: id('Open het dossier opnieuw.'), brief: id('Open het dossier opnieuw.'), versie };

/** Refuses what can no longer change, and what someone changed meanwhile. */
export function nogOpen(r: Briefrij, gestuurd: number): void {
  if (r.status === 'verzonden') throw fout('conflict.toestand', { redenen: ['Deze brief is al verstuurd. Wat verstuurd is, staat vast.'] });
  if (r.vervallen_op !== null) throw fout('conflict.toestand', { redenen: ['Deze brief is vervallen.'] });
  if (r.versie !== gestuurd) throw fout('conflict.gewijzigd');
}

/** A letter as we make it, not checked yet: what a person checked or edited in Word is no more. */
export const WEER_CONCEPT = {
  status: 'concept', nagekeken_op: null, nagekeken_door: null, briefdatum: null, tekst: null, sha256: null, pdf_sleutel: null, pdf_bytes: null,
  word_sleutel: null, word_sha256: null, word_bytes: null, word_tekst: null, word_door: null, word_op: null,
} as const;

/** What it was is no more: its PDF or Word document is taken out of the storage. */
export async function wisPdf(ctx: Context, r: Briefrij): Promise<void> {
  for (const sleutel of new Set([r.pdf_sleutel, r.word_sleutel])) if (sleutel !== null) await ctx.plaats(TAAK_WISSEN, { sleutel });
}

/** Writes a new version of the letter. */
export async function wijzig(ctx: ActorContext & { onderwerp: { brief: Briefrij } }, set: Partial<Briefrij>): Promise<void> {
  const { brief: r } = ctx.onderwerp;
  await ctx.trx.updateTable('brief').set({ ...set, versie: r.versie + 1 } as never).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', r.id).execute();
}
