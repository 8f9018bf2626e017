import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, idOfNiets } from '../../kern/invoer.ts';
import { algemeneHoedanigheden, mag } from '../../kern/rechten/index.ts';
import { dagVan } from '../../kern/tijd/index.ts';
import { dossierOnderwerp, fotoVan, nogInDossier } from '../../dossier/index.ts';
import { instellingenVan } from '../../inrichting/index.ts';
import { vraag, type ActorContext, type Onderwerp } from '../../platform/deuren/index.ts';
import { bereiken, geldendeMaatregelen, type Maatregelregel } from '../vragen/lijst.ts';
import { namenVan } from './namen.ts';
import { voorReceptie } from './regels.ts';

type Ctx = Pick<ActorContext, 'trx' | 'organisatieId'>;

export interface Plek {
  id: Id;
  naam: string;
}

/** The buildings someone stands at: his workplace and those he was given beside it. The Adviseur looks at any building. */
export async function plekkenVan(ctx: ActorContext): Promise<Plek[]> {
  const { trx, organisatieId, actor } = ctx;
  const alle = trx.selectFrom('locatie as l').select(['l.id', 'l.naam']).where('l.organisatie_id', '=', organisatieId).where('l.actief', '=', true).orderBy('l.naam');
  if (algemeneHoedanigheden(actor).has('adviseur')) return alle.execute();
  return alle.where((eb) => eb.or([
    eb('l.id', 'in', eb.selectFrom('medewerker as m').select('m.locatie_id').where('m.organisatie_id', '=', organisatieId).where('m.id', '=', actor.id).$castTo<{ locatie_id: string }>()),
    eb('l.id', 'in', eb.selectFrom('receptieplek as r').select('r.locatie_id').where('r.organisatie_id', '=', organisatieId).where('r.medewerker_id', '=', actor.id).where('r.tot', 'is', null)),
  ])).execute();
}

/** The building someone looks at: the one that was asked for when it is his, else his workplace, else the first he has. */
async function gekozenPlek(ctx: ActorContext, gevraagd: Id | null): Promise<{ plekken: Plek[]; plek: Plek | null }> {
  const plekken = await plekkenVan(ctx);
  if (gevraagd !== null) {
    const plek = plekken.find((p) => p.id === gevraagd);
    if (!plek) throw fout('niet-gevonden');
    return { plekken, plek };
  }
  const eigen = await ctx.trx.selectFrom('medewerker').select('locatie_id').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', ctx.actor.id).executeTakeFirst();
  return { plekken, plek: plekken.find((p) => p.id === eigen?.locatie_id) ?? plekken[0] ?? null };
}

/** The measures that reception at one building acts on today; nothing of any other building, also not that it is there. */
export async function opPlek(ctx: ActorContext, locatieId: Id): Promise<Maatregelregel[]> {
  return (await geldendeMaatregelen(ctx, { locatieId, op: dagVan(ctx.nu) })).filter(voorReceptie);
}

async function metFoto(ctx: Ctx, ids: readonly Id[]): Promise<Set<Id>> {
  if (ids.length === 0) return new Set();
  const { trx, organisatieId } = ctx;
  const rijen = await trx.selectFrom('maatregelfoto').select(['maatregel_id', 'bestand_id']).where('organisatie_id', '=', organisatieId).where('maatregel_id', 'in', [...ids]).where('tot', 'is', null).execute();
  const nog = await nogInDossier(ctx, rijen.map((r) => r.bestand_id));
  return new Set(rijen.filter((r) => nog.has(r.bestand_id)).map((r) => r.maatregel_id));
}

/** The building is what the line in the journaal is about. */
async function plekOnderwerp(ctx: ActorContext, i: { locatie: Id | null }): Promise<(Onderwerp & { plekken: Plek[]; plek: Plek | null }) | null> {
  const gekozen = await gekozenPlek(ctx, i.locatie);
  return { object: gekozen.plek ? { soort: 'locatie', id: gekozen.plek.id } : { soort: 'organisatie', id: ctx.organisatieId }, hoedanigheden: algemeneHoedanigheden(ctx.actor), ...gekozen };
}

/** What reception sees: who, until when, and what to do. Every look leaves a line. */
export const receptiebeeld = vraag({
  naam: 'receptie.lezen',
  invoer: z.object({ locatie: idOfNiets('Deze locatie bestaat niet.') }),
  journaal: true,
  onderwerp: plekOnderwerp,
  async haal(ctx) {
    const { plek, plekken } = ctx.onderwerp;
    const lijst = plek ? await opPlek(ctx, plek.id) : [];
    const [namen, fotos, { instellingen }] = await Promise.all([namenVan(ctx, lijst.map((m) => m.betrokkeneId)), metFoto(ctx, lijst.map((m) => m.id)), instellingenVan(ctx)]);
    return {
      plek, plekken, beveiliging: instellingen.telefoon.beveiliging,
      // By name, as one looks someone up; built field by field, so that nothing else of a measure can come along.
      personen: lijst.map((m) => ({ maatregelId: m.id, naam: namen.get(m.betrokkeneId) ?? '', soort: m.soort, tot: m.eindOp, foto: fotos.has(m.id) })).sort((a, b) => a.naam.localeCompare(b.naam, 'nl') || (a.maatregelId < b.maatregelId ? -1 : 1)),
    };
  },
});
export type Receptiebeeld = Awaited<ReturnType<typeof receptiebeeld.haal>>;

/** The photo of one measure that holds at a building of one's own; it goes when the measure goes. */
export const receptiefoto = vraag({
  naam: 'receptie.lezen',
  invoer: z.object({ maatregel: id('Deze foto bestaat niet.') }),
  journaal: true,
  async haal(ctx) {
    const f = await ctx.trx.selectFrom('maatregelfoto as f').innerJoin('maatregel as m', (j) => j.onRef('m.organisatie_id', '=', 'f.organisatie_id').onRef('m.id', '=', 'f.maatregel_id')).select(['f.bestand_id', 'm.dossier_id'])
      .where('f.organisatie_id', '=', ctx.organisatieId).where('f.maatregel_id', '=', ctx.invoer.maatregel).where('f.tot', 'is', null).executeTakeFirst();
    if (!f) throw fout('niet-gevonden');
    for (const p of await plekkenVan(ctx)) if ((await opPlek(ctx, p.id)).some((m) => m.id === ctx.invoer.maatregel)) return fotoVan(ctx, f.dossier_id, f.bestand_id);
    throw fout('niet-gevonden');
  },
});

/** One person that reception writes a breach down for. */
export const receptiepersoon = vraag({
  naam: 'overtreding.melden',
  invoer: z.object({ maatregel: id('Deze maatregel bestaat niet.'), locatie: idOfNiets('Deze locatie bestaat niet.') }),
  journaal: true,
  onderwerp: plekOnderwerp,
  async haal(ctx) {
    const { plek } = ctx.onderwerp;
    const m = plek ? (await opPlek(ctx, plek.id)).find((x) => x.id === ctx.invoer.maatregel) : undefined;
    if (!plek || !m) throw fout('niet-gevonden');
    const [namen, vormen] = await Promise.all([
      namenVan(ctx, [m.betrokkeneId]),
      ctx.trx.selectFrom('agressievorm').select(['id', 'naam', 'voorbeeld']).where('organisatie_id', '=', ctx.organisatieId).where('actief', '=', true).orderBy('volgorde').execute(),
    ]);
    return { plek, vormen, maatregelId: m.id, soort: m.soort, naam: namen.get(m.betrokkeneId) ?? '' };
  },
});

/** What goes on around the measures of a dossier: breaches, evaluations, and the service that comes back. */
export const toezichtbeeld = vraag({
  naam: 'maatregel.toezicht',
  invoer: z.object({ id: id('Dit dossier bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  haal: async (ctx) => ({
    ...(await toezichtVan(ctx, ctx.onderwerp.dossierId)),
    mag: (h: Parameters<typeof mag>[0]) => mag(h, ctx.onderwerp.hoedanigheden, ctx.onderwerp.status),
  }),
});
export type Toezichtbeeld = Awaited<ReturnType<typeof toezichtbeeld.haal>>;
export type ToezichtMaatregel = Toezichtbeeld['maatregelen'][number];

/** The same for the dossier page, which has checked the rights. */
export async function toezichtVan(ctx: Ctx, dossierId: Id) {
  const { trx, organisatieId } = ctx;
  const [dossier, rijen] = await Promise.all([
    trx.selectFrom('dossier').select(['id', 'nummer', 'titel']).where('organisatie_id', '=', organisatieId).where('id', '=', dossierId).executeTakeFirstOrThrow(),
    trx.selectFrom('maatregel as m')
      .leftJoin('maatregelfoto as f', (j) => j.onRef('f.organisatie_id', '=', 'm.organisatie_id').onRef('f.maatregel_id', '=', 'm.id').on('f.tot', 'is', null))
      .leftJoin('dienstherstel as h', (j) => j.onRef('h.organisatie_id', '=', 'm.organisatie_id').onRef('h.maatregel_id', '=', 'm.id'))
      .leftJoin('medewerker as v', (j) => j.onRef('v.organisatie_id', '=', 'h.organisatie_id').onRef('v.id', '=', 'h.verteld_door'))
      .select(['m.id', 'm.soort', 'm.toestand', 'm.begin_op', 'm.eind_op', 'm.evaluatie_op', 'm.versie', 'm.betrokkene_id', 'f.reden as foto_reden', 'h.sinds as herstel_sinds', 'h.hersteld_op', 'h.verteld_aan', 'v.naam as verteld_door'])
      .where('m.organisatie_id', '=', organisatieId).where('m.dossier_id', '=', dossierId).orderBy('m.voorgesteld_op', 'desc').execute(),
  ]);
  const ids = rijen.map((r) => r.id);
  if (ids.length === 0) return { dossier, maatregelen: [] };
  const [namen, overtredingen, evaluaties, waar, verteld] = await Promise.all([
    namenVan(ctx, [...new Set(rijen.map((r) => r.betrokkene_id))]),
    trx.selectFrom('overtreding as o').innerJoin('dossier as d', (j) => j.onRef('d.organisatie_id', '=', 'o.organisatie_id').onRef('d.id', '=', 'o.nieuw_dossier_id')).innerJoin('locatie as l', (j) => j.onRef('l.organisatie_id', '=', 'o.organisatie_id').onRef('l.id', '=', 'o.locatie_id'))
      .leftJoin('medewerker as w', (j) => j.onRef('w.organisatie_id', '=', 'o.organisatie_id').onRef('w.id', '=', 'o.gevorderd_door'))
      .select(['o.id', 'o.maatregel_id', 'o.op', 'o.plek', 'o.gevorderd', 'o.namens', 'o.vertrokken', 'o.politie', 'o.toelichting', 'o.nieuw_dossier_id', 'd.nummer', 'l.naam as locatie', 'w.naam as gevorderd_door'])
      .where('o.organisatie_id', '=', organisatieId).where('o.maatregel_id', 'in', ids).orderBy('o.op', 'desc').execute(),
    trx.selectFrom('maatregelevaluatie as e').innerJoin('medewerker as w', (j) => j.onRef('w.organisatie_id', '=', 'e.organisatie_id').onRef('w.id', '=', 'e.door')).select(['e.id', 'e.maatregel_id', 'e.op', 'e.uitkomst', 'e.sinds', 'e.reden', 'e.nieuw_einde', 'w.naam as door'])
      .where('e.organisatie_id', '=', organisatieId).where('e.maatregel_id', 'in', ids).orderBy('e.op', 'desc').execute(),
    bereiken(ctx, ids),
    trx.selectFrom('herstelbericht as b').innerJoin('medewerker as w', (j) => j.onRef('w.organisatie_id', '=', 'b.organisatie_id').onRef('w.id', '=', 'b.medewerker_id')).select(['b.maatregel_id', 'b.onderdeel', 'b.gelezen_op', 'w.naam'])
      .where('b.organisatie_id', '=', organisatieId).where('b.maatregel_id', 'in', ids).orderBy('b.onderdeel').execute(),
  ]);
  return {
    dossier,
    maatregelen: rijen.map((r) => ({
      ...r, partij: namen.get(r.betrokkene_id) ?? '', loopt: r.toestand === 'in_werking' || r.toestand === 'geschorst', bereik: waar.get(r.id) ?? [],
      overtredingen: overtredingen.filter((o) => o.maatregel_id === r.id), evaluaties: evaluaties.filter((e) => e.maatregel_id === r.id), verteld: verteld.filter((b) => b.maatregel_id === r.id),
    })),
  };
}

/** Photos in a dossier that can stand with a measure. */
export const fotokeuze = vraag({
  naam: 'maatregel.foto',
  invoer: z.object({ id: id('Dit dossier bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  haal: ({ trx, organisatieId, onderwerp }) => trx.selectFrom('bestand').select(['id', 'naam', 'op']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', onderwerp.dossierId).where('verwijderd_op', 'is', null)
    .where('kopie_mediatype', 'like', 'image/%').where('scan', 'in', ['schoon', 'geen_scanner']).orderBy('op', 'desc').limit(40).execute(),
});

/** Departments that can be told that a measure is over. */
export const onderdeelkeuze = vraag({
  naam: 'maatregel.herstellen',
  invoer: z.object({ id: id('Dit dossier bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  haal: ({ trx, organisatieId }) => trx.selectFrom('onderdeel').select(['id', 'naam']).where('organisatie_id', '=', organisatieId).where('actief', '=', true).orderBy('naam').execute(),
});
