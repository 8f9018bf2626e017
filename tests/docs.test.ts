import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogus } from '../src/kern/fouten/index.ts';
import { bestandsfouten } from '../src/platform/bestanden/index.ts';

const WORTEL = path.resolve(import.meta.dirname, '..');
const lees = (plek: string): string => readFileSync(path.join(WORTEL, plek), 'utf8');
const onder = (map: string, einde: RegExp): string[] => readdirSync(path.join(WORTEL, map), { recursive: true }).map((naam) => path.join(map, String(naam))).filter((naam) => einde.test(naam)).sort();

const BLADEN = ['README.md', 'CHANGELOG.md', ...onder('docs', /\.md$/)];
const HANDLEIDING = BLADEN.filter((b) => b.startsWith('docs/handleiding/'));
const instellingen = lees('docs/beheer/instellingen.md');
const foutcodes = lees('docs/beheer/foutcodes.md');

/** Text that is read as text: without code blocks and code in a line. */
const zonderCode = (tekst: string): string => tekst.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');

/** The anchor that a forge makes of a heading: small letters, no punctuation, a dash for a space. */
const anker = (kop: string): string => kop.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').trim().replaceAll(' ', '-');
const ankers = (blad: string): Set<string> => new Set([...lees(blad).replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#{1,6} (.+)$/gm)].map((m) => anker(m[1] ?? '')));

interface Verwijzing {
  blad: string;
  beeld: boolean;
  doel: string;
}
const verwijzingen: Verwijzing[] = BLADEN.flatMap((blad) =>
  [...zonderCode(lees(blad)).matchAll(/(!?)\[[^\]]*\]\(([^)\s]+)\)/g)].map((m) => ({ blad, beeld: m[1] === '!', doel: m[2] ?? '' })),
);
const eigen = verwijzingen.filter(({ doel }) => !/^[a-z]+:/.test(doel));

describe('the documentation', () => {
  it('links only to pages and headings that are there', () => {
    const kapot = eigen.filter(({ blad, beeld, doel }) => {
      if (beeld) return false;
      const [pad = '', kop] = doel.split('#');
      const ander = pad === '' ? blad : path.join(path.dirname(blad), pad);
      return !existsSync(path.join(WORTEL, ander)) || (kop !== undefined && !ankers(ander).has(kop));
    });
    expect(kapot.map(({ blad, doel }) => `${blad}: ${doel}`)).toEqual([]);
  });

  it('is reachable from the README', () => {
    const gezien = new Set(['README.md']);
    for (const blad of gezien) {
      for (const v of eigen.filter((w) => w.blad === blad && !w.beeld)) {
        const doel = path.join(path.dirname(blad), v.doel.split('#')[0] ?? '');
        if (doel.endsWith('.md') && existsSync(path.join(WORTEL, doel))) gezien.add(doel);
      }
    }
    expect(BLADEN.filter((b) => !gezien.has(b))).toEqual([]);
  });

  it('shows only images that are there or that a journey makes', () => {
    const reizen = onder('tests', /\.tsx?$/).filter((t) => !t.endsWith('docs.test.ts')).map(lees).filter((t) => t.includes('handleiding/beelden')).join('\n');
    const gemaakt = (naam: string): boolean => new RegExp(`\\bbeeld\\(\\w+, '${path.basename(naam, '.png')}'\\)`).test(reizen);
    const missen = eigen.filter(({ blad, beeld, doel }) => beeld && !existsSync(path.join(WORTEL, path.dirname(blad), doel)) && !gemaakt(doel));
    expect(missen.map(({ blad, doel }) => `${blad}: ${doel}`)).toEqual([]);
  });

  it('gives every image a text for who does not see it', () => {
    const stom = BLADEN.filter((b) => /!\[\s*\]\(/.test(lees(b)));
    expect(stom).toEqual([]);
  });

  it('names every setting the program reads, and no other', () => {
    const bronnen = onder('src', /\.tsx?$/).filter((b) => !/\.test\.tsx?$|\/proef/.test(b)).map(lees).join('\n');
    const gelezen = new Set([
      // In quotes or as a key of the schema; RUGDEKKING_OUDER is between our own processes.
      ...[...bronnen.matchAll(/['"]((?:RUGDEKKING|DATABASE|SMTP|MAIL|OIDC)_[A-Z0-9_]+)['"]/g)].map((m) => m[1] ?? ''),
      ...[...lees('src/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map((m) => m[1] ?? ''),
    ]);
    const genoemd = new Set([...instellingen.matchAll(/^\| `([A-Z][A-Z0-9_]+)`/gm)].map((m) => m[1] ?? ''));
    expect([...genoemd].sort()).toEqual([...gelezen].sort());
  });

  it('names every setting elsewhere as it is called on the page of settings', () => {
    const genoemd = new Set([...instellingen.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map((m) => m[1] ?? ''));
    const vreemd = BLADEN.flatMap((b) => [...lees(b).matchAll(/\b((?:RUGDEKKING|DATABASE|SMTP|MAIL)_[A-Z0-9_]+)\b/g)].map((m) => m[1] ?? '').filter((n) => !genoemd.has(n.replace(/_FILE$/, ''))).map((n) => `${b}: ${n}`));
    expect(vreemd).toEqual([]);
  });

  it('explains every error code as the catalogue has it', () => {
    const rijen = [...foutcodes.matchAll(/^\| `([a-z.-]+)` \| (\d+) \| (.+?) \|/gm)].map((m) => [m[1], Number(m[2]), m[3]]);
    const verwacht = Object.entries({ ...catalogus, ...bestandsfouten }).map(([code, { status, titel }]) => [code, status, titel]);
    const opCode = (a: readonly unknown[], b: readonly unknown[]): number => String(a[0]).localeCompare(String(b[0]));
    expect(rijen.toSorted(opCode)).toEqual(verwacht.toSorted(opCode));
  });

  it('names every command of the program, and no other', () => {
    const bron = lees('src/opdrachten/programma.ts');
    const opdrachten = [...bron.matchAll(/opdracht\('([a-z-]+)'/g)].map((m) => m[1] ?? '');
    const alle = BLADEN.map(lees).join('\n');
    const genoemd = new Set([...alle.matchAll(/npx rugdekking ([a-z]+)(?: ([a-z]+)(?![\w./-]))?/g)].flatMap((m) => [m[1] ?? '', ...(m[2] === undefined ? [] : [m[2]])]));
    const tabel = lees('docs/beheer/README.md');
    expect(opdrachten.filter((o) => !new RegExp(`\`[^\`]*\\b${o}\\b`).test(tabel))).toEqual([]);
    expect([...genoemd].filter((g) => !opdrachten.includes(g) && g !== 'help')).toEqual([]);
  });

  it('uses no word that the glossary rules out', () => {
    const verboden = /\b(daders?|verdachten?|cli[eë]nt(?:en)?|klant(?:en)?|cas(?:us|ussen|e|es)|tickets?|deadlines?|sla['’]?s?|managers?|feedback|tenants?|notificaties?|escalatiematrix|gedupeerden?|users?)\b/gi;
    const fout = HANDLEIDING.flatMap((b) => [...zonderCode(lees(b)).matchAll(verboden)].map((m) => `${b}: ${m[0]}`));
    expect(fout).toEqual([]);
  });

  it('is written in short sentences for users', () => {
    const zinnen = HANDLEIDING.map((blad) => {
      const tekst = zonderCode(lees(blad)).replace(/^\|.*$|^#.*$|!\[[^\]]*\]\([^)]*\)/gm, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_]/g, '');
      const delen = tekst.split(/(?<=[.!?:])\s+|\n\s*\n|\n\s*(?:[-*]|\d+\.)\s/).map((z) => z.split(/\s+/).filter((w) => /\p{L}/u.test(w)).length).filter((n) => n > 0);
      return { blad, gemiddeld: delen.reduce((a, b) => a + b, 0) / delen.length };
    });
    expect(zinnen.filter((z) => z.gemiddeld > 15)).toEqual([]);
  });

  it('puts in bold only what is on a page, word for word', () => {
    const schermen = onder('src', /\.tsx?$/).filter((b) => !/\.test\.tsx?$/.test(b)).map(lees).join('\n');
    const vet = HANDLEIDING.flatMap((blad) => [...zonderCode(lees(blad)).matchAll(/\*\*([^*]+)\*\*/g)].map((m) => ({ blad, label: m[1] ?? '' })));
    expect(vet.filter(({ label }) => !schermen.includes(label)).map(({ blad, label }) => `${blad}: ${label}`)).toEqual([]);
    expect(vet.length).toBeGreaterThan(20);
  });
});
