import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, idOfNiets, keuze, keuzeOfNiets, lijst, tekst, versie, vinkje } from '../../kern/invoer.ts';
import { dagVan, leesDatum } from '../../kern/tijd/index.ts';
import { instellingenVan } from '../../inrichting/index.ts';
import { dossierOpSlot, legVast, rondTermijnAf, type DossierOnderwerp } from '../../dossier/index.ts';
import { voorbijeMaatregelen } from '../../maatregelen/index.ts';
import { handeling, systeemhandeling, type ActorContext } from '../../platform/deuren/index.ts';
import type { Signaleringmiddelen } from '../poort.ts';
import { leesHuisnummer, leesPostcode } from '../regels/invoer.ts';
import { naamIn } from '../regels/namen.ts';
import { burgercodes, instructiecodes, redencodes, type Burgerkeuze } from '../regels/woorden.ts';
import { isGeldend, ruimSignaalAf, signaalOpSlot, zetHerziening } from '../signaal.ts';
import { meldWijziging } from '../webhook/melden.ts';

/** An incident is a ground for a signal this long after it happened; after that a measure has to be there. */
export const RECENT_DAGEN = 365;

const instructieveld = lijst(instructiecodes, 'Kies uit de lijst.').refine((l) => l.length > 0, 'Kies wat een collega moet doen.');
const velden = {
  instructies: instructieveld, toelichting: tekst({ max: 140 }), einddatum: tekst({ max: 60, verplicht: 'Vul in tot en met welke dag dit geldt. Een signaal zonder einde bestaat niet.' }),
  herzien_op: tekst({ max: 60, verplicht: 'Vul in wanneer je opnieuw kijkt of dit nog nodig is.' }),
};

function dag(typt: string, vandaag: Temporal.PlainDate, veld: string): Temporal.PlainDate {
  const uit = leesDatum(typt, vandaag, 'toekomst');
  if (!uit.ok) throw veldfout(veld, uit.bericht);
  return uit.waarde;
}

/** End and review as dates that fit: within what the organisation allows, and looked at again before it ends. */
async function looptijd(ctx: ActorContext, i: { einddatum: string; herzien_op: string }, begin: Temporal.PlainDate): Promise<{ eind: Temporal.PlainDate; herzien: Temporal.PlainDate }> {
  const vandaag = dagVan(ctx.nu);
  const [eind, herzien] = [dag(i.einddatum, vandaag, 'einddatum'), dag(i.herzien_op, vandaag, 'herzien_op')];
  const { instellingen } = await instellingenVan(ctx);
  const uiterste = begin.add({ months: instellingen.signaalMaanden });
  if (Temporal.PlainDate.compare(eind, vandaag) <= 0) throw veldfout('einddatum', 'Deze dag is al geweest. Kies een dag na vandaag.');
  if (Temporal.PlainDate.compare(eind, uiterste) > 0) throw veldfout('einddatum', `Een signaal duurt in jouw organisatie hoogstens ${instellingen.signaalMaanden} ${instellingen.signaalMaanden === 1 ? 'maand' : 'maanden'}.`);
  if (Temporal.PlainDate.compare(herzien, vandaag) <= 0 || Temporal.PlainDate.compare(herzien, eind) > 0) throw veldfout('herzien_op', 'Kies een dag na vandaag en niet na het einde.');
  return { eind, herzien };
}

/** No story and no name of a colleague in what everyone who checks can read. */
async function keurToelichting(ctx: ActorContext, onderwerp: DossierOnderwerp, toelichting: string): Promise<void> {
  if (toelichting === '') return;
  const ids = [...new Set([...onderwerp.feiten.slachtoffers, ...onderwerp.feiten.melders, ...onderwerp.feiten.getuigen])];
  const collegas = ids.length === 0 ? [] : await ctx.trx.selectFrom('medewerker').select(['voornaam', 'achternaam']).where('organisatie_id', '=', ctx.organisatieId).where('id', 'in', ids).execute();
  const anderen = await ctx.trx.selectFrom('betrokkene').select('naam').where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', onderwerp.dossierId).where('rol', '!=', 'veroorzaker').where('naam', '!=', '').execute();
  if (naamIn(toelichting, [...collegas.flatMap((c) => [c.voornaam, c.achternaam]), ...anderen.flatMap((a) => a.naam.split(/\s+/))])) {
    throw veldfout('toelichting', 'Hier staat de naam van iemand die meldde, zag of wie het overkwam. Haal die weg: veel collega’s lezen dit.');
  }
  if (/@|\d{5}/.test(toelichting)) throw veldfout('toelichting', 'Zet hier geen nummers of adressen in. Schrijf alleen wat een collega moet doen.');
}

/** The ground must stand today; gives the last day it stands, when it has one. */
async function keurGrond(ctx: ActorContext, m: Signaleringmiddelen, onderwerp: DossierOnderwerp, grond: string, betrokkeneId: Id | null): Promise<{ soort: 'incident' | 'maatregel'; maatregelId: Id | null; tot: Temporal.PlainDate | null }> {
  const vandaag = dagVan(ctx.nu);
  if (grond === 'incident') {
    const d = await ctx.trx.selectFrom('dossier').select(['ernst', 'voorval_op']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', onderwerp.dossierId).executeTakeFirstOrThrow();
    if (d.ernst !== 'ernstig') throw veldfout('grond', 'Dit incident is niet als ernstig vastgelegd. Dan is een geldende maatregel nodig.');
    if (Temporal.PlainDate.compare(dagVan(d.voorval_op), vandaag.subtract({ days: RECENT_DAGEN })) < 0) throw veldfout('grond', 'Dit incident is langer dan een jaar geleden. Dan is een geldende maatregel nodig.');
    return { soort: 'incident', maatregelId: null, tot: null };
  }
  const gevonden = (await m.maatregelen.geldend(ctx, onderwerp.dossierId, vandaag)).find((g) => g.id === grond);
  if (!gevonden || (betrokkeneId !== null && gevonden.betrokkeneId !== betrokkeneId)) throw veldfout('grond', 'Kies een maatregel die nu geldt voor deze persoon, of het incident zelf.');
  return { soort: 'maatregel', maatregelId: gevonden.id, tot: gevonden.tot };
}

interface Waarop { betrokkene_id: Id | null; postcode: string | null; huisnummer: number | null; toevoeging: string }

async function waaropVan(ctx: ActorContext, m: Signaleringmiddelen, dossierId: Id, i: { waarop: 'persoon' | 'adres'; betrokkene: Id | null; postcode: string; huisnummer: string; toevoeging: string }): Promise<Waarop> {
  if (i.waarop === 'persoon') {
    const b = i.betrokkene === null ? undefined : await ctx.trx.selectFrom('betrokkene').select('id').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', i.betrokkene).where('dossier_id', '=', dossierId).where('rol', '=', 'veroorzaker').where('vervallen_op', 'is', null).executeTakeFirst();
    if (!b) throw veldfout('betrokkene', 'Kies om wie het gaat.');
    if ((await m.personen.weergave(ctx, b.id)) === null) throw veldfout('betrokkene', 'Leg eerst vast wie dit is. Zonder naam en geboortedatum kan niemand deze persoon herkennen.');
    return { betrokkene_id: b.id, postcode: null, huisnummer: null, toevoeging: '' };
  }
  const [postcode, nummer] = [leesPostcode(i.postcode), leesHuisnummer(i.huisnummer, i.toevoeging)];
  if (!postcode.ok) throw veldfout('postcode', postcode.tekst);
  if (!nummer.ok) throw veldfout('huisnummer', nummer.tekst);
  if (postcode.waarde === null) throw veldfout('postcode', 'Vul de postcode in.');
  if (nummer.waarde === null) throw veldfout('huisnummer', 'Vul het huisnummer in.');
  return { betrokkene_id: null, postcode: postcode.waarde, huisnummer: nummer.waarde.huisnummer, toevoeging: nummer.waarde.toevoeging };
}

const AANLEIDING = 'Omdat er een signaal is gemaakt.';

/** Whether the person hears of the signal: through the one notice that he is owed. An address has nobody to tell. */
async function berichtAan(ctx: ActorContext, m: Signaleringmiddelen, betrokkeneId: Id | null, i: { burger?: Burgerkeuze | undefined; burger_reden: string; burger_tot: string }): Promise<{ burger: Burgerkeuze; burger_reden: string; kennisgeving_id: Id | null }> {
  if (betrokkeneId === null) return { burger: 'inlichten', burger_reden: '', kennisgeving_id: null };
  if (i.burger === undefined) throw veldfout('burger', 'Kies of de persoon het hoort.');
  const uitstel = i.burger === 'uitgesteld';
  if (uitstel && i.burger_reden === '') throw veldfout('burger_reden', 'Schrijf waarom de persoon het nu nog niet hoort.');
  const tot = uitstel ? dag(i.burger_tot, dagVan(ctx.nu), 'burger_tot') : null;
  if (tot !== null && Temporal.PlainDate.compare(tot, dagVan(ctx.nu)) <= 0) throw veldfout('burger_tot', 'Kies een dag na vandaag.');
  const reden = uitstel ? i.burger_reden : '';
  return { burger: i.burger, burger_reden: reden, kennisgeving_id: await m.kennisgevingen.regel(ctx, { betrokkeneId, wens: i.burger, reden, tot, aanleiding: AANLEIDING }) };
}

/** The acts of the Adviseur about a signal. */
export function maakSignaalhandelingen(m: Signaleringmiddelen) {
  const maakSignaal = handeling({
    naam: 'signaal.maken',
    invoer: z.object({
      id: id('Open het dossier opnieuw.'), waarop: keuze(['persoon', 'adres'] as const, 'Kies of het om een persoon of een adres gaat.'), betrokkene: idOfNiets('Kies om wie het gaat.'),
      postcode: tekst({ max: 20 }), huisnummer: tekst({ max: 30 }), toevoeging: tekst({ max: 30 }), grond: tekst({ max: 40, verplicht: 'Kies waar dit signaal op rust.' }), reden: keuze(redencodes, 'Kies de soort reden.'), ...velden,
      burger: keuzeOfNiets(burgercodes, 'Kies of de persoon het hoort.'), burger_reden: tekst({ max: 1_000 }), burger_tot: tekst({ max: 60 }), ook_ambtelijk: vinkje,
    }),
    onderwerp: (ctx, i) => dossierOpSlot(ctx, i.id),
    async voerUit(ctx) {
      const { invoer: i, onderwerp } = ctx;
      const { dossierId, feiten: { compartiment } } = onderwerp;
      const vandaag = dagVan(ctx.nu);
      const waarop = await waaropVan(ctx, m, dossierId, i);
      const grond = await keurGrond(ctx, m, onderwerp, i.grond, waarop.betrokkene_id);
      const { eind, herzien } = await looptijd(ctx, i, vandaag);
      if (grond.tot !== null && Temporal.PlainDate.compare(eind, grond.tot) > 0) throw veldfout('einddatum', 'Dit signaal rust op een maatregel die eerder eindigt. Kies een dag die daar niet na ligt.');
      await keurToelichting(ctx, onderwerp, i.toelichting);
      const bericht = await berichtAan(ctx, m, waarop.betrokkene_id, i);
      const signaalId = ctx.nieuwId();
      await ctx.trx.insertInto('signaal').values({
        organisatie_id: ctx.organisatieId, id: signaalId, dossier_id: dossierId, compartiment, ook_ambtelijk: compartiment === 'politiek' && i.ook_ambtelijk, ...waarop, grond: grond.soort, maatregel_id: grond.maatregelId, reden: i.reden,
        instructies: [...new Set(i.instructies)], toelichting: i.toelichting, ingangsdatum: vandaag, einddatum: eind, herzien_op: herzien, ...bericht, gemaakt_door: ctx.actor.id, gemaakt_op: ctx.nu,
      }).execute();
      await zetHerziening(ctx, { id: signaalId, compartiment, aanId: ctx.actor.id, op: herzien });
      await legVast(ctx, { dossierId, soort: 'signaal_gemaakt', door: ctx.actor.id });
      await meldWijziging(ctx, signaalId, compartiment);
      return { resultaat: { id: dossierId, signaal: signaalId }, object: { soort: 'signaal', id: signaalId } };
    },
  });

  const herzieSignaal = handeling({
    naam: 'signaal.herzien',
    invoer: z.object({ id: id('Open het signaal opnieuw.'), versie, ...velden }),
    onderwerp: (ctx, i) => signaalOpSlot(ctx, i.id),
    async voerUit(ctx) {
      const { invoer: i, onderwerp } = ctx;
      const s = onderwerp.signaal;
      if (!isGeldend(s, ctx.nu)) throw fout('conflict.toestand', { redenen: ['Dit signaal geldt niet meer. Maak een nieuw signaal als het weer nodig is.'] });
      if (s.versie !== i.versie) throw fout('conflict.gewijzigd');
      const { eind, herzien } = await looptijd(ctx, i, s.ingangsdatum);
      // Longer than before only while what it rests on still stands.
      if (Temporal.PlainDate.compare(eind, s.einddatum) > 0) {
        const { tot } = await keurGrond(ctx, m, onderwerp, s.maatregel_id ?? 'incident', s.betrokkene_id).catch((e: unknown) => {
          throw e instanceof Error && 'velden' in e ? veldfout('einddatum', 'Waar dit signaal op rust, geldt niet meer. Het kan niet langer duren dan nu.') : e;
        });
        if (tot !== null && Temporal.PlainDate.compare(eind, tot) > 0) throw veldfout('einddatum', 'Dit signaal rust op een maatregel die eerder eindigt. Kies een dag die daar niet na ligt.');
      }
      await keurToelichting(ctx, onderwerp, i.toelichting);
      // A signal from before there was one workflow for telling the person gets its notice now.
      const kennisgeving = s.kennisgeving_id ?? (s.betrokkene_id === null || s.burger === 'ingelicht' ? null : await m.kennisgevingen.regel(ctx, { betrokkeneId: s.betrokkene_id, wens: 'inlichten', reden: '', tot: null, aanleiding: AANLEIDING }));
      await ctx.trx.updateTable('signaal').set({
        instructies: [...new Set(i.instructies)], toelichting: i.toelichting, einddatum: eind, herzien_op: herzien, kennisgeving_id: kennisgeving, versie: s.versie + 1,
      }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', s.id).execute();
      await rondTermijnAf(ctx, { onderwerpId: s.id, soort: 'herziening', door: ctx.actor.id, uitkomst: 'gedaan' });
      await zetHerziening(ctx, { id: s.id, compartiment: s.compartiment, aanId: ctx.actor.id, op: herzien });
      // Who read the old instruction reads the new one too.
      if (i.toelichting !== s.toelichting || [...i.instructies].sort().join() !== [...s.instructies].sort().join()) {
        await ctx.trx.updateTable('signaalontvanger').set({ gelezen_op: null }).where('organisatie_id', '=', ctx.organisatieId).where('signaal_id', '=', s.id).where('vervallen_op', 'is', null).execute();
      }
      await legVast(ctx, { dossierId: s.dossier_id, soort: 'signaal_herzien', door: ctx.actor.id });
      await meldWijziging(ctx, s.id, s.compartiment);
      return { resultaat: { id: s.id } };
    },
  });

  const trekIn = handeling({
    naam: 'signaal.intrekken',
    invoer: z.object({ id: id('Open het signaal opnieuw.'), reden: tekst({ max: 1_000, verplicht: 'Schrijf waarom het signaal niet meer nodig is.' }) }),
    onderwerp: (ctx, i) => signaalOpSlot(ctx, i.id),
    async voerUit(ctx) {
      const s = ctx.onderwerp.signaal;
      if (!isGeldend(s, ctx.nu)) throw fout('conflict.toestand', { redenen: ['Dit signaal geldt al niet meer.'] });
      await ctx.trx.updateTable('signaal').set({ ingetrokken_op: ctx.nu, ingetrokken_door: ctx.actor.id, intrekreden: ctx.invoer.reden, versie: s.versie + 1 }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', s.id).execute();
      await ruimSignaalAf(ctx, s, ctx.actor.id, 'signaal_ingetrokken');
      await meldWijziging(ctx, s.id, s.compartiment);
      return { resultaat: { id: s.id } };
    },
  });

  return { maakSignaal, herzieSignaal, trekIn };
}

/** Ends a signal after its last day, or when the measure it rests on is over before. Who told nobody and did nothing loses nothing: it did not count any more. */
export const laatVerlopen = systeemhandeling({
  naam: 'klok.signaalverloopt',
  invoer: z.object({ id: z.uuid() }),
  async voerUit(ctx) {
    const s = await ctx.trx.selectFrom('signaal').select(['id', 'dossier_id', 'compartiment', 'einddatum', 'maatregel_id']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', ctx.invoer.id).where('ingetrokken_op', 'is', null).where('verlopen_op', 'is', null).forUpdate().executeTakeFirst();
    if (!s) return null;
    const voorbij = Temporal.PlainDate.compare(s.einddatum, dagVan(ctx.nu)) < 0 || (s.maatregel_id !== null && (await voorbijeMaatregelen(ctx, [s.maatregel_id])).has(s.maatregel_id));
    if (!voorbij) return null;
    await ctx.trx.updateTable('signaal').set((eb) => ({ verlopen_op: ctx.nu, versie: eb('versie', '+', 1) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', s.id).execute();
    await ruimSignaalAf(ctx, s, null, 'signaal_verlopen');
    await meldWijziging(ctx, s.id, s.compartiment);
    return { resultaat: { id: s.id }, object: { soort: 'signaal', id: s.id }, dossierId: s.dossier_id };
  },
});
