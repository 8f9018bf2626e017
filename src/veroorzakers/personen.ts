import { z } from 'zod';
import { fout, veldfout } from '../kern/fouten/index.ts';
import type { Id } from '../kern/ids.ts';
import { id, keuze, tekst, versie, vinkje } from '../kern/invoer.ts';
import { dagVan } from '../kern/tijd/index.ts';
import { namenVan } from '../inrichting/index.ts';
import { handeling, vraag, type ActorContext } from '../platform/deuren/index.ts';
import type { Veld } from '../herkennen/index.ts';
import { vasthoudingenVan } from './avg/vasthouden.ts';
import { incidentenVan } from './incidenten.ts';
import { MEEST_GETOOND, vanGegevens, zoekKandidaten, type Kandidaat } from './herken.ts';
import { groepen, groepVan, type Groep } from './lezen.ts';
import { isZelf, persoonOnderwerp, persoonOpSlot, regieIn } from './onderwerp.ts';
import { gelijkePersoon, nietDezelfde, splits, voegSamen, zegNietDezelfde } from './oordelen.ts';
import { leesGegevens, persoonvelden } from './regels/gegevens.ts';
import { doelcodes, type Doel } from './regels/woorden.ts';
import { wijzigRecord } from './schrijven.ts';

const compartiment = keuze(['ambtelijk', 'politiek'] as const, 'Kies waar je zoekt.');

/** The parts that make a question: not which kind of party, and not a story. */
const { soort: _soort, adres_fout: _fout, omschrijving: _omschrijving, vroegere: _vroegere, ...zoekvelden } = persoonvelden;
export const zoekveldnamen = Object.keys(zoekvelden) as (keyof typeof zoekvelden)[];

export interface Zoekuitkomst {
  gevonden: Awaited<ReturnType<typeof zoekKandidaten>>['kandidaten'];
  /** More fitted than are ever shown: nothing is shown then, and one more fact is asked. */
  teVeel: boolean;
  beslissendVeld: Veld | null;
  doel: Doel;
}

/**
 * Looks a person up, with a purpose. A read that is written down: which fields were used, how many fitted and in which bands, never what was
 * typed. At most ten are shown; when more fit, none (BRP rule). Ordered by how well they fit and by nothing else.
 */
export const zoekPersonen = handeling({
  naam: 'persoon.zoeken',
  invoer: z.object({ compartiment, doel: keuze(doelcodes, 'Kies waarvoor je zoekt. Dat komt in het journaal.'), ...zoekvelden }),
  async voerUit(ctx) {
    const { invoer } = ctx;
    if (!regieIn(ctx.actor).includes(invoer.compartiment)) throw fout('niet-gevonden');
    const gevuld = zoekveldnamen.filter((v) => invoer[v] !== '');
    for (const v of gevuld) if (/[*?%_\\]/.test(invoer[v]) && v !== 'accounts' && v !== 'emails') throw veldfout(v, 'Zoeken met een sterretje of een ander jokerteken kan niet. Schrijf de naam zo goed als je weet; op klank en tikfouten zoeken we zelf.');
    if (gevuld.length === 0) throw veldfout('geslachtsnaam', 'Vul in wat je weet: een naam, geboortedatum, adres, telefoonnummer of kenmerk.');
    if (gevuld.every((v) => ['woonplaats', 'geboren', 'voorvoegsel', 'voornamen', 'roepnaam', 'straat'].includes(v))) throw veldfout('geslachtsnaam', 'Hiermee vind je te veel mensen. Vul ook een achternaam in, of een postcode met huisnummer.');
    const gegevens = leesGegevens({ ...invoer, soort: 'bekend', adres_fout: false, omschrijving: '', vroegere: '' }, dagVan(ctx.nu));
    const { kandidaten, beslissendVeld } = await zoekKandidaten(ctx, { gegevens: vanGegevens(gegevens), compartiment: invoer.compartiment });
    const zeker = kandidaten.filter((k) => k.uitslag.band === 'waarschijnlijk' || k.exact !== null);
    const gevonden = kandidaten.length <= MEEST_GETOOND ? kandidaten : zeker.length <= MEEST_GETOOND ? zeker : [];
    const uit: Zoekuitkomst = { gevonden, teVeel: kandidaten.length > MEEST_GETOOND, beslissendVeld, doel: invoer.doel };
    const banden = Object.fromEntries([...Map.groupBy(gevonden, (k) => (k.exact !== null ? 'precies' : k.uitslag.band))].map(([band, l]) => [band, l.length]));
    return { resultaat: uit, object: { soort: 'organisatie', id: ctx.organisatieId }, journaal: { doel: invoer.doel, compartiment: invoer.compartiment, velden: gevuld, banden, teVeel: uit.teVeel } };
  },
});

/** A person with all that is known of him to who asks. */
export const persoonbeeld = vraag({
  naam: 'persoon.lezen',
  invoer: z.object({ id: id('Deze persoon bestaat niet.') }),
  journaal: true,
  onderwerp: (ctx, i) => persoonOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { groep } = ctx.onderwerp;
    const records = groep.records.map((r) => r.id);
    const vrij = groep.hoofd.gewist_op === null && groep.hoofd.beperkt_op === null;
    const niet = await nietDezelfde(ctx, groep);
    const [incidenten, herkenning, oordelen, wijzigingen, verzoeken, vastgehouden, kruis, elders] = await Promise.all([
      incidentenVan(ctx, groep),
      vrij ? zoekKandidaten(ctx, { groep, compartiment: groep.hoofd.compartiment, medewerkerId: groep.hoofd.medewerker_id, niet: new Set([...niet, groep.id]) }) : { kandidaten: [], beslissendVeld: null },
      oordelenVan(ctx, records),
      ctx.trx.selectFrom('persoonwijziging').select(['id', 'op', 'door', 'veld', 'was', 'werd', 'reden', 'persoon_id']).where('organisatie_id', '=', ctx.organisatieId).where('persoon_id', 'in', records).orderBy('op', 'desc').orderBy('id', 'desc').limit(200).execute(),
      ctx.trx.selectFrom('avgverzoek').select(['id', 'soort', 'status', 'uitkomst', 'ontvangen_op']).where('organisatie_id', '=', ctx.organisatieId).where('persoon_id', 'in', records).orderBy('ontvangen_op', 'desc').execute(),
      vasthoudingenVan(ctx, records), overDeGrens(ctx, groep), vrij ? kandidatenElders(ctx, groep) : [],
    ]);
    const andere = await groepen(ctx, [...new Set(oordelen.flatMap((o) => [o.van_groep, o.ander_groep]))].filter((g) => g !== groep.id));
    return {
      groep, incidenten, kandidaten: herkenning.kandidaten.slice(0, MEEST_GETOOND), wijzigingen, verzoeken, vastgehouden, kruis, elders: elders.filter((k) => !kruis.some((x) => x.groep.id === k.groep.id)),
      oordelen: oordelen.map((o) => ({ ...o, ander: zichtbareGroep(andere.get(o.van_groep === groep.id ? o.ander_groep : o.van_groep), ctx) })),
      namen: await namenVan(ctx, [...oordelen.flatMap((o) => [o.door, o.ingetrokken_door ?? '']), ...wijzigingen.map((w) => w.door)]),
    };
  },
});
export type Persoonbeeld = Awaited<ReturnType<typeof persoonbeeld.haal>>;

function oordelenVan({ trx, organisatieId }: Pick<ActorContext, 'trx' | 'organisatieId'>, records: readonly Id[]) {
  return trx.selectFrom('oordeel as o').innerJoin('persoon as p', (j) => j.onRef('p.organisatie_id', '=', 'o.organisatie_id').onRef('p.id', '=', 'o.persoon_id'))
    .innerJoin('persoon as a', (j) => j.onRef('a.organisatie_id', '=', 'o.organisatie_id').onRef('a.id', '=', 'o.ander_id'))
    .select(['o.id', 'o.persoon_id', 'o.ander_id', 'o.uitkomst', 'o.band', 'o.score', 'o.reden', 'o.door', 'o.op', 'o.ingetrokken_op', 'o.ingetrokken_door', 'o.intrek_reden', 'p.groep_id as van_groep', 'a.groep_id as ander_groep'])
    .where('o.organisatie_id', '=', organisatieId).where((eb) => eb.or([eb('o.persoon_id', 'in', [...records]), eb('o.ander_id', 'in', [...records])])).orderBy('o.op', 'desc').orderBy('o.id', 'desc').limit(200).execute();
}

function zichtbareGroep(groep: Groep | undefined, ctx: ActorContext): Groep | null {
  return groep && !isZelf(groep, ctx.actor) ? groep : null;
}

/** The same person in the other compartment, as who has a role in both said; nothing for anyone else, not even that there is something. */
async function overDeGrens(ctx: ActorContext, groep: Groep): Promise<{ id: Id; groep: Groep }[]> {
  if (regieIn(ctx.actor).length < 2) return [];
  const eigen = groep.records.map((r) => r.id);
  const rijen = await ctx.trx.selectFrom('persoonkruis').select(['id', 'ambtelijk_id', 'politiek_id']).where('organisatie_id', '=', ctx.organisatieId).where('ingetrokken_op', 'is', null)
    .where((eb) => eb.or([eb('ambtelijk_id', 'in', eigen), eb('politiek_id', 'in', eigen)])).execute();
  const uit: { id: Id; groep: Groep }[] = [];
  for (const r of rijen) {
    const ander = await groepVan(ctx, groep.hoofd.compartiment === 'ambtelijk' ? r.politiek_id : r.ambtelijk_id);
    if (ander && !isZelf(ander, ctx.actor)) uit.push({ id: r.id, groep: ander });
  }
  return uit;
}

/** Who in the other compartment may be this person, for who has a role in both. */
async function kandidatenElders(ctx: ActorContext, groep: Groep): Promise<Kandidaat[]> {
  const ander = regieIn(ctx.actor).find((c) => c !== groep.hoofd.compartiment);
  if (ander === undefined) return [];
  const { kandidaten } = await zoekKandidaten(ctx, { groep, compartiment: ander, medewerkerId: groep.hoofd.medewerker_id });
  return kandidaten.filter((k) => k.uitslag.band === 'waarschijnlijk' || k.exact !== null).slice(0, MEEST_GETOOND);
}

/** Corrects a record, with the reason; what it was stays in the history (AVG art. 16). */
export const wijzigPersoon = handeling({
  naam: 'persoon.wijzigen',
  invoer: z.object({ id: id('Deze persoon bestaat niet.'), versie, ...persoonvelden, reden: tekst({ max: 2_000, verplicht: 'Schrijf waarom je dit wijzigt.' }) }),
  onderwerp: (ctx, i) => persoonOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { groep } = ctx.onderwerp;
    const record = groep.records.find((r) => r.id === ctx.invoer.id);
    if (!record) throw fout('niet-gevonden');
    if (groep.hoofd.gewist_op !== null) throw fout('conflict.toestand', { redenen: ['Deze gegevens zijn gewist.'] });
    if (groep.hoofd.beperkt_op !== null) throw fout('conflict.toestand', { redenen: ['Deze gegevens zijn beperkt. Zolang dat zo is, wijzigen we ze niet.'] });
    const { versie: v, reden, adres_fout: adresFout } = ctx.invoer;
    const velden = await wijzigRecord(ctx, record, leesGegevens(ctx.invoer, dagVan(ctx.nu)), { versie: v, reden, adresFout });
    return { resultaat: { id: groep.id }, journaal: { velden } };
  },
});

/** Two persons of one compartment beside each other, to decide on. */
export const vergelijking = vraag({
  naam: 'persoon.lezen',
  invoer: z.object({ id: id('Deze persoon bestaat niet.'), ander: id('Deze persoon bestaat niet.') }),
  journaal: true,
  onderwerp: (ctx, i) => persoonOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { groep } = ctx.onderwerp;
    const ander = await anderePersoon(ctx, groep, ctx.invoer.ander);
    const { kandidaten } = await zoekKandidaten(ctx, { groep, compartiment: groep.hoofd.compartiment });
    return { groep, ander, kandidaat: kandidaten.find((k) => k.groep.id === ander.id) ?? null };
  },
});

async function anderePersoon(ctx: ActorContext, groep: Groep, anderId: Id): Promise<Groep> {
  const ander = await groepVan(ctx, anderId);
  if (!ander || ander.hoofd.compartiment !== groep.hoofd.compartiment || isZelf(ander, ctx.actor)) throw fout('niet-gevonden');
  return ander;
}

/** Decides whether two persons are one. */
export const beslisOverPersonen = handeling({
  naam: 'persoon.samenvoegen',
  invoer: z.object({
    id: id('Deze persoon bestaat niet.'), ander: id('Kies een andere persoon.'), versie, versie_ander: versie, uitkomst: keuze(['dezelfde', 'niet_dezelfde'] as const, 'Kies of het dezelfde persoon is.'),
    reden: tekst({ max: 2_000, verplicht: 'Schrijf waaraan je dit ziet.' }),
  }),
  onderwerp: (ctx, i) => persoonOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp: { groep: naar } } = ctx;
    const van = await anderePersoon(ctx, naar, invoer.ander);
    if (invoer.ander === invoer.id) throw fout('conflict.toestand', { redenen: ['Een persoon kan niet met zichzelf worden samengevoegd.'] });
    if (van.id === naar.id) throw fout('conflict.toestand', { redenen: ['Dit is al één persoon.'] });
    gelijkePersoon(naar, invoer);
    gelijkePersoon(van, { id: invoer.ander, versie: invoer.versie_ander });
    const { kandidaten } = await zoekKandidaten(ctx, { groep: van, compartiment: van.hoofd.compartiment });
    const gezien = kandidaten.find((k) => k.groep.id === naar.id)?.uitslag ?? null;
    if (invoer.uitkomst === 'dezelfde') await voegSamen(ctx, { van, naar, gezien, reden: invoer.reden });
    else await zegNietDezelfde(ctx, { van, ander: naar, gezien, reden: invoer.reden });
    return { resultaat: { id: naar.id, uitkomst: invoer.uitkomst }, journaal: { uitkomst: invoer.uitkomst, van: van.id, naar: naar.id } };
  },
});

/** Undoes a joining: the record, and what was joined to it, is a person of its own again. */
export const haalUitElkaar = handeling({
  naam: 'persoon.samenvoegen',
  invoer: z.object({ id: id('Deze persoon bestaat niet.'), record: id('Kies wat je uit elkaar wilt halen.'), versie, reden: tekst({ max: 2_000, verplicht: 'Schrijf waarom dit niet dezelfde persoon is.' }), niet_dezelfde: vinkje }),
  onderwerp: (ctx, i) => persoonOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp: { groep } } = ctx;
    gelijkePersoon(groep, invoer);
    await splits(ctx, groep, invoer.record, invoer.reden);
    if (invoer.niet_dezelfde) {
      const [los, rest] = [await groepVan(ctx, invoer.record), await groepVan(ctx, groep.id)];
      if (los && rest) await zegNietDezelfde(ctx, { van: los, ander: rest, gezien: null, reden: invoer.reden });
    }
    return { resultaat: { id: groep.id }, journaal: { record: invoer.record, uitElkaar: true } };
  },
});

/** Withdraws the decision that two persons are not the same, so that it may be asked again. */
export const trekOordeelIn = handeling({
  naam: 'persoon.samenvoegen',
  invoer: z.object({ id: id('Deze persoon bestaat niet.'), oordeel: id('Dit besluit bestaat niet.'), reden: tekst({ max: 2_000, verplicht: 'Schrijf waarom je dit besluit intrekt.' }) }),
  onderwerp: (ctx, i) => persoonOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp: { groep } } = ctx;
    const records = groep.records.map((r) => r.id);
    const uit = await ctx.trx.updateTable('oordeel').set({ ingetrokken_op: ctx.nu, ingetrokken_door: ctx.actor.id, intrek_reden: invoer.reden }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', invoer.oordeel)
      .where('uitkomst', '=', 'niet_dezelfde').where('ingetrokken_op', 'is', null).where((eb) => eb.or([eb('persoon_id', 'in', records), eb('ander_id', 'in', records)])).executeTakeFirst();
    if (Number(uit.numUpdatedRows) === 0) throw fout('conflict.toestand', { redenen: ['Dit besluit is al ingetrokken.'] });
    return { resultaat: { id: groep.id }, journaal: { oordeel: invoer.oordeel } };
  },
});

/** Says that a person is also known in the other compartment. Only who has a role in both can, and only such a colleague sees it. */
export const legOverDeGrens = handeling({
  naam: 'persoon.samenvoegen',
  invoer: z.object({ id: id('Deze persoon bestaat niet.'), ander: id('Kies de persoon in het andere compartiment.'), reden: tekst({ max: 2_000, verplicht: 'Schrijf waaraan je dit ziet.' }) }),
  onderwerp: (ctx, i) => persoonOpSlot(ctx, i.id),
  async voerUit(ctx) {
    const { invoer, onderwerp: { groep } } = ctx;
    const ander = await groepVan(ctx, invoer.ander);
    const waar = regieIn(ctx.actor);
    if (!ander || isZelf(ander, ctx.actor) || !waar.includes(ander.hoofd.compartiment) || ander.hoofd.compartiment === groep.hoofd.compartiment) throw fout('niet-gevonden');
    if ([groep, ander].some((g) => g.hoofd.gewist_op !== null || g.hoofd.beperkt_op !== null)) throw fout('conflict.toestand', { redenen: ['Een van deze personen is gewist of beperkt.'] });
    const [ambtelijk, politiek] = groep.hoofd.compartiment === 'ambtelijk' ? [groep, ander] : [ander, groep];
    await ctx.trx.insertInto('persoonkruis').values({ organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), ambtelijk_id: ambtelijk.id, politiek_id: politiek.id, reden: invoer.reden, door: ctx.actor.id, op: ctx.nu }).onConflict((c) => c.doNothing()).execute();
    // Not the other id: the journaal of one compartment must not tell of the other.
    return { resultaat: { id: groep.id } };
  },
});

