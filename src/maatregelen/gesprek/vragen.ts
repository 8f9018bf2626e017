import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id } from '../../kern/invoer.ts';
import { mag } from '../../kern/rechten/index.ts';
import { instellingenVan } from '../../inrichting/index.ts';
import { briefstand } from '../../brieven/index.ts';
import { persoonBij } from '../../veroorzakers/index.ts';
import { dossierOnderwerp, zetTermijnOp, type Verhuizer } from '../../dossier/index.ts';
import { vraag, type ActorContext } from '../../platform/deuren/index.ts';
import { uitTeNodigen } from './handelingen.ts';

type Ctx = Pick<ActorContext, 'trx' | 'organisatieId'>;

function gesprekken({ trx, organisatieId }: Ctx, dossierId: Id) {
  return trx.selectFrom('gesprek as g').innerJoin('medewerker as v', (j) => j.onRef('v.organisatie_id', '=', 'g.organisatie_id').onRef('v.id', '=', 'g.voert_id'))
    .innerJoin('betrokkene as b', (j) => j.onRef('b.organisatie_id', '=', 'g.organisatie_id').onRef('b.id', '=', 'g.betrokkene_id'))
    .leftJoin('medewerker as p', (j) => j.onRef('p.organisatie_id', '=', 'b.organisatie_id').onRef('p.id', '=', 'b.medewerker_id'))
    .leftJoin('medewerker as d', (j) => j.onRef('d.organisatie_id', '=', 'g.organisatie_id').onRef('d.id', '=', 'g.vastgelegd_door'))
    .select(['g.id', 'g.betrokkene_id', 'g.soort', 'g.op', 'g.duur_minuten', 'g.plaats', 'g.voert_id', 'g.status', 'g.brief_id', 'g.oorzaak', 'g.gezegd', 'g.reden', 'g.vastgelegd_op', 'g.versie', 'v.naam as voert', 'b.naam as partij', 'p.naam as collega', 'd.naam as vastgelegd_door'])
    .where('g.organisatie_id', '=', organisatieId).where('g.dossier_id', '=', dossierId).orderBy('g.op', 'desc').orderBy('g.id').execute();
}

function deelnemers({ trx, organisatieId }: Ctx, dossierId: Id) {
  return trx.selectFrom('gesprekdeelnemer as d').innerJoin('gesprek as g', (j) => j.onRef('g.organisatie_id', '=', 'd.organisatie_id').onRef('g.id', '=', 'd.gesprek_id'))
    .innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'd.organisatie_id').onRef('m.id', '=', 'd.medewerker_id'))
    .select(['d.gesprek_id', 'd.medewerker_id', 'd.antwoord', 'm.naam']).where('d.organisatie_id', '=', organisatieId).where('g.dossier_id', '=', dossierId).orderBy('m.naam').execute();
}

function afspraken({ trx, organisatieId }: Ctx, dossierId: Id) {
  return trx.selectFrom('gespreksafspraak as a').innerJoin('gesprek as g', (j) => j.onRef('g.organisatie_id', '=', 'a.organisatie_id').onRef('g.id', '=', 'a.gesprek_id'))
    .select(['a.id', 'a.gesprek_id', 'a.wat', 'a.uiterlijk', 'a.uitkomst', 'a.toelichting']).where('a.organisatie_id', '=', organisatieId).where('g.dossier_id', '=', dossierId).orderBy('a.uiterlijk').orderBy('a.id').execute();
}

/** The talks with the veroorzaker in a dossier, for who handles it. */
export const gesprekkenbeeld = vraag({
  naam: 'gesprek.lezen',
  invoer: z.object({ id: id('Dit dossier bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { onderwerp, trx, organisatieId } = ctx;
    const { dossierId } = onderwerp;
    const [dossier, partijen, slachtoffers, lijst, wie, wat, { instellingen, kalender }] = await Promise.all([
      trx.selectFrom('dossier as d').leftJoin('locatie as l', (j) => j.onRef('l.organisatie_id', '=', 'd.organisatie_id').onRef('l.id', '=', 'd.locatie_id'))
        .select(['d.id', 'd.nummer', 'd.titel', 'd.plek', 'l.naam as locatie', 'l.adres as locatie_adres', 'l.plaats as locatie_plaats']).where('d.organisatie_id', '=', organisatieId).where('d.id', '=', dossierId).executeTakeFirstOrThrow(),
      trx.selectFrom('betrokkene as b').leftJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'b.organisatie_id').onRef('m.id', '=', 'b.medewerker_id')).select(['b.id', 'b.soort', 'b.naam', 'b.omschrijving', 'm.naam as collega'])
        .where('b.organisatie_id', '=', organisatieId).where('b.dossier_id', '=', dossierId).where('b.rol', '=', 'veroorzaker').where('b.vervallen_op', 'is', null).orderBy('b.toegevoegd_op').execute(),
      onderwerp.feiten.slachtoffers.length === 0 ? [] : trx.selectFrom('medewerker').select(['id', 'naam']).where('organisatie_id', '=', organisatieId).where('id', 'in', [...onderwerp.feiten.slachtoffers]).orderBy('naam').execute(),
      gesprekken(ctx, dossierId), deelnemers(ctx, dossierId), afspraken(ctx, dossierId), instellingenVan(ctx),
    ]);
    const [brieven, bekend] = await Promise.all([Promise.all(lijst.map((g) => briefstand(ctx, g.brief_id))), Promise.all(partijen.map((p) => uitTeNodigen(ctx, p.id, p.soort)))]);
    const namen = await Promise.all(partijen.map(async (p) => p.collega ?? (p.naam !== '' ? p.naam : ((await persoonBij(ctx, p.id))?.weergave ?? ''))));
    return {
      dossier, slachtoffers, telefoon: instellingen.telefoon, kalender, partijen: partijen.map((p, i) => ({ ...p, naam: namen[i] ?? '', uitTeNodigen: bekend[i] ?? false })),
      gesprekken: lijst.map((g, i) => ({ ...g, partij: g.collega ?? namen[partijen.findIndex((p) => p.id === g.betrokkene_id)] ?? g.partij, brief: brieven[i] ?? null, deelnemers: wie.filter((w) => w.gesprek_id === g.id), afspraken: wat.filter((a) => a.gesprek_id === g.id) })),
      mag: (h: Parameters<typeof mag>[0]) => mag(h, onderwerp.hoedanigheden, onderwerp.status),
    };
  },
});
export type Gesprekkenbeeld = Awaited<ReturnType<typeof gesprekkenbeeld.haal>>;
export type Gesprek = Gesprekkenbeeld['gesprekken'][number];

/** The talks this colleague, whom it happened to, was asked about: when and where, so that he can also stay away; nothing of who it is with. */
export const eigenGesprekken = vraag({
  naam: 'gesprek.eigen',
  invoer: z.object({ id: id('Deze melding bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  haal: ({ trx, organisatieId, actor, onderwerp }) => trx.selectFrom('gesprekdeelnemer as d').innerJoin('gesprek as g', (j) => j.onRef('g.organisatie_id', '=', 'd.organisatie_id').onRef('g.id', '=', 'd.gesprek_id'))
    .innerJoin('medewerker as v', (j) => j.onRef('v.organisatie_id', '=', 'g.organisatie_id').onRef('v.id', '=', 'g.voert_id')).select(['g.id', 'g.soort', 'g.op', 'g.plaats', 'g.status', 'd.antwoord', 'v.naam as voert'])
    .where('d.organisatie_id', '=', organisatieId).where('d.medewerker_id', '=', actor.id).where('g.dossier_id', '=', onderwerp.dossierId).orderBy('g.op', 'desc').execute(),
});

/** The file for the diary of one planned talk: place and time, nobody's name. */
export const gesprekAgenda = vraag({
  naam: 'gesprek.lezen',
  invoer: z.object({ id: id('Dit dossier bestaat niet.'), gesprek: id('Dit gesprek bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  async haal({ trx, organisatieId, invoer, onderwerp }) {
    const g = await trx.selectFrom('gesprek').select(['id', 'op', 'duur_minuten', 'plaats', 'versie', 'gepland_op']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', onderwerp.dossierId).where('id', '=', invoer.gesprek).where('status', '=', 'gepland').executeTakeFirst();
    if (!g) throw fout('niet-gevonden');
    return g;
  },
});

/**
 * Talks go along when two dossiers of one event are joined, with the party in that dossier who is the same, and with a clock of
 * their own: those of the joined dossier were ended.
 */
export const verhuisGesprekken: Verhuizer = async (ctx, van, naar) => {
  const { trx, organisatieId } = ctx;
  const van_ = await trx.selectFrom('gesprek').select(['id', 'betrokkene_id', 'termijn_id', 'voert_id', 'status']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', van).execute();
  for (const g of van_) {
    const was = await trx.selectFrom('betrokkene').selectAll().where('organisatie_id', '=', organisatieId).where('id', '=', g.betrokkene_id).executeTakeFirstOrThrow();
    const nu = await trx.selectFrom('betrokkene').select('id').where('organisatie_id', '=', organisatieId).where('dossier_id', '=', naar).where('rol', '=', 'veroorzaker').where('soort', '=', was.soort).where('naam', '=', was.naam)
      .where('omschrijving', '=', was.omschrijving).where('contact', '=', was.contact).where('medewerker_id', 'is not distinct from', was.medewerker_id).where('vervallen_op', 'is', null).orderBy('toegevoegd_op', 'desc').executeTakeFirst();
    const klok = async (termijnId: Id, soort: 'gesprek' | 'afspraak'): Promise<Id> => {
      const t = await trx.selectFrom('termijn').select(['verval_op', 'aan_id']).where('organisatie_id', '=', organisatieId).where('id', '=', termijnId).executeTakeFirstOrThrow();
      return (await zetTermijnOp(ctx, { dossierId: naar, soort, aanId: t.aan_id, op: t.verval_op })).id;
    };
    await trx.updateTable('gesprek').set({ dossier_id: naar, betrokkene_id: nu?.id ?? g.betrokkene_id, ...(g.status === 'gepland' ? { termijn_id: await klok(g.termijn_id, 'gesprek') } : {}) }).where('organisatie_id', '=', organisatieId).where('id', '=', g.id).execute();
    const open = await trx.selectFrom('gespreksafspraak').select(['id', 'termijn_id']).where('organisatie_id', '=', organisatieId).where('gesprek_id', '=', g.id).where('uitkomst', 'is', null).execute();
    for (const a of open) await trx.updateTable('gespreksafspraak').set({ termijn_id: await klok(a.termijn_id, 'afspraak') }).where('organisatie_id', '=', organisatieId).where('id', '=', a.id).execute();
  }
};
