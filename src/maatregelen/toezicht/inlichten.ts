import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id } from '../../kern/invoer.ts';
import { leidinggevendenVan } from '../../inrichting/index.ts';
import { rondTermijnAf, stelInKennis, zetTermijnOp, type DossierOnderwerp, type Klokonderwerpen } from '../../dossier/index.ts';
import { handeling, vraag, type ActorContext } from '../../platform/deuren/index.ts';
import { namenVan } from './namen.ts';

/** Hours to read it before the Adviseur hears that it was not; as for an instruction. */
const LEESTIJD_UREN = 48;
/** After this nobody needs to know any more that someone once had a measure. */
const LEESBAAR_DAGEN = 90;

/** How this message is called, and where it leads. */
export const maatregelonderwerpen: Klokonderwerpen = {
  herstelbericht: { zin: (_soort, vanMij) => (vanMij ? 'Lees dat iemand weer gewoon wordt geholpen' : 'Een collega las nog niet dat iemand weer gewoon wordt geholpen'), pad: (bericht, vanMij) => (vanMij ? `/herstelberichten/${bericht}` : '/vandaag'), waarover: 'Een maatregel is voorbij' },
};

/**
 * Tells these departments that someone is helped as anyone else again: each through who leads it, by a mail without contents and a line on his Vandaag until
 * he confirms that he read it. Not to who it happened to, who hears it himself. Answers what the departments are called.
 */
export async function lichtOnderdelenIn(ctx: ActorContext, { feiten }: DossierOnderwerp, maatregelId: Id, onderdelen: readonly Id[]): Promise<string[]> {
  const { trx, organisatieId, nu, actor } = ctx;
  if (onderdelen.length === 0) return [];
  const rijen = await trx.selectFrom('onderdeel').select(['id', 'naam']).where('organisatie_id', '=', organisatieId).where('id', 'in', [...new Set(onderdelen)]).where('actief', '=', true).orderBy('naam').execute();
  if (rijen.length !== new Set(onderdelen).size) throw veldfout('onderdelen', 'Kies uit de lijst.');
  const niet = new Set([...feiten.slachtoffers, ...feiten.veroorzakers]);
  const ontvangers = new Map<Id, string[]>();
  for (const o of rijen) {
    const wie = (await leidinggevendenVan(ctx, o.id)).find((m) => !niet.has(m));
    if (wie === undefined) throw veldfout('onderdelen', `Bij ${o.naam} staat geen leidinggevende die het kan vertellen. Vertel het daar zelf, en noem het bij ‘Wie weet het nog meer?’.`);
    ontvangers.set(wie, [...(ontvangers.get(wie) ?? []), o.naam]);
  }
  for (const [aanId, namen] of ontvangers) {
    const bericht = ctx.nieuwId();
    await trx.insertInto('herstelbericht').values({ organisatie_id: organisatieId, id: bericht, maatregel_id: maatregelId, medewerker_id: aanId, onderdeel: namen.join(', '), op: nu, door: actor.id, gelezen_op: null }).execute();
    await stelInKennis(ctx, { onderwerp: { soort: 'herstelbericht', id: bericht }, aanId, soort: 'instructie' });
    await zetTermijnOp(ctx, { onderwerp: { soort: 'herstelbericht', id: bericht, compartiment: feiten.compartiment }, soort: 'instructie', aanId, voorId: aanId, op: nu.add({ hours: LEESTIJD_UREN }) });
  }
  return rijen.map((o) => o.naam);
}

/** The message for who was told: who it is and since when, and nothing of what happened. */
export const herstelbericht = vraag({
  naam: 'herstelbericht.lezen',
  invoer: z.object({ id: id('Dit bericht bestaat niet meer.') }),
  journaal: true,
  async haal(ctx) {
    const { trx, organisatieId, actor, nu, invoer } = ctx;
    const b = await trx.selectFrom('herstelbericht as b').innerJoin('maatregel as m', (j) => j.onRef('m.organisatie_id', '=', 'b.organisatie_id').onRef('m.id', '=', 'b.maatregel_id')).select(['b.id', 'b.onderdeel', 'b.op', 'b.gelezen_op', 'm.betrokkene_id', 'm.soort'])
      .where('b.organisatie_id', '=', organisatieId).where('b.id', '=', invoer.id).where('b.medewerker_id', '=', actor.id).where('b.op', '>', nu.subtract({ hours: 24 * LEESBAAR_DAGEN })).executeTakeFirst();
    if (!b) throw fout('niet-gevonden');
    return { id: b.id, naam: (await namenVan(ctx, [b.betrokkene_id])).get(b.betrokkene_id) ?? '', soort: b.soort, onderdeel: b.onderdeel, op: b.op, gelezenOp: b.gelezen_op };
  },
});

/** "I have read it." Only who was told. */
export const leesHerstelbericht = handeling({
  naam: 'herstelbericht.gelezen',
  invoer: z.object({ id: id('Dit bericht bestaat niet meer.') }),
  async voerUit(ctx) {
    const { trx, organisatieId, actor, nu, invoer } = ctx;
    const rij = await trx.updateTable('herstelbericht').set({ gelezen_op: nu }).where('organisatie_id', '=', organisatieId).where('id', '=', invoer.id).where('medewerker_id', '=', actor.id).where('gelezen_op', 'is', null).returning('id').executeTakeFirst();
    if (!rij) throw fout('niet-gevonden');
    await rondTermijnAf(ctx, { onderwerpId: rij.id, soort: 'instructie', voorId: actor.id, door: actor.id, uitkomst: 'gedaan' });
    return { resultaat: { id: rij.id }, object: { soort: 'herstelbericht', id: rij.id } };
  },
});
