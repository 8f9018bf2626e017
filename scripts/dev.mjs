// npm run dev: the demo, built and started again after each change of a source file.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { PROGRAMMA, WORTEL, meldEnStop, vindNode, zorgVoorBouw, zorgVoorPakketten } from './gereed.mjs';

const STIL_MS = 150;
let kind;
let einde = Promise.resolve();
let bezig = false;
let opnieuw = false;

async function vernieuw(node) {
  if (bezig) {
    opnieuw = true;
    return;
  }
  bezig = true;
  do {
    opnieuw = false;
    try {
      await zorgVoorBouw(node);
      kind?.kill('SIGTERM');
      await einde;
      kind = spawn(node, [PROGRAMMA, 'start', '--demo', ...process.argv.slice(2)], { stdio: 'inherit' });
      einde = new Promise((klaar) => kind.once('exit', klaar));
    } catch (oorzaak) {
      // What runs goes on until the sources build again.
      process.stderr.write(`\n${oorzaak.message}\n`);
    }
  } while (opnieuw);
  bezig = false;
}

try {
  await zorgVoorPakketten();
  const node = vindNode();
  let wekker;
  watch(path.join(WORTEL, 'src'), { recursive: true }, (_, naam) => {
    if (naam !== null && /[.]test[.]tsx?$/.test(naam)) return;
    clearTimeout(wekker);
    wekker = setTimeout(() => void vernieuw(node), STIL_MS);
  });
  for (const signaal of ['SIGINT', 'SIGTERM']) {
    process.on(signaal, () => {
      kind?.kill(signaal);
      void einde.then(() => process.exit(0));
    });
  }
  await vernieuw(node);
} catch (oorzaak) {
  meldEnStop(oorzaak);
}
