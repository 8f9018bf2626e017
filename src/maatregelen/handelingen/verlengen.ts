import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, keuze, tekst, versie } from '../../kern/invoer.ts';
import { dagVan, leesDatum } from '../../kern/tijd/index.ts';
import { instellingenVan } from '../../inrichting/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { legVast } from '../../dossier/index.ts';
import { adviesVoor, beslissercodes, wijktAf } from '../../handelingskader/index.ts';
import { eerdereIncidenten } from '../../veroorzakers/index.ts';
import { bezwarenTegenVoorstel, gebiedVan, maandenVan, type Voorstelkeuze } from '../regels/voorstel.ts';
import { isEenmalig, isVastgelegd, soortnamen } from '../regels/woorden.ts';
import { maatregelOpSlot, type Maatregelrij } from '../stap.ts';
import { keuzeVan } from '../vragen/lijst.ts';
import { bekendePartij, schrijfVoorstel } from './voorstellen.ts';
import { OPNIEUW, opSlot } from './gedeeld.ts';

export interface RecentFeit {
  /** "incident:<id>" or "overtreding:<id>", as the form sends it. */
  code: string;
  dossierId: Id | null;
  overtredingId: Id | null;
  op: Temporal.Instant;
  zin: string;
}

/** What happened since a measure began: breaches of it, and other incidents of the same person that the asker may see. */
export async function recenteFeiten(ctx: ActorContext, m: Pick<Maatregelrij, 'id' | 'dossier_id' | 'betrokkene_id' | 'begin_op'>): Promise<RecentFeit[]> {
  if (m.begin_op === null) return [];
  const [incidenten, overtredingen] = await Promise.all([
    eerdereIncidenten(ctx, { dossierId: m.dossier_id, betrokkeneId: m.betrokkene_id, vanaf: m.begin_op }),
    ctx.trx.selectFrom('overtreding as o').innerJoin('locatie as l', (j) => j.onRef('l.organisatie_id', '=', 'o.organisatie_id').onRef('l.id', '=', 'o.locatie_id')).select(['o.id', 'o.op', 'l.naam as locatie'])
      .where('o.organisatie_id', '=', ctx.organisatieId).where('o.maatregel_id', '=', m.id).orderBy('o.op', 'desc').execute(),
  ]);
  return [
    ...overtredingen.map((o) => ({ code: `overtreding:${o.id}`, dossierId: null, overtredingId: o.id, op: o.op, zin: `Overtreding bij ${o.locatie}` })),
    ...incidenten.map((i) => ({ code: `incident:${i.dossierId}`, dossierId: i.dossierId, overtredingId: null, op: i.voorvalOp, zin: `Incident ${i.nummer} (${i.ernst})` })),
  ].sort((a, b) => Temporal.Instant.compare(b.op, a.op));
}

/**
 * Proposes to extend a measure that runs: a measure of its own that begins the day after, on facts from after the first began (achtergrond §6.2). It is
 * motivated, heard and decided as any other.
 */
export const stelVerlengingVoor = handeling({
  naam: 'maatregel.voorstellen',
  invoer: z.object({
    id: id(OPNIEUW), maatregel: id(OPNIEUW), versie, feit: tekst({ max: 80, verplicht: 'Kies wat er gebeurde nadat de maatregel begon. Zonder nieuw feit kun je niet verlengen.' }),
    einde: tekst({ max: 60 }), evaluatie: tekst({ max: 60 }), beslissersoort: keuze(beslissercodes, 'Kies wie er beslist.'), afwijking: tekst({ max: 4_000 }),
  }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp: { dossierId }, actor } = ctx;
    const m = await maatregelOpSlot(ctx, invoer.maatregel, dossierId);
    if (m.versie !== invoer.versie) throw fout('conflict.gewijzigd');
    if (isEenmalig(m.soort) || isVastgelegd(m.soort)) throw fout('conflict.toestand', { redenen: ['Deze maatregel kun je niet verlengen.'] });
    if ((m.toestand !== 'in_werking' && m.toestand !== 'geschorst') || m.eind_op === null) throw fout('conflict.toestand', { redenen: ['Alleen een maatregel die loopt, kun je verlengen.'] });
    await bekendePartij(ctx, dossierId, m.betrokkene_id);
    const al = await ctx.trx.selectFrom('maatregel').select('id').where('organisatie_id', '=', ctx.organisatieId).where('verlengt_id', '=', m.id).where('toestand', 'not in', ['ingetrokken', 'afgewezen']).executeTakeFirst();
    if (al) throw fout('conflict.toestand', { redenen: ['Er is al een verlenging voorgesteld.'] });
    const feit = (await recenteFeiten(ctx, m)).find((f) => f.code === invoer.feit);
    if (!feit) throw veldfout('feit', 'Kies een overtreding of een incident van na het begin van de maatregel.');
    const vandaag = dagVan(ctx.nu);
    const dag = (veld: 'einde' | 'evaluatie'): Temporal.PlainDate | null => {
      if (invoer[veld] === '') return null;
      const gelezen = leesDatum(invoer[veld], vandaag, 'toekomst');
      if (!gelezen.ok) throw veldfout(veld, gelezen.bericht);
      return gelezen.waarde;
    };
    const keuzes: Voorstelkeuze = { ...(await keuzeVan(ctx, m)), begin: m.eind_op.add({ days: 1 }), einde: dag('einde'), evaluatie: dag('evaluatie'), spoed: false };
    const { instellingen } = await instellingenVan(ctx);
    const bezwaren = bezwarenTegenVoorstel(keuzes, vandaag, instellingen.maatregelen.maxMaanden);
    if (bezwaren.length > 0) throw fout('invoer.ongeldig', { velden: bezwaren });
    const advies = await adviesVoor(ctx, { dossierId, betrokkeneId: m.betrokkene_id });
    const verschil = wijktAf(advies, { soort: m.soort, maanden: keuzes.begin && keuzes.einde ? maandenVan(keuzes.begin, keuzes.einde) : null, gebied: gebiedVan(keuzes.bereik, advies.gebied?.van) });
    if (verschil.length > 0 && invoer.afwijking === '') throw veldfout('afwijking', `${verschil.join(' ')} Schrijf waarom je hiervan afwijkt.`);
    const nieuw = await schrijfVoorstel(ctx, {
      dossierId, betrokkeneId: m.betrokkene_id, keuze: keuzes, spoedReden: '',
      grond: { advies: JSON.stringify(advies), adviesVersie: `${advies.versie.persoonssoort}-${advies.versie.nummer}`, wijktAf: verschil.length > 0, afwijking: verschil.length > 0 ? invoer.afwijking : '', klasse: m.klasse, beslissersoort: invoer.beslissersoort },
      verlenging: { verlengtId: m.id, feitDossierId: feit.dossierId, feitOvertredingId: feit.overtredingId, kanaalBlijft: m.kanaal_blijft, contactpersoonId: m.contactpersoon_id, aanNaam: m.aan_naam, aanAdres: m.aan_adres },
    });
    await legVast(ctx, { dossierId, soort: 'maatregel_voorgesteld', door: actor.id, voor: 'slachtoffer', gegevens: { maatregel: `verlenging van ${soortnamen[m.soort].toLowerCase()}`, id: nieuw } });
    return { resultaat: { id: dossierId, maatregel: nieuw }, journaal: { maatregel: nieuw, verlengt: m.id } };
  },
});
