// Makes a checkout ready to run, with nothing but the machine's own Node (20 or newer) and npm: packages, then the build.
// Plain JavaScript without dependencies, because it runs before there are any.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';

export const WORTEL = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
export const PROGRAMMA = path.join(WORTEL, 'dist', 'rugdekking.mjs');
const NODE_NODIG = 24;
/** A small nursery and a heap that grows by a quarter at a time: about half the memory at nearly the same speed (--optimize-for-size made a page three times slower). The Dockerfile has the same. */
export const NODE_OPTIES = ['--max-semi-space-size=8', '--heap-growing-percent=25'];
/** One arena for all threads, and what is freed goes back at once: 20 to 30 MB less. */
export const NODE_OMGEVING = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '65536' };

/** An error whose text is meant for the person at the keyboard; anything else is a defect and keeps its stack. */
export class Startfout extends Error {}

let bezig = 0;

/** Runs `doe` and says what is happening and how long it takes: on a terminal each second, elsewhere each ten seconds. */
export async function stap(naam, doe, uit = process.stderr) {
  const begin = performance.now();
  const duur = () => ` (${((performance.now() - begin) / 1000).toFixed(1).replace('.', ',')} s)`;
  // One line that is written over; with two steps at once they would write over each other.
  const loopt = () => {
    if (!uit.isTTY) uit.write(`… ${naam}${duur()}\n`);
    else if (bezig === 1) uit.write(`\r\u001b[K… ${naam}${duur()}`);
  };
  const klaar = (teken) => uit.write(`${uit.isTTY ? '\r\u001b[K' : ''}${teken} ${naam}${duur()}\n`);
  bezig += 1;
  const ritme = setInterval(loopt, uit.isTTY ? 1000 : 10_000);
  try {
    const uitkomst = await doe();
    klaar('✓');
    return uitkomst;
  } catch (oorzaak) {
    klaar('✗');
    throw oorzaak;
  } finally {
    bezig -= 1;
    clearInterval(ritme);
  }
}

/** Installs the packages unless those of this package-lock.json are there already. */
export async function zorgVoorPakketten() {
  const slot = path.join(WORTEL, 'package-lock.json');
  const stempel = path.join(WORTEL, 'node_modules', '.rugdekking');
  const verwacht = createHash('sha256').update(readFileSync(slot)).update(`${process.platform}-${process.arch}`).digest('hex');
  if (lees(stempel) === verwacht) return;
  if (!pakkettenKloppen(slot)) {
    await stap('Pakketten installeren', async () => {
      // The npm that started us, when it did; otherwise the one on the path.
      const eigen = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
      const [programma, ...rest] = [...eigen, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
      const { code, uitvoer } = await draaiStil(programma, rest);
      if (code !== 0) throw new Startfout(`De pakketten konden niet worden geïnstalleerd. Is er een verbinding met het internet?\n\n${uitvoer.trim()}`);
    });
  }
  writeFileSync(stempel, verwacht);
}

/** Did npm put exactly these versions there? npm keeps its own account of that in node_modules. */
function pakkettenKloppen(slot) {
  const aanwezig = lees(path.join(WORTEL, 'node_modules', '.package-lock.json'));
  if (aanwezig === undefined) return false;
  const nodig = JSON.parse(readFileSync(slot, 'utf8')).packages;
  const staatEr = JSON.parse(aanwezig).packages;
  return Object.entries(nodig).every(([plek, { version, optional }]) => {
    if (plek === '') return true;
    const hier = staatEr[plek];
    // Of an optional package only those for this system are there.
    return hier === undefined ? optional === true : hier.version === version && existsSync(path.join(WORTEL, plek));
  });
}

/** The Node to run with: the one npm installed, or the machine's own when that is new enough. */
export function vindNode() {
  const meegeleverd = path.join(WORTEL, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(meegeleverd) && spawnSync(meegeleverd, ['--version']).status === 0) return meegeleverd;
  if (Number(process.versions.node.split('.')[0]) >= NODE_NODIG) return process.execPath;
  throw new Startfout(
    `Rugdekking heeft Node ${NODE_NODIG} of nieuwer nodig. Op dit systeem (${process.platform}-${process.arch}) staat Node ${process.versions.node}, ` +
      `en de meegeleverde Node ${NODE_NODIG} werkt hier niet. Installeer Node ${NODE_NODIG} en start opnieuw.`,
  );
}

/** Builds the program unless the build of these sources is there. An installation without sources has its build already. */
export async function zorgVoorBouw(node = vindNode()) {
  const stempel = path.join(WORTEL, 'dist', 'stempel');
  if (!existsSync(path.join(WORTEL, 'src'))) return;
  const verwacht = bronstempel();
  if (lees(stempel) === verwacht) return;
  await stap('Rugdekking bouwen', async () => {
    const { code, uitvoer } = await draaiStil(node, [path.join(WORTEL, 'scripts', 'bouw.mjs'), verwacht]);
    if (code !== 0) throw new Startfout(`Het bouwen is mislukt.\n\n${uitvoer.trim()}`);
  });
}

/** Fingerprint of everything the build is made from, by content: a fresh checkout of the same commit has the same. */
function bronstempel() {
  const src = path.join(WORTEL, 'src');
  const bronnen = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && !/\.test\.tsx?$/.test(e.name))
    .map((e) => path.join(e.parentPath ?? e.path, e.name));
  const hash = createHash('sha256');
  for (const plek of [...bronnen.sort(), ...['scripts/bouw.mjs', 'package-lock.json', 'tsconfig.json'].map((p) => path.join(WORTEL, p))]) {
    hash.update(`${path.relative(WORTEL, plek)}\0`).update(readFileSync(plek)).update('\0');
  }
  return hash.digest('hex');
}

/** Runs the program in our place: same terminal, its exit code, and signals passed on. Never returns. */
export function draai(node, argumenten) {
  const kind = spawn(node, [...NODE_OPTIES, PROGRAMMA, ...argumenten], {
    // The channel lets the program notice that we are gone, also when we were killed.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...NODE_OMGEVING, ...process.env },
  });
  if (process.env.npm_lifecycle_event !== undefined) {
    // npm that was killed cannot tell us; nobody would be left to stop us.
    const ouder = process.ppid;
    const kijk = setInterval(() => {
      if (process.ppid === ouder) return;
      clearInterval(kijk);
      kind.kill('SIGTERM');
    }, 1_000).unref();
  }
  for (const signaal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signaal, () => kind.kill(signaal));
  kind.once('error', meldEnStop);
  kind.once('exit', (code, signaal) => process.exit(code ?? 128 + (constants.signals[signaal] ?? 0)));
}

/** Says what went wrong and ends with code 1. */
export function meldEnStop(oorzaak) {
  process.stderr.write(`\n${oorzaak instanceof Startfout ? oorzaak.message : (oorzaak?.stack ?? String(oorzaak))}\n`);
  process.exit(1);
}

function draaiStil(programma, argumenten) {
  return new Promise((klaar, mislukt) => {
    const kind = spawn(programma, argumenten, { cwd: WORTEL, stdio: ['ignore', 'pipe', 'pipe'] });
    let uitvoer = '';
    const bewaar = (stuk) => (uitvoer = (uitvoer + stuk).slice(-8_000));
    kind.stdout.on('data', bewaar);
    kind.stderr.on('data', bewaar);
    kind.once('error', mislukt);
    kind.once('close', (code) => klaar({ code, uitvoer }));
  });
}

function lees(plek) {
  try {
    return readFileSync(plek, 'utf8');
  } catch {
    return undefined;
  }
}
