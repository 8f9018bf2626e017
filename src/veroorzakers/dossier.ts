import { z } from 'zod';
import { fout } from '../kern/fouten/index.ts';
import type { Id } from '../kern/ids.ts';
import { id, keuze, tekst, versie } from '../kern/invoer.ts';
import { mag } from '../kern/rechten/index.ts';
import { dagVan } from '../kern/tijd/index.ts';
import { handeling, vraag, type ActorContext } from '../platform/deuren/index.ts';
import { dossierOnderwerp, dossierOpSlot, legVast, type DossierOnderwerp, type Verhuizer } from '../dossier/index.ts';
import { eersteKennisgeving } from './avg/openen.ts';
import { feitstatusVan } from './feitstatus.ts';
import { vanGegevens, zoekKandidaten, MEEST_GETOOND, type Herkenning } from './herken.ts';
import { incidentenVan, type Incidentregel } from './incidenten.ts';
import { alsGegevens, groepVan, type Groep, type Persoonrecord } from './lezen.ts';
import { isZelf, regieIn, slotOpPersonen } from './onderwerp.ts';
import { nietDezelfde, voegSamen, zegNietDezelfde, type Gezien } from './oordelen.ts';
import { leesGegevens, naarVelden, persoonvelden, splitsNaam, type Gegevens } from './regels/gegevens.ts';
import { ONBEKEND } from './regels/invoer.ts';
import { maakRecord, wijzigRecord } from './schrijven.ts';

type Ctx = Pick<ActorContext, 'trx' | 'organisatieId'>;
type Betrokkene = Awaited<ReturnType<typeof veroorzakersIn>>[number];

/** The parties of a dossier as veroorzaker, in the order they were added. */
function veroorzakersIn({ trx, organisatieId }: Ctx, dossierId: Id) {
  return trx.selectFrom('betrokkene as b').leftJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'b.organisatie_id').onRef('m.id', '=', 'b.medewerker_id'))
    .leftJoin('koppeling as k', (j) => j.onRef('k.organisatie_id', '=', 'b.organisatie_id').onRef('k.betrokkene_id', '=', 'b.id'))
    .select(['b.id', 'b.soort', 'b.naam', 'b.omschrijving', 'b.contact', 'b.medewerker_id', 'm.naam as collega', 'm.soort as collegasoort', 'k.persoon_id'])
    .where('b.organisatie_id', '=', organisatieId).where('b.dossier_id', '=', dossierId).where('b.rol', '=', 'veroorzaker').where('b.vervallen_op', 'is', null).orderBy('b.toegevoegd_op').orderBy('b.id').execute();
}

/** What was reported of a betrokkene, as the first state of his record. */
function gemeld(b: Betrokkene): Gegevens {
  const soort = b.medewerker_id !== null ? (b.collegasoort === 'politiek' ? 'politicus' : 'collega') : b.soort === 'medewerker' || b.soort === 'derde' ? 'bekend' : b.soort;
  const middelen: Gegevens['middelen'] = [];
  if (b.soort === 'account' && b.naam !== '') middelen.push({ soort: 'account', waarde: b.naam });
  if (/^[^\s@]+@[^\s@]+$/.test(b.contact)) middelen.push({ soort: 'email', waarde: b.contact });
  else if (/^[+\d][\d ()-]{5,20}$/.test(b.contact)) middelen.push({ soort: 'telefoon', waarde: b.contact });
  const rest = middelen.some((m) => m.waarde === b.contact) ? '' : b.contact;
  const namen: Gegevens['namen'] = b.medewerker_id !== null || b.naam === '' || b.soort === 'account' ? [] : [{ soort: 'gemeld', voornamen: '', voorvoegsel: '', geslachtsnaam: b.naam }];
  return { soort, namen, geboren: ONBEKEND, adres: null, middelen, omschrijving: [b.omschrijving, rest].filter((d) => d !== '').join('\n') };
}

/** What stands in the form to begin with: the record, or what was reported with the name laid apart. */
function beginvelden(b: Betrokkene, record: Persoonrecord | null) {
  const g = record ? alsGegevens(record) : gemeld(b);
  const heel = g.namen.find((n) => n.soort === 'gemeld')?.geslachtsnaam;
  return { ...naarVelden(g), ...(heel !== undefined && !g.namen.some((n) => n.soort === 'geboorte') && g.soort === 'bekend' ? splitsNaam(heel) : {}) };
}

async function recordVan(ctx: Ctx, b: Betrokkene): Promise<{ record: Persoonrecord; groep: Groep } | null> {
  if (b.persoon_id === null) return null;
  const groep = await groepVan(ctx, b.persoon_id);
  const record = groep?.records.find((r) => r.id === b.persoon_id);
  return groep && record ? { groep, record } : null;
}

/** One veroorzaker of the dossier: what is recorded here, and for who may know, who he is elsewhere. */
export interface Veroorzaker {
  id: Id;
  naam: string;
  /** What is recorded in this dossier; null while nobody did. */
  record: Persoonrecord | null;
  begin: Record<string, string>;
  /** Only for who handles persons in this compartment. */
  herkend: { groep: Groep | null; herkenning: Herkenning; eerder: Incidentregel[]; beslist: number } | null;
}

/** The veroorzakers of a dossier. Who else they may be, and what else they did, is only for the Adviseur and the griffier of this compartment. */
export const veroorzakerbeeld = vraag({
  naam: 'veroorzaker.lezen',
  invoer: z.object({ id: id('Dit dossier bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { onderwerp } = ctx;
    const herkent = mag('veroorzaker.herkennen', onderwerp.hoedanigheden);
    const [dossier, wie, feitstatus] = await Promise.all([
      ctx.trx.selectFrom('dossier').select(['id', 'nummer', 'titel']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', onderwerp.dossierId).executeTakeFirstOrThrow(),
      veroorzakersIn(ctx, onderwerp.dossierId), feitstatusVan(ctx, onderwerp.dossierId),
    ]);
    const veroorzakers: Veroorzaker[] = [];
    for (const b of wie) {
      const eigen = await recordVan(ctx, b);
      veroorzakers.push({ id: b.id, naam: b.collega ?? (b.naam || eigen?.groep.weergave || ''), record: eigen?.record ?? null, begin: beginvelden(b, eigen?.record ?? null), herkend: herkent ? await herken(ctx, onderwerp, b, eigen) : null });
    }
    return { dossier, veroorzakers, feitstatus, compartiment: onderwerp.feiten.compartiment, mag: (h: Parameters<typeof mag>[0]) => mag(h, onderwerp.hoedanigheden, onderwerp.status) };
  },
});
export type Veroorzakerbeeld = Awaited<ReturnType<typeof veroorzakerbeeld.haal>>;

async function herken(ctx: ActorContext, onderwerp: DossierOnderwerp, b: Betrokkene, eigen: { record: Persoonrecord; groep: Groep } | null): Promise<NonNullable<Veroorzaker['herkend']>> {
  const groep = eigen?.groep ?? null;
  if (groep && (groep.hoofd.gewist_op !== null || groep.hoofd.beperkt_op !== null)) return { groep, herkenning: { kandidaten: [], beslissendVeld: null }, eerder: [], beslist: 0 };
  const niet = groep ? await nietDezelfde(ctx, groep) : new Set<Id>();
  const herkenning = await zoekKandidaten(ctx, {
    ...(groep ? { groep } : { gegevens: vanGegevens(gemeld(b)) }), compartiment: onderwerp.feiten.compartiment, medewerkerId: b.medewerker_id, niet: new Set([...niet, ...(groep ? [groep.id] : [])]),
  });
  return { groep, herkenning: { ...herkenning, kandidaten: herkenning.kandidaten.slice(0, MEEST_GETOOND) }, eerder: groep ? await incidentenVan(ctx, groep, onderwerp.dossierId) : [], beslist: niet.size };
}

/** The veroorzaker a form is about; not found when he is not in this dossier. */
async function veroorzakerIn(ctx: ActorContext, dossierId: Id, betrokkeneId: Id): Promise<Betrokkene> {
  const b = (await veroorzakersIn(ctx, dossierId)).find((x) => x.id === betrokkeneId);
  if (!b) throw fout('niet-gevonden');
  return b;
}

async function zorgVoorRecord(ctx: ActorContext, onderwerp: DossierOnderwerp, b: Betrokkene, gegevens: Gegevens): Promise<Id> {
  const persoonId = await maakRecord(ctx, { compartiment: onderwerp.feiten.compartiment, gegevens, medewerkerId: b.medewerker_id });
  await ctx.trx.insertInto('koppeling').values({ organisatie_id: ctx.organisatieId, betrokkene_id: b.id, dossier_id: onderwerp.dossierId, persoon_id: persoonId, door: ctx.actor.id, op: ctx.nu }).execute();
  return persoonId;
}

/** Writes down what this dossier tells of who the veroorzaker is. Only the record of this dossier changes, whoever else it was joined with. */
export const vulVeroorzakerAan = handeling({
  naam: 'veroorzaker.aanvullen',
  // 0: there was no record yet when the form was shown.
  invoer: z.object({ id: id('Open het dossier opnieuw.'), betrokkene: id('Open het dossier opnieuw.'), versie: z.union([z.literal('0').transform(() => 0), versie]), ...persoonvelden }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    await slotOpPersonen(ctx);
    const b = await veroorzakerIn(ctx, onderwerp.dossierId, invoer.betrokkene);
    const gegevens = leesGegevens(invoer, dagVan(ctx.nu));
    if (b.medewerker_id !== null && gegevens.soort !== 'collega' && gegevens.soort !== 'politicus') gegevens.soort = b.collegasoort === 'politiek' ? 'politicus' : 'collega';
    const eigen = await recordVan(ctx, b);
    let velden: string[] = [];
    let persoonId = eigen?.record.id ?? null;
    if (eigen) {
      if (eigen.groep.hoofd.gewist_op !== null) throw fout('conflict.toestand', { redenen: ['Deze gegevens zijn gewist. Vullen we niet opnieuw aan.'] });
      if (eigen.groep.hoofd.beperkt_op !== null) throw fout('conflict.toestand', { redenen: ['Deze gegevens zijn beperkt. Zolang dat zo is, wijzigen we ze niet.'] });
      velden = await wijzigRecord(ctx, eigen.record, gegevens, { versie: invoer.versie, reden: '', adresFout: invoer.adres_fout });
    } else {
      if (invoer.versie !== 0) throw fout('conflict.gewijzigd');
      persoonId = await zorgVoorRecord(ctx, onderwerp, b, { ...gegevens, namen: [...gegevens.namen, ...gemeld(b).namen] });
    }
    if (persoonId !== null) await eersteKennisgeving(ctx, persoonId);
    if (!eigen || velden.length > 0) await legVast(ctx, { dossierId: onderwerp.dossierId, soort: 'veroorzaker_aangevuld', door: ctx.actor.id });
    return { resultaat: { id: onderwerp.dossierId }, journaal: { velden } };
  },
});

/** Decides whether the veroorzaker of this dossier is a person who was known already. The decision, and what the matcher said then, is kept. */
export const beslisOverKandidaat = handeling({
  naam: 'veroorzaker.beslissen',
  invoer: z.object({ id: id('Open het dossier opnieuw.'), betrokkene: id('Open het dossier opnieuw.'), persoon: id('Open het dossier opnieuw.'), uitkomst: keuze(['dezelfde', 'niet_dezelfde'] as const, 'Kies of het dezelfde persoon is.'), reden: tekst({ max: 2_000 }) }),
  onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp } = ctx;
    await slotOpPersonen(ctx);
    const b = await veroorzakerIn(ctx, onderwerp.dossierId, invoer.betrokkene);
    const naar = await groepVan(ctx, invoer.persoon);
    if (!naar || naar.hoofd.compartiment !== onderwerp.feiten.compartiment || !regieIn(ctx.actor).includes(naar.hoofd.compartiment) || isZelf(naar, ctx.actor)) throw fout('niet-gevonden');
    const van = (await recordVan(ctx, b))?.groep ?? (await groepVan(ctx, await zorgVoorRecord(ctx, onderwerp, b, gemeld(b))));
    if (!van) throw fout('niet-gevonden');
    const gezien = await watDeMatcherZei(ctx, van, naar);
    if (invoer.uitkomst === 'dezelfde') await voegSamen(ctx, { van, naar, gezien, reden: invoer.reden });
    else await zegNietDezelfde(ctx, { van, ander: naar, gezien, reden: invoer.reden });
    return { resultaat: { id: onderwerp.dossierId, uitkomst: invoer.uitkomst }, object: { soort: 'persoon', id: naar.id }, dossierId: onderwerp.dossierId, journaal: { uitkomst: invoer.uitkomst, band: gezien?.band ?? null, van: van.id } };
  },
});

async function watDeMatcherZei(ctx: ActorContext, van: Groep, naar: Groep): Promise<Gezien> {
  const { kandidaten } = await zoekKandidaten(ctx, { groep: van, compartiment: van.hoofd.compartiment });
  return kandidaten.find((k) => k.groep.id === naar.id)?.uitslag ?? null;
}

/** What this room hangs on a dossier goes along when two reports of one event are joined: the record tells of the same party over there. */
export const verhuisKoppelingen: Verhuizer = async ({ trx, organisatieId }, van, naar) => {
  const koppelingen = await trx.selectFrom('koppeling as k').innerJoin('betrokkene as b', (j) => j.onRef('b.organisatie_id', '=', 'k.organisatie_id').onRef('b.id', '=', 'k.betrokkene_id'))
    .select(['b.id', 'b.soort', 'b.naam', 'b.omschrijving', 'b.contact', 'b.medewerker_id']).where('k.organisatie_id', '=', organisatieId).where('k.dossier_id', '=', van).orderBy('b.toegevoegd_op').execute();
  const ginder = await veroorzakersIn({ trx, organisatieId }, naar);
  const bezet = new Set<Id>();
  for (const k of koppelingen) {
    const nieuw = ginder.find((b) => b.persoon_id === null && !bezet.has(b.id) && b.soort === k.soort && b.naam === k.naam && b.omschrijving === k.omschrijving && b.contact === k.contact && b.medewerker_id === k.medewerker_id);
    if (!nieuw) continue;
    bezet.add(nieuw.id);
    await trx.updateTable('koppeling').set({ betrokkene_id: nieuw.id, dossier_id: naar }).where('organisatie_id', '=', organisatieId).where('betrokkene_id', '=', k.id).execute();
  }
  await trx.updateTable('feitstatus').set({ dossier_id: naar }).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', van).execute();
};
