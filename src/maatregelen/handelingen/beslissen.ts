import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, keuze, tekst, versie } from '../../kern/invoer.ts';
import { momentVan } from '../../kern/tijd/index.ts';
import { gemachtigden, instellingenVan } from '../../inrichting/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { legBriefKlaar } from '../../brieven/index.ts';
import { legVast, legVoor, stelInKennis, zetTermijn, zetTermijnOp, type DossierOnderwerp } from '../../dossier/index.ts';
import { antwoordcodes, vereistAchteraf, vraagMetBesluit } from '../../wederhoor/index.ts';
import { adresregels, briefbronVan } from '../brief.ts';
import { briefVan } from '../regels/brief.ts';
import { ontbreekt } from '../regels/voorstel.ts';
import { isVastgelegd, soortnamen } from '../regels/woorden.ts';
import { maatregelOpSlot, neemStap, type Maatregelrij } from '../stap.ts';
import { feitenVan, voorstelstand } from '../vragen/stand.ts';
import { beslisserInZin, eigenMachtiging, machtigingOver, ontbrekendeMachtiging, OPNIEUW, opSlot, stopVoorleggen } from './gedeeld.ts';

const basis = { id: id(OPNIEUW), maatregel: id(OPNIEUW), versie };

async function gelijk(ctx: ActorContext, i: { maatregel: Id; versie: number }, dossierId: Id): Promise<Maatregelrij> {
  const m = await maatregelOpSlot(ctx, i.maatregel, dossierId);
  if (m.versie !== i.versie) throw fout('conflict.gewijzigd');
  return m;
}

/** Why this colleague cannot decide about this measure, whatever his mandate; null when nothing stands in the way. */
function zelfBetrokken({ feiten }: DossierOnderwerp, m: Maatregelrij, wie: Id): string | null {
  if (feiten.slachtoffers.includes(wie)) return 'Wie het overkwam, beslist niet over de maatregel.';
  if (feiten.getuigen.includes(wie)) return 'Een getuige beslist niet over de maatregel.';
  if (m.vier_ogen && m.voorgesteld_door === wie) return 'Wie de maatregel voorstelde, beslist er niet over.';
  return null;
}

/** Puts a measure before someone who may decide on it: he is told, can see what he needs, and has a clock. Also a measure that runs, when it may have to stop. */
export const legMaatregelVoor = handeling({
  naam: 'maatregel.voorstellen',
  invoer: z.object({ ...basis, beslisser: id('Kies wie er beslist.') }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp, actor } = ctx;
    const { dossierId, feiten } = onderwerp;
    const m = await gelijk(ctx, invoer, dossierId);
    if (isVastgelegd(m.soort)) throw fout('conflict.toestand', { redenen: ['Over een bevel van de rechter beslist de organisatie niet. Leg het vast.'] });
    if (m.toestand === 'voorgesteld' || m.toestand === 'gehoord') {
      const open = ontbreekt(await voorstelstand(ctx, m));
      if (open.length > 0) throw fout('conflict.toestand', { redenen: open.map((o) => o.tekst) });
    }
    const bezwaar = feiten.veroorzakers.includes(invoer.beslisser) ? 'Kies wie er beslist.' : zelfBetrokken(onderwerp, m, invoer.beslisser);
    if (bezwaar !== null) throw veldfout('beslisser', bezwaar);
    if ((await machtigingOver(ctx, m, invoer.beslisser)) === null) throw veldfout('beslisser', ontbrekendeMachtiging(m, 'collega'));
    await stopVoorleggen(ctx, m, 'opnieuw voorgelegd');
    const termijn = await zetTermijn(ctx, { dossierId, soort: 'besluit_maatregel', compartiment: feiten.compartiment, aanId: invoer.beslisser });
    await neemStap(ctx, m, 'voorgelegd', { door: actor.id, set: { voorgelegd_aan: invoer.beslisser, besluit_termijn_id: termijn.id } });
    await legVoor(ctx, { dossierId, medewerkerId: invoer.beslisser, overId: m.id });
    await stelInKennis(ctx, { dossierId, aanId: invoer.beslisser, soort: 'besluit-gevraagd' });
    await legVast(ctx, { dossierId, soort: 'maatregel_voorgelegd', door: actor.id, voor: 'slachtoffer', gegevens: { maatregel: soortnamen[m.soort], aan: invoer.beslisser } });
    return { resultaat: { id: dossierId, maatregel: m.id } };
  },
});

/** Colleagues to choose from who may decide on this measure: with a valid mandate, and not involved themselves. */
export async function kandidaten(ctx: ActorContext, onderwerp: DossierOnderwerp, m: Maatregelrij): Promise<{ id: Id; naam: string }[]> {
  const d = await ctx.trx.selectFrom('dossier').select(['onderdeel_id', 'compartiment']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', m.dossier_id).executeTakeFirstOrThrow();
  const alle = await gemachtigden(ctx, { beslissersoort: m.beslissersoort, maatregelsoort: m.soort, onderdeelId: d.onderdeel_id, compartiment: d.compartiment, op: ctx.nu });
  return alle.filter((c) => !onderwerp.feiten.veroorzakers.includes(c.id) && zelfBetrokken(onderwerp, m, c.id) === null).map((c) => ({ id: c.id, naam: c.naam }));
}

/**
 * The decision (functies A2, D3, D6): only by the one it was put to, within a valid mandate, who is not involved and did not propose it where four eyes
 * are asked. He decides, gives it back with the reason, or refuses. `webadres` is the page of the betrokkene, as it stands in the letter about a measure
 * that could not wait.
 */
export const maakBeslis = (webadres: string) => handeling({
  naam: 'maatregel.besluiten',
  invoer: z.object({ ...basis, besluit: keuze(['ja', 'terug', 'nee'] as const, 'Kies wat je beslist.'), reden: tekst({ max: 4_000 }) }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp, actor } = ctx;
    const { dossierId } = onderwerp;
    const m = await gelijk(ctx, invoer, dossierId);
    if (m.voorgelegd_aan !== actor.id) throw fout('niet-gevonden');
    if (invoer.besluit !== 'ja' && invoer.reden === '') throw veldfout('reden', invoer.besluit === 'terug' ? 'Schrijf wat er anders moet.' : 'Schrijf waarom er geen maatregel komt.');
    if (invoer.besluit === 'terug') return geefTerug(ctx, m, invoer.reden);
    const bezwaar = zelfBetrokken(onderwerp, m, actor.id);
    if (bezwaar !== null) throw fout('conflict.toestand', { redenen: [bezwaar] });
    const machtiging = await eigenMachtiging(ctx, m);
    if (invoer.besluit === 'nee') {
      await neemStap(ctx, m, 'afgewezen', { door: actor.id, reden: invoer.reden, set: { voorgelegd_aan: null } });
      await stopVoorleggen(ctx, m);
      await stelInKennis(ctx, { dossierId, aanId: m.voorgesteld_door, soort: 'aanvulling' });
      await legVast(ctx, { dossierId, soort: 'maatregel_afgewezen', door: actor.id, voor: 'slachtoffer', gegevens: { maatregel: soortnamen[m.soort], reden: invoer.reden } });
      return { resultaat: { id: dossierId, maatregel: m.id } };
    }
    const open = ontbreekt(await voorstelstand(ctx, m));
    if (open.length > 0) throw fout('conflict.toestand', { redenen: open.map((o) => o.tekst) });
    await besluit(ctx, onderwerp, m, machtiging.id, webadres);
    return { resultaat: { id: dossierId, maatregel: m.id }, journaal: { maatregel: m.id, machtiging: machtiging.id } };
  },
});

async function geefTerug(ctx: ActorContext, m: Maatregelrij, reden: string) {
  // The weighing is done again with whatever changes; its words stay in the form.
  await neemStap(ctx, m, 'teruggegeven', { door: ctx.actor.id, reden, set: { voorgelegd_aan: null, wederhoor_id: null } });
  await stopVoorleggen(ctx, m, 'teruggegeven');
  await stelInKennis(ctx, { dossierId: m.dossier_id, aanId: m.voorgesteld_door, soort: 'aanvulling' });
  await legVast(ctx, { dossierId: m.dossier_id, soort: 'maatregel_teruggegeven', door: ctx.actor.id, gegevens: { maatregel: soortnamen[m.soort], reden } });
  return { resultaat: { id: m.dossier_id, maatregel: m.id } };
}

async function besluit(ctx: ActorContext, onderwerp: DossierOnderwerp, m: Maatregelrij, machtigingId: Id, webadres: string): Promise<void> {
  const { actor } = ctx;
  const { dossierId } = onderwerp;
  // Urgent and not heard: from now on a clock runs, and without a hearing the measure lapses. Whoever gets the letter can answer it.
  const plicht = m.wederhoor_id === null ? await vereistAchteraf(ctx, { dossierId, betrokkeneId: m.betrokkene_id, aanId: m.voorgesteld_door }) : null;
  const toegang = plicht && (await antwoordcodes(ctx, m.betrokkene_id, webadres));
  const bron = await briefbronVan(ctx, m, { uiterlijk: plicht?.uiterlijk, toegang });
  const brief = bron && briefVan(bron);
  if (!brief) throw fout('conflict.toestand', { redenen: ['De brief over deze maatregel is nog niet te maken. Geef het voorstel terug.'] });
  const { id: briefId } = await legBriefKlaar(ctx, { dossierId, betrokkeneId: m.betrokkene_id, soort: brief.soort, geadresseerde: { naam: m.aan_naam, adres: adresregels(m.aan_adres) }, gegevens: brief.gegevens });
  if (plicht && toegang) {
    await vraagMetBesluit(ctx, {
      dossierId, betrokkeneId: m.betrokkene_id, briefId, codes: toegang, uiterlijk: plicht.uiterlijk, tekst: feitenVan(m).map((f) => f.gedrag).join('\n\n'), nagekekenDoor: m.nagekeken_door ?? m.voorgesteld_door, gevraagdDoor: m.voorgesteld_door,
    });
  }
  const { kalender } = await instellingenVan(ctx);
  const evaluatie = m.evaluatie_op === null ? null : await zetTermijnOp(ctx, { dossierId, soort: 'evaluatie', aanId: m.voorgesteld_door, op: momentVan(m.evaluatie_op, kalender.eindeWerkdag) });
  await neemStap(ctx, m, 'besloten', {
    door: actor.id,
    set: { besloten_door: actor.id, besloten_op: ctx.nu, machtiging_id: machtigingId, hoorplicht_id: plicht?.id ?? null, brief_id: briefId, evaluatie_termijn_id: evaluatie?.id ?? null, voorgelegd_aan: null },
  });
  await stopVoorleggen(ctx, m);
  await stelInKennis(ctx, { dossierId, aanId: m.voorgesteld_door, soort: 'aanvulling' });
  for (const aanId of onderwerp.feiten.slachtoffers) await stelInKennis(ctx, { dossierId, aanId, soort: 'terugkoppeling' });
  await legVast(ctx, { dossierId, soort: 'maatregel_besloten', door: actor.id, voor: 'slachtoffer', gegevens: { maatregel: soortnamen[m.soort], als: beslisserInZin(m.beslissersoort) } });
}

/** Records a court order: it is in force from its own first day, and ours to watch and not to decide. */
export const legBevelVast = handeling({
  naam: 'maatregel.voorstellen',
  invoer: z.object(basis),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp: { dossierId, feiten }, actor } = ctx;
    const m = await gelijk(ctx, invoer, dossierId);
    if (!isVastgelegd(m.soort)) throw fout('conflict.toestand', { redenen: ['Over deze maatregel moet iemand beslissen.'] });
    if (m.uitspraak === '' || m.evaluatie_op === null) throw fout('conflict.toestand', { redenen: ['Vul eerst de uitspraak, het begin, het einde en de evaluatie in.'] });
    const { kalender } = await instellingenVan(ctx);
    const evaluatie = await zetTermijnOp(ctx, { dossierId, soort: 'evaluatie', aanId: actor.id, op: momentVan(m.evaluatie_op, kalender.eindeWerkdag) });
    await neemStap(ctx, m, 'in_werking', { door: actor.id, set: { evaluatie_termijn_id: evaluatie.id } });
    for (const aanId of feiten.slachtoffers) await stelInKennis(ctx, { dossierId, aanId, soort: 'terugkoppeling' });
    await legVast(ctx, { dossierId, soort: 'maatregel_in_werking', door: actor.id, voor: 'slachtoffer', gegevens: { maatregel: soortnamen[m.soort] } });
    return { resultaat: { id: dossierId, maatregel: m.id } };
  },
});
