// npm start: from a bare checkout to a running demo. `npm start -- <more>` gives options to the program.
import { draai, meldEnStop, vindNode, zorgVoorBouw, zorgVoorPakketten } from './gereed.mjs';

try {
  await zorgVoorPakketten();
  const node = vindNode();
  await zorgVoorBouw(node);
  draai(node, ['start', '--demo', ...process.argv.slice(2)]);
} catch (oorzaak) {
  meldEnStop(oorzaak);
}
