import type { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import { veldfouten } from '../../kern/invoer.ts';

/** Parses what came from a form, a request body or a test by the one schema of the act. */
export function lees<S extends z.ZodType>(schema: S, ruw: unknown): z.output<S> {
  // For what a schema has no sentence of its own: fields sent twice, or as something no form of ours can send.
  const uitslag = schema.safeParse(ruw, { error: () => 'Controleer dit veld.' });
  if (!uitslag.success) throw fout('invoer.ongeldig', { velden: veldfouten(uitslag.error) });
  return uitslag.data;
}
