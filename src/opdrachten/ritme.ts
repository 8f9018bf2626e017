import type { Logboek } from '../platform/logboek/index.ts';

export interface Ritme {
  /** No further turn; resolves when the one that runs has ended. */
  stop(): Promise<void>;
}

/** Does something again and again, each turn `elkeMs` after the end of the one before. A turn that fails is logged and does not end it. */
export function startRitme(onderdeel: string, elkeMs: number, doe: () => Promise<void>, logboek: Logboek): Ritme {
  let wekker: NodeJS.Timeout | undefined;
  let gestopt = false;
  const beurt = async (): Promise<void> => {
    try {
      await doe();
    } catch (fout) {
      logboek.error({ onderdeel, fout }, 'ronde mislukt');
    }
    if (!gestopt) wekker = setTimeout(volgende, elkeMs);
  };
  let lopend = Promise.resolve();
  const volgende = (): void => {
    lopend = beurt();
  };
  volgende();
  return {
    async stop() {
      gestopt = true;
      clearTimeout(wekker);
      await lopend;
    },
  };
}
