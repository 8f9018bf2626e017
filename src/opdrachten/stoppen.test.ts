import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';

/** A process that stops when asked, and takes its time: it ends by itself only when its input is closed. */
const PROGRAMMA = `
  const { wachtOpStop } = await import(${JSON.stringify(join(import.meta.dirname, 'stoppen.ts'))});
  process.stdin.resume().on('end', () => process.exit(0));
  const gevraagd = wachtOpStop((tekst) => console.log(tekst));
  console.log('klaar');
  await gevraagd;
  console.log('stopt');
`;

async function start(): Promise<{ kind: ChildProcess; zegt: (tekst: string) => Promise<void>; einde: Promise<unknown[]>; uitvoer: () => string }> {
  const kind = spawn(process.execPath, ['--input-type=module', '-e', PROGRAMMA], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
  onTestFinished(() => void kind.kill('SIGKILL'));
  let uitvoer = '';
  kind.stdout?.on('data', (stuk: Buffer) => (uitvoer += stuk.toString()));
  const zegt = async (tekst: string): Promise<void> => {
    while (!uitvoer.includes(tekst)) await once(kind.stdout ?? kind, 'data');
  };
  await zegt('klaar');
  return { kind, zegt, einde: once(kind, 'exit'), uitvoer: () => uitvoer };
}

it('one press of Ctrl-C that arrives three times is one request to stop', async () => {
  const { kind, zegt, einde, uitvoer } = await start();
  for (let i = 0; i < 3; i++) kind.kill('SIGINT');
  await zegt('stopt');
  kind.kill('SIGINT');
  kind.stdin?.end();
  expect(await einde).toEqual([0, null]);
  expect(uitvoer()).not.toContain('Meteen gestopt');
});

it('a later signal ends the process at once', async () => {
  const { kind, zegt, einde, uitvoer } = await start();
  kind.kill('SIGTERM');
  await zegt('stopt');
  // The time itself is what is tested: within a second it would count as the same press.
  await wacht(1_100);
  kind.kill('SIGTERM');
  expect(await einde).toEqual([143, null]);
  expect(uitvoer()).toContain('Meteen gestopt');
});

it('the end of the script that started it is a request to stop, but never a second one', async () => {
  const { kind, zegt, einde } = await start();
  kind.kill('SIGTERM');
  await zegt('stopt');
  kind.disconnect();
  kind.stdin?.end();
  expect(await einde).toEqual([0, null]);

  const ander = await start();
  ander.kind.disconnect();
  await ander.zegt('stopt');
  ander.kind.stdin?.end();
  expect(await ander.einde).toEqual([0, null]);
});
