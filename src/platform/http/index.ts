export { maakApp, type App } from './app.ts';
export { csrfToken, INHOUDSBELEID, klopt, vanEigenSite } from './beveiliging.ts';
export { foutAntwoord, foutMelding } from './fouten.tsx';
export type { Omgeving } from './omgeving.ts';
export { StandFormulier, veld, veldMeer, veldVinkje } from './formulier.tsx';
export { dienMiddelenOp } from './middelen.ts';
export { flits, maakVerkeer, type Verkeersregels } from './verkeer.ts';
export type { FormulierDef, Menuitem, PaginaInhoud, Sessie, Site, Stand, Velden, Verzoek } from './typen.ts';
export { eigenVelden, leesVelden, naarVelden, waarde, waarden } from './velden.ts';
