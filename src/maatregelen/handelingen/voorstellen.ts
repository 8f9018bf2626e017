import { Temporal } from 'temporal-polyfill';
import { sql } from 'kysely';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, keuze, lijst, lijstVanIds, tekst, versie, vinkje } from '../../kern/invoer.ts';
import { dagVan, leesDatum } from '../../kern/tijd/index.ts';
import { instellingenVan } from '../../inrichting/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { legVast, type DossierOnderwerp } from '../../dossier/index.ts';
import { adviesVoor, beslissercodes, wijktAf, type Beslissersoort } from '../../handelingskader/index.ts';
import { bezwarenTegenVoorstel, gebiedVan, leesCenten, maandenVan, type Bereikkeuze, type Voorstelkeuze } from '../regels/voorstel.ts';
import { isEenmalig, isVastgelegd, kanaalcodes, soortcodes, soortnamen, type Klasse } from '../regels/woorden.ts';
import { maatregelOpSlot, neemStap, schrijfStap } from '../stap.ts';
import { OPNIEUW, OPNIEUW_BEVESTIGEN, opSlot, stopVoorleggen } from './gedeeld.ts';

const ids = lijstVanIds('Kies uit de lijst.', 60);
/** What a proposal says: what, how long, where, by whom it is decided. */
const voorstelvelden = {
  soort: keuze(soortcodes, 'Kies een maatregel.'), begin: tekst({ max: 60 }), einde: tekst({ max: 60 }), evaluatie: tekst({ max: 60 }),
  overal: vinkje, locaties: ids, onderdelen: ids, kanalen: lijst(kanaalcodes, 'Kies uit de lijst.'), functies: ids, invulling: tekst({ max: 1_000 }), bedrag: tekst({ max: 30 }),
  beslissersoort: keuze(beslissercodes, 'Kies wie er volgens het handelingskader beslist.'), afwijking: tekst({ max: 4_000 }), spoed: vinkje, spoed_reden: tekst({ max: 2_000 }), uitspraak: tekst({ max: 300 }),
};
const Voorstel = z.object({ id: id(OPNIEUW), betrokkene: id('Kies over wie het gaat.'), ...voorstelvelden });
type Voorstelinvoer = Omit<z.output<typeof Voorstel>, 'id' | 'betrokkene'>;

function gelezenDag(veld: string, typt: string, vandaag: Temporal.PlainDate): Temporal.PlainDate | null {
  if (typt === '') return null;
  const dag = leesDatum(typt, vandaag, 'toekomst');
  if (!dag.ok) throw veldfout(veld, dag.bericht);
  return dag.waarde;
}

/** What was chosen, checked by the rules; a kind that is done once has no days, whatever was sent. */
async function gelezenVoorstel(ctx: ActorContext, invoer: Voorstelinvoer): Promise<Voorstelkeuze> {
  const vandaag = dagVan(ctx.nu);
  const eenmalig = isEenmalig(invoer.soort);
  const dag = (veld: 'begin' | 'einde' | 'evaluatie') => (eenmalig ? null : gelezenDag(veld, invoer[veld], vandaag));
  const gekozen: Voorstelkeuze = {
    soort: invoer.soort, begin: dag('begin'), einde: dag('einde'), evaluatie: dag('evaluatie'), invulling: invoer.invulling, centen: leesCenten(invoer.bedrag), spoed: invoer.spoed, uitspraak: invoer.uitspraak,
    bereik: { overal: invoer.overal, locaties: invoer.locaties, onderdelen: invoer.onderdelen, kanalen: invoer.kanalen, functies: invoer.functies },
  };
  const { instellingen } = await instellingenVan(ctx);
  const bezwaren = bezwarenTegenVoorstel(gekozen, vandaag, instellingen.maatregelen.maxMaanden);
  if (bezwaren.length > 0) throw fout('invoer.ongeldig', { velden: bezwaren });
  if (gekozen.spoed && invoer.spoed_reden === '') throw veldfout('spoed_reden', 'Schrijf waarom dit niet kan wachten tot de betrokkene is gehoord.');
  for (const [veld, tabel, waarden] of [['locaties', 'locatie', invoer.locaties], ['onderdelen', 'onderdeel', invoer.onderdelen], ['functies', 'functie', invoer.functies]] as const) {
    if (waarden.length === 0) continue;
    const { n } = await ctx.trx.selectFrom(tabel).select((eb) => eb.fn.countAll<number>().as('n')).where('organisatie_id', '=', ctx.organisatieId).where('id', 'in', [...new Set(waarden)]).executeTakeFirstOrThrow();
    if (Number(n) !== new Set(waarden).size) throw veldfout(veld, 'Kies uit de lijst.');
  }
  return gekozen;
}

interface Grond {
  advies: string;
  adviesVersie: string;
  wijktAf: boolean;
  afwijking: string;
  klasse: Klasse;
  beslissersoort: Beslissersoort;
}

/** The advice as it stands now, kept with the proposal; who differs from it says why (functies C3, C4). */
async function grondVan(ctx: ActorContext, onderwerp: DossierOnderwerp, betrokkeneId: Id, k: Voorstelkeuze, invoer: Voorstelinvoer): Promise<Grond> {
  const advies = await adviesVoor(ctx, { dossierId: onderwerp.dossierId, betrokkeneId });
  // A court order is no advice of ours to differ from.
  const verschil = isVastgelegd(k.soort) ? [] : wijktAf(advies, { soort: k.soort, maanden: k.begin && k.einde ? maandenVan(k.begin, k.einde) : null, gebied: gebiedVan(k.bereik, advies.gebied?.van) });
  if (verschil.length > 0 && invoer.afwijking === '') throw veldfout('afwijking', `${verschil.join(' ')} Schrijf waarom je hiervan afwijkt.`);
  if (!isVastgelegd(k.soort) && advies.beslissers.length > 0 && !advies.beslissers.includes(invoer.beslissersoort)) throw veldfout('beslissersoort', 'Het handelingskader noemt een ander die hierover beslist. Kies uit de lijst.');
  const klasse: Klasse = advies.tweedePersoon ? 'onevenredig_beroep' : 'agressie';
  if (klasse === 'onevenredig_beroep' && k.spoed) throw veldfout('spoed', 'Veel contact is geen agressie. Hiervoor is geen spoed mogelijk.');
  return {
    advies: JSON.stringify(advies), adviesVersie: `${advies.versie.persoonssoort}-${advies.versie.nummer}`, wijktAf: verschil.length > 0, afwijking: verschil.length > 0 ? invoer.afwijking : '', klasse,
    beslissersoort: invoer.beslissersoort,
  };
}

/** Writes where a measure reaches; what never reaches a place counts for the whole organisation. */
async function schrijfBereik(ctx: ActorContext, maatregelId: Id, b: Bereikkeuze): Promise<void> {
  const leeg = { organisatie_id: ctx.organisatieId, maatregel_id: maatregelId, locatie_id: null, onderdeel_id: null, kanaal: null, functie_id: null };
  const rijen = [
    ...(b.overal ? [{ ...leeg, id: ctx.nieuwId(), soort: 'organisatie' as const }] : []),
    ...[...new Set(b.locaties)].map((x) => ({ ...leeg, id: ctx.nieuwId(), soort: 'locatie' as const, locatie_id: x })),
    ...[...new Set(b.onderdelen)].map((x) => ({ ...leeg, id: ctx.nieuwId(), soort: 'onderdeel' as const, onderdeel_id: x })),
    ...[...new Set(b.kanalen)].map((x) => ({ ...leeg, id: ctx.nieuwId(), soort: 'kanaal' as const, kanaal: x })),
    ...[...new Set(b.functies)].map((x) => ({ ...leeg, id: ctx.nieuwId(), soort: 'functie' as const, functie_id: x })),
  ];
  await ctx.trx.deleteFrom('maatregelbereik').where('organisatie_id', '=', ctx.organisatieId).where('maatregel_id', '=', maatregelId).execute();
  await ctx.trx.insertInto('maatregelbereik').values(rijen.length > 0 ? rijen : [{ ...leeg, id: ctx.nieuwId(), soort: 'organisatie' as const }]).execute();
}

/** The party a measure is about; refused, with what to do, when nobody knows who it is. */
export async function bekendePartij(ctx: ActorContext, dossierId: Id, betrokkeneId: Id): Promise<void> {
  const { rows } = await sql<{ bekend: boolean }>`select partij_bekend(b.organisatie_id, b.id) as bekend from betrokkene b
    where b.organisatie_id = ${ctx.organisatieId} and b.id = ${betrokkeneId} and b.dossier_id = ${dossierId} and b.rol = 'veroorzaker' and b.vervallen_op is null`.execute(ctx.trx);
  const partij = rows[0];
  if (!partij) throw veldfout('betrokkene', 'Kies over wie het gaat.');
  if (!partij.bekend) throw veldfout('betrokkene', 'We weten niet wie dit is. Tegen een onbekende kan geen maatregel. Zoek eerst uit wie het was, en koppel die persoon aan het dossier.');
}

/** Proposes a measure toward a veroorzaker, with the advice of the handelingskader beside it. Nothing is decided by it. */
export const stelMaatregelVoor = handeling({
  naam: 'maatregel.voorstellen',
  invoer: Voorstel,
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp, actor } = ctx;
    const { dossierId } = onderwerp;
    await bekendePartij(ctx, dossierId, invoer.betrokkene);
    const k = await gelezenVoorstel(ctx, invoer);
    const grond = await grondVan(ctx, onderwerp, invoer.betrokkene, k, invoer);
    const maatregel = await schrijfVoorstel(ctx, { dossierId, betrokkeneId: invoer.betrokkene, keuze: k, spoedReden: invoer.spoed_reden, grond });
    await legVast(ctx, { dossierId, soort: 'maatregel_voorgesteld', door: actor.id, voor: 'slachtoffer', gegevens: { maatregel: soortnamen[k.soort], id: maatregel } });
    return { resultaat: { id: dossierId, maatregel }, journaal: { maatregel, soort: k.soort } };
  },
});

interface Nieuw {
  dossierId: Id;
  betrokkeneId: Id;
  keuze: Voorstelkeuze;
  spoedReden: string;
  grond: Grond;
  /** Of an extension: on which measure it follows, the fact it rests on, and what goes on as it was. */
  verlenging?: { verlengtId: Id; feitDossierId: Id | null; feitOvertredingId: Id | null; kanaalBlijft: string; contactpersoonId: Id | null; aanNaam: string; aanAdres: string };
}

/** Writes a new proposal with its reach and its first line of history. */
export async function schrijfVoorstel(ctx: ActorContext, n: Nieuw): Promise<Id> {
  const { instellingen } = await instellingenVan(ctx);
  const { keuze: k, grond, verlenging: v } = n;
  const maatregel = ctx.nieuwId();
  await ctx.trx.insertInto('maatregel').values({
    organisatie_id: ctx.organisatieId, id: maatregel, dossier_id: n.dossierId, betrokkene_id: n.betrokkeneId, soort: k.soort, klasse: grond.klasse, toestand: 'voorgesteld',
    advies: grond.advies, advies_versie: grond.adviesVersie, wijkt_af: grond.wijktAf, afwijking: grond.afwijking, beslissersoort: grond.beslissersoort, begin_op: k.begin, eind_op: k.einde, evaluatie_op: k.evaluatie, invulling: k.invulling, bedrag_centen: k.soort === 'schadeverhaal' ? k.centen : null,
    nagekeken_door: null, wederhoor_id: null, spoed_reden: k.spoed ? n.spoedReden : '', hoorplicht_id: null, uitspraak: isVastgelegd(k.soort) ? k.uitspraak : '',
    kanaal_blijft: v?.kanaalBlijft ?? '', contactpersoon_id: v?.contactpersoonId ?? null, kerndiensten: instellingen.maatregelen.kerndiensten, aan_naam: v?.aanNaam ?? '', aan_adres: v?.aanAdres ?? '',
    bevestigd_door: null, bevestigd_op: null, verlengt_id: v?.verlengtId ?? null, feit_dossier_id: v?.feitDossierId ?? null, feit_overtreding_id: v?.feitOvertredingId ?? null,
    vier_ogen: grond.klasse === 'onevenredig_beroep' || instellingen.maatregelen.vierOgen, voorgesteld_door: ctx.actor.id, voorgesteld_op: ctx.nu, voorgelegd_aan: null,
    besloten_door: null, besloten_op: null, machtiging_id: null, brief_id: null, brief_verzonden_op: null, evaluatie_termijn_id: null, besluit_termijn_id: null,
  }).execute();
  await schrijfStap(ctx, { maatregelId: maatregel, volgnr: 1, gebeurtenis: 'voorgesteld', van: null, naar: 'voorgesteld', door: ctx.actor.id, reden: '' });
  await schrijfBereik(ctx, maatregel, k.bereik);
  return maatregel;
}

/** Changes what is proposed, as long as nothing is decided and the citizen was not heard on it. The kind itself stays: another kind is another proposal. */
export const wijzigVoorstel = handeling({
  naam: 'maatregel.voorstellen',
  invoer: z.object({ id: id(OPNIEUW), maatregel: id(OPNIEUW), versie, ...voorstelvelden }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp, actor } = ctx;
    const m = await maatregelOpSlot(ctx, invoer.maatregel, onderwerp.dossierId);
    if (m.versie !== invoer.versie) throw fout('conflict.gewijzigd');
    if (invoer.soort !== m.soort) throw veldfout('soort', `Dit voorstel is een ${soortnamen[m.soort].toLowerCase()}. Wil je iets anders? Trek dit in en stel een nieuwe maatregel voor.`);
    const k = await gelezenVoorstel(ctx, invoer);
    if (m.verlengt_id !== null && (k.begin === null || m.begin_op === null || !k.begin.equals(m.begin_op))) throw veldfout('begin', 'Een verlenging begint op de dag na het einde van de maatregel die loopt.');
    const grond = await grondVan(ctx, onderwerp, m.betrokkene_id, k, invoer);
    if (grond.klasse !== m.klasse) throw fout('conflict.toestand', { redenen: ['Het advies over dit gedrag is van een andere klasse geworden. Trek dit voorstel in en stel een nieuwe maatregel voor.'] });
    await neemStap(ctx, m, 'gewijzigd', {
      door: actor.id,
      set: {
        advies: grond.advies, advies_versie: grond.adviesVersie, wijkt_af: grond.wijktAf, afwijking: grond.afwijking, beslissersoort: grond.beslissersoort, begin_op: k.begin, eind_op: k.einde, evaluatie_op: k.evaluatie,
        invulling: k.invulling, bedrag_centen: k.soort === 'schadeverhaal' ? k.centen : null, spoed_reden: k.spoed ? invoer.spoed_reden : '', uitspraak: isVastgelegd(k.soort) ? k.uitspraak : '', ...OPNIEUW_BEVESTIGEN,
      },
    });
    await schrijfBereik(ctx, m.id, k.bereik);
    return { resultaat: { id: onderwerp.dossierId, maatregel: m.id } };
  },
});

/** Takes a proposal back, with the reason. */
export const trekVoorstelIn = handeling({
  naam: 'maatregel.voorstellen',
  invoer: z.object({ id: id(OPNIEUW), maatregel: id(OPNIEUW), versie, reden: tekst({ max: 2_000, verplicht: 'Schrijf waarom je het voorstel intrekt.' }) }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp: { dossierId }, actor } = ctx;
    const m = await maatregelOpSlot(ctx, invoer.maatregel, dossierId);
    if (m.versie !== invoer.versie) throw fout('conflict.gewijzigd');
    await neemStap(ctx, m, 'ingetrokken', { door: actor.id, reden: invoer.reden, set: { besluit_termijn_id: null, voorgelegd_aan: null } });
    await stopVoorleggen(ctx, m);
    await legVast(ctx, { dossierId, soort: 'maatregel_ingetrokken', door: actor.id, voor: 'slachtoffer', gegevens: { maatregel: soortnamen[m.soort], reden: invoer.reden } });
    return { resultaat: { id: dossierId, maatregel: m.id } };
  },
});
