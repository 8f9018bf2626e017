import { constants } from 'node:os';

/**
 * One press of Ctrl-C reaches us more than once: from the terminal, from npm and from the script that started us. Only a signal after this
 * time is a second one, and means: now.
 */
const ZELFDE_MS = 1_000;

const SIGNALEN = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Resolves at the first request to stop: a signal, or the end of the script that started us. A later signal ends the process at once. */
export function wachtOpStop(meld: (tekst: string) => void): Promise<void> {
  return new Promise((klaar) => {
    let gevraagd: number | undefined;
    const vraag = (signaal?: NodeJS.Signals): void => {
      if (gevraagd === undefined) {
        gevraagd = performance.now();
        klaar();
      } else if (signaal !== undefined && performance.now() - gevraagd > ZELFDE_MS) {
        meld('Meteen gestopt.');
        process.exit(128 + (constants.signals[signaal] ?? 0));
      }
    };
    for (const signaal of SIGNALEN) process.on(signaal, vraag);
    if (process.channel) {
      process.once('disconnect', () => vraag());
      process.channel.unref();
    }
  });
}
