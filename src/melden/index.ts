import type { Dossieraanhang } from '../dossier/index.ts';
import { meldingPaneel, verhuisMeldingen } from './paginas/paneel.tsx';

export { dienMeldingIn, dienMeldingNamensIn, type IngediendeMelding } from './handelingen/indienen.ts';
export { titelVan } from './regels/melding.ts';
export { meldenPaginas } from './paginas/index.ts';
export { meldenTaken } from './taken.ts';

/** What reporting hangs on a dossier. */
export const meldenAanhang: Dossieraanhang = { panelen: [meldingPaneel], tabs: [], sluitvoorwaarden: [], verhuizers: [verhuisMeldingen] };
