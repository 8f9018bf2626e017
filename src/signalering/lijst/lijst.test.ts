import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leesBestandslijst, leesTekstlijst } from './lees.ts';
import { ontvangLijst } from './ontvang.ts';

const VANDAAG = Temporal.PlainDate.from('2026-11-23');
let map: string;
beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'rd-lijst-'));
});
afterAll(() => rm(map, { recursive: true, force: true }));

const regels = (tekst: string) => leesTekstlijst(tekst, VANDAAG).regels;
const JAN = { naam: 'Jan Jansen', geboortedatum: '7-3-1984', postcode: '1234AB', huisnummer: '12', toevoeging: 'A' };

/** A zip as a spreadsheet program writes it. */
function zip(delen: Record<string, string | Buffer>): Buffer {
  const lokaal: Buffer[] = [];
  const overzicht: Buffer[] = [];
  let plaats = 0;
  for (const [naam, inhoud] of Object.entries(delen)) {
    const ruw = Buffer.from(inhoud);
    const dicht = deflateRawSync(ruw);
    const n = Buffer.from(naam);
    const kop = Buffer.alloc(30);
    kop.writeUInt32LE(0x04034b50, 0);
    kop.writeUInt16LE(20, 4);
    kop.writeUInt16LE(8, 8);
    kop.writeUInt32LE(crc32(ruw), 14);
    kop.writeUInt32LE(dicht.length, 18);
    kop.writeUInt32LE(ruw.length, 22);
    kop.writeUInt16LE(n.length, 26);
    const centraal = Buffer.alloc(46);
    centraal.writeUInt32LE(0x02014b50, 0);
    kop.copy(centraal, 6, 4, 30);
    centraal.writeUInt16LE(20, 4);
    centraal.writeUInt32LE(plaats, 42);
    lokaal.push(kop, n, dicht);
    overzicht.push(centraal, n);
    plaats += kop.length + n.length + dicht.length;
  }
  const midden = Buffer.concat(overzicht);
  const einde = Buffer.alloc(22);
  einde.writeUInt32LE(0x06054b50, 0);
  einde.writeUInt16LE(Object.keys(delen).length, 8);
  einde.writeUInt16LE(Object.keys(delen).length, 10);
  einde.writeUInt32LE(midden.length, 12);
  einde.writeUInt32LE(plaats, 16);
  return Buffer.concat([...lokaal, midden, einde]);
}

function werkboek(blad: string, meer: Record<string, string> = {}): Buffer {
  return zip({
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${blad}</worksheet>`,
    ...meer,
  });
}
const cel = (waar: string, tekst: string): string => `<c r="${waar}" t="inlineStr"><is><t>${tekst}</t></is></c>`;
const rijen = (lijst: readonly (readonly string[])[]): string => `<sheetData>${lijst.map((r, i) => `<row r="${i + 1}">${r.map((t, j) => cel(`${String.fromCharCode(65 + j)}${i + 1}`, t)).join('')}</row>`).join('')}</sheetData>`;

async function bestand(inhoud: Buffer | string, naam = 'lijst.xlsx') {
  const uit = await ontvangLijst(Readable.from([Buffer.from(inhoud)]), naam, join(map, 'spoel'));
  try {
    return await leesBestandslijst(uit, VANDAAG);
  } finally {
    await uit.ruimOp();
  }
}

describe('a pasted list', () => {
  it.each([
    'Jan Jansen;7-3-1984;1234 AB;12A', 'Jan Jansen\t07-03-1984\tDorpsstraat 12A, 1234 AB Lindewaard', 'Jan Jansen, 7-3-1984, 1234AB 12-A', 'Jan Jansen | 1984-03-07 | Dorpsstraat 12 A | 1234AB Lindewaard',
    'Huisbezoek dhr. Jan Jansen, geb. 7-3-1984, Dorpsstraat 12A 1234AB',
  ])('is read whatever divides it: %j', (tekst) => {
    const { vraag } = regels(tekst)[0] ?? {};
    expect(vraag?.naam).toBe('Jan Jansen');
    expect(vraag?.geboortedatum).toMatch(/^(0?7-0?3-1984|1984-03-07)$/);
    expect(vraag).toMatchObject({ postcode: '1234AB', huisnummer: '12', toevoeging: 'A' });
  });

  it('is read by its headers when it has them, in any order and by any usual name', () => {
    expect(regels('Huisnr.;Toevoeging;PC;Achternaam;Tussenvoegsel;Voornaam;Geb.datum;Tijd\n12;A;1234AB;Berg;van den;Jan;7-3-1984;09.30\n\n14;;1234AB;Boer;de;Els;1-1-1990;10.00')).toEqual([
      { nummer: 2, tijd: '09.30', vraag: { naam: 'Jan van den Berg', geboortedatum: '7-3-1984', postcode: '1234AB', huisnummer: '12', toevoeging: 'A', telefoon: '' } },
      { nummer: 4, tijd: '10.00', vraag: { naam: 'Els de Boer', geboortedatum: '1-1-1990', postcode: '1234AB', huisnummer: '14', toevoeging: '', telefoon: '' } },
    ]);
  });

  it('keeps what looks like a formula as the text it is', () => {
    expect(regels('naam;geboortedatum\n=HYPERLINK("http://kwaad.example");7-3-1984\n@SUM(A1);1-1-1990').map((r) => r.vraag.naam)).toEqual(['=HYPERLINK("http://kwaad.example")', '@SUM(A1)']);
  });

  it('is refused in a clear sentence and at once when it is too long', () => {
    const begin = performance.now();
    expect(() => regels('Jan Jansen;7-3-1984\n'.repeat(100_000))).toThrow(/hoogstens 200 regels/);
    expect(performance.now() - begin).toBeLessThan(500);
    expect(() => regels('Jan Jansen;7-3-1984\n'.repeat(201))).toThrow(/hoogstens 200 regels/);
    expect(regels('Jan Jansen;7-3-1984\n'.repeat(200))).toHaveLength(200);
  });

  it.each(['', '   \n \n', 'naam;geboortedatum\n'])('says that nothing is in %j', (tekst) => expect(() => regels(tekst)).toThrow(/niets|geen regels/));

  it('reads any text without failing in any other way than with a sentence', () => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (tekst) => {
    try {
      for (const r of regels(tekst)) expect(Object.values(r.vraag).every((w) => typeof w === 'string')).toBe(true);
    } catch (e) {
      expect((e as Error).name).toBe('Lijstfout');
    }
  }), { numRuns: 300 }));
});

describe('a file', () => {
  it('of a Dutch Excel reads the same, in its own encoding', async () => {
    const tekst = 'naam;geboortedatum\nAndré Müller;7-3-1984\n';
    for (const bytes of [Buffer.from(tekst, 'latin1'), Buffer.from(`\ufeff${tekst}`), Buffer.from(`\ufeff${tekst}`, 'utf16le')]) expect((await bestand(bytes, 'x.csv')).regels[0]?.vraag.naam).toBe('André Müller');
  });

  it('of Excel itself is read from its first sheet', async () => {
    const { regels: uit } = await bestand(werkboek(rijen([['Naam', 'Geboortedatum', 'Postcode', 'Huisnummer'], ['Jan Jansen', '7-3-1984', '1234AB', '12A']])));
    expect(uit).toEqual([{ nummer: 2, tijd: '', vraag: { ...JAN, huisnummer: '12A', toevoeging: '', telefoon: '' } }]);
  });

  it('with a formula gives the value that was last calculated', async () => {
    const { regels: uit } = await bestand(werkboek('<sheetData><row r="1"><c r="A1" t="str"><f>CONCATENATE("Jan ","Jansen")</f><v>Jan Jansen</v></c><c r="B1" t="inlineStr"><is><t>7-3-1984</t></is></c></row></sheetData>'));
    expect(uit[0]?.vraag).toMatchObject({ naam: 'Jan Jansen', geboortedatum: '7-3-1984' });
  });

  it.each([
    ['a hundred thousand rows', () => werkboek(rijen(Array.from({ length: 100_000 }, () => ['Jan', '7-3-1984'])))],
    ['a row that says it is the millionth', () => werkboek('<sheetData><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>')],
    ['a cell in the last column there is', () => werkboek('<sheetData><row r="1"><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row></sheetData>')],
    ['a dimension of the whole sheet', () => werkboek(`<dimension ref="A1:XFD1048576"/>${rijen([['Jan', '7-3-1984']])}`)],
  ])('with %s is refused at once', async (_, maak) => {
    const inhoud = maak();
    const begin = performance.now();
    await expect(bestand(inhoud)).rejects.toThrow(/hoogstens 200 regels|te-groot/);
    expect(performance.now() - begin).toBeLessThan(1_500);
  });

  it.each([
    ['macros', werkboek(rijen([['a']]), { 'xl/vbaProject.bin': 'x' }), 'bestand.macro'], ['nothing in it', Buffer.alloc(0), 'bestand.leeg'], ['a zip of something else', zip({ 'a.txt': 'x' }), 'bestand.archief'], ['half a zip', werkboek(rijen([['a']])).subarray(0, 300), 'bestand.beschadigd'],
    ['more than a megabyte', Buffer.alloc(1024 * 1024 + 1, 'a'), 'bestand.te-groot'],
  ])('with %s is refused, and leaves nothing behind', async (_, inhoud, code) => {
    await expect(bestand(inhoud)).rejects.toMatchObject({ code });
    expect(await readdir(join(map, 'spoel')).catch(() => [])).toEqual([]);
  });

  it('is not kept after it was read', async () => {
    await bestand(werkboek(rijen([['Jan Jansen', '7-3-1984']])));
    expect(await readdir(join(map, 'spoel'))).toEqual([]);
    await writeFile(join(map, 'los'), '');
  });
});

describe('a calendar', () => {
  const afspraak = (dag: string, tijd: string, over: Record<string, string>): string => ['BEGIN:VEVENT', `UID:${dag}${tijd}`, `DTSTART;TZID=Europe/Amsterdam:${dag}T${tijd}00`, ...Object.entries(over).map(([k, w]) => `${k}:${w}`), 'END:VEVENT'].join('\r\n');
  const agenda = (...afspraken: string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//proef', ...afspraken, 'END:VCALENDAR', ''].join('\r\n');

  it('gives the appointments of the coming week in order, with name and address', () => {
    const { regels: uit, overgeslagen } = leesTekstlijst(agenda(
      afspraak('20261124', '1030', { SUMMARY: 'Keukentafelgesprek mw. Els de Boer', LOCATION: 'Dorpsstraat 14\\, 1234 AB Lindewaard' }),
      afspraak('20261124', '0900', { SUMMARY: 'Huisbezoek Jan Jansen', LOCATION: 'Dorpsstraat 12A\\, 1234 AB Lindewaard', DESCRIPTION: 'Geboren: 7-3-1984\\nTel 06-12345678' }),
      afspraak('20261001', '0900', { SUMMARY: 'Vorige maand' }), afspraak('20270101', '0900', { SUMMARY: 'Volgend jaar' }),
    ), VANDAAG);
    expect(uit.map((r) => [r.nummer, r.tijd, r.vraag.naam, r.vraag.geboortedatum, r.vraag.postcode, r.vraag.huisnummer, r.vraag.toevoeging])).toEqual([
      [1, '24-11 09.00 uur', 'Jan Jansen', '7-3-1984', '1234AB', '12', 'A'], [2, '24-11 10.30 uur', 'Els de Boer', '', '1234AB', '14', ''],
    ]);
    expect(overgeslagen).toBe(2);
  });

  it('does not unfold what repeats for ever, and refuses what is too long or broken', () => {
    expect(leesTekstlijst(agenda(afspraak('20261124', '0900', { SUMMARY: 'Overleg', RRULE: 'FREQ=SECONDLY;COUNT=100000000' })), VANDAAG).regels).toHaveLength(1);
    expect(() => leesTekstlijst(agenda(...Array.from({ length: 201 }, () => afspraak('20261124', '0900', { SUMMARY: 'Jan' }))), VANDAAG)).toThrow(/hoogstens 200 regels/);
    expect(() => leesTekstlijst('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nkapot', VANDAAG)).toThrow(/agenda niet lezen|geen regels/);
    expect(() => leesTekstlijst(agenda(afspraak('20200101', '0900', { SUMMARY: 'Jan' })), VANDAAG)).toThrow(/niets voor de komende week/);
  });
});
