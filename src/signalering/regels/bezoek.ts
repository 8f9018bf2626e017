import type { Temporal } from 'temporal-polyfill';

type Hoorder = 'collega' | 'leidinggevende' | 'adviseur';

/** Minutes after the agreed moment, and who hears it then. After the last there is nobody left to tell: whoever was told acts. */
const ladder: readonly { naMinuten: number; wie: readonly [Hoorder, ...Hoorder[]] }[] = [
  { naMinuten: 0, wie: ['collega'] },
  { naMinuten: 10, wie: ['leidinggevende'] },
  { naMinuten: 25, wie: ['adviseur'] },
  { naMinuten: 60, wie: ['leidinggevende', 'adviseur'] },
];

/** What happens at this step of the timer, and when the next one comes; null after the last. */
export function stapNa(stap: number, terugVoor: Temporal.Instant): { wie: readonly Hoorder[]; volgende: Temporal.Instant | null } {
  const volgende = ladder[stap + 1];
  return { wie: ladder[stap]?.wie ?? [], volgende: volgende ? terugVoor.add({ minutes: volgende.naMinuten }) : null };
}
