import { z } from 'zod';
import type { Temporal } from 'temporal-polyfill';
import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id } from '../../kern/invoer.ts';
import type { Compartiment } from '../../kern/rechten/index.ts';
import { vervalmoment } from '../../kern/tijd/index.ts';
import { collega, instellingenVan, leidinggevendenVan, metRol, type Collega } from '../../inrichting/index.ts';
import { vraag, type ActorContext } from '../../platform/deuren/index.ts';
import { belofteVandaag } from '../../nazorg/index.ts';
import { conceptbestanden, type Bestandsregel } from '../../dossier/index.ts';
import { ingediendAls, onderdeelVan, type IngediendeMelding } from '../handelingen/indienen.ts';
import { eenVeld, LEEG, leesInhoud, voorvalVan, waarGebleven, type Conceptinhoud, type Conceptsoort, type Stap } from '../regels/concept.ts';
import { ELDERS, meldtZelf } from '../regels/melding.ts';
import { mogelijkDezelfde, type MogelijkDezelfde } from './dezelfde.ts';

/** Someone to call or to go to. */
export interface Aanspreekbaar {
  id: Id;
  naam: string;
  telefoon: string;
  werkgever: string;
}

async function personen({ trx, organisatieId }: Pick<ActorContext, 'trx' | 'organisatieId'>, ids: readonly Id[]): Promise<Aanspreekbaar[]> {
  if (ids.length === 0) return [];
  const rijen = await trx.selectFrom('medewerker').select(['id', 'naam', 'telefoon', 'werkgever']).where('organisatie_id', '=', organisatieId).where('id', 'in', [...ids]).execute();
  return ids.flatMap((wie) => rijen.filter((r) => r.id === wie));
}

export interface Conceptregel {
  id: Id;
  soort: Conceptsoort;
  bewaardOp: Temporal.Instant;
  /** Names of the forms that were ticked. */
  vormen: string[];
  voor: string | null;
  /** Where to go on. */
  verder: Stap;
}

export interface Melddeur {
  /** Whether this colleague reports himself; otherwise `meldenVoor` says who does it for him. */
  zelf: boolean;
  meldenVoor: { leidinggevende: Aanspreekbaar | null; centraal: Aanspreekbaar[] };
  concepten: Conceptregel[];
  telefoon: { opvang: string; beveiliging: string };
}

/** The door to reporting: whether someone reports himself, who does it otherwise, and what he left half filled in. */
export const melddeur = vraag({
  naam: 'concept.lezen',
  invoer: z.object({}),
  async haal(ctx): Promise<Melddeur> {
    const { trx, organisatieId, actor } = ctx;
    const ik = await collega(ctx, actor.id);
    if (!ik) throw fout('niet-gevonden');
    const onderdeel = await onderdeelVan(ctx, ik.onderdeelId);
    const [lijn, centraal, { instellingen }, concepten, vormen] = await Promise.all([
      leidinggevendenVan(ctx, ik.onderdeelId), metRol(ctx, 'namensmelder', onderdeel.compartiment), instellingenVan(ctx),
      trx.selectFrom('concept').select(['id', 'soort', 'inhoud', 'bijgewerkt_op']).where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', actor.id).orderBy('bijgewerkt_op', 'desc').execute(),
      trx.selectFrom('agressievorm').select(['code', 'naam']).where('organisatie_id', '=', organisatieId).execute(),
    ]);
    const eerste = lijn.find((wie) => wie !== actor.id);
    const gelezen = concepten.map((c) => ({ ...c, inhoud: leesInhoud(c.inhoud) }));
    const voorWie = await personen(ctx, [...new Set(gelezen.map((c) => eenVeld(c.inhoud.velden, 'voor')).filter((w) => w !== ''))]);
    return {
      zelf: meldtZelf(onderdeel.fase, onderdeel.compartiment, actor.leidt.length > 0),
      meldenVoor: { leidinggevende: eerste === undefined ? null : ((await personen(ctx, [eerste]))[0] ?? null), centraal: await personen(ctx, centraal.filter((wie) => wie !== actor.id)) },
      concepten: gelezen.map(({ id: conceptId, soort, inhoud, bijgewerkt_op }) => ({
        id: conceptId, soort, bewaardOp: bijgewerkt_op, voor: voorWie.find((p) => p.id === eenVeld(inhoud.velden, 'voor'))?.naam ?? null, verder: waarGebleven(soort, inhoud),
        vormen: vormen.filter((v) => lijstVan(inhoud, 'vormen').includes(v.code)).map((v) => v.naam),
      })),
      telefoon: instellingen.telefoon,
    };
  },
});

function lijstVan({ velden }: Conceptinhoud, naam: string): readonly string[] {
  const w = velden[naam];
  return Array.isArray(w) ? w : w === undefined || w === '' ? [] : [w];
}

export interface Conceptbeeld {
  id: Id;
  soort: Conceptsoort;
  inhoud: Conceptinhoud;
  /** When it was last kept; null for one that was not kept yet. */
  bewaardOp: Temporal.Instant | null;
  /** The report that already came of it. */
  verstuurd: IngediendeMelding | null;
  /** Whom it happened to, when that is someone else; the reporter himself otherwise. */
  voor: Collega | null;
  /** Workplace of whom it happened to, as the first guess of where it was. */
  werkplek: Id | null;
  compartiment: Compartiment;
  /** Who is told first on the ordinary route: the leidinggevende, or the griffier in the closed compartment. */
  eerste: Aanspreekbaar | null;
  adviseurs: Aanspreekbaar[];
  /** By when someone calls, if it were sent now: who asks to be called today, and who can wait. */
  gebeld: { vandaag: Temporal.Instant; gewoon: Temporal.Instant };
  opvang: string;
  locaties: { id: Id; naam: string }[];
  vormen: { code: string; naam: string; voorbeeld: string }[];
  bestanden: Bestandsregel[];
}

/** A half-filled form with what its pages need. An id that is not known is a form that was not kept yet. */
export const conceptbeeld = vraag({
  naam: 'concept.lezen',
  invoer: z.object({ concept: id('Begin opnieuw bij Melden.'), soort: z.enum(['melding', 'namens']).default('melding') }),
  haal: (ctx) => beeldVan(ctx, ctx.invoer.concept, ctx.invoer.soort),
});

async function beeldVan(ctx: ActorContext, conceptId: Id, nieuwSoort: Conceptsoort): Promise<Conceptbeeld> {
  const { trx, organisatieId, actor } = ctx;
  const [rij, ik, locaties, vormen, bestanden] = await Promise.all([
    trx.selectFrom('concept').select(['soort', 'inhoud', 'bijgewerkt_op']).where('organisatie_id', '=', organisatieId).where('id', '=', conceptId).where('medewerker_id', '=', actor.id).executeTakeFirst(),
    collega(ctx, actor.id),
    trx.selectFrom('locatie').select(['id', 'naam']).where('organisatie_id', '=', organisatieId).where('actief', '=', true).orderBy('naam').execute(),
    trx.selectFrom('agressievorm').select(['code', 'naam', 'voorbeeld']).where('organisatie_id', '=', organisatieId).where('actief', '=', true).orderBy('volgorde').execute(),
    conceptbestanden(ctx, conceptId, actor.id),
  ]);
  if (!ik) throw fout('niet-gevonden');
  const inhoud = rij ? leesInhoud(rij.inhoud) : LEEG;
  const soort = rij?.soort ?? nieuwSoort;
  const gekozen = eenVeld(inhoud.velden, 'voor');
  const voor = soort === 'namens' && gekozen !== '' ? await collega(ctx, gekozen) : null;
  const wie = voor ?? ik;
  const { compartiment } = await onderdeelVan(ctx, wie.onderdeelId);
  const [{ instellingen, kalender }, eersten, adviseurs, verstuurd] = await Promise.all([
    instellingenVan(ctx),
    compartiment === 'politiek' ? metRol(ctx, 'griffier', compartiment) : leidinggevendenVan(ctx, wie.onderdeelId), metRol(ctx, 'adviseur', compartiment), rij ? null : ingediendAls(ctx, conceptId),
  ]);
  const eerste = eersten.find((p) => p !== wie.id);
  const gewoon = vervalmoment(ctx.nu, instellingen.termijnen[compartiment].nazorg_24u, kalender);
  const vandaag = belofteVandaag(ctx.nu, 'vandaag', kalender);
  return {
    id: conceptId, soort, inhoud, bewaardOp: rij?.bijgewerkt_op ?? null, verstuurd, voor, werkplek: wie.locatieId, compartiment,
    eerste: eerste === undefined ? null : ((await personen(ctx, [eerste]))[0] ?? null), adviseurs: await personen(ctx, adviseurs.filter((p) => p !== wie.id)), gebeld: { gewoon, vandaag: vandaag && vandaag.epochNanoseconds < gewoon.epochNanoseconds ? vandaag : gewoon },
    opvang: instellingen.telefoon.opvang, locaties, vormen, bestanden,
  };
}

/** The same for the page on which someone looks it over: also which reports may be about the same event. */
export const nakijkbeeld = vraag({
  naam: 'concept.lezen',
  invoer: z.object({ concept: id('Begin opnieuw bij Melden.') }),
  async haal(ctx): Promise<{ beeld: Conceptbeeld; dezelfde: MogelijkDezelfde }> {
    const beeld = await beeldVan(ctx, ctx.invoer.concept, 'melding');
    const voorval = voorvalVan(beeld.inhoud);
    const locatie = eenVeld(beeld.inhoud.velden, 'locatie');
    const wie = beeld.voor ?? (await collega(ctx, ctx.actor.id));
    if (!voorval || !wie || locatie === '') return { beeld, dezelfde: { eigen: [], vanCollega: false } };
    const dezelfde = await mogelijkDezelfde(ctx, {
      onderdeelId: wie.onderdeelId, compartiment: beeld.compartiment, ...voorval, locatieId: locatie === ELDERS ? null : (beeld.locaties.find((l) => l.id === locatie)?.id ?? null), plek: locatie === ELDERS ? eenVeld(beeld.inhoud.velden, 'plek') : '',
    });
    return { beeld, dezelfde };
  },
});
