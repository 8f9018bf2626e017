import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { fout } from '../kern/fouten/index.ts';
import type { Id } from '../kern/ids.ts';
import { Bestandsfout, neemIn, type Bestanden } from '../platform/bestanden/index.ts';
import { zegel } from '../dossier/index.ts';

/** A letter in the storage: the PDF that was made of it, or the Word document that takes its place. */
export interface VerzegeldePdf {
  sleutel: string;
  sha256: string;
  bytes: number;
}

/** Puts a letter in the storage of files, sealed under its organisation and its own id. */
export async function verzegel({ bewaring, spoelmap, neemVoor }: Bestanden, organisatieId: Id, briefId: Id, inhoud: Buffer, soort: 'pdf' | 'docx' = 'pdf'): Promise<VerzegeldePdf> {
  const ingenomen = await neemIn(Readable.from(inhoud), { naam: `brief.${soort}`, spoelmap });
  try {
    const bewaard = await bewaring.bewaar(ingenomen, zegel(organisatieId, briefId), async (sleutels) => neemVoor?.(organisatieId, sleutels));
    return { sleutel: bewaard.origineelSleutel, sha256: bewaard.origineelSha256, bytes: bewaard.origineelBytes };
  } finally {
    await ingenomen.ruimOp();
  }
}

/** The letter as it was sealed; refused when it is no longer the very same. */
export async function ontzegel({ bewaring }: Bestanden, organisatieId: Id, briefId: Id, { sleutel, sha256 }: Pick<VerzegeldePdf, 'sleutel' | 'sha256'>): Promise<Buffer> {
  let pdf: Buffer;
  try {
    pdf = await buffer(await bewaring.leesOrigineel({ origineelSleutel: sleutel, kopieSleutel: null, kopieStatus: 'ongewijzigd' }, zegel(organisatieId, briefId)));
  } catch (e) {
    if (e instanceof Bestandsfout) throw fout('conflict.toestand', { redenen: [`${e.soort.titel}. ${e.soort.tekst}`] });
    throw e;
  }
  if (createHash('sha256').update(pdf).digest('hex') !== sha256) throw fout('conflict.toestand', { redenen: ['Deze brief is niet meer de brief die is nagekeken. Meld dit bij je beheerder.'] });
  return pdf;
}
