import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draaiProgramma } from '../programma.ts';

let map: string;
beforeAll(async () => { map = await mkdtemp(path.join(tmpdir(), 'herken-')); });
afterAll(() => rm(map, { recursive: true, force: true }));

async function draai(...argumenten: string[]): Promise<{ code: number; uit: string; fout: string }> {
  const stukken: Buffer[] = [];
  let fout = '';
  const uit = new Writable({ write(brok: Buffer, _, klaar) { stukken.push(Buffer.from(brok)); klaar(); } });
  const code = await draaiProgramma(['herken', ...argumenten], { map: '/bestaat/niet', versie: '1', omgeving: {}, uit, zeg: () => {}, meld: (t) => void (fout += `${t}\n`) });
  return { code, uit: Buffer.concat(stukken).toString('utf8'), fout };
}

async function bestand(naam: string, inhoud: string | Buffer): Promise<string> {
  const pad = path.join(map, naam);
  await writeFile(pad, inhoud);
  return pad;
}

/** Rows of an answer without reasons, which hold commas of their own. */
const cellen = (uit: string, teken: string): string[][] => uit.trim().split('\r\n').map((r) => r.split(teken));

describe('herken paren', () => {
  it('gives each row back with its number, score, band and reasons', async () => {
    const pad = await bestand('paren.csv', 'nr;naam1;naam2;geboortedatum1;geboortedatum2\n1;Jan van den Berg;BERG, J. v.d.;7-3-1984;1984-03-07\n2;Jan de Vries;Piet Bakker;;\n');
    const { code, uit, fout } = await draai('paren', pad);
    expect(code).toBe(0);
    expect(fout).toBe('2 paren vergeleken, 0 rijen overgeslagen.\n');
    const [kop, een, twee] = cellen(uit, ';');
    expect(kop).toEqual(['nr', 'naam1', 'naam2', 'geboortedatum1', 'geboortedatum2', 'rij', 'score', 'band', 'redenen']);
    expect(een?.slice(5, 6)).toEqual(['2']);
    expect(Number(een?.[6])).toBeGreaterThan(0.98);
    expect(een?.[7]).toBe('waarschijnlijk');
    expect(uit).toContain('geboortedatum gelijk (+');
    expect(Number(twee?.[6])).toBeLessThan(0.05);
    expect(twee?.[7]).toBe('geen');
  });

  it('names a row that is wrong, with why, and goes on', async () => {
    const pad = await bestand('fout.csv', 'naam1,naam2\nJan Bakker,Jan Bakker\n,Piet\nJan,Piet,nog iets\n"open, Jan\nJan Smit,J. Smit\n"Jan ""de"" Vries",Jan de Vries\n');
    const { code, uit, fout } = await draai('paren', pad);
    expect(code).toBe(0);
    expect(fout).toBe([
      `${pad}, rij 3: een van de namen is leeg. Overgeslagen.`, `${pad}, rij 4: 3 kolommen, de koppen hebben er 2. Overgeslagen.`, `${pad}, rij 5: een aanhalingsteken (") opent en sluit nergens. Overgeslagen.`,
      '3 paren vergeleken, 3 rijen overgeslagen.', '',
    ].join('\n'));
    expect(cellen(uit, ',').slice(1).map((r) => r.find((c) => /^\d$/.test(c)))).toEqual(['2', '6', '7']);
  });

  it.each([
    ['UTF-16 with tabs', 'utf16-le', '\ufeff', '\t'], ['Windows-1252 with semicolons', 'win1252', '', ';'], ['UTF-8 with a mark and commas', 'utf8', '\ufeff', ','],
  ])('reads %s', async (_, codering, merk, teken) => {
    const pad = await bestand(`c-${codering}.csv`, iconv.encode(`${merk}naam_1${teken}naam_2\r\nJosé Müller${teken}Jose Mueller\r\n`, codering, { addBOM: false }));
    const { uit } = await draai('paren', pad);
    expect(uit).toContain(`José Müller${teken}Jose Mueller`);
    expect(Number(cellen(uit, teken)[1]?.[3])).toBeGreaterThan(0.8);
  });

  it('writes to a new file, never over an old one, and makes no formula', async () => {
    const pad = await bestand('formule.csv', 'naam1;naam2\n=HYPERLINK("x");Jan Jansen\n');
    const doel = path.join(map, 'antwoord.csv');
    expect(await draai('paren', pad, '--uit', doel)).toMatchObject({ code: 0, uit: '' });
    expect(await readFile(doel, 'utf8')).toContain(`"'=HYPERLINK(""x"")"`);
    const weer = await draai('paren', pad, '--uit', doel);
    expect(weer.code).toBe(1);
    expect(weer.fout).toContain('bestaat al');
  });

  it.each([['leeg.csv', '', 'is leeg'], ['koppen.csv', 'appel;peer\n1;2\n', 'geen koppen'], ['half.csv', 'naam1;geboortedatum2\nx;y\n', 'naam1 en naam2'], ['xlsx.csv', 'PK\u0003\u0004xx', 'Excel']])('says of %s what is wrong', async (naam, inhoud, tekst) => {
    const { code, uit, fout } = await draai('paren', await bestand(naam, inhoud));
    expect({ code, uit }).toEqual({ code: 1, uit: '' });
    expect(fout).toContain(tekst);
  });

  it('says that a file is not there', async () => {
    expect((await draai('paren', path.join(map, 'weg.csv'))).fout).toContain('niet te lezen');
  });

  it('takes a long file as a stream', async () => {
    const rijen = Array.from({ length: 20_000 }, (_, i) => `Jan Bakker ${i % 7};J. Bakker`).join('\n');
    const { uit, fout } = await draai('paren', await bestand('lang.csv', `naam1;naam2\n${rijen}\n`));
    expect(fout).toBe('20000 paren vergeleken, 0 rijen overgeslagen.\n');
    expect(uit.split('\r\n')).toHaveLength(20_002);
  });
});

describe('herken zoek', () => {
  const register = 'id;voornamen;voorvoegsel;geslachtsnaam;geboortedatum;postcode;huisnummer;telefoon\np1;Jan Peter;van den;Berg;7-3-1984;1234AB;12;0612345678\np2;Petra;van den;Berg;9-9-1985;1234AB;12;\np3;Samira;El;Amrani;1-1-1970;8011XX;3 bis;\nx;;;;;;;\n';

  it('gives for each question the best first, and says when there is nobody', async () => {
    const [r, v] = [await bestand('r.csv', register), await bestand('v.csv', 'id;naam;geboortedatum;telefoon\nv1;"Berg, J.P. v.d.";7-3-1984;\nv2;Samira Elamrani;1970;\nv3;Wolfhelm Quispel;2-2-2002;\nv4;;;06-12345678\nv5;;;\n')];
    const { code, uit, fout } = await draai('zoek', '--register', r, '--vragen', v, '--hoogstens', '2');
    expect(code).toBe(0);
    const rijen = cellen(uit, ';');
    expect(rijen[0]).toEqual(['vraag', 'rang', 'id', 'score', 'band', 'redenen']);
    const eerste = (id: string): string[] | undefined => rijen.find((rij) => rij[0] === id);
    expect(eerste('v1')?.slice(1, 3)).toEqual(['1', 'p1']);
    expect(eerste('v1')?.[4]).toBe('waarschijnlijk');
    expect(eerste('v2')?.slice(1, 3)).toEqual(['1', 'p3']);
    expect(eerste('v3')?.[4]).toBe('geen');
    expect(eerste('v4')?.slice(1, 3)).toEqual(['1', 'p1']);
    expect(rijen.filter((rij) => rij[0] === 'v1').length).toBeLessThanOrEqual(2);
    expect(fout).toContain(`${r}, rij 5: de naam is leeg`);
    expect(fout).toContain(`${v}, rij 6: er staat niets in waarmee we kunnen zoeken`);
    expect(fout).toContain('4 vragen beantwoord, 2 rijen overgeslagen.');
  });

  it('refuses a number of hits that is none', async () => {
    const r = await bestand('r2.csv', register);
    expect(await draai('zoek', '--register', r, '--vragen', r, '--hoogstens', 'veel')).toMatchObject({ code: 1, fout: expect.stringContaining('--hoogstens') as string });
  });

  it('leaves nothing behind but what was asked for', async () => {
    const r = await bestand('r3.csv', register);
    const voor = await readdir(map);
    const tijdelijk = await readdir(tmpdir());
    await draai('zoek', '--register', r, '--vragen', r);
    expect(await readdir(map)).toEqual(voor);
    expect((await readdir(tmpdir())).filter((n) => !tijdelijk.includes(n) && /herken|register|zoek/.test(n))).toEqual([]);
  });
});
