// Hearing both sides: what other rooms ask of it, the tab of the dossier, and the own page of who got a letter.
export { hoorplichtVan, vereistAchteraf, verlopenAchteraf, wederhoorstand, type Hoorplicht, type Wederhoorstand } from './stand.ts';
export { maakUitnodigen } from './handelingen/uitnodigen.ts';
export { antwoordcodes, vraagMetBesluit, type Briefantwoord } from './handelingen/achteraf.ts';
export { laatsteVerzenddag } from './regels/werkdag.ts';
export { geefMeerTijd, legZienswijzeVast, trekIn } from './handelingen/vastleggen.ts';
export { wederhoorTik } from './klok.ts';
export { verhuisWederhoor, wederhoorbeeld, wederhoorGedaan } from './vragen.ts';
export { wederhoorPaginas, WEDERHOORTAB } from './paginas/index.tsx';
export { burgerPaginas, UW_KANT } from './paginas/burger.tsx';
export { ruimSleutelsOp } from './toegang/opruimen.ts';
