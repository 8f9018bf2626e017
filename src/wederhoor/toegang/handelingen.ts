import { z } from 'zod';
import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import { tekst } from '../../kern/invoer.ts';
import { systeemhandeling, type Context } from '../../platform/deuren/index.ts';
import { dossierFeiten, legVast } from '../../dossier/index.ts';
import { rondAfMetZienswijze, staatInBesluit, volgnummer, wederhoorOpSlot, type Wederhoorrij } from '../handelingen/gedeeld.ts';
import { vertel } from '../klok.ts';
import { Feiten } from '../regels/uittreksel.ts';
import { burgervraagcodes, type Burgervraag } from '../regels/woorden.ts';

/*
 * What the betrokkene does on his own page. He is no actor: the code of his letter is all he has. So these are acts of the system, each with
 * a name of its own, and each looks again whether his key opens this one hearing, in the transaction that reads or writes.
 */

/** How long a browser stays open after the codes were right, in minutes. */
const BROWSER_MINUTEN = 60;
/** The longest view someone can give on his page, in characters. */
export const MAX_ZIENSWIJZE = 10_000;
/** How often he can give a view there, and ask for something: once, and once more. */
const MEEST = 2;

const sha = z.string().regex(/^[0-9a-f]{64}$/);
const Sleutel = z.object({ wederhoor: z.uuid(), sleutel: sha, ip: z.string().max(64), verzoek: z.string().max(64) });

type Ctx = Context & { invoer: z.output<typeof Sleutel> };
const herkomst = ({ invoer }: Ctx) => ({ kanaal: 'scherm', ip: invoer.ip, verzoek: invoer.verzoek });

/** The hearing behind a key, locked, when it is still open to its betrokkene; null in every other case, and nobody learns which. */
async function open(ctx: Ctx, soort: 'brief' | 'browser'): Promise<Wederhoorrij | null> {
  const sleutel = await ctx.trx.selectFrom('wederhoorsleutel').select('id').where('organisatie_id', '=', ctx.organisatieId).where('wederhoor_id', '=', ctx.invoer.wederhoor).where('soort', '=', soort)
    .where('hash', '=', Buffer.from(ctx.invoer.sleutel, 'hex')).where('verloopt_op', '>', ctx.nu).executeTakeFirst();
  if (!sleutel) return null;
  const w = await wederhoorOpSlot(ctx, null, ctx.invoer.wederhoor);
  if (!w || w.vervallen_op !== null || w.uiterlijk.epochNanoseconds <= ctx.nu.epochNanoseconds) return null;
  const dossier = await dossierFeiten(ctx, w.dossier_id);
  return dossier && dossier.status !== 'gesloten' ? w : null;
}

const over = (w: Wederhoorrij) => ({ object: { soort: 'wederhoor', id: w.id }, dossierId: w.dossier_id });

/** The codes of the letter were right: this browser is let in for a while. */
export const burgerToegang = systeemhandeling({
  naam: 'burger.toegang',
  actor: 'betrokkene',
  invoer: Sleutel.extend({ browser: sha }),
  async voerUit(ctx) {
    const w = await open(ctx, 'brief');
    if (w === null) return null;
    const straks = ctx.nu.add({ minutes: BROWSER_MINUTEN });
    await ctx.trx.insertInto('wederhoorsleutel').values({
      organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), wederhoor_id: w.id, soort: 'browser', hash: Buffer.from(ctx.invoer.browser, 'hex'),
      verloopt_op: straks.epochNanoseconds < w.uiterlijk.epochNanoseconds ? straks : w.uiterlijk,
    }).execute();
    return { resultaat: { id: w.id }, ...over(w), journaal: herkomst(ctx) };
  },
});

export interface Burgerbeeld {
  organisatie: { naam: string; slug: string };
  feiten: Feiten;
  tekst: string;
  tekstEn: string;
  uiterlijk: Temporal.Instant;
  gesprekOp: Temporal.Instant | null;
  /** A measure could not wait: he is heard afterwards. */
  achteraf: boolean;
  /** What he already sent from his page, oldest first. */
  gegeven: { tekst: string; vraag: Burgervraag | null; op: Temporal.Instant }[];
  /** What he can still send: another view, another question. */
  nog: { tekst: boolean; vraag: boolean };
}

/** What the betrokkene reads: the frozen extract, until when he can answer, and what he sent himself. Nothing else of the dossier. */
export const burgerLezen = systeemhandeling({
  naam: 'burger.lezen',
  actor: 'betrokkene',
  invoer: Sleutel,
  async voerUit(ctx) {
    const w = await open(ctx, 'browser');
    if (w === null) return null;
    const [organisatie, uittreksel, gegeven] = await Promise.all([
      ctx.trx.selectFrom('organisatie').select(['naam', 'slug']).where('organisatie_id', '=', ctx.organisatieId).executeTakeFirstOrThrow(),
      ctx.trx.selectFrom('uittreksel').select(['feiten', 'tekst', 'tekst_en']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', w.uittreksel_id).executeTakeFirstOrThrow(),
      eigen(ctx, w.id),
    ]);
    const resultaat: Burgerbeeld = {
      organisatie, feiten: Feiten.parse(uittreksel.feiten), tekst: uittreksel.tekst, tekstEn: uittreksel.tekst_en, uiterlijk: w.uiterlijk, gesprekOp: w.gesprek_op, achteraf: await staatInBesluit(ctx, w),
      gegeven: gegeven.map((g) => ({ tekst: g.tekst, vraag: g.vraag, op: g.gegeven_op })), nog: nog(gegeven),
    };
    return { resultaat, ...over(w), journaal: herkomst(ctx) };
  },
});

const eigen = ({ trx, organisatieId }: Context, wederhoorId: Id) =>
  trx.selectFrom('zienswijze').select(['tekst', 'vraag', 'gegeven_op']).where('organisatie_id', '=', organisatieId).where('wederhoor_id', '=', wederhoorId).where('bron', '=', 'online').orderBy('nummer').execute();

const nog = (gegeven: readonly { tekst: string }[]): Burgerbeeld['nog'] => ({
  tekst: gegeven.filter((g) => g.tekst !== '').length < MEEST, vraag: gegeven.filter((g) => g.tekst === '').length < MEEST,
});

/**
 * The betrokkene gives his view, or asks for something. `volgt` says how many he had sent when he opened the form: the same form sent
 * again adds nothing. When he has given all he can, the codes of the letter are used up.
 */
export const burgerGeeft = systeemhandeling({
  naam: 'burger.zienswijze',
  actor: 'betrokkene',
  invoer: Sleutel.extend({ volgt: z.int().min(0).max(2 * MEEST), tekst: tekst({ max: MAX_ZIENSWIJZE }), vraag: z.enum(burgervraagcodes).nullable() }),
  async voerUit(ctx) {
    const { invoer } = ctx;
    const w = await open(ctx, 'browser');
    if (w === null || (invoer.tekst === '' && invoer.vraag === null)) return null;
    const gegeven = await eigen(ctx, w.id);
    const zelfde = gegeven[invoer.volgt];
    if (zelfde !== undefined) return zelfde.tekst === invoer.tekst && zelfde.vraag === invoer.vraag ? { resultaat: 'gegeven' as const, ...over(w) } : { resultaat: 'intussen' as const, ...over(w) };
    if (gegeven.length !== invoer.volgt) return { resultaat: 'intussen' as const, ...over(w) };
    if (invoer.tekst === '' ? !nog(gegeven).vraag : !nog(gegeven).tekst) return { resultaat: 'vol' as const, ...over(w) };
    await ctx.trx.insertInto('zienswijze').values({
      organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), wederhoor_id: w.id, nummer: await volgnummer(ctx, w.id), bron: 'online', tekst: invoer.tekst, vraag: invoer.vraag, gegeven_op: ctx.nu, vastgelegd_op: ctx.nu, door_id: null, voorgelezen: null,
    }).execute();
    if (invoer.tekst !== '') await rondAfMetZienswijze(ctx, w, null);
    if (!nog([...gegeven, invoer]).tekst) {
      await ctx.trx.deleteFrom('wederhoorsleutel').where('organisatie_id', '=', ctx.organisatieId).where('wederhoor_id', '=', w.id).where('soort', '=', 'brief').execute();
    }
    await legVast(ctx, { dossierId: w.dossier_id, soort: invoer.tekst === '' ? 'wederhoor_vraag' : 'zienswijze_gegeven', door: null, gegevens: { wederhoor: w.id } });
    await vertel(ctx, w.dossier_id, w.uitgenodigd_door);
    return { resultaat: 'gegeven' as const, ...over(w), journaal: herkomst(ctx) };
  },
});

/** The betrokkene is done in this browser: its key opens nothing any more. */
export const burgerStopt = systeemhandeling({
  naam: 'burger.stoppen',
  actor: 'betrokkene',
  invoer: Sleutel,
  async voerUit(ctx) {
    const uit = await ctx.trx.deleteFrom('wederhoorsleutel').where('organisatie_id', '=', ctx.organisatieId).where('wederhoor_id', '=', ctx.invoer.wederhoor).where('soort', '=', 'browser')
      .where('hash', '=', Buffer.from(ctx.invoer.sleutel, 'hex')).executeTakeFirst();
    return Number(uit.numDeletedRows) === 0 ? null : { resultaat: null, object: { soort: 'wederhoor', id: ctx.invoer.wederhoor } };
  },
});
