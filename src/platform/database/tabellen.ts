/**
 * All tables of the database. Empty here: each room adds its own by declaration merging
 * (`declare module '…/platform/database/tabellen.ts' { interface Tabellen { dossier: DossierTabel } }`).
 */
export interface Tabellen {}
