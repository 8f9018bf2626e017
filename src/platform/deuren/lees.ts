import type { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import { anders, veldfouten } from '../../kern/invoer.ts';

/** Parses what came from a form, a request body or a test by the one schema of the act. */
export function lees<S extends z.ZodType>(schema: S, ruw: unknown): z.output<S> {
  const uitslag = schema.safeParse(ruw, anders);
  if (!uitslag.success) throw fout('invoer.ongeldig', { velden: veldfouten(uitslag.error) });
  return uitslag.data;
}
