import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, keuze, lijstVanIds, tekst, versie } from '../../kern/invoer.ts';
import { dagVan, leesDatum, momentVan } from '../../kern/tijd/index.ts';
import { collegaVelden, gekozenCollega, instellingenVan } from '../../inrichting/index.ts';
import { legBriefKlaar, zonderHerkenbaars } from '../../brieven/index.ts';
import { fotoVan, legVast, rondDezeTermijnAf, stelInKennis, zetTermijnOp, type DossierOnderwerp } from '../../dossier/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { adresregels, briefbronVan } from '../brief.ts';
import { beeindigMaatregel } from '../handelingen/bijsturen.ts';
import { eigenMachtiging, OPNIEUW, opSlot } from '../handelingen/gedeeld.ts';
import { weerVan } from '../regels/brief.ts';
import { soortInZin, soortnamen } from '../regels/woorden.ts';
import { maatregelOpSlot, neemStap, type Maatregelrij } from '../stap.ts';
import { lichtOnderdelenIn } from './inlichten.ts';
import { bezwaarTegenEvaluatie, evaluatiecodes } from './regels.ts';

/** Who it happened to does not judge the measure himself. */
function nietZelf(ctx: ActorContext, onderwerp: DossierOnderwerp): void {
  if (onderwerp.feiten.slachtoffers.includes(ctx.actor.id)) throw fout('conflict.toestand', { redenen: ['Dit overkwam jou. Een ander kijkt of de maatregel nog nodig is.'] });
}

function gelezenDag(veld: string, typt: string, vandaag: Temporal.PlainDate): Temporal.PlainDate | null {
  if (typt === '') return null;
  const dag = leesDatum(typt, vandaag, 'toekomst');
  if (!dag.ok) throw veldfout(veld, dag.bericht);
  return dag.waarde;
}

/** Looks at a measure again (functies D8, D9): it stays, it ends sooner, or it stops now. Each with what happened since and why; the citizen gets a letter when something changes. */
export const evalueerMaatregel = handeling({
  naam: 'maatregel.evalueren',
  invoer: z.object({
    id: id(OPNIEUW), maatregel: id(OPNIEUW), versie, uitkomst: keuze(evaluatiecodes, 'Kies wat er met de maatregel gebeurt.'),
    sinds: tekst({ max: 4_000, verplicht: 'Schrijf wat er sinds het begin is gebeurd. Gebeurde er niets? Schrijf dat op.' }), reden: tekst({ max: 4_000, verplicht: 'Schrijf waarom je dit kiest.' }),
    nieuw_einde: tekst({ max: 60 }), volgende: tekst({ max: 60 }),
  }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp, actor } = ctx;
    const { dossierId } = onderwerp;
    nietZelf(ctx, onderwerp);
    const m = await maatregelOpSlot(ctx, invoer.maatregel, dossierId);
    if ((m.toestand !== 'in_werking' && m.toestand !== 'geschorst') || m.begin_op === null || m.eind_op === null) throw fout('conflict.toestand', { redenen: ['Deze maatregel geldt niet (meer). Er valt niets te evalueren.'] });
    if (m.versie !== invoer.versie) throw fout('conflict.gewijzigd');
    const vandaag = dagVan(ctx.nu);
    const gekozen = { uitkomst: invoer.uitkomst, nieuwEinde: invoer.uitkomst === 'korter' ? gelezenDag('nieuw_einde', invoer.nieuw_einde, vandaag) : null, volgende: invoer.uitkomst === 'opheffen' ? null : gelezenDag('volgende', invoer.volgende, vandaag) };
    const bezwaar = bezwaarTegenEvaluatie(gekozen, { soort: m.soort, begin: m.begin_op, einde: m.eind_op }, vandaag);
    if (bezwaar) throw veldfout(bezwaar.veld, bezwaar.tekst);
    // To let it stay needs no mandate; to change it does, as it did to impose it.
    if (invoer.uitkomst !== 'houden') await eigenMachtiging(ctx, m);
    const briefId = invoer.uitkomst === 'opheffen' ? await beeindigMaatregel(ctx, m, invoer.reden) : gekozen.nieuwEinde === null ? null : await maakKorter(ctx, m, gekozen.nieuwEinde, invoer.reden);
    await ctx.trx.insertInto('maatregelevaluatie').values({
      organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), maatregel_id: m.id, op: ctx.nu, door: actor.id, uitkomst: invoer.uitkomst, sinds: invoer.sinds, reden: invoer.reden, nieuw_einde: gekozen.nieuwEinde, volgende_op: gekozen.volgende, brief_id: briefId,
    }).execute();
    if (invoer.uitkomst !== 'opheffen') {
      if (m.evaluatie_termijn_id !== null) await rondDezeTermijnAf(ctx, { id: m.evaluatie_termijn_id, door: actor.id, uitkomst: invoer.uitkomst });
      const { kalender } = await instellingenVan(ctx);
      const termijn = gekozen.volgende === null ? null : (await zetTermijnOp(ctx, { dossierId, soort: 'evaluatie', aanId: actor.id, op: momentVan(gekozen.volgende, kalender.eindeWerkdag) })).id;
      const einde = gekozen.nieuwEinde ?? m.eind_op;
      await neemStap(ctx, m, 'geevalueerd', { door: actor.id, reden: invoer.reden, set: { eind_op: einde, evaluatie_op: gekozen.volgende ?? einde, evaluatie_termijn_id: termijn } });
      await legVast(ctx, { dossierId, soort: gekozen.nieuwEinde ? 'maatregel_korter' : 'maatregel_geevalueerd', door: actor.id, voor: 'slachtoffer', gegevens: { maatregel: soortnamen[m.soort] } });
    }
    // Who it happened to must know before the person can come back.
    if (invoer.uitkomst !== 'houden') for (const aanId of onderwerp.feiten.slachtoffers) await stelInKennis(ctx, { dossierId, aanId, soort: 'terugkoppeling' });
    return { resultaat: { id: dossierId, maatregel: m.id } };
  },
});

/** The letter that says a measure ends sooner than it said. */
async function maakKorter(ctx: ActorContext, m: Maatregelrij, per: Temporal.PlainDate, reden: string): Promise<Id> {
  const bron = await briefbronVan(ctx, m);
  if (bron === null || m.eind_op === null) throw fout('conflict.toestand', { redenen: ['Van deze maatregel is geen brief te maken.'] });
  await zonderHerkenbaars(ctx, m.dossier_id, { reden });
  return (await legBriefKlaar(ctx, {
    dossierId: m.dossier_id, betrokkeneId: m.betrokkene_id, soort: 'opheffing', geadresseerde: { naam: m.aan_naam, adres: adresregels(m.aan_adres) },
    gegevens: { maatregel: soortInZin(m.soort), rechtsvorm: 'privaatrechtelijk', liepTot: m.eind_op.toString(), per: per.toString(), reden, weer: weerVan(bron), contact: bron.contact, ondertekenaar: bron.ondertekenaar },
  })).id;
}

/** The service is restored after a measure: the departments are told and confirm that they read it, and a letter goes to the citizen (functies D9). */
export const herstelDienstverlening = handeling({
  naam: 'maatregel.herstellen',
  invoer: z.object({
    id: id(OPNIEUW), maatregel: id(OPNIEUW), ...collegaVelden, onderdelen: lijstVanIds('Kies uit de lijst.', 50), verteld_aan: tekst({ max: 1_000 }), afspraken: tekst({ max: 2_000 }),
  }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp, actor } = ctx;
    const { dossierId, feiten } = onderwerp;
    if (invoer.onderdelen.length === 0 && invoer.verteld_aan === '') throw veldfout('onderdelen', 'Kies welke onderdelen horen dat de betrokkene weer gewoon wordt geholpen, of schrijf wie het al weet.');
    const h = await ctx.trx.selectFrom('dienstherstel').select(['termijn_id', 'hersteld_op']).where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('maatregel_id', '=', invoer.maatregel).forUpdate().executeTakeFirst();
    if (!h) throw fout('niet-gevonden');
    if (h.hersteld_op !== null) throw fout('conflict.toestand', { redenen: ['De dienstverlening is al hersteld.'] });
    const m = await maatregelOpSlot(ctx, invoer.maatregel, dossierId);
    const verteller = await gekozenCollega(ctx, invoer);
    if (feiten.slachtoffers.includes(verteller.id)) throw veldfout('medewerker_naam', 'Vraag dit niet aan wie het overkwam. Kies een ander.');
    const afspraken = invoer.afspraken.split('\n').map((r) => r.trim()).filter((r) => r !== '');
    if (afspraken.length > 12 || afspraken.some((r) => r.length > 300)) throw veldfout('afspraken', 'Noem hoogstens twaalf afspraken, elk op een eigen regel van hoogstens 300 tekens.');
    const onderdelen = await lichtOnderdelenIn(ctx, onderwerp, m.id, invoer.onderdelen);
    const briefId = await herstelbrief(ctx, m, afspraken);
    await ctx.trx.updateTable('dienstherstel').set({ verteld_door: verteller.id, verteld_aan: [...onderdelen, invoer.verteld_aan].filter((t) => t !== '').join(', '), brief_id: briefId, hersteld_op: ctx.nu, hersteld_door: actor.id }).where('organisatie_id', '=', ctx.organisatieId).where('maatregel_id', '=', m.id).execute();
    await rondDezeTermijnAf(ctx, { id: h.termijn_id, door: actor.id, uitkomst: 'hersteld' });
    await legVast(ctx, { dossierId, soort: 'dienstverlening_hersteld', door: actor.id, voor: 'slachtoffer', gegevens: { maatregel: m.id } });
    for (const aanId of feiten.slachtoffers) await stelInKennis(ctx, { dossierId, aanId, soort: 'terugkoppeling' });
    return { resultaat: { id: dossierId, maatregel: m.id } };
  },
});

/** The letter that says someone is helped as before; null for what had no letter of ours (a court order). */
async function herstelbrief(ctx: ActorContext, m: Maatregelrij, afspraken: string[]): Promise<Id | null> {
  const bron = await briefbronVan(ctx, m);
  if (bron === null) return null;
  await zonderHerkenbaars(ctx, m.dossier_id, { afspraken: afspraken.join('\n') });
  return (await legBriefKlaar(ctx, {
    dossierId: m.dossier_id, betrokkeneId: m.betrokkene_id, soort: 'herstel', geadresseerde: { naam: m.aan_naam, adres: adresregels(m.aan_adres) },
    gegevens: { maatregel: soortInZin(m.soort), eindigdeOp: (await eindigdeOp(ctx, m)).toString(), afspraken, afspraak: null, weer: weerVan(bron), contact: bron.contact, ondertekenaar: bron.ondertekenaar },
  })).id;
}

/** The day a measure really ended: when it was lifted or lapsed, or its last day. */
async function eindigdeOp(ctx: ActorContext, m: Maatregelrij): Promise<Temporal.PlainDate> {
  if (m.toestand === 'verlopen' && m.eind_op !== null) return m.eind_op;
  const stap = await ctx.trx.selectFrom('maatregelstap').select('op').where('organisatie_id', '=', ctx.organisatieId).where('maatregel_id', '=', m.id).where('naar', '=', m.toestand).orderBy('volgnr', 'asc').executeTakeFirstOrThrow();
  return dagVan(stap.op);
}

/** Puts a photo from the dossier with a measure, with why reception needs it; or takes it away. */
export const kiesFoto = handeling({
  naam: 'maatregel.foto',
  invoer: z.object({ id: id(OPNIEUW), maatregel: id(OPNIEUW), bestand: tekst({ max: 60 }), reden: tekst({ max: 1_000 }) }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp: { dossierId }, actor } = ctx;
    const m = await maatregelOpSlot(ctx, invoer.maatregel, dossierId);
    await ctx.trx.updateTable('maatregelfoto').set({ tot: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('maatregel_id', '=', m.id).where('tot', 'is', null).execute();
    if (invoer.bestand !== '') {
      if (invoer.reden === '') throw veldfout('reden', 'Schrijf waarom een naam niet genoeg is. Zonder reden ziet de receptie geen foto.');
      const foto = await fotoVan(ctx, dossierId, invoer.bestand).catch(() => null);
      if (!foto) throw veldfout('bestand', 'Kies een foto uit dit dossier die op virussen is gecontroleerd.');
      await ctx.trx.insertInto('maatregelfoto').values({ organisatie_id: ctx.organisatieId, maatregel_id: m.id, bestand_id: foto.id, reden: invoer.reden, door: actor.id, op: ctx.nu, tot: null }).execute();
    }
    return { resultaat: { id: dossierId }, object: { soort: 'maatregel', id: m.id } };
  },
});

/** Sets at which buildings a colleague stands beside his own workplace. */
export const zetPlekken = handeling({
  naam: 'receptie.plekken',
  invoer: z.object({ ...collegaVelden, locaties: lijstVanIds('Kies uit de lijst.', 200) }),
  async voerUit(ctx) {
    const { invoer, actor } = ctx;
    const wie = await gekozenCollega(ctx, invoer);
    const rol = await ctx.trx.selectFrom('roltoekenning').select('id').where('organisatie_id', '=', ctx.organisatieId).where('medewerker_id', '=', wie.id).where('rol', '=', 'receptie').where('ingetrokken_op', 'is', null).executeTakeFirst();
    if (!rol) throw veldfout('medewerker_naam', 'Deze collega heeft de rol Receptie niet. De beheerder geeft die rol.');
    const gekozen = [...new Set(invoer.locaties)];
    const bestaan = gekozen.length === 0 ? [] : await ctx.trx.selectFrom('locatie').select('id').where('organisatie_id', '=', ctx.organisatieId).where('id', 'in', gekozen).where('actief', '=', true).execute();
    if (bestaan.length !== gekozen.length) throw veldfout('locaties', 'Kies uit de lijst.');
    const nu = await ctx.trx.selectFrom('receptieplek').select('locatie_id').where('organisatie_id', '=', ctx.organisatieId).where('medewerker_id', '=', wie.id).where('tot', 'is', null).execute();
    const weg = nu.map((r) => r.locatie_id).filter((l) => !gekozen.includes(l));
    if (weg.length > 0) await ctx.trx.updateTable('receptieplek').set({ tot: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('medewerker_id', '=', wie.id).where('tot', 'is', null).where('locatie_id', 'in', weg).execute();
    for (const l of gekozen.filter((x) => !nu.some((r) => r.locatie_id === x))) await ctx.trx.insertInto('receptieplek').values({ organisatie_id: ctx.organisatieId, medewerker_id: wie.id, locatie_id: l, sinds: ctx.nu, door: actor.id, tot: null }).execute();
    return { resultaat: { id: wie.id }, object: { soort: 'medewerker', id: wie.id } };
  },
});
