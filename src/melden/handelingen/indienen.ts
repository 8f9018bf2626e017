import { fout, veldfout } from '../../kern/fouten/index.ts';
import { isId, type Id } from '../../kern/ids.ts';
import type { Actor, Compartiment } from '../../kern/rechten/index.ts';
import { collega, type Collega } from '../../inrichting/index.ts';
import { handeling, type ActorContext, type Uitkomst } from '../../platform/deuren/index.ts';
import { neemBestandenOver, openDossier, stelInKennis, type NieuwDossier } from '../../dossier/index.ts';
import { startNazorg } from '../../nazorg/index.ts';
import { PLEK_ONTBREEKT } from '../regels/concept.ts';
import { antwoorden } from '../regels/kanaalvragen.ts';
import { ELDERS, meldtZelf, MeldingInvoer, MeldingNamensInvoer, tijdstip, titelVan, type Tijdstip } from '../regels/melding.ts';
import { gekozenZelfde } from '../vragen/dezelfde.ts';

export interface IngediendeMelding {
  dossierId: Id;
  nummer: string;
}

/** A colleague reports what happened to himself. */
export const dienMeldingIn = handeling({
  naam: 'melding.indienen',
  invoer: MeldingInvoer,
  async voerUit(ctx) {
    const { ik, compartiment } = await mijnOnderdeel(ctx);
    return dienIn(ctx, ctx.invoer, ik, compartiment, { bron: 'zelf', reden: null });
  },
});

/** Who reports for himself, and in which compartment; refused where the department leaves that to another (functies A5). */
export async function mijnOnderdeel(ctx: ActorContext): Promise<{ ik: Collega; compartiment: Compartiment }> {
  const ik = await collega(ctx, ctx.actor.id);
  if (!ik) throw fout('niet-gevonden');
  const { fase, compartiment } = await onderdeelVan(ctx, ik.onderdeelId);
  if (!meldtZelf(fase, compartiment, ctx.actor.leidt.length > 0)) throw fout('conflict.toestand', { redenen: ['In jouw onderdeel meldt een ander voor je. Onder ‘Melden’ lees je wie.'] });
  return { ik, compartiment };
}

/** Someone reports on behalf of a colleague: by telephone, from a paper card, or for a guard who has no account (functies B3). */
export const dienMeldingNamensIn = handeling({
  naam: 'melding.namens',
  invoer: MeldingNamensInvoer,
  async voerUit(ctx) {
    const voor = await collega(ctx, ctx.invoer.voor);
    if (!voor) throw veldfout('voor', NIET_VOOR);
    const onderdeel = await onderdeelVan(ctx, voor.onderdeelId);
    if (!magNamens(ctx.actor, voor, onderdeel.compartiment)) throw veldfout('voor', NIET_VOOR);
    return dienIn(ctx, ctx.invoer, voor, onderdeel.compartiment, { bron: ctx.invoer.bron, reden: ctx.invoer.namens_reden });
  },
});

export const NIET_VOOR = 'Voor deze collega kun je niet melden. Kies een ander, of vraag het de centrale melder.';

/** For whom someone may report: a role counts in its own compartment, a leidinggevende for who works in a department he leads. */
export function magNamens(actor: Actor, voor: Pick<Collega, 'id' | 'onderdeelId'>, compartiment: Compartiment): boolean {
  if (voor.id === actor.id) return false;
  const metRol = actor.rollen.some((r) => (r.rol === 'namensmelder' || r.rol === 'adviseur' || r.rol === 'griffier') && r.compartiment === compartiment);
  return metRol || (compartiment === 'ambtelijk' && actor.leidt.includes(voor.onderdeelId));
}

export async function onderdeelVan(ctx: Pick<ActorContext, 'trx' | 'organisatieId'>, onderdeelId: Id): Promise<{ fase: number; compartiment: Compartiment }> {
  return ctx.trx.selectFrom('onderdeel').select(['fase', 'compartiment']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', onderdeelId).executeTakeFirstOrThrow();
}

async function dienIn(ctx: ActorContext, invoer: MeldingInvoer, voor: Collega, compartiment: Compartiment, herkomst: { bron: 'zelf' | 'telefoon' | 'papier' | 'beveiliger'; reden: string | null }): Promise<Uitkomst<IngediendeMelding>> {
  const concept = invoer.concept === null ? null : await neemConcept(ctx, invoer.concept, herkomst.bron === 'zelf' ? 'melding' : 'namens');
  if (concept?.eerder) return { resultaat: concept.eerder, object: { soort: 'dossier', id: concept.eerder.dossierId }, dossierId: concept.eerder.dossierId };
  const moment = tijdstip(invoer, ctx.nu);
  if (!moment.ok) throw veldfout(moment.veld, moment.tekst);
  const plaats = await plaatsVan(ctx, invoer);
  const vormen = await ctx.trx.selectFrom('agressievorm').select(['id', 'code', 'naam', 'gewicht']).where('organisatie_id', '=', ctx.organisatieId)
    .where('code', 'in', invoer.vormen).where('actief', '=', true).execute();
  if (vormen.length !== new Set(invoer.vormen).size) throw veldfout('vormen', 'Kies wat er gebeurde uit de lijst.');
  const zelfdeAls = await gekozenZelfde(ctx, invoer.zelfde, { onderdeelId: voor.onderdeelId, compartiment, ...moment, locatieId: plaats.locatieId, plek: invoer.plek });

  const kanaal = invoer.kanaal ?? null;
  const dossier = await openDossier(ctx, {
    compartiment,
    // Around the own leidinggevende when chosen, and also when the colleague says so about being called.
    route: invoer.route === 'buiten_leidinggevende' || invoer.belwens === 'niet_via_leidinggevende' ? 'buiten_leidinggevende' : 'leidinggevende',
    titel: titelVan(vormen, plaats.naam), bijna: invoer.bijna, kanaal, voorvalOp: moment.op, voorvalPrecies: moment.precies,
    locatieId: plaats.locatieId, plek: invoer.plek, melderId: ctx.actor.id, slachtofferId: voor.id, vormIds: vormen.map((v) => v.id), veroorzaker: veroorzakerVan(invoer),
    aangifteGewenst: invoer.aangifte_wens === 'ja', wilGebeldWorden: invoer.belwens === 'vandaag', verhaal: invoer.verhaal,
  });
  await ctx.trx.insertInto('melding').values({
    organisatie_id: ctx.organisatieId, id: concept?.id ?? ctx.nieuwId(), dossier_id: dossier.id, melder_id: ctx.actor.id, voor_id: voor.id, namens_reden: herkomst.reden, bron: herkomst.bron,
    vormen: vormen.map((v) => v.code), verhaal: invoer.verhaal, kanaalvragen: JSON.stringify(antwoorden(kanaal, (code) => invoer.kanaalvragen[code])),
    veroorzaker: JSON.stringify({ kennis: invoer.veroorzaker, naam: invoer.veroorzaker_naam, omschrijving: invoer.veroorzaker_omschrijving }),
    welzijn: JSON.stringify({ belwens: invoer.belwens, hoeGaatHet: invoer.hoe_gaat_het }), aangifte_wens: invoer.aangifte_wens, zelfde_als: zelfdeAls, ingediend_op: ctx.nu,
  }).execute();
  await startNazorg(ctx, { dossierId: dossier.id, voorId: voor.id, wens: invoer.belwens, geadresseerde: dossier.geadresseerde });
  await stelInKennis(ctx, { dossierId: dossier.id, aanId: voor.id, soort: herkomst.bron === 'zelf' ? 'melding-ontvangen' : 'melding-namens' });
  const bestanden = concept ? await neemBestandenOver(ctx, concept.id, dossier.id) : [];
  return { resultaat: { dossierId: dossier.id, nummer: dossier.nummer }, object: { soort: 'dossier', id: dossier.id }, dossierId: dossier.id, journaal: { bestanden } };
}

/**
 * Takes the half-filled form away and locks it, so that it is sent once: who comes second, from another tab or after a lost
 * answer, gets the report that came of it. Only the author's own; any other id counts for nothing.
 */
async function neemConcept(ctx: ActorContext, id: Id, soort: 'melding' | 'namens'): Promise<{ id: Id; eerder?: IngediendeMelding } | null> {
  const weg = await ctx.trx.deleteFrom('concept').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', id).where('medewerker_id', '=', ctx.actor.id).where('soort', '=', soort).executeTakeFirst();
  if (Number(weg.numDeletedRows) > 0) return { id };
  const eerder = await ingediendAls(ctx, id);
  return eerder && { id, eerder };
}

/** The report that this colleague sent from the concept with this id. */
export async function ingediendAls(ctx: Pick<ActorContext, 'trx' | 'organisatieId' | 'actor'>, id: Id): Promise<IngediendeMelding | null> {
  const m = await ctx.trx.selectFrom('melding as m').innerJoin('dossier as d', (j) => j.onRef('d.organisatie_id', '=', 'm.organisatie_id').onRef('d.id', '=', 'm.dossier_id'))
    .select(['d.id', 'd.nummer']).where('m.organisatie_id', '=', ctx.organisatieId).where('m.id', '=', id).where('m.melder_id', '=', ctx.actor.id).executeTakeFirst();
  return m ? { dossierId: m.id, nummer: m.nummer } : null;
}

async function plaatsVan(ctx: ActorContext, invoer: MeldingInvoer): Promise<{ locatieId: Id | null; naam: string }> {
  if (invoer.locatie === ELDERS) {
    if (invoer.plek === '') throw veldfout('plek', PLEK_ONTBREEKT);
    return { locatieId: null, naam: invoer.plek };
  }
  const rij = isId(invoer.locatie)
    ? await ctx.trx.selectFrom('locatie').select(['id', 'naam']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', invoer.locatie).executeTakeFirst()
    : undefined;
  if (!rij) throw veldfout('locatie', 'Kies waar het gebeurde.');
  return { locatieId: rij.id, naam: rij.naam };
}

function veroorzakerVan(invoer: MeldingInvoer): NieuwDossier['veroorzaker'] {
  const { veroorzaker, veroorzaker_naam: naam, veroorzaker_omschrijving: omschrijving } = invoer;
  switch (veroorzaker) {
    case 'weet_niet':
      return { soort: 'onbekend', naam: '', omschrijving };
    case 'naam':
      return { soort: naam === '' ? 'onbekend' : 'bekend', naam, omschrijving };
    case 'beschrijving':
      return { soort: 'onbekend', naam: '', omschrijving };
    default:
      return { soort: veroorzaker, naam, omschrijving };
  }
}

export type Voorval = Extract<Tijdstip, { ok: true }>;
