import type { NotNull } from 'kysely';
import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id } from '../../kern/invoer.ts';
import { mag } from '../../kern/rechten/index.ts';
import { vraag, type ActorContext } from '../../platform/deuren/index.ts';
import { dossierOnderwerp, type DossierOnderwerp } from '../onderwerp.ts';
import { magWeghalen, waaromNiet } from './regels.ts';

type Ctx = Pick<ActorContext, 'trx' | 'organisatieId'>;

function lijst({ trx, organisatieId }: Ctx) {
  return trx.selectFrom('bestand as b').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'b.organisatie_id').onRef('m.id', '=', 'b.door')).innerJoin('organisatie as o', 'o.organisatie_id', 'b.organisatie_id')
    .select(['b.id', 'b.naam', 'b.mediatype', 'b.grootte', 'b.sha256', 'b.scan', 'b.kopie_status', 'b.op', 'b.door as door_id', 'm.naam as door', 'o.demo'])
    .where('b.organisatie_id', '=', organisatieId).where('b.verwijderd_op', 'is', null).orderBy('b.op').orderBy('b.id');
}
export type Bestandsregel = Awaited<ReturnType<ReturnType<typeof lijst>['execute']>>[number];

/** Files that were taken out of a dossier, the newest first; what is left of them is who and why. */
async function weggehaald({ trx, organisatieId }: Ctx, dossierId: Id, vanId: Id | null) {
  return trx.selectFrom('bestand as b').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'b.organisatie_id').onRef('m.id', '=', 'b.weg_door'))
    .select(['b.id', 'b.naam', 'b.weg_reden as reden', 'b.weg_door as wegDoorId', 'b.verwijderd_op as op', 'b.gewist_op as gewistOp', 'm.naam as door']).where('b.organisatie_id', '=', organisatieId).where('b.dossier_id', '=', dossierId)
    .where('b.verwijderd_op', 'is not', null).$narrowType<{ op: NotNull; reden: NotNull }>().$if(vanId !== null, (q) => q.where('b.door', '=', vanId)).orderBy('b.verwijderd_op', 'desc').orderBy('b.id').execute();
}
export type Weggehaald = Awaited<ReturnType<typeof weggehaald>>[number];

/** Of what someone added himself, what was taken out again, by him or by who handles the dossier. */
export const eigenWeggehaald = (ctx: Ctx, dossierId: Id, vanId: Id): Promise<Weggehaald[]> => weggehaald(ctx, dossierId, vanId);

/** The files someone added to a half-filled form; only his own. */
export function conceptbestanden(ctx: Ctx, conceptId: Id, vanId: Id): Promise<Bestandsregel[]> {
  return lijst(ctx).where('b.concept_id', '=', conceptId).where('b.door', '=', vanId).execute();
}

/** The files someone added to a dossier himself. */
export function eigenBestanden(ctx: Ctx, dossierId: Id, vanId: Id): Promise<Bestandsregel[]> {
  return lijst(ctx).where('b.dossier_id', '=', dossierId).where('b.door', '=', vanId).execute();
}

/** All files of a dossier, for whoever may fetch them. */
export const dossierbestanden = vraag({
  naam: 'bestand.lezen',
  invoer: z.object({ id: id('Dit dossier bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { onderwerp } = ctx;
    const [bestanden, weg, dossier] = await Promise.all([
      lijst(ctx).where('b.dossier_id', '=', onderwerp.dossierId).execute(),
      weggehaald(ctx, onderwerp.dossierId, null),
      ctx.trx.selectFrom('dossier').select(['id', 'nummer', 'titel']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', onderwerp.dossierId).executeTakeFirstOrThrow(),
    ]);
    return {
      dossier, bestanden, weggehaald: weg,
      mag: (h: Parameters<typeof mag>[0]) => mag(h, onderwerp.hoedanigheden, onderwerp.status),
      magWeg: (b: Pick<Bestandsregel, 'door_id'>) => mag('bestand.weghalen', onderwerp.hoedanigheden, onderwerp.status) && magWeghalen(onderwerp, ctx.actor.id, b.door_id),
    };
  },
});
export type Dossierbestanden = Awaited<ReturnType<typeof dossierbestanden.haal>>;

interface BestandOnderwerp extends DossierOnderwerp {
  bestand: Awaited<ReturnType<typeof rij>> & object;
}

function rij({ trx, organisatieId }: Ctx, dossierId: Id, bestandId: Id) {
  return trx.selectFrom('bestand as b').innerJoin('organisatie as o', 'o.organisatie_id', 'b.organisatie_id')
    .select(['b.id', 'b.naam', 'b.kopie_mediatype', 'b.origineel_sleutel', 'b.kopie_sleutel', 'b.kopie_status', 'b.scan', 'b.door', 'o.demo'])
    .where('b.organisatie_id', '=', organisatieId).where('b.dossier_id', '=', dossierId).where('b.id', '=', bestandId).where('b.verwijderd_op', 'is', null).executeTakeFirst();
}

async function bestandOnderwerp(ctx: ActorContext, i: { id: Id; bestand: Id }): Promise<BestandOnderwerp | null> {
  const [dossier, bestand] = await Promise.all([dossierOnderwerp(ctx, i.id), rij(ctx, i.id, i.bestand)]);
  // The line in the journaal is about the file: who fetched it, and when, belongs to its custody.
  return dossier && bestand ? { ...dossier, object: { soort: 'bestand', id: bestand.id }, bestand } : null;
}

const Verzoek = z.object({ id: id('Dit dossier bestaat niet.'), bestand: id('Dit bestand bestaat niet.') });

/** Where the copy of a file stands; refused with the reason while it is not known to be clean. */
async function plaatsVan({ onderwerp }: { onderwerp: BestandOnderwerp }): Promise<BestandOnderwerp['bestand']> {
  const reden = waaromNiet(onderwerp.bestand, onderwerp.bestand.demo);
  if (reden !== null) throw fout('conflict.toestand', { redenen: [reden] });
  return onderwerp.bestand;
}

/** A file to fetch, for a handler. */
export const haalBestand = vraag({ naam: 'bestand.lezen', invoer: Verzoek, onderwerp: bestandOnderwerp, haal: plaatsVan });

/** The same for who added it himself. */
export const haalEigenBestand = vraag({
  naam: 'bestand.eigen',
  invoer: Verzoek,
  async onderwerp(ctx, i) {
    const gevonden = await bestandOnderwerp(ctx, i);
    return gevonden?.bestand.door === ctx.actor.id ? gevonden : null;
  },
  haal: plaatsVan,
});
export type Ophaalbestand = Awaited<ReturnType<typeof haalBestand.haal>>;

/** Which of these files are still in a dossier: not taken out again. */
export async function nogInDossier({ trx, organisatieId }: Ctx, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  if (ids.length === 0) return new Set();
  const rijen = await trx.selectFrom('bestand').select('id').where('organisatie_id', '=', organisatieId).where('id', 'in', [...ids]).where('verwijderd_op', 'is', null).execute();
  return new Set(rijen.map((r) => r.id));
}

/** A picture of a dossier that another room shows to who may not open the dossier; that room decides who. Refused while it is not known to be clean. */
export async function fotoVan(ctx: Ctx, dossierId: Id, bestandId: Id): Promise<Ophaalbestand> {
  const bestand = await rij(ctx, dossierId, bestandId);
  if (!bestand || !(bestand.kopie_mediatype ?? '').startsWith('image/') || waaromNiet(bestand, bestand.demo) !== null) throw fout('niet-gevonden');
  return bestand;
}
