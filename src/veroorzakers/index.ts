// Who the veroorzaker is, what he is known for, and what his rights are. Nothing here predicts conduct, and nothing ranks people by danger.
export { persoonBij, eerdereIncidenten, type EerderIncident } from './incidenten.ts';
export { feitstatusVan, feitstatussenVan, zetFeitstatus } from './feitstatus.ts';
export { feitstatuscodes, feitstatussen, feitstatusuitleg, persoonssoorten, type Feitstatus, type Persoonssoort } from './regels/woorden.ts';
export { FeitstatusMerk } from './paginas/onderdelen.tsx';
export { beslisOverKandidaat, vulVeroorzakerAan } from './dossier.ts';
export { verhuisKoppelingen } from './dossier.ts';
export { feitstatuspaneel, VEROORZAKERTAB } from './paginas/dossiertab.tsx';
export { verzoekklokken } from './paginas/verzoeken.tsx';
export { veroorzakersPaginas } from './paginas/index.tsx';
export type { Bewaarder, Wie as WieTeWissen } from './avg/wissen.ts';
export { kennisgevingstanden, regelKennisgeving, type Kennisgevingstand, type Kennisgevingwens } from './avg/kennisgeving.ts';
export type { Inzagedeel } from './avg/inzage.ts';
export { ijk, neemIjkingOver, zetGewichtenTerug, type Ijking } from './ijking/handelingen.ts';
export { ijkverslag, versienaam } from './ijking/verslag.ts';
export { herkenOnder, wonendOp } from './onder.ts';
