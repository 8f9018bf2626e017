export { startNazorg, wijsHelperAan, type Nazorgbelofte } from './starten.ts';
export { belofteVandaag, belwensen, belwenscodes, hulpsoorten, momentStart, momentwoorden, nazorgmomenten, volgendMoment, wijzen, type Belwens, type Hulpsoort, type Nazorgmoment, type Wijze } from './regels.ts';
export { nazorgGedaan, verhuisNazorg } from './vragen.ts';
export { nazorgPaginas } from './paginas/index.tsx';
export { antwoordOpHulp, kiesHelper, koppelTerug, legGesprekVast, schakelHulpIn, werkHulpBij } from './handelingen.ts';
export { eigenNazorg, leesTerugkoppeling, terugkoppelingenVoor, wachtOpCollega, type EigenNazorg, type Terugkoppelingregel } from './eigen.ts';
