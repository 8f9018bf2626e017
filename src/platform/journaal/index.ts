export { controleerJournaal, type Breuk, type Controleopdracht, type Controleuitslag } from './controle.ts';
export { verzegelJournaal, type Verzegeling, type Verzegelopdracht, type Verzegeluitslag } from './verzegel.ts';
export { leesZegelsleutel, leesZegelsTotEnMet, openbareSleutel, zegelbestand, zegelmap, type Zegelsleutel } from './zegels.ts';
