import { z } from 'zod';
import { sql } from 'kysely';
import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id } from '../../kern/invoer.ts';
import { mag } from '../../kern/rechten/index.ts';
import { dagVan } from '../../kern/tijd/index.ts';
import { instellingenVan } from '../../inrichting/index.ts';
import { vraag, type ActorContext } from '../../platform/deuren/index.ts';
import { briefstand } from '../../brieven/index.ts';
import { dossierOnderwerp, type DossierOnderwerp } from '../../dossier/index.ts';
import { adviesVoor, type Advies, type Kaderversie } from '../../handelingskader/index.ts';
import { feitstatussenVan } from '../../veroorzakers/index.ts';
import { hoorplichtVan, laatsteVerzenddag } from '../../wederhoor/index.ts';
import { briefbronVan } from '../brief.ts';
import { kandidaten } from '../handelingen/beslissen.ts';
import { machtigingOver } from '../handelingen/gedeeld.ts';
import { recenteFeiten } from '../handelingen/verlengen.ts';
import { ontbreekt } from '../regels/voorstel.ts';
import { isVoorbij } from '../regels/toestand.ts';
import { isEenmalig, isVastgelegd } from '../regels/woorden.ts';
import type { Maatregelrij } from '../stap.ts';
import { bereiken, keuzeVan, maatregelenVan } from './lijst.ts';
import { feitdatum, kaderVan, normopties } from './motivering.ts';
import { feitenVan, normenVan, voorstelstand, wederhoorVoor } from './stand.ts';

const dossierInvoer = z.object({ id: id('Dit dossier bestaat niet.') });
const maatregelInvoer = z.object({ id: id('Dit dossier bestaat niet.'), maatregel: id('Deze maatregel bestaat niet.') });

/** Advice as it was given and kept: written by the act that proposes, from the room that gives it. */
export type BewaardAdvies = Omit<Advies, 'herhaling'> & { herhaling: { zin: string }; versie: { nummer: number } };

function kop({ trx, organisatieId }: ActorContext, dossierId: Id) {
  return trx.selectFrom('dossier').select(['id', 'nummer', 'titel', 'voorval_op', 'plek', 'locatie_id', 'toedracht', 'status']).where('organisatie_id', '=', organisatieId).where('id', '=', dossierId).executeTakeFirstOrThrow();
}

/** Those the dossier names as veroorzaker, and whether it is known who they are. */
async function partijen({ trx, organisatieId }: ActorContext, dossierId: Id) {
  return trx.selectFrom('betrokkene as b').leftJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'b.organisatie_id').onRef('m.id', '=', 'b.medewerker_id'))
    .select(['b.id', 'b.soort', sql<string>`coalesce(m.naam, nullif(b.naam, ''), '')`.as('naam'), sql<boolean>`partij_bekend(b.organisatie_id, b.id)`.as('bekend')])
    .where('b.organisatie_id', '=', organisatieId).where('b.dossier_id', '=', dossierId).where('b.rol', '=', 'veroorzaker').where('b.vervallen_op', 'is', null).orderBy('b.toegevoegd_op').orderBy('b.id').execute();
}

/** Of these measures, those that wait for this person or were put to him. */
async function voorgelegd({ trx, organisatieId, actor }: ActorContext, dossierId: Id): Promise<Set<Id>> {
  const rijen = await trx.selectFrom('beslisser').select('over_id').where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).where('medewerker_id', '=', actor.id).where('tot', 'is', null).execute();
  return new Set(rijen.map((r) => r.over_id));
}

/** Who only decides sees what was put to him, and nothing else of the dossier. */
const alleenBeslisser = (o: DossierOnderwerp): boolean => !mag('dossier.lezen', o.hoedanigheden);

/** The measures of a dossier, for the tab. */
export const maatregelenbeeld = vraag({
  naam: 'maatregel.lezen',
  invoer: dossierInvoer,
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { onderwerp } = ctx;
    const [dossier, alle, wie, wacht] = await Promise.all([kop(ctx, onderwerp.dossierId), maatregelenVan(ctx, onderwerp.dossierId), partijen(ctx, onderwerp.dossierId), voorgelegd(ctx, onderwerp.dossierId)]);
    const beperkt = alleenBeslisser(onderwerp);
    return {
      dossier: beperkt ? { id: dossier.id, nummer: dossier.nummer, titel: 'Besluit over een maatregel' } : { id: dossier.id, nummer: dossier.nummer, titel: dossier.titel },
      maatregelen: alle.filter((m) => !beperkt || wacht.has(m.id)), partijen: beperkt ? [] : wie, wacht, alleenBeslisser: beperkt,
      mag: (h: Parameters<typeof mag>[0]) => mag(h, onderwerp.hoedanigheden, onderwerp.status),
    };
  },
});
export type Maatregelenbeeld = Awaited<ReturnType<typeof maatregelenbeeld.haal>>;

async function lijsten({ trx, organisatieId }: ActorContext) {
  const [locaties, onderdelen, functies] = await Promise.all((['locatie', 'onderdeel', 'functie'] as const).map((tabel) => trx.selectFrom(tabel).select(['id', 'naam']).where('organisatie_id', '=', organisatieId).where('actief', '=', true).orderBy('naam').execute()));
  return { locaties: locaties ?? [], onderdelen: onderdelen ?? [], functies: functies ?? [] };
}

/** What a proposal about one party starts with: the advice with its reasons, and the lists to choose from. */
export const voorstelvorm = vraag({
  naam: 'maatregel.voorstellen',
  invoer: z.object({ id: id('Dit dossier bestaat niet.'), betrokkene: id('Deze persoon staat niet in het dossier.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { onderwerp, invoer } = ctx;
    const [dossier, wie, keuzes, { instellingen, kalender }] = await Promise.all([kop(ctx, onderwerp.dossierId), partijen(ctx, onderwerp.dossierId), lijsten(ctx), instellingenVan(ctx)]);
    const partij = wie.find((p) => p.id === invoer.betrokkene);
    if (!partij) throw fout('niet-gevonden');
    const advies: Advies & { versie: Kaderversie } = await adviesVoor(ctx, { dossierId: onderwerp.dossierId, betrokkeneId: partij.id });
    return { dossier, partij, advies, ...keuzes, maxMaanden: instellingen.maatregelen.maxMaanden, kalender };
  },
});
export type Voorstelvorm = Awaited<ReturnType<typeof voorstelvorm.haal>>;

async function stappen({ trx, organisatieId }: ActorContext, maatregelId: Id) {
  return trx.selectFrom('maatregelstap as s').leftJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 's.organisatie_id').onRef('m.id', '=', 's.door')).select(['s.id', 's.op', 's.gebeurtenis', 's.van', 's.naar', 's.reden', 'm.naam as door'])
    .where('s.organisatie_id', '=', organisatieId).where('s.maatregel_id', '=', maatregelId).orderBy('s.volgnr', 'desc').execute();
}

async function namen({ trx, organisatieId }: ActorContext, ids: readonly (Id | null)[]): Promise<Map<Id, string>> {
  const welke = [...new Set(ids.filter((x) => x !== null))];
  if (welke.length === 0) return new Map();
  return new Map((await trx.selectFrom('medewerker').select(['id', 'naam']).where('organisatie_id', '=', organisatieId).where('id', 'in', welke).execute()).map((r) => [r.id, r.naam]));
}

/** One measure with everything a proposer works with and a decider decides on. */
export const maatregelbeeld = vraag({
  naam: 'maatregel.lezen',
  invoer: maatregelInvoer,
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { trx, organisatieId, actor, onderwerp } = ctx;
    const m: Maatregelrij | undefined = await trx.selectFrom('maatregel').selectAll().where('organisatie_id', '=', organisatieId).where('dossier_id', '=', onderwerp.dossierId).where('id', '=', ctx.invoer.maatregel).executeTakeFirst();
    const beperkt = alleenBeslisser(onderwerp);
    if (!m || (beperkt && !(await voorgelegd(ctx, onderwerp.dossierId)).has(m.id))) throw fout('niet-gevonden');
    const [dossier, wie, waar, historie, stand, hoor, bron, brief, plicht, wieIsWie, verlenging] = await Promise.all([
      kop(ctx, onderwerp.dossierId), partijen(ctx, onderwerp.dossierId), bereiken(ctx, [m.id]), stappen(ctx, m.id), voorstelstand(ctx, m), wederhoorVoor(ctx, m), briefbronVan(ctx, m),
      m.brief_id === null ? null : briefstand(ctx, m.brief_id), m.hoorplicht_id === null ? null : hoorplichtVan(ctx, m.hoorplicht_id),
      namen(ctx, [m.voorgesteld_door, m.contactpersoon_id, m.bevestigd_door, m.besloten_door, m.voorgelegd_aan, m.nagekeken_door]),
      trx.selectFrom('maatregel').select(['id', 'toestand', 'eind_op']).where('organisatie_id', '=', organisatieId).where('verlengt_id', '=', m.id).where('toestand', 'not in', ['ingetrokken', 'afgewezen']).executeTakeFirst(),
    ]);
    const magHier = (h: Parameters<typeof mag>[0]): boolean => mag(h, onderwerp.hoedanigheden, onderwerp.status);
    const open = ontbreekt(stand);
    // He was asked with the letter itself: until when that must leave.
    const antwoordbaar = plicht?.stand === 'loopt' && hoor !== null && hoor.uitkomst === null && hoor.uiterlijk.equals(plicht.uiterlijk) ? { verzendVoor: laatsteVerzenddag(dagVan(plicht.uiterlijk), (await instellingenVan(ctx)).kalender) } : null;
    const loopt = m.toestand === 'in_werking' || m.toestand === 'geschorst' || m.toestand === 'besloten';
    const wachtOpBesluit = m.toestand === 'gehoord' || (m.toestand === 'voorgesteld' && m.spoed_reden !== '');
    const legtVoor = magHier('maatregel.voorstellen') && !isVastgelegd(m.soort) && ((wachtOpBesluit && open.length === 0) || loopt);
    return {
      dossier: { id: dossier.id, nummer: dossier.nummer, titel: beperkt ? 'Besluit over een maatregel' : dossier.titel }, m, alleenBeslisser: beperkt,
      partij: wie.find((p) => p.id === m.betrokkene_id)?.naam ?? '', bereik: waar.get(m.id) ?? [], stappen: historie, open, gehoord: hoor, bron, brief, hoorplicht: plicht, antwoordbaar, namen: wieIsWie, verlenging: verlenging ?? null,
      // Written by the act that proposes, from what the handelingskader gave.
      advies: m.advies as BewaardAdvies, feiten: feitenVan(m), feitstatussen: await feitstatussenVan(ctx, feitenVan(m).map((f) => f.dossierId)), normen: normenVan(m), voorbij: isVoorbij(m.toestand),
      kandidaten: legtVoor ? await kandidaten(ctx, onderwerp, m) : [], legtVoor,
      beslist: m.voorgelegd_aan === actor.id && magHier('maatregel.besluiten') && wachtOpBesluit,
      stuurtBij: loopt && magHier('maatregel.bijsturen') && (isVastgelegd(m.soort) || (await machtigingOver(ctx, m, actor.id)) !== null),
      verlengbaar: magHier('maatregel.voorstellen') && !isEenmalig(m.soort) && !isVastgelegd(m.soort) && (m.toestand === 'in_werking' || m.toestand === 'geschorst') && verlenging === undefined,
      ik: actor.id, mag: magHier,
    };
  },
});
export type Maatregelbeeld = Awaited<ReturnType<typeof maatregelbeeld.haal>>;

/** What the forms about one proposal need beside the measure itself. */
export const bewerkvorm = vraag({
  naam: 'maatregel.voorstellen',
  invoer: maatregelInvoer,
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { trx, organisatieId, onderwerp } = ctx;
    const m = await trx.selectFrom('maatregel').selectAll().where('organisatie_id', '=', organisatieId).where('dossier_id', '=', onderwerp.dossierId).where('id', '=', ctx.invoer.maatregel).executeTakeFirst();
    if (!m) throw fout('niet-gevonden');
    const feit = await feitdatum(ctx, m);
    const [keuze, normen, vormen, recent, dossier, keuzelijsten] = await Promise.all([
      keuzeVan(ctx, m), kaderVan(ctx, m).then(normopties),
      trx.selectFrom('dossiervorm as dv').innerJoin('agressievorm as a', (j) => j.onRef('a.organisatie_id', '=', 'dv.organisatie_id').onRef('a.id', '=', 'dv.vorm_id')).select(['a.id', 'a.naam']).where('dv.organisatie_id', '=', organisatieId).where('dv.dossier_id', '=', feit.dossierId).orderBy('a.volgorde').execute(),
      recenteFeiten(ctx, m), kop(ctx, onderwerp.dossierId), lijsten(ctx),
    ]);
    return { keuze, normen, vormen, recent, dossier, feit, ...keuzelijsten };
  },
});
export type Bewerkvorm = Awaited<ReturnType<typeof bewerkvorm.haal>>;
