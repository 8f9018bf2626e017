import type { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import { nieuwId, type Id } from '../../src/kern/ids.ts';
import { dagVan } from '../../src/kern/tijd/index.ts';
import { voegBetrokkeneToe } from '../../src/dossier/handelingen/betrokkenen.ts';
import { kijkNaAlsProef, verstuurAlsProef } from '../../src/brieven/proef.ts';
import { classificeer } from '../../src/dossier/handelingen/bijwerken.ts';
import { maakLegMachtigingVast } from '../../src/inrichting/handelingen/machtigingen.ts';
import { machtigingswoorden } from '../../src/maatregelen/index.ts';
import { legMaatregelVoor, maakBeslis } from '../../src/maatregelen/handelingen/beslissen.ts';
import { motiveer, regelDienstverlening, weegZienswijze } from '../../src/maatregelen/handelingen/motiveren.ts';
import { stelMaatregelVoor } from '../../src/maatregelen/handelingen/voorstellen.ts';
import { maatregelTik } from '../../src/maatregelen/klok.ts';
import { legZienswijzeVast, wederhoorTik } from '../../src/wederhoor/index.ts';
import { dienMeldingIn } from '../../src/melden/index.ts';
import type { Bestanden } from '../../src/platform/bestanden/index.ts';
import type { Handeling, Onderwerp } from '../../src/platform/deuren/index.ts';
import type { TestDatabase } from './database.ts';
import type { Testdeuren } from './deuren.ts';
import type { Mens, Testorganisatie } from './organisatie.ts';

/** The page of the betrokkene as it stands in letters of tests. */
const UW_KANT_PROEF = 'https://rugdekking.example/uw-kant';

/** Everything that is needed to bring a measure to life in a test: an incident with a known veroorzaker, a mandate, a hearing. */
export function maatregelhulp(database: TestDatabase, deuren: () => Testdeuren, org: () => Testorganisatie, bestanden: Bestanden | null = null) {
  const als = (wie: Mens) => deuren().als(org().id, org().mens[wie]);
  const doe = async <S extends z.ZodType, O extends Onderwerp, R>(wie: Mens, h: Handeling<S, O, R>, invoer: unknown): Promise<R> => deuren().voer(h, invoer, await als(wie));
  const db = database.migratie;
  const rij = async (id: Id) => db.selectFrom('maatregel').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const v = async (id: Id): Promise<string> => String((await rij(id)).versie);

  /** A threat at the desk, reported by Samira, with a known veroorzaker unless said otherwise. */
  async function incident(over: { vormen?: string[]; soort?: string; naam?: string; wie?: Mens } = {}): Promise<{ dossierId: Id; betrokkeneId: Id }> {
    const vormen = over.vormen ?? ['dreigen'];
    const { dossierId } = await doe(over.wie ?? 'samira', dienMeldingIn, { vormen, wanneer: 'zonet', locatie: org().locatie.stadhuis, concept: '' });
    const versie = async () => String((await db.selectFrom('dossier').select('versie').where('id', '=', dossierId).executeTakeFirstOrThrow()).versie);
    await doe('adviseur', voegBetrokkeneToe, { id: dossierId, rol: 'veroorzaker', soort: over.soort ?? 'bekend', naam: over.naam ?? 'J. Willems', omschrijving: 'Man van een jaar of vijftig.' });
    await doe('adviseur', classificeer, { id: dossierId, versie: await versie(), vormen: vormen.map((code) => org().vorm[code]), ernst: '', ernst_reden: '' });
    const { id: betrokkeneId } = await db.selectFrom('betrokkene').select('id').where('dossier_id', '=', dossierId).where('rol', '=', 'veroorzaker').where('soort', '=', (over.soort ?? 'bekend') as 'bekend').orderBy('id', 'desc').executeTakeFirstOrThrow();
    return { dossierId, betrokkeneId };
  }

  /** A mandate for all measures in the whole organisation. */
  async function machtig(wie: Mens, over: Record<string, unknown> = {}): Promise<Id> {
    const uit = await doe('beheerder', maakLegMachtigingVast(machtigingswoorden), {
      medewerker: org().mens[wie], compartiment: 'ambtelijk', beslissersoort: 'leidinggevende', maatregelsoorten: Object.keys(machtigingswoorden.maatregelen), verlener: 'hoofd_ambtelijk', kenmerk: 'Mandaatregister nr. 1', ...over,
    });
    return uit.id;
  }

  const voorstelvelden = (over: Record<string, unknown> = {}) => ({
    soort: 'pandverbod', begin: '01-12-2026', einde: '28-02-2027', evaluatie: '15-01-2027', locaties: [org().locatie.stadhuis, org().locatie.wijkpost], beslissersoort: 'leidinggevende', afwijking: '', invulling: '', ...over,
  });

  async function voorstel(d: { dossierId: Id; betrokkeneId: Id }, over: Record<string, unknown> = {}, wie: Mens = 'adviseur'): Promise<Id> {
    return (await doe(wie, stelMaatregelVoor, { id: d.dossierId, betrokkene: d.betrokkeneId, ...voorstelvelden(over) })).maatregel;
  }

  async function motivering(dossierId: Id, maatregel: Id, over: Record<string, unknown> = {}, wie: Mens = 'adviseur'): Promise<void> {
    const vormen = await db.selectFrom('dossiervorm').select('vorm_id').where('dossier_id', '=', dossierId).execute();
    await doe(wie, motiveer, {
      id: dossierId, maatregel, versie: await v(maatregel), vormen: vormen.map((x) => x.vorm_id), plaats: 'aan de balie van het stadhuis', gedrag: 'U zei dat u iemand buiten zou opwachten.', nagekeken: 'ja', normen: ['bedreiging_medewerker'],
      waarom_maatregel: 'Een waarschuwing is te licht bij een bedreiging.', waarom_duur: 'Drie maanden is wat het handelingskader noemt bij een eerste keer.', afweging: 'U heeft de balie nodig voor uw paspoort. Daarvoor is een ander kanaal.', ...over,
    });
  }

  async function dienstverlening(dossierId: Id, maatregel: Id, over: Record<string, unknown> = {}, wie: Mens = 'adviseur'): Promise<void> {
    await doe(wie, regelDienstverlening, { id: dossierId, maatregel, versie: await v(maatregel), kanaal_blijft: 'per e-mail, of na een afspraak in de wijkpost', medewerker: org().mens.petra, aan_naam: 'J. Willems', aan_adres: 'Dorpsstraat 1\n1234 AB Proefdam', ...over });
  }

  /** A hearing that ended, as the room wederhoor leaves it. */
  async function hoor(d: { dossierId: Id; betrokkeneId: Id }, uitkomst: 'zienswijze' | 'geen_reactie' = 'zienswijze', op: Temporal.Instant = deuren().klok()): Promise<Id> {
    // Asked with the letter about an urgent measure: what he says belongs there.
    const open = await db.selectFrom('wederhoor').select('id').where('betrokkene_id', '=', d.betrokkeneId).where('uitkomst', 'is', null).where('vervallen_op', 'is', null).executeTakeFirst();
    if (open) {
      await doe('adviseur', legZienswijzeVast, { id: d.dossierId, wederhoor: open.id, bron: 'telefoon', tekst: 'Ik was boos en het spijt me.', voorgelezen: 'ja' });
      return open.id;
    }
    const o = org().id;
    const door = org().mens.adviseur;
    const bestaand = await db.selectFrom('uittreksel').select('nummer').where('betrokkene_id', '=', d.betrokkeneId).orderBy('nummer', 'desc').executeTakeFirst();
    const [uittreksel, wederhoor] = [nieuwId(), nieuwId()];
    await db.insertInto('uittreksel').values({ organisatie_id: o, id: uittreksel, dossier_id: d.dossierId, betrokkene_id: d.betrokkeneId, nummer: (bestaand?.nummer ?? 0) + 1, feiten: JSON.stringify({ datum: '2026-11-23', dagdeel: 'middag', plek: 'balie', vormen: ['dreigen'] }), tekst: 'U dreigde aan de balie.', tekst_en: '', door_id: door, op } as never).execute();
    const uiterlijk = op.add({ minutes: 1 });
    await db.insertInto('wederhoor').values({ organisatie_id: o, id: wederhoor, dossier_id: d.dossierId, betrokkene_id: d.betrokkeneId, uittreksel_id: uittreksel, wijze: 'telefoon', verslag: 'Gebeld.', uitgenodigd_door: door, uitgenodigd_op: op, uiterlijk, uitkomst: null, afgerond_op: null } as never).execute();
    if (uitkomst === 'zienswijze') await db.insertInto('zienswijze').values({ organisatie_id: o, id: nieuwId(), wederhoor_id: wederhoor, nummer: 1, bron: 'telefoon', tekst: 'Ik was boos en het spijt me.', vraag: null, gegeven_op: op, vastgelegd_op: op, door_id: door, voorgelezen: true } as never).execute();
    await db.updateTable('wederhoor').set({ uitkomst, afgerond_op: uiterlijk } as never).where('id', '=', wederhoor).execute();
    return wederhoor;
  }

  async function weeg(dossierId: Id, maatregel: Id, over: Record<string, unknown> = {}, wie: Mens = 'adviseur'): Promise<void> {
    await doe(wie, weegZienswijze, { id: dossierId, maatregel, versie: await v(maatregel), kort: 'U zei dat u boos was en dat het u spijt.', weging: 'Uw spijt telt mee. De dreiging was ernstig, daarom blijft het bij drie maanden.', ...over });
  }

  async function legVoor(dossierId: Id, maatregel: Id, aan: Mens = 'karin', wie: Mens = 'adviseur'): Promise<void> {
    await doe(wie, legMaatregelVoor, { id: dossierId, maatregel, versie: await v(maatregel), beslisser: org().mens[aan] });
  }

  async function besluit(dossierId: Id, maatregel: Id, over: Record<string, unknown> = {}, wie: Mens = 'karin'): Promise<void> {
    await doe(wie, maakBeslis(UW_KANT_PROEF), { id: dossierId, maatregel, versie: await v(maatregel), besluit: 'ja', reden: '', ...over });
  }

  /** From proposal to the moment before the decision, all parts there, put before Karin. */
  async function totBesluit(d: { dossierId: Id; betrokkeneId: Id }, over: Record<string, unknown> = {}): Promise<Id> {
    const m = await voorstel(d, over);
    await motivering(d.dossierId, m);
    await dienstverlening(d.dossierId, m);
    await hoor(d);
    await weeg(d.dossierId, m);
    await legVoor(d.dossierId, m);
    return m;
  }

  /** The letter is checked and sent, as the Adviseur does. */
  async function verstuurBrief(maatregel: Id): Promise<void> {
    const m = await rij(maatregel);
    const ids = { id: m.dossier_id, brief: m.brief_id ?? '' };
    await db.insertInto('briefhuisstijl').values({ organisatie_id: org().id, id: nieuwId(), gegevens: JSON.stringify({ retouradres: 'Postbus 1, 1000 AA Proefdam', klacht: 'Stuur een brief naar de klachtencoördinator.' }) }).onConflict((c) => c.doNothing()).execute();
    await kijkNaAlsProef(deuren(), await als('adviseur'), ids, bestanden);
    await verstuurAlsProef(deuren(), await als('adviseur'), ids);
  }

  /** What the worker does for hearings, and then for measures; answers how many steps the measures took. */
  const tik = async (): Promise<number> => {
    await wederhoorTik(database.app, deuren());
    return maatregelTik(database.app, deuren());
  };

  /** A pandverbod for the stadhuis that is in force; the clock stands on its first day. */
  async function inWerking(d: { dossierId: Id; betrokkeneId: Id }, over: Record<string, unknown> = {}): Promise<Id> {
    const m = await totBesluit(d, over);
    await besluit(d.dossierId, m);
    await verstuurBrief(m);
    const { begin_op: begin } = await rij(m);
    if (begin !== null && Temporal.PlainDate.compare(begin, dagVan(deuren().klok())) > 0) deuren().klok.zet(begin.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '09:00' }).toInstant());
    await tik();
    return m;
  }

  return { als, doe, rij, versie: v, incident, machtig, voorstelvelden, voorstel, motivering, dienstverlening, hoor, weeg, legVoor, besluit, totBesluit, verstuurBrief, tik, inWerking };
}
