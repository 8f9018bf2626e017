import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, keuze, tekst } from '../../kern/invoer.ts';
import { dagVan, datumTekst, leesDatum } from '../../kern/tijd/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import type { Groep } from '../lezen.ts';
import { persoonOpSlot } from '../onderwerp.ts';

/** Why data stay although erasure is asked (AVG art. 17 lid 3 sub e). */
export const vasthoudgronden = { rechtszaak: 'Een rechtszaak of schadeclaim', aangifte: 'Een aangifte', klacht: 'Een klacht', onderzoek: 'Een onderzoek van een toezichthouder' } as const;
export const vasthoudcodes = Object.keys(vasthoudgronden) as [keyof typeof vasthoudgronden, ...(keyof typeof vasthoudgronden)[]];
const MEEST_JAREN = 5;

/** What is held of this person today, what ends last first. */
export async function vasthoudingenVan({ trx, organisatieId, nu }: Pick<ActorContext, 'trx' | 'organisatieId' | 'nu'>, persoonIds: readonly Id[]) {
  return trx.selectFrom('vasthouding').select(['id', 'grond', 'reden', 'tot']).where('organisatie_id', '=', organisatieId).where('persoon_id', 'in', [...persoonIds])
    .where('losgelaten_op', 'is', null).where('tot', '>=', dagVan(nu)).orderBy('tot', 'desc').orderBy('id').execute();
}

export const vasthoudzin = (v: { grond: keyof typeof vasthoudgronden; tot: Temporal.PlainDate }): string => `${vasthoudgronden[v.grond]}: de gegevens worden vastgehouden tot en met ${datumTekst(v.tot)}.`;

/** Keeps the data of a person from being erased, for a ground and until a day. */
export const houdVast = handeling({
  naam: 'avg.behandelen',
  invoer: z.object({ id: id('Deze persoon bestaat niet.'), grond: keuze(vasthoudcodes, 'Kies waarvoor de gegevens nodig blijven.'), reden: tekst({ max: 1_000, verplicht: 'Schrijf kort om welke zaak het gaat.' }), tot: tekst({ max: 60, verplicht: 'Vul in tot en met welke dag.' }) }),
  onderwerp: (ctx, i) => persoonOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer: i, onderwerp: { groep } } = ctx;
    nietGewist(groep);
    const vandaag = dagVan(ctx.nu);
    const dag = leesDatum(i.tot, vandaag, 'toekomst');
    if (!dag.ok) throw veldfout('tot', dag.bericht);
    if (Temporal.PlainDate.compare(dag.waarde, vandaag) <= 0) throw veldfout('tot', 'Kies een dag na vandaag.');
    if (Temporal.PlainDate.compare(dag.waarde, vandaag.add({ years: MEEST_JAREN })) > 0) throw veldfout('tot', `Kies een dag binnen ${MEEST_JAREN} jaar. Is het dan nog nodig, dan kijk je er opnieuw naar.`);
    await ctx.trx.insertInto('vasthouding').values({ organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), persoon_id: groep.id, grond: i.grond, reden: i.reden, tot: dag.waarde, door: ctx.actor.id, op: ctx.nu }).execute();
    return { resultaat: { id: groep.id }, journaal: { grond: i.grond, tot: dag.waarde.toString() } };
  },
});

/** What was held may go before its day. */
export const laatLos = handeling({
  naam: 'avg.behandelen',
  invoer: z.object({ id: id('Deze persoon bestaat niet.'), vasthouding: id('Dit wordt niet meer vastgehouden.'), reden: tekst({ max: 1_000, verplicht: 'Schrijf waarom het niet meer nodig is.' }) }),
  onderwerp: (ctx, i) => persoonOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer: i, onderwerp: { groep } } = ctx;
    if (!(await vasthoudingenVan(ctx, groep.records.map((r) => r.id))).some((v) => v.id === i.vasthouding)) throw fout('niet-gevonden');
    await ctx.trx.updateTable('vasthouding').set({ losgelaten_op: ctx.nu, losgelaten_door: ctx.actor.id, losgelaten_reden: i.reden }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', i.vasthouding).execute();
    return { resultaat: { id: groep.id }, journaal: { vasthouding: 'losgelaten' } };
  },
});

function nietGewist(groep: Groep): void {
  if (groep.hoofd.gewist_op !== null) throw fout('conflict.toestand', { redenen: ['Deze gegevens zijn gewist. Er is niets meer om vast te houden.'] });
}
