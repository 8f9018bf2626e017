import { randomBytes } from 'node:crypto';
import { dagVan } from '../../kern/tijd/index.ts';
import { maakSignaalhandelingen, maakSignaleringmiddelen } from '../../signalering/index.ts';
import { signaalplannen } from '../data/maatregelen.ts';
import type { Regie } from './regie.ts';
import { adviseurVan, partij, tijdelijkOpen, zojuist } from './zaak.ts';
import { dagTekst } from './maatregelen.ts';

/** The signals that hold now, made in the last hours of work before now. */
export function planSignalen(r: Regie): void {
  // Keys for traces of checks, of which the demo leaves none.
  const { maakSignaal } = maakSignaalhandelingen(maakSignaleringmiddelen([randomBytes(32)]));
  for (const [i, s] of signaalplannen.entries()) {
    const d = r.dossier(s.casus);
    if (!d) continue;
    tijdelijkOpen(d);
    const op = zojuist(r.w, d, 0.3 + i * 0.2);
    r.plan(`signaal ${s.casus}`, op, async () => {
      const geldend = s.opMaatregel ? await r.middelen.migratie.selectFrom('maatregel').select(['id', 'eind_op']).where('organisatie_id', '=', r.w.id).where('dossier_id', '=', d.id).where('toestand', '=', 'in_werking').executeTakeFirst() : undefined;
      if (s.opMaatregel && !geldend) return;
      const dag = dagVan(op);
      await r.doe(adviseurVan(r.w, d), maakSignaal, {
        id: d.id, ...(s.waarop === 'persoon' ? { waarop: 'persoon', betrokkene: partij(d)?.id } : { waarop: 'adres', ...s.waarop }), grond: geldend?.id ?? 'incident', reden: s.reden, instructies: s.instructies, toelichting: s.toelichting,
        einddatum: dagTekst(dag.add({ days: s.dagen })), herzien_op: dagTekst(dag.add({ days: Math.floor(s.dagen / 2) })), burger: 'inlichten',
      });
    });
  }
}
