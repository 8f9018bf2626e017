// What the organisation accepts and what follows when it does not: versions, advice, the norm. It advises and never decides.
export {
  beslissercodes, beslissersoorten, gebiedcodes, gebieden, maatregelcodes, maatregelsoorten, persoonssoortcodes, persoonssoorten, rechtsvormen,
  type Beslissersoort, type Gebied, type Maatregel, type Maatregelsoort, type Persoonssoort, type Rechtsmiddel, type Rechtsvorm,
} from './regels/soorten.ts';
export { adviseer, wijktAf, type Advies, type Adviesduur, type Adviesoptie, type Adviesregel } from './regels/advies.ts';
export type { EerderFeit, Feiten } from './regels/feiten.ts';
export type { Kader } from './regels/kader.ts';
export { maatregelzin } from './regels/zinnen.ts';
export { kaderOp, type Kaderversie } from './versies.ts';
export { adviesVoor } from './adviezen.ts';
export { normOp, normsoorten, type Norm, type Normsoort } from './normen.ts';
export { adviespaneel, kaderPaginas } from './paginas/index.tsx';
