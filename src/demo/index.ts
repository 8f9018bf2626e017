import type { Demoverslag, Demoverzoek } from './laden.ts';

export { demokaarten } from './kaarten.ts';
export type { Demoverslag, Demoverzoek } from './laden.ts';

/** Loaded only when asked for: the texts of two years of reports are a good part of the program. */
export async function laadDemo(verzoek: Demoverzoek): Promise<Demoverslag> {
  const laden = await import('./laden.ts');
  return await laden.laadDemo(verzoek);
}
