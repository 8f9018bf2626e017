import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TemplateHandler } from 'easy-template-x';
import { fromBufferPromise } from 'yauzl';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { nieuwId, type Id } from '../kern/ids.ts';
import { rendeer } from '../ontwerp/index.ts';
import { dienMeldingIn } from '../melden/index.ts';
import { voegBetrokkeneToe, vraagVerklaring } from '../dossier/handelingen/betrokkenen.ts';
import { maakNotitie, vulAan } from '../dossier/handelingen/bijwerken.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { maakDocx } from './docx/maker.ts';
import { standaardsjabloon } from './docx/standaard.ts';
import { zonderCollegas } from './handelingen.ts';
import { verborgenIn } from './herkenbaar.ts';
import { stelHuisstijlIn } from './inrichten/handelingen.ts';
import { Briefweergave } from './paginas/weergave.tsx';
import { maakPdfmaker } from './pdf/maker.ts';
import { zetBriefKlaar } from './proef.ts';
import { metOrganisatie } from '../platform/database/index.ts';
import { briefsoortcodes } from './regels/soorten.ts';
import { voorbeeldgegevens } from './regels/voorbeelden.ts';
import { vrijeTeksten } from './regels/teksten.ts';
import { briefbeeld, briefOphalen } from './vragen.ts';

/** Words that stand nowhere but with the people of the dossier: in every field that holds something of them. */
const MERKEN = ['Zilverqua', 'Kwartelmond', 'Xandrippe', 'Vloeibergh', 'Wibbelaar', 'Qorthagen', 'Ypelstra', 'Jozefquist', 'Drempelwoud', 'Flapuit-42', 'zqmerk'] as const;

const pdf = maakPdfmaker({ werker: join(import.meta.dirname, 'pdf', 'werker.ts') });
let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let dossierId: Id;
let map: string;
const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);

beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'rd-lek-'));
  database = await maakTestDatabase();
  org = await maakOrganisatie(database.migratie);
  deuren = maakTestdeuren(database.app, maakKlok());
  const m = database.migratie;
  const functie = async (naam: string) => {
    const id = nieuwId();
    await m.insertInto('functie').values({ organisatie_id: org.id, id, code: naam.slice(0, 6), naam }).execute();
    return id;
  };
  const wordt = async (wie: Mens, voornaam: string, achternaam: string, f: string) =>
    m.updateTable('medewerker').set({ voornaam, achternaam, functie_id: await functie(f), personeelsnummer: `zqmerk${wie}`, email: `zqmerk.${wie}@voorbeeld.example`, telefoon: '0612zqmerk' }).where('id', '=', org.mens[wie]).execute();
  await wordt('samira', 'Zilverqua', 'Kwartelmond', 'Xandrippe');
  await wordt('joost', 'Vloeibergh', 'van Wibbelaar', 'Qorthagen');
  await wordt('beveiliger', 'Ypelstra', 'Jozefquist', 'Flapuit-42');
  await m.updateTable('onderdeel').set({ naam: 'Drempelwoud' }).where('id', '=', org.onderdeel['BZ'] ?? '').execute();
  await m.updateTable('locatie').set({ naam: 'Balie Drempelwoud' }).where('id', '=', org.locatie.stadhuis).execute();
  await deuren.voer(stelHuisstijlIn, { versie: '0', retouradres: 'Postbus 1', klacht: 'Schrijf ons.', kleur: '#1f3a5f' }, await als('beheerder'));
  ({ dossierId } = await deuren.voer(dienMeldingIn, { vormen: ['dreigen'], wanneer: 'zonet', locatie: org.locatie.stadhuis, concept: '', verhaal: 'Zilverqua Kwartelmond (Xandrippe) werd bedreigd.' }, await als('samira')));
  await deuren.voer(voegBetrokkeneToe, { id: dossierId, rol: 'getuige', soort: 'medewerker', medewerker: org.mens.joost }, await als('adviseur'));
  await deuren.voer(voegBetrokkeneToe, { id: dossierId, rol: 'veroorzaker', soort: 'bekend', naam: 'J. Jansen', omschrijving: 'Riep Zilverqua', contact: 'zqmerk' }, await als('adviseur'));
  await deuren.voer(vraagVerklaring, { id: dossierId, medewerker: org.mens.beveiliger, vraag: 'Wat zag Ypelstra?' }, await als('adviseur'));
  await deuren.voer(maakNotitie, { id: dossierId, tekst: MERKEN.join(' ') }, await als('adviseur'));
  const { versie } = await m.selectFrom('dossier').select('versie').where('id', '=', dossierId).executeTakeFirstOrThrow();
  await deuren.voer(vulAan, { id: dossierId, versie: String(versie), titel: 'Dreiging tegen Zilverqua Kwartelmond', kanaal: 'balie', plek: 'Loket van Drempelwoud', wie: 'Wibbelaar', wat: 'Qorthagen', gevolgenPersoon: 'zqmerk' }, await als('adviseur'));
});
afterAll(async () => {
  await pdf.stop();
  rmSync(map, { recursive: true });
  await database?.opruimen();
});

async function allesVan(docx: Buffer): Promise<string> {
  const zip = await fromBufferPromise(docx, { lazyEntries: true });
  const delen: string[] = [];
  for await (const deel of zip.eachEntry()) delen.push(deel.fileName, (await buffer(await zip.openReadStreamPromise(deel))).toString('utf8'));
  return delen.join('\n');
}

const merkIn = (tekst: string) => MERKEN.filter((m) => tekst.toLowerCase().includes(m.toLowerCase()));

describe('no letter tells who of the organisation it was', () => {
  test('the markers are really in the dossier', async () => {
    const rijen = JSON.stringify([await database.migratie.selectFrom('dossier').selectAll().where('id', '=', dossierId).execute(), await database.migratie.selectFrom('medewerker').selectAll().execute(), await database.migratie.selectFrom('functie').selectAll().execute(), await database.migratie.selectFrom('onderdeel').selectAll().execute()]);
    expect(merkIn(rijen)).toEqual([...MERKEN]);
  });

  test.each(briefsoortcodes)('%s: not on the page, not in the PDF, not in Word', async (soort) => {
    const { id: brief } = await deuren.voer(zetBriefKlaar, { id: dossierId, soort }, await als('adviseur'));
    const beeld = await deuren.vraag(briefbeeld, { id: dossierId, brief }, await als('adviseur'));
    const o = await deuren.vraag(briefOphalen, { id: dossierId, brief }, await als('adviseur'));
    const html = rendeer(Briefweergave({ brief: beeld.brief }));
    const pad = join(map, `${soort}.pdf`);
    writeFileSync(pad, await pdf.maak(o.brief, o.datum));
    const tekst = execFileSync('pdftotext', ['-layout', pad, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }) + execFileSync('pdfinfo', ['-meta', pad], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }) + execFileSync('pdfinfo', [pad], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const docx = await maakDocx(standaardsjabloon('#1f3a5f'), o.brief);
    const word = `${await allesVan(docx)} ${await new TemplateHandler().getText(docx)}`;
    for (const wat of [html, tekst, word]) {
      expect(wat).toContain('J. Jansen');
      expect(merkIn(wat)).toEqual([]);
    }
  });

  test.each(briefsoortcodes)('%s: a marker in any text that someone writes is refused at that text', async (soort) => {
    const { gegevens } = await (async () => {
      const { id } = await deuren.voer(zetBriefKlaar, { id: dossierId, soort }, await als('adviseur'));
      return database.migratie.selectFrom('brief').select('gegevens').where('id', '=', id).executeTakeFirstOrThrow();
    })();
    const keur = (g: unknown) => metOrganisatie(database.app, org.id, (trx) => zonderCollegas({ trx, organisatieId: org.id }, dossierId, g));
    await keur(gegevens);
    const teksten = vrijeTeksten(gegevens);
    expect(teksten.length).toBeGreaterThan(4);
    for (const [i, { pad }] of teksten.entries()) {
      const merk = ['Zilverqua', 'KWARTELMOND', 'van de Xandrippe', 'bij drempelwoud', 'Wibbelaars', 'de Qorthagen', 'Ypelstra', 'flapuit 42', 'zqmerk.samira@voorbeeld.example'][i % 9] ?? '';
      const stuk = structuredClone(gegevens) as Record<string, unknown>;
      let plek: Record<string, unknown> = stuk;
      const namen = pad.split('.');
      for (const n of namen.slice(0, -1)) plek = plek[n] as Record<string, unknown>;
      plek[namen.at(-1) ?? ''] = `U sprak ${merk} aan.`;
      await expect(keur(stuk), pad).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [{ veld: `tekst.${pad}` }] });
    }
  });

  it('a department that is called like its building may be named: a ban has to say where', async () => {
    const verborgen = () => metOrganisatie(database.app, org.id, (trx) => verborgenIn({ trx, organisatieId: org.id }, dossierId));
    expect((await verborgen()).map((v) => v.tekst)).toContain('Drempelwoud');
    await database.migratie.updateTable('locatie').set({ naam: 'drempelwoud' }).where('id', '=', org.locatie.wijkpost).execute();
    expect((await verborgen()).filter((v) => v.wat === 'onderdeel').map((v) => v.tekst)).not.toContain('Drempelwoud');
    await database.migratie.updateTable('locatie').set({ naam: 'Wijkpost Noord' }).where('id', '=', org.locatie.wijkpost).execute();
  });

  it('every text of every kind of letter is one that is checked', () => {
    // What is left out of the check is chosen from a list, a date, or made by Rugdekking itself.
    const over = new Set<string>();
    const loop = (w: unknown, pad: string[], gekeurd: Set<string>): void => {
      if (typeof w === 'string' && !gekeurd.has(pad.join('.')) && !/^\d{4}-\d{2}-\d{2}$/.test(w)) over.add(pad.at(-1) ?? '');
      else if (typeof w === 'object' && w !== null) for (const [k, x] of Object.entries(w)) loop(x, [...pad, k], gekeurd);
    };
    for (const soort of briefsoortcodes) loop(voorbeeldgegevens[soort], [], new Set(vrijeTeksten(voorbeeldgegevens[soort]).map((t) => t.pad)));
    expect([...over].sort()).toEqual(['begin', 'besluit', 'code', 'controle', 'ondertekenaar', 'rechtsvorm', 'uitkomst', 'verzoek', 'webadres']);
  });
});
