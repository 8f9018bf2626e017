#!/usr/bin/env node
// The program for operators, under the Node it needs; see `rugdekking --help`.
import { draai, meldEnStop, vindNode, zorgVoorBouw, zorgVoorPakketten } from '../scripts/gereed.mjs';

try {
  await zorgVoorPakketten();
  const node = vindNode();
  await zorgVoorBouw(node);
  draai(node, process.argv.slice(2));
} catch (oorzaak) {
  meldEnStop(oorzaak);
}
