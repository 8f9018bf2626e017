import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakKamersite, type Kamersite } from '../../../tests/hulp/kamersite.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { voegBetrokkeneToe } from '../../dossier/handelingen/betrokkenen.ts';
import type { Id } from '../../kern/ids.ts';
import { dienMeldingIn } from '../../melden/index.ts';
import { bestandenUitOmgeving, schrijfVoornemen, type Bestanden } from '../../platform/bestanden/index.ts';
import { proef } from '../../platform/bestanden/proefbestanden.ts';
import { pakIn } from '../docx/inpakken.ts';
import { keurSjabloon } from '../docx/keuring.ts';
import { maakDocx } from '../docx/maker.ts';
import { standaardsjabloon } from '../docx/standaard.ts';
import { haalLogoWeg, stelHuisstijlIn } from '../inrichten/handelingen.ts';
import { sjabloonOphalen } from '../inrichten/vragen.ts';
import { maakPdfmaker, type Pdfmaker } from '../pdf/maker.ts';
import { zetBriefKlaar } from '../proef.ts';
import { briefsleutels } from '../opslagsleutels.ts';
import { briefOphalen } from '../vragen.ts';
import { brievenPaginas } from './index.tsx';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let map: string;
let bestanden: Bestanden;
let pdf: Pdfmaker;
let site: Kamersite;
let dossierId: Id;
let brief: Id;

const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
beforeAll(async () => {
  database = await maakTestDatabase();
  map = await mkdtemp(join(tmpdir(), 'rugdekking-brief-'));
  bestanden = { ...(await bestandenUitOmgeving(map, {})), neemVoor: (organisatieId, sleutels) => schrijfVoornemen(database.app, organisatieId, sleutels, deuren.klok()) };
  pdf = maakPdfmaker({ werker: join(import.meta.dirname, '../pdf/werker.ts') });
});
afterAll(async () => {
  await pdf?.stop();
  await database?.opruimen();
  await rm(map, { recursive: true, force: true });
});
beforeEach(async () => {
  deuren = maakTestdeuren(database.app, maakKlok());
  org = await maakOrganisatie(database.migratie);
  site = maakKamersite(deuren, org.id, (s) => brievenPaginas(s, { tabs: [{ pad: '/brieven', tekst: 'Brieven' }], bestanden, pdf }));
  await deuren.voer(stelHuisstijlIn, { versie: '0', retouradres: 'Postbus 1, 1000 AA Proefdam', klacht: 'Stuur een brief naar de klachtencoördinator.', kleur: '#1f3a5f' }, await als('beheerder'));
  ({ dossierId } = await deuren.voer(dienMeldingIn, { vormen: ['dreigen'], wanneer: 'zonet', locatie: org.locatie.stadhuis, concept: '' }, await als('samira')));
  await deuren.voer(voegBetrokkeneToe, { id: dossierId, rol: 'veroorzaker', soort: 'bekend', naam: 'J. Jansen' }, await als('adviseur'));
  brief = (await deuren.voer(zetBriefKlaar, { id: dossierId, soort: 'pandverbod' }, await als('adviseur'))).id;
});

const ophalen = async () => deuren.vraag(briefOphalen, { id: dossierId, brief }, await als('adviseur'));
const pad = (deel = ''): string => `/dossiers/${dossierId}/brieven/${brief}${deel}`;
const rij = () => database.migratie.selectFrom('brief').selectAll().where('id', '=', brief).executeTakeFirstOrThrow();
const opSchijf = async (): Promise<number> => (await readdir(join(map, 'bestanden'), { recursive: true, withFileTypes: true }).catch(() => [])).filter((f) => f.isFile()).length;
const sha = (b: Buffer): string => createHash('sha256').update(b).digest('hex');

/** The letter as someone changes it in Word. */
async function bewerkt(wijzig: (xml: string) => string): Promise<Buffer> {
  const o = await ophalen();
  const delen = await keurSjabloon(await maakDocx(standaardsjabloon('#1f3a5f'), o.brief));
  return pakIn([...delen].map(([naam, d]) => [naam, naam === 'word/document.xml' ? wijzig(d.toString('utf8')) : d] as const));
}
const metZin = (zin: string) => (xml: string): string => xml.replace('<w:sectPr', `<w:p><w:r><w:t>${zin}</w:t></w:r></w:p><w:sectPr`);
const zetNeer = async (inhoud: Buffer, wie: Mens = 'adviseur', naam = 'brief.docx') => site.upload(org.mens[wie], pad('/word'), { versie: String((await rij()).versie) }, [{ naam, inhoud }]);

describe('a letter that was edited in Word', () => {
  it('is taken back, read by another, sealed as the document it is, and handed out as the very same', async () => {
    expect((await zetNeer(await bewerkt(metZin('We hopen dat u hier begrip voor hebt.')))).status).toBe(303);
    const toen = await site.haal(org.mens.adviseur, pad());
    expect(toen.tekst).toContain('We hopen dat u hier begrip voor hebt.');
    expect(toen.tekst).not.toContain('De brief klopt, zet hem vast');
    const nakijken = async (wie: Mens, over: Record<string, string> = {}) => site.verstuur(org.mens[wie], pad('/nakijken'), { versie: String((await rij()).versie), datum: '23-11-2026', ...over });
    const zelf = await nakijken('adviseur');
    expect([zelf.status, zelf.tekst.includes('Laat een ander het nakijken')]).toEqual([409, true]);
    // The date stands in the document itself.
    expect((await nakijken('adviseurPolitiek', { datum: '24-11-2026' })).status).toBe(422);
    expect((await nakijken('adviseurPolitiek')).status).toBe(303);
    const r = await rij();
    expect([r.status, r.sha256, r.nagekeken_door]).toEqual(['nagekeken', r.word_sha256, org.mens.adviseurPolitiek]);
    const uit = await site.haal(org.mens.adviseur, pad('/word'));
    expect(uit.koppen.get('content-type')).toMatch(/wordprocessingml/);
    const { word } = await ophalen();
    expect(word?.sha256).toBe(r.sha256);
    expect((await site.haal(org.mens.adviseur, pad('/pdf'))).status).toBe(404);
    expect((await site.haal(org.mens.adviseur, pad())).tekst).toContain('Vingerafdruk van het Word-bestand');
    await site.verstuur(org.mens.adviseur, pad('/verstuurd'), { versie: String(r.versie), wijze: 'post', datum: '23-11-2026', kenmerk: '' });
    expect((await rij()).status).toBe('verzonden');
    expect((await zetNeer(await bewerkt(metZin('Nog iets.')))).status).toBe(404);
    // The backup takes the file along.
    const client = { query: (tekst: string) => sql.raw(tekst).execute(database.migratie) };
    expect(await briefsleutels(client as never)).toContain(r.word_sleutel);
  });

  it('is refused with a colleague in it, without what it must say, or when it is no letter; nothing stays behind', async () => {
    const voor = await opSchijf();
    const zinnen: [Buffer, RegExp][] = [
      [await bewerkt(metZin('U bedreigde Samira Haddad.')), /‘samira’|‘haddad’/i],
      [await bewerkt((x) => x.replace('</w:body>', '</w:body>').replace('<w:body>', '<w:body><w:p><w:pPr><w:pStyle w:val="Adres"/></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>Burgerzaken</w:t></w:r></w:p>')), /‘Burgerzaken’/],
      [await bewerkt((x) => x.replaceAll('klacht', 'vraag').replaceAll('Klacht', 'Vraag')), /klacht kan indienen/],
      [await bewerkt(metZin('U kunt bezwaar maken.')), /niets over bezwaar/],
      [Buffer.from('Geachte heer'), /Word-/],
      [Buffer.alloc(3 * 1024 * 1024), /te groot|Word-/],
    ];
    for (const [inhoud, zin] of zinnen) {
      const uit = await zetNeer(inhoud);
      expect([uit.status, zin.test(uit.tekst)], String(zin)).toEqual([422, true]);
    }
    expect((await site.upload(org.mens.adviseur, pad('/word'), { versie: '1' }, [])).status).toBe(422);
    expect(await opSchijf()).toBe(voor);
    expect(await rij()).toMatchObject({ versie: 1, word_sleutel: null });
    for (const wie of ['samira', 'karin', 'griffier'] as const) expect((await zetNeer(await bewerkt(metZin('Hoi.')), wie)).status, wie).toBe(404);
  });

  it('gives way to our own text again, and goes when that is changed', async () => {
    await zetNeer(await bewerkt(metZin('Een eigen zin.')));
    const { word_sleutel: sleutel } = await rij();
    // From the moment the letter points at it, nobody clears it away.
    expect(await database.migratie.selectFrom('opslagvoornemen').select('sleutel').where('sleutel', '=', sleutel).execute()).toEqual([]);
    expect((await site.verstuur(org.mens.adviseur, pad('/word-weg'), { versie: String((await rij()).versie) })).status).toBe(303);
    expect(await rij()).toMatchObject({ word_sleutel: null, status: 'concept' });
    expect((await site.haal(org.mens.adviseur, pad())).tekst).not.toContain('Een eigen zin.');
    expect(sleutel).not.toBeNull();
  });

  it('is not read by who put it there, also not with SQL as the application', async () => {
    await zetNeer(await bewerkt(metZin('Een eigen zin.')));
    await expect(database.migratie.updateTable('brief').set({ nagekeken_door: org.mens.adviseur }).where('id', '=', brief).execute()).rejects.toThrow(/vier_ogen/);
  });
});

describe('a logo on the letters', () => {
  const png = (breedte = 300, hoogte = 100) => sharp({ create: { width: breedte, height: hoogte, channels: 3, background: '#a40' } }).png().toBuffer();
  const zet = (inhoud: Buffer, naam = 'logo.png', alt = 'Logo van Proefdam', wie: Mens = 'beheerder') => site.upload(org.mens[wie], '/inrichting/brieven/logo', { alt }, [{ naam, inhoud }]);

  it('stands in the PDF, with its words for who cannot see it, and in the Word letter; without it the name stands there', async () => {
    const jpeg = await sharp(await png()).jpeg().withExif({ IFD0: { Artist: 'GEHEIM-KENMERK' } }).toBuffer();
    for (const [inhoud, naam] of [[await png(), 'logo.png'], [jpeg, 'logo.jpg']] as const) {
      expect((await zet(inhoud, naam)).status).toBe(303);
      const getoond = await site.haal(org.mens.beheerder, '/inrichting/brieven/logo.png');
      expect([getoond.status, getoond.tekst.includes('GEHEIM-KENMERK')]).toEqual([200, false]);
      const o = await ophalen();
      const uit = await pdf.maak(o.brief, o.datum, { logo: o.logo });
      expect(execFileSync('pdfimages', ['-list', '-'], { input: uit, encoding: 'utf8' })).toMatch(/\b300\s+100\b/);
      expect(execFileSync('pdfinfo', ['-struct', '-'], { input: uit, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })).toMatch(/Figure/);
      expect(uit.toString('latin1')).toMatch(/\/Alt\s*\(Logo van Proefdam\)/);
      expect((await pdf.maak(o.brief, o.datum, { logo: o.logo })).equals(uit)).toBe(true);
      const word = await keurSjabloon(await maakDocx(standaardsjabloon('#1f3a5f', true), o.brief, o.logo));
      expect([...word.keys()].some((n) => /^word\/media\/.*\.(png|jpe?g)$/.test(n))).toBe(true);
      expect(word.get('word/document.xml')?.toString('utf8')).toContain('Logo van Proefdam');
    }
    await deuren.voer(haalLogoWeg, {}, await als('beheerder'));
    const o = await ophalen();
    expect([o.logo, (await site.haal(org.mens.beheerder, '/inrichting/brieven/logo.png')).status]).toEqual([null, 404]);
    expect(execFileSync('pdfimages', ['-list', '-'], { input: await pdf.maak(o.brief, o.datum, { logo: o.logo }), encoding: 'utf8' })).not.toMatch(/\b300\s+100\b/);
    await expect(deuren.voer(haalLogoWeg, {}, await als('beheerder'))).rejects.toMatchObject({ code: 'invoer.ongeldig' });
  });

  it('of a letter that was checked stays what it was', async () => {
    await zet(await png());
    const versie = async () => String((await rij()).versie);
    expect((await site.verstuur(org.mens.adviseur, pad('/nakijken'), { versie: await versie(), datum: '23-11-2026' })).status).toBe(303);
    const { sha256, pdf_sleutel: sleutel } = await rij();
    expect(await database.migratie.selectFrom('opslagvoornemen').select('sleutel').where('sleutel', '=', sleutel).execute()).toEqual([]);
    await zet(await png(200, 200), 'ander.png', 'Een ander logo');
    const o = await ophalen();
    expect(o.brief.afzender.logo?.alt).toBe('Logo van Proefdam');
    expect(sha(await pdf.maak(o.brief, o.datum, { logo: o.logo }))).toBe(sha256);
    const nieuw = await deuren.vraag(sjabloonOphalen, { soort: 'herstel' }, await als('beheerder'));
    expect(nieuw.afzender.logo?.alt).toBe('Een ander logo');
  });

  it('is refused when it is no PNG or JPG, too large, moving, broken or without words; and only who sets the stationery may', async () => {
    const gif = await sharp({ create: { width: 10, height: 10, channels: 3, background: '#000' } }).gif().toBuffer();
    const kapot = Buffer.concat([(await png()).subarray(0, 40), Buffer.alloc(200)]);
    const gevallen: [string, Buffer, string, RegExp][] = [
      ['logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'Logo', /Kies een PNG/], ['logo.png', Buffer.from('tekst'), 'Logo', /Kies een PNG|beschadigd/], ['logo.gif', gif, 'Logo', /Kies een PNG/],
      ['logo.png', Buffer.alloc(600 * 1024, 1), 'Logo', /te groot/], ['logo.png', await png(5_000, 10), 'Logo', /te groot/], ['logo.png', kapot, 'Logo', /beschadigd|Kies een PNG/], ['logo.png', await png(), ' ', /Schrijf wat er op het logo staat/], ['logo.pdf', await proef('pdf').catch(() => Buffer.from('%PDF-1.7')), 'Logo', /Kies een PNG|beschadigd/],
    ];
    for (const [naam, inhoud, alt, zin] of gevallen) {
      const uit = await zet(inhoud, naam, alt);
      expect([uit.status, zin.test(uit.tekst)], `${naam} ${String(zin)}`).toEqual([422, true]);
    }
    for (const wie of ['samira', 'karin', 'griffier'] as const) expect((await zet(await png(), 'logo.png', 'Logo', wie)).status, wie).toBe(404);
    expect((await ophalen()).logo).toBeNull();
  });
});
