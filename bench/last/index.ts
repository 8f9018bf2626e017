import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Doel, Lastopdracht, Lastuitslag } from './typen.ts';

/**
 * The load: a process of its own that keeps a number of connections busy, each with one request at a time, and notes how long each took.
 * Speaks over the channel of `fork`: an order in, a result out.
 */
const agenten = new Map<number, Agent>();

async function draai(o: Lastopdracht): Promise<Lastuitslag> {
  const agent = agenten.get(o.poort) ?? new Agent({ keepAlive: true, maxSockets: o.verbindingen });
  agenten.set(o.poort, agent);
  const duren: number[] = [];
  const statussen: Record<string, number> = {};
  let bytes = 0;
  let volgende = o.begin;
  const begin = performance.now();
  const telVanaf = begin + o.opwarmMs;
  const einde = telVanaf + o.duurMs;
  const verbinding = async (): Promise<void> => {
    for (;;) {
      const start = performance.now();
      if (start >= einde || (o.hoogstens !== undefined && volgende - o.begin >= o.hoogstens)) return;
      const doel = o.doelen[volgende++ % o.doelen.length];
      if (doel === undefined) return;
      const { status, grootte } = await doe(agent, o.poort, doel);
      const klaar = performance.now();
      if (start < telVanaf || klaar > einde) continue;
      duren.push(klaar - start);
      bytes += grootte;
      statussen[status] = (statussen[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: o.verbindingen }, verbinding));
  const seconden = (Math.min(performance.now(), einde) - telVanaf) / 1000;
  duren.sort((a, b) => a - b);
  const kwantiel = (deel: number): number => duren[Math.min(duren.length - 1, Math.floor(duren.length * deel))] ?? Number.NaN;
  return { aantal: duren.length, perSeconde: duren.length / seconden, p50: kwantiel(0.5), p99: kwantiel(0.99), hoogste: kwantiel(1), bytes: bytes / Math.max(1, duren.length), statussen, begin: volgende, verzoeken: volgende - o.begin };
}

function doe(agent: Agent, poort: number, doel: Doel): Promise<{ status: number; grootte: number }> {
  const lijf = doel.velden === undefined ? undefined : new URLSearchParams([...doel.velden, ['_sleutel', randomUUID()]]).toString();
  return new Promise((klaar, mislukt) => {
    const verzoek = request({
      agent, host: '127.0.0.1', port: poort, path: doel.pad.includes('{id}') ? doel.pad.replace('{id}', randomUUID()) : doel.pad, method: lijf === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'text/html', cookie: doel.koekje,
        ...(lijf === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(lijf), 'sec-fetch-site': 'same-origin' }),
      },
    }, (antwoord) => {
      let grootte = 0;
      antwoord.on('data', (stuk: Buffer) => (grootte += stuk.length));
      antwoord.once('end', () => klaar({ status: antwoord.statusCode ?? 0, grootte }));
      antwoord.once('error', mislukt);
    });
    verzoek.once('error', mislukt);
    verzoek.end(lijf);
  });
}

process.on('message', (opdracht: Lastopdracht) => {
  draai(opdracht).then((uitslag) => process.send?.({ uitslag }), (oorzaak: unknown) => process.send?.({ fout: String(oorzaak) }));
});
