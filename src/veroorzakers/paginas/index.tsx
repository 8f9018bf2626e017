import type { Site } from '../../platform/http/index.ts';
import type { Pdfmaker } from '../../brieven/index.ts';
import type { Dossiertab } from '../../dossier/index.ts';
import type { Inzagedeel } from '../avg/inzage.ts';
import type { Bewaarder } from '../avg/wissen.ts';
import { dossiertabPaginas } from './dossiertab.tsx';
import { persoonPaginas } from './persoon.tsx';
import { verzoekPaginas } from './verzoeken.tsx';
import { zoekPaginas } from './zoeken.tsx';

/** Registers all pages about veroorzakers; other rooms say what they keep of a person. */
export function veroorzakersPaginas(site: Site, m: { tabs: readonly Dossiertab[]; bewaarders: readonly Bewaarder[]; inzagedelen: readonly Inzagedeel[]; pdf: Pdfmaker }): void {
  dossiertabPaginas(site, m.tabs);
  zoekPaginas(site);
  persoonPaginas(site);
  verzoekPaginas(site, m);
}
