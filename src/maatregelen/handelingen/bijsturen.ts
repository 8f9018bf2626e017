import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, keuze, tekst, versie } from '../../kern/invoer.ts';
import { dagVan } from '../../kern/tijd/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { briefVervalt, legBriefKlaar, zonderHerkenbaars } from '../../brieven/index.ts';
import { legVast, rondDezeTermijnAf, stelInKennis } from '../../dossier/index.ts';
import { adresregels, briefbronVan } from '../brief.ts';
import { weerVan } from '../regels/brief.ts';
import { isVastgelegd, soortInZin, soortnamen } from '../regels/woorden.ts';
import { maatregelOpSlot, neemStap, type Maatregelrij } from '../stap.ts';
import { beginHerstel } from '../toezicht/herstel.ts';
import { eigenMachtiging, OPNIEUW, opSlot, stopVoorleggen } from './gedeeld.ts';

const WAT = { schors: 'geschorst', hervat: 'hervat', hef_op: 'opgeheven' } as const;

/**
 * Suspends a measure, lets it hold again, or ends it early, with the reason and within a mandate. Each is in the citizen's favour or as it was, so
 * no hearing goes before it. Of an end he gets a letter.
 */
export const stuurMaatregelBij = handeling({
  naam: 'maatregel.bijsturen',
  invoer: z.object({ id: id(OPNIEUW), maatregel: id(OPNIEUW), versie, wat: keuze(['schors', 'hervat', 'hef_op'] as const, 'Kies wat je wilt doen.'), reden: tekst({ max: 4_000, verplicht: 'Schrijf waarom.' }) }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp: { dossierId, feiten }, actor } = ctx;
    const m = await maatregelOpSlot(ctx, invoer.maatregel, dossierId);
    if (m.versie !== invoer.versie) throw fout('conflict.gewijzigd');
    if (isVastgelegd(m.soort)) {
      if (invoer.wat !== 'hef_op') throw veldfout('wat', 'Een bevel van de rechter schorst alleen de rechter. Heeft de rechter het ingetrokken? Kies dan dat het stopt.');
    } else {
      if (feiten.slachtoffers.includes(actor.id)) throw fout('conflict.toestand', { redenen: ['Wie het overkwam, beslist niet over de maatregel.'] });
      await eigenMachtiging(ctx, m);
    }
    if (invoer.wat === 'hef_op') {
      await beeindigMaatregel(ctx, m, invoer.reden);
      for (const aanId of feiten.slachtoffers) await stelInKennis(ctx, { dossierId, aanId, soort: 'terugkoppeling' });
    } else {
      await neemStap(ctx, m, WAT[invoer.wat], { door: actor.id, reden: invoer.reden });
      await legVast(ctx, { dossierId, soort: invoer.wat === 'schors' ? 'maatregel_geschorst' : 'maatregel_hervat', door: actor.id, voor: 'slachtoffer', gegevens: { maatregel: soortnamen[m.soort], reden: invoer.reden } });
    }
    return { resultaat: { id: dossierId, maatregel: m.id } };
  },
});

/** Ends a measure early: its clocks stop, and the letter that says so is made ready. The caller has checked who may. Answers the letter, when there is one. */
export async function beeindigMaatregel(ctx: ActorContext, m: Maatregelrij, reden: string): Promise<Id | null> {
  const wasBekend = m.brief_verzonden_op !== null || m.toestand !== 'besloten';
  const bron = await briefbronVan(ctx, m);
  let briefId: Id | null = null;
  // A citizen who never got the first letter does not get one that it stops.
  if (bron !== null && m.eind_op !== null && wasBekend) {
    await zonderHerkenbaars(ctx, m.dossier_id, { reden });
    briefId = (await legBriefKlaar(ctx, {
      dossierId: m.dossier_id, betrokkeneId: m.betrokkene_id, soort: 'opheffing', geadresseerde: { naam: m.aan_naam, adres: adresregels(m.aan_adres) },
      gegevens: { maatregel: soortInZin(m.soort), rechtsvorm: 'privaatrechtelijk', liepTot: m.eind_op.toString(), per: dagVan(ctx.nu).toString(), reden, weer: weerVan(bron), contact: bron.contact, ondertekenaar: bron.ondertekenaar },
    })).id;
  }
  // The first letter, when it still lay ready, does not leave any more.
  if (m.brief_id !== null && m.brief_verzonden_op === null) await briefVervalt(ctx, m.brief_id);
  await neemStap(ctx, m, 'opgeheven', { door: ctx.actor.id, reden, set: { voorgelegd_aan: null } });
  await beginHerstel(ctx, m);
  await stopVoorleggen(ctx, m);
  if (m.evaluatie_termijn_id !== null) await rondDezeTermijnAf(ctx, { id: m.evaluatie_termijn_id, door: ctx.actor.id, uitkomst: 'maatregel opgeheven' });
  await legVast(ctx, { dossierId: m.dossier_id, soort: 'maatregel_opgeheven', door: ctx.actor.id, voor: 'slachtoffer', gegevens: { maatregel: soortnamen[m.soort], reden } });
  return briefId;
}
