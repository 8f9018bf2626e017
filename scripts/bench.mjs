// npm run bench -- <name> [--json]: measures the built program next to a bare reference; see bench/index.ts. Sets up what it needs itself.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { WORTEL, meldEnStop, vindNode, zorgVoorBouw, zorgVoorPakketten } from './gereed.mjs';

try {
  await zorgVoorPakketten();
  const node = vindNode();
  await zorgVoorBouw(node);
  const kind = spawn(node, [path.join(WORTEL, 'bench', 'index.ts'), ...process.argv.slice(2)], { cwd: WORTEL, stdio: 'inherit' });
  for (const signaal of ['SIGINT', 'SIGTERM']) process.on(signaal, () => kind.kill(signaal));
  kind.once('error', meldEnStop);
  kind.once('exit', (code) => process.exit(code ?? 1));
} catch (oorzaak) {
  meldEnStop(oorzaak);
}
