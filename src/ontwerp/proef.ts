// For tests: the gallery and the sample pages on a real server, under the content policy of production, in a real browser.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { h, type VNode } from 'preact';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { bouwMiddelen } from './bouw.ts';
import { Galerij } from './galerij.tsx';
import { rendeer, type Middelen } from './index.ts';
import { VOORBEELDEN } from './voorbeelden.tsx';

const BELEID =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

export interface Proef {
  /** What the browser sent: method, path and body of each POST, in order. */
  verstuurd: { pad: string; inhoud: string }[];
  /** Status the server answers on POST; 204 unless set. */
  antwoord: { status: number };
  /** A page of its own context; what the console or the content policy complained about lands in `klachten`. */
  open(naam: string, opties?: BrowserContextOptions): Promise<{ pagina: Page; klachten: string[] }>;
  stop(): Promise<void>;
}

export const BREEDTES = { telefoon: { width: 390, height: 844 }, smal: { width: 320, height: 640 }, bureau: { width: 1366, height: 900 } } as const;

/** Starts server and browser; `stop` ends both. */
export async function startProef(): Promise<Proef> {
  const uit = await mkdtemp(join(tmpdir(), 'rugdekking-proef-'));
  const manifest = await bouwMiddelen({ uit });
  const soorten = new Map(manifest.bestanden.map((b) => [b.naam, b.soort]));
  const verstuurd: Proef['verstuurd'] = [];
  const antwoord = { status: 204 };
  const middelen: Middelen = { css: manifest.css.map((n) => `/m/${n}`), js: manifest.js.map((n) => `/m/${n}`), icoon: `/m/${manifest.icoon}` };

  const server = createServer((vraag, uitvoer) => {
    const pad = new URL(vraag.url ?? '/', 'http://x').pathname.slice(1);
    if (vraag.method === 'POST') {
      const delen: Buffer[] = [];
      vraag.on('data', (deel: Buffer) => delen.push(deel));
      vraag.on('end', () => {
        verstuurd.push({ pad, inhoud: Buffer.concat(delen).toString() });
        uitvoer.writeHead(antwoord.status).end();
      });
      return;
    }
    const soort = soorten.get(pad.replace(/^m\//, ''));
    const maak = pad === 'galerij' ? (m: Middelen) => h(Galerij, { middelen: m }) as VNode : VOORBEELDEN[pad];
    if (soort) {
      uitvoer.setHeader('content-type', soort);
      readFile(join(uit, pad.slice(2))).then((inhoud) => uitvoer.end(inhoud), () => uitvoer.writeHead(500).end());
    } else if (maak) {
      uitvoer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': BELEID });
      uitvoer.end(rendeer(maak(middelen)));
    } else uitvoer.writeHead(404).end();
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const adres = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

  return {
    verstuurd,
    antwoord,
    async open(naam, opties = {}) {
      const context = await browser.newContext({ viewport: BREEDTES.bureau, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', ...opties });
      const pagina = await context.newPage();
      const klachten: string[] = [];
      pagina.on('console', (regel) => {
        if (regel.type() === 'error' || regel.type() === 'warning') klachten.push(regel.text());
      });
      pagina.on('pageerror', (fout) => klachten.push(fout.message));
      await pagina.goto(`${adres}/${naam}`);
      return { pagina, klachten };
    },
    async stop() {
      await browser.close();
      await new Promise((klaar) => server.close(klaar));
      await rm(uit, { recursive: true });
    },
  };
}
