import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TemplateHandler } from 'easy-template-x';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zip, type Zipdeel } from '../../platform/bestanden/proefbestanden.ts';
import { voorbeeldgegevens } from '../regels/voorbeelden.ts';
import { briefafzender } from '../regels/huisstijl.ts';
import { gegevensschemas } from '../regels/soorten.ts';
import { stelBriefOp } from '../regels/tekst.ts';
import { bezwarenTegenTekst, codesIn, zonderCodes } from '../regels/wordtekst.ts';
import { leesBewerkt } from './bewerkt.ts';
import { keurSjabloon } from './keuring.ts';
import { maakDocx } from './maker.ts';
import { standaardsjabloon } from './standaard.ts';

let map: string;
beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'rd-bewerkt-'));
});
afterAll(() => rm(map, { recursive: true, force: true }));

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relaties = (...r: [soort: string, doel: string][]) => `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${r.map(([soort, doel], i) => `<Relationship Id="rId${i}" Type="${REL}/${soort}" Target="${doel}"/>`).join('')}</Relationships>`;
const TYPEN = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/word/people.xml" ContentType="application/xml"/></Types>';
const deel = (naam: string, inhoud: string | Buffer): Zipdeel => ({ naam, inhoud: Buffer.from(inhoud) });
/** A document as Word saves it: with who made it, and words cut in runs. */
const docx = (tekst: string, meer: Zipdeel[] = [], rels = relaties(['people', 'people.xml'])): Buffer => zip([
  deel('[Content_Types].xml', TYPEN), deel('_rels/.rels', relaties(['officeDocument', 'word/document.xml'], ['metadata/core-properties', 'docProps/core.xml'])), deel('word/document.xml', `<?xml version="1.0"?><w:document ${W}><w:body>${tekst}</w:body></w:document>`),
  deel('word/_rels/document.xml.rels', rels), deel('docProps/core.xml', '<?xml version="1.0"?><cp xmlns:dc="x"><dc:creator>Noor Adriaans</dc:creator></cp>'), deel('word/people.xml', `<?xml version="1.0"?><w:people ${W}/>`), ...meer,
]);
const p = (...runs: string[]): string => `<w:p>${runs.map((r) => `<w:r><w:t xml:space="preserve">${r}</w:t></w:r>`).join('')}</w:p>`;
const lees = (inhoud: Buffer) => leesBewerkt(inhoud, map);
const weigering = (inhoud: Buffer) => lees(inhoud).then(() => null, (e: { velden: { tekst: string }[] }) => e.velden[0]?.tekst);

describe('a letter edited in Word', () => {
  it('is taken without who made it, with a word that was cut in runs as one word', async () => {
    const { docx: uit, alineas } = await lees(docx(p('Geachte mevrouw ', 'Had', 'dad') + p('Tot', ' ziens')));
    expect(alineas).toEqual(['Geachte mevrouw Haddad', 'Tot ziens']);
    const delen = await keurSjabloon(uit, 'brief');
    expect([...delen.keys()].toSorted()).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels', 'word/document.xml']);
    const alles = [...delen.values()].map((d) => d.toString('utf8')).join('\n');
    expect(alles).not.toMatch(/Adriaans|docProps|people/);
    expect(alles).toContain('word/document.xml');
    // Still a document that is read as one.
    expect(await new TemplateHandler().getText(uit)).toContain('Geachte mevrouw Haddad');
  });

  it('tells heads, feet and notes as what is on paper, and names of fields and descriptions as what is not', async () => {
    const kop = deel('word/header1.xml', `<?xml version="1.0"?><w:hdr ${W}>${p('Van de griffie')}</w:hdr>`);
    const uit = await lees(docx(`${p('Brief')}<w:sdt><w:sdtPr><w:alias w:val="Naam Samira"/></w:sdtPr></w:sdt><w:p><w:r><w:drawing><wp:docPr xmlns:wp="x" id="1" name="Afbeelding 1" descr="Foto van Joost"/></w:drawing></w:r></w:p>`, [kop]));
    expect(uit.alineas.toSorted()).toEqual(['Brief', 'Van de griffie']);
    expect(uit.onzichtbaar).toEqual(expect.arrayContaining(['Naam Samira', 'Foto van Joost']));
  });

  it.each([
    ['a change that was tracked', docx(`<w:p><w:ins w:id="1" w:author="Noor"><w:r><w:t>x</w:t></w:r></w:ins></w:p>`)],
    ['what was taken out', docx(`${p('Brief')}<w:p><w:del w:id="1"><w:r><w:delText>Samira</w:delText></w:r></w:del></w:p>`)],
    ['a change of style', docx(`${p('Brief')}<w:p><w:pPr><w:pPrChange w:id="3" w:author="Noor"/></w:pPr></w:p>`)],
    ['a comment', docx(`${p('Brief')}<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>`)],
  ])('is refused with %s, which says who did it', async (_, inhoud) => {
    expect(await weigering(inhoud)).toMatch(/bijgehouden wijzigingen of opmerkingen/);
  });

  it('is refused as a template is, in words about a letter', async () => {
    expect(await weigering(docx(p('Brief'), [deel('word/vbaProject.bin', 'x')]))).toMatch(/programma \(macro\)/);
    expect(await weigering(docx(p('Brief'), [], relaties(['image', 'https://kwaad.example/x.png'])))).toMatch(/buiten zichzelf/);
    expect(await weigering(docx(p('Brief'), [deel('word/media/groot.png', Buffer.alloc(60 * 1024 * 1024))]))).toMatch(/te groot/);
    expect(await weigering(Buffer.from('Geachte heer'))).toMatch(/Sla je brief op als \.docx/);
    expect(await weigering(Buffer.alloc(3 * 1024 * 1024))).toMatch(/Een brief mag 2 MB zijn/);
    expect(await weigering(docx('<w:p/>'))).toMatch(/geen tekst/);
  });

  it('has its pictures made anew: only pixels go along', async () => {
    const foto = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#369' } }).jpeg().withExif({ IFD0: { Artist: 'Noor Adriaans' } }).toBuffer();
    expect(foto.toString('latin1')).toContain('Noor Adriaans');
    const { docx: uit } = await lees(docx(p('Brief'), [deel('word/media/image1.jpeg', foto)]));
    const beeld = (await keurSjabloon(uit, 'brief')).get('word/media/image1.jpeg');
    expect(beeld?.toString('latin1')).not.toContain('Adriaans');
    expect((await sharp(beeld).metadata()).width).toBe(20);
    expect(await weigering(docx(p('Brief'), [deel('word/media/image1.png', 'geen beeld')]))).toMatch(/afbeelding/);
  });
});

describe('what an edited letter must say', () => {
  const TOEGANG = { webadres: 'rugdekking.example/uw-kant', code: 'ABCD-EFGH-2345', controle: 'ABC-234' };
  const gegevens = gegevensschemas.pandverbod.parse({ ...voorbeeldgegevens.pandverbod, zienswijze: { uitkomst: 'achteraf', reden: 'U stond bij de ingang.', uiterlijk: '2026-11-30', toegang: TOEGANG } });
  const brief = stelBriefOp({ soort: 'pandverbod', gegevens, afzender: briefafzender('Gemeente Proefdam', { klacht: 'Schrijf ons.' }), geadresseerde: { naam: 'J. Jansen', adres: ['Straat 1'] }, kenmerk: 'ABCD-2345', datum: '2026-11-23' });
  const alineas = async () => (await lees(await maakDocx(standaardsjabloon('#1f3a5f'), brief))).alineas;

  it('is all there in the letter as we make it, whatever else was written', async () => {
    expect(bezwarenTegenTekst(brief, gegevens, await alineas())).toEqual([]);
    expect(bezwarenTegenTekst(brief, gegevens, [...await alineas(), 'Wij hopen dat u dit begrijpt.'])).toEqual([]);
  });

  it.each([['J. Jansen', 'de naam van wie'], ['ABCD-2345', 'het kenmerk'], ['ABC-234', 'de codes'], ['30 november 2026', 'de datum 30 november 2026'], ['klacht', 'waar iemand een klacht']])('misses %s when it was taken out', async (weg, zin) => {
    const zonder = (await alineas()).map((a) => a.replaceAll(new RegExp(weg, 'gi'), 'x'));
    expect(bezwarenTegenTekst(brief, gegevens, zonder).join(' ')).toContain(zin);
  });

  it('is never that one can make bezwaar against a ban', async () => {
    for (const zin of ['U kunt binnen zes weken bezwaar maken.', 'Stuur een bezwaarschrift.', 'Maakt u bezwaar?']) expect(bezwarenTegenTekst(brief, gegevens, [...await alineas(), zin]).join(' '), zin).toMatch(/niets over bezwaar/);
    expect(bezwarenTegenTekst(brief, gegevens, [...await alineas(), 'Heeft u bezwaren tegen het tijdstip? Bel ons.'])).toEqual([]);
  });

  it('is shown to who reads along without the codes', async () => {
    expect(codesIn(gegevens)).toEqual([TOEGANG.code, TOEGANG.controle]);
    const tekst = zonderCodes(await alineas(), gegevens).join('\n');
    expect(tekst).not.toContain(TOEGANG.code);
    expect(tekst).toContain('(staat alleen in de brief zelf)');
  });
});
