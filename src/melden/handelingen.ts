import { fout, veldfout } from '../kern/fouten/index.ts';
import { isId, type Id } from '../kern/ids.ts';
import type { Actor, Compartiment } from '../kern/rechten/index.ts';
import { collega, type Collega } from '../inrichting/index.ts';
import { handeling, type ActorContext } from '../platform/deuren/index.ts';
import { openDossier, type NieuwDossier } from '../dossier/index.ts';
import { startNazorg } from '../nazorg/index.ts';
import { ELDERS, meldtZelf, MeldingInvoer, MeldingNamensInvoer, tijdstip, titelVan } from './regels.ts';

export interface IngediendeMelding {
  dossierId: Id;
  nummer: string;
}

/** A colleague reports what happened to himself. */
export const dienMeldingIn = handeling({
  naam: 'melding.indienen',
  invoer: MeldingInvoer,
  async voerUit(ctx) {
    const ik = await collega(ctx, ctx.actor.id);
    if (!ik) throw fout('niet-gevonden');
    const onderdeel = await onderdeelVan(ctx, ik);
    if (!meldtZelf(onderdeel.fase, onderdeel.compartiment, ctx.actor.leidt.length > 0)) throw fout('conflict.toestand');
    return dienIn(ctx, ctx.invoer, ik, onderdeel.compartiment, { bron: 'zelf', reden: null });
  },
});

/** Someone reports on behalf of a colleague: by telephone, from a paper card, or for a guard who has no account (functies B3). */
export const dienMeldingNamensIn = handeling({
  naam: 'melding.namens',
  invoer: MeldingNamensInvoer,
  async voerUit(ctx) {
    const voor = await collega(ctx, ctx.invoer.voor);
    if (!voor) throw veldfout('voor', 'Kies voor wie je meldt.');
    const onderdeel = await onderdeelVan(ctx, voor);
    if (!magNamens(ctx.actor, voor, onderdeel.compartiment)) throw veldfout('voor', 'Kies voor wie je meldt.');
    return dienIn(ctx, ctx.invoer, voor, onderdeel.compartiment, { bron: ctx.invoer.bron, reden: ctx.invoer.namens_reden });
  },
});

/** For whom someone may report: a role counts in its own compartment, a leidinggevende for who works in a department he leads. */
export function magNamens(actor: Actor, voor: Pick<Collega, 'id' | 'onderdeelId'>, compartiment: Compartiment): boolean {
  if (voor.id === actor.id) return false;
  const metRol = actor.rollen.some((r) => (r.rol === 'namensmelder' || r.rol === 'adviseur' || r.rol === 'griffier') && r.compartiment === compartiment);
  return metRol || (compartiment === 'ambtelijk' && actor.leidt.includes(voor.onderdeelId));
}

async function onderdeelVan(ctx: ActorContext, wie: Collega): Promise<{ fase: number; compartiment: Compartiment }> {
  return ctx.trx.selectFrom('onderdeel').select(['fase', 'compartiment']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', wie.onderdeelId).executeTakeFirstOrThrow();
}

async function dienIn(ctx: ActorContext, invoer: MeldingInvoer, voor: Collega, compartiment: Compartiment, herkomst: { bron: 'zelf' | 'telefoon' | 'papier' | 'beveiliger'; reden: string | null }) {
  const moment = tijdstip(invoer, ctx.nu);
  if (!moment.ok) throw veldfout(moment.veld, moment.tekst);
  const plaats = await plaatsVan(ctx, invoer);
  const vormen = await ctx.trx.selectFrom('agressievorm').select(['id', 'code', 'naam', 'gewicht']).where('organisatie_id', '=', ctx.organisatieId)
    .where('code', 'in', invoer.vormen).where('actief', '=', true).execute();
  if (vormen.length !== new Set(invoer.vormen).size) throw veldfout('vormen', 'Kies wat er gebeurde uit de lijst.');

  const dossier = await openDossier(ctx, {
    compartiment,
    // Around the own leidinggevende when chosen, and also when the colleague says so about being called.
    route: invoer.route === 'buiten_leidinggevende' || invoer.belwens === 'niet_via_leidinggevende' ? 'buiten_leidinggevende' : 'leidinggevende',
    titel: titelVan(vormen, plaats.naam), bijna: invoer.bijna, kanaal: invoer.kanaal ?? null, voorvalOp: moment.op, voorvalPrecies: moment.precies,
    locatieId: plaats.locatieId, plek: invoer.plek, melderId: ctx.actor.id, slachtofferId: voor.id, vormIds: vormen.map((v) => v.id), veroorzaker: veroorzakerVan(invoer),
    aangifteGewenst: invoer.aangifte_wens === 'ja', wilGebeldWorden: invoer.belwens === 'vandaag', verhaal: invoer.verhaal,
  });
  await ctx.trx.insertInto('melding').values({
    organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), dossier_id: dossier.id, melder_id: ctx.actor.id, voor_id: voor.id, namens_reden: herkomst.reden, bron: herkomst.bron,
    vormen: vormen.map((v) => v.code), verhaal: invoer.verhaal,
    veroorzaker: JSON.stringify({ kennis: invoer.veroorzaker, naam: invoer.veroorzaker_naam, omschrijving: invoer.veroorzaker_omschrijving }),
    welzijn: JSON.stringify({ belwens: invoer.belwens, hoeGaatHet: invoer.hoe_gaat_het }), aangifte_wens: invoer.aangifte_wens, ingediend_op: ctx.nu,
  }).execute();
  await startNazorg(ctx, { dossierId: dossier.id, voorId: voor.id, wens: invoer.belwens, geadresseerde: dossier.geadresseerde });
  if (invoer.concept !== null) await neemConceptOver(ctx, invoer.concept, dossier.id);
  const resultaat: IngediendeMelding = { dossierId: dossier.id, nummer: dossier.nummer };
  return { resultaat, object: { soort: 'dossier', id: dossier.id }, dossierId: dossier.id };
}

async function plaatsVan(ctx: ActorContext, invoer: MeldingInvoer): Promise<{ locatieId: Id | null; naam: string }> {
  if (invoer.locatie === ELDERS) {
    if (invoer.plek === '') throw veldfout('plek', 'Schrijf waar het was, bijvoorbeeld ‘parkeerplaats bij het zwembad’.');
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

/** The files of the half-filled form go to the dossier; the form itself is gone. Only the author's own. */
async function neemConceptOver(ctx: ActorContext, conceptId: Id, dossierId: Id): Promise<void> {
  const weg = await ctx.trx.deleteFrom('concept').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', conceptId).where('medewerker_id', '=', ctx.actor.id).executeTakeFirst();
  if (Number(weg.numDeletedRows) === 0) return;
  await ctx.trx.updateTable('bestand').set({ dossier_id: dossierId, concept_id: null }).where('organisatie_id', '=', ctx.organisatieId).where('concept_id', '=', conceptId).where('door', '=', ctx.actor.id).execute();
}
