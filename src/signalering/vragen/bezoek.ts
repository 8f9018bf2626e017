import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import { id } from '../../kern/invoer.ts';
import { vraag } from '../../platform/deuren/index.ts';

/** The check that a visit is prepared from: one's own, yellow, and of today or yesterday. */
export const bezoekBegin = vraag({
  naam: 'bezoek.plannen',
  invoer: z.object({ controle: id('Doe de controle opnieuw.') }),
  async haal({ trx, organisatieId, actor, nu, invoer }) {
    const c = await trx.selectFrom('controle').select(['id', 'uitkomst', 'signalen', 'op']).where('organisatie_id', '=', organisatieId).where('id', '=', invoer.controle).where('medewerker_id', '=', actor.id).executeTakeFirst();
    if (!c || c.uitkomst !== 'geel' || nu.since(c.op).total('hours') > 36) throw fout('niet-gevonden');
    const al = await trx.selectFrom('huisbezoek').select('id').where('organisatie_id', '=', organisatieId).where('controle_id', '=', c.id).executeTakeFirst();
    return { controle: c.id, al: al?.id ?? null };
  },
});

/** A visit: one's own; of another only for who must act because he is not back, and then with how to reach him. */
export const bezoekLezen = vraag({
  naam: 'bezoek.lezen',
  invoer: z.object({ id: id('Dit bezoek is er niet meer.') }),
  journaal: true,
  async haal({ trx, organisatieId, actor, nu, invoer }) {
    const b = await trx.selectFrom('huisbezoek as b').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'b.organisatie_id').onRef('m.id', '=', 'b.medewerker_id'))
      .leftJoin('medewerker as c', (j) => j.onRef('c.organisatie_id', '=', 'b.organisatie_id').onRef('c.id', '=', 'b.collega_id'))
      .select(['b.id', 'b.medewerker_id', 'b.collega_id', 'b.compartiment', 'b.plek', 'b.terug_voor', 'b.gemaakt_op', 'b.aangekomen_op', 'b.terug_op', 'b.vervallen_op', 'm.naam', 'm.telefoon', 'm.onderdeel_id', 'c.naam as collega', 'c.telefoon as collega_telefoon'])
      .where('b.organisatie_id', '=', organisatieId).where('b.id', '=', invoer.id).executeTakeFirst();
    if (!b) throw fout('niet-gevonden');
    const vanMij = b.medewerker_id === actor.id;
    const teLaat = b.terug_op === null && b.vervallen_op === null && Temporal.Instant.compare(nu, b.terug_voor) >= 0;
    const volgt = b.collega_id === actor.id || actor.leidt.includes(b.onderdeel_id) || actor.rollen.some((r) => (r.rol === 'adviseur' || r.rol === 'griffier') && r.compartiment === b.compartiment);
    if (!vanMij && !(volgt && teLaat)) throw fout('niet-gevonden');
    return { ...b, vanMij, teLaat };
  },
});

/** Visits of one's own that are not finished, and of others one must act on. */
export const openBezoeken = vraag({
  naam: 'vandaag.lezen',
  invoer: z.object({}),
  haal({ trx, organisatieId, actor, nu }) {
    const waar = actor.rollen.filter((r) => r.rol === 'adviseur' || r.rol === 'griffier').map((r) => r.compartiment);
    return trx.selectFrom('huisbezoek as b').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'b.organisatie_id').onRef('m.id', '=', 'b.medewerker_id'))
      .select(['b.id', 'b.medewerker_id', 'b.terug_voor', 'm.naam']).where('b.organisatie_id', '=', organisatieId).where('b.terug_op', 'is', null).where('b.vervallen_op', 'is', null)
      .where((eb) => eb.or([
        eb('b.medewerker_id', '=', actor.id),
        eb.and([eb('b.terug_voor', '<=', nu), eb.or([eb('b.collega_id', '=', actor.id), ...(actor.leidt.length > 0 ? [eb('m.onderdeel_id', 'in', [...actor.leidt])] : []), ...(waar.length > 0 ? [eb('b.compartiment', 'in', waar)] : [])])]),
      ])).orderBy('b.terug_voor').limit(50).execute();
  },
});
