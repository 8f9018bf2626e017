import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, lijstVanIds, tekst, versie, vinkje } from '../../kern/invoer.ts';
import { dagVan } from '../../kern/tijd/index.ts';
import { collegaVelden, gekozenCollega } from '../../inrichting/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { zonderHerkenbaars } from '../../brieven/index.ts';
import { legVast, stelInKennis } from '../../dossier/index.ts';
import { wederhoorstand } from '../../wederhoor/index.ts';
import { feitdatum, kaderVan, normopties } from '../vragen/motivering.ts';
import { ontbreekt } from '../regels/voorstel.ts';
import { isEenmalig, soortnamen, type Feit, type Norm } from '../regels/woorden.ts';
import { maatregelOpSlot, neemStap, type Maatregelrij } from '../stap.ts';
import { voorstelstand } from '../vragen/stand.ts';
import { OPNIEUW, OPNIEUW_BEVESTIGEN, opSlot } from './gedeeld.ts';

const basis = { id: id(OPNIEUW), maatregel: id(OPNIEUW), versie };

/** The measure of the form, as it was when the form was opened. */
async function voorstel(ctx: ActorContext, i: { maatregel: Id; versie: number }, dossierId: Id): Promise<Maatregelrij> {
  const m = await maatregelOpSlot(ctx, i.maatregel, dossierId);
  if (m.versie !== i.versie) throw fout('conflict.gewijzigd');
  return m;
}

const codes = z.preprocess((w) => (w === undefined || w === '' ? [] : Array.isArray(w) ? w : [w]), z.array(z.string().max(60)).max(60));

/**
 * Builds the motivation from its parts (functies D6): what was done and which forms of aggression that is, picked from the incident; the norm, picked from
 * the handelingskader; why this measure and this long; what was weighed. A text alone is not enough.
 */
export const motiveer = handeling({
  naam: 'maatregel.voorstellen',
  invoer: z.object({
    ...basis, vormen: lijstVanIds('Kies uit de lijst.', 40).refine((v) => v.length > 0, 'Kies welk gedrag van dit incident de maatregel nodig maakt.'),
    plaats: tekst({ max: 300, verplicht: 'Vul in waar het was, in algemene woorden. Bijvoorbeeld ‘aan de balie van het stadhuis’.' }),
    gedrag: tekst({ max: 4_000, verplicht: 'Beschrijf wat de betrokkene deed of zei, zonder namen van collega’s.' }), nagekeken: vinkje,
    normen: codes.refine((n) => n.length > 0, 'Kies welke norm is overtreden.'),
    waarom_maatregel: tekst({ max: 4_000, verplicht: 'Schrijf waarom deze maatregel past, en een lichtere niet.' }), waarom_duur: tekst({ max: 4_000 }), afweging: tekst({ max: 4_000, verplicht: 'Schrijf wat je hebt afgewogen, ook wat voor de betrokkene pleit.' }),
  }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp, actor } = ctx;
    const { dossierId } = onderwerp;
    const m = await voorstel(ctx, invoer, dossierId);
    if (!isEenmalig(m.soort) && invoer.waarom_duur === '') throw veldfout('waarom_duur', 'Schrijf waarom de maatregel zo lang duurt, en niet korter.');
    if (!invoer.nagekeken) throw veldfout('nagekeken', 'Lees na of er geen collega te herkennen is, en zet dan het vinkje.');
    const feit = await feitdatum(ctx, m);
    const gekozen = await ctx.trx.selectFrom('dossiervorm as dv').innerJoin('agressievorm as a', (j) => j.onRef('a.organisatie_id', '=', 'dv.organisatie_id').onRef('a.id', '=', 'dv.vorm_id'))
      .select(['a.id', 'a.code', 'a.naam']).where('dv.organisatie_id', '=', ctx.organisatieId).where('dv.dossier_id', '=', feit.dossierId).where('a.id', 'in', invoer.vormen).execute();
    if (gekozen.length !== new Set(invoer.vormen).size) throw veldfout('vormen', 'Kies uit de vormen die bij dit incident zijn vastgesteld.');
    const opties = normopties(await kaderVan(ctx, m));
    const normen = opties.filter((o) => invoer.normen.includes(o.code));
    if (normen.length !== new Set(invoer.normen).size) throw veldfout('normen', 'Kies een norm uit het handelingskader.');
    await zonderHerkenbaars(ctx, dossierId, { plaats: invoer.plaats, gedrag: invoer.gedrag, waarom_maatregel: invoer.waarom_maatregel, waarom_duur: invoer.waarom_duur, afweging: invoer.afweging });
    const feiten: Feit[] = [{ dossierId: feit.dossierId, datum: dagVan(feit.op).toString(), plaats: invoer.plaats, gedrag: invoer.gedrag, vormen: gekozen.map(({ id: vormId, naam }) => ({ id: vormId, naam })) }];
    await neemStap(ctx, m, 'gewijzigd', {
      door: actor.id,
      set: {
        feiten: JSON.stringify(feiten), nagekeken_door: actor.id, norm: JSON.stringify(normen satisfies Norm[]), waarom_maatregel: invoer.waarom_maatregel, waarom_duur: isEenmalig(m.soort) ? '' : invoer.waarom_duur, afweging: invoer.afweging,
        ...OPNIEUW_BEVESTIGEN,
      },
    });
    return { resultaat: { id: dossierId, maatregel: m.id } };
  },
});

/** Arranges that service goes on (functies D9): a channel that stays, a contact person who has no part in it, and to whom the letter goes. */
export const regelDienstverlening = handeling({
  naam: 'maatregel.voorstellen',
  invoer: z.object({
    ...basis, kanaal_blijft: tekst({ max: 300, verplicht: 'Vul in hoe de betrokkene wel bij jullie terechtkan, bijvoorbeeld ‘per e-mail, of na een afspraak in de wijkpost’.' }), ...collegaVelden,
    aan_naam: tekst({ max: 200, verplicht: 'Vul in aan wie de brief gaat.' }), aan_adres: tekst({ max: 600, verplicht: 'Vul in waar de brief heen gaat.' }),
  }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp, actor } = ctx;
    const { dossierId, feiten } = onderwerp;
    const m = await voorstel(ctx, invoer, dossierId);
    const wie = await gekozenCollega(ctx, invoer);
    if ([...feiten.slachtoffers, ...feiten.getuigen, ...feiten.melders, ...feiten.veroorzakers].includes(wie.id)) throw veldfout('medewerker_naam', 'Deze collega is zelf betrokken bij wat er gebeurde. Kies iemand anders.');
    const { email } = await ctx.trx.selectFrom('medewerker').select('email').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', wie.id).executeTakeFirstOrThrow();
    if (wie.telefoon === '' && email === '') throw veldfout('medewerker_naam', 'Van deze collega is geen telefoonnummer of e-mailadres bekend. Kies iemand die bereikbaar is.');
    if (invoer.aan_adres.split('\n').filter((r) => r.trim() !== '').length > 6) throw veldfout('aan_adres', 'Een adres heeft hoogstens zes regels.');
    await zonderHerkenbaars(ctx, dossierId, { kanaal_blijft: invoer.kanaal_blijft });
    await neemStap(ctx, m, 'gewijzigd', { door: actor.id, set: { kanaal_blijft: invoer.kanaal_blijft, contactpersoon_id: wie.id, aan_naam: invoer.aan_naam, aan_adres: invoer.aan_adres, ...OPNIEUW_BEVESTIGEN } });
    return { resultaat: { id: dossierId, maatregel: m.id } };
  },
});

/** A second person agrees to a measure about much contact, and says what it means for whom the citizen may represent (functies C7). */
export const bevestigVoorstel = handeling({
  naam: 'maatregel.bevestigen',
  invoer: z.object({ ...basis, vertegenwoordigt: tekst({ max: 2_000, verplicht: 'Schrijf of de betrokkene iemand anders vertegenwoordigt, en wat de maatregel voor die ander betekent.' }) }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp: { dossierId }, actor } = ctx;
    const m = await voorstel(ctx, invoer, dossierId);
    if (m.klasse !== 'onevenredig_beroep') throw fout('conflict.toestand', { redenen: ['Voor dit voorstel is geen tweede persoon nodig.'] });
    if (m.voorgesteld_door === actor.id) throw fout('conflict.toestand', { redenen: ['Je stelde dit zelf voor. Een ander moet het bevestigen.'] });
    const open = ontbreekt(await voorstelstand(ctx, m)).filter((o) => o.deel === 'motivering' || o.deel === 'dienstverlening');
    if (open.length > 0) throw fout('conflict.toestand', { redenen: ['Het voorstel is nog niet af.', ...open.map((o) => o.tekst)] });
    await neemStap(ctx, m, 'bevestigd', { door: actor.id, set: { bevestigd_door: actor.id, bevestigd_op: ctx.nu, vertegenwoordigt: invoer.vertegenwoordigt } });
    return { resultaat: { id: dossierId, maatregel: m.id } };
  },
});

/**
 * Says how the citizen's view was weighed. With that the proposal is heard: what is decided on stands still. Until the decision the weighing can be done
 * again; what it was stays in the history. After an urgent measure the same is done afterwards, once.
 */
export const weegZienswijze = handeling({
  naam: 'maatregel.voorstellen',
  invoer: z.object({ ...basis, kort: tekst({ max: 4_000 }), weging: tekst({ max: 4_000, verplicht: 'Schrijf wat je hebt gedaan met wat de betrokkene zei.' }) }),
  onderwerp: opSlot,
  async voerUit(ctx) {
    const { invoer, onderwerp: { dossierId }, actor } = ctx;
    const m = await voorstel(ctx, invoer, dossierId);
    const gehoord = await wederhoorstand(ctx, dossierId, m.betrokkene_id);
    if (!gehoord || gehoord.uitkomst === null) throw fout('conflict.toestand', { redenen: ['Het wederhoor is nog niet klaar. Nodig de betrokkene uit, en wacht op zijn kant van het verhaal of op het einde van de termijn.'] });
    // An extension stands on a hearing of its own: what he said about the first decision was about something else.
    if (m.verlengt_id !== null && gehoord.uitgenodigdOp.epochNanoseconds < m.voorgesteld_op.epochNanoseconds) throw fout('conflict.toestand', { redenen: ['Voor een verlenging vraag je de betrokkene opnieuw om zijn kant van het verhaal.'] });
    if (gehoord.uitkomst === 'zienswijze' && invoer.kort === '') throw veldfout('kort', 'Schrijf kort op wat de betrokkene zei, zonder namen van collega’s. Dit komt in de brief.');
    await zonderHerkenbaars(ctx, dossierId, { kort: invoer.kort, weging: invoer.weging });
    const set = { wederhoor_id: gehoord.id, zienswijze_kort: gehoord.uitkomst === 'zienswijze' ? invoer.kort : '', zienswijze_weging: invoer.weging };
    if (m.toestand === 'voorgesteld') {
      const open = ontbreekt({ ...(await voorstelstand(ctx, m)), gehoord: true, gewogen: true });
      if (open.length > 0) throw fout('conflict.toestand', { redenen: ['Het voorstel is nog niet af. Daarna kun je de kant van de betrokkene meewegen.', ...open.map((o) => o.tekst)] });
      await neemStap(ctx, m, 'gehoord', { door: actor.id, set });
    } else if (m.toestand === 'gehoord') {
      await neemStap(ctx, m, 'herwogen', { door: actor.id, reden: [m.zienswijze_kort, m.zienswijze_weging].filter((t) => t !== '').join('\n\n'), set });
      // Who was asked to decide may have read what it was.
      if (m.voorgelegd_aan !== null) await stelInKennis(ctx, { dossierId, aanId: m.voorgelegd_aan, soort: 'besluit-gevraagd' });
      await legVast(ctx, { dossierId, soort: 'bijgewerkt', door: actor.id, gegevens: { maatregel: soortnamen[m.soort] } });
    } else {
      if (m.wederhoor_id !== null) throw fout('conflict.toestand', { redenen: ['De kant van de betrokkene is al meegewogen.'] });
      await neemStap(ctx, m, 'gewogen_achteraf', { door: actor.id, set });
      await legVast(ctx, { dossierId, soort: 'bijgewerkt', door: actor.id, gegevens: { maatregel: soortnamen[m.soort] } });
    }
    return { resultaat: { id: dossierId, maatregel: m.id } };
  },
});
