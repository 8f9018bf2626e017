import { z } from 'zod';
import { id } from '../kern/invoer.ts';
import { namenVan, type Nummers, type OpenWerk } from '../inrichting/index.ts';
import { vraag } from '../platform/deuren/index.ts';
import { dossierOnderwerp } from './onderwerp.ts';

export const MEEST_REGELS = 500;

/** Who opened and changed this dossier, newest first. */
export const dossierJournaal = vraag({
  naam: 'dossier.journaal',
  invoer: z.object({ id: id('Dit dossier bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { dossierId } = ctx.onderwerp;
    const [dossier, regels] = await Promise.all([
      ctx.trx.selectFrom('dossier').select(['id', 'nummer', 'titel']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', dossierId).executeTakeFirstOrThrow(),
      ctx.trx.selectFrom('journaal').select(['volgnr', 'tijd', 'actor', 'handeling', 'resultaat']).where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).orderBy('volgnr', 'desc').limit(MEEST_REGELS).execute(),
    ]);
    return { dossier, regels, namen: await namenVan(ctx, regels.map((r) => r.actor)) };
  },
});

/** What dossiers are called in the journaal of the organisation: their number and nothing else. */
export const dossiernummers: Nummers = async ({ trx, organisatieId }, ids) => {
  if (ids.length === 0) return new Map();
  const rijen = await trx.selectFrom('dossier').select(['id', 'nummer']).where('organisatie_id', '=', organisatieId).where('id', 'in', [...ids]).execute();
  return new Map(rijen.map((r) => [r.id, r.nummer]));
};

/**
 * What still waits for a colleague in dossiers, for who takes him out of service. Of the closed compartment nothing is told,
 * not even a number: there the griffier hears it from the clock.
 */
export const openDossierwerk: OpenWerk = async ({ trx, organisatieId }, ids) => {
  if (ids.length === 0) return new Map();
  const [termijnen, aanspreekpunt] = await Promise.all([
    trx.selectFrom('termijn as t').innerJoin('dossier as d', (j) => j.onRef('d.organisatie_id', '=', 't.organisatie_id').onRef('d.id', '=', 't.dossier_id'))
      .select((eb) => ['t.aan_id as wie', eb.fn.countAll<number>().as('n')]).where('t.organisatie_id', '=', organisatieId).where('t.aan_id', 'in', [...ids]).where('t.afgerond_op', 'is', null)
      .where('d.compartiment', '=', 'ambtelijk').where('d.status', '!=', 'gesloten').groupBy('t.aan_id').execute(),
    trx.selectFrom('dossier').select((eb) => ['aanspreekpunt_id as wie', eb.fn.countAll<number>().as('n')]).where('organisatie_id', '=', organisatieId).where('aanspreekpunt_id', 'in', [...ids])
      .where('compartiment', '=', 'ambtelijk').where('status', '!=', 'gesloten').groupBy('aanspreekpunt_id').execute(),
  ]);
  const uit = new Map<string, string[]>();
  const zeg = (wie: string | null, zin: string): void => void (wie !== null && uit.set(wie, [...(uit.get(wie) ?? []), zin]));
  for (const { wie, n } of termijnen) zeg(wie, Number(n) === 1 ? 'Er wacht nog 1 termijn op deze collega. Vraag de Adviseur om haar over te dragen.' : `Er wachten nog ${n} termijnen op deze collega. Vraag de Adviseur om ze over te dragen.`);
  for (const { wie, n } of aanspreekpunt) zeg(wie, Number(n) === 1 ? 'Deze collega is aanspreekpunt van 1 open dossier. Vraag de Adviseur om iemand anders aan te wijzen.' : `Deze collega is aanspreekpunt van ${n} open dossiers. Vraag de Adviseur om iemand anders aan te wijzen.`);
  return uit;
};
