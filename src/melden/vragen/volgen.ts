import { z } from 'zod';
import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import { id } from '../../kern/invoer.ts';
import { mag } from '../../kern/rechten/index.ts';
import { instellingenVan } from '../../inrichting/index.ts';
import { vraag, type ActorContext } from '../../platform/deuren/index.ts';
import { dossierOnderwerp, eigenBestanden, eigenWeggehaald, magWeghalen, slachtofferzin, verteldeSoorten, zichtbaar, type Kanaal } from '../../dossier/index.ts';
import { eigenNazorg, terugkoppelingenVoor, wachtOpCollega, type EigenNazorg } from '../../nazorg/index.ts';
import { antwoordenInWoorden } from '../regels/kanaalvragen.ts';
import { volgklokken, volgstappen, type Volgfeiten, type Volgklok, type Volgstap, type Zicht } from '../regels/stappen.ts';

type Ctx = Pick<ActorContext, 'trx' | 'organisatieId' | 'actor' | 'nu'>;

/** Most reports on one page; nobody has more, and the page stays quick. */
const MEESTE = 100;

/** Everything someone follows: what happened to him, what he reported for another, what he saw, and statements asked of him. */
export const mijnMeldingen = vraag({
  naam: 'melding.lijst',
  invoer: z.object({}),
  async haal(ctx) {
    const { trx, organisatieId, actor } = ctx;
    const [dossiers, verklaringen] = await Promise.all([
      trx.selectFrom('dossier').innerJoin('betrokkene as ik', (j) => j.onRef('ik.organisatie_id', '=', 'dossier.organisatie_id').onRef('ik.dossier_id', '=', 'dossier.id'))
        .select(['dossier.id', 'dossier.nummer', 'dossier.titel', 'dossier.status', 'dossier.voorval_op', 'dossier.gemeld_op', 'ik.rol'])
        .where('dossier.organisatie_id', '=', organisatieId).where('ik.medewerker_id', '=', actor.id).where('ik.vervallen_op', 'is', null).where('ik.rol', 'in', ['slachtoffer', 'melder', 'getuige'])
        // A report that was joined to another goes on there.
        .where('dossier.samengevoegd_in', 'is', null).where((eb) => zichtbaar(eb as never, actor, 'melding.lezen')).orderBy('dossier.gemeld_op', 'desc').limit(MEESTE).execute(),
      trx.selectFrom('verklaring as v').innerJoin('dossier', (j) => j.onRef('dossier.organisatie_id', '=', 'v.organisatie_id').onRef('dossier.id', '=', 'v.dossier_id'))
        .innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'v.organisatie_id').onRef('m.id', '=', 'v.gevraagd_door'))
        .select(['v.dossier_id', 'v.gevraagd_op', 'v.gegeven_op', 'm.naam as door']).where('v.organisatie_id', '=', organisatieId).where('v.medewerker_id', '=', actor.id).where('v.ingetrokken_op', 'is', null)
        .where((eb) => zichtbaar(eb as never, actor, 'verklaring.eigen')).orderBy('v.gevraagd_op', 'desc').limit(MEESTE).execute(),
    ]);
    const ids = [...new Set(dossiers.map((d) => d.id))];
    const [afspraken, nieuws, collegas] = await Promise.all([mijnAfspraken(ctx, ids), wachtOpCollega(ctx, ids, actor.id), voorWie(ctx, ids)]);
    return {
      meldingen: ids.flatMap((dossierId) => {
        const rijen = dossiers.filter((d) => d.id === dossierId);
        const [eerste] = rijen;
        if (!eerste) return [];
        const rollen = rijen.map((r) => r.rol);
        const zicht: Zicht = rollen.includes('slachtoffer') ? 'slachtoffer' : rollen.includes('melder') ? 'melder' : 'getuige';
        return [{ ...eerste, zicht, nieuws: nieuws.has(dossierId), afspraak: afspraken.find((t) => t.dossier_id === dossierId) ?? null, collega: zicht === 'melder' ? (collegas.get(dossierId) ?? null) : null }];
      }),
      verklaringen,
    };
  },
});
export type MijnMeldingen = Awaited<ReturnType<typeof mijnMeldingen.haal>>;

/** Who calls this colleague next, and by when, per dossier. */
async function mijnAfspraken({ trx, organisatieId, actor }: Ctx, ids: readonly Id[]) {
  if (ids.length === 0) return [];
  return trx.selectFrom('termijn as t').leftJoin('medewerker as a', (j) => j.onRef('a.organisatie_id', '=', 't.organisatie_id').onRef('a.id', '=', 't.aan_id')).select(['t.dossier_id', 't.verval_op', 'a.naam as door'])
    .where('t.organisatie_id', '=', organisatieId).where('t.dossier_id', 'in', [...ids]).where('t.voor_id', '=', actor.id).where('t.afgerond_op', 'is', null)
    .where((eb) => eb.or([eb('t.soort', 'like', 'nazorg%'), eb('t.soort', '=', 'spreken')])).orderBy('t.verval_op').execute();
}

/** For whom this person reported, per dossier. */
async function voorWie({ trx, organisatieId, actor }: Ctx, ids: readonly Id[]): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map();
  const rijen = await trx.selectFrom('melding as m').innerJoin('medewerker as v', (j) => j.onRef('v.organisatie_id', '=', 'm.organisatie_id').onRef('v.id', '=', 'm.voor_id'))
    .select(['m.dossier_id', 'v.naam']).where('m.organisatie_id', '=', organisatieId).where('m.dossier_id', 'in', [...ids]).where('m.melder_id', '=', actor.id).whereRef('m.voor_id', '!=', 'm.melder_id').execute();
  return new Map(rijen.map((r) => [r.dossier_id, r.naam]));
}

/** One report as its reporter, the one it happened to, or a witness may follow it. */
export const volgMelding = vraag({
  naam: 'melding.lezen',
  invoer: z.object({ id: id('Deze melding bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { onderwerp, actor, nu } = ctx;
    const { dossierId, feiten } = onderwerp;
    const zicht: Zicht | null = feiten.slachtoffers.includes(actor.id) ? 'slachtoffer' : feiten.melders.includes(actor.id) ? 'melder' : feiten.getuigen.includes(actor.id) ? 'getuige' : null;
    const metNazorg = zicht === 'slachtoffer' || zicht === 'getuige';
    const [dossier, meldingen, termijnen, gebeurd, nazorg, terugkoppelingen, aanvullingen, bestanden, weggehaald, verklaring, { instellingen }] = await Promise.all([
      kop(ctx, dossierId), eigenMeldingen(ctx, dossierId), openTermijnen(ctx, dossierId), gebeurtenissen(ctx, dossierId),
      metNazorg ? eigenNazorg(ctx, dossierId, actor.id) : GEEN_NAZORG, terugkoppelingenVoor(ctx, dossierId, actor.id), eigenAanvullingen(ctx, dossierId), eigenBestanden(ctx, dossierId, actor.id), eigenWeggehaald(ctx, dossierId, actor.id), eigenVerklaring(ctx, dossierId), instellingenVan(ctx),
    ]);
    const eerste = meldingen[0];
    const collega = zicht === 'melder' ? (eerste?.voor ?? null) : null;
    const open = termijnen.filter((t) => t.voor_id === null || t.voor_id === actor.id || (zicht === 'melder' && t.soort === 'nazorg_24u' && meldingen.some((m) => m.voor_id === t.voor_id)));
    const feitenVoorStappen: Volgfeiten | null = zicht && {
      zicht, collega,
      gemeld: zicht !== 'getuige' && eerste ? { op: eerste.ingediend_op, door: eerste.melder_id === actor.id ? null : eerste.melder } : null,
      gezien: eersteVan(gebeurd, 'bevestigd'),
      gesprekken: nazorg.gesprekken.map((g) => ({ op: g.op, door: g.door, hoe: HOE[g.wijze] })),
      spreken: gebeurd.filter((g) => g.soort === 'spreken_gevraagd' && g.door_id === actor.id).map((g) => g.op),
      teruggekoppeld: terugkoppelingen.map((t) => ({ op: t.op, door: t.door })),
      verteld: gebeurd.flatMap((g) => { const tekst = slachtofferzin(g.soort); return tekst === null ? [] : [{ op: g.op, tekst }]; }),
      open: open.map((t) => ({ soort: t.soort as Volgklok, verval: t.verval_op, aan: t.aan })),
      geslotenOp: onderwerp.status === 'gesloten' ? dossier.gesloten_op : null,
    };
    const stappen: Volgstap[] = feitenVoorStappen ? volgstappen(feitenVoorStappen, nu) : [];
    return {
      dossier: zicht === null ? null : dossier, dossierId, zicht, collega, stappen, nazorg, terugkoppelingen, aanvullingen, bestanden, weggehaald, verklaring, telefoon: instellingen.telefoon,
      meldingen: meldingen.map((m) => ({ ...m, korteVragen: antwoordenInWoorden(dossier.kanaal as Kanaal | null, m.kanaalvragen) })),
      /** Who calls, and by when: the promise. */
      belofte: open.filter((t) => t.soort === 'nazorg_24u' || t.soort === 'spreken').map((t) => ({ door: t.aan, uiterlijk: t.verval_op }))[0] ?? null,
      mag: (h: Parameters<typeof mag>[0]) => mag(h, onderwerp.hoedanigheden, onderwerp.status),
      /** Whether he may take out what he added himself. */
      magWeg: mag('bestand.weghalen', onderwerp.hoedanigheden, onderwerp.status) && magWeghalen(onderwerp, actor.id, actor.id),
    };
  },
});
export type Volgbeeld = Awaited<ReturnType<typeof volgMelding.haal>>;

const GEEN_NAZORG: EigenNazorg = { gesprekken: [], hulp: [] };
const HOE = { telefoon: 'gebeld', video: 'gebeld', gesprek: 'gesproken', bericht: 'bericht', geen_gehoor: 'niet_bereikt' } as const satisfies Record<EigenNazorg['gesprekken'][number]['wijze'], Volgfeiten['gesprekken'][number]['hoe']>;

function kop({ trx, organisatieId }: Ctx, dossierId: Id) {
  return trx.selectFrom('dossier as d').leftJoin('medewerker as a', (j) => j.onRef('a.organisatie_id', '=', 'd.organisatie_id').onRef('a.id', '=', 'd.aanspreekpunt_id'))
    .select(['d.id', 'd.nummer', 'd.titel', 'd.status', 'd.voorval_op', 'd.voorval_precies', 'd.gesloten_op', 'd.samengevoegd_in', 'd.kanaal', 'd.compartiment', 'd.route', 'a.naam as aanspreekpunt'])
    .where('d.organisatie_id', '=', organisatieId).where('d.id', '=', dossierId).executeTakeFirstOrThrow();
}

/** What this person reported himself, or what was reported about him; never the words of another it happened to. */
function eigenMeldingen({ trx, organisatieId, actor }: Ctx, dossierId: Id) {
  return trx.selectFrom('melding as m').innerJoin('medewerker as w', (j) => j.onRef('w.organisatie_id', '=', 'm.organisatie_id').onRef('w.id', '=', 'm.melder_id'))
    .innerJoin('medewerker as v', (j) => j.onRef('v.organisatie_id', '=', 'm.organisatie_id').onRef('v.id', '=', 'm.voor_id'))
    .select(['m.id', 'm.melder_id', 'm.voor_id', 'm.verhaal', 'm.kanaalvragen', 'm.veroorzaker', 'm.welzijn', 'm.aangifte_wens', 'm.ingediend_op', 'w.naam as melder', 'v.naam as voor'])
    .where('m.organisatie_id', '=', organisatieId).where('m.dossier_id', '=', dossierId).where((eb) => eb.or([eb('m.melder_id', '=', actor.id), eb('m.voor_id', '=', actor.id)])).orderBy('m.ingediend_op').execute();
}
export type EigenMelding = Volgbeeld['meldingen'][number];

function openTermijnen({ trx, organisatieId }: Ctx, dossierId: Id) {
  return trx.selectFrom('termijn as t').leftJoin('medewerker as a', (j) => j.onRef('a.organisatie_id', '=', 't.organisatie_id').onRef('a.id', '=', 't.aan_id')).select(['t.soort', 't.verval_op', 't.voor_id', 'a.naam as aan'])
    .where('t.organisatie_id', '=', organisatieId).where('t.dossier_id', '=', dossierId).where('t.afgerond_op', 'is', null).where('t.soort', 'in', [...volgklokken]).orderBy('t.verval_op').execute();
}

function gebeurtenissen({ trx, organisatieId }: Ctx, dossierId: Id) {
  return trx.selectFrom('gebeurtenis as g').leftJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'g.organisatie_id').onRef('m.id', '=', 'g.door')).select(['g.op', 'g.soort', 'g.door as door_id', 'm.naam as door'])
    .where('g.organisatie_id', '=', organisatieId).where('g.dossier_id', '=', dossierId).where('g.soort', 'in', ['bevestigd', 'spreken_gevraagd', ...verteldeSoorten]).orderBy('g.op').execute();
}

function eersteVan(lijst: readonly { op: Temporal.Instant; soort: string; door: string | null }[], soort: string): { op: Temporal.Instant; door: string } | null {
  const g = lijst.find((x) => x.soort === soort);
  return g ? { op: g.op, door: g.door ?? 'Een collega' } : null;
}

function eigenAanvullingen({ trx, organisatieId, actor }: Ctx, dossierId: Id) {
  return trx.selectFrom('aanvulling').select(['id', 'op', 'tekst']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).where('door', '=', actor.id).orderBy('op').execute();
}

async function eigenVerklaring({ trx, organisatieId, actor }: Ctx, dossierId: Id) {
  const v = await trx.selectFrom('verklaring').select(['gevraagd_op', 'gegeven_op']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).where('medewerker_id', '=', actor.id).where('ingetrokken_op', 'is', null).executeTakeFirst();
  return v ?? null;
}

