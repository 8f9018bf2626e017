import { z } from 'zod';
import { fout } from '../kern/fouten/index.ts';
import { id, keuze } from '../kern/invoer.ts';
import type { Id } from '../kern/ids.ts';
import { handeling, vraag } from '../platform/deuren/index.ts';
import type { Temporal } from 'temporal-polyfill';
import type { Velden } from '../platform/http/index.ts';
import type { Methode } from './tabellen/typen.ts';

const IDLE = { minutes: 30 } as const;
const BEWAARTIJD = { hours: 12 } as const;

export interface EigenSessie {
  id: Id;
  toestel: string;
  methode: Methode;
  aangemaakt: Temporal.Instant;
  laatstGezien: Temporal.Instant;
}

/** One's own live sessions, the one last seen first. */
export const sessielijst = vraag({
  naam: 'sessie.lijst',
  invoer: z.object({}),
  async haal({ trx, organisatieId, actor, nu }): Promise<EigenSessie[]> {
    const rijen = await trx.selectFrom('sessie').select(['id', 'toestel', 'methode', 'aangemaakt', 'laatst_gezien'])
      .where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', actor.id).where('beeindigd_op', 'is', null)
      .where('verloopt_op', '>', nu).where('laatst_gezien', '>', nu.subtract(IDLE)).orderBy('laatst_gezien', 'desc').orderBy('id').execute();
    return rijen.map((r) => ({ id: r.id, toestel: r.toestel, methode: r.methode, aangemaakt: r.aangemaakt, laatstGezien: r.laatst_gezien }));
  },
});

/** Ends one of one's own sessions. */
export const beeindigSessie = handeling({
  naam: 'sessie.beeindigen',
  invoer: z.object({ id: id('Kies een sessie.') }),
  async voerUit({ trx, organisatieId, actor, nu, invoer }) {
    const rij = await trx.updateTable('sessie').set({ beeindigd_op: nu, reden: 'elders_beeindigd' })
      .where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', actor.id).where('id', '=', invoer.id).where('beeindigd_op', 'is', null)
      .returning('id').executeTakeFirst();
    if (!rij) throw fout('niet-gevonden');
    return { resultaat: null, object: { soort: 'sessie', id: invoer.id } };
  },
});

/** Ends all of one's own sessions but this one; gives how many. */
export const beeindigAndere = handeling({
  naam: 'sessie.beeindigen',
  invoer: z.object({ behalve: id('Open de pagina opnieuw.') }),
  async voerUit({ trx, organisatieId, actor, nu, invoer }) {
    const rijen = await trx.updateTable('sessie').set({ beeindigd_op: nu, reden: 'elders_beeindigd' })
      .where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', actor.id).where('id', '!=', invoer.behalve).where('beeindigd_op', 'is', null)
      .returning('id').execute();
    return { resultaat: rijen.length, object: { soort: 'medewerker', id: actor.id }, journaal: { aantal: rijen.length } };
  },
});

/** Signs out: ends this very session. */
export const logUit = handeling({
  naam: 'sessie.beeindigen',
  invoer: z.object({ id: id('Open de pagina opnieuw.') }),
  async voerUit({ trx, organisatieId, actor, nu, invoer }) {
    await trx.updateTable('sessie').set({ beeindigd_op: nu, reden: 'uitgelogd' })
      .where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', actor.id).where('id', '=', invoer.id).where('beeindigd_op', 'is', null).execute();
    return { resultaat: null, object: { soort: 'sessie', id: invoer.id } };
  },
});

export interface Onderbroken {
  id: Id;
  pad: string;
  velden: Velden;
  op: Temporal.Instant;
}

/** What this person sent while signed out, newest first. */
export const onderbrokenLijst = vraag({
  naam: 'onderbroken.lezen',
  invoer: z.object({}),
  async haal({ trx, organisatieId, actor, nu }): Promise<Onderbroken[]> {
    const rijen = await trx.selectFrom('onderbroken').select(['id', 'pad', 'velden', 'op'])
      .where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', actor.id).where('op', '>', nu.subtract(BEWAARTIJD)).orderBy('op', 'desc').orderBy('id', 'desc').execute();
    return rijen.flatMap(({ velden, ...r }) => (velden === null ? [] : [{ ...r, velden }]));
  },
});

/**
 * Takes what was kept out of the database, because it is back in the browser or because it may go. Gives the path of the form. Again with
 * the same id it gives the path again: the answer may have been lost, and the browser still holds the fields.
 */
export const rondOnderbrokenAf = handeling({
  naam: 'onderbroken.afronden',
  herhaalbaar: true,
  invoer: z.object({ id: id('Open de pagina opnieuw.'), wat: keuze(['verder', 'weg'], 'Kies wat je wilt.') }),
  async voerUit({ trx, organisatieId, actor, invoer }) {
    const rij = await trx.updateTable('onderbroken').set({ velden: null })
      .where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', actor.id).where('id', '=', invoer.id).returning('pad').executeTakeFirst();
    if (!rij) throw fout('niet-gevonden');
    return { resultaat: rij.pad, object: { soort: 'onderbroken', id: invoer.id }, journaal: { wat: invoer.wat } };
  },
});
