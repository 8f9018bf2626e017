import type { Bestanden } from '../../platform/bestanden/index.ts';
import type { Site } from '../../platform/http/index.ts';
import type { Dossiertab } from '../../dossier/index.ts';
import type { Signaleringmiddelen } from '../poort.ts';
import { bezoekPaginas } from './bezoek.tsx';
import { controlePaginas } from './controle.tsx';
import { gebruikPaginas } from './gebruik.tsx';
import { koppelingPaginas } from './koppelingen.tsx';
import { lijstPaginas } from './lijst.tsx';
import { signaalPaginas } from './signaal.tsx';

/** Registers the pages of this room. */
export function signaleringPaginas(site: Site, m: Signaleringmiddelen, aanhang: { tabs: readonly Dossiertab[]; bestanden: Bestanden }): void {
  controlePaginas(site, m);
  lijstPaginas(site, m, aanhang.bestanden);
  gebruikPaginas(site);
  signaalPaginas(site, m, aanhang.tabs);
  bezoekPaginas(site);
  koppelingPaginas(site, m.sleutels);
}
