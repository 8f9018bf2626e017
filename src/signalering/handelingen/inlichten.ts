import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id } from '../../kern/invoer.ts';
import { collegaVelden, gekozenCollega } from '../../inrichting/index.ts';
import { legVast, rondTermijnAf, stelInKennis, zetTermijnOp } from '../../dossier/index.ts';
import { handeling } from '../../platform/deuren/index.ts';
import { isGeldend, signaalOpSlot } from '../signaal.ts';

/** More people than this will not meet one person: whoever needs more must think again who really will. */
export const MEEST_ONTVANGERS = 150;
/** Hours to read an instruction before the Adviseur hears that it was not. */
const LEESTIJD_UREN = 48;

/** Tells the colleagues who will meet the person: a mail without contents, and the instruction in their Vandaag until it ends. */
export const lichtIn = handeling({
  naam: 'signaal.inlichten',
  invoer: z.object({ id: id('Open het signaal opnieuw.'), onderdelen: z.preprocess((w) => (w === undefined || w === '' ? [] : Array.isArray(w) ? w : [w]), z.array(id('Kies uit de lijst.')).max(50)), ...collegaVelden }),
  onderwerp: (ctx, i) => signaalOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer: i, onderwerp } = ctx;
    const { trx, organisatieId, nu, actor } = ctx;
    const s = onderwerp.signaal;
    if (!isGeldend(s, nu)) throw fout('conflict.toestand', { redenen: ['Dit signaal geldt niet meer.'] });
    const wie = new Map<Id, Id | null>();
    if (i.onderdelen.length > 0) {
      const leden = await trx.selectFrom('medewerker').select(['id', 'onderdeel_id']).where('organisatie_id', '=', organisatieId).where('onderdeel_id', 'in', i.onderdelen).where('actief', '=', true).limit(MEEST_ONTVANGERS + 1).execute();
      for (const m of leden) wie.set(m.id, m.onderdeel_id);
    }
    if (i.medewerker !== null || i.medewerker_naam !== '') wie.set((await gekozenCollega(ctx, i)).id, null);
    for (const m of onderwerp.feiten.veroorzakers) wie.delete(m);
    if (wie.size === 0) throw veldfout('onderdelen', 'Kies een onderdeel of een collega die deze persoon gaat ontmoeten.');
    if (wie.size > MEEST_ONTVANGERS) throw veldfout('onderdelen', `Dit zijn meer dan ${MEEST_ONTVANGERS} collega’s. Kies alleen wie deze persoon echt gaat ontmoeten.`);
    let nieuw = 0;
    for (const [medewerkerId, onderdeelId] of wie) {
      const rij = await trx.insertInto('signaalontvanger').values({ organisatie_id: organisatieId, signaal_id: s.id, medewerker_id: medewerkerId, onderdeel_id: onderdeelId, ingelicht_op: nu, ingelicht_door: actor.id }).onConflict((c) => c.doNothing()).returning('medewerker_id').executeTakeFirst();
      if (!rij) continue;
      nieuw += 1;
      await stelInKennis(ctx, { onderwerp: { soort: 'instructie', id: s.id }, aanId: medewerkerId, soort: 'instructie' });
      await zetTermijnOp(ctx, { onderwerp: { soort: 'instructie', id: s.id, compartiment: s.compartiment }, soort: 'instructie', aanId: medewerkerId, voorId: medewerkerId, op: nu.add({ hours: LEESTIJD_UREN }) });
    }
    await legVast(ctx, { dossierId: s.dossier_id, soort: 'signaal_ingelicht', door: actor.id, gegevens: { aantal: nieuw } });
    return { resultaat: { id: s.id, nieuw } };
  },
});

/** "I have read it." Only who was told, and only while it counts. */
export const leesInstructie = handeling({
  naam: 'instructie.gelezen',
  invoer: z.object({ id: id('Deze instructie bestaat niet meer.') }),
  async voerUit(ctx) {
    const { trx, organisatieId, actor, nu, invoer } = ctx;
    const rij = await trx.updateTable('signaalontvanger').set({ gelezen_op: nu }).where('organisatie_id', '=', organisatieId).where('signaal_id', '=', invoer.id).where('medewerker_id', '=', actor.id).where('vervallen_op', 'is', null).where('gelezen_op', 'is', null).returning('signaal_id').executeTakeFirst();
    if (!rij) throw fout('niet-gevonden');
    await rondTermijnAf(ctx, { onderwerpId: invoer.id, soort: 'instructie', voorId: actor.id, door: actor.id, uitkomst: 'gedaan' });
    return { resultaat: { id: invoer.id }, object: { soort: 'signaal', id: invoer.id } };
  },
});
