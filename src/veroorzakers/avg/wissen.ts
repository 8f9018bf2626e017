import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { dagVan, datumTekst } from '../../kern/tijd/index.ts';
import type { ActorContext } from '../../platform/deuren/index.ts';
import { kloksoorten, openTermijnenIn, openTermijnenOver, rondTermijnAf, wisBetrokkenen } from '../../dossier/index.ts';
import type { Groep } from '../lezen.ts';
import { legStapVast } from './openen.ts';
import { verzoeksoorten } from './regels.ts';
import { vasthoudingenVan, vasthoudzin } from './vasthouden.ts';

/** What another room keeps of a person: why it must stay for now, and how it is emptied. */
export interface Bewaarder {
  /** Reasons in plain Dutch why nothing can be erased yet; empty when nothing stands in the way. */
  redenen(ctx: ActorContext, wie: Wie): Promise<string[]>;
  wis(ctx: ActorContext, wie: Wie): Promise<void>;
}
export interface Wie {
  persoonIds: readonly Id[];
  betrokkeneIds: readonly Id[];
  dossierIds: readonly Id[];
}

export async function wieIs({ trx, organisatieId }: Pick<ActorContext, 'trx' | 'organisatieId'>, groep: Groep): Promise<Wie> {
  const persoonIds = groep.records.map((r) => r.id);
  const rijen = await trx.selectFrom('koppeling').select(['betrokkene_id', 'dossier_id']).where('organisatie_id', '=', organisatieId).where('persoon_id', 'in', persoonIds).execute();
  return { persoonIds, betrokkeneIds: rijen.map((r) => r.betrokkene_id), dossierIds: [...new Set(rijen.map((r) => r.dossier_id))] };
}

/** What stands in the way of erasing: where it is asked, and which request asks it. */
export interface Wiswens {
  groep: Groep;
  bewaarders: readonly Bewaarder[];
  verzoekId: Id;
}

/**
 * Why this person cannot be erased now, each with until when: an open dossier, a clock that still runs in a closed one, another request that waits
 * for an answer, what is held for a case, or what another room still needs.
 */
export async function belemmeringen(ctx: ActorContext, { groep, bewaarders, verzoekId }: Wiswens): Promise<string[]> {
  const wie = await wieIs(ctx, groep);
  const dossiers = wie.dossierIds.length === 0 ? [] : await ctx.trx.selectFrom('dossier').select(['id', 'nummer', 'status']).where('organisatie_id', '=', ctx.organisatieId).where('id', 'in', [...wie.dossierIds]).orderBy('nummer').execute();
  const redenen = dossiers.filter((d) => d.status !== 'gesloten').map((d) => `Dossier ${d.nummer} is nog open.`);
  const dicht = new Map(dossiers.filter((d) => d.status === 'gesloten').map((d) => [d.id, d.nummer]));
  for (const t of await openTermijnenIn(ctx, [...dicht.keys()])) redenen.push(`In dossier ${dicht.get(t.dossierId) ?? ''} loopt nog een termijn tot en met ${datumTekst(dagVan(t.verval_op))}: ${kloksoorten[t.soort].toLowerCase()}.`);
  const lopend = await ctx.trx.selectFrom('avgverzoek').select(['id', 'soort']).where('organisatie_id', '=', ctx.organisatieId).where('persoon_id', 'in', [...wie.persoonIds]).where('status', '!=', 'afgerond').where('soort', '!=', 'kennisgeving').where('id', '!=', verzoekId).orderBy('ontvangen_op').execute();
  for (const v of lopend) {
    const [klok] = await openTermijnenOver(ctx, v.id);
    redenen.push(`Er loopt nog een ander verzoek${klok ? ` tot en met ${datumTekst(dagVan(klok.verval_op))}` : ''}: ${verzoeksoorten[v.soort]}. Beantwoord dat eerst.`);
  }
  redenen.push(...(await vasthoudingenVan(ctx, wie.persoonIds)).map(vasthoudzin));
  for (const b of bewaarders) redenen.push(...(await b.redenen(ctx, wie)));
  return redenen;
}

/** A notice that was still owed has nobody any more to go to: he asked for this himself, and knows. */
async function eindigKennisgeving(ctx: ActorContext, persoonIds: readonly Id[]): Promise<void> {
  const open = await ctx.trx.selectFrom('avgverzoek').select('id').where('organisatie_id', '=', ctx.organisatieId).where('persoon_id', 'in', [...persoonIds]).where('soort', '=', 'kennisgeving').where('status', '!=', 'afgerond').execute();
  for (const { id } of open) {
    await rondTermijnAf(ctx, { onderwerpId: id, soort: 'avg_kennisgeving', door: ctx.actor.id, uitkomst: 'gewist' });
    await ctx.trx.updateTable('avgverzoek').set((eb) => ({ status: 'afgerond', uitkomst: 'niet_nodig', reden: 'De gegevens zijn gewist op verzoek van de persoon zelf.', brief: null, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', id).execute();
    await legStapVast(ctx, { verzoekId: id, soort: 'uitgevoerd', tekst: 'Vervallen: de gegevens zijn gewist.' });
  }
}

/**
 * Empties every record of a person and what dossiers hold to recognise him. Kept: that there was a person, of which kind, and in which
 * dossiers, so that numbers stay right; decisions on his requests; and the story of an incident, which is of the employee too.
 */
export async function wisPersoon(ctx: ActorContext, wens: Wiswens): Promise<void> {
  const { groep, bewaarders } = wens;
  if (groep.hoofd.gewist_op !== null) throw fout('conflict.toestand', { redenen: ['Deze persoon is al gewist.'] });
  const redenen = await belemmeringen(ctx, wens);
  if (redenen.length > 0) throw fout('conflict.toestand', { redenen });
  const { trx, organisatieId } = ctx;
  const wie = await wieIs(ctx, groep);
  const ids = [...wie.persoonIds];
  for (const b of bewaarders) await b.wis(ctx, wie);
  for (const tabel of ['persoonnaam', 'persoonadres', 'persoonmiddel', 'persoonwijziging'] as const) await trx.deleteFrom(tabel).where('organisatie_id', '=', organisatieId).where('persoon_id', 'in', ids).execute();
  await trx.updateTable('persoon').set((eb) => ({ omschrijving: '', geboren_jaar: null, geboren_maand: null, geboren_dag: null, medewerker_id: null, sleutels: [], gewist_op: ctx.nu, versie: eb('versie', '+', 1) }))
    .where('organisatie_id', '=', organisatieId).where('id', 'in', ids).execute();
  await trx.updateTable('oordeel').set({ redenen: '[]', reden: '', intrek_reden: '', score: null }).where('organisatie_id', '=', organisatieId).where((eb) => eb.or([eb('persoon_id', 'in', ids), eb('ander_id', 'in', ids)])).execute();
  await trx.updateTable('persoonkruis').set({ reden: '', ingetrokken_op: ctx.nu, ingetrokken_door: ctx.actor.id }).where('organisatie_id', '=', organisatieId).where((eb) => eb.or([eb('ambtelijk_id', 'in', ids), eb('politiek_id', 'in', ids)])).execute();
  await eindigKennisgeving(ctx, ids);
  await trx.updateTable('vasthouding').set({ reden: '(gewist)' }).where('organisatie_id', '=', organisatieId).where('persoon_id', 'in', ids).execute();
  await trx.updateTable('avgverzoek').set({ gevraagd: '', identiteit: '' }).where('organisatie_id', '=', organisatieId).where('persoon_id', 'in', ids).execute();
  await wisBetrokkenen(ctx, wie.betrokkeneIds);
}

/** Restricts (art. 18), or uses again: a restricted person is not recognised, not counted and not changed. */
export async function zetBeperking(ctx: ActorContext, groep: Groep, beperkt: boolean): Promise<void> {
  await ctx.trx.updateTable('persoon').set((eb) => ({ beperkt_op: beperkt ? ctx.nu : null, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', 'in', groep.records.map((r) => r.id)).execute();
}
