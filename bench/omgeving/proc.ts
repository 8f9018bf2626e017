import { readFile } from 'node:fs/promises';

/** What Linux knows of a process: the one measure that other work on the machine hardly changes. */

/** `sysconf(_SC_CLK_TCK)` is 100 on every Linux that Node runs on. */
const MS_PER_TIK = 10;

/** Milliseconds of processor time that a process has used. */
export async function cpuMs(pid: number): Promise<number> {
  const velden = await stat(pid);
  return (Number(velden[11]) + Number(velden[12])) * MS_PER_TIK;
}

/** The same of a process and all its children together, also those that ended. */
export async function cpuMsMetKinderen(pid: number): Promise<number> {
  const velden = await stat(pid);
  const kinderen = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').filter(Boolean).map(Number);
  const lopend = await Promise.all(kinderen.map((kind) => cpuMs(kind).catch(() => 0)));
  return [11, 12, 13, 14].reduce((som, i) => som + Number(velden[i]) * MS_PER_TIK, 0) + lopend.reduce((a, b) => a + b, 0);
}

/** Memory of a process in megabytes (10^6 bytes), now and at its highest. */
export async function geheugen(pid: number): Promise<{ nu: number; hoogst: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const lees = (veld: string): number => (Number(new RegExp(`^${veld}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024) / 1e6;
  return { nu: lees('VmRSS'), hoogst: lees('VmHWM') };
}

/** The fields of /proc/…/stat from the third on: the name before it may hold spaces. */
async function stat(pid: number): Promise<string[]> {
  const tekst = await readFile(`/proc/${pid}/stat`, 'utf8');
  return tekst.slice(tekst.lastIndexOf(')') + 2).split(' ');
}
