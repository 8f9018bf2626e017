import { sql, type Expression } from 'kysely';
import { z } from 'zod';
import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import { id, idOfNiets, keuzeOfNiets, tekst } from '../kern/invoer.ts';
import { mag } from '../kern/rechten/index.ts';
import { vraag, type ActorContext } from '../platform/deuren/index.ts';
import { dossierOnderwerp, nietZelfVeroorzaker, zichtbaar, type DossierOnderwerp } from './onderwerp.ts';
import { ernstcodes, kanaalcodes } from './regels/woorden.ts';

export const PER_PAGINA = 25;
/** Beyond this many a count says "more than": nobody reads further, and the page stays as quick as on the first day. */
export const MEEST_GETELD = 500;

export const Filter = z.object({
  q: tekst({ max: 200 }),
  status: keuzeOfNiets(['open', 'nieuw', 'in_behandeling', 'gesloten'] as const, 'Kies een status uit de lijst.'),
  ernst: keuzeOfNiets(ernstcodes, 'Kies uit de lijst.'),
  kanaal: keuzeOfNiets(kanaalcodes, 'Kies uit de lijst.'),
  onderdeel: idOfNiets('Kies uit de lijst.'),
  pagina: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export interface LijstRegel {
  id: Id; nummer: string; titel: string; status: 'nieuw' | 'in_behandeling' | 'gesloten'; ernst: 'licht' | 'middel' | 'ernstig'; gemeld_op: Temporal.Instant;
  onderdeel: string; locatie: string | null; compartiment: 'ambtelijk' | 'politiek';
}

/** The list of dossiers someone may open, filtered, searched and counted; newest first; when searching, those with the very words come before those that look like it. */
export const dossierLijst = vraag({
  naam: 'dossier.lijst',
  invoer: Filter,
  async haal(ctx) {
    const { invoer: f, actor, trx, organisatieId } = ctx;
    let q = trx.selectFrom('dossier').where('dossier.organisatie_id', '=', organisatieId).where((eb) => zichtbaar(eb, actor, 'dossier.lezen'));
    if (f.status === 'open') q = q.where('dossier.status', 'in', ['nieuw', 'in_behandeling']);
    else if (f.status) q = q.where('dossier.status', '=', f.status);
    if (f.ernst) q = q.where('dossier.ernst', '=', f.ernst);
    if (f.kanaal) q = q.where('dossier.kanaal', '=', f.kanaal);
    if (f.onderdeel) q = q.where('dossier.onderdeel_id', '=', f.onderdeel);
    const nummer = /^\s*(p?)\s*(\d{4})-(\d{1,9})\s*$/i.exec(f.q);
    const treffers = f.q === '' || nummer ? null : await zoek(ctx, f.q);
    if (nummer) q = q.where('dossier.compartiment', '=', nummer[1] === '' ? 'ambtelijk' : 'politiek').where('dossier.jaar', '=', Number(nummer[2])).where('dossier.volgnr', '=', Number(nummer[3]));
    if (treffers) q = q.where('dossier.id', '=', sql<Id>`any (${treffers.map((t) => t.id)}::uuid[])`);
    const over = (f.pagina - 1) * PER_PAGINA;
    // First the ids of all that is counted, which an index alone can answer; the rest is looked up for the one page that is shown.
    const precies = treffers ? sql<boolean>`dossier.id = any (${treffers.filter((t) => t.precies).map((t) => t.id)}::uuid[])` : sql<boolean>`true`;
    const gevonden = q.select(['dossier.id', 'dossier.gemeld_op', precies.as('precies')])
      .orderBy('precies', 'desc').orderBy('dossier.gemeld_op', 'desc').orderBy('dossier.id', 'desc').limit(Math.max(MEEST_GETELD + 1, over + PER_PAGINA));
    const [rijen, onderdelen] = await Promise.all([
      trx.with((wb) => wb('gevonden').materialized(), () => gevonden)
        .selectFrom((eb) => eb.selectFrom('gevonden').selectAll().orderBy('precies', 'desc').orderBy('gemeld_op', 'desc').orderBy('id', 'desc').limit(PER_PAGINA).offset(over).as('p'))
        .innerJoin('dossier as d', (j) => j.on('d.organisatie_id', '=', organisatieId).onRef('d.id', '=', 'p.id'))
        .innerJoin('onderdeel as o', (j) => j.onRef('o.organisatie_id', '=', 'd.organisatie_id').onRef('o.id', '=', 'd.onderdeel_id'))
        .leftJoin('locatie as l', (j) => j.onRef('l.organisatie_id', '=', 'd.organisatie_id').onRef('l.id', '=', 'd.locatie_id'))
        .select(['d.id', 'd.nummer', 'd.titel', 'd.status', 'd.ernst', 'd.gemeld_op', 'd.compartiment', 'o.naam as onderdeel', 'l.naam as locatie'])
        .select((eb) => eb.selectFrom('gevonden').select((x) => x.fn.countAll<number>().as('n')).as('n'))
        .orderBy('p.precies', 'desc').orderBy('p.gemeld_op', 'desc').orderBy('p.id', 'desc').execute(),
      onderdelenVan(ctx),
    ]);
    const n = rijen[0]?.n ?? 0;
    return { regels: rijen satisfies LijstRegel[], aantal: Math.min(n, MEEST_GETELD), meer: n > MEEST_GETELD, onderdelen };
  },
});

interface Treffer {
  id: Id;
  /** Holds the very words, and not just words that look like them. */
  precies: boolean;
}

/** The newest dossiers whose text fits what was typed. What may be seen of them is decided by the list that asks; this keeps what is out of reach from taking a place. */
async function zoek({ trx, organisatieId, actor }: ActorContext, q: string): Promise<Treffer[]> {
  const zoekIn = async (compartimenten: readonly string[], ook: Expression<unknown>): Promise<Treffer[]> =>
    (await sql<Treffer>`select dossier_id as id, precies from zoek_dossiers(${q}, ${MEEST_GETELD + 1}, ${compartimenten}::text[], array(${ook}))`.execute(trx)).rows;
  const eigen = trx.selectFrom('dossier').select('dossier.id').where('dossier.organisatie_id', '=', organisatieId);
  const aanspreekpunt = eigen.where('dossier.aanspreekpunt_id', '=', actor.id);
  const compartimenten = actor.rollen.filter((r) => r.rol === 'adviseur' || r.rol === 'griffier').map((r) => r.compartiment);
  if (actor.leidt.length === 0 || compartimenten.includes('ambtelijk')) return zoekIn(compartimenten, aanspreekpunt);
  // A leidinggevende sees a part of his compartment. To list that part is much work; it is only needed for a word that fills the list without it.
  const treffers = await zoekIn([...compartimenten, 'ambtelijk'], aanspreekpunt);
  return treffers.length <= MEEST_GETELD ? treffers : zoekIn(compartimenten, eigen.where((eb) => zichtbaar(eb, actor, 'dossier.lezen')));
}

/** The departments to filter on: those that occur in what someone may see. */
function onderdelenVan({ trx, organisatieId, actor }: ActorContext) {
  const waar = actor.rollen.filter((r) => r.rol === 'adviseur' || r.rol === 'griffier').map((r) => r.compartiment);
  return trx.selectFrom('onderdeel').select(['id', 'naam']).where('organisatie_id', '=', organisatieId).where('actief', '=', true)
    .where((eb) => eb.or([eb('compartiment', 'in', waar.length > 0 ? waar : ['geen' as 'ambtelijk']), eb('id', 'in', actor.leidt.length > 0 ? [...actor.leidt] : [organisatieId])]))
    .orderBy('naam').execute();
}

export type DossierKop = Awaited<ReturnType<typeof kop>>;
export type Betrokkene = Awaited<ReturnType<typeof betrokkenen>>[number];
export type OpenTermijn = Awaited<ReturnType<typeof openTermijnen>>[number];
export type Gebeurtenis = Awaited<ReturnType<typeof gebeurtenissen>>[number];
export type Verklaring = Awaited<ReturnType<typeof verklaringen>>[number];

type Ctx = Pick<ActorContext, 'trx' | 'organisatieId'>;

function kop({ trx, organisatieId }: Ctx, dossierId: Id) {
  return trx.selectFrom('dossier as d')
    .innerJoin('onderdeel as o', (j) => j.onRef('o.organisatie_id', '=', 'd.organisatie_id').onRef('o.id', '=', 'd.onderdeel_id'))
    .leftJoin('locatie as l', (j) => j.onRef('l.organisatie_id', '=', 'd.organisatie_id').onRef('l.id', '=', 'd.locatie_id'))
    .leftJoin('medewerker as a', (j) => j.onRef('a.organisatie_id', '=', 'd.organisatie_id').onRef('a.id', '=', 'd.aanspreekpunt_id'))
    .leftJoin('dossier as s', (j) => j.onRef('s.organisatie_id', '=', 'd.organisatie_id').onRef('s.id', '=', 'd.samengevoegd_in'))
    .select(['d.id', 'd.nummer', 'd.titel', 'd.status', 'd.ernst', 'd.ernst_uitleg', 'd.ernst_reden', 'd.bijna', 'd.kanaal', 'd.voorval_op', 'd.voorval_precies', 'd.locatie_id', 'd.plek',
      'd.toedracht', 'd.gemeld_op', 'd.gesloten_op', 'd.gesloten_reden', 'd.compartiment', 'd.route', 'd.versie', 'd.aanspreekpunt_id', 'o.naam as onderdeel', 'l.naam as locatie', 'a.naam as aanspreekpunt',
      's.id as samengevoegd_id', 's.nummer as samengevoegd_nummer'])
    .where('d.organisatie_id', '=', organisatieId).where('d.id', '=', dossierId).executeTakeFirstOrThrow();
}

export function betrokkenen({ trx, organisatieId }: Ctx, dossierId: Id) {
  return trx.selectFrom('betrokkene as b').leftJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'b.organisatie_id').onRef('m.id', '=', 'b.medewerker_id'))
    .select(['b.id', 'b.rol', 'b.soort', 'b.medewerker_id', 'b.naam', 'b.omschrijving', 'b.contact', 'b.versie', 'm.naam as collega', 'm.werkgever'])
    .where('b.organisatie_id', '=', organisatieId).where('b.dossier_id', '=', dossierId).where('b.vervallen_op', 'is', null).orderBy('b.toegevoegd_op').orderBy('b.id').execute();
}

function openTermijnen({ trx, organisatieId }: Ctx, dossierId: Id) {
  return trx.selectFrom('termijn as t').leftJoin('medewerker as v', (j) => j.onRef('v.organisatie_id', '=', 't.organisatie_id').onRef('v.id', '=', 't.voor_id'))
    .leftJoin('medewerker as a', (j) => j.onRef('a.organisatie_id', '=', 't.organisatie_id').onRef('a.id', '=', 't.aan_id'))
    .select(['t.id', 't.soort', 't.verval_op', 't.voor_id', 't.aan_id', 't.versie', 'v.naam as voor', 'a.naam as aan'])
    .where('t.organisatie_id', '=', organisatieId).where('t.dossier_id', '=', dossierId).where('t.afgerond_op', 'is', null).orderBy('t.verval_op').execute();
}

function gebeurtenissen({ trx, organisatieId }: Ctx, dossierId: Id) {
  return trx.selectFrom('gebeurtenis as g').leftJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'g.organisatie_id').onRef('m.id', '=', 'g.door'))
    .select(['g.id', 'g.op', 'g.soort', 'g.gegevens', 'g.voor', 'm.naam as door'])
    .where('g.organisatie_id', '=', organisatieId).where('g.dossier_id', '=', dossierId).orderBy('g.op', 'desc').orderBy('g.id', 'desc').limit(200).execute();
}

function verklaringen({ trx, organisatieId }: Ctx, dossierId: Id) {
  return trx.selectFrom('verklaring as v').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'v.organisatie_id').onRef('m.id', '=', 'v.medewerker_id'))
    .select(['v.id', 'v.medewerker_id', 'v.gevraagd_op', 'v.gegeven_op', 'v.tekst', 'v.vraag', 'm.naam'])
    .where('v.organisatie_id', '=', organisatieId).where('v.dossier_id', '=', dossierId).where('v.ingetrokken_op', 'is', null).orderBy('v.gevraagd_op').execute();
}

function vormen({ trx, organisatieId }: Ctx, dossierId: Id) {
  return trx.selectFrom('dossiervorm as d').innerJoin('agressievorm as v', (j) => j.onRef('v.organisatie_id', '=', 'd.organisatie_id').onRef('v.id', '=', 'd.vorm_id'))
    .select(['v.id', 'v.naam', 'v.gewicht']).where('d.organisatie_id', '=', organisatieId).where('d.dossier_id', '=', dossierId).orderBy('v.volgorde').execute();
}

/** A part that a room hangs on the dossier page: read in the same transaction as the dossier, so within the same rights and one line in the journaal. */
export interface Dossierdeel<T = unknown> {
  sleutel: string;
  haal(ctx: ActorContext, onderwerp: DossierOnderwerp): Promise<T>;
}

/** Makes the read of a whole dossier, with the parts of all rooms. */
export function maakDossierLezen(delen: readonly Dossierdeel[]) {
  return vraag({
    naam: 'dossier.lezen',
    invoer: z.object({ id: id('Dit dossier bestaat niet.') }),
    onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
    async haal(ctx) {
      const { onderwerp } = ctx;
      const { dossierId } = onderwerp;
      const [d, wie, termijnen, tijdlijn, v, vorm, ongezien, ...deeldata] = await Promise.all([
        kop(ctx, dossierId), betrokkenen(ctx, dossierId), openTermijnen(ctx, dossierId), gebeurtenissen(ctx, dossierId), verklaringen(ctx, dossierId), vormen(ctx, dossierId),
        ctx.trx.selectFrom('kennisgeving').select('id').where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('aan_id', '=', ctx.actor.id).where('bevestigd_op', 'is', null).limit(1).executeTakeFirst(),
        ...delen.map((deel) => deel.haal(ctx, onderwerp)),
      ]);
      return {
        dossier: d, betrokkenen: wie, termijnen, tijdlijn, verklaringen: v, vormen: vorm, nogBevestigen: ongezien !== undefined,
        delen: Object.fromEntries(delen.map((deel, i) => [deel.sleutel, deeldata[i]])) as Record<string, unknown>,
        /** Which acts this person may do here, for the buttons. */
        mag: (h: Parameters<typeof mag>[0]) => mag(h, onderwerp.hoedanigheden, onderwerp.status),
        namen: await namenIn(ctx, tijdlijn),
      };
    },
  });
}
export type Dossierbeeld = Awaited<ReturnType<ReturnType<typeof maakDossierLezen>['haal']>>;

/** Names of colleagues that the timeline refers to by id. */
async function namenIn(ctx: Ctx, tijdlijn: readonly { gegevens: unknown }[]): Promise<Map<Id, string>> {
  const ids = new Set<Id>();
  for (const { gegevens } of tijdlijn) {
    if (typeof gegevens !== 'object' || gegevens === null) continue;
    for (const sleutel of ['wie', 'aan', 'helper', 'voor']) {
      const w = (gegevens as Record<string, unknown>)[sleutel];
      for (const x of Array.isArray(w) ? w : [w]) if (typeof x === 'string') ids.add(x);
    }
  }
  if (ids.size === 0) return new Map();
  const rijen = await ctx.trx.selectFrom('medewerker').select(['id', 'naam']).where('organisatie_id', '=', ctx.organisatieId).where('id', 'in', [...ids]).execute();
  return new Map(rijen.map((r) => [r.id, r.naam]));
}

/** What waits: open clocks of what someone handles or must do himself, ordered by clock, and reports he has not confirmed. */
export const vandaag = vraag({
  naam: 'vandaag.lezen',
  invoer: z.object({}),
  async haal(ctx) {
    const { trx, organisatieId, actor } = ctx;
    const waar = actor.rollen.filter((r) => r.rol === 'adviseur' || r.rol === 'griffier').map((r) => r.compartiment);
    const [werk, los, ongelezen] = await Promise.all([
      trx.selectFrom('termijn as t')
        .innerJoin('dossier', (j) => j.onRef('dossier.organisatie_id', '=', 't.organisatie_id').onRef('dossier.id', '=', 't.dossier_id'))
        .leftJoin('medewerker as v', (j) => j.onRef('v.organisatie_id', '=', 't.organisatie_id').onRef('v.id', '=', 't.voor_id'))
        .leftJoin('medewerker as a', (j) => j.onRef('a.organisatie_id', '=', 't.organisatie_id').onRef('a.id', '=', 't.aan_id'))
        .select(['t.id', 't.soort', 't.verval_op', 't.aan_id', 't.voor_id', 'dossier.id as dossier_id', 'v.naam as voor', 'a.naam as aan', 'dossier.nummer', 'dossier.ernst'])
        // What a dossier is about is for who may open it: not for who only gives aftercare in it or was asked for a statement.
        .select((eb) => eb.case().when(zichtbaar(eb as never, actor, 'dossier.lezen')).then(eb.ref('dossier.titel')).end().as('titel'))
        .where('t.organisatie_id', '=', organisatieId).where('t.afgerond_op', 'is', null).where('dossier.status', '!=', 'gesloten')
        .where((eb) => eb.and([nietZelfVeroorzaker(eb as never, actor), eb.or([eb('t.aan_id', '=', actor.id), zichtbaar(eb as never, actor, 'dossier.lezen')])]))
        .orderBy('t.verval_op').orderBy('t.id').limit(300).execute(),
      // Clocks about something else than a dossier: of whom they are assigned to, and of who watches over that compartment.
      trx.selectFrom('termijn as t').leftJoin('medewerker as a', (j) => j.onRef('a.organisatie_id', '=', 't.organisatie_id').onRef('a.id', '=', 't.aan_id'))
        .select(['t.id', 't.soort', 't.verval_op', 't.aan_id', 't.onderwerp_soort', 't.onderwerp_id', 'a.naam as aan']).where('t.organisatie_id', '=', organisatieId).where('t.afgerond_op', 'is', null).where('t.dossier_id', 'is', null)
        .where((eb) => eb.or([eb('t.aan_id', '=', actor.id), ...(waar.length > 0 ? [eb('t.compartiment', 'in', waar)] : [])])).orderBy('t.verval_op').orderBy('t.id').limit(300).execute(),
      trx.selectFrom('kennisgeving as k').innerJoin('dossier', (j) => j.onRef('dossier.organisatie_id', '=', 'k.organisatie_id').onRef('dossier.id', '=', 'k.dossier_id'))
        .select(['dossier.id', 'dossier.titel', 'dossier.nummer', 'dossier.ernst', 'dossier.gemeld_op']).distinct()
        .where('k.organisatie_id', '=', organisatieId).where('k.aan_id', '=', actor.id).where('k.bevestigd_op', 'is', null).where('k.soort', 'in', ['nieuwe-melding', 'ernstige-melding', 'niet-bevestigd'])
        .where((eb) => zichtbaar(eb as never, actor, 'dossier.bevestigen')).orderBy('dossier.gemeld_op', 'desc').limit(50).execute(),
    ]);
    return { werk, los, ongelezen, ik: actor.id };
  },
});
export type Vandaagbeeld = Awaited<ReturnType<typeof vandaag.haal>>;
