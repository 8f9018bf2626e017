import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stuurMaatregelBij } from '../src/maatregelen/handelingen/bijsturen.ts';
import { maatregelenBewaarder, maatregelenInzage } from '../src/maatregelen/index.ts';
import { maakControle } from '../src/signalering/handelingen/controle.ts';
import { maakSignaalhandelingen, maakSignaleringmiddelen, signaleringBewaarder, signaleringInzage, signaleringTik } from '../src/signalering/index.ts';
import { maakBesluiten, openVerzoek } from '../src/veroorzakers/avg/handelingen.ts';
import { maakInzage } from '../src/veroorzakers/avg/inzage.ts';
import { vulVeroorzakerAan } from '../src/veroorzakers/dossier.ts';
import { maakTestDatabase, type TestDatabase } from './hulp/database.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from './hulp/deuren.ts';
import { maatregelhulp } from './hulp/maatregel.ts';
import { maakOrganisatie, type Testorganisatie } from './hulp/organisatie.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
const { besluit, bevestig } = maakBesluiten([maatregelenBewaarder, signaleringBewaarder]);

beforeAll(async () => {
  database = await maakTestDatabase();
  deuren = maakTestdeuren(database.app, maakKlok());
  org = await maakOrganisatie(database.migratie);
});
afterAll(() => database?.opruimen());

it('erasing a person waits for his measures and signals, also of a closed dossier, and says which and until when', async () => {
  const h = maatregelhulp(database, () => deuren, () => org);
  const db = database.migratie;
  const d = await h.incident();
  await h.doe('adviseur', vulVeroorzakerAan, { id: d.dossierId, betrokkene: d.betrokkeneId, versie: '0', soort: 'bekend', voornamen: 'Jan', geslachtsnaam: 'Willems', geboren: '7-3-1984' });
  const { persoon_id: persoon } = await db.selectFrom('koppeling').select('persoon_id').where('betrokkene_id', '=', d.betrokkeneId).executeTakeFirstOrThrow();
  await h.machtig('karin');
  const m = await h.totBesluit(d);
  const verzoek = (await h.doe('adviseur', openVerzoek, { id: persoon, soort: 'verwijdering', gevraagd: 'Wis alles.', identiteit: 'Paspoort.' })).id;
  const versie = async () => String((await db.selectFrom('avgverzoek').select('versie').where('id', '=', verzoek).executeTakeFirstOrThrow()).versie);
  const probeer = async (): Promise<string> => h.doe('adviseur', besluit, { id: verzoek, versie: await versie(), uitkomst: 'toegewezen', reden: 'Het mag.' }).then(() => 'mag', (e: { velden?: { tekst: string }[] }) => e.velden?.[0]?.tekst ?? String(e));
  const { nummer } = await db.selectFrom('dossier').select('nummer').where('id', '=', d.dossierId).executeTakeFirstOrThrow();
  expect(await probeer()).toContain(`De maatregel pandverbod in dossier ${nummer} is nog niet afgerond (klaar voor besluit).`);
  await h.besluit(d.dossierId, m);
  await h.verstuurBrief(m);
  deuren.klok.zet('2026-12-01T09:00:00Z');
  await h.tik();
  const middelen = maakSignaleringmiddelen([randomBytes(32)]);
  const { trekIn, maakSignaal } = maakSignaalhandelingen(middelen);
  const { signaal } = await h.doe('adviseur', maakSignaal, { id: d.dossierId, waarop: 'persoon', betrokkene: d.betrokkeneId, grond: m, reden: 'maatregel', instructies: ['alleen_op_kantoor'], einddatum: '31-01-2027', herzien_op: '15-01-2027', burger: 'inlichten' });
  await db.updateTable('dossier').set({ status: 'gesloten' }).where('id', '=', d.dossierId).execute();
  const dicht = await probeer();
  expect(dicht).not.toContain('is nog open');
  for (const waarom of [`De maatregel pandverbod in dossier ${nummer} loopt nog tot en met zo 28 februari 2027.`, 'Er geldt nog een signaal tot en met zo 31 januari 2027 (spreek alleen op kantoor af). Trek dat eerst in.', `In dossier ${nummer} loopt nog een termijn tot en met vr 15 januari 2027: evaluatie van een maatregel.`]) expect(dicht).toContain(waarom);

  // What he may read meanwhile: what was decided and what he said, and nobody's name.
  const inzage = (await h.doe('adviseur', openVerzoek, { id: persoon, soort: 'inzage', gevraagd: 'Alles.', identiteit: 'Paspoort.' })).id;
  const tekst = JSON.stringify((await h.doe('adviseur', maakInzage([maatregelenInzage, signaleringInzage]), { id: inzage })).overzicht);
  for (const wel of ['Pandverbod (in werking).', 'Van di 1 december 2026 tot en met zo 28 februari 2027.', 'Ik was boos en het spijt me.', 'Brieven die u kreeg', 'Spreek alleen op kantoor af']) expect(tekst).toContain(wel);
  for (const niet of ['Samira', 'Haddad', 'Karin', 'Petra']) expect(tekst).not.toContain(niet);
  await h.doe('adviseur', besluit, { id: inzage, versie: '1', uitkomst: 'toegewezen', reden: 'Gegeven.' });

  await h.doe('adviseur', trekIn, { id: signaal, reden: 'Niet meer nodig.' });
  deuren.klok.zet('2027-03-02T09:00:00Z');
  await h.tik();
  const na = await probeer();
  expect(na).not.toMatch(/maatregel pandverbod|signaal/);
  expect(na).toContain('dienstverlening herstellen');
  await db.updateTable('termijn').set({ afgerond_op: deuren.nu(), volgende_stap_op: null }).where('dossier_id', '=', d.dossierId).where('afgerond_op', 'is', null).execute();
  expect(await probeer()).toBe('mag');
  await h.doe('fg', bevestig, { id: verzoek, versie: await versie(), akkoord: 'ja', reden: '' });
  const rij = await h.rij(m);
  expect([rij.aan_naam, rij.aan_adres, rij.toestand]).toEqual(['', '', 'verlopen']);
  expect(await db.selectFrom('maatregelstap').select(['gebeurtenis', 'volgnr']).where('maatregel_id', '=', m).orderBy('volgnr', 'desc').limit(1).execute()).toEqual([{ gebeurtenis: 'gewist', volgnr: rij.versie }]);
});

it('a signal does not outlive the measure it rests on', async () => {
  deuren = maakTestdeuren(database.app, maakKlok());
  org = await maakOrganisatie(database.migratie);
  const h = maatregelhulp(database, () => deuren, () => org);
  const d = await h.incident();
  await h.doe('adviseur', vulVeroorzakerAan, { id: d.dossierId, betrokkene: d.betrokkeneId, versie: '0', soort: 'bekend', voornamen: 'Jan', geslachtsnaam: 'Willems', geboren: '7-3-1984' });
  await h.machtig('karin');
  const m = await h.inWerking(d);
  const middelen = maakSignaleringmiddelen([randomBytes(32)]);
  const { signaal } = await h.doe('adviseur', maakSignaalhandelingen(middelen).maakSignaal, { id: d.dossierId, waarop: 'persoon', betrokkene: d.betrokkeneId, grond: m, reden: 'maatregel', instructies: ['alleen_op_kantoor'], einddatum: '31-01-2027', herzien_op: '15-01-2027', burger: 'inlichten' });
  const controle = async () => (await h.doe('receptionist', maakControle(middelen, 'medewerker'), { doel: 'balie', naam: 'Jan Willems', geboortedatum: '7-3-1984', postcode: '', huisnummer: '', toevoeging: '', telefoon: '' })).uitkomst;
  await signaleringTik(database.app, deuren);
  expect(await controle()).toBe('rood');
  await h.doe('karin', stuurMaatregelBij, { id: d.dossierId, maatregel: m, versie: await h.versie(m), wat: 'hef_op', reden: 'Er zijn afspraken gemaakt.' });
  await signaleringTik(database.app, deuren);
  expect(await controle()).toBe('groen');
  expect(await database.migratie.selectFrom('signaal').select('verlopen_op').where('id', '=', signaal).executeTakeFirstOrThrow()).toEqual({ verlopen_op: deuren.nu() });
  expect(await signaleringTik(database.app, deuren)).toBe(0);
});
