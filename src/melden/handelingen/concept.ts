import { z } from 'zod';
import { Fout, fout, veldfout, type Veldfout } from '../../kern/fouten/index.ts';
import { isId, type Id } from '../../kern/ids.ts';
import { id, tekst } from '../../kern/invoer.ts';
import { magAlgemeen } from '../../kern/rechten/index.ts';
import { collegaVelden, gekozenCollega, type Collega } from '../../inrichting/index.ts';
import { handeling, systeemhandeling, type ActorContext } from '../../platform/deuren/index.ts';
import { Bewaardbestand, haalConceptbestandenWeg, haalConceptbestandWeg, herkomst, legBestandVast } from '../../dossier/index.ts';
import { BEWAARDAGEN, gezegdOp, isOnaangeroerd, keurStap, LEEG, leesInhoud, MEESTE_CONCEPTEN, neemOver, type Conceptinhoud, type Conceptsoort } from '../regels/concept.ts';
import { ELDERS } from '../regels/melding.ts';
import { ingediendAls, magNamens, mijnOnderdeel, NIET_VOOR, onderdeelVan } from './indienen.ts';

/** Job that removes a half-filled form nobody came back to. */
export const TAAK_OPRUIMEN = 'concept.opruimen';

const OPNIEUW = 'Begin opnieuw bij Melden.';

export interface BewaardConcept {
  id: Id;
  soort: Conceptsoort;
  /** What is not right yet in the step that was kept; it is kept nonetheless. */
  fouten: Veldfout[];
}

/**
 * Keeps one step of a half-filled form, right or not: what was typed is never lost. The first step makes the concept; its id
 * was chosen when the form was shown, so that sending it twice makes one.
 */
export const bewaarConcept = handeling({
  naam: 'concept.bewaren',
  herhaalbaar: true,
  invoer: z.object({ concept: id(OPNIEUW), stap: z.enum(['wat', 'wie', 'jij']), velden: z.record(z.string().max(100), z.unknown()) }),
  async voerUit(ctx) {
    const { concept, stap, velden } = ctx.invoer;
    const was = await conceptOpSlot(ctx, concept);
    if (!was && stap !== 'wat') throw (await ingediendAls(ctx, concept)) ? fout('conflict.toestand', { redenen: [AL_VERSTUURD] }) : fout('niet-gevonden');
    const soort = was?.soort ?? 'melding';
    const inhoud = neemOver(was?.inhoud ?? LEEG, stap, velden, ctx.nu);
    // Whoever opened the form and left, left nothing.
    if (was || !isOnaangeroerd(inhoud)) await schrijf(ctx, concept, soort, inhoud, was === null);
    const fouten = keurStap(stap, velden, gezegdOp(inhoud) ?? ctx.nu);
    if (stap === 'wat') fouten.push(...(await onbekendeKeuzes(ctx, inhoud, fouten)));
    const resultaat: BewaardConcept = { id: concept, soort, fouten };
    return { resultaat, object: { soort: 'concept', id: concept } };
  },
});

/** Keeps for whom someone reports; makes the concept of a report on behalf. Whoever stops is not held up by a colleague that is not found. */
export const bewaarVoorWie = handeling({
  naam: 'concept.bewaren',
  herhaalbaar: true,
  invoer: z.object({ concept: id(OPNIEUW), ...collegaVelden, bron: tekst({ max: 60 }), namens_reden: tekst({ max: 5_000 }), stop: z.boolean().default(false) }),
  async voerUit(ctx) {
    const { invoer } = ctx;
    if (!magAlgemeen(ctx.actor, 'melding.namens')) throw fout('niet-gevonden');
    const voor = await voorWie(ctx, invoer).catch((e: unknown) => {
      if (invoer.stop && e instanceof Fout && e.code === 'invoer.ongeldig') return null;
      throw e;
    });
    const was = await conceptOpSlot(ctx, invoer.concept);
    if (was && was.soort !== 'namens') throw fout('niet-gevonden');
    const velden = { voor: voor?.id ?? '', voor_naam: voor ? '' : invoer.medewerker_naam, bron: invoer.bron, namens_reden: invoer.namens_reden };
    const inhoud = neemOver(was?.inhoud ?? LEEG, 'namens', velden, ctx.nu);
    if (was || !isOnaangeroerd(inhoud)) await schrijf(ctx, invoer.concept, 'namens', inhoud, was === null);
    const resultaat: BewaardConcept = { id: invoer.concept, soort: 'namens', fouten: keurStap('namens', velden, ctx.nu) };
    return { resultaat, object: { soort: 'concept', id: invoer.concept } };
  },
});

/** The colleague that was chosen, when someone may report for him. */
async function voorWie(ctx: ActorContext, invoer: Parameters<typeof gekozenCollega>[1]): Promise<Collega> {
  const voor = await gekozenCollega(ctx, invoer);
  const { compartiment } = await onderdeelVan(ctx, voor.onderdeelId);
  if (!magNamens(ctx.actor, voor, compartiment)) throw veldfout('medewerker_naam', voor.id === ctx.actor.id ? 'Dit ben je zelf. Ga terug en meld het voor jezelf.' : NIET_VOOR);
  return voor;
}

export const AL_VERSTUURD = 'Deze melding heb je al verstuurd. Je vindt haar bij ‘Mijn meldingen’.';

/** Throws a half-filled form away, with its files. It cannot be brought back. */
export const gooiConceptWeg = handeling({
  naam: 'concept.weggooien',
  invoer: z.object({ concept: id(OPNIEUW) }),
  async voerUit(ctx) {
    const { concept } = ctx.invoer;
    const weg = await ctx.trx.deleteFrom('concept').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', concept).where('medewerker_id', '=', ctx.actor.id).executeTakeFirst();
    if (Number(weg.numDeletedRows) === 0) throw fout('niet-gevonden');
    await haalConceptbestandenWeg(ctx, concept, ctx.actor.id);
    return { resultaat: null, object: { soort: 'concept', id: concept } };
  },
});

/** Puts a file with a half-filled form. */
export const voegConceptbestandToe = handeling({
  naam: 'concept.bestand',
  invoer: Bewaardbestand.extend({ concept: id(OPNIEUW) }),
  async voerUit(ctx) {
    const was = await conceptOpSlot(ctx, ctx.invoer.concept);
    if (!was) throw fout('niet-gevonden');
    await legBestandVast(ctx, { conceptId: ctx.invoer.concept }, ctx.invoer);
    await schrijf(ctx, ctx.invoer.concept, was.soort, was.inhoud, false);
    return { resultaat: { bestand: ctx.invoer.bestand }, object: { soort: 'bestand', id: ctx.invoer.bestand }, journaal: herkomst(ctx.invoer) };
  },
});

/** Takes a file off a half-filled form. */
export const haalBestandVanConcept = handeling({
  naam: 'concept.bestand',
  invoer: z.object({ concept: id(OPNIEUW), bestand: id(OPNIEUW) }),
  async voerUit(ctx) {
    await haalConceptbestandWeg(ctx, { conceptId: ctx.invoer.concept, bestandId: ctx.invoer.bestand });
    return { resultaat: { concept: ctx.invoer.concept }, object: { soort: 'bestand', id: ctx.invoer.bestand } };
  },
});

/** Removes a half-filled form that was not touched for thirty days; comes back later when it was. */
export const ruimConceptOp = systeemhandeling({
  naam: 'concept.opruimen',
  invoer: z.object({ conceptId: z.uuid() }),
  async voerUit(ctx) {
    const { conceptId } = ctx.invoer;
    const c = await ctx.trx.selectFrom('concept').select(['medewerker_id', 'bijgewerkt_op']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', conceptId).forUpdate().executeTakeFirst();
    if (!c) return null;
    const einde = c.bijgewerkt_op.add({ hours: BEWAARDAGEN * 24 });
    if (einde.epochNanoseconds > ctx.nu.epochNanoseconds) {
      await ctx.plaats(TAAK_OPRUIMEN, { conceptId }, { nietVoor: einde });
      return null;
    }
    await haalConceptbestandenWeg(ctx, conceptId, c.medewerker_id);
    await ctx.trx.deleteFrom('concept').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', conceptId).execute();
    return { resultaat: null, object: { soort: 'concept', id: conceptId } };
  },
});

interface Concept {
  soort: Conceptsoort;
  inhoud: Conceptinhoud;
}

/** One's own half-filled form, locked; null when it is not there or someone else's. */
async function conceptOpSlot(ctx: ActorContext, conceptId: Id): Promise<Concept | null> {
  const rij = await ctx.trx.selectFrom('concept').select(['soort', 'inhoud']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', conceptId).where('medewerker_id', '=', ctx.actor.id).forUpdate().executeTakeFirst();
  return rij ? { soort: rij.soort, inhoud: leesInhoud(rij.inhoud) } : null;
}

async function schrijf(ctx: ActorContext, conceptId: Id, soort: Conceptsoort, inhoud: Conceptinhoud, nieuw: boolean): Promise<void> {
  if (nieuw) await begin(ctx, conceptId, soort);
  const uit = await ctx.trx.insertInto('concept').values({
    organisatie_id: ctx.organisatieId, id: conceptId, medewerker_id: ctx.actor.id, soort, inhoud: JSON.stringify(inhoud), begonnen_op: ctx.nu, bijgewerkt_op: ctx.nu,
  }).onConflict((c) => c.columns(['organisatie_id', 'id']).doUpdateSet((eb) => ({ inhoud: eb.ref('excluded.inhoud'), bijgewerkt_op: ctx.nu, versie: eb('concept.versie', '+', 1) }))
    // Someone else's concept under this id stays his; to the sender it does not exist.
    .where('concept.medewerker_id', '=', ctx.actor.id).where('concept.soort', '=', soort)).returning('id').executeTakeFirst();
  if (!uit) throw fout('niet-gevonden');
}

/** What a new concept needs: room for one more, no report that already came of it, and a moment at which it is cleared away. */
async function begin(ctx: ActorContext, conceptId: Id, soort: Conceptsoort): Promise<void> {
  if (soort === 'melding') await mijnOnderdeel(ctx);
  if (await ingediendAls(ctx, conceptId)) throw fout('conflict.toestand', { redenen: [AL_VERSTUURD] });
  const { n } = await ctx.trx.selectFrom('concept').select((eb) => eb.fn.countAll<number>().as('n')).where('organisatie_id', '=', ctx.organisatieId).where('medewerker_id', '=', ctx.actor.id).executeTakeFirstOrThrow();
  if (n >= MEESTE_CONCEPTEN) throw fout('conflict.toestand', { redenen: [`Je hebt al ${MEESTE_CONCEPTEN} half ingevulde meldingen. Maak er eerst een af, of gooi er een weg.`] });
  await ctx.plaats(TAAK_OPRUIMEN, { conceptId }, { nietVoor: ctx.nu.add({ hours: BEWAARDAGEN * 24 }) });
}

/** Choices that are not in the lists of this organisation, such as those of another one. */
async function onbekendeKeuzes(ctx: ActorContext, { velden }: Conceptinhoud, al: readonly Veldfout[]): Promise<Veldfout[]> {
  const uit: Veldfout[] = [];
  const { vormen, locatie } = velden;
  if (Array.isArray(vormen) && vormen.length > 0) {
    const bekend = await ctx.trx.selectFrom('agressievorm').select('code').where('organisatie_id', '=', ctx.organisatieId).where('actief', '=', true).where('code', 'in', vormen).execute();
    if (bekend.length !== new Set(vormen).size) uit.push({ veld: 'vormen', tekst: 'Kies wat er gebeurde uit de lijst.' });
  }
  if (typeof locatie === 'string' && locatie !== ELDERS && isId(locatie)) {
    const bekend = await ctx.trx.selectFrom('locatie').select('id').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', locatie).executeTakeFirst();
    if (!bekend) uit.push({ veld: 'locatie', tekst: 'Kies waar het gebeurde.' });
  }
  return uit.filter((f) => !al.some((x) => x.veld === f.veld));
}
