import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Doel, Lastopdracht, Lastuitslag } from '../last/typen.ts';

/** Connections that are kept busy at the same time. */
export const GELIJKTIJDIG = 16;

export interface Last {
  draai(opdracht: Pick<Lastopdracht, 'poort' | 'doelen' | 'opwarmMs' | 'duurMs'> & Partial<Lastopdracht>): Promise<Lastuitslag>;
  stop(): Promise<void>;
}

/** Starts the process that makes the load. */
export function startLast(): Last {
  const kind = fork(path.resolve(import.meta.dirname, '../last/index.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' });
  const begin = new Map<number, number>();
  return {
    async draai(opdracht) {
      const antwoord = once(kind, 'message');
      kind.send({ verbindingen: GELIJKTIJDIG, begin: begin.get(opdracht.poort) ?? 0, ...opdracht } satisfies Lastopdracht);
      const [{ uitslag, fout }] = (await antwoord) as [{ uitslag?: Lastuitslag; fout?: string }];
      if (uitslag === undefined) throw new Error(`de last is mislukt: ${fout}`);
      begin.set(opdracht.poort, uitslag.begin);
      return uitslag;
    },
    async stop() {
      const weg = once(kind, 'exit');
      kind.kill();
      await weg;
    },
  };
}

/** Puts requests in an order that mixes people and organisations, the same each time. */
export function schud(doelen: readonly Doel[]): Doel[] {
  const uit = [...doelen];
  let zaad = 42;
  for (let i = uit.length - 1; i > 0; i--) {
    zaad = (zaad * 1_103_515_245 + 12_345) % 2 ** 31;
    const j = zaad % (i + 1);
    const [a, b] = [uit[i], uit[j]];
    if (a !== undefined && b !== undefined) [uit[i], uit[j]] = [b, a];
  }
  return uit;
}
