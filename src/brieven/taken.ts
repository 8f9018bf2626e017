import { isId } from '../kern/ids.ts';
import type { Bestanden } from '../platform/bestanden/index.ts';
import { metOrganisatie, type Db } from '../platform/database/index.ts';
import type { Taak } from '../platform/wachtrij/index.ts';

/** Job that takes the PDF or Word document of a letter out of the storage when the letter became something else. */
export const TAAK_WISSEN = 'brief.wissen';

/** The worker's jobs on letters. */
export function brieftaken({ db, bestanden }: { db: Db; bestanden: Bestanden }): Record<string, Taak> {
  return {
    async [TAAK_WISSEN]({ organisatieId, sleutel }) {
      if (typeof organisatieId !== 'string' || !isId(organisatieId) || typeof sleutel !== 'string') throw new TypeError('taak zonder organisatie en sleutel');
      const nog = await metOrganisatie(db, organisatieId, (trx) => trx.selectFrom('brief').select('id').where('organisatie_id', '=', organisatieId).where((eb) => eb.or([eb('pdf_sleutel', '=', sleutel), eb('word_sleutel', '=', sleutel)])).executeTakeFirst());
      if (!nog) await bestanden.opslag.verwijder(sleutel);
    },
  };
}
