import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kantoordocument, proefbestand, zip, type Zipdeel } from './proefbestanden.ts';
import { keurKantoordocument, standaardZipgrenzen, type Zipgrenzen } from './zip.ts';

async function keur(inhoud: Buffer, grenzen?: Zipgrenzen): Promise<string> {
  try {
    return await keurKantoordocument(await proefbestand(inhoud), grenzen);
  } catch (oorzaak) {
    if (oorzaak instanceof Error && 'code' in oorzaak) return String(oorzaak.code);
    throw oorzaak;
  }
}

const deel = (naam: string, inhoud: Buffer | string, meer: Partial<Zipdeel> = {}): Zipdeel => ({ naam, inhoud: Buffer.from(inhoud), ...meer });

describe('judging a zip-based document', () => {
  it('takes a Word and an Excel document', async () => {
    expect(await keur(kantoordocument('docx'))).toBe('docx');
    expect(await keur(kantoordocument('xlsx', [deel('xl/printerSettings/printerSettings1.bin', 'x')]))).toBe('xlsx');
  });

  it('refuses a zip that is no office document, without unpacking it', async () => {
    expect(await keur(zip([deel('a.txt', 'hoi')]))).toBe('bestand.archief');
  });

  it('refuses another kind of office document', async () => {
    expect(await keur(kantoordocument('docx', [], 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'))).toBe('bestand.soort');
  });

  it.each(['word/vbaProject.bin', 'word/activeX/activeX1.xml', 'xl/macrosheets/sheet1.xml', 'word/embeddings/oleObject1.bin'])('refuses a program inside: %s', async (naam) => {
    expect(await keur(kantoordocument('docx', [deel(naam, 'x')]))).toBe('bestand.macro');
  });

  it('refuses a document that declares macros, whatever it is called', async () => {
    expect(await keur(kantoordocument('docx', [], 'application/vnd.ms-word.document.macroEnabled.main+xml'))).toBe('bestand.macro');
  });

  it('refuses a zip, rar or compound file inside, also under an innocent name', async () => {
    expect(await keur(kantoordocument('docx', [deel('word/media/image1.png', zip([deel('a', 'b')]))]))).toBe('bestand.ingesloten');
    expect(await keur(kantoordocument('docx', [deel('word/media/image1.png', 'Rar!\x1a\x07', { los: true })]))).toBe('bestand.ingesloten');
  });

  it('refuses a bomb that says how large it is', async () => {
    const bom = kantoordocument('docx', [deel('word/bom.xml', Buffer.alloc(201 * 1024 * 1024))]);
    expect(bom.length).toBeLessThan(300 * 1024);
    expect(await keur(bom)).toBe('bestand.zipbom');
  });

  it('refuses a bomb that lies about its size, as soon as it grows beyond the lie', async () => {
    expect(await keur(kantoordocument('docx', [deel('word/bom.xml', Buffer.alloc(50 * 1024 * 1024), { verklaard: 1_000 })]))).toBe('bestand.zipbom');
  });

  it('refuses a ratio that no real document has', async () => {
    expect(await keur(kantoordocument('docx', [deel('word/bom.xml', Buffer.alloc(11 * 1024 * 1024))]))).toBe('bestand.zipbom');
  });

  it('refuses too many parts', async () => {
    expect(await keur(kantoordocument('docx', Array.from({ length: 2_000 }, (_, i) => deel(`word/${i}`, ''))))).toBe('bestand.zipbom');
  });

  it('refuses parts that share their bytes', async () => {
    const document = kantoordocument('docx', [deel('word/a.xml', 'aaaa')]);
    const overzicht = document.readUInt32LE(document.length - 6);
    const laatste = document.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    const tweede = document.indexOf('PK\x01\x02', overzicht + 4, 'latin1');
    document.writeUInt32LE(document.readUInt32LE(tweede + 42), laatste + 42);
    expect(await keur(document)).toBe('bestand.zipbom');
  });

  it('refuses encryption, a prefix, a name that leaves the folder, a double name and a wrong checksum', async () => {
    expect(await keur(kantoordocument('docx', [deel('word/a.xml', 'a', { vlaggen: 1 })]))).toBe('bestand.beveiligd');
    expect(await keur(Buffer.concat([Buffer.from('MZ'), kantoordocument('docx')]))).toBe('bestand.beschadigd');
    expect(await keur(kantoordocument('docx', [deel('../a.xml', 'a')]))).toBe('bestand.beschadigd');
    expect(await keur(kantoordocument('docx', [deel('WORD/document.xml', 'a')]))).toBe('bestand.beschadigd');
    const krom = kantoordocument('docx', [deel('word/a.xml', 'abcdef', { los: true })]);
    krom[krom.indexOf('abcdef')] = 0x62;
    expect(await keur(krom)).toBe('bestand.beschadigd');
  });

  it('answers any damaged document with a code, and never grows beyond its limit', async () => {
    const heel = kantoordocument('docx', [deel('word/a.xml', Buffer.alloc(5_000, 'abc')), deel('word/b.png', 'plaatje', { los: true })]);
    const grenzen = { ...standaardZipgrenzen, uitgepaktBytes: 10_000 };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(heel.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), fc.nat(heel.length), async (fouten, lengte) => {
        const kapot = Buffer.from(heel);
        for (const [plaats, byte] of fouten) kapot[plaats] = byte;
        expect(await keur(kapot, grenzen)).toMatch(/^(docx|bestand\.\w+)$/);
        expect(await keur(heel.subarray(0, lengte), grenzen)).toMatch(lengte === heel.length ? /^docx$/ : /^bestand\.\w+$/);
      }),
      { numRuns: 150 },
    );
  }, 30_000);
});
