import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id } from '../../kern/invoer.ts';
import { dagVan, datumTekst } from '../../kern/tijd/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { afzenderVan, briefsoorten, logobeeld, verborgenIn, verzondenBrieven, type Stuk } from '../../brieven/index.ts';
import { gevolgcodes, wcodes, zevenW, type W } from '../../dossier/index.ts';
import { incidentenVan } from '../incidenten.ts';
import type { Groep } from '../lezen.ts';
import { veldnamen, type Persoonvelden } from '../regels/gegevens.ts';
import { geborenTekst, huisnummerTekst } from '../regels/invoer.ts';
import { maakMasker } from '../regels/masker.ts';
import { naamtekst } from '../regels/naam.ts';
import { feitstatussen, middelsoorten, naamsoorten, persoonssoorten } from '../regels/woorden.ts';
import { geadresseerdeVan, ondertekenaarIn } from './brief.ts';
import { legStapVast } from './openen.ts';
import { overzichtStuk } from './overzicht.ts';
import { uitkomsten, verzoeksoorten } from './regels.ts';
import { verzoekOpSlot } from './vragen.ts';
import { wieIs, type Wie } from './wissen.ts';

/** What another room keeps of a person, for him to read: headings with lines; names of others are masked here. */
export type Inzagedeel = (ctx: ActorContext, wie: Wie) => Promise<{ kop: string; regels: string[] }[]>;

/** All that concerns a person, as data. */
export interface Overzicht {
  opgesteldOp: string;
  organisatie: string;
  gegevens: { wat: string; waarde: string }[];
  voorvallen: { nummer: string; datum: string; soort: string; vaststelling: string; beschrijving: { vraag: string; antwoord: string }[] }[];
  wijzigingen: { datum: string; wat: string; was: string; werd: string }[];
  verzoeken: { soort: string; ontvangen: string; uitkomst: string }[];
  verder: { kop: string; regels: string[] }[];
  wieZietDit: string[];
}

/**
 * Makes the overview that a person has a right to (AVG art. 15): what concerns him and nothing of others (art. 15 lid 4): names,
 * addresses and numbers of colleagues and other parties are masked, what was told in aftercare and who reported is left out. A person
 * reads it through before it is handed over.
 */
export function maakInzage(delen: readonly Inzagedeel[]) {
  return handeling({
    naam: 'avg.inzage',
    invoer: z.object({ id: id('Dit verzoek bestaat niet.') }),
    onderwerp: (ctx, i) => verzoekOpSlot(ctx, i.id),
    async voerUit(ctx) {
      const { verzoek, groep } = ctx.onderwerp;
      if (verzoek.soort !== 'inzage') throw fout('conflict.toestand', { redenen: ['Een overzicht maak je alleen bij een verzoek om inzage.'] });
      const overzicht = await stelOp(ctx, groep, delen);
      const afzender = await afzenderVan(ctx);
      const stuk: Stuk = overzichtStuk(overzicht, {
        afzender, geadresseerde: geadresseerdeVan(groep), kenmerk: `AVG-${verzoek.id.slice(-8).toUpperCase()}`, datum: dagVan(ctx.nu).toString(), ontvangen: dag(verzoek.ontvangen_op), ondertekenaar: ondertekenaarIn(verzoek.compartiment),
      });
      await legStapVast(ctx, { verzoekId: verzoek.id, soort: 'inzage', tekst: '' });
      return { resultaat: { overzicht, stuk, datum: dagVan(ctx.nu).toString(), logo: await logobeeld(ctx, afzender) }, journaal: { voorvallen: overzicht.voorvallen.length } };
    },
  });
}

const dag = (i: Parameters<typeof dagVan>[0]): string => datumTekst(dagVan(i));

async function stelOp(ctx: ActorContext, groep: Groep, delen: readonly Inzagedeel[]): Promise<Overzicht> {
  const { trx, organisatieId } = ctx;
  const wie = await wieIs(ctx, groep);
  const [organisatie, incidenten, wijzigingen, verzoeken, masker] = await Promise.all([
    trx.selectFrom('organisatie').select('naam').where('organisatie_id', '=', organisatieId).executeTakeFirstOrThrow(),
    incidentenVan(ctx, groep),
    trx.selectFrom('persoonwijziging').select(['op', 'veld', 'was', 'werd']).where('organisatie_id', '=', organisatieId).where('persoon_id', 'in', [...wie.persoonIds]).orderBy('op').orderBy('id').execute(),
    trx.selectFrom('avgverzoek').select(['soort', 'ontvangen_op', 'uitkomst']).where('organisatie_id', '=', organisatieId).where('persoon_id', 'in', [...wie.persoonIds]).orderBy('ontvangen_op').execute(),
    maskerVoor(ctx, wie, groep),
  ]);
  const dossierIds = incidenten.map((d) => d.dossierId);
  const toedrachten = new Map((dossierIds.length === 0 ? [] : await trx.selectFrom('dossier').select(['id', 'toedracht']).where('organisatie_id', '=', organisatieId).where('id', 'in', dossierIds).execute()).map((d) => [d.id, d.toedracht]));
  const brieven = await verzondenBrieven(ctx, wie.betrokkeneIds);
  const eigen = brieven.length === 0 ? [] : [{ kop: 'Brieven die u kreeg', regels: brieven.map((b) => `${briefsoorten[b.soort]}, kenmerk ${b.kenmerk}, verstuurd op ${datumTekst(b.verzondenOp)}`) }];
  const verder = [...(await Promise.all(delen.map((deel) => deel(ctx, wie)))).flat(), ...eigen].map((d) => ({ kop: d.kop, regels: d.regels.map(masker) }));
  return {
    opgesteldOp: dag(ctx.nu), organisatie: organisatie.naam, gegevens: gegevensVan(groep, masker),
    voorvallen: incidenten.map((d) => ({ nummer: d.nummer, datum: dag(d.voorvalOp), soort: d.vormen.join(', '), vaststelling: feitstatussen[d.feitstatus], beschrijving: beschrijving(toedrachten.get(d.dossierId), masker) })),
    wijzigingen: wijzigingen.map((w) => ({ datum: dag(w.op), wat: veldnamen[w.veld as keyof Persoonvelden] ?? w.veld, was: w.veld === 'omschrijving' ? masker(w.was) : w.was, werd: w.veld === 'omschrijving' ? masker(w.werd) : w.werd })),
    verzoeken: verzoeken.map((v) => ({ soort: verzoeksoorten[v.soort], ontvangen: dag(v.ontvangen_op), uitkomst: v.uitkomst === null ? 'loopt nog' : uitkomsten[v.uitkomst] })),
    verder,
    wieZietDit: ['De Adviseur Veilige Publieke Dienstverlening of de griffier, en wie een voorval behandelt.', 'De functionaris gegevensbescherming ziet verzoeken over privacy, niet de voorvallen.', 'Elke keer dat iemand gegevens opent, wordt dat vastgelegd.'],
  };
}

function gegevensVan(groep: Groep, masker: (t: string) => string): Overzicht['gegevens'] {
  const uit: Overzicht['gegevens'] = [];
  const zet = (wat: string, waarde: string): void => void (waarde !== '' && !uit.some((x) => x.wat === wat && x.waarde === waarde) && uit.push({ wat, waarde }));
  zet('Vastgelegd als', persoonssoorten[groep.hoofd.soort]);
  for (const r of groep.records) {
    for (const n of r.namen) zet(naamsoorten[n.soort], naamtekst(n));
    zet('Geboren', geborenTekst({ jaar: r.geboren_jaar, maand: r.geboren_maand, dag: r.geboren_dag }));
    for (const a of r.adressen) {
      const adres = [[a.straat, huisnummerTekst(a)].filter(Boolean).join(' '), a.postcode, a.woonplaats].filter((d) => d !== '').join(', ');
      zet('Adres', a.tot ? `${adres} (tot ${datumTekst(a.tot)})` : adres);
    }
    for (const m of r.middelen) zet(middelsoorten[m.soort], m.waarde);
    zet('Omschrijving', masker(r.omschrijving));
  }
  return uit;
}

/** What was written down of the event, without what it did to the colleague: that is his. */
function beschrijving(toedracht: unknown, masker: (t: string) => string): { vraag: string; antwoord: string }[] {
  const w = (typeof toedracht === 'object' && toedracht !== null ? toedracht : {}) as Partial<Record<string, unknown>>;
  const velden = wcodes.filter((code: W) => !(gevolgcodes as readonly string[]).includes(code));
  return velden.flatMap((code) => (typeof w[code] === 'string' && w[code] !== '' ? [{ vraag: zevenW[code], antwoord: masker(w[code]) }] : []));
}

/** Masks all colleagues of the organisation, the function and department of those in dossiers about this person, and the other parties in them. */
async function maskerVoor(ctx: ActorContext, wie: Wie, groep: Groep): Promise<(t: string) => string> {
  const { trx, organisatieId } = ctx;
  const eigen = new Set<Id>(groep.records.map((r) => r.medewerker_id).filter((m) => m !== null));
  const [collegas, anderen] = await Promise.all([
    trx.selectFrom('medewerker').select(['id', 'naam', 'email', 'telefoon']).where('organisatie_id', '=', organisatieId).execute(),
    wie.dossierIds.length === 0 ? [] : trx.selectFrom('betrokkene').select(['id', 'naam', 'contact']).where('organisatie_id', '=', organisatieId).where('dossier_id', 'in', [...wie.dossierIds]).execute(),
  ]);
  const verborgen = [];
  for (const dossierId of wie.dossierIds) verborgen.push(...(await verborgenIn(ctx, dossierId)));
  const eigenNamen = new Set(groep.records.flatMap((r) => r.namen.map(naamtekst)));
  return maakMasker({
    verborgen,
    collega: collegas.filter((m) => !eigen.has(m.id)).flatMap((m) => [m.naam, m.email, m.telefoon]),
    ander: anderen.filter((b) => !wie.betrokkeneIds.includes(b.id) && !eigenNamen.has(b.naam)).flatMap((b) => [b.naam, b.contact]),
  });
}
