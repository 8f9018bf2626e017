export { startNazorg, wijsHelperAan, type Nazorgbelofte } from './starten.ts';
export { belwensen, belwenscodes, hulpsoorten, momentwoorden, nazorgmomenten, wijzen, type Belwens, type Nazorgmoment } from './regels.ts';
export { nazorgGedaan, verhuisNazorg } from './vragen.ts';
export { nazorgPaginas } from './paginas/index.tsx';
export { antwoordOpHulp, kiesHelper, koppelTerug, legGesprekVast, schakelHulpIn, werkHulpBij } from './handelingen.ts';
