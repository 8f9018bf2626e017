import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, keuze, lijstVanIds, tekst } from '../../kern/invoer.ts';
import { dagVan, datumTekst, leesDatum, leesTijd, lokaal, momentNietInToekomst, momentVan, tijdInvoer } from '../../kern/tijd/index.ts';
import { collega, collegaVelden, gekozenCollega } from '../../inrichting/index.ts';
import { legVast, openDossier, type GeopendDossier, type NieuwDossier } from '../../dossier/index.ts';
import { handeling, type ActorContext, type Context } from '../../platform/deuren/index.ts';
import { soortInZin } from '../regels/woorden.ts';
import { maatregelOpSlot, neemStap } from '../stap.ts';
import { overtredingzin, politiecodes, tegenstrijdig, vertrekcodes } from './regels.ts';
import { namenVan } from './namen.ts';
import { opPlek, plekkenVan } from './vragen.ts';

/** What follows on a new incident in a room above this one: aftercare for whom it happened to. */
export type NaOpenen = (ctx: Context, dossier: GeopendDossier, voorId: Id) => Promise<void>;

const Overtreding = z.object({
  maatregel: id('Open de lijst opnieuw.'), locatie: id('Open de lijst opnieuw.'), datum: tekst({ max: 60 }), tijd: tekst({ max: 30 }), plek: tekst({ max: 300 }),
  gevorderd: keuze(['ja', 'nee'] as const, 'Kies of iemand heeft gezegd dat de persoon moest vertrekken.'), ...collegaVelden, namens: tekst({ max: 200 }),
  vertrokken: keuze(vertrekcodes, 'Kies of de persoon vertrok.'), politie: keuze(politiecodes, 'Kies of de politie is gebeld.'), vormen: lijstVanIds('Kies uit de lijst.', 30), toelichting: tekst({ max: 5_000 }),
});

/**
 * Makes the act that writes a breach down (functies D8): it becomes a line with the measure and a new incident of its own, for the colleague
 * who met the person. Who may not see the measure at that building cannot write about it.
 */
export function maakOvertreding(naOpenen: NaOpenen) {
  return handeling({
    naam: 'overtreding.melden',
    invoer: Overtreding,
    async voerUit(ctx) {
      const { invoer, actor } = ctx;
      const plek = (await plekkenVan(ctx)).find((p) => p.id === invoer.locatie);
      const bekend = plek && (await opPlek(ctx, plek.id)).find((m) => m.id === invoer.maatregel);
      if (!plek || !bekend) throw fout('niet-gevonden');
      // The dossier first and then the measure, as every act does that takes both.
      await sql`select 1 from dossier where organisatie_id = ${ctx.organisatieId} and id = ${bekend.dossierId} for update`.execute(ctx.trx);
      const m = await maatregelOpSlot(ctx, bekend.id);
      const op = gebeurdOp(invoer, ctx.nu);
      if (m.begin_op !== null && Temporal.PlainDate.compare(dagVan(op), m.begin_op) < 0) throw veldfout('datum', `Toen gold dit nog niet: het begon op ${datumTekst(m.begin_op)}. Was er toen agressie? Meld dat dan als incident.`);
      const bezwaar = tegenstrijdig(invoer);
      if (bezwaar) throw veldfout(bezwaar.veld, bezwaar.tekst);
      const gevorderdDoor = invoer.gevorderd === 'ja' ? await gekozenCollega(ctx, invoer) : null;
      if (gevorderdDoor && invoer.namens === '') throw veldfout('namens', 'Vul in namens wie: bijvoorbeeld de gemeente, of de eigenaar van het gebouw.');
      const vormen = await gekozenVormen(ctx, invoer.vormen);

      const voorId = gevorderdDoor?.id ?? actor.id;
      const nieuw = await openDossier(ctx, await incident(ctx, { op, plek, soort: soortInZin(m.soort), betrokkeneId: m.betrokkene_id, voorId, vormen, toelichting: invoer.toelichting, precies: invoer.tijd !== '' || invoer.datum === '', waar: invoer.plek }));
      await naOpenen(ctx, nieuw, voorId);
      const overtreding = ctx.nieuwId();
      await ctx.trx.insertInto('overtreding').values({
        organisatie_id: ctx.organisatieId, id: overtreding, maatregel_id: m.id, nieuw_dossier_id: nieuw.id, op, locatie_id: plek.id, plek: invoer.plek, gevorderd: invoer.gevorderd, gevorderd_door: gevorderdDoor?.id ?? null, namens: gevorderdDoor ? invoer.namens : '',
        vertrokken: invoer.vertrokken, politie: invoer.politie, toelichting: invoer.toelichting, vastgelegd_op: ctx.nu, vastgelegd_door: actor.id,
      }).execute();
      await neemStap(ctx, m, 'overtreden', { door: actor.id });
      await legVast(ctx, { dossierId: m.dossier_id, soort: 'overtreding', door: actor.id, voor: 'slachtoffer', gegevens: { maatregel: m.id, overtreding, dossier: nieuw.id } });
      const verhaal = [`Een ${soortInZin(m.soort)} werd niet nageleefd.`, overtredingzin({ ...invoer, gevorderdDoor: gevorderdDoor?.naam ?? null }), invoer.toelichting].filter((t) => t !== '').join(' ');
      await legVast(ctx, { dossierId: nieuw.id, soort: 'notitie', door: actor.id, gegevens: { tekst: verhaal } });
      return { resultaat: { id: overtreding, locatie: plek.id, dossier: nieuw.id }, object: { soort: 'overtreding', id: overtreding }, dossierId: m.dossier_id };
    },
  });
}

/** When it was: now, unless said otherwise; never later than now. */
function gebeurdOp(i: { datum: string; tijd: string }, nu: Temporal.Instant): Temporal.Instant {
  if (i.datum === '' && i.tijd === '') return nu;
  const dag = leesDatum(i.datum === '' ? 'vandaag' : i.datum, dagVan(nu));
  if (!dag.ok) throw veldfout('datum', dag.bericht);
  const tijd = leesTijd(i.tijd === '' ? (dag.waarde.equals(dagVan(nu)) ? tijdInvoer(lokaal(nu).toPlainTime()) : '12.00') : i.tijd);
  if (!tijd.ok) throw veldfout('tijd', tijd.bericht);
  const op = momentVan(dag.waarde, tijd.waarde);
  const later = momentNietInToekomst(op, nu);
  if (later) throw veldfout(i.tijd === '' ? 'datum' : 'tijd', later.bericht);
  return op;
}

async function gekozenVormen(ctx: ActorContext, ids: readonly Id[]): Promise<Id[]> {
  if (ids.length === 0) return [];
  const rijen = await ctx.trx.selectFrom('agressievorm').select('id').where('organisatie_id', '=', ctx.organisatieId).where('id', 'in', [...ids]).where('actief', '=', true).execute();
  if (rijen.length !== new Set(ids).size) throw veldfout('vormen', 'Kies uit de lijst.');
  return rijen.map((r) => r.id);
}

/** The new incident, for the colleague who met the person. */
async function incident(ctx: ActorContext, o: { op: Temporal.Instant; plek: { id: Id; naam: string }; soort: string; betrokkeneId: Id; voorId: Id; vormen: Id[]; toelichting: string; precies: boolean; waar: string }): Promise<NieuwDossier> {
  const wie = await collega(ctx, o.voorId);
  if (!wie) throw fout('niet-gevonden');
  const { compartiment } = await ctx.trx.selectFrom('onderdeel').select('compartiment').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', wie.onderdeelId).executeTakeFirstOrThrow();
  const b = await ctx.trx.selectFrom('betrokkene').select(['soort', 'naam', 'omschrijving', 'medewerker_id']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', o.betrokkeneId).executeTakeFirstOrThrow();
  const veroorzaker: NieuwDossier['veroorzaker'] = b.medewerker_id !== null ? { soort: 'medewerker', medewerkerId: b.medewerker_id } : { soort: b.soort === 'bedrijf' ? 'bedrijf' : 'bekend', naam: (await namenVan(ctx, [o.betrokkeneId])).get(o.betrokkeneId) ?? b.naam, omschrijving: b.omschrijving };
  return {
    compartiment, route: 'leidinggevende', titel: `Niet nageleefd: ${o.soort}, ${o.plek.naam}`, bijna: false, kanaal: 'balie', voorvalOp: o.op, voorvalPrecies: o.precies ? 'tijd' : 'dag', locatieId: o.plek.id, plek: o.waar,
    melderId: ctx.actor.id, slachtofferId: o.voorId, vormIds: o.vormen, veroorzaker, aangifteGewenst: false, wilGebeldWorden: false, verhaal: o.toelichting,
  };
}
