import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id } from '../../kern/invoer.ts';
import { dagVan } from '../../kern/tijd/index.ts';
import { zichtbaar, type Kanaal } from '../../dossier/index.ts';
import { vraag, type ActorContext } from '../../platform/deuren/index.ts';
import { eerdereFeiten, mediumVan } from '../adviezen.ts';
import { OPSTELLERS, rolVoor } from '../handelingen/gedeeld.ts';
import { maakDoorrekening, type Doorrekenincident } from '../regels/doorrekenen.ts';
import { Kader } from '../regels/kader.ts';
import type { Tegen } from '../regels/soorten.ts';
import { kaderOp } from '../versies.ts';

const MAANDEN = 12;
const PER_KEER = 500;

interface Rij {
  id: Id;
  voorval_op: Temporal.Instant;
  kanaal: Kanaal | null;
  onderdeel: string;
  vormen: string[];
  betrokkene_id: Id | null;
  gedragingen: string[] | null;
  tegen: Tegen | null;
  wapen: boolean | null;
}

/** The incidents of the last twelve months that this person may open, a page at a time, one per veroorzaker. */
async function* incidenten(ctx: ActorContext, compartiment: 'ambtelijk' | 'politiek', vanaf: Temporal.PlainDate, kijkTerug: number): AsyncGenerator<Doorrekenincident> {
  const { trx, organisatieId, actor } = ctx;
  let na: Id = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const bladzijde = trx.selectFrom('dossier').select('dossier.id').where('dossier.organisatie_id', '=', organisatieId).where('dossier.compartiment', '=', compartiment).where('dossier.samengevoegd_in', 'is', null)
      .where('dossier.voorval_op', '>=', vanaf.toZonedDateTime('Europe/Amsterdam').toInstant()).where('dossier.id', '>', na).where((eb) => zichtbaar(eb as never, actor, 'dossier.lezen')).orderBy('dossier.id').limit(PER_KEER);
    const { rows } = await sql<Rij>`
      select d.id, d.voorval_op, d.kanaal, o.naam as onderdeel, b.id as betrokkene_id, f.gedragingen, f.tegen, f.wapen,
        coalesce((select array_agg(a.code order by a.volgorde) from dossiervorm v join agressievorm a on a.organisatie_id = v.organisatie_id and a.id = v.vorm_id where v.organisatie_id = d.organisatie_id and v.dossier_id = d.id), '{}') as vormen
      from dossier d join onderdeel o on o.organisatie_id = d.organisatie_id and o.id = d.onderdeel_id
      left join betrokkene b on b.organisatie_id = d.organisatie_id and b.dossier_id = d.id and b.rol = 'veroorzaker' and b.soort <> 'medewerker' and b.vervallen_op is null
      left join adviesfeiten f on f.organisatie_id = b.organisatie_id and f.dossier_id = b.dossier_id and f.betrokkene_id = b.id
      where d.organisatie_id = ${organisatieId} and d.id in (${bladzijde}) order by d.id`.execute(trx);
    if (rows.length === 0) return;
    for (const r of rows) {
      const voorvalOp = dagVan(r.voorval_op);
      yield {
        onderdeel: r.onderdeel,
        feiten: {
          vormen: r.vormen, gedragingen: r.gedragingen && r.gedragingen.length > 0 ? r.gedragingen : null, tegen: r.tegen, medium: r.kanaal === null ? null : mediumVan[r.kanaal], wapen: r.wapen ?? false, voorvalOp, reactie: null,
          eerdere: r.betrokkene_id === null ? [] : await eerdereFeiten(ctx, { dossierId: r.id, betrokkeneId: r.betrokkene_id, vanaf: voorvalOp.subtract({ months: kijkTerug }) }),
        },
      };
    }
    na = rows.at(-1)?.id ?? na;
  }
}

const verst = (k: Kader): number => Math.max(k.terugkijken.maanden, ...k.regels.map((r) => r.terugkijkMaanden ?? 0));

/** Runs a draft over the last twelve months beside the version in force (functies C5). */
export const rekenDoor = vraag({
  naam: 'kader.doorrekenen',
  invoer: z.object({ id: id('Deze versie bestaat niet.') }),
  journaal: true,
  async haal(ctx) {
    const rij = await ctx.trx.selectFrom('kaderversie').select(['id', 'persoonssoort', 'nummer', 'inhoud', 'status']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', ctx.invoer.id).executeTakeFirst();
    if (!rij || !rolVoor(ctx.actor, rij.persoonssoort, OPSTELLERS)) throw fout('niet-gevonden');
    const vandaag = dagVan(ctx.nu);
    const geldend = await kaderOp(ctx, rij.persoonssoort, vandaag);
    const concept = Kader.parse(rij.inhoud);
    const rekening = maakDoorrekening(geldend.kader, concept);
    const vanaf = vandaag.subtract({ months: MAANDEN });
    for await (const i of incidenten(ctx, rij.persoonssoort === 'politiek' ? 'politiek' : 'ambtelijk', vanaf, Math.max(verst(geldend.kader), verst(concept)))) rekening.voeg(i);
    return { versie: { id: rij.id, nummer: rij.nummer, persoonssoort: rij.persoonssoort }, geldend: geldend.versie, vanaf, ...rekening.uitkomst() };
  },
});
