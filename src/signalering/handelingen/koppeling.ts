import { Temporal } from 'temporal-polyfill';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import { id, keuze, lijst, tekst } from '../../kern/invoer.ts';
import { compartimenten } from '../../kern/rechten/index.ts';
import { handeling } from '../../platform/deuren/index.ts';
import type { Sleutels } from '../../platform/geheim/index.ts';
import { bezwaarTegen } from '../regels/netwerk.ts';
import { doelcodes } from '../regels/woorden.ts';
import { verzegel } from '../webhook/geheim.ts';

const WEG = 'Deze koppeling bestaat niet meer. Open de lijst opnieuw.';
export const geldigheden = { 90: '3 maanden', 180: '6 maanden', 365: '1 jaar' } as const;
const dagen = ['90', '180', '365'] as const;

/**
 * A new system that may ask. The key is made by the page and only its hash comes here: what an act gives back is kept for who sends a form twice,
 * and a key must not be kept anywhere.
 */
export const maakKoppeling = handeling({
  naam: 'koppeling.maken',
  invoer: z.object({
    naam: tekst({ max: 80, verplicht: 'Schrijf welk systeem dit is.' }), doelen: lijst(doelcodes, 'Kies uit de lijst.').refine((l) => l.length > 0, 'Kies waarvoor dit systeem mag vragen.'),
    compartiment: keuze(compartimenten, 'Kies uit de lijst.').default('ambtelijk'), dagen: keuze(dagen, 'Kies hoe lang de sleutel geldig is.'), per_minuut: z.coerce.number({ error: 'Vul een getal in.' }).int('Vul een heel getal in.').min(1, 'Vul een getal in van 1 tot en met 600.').max(600, 'Vul een getal in van 1 tot en met 600.').default(60),
    per_dag: z.coerce.number({ error: 'Vul een getal in.' }).int('Vul een heel getal in.').min(1, 'Vul een getal in van 1 tot en met 100000.').max(100_000, 'Vul een getal in van 1 tot en met 100000.').default(500),
    hash: z.instanceof(Buffer), begin: z.string().max(12),
  }),
  async voerUit(ctx) {
    const { invoer: i } = ctx;
    const koppelingId = ctx.nieuwId();
    await ctx.trx.insertInto('systeemkoppeling').values({
      organisatie_id: ctx.organisatieId, id: koppelingId, naam: i.naam, sleutel_hash: i.hash, sleutel_begin: i.begin, compartiment: i.compartiment, doelen: [...new Set(i.doelen)], per_minuut: i.per_minuut, per_dag: i.per_dag,
      verloopt_op: ctx.nu.add({ hours: 24 * Number(i.dagen) }), gemaakt_door: ctx.actor.id, gemaakt_op: ctx.nu,
    }).execute();
    return { resultaat: { id: koppelingId }, object: { soort: 'koppeling', id: koppelingId }, journaal: { doelen: i.doelen } };
  },
});

/** From now on the key opens nothing. */
export const trekKoppelingIn = handeling({
  naam: 'koppeling.intrekken',
  invoer: z.object({ id: id(WEG) }),
  async voerUit(ctx) {
    const uit = await ctx.trx.updateTable('systeemkoppeling').set((eb) => ({ ingetrokken_op: ctx.nu, ingetrokken_door: ctx.actor.id, webhook_url: null, webhook_geheim: null, versie: eb('versie', '+', 1) }))
      .where('organisatie_id', '=', ctx.organisatieId).where('id', '=', ctx.invoer.id).where('ingetrokken_op', 'is', null).executeTakeFirst();
    if (Number(uit.numUpdatedRows) === 0) throw fout('niet-gevonden');
    return { resultaat: { id: ctx.invoer.id }, object: { soort: 'koppeling', id: ctx.invoer.id } };
  },
});

export const nieuwGeheim = (): string => `whs_${randomBytes(32).toString('base64url')}`;

/** Where a change is told, signed with a secret that the page shows once; an empty address stops it. */
export function maakWebhookInstellen(sleutels: Sleutels) {
  return handeling({
    naam: 'koppeling.webhook',
    invoer: z.object({ id: id(WEG), webhook_url: tekst({ max: 500 }), geheim: z.string().max(100) }),
    async voerUit(ctx) {
      const { invoer: i } = ctx;
      const uit = i.webhook_url === '';
      const bezwaar = uit ? null : bezwaarTegen(i.webhook_url);
      if (bezwaar !== null) throw veldfout('webhook_url', bezwaar);
      const gedaan = await ctx.trx.updateTable('systeemkoppeling').set((eb) => ({ webhook_url: uit ? null : i.webhook_url, webhook_geheim: uit ? null : verzegel(sleutels, i.id, i.geheim), versie: eb('versie', '+', 1) }))
        .where('organisatie_id', '=', ctx.organisatieId).where('id', '=', i.id).where('ingetrokken_op', 'is', null).where('verloopt_op', '>', ctx.nu).executeTakeFirst();
      if (Number(gedaan.numUpdatedRows) === 0) throw fout('niet-gevonden');
      return { resultaat: { id: i.id }, object: { soort: 'koppeling', id: i.id } };
    },
  });
}

/** Less than this many days before its end a key is shown as nearly expired. */
export const BIJNA_DAGEN = 14;
export function standVan(k: { ingetrokken_op: Temporal.Instant | null; verloopt_op: Temporal.Instant }, nu: Temporal.Instant): 'ingetrokken' | 'verlopen' | 'bijna' | 'actief' {
  if (k.ingetrokken_op !== null) return 'ingetrokken';
  const over = nu.until(k.verloopt_op).total('hours');
  return over <= 0 ? 'verlopen' : over <= BIJNA_DAGEN * 24 ? 'bijna' : 'actief';
}
