import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { controleerPoort, startWebserver, type Webserver, type WebserverOpties } from './webserver.ts';

const servers: Webserver[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((s) => s.stop(0)));
});

async function start(handel: WebserverOpties['handel'], geduld?: WebserverOpties['geduld']): Promise<{ server: Webserver; url: string }> {
  const server = await startWebserver({ handel, poort: 0, host: '127.0.0.1', ...(geduld === undefined ? {} : { geduld }) });
  servers.push(server);
  return { server, url: `http://127.0.0.1:${server.poort}` };
}

/** A request over a connection that is kept open. */
function haal(url: string, agent: Agent): Promise<{ tekst: string; koppen: IncomingMessage['headers'] }> {
  return new Promise((klaar, mislukt) => {
    get(url, { agent }, (antwoord) => {
      let tekst = '';
      antwoord.on('data', (stuk: Buffer) => (tekst += stuk.toString()));
      antwoord.on('end', () => klaar({ tekst, koppen: antwoord.headers }));
    }).on('error', mislukt);
  });
}

describe('stopping', () => {
  it('answers what was taken, refuses what comes after, and then ends', async () => {
    const bezig = Promise.withResolvers<void>();
    const verder = Promise.withResolvers<void>();
    const { server, url } = await start(async () => {
      bezig.resolve();
      await verder.promise;
      return new Response('af');
    });
    const agent = new Agent({ keepAlive: true });
    const antwoord = haal(url, agent);
    await bezig.promise;
    let gestopt = false;
    const stop = server.stop(60_000).then(() => (gestopt = true));
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    expect(gestopt).toBe(false);
    verder.resolve();
    expect((await antwoord).tekst).toBe('af');
    await stop;
    agent.destroy();
  });

  it('does not wait for connections on which nothing is asked', async () => {
    const { server, url } = await start(() => new Response('goed'));
    const agent = new Agent({ keepAlive: true });
    expect((await haal(url, agent)).koppen.connection).toBe('keep-alive');
    const begin = performance.now();
    await server.stop(60_000);
    expect(performance.now() - begin).toBeLessThan(5_000);
    agent.destroy();
  });

  it('cuts what hangs when patience is over', async () => {
    const { server, url } = await start(() => new Promise<Response>(() => undefined));
    const antwoord = fetch(url).then(() => 'antwoord', () => 'verbroken');
    await server.stop(200);
    expect(await antwoord).toBe('verbroken');
  });
});

describe('a slow sender', () => {
  const stuur = (poort: number, tekst: string): Promise<string> =>
    new Promise((klaar) => {
      let gekregen = '';
      const lijn = connect(poort, '127.0.0.1', () => lijn.write(tekst));
      lijn.on('data', (stuk) => (gekregen += stuk.toString()));
      lijn.on('close', () => klaar(gekregen)).on('error', () => undefined);
    });

  it('that does not end its headers, or its body, is cut off with 408', async () => {
    const { server } = await start(async (v) => new Response(await v.text()), { koppen: 300, verzoek: 600 });
    expect(await stuur(server.poort, 'GET / HTTP/1.1\r\nHost: a\r\nX-A: ')).toMatch(/^HTTP\/1\.1 408/);
    expect(await stuur(server.poort, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc')).toMatch(/^(HTTP\/1\.1 408|$)/);
  });
});

describe('a port', () => {
  it('that is taken is said with the way out', async () => {
    const { server } = await start(() => new Response(''));
    await expect(controleerPoort(server.poort, '127.0.0.1')).rejects.toThrow(`Poort ${server.poort} is al in gebruik. Kies een andere, zoals PORT=${server.poort + 1}`);
  });

  it('that is free is left free', async () => {
    const { server } = await start(() => new Response(''));
    const { poort } = server;
    await server.stop(0);
    await controleerPoort(poort, '127.0.0.1');
    await controleerPoort(poort, '127.0.0.1');
  });

  it('on an address of another machine is said', async () => {
    await expect(controleerPoort(0, '192.0.2.1')).rejects.toThrow('HOST 192.0.2.1');
  });
});
