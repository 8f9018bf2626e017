import { z } from 'zod';
import type { Id } from '../kern/ids.ts';
import { id } from '../kern/invoer.ts';
import { mag } from '../kern/rechten/index.ts';
import { vraag, type ActorContext } from '../platform/deuren/index.ts';
import { dossierOnderwerp, type DossierOnderwerp, type Sluitvoorwaarde, type Verhuizer } from '../dossier/index.ts';

type Ctx = Pick<ActorContext, 'trx' | 'organisatieId'>;

/** Conversations of a dossier: that they happened, when and by whom. */
function contacten({ trx, organisatieId }: Ctx, dossierId: Id) {
  return trx.selectFrom('nazorgcontact as c').innerJoin('medewerker as d', (j) => j.onRef('d.organisatie_id', '=', 'c.organisatie_id').onRef('d.id', '=', 'c.door_id'))
    .select(['c.id', 'c.voor_id', 'c.door_id', 'c.moment', 'c.gevoerd_op', 'c.wijze', 'd.naam as door']).where('c.organisatie_id', '=', organisatieId).where('c.dossier_id', '=', dossierId).orderBy('c.gevoerd_op', 'desc').execute();
}

/** What was said, of those conversations in which this person took part: the helper who had it, or the colleague it was with. Nobody else, whatever his role. */
function inhouden({ trx, organisatieId, actor }: ActorContext, dossierId: Id) {
  return trx.selectFrom('nazorginhoud as i').innerJoin('nazorgcontact as c', (j) => j.onRef('c.organisatie_id', '=', 'i.organisatie_id').onRef('c.id', '=', 'i.contact_id'))
    .select(['i.contact_id', 'i.tekst']).where('i.organisatie_id', '=', organisatieId).where('c.dossier_id', '=', dossierId).where((eb) => eb.or([eb('c.door_id', '=', actor.id), eb('c.voor_id', '=', actor.id)])).execute();
}

function hulpvragen({ trx, organisatieId }: Ctx, dossierId: Id) {
  return trx.selectFrom('hulpvraag').select(['id', 'voor_id', 'soort', 'toestemming', 'gevraagd_op', 'ingeschakeld_op', 'afgerond_op', 'helper_id']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).orderBy('gevraagd_op').execute();
}

function terugkoppelingen({ trx, organisatieId }: Ctx, dossierId: Id) {
  return trx.selectFrom('terugkoppeling as t').innerJoin('medewerker as d', (j) => j.onRef('d.organisatie_id', '=', 't.organisatie_id').onRef('d.id', '=', 't.door_id')).innerJoin('medewerker as a', (j) => j.onRef('a.organisatie_id', '=', 't.organisatie_id').onRef('a.id', '=', 't.aan_id'))
    .select(['t.id', 't.aan_id', 't.op', 't.wijze', 't.tekst', 't.gelezen_op', 'd.naam as door', 'a.naam as aan']).where('t.organisatie_id', '=', organisatieId).where('t.dossier_id', '=', dossierId).orderBy('t.op', 'desc').execute();
}

/** Colleagues who can get aftercare here, with who cares for them now and which conversation is next. */
async function ontvangers({ trx, organisatieId }: Ctx, o: DossierOnderwerp) {
  const ids = [...new Set([...o.feiten.slachtoffers, ...o.feiten.getuigen])];
  if (ids.length === 0) return [];
  const [wie, helpers, termijnen] = await Promise.all([
    trx.selectFrom('medewerker').select(['id', 'naam', 'telefoon']).where('organisatie_id', '=', organisatieId).where('id', 'in', ids).orderBy('naam').execute(),
    trx.selectFrom('helper as h').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'h.organisatie_id').onRef('m.id', '=', 'h.medewerker_id')).select(['h.voor_id', 'm.id', 'm.naam']).where('h.organisatie_id', '=', organisatieId).where('h.dossier_id', '=', o.dossierId).where('h.tot', 'is', null).execute(),
    trx.selectFrom('termijn').select(['voor_id', 'soort', 'verval_op']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', o.dossierId).where('soort', 'like', 'nazorg%').where('afgerond_op', 'is', null).execute(),
  ]);
  return wie.map((m) => ({
    ...m, rol: o.feiten.slachtoffers.includes(m.id) ? ('slachtoffer' as const) : ('getuige' as const),
    helper: helpers.find((h) => h.voor_id === m.id) ?? null, volgende: termijnen.find((t) => t.voor_id === m.id) ?? null,
  }));
}

/** Aftercare in a dossier: for whom, by whom, when; and the contents of one's own conversations only. */
export const nazorgbeeld = vraag({
  naam: 'nazorg.lezen',
  invoer: z.object({ id: id('Dit dossier bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { onderwerp } = ctx;
    const [wie, gesprekken, teksten, hulp, terug, dossier] = await Promise.all([
      ontvangers(ctx, onderwerp), contacten(ctx, onderwerp.dossierId), inhouden(ctx, onderwerp.dossierId), hulpvragen(ctx, onderwerp.dossierId), terugkoppelingen(ctx, onderwerp.dossierId),
      ctx.trx.selectFrom('dossier').select(['id', 'nummer', 'titel']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', onderwerp.dossierId).executeTakeFirstOrThrow(),
    ]);
    // Who only gives aftercare (a member of the BOT) sees the colleague he cares for and nobody else.
    const alleenHelper = !mag('dossier.lezen', onderwerp.hoedanigheden);
    const zichtbaar = new Set(wie.filter((m) => !alleenHelper || m.helper?.id === ctx.actor.id).map((m) => m.id));
    return {
      dossier: alleenHelper ? { ...dossier, titel: 'Nazorg' } : dossier, ontvangers: wie.filter((m) => zichtbaar.has(m.id)),
      gesprekken: gesprekken.filter((g) => zichtbaar.has(g.voor_id)).map((g) => ({ ...g, inhoud: teksten.find((t) => t.contact_id === g.id)?.tekst ?? null })),
      hulp: hulp.filter((h) => zichtbaar.has(h.voor_id)), terugkoppelingen: alleenHelper ? [] : terug, alleenHelper,
      compartiment: onderwerp.feiten.compartiment, melders: onderwerp.feiten.melders, slachtoffers: onderwerp.feiten.slachtoffers,
      mag: (h: Parameters<typeof mag>[0]) => mag(h, onderwerp.hoedanigheden, onderwerp.status),
    };
  },
});
export type Nazorgbeeld = Awaited<ReturnType<typeof nazorgbeeld.haal>>;

/** Help that was proposed to this colleague and waits for his answer. */
export const eigenHulpvragen = vraag({
  naam: 'melding.lezen',
  invoer: z.object({ id: id('Deze melding bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  haal: async (ctx) => (await hulpvragen(ctx, ctx.onderwerp.dossierId)).filter((h) => h.voor_id === ctx.actor.id),
});

/** Closing waits for aftercare and feedback to everyone it happened to, and for help that was promised (functies B8). */
export const nazorgGedaan: Sluitvoorwaarde = async (ctx, onderwerp) => {
  const { dossierId, feiten } = onderwerp;
  const [gesprekken, terug, hulp, namen] = await Promise.all([
    contacten(ctx, dossierId), terugkoppelingen(ctx, dossierId), hulpvragen(ctx, dossierId),
    feiten.slachtoffers.length === 0 ? [] : ctx.trx.selectFrom('medewerker').select(['id', 'naam']).where('organisatie_id', '=', ctx.organisatieId).where('id', 'in', [...feiten.slachtoffers]).execute(),
  ]);
  const redenen: string[] = [];
  for (const { id: wie, naam } of namen) {
    if (!gesprekken.some((g) => g.voor_id === wie && g.wijze !== 'geen_gehoor')) redenen.push(`Er is nog geen nazorggesprek met ${naam} geweest.`);
    if (!terug.some((t) => t.aan_id === wie)) redenen.push(`Er is nog niet teruggekoppeld aan ${naam}.`);
  }
  if (hulp.some((h) => h.toestemming === 'gegeven' && h.ingeschakeld_op === null)) redenen.push('Er is hulp toegezegd die nog niet is ingeschakeld.');
  return redenen;
};

/** Aftercare and feedback go along when two reports of one event are joined. */
export const verhuisNazorg: Verhuizer = async ({ trx, organisatieId }, van, naar) => {
  for (const tabel of ['nazorgcontact', 'nazorginhoud', 'hulpvraag', 'terugkoppeling'] as const) {
    await trx.updateTable(tabel).set({ dossier_id: naar }).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', van).execute();
  }
};
