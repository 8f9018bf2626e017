// The spine: other rooms hang their part on a dossier through what stands here.
export { dossierFeiten, dossierOnderwerp, dossierOpSlot, zichtbaar, type DossierOnderwerp } from './onderwerp.ts';
export { legVast, type Gebeurtenissoort } from './gebeurtenis.ts';
export { stelInKennis, TAAK_MAIL, type Berichtsoort } from './kennisgeving.ts';
export { kloksoorten, rondTermijnAf, verzetTermijn, zetTermijn, type Kloksoort } from './termijnen.ts';
export { openDossier, type GeopendDossier, type NieuwDossier } from './openen.ts';
export { klokTik } from './klok.ts';
export * from './regels/woorden.ts';
export { bepaalErnst } from './regels/ernst.ts';
