import type { Temporal } from 'temporal-polyfill';
import { dagVan } from '../kern/tijd/index.ts';
import type { Id } from '../kern/ids.ts';
import { fout } from '../kern/fouten/index.ts';
import type { Kanaal } from '../dossier/index.ts';
import { instellingenVan } from '../inrichting/index.ts';
import type { ActorContext } from '../platform/deuren/index.ts';
import { eerdereIncidenten } from '../veroorzakers/index.ts';
import { adviseer, type Advies } from './regels/advies.ts';
import type { EerderFeit, Feiten } from './regels/feiten.ts';
import type { Kader } from './regels/kader.ts';
import type { Medium, Persoonssoort } from './regels/soorten.ts';
import { kaderOp, type Kaderversie } from './versies.ts';

/** How a channel of a dossier is seen by a rule; not known is not known. */
export const mediumVan: Record<Kanaal, Medium> = {
  balie: 'persoonlijk', telefoon: 'telefoon', brief_email: 'schriftelijk', huisbezoek: 'persoonlijk', openbare_ruimte: 'persoonlijk', sociale_media: 'sociale_media', prive: 'persoonlijk',
};

export const persoonssoortVan = (compartiment: 'ambtelijk' | 'politiek'): Persoonssoort => (compartiment === 'politiek' ? 'politiek' : 'medewerker');

type Ctx = Pick<ActorContext, 'trx' | 'organisatieId' | 'actor'>;

/** What the room holds about one veroorzaker in one dossier, beside what the dossier itself tells. */
export interface Vastgesteld {
  gedragingen: string[];
  tegen: Feiten['tegen'];
  wapen: boolean;
  versie: number;
}

export async function vastgesteldVan({ trx, organisatieId }: Pick<Ctx, 'trx' | 'organisatieId'>, dossierId: Id, betrokkeneId: Id): Promise<Vastgesteld | null> {
  return (await trx.selectFrom('adviesfeiten').select(['gedragingen', 'tegen', 'wapen', 'versie']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).where('betrokkene_id', '=', betrokkeneId).executeTakeFirst()) ?? null;
}

export interface Adviesgrond {
  kader: Kader;
  versie: Kaderversie;
  feiten: Feiten;
  vastgesteld: Vastgesteld | null;
}

/** The version and the facts an advice rests on. The asker must already be allowed the dossier. */
export async function adviesgrond(ctx: Ctx, v: { dossierId: Id; betrokkeneId: Id }): Promise<Adviesgrond> {
  const { trx, organisatieId } = ctx;
  const d = await trx.selectFrom('dossier as d').innerJoin('betrokkene as b', (j) => j.onRef('b.organisatie_id', '=', 'd.organisatie_id').onRef('b.dossier_id', '=', 'd.id'))
    .select(['d.voorval_op', 'd.kanaal', 'd.compartiment']).where('d.organisatie_id', '=', organisatieId).where('d.id', '=', v.dossierId)
    .where('b.id', '=', v.betrokkeneId).where('b.rol', '=', 'veroorzaker').where('b.vervallen_op', 'is', null).executeTakeFirst();
  if (!d) throw fout('niet-gevonden');
  const voorvalOp = dagVan(d.voorval_op);
  const [{ kader, versie }, vastgesteld, vormen, { instellingen }] = await Promise.all([
    kaderOp(ctx, persoonssoortVan(d.compartiment), voorvalOp),
    vastgesteldVan(ctx, v.dossierId, v.betrokkeneId),
    trx.selectFrom('dossiervorm as dv').innerJoin('agressievorm as a', (j) => j.onRef('a.organisatie_id', '=', 'dv.organisatie_id').onRef('a.id', '=', 'dv.vorm_id'))
      .select('a.code').where('dv.organisatie_id', '=', organisatieId).where('dv.dossier_id', '=', v.dossierId).orderBy('a.volgorde').execute(),
    instellingenVan(ctx),
  ]);
  const verst = Math.max(kader.terugkijken.maanden, ...kader.regels.map((r) => r.terugkijkMaanden ?? 0));
  const eerdere = await eerdereFeiten(ctx, { ...v, vanaf: voorvalOp.subtract({ months: verst }) });
  const reactie = instellingen.termijnen[d.compartiment].reactie;
  return {
    kader, versie, vastgesteld,
    feiten: {
      vormen: vormen.map((x) => x.code), gedragingen: vastgesteld && vastgesteld.gedragingen.length > 0 ? vastgesteld.gedragingen : null, tegen: vastgesteld?.tegen ?? null,
      medium: d.kanaal === null ? null : mediumVan[d.kanaal], wapen: vastgesteld?.wapen ?? false, voorvalOp, eerdere, reactie: `${reactie.aantal} ${reactie.aantal === 1 || reactie.eenheid === 'uren' ? ENKEL[reactie.eenheid] : reactie.eenheid}`,
    },
  };
}

const ENKEL = { uren: 'uur', werkuren: 'werkuur', dagen: 'dag', werkdagen: 'werkdag', weken: 'week', maanden: 'maand' } as const;

/** Earlier incidents of the same person with what was established about them; behaviours a person set there go before the forms. */
export async function eerdereFeiten(ctx: Ctx, v: { dossierId: Id; betrokkeneId: Id; vanaf: Temporal.PlainDate }): Promise<EerderFeit[]> {
  const eerdere = await eerdereIncidenten(ctx, v);
  if (eerdere.length === 0) return [];
  const ids = eerdere.map((e) => e.dossierId);
  const [gezet, kanalen, veroorzakers] = await Promise.all([
    ctx.trx.selectFrom('adviesfeiten').select(['dossier_id', 'betrokkene_id', 'gedragingen', 'tegen']).where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', 'in', ids).execute(),
    ctx.trx.selectFrom('dossier').select(['id', 'kanaal']).where('organisatie_id', '=', ctx.organisatieId).where('id', 'in', ids).execute(),
    ctx.trx.selectFrom('betrokkene').select(['id', 'dossier_id']).where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', 'in', ids).where('rol', '=', 'veroorzaker').where('vervallen_op', 'is', null).execute(),
  ]);
  return eerdere.map((e) => {
    // With more than one veroorzaker there, what was established may be about another: then only the forms of the dossier count.
    const [enige, ...meer] = veroorzakers.filter((b) => b.dossier_id === e.dossierId);
    const een = meer.length === 0 ? gezet.find((g) => g.betrokkene_id === enige?.id) : undefined;
    const kanaal = kanalen.find((k) => k.id === e.dossierId)?.kanaal ?? null;
    return { nummer: e.nummer, voorvalOp: dagVan(e.voorvalOp), vormen: e.vormcodes, gedragingen: een && een.gedragingen.length > 0 ? een.gedragingen : null, tegen: een?.tegen ?? null, medium: kanaal === null ? null : mediumVan[kanaal] };
  });
}

/** The advice about one veroorzaker in one dossier, by the version of the day of the incident. */
export async function adviesVoor(ctx: Ctx, v: { dossierId: Id; betrokkeneId: Id }): Promise<Advies & { versie: Kaderversie }> {
  const { kader, versie, feiten } = await adviesgrond(ctx, v);
  return { ...adviseer(kader, feiten), versie };
}
