// The spine: other rooms hang their part on a dossier through what stands here.
export { dossierFeiten, dossierOnderwerp, dossierOpSlot, zichtbaar, type DossierOnderwerp } from './onderwerp.ts';
export { legVast, type Gebeurtenissoort } from './gebeurtenis.ts';
export { stelInKennis, TAAK_MAIL, type Kennisgevingsoort } from './kennisgeving.ts';
export { mailtaak } from './mailen.ts';
export { kloksoorten, rondTermijnAf, verzetTermijn, zetTermijn, type Kloksoort } from './termijnen.ts';
export { openDossier, type GeopendDossier, type NieuwDossier } from './openen.ts';
export { klokTik } from './klok.ts';
export * from './regels/woorden.ts';
export { bepaalErnst } from './regels/ernst.ts';
export { dossierPaginas, type Dossieraanhang } from './paginas/index.tsx';
export { dossierTabs, type Dossierpaneel } from './paginas/dossier.tsx';
export { ErnstMerk, StatusMerk } from './paginas/lijst.tsx';
export { maakDossierLezen, type Dossierbeeld, type Dossierdeel } from './vragen.ts';
export { gelijkeVersie, voegZoektekstToe, wijzigDossier } from './handelingen/bijwerken.ts';
export type { Sluitvoorwaarde, Verhuizer } from './handelingen/sluiten.ts';
