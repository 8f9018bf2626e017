import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bouwMiddelen, type Manifest } from './bouw.ts';
import { rendeer } from './index.ts';
import { VOORBEELDEN } from './voorbeelden.tsx';

let uit: string;
let manifest: Manifest;
beforeAll(async () => {
  uit = await mkdtemp(join(tmpdir(), 'rugdekking-middelen-'));
  manifest = await bouwMiddelen({ uit });
});
afterAll(() => rm(uit, { recursive: true }));

const inhoud = (naam: string): Promise<Buffer> => readFile(join(uit, naam));

test('the manifest lists what is there, under names that carry the hash of the content', async () => {
  expect(JSON.parse((await inhoud('manifest.json')).toString())).toEqual(manifest);
  expect(manifest.css).toHaveLength(1);
  expect(manifest.js).toHaveLength(1);
  for (const { naam, bytes } of manifest.bestanden) {
    expect(naam).toMatch(/-[0-9A-Z]{8}\.(css|js|woff2|svg)$/);
    expect((await inhoud(naam)).byteLength).toBe(bytes);
  }
});

test('building twice gives the same names', async () => {
  const nogEens = await mkdtemp(join(tmpdir(), 'rugdekking-middelen-'));
  try {
    expect(await bouwMiddelen({ uit: nogEens })).toEqual(manifest);
  } finally {
    await rm(nogEens, { recursive: true });
  }
});

test('the islands stay within 6 kB, and the whole first reporting page within 60 kB, fonts included', async () => {
  const js = gzipSync(await inhoud(manifest.js[0] ?? '')).byteLength;
  const css = gzipSync(await inhoud(manifest.css[0] ?? '')).byteLength;
  const letters = manifest.bestanden.filter((b) => /-latin-(400|600)-/.test(b.naam));
  const melden = VOORBEELDEN['melden'];
  const html = brotliCompressSync(rendeer(melden?.({ css: manifest.css, js: manifest.js }) ?? <p />)).byteLength;
  expect(js).toBeLessThan(6_000);
  expect(letters).toHaveLength(2);
  expect(js + css + html + letters.reduce((som, b) => som + b.bytes, 0)).toBeLessThan(60_000);
});

test('every property that a style asks for has a value, from us', async () => {
  const css = (await inhoud(manifest.css[0] ?? '')).toString();
  const gezet = new Set([...css.matchAll(/(--(?:ams|rd|_)[a-z0-9_-]*)\s*:/g)].map((m) => m[1]));
  const gevraagd = new Set([...css.matchAll(/var\((--[a-z0-9_-]+)/g)].map((m) => m[1]));
  expect(gevraagd.size).toBeGreaterThan(200);
  expect([...gevraagd].filter((naam) => !gezet.has(naam))).toEqual([]);
});

test('no value is set that no style asks for', async () => {
  const css = (await inhoud(manifest.css[0] ?? '')).toString();
  const gezet = new Set([...css.matchAll(/[{;](--(?:ams|rd)-[a-z0-9-]+):/g)].map((m) => m[1]));
  const gevraagd = new Set([...css.matchAll(/var\((--[a-z0-9_-]+)/g)].map((m) => m[1]));
  // The one that the library sets on its own button, for its own icons.
  gezet.delete('--ams-icon-line-height');
  expect([...gezet].filter((naam) => !gevraagd.has(naam))).toEqual([]);
});

test('the styles ask nothing of another server and carry no data addresses (strict content policy)', async () => {
  const css = (await inhoud(manifest.css[0] ?? '')).toString();
  const adressen = [...css.matchAll(/url\(([^)]+)\)/g)].map((m) => m[1]?.replaceAll(/["']/g, ''));
  expect(adressen.length).toBeGreaterThan(0);
  for (const adres of adressen) expect(adres).toMatch(/^\.\/[\w-]+\.woff2$/);
});
