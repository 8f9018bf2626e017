import { z } from 'zod';
import type { Deuren } from '../platform/deuren/index.ts';
import type { Taak } from '../platform/wachtrij/index.ts';
import { ruimConceptOp, TAAK_OPRUIMEN } from './handelingen/concept.ts';

const Gegevens = z.object({ organisatieId: z.uuid(), conceptId: z.uuid() });

/** The worker's jobs of this room. */
export function meldenTaken({ deuren }: { deuren: Deuren }): Record<string, Taak> {
  return {
    async [TAAK_OPRUIMEN](ruw) {
      const { organisatieId, conceptId } = Gegevens.parse(ruw);
      await deuren.voerSysteem(ruimConceptOp, { conceptId }, organisatieId);
    },
  };
}
