import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, keuze, lijst, tekst } from '../../kern/invoer.ts';
import { dagVan, leesTijd, momentVan } from '../../kern/tijd/index.ts';
import { collegaVelden, gekozenCollega, leidinggevendenVan, metRol } from '../../inrichting/index.ts';
import { stelInKennis } from '../../dossier/index.ts';
import { handeling, systeemhandeling, type ActorContext, type Context } from '../../platform/deuren/index.ts';
import { nagaan, nagaancodes, nagaanVerplicht } from '../regels/woorden.ts';
import { stapNa } from '../regels/bezoek.ts';

const WEG = 'Dit bezoek is er niet meer.';
const LANGSTE_UREN = 12;

/** Says what was not ticked that must be. */
const Nagegaan = lijst(nagaancodes, 'Kies uit de lijst.').superRefine((gekozen, ctx) => {
  const mist = nagaanVerplicht.filter((n) => !gekozen.includes(n));
  if (mist.length > 0) ctx.addIssue({ code: 'custom', message: mist.length === nagaanVerplicht.length ? 'Loop de punten na en vink aan wat klopt.' : `Ga ook dit na: ${mist.map((n) => nagaan[n].replace(/[.:].*$/, '').toLowerCase()).join('; ')}.` });
});

/** A visit after a check that gave yellow: the checklist, and when the colleague will be back at the latest. */
export const planBezoek = handeling({
  naam: 'bezoek.plannen',
  invoer: z.object({ controle: id('Doe de controle opnieuw.'), nagegaan: Nagegaan, terug: tekst({ max: 30, verplicht: 'Vul in hoe laat je uiterlijk terug bent.' }), plek: tekst({ max: 200 }), ...collegaVelden }),
  async voerUit(ctx) {
    const { trx, organisatieId, actor, nu, invoer: i } = ctx;
    const c = await trx.selectFrom('controle').select(['id', 'uitkomst', 'doel', 'signalen', 'op']).where('organisatie_id', '=', organisatieId).where('id', '=', i.controle).where('medewerker_id', '=', actor.id).executeTakeFirst();
    if (!c || nu.since(c.op).total('hours') > 36) throw fout('niet-gevonden');
    if (c.uitkomst !== 'geel') throw fout('conflict.toestand', { redenen: ['Alleen na een geel licht bereid je zo een bezoek voor.'] });
    const tijd = leesTijd(i.terug);
    if (!tijd.ok) throw veldfout('terug', tijd.bericht);
    const terugVoor = momentVan(dagVan(nu), tijd.waarde);
    if (Temporal.Instant.compare(terugVoor, nu) <= 0) throw veldfout('terug', 'Dit tijdstip is al geweest. Een bezoek begin je op de dag zelf.');
    if (nu.until(terugVoor).total('hours') > LANGSTE_UREN) throw veldfout('terug', `Dit is meer dan ${LANGSTE_UREN} uur. Kies een tijdstip dichterbij.`);
    const collega = i.medewerker !== null || i.medewerker_naam !== '' ? await gekozenCollega(ctx, i) : null;
    if (collega?.id === actor.id) throw veldfout('medewerker_naam', 'Dit ben je zelf. Kies wie er met je meegaat.');
    const bron = await trx.selectFrom('signaal').select('compartiment').where('organisatie_id', '=', organisatieId).where('id', 'in', c.signalen.length > 0 ? c.signalen : [c.id]).limit(1).executeTakeFirst();
    const bezoekId = ctx.nieuwId();
    const rij = await trx.insertInto('huisbezoek').values({
      organisatie_id: organisatieId, id: bezoekId, medewerker_id: actor.id, controle_id: c.id, compartiment: bron?.compartiment ?? 'ambtelijk', nagegaan: [...new Set(i.nagegaan)], collega_id: collega?.id ?? null, plek: i.plek, terug_voor: terugVoor, gemaakt_op: nu, volgende_stap_op: terugVoor,
    }).onConflict((x) => x.columns(['organisatie_id', 'controle_id']).doNothing()).returning('id').executeTakeFirst();
    if (!rij) throw fout('conflict.toestand', { redenen: ['Voor deze controle is al een bezoek voorbereid. Doe de controle opnieuw voor een volgend bezoek.'] });
    return { resultaat: { id: bezoekId }, object: { soort: 'huisbezoek', id: bezoekId } };
  },
});

async function eigenBezoek({ trx, organisatieId, actor }: ActorContext, bezoekId: Id) {
  const b = await trx.selectFrom('huisbezoek').select(['id', 'terug_voor', 'aangekomen_op', 'terug_op', 'vervallen_op']).where('organisatie_id', '=', organisatieId).where('id', '=', bezoekId).where('medewerker_id', '=', actor.id).forUpdate().executeTakeFirst();
  if (!b) throw fout('niet-gevonden');
  if (b.terug_op !== null || b.vervallen_op !== null) throw fout('conflict.toestand', { redenen: ['Dit bezoek is al afgerond.'] });
  return b;
}

/** "I am there", "I am back", "half an hour longer", "it did not take place". */
export const meldBezoek = handeling({
  naam: 'bezoek.melden',
  invoer: z.object({ id: id(WEG), wat: keuze(['aangekomen', 'terug', 'langer', 'vervallen'] as const, 'Kies wat je wilt melden.') }),
  async voerUit(ctx) {
    const { trx, organisatieId, nu, invoer: { wat } } = ctx;
    const b = await eigenBezoek(ctx, ctx.invoer.id);
    // From now, when that is later: who is already too late does not get a moment that has passed.
    const later = (Temporal.Instant.compare(b.terug_voor, nu) > 0 ? b.terug_voor : nu).add({ minutes: 30 });
    const klaar = { volgende_stap_op: null, plek: '' };
    const over = wat === 'aangekomen' ? { aangekomen_op: b.aangekomen_op ?? nu } : wat === 'terug' ? { ...klaar, terug_op: nu } : wat === 'vervallen' ? { ...klaar, vervallen_op: nu } : { terug_voor: later, volgende_stap_op: later, stap: 0 };
    await trx.updateTable('huisbezoek').set((eb) => ({ ...over, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', organisatieId).where('id', '=', b.id).execute();
    return { resultaat: { id: b.id, wat }, object: { soort: 'huisbezoek', id: b.id } };
  },
});

async function wieHoort(ctx: Context, b: { medewerker_id: Id; collega_id: Id | null; compartiment: 'ambtelijk' | 'politiek' }, wie: readonly ('collega' | 'leidinggevende' | 'adviseur')[]): Promise<Id[]> {
  const uit = new Set<Id>();
  if (wie.includes('collega')) for (const m of [b.medewerker_id, b.collega_id]) if (m !== null) uit.add(m);
  if (wie.includes('leidinggevende')) {
    const { onderdeel_id } = await ctx.trx.selectFrom('medewerker').select('onderdeel_id').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', b.medewerker_id).executeTakeFirstOrThrow();
    const eerste = (await leidinggevendenVan(ctx, onderdeel_id)).find((l) => l !== b.medewerker_id && l !== b.collega_id);
    if (eerste !== undefined) uit.add(eerste);
    else wie = [...wie, 'adviseur'];
  }
  if (wie.includes('adviseur')) for (const m of await metRol(ctx, b.compartiment === 'politiek' ? 'griffier' : 'adviseur', b.compartiment)) uit.add(m);
  return [...uit];
}

/** Nobody confirmed coming back: the colleague himself, then his leidinggevende, then the Adviseur. */
export const bezoekstap = systeemhandeling({
  naam: 'klok.bezoekstap',
  invoer: z.object({ id: z.uuid() }),
  async voerUit(ctx) {
    const b = await ctx.trx.selectFrom('huisbezoek').select(['id', 'medewerker_id', 'collega_id', 'compartiment', 'stap', 'terug_voor']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', ctx.invoer.id)
      .where('volgende_stap_op', '<=', ctx.nu).forUpdate().skipLocked().executeTakeFirst();
    if (!b) return null;
    const { wie, volgende } = stapNa(b.stap, b.terug_voor);
    for (const aanId of await wieHoort(ctx, b, wie)) await stelInKennis(ctx, { onderwerp: { soort: 'huisbezoek', id: b.id }, aanId, soort: 'niet-terug' });
    await ctx.trx.updateTable('huisbezoek').set({ stap: b.stap + 1, volgende_stap_op: volgende }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', b.id).execute();
    return { resultaat: { stap: b.stap + 1 }, object: { soort: 'huisbezoek', id: b.id } };
  },
});
