import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { draaiProgramma } from './opdrachten/programma.ts';

// Runs from the build: its folder holds the migrations and the browser files, and package.json stands above it.
const map = import.meta.dirname;
const { version: versie } = JSON.parse(readFileSync(join(map, '..', 'package.json'), 'utf8')) as { version: string };
// The channel to the script that started us must not keep a command that is done from ending.
process.channel?.unref();

// Who reads our output may stop reading: `rugdekking gebruiker lijst | head`.
process.stdout.on('error', (fout: NodeJS.ErrnoException) => {
  if (fout.code !== 'EPIPE') throw fout;
  process.exit(0);
});

process.exitCode = await draaiProgramma(process.argv.slice(2), {
  map,
  versie,
  omgeving: process.env,
  uit: process.stdout,
  zeg: (tekst) => void process.stdout.write(`${tekst}\n`),
  meld: (tekst) => void process.stderr.write(`${tekst}\n`),
});
