import type { Site } from '../../platform/http/index.ts';
import { adviesPaginas } from './advies.tsx';
import { bewerkPaginas } from './bewerken.tsx';
import { doorrekenPaginas } from './doorrekenen.tsx';
import { normPaginas } from './normen.tsx';
import { versiePaginas } from './versies.tsx';

export { adviespaneel } from './advies.tsx';

/** Registers the pages of the handelingskader. */
export function kaderPaginas(site: Site): void {
  versiePaginas(site);
  bewerkPaginas(site);
  doorrekenPaginas(site);
  normPaginas(site);
  adviesPaginas(site);
}
