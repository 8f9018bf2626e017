import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { beeldmerkSvg } from './beeldmerk.ts';
import { RUGDEKKING, kleurenCss } from './kleuren.ts';

/** What the build made; names carry the hash of their content, so they may be kept for ever. */
export interface Manifest {
  /** Stylesheets a page links, in order. */
  css: string[];
  /** Scripts every page loads as modules; what they load themselves is in `bestanden` only. */
  js: string[];
  /** Icon for the browser's tab. */
  icoon: string;
  /** Everything in the folder, fonts too. */
  bestanden: { naam: string; bytes: number; soort: Soort }[];
}

const SOORTEN = { css: 'text/css', js: 'text/javascript', woff2: 'font/woff2', svg: 'image/svg+xml' } as const;
type Soort = (typeof SOORTEN)[keyof typeof SOORTEN];
const WORTEL = import.meta.dirname;
/** What every page loads. */
const INGANGEN = ['stijl/index.css', 'eilanden/index.ts'] as const;

/** The colours are written once, in kleuren.ts; here they join the stylesheet. */
const kleurenPlugin: Plugin = {
  name: 'kleuren',
  setup(b) {
    b.onResolve({ filter: /^rugdekking:kleuren$/ }, () => ({ path: 'kleuren', namespace: 'rugdekking' }));
    b.onLoad({ filter: /.*/, namespace: 'rugdekking' }, () => ({ contents: kleurenCss(RUGDEKKING), loader: 'css' }));
  },
};

/** Builds stylesheet, islands and fonts into the folder `uit`, with manifest.json. Throws when something does not build. */
export async function bouwMiddelen({ uit }: { uit: string }): Promise<Manifest> {
  await mkdir(uit, { recursive: true });
  const { metafile } = await build({
    entryPoints: { rugdekking: join(WORTEL, INGANGEN[0]), eilanden: join(WORTEL, INGANGEN[1]) },
    outdir: uit,
    bundle: true,
    minify: true,
    format: 'esm',
    // What only a few pages need is a file of its own, loaded by them.
    splitting: true,
    chunkNames: '[name]-[hash]',
    target: ['es2022', 'chrome120', 'firefox121', 'safari16.4'],
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file' },
    legalComments: 'none',
    charset: 'utf8',
    metafile: true,
    logLevel: 'silent',
    plugins: [kleurenPlugin],
    absWorkingDir: WORTEL,
  });
  const bestanden: Manifest['bestanden'] = Object.entries(metafile.outputs).map(([pad, { bytes }]) => {
    const naam = basename(pad);
    const soort = SOORTEN[naam.split('.').pop() as keyof typeof SOORTEN];
    return { naam, bytes, soort };
  });
  const teken = beeldmerkSvg(RUGDEKKING.licht);
  const icoon = `beeldmerk-${createHash('sha256').update(teken).digest('hex').slice(0, 8).toUpperCase()}.svg`;
  await writeFile(join(uit, icoon), teken);
  bestanden.push({ naam: icoon, bytes: Buffer.byteLength(teken), soort: SOORTEN.svg });
  const begin = Object.entries(metafile.outputs).filter(([, u]) => u.entryPoint !== undefined && INGANGEN.some((i) => i === u.entryPoint)).map(([pad]) => basename(pad));
  const van = (soort: string): string[] => bestanden.filter((b) => b.soort === soort && begin.includes(b.naam)).map((b) => b.naam);
  const manifest: Manifest = { css: van('text/css'), js: van('text/javascript'), icoon, bestanden };
  await writeFile(join(uit, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
