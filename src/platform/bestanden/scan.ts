import { createConnection, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

export type Scanuitslag =
  | { uitslag: 'schoon' }
  /** `naam` is the name of the signature, as clamd gives it. */
  | { uitslag: 'besmet'; naam: string }
  | { uitslag: 'niet-bereikbaar' }
  | { uitslag: 'te-groot' };

export interface Scanner {
  /** False when no scanner is configured: every scan is 'niet-bereikbaar'. */
  ingesteld: boolean;
  /** Never throws for anything the scanner does; an error of the stream itself is thrown. */
  scan(inhoud: Readable): Promise<Scanuitslag>;
  bereikbaar(): Promise<boolean>;
}

export type Clamdadres = { pad: string } | { host: string; poort: number };

/** A scanner that talks to clamd (clamd(8), INSTREAM and PING). `stilteMs`: how long clamd may say and take nothing. */
export function clamdscanner(adres: Clamdadres, stilteMs = 60_000): Scanner {
  const verbind = (): Socket => {
    const socket = 'pad' in adres ? createConnection(adres.pad) : createConnection(adres.poort, adres.host);
    return socket.setTimeout(stilteMs, () => socket.destroy(new Error('clamd is silent')));
  };
  return {
    ingesteld: true,
    async scan(inhoud) {
      const socket = verbind();
      const antwoord = leesAntwoord(socket);
      try {
        await stuurInhoud(socket, inhoud);
        return duid(await antwoord);
      } finally {
        socket.destroy();
        inhoud.destroy();
      }
    },
    async bereikbaar() {
      const socket = verbind();
      const antwoord = leesAntwoord(socket);
      socket.write('zPING\0');
      return (await antwoord.finally(() => socket.destroy())) === 'PONG';
    },
  };
}

/** The answer up to its NUL; '' when the connection fails or closes first. Listens from the start: clamd answers early when it has had too much. */
function leesAntwoord(socket: Socket): Promise<string> {
  return new Promise((klaar) => {
    let tekst = '';
    socket.setEncoding('latin1');
    socket.on('data', (stuk: string) => {
      tekst += stuk;
      if (tekst.includes('\0')) klaar(tekst.slice(0, tekst.indexOf('\0')));
    });
    socket.on('error', () => undefined);
    socket.on('close', () => klaar(''));
  });
}

async function stuurInhoud(socket: Socket, inhoud: Readable): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const blok of inhoud as AsyncIterable<Buffer>) {
    // Read before writing on: clamd answers and hangs up when it has had too much, and a write after that loses the answer.
    await setImmediate();
    if (socket.destroyed || socket.readableEnded) return;
    const lengte = Buffer.alloc(4);
    lengte.writeUInt32BE(blok.length);
    socket.write(lengte);
    if (!socket.write(blok)) await ruimte(socket);
  }
  socket.write(Buffer.alloc(4));
}

/** Until the connection takes more, or is closed. */
function ruimte(socket: Socket): Promise<void> {
  return new Promise((klaar) => {
    const verder = (): void => {
      socket.off('drain', verder).off('close', verder);
      klaar();
    };
    socket.once('drain', verder).once('close', verder);
    if (socket.destroyed) verder();
  });
}

function duid(antwoord: string): Scanuitslag {
  if (antwoord === 'stream: OK') return { uitslag: 'schoon' };
  const naam = /^stream: (.+) FOUND$/.exec(antwoord)?.[1];
  if (naam?.startsWith('Heuristics.Limits.Exceeded') === true || antwoord.includes('size limit exceeded')) return { uitslag: 'te-groot' };
  if (naam !== undefined) return { uitslag: 'besmet', naam: naam.replace(/[^\w.()+-]/g, '_').slice(0, 120) };
  return { uitslag: 'niet-bereikbaar' };
}

const geenScanner: Scanner = {
  ingesteld: false,
  scan: async (inhoud) => {
    inhoud.destroy();
    return { uitslag: 'niet-bereikbaar' };
  },
  bereikbaar: async () => false,
};

/** RUGDEKKING_CLAMD: 'unix:/run/clamav/clamd.ctl' or 'tcp:host:3310'. Absent or empty: no scanner. */
export function scannerUitOmgeving(omgeving: Readonly<Record<string, string | undefined>>): Scanner {
  const adres = omgeving['RUGDEKKING_CLAMD'] ?? '';
  if (adres === '') return geenScanner;
  const pad = /^unix:(\/.+)$/.exec(adres)?.[1];
  if (pad !== undefined) return clamdscanner({ pad });
  const tcp = /^tcp:(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(adres);
  const host = tcp?.[1] ?? tcp?.[2];
  const poort = Number(tcp?.[3]);
  if (host === undefined || poort < 1 || poort > 65_535) throw new Error('RUGDEKKING_CLAMD moet "unix:/pad/naar/clamd.ctl" of "tcp:host:poort" zijn.');
  return clamdscanner({ host, poort });
}
