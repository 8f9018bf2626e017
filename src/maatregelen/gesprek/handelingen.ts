import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, keuze, tekst, versie } from '../../kern/invoer.ts';
import { dossierHoedanigheden, mag } from '../../kern/rechten/index.ts';
import { dagVan, leesDatum, leesTijd, momentVan } from '../../kern/tijd/index.ts';
import { actorGegevens, collegaVelden, gekozenCollega, instellingenVan, sessieVan } from '../../inrichting/index.ts';
import { briefVervalt, legBriefKlaar, type Briefgegevens } from '../../brieven/index.ts';
import { persoonBij } from '../../veroorzakers/index.ts';
import { dossierOpSlot, legVast, rondDezeTermijnAf, rondTermijnAf, stelInKennis, zetTermijnOp, type DossierOnderwerp } from '../../dossier/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { bezwaarTegenMoment, duurcodes, gesprekssoortcodes, vastleggenVoor, type Gesprekssoort } from './regels.ts';

const OPNIEUW = 'Open het dossier opnieuw.';
const opSlot = (ctx: ActorContext, i: { id: Id }): Promise<DossierOnderwerp | null> => dossierOpSlot(ctx, i.id);

/** What an invitation is made from; kept with the talk, so that moving it makes the same letter with another moment. */
interface Uitnodiging {
  naam: string;
  adres: string[];
  gegevens: Omit<Briefgegevens<'uitnodiging_ordegesprek'>, 'afspraak'>;
  bijWie: string;
}

const moment = { datum: tekst({ max: 60, verplicht: 'Vul een dag in, bijvoorbeeld 30-11-2026.' }), tijd: tekst({ max: 30, verplicht: 'Vul een tijd in, bijvoorbeeld 14.00.' }) };

/** The moment that was typed, when a citizen can be invited for it. */
async function gelezenMoment(ctx: ActorContext, i: { datum: string; tijd: string }, duurMinuten: number): Promise<Temporal.Instant> {
  const dag = leesDatum(i.datum, dagVan(ctx.nu), 'toekomst');
  if (!dag.ok) throw veldfout('datum', dag.bericht);
  const tijd = leesTijd(i.tijd);
  if (!tijd.ok) throw veldfout('tijd', tijd.bericht);
  const { kalender } = await instellingenVan(ctx);
  const bezwaar = bezwaarTegenMoment(dag.waarde, tijd.waarde, duurMinuten, kalender, ctx.nu);
  if (bezwaar) throw veldfout(bezwaar.veld, bezwaar.tekst);
  return momentVan(dag.waarde, tijd.waarde);
}

/** The party the talk is with; refused when nobody knows who it is. */
async function partij(ctx: ActorContext, dossierId: Id, betrokkeneId: Id): Promise<void> {
  const b = await ctx.trx.selectFrom('betrokkene').select(['soort', 'naam']).where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('id', '=', betrokkeneId)
    .where('rol', '=', 'veroorzaker').where('vervallen_op', 'is', null).executeTakeFirst();
  if (!b) throw veldfout('betrokkene', 'Kies met wie het gesprek is.');
  if (!(await uitTeNodigen(ctx, betrokkeneId, b.soort))) throw veldfout('betrokkene', 'We weten niet wie dit is. Zoek eerst uit wie het was; pas dan kun je iemand uitnodigen.');
}

/** Whether a party can be invited: someone we know by himself, or because a person confirmed who it was. */
export async function uitTeNodigen(ctx: Pick<ActorContext, 'trx' | 'organisatieId'>, betrokkeneId: Id, soort: string): Promise<boolean> {
  return soort === 'bekend' || soort === 'bedrijf' || soort === 'medewerker' || (await persoonBij(ctx, betrokkeneId)) !== null;
}

/** Who has the talk: someone who handles this dossier, and never the one it happened to. */
async function voerder(ctx: ActorContext, onderwerp: DossierOnderwerp, invoer: { medewerker: Id | null; medewerker_naam: string }): Promise<Id> {
  const wie = await gekozenCollega(ctx, invoer);
  if (onderwerp.feiten.slachtoffers.includes(wie.id)) throw veldfout('medewerker_naam', 'Wie het overkwam voert dit gesprek niet. Kies een ander.');
  const gegevens = await actorGegevens(ctx.trx, ctx.organisatieId, wie.id);
  if (gegevens === null || !mag('gesprek.vastleggen', dossierHoedanigheden(sessieVan(wie.id, '', gegevens).actor, onderwerp.feiten))) {
    throw veldfout('medewerker_naam', 'Deze collega kan dit dossier niet openen. Maak hem of haar eerst aanspreekpunt, of kies een ander.');
  }
  return wie.id;
}

const GesprekInvoer = z.object({
  id: id(OPNIEUW), betrokkene: id('Kies met wie het gesprek is.'), soort: keuze(gesprekssoortcodes, 'Kies wat voor gesprek het is.'), ...moment, duur: keuze(duurcodes, 'Kies hoe lang het duurt.'),
  plaats: tekst({ max: 300, verplicht: 'Vul in waar het gesprek is: gebouw, adres en kamer.' }), ...collegaVelden,
  bij_wie: tekst({ max: 300, verplicht: 'Vul in met wie de betrokkene praat. Noem een functie, geen naam.' }),
  naam: tekst({ max: 200, verplicht: 'Vul in aan wie de brief gaat.' }), adres: tekst({ max: 600, verplicht: 'Vul in waar de brief heen gaat.' }),
  gedrag: tekst({ max: 4_000, verplicht: 'Beschrijf wat er gebeurde, zonder namen van collega’s.' }), voorval_plaats: tekst({ max: 300, verplicht: 'Vul in waar het gebeurde, in algemene woorden.' }),
  norm: tekst({ max: 4_000, verplicht: 'Vul in welke norm of huisregel geldt.' }),
  contact_wie: tekst({ max: 300, verplicht: 'Vul in bij wie de betrokkene terecht kan.' }), contact_telefoon: tekst({ max: 60 }), contact_email: tekst({ max: 200 }),
  erbij: z.preprocess((w) => (w === undefined || w === '' ? [] : Array.isArray(w) ? w : [w]), z.array(id('Kies uit de lijst.')).max(20, 'Kies uit de lijst.')),
});

/** Plans a talk with the veroorzaker: the invitation waits to be checked and sent, and a clock runs until it is written down (functies D1). */
export const planGesprek = handeling({
  naam: 'gesprek.plannen',
  invoer: GesprekInvoer,
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp, actor } = ctx;
    const { dossierId } = onderwerp;
    await partij(ctx, dossierId, invoer.betrokkene);
    const voertId = await voerder(ctx, onderwerp, invoer);
    const duur = Number(invoer.duur);
    const op = await gelezenMoment(ctx, invoer, duur);
    if (invoer.contact_telefoon === '' && invoer.contact_email === '') throw veldfout('contact_telefoon', 'Geef een telefoonnummer of een e-mailadres. Dan kan de betrokkene een ander moment vragen.');
    if (invoer.erbij.some((wie) => !onderwerp.feiten.slachtoffers.includes(wie))) throw veldfout('erbij', 'Kies uit de lijst.');
    const adres = invoer.adres.split('\n').map((r) => r.trim()).filter((r) => r !== '');
    if (adres.length > 6) throw veldfout('adres', 'Een adres heeft hoogstens zes regels.');
    const al = await ctx.trx.selectFrom('gesprek').select('id').where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('betrokkene_id', '=', invoer.betrokkene).where('status', '=', 'gepland').executeTakeFirst();
    if (al) throw veldfout('betrokkene', 'Met deze persoon staat al een gesprek gepland. Verzet dat, of zeg het af.');
    const d = await ctx.trx.selectFrom('dossier').select('voorval_op').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', dossierId).executeTakeFirstOrThrow();
    const uitnodiging: Uitnodiging = {
      naam: invoer.naam, adres, bijWie: invoer.bij_wie,
      gegevens: {
        feiten: [{ datum: dagVan(d.voorval_op).toString(), plaats: invoer.voorval_plaats, gedrag: invoer.gedrag }], norm: invoer.norm, doel: '',
        contact: { wie: invoer.contact_wie, telefoon: invoer.contact_telefoon, email: invoer.contact_email, bereikbaar: '' }, ondertekenaar: 'leidinggevende',
      },
    };
    const gesprek = ctx.nieuwId();
    const briefId = await schrijfUitnodiging(ctx, { dossierId, betrokkeneId: invoer.betrokkene, soort: invoer.soort, op, duur, plaats: invoer.plaats, uitnodiging });
    const termijnId = await zetKlok(ctx, dossierId, voertId, op, duur);
    await ctx.trx.insertInto('gesprek').values({
      organisatie_id: ctx.organisatieId, id: gesprek, dossier_id: dossierId, betrokkene_id: invoer.betrokkene, soort: invoer.soort, op, duur_minuten: duur, plaats: invoer.plaats, voert_id: voertId, brief_id: briefId,
      uitnodiging: JSON.stringify(uitnodiging), termijn_id: termijnId, oorzaak: null, gezegd: null, reden: null, gepland_op: ctx.nu, gepland_door: actor.id, vastgelegd_op: null, vastgelegd_door: null,
    }).execute();
    for (const wie of new Set(invoer.erbij)) {
      await ctx.trx.insertInto('gesprekdeelnemer').values({ organisatie_id: ctx.organisatieId, gesprek_id: gesprek, medewerker_id: wie, antwoord_op: null }).execute();
      await stelInKennis(ctx, { dossierId, aanId: wie, soort: 'gesprek-gevraagd' });
    }
    if (voertId !== actor.id) await stelInKennis(ctx, { dossierId, aanId: voertId, soort: 'termijn-nadert' });
    await legVast(ctx, { dossierId, soort: 'gesprek_gepland', door: actor.id, voor: 'slachtoffer', gegevens: { gesprek, gesprekssoort: invoer.soort } });
    return { resultaat: { id: dossierId, gesprek } };
  },
});

async function schrijfUitnodiging(ctx: ActorContext, g: { dossierId: Id; betrokkeneId: Id; soort: Gesprekssoort; op: Temporal.Instant; duur: number; plaats: string; uitnodiging: Uitnodiging }): Promise<Id> {
  const { uitnodiging: u } = g;
  const { id: briefId } = await legBriefKlaar(ctx, {
    dossierId: g.dossierId, betrokkeneId: g.betrokkeneId, soort: g.soort === 'ordegesprek' ? 'uitnodiging_ordegesprek' : 'uitnodiging_stopgesprek', geadresseerde: { naam: u.naam, adres: u.adres },
    gegevens: { ...u.gegevens, afspraak: { begin: g.op.toString(), duurMinuten: g.duur, plaats: g.plaats, bijWie: u.bijWie } },
  });
  return briefId;
}

async function zetKlok(ctx: ActorContext, dossierId: Id, aanId: Id, op: Temporal.Instant, duur: number): Promise<Id> {
  const { kalender } = await instellingenVan(ctx);
  return (await zetTermijnOp(ctx, { dossierId, soort: 'gesprek', aanId, op: vastleggenVoor(op, duur, kalender) })).id;
}

/** The planned talk, locked; anything else is a state in which nothing can be done with it any more. */
async function gepland(ctx: ActorContext, dossierId: Id, gesprek: Id, versieWas: number) {
  const g = await ctx.trx.selectFrom('gesprek').selectAll().where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('id', '=', gesprek).forUpdate().executeTakeFirst();
  if (!g) throw fout('niet-gevonden');
  if (g.status !== 'gepland') throw fout('conflict.toestand', { redenen: ['Dit gesprek is al vastgelegd of afgezegd.'] });
  if (g.versie !== versieWas) throw fout('conflict.gewijzigd');
  return g;
}

async function werkBij(ctx: ActorContext, gesprek: Id, zet: Record<string, unknown>): Promise<void> {
  await ctx.trx.updateTable('gesprek').set((eb) => ({ ...zet, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', gesprek).execute();
}

/** Puts a planned talk on another moment or place: a new invitation, a new clock, and a file for the diary that replaces the first. */
export const verzetGesprek = handeling({
  naam: 'gesprek.plannen',
  invoer: z.object({ id: id(OPNIEUW), gesprek: id(OPNIEUW), versie, ...moment, plaats: tekst({ max: 300, verplicht: 'Vul in waar het gesprek is: gebouw, adres en kamer.' }) }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp: { dossierId }, actor } = ctx;
    const g = await gepland(ctx, dossierId, invoer.gesprek, invoer.versie);
    const op = await gelezenMoment(ctx, invoer, g.duur_minuten);
    // Written by planGesprek alone.
    const uitnodiging = g.uitnodiging as Uitnodiging;
    await briefVervalt(ctx, g.brief_id);
    const briefId = await schrijfUitnodiging(ctx, { dossierId, betrokkeneId: g.betrokkene_id, soort: g.soort, op, duur: g.duur_minuten, plaats: invoer.plaats, uitnodiging });
    await rondDezeTermijnAf(ctx, { id: g.termijn_id, door: actor.id, uitkomst: 'verzet' });
    const termijnId = await zetKlok(ctx, dossierId, g.voert_id, op, g.duur_minuten);
    await werkBij(ctx, g.id, { op, plaats: invoer.plaats, brief_id: briefId, termijn_id: termijnId });
    // Who said yes to one moment did not say yes to another: he is asked again.
    const gevraagd = await ctx.trx.updateTable('gesprekdeelnemer').set({ antwoord: 'gevraagd', antwoord_op: null }).where('organisatie_id', '=', ctx.organisatieId).where('gesprek_id', '=', g.id).where('antwoord', '!=', 'nee').returning('medewerker_id').execute();
    for (const { medewerker_id: aanId } of gevraagd) await stelInKennis(ctx, { dossierId, aanId, soort: 'gesprek-gevraagd' });
    await legVast(ctx, { dossierId, soort: 'gesprek_verzet', door: actor.id, voor: 'slachtoffer', gegevens: { gesprek: g.id } });
    return { resultaat: { id: dossierId, gesprek: g.id } };
  },
});

/** Calls a planned talk off, with the reason. */
export const zegGesprekAf = handeling({
  naam: 'gesprek.plannen',
  invoer: z.object({ id: id(OPNIEUW), gesprek: id(OPNIEUW), versie, reden: tekst({ max: 2_000, verplicht: 'Schrijf waarom het gesprek niet doorgaat.' }) }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp: { dossierId }, actor } = ctx;
    const g = await gepland(ctx, dossierId, invoer.gesprek, invoer.versie);
    await werkBij(ctx, g.id, { status: 'afgezegd', reden: invoer.reden, vastgelegd_op: ctx.nu, vastgelegd_door: actor.id });
    await rondDezeTermijnAf(ctx, { id: g.termijn_id, door: actor.id, uitkomst: 'afgezegd' });
    await briefVervalt(ctx, g.brief_id);
    await legVast(ctx, { dossierId, soort: 'gesprek_afgezegd', door: actor.id, voor: 'slachtoffer', gegevens: { gesprek: g.id } });
    return { resultaat: { id: dossierId, gesprek: g.id } };
  },
});

const wat = tekst({ max: 500 });
const dag = tekst({ max: 60 });
/** As many agreements as one talk can have; more is no agreement but a list. */
const afspraakvelden = { afspraak1: wat, afspraak1_datum: dag, afspraak2: wat, afspraak2_datum: dag, afspraak3: wat, afspraak3_datum: dag, afspraak4: wat, afspraak4_datum: dag };
export const afspraaknummers = [1, 2, 3, 4] as const;
type Afspraakinvoer = z.output<z.ZodObject<typeof afspraakvelden>>;

/** Writes down what came of the talk: whether he came, the cause he told, what was said, and the agreements, each with a day and a clock. */
export const legGesprekMetVeroorzakerVast = handeling({
  naam: 'gesprek.vastleggen',
  invoer: z.object({
    id: id(OPNIEUW), gesprek: id(OPNIEUW), versie, gekomen: keuze(['ja', 'nee'] as const, 'Kies of de betrokkene kwam.'),
    oorzaak: tekst({ max: 10_000 }), gezegd: tekst({ max: 20_000 }), reden: tekst({ max: 2_000 }),
    ...afspraakvelden,
  }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp: { dossierId }, actor } = ctx;
    const g = await gepland(ctx, dossierId, invoer.gesprek, invoer.versie);
    if (Temporal.Instant.compare(ctx.nu, g.op) < 0) throw veldfout('gekomen', 'Dit gesprek moet nog komen. Was het eerder? Verzet het dan eerst, zodat het moment klopt.');
    const kwam = invoer.gekomen === 'ja';
    if (kwam && invoer.oorzaak === '') throw veldfout('oorzaak', 'Schrijf wat de betrokkene als oorzaak noemde. Wilde hij niets zeggen, schrijf dat dan op.');
    if (kwam && invoer.gezegd === '') throw veldfout('gezegd', 'Schrijf in een paar zinnen wat er is gezegd.');
    const afspraken = kwam ? gelezenAfspraken(invoer, ctx.nu) : [];
    await werkBij(ctx, g.id, {
      status: kwam ? 'gevoerd' : 'niet_gekomen', oorzaak: kwam ? invoer.oorzaak : null, gezegd: kwam ? invoer.gezegd : null, reden: kwam ? null : invoer.reden, vastgelegd_op: ctx.nu, vastgelegd_door: actor.id,
    });
    await rondDezeTermijnAf(ctx, { id: g.termijn_id, door: actor.id, uitkomst: kwam ? 'gedaan' : 'niet_gekomen' });
    // Whoever was spoken to has had a reaction (functies D5).
    if (kwam) await rondTermijnAf(ctx, { dossierId, soort: 'reactie', door: actor.id, uitkomst: 'gesprek' });
    const { kalender } = await instellingenVan(ctx);
    for (const a of afspraken) {
      const { id: termijnId } = await zetTermijnOp(ctx, { dossierId, soort: 'afspraak', aanId: g.voert_id, op: momentVan(a.uiterlijk, kalender.eindeWerkdag) });
      await ctx.trx.insertInto('gespreksafspraak').values({ organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), gesprek_id: g.id, wat: a.wat, uiterlijk: a.uiterlijk, termijn_id: termijnId, uitkomst: null, uitkomst_op: null, uitkomst_door: null }).execute();
    }
    await legVast(ctx, { dossierId, soort: kwam ? 'gesprek_gevoerd' : 'gesprek_niet_gekomen', door: actor.id, voor: 'slachtoffer', gegevens: { gesprek: g.id } });
    return { resultaat: { id: dossierId, gesprek: g.id } };
  },
});

function gelezenAfspraken(velden: Afspraakinvoer, nu: Temporal.Instant): { wat: string; uiterlijk: Temporal.PlainDate }[] {
  const uit: { wat: string; uiterlijk: Temporal.PlainDate }[] = [];
  const vandaag = dagVan(nu);
  for (const i of afspraaknummers) {
    const afgesproken = velden[`afspraak${i}`];
    const datum = velden[`afspraak${i}_datum`];
    if (afgesproken === '' && datum === '') continue;
    if (afgesproken === '') throw veldfout(`afspraak${i}`, 'Schrijf wat jullie hebben afgesproken, of haal de datum weg.');
    const gelezen = leesDatum(datum, vandaag, 'toekomst');
    if (!gelezen.ok) throw veldfout(`afspraak${i}_datum`, datum === '' ? 'Vul in op welke dag je kijkt of dit is gelukt.' : gelezen.bericht);
    if (Temporal.PlainDate.compare(gelezen.waarde, vandaag) <= 0) throw veldfout(`afspraak${i}_datum`, 'Kies een dag vanaf morgen.');
    if (vandaag.until(gelezen.waarde).days > 366) throw veldfout(`afspraak${i}_datum`, 'Kies een dag binnen een jaar.');
    uit.push({ wat: afgesproken, uiterlijk: gelezen.waarde });
  }
  return uit;
}

/** Says whether an agreement was kept; its clock ends. */
export const volgAfspraak = handeling({
  naam: 'gesprek.vastleggen',
  invoer: z.object({ id: id(OPNIEUW), afspraak: id(OPNIEUW), uitkomst: keuze(['nagekomen', 'niet_nagekomen'] as const, 'Kies of de afspraak is nagekomen.'), toelichting: tekst({ max: 2_000 }) }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp: { dossierId }, actor } = ctx;
    if (invoer.uitkomst === 'niet_nagekomen' && invoer.toelichting === '') throw veldfout('toelichting', 'Schrijf wat er niet lukte. Dat telt mee als er een maatregel komt.');
    const a = await ctx.trx.selectFrom('gespreksafspraak as a').innerJoin('gesprek as g', (j) => j.onRef('g.organisatie_id', '=', 'a.organisatie_id').onRef('g.id', '=', 'a.gesprek_id')).select(['a.id', 'a.termijn_id', 'a.uitkomst', 'a.gesprek_id'])
      .where('a.organisatie_id', '=', ctx.organisatieId).where('a.id', '=', invoer.afspraak).where('g.dossier_id', '=', dossierId).executeTakeFirst();
    if (!a) throw fout('niet-gevonden');
    if (a.uitkomst !== null) throw fout('conflict.toestand', { redenen: ['Dit was al vastgelegd.'] });
    await ctx.trx.updateTable('gespreksafspraak').set({ uitkomst: invoer.uitkomst, toelichting: invoer.toelichting, uitkomst_op: ctx.nu, uitkomst_door: actor.id }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', a.id).execute();
    await rondDezeTermijnAf(ctx, { id: a.termijn_id, door: actor.id, uitkomst: invoer.uitkomst });
    await legVast(ctx, { dossierId, soort: invoer.uitkomst === 'nagekomen' ? 'afspraak_nagekomen' : 'afspraak_niet_nagekomen', door: actor.id, gegevens: { gesprek: a.gesprek_id } });
    return { resultaat: { id: dossierId } };
  },
});

/** Whoever it happened to says whether he wants to be at the talk. Nobody else can say it for him. */
export const antwoordOverGesprek = handeling({
  naam: 'gesprek.antwoord',
  invoer: z.object({ id: id('Open je melding opnieuw.'), gesprek: id('Open je melding opnieuw.'), antwoord: keuze(['ja', 'nee'] as const, 'Kies ja of nee.') }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp: { dossierId }, actor } = ctx;
    const g = await ctx.trx.selectFrom('gesprek').select(['id', 'voert_id']).where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('id', '=', invoer.gesprek).where('status', '=', 'gepland').executeTakeFirst();
    if (!g) throw fout('conflict.toestand', { redenen: ['Dit gesprek is al geweest of gaat niet door.'] });
    // Yes can become no until the talk begins; that is his to decide.
    const uit = await ctx.trx.updateTable('gesprekdeelnemer').set({ antwoord: invoer.antwoord, antwoord_op: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('gesprek_id', '=', g.id).where('medewerker_id', '=', actor.id).executeTakeFirst();
    if (Number(uit.numUpdatedRows) === 0) throw fout('niet-gevonden');
    await stelInKennis(ctx, { dossierId, aanId: g.voert_id, soort: 'termijn-nadert' });
    return { resultaat: { id: dossierId } };
  },
});
