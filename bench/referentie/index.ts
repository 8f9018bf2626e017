import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type pg from 'pg';
import { maakToegang } from './database.ts';
import { dossier } from './dossier.ts';
import { pagina } from './html.ts';
import { lijst } from './lijst.ts';
import { melden } from './melden.ts';
import { zoekWie } from './wie.ts';

/**
 * The yardstick: node:http and pg, nothing else. The same session lookup, the same statements and rows as the pages of the application, HTML
 * of about the same size from string concatenation. No framework, no views, no validation, no security headers, no logging.
 * `node bench/referentie/index.ts '{"poort":…,"rls":true,"verbindingen":10,"verbinding":{…}}'`
 */
const opdracht = JSON.parse(process.argv[2] ?? '{}') as { poort: number; rls: boolean; verbindingen: number; verbinding: pg.ClientConfig };
const db = maakToegang(opdracht.verbinding, opdracht.rls, opdracht.verbindingen);
/** Bytes to add to a page, as measured on the application at the start of a run. */
const opvulling: Record<string, string> = {};

async function antwoord(verzoek: IncomingMessage, uit: ServerResponse): Promise<void> {
  const url = new URL(verzoek.url ?? '/', 'http://localhost');
  if (url.pathname === '/healthz') return stuur(uit, 200, 'ok');
  if (url.pathname === '/opvulling') {
    opvulling[url.searchParams.get('pagina') ?? ''] = 'x'.repeat(Number(url.searchParams.get('bytes')));
    return stuur(uit, 200, 'ok');
  }
  const wie = await zoekWie(db, verzoek.headers.cookie);
  if (wie === null) return stuur(uit, 401, 'Meld je aan');
  if (url.pathname === '/dossiers') {
    const soort = url.searchParams.has('woord') ? 'zoek' : 'lijst';
    return stuur(uit, 200, pagina('Dossiers', wie.naam, await lijst(db, wie, url.searchParams), opvulling[soort] ?? ''));
  }
  const concept = verzoek.method === 'POST' ? /^\/melden\/([0-9a-f-]{36})\/nakijken$/.exec(url.pathname)?.[1] : undefined;
  if (concept !== undefined) {
    const dossierId = await melden(db, wie, concept, new URLSearchParams(await lijf(verzoek)), verzoek.socket.remoteAddress ?? '', randomUUID());
    if (dossierId === null) return stuur(uit, 403, 'Open het formulier opnieuw');
    uit.writeHead(303, { Location: `/melden/verstuurd/${dossierId}`, 'Content-Length': 0 });
    uit.end();
    return;
  }
  const id = /^\/dossiers\/([0-9a-f-]{36})$/.exec(url.pathname)?.[1];
  if (id !== undefined) {
    const inhoud = await dossier(db, wie, id, verzoek.socket.remoteAddress ?? '', randomUUID());
    return inhoud === null ? stuur(uit, 404, 'Niet gevonden') : stuur(uit, 200, pagina('Dossier', wie.naam, inhoud, opvulling.dossier ?? ''));
  }
  return stuur(uit, 404, 'Niet gevonden');
}

async function lijf(verzoek: IncomingMessage): Promise<string> {
  const delen: Buffer[] = [];
  for await (const deel of verzoek) delen.push(deel as Buffer);
  return Buffer.concat(delen).toString('utf8');
}

function stuur(uit: ServerResponse, status: number, html: string): void {
  uit.writeHead(status, { 'Content-Type': 'text/html; charset=UTF-8', 'Content-Length': Buffer.byteLength(html) });
  uit.end(html);
}

createServer((verzoek, uit) => {
  antwoord(verzoek, uit).catch((oorzaak: unknown) => {
    process.stderr.write(`${oorzaak instanceof Error ? (oorzaak.stack ?? oorzaak.message) : String(oorzaak)}\n`);
    stuur(uit, 500, 'Er ging iets mis');
  });
}).listen(opdracht.poort, '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
