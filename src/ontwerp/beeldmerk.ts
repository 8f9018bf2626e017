import type { Kleuren } from './kleuren.ts';

/** The mark, drawn for Rugdekking: two people, one standing behind the other. On a 32×32 grid. */
export const BEELDMERK = [
  { plek: 'achter', d: 'M25.5 8a5 5 0 1 1-10 0 5 5 0 0 1 10 0ZM10 29v-3.5a10.5 10.5 0 0 1 21 0V29a1 1 0 0 1-1 1H11a1 1 0 0 1-1-1Z' },
  { plek: 'voor', d: 'M15.2 14.5a4.2 4.2 0 1 1-8.4 0 4.2 4.2 0 0 1 8.4 0ZM2 29v-1a9 9 0 0 1 18 0v1a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1Z' },
] as const;

/** The mark as a file of its own, for the browser's tab. */
export function beeldmerkSvg(kleuren: Kleuren): string {
  const kleur = { achter: kleuren['beeld-zacht'], voor: kleuren.accent };
  const paden = BEELDMERK.map(({ plek, d }) => `<path fill="${kleur[plek]}" d="${d}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${paden}</svg>\n`;
}
