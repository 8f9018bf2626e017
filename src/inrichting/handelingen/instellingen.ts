import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import { lijst, tekst, vinkje } from '../../kern/invoer.ts';
import type { Compartiment } from '../../kern/rechten/index.ts';
import { KalenderInstellingen, leesDatum, leesTijd, termijnEenheden, Termijnregel, dagVan } from '../../kern/tijd/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { telefoon } from '../csv/waarden.ts';
import { Instellingen, ontvangersOp, termijnsoorten, type Laddersoort, type Ontvanger, type Termijnsoort } from '../instellingen.ts';
import { alsRijen, geheelGetal } from '../invoer.ts';
import { organisatieOpSlot } from './gedeeld.ts';

/** A fingerprint of a part of the settings: two people who edit different parts do not get in each other's way. */
export function stempel(waarde: unknown): string {
  return createHash('sha256').update(JSON.stringify(waarde)).digest('hex').slice(0, 16);
}

export const MEEST_STAPPEN = 10;
export const MEEST_SLUITINGSDAGEN = 60;
const gezien = { versie: tekst({ max: 16 }) };

/** For whom a part is: the closed compartment has its own terms and ladder, set by its own people. The beheerder sets up both. */
function magDeel({ actor }: ActorContext, voor: Compartiment | 'allen'): void {
  const mag = actor.rollen.some((r) => r.rol === 'beheerder' || (r.rol === 'adviseur' && (voor === 'allen' || r.compartiment === voor)) || (r.rol === 'griffier' && voor === 'politiek' && r.compartiment === 'politiek'));
  if (!mag) throw fout('niet-gevonden');
}

type Ruw = Record<string, unknown>;
const deelVan = (ruw: unknown): Ruw => (typeof ruw === 'object' && ruw !== null && !Array.isArray(ruw) ? { ...(ruw as Ruw) } : {});

/**
 * Puts one part of the settings in the place of what was there. Only that part is written: what was never set keeps following
 * the product's defaults. Clocks that run keep the moment they had.
 */
async function bewaarDeel(ctx: ActorContext, deel: string, was: (i: Instellingen) => unknown, versie: string, zet: (ruw: Ruw, nu: Instellingen) => Ruw) {
  await organisatieOpSlot(ctx);
  const { instellingen: ruw } = await ctx.trx.selectFrom('organisatie').select('instellingen').where('organisatie_id', '=', ctx.organisatieId).executeTakeFirstOrThrow();
  const nu = Instellingen.parse(ruw);
  if (stempel(was(nu)) !== versie) throw fout('conflict.gewijzigd');
  const nieuw = zet(deelVan(ruw), nu);
  Instellingen.parse(nieuw);
  await ctx.trx.updateTable('organisatie').set((eb) => ({ instellingen: JSON.stringify(nieuw), versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).execute();
  return { resultaat: { deel }, object: { soort: 'instellingen', id: deel } };
}

/** A term as a form sends it: text becomes a number, so that the rule itself says what is wrong, at the field. */
const Termijnvelden = z.preprocess((w) => {
  const { aantal, eenheid } = deelVan(w);
  return { aantal: typeof aantal === 'string' && /^\s*\d{1,6}\s*$/.test(aantal) ? Number(aantal) : Number.NaN, eenheid };
}, z.object({ aantal: z.unknown(), eenheid: z.enum(termijnEenheden, { error: 'Kies een eenheid.' }) }).pipe(Termijnregel));
const soortcodes = Object.keys(termijnsoorten) as Termijnsoort[];

/** Sets the terms of one compartment. */
export const stelTermijnenIn = (compartiment: Compartiment) => handeling({
  naam: 'inrichting.termijnen',
  invoer: z.object({ ...gezien, ...(Object.fromEntries(soortcodes.map((s) => [s, Termijnvelden])) as Record<Termijnsoort, typeof Termijnvelden>) }),
  async voerUit(ctx) {
    magDeel(ctx, compartiment);
    const { versie, ...regels } = ctx.invoer;
    return bewaarDeel(ctx, `termijnen-${compartiment}`, (i) => i.termijnen[compartiment], versie, (ruw, nu) => {
      const nieuw = Object.fromEntries(soortcodes.map((s) => [s, { ...regels[s], schuiftDoor: nu.termijnen[compartiment][s].schuiftDoor }]));
      return { ...ruw, termijnen: { ...deelVan(ruw.termijnen), [compartiment]: nieuw } };
    });
  },
});

const leeg = (w: unknown): boolean => w === undefined || w === '';

/** A step of the ladder; one without number and recipient is left out. The place in the list stays, so that an error lands on its row. */
const Stap = (kan: readonly [Ontvanger, ...Ontvanger[]]) =>
  z.preprocess((w) => {
    const { wachttijd, ontvanger } = deelVan(w);
    return leeg(deelVan(wachttijd).aantal) && leeg(ontvanger) ? null : { wachttijd, ontvanger };
  }, z.object({ wachttijd: Termijnvelden, ontvanger: z.enum(kan, { error: 'Kies wie het dan hoort.' }) }).nullable());

/** Sets who hears of a report: at once, and step by step while nobody confirms. */
export const stelLadderIn = (soort: Laddersoort) => handeling({
  naam: 'inrichting.termijnen',
  invoer: z.object({
    ...gezien, direct: lijst(ontvangersOp[soort], 'Kies uit de lijst wie het meteen hoort.').refine((d) => d.length > 0, 'Kies wie het meteen hoort.'),
    stap: z.preprocess((w) => alsRijen(w, MEEST_STAPPEN), z.array(Stap(ontvangersOp[soort]))),
  }),
  async voerUit(ctx) {
    magDeel(ctx, soort === 'politiek' ? 'politiek' : 'ambtelijk');
    const { versie, direct, stap } = ctx.invoer;
    return bewaarDeel(ctx, `meldladder-${soort}`, (i) => i.meldladder[soort], versie, (ruw) => ({ ...ruw, meldladder: { ...deelVan(ruw.meldladder), [soort]: { direct, ladder: stap.filter((s) => s !== null) } } }));
  },
});

/** A time as people type it, kept as 08:30. */
const klokslag = tekst({ max: 40 }).transform((typt, ctx) => {
  const tijd = leesTijd(typt);
  if (tijd.ok) return tijd.waarde.toString({ smallestUnit: 'minute' });
  ctx.addIssue({ code: 'custom', message: tijd.bericht });
  return z.NEVER;
});

const Sluitingsdag = z.preprocess((w) => {
  const { datum, naam } = deelVan(w);
  return leeg(datum) && leeg(naam) ? null : { datum, naam };
}, z.object({ datum: tekst({ max: 60, verplicht: 'Vul een datum in.' }), naam: tekst({ max: 100, verplicht: 'Vul in waarom jullie dan dicht zijn.' }) }).nullable());

/** Sets the working day and the days off. Own closing days that have passed stay as they were. */
export const stelKalenderIn = handeling({
  naam: 'inrichting.termijnen',
  invoer: z.object({
    ...gezien, goedeVrijdag: vinkje, bevrijdingsdag: z.enum(['nooit', 'lustrum', 'elk jaar'], { error: 'Kies wanneer jullie op 5 mei vrij zijn.' }), beginWerkdag: klokslag, eindeWerkdag: klokslag,
    sluiting: z.preprocess((w) => alsRijen(w, MEEST_SLUITINGSDAGEN), z.array(Sluitingsdag)),
  }),
  async voerUit(ctx) {
    magDeel(ctx, 'allen');
    const { versie, sluiting, ...rest } = ctx.invoer;
    const vandaag = dagVan(ctx.nu);
    const gelezen = sluiting.flatMap((rij, i) => {
      if (rij === null) return [];
      const dag = leesDatum(rij.datum, vandaag, 'toekomst');
      if (!dag.ok) throw fout('invoer.ongeldig', { velden: [{ veld: `sluiting.${i}.datum`, tekst: dag.bericht }] });
      return [{ datum: dag.waarde.toString(), naam: rij.naam }];
    });
    const dubbel = gelezen.findIndex((g, i) => gelezen.slice(0, i).some((x) => x.datum === g.datum));
    if (dubbel >= 0) throw fout('invoer.ongeldig', { velden: [{ veld: '', tekst: 'Een dag staat er twee keer in. Haal er een weg.' }] });
    return bewaarDeel(ctx, 'kalender', (i) => i.kalender, versie, (ruw, nu) => {
      const voorbij = nu.kalender.eigenSluitingsdagen.filter((d) => d.datum < vandaag.toString());
      const kalender = KalenderInstellingen.safeParse({ ...rest, eigenSluitingsdagen: [...voorbij, ...gelezen.filter((g) => !voorbij.some((v) => v.datum === g.datum))].sort((a, b) => a.datum.localeCompare(b.datum)) });
      if (!kalender.success) throw fout('invoer.ongeldig', { velden: kalender.error.issues.map((x) => ({ veld: x.path.map(String).join('.'), tekst: x.message })) });
      return { ...ruw, kalender: kalender.data };
    });
  },
});

const UREN = 'Vul een heel aantal uren in, van 0 tot en met 168.';

/** Sets reminders, telephone numbers, how close two reports must be to be shown as perhaps the same event, and how long a signal may last. */
export const stelOverigIn = handeling({
  naam: 'inrichting.termijnen',
  invoer: z.object({
    ...gezien, herinneringUren: geheelGetal(0, 168, UREN), zelfdeGebeurtenisUren: geheelGetal(1, 168, UREN.replace('0 tot', '1 tot')), signaalMaanden: geheelGetal(1, 24, 'Vul een heel aantal maanden in, van 1 tot en met 24.'),
    opvang: tekst({ max: 60 }).pipe(telefoon), beveiliging: tekst({ max: 60 }).pipe(telefoon),
  }),
  async voerUit(ctx) {
    magDeel(ctx, 'allen');
    const { versie, herinneringUren, zelfdeGebeurtenisUren, signaalMaanden, opvang, beveiliging } = ctx.invoer;
    return bewaarDeel(ctx, 'overig', overig, versie, (ruw) => ({ ...ruw, herinneringUren, zelfdeGebeurtenisUren, signaalMaanden, telefoon: { opvang, beveiliging } }));
  },
});

/** Sets how long a measure may last, whether another must decide, and which services always go on (functies D2, D9). */
export const stelMaatregelenIn = handeling({
  naam: 'inrichting.termijnen',
  invoer: z.object({
    ...gezien, maxMaanden: geheelGetal(1, 60, 'Vul een heel aantal maanden in, van 1 tot en met 60.'), vierOgen: vinkje,
    kerndiensten: tekst({ max: 3_000, verplicht: 'Noem minstens één dienst die altijd doorgaat.' }).transform((t) => t.split('\n').map((r) => r.trim()).filter((r) => r !== ''))
      .refine((r) => r.length <= 12 && r.every((x) => x.length <= 200), 'Noem hoogstens twaalf diensten, elk op een eigen regel van hoogstens 200 tekens.'),
  }),
  async voerUit(ctx) {
    magDeel(ctx, 'allen');
    const { versie, maxMaanden, vierOgen, kerndiensten } = ctx.invoer;
    return bewaarDeel(ctx, 'maatregelen', (i) => i.maatregelen, versie, (ruw) => ({ ...ruw, maatregelen: { maxMaanden, vierOgen, kerndiensten } }));
  },
});

/** The part of the settings that `stelOverigIn` is about. */
export function overig({ herinneringUren, telefoon: nummers, zelfdeGebeurtenisUren, signaalMaanden }: Instellingen) {
  return { herinneringUren, telefoon: nummers, zelfdeGebeurtenisUren, signaalMaanden };
}
