import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Mens, Testorganisatie } from '../../tests/hulp/organisatie.ts';
import type { Db } from '../platform/database/index.ts';
import { nieuwId, type Id } from '../kern/ids.ts';
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
    kennisgevingen: { regel: async () => null, standen: async () => new Map() },
    sleutels: [randomBytes(32)],
  };
}

/** A dossier with a veroorzaker who is recorded by name. */
export async function zetDossier(migratie: Db, org: Testorganisatie, { m, nu, volgnr }: { m: ReturnType<typeof proefmiddelen>; nu: Temporal.Instant; volgnr: number }, over: { compartiment?: 'ambtelijk' | 'politiek'; ernst?: 'ernstig' | 'middel'; dagenGeleden?: number; naam?: string; geboren?: string; bekend?: boolean; slachtoffer?: Mens; medewerker?: Mens } = {}): Promise<{ dossier: Id; betrokkene: Id }> {
  const [id, betrokkene] = [nieuwId(), nieuwId()];
  const op = nu.subtract({ hours: 24 * (over.dagenGeleden ?? 3) });
  await migratie.insertInto('dossier').values({
    organisatie_id: org.id, id, jaar: 2026, volgnr, compartiment: over.compartiment ?? 'ambtelijk', status: 'in_behandeling', route: 'leidinggevende', titel: 'Dreiging aan de balie', ernst: over.ernst ?? 'ernstig', ernst_uitleg: '', ernst_reden: null, kanaal: 'balie',
    voorval_op: op, voorval_precies: 'dag', locatie_id: null, onderdeel_id: org.onderdeel.BZ ?? '', aanspreekpunt_id: null, gemeld_op: op, gesloten_op: null, gesloten_reden: null, samengevoegd_in: null,
  }).execute();
  await migratie.insertInto('betrokkene').values([
    { organisatie_id: org.id, id: betrokkene, dossier_id: id, rol: 'veroorzaker', soort: over.medewerker ? 'medewerker' : 'bekend', medewerker_id: over.medewerker ? org.mens[over.medewerker] : null, naam: over.medewerker ? '' : (over.naam ?? 'Jan Jansen'), toegevoegd_op: nu, vervallen_op: null },
    { organisatie_id: org.id, id: nieuwId(), dossier_id: id, rol: 'slachtoffer', soort: 'medewerker', medewerker_id: org.mens[over.slachtoffer ?? 'samira'], toegevoegd_op: nu, vervallen_op: null },
  ]).execute();
  if (over.bekend !== false) m.personen.bekend.set(betrokkene, { naam: over.naam ?? 'Jan Jansen', geboren: over.geboren ?? '1984-03-07', woont: { postcode: '1234AB', huisnummer: 12, toevoeging: 'A' } });
  return { dossier: id, betrokkene };
}

/** The form of a signal on that person, with everything right. */
export const vorm = (d: { dossier: Id; betrokkene: Id }, over: Record<string, unknown> = {}) => ({
  id: d.dossier, waarop: 'persoon', betrokkene: d.betrokkene, grond: 'incident', reden: 'bedreiging', instructies: ['met_zijn_tweeen'], toelichting: '', einddatum: '23-05-2027', herzien_op: '23-02-2027', burger: 'inlichten', ...over,
});
