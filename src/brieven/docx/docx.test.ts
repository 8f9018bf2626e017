import fc from 'fast-check';
import { TemplateHandler } from 'easy-template-x';
import { describe, expect, test } from 'vitest';
import { zip, type Zipdeel } from '../../platform/bestanden/proefbestanden.ts';
import { voorbeeldgegevens } from '../regels/voorbeelden.ts';
import { briefafzender } from '../regels/huisstijl.ts';
import { briefsoortcodes, gegevensschemas, type Briefsoort, type GelezenGegevens } from '../regels/soorten.ts';
import { stelBriefOp } from '../regels/tekst.ts';
import { keurSjabloon } from './keuring.ts';
import { beoordeelSjabloon, maakDocx } from './maker.ts';
import { standaardsjabloon } from './standaard.ts';
import { briefdelen } from './velden.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPEN = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const alinea = (tekst: string) => `<w:p><w:r><w:t xml:space="preserve">${tekst}</w:t></w:r></w:p>`;
const deel = (naam: string, inhoud: string | Buffer, over: Partial<Zipdeel> = {}): Zipdeel => ({ naam, inhoud: Buffer.from(inhoud), ...over });
const KOP = '{organisatie}{geadresseerde}{adres}{datum}{kenmerk}{onderwerp}{ondertekenaar}';
function docx(tekst: string, meer: Zipdeel[] = [], { typen = TYPEN, rels = RELS }: { typen?: string; rels?: string } = {}): Buffer {
  return zip([deel('[Content_Types].xml', typen), deel('_rels/.rels', rels), deel('word/document.xml', `<?xml version="1.0"?><w:document ${W}><w:body>${tekst}</w:body></w:document>`), ...meer]);
}
const relatie = (soort: string, doel: string, meer = '') => deel('word/_rels/document.xml.rels', `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${soort}" Target="${doel}" ${meer}/></Relationships>`);
const goed = alinea(`${KOP}{#brief}{kop}{#regels}{tekst}{/regels}{/brief}`);

function brief<S extends Briefsoort>(soort: S) {
  const gegevens = gegevensschemas[soort].parse(voorbeeldgegevens[soort]) as GelezenGegevens<S>;
  return stelBriefOp({ soort, gegevens, afzender: briefafzender('Gemeente Proefdam', {}), geadresseerde: { naam: 'J. Jansen', adres: ['Straat 1'] }, kenmerk: '2026-0412-B1', datum: '2026-11-23' });
}

describe('a template of the organisation', () => {
  test('our own default is accepted for every letter, with nothing missing and nothing unknown', async () => {
    for (const soort of briefsoortcodes) expect(await beoordeelSjabloon(standaardsjabloon('#1f3a5f'), soort)).toEqual({ ontbreekt: [], onbekend: [] });
  });

  test('names the fields that are missing and those that nobody knows', async () => {
    const uit = await beoordeelSjabloon(docx(alinea('{organisatie} {geadresseerde} {adres} {datum} {onderwerp} {ondertekenaar} {inleiding}{feiten}{norm} {slachtoffer} {bezwaar}')), 'pandverbod');
    expect(uit.ontbreekt).toEqual(['kenmerk', 'zienswijze', 'motivering', 'maatregel', 'overtreding', 'doorgang', 'evaluatie', 'rechtsmiddel', 'registratie', 'contactpunt', 'eerder']);
    expect(uit.onbekend).toEqual(['slachtoffer', 'bezwaar']);
  });

  test('may place the parts itself', async () => {
    const zelf = docx(alinea(KOP) + [...briefdelen.herstel.altijd, ...briefdelen.herstel.soms].map((d) => alinea(`{${d}}`)).join(''));
    expect(await beoordeelSjabloon(zelf, 'herstel')).toEqual({ ontbreekt: [], onbekend: [] });
    const tekst = await new TemplateHandler().getText(await maakDocx(zelf, brief('herstel')));
    expect(tekst).toContain('U bent weer welkom.');
    expect(tekst).toContain('U meldt zich bij de ontvangst.');
    expect(tekst).not.toMatch(/[{}]/);
  });

  test('every letter has only parts that a template can place', () => {
    for (const soort of briefsoortcodes) {
      const kan = [...briefdelen[soort].altijd, ...briefdelen[soort].soms];
      for (const { code } of brief(soort).delen) expect(kan, soort).toContain(code);
      for (const code of briefdelen[soort].altijd) expect(brief(soort).delen.map((d) => d.code), soort).toContain(code);
    }
  });

  const weigeringen: [string, () => Buffer, RegExp][] = [
    ['a macro', () => docx(goed, [deel('word/vbaProject.bin', 'x')]), /programma \(macro\)/],
    ['a macro under another name', () => docx(goed, [], { typen: TYPEN.replace('</Types>', '<Override PartName="/word/settings.xml" ContentType="application/vnd.ms-office.vbaProject"/></Types>') }), /macro/],
    ['a document that says it has macros', () => docx(goed, [], { typen: TYPEN.replace('wordprocessingml.document.main', 'wordprocessingml.document.macroEnabled.main') }), /macro/],
    ['an external picture', () => docx(goed, [relatie('image', 'https://kwaad.example/x.png', 'TargetMode="External"')]), /buiten zichzelf/],
    ['an external relation in disguise', () => docx(goed, [relatie('image', 'x', 'TargetMode="&#69;xTERNAL"')]), /buiten zichzelf/],
    ['an address without saying it is external', () => docx(goed, [relatie('image', 'file:///etc/passwd')]), /buiten zichzelf/],
    ['a network path', () => docx(goed, [relatie('image', '\\\\\\\\kwaad\\\\deel')]), /buiten zichzelf/],
    ['a remote template', () => docx(goed, [relatie('attachedTemplate', 'http://kwaad.example/t.dotm', 'TargetMode="External"')]), /buiten zichzelf/],
    ['an embedded object', () => docx(goed, [deel('word/embeddings/oleObject1.bin', 'x')]), /ander bestand/],
    ['an ActiveX control', () => docx(goed, [deel('word/activeX/activeX1.xml', '<x/>')]), /ander bestand/],
    ['an object in the text', () => docx(`${goed}<w:p><w:r><w:object/></w:r></w:p>`), /ander bestand/],
    ['a chunk of another document', () => docx(`${goed}<w:altChunk/>`), /ander bestand/],
    ['a field that starts a program', () => docx(`${goed}<w:p><w:r><w:instrText>D</w:instrText></w:r><w:r><w:instrText>DEAUTO cmd</w:instrText></w:r></w:p>`), /van buiten haalt of start/],
    ['a field that fetches', () => docx(`${goed}<w:fldSimple w:instr="INCLUDETEXT C:/x"/>`), /van buiten haalt of start/],
    ['an entity', () => zip([deel('[Content_Types].xml', TYPEN), deel('_rels/.rels', RELS), deel('word/document.xml', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')]), /zoals Word dat doet/],
    ['another encoding', () => zip([deel('[Content_Types].xml', TYPEN), deel('_rels/.rels', RELS), deel('word/document.xml', Buffer.from('\ufeff<x/>', 'utf16le'))]), /beschadigd|zoals Word/],
    ['a gigabyte that says it is one', () => docx(goed, [deel('word/media/groot.png', Buffer.alloc(1024), { verklaard: 1_073_741_824 })]), /te groot|beschadigd/],
    ['60 MB that say they are small', () => docx(goed, [deel('word/media/groot.png', Buffer.alloc(60 * 1024 * 1024), { verklaard: 100 })]), /te groot|beschadigd/],
    ['60 MB in the open', () => docx(goed, [deel('word/media/groot.png', Buffer.alloc(60 * 1024 * 1024))]), /te groot/],
    ['too many parts', () => docx(goed, Array.from({ length: 400 }, (_, i) => deel(`word/kop${i}.xml`, '<x/>'))), /te veel onderdelen/],
    ['the same part twice', () => docx(goed, [deel('word/document.xml', '<x/>')]), /beschadigd/],
    ['a part that climbs out', () => docx(goed, [deel('../../etc/x.xml', '<x/>')]), /beschadigd|niet aannemen/],
    ['a program', () => docx(goed, [deel('word/start.exe', 'MZ')]), /niet aannemen/],
    ['a spreadsheet', () => zip([deel('[Content_Types].xml', TYPEN), deel('xl/workbook.xml', '<x/>')]), /niet aannemen|geen Word/],
    ['text with another name', () => Buffer.from('Geachte heer'), /geen Word-document/],
    ['nothing', () => Buffer.alloc(0), /geen Word-document/],
    ['half a document', () => standaardsjabloon('#000000').subarray(0, 900), /geen Word-document/],
    ['three megabytes', () => Buffer.alloc(3 * 1024 * 1024), /te groot/],
  ];
  test.each(weigeringen)('is refused with %s', async (_, maak, zin) => {
    const mis = await keurSjabloon(maak()).then(() => null, (e: unknown) => e as { code: string; velden: { tekst: string }[] });
    expect(mis).toMatchObject({ code: 'invoer.ongeldig' });
    expect(mis?.velden[0]?.tekst).toMatch(zin);
  });

  test('a field that is not closed is a clear error', async () => {
    await expect(beoordeelSjabloon(docx(alinea('{#brief}{kop}')), 'herstel')).rejects.toMatchObject({ velden: [{ tekst: expect.stringContaining('bij elk {#naam} een {/naam}') }] });
    // A bracket alone is text; the field that was meant is then missing.
    expect((await beoordeelSjabloon(docx(alinea('{organisatie')), 'herstel')).ontbreekt).toContain('organisatie');
  });

  test('a field with settings of the library, or that asks for more than text, is not a field of ours', async () => {
    await expect(beoordeelSjabloon(docx(alinea('{kop[maak:1]}')), 'herstel')).rejects.toMatchObject({ code: 'invoer.ongeldig' });
    expect((await beoordeelSjabloon(docx(alinea('{constructor}{__proto__}{toString}')), 'herstel')).onbekend).toEqual(['constructor', '__proto__', 'toString']);
  });
});

describe('a letter in Word', () => {
  test.each(briefsoortcodes)('%s says the same as the letter itself', async (soort) => {
    const b = brief(soort);
    const tekst = (await new TemplateHandler().getText(await maakDocx(standaardsjabloon('#1f3a5f'), b))).replace(/\s+/g, ' ');
    for (const d of b.delen) {
      if (d.kop !== null) expect(tekst).toContain(d.kop);
      for (const blok of d.blokken) for (const zin of blok.soort === 'alinea' ? [blok.tekst] : blok.soort === 'lijst' ? blok.items : blok.rijen.flat()) expect(tekst).toContain(zin);
    }
    expect(tekst).not.toMatch(/[{}]/);
  });

  test('what someone typed stays text, also when it looks like a field, a loop or XML', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('{geadresseerde}', '{#brief}', '{/brief}', '{kop}', '</w:t>', '<w:p>', '&lt;', '&#69;', '"', "'", ']]>', 'Jan', '{', '}', ' ', '{_type}', '_type'), { minLength: 1, maxLength: 8 }), async (stukken) => {
      const raar = stukken.join('').trim();
      const b = { ...brief('geen_reactie'), onderwerp: raar, delen: [{ code: 'vervolg', kop: raar, blokken: [{ soort: 'alinea' as const, tekst: raar }] }] };
      const uit = await maakDocx(standaardsjabloon('#1f3a5f'), b);
      const tekst = await new TemplateHandler().getText(uit);
      if (raar !== '') expect(tekst.split(raar).length - 1).toBeGreaterThanOrEqual(3);
      await keurSjabloon(uit);
    }), { numRuns: 60 });
  });
});
