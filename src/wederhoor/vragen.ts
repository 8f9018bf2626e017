import { z } from 'zod';
import type { Id } from '../kern/ids.ts';
import { id } from '../kern/invoer.ts';
import { mag } from '../kern/rechten/index.ts';
import { instellingenVan } from '../inrichting/index.ts';
import { vraag, type Context } from '../platform/deuren/index.ts';
import { dossierOnderwerp, type Sluitvoorwaarde, type Verhuizer } from '../dossier/index.ts';
import { laatVervallen } from './handelingen/gedeeld.ts';
import { feitenUit, Feiten } from './regels/uittreksel.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

/** What may be told of a dossier, as it stands now. */
export async function feitenVan({ trx, organisatieId }: Ctx, dossierId: Id): Promise<Feiten> {
  const [d, vormen] = await Promise.all([
    trx.selectFrom('dossier').select(['voorval_op', 'voorval_precies', 'kanaal']).where('organisatie_id', '=', organisatieId).where('id', '=', dossierId).executeTakeFirstOrThrow(),
    trx.selectFrom('dossiervorm as d').innerJoin('agressievorm as v', (j) => j.onRef('v.organisatie_id', '=', 'd.organisatie_id').onRef('v.id', '=', 'd.vorm_id')).select('v.code')
      .where('d.organisatie_id', '=', organisatieId).where('d.dossier_id', '=', dossierId).orderBy('v.volgorde').execute(),
  ]);
  return feitenUit({ voorvalOp: d.voorval_op, precies: d.voorval_precies, kanaal: d.kanaal, vormcodes: vormen.map((v) => v.code) });
}

/** The hearings of a dossier, per veroorzaker: what was asked, what he may read, what he said. */
export const wederhoorbeeld = vraag({
  naam: 'wederhoor.lezen',
  invoer: z.object({ id: id('Dit dossier bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { trx, organisatieId, onderwerp } = ctx;
    const { dossierId } = onderwerp;
    const [dossier, wie, rondes, gezegd, uittreksels, plichten, feiten, regels] = await Promise.all([
      trx.selectFrom('dossier').select(['id', 'nummer', 'titel']).where('organisatie_id', '=', organisatieId).where('id', '=', dossierId).executeTakeFirstOrThrow(),
      trx.selectFrom('betrokkene as b').leftJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'b.organisatie_id').onRef('m.id', '=', 'b.medewerker_id')).select(['b.id', 'b.soort', 'b.naam', 'b.omschrijving', 'b.contact', 'm.naam as collega'])
        .where('b.organisatie_id', '=', organisatieId).where('b.dossier_id', '=', dossierId).where('b.rol', '=', 'veroorzaker').where('b.vervallen_op', 'is', null).orderBy('b.toegevoegd_op').orderBy('b.id').execute(),
      trx.selectFrom('wederhoor as w').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'w.organisatie_id').onRef('m.id', '=', 'w.uitgenodigd_door'))
        .leftJoin('brief as b', (j) => j.onRef('b.organisatie_id', '=', 'w.organisatie_id').onRef('b.id', '=', 'w.brief_id'))
        .select(['w.id', 'w.betrokkene_id', 'w.uittreksel_id', 'w.wijze', 'w.verslag', 'w.gesprek_op', 'w.brief_id', 'w.uitgenodigd_op', 'w.uiterlijk', 'w.uitkomst', 'w.afgerond_op', 'w.vervallen_op', 'w.vervallen_reden', 'w.versie', 'm.naam as door', 'b.soort as briefsoort'])
        .where('w.organisatie_id', '=', organisatieId).where('w.dossier_id', '=', dossierId).orderBy('w.uitgenodigd_op', 'desc').orderBy('w.id', 'desc').execute(),
      trx.selectFrom('zienswijze as z').innerJoin('wederhoor as w', (j) => j.onRef('w.organisatie_id', '=', 'z.organisatie_id').onRef('w.id', '=', 'z.wederhoor_id')).leftJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'z.organisatie_id').onRef('m.id', '=', 'z.door_id'))
        .select(['z.id', 'z.wederhoor_id', 'z.bron', 'z.tekst', 'z.vraag', 'z.gegeven_op', 'z.vastgelegd_op', 'z.voorgelezen', 'm.naam as door']).where('z.organisatie_id', '=', organisatieId).where('w.dossier_id', '=', dossierId).orderBy('z.nummer').execute(),
      trx.selectFrom('uittreksel as u').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'u.organisatie_id').onRef('m.id', '=', 'u.door_id')).select(['u.id', 'u.betrokkene_id', 'u.nummer', 'u.feiten', 'u.tekst', 'u.tekst_en', 'u.op', 'm.naam as door'])
        .where('u.organisatie_id', '=', organisatieId).where('u.dossier_id', '=', dossierId).orderBy('u.nummer', 'desc').execute(),
      trx.selectFrom('hoorplicht').select(['id', 'betrokkene_id', 'uiterlijk', 'voldaan_op', 'verlopen_op']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).orderBy('sinds').execute(),
      feitenVan(ctx, dossierId),
      instellingenVan(ctx),
    ]);
    return {
      dossier, compartiment: onderwerp.feiten.compartiment, feiten, termijn: regels.instellingen.termijnen[onderwerp.feiten.compartiment].wederhoor, kalender: regels.kalender,
      zelfBetrokken: onderwerp.feiten.slachtoffers.includes(ctx.actor.id),
      betrokkenen: wie.map((b) => ({
        ...b, rondes: rondes.filter((r) => r.betrokkene_id === b.id).map((r) => ({ ...r, gezegd: gezegd.filter((z) => z.wederhoor_id === r.id), uittreksel: uittreksels.find((u) => u.id === r.uittreksel_id) })),
        uittreksels: uittreksels.filter((u) => u.betrokkene_id === b.id).map((u) => ({ ...u, feiten: Feiten.parse(u.feiten) })), plichten: plichten.filter((p) => p.betrokkene_id === b.id),
      })),
      mag: (h: Parameters<typeof mag>[0]) => mag(h, onderwerp.hoedanigheden, onderwerp.status),
    };
  },
});
export type Wederhoorbeeld = Awaited<ReturnType<typeof wederhoorbeeld.haal>>;

/** A dossier does not close while someone may still give his view, or must still be heard. */
export const wederhoorGedaan: Sluitvoorwaarde = async ({ trx, organisatieId }, { dossierId }) => {
  const [open, plicht] = await Promise.all([
    trx.selectFrom('wederhoor').select('id').where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).where('uitkomst', 'is', null).where('vervallen_op', 'is', null).limit(1).executeTakeFirst(),
    trx.selectFrom('hoorplicht').select('id').where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).where('voldaan_op', 'is', null).where('verlopen_op', 'is', null).limit(1).executeTakeFirst(),
  ]);
  return [...(open ? ['De betrokkene kan nog reageren. Wacht op het antwoord, of trek de uitnodiging in.'] : []), ...(plicht ? ['Er moet nog iemand worden gehoord na een maatregel met spoed.'] : [])];
};

/** Hearings go along when two reports of one event are joined, to the same party there. Of two that run for one party, that of the dossier which goes on stays. */
export const verhuisWederhoor: Verhuizer = async (ctx, van, naar) => {
  const { trx, organisatieId } = ctx;
  const partijen = (dossierId: Id) => trx.selectFrom('betrokkene').select(['id', 'soort', 'medewerker_id', 'naam', 'omschrijving', 'contact']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).where('rol', '=', 'veroorzaker').where('vervallen_op', 'is', null).execute();
  const [daar, hier] = await Promise.all([partijen(naar), partijen(van)]);
  for (const b of hier) {
    const zelfde = daar.find((d) => d.soort === b.soort && d.medewerker_id === b.medewerker_id && d.naam === b.naam && d.omschrijving === b.omschrijving && d.contact === b.contact)?.id ?? b.id;
    const lopend = (wie: Id) => trx.selectFrom('wederhoor').selectAll().where('organisatie_id', '=', organisatieId).where('betrokkene_id', '=', wie).where('uitkomst', 'is', null).where('vervallen_op', 'is', null).executeTakeFirst();
    const [eigen, ander] = await Promise.all([lopend(b.id), zelfde === b.id ? undefined : lopend(zelfde)]);
    if (eigen && ander) await laatVervallen(ctx, eigen, 'Samengevoegd met een dossier waarin de betrokkene al is gevraagd.', ctx.actor.id);
    const hoogste = await trx.selectFrom('uittreksel').select((eb) => eb.fn.max('nummer').as('n')).where('organisatie_id', '=', organisatieId).where('betrokkene_id', '=', zelfde).executeTakeFirst();
    const bij = zelfde === b.id ? 0 : Number(hoogste?.n ?? 0);
    await trx.updateTable('uittreksel').set((eb) => ({ dossier_id: naar, betrokkene_id: zelfde, nummer: eb('nummer', '+', bij) })).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', van).where('betrokkene_id', '=', b.id).execute();
    for (const tabel of ['wederhoor', 'hoorplicht'] as const) {
      await trx.updateTable(tabel).set({ dossier_id: naar, betrokkene_id: zelfde }).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', van).where('betrokkene_id', '=', b.id).execute();
    }
  }
};
