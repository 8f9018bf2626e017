export { startNazorg, wijsHelperAan, type Nazorgbelofte } from './starten.ts';
export { belwensen, belwenscodes, nazorgmomenten, type Belwens, type Nazorgmoment } from './regels.ts';
