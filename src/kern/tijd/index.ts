export { type Feestdag, eerstePaasdag, feestdagen, KalenderInstellingen } from './feestdagen.ts';
export { type DatumCode, leesDatum, momentNietInToekomst, nietInToekomst, type Richting } from './leesdatum.ts';
export { leesTijd, type TijdCode } from './leestijd.ts';
export { Ladder, type LadderMoment, ladderMomenten, volgendeStap } from './ladder.ts';
export {
  dagTekst, dagnaam, dagnamen, datumInvoer, datumTekst, datumTijdTekst, datumVoluit, geledenTekst, isTeLaat, maandnamen, momentTekst,
  nogTekst, tijdInvoer, tijdTekst, voorTekst,
} from './tekst.ts';
export { termijnEenheden, type TermijnEenheid, Termijnregel, vervalmoment } from './termijn.ts';
export type { Gelezen, Onleesbaar } from './uitkomst.ts';
export { isAlgemeenVrij, isWerkdag, type Kalender, kalenderVan, plusWerkdagen, volgendeWerkdag } from './werkdagen.ts';
export { dagVan, lokaal, momentVan, ZONE } from './zone.ts';
