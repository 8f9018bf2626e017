export { maatregelOpSlot, neemStap, type Maatregelrij } from './stap.ts';
export { geldendeMaatregelen, maatregelenVan, type Bereik, type Maatregelregel } from './vragen/lijst.ts';
export { isEenmalig, machtigingswoorden, soortcodes, soortInZin, soortnamen, toestanden, type Maatregelsoort, type Toestand } from './regels/woorden.ts';
export { GESPREKKENTAB, gesprekPaginas } from './gesprek/paginas/index.tsx';
export { verhuisGesprekken } from './gesprek/vragen.ts';
export { maatregelTik } from './klok.ts';
export { maatregelGedaan, verhuisMaatregelen } from './dossier.ts';
export { MAATREGELENTAB, maatregelPaginas } from './paginas/index.tsx';
