import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import type { Context as HonoContext, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { THEMA_KOEKJE, type Middelen } from '../../ontwerp/index.ts';

const TYPEN: Record<string, string> = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', woff2: 'font/woff2', svg: 'image/svg+xml' };
/** Names carry the hash of their content, so a browser may keep them. */
const VOOR_ALTIJD = 'public, max-age=31536000, immutable';
const PAD = '/middelen';

interface Manifest {
  css: string[];
  js: string[];
  icoon: string;
  bestanden: { naam: string }[];
}

/**
 * Stylesheets, scripts and fonts of the build, read once into memory and served with what was compressed in advance. Pages
 * themselves are not compressed: they hold the token against forged requests beside what someone typed (the BREACH attack).
 */
export function dienMiddelenOp(hono: Hono, map: string, huisstijlen: Readonly<Record<string, string>> = {}): (slug: string, c?: HonoContext) => Middelen {
  const manifest = JSON.parse(readFileSync(join(map, 'manifest.json'), 'utf8')) as Manifest;
  const lees = (naam: string): Buffer | undefined => (existsSync(join(map, naam)) ? readFileSync(join(map, naam)) : undefined);
  const voorraad = new Map(manifest.bestanden.map(({ naam }) => [naam, { gewoon: lees(naam), br: lees(`${naam}.br`), gz: lees(`${naam}.gz`) }]));
  const stijlnaam = (slug: string): string => `huisstijl-${slug}-${createHash('sha256').update(huisstijlen[slug] ?? '').digest('hex').slice(0, 8)}.css`;
  for (const [slug, inhoud] of Object.entries(huisstijlen)) voorraad.set(stijlnaam(slug), { gewoon: Buffer.from(inhoud), br: undefined, gz: undefined });
  hono.get(`${PAD}/:naam`, (c) => {
    const bestand = voorraad.get(c.req.param('naam'));
    if (!bestand?.gewoon) return c.notFound();
    const soort = TYPEN[c.req.param('naam').split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    const mag = c.req.header('accept-encoding') ?? '';
    const koppen = { 'Content-Type': soort, 'Cache-Control': VOOR_ALTIJD, Vary: 'Accept-Encoding' };
    if (bestand.br && /\bbr\b/.test(mag)) return c.body(new Uint8Array(bestand.br), 200, { ...koppen, 'Content-Encoding': 'br' });
    if (bestand.gz && /\bgzip\b/.test(mag)) return c.body(new Uint8Array(bestand.gz), 200, { ...koppen, 'Content-Encoding': 'gzip' });
    return c.body(new Uint8Array(bestand.gewoon), 200, koppen);
  });
  const css = manifest.css.map((n) => `${PAD}/${n}`);
  const js = manifest.js.map((n) => `${PAD}/${n}`);
  return (slug, c) => {
    const thema = c === undefined ? undefined : getCookie(c, THEMA_KOEKJE);
    return {
      css: slug in huisstijlen ? [...css, `${PAD}/${stijlnaam(slug)}`] : css, js, icoon: `${PAD}/${manifest.icoon}`,
      ...(thema === 'licht' || thema === 'donker' ? { thema } : {}),
    };
  };
}
