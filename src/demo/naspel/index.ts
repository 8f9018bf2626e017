import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import type { Wereld } from '../organisaties/wereld.ts';
import type { Dossier } from '../verloop/stand.ts';
import { planMaatregelen } from './maatregelen.ts';
import { planPersonen } from './personen.ts';
import { maakSpelleider, type Naspelmiddelen } from './regie.ts';
import { planSignalen } from './signalen.ts';
import { gevraagd, tijdelijkOpen } from './zaak.ts';

export type { Brievenmiddelen, Naspelmiddelen } from './regie.ts';

export interface Naspel {
  /** Plays it; the rows of the history must be there. Gives the lines that were refused, with why. */
  speel(): Promise<string[]>;
}

/**
 * Plans what is played through the real doors: who the veroorzakers are, how they were heard, what was decided and what holds now. Before the rows are
 * written: a dossier in which something happened stays open until it did.
 */
export function bereidNaspelVoor(w: Wereld, dossiers: readonly Dossier[], middelen: Naspelmiddelen): Naspel {
  const leider = maakSpelleider(w, dossiers, middelen);
  planMaatregelen(leider);
  planPersonen(leider);
  planSignalen(leider);
  for (const d of gevraagd(dossiers)) houdOpen(w, d, tijdelijkOpen(d), leider.plan);

  function houdOpen(wereld: Wereld, d: Dossier, op: Temporal.Instant | null, plan: typeof leider.plan): void {
    if (d.rij.status !== 'gesloten') return;
    const reden = d.rij.gesloten_reden ?? null;
    Object.assign(d.rij, { status: 'in_behandeling', gesloten_op: null, gesloten_reden: null });
    const gebeurd = wereld.rijen.gebeurtenis ?? [];
    const regel = wereld.journaal.find((r) => r.dossier === d.id && r.handeling === 'dossier.sluiten');
    const was = gebeurd.find((g) => g.dossier_id === d.id && g.soort === 'gesloten');
    if (was === undefined || regel === undefined) throw new Error(`${d.casus}: gesloten zonder spoor`);
    if (op === null) {
      gebeurd.splice(gebeurd.indexOf(was), 1);
      wereld.journaal.splice(wereld.journaal.indexOf(regel), 1);
      return;
    }
    was.op = op;
    regel.tijd = op;
    plan(`sluiten ${d.casus}`, op, async () => {
      await middelen.migratie.updateTable('dossier').set((eb) => ({ status: 'gesloten', gesloten_op: op, gesloten_reden: reden, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', wereld.id).where('id', '=', d.id).execute();
    });
  }

  return {
    async speel() {
      const geweigerd = await leider.speel();
      await neemJournaalOver(w, middelen);
      await ruimPostOp(w.id, middelen);
      return geweigerd;
    },
  };
}

/** Takes the lines the doors wrote out of the chain, to be written again in order of time with those of the rest of the history. */
async function neemJournaalOver(w: Wereld, { migratie }: Naspelmiddelen): Promise<void> {
  const { rows } = await sql<{ tijd: Temporal.Instant; actor: string; handeling: string; object_soort: string; object_id: string; dossier_id: Id | null; inhoud: Record<string, unknown> | null }>`
    select j.tijd, j.actor, j.handeling, j.object_soort, j.object_id, j.dossier_id, i.inhoud
    from journaal j left join journaal_inhoud i on i.organisatie_id = j.organisatie_id and i.volgnr = j.volgnr where j.organisatie_id = ${w.id} and j.resultaat = 'gelukt' order by j.volgnr`.execute(migratie);
  for (const tabel of ['journaal_inhoud', 'journaal', 'journaal_kop']) await sql`delete from ${sql.table(tabel)} where organisatie_id = ${w.id}`.execute(migratie);
  for (const r of rows) w.journaal.push({ tijd: r.tijd, actor: r.actor, handeling: r.handeling, object: { soort: r.object_soort, id: r.object_id }, dossier: r.dossier_id, inhoud: r.inhoud });
}

/** Messages of the past were sent then. */
async function ruimPostOp(organisatieId: Id, { migratie }: Naspelmiddelen): Promise<void> {
  await sql`update kennisgeving set verstuurd_op = op + interval '4 seconds' where organisatie_id = ${organisatieId} and verstuurd_op is null`.execute(migratie);
  await sql`delete from wachtrij.job where data -> 'gegevens' ->> 'organisatieId' = ${organisatieId}`.execute(migratie);
}
