import type { Site } from '../../platform/http/index.ts';
import type { Nummers } from '../vragen/journaal.ts';
import { maakJournaalLezen } from '../vragen/journaal.ts';
import type { OpenWerk } from '../vragen/lijsten.ts';
import type { Machtigingswoorden } from '../regels/machtigingen.ts';
import { hulpPagina, toegankelijkheidPagina } from './hulp.tsx';
import { importPaginas } from './importeren.tsx';
import { instellingenPaginas } from './instellingen.tsx';
import { journaalPagina, JOURNAALVELDEN } from './journaal.tsx';
import { lijstPaginas } from './lijsten.tsx';
import { machtigingenPaginas } from './machtigingen.tsx';
import { medewerkersPaginas } from './medewerkers.tsx';
import { onderdelenPaginas } from './onderdelen.tsx';
import { overzichtPagina } from './overzicht.tsx';
import { rollenPaginas } from './rollen.tsx';
import { wieMagWatPagina } from './wiemagwat.tsx';

/** What the rooms above say about their part, so that these pages can name it. */
export interface Inrichtingaanhang {
  /** What still waits for colleagues, asked before they go out of service. */
  openWerk: readonly OpenWerk[];
  /** Numbers of dossiers, for the journaal. */
  dossiernummers: Nummers;
  /** Names of systems that ask by themselves, for the journaal. */
  systemen?: Nummers;
  /** Deciders and measures, for the mandates. */
  machtigingswoorden: Machtigingswoorden;
  /** Whether this organisation has accounts of its own, given on the page Toegang geven. */
  eigenAccounts(slug: string): boolean;
}

/** Registers the pages about the organisation, and those for everybody: help, who may do what, accessibility, journaal. */
export function inrichtingPaginas(site: Site, aanhang: Inrichtingaanhang): void {
  const lezen = maakJournaalLezen(aanhang.dossiernummers, aanhang.systemen);
  site.pagina('/inrichting', (v) => overzichtPagina(v, aanhang.eigenAccounts(v.sessie.organisatie.slug)));
  onderdelenPaginas(site);
  medewerkersPaginas(site, aanhang.openWerk);
  lijstPaginas(site);
  rollenPaginas(site);
  machtigingenPaginas(site, aanhang.machtigingswoorden);
  instellingenPaginas(site);
  importPaginas(site, aanhang.openWerk);
  site.pagina('/wie-mag-wat', wieMagWatPagina);
  site.pagina('/journaal', (v) => journaalPagina(v, lezen));
  site.zoek('/journaal', JOURNAALVELDEN);
  site.openbaar('/hulp', hulpPagina);
  site.openbaar('/toegankelijkheid', toegankelijkheidPagina);
}
