// Every letter that leaves the organisation. Other rooms prepare one here; checking and sending it is done on the tab Brieven of the dossier.
export { briefstand, isErBrief, legBriefKlaar, vervolgOp, verzondenBrieven, type Briefstand, type NieuweBrief } from './klaarleggen.ts';
export { briefvoorbeeld } from './regels/tekst.ts';
export { briefdag, type Blok, type Deel, type Stuk } from './regels/vorm.ts';
export type { Briefafzender } from './regels/huisstijl.ts';
export { afzenderVan, logobeeld } from './onderwerp.ts';
export {
  briefsoortcodes, briefsoorten, ondertekenaars, rechtsvormen, verzendwijzen,
  type Afspraak, type Briefgegevens, type Briefsoort, type Briefstatus, type Contactpunt, type Geadresseerde, type Ondertekenaar, type Rechtsvorm, type Verzendwijze,
} from './regels/soorten.ts';
export { verborgenIn, zonderHerkenbaars } from './herkenbaar.ts';
export { vindVerborgen, type Verborgen } from './regels/herkenbaar.ts';
export { briefVervalt } from './handelingen.ts';
export { kijkBriefNa, verstuurBrief } from './handelingen.ts';
export { verzegel } from './verzegelen.ts';
export { briefOphalen } from './vragen.ts';
export { briefGedaan, verhuisBrieven } from './vragen.ts';
export { brievenPaginas, BRIEVENTAB, type Brievenmiddelen } from './paginas/index.tsx';
export { maakPdfmaker, type Pdfmaker } from './pdf/maker.ts';
export { brieftaken } from './taken.ts';
export { briefsleutels } from './opslagsleutels.ts';
export { agendabestand, type Agendapunt } from './agenda.ts';
