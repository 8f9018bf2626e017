import { gzipSync } from 'node:zlib';
import type { Proefveld } from '../omgeving/database.ts';
import { meldAan } from '../omgeving/gebruikers.ts';
import { startApp } from '../omgeving/processen.ts';
import type { Meting, Opties } from './meting.ts';

const MEEST_JS = 30_000;
const MEEST = 100_000;

/** What a browser fetches for the first page of a report with nothing in its cache: bytes as they come over the line. */
export async function meetPagina(veld: Proefveld, o: Opties): Promise<Meting[]> {
  o.meld('pagina: het meldformulier en alles wat erbij hoort');
  const gebruiker = (await meldAan(veld.verbinding('migratie'))).find((g) => g.soort === 'medewerker');
  if (gebruiker === undefined) throw new Error('geen melder in het zaad');
  const app = await startApp({ app: veld.verbinding('app'), migratie: veld.verbinding('migratie') });
  try {
    const haal = async (pad: string): Promise<Bestand> => {
      const antwoord = await fetch(`http://127.0.0.1:${app.poort}${pad}`, { headers: { accept: 'text/html', 'accept-encoding': 'br, gzip', cookie: gebruiker.koekje } });
      if (antwoord.status !== 200) throw new Error(`${pad} gaf ${antwoord.status}`);
      // What fetch gives was unpacked; the length it came with was not.
      const tekst = Buffer.from(await antwoord.arrayBuffer());
      return { pad, soort: antwoord.headers.get('content-type')?.split(';')[0] ?? '', tekst, bytes: Number(antwoord.headers.get('content-length') ?? tekst.length) };
    };
    const html = await haal('/melden/nieuw');
    const bestanden = [html];
    const tekens = new Set([...html.tekst.toString('utf8')].map((t) => t.codePointAt(0) ?? 0));
    const gezien = new Set<string>();
    const volg = async (paden: readonly string[]): Promise<void> => {
      for (const pad of paden) {
        if (gezien.has(pad)) continue;
        gezien.add(pad);
        const bestand = await haal(pad);
        bestanden.push(bestand);
        await volg(verwijzingen(bestand, tekens));
      }
    };
    await volg(verwijzingen(html, tekens));
    const som = (soort: RegExp): number => bestanden.filter((b) => soort.test(b.soort)).reduce((n, b) => n + b.bytes, 0);
    const js = som(/javascript/);
    const totaal = som(/./);
    return [{
      naam: 'pagina-melden', verhouding: totaal / MEEST, per_s: null, p50_ms: null, p99_ms: null, js_bytes: js, totaal_bytes: totaal,
      html_bytes: html.bytes, html_gzip_bytes: gzipSync(html.tekst).length, css_bytes: som(/css/), font_bytes: som(/font/), beeld_bytes: som(/image/), aantal_bestanden: bestanden.length,
      doel: `JavaScript ≤ ${MEEST_JS / 1000} kB, alles ≤ ${MEEST / 1000} kB`, gehaald: js <= MEEST_JS && totaal <= MEEST,
    }];
  } finally {
    await app.stop();
  }
}

interface Bestand {
  pad: string;
  soort: string;
  tekst: Buffer;
  bytes: number;
}

/** Addresses that a browser fetches by itself because of this file, for a page with these characters. */
function verwijzingen({ pad, soort, tekst }: Bestand, tekens: ReadonlySet<number>): string[] {
  const inhoud = tekst.toString('utf8');
  const op = (patroon: RegExp, waarin = inhoud): string[] => [...waarin.matchAll(patroon)].map((m) => new URL(m[1] ?? '', `http://x${pad}`).pathname);
  if (soort === 'text/html') return [...op(/<link\b[^>]*\brel="(?:stylesheet|icon|preload|modulepreload)"[^>]*\bhref="([^"]+)"/g), ...op(/<(?:script|img)\b[^>]*\bsrc="([^"]+)"/g)];
  if (soort === 'text/javascript') return op(/(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']/g);
  if (soort !== 'text/css') return [];
  // Of a font only the sets in which a character of this page lies.
  return inhoud.split('@font-face').flatMap((deel, i) => {
    const bereik = i === 0 ? undefined : /^\s*\{[^}]*unicode-range:\s*([^;}]+)/.exec(deel)?.[1];
    return bereik === undefined || nodig(bereik, tekens) ? op(/url\(["']?((?!data:)[^"')]+)["']?\)/g, deel) : [];
  });
}

/** Whether one of these characters lies in a unicode-range such as "U+0000-00FF, U+0131". */
function nodig(bereik: string, tekens: ReadonlySet<number>): boolean {
  const delen = [...bereik.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(([, van = '', tot = van]) => [Number.parseInt(van, 16), Number.parseInt(tot, 16)] as const);
  return [...tekens].some((t) => delen.some(([van, tot]) => t >= van && t <= tot));
}
