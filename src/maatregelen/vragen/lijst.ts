import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import type { Maatregelrij } from '../stap.ts';
import type { Context } from '../../platform/deuren/index.ts';
import { isVoorbij } from '../regels/toestand.ts';
import type { Voorstelkeuze } from '../regels/voorstel.ts';
import { GELDEND, type Kanaalbereik, type Maatregelsoort, type Toestand } from '../regels/woorden.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

export interface Bereik {
  soort: 'organisatie' | 'locatie' | 'onderdeel' | 'kanaal' | 'functie';
  locatieId: Id | null;
  onderdeelId: Id | null;
  functieId: Id | null;
  kanaal: Kanaalbereik | null;
  /** The place, department or function by name; '' where it has none. */
  naam: string;
}

/** One measure in short: what, for how long, where; nothing of why. */
export interface Maatregelregel {
  id: Id;
  dossierId: Id;
  betrokkeneId: Id;
  soort: Maatregelsoort;
  toestand: Toestand;
  beginOp: Temporal.PlainDate | null;
  eindOp: Temporal.PlainDate | null;
  evaluatieOp: Temporal.PlainDate | null;
  invulling: string;
  kanaalBlijft: string;
  contactpersoonId: Id | null;
  voorgesteldOp: Temporal.Instant;
  beslotenOp: Temporal.Instant | null;
  verlengtId: Id | null;
  voorbij: boolean;
  bereik: Bereik[];
}

function basis({ trx, organisatieId }: Ctx) {
  return trx.selectFrom('maatregel as m')
    .select(['m.id', 'm.dossier_id', 'm.betrokkene_id', 'm.soort', 'm.toestand', 'm.begin_op', 'm.eind_op', 'm.evaluatie_op', 'm.invulling', 'm.kanaal_blijft', 'm.contactpersoon_id', 'm.voorgesteld_op', 'm.besloten_op', 'm.verlengt_id'])
    .where('m.organisatie_id', '=', organisatieId).orderBy('m.voorgesteld_op', 'desc').orderBy('m.id', 'desc');
}
type Rij = Awaited<ReturnType<ReturnType<typeof basis>['execute']>>[number];

/** Where these measures reach, by measure. */
export async function bereiken({ trx, organisatieId }: Ctx, ids: readonly Id[]): Promise<Map<Id, Bereik[]>> {
  if (ids.length === 0) return new Map();
  const rijen = await trx.selectFrom('maatregelbereik as b')
    .leftJoin('locatie as l', (j) => j.onRef('l.organisatie_id', '=', 'b.organisatie_id').onRef('l.id', '=', 'b.locatie_id'))
    .leftJoin('onderdeel as o', (j) => j.onRef('o.organisatie_id', '=', 'b.organisatie_id').onRef('o.id', '=', 'b.onderdeel_id'))
    .leftJoin('functie as f', (j) => j.onRef('f.organisatie_id', '=', 'b.organisatie_id').onRef('f.id', '=', 'b.functie_id'))
    .select(['b.maatregel_id', 'b.soort', 'b.locatie_id', 'b.onderdeel_id', 'b.functie_id', 'b.kanaal', sql<string>`coalesce(l.naam, o.naam, f.naam, '')`.as('naam')])
    .where('b.organisatie_id', '=', organisatieId).where('b.maatregel_id', 'in', [...ids]).orderBy('b.soort').orderBy('naam').execute();
  const uit = new Map<Id, Bereik[]>();
  for (const r of rijen) uit.set(r.maatregel_id, [...(uit.get(r.maatregel_id) ?? []), { soort: r.soort, locatieId: r.locatie_id, onderdeelId: r.onderdeel_id, functieId: r.functie_id, kanaal: r.kanaal, naam: r.naam }]);
  return uit;
}

async function metBereik(ctx: Ctx, rijen: readonly Rij[]): Promise<Maatregelregel[]> {
  const waar = await bereiken(ctx, rijen.map((r) => r.id));
  return rijen.map((r) => ({
    id: r.id, dossierId: r.dossier_id, betrokkeneId: r.betrokkene_id, soort: r.soort, toestand: r.toestand, beginOp: r.begin_op, eindOp: r.eind_op, evaluatieOp: r.evaluatie_op, invulling: r.invulling,
    kanaalBlijft: r.kanaal_blijft, contactpersoonId: r.contactpersoon_id, voorgesteldOp: r.voorgesteld_op, beslotenOp: r.besloten_op, verlengtId: r.verlengt_id, voorbij: isVoorbij(r.toestand), bereik: waar.get(r.id) ?? [],
  }));
}

/** The measures of a dossier, newest first. */
export async function maatregelenVan(ctx: Ctx, dossierId: Id): Promise<Maatregelregel[]> {
  return metBereik(ctx, await basis(ctx).where('m.dossier_id', '=', dossierId).execute());
}

/**
 * The measures that hold on a day: at one location (those that reach it, or the whole organisation), or of these betrokkenen. Which betrokkenen are
 * one person is for the room veroorzakers to say.
 */
export async function geldendeMaatregelen(ctx: Ctx, f: { locatieId?: Id; betrokkeneIds?: readonly Id[]; op: Temporal.PlainDate }): Promise<Maatregelregel[]> {
  if (f.betrokkeneIds?.length === 0) return [];
  let q = basis(ctx).where('m.toestand', 'in', [...GELDEND]).where('m.begin_op', '<=', f.op).where('m.eind_op', '>=', f.op);
  if (f.betrokkeneIds !== undefined) q = q.where('m.betrokkene_id', 'in', [...f.betrokkeneIds]);
  const locatieId = f.locatieId;
  if (locatieId !== undefined) {
    // A limit on contact that names no place holds at every desk.
    q = q.where(({ or, not, exists, selectFrom, lit }) => {
      const bereik = selectFrom('maatregelbereik as b').select(lit(1).as('een')).whereRef('b.organisatie_id', '=', 'm.organisatie_id').whereRef('b.maatregel_id', '=', 'm.id');
      return or([exists(bereik.where((e) => e.or([e('b.soort', '=', 'organisatie'), e('b.locatie_id', '=', locatieId)]))), not(exists(bereik.where('b.soort', 'in', ['organisatie', 'locatie', 'onderdeel'])))]);
    });
  }
  return metBereik(ctx, await q.execute());
}

/** Which of these measures are over without an extension that goes on from them. */
export async function voorbijeMaatregelen(ctx: Ctx, ids: readonly Id[]): Promise<Set<Id>> {
  if (ids.length === 0) return new Set();
  return new Set((await basis(ctx).where('m.id', 'in', [...ids]).execute()).filter((m) => isVoorbij(m.toestand) && m.toestand !== 'verlengd').map((m) => m.id));
}

/** What was chosen for a measure, as the form and the rules take it. */
export async function keuzeVan(ctx: Ctx, m: Maatregelrij): Promise<Voorstelkeuze> {
  const waar = (await bereiken(ctx, [m.id])).get(m.id) ?? [];
  const van = <T>(kies: (b: Bereik) => T | null): T[] => waar.map(kies).filter((x) => x !== null);
  return {
    soort: m.soort, begin: m.begin_op, einde: m.eind_op, evaluatie: m.evaluatie_op, invulling: m.invulling, centen: m.bedrag_centen, spoed: m.spoed_reden !== '', uitspraak: m.uitspraak,
    bereik: { overal: waar.some((b) => b.soort === 'organisatie'), locaties: van((b) => b.locatieId), onderdelen: van((b) => b.onderdeelId), kanalen: van((b) => b.kanaal), functies: van((b) => b.functieId) },
  };
}
