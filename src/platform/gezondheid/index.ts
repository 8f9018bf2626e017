export { maakGezondheid, type Controle, type Gezondheid, type GezondheidOpties } from './gezondheid.ts';
export { maakMetingen, type Meter, type Metingen } from './metingen.ts';
