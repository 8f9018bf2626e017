import { randomBytes } from 'node:crypto';
import type { Id } from '../kern/ids.ts';
import type { Grond, Signaleringmiddelen, Wie } from './poort.ts';
import type { Band } from './regels/oordeel.ts';

/** Persons as a test knows them: by betrokkene, recognised by rules a reader can check. */
export interface Proefpersoon {
  naam: string;
  geboren: string;
  woont?: { postcode: string; huisnummer: number; toevoeging: string };
}

/** What the room needs of others, with persons and measures that the test puts in. */
export function proefmiddelen(): Signaleringmiddelen & { personen: Signaleringmiddelen['personen'] & { bekend: Map<Id, Proefpersoon> }; gronden: Grond[] } {
  const bekend = new Map<Id, Proefpersoon>();
  const gronden: Grond[] = [];
  const band = (p: Proefpersoon, w: Wie): Band | null => {
    if (p.naam.toLowerCase() !== w.naam.toLowerCase()) return null;
    const g = w.geboortedatum;
    if (g === null || g.dag === null) return g === null || String(g.jaar) === p.geboren.slice(0, 4) ? 'mogelijk' : null;
    return `${g.jaar}-${String(g.maand).padStart(2, '0')}-${String(g.dag).padStart(2, '0')}` === p.geboren ? 'waarschijnlijk' : null;
  };
  return {
    gronden,
    personen: {
      bekend,
      herken: async (_ctx, wie, onder) => [...onder.values()].flat().flatMap((id) => {
        const p = bekend.get(id);
        const b = p ? band(p, wie) : null;
        return b === null ? [] : [{ betrokkeneId: id, band: b }];
      }),
      opAdres: async (_ctx, a, onder) => onder.flatMap((id) => {
        const w = bekend.get(id)?.woont;
        return w && w.postcode === a.postcode && w.huisnummer === a.huisnummer ? [{ betrokkeneId: id, toevoeging: w.toevoeging }] : [];
      }),
      weergave: async (_ctx, id) => bekend.get(id)?.naam ?? null,
    },
    maatregelen: { geldend: async () => gronden },
    sleutels: [randomBytes(32)],
  };
}
