import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { maakAanmelden, type Aanmelden, type AanmeldConfig } from '../../src/aanmelden/index.ts';
import { maakDeuren } from '../../src/platform/deuren/index.ts';
import { dienMiddelenOp, maakApp, naarVelden, type App, type Velden } from '../../src/platform/http/index.ts';
import type { Middelen } from '../../src/ontwerp/index.ts';
import { bouwMiddelen } from '../../src/ontwerp/bouw.ts';
import type { Sleutels } from '../../src/platform/geheim/index.ts';
import { maakLogboek } from '../../src/platform/logboek/index.ts';
import type { Db } from '../../src/platform/database/index.ts';
import type { Testklok } from './deuren.ts';

export interface Testsite {
  app: App;
  aanmelden: Aanmelden;
  browser(useragent?: string): Testbrowser;
  oorsprong: string;
}

/** The web application with sign-in and, by `registreer`, whatever pages a test needs; without a listening server. */
export function maakTestsite(db: Db, klok: Testklok, config: AanmeldConfig, opties: { oorsprong?: string; middelenmap?: string; sleutels?: Sleutels; registreer?: (app: App) => void } = {}): Testsite {
  const oorsprong = opties.oorsprong ?? 'https://rugdekking.example';
  const logboek = maakLogboek({ niveau: 'silent' });
  let middelen: (slug: string) => Middelen = () => ({ css: [], js: [] });
  const basis = { oorsprong: () => oorsprong, ip: () => '192.0.2.1', verzoekId: () => 'proef', middelen: (slug: string) => middelen(slug), logboek, begrens: async () => undefined };
  const aanmelden = maakAanmelden({ ...basis, db, klok, config, sleutels: opties.sleutels ?? [randomBytes(32)] });
  let flits: string | undefined;
  const app = maakApp({
    ...basis, deuren: maakDeuren(db, klok), menu: [], demo: config.demo !== null, zoekSessie: aanmelden.zoekSessie, bewaarOnderbroken: aanmelden.bewaarOnderbroken,
    zetFlits: (_, bericht) => void (flits = bericht),
    neemFlits: () => {
      const was = flits;
      flits = undefined;
      return was;
    },
  });
  if (opties.middelenmap !== undefined) middelen = dienMiddelenOp(app.hono, opties.middelenmap);
  aanmelden.registreer(app);
  opties.registreer?.(app);
  return { app, aanmelden, oorsprong, browser: (useragent) => new Testbrowser(app, oorsprong, useragent) };
}

/** The same with a server that listens and the built stylesheets and scripts, for a real browser. */
export async function startTestsite(db: Db, klok: Testklok, config: AanmeldConfig, opties: { registreer?: (app: App) => void } = {}): Promise<Testsite & { stop(): Promise<void> }> {
  const middelenmap = await mkdtemp(join(tmpdir(), 'rd-testsite-'));
  await bouwMiddelen({ uit: middelenmap });
  // The site needs its address, the server something to serve.
  const nu: { site?: Testsite } = {};
  const server = await new Promise<ReturnType<typeof serve>>((klaar) => {
    const s = serve({ fetch: (verzoek) => nu.site?.app.hono.fetch(verzoek) ?? new Response(null, { status: 503 }), hostname: '127.0.0.1', port: 0 }, () => klaar(s));
  });
  const adres = server.address();
  if (adres === null || typeof adres === 'string') throw new Error('geen poort');
  const site = maakTestsite(db, klok, config, { ...opties, middelenmap, oorsprong: `http://localhost:${adres.port}` });
  nu.site = site;
  return {
    ...site,
    async stop() {
      await new Promise((klaar) => server.close(klaar));
      await rm(middelenmap, { recursive: true });
    },
  };
}

export interface Antwoord {
  status: number;
  naar: string | null;
  tekst: string;
  koppen: Headers;
}

/** A browser as far as sign-in needs one: keeps cookies, sends forms as its own site, follows nothing by itself. */
export class Testbrowser {
  readonly koekjes = new Map<string, string>();
  readonly #app: App;
  readonly #oorsprong: string;
  readonly #useragent: string;

  constructor(app: App, oorsprong: string, useragent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0') {
    this.#app = app;
    this.#oorsprong = oorsprong;
    this.#useragent = useragent;
  }

  async haal(pad: string, koppen: Record<string, string> = {}): Promise<Antwoord> {
    return this.#doe(pad, { method: 'GET', headers: koppen });
  }

  async verstuur(pad: string, velden: Velden | URLSearchParams, koppen: Record<string, string> = {}): Promise<Antwoord> {
    const paren = velden instanceof URLSearchParams ? [...velden] : Object.entries(velden).flatMap(([n, w]) => (Array.isArray(w) ? w.map((x): [string, string] => [n, x]) : [[n, w] as [string, string]]));
    return this.#doe(pad, {
      method: 'POST', body: new URLSearchParams(paren).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', origin: this.#oorsprong, ...koppen },
    });
  }

  async #doe(pad: string, init: { method: string; body?: string; headers: Record<string, string> }): Promise<Antwoord> {
    const koek = [...this.koekjes].map(([n, w]) => `${n}=${w}`).join('; ');
    const uit = await this.#app.hono.request(new URL(pad, this.#oorsprong), { ...init, headers: { accept: 'text/html', 'user-agent': this.#useragent, ...(koek ? { cookie: koek } : {}), ...init.headers } });
    for (const regel of uit.headers.getSetCookie()) {
      const [, naam, waarde] = /^([^=]+)=([^;]*)/.exec(regel) ?? [];
      if (naam === undefined || waarde === undefined) continue;
      if (/max-age=0/i.test(regel)) this.koekjes.delete(naam);
      else this.koekjes.set(naam, waarde);
    }
    return { status: uit.status, naar: uit.headers.get('location'), tekst: await uit.text(), koppen: uit.headers };
  }
}

/** The fields of the form on a page that is sent to `actie`, hidden ones too, as the browser would send them untouched. */
export function formulierOp(tekst: string, actie: string): Velden {
  const form = new RegExp(`<form[^>]*action="${actie.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"[^>]*>([\\s\\S]*?)</form>`).exec(tekst)?.[1];
  if (form === undefined) throw new Error(`geen formulier naar ${actie}`);
  const paren: [string, string][] = [];
  for (const [invoer] of form.matchAll(/<input(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*\/?>/g)) {
    const naam = /\bname="([^"]*)"/.exec(invoer)?.[1];
    if (naam === undefined || (/type="(radio|checkbox)"/.test(invoer) && !/\bchecked/.test(invoer))) continue;
    paren.push([uitHtml(naam), uitHtml(/\bvalue="([^"]*)"/.exec(invoer)?.[1] ?? '')]);
  }
  return naarVelden(paren);
}

function uitHtml(tekst: string): string {
  const tekens: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return tekst.replace(/&(amp|lt|gt|quot|#39);/g, (_, t: string) => tekens[t] ?? '');
}
