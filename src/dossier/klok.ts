import { sql, type Kysely } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Id } from '../kern/ids.ts';
import type { Compartiment } from '../kern/rechten/index.ts';
import { ladderMomenten } from '../kern/tijd/index.ts';
import { instellingenVan, metRol, ontvangersVan, type Geadresseerde, type Ontvanger } from '../inrichting/index.ts';
import { systeemhandeling, type Context, type Deuren } from '../platform/deuren/index.ts';
import type { Tabellen } from '../platform/database/tabellen.ts';
import { legVast } from './gebeurtenis.ts';
import { stelInKennis } from './kennisgeving.ts';
import { dossierFeiten } from './onderwerp.ts';
import { meldladderVan } from './openen.ts';

/** After the moment itself has passed, the Adviseur hears of it again after this many hours, once. */
export const NOGMAALS_NA_UREN = 24;

/**
 * Takes the next step of one clock: a reminder before it runs out, telling the next in line after it did. Nothing happens
 * when the clock was ended meanwhile or another worker has it.
 */
export const termijnstap = systeemhandeling({
  naam: 'klok.termijnstap',
  invoer: z.object({ id: z.uuid() }),
  async voerUit(ctx) {
    const t = await ctx.trx.selectFrom('termijn').selectAll().where('organisatie_id', '=', ctx.organisatieId).where('id', '=', ctx.invoer.id)
      .where('afgerond_op', 'is', null).where('volgende_stap_op', '<=', ctx.nu).forUpdate().skipLocked().executeTakeFirst();
    if (!t) return null;
    const verder = async (volgende: Temporal.Instant | null) => {
      await ctx.trx.updateTable('termijn').set({ stap: t.stap + 1, volgende_stap_op: volgende }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', t.id).execute();
      return { resultaat: { stap: t.stap + 1 }, object: { soort: 'termijn', id: t.id }, dossierId: t.dossier_id ?? undefined };
    };
    if (t.dossier_id === null) return verder(await herinnerBuitenDossier(ctx, t));
    const dossier = await dossierFeiten(ctx, t.dossier_id);
    if (!dossier || dossier.status === 'gesloten') return null;
    const onderdeelId = dossier.feiten.onderdelen[0];
    if (onderdeelId === undefined) return null;
    const g: Geadresseerde = {
      compartiment: dossier.feiten.compartiment, onderdeelId, buitenLeidinggevende: dossier.feiten.route === 'buiten_leidinggevende',
      niet: [...new Set([...dossier.feiten.slachtoffers, ...dossier.feiten.melders, ...dossier.feiten.veroorzakers])],
    };
    return verder(t.soort === 'gezien' ? await meldDoor(ctx, t.dossier_id, t.stap, t.begonnen_op, dossier.ernst, g) : await herinnerOfEscaleer(ctx, { ...t, dossier_id: t.dossier_id }, g));
  },
});

/** Nobody confirmed the report in time: the next in line is told. Answers when the step after this one comes. */
async function meldDoor(ctx: Context, dossierId: Id, stap: number, begonnen: Temporal.Instant, ernst: 'licht' | 'middel' | 'ernstig', g: Geadresseerde): Promise<Temporal.Instant | null> {
  const { instellingen, kalender } = await instellingenVan(ctx);
  const momenten = ladderMomenten(begonnen, instellingen.meldladder[meldladderVan(g.compartiment, ernst)].ladder, kalender);
  const trede = momenten[stap];
  if (!trede) return null;
  const wie = await ontvangersVan(ctx, trede.ontvanger as Ontvanger, g);
  for (const aanId of wie) await stelInKennis(ctx, { dossierId, aanId, soort: 'niet-bevestigd' });
  await legVast(ctx, { dossierId, soort: 'doorgemeld', door: null, gegevens: { aan: wie } });
  return momenten[stap + 1]?.moment ?? null;
}

interface LopendeTermijn {
  dossier_id: Id;
  soort: string;
  aan_id: Id | null;
  stap: number;
  verval_op: Temporal.Instant;
}

async function herinnerOfEscaleer(ctx: Context, t: LopendeTermijn, g: Geadresseerde): Promise<Temporal.Instant | null> {
  const teLaat = ctx.nu.epochNanoseconds >= t.verval_op.epochNanoseconds;
  if (!teLaat) {
    if (t.aan_id) await stelInKennis(ctx, { dossierId: t.dossier_id, aanId: t.aan_id, soort: herinneringsoort(t.soort) });
    return t.verval_op;
  }
  const wie = t.soort === 'verklaring' && t.aan_id ? [t.aan_id] : await ontvangersVan(ctx, g.compartiment === 'politiek' ? 'griffier' : 'adviseur', g);
  for (const aanId of wie) await stelInKennis(ctx, { dossierId: t.dossier_id, aanId, soort: t.soort === 'verklaring' ? 'verklaring-herinnering' : 'te-laat' });
  await legVast(ctx, { dossierId: t.dossier_id, soort: 'termijn_te_laat', door: null, gegevens: { termijn: t.soort } });
  return nogmaals(ctx.nu, t.verval_op);
}

/** A clock about something that is no dossier: who must do it is reminded, and when it is too late whoever watches over that compartment hears it. */
async function herinnerBuitenDossier(ctx: Context, t: { onderwerp_soort: string | null; onderwerp_id: Id | null; compartiment: Compartiment | null; aan_id: Id | null; verval_op: Temporal.Instant }): Promise<Temporal.Instant | null> {
  const { onderwerp_soort: soort, onderwerp_id: id, compartiment } = t;
  if (soort === null || id === null || compartiment === null) return null;
  const onderwerp = { soort, id };
  if (ctx.nu.epochNanoseconds < t.verval_op.epochNanoseconds) {
    if (t.aan_id) await stelInKennis(ctx, { onderwerp, aanId: t.aan_id, soort: 'termijn-nadert' });
    return t.verval_op;
  }
  const eerst = await metRol(ctx, compartiment === 'politiek' ? 'griffier' : 'adviseur', compartiment);
  for (const aanId of eerst.length > 0 ? eerst : await metRol(ctx, 'adviseur', compartiment)) await stelInKennis(ctx, { onderwerp, aanId, soort: 'te-laat' });
  return nogmaals(ctx.nu, t.verval_op);
}

/** After it was too late it is said once more. */
function nogmaals(nu: Temporal.Instant, vervalOp: Temporal.Instant): Temporal.Instant | null {
  return nu.since(vervalOp).total('hours') < NOGMAALS_NA_UREN ? vervalOp.add({ hours: NOGMAALS_NA_UREN }) : null;
}

/** The message that reminds of a clock. */
export function herinneringsoort(soort: string): 'herinnering-nazorg' | 'verklaring-herinnering' | 'termijn-nadert' {
  return soort.startsWith('nazorg_') ? 'herinnering-nazorg' : soort === 'verklaring' ? 'verklaring-herinnering' : 'termijn-nadert';
}

/** Takes every step that is due, over all organisations. Called by the worker every few seconds; answers how many steps were taken. */
export async function klokTik(db: Kysely<Tabellen>, deuren: Deuren): Promise<number> {
  const { rows } = await sql<{ organisatie_id: Id; id: Id }>`select organisatie_id, id from termijnen_rijp(${deuren.nu()}::timestamptz)`.execute(db);
  let gedaan = 0;
  for (const r of rows) if ((await deuren.voerSysteem(termijnstap, { id: r.id }, r.organisatie_id)) !== null) gedaan += 1;
  return gedaan;
}
