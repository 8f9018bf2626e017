import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { voorbeeldgegevens } from '../regels/voorbeelden.ts';
import { briefafzender } from '../regels/huisstijl.ts';
import { briefsoortcodes, gegevensschemas, type Briefsoort, type GelezenGegevens } from '../regels/soorten.ts';
import { stelBriefOp } from '../regels/tekst.ts';
import type { Brief } from '../regels/vorm.ts';
import { maakPdfmaker } from './maker.ts';

const pdf = maakPdfmaker({ werker: join(import.meta.dirname, 'werker.ts') });
let map: string;
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'rd-pdf-'));
});
afterAll(async () => {
  await pdf.stop();
  rmSync(map, { recursive: true });
});

const afzender = briefafzender('Gemeente Proefdam', { retouradres: 'Postbus 1, 1000 AA Proefdam', klacht: 'Stuur uw klacht naar klachten@proefdam.example.', fg: 'fg@proefdam.example' });

function brief<S extends Briefsoort>(soort: S, over: Partial<Brief> = {}): Brief {
  const gegevens = gegevensschemas[soort].parse(voorbeeldgegevens[soort]) as GelezenGegevens<S>;
  return { ...stelBriefOp({ soort, gegevens, afzender, geadresseerde: { naam: 'J. Jansen', adres: ['Straat 1', '1234 AB Proefdam'] }, kenmerk: '2026-0412-B1', datum: '2026-11-23' }), ...over };
}

async function lees(b: Brief): Promise<{ tekst: string; info: string; bouw: string }> {
  const pad = join(map, `${Math.random().toString(36).slice(2)}.pdf`);
  writeFileSync(pad, await pdf.maak(b, '2026-11-23'));
  const met = (programma: string, ...args: string[]) => execFileSync(programma, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return { tekst: met('pdftotext', '-layout', pad, '-'), info: met('pdfinfo', pad), bouw: met('pdfinfo', '-struct-text', pad) };
}

/** What stands in the compressed parts of a PDF. */
function uitgepakt(bytes: Buffer): string {
  return [...bytes.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, deel = '']) => {
    try {
      return inflateSync(Buffer.from(deel, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  }).join('\n');
}

describe('the PDF of a letter', () => {
  test.each(briefsoortcodes)('%s is tagged: headings, paragraphs, a title and the language', async (soort) => {
    const b = brief(soort);
    const bytes = await pdf.maak(b, '2026-11-23');
    const { info, bouw, tekst } = await lees(b);
    expect(info).toMatch(/^Tagged:\s+yes$/m);
    expect(info).toMatch(new RegExp(`^Title:\\s+${b.onderwerp.slice(0, 20).replace(/[()]/g, '.')}`, 'm'));
    expect(bouw.match(/^ {2}H1 /gm)).toHaveLength(1);
    expect(bouw.match(/^ {2}H2 /gm)).toHaveLength(b.delen.filter((d) => d.kop !== null).length);
    for (const { kop } of b.delen) if (kop !== null) expect(bouw).toContain(kop);
    expect(tekst).toContain('Ons kenmerk: 2026-0412-B1');
    // PDF/UA-1 and the language stand in the file itself, in the clear.
    expect(bytes.toString('latin1')).toMatch(/pdfuaid:part(>|=")1/);
    expect(bytes.toString('latin1')).toMatch(/\/Lang\s*\(nl(-NL)?\)/);
  });

  test('gives the same bytes for the same letter, so that its hash says something', async () => {
    const [een, twee] = [await pdf.maak(brief('pandverbod'), '2026-11-23'), await pdf.maak(brief('pandverbod'), '2026-11-23')];
    expect(een.equals(twee)).toBe(true);
  });

  test('what looks like Typst in a field stays text', async () => {
    const boos = '#panic("weg") #read("/etc/passwd") #import "x.typ": * $x^2$ *vet* _schuin_ `code` = Kop @ref <label> \\ // weg /* weg */ #emph[x] ~ -- --- "q"';
    const { tekst, bouw } = await lees(brief('geen_reactie', { geadresseerde: { naam: boos, adres: ['= Kop', '- lijst', '+ nummer'] }, onderwerp: '#set text(red)', delen: [{ code: 'x', kop: '#counter(page)', blokken: [{ soort: 'alinea', tekst: boos }, { soort: 'lijst', items: [boos] }, { soort: 'tabel', kop: null, rijen: [[boos, boos]] }] }] }));
    const vlak = tekst.replace(/\s+/g, '');
    expect(vlak.split(boos.replace(/\s+/g, '')).length - 1).toBe(5);
    expect(tekst).toContain('#set text(red)');
    expect(bouw.match(/^ {2}H[12] /gm)).toHaveLength(2);
  });

  test('a line of English in a Dutch letter says so to a screen reader', async () => {
    const bytes = await pdf.maak(brief('uitnodiging_wederhoor'), '2026-11-23');
    expect(uitgepakt(bytes).match(/\/Lang\s*\(en-GB\)/g)).not.toBeNull();
    expect(uitgepakt(await pdf.maak(brief('pandverbod'), '2026-11-23'))).not.toMatch(/\(en-GB\)/);
  });

  test('a character that no font has is told to the person, by itself', async () => {
    await expect(pdf.maak(brief('geen_reactie', { aanhef: 'Geachte 👊,' }), '2026-11-23')).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [{ tekst: expect.stringContaining('👊') }] });
    // The thread is still there for the next letter.
    expect((await pdf.maak(brief('geen_reactie'), '2026-11-23')).length).toBeGreaterThan(10_000);
  });

  test('a letter that takes too long is given up, and the next one is made by a new thread', async () => {
    const traag = join(map, 'traag.mjs');
    writeFileSync(traag, "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { for (;;) ; });");
    const maker = maakPdfmaker({ werker: traag, grensMs: 200 });
    await expect(maker.maak(brief('geen_reactie'), '2026-11-23')).rejects.toMatchObject({ code: 'niet-beschikbaar' });
    await expect(maker.maak(brief('geen_reactie'), '2026-11-23')).rejects.toMatchObject({ code: 'niet-beschikbaar' });
  });

  // `npm test` builds first; alone, this file is about the sources.
  const gebouwd = join(import.meta.dirname, '../../../dist/brieven/werker.mjs');
  test.runIf(existsSync(gebouwd))('the built program has its thread, with template and fonts beside it', async () => {
    const maker = maakPdfmaker({ werker: gebouwd });
    expect((await maker.maak(brief('pandverbod'), '2026-11-23')).equals(await pdf.maak(brief('pandverbod'), '2026-11-23'))).toBe(true);
    await maker.stop();
  });

  test('the rest of the program goes on while a letter is made', async () => {
    const vers = maakPdfmaker({ werker: join(import.meta.dirname, 'werker.ts') });
    let langste = 0;
    let vorige = performance.now();
    const klok = setInterval(() => {
      langste = Math.max(langste, performance.now() - vorige);
      vorige = performance.now();
    }, 5);
    await Promise.all(Array.from({ length: 20 }, () => vers.maak(brief('pandverbod'), '2026-11-23')));
    clearInterval(klok);
    await vers.stop();
    // Loading the native module and its fonts alone takes longer than this when it happens here.
    expect(langste).toBeLessThan(1_000);
  });
});
