import type { Id } from '../../kern/ids.ts';
import type { Hoedanigheid } from '../../kern/rechten/index.ts';
import type { BestandTabel } from '../tabellen/typen.ts';

/** In one go, and in all with one report. */
export const MEEST_BESTANDEN = 10;
/** In one dossier, so that nobody fills the storage. */
export const MEEST_PER_DOSSIER = 200;
/** Megabytes a single file may have (platform/bestanden sets the limit itself). */
export const MEEST_MB = 25;

/** How long the contents of a file that was taken out of a dossier are kept, for who made a mistake. */
export const BEDENKTIJD_DAGEN = 14;

/** Who may take a file out of a dossier: the Adviseur or griffier any, everyone else his own while the dossier is open. */
export function magWeghalen({ hoedanigheden, status }: { hoedanigheden: ReadonlySet<Hoedanigheid>; status?: string }, wieId: Id, doorId: Id): boolean {
  return hoedanigheden.has('adviseur') || hoedanigheden.has('griffier') || (doorId === wieId && status !== 'gesloten');
}

export type Scan = BestandTabel['scan'];

/** How far the check for viruses is, in words for under a file's name. */
export const scanwoorden: Record<Scan, string> = {
  schoon: 'gescand, veilig',
  niet_gescand: 'nog niet gescand',
  besmet: 'hier zit een virus in, niemand kan dit openen',
  te_groot: 'te groot om te scannen, niemand kan dit openen',
  geen_scanner: 'niet gescand: er is hier geen virusscanner',
};

export interface Ophaalbaarheid {
  scan: Scan;
  kopie_status: string;
}

/** Why a file cannot be fetched now, as a sentence; null when it can. What is not known to be clean is never handed out, save in a demo without a scanner. */
export function waaromNiet(b: Ophaalbaarheid, demo: boolean): string | null {
  if (b.scan === 'besmet') return 'In dit bestand zit een virus. We bewaren het als bewijs, maar niemand kan het openen.';
  if (b.scan === 'te_groot') return 'Dit bestand is te groot voor de virusscanner. We bewaren het als bewijs, maar niemand kan het openen.';
  if (b.scan === 'niet_gescand' || (b.scan === 'geen_scanner' && !demo)) return 'Dit bestand is nog niet gescand op virussen. Probeer het over een paar minuten opnieuw.';
  if (b.kopie_status === 'geen-kopie') return 'Van dit bestand konden we geen veilige kopie maken. Het origineel is wel bewaard.';
  return null;
}

/** "1,2 MB": sizes as people read them. */
export function grootteTekst(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  return `${(Math.round(bytes / 100_000) / 10).toString().replace('.', ',')} MB`;
}
