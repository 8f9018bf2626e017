// npm test: sets up what the checks need (system packages, npm packages, build), runs every check and closes with "N passed, N failed".
// `npm test -- <path>` hands its words to vitest; the other checks run all the same.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Startfout, WORTEL, meldEnStop, stap, vindNode, zorgVoorBouw, zorgVoorPakketten } from './gereed.mjs';

/** What tests use of the machine: a program (any of these names), and the Debian package that brings it. */
const SYSTEEM = [
  { programmas: ['chromium', 'chromium-browser', 'google-chrome'], pakket: 'chromium' },
  { programmas: ['clamd'], pakket: 'clamav-daemon' },
  { programmas: ['pdftotext'], pakket: 'poppler-utils' },
  { programmas: ['setpriv', 'flock'], alle: true, pakket: 'util-linux' },
  { programmas: ['fc-list'], pakket: 'fontconfig' },
  { lettertype: 'Liberation', pakket: 'fonts-liberation' },
];

const begin = performance.now();
const map = mkdtempSync(path.join(tmpdir(), 'rugdekking-check-'));
try {
  await stap('Programma’s van het systeem', zorgVoorSysteem, process.stdout);
  await zorgVoorPakketten();
  const node = vindNode();
  const mislukt = [];
  const controle = async (naam, script, ...argumenten) => {
    const { code, uitvoer } = await draai(node, [path.join('node_modules', script), ...argumenten]);
    if (code !== 0) {
      mislukt.push(naam);
      process.stdout.write(`\n${uitvoer.trim()}\n\n`);
      throw new Startfout(naam);
    }
  };
  const stil = (belofte) => belofte.catch((oorzaak) => {
    if (!(oorzaak instanceof Startfout)) throw oorzaak;
  });

  // Two at a time, for two cores.
  await Promise.all([
    stil(stap('Typen (tsc)', () => controle('tsc', 'typescript/bin/tsc', '--noEmit'), process.stdout)),
    (async () => {
      await stil(stap('Regels voor code (oxlint)', () => controle('oxlint', 'oxlint/bin/oxlint', '--deny-warnings'), process.stdout));
      await stil(stap('Pijlen tussen kamers (dependency-cruiser)', () =>
        controle('dependency-cruiser', 'dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.mjs', 'src', 'tests', 'bench', 'scripts', 'bin'), process.stdout));
    })(),
  ]);
  await zorgVoorBouw(node).catch((oorzaak) => {
    if (!(oorzaak instanceof Startfout)) throw oorzaak;
    mislukt.push('bouw');
    process.stdout.write(`\n${oorzaak.message}\n`);
  });

  const verslag = path.join(map, 'vitest.json');
  const code = await new Promise((klaar, fout) => {
    const kind = spawn(node, [path.join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${verslag}`, ...process.argv.slice(2)], {
      cwd: WORTEL, stdio: ['ignore', 'inherit', 'inherit'], env: schoneOmgeving(),
    });
    kind.once('error', fout);
    kind.once('close', klaar);
  });
  const { geslaagd, gezakt } = tel(verslag, code);
  process.stdout.write(`\nAlles bij elkaar ${((performance.now() - begin) / 1000).toFixed(0)} s.${mislukt.length > 0 ? ` Niet in orde: ${mislukt.join(', ')}.` : ''}\n`);
  process.stdout.write(`${geslaagd} passed, ${gezakt + mislukt.length} failed\n`);
  process.exitCode = gezakt + mislukt.length > 0 ? 1 : 0;
} catch (oorzaak) {
  meldEnStop(oorzaak);
} finally {
  rmSync(map, { recursive: true, force: true });
}

/** From vitest's own report. A file that did not load, an error outside a test or no report at all is a failure too. */
function tel(verslag, code) {
  let rapport;
  try {
    rapport = JSON.parse(readFileSync(verslag, 'utf8'));
  } catch {
    return { geslaagd: 0, gezakt: 1 };
  }
  const nietGeladen = rapport.testResults.filter((bestand) => bestand.status === 'failed' && bestand.assertionResults.every((t) => t.status !== 'failed')).length;
  const gezakt = rapport.numFailedTests + nietGeladen;
  return { geslaagd: rapport.numPassedTests, gezakt: gezakt === 0 && code !== 0 ? 1 : gezakt };
}

async function zorgVoorSysteem() {
  const nodig = SYSTEEM.filter((s) => !isAanwezig(s)).map(({ pakket }) => pakket);
  if (nodig.length === 0) return;
  const hand = `Installeer deze programma’s en draai de controles opnieuw: ${nodig.join(', ')}\n  (Debian of Ubuntu: sudo apt-get install ${nodig.join(' ')})`;
  const alsRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const mag = alsRoot.length === 0 || spawnSync('sudo', ['-n', 'true']).status === 0;
  if (!mag || vindOpPad('apt-get') === undefined) throw new Startfout(hand);
  for (const deel of [['update', '-q'], ['install', '-q', '-y', '--no-install-recommends', ...nodig]]) {
    const [programma, ...rest] = [...alsRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...deel];
    const { code, uitvoer } = await draai(programma, rest);
    if (code !== 0) throw new Startfout(`${uitvoer.trim()}\n\n${hand}`);
  }
  const weg = SYSTEEM.filter((s) => !isAanwezig(s)).map(({ pakket }) => pakket);
  if (weg.length > 0) throw new Startfout(`Na het installeren ontbreekt nog: ${weg.join(', ')}.`);
}

function isAanwezig({ programmas, alle, lettertype }) {
  if (lettertype !== undefined) return spawnSync('fc-list', [], { encoding: 'utf8' }).stdout?.includes(lettertype) === true;
  return alle === true ? programmas.every(vindOpPad) : programmas.some(vindOpPad);
}

function vindOpPad(programma) {
  return systeempad().split(':').map((deel) => path.join(deel, programma)).find((plek) => {
    try {
      accessSync(plek, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Settings of an installation on this machine are not about the tests. */
function schoneOmgeving() {
  const eigen = Object.entries(process.env).filter(([naam]) => !/^(RUGDEKKING_|DATABASE_|PG|SMTP_|PORT$|HOST$)/.test(naam));
  return { ...Object.fromEntries(eigen), PATH: systeempad() };
}

/** A normal user's path often lacks the folders where clamd stands. */
function systeempad() {
  const mappen = (process.env.PATH ?? '').split(':');
  return [...mappen, ...['/usr/local/sbin', '/usr/sbin', '/sbin'].filter((deel) => !mappen.includes(deel))].join(':');
}

function draai(programma, argumenten) {
  return new Promise((klaar, fout) => {
    const kind = spawn(programma, argumenten, { cwd: WORTEL, stdio: ['ignore', 'pipe', 'pipe'] });
    let uitvoer = '';
    kind.stdout.on('data', (stuk) => (uitvoer += stuk));
    kind.stderr.on('data', (stuk) => (uitvoer += stuk));
    kind.once('error', fout);
    kind.once('close', (code) => klaar({ code, uitvoer }));
  });
}
