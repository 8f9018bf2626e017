import type { Bestanden } from '../../platform/bestanden/index.ts';
import type { Site } from '../../platform/http/index.ts';
import { bewijsstap } from './bewijs.tsx';
import { invulstappen } from './invullen.tsx';
import { mijnPaginas } from './mijn.tsx';
import { mijnFormulieren } from './mijnformulieren.tsx';
import { nakijkstap } from './nakijken.tsx';
import { startPaginas } from './start.tsx';
import { verstuurdPaginas } from './verstuurd.tsx';

/** Registers reporting, from the first question to following what came of it. */
export function meldenPaginas(site: Site, { bestanden }: { bestanden: Bestanden }): void {
  startPaginas(site);
  invulstappen(site);
  bewijsstap(site, bestanden);
  nakijkstap(site);
  verstuurdPaginas(site);
  mijnPaginas(site);
  mijnFormulieren(site, bestanden);
}
