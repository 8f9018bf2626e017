export { dienMeldingIn, dienMeldingNamensIn, type IngediendeMelding } from './handelingen/indienen.ts';
export { titelVan } from './regels/melding.ts';
export { bewaarConcept, bewaarVoorWie, gooiConceptWeg, ruimConceptOp } from './handelingen/concept.ts';
