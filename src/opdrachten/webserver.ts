import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import { createServer, type AddressInfo, type Server as Netserver } from 'node:net';
import { Opdrachtfout } from './omstandigheden.ts';

export interface Webserver {
  /** The port it listens on. */
  readonly poort: number;
  /** Takes no new requests, and resolves when those that were taken are answered; after `geduldMs` their connections are cut. */
  stop(geduldMs: number): Promise<void>;
}

export interface WebserverOpties {
  handel: (verzoek: Request, env: object) => Response | Promise<Response>;
  poort: number;
  /** Undefined: every address of this machine. */
  host: string | undefined;
  /** How slow a sender may be, in milliseconds: until its headers are in, and until its whole request is. */
  geduld?: { koppen: number; verzoek: number };
}

/** Ten minutes for a whole request: uploads over a poor connection are in it. */
const GEDULD = { koppen: 15_000, verzoek: 600_000 };

/** Listens, with limits on how slow a sender may be: one that dribbles its request keeps a connection and nothing else. */
export async function startWebserver({ handel, poort, host, geduld = GEDULD }: WebserverOpties): Promise<Webserver> {
  const server = createAdaptorServer({
    fetch: handel,
    serverOptions: {
      headersTimeout: geduld.koppen,
      requestTimeout: geduld.verzoek,
      connectionsCheckingInterval: Math.ceil(geduld.koppen / 3),
      // Longer than proxies keep theirs (60 s is usual), so that it is never we who close just as a request is on its way.
      keepAliveTimeout: 75_000,
      maxHeaderSize: 16_384,
    },
  }) as Server;
  let sluit = false;
  // A connection that is kept alive would go on bringing requests.
  server.prependListener('request', (_, antwoord) => {
    if (sluit) antwoord.setHeader('Connection', 'close');
  });
  await luister(server, poort, host);
  return {
    poort: (server.address() as AddressInfo).port,
    async stop(geduldMs) {
      sluit = true;
      const dicht = new Promise<void>((klaar) => server.close(() => klaar()));
      const leegloop = setInterval(() => server.closeIdleConnections(), 50);
      const genoeg = setTimeout(() => server.closeAllConnections(), geduldMs);
      await dicht;
      clearInterval(leegloop);
      clearTimeout(genoeg);
    },
  };
}

/** Says early that a port is taken: before minutes of preparation, not after. */
export async function controleerPoort(poort: number, host: string | undefined): Promise<void> {
  const proef = createServer();
  await luister(proef, poort, host);
  await new Promise<void>((klaar) => proef.close(() => klaar()));
}

async function luister(server: Netserver, poort: number, host: string | undefined): Promise<void> {
  await new Promise<void>((klaar, mislukt) => {
    server.once('error', mislukt);
    server.listen({ port: poort, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', mislukt);
      klaar();
    });
  }).catch((fout: unknown) => {
    const code = fout instanceof Error && 'code' in fout ? fout.code : undefined;
    if (code === 'EADDRINUSE') throw new Opdrachtfout(`Poort ${poort} is al in gebruik. Kies een andere, zoals PORT=${poort + 1}, of stop wat er draait.`);
    if (code === 'EACCES') throw new Opdrachtfout(`Poort ${poort} mag alleen root gebruiken. Kies een poort vanaf 1024.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new Opdrachtfout(`HOST ${host ?? ''} is geen adres van deze computer.`);
    throw fout;
  });
}
