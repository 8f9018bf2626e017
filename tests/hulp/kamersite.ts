import { csrfToken, maakApp, naarVelden, type Site, type Velden } from '../../src/platform/http/index.ts';
import { maakLogboek } from '../../src/platform/logboek/index.ts';
import type { Id } from '../../src/kern/ids.ts';
import type { Testdeuren } from './deuren.ts';
import type { Antwoord } from './sessie.ts';

const OORSPRONG = 'https://rugdekking.example';

/** Pages of rooms without sign-in and without a listening server: who asks is said with each request. */
export interface Kamersite {
  haal(wie: Id, pad: string): Promise<Antwoord>;
  /** Sends the fields as a form of this site does, with the token and a fresh key unless given. */
  verstuur(wie: Id, pad: string, velden: Velden, koppen?: Record<string, string>): Promise<Antwoord>;
  upload(wie: Id, pad: string, velden: Record<string, string>, bestanden: readonly { veld?: string; naam: string; inhoud: Buffer }[]): Promise<Antwoord>;
}

export function maakKamersite(deuren: Testdeuren, organisatieId: Id, registreer: (site: Site) => void): Kamersite {
  const app = maakApp({
    deuren, logboek: maakLogboek({ niveau: 'silent' }), menu: [], demo: false, middelen: () => ({ css: [], js: [] }), oorsprong: () => OORSPRONG, ip: () => '192.0.2.1', verzoekId: () => 'proef',
    zoekSessie: async (c) => deuren.sessie(organisatieId, c.req.header('x-wie') ?? ''), bewaarOnderbroken: async () => undefined, begrens: async () => undefined,
    zetFlits: (c, bericht) => c.header('x-flits', encodeURIComponent(bericht)), neemFlits: () => undefined,
  });
  registreer(app.site);
  const doe = async (wie: Id, pad: string, init: { method: string; body?: string | FormData; headers?: Record<string, string> }): Promise<Antwoord> => {
    const uit = await app.hono.request(new URL(pad, OORSPRONG), { ...init, headers: { accept: 'text/html', 'x-wie': wie, 'sec-fetch-site': 'same-origin', ...init.headers } });
    return { status: uit.status, naar: uit.headers.get('location'), tekst: await uit.text(), koppen: uit.headers };
  };
  const token = async (wie: Id): Promise<string> => {
    const { geheim } = await deuren.sessie(organisatieId, wie);
    return csrfToken(geheim);
  };
  return {
    haal: (wie, pad) => doe(wie, pad, { method: 'GET' }),
    async verstuur(wie, pad, velden, koppen = {}) {
      const paren = Object.entries({ _csrf: await token(wie), _sleutel: crypto.randomUUID(), ...velden }).flatMap(([n, w]) => (Array.isArray(w) ? w.map((x): [string, string] => [n, x]) : [[n, w] as [string, string]]));
      return doe(wie, pad, { method: 'POST', body: new URLSearchParams(paren).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', ...koppen } });
    },
    async upload(wie, pad, velden, bestanden) {
      const form = new FormData();
      for (const [naam, w] of Object.entries({ _csrf: await token(wie), _sleutel: crypto.randomUUID(), ...velden })) form.append(naam, w);
      for (const b of bestanden) form.append(b.veld ?? 'bestanden', new File([new Uint8Array(b.inhoud)], b.naam));
      return doe(wie, pad, { method: 'POST', body: form });
    },
  };
}

/** What the fields of the form to `actie` hold on a page, as a browser would send them untouched: inputs, texts and choices. */
export function veldenOp(tekst: string, actie: string): Velden {
  const form = new RegExp(`<form[^>]*action="${actie.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"[^>]*>([\\s\\S]*?)</form>`).exec(tekst)?.[1];
  if (form === undefined) throw new Error(`geen formulier naar ${actie}`);
  const paren: [string, string][] = [];
  for (const m of form.matchAll(/<input[^>]*>|<textarea[^>]*>[\s\S]*?<\/textarea>|<select[^>]*>[\s\S]*?<\/select>/g)) {
    const [stuk] = m;
    const naam = /\bname="([^"]*)"/.exec(stuk)?.[1];
    if (naam === undefined || /type="file"/.test(stuk) || (/type="(radio|checkbox)"/.test(stuk) && !/\bchecked/.test(stuk))) continue;
    const waarde = stuk.startsWith('<textarea') ? /<textarea[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(stuk)?.[1]
      : stuk.startsWith('<select') ? /<option[^>]*\bselected[^>]*>/.exec(stuk)?.[0].match(/value="([^"]*)"/)?.[1]
        : /\bvalue="([^"]*)"/.exec(stuk)?.[1];
    paren.push([naam, uitHtml(waarde ?? '')]);
  }
  return naarVelden(paren);
}

function uitHtml(tekst: string): string {
  const tekens: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return tekst.replace(/&(amp|lt|gt|quot|#39);/g, (_, t: string) => tekens[t] ?? '');
}
