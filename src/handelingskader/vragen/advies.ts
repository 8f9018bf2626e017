import { z } from 'zod';
import { id } from '../../kern/invoer.ts';
import { dossierOnderwerp, type Dossierdeel } from '../../dossier/index.ts';
import { vraag, type ActorContext } from '../../platform/deuren/index.ts';
import { feitstatussenVan, type Feitstatus } from '../../veroorzakers/index.ts';
import { adviesgrond, adviesVoor, type Adviesgrond } from '../adviezen.ts';
import { adviseer, type Advies } from '../regels/advies.ts';
import type { Kaderversie } from '../versies.ts';
import { vormenInGebruik } from '../handelingen/vaststellen.ts';

interface Bij {
  id: string;
  naam: string;
}

/** Everyone outside who is named as veroorzaker. A colleague falls under other rules than the handelingskader. */
async function veroorzakersIn({ trx, organisatieId }: Pick<ActorContext, 'trx' | 'organisatieId'>, dossierId: string): Promise<Bij[]> {
  const rijen = await trx.selectFrom('betrokkene').select(['id', 'naam', 'soort']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).where('rol', '=', 'veroorzaker').where('soort', '!=', 'medewerker').where('vervallen_op', 'is', null)
    .orderBy('toegevoegd_op').orderBy('id').execute();
  return rijen.map((r, i) => ({ id: r.id, naam: r.naam || (rijen.length > 1 ? `veroorzaker ${i + 1}` : 'de veroorzaker') }));
}

/** What the panel on the dossier shows: the advice per veroorzaker, once forms of aggression are known. */
export const adviesdeel: Dossierdeel<readonly (Bij & { advies: Advies & { versie: Kaderversie } })[]> = {
  sleutel: 'advies',
  async haal(ctx, onderwerp) {
    const { dossierId } = onderwerp;
    const [wie, vorm] = await Promise.all([veroorzakersIn(ctx, dossierId), ctx.trx.selectFrom('dossiervorm').select('vorm_id').where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).limit(1).executeTakeFirst()]);
    if (!vorm) return [];
    const uit: (Bij & { advies: Advies & { versie: Kaderversie } })[] = [];
    for (const b of wie) uit.push({ ...b, advies: await adviesVoor(ctx, { dossierId, betrokkeneId: b.id }) });
    return uit;
  },
};

/** The advice in full, with the facts it rests on. */
export const adviesLezen = vraag({
  naam: 'advies.lezen',
  invoer: z.object({ id: id('Dit dossier bestaat niet.'), betrokkene: id('Dit dossier bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { dossierId, nummer, hoedanigheden, status } = ctx.onderwerp;
    const grond: Adviesgrond = await adviesgrond(ctx, { dossierId, betrokkeneId: ctx.invoer.betrokkene });
    const nummers = grond.feiten.eerdere.map((e) => e.nummer);
    const eerder = nummers.length === 0 ? [] : await ctx.trx.selectFrom('dossier').select(['id', 'nummer']).where('organisatie_id', '=', ctx.organisatieId).where('nummer', 'in', nummers).execute();
    const [wie, titel, vormen, vast] = await Promise.all([
      veroorzakersIn(ctx, dossierId),
      ctx.trx.selectFrom('dossier').select('titel').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', dossierId).executeTakeFirstOrThrow(),
      vormenInGebruik(ctx), feitstatussenVan(ctx, [dossierId, ...eerder.map((e) => e.id)]),
    ]);
    /** Whether what is told is only reported, contested or established: of this dossier, and of an earlier one by its number. */
    const feitstatus = (vanNummer?: string): Feitstatus => vast.get(vanNummer === undefined ? dossierId : (eerder.find((e) => e.nummer === vanNummer)?.id ?? '')) ?? 'gemeld';
    return { dossierId, feitstatus, nummer, titel: titel.titel, naam: wie.find((b) => b.id === ctx.invoer.betrokkene)?.naam ?? 'de veroorzaker', betrokkeneId: ctx.invoer.betrokkene, grond, advies: adviseer(grond.kader, grond.feiten), vormen, hoedanigheden, status };
  },
});
export type Adviesbeeld = Awaited<ReturnType<typeof adviesLezen.haal>>;
