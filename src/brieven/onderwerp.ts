import { sql } from 'kysely';
import type { Id } from '../kern/ids.ts';
import type { ActorContext, Context } from '../platform/deuren/index.ts';
import { dossierOnderwerp, dossierOpSlot, type DossierOnderwerp } from '../dossier/index.ts';
import { briefafzender, type Briefafzender } from './regels/huisstijl.ts';
import { Geadresseerde, gegevensschemas } from './regels/soorten.ts';
import { stelBriefOp } from './regels/tekst.ts';
import type { Brief, Logobeeld } from './regels/vorm.ts';

type Lezend = Pick<Context, 'trx' | 'organisatieId'>;

export function briefrij({ trx, organisatieId }: Lezend, dossierId: Id, briefId: Id) {
  return trx.selectFrom('brief').selectAll().where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).where('id', '=', briefId).executeTakeFirst();
}
export type Briefrij = NonNullable<Awaited<ReturnType<typeof briefrij>>>;

/** The letter that counts now: the one made last in the place of this one; null when there is no such letter. */
export async function geldendeBrief({ trx, organisatieId }: Lezend, id: Id): Promise<Id | null> {
  const { rows } = await sql<{ id: Id | null }>`select brief_nu(${organisatieId}, ${id}) as id`.execute(trx);
  return rows[0]?.id ?? null;
}

/** A letter of a dossier, with what someone may do in that dossier. */
export interface BriefOnderwerp extends DossierOnderwerp {
  brief: Briefrij;
}

const van = (vind: (ctx: ActorContext, id: Id) => Promise<DossierOnderwerp | null>) => async (ctx: ActorContext, i: { id: Id; brief: Id }): Promise<BriefOnderwerp | null> => {
  const dossier = await vind(ctx, i.id);
  const brief = dossier && (await briefrij(ctx, i.id, i.brief));
  return dossier && brief ? { ...dossier, object: { soort: 'brief', id: brief.id }, brief } : null;
};
export const briefOnderwerp = van(dossierOnderwerp);
export const briefOpSlot = van(dossierOpSlot);

/** What stands on the letters of this organisation. */
export async function afzenderVan({ trx, organisatieId }: Lezend): Promise<Briefafzender> {
  const [r, logo] = await Promise.all([
    trx.selectFrom('organisatie as o').leftJoin('briefhuisstijl as h', 'h.organisatie_id', 'o.organisatie_id').select(['o.naam', 'h.gegevens']).where('o.organisatie_id', '=', organisatieId).executeTakeFirstOrThrow(),
    trx.selectFrom('brieflogo').select(['id', 'alt', 'breedte', 'hoogte']).where('organisatie_id', '=', organisatieId).where('vervallen_op', 'is', null).executeTakeFirst(),
  ]);
  return briefafzender(r.naam, r.gegevens, logo ?? null);
}

/** The picture of a logo that stands on a letter; null for a letter without one. */
export async function logobeeld({ trx, organisatieId }: Lezend, { logo }: Pick<Briefafzender, 'logo'>): Promise<Logobeeld | null> {
  if (logo === undefined) return null;
  return trx.selectFrom('brieflogo').select(['mediatype', 'inhoud']).where('organisatie_id', '=', organisatieId).where('id', '=', logo.id).executeTakeFirstOrThrow();
}

/** The letter of a row: as it was checked, or else as it would read on this date. */
export function briefVan(r: Pick<Briefrij, 'soort' | 'gegevens' | 'geadresseerde_naam' | 'geadresseerde_adres' | 'kenmerk' | 'tekst'>, afzender: Briefafzender, datum: string): Brief {
  // Written by kijkBriefNa and never changed after: it is what this function gave then.
  if (r.tekst !== null) return r.tekst as Brief;
  const gegevens = gegevensschemas[r.soort].parse(r.gegevens);
  return stelBriefOp({ soort: r.soort, gegevens: gegevens as never, afzender, geadresseerde: Geadresseerde.parse({ naam: r.geadresseerde_naam, adres: r.geadresseerde_adres }), kenmerk: r.kenmerk, datum });
}
