import { sql } from 'kysely';
import { z } from 'zod';
import type { Temporal } from 'temporal-polyfill';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import { id, tekst } from '../../kern/invoer.ts';
import type { Id } from '../../kern/ids.ts';
import type { Actor } from '../../kern/rechten/index.ts';
import { metOrganisatie, type Db, type Trx } from '../../platform/database/index.ts';
import { handeling, vraag } from '../../platform/deuren/index.ts';
import { organisaties } from '../../inrichting/index.ts';
import { schrijfAanmelding } from '../sessies.ts';
import { maakUitnodiging } from './uitnodiging.ts';

/** Giving colleagues a way in: by whom, for whom, and with whose agreement. */

/** Whether someone belongs to the closed compartment, by what he is, where he works or a role he has there. */
async function isPolitiek(trx: Trx, organisatieId: Id, medewerkerId: Id): Promise<boolean> {
  const { rows } = await sql<{ ja: boolean }>`
    select m.soort = 'politiek' or o.compartiment = 'politiek' or exists (
      select from roltoekenning r where r.organisatie_id = m.organisatie_id and r.medewerker_id = m.id and r.compartiment = 'politiek' and r.ingetrokken_op is null) as ja
    from medewerker m join onderdeel o on o.organisatie_id = m.organisatie_id and o.id = m.onderdeel_id
    where m.organisatie_id = ${organisatieId} and m.id = ${medewerkerId}`.execute(trx);
  return rows[0]?.ja ?? false;
}

/** Someone with a link could come in as the other: who has no business in the closed compartment may not make a way into it. */
function magVoor(actor: Actor, politiek: boolean, rollen: readonly string[]): boolean {
  return actor.rollen.some((r) => rollen.includes(r.rol) && (politiek ? r.compartiment === 'politiek' : r.compartiment === 'ambtelijk'));
}

async function vindCollega(trx: Trx, organisatieId: Id, wie: string): Promise<{ id: Id; naam: string } | null> {
  const rij = await trx.selectFrom('medewerker').select(['id', 'naam']).where('organisatie_id', '=', organisatieId).where('actief', '=', true)
    .where((e) => e.or([e(sql`lower(email)`, '=', wie.toLowerCase()), e('personeelsnummer', '=', wie)])).executeTakeFirst();
  return rij ?? null;
}

export interface Toegangslink {
  token: string;
  naam: string;
  tweedeNodig: boolean;
  verlooptOp: Temporal.Instant;
}

/** Makes a link for a colleague, found by address or personnel number. Never for oneself. */
export const nodigUit = handeling({
  naam: 'account.uitnodigen',
  invoer: z.object({ wie: tekst({ max: 320, verplicht: 'Vul een e-mailadres of personeelsnummer in.' }) }),
  async voerUit({ trx, organisatieId, actor, nu, invoer }) {
    const collega = await vindCollega(trx, organisatieId, invoer.wie);
    const politiek = collega !== null && (await isPolitiek(trx, organisatieId, collega.id));
    if (collega === null || !magVoor(actor, politiek, ['beheerder', 'griffier'])) throw veldfout('wie', 'We vinden geen collega met dit e-mailadres of personeelsnummer voor wie jij een link mag maken.');
    if (collega.id === actor.id) throw veldfout('wie', 'Voor jezelf kun je geen link maken. Vraag een andere beheerder.');
    const { token, tweedeNodig, verlooptOp, id: uitnodiging } = await maakUitnodiging(trx, organisatieId, collega.id, actor.id, nu);
    const resultaat: Toegangslink = { token, naam: collega.naam, tweedeNodig, verlooptOp };
    return { resultaat, object: { soort: 'uitnodiging', id: uitnodiging }, journaal: { medewerker: collega.id, tweedeNodig } };
  },
});

/** Agrees, as the second person, that a colleague who already has a way in gets a new one. */
export const bevestigToegang = handeling({
  naam: 'account.bevestigen',
  invoer: z.object({ id: id('Kies een verzoek.') }),
  async voerUit({ trx, organisatieId, actor, nu, invoer }) {
    const rij = await trx.selectFrom('uitnodiging').select(['medewerker_id', 'gemaakt_door']).where('organisatie_id', '=', organisatieId).where('id', '=', invoer.id).where('tweede_nodig', '=', true)
      .where('bevestigd_door', 'is', null).where('gebruikt_op', 'is', null).where('vervallen_op', 'is', null).where('verloopt_op', '>', nu).forUpdate().executeTakeFirst();
    if (rij === undefined || !magVoor(actor, await isPolitiek(trx, organisatieId, rij.medewerker_id), TWEEDE)) throw fout('niet-gevonden');
    if (rij.medewerker_id === actor.id || rij.gemaakt_door === actor.id) throw fout('niet-gevonden');
    await trx.updateTable('uitnodiging').set({ bevestigd_door: actor.id }).where('organisatie_id', '=', organisatieId).where('id', '=', invoer.id).execute();
    return { resultaat: null, object: { soort: 'uitnodiging', id: invoer.id }, journaal: { medewerker: rij.medewerker_id } };
  },
});
const TWEEDE = ['beheerder', 'adviseur', 'griffier', 'fg'] as const;

export interface Wachtende {
  id: Id;
  naam: string;
  door: string;
  op: Temporal.Instant;
  /** Whether this colleague may agree. */
  magBevestigen: boolean;
}

/** Links that wait for a second person, as far as this colleague has to do with them. */
export const wachtendeToegang = vraag({
  naam: 'account.toegang',
  invoer: z.object({}),
  async haal({ trx, organisatieId, actor, nu }): Promise<Wachtende[]> {
    const rijen = await trx.selectFrom('uitnodiging as u')
      .innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'u.organisatie_id').onRef('m.id', '=', 'u.medewerker_id'))
      .innerJoin('medewerker as d', (j) => j.onRef('d.organisatie_id', '=', 'u.organisatie_id').onRef('d.id', '=', 'u.gemaakt_door'))
      .select(['u.id', 'm.naam', 'd.naam as door', 'u.gemaakt_op', 'u.medewerker_id', 'u.gemaakt_door']).where('u.organisatie_id', '=', organisatieId).where('u.tweede_nodig', '=', true)
      .where('u.bevestigd_door', 'is', null).where('u.gebruikt_op', 'is', null).where('u.vervallen_op', 'is', null).where('u.verloopt_op', '>', nu).orderBy('u.gemaakt_op').execute();
    const uit: Wachtende[] = [];
    for (const r of rijen) {
      if (!magVoor(actor, await isPolitiek(trx, organisatieId, r.medewerker_id), TWEEDE)) continue;
      uit.push({ id: r.id, naam: r.naam, door: r.door, op: r.gemaakt_op, magBevestigen: r.medewerker_id !== actor.id && r.gemaakt_door !== actor.id });
    }
    return uit;
  },
});

/**
 * The same by the operator, for the first beheerder of an organisation or when nobody is left who can. Gives the path of the link; null when
 * there is no such active colleague.
 */
export async function nodigUitAlsOperator(db: Db, nu: Temporal.Instant, slug: string, wie: string): Promise<{ pad: string; naam: string; verlooptOp: Temporal.Instant } | null> {
  const organisatie = (await organisaties(db)).find((o) => o.slug === slug);
  if (organisatie === undefined) return null;
  return metOrganisatie(db, organisatie.id, async (trx) => {
    const collega = await vindCollega(trx, organisatie.id, wie.trim());
    if (collega === null) return null;
    const { token, verlooptOp, id: uitnodiging } = await maakUitnodiging(trx, organisatie.id, collega.id, null, nu);
    await schrijfAanmelding(trx, nu, { medewerkerId: 'opdracht', handeling: 'account.uitnodigen', object: { soort: 'uitnodiging', id: uitnodiging }, resultaat: 'gelukt', inhoud: { kanaal: 'opdracht', medewerker: collega.id } });
    return { pad: `/toegang/${slug}/${token}`, naam: collega.naam, verlooptOp };
  });
}
