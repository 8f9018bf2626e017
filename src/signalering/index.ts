// Whoever is about to meet someone knows what to do, and nobody can browse.
export { maakSignaleringmiddelen, signaleringBewaarder, signaleringInzage } from './buren.ts';
export { SIGNAALTAB, verhuisSignalen } from './aanhang.ts';
export { maakSignaalhandelingen } from './handelingen/signaal.ts';
export { registreerApi } from './api/routes.ts';
export { signaleringonderwerpen, signaleringTik, signaleringVandaag } from './klok.ts';
export { signaleringPaginas } from './paginas/index.tsx';
export { koppelingnamen } from './vragen/koppeling.ts';
export { openInternet, webhooktaak, type Uitgang } from './webhook/bezorgen.ts';
export { TAAK_WEBHOOK } from './webhook/melden.ts';
