import fc from 'fast-check';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { neemIn, type Ingenomen } from './inname.ts';
import { leesMultipart, type Bestandsdeel, type Formulierinhoud, type Multipartgrenzen } from './multipart.ts';
import { pngKop, proefmap } from './proefbestanden.ts';

const PNG = pngKop(2, 2);

async function innemer(): Promise<{ neem: (deel: Bestandsdeel) => Promise<Ingenomen>; over: () => Promise<string[]> }> {
  const spoelmap = join(await proefmap(), 'spoel');
  return {
    neem: ({ naam, stroom }) => neemIn(stroom, { naam, spoelmap, grenzen: { bytes: 1_000_000 } }),
    over: () => readdir(spoelmap).catch(() => []),
  };
}

const verzoek = (vorm: FormData): Request => new Request('http://proef/', { method: 'POST', body: vorm });

async function lees(vorm: FormData, grenzen: Partial<Multipartgrenzen> = {}): Promise<Formulierinhoud<Ingenomen> & { over: string[] }> {
  const { neem, over } = await innemer();
  const inhoud = await leesMultipart(verzoek(vorm), grenzen, neem);
  return { ...inhoud, over: await over() };
}

function formulier(...delen: [string, string | Blob, string?][]): FormData {
  const vorm = new FormData();
  for (const [veld, waarde, naam] of delen) {
    if (typeof waarde === 'string') vorm.append(veld, waarde);
    else vorm.append(veld, waarde, naam);
  }
  return vorm;
}

const png = (): Blob => new Blob([PNG]);

/** A body by hand, for what no browser sends. */
const ruw = (lijf: string, grens = 'g'): Request => new Request('http://proef/', { method: 'POST', headers: { 'content-type': `multipart/form-data; boundary=${grens}` }, body: lijf });

describe('reading a form with files', () => {
  it('gives fields in order and files taken in', async () => {
    const { velden, bestanden, fouten, over, ruimOp } = await lees(formulier(['tekst', 'Hij zei “nee” 😟'], ['soort', 'a'], ['foto', png(), 'balie é.png'], ['soort', 'b'], ['foto', png(), 'tweede.png']));
    expect(fouten).toEqual([]);
    expect(Object.fromEntries(velden)).toEqual({ tekst: ['Hij zei “nee” 😟'], soort: ['a', 'b'] });
    expect(bestanden.map(({ veld, bestand }) => [veld, bestand.naam, bestand.bytes])).toEqual([['foto', 'balie é.png', PNG.length], ['foto', 'tweede.png', PNG.length]]);
    expect((await readFile(bestanden[0]?.bestand.pad ?? '')).equals(PNG)).toBe(true);
    expect(over).toHaveLength(2);
    await ruimOp();
    await expect(readFile(bestanden[0]?.bestand.pad ?? '')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('skips a file field in which nothing was chosen, and does not count it', async () => {
    const leeg = '--g\r\nContent-Disposition: form-data; name="foto"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n';
    const { neem } = await innemer();
    const { bestanden, fouten, velden } = await leesMultipart(ruw(`${leeg.repeat(20)}--g\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--g--\r\n`), {}, neem);
    expect({ bestanden, fouten }).toEqual({ bestanden: [], fouten: [] });
    expect(velden.get('a')).toEqual(['b']);
  });

  it('refuses one bad file and keeps everything else', async () => {
    const { velden, bestanden, fouten, over } = await lees(
      formulier(['foto', png(), 'goed.png'], ['foto', new Blob(['MZ', new Uint8Array(500)]), 'foto.jpg'], ['foto', new Blob([new Uint8Array(3_000_000)]), 'groot.jpg'], ['foto', new Blob([]), 'leeg.png'], ['foto', png(), 'ook.png'], ['tekst', 'na de bestanden']),
    );
    expect(velden.get('tekst')).toEqual(['na de bestanden']);
    expect(bestanden.map(({ bestand }) => bestand.naam)).toEqual(['goed.png', 'ook.png']);
    expect(fouten).toEqual([{ code: 'bestand.uitvoerbaar', veld: 'foto', bestand: 1 }, { code: 'bestand.te-groot', veld: 'foto', bestand: 2 }, { code: 'bestand.leeg', veld: 'foto', bestand: 3 }]);
    expect(over).toHaveLength(2);
  });

  it('refuses the files beyond the count, also those without a name', async () => {
    const { bestanden, fouten } = await lees(formulier(...Array.from({ length: 5 }, (_, i): [string, Blob, string] => ['foto', png(), `${i}.png`])), { bestanden: 3 });
    expect(bestanden).toHaveLength(3);
    expect(fouten.map(({ code, bestand }) => [code, bestand])).toEqual([['bestand.te-veel', 3], ['bestand.te-veel', 4]]);
    const naamloos = '--g\r\nContent-Disposition: form-data; name="foto"\r\nContent-Type: application/octet-stream\r\n\r\ntekst\r\n'.repeat(3);
    const { neem } = await innemer();
    expect((await leesMultipart(ruw(`${naamloos}--g--\r\n`), { bestanden: 2 }, neem)).fouten.map(({ code }) => code)).toEqual(['bestand.te-veel']);
  });

  it('gives back a text that is too long or holds NUL, with what is wrong', async () => {
    const { velden, fouten } = await lees(formulier(['a', 'x\0y\0'], ['b', 'z'.repeat(2_000)], ['c', 'goed']), { veldBytes: 1_000 });
    expect(velden.get('a')).toEqual(['xy']);
    expect(velden.get('b')?.[0]).toHaveLength(1_000);
    expect(velden.get('c')).toEqual(['goed']);
    expect(fouten).toEqual([{ code: 'formulier.nul-teken', veld: 'a' }, { code: 'formulier.veld-te-lang', veld: 'b' }]);
  });

  it('gives back 200,000 characters whole: whether that is too many is for the form to say', async () => {
    const lang = '😟'.repeat(200_000);
    const { velden, fouten } = await lees(formulier(['verhaal', lang]));
    expect(velden.get('verhaal')?.[0] === lang).toBe(true);
    expect(fouten).toEqual([]);
  });

  it('limits the number of fields and all text together', async () => {
    const { velden, fouten } = await lees(formulier(...Array.from({ length: 10 }, (_, i): [string, string] => [`v${i}`, 'x'])), { velden: 5 });
    expect(velden.size).toBe(5);
    expect(fouten).toEqual([{ code: 'formulier.te-groot', veld: '' }]);
    const samen = await lees(formulier(['a', 'x'.repeat(600)], ['b', 'x'.repeat(600)]), { tekstBytes: 1_000 });
    expect([...samen.velden.keys()]).toEqual(['a']);
    expect(samen.fouten).toEqual([{ code: 'formulier.te-groot', veld: 'b' }]);
  });

  it('does not take a field name that is no field name', async () => {
    const { velden, bestanden, fouten } = await lees(formulier(['__proto__', 'x'], ['a b', 'x'], ['x'.repeat(200), 'x'], ['<script>', png(), 'a.png']));
    expect(velden.size).toBe(0);
    expect(bestanden).toEqual([]);
    expect(fouten.map(({ code, veld }) => [code, veld])).toEqual(Array.from({ length: 4 }, () => ['formulier.onleesbaar', '']));
  });

  it('stops at the limit of the whole with the fields so far, and keeps no part of a file', async () => {
    const { velden, fouten, bestanden, over } = await lees(formulier(['tekst', 'bewaar dit'], ['foto', new Blob([new Uint8Array(900_000).fill(65)]), 'a.txt'], ['daarna', 'x']), { totaalBytes: 500_000 });
    expect(velden.get('tekst')).toEqual(['bewaar dit']);
    expect(velden.has('daarna')).toBe(false);
    expect(fouten).toContainEqual({ code: 'formulier.te-groot', veld: '' });
    expect(bestanden).toEqual([]);
    expect(over).toEqual([]);
  });

  it('refuses what is no multipart form, has no boundary, or is cut off', async () => {
    const { neem, over } = await innemer();
    const kop = '--g\r\nContent-Disposition: form-data; name="foto"; filename="a.png"\r\n\r\n';
    for (const slecht of [
      new Request('http://proef/', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
      new Request('http://proef/', { method: 'POST', headers: { 'content-type': 'multipart/form-data' }, body: 'x' }),
      ruw(`${kop}half`), ruw(kop), ruw('--g\r\nContent'), ruw('niets'), ruw(''),
    ]) {
      await expect(leesMultipart(slecht, {}, neem)).rejects.toThrow('formulier.onleesbaar');
    }
    expect(await over()).toEqual([]);
  });

  it('passes on a failure that is not the sender’s, and cleans up the other files', async () => {
    const { neem, over } = await innemer();
    const stuk = (deel: Bestandsdeel): Promise<Ingenomen> => (deel.naam === 'stuk.png' ? Promise.reject(new Error('schijf vol')) : neem(deel));
    await expect(leesMultipart(verzoek(formulier(['a', png(), 'goed.png'], ['a', png(), 'stuk.png'], ['a', png(), 'ook.png'])), {}, stuk)).rejects.toThrow('schijf vol');
    expect(await over()).toEqual([]);
  });

  it('ends on any bytes whatever, and leaves no file behind', async () => {
    const stukken = ['--g', '--g--', '\r\n', '\r\n\r\n', 'Content-Disposition: form-data; name="a"', '; filename="b.png"', 'Content-Type: application/octet-stream', '\0', 'x'.repeat(300), 'name*=utf-8\'\'a'];
    const { neem, over } = await innemer();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.constantFrom(...stukken), fc.string({ unit: 'binary' })), { maxLength: 30 }), async (delen) => {
        try {
          await (await leesMultipart(ruw(delen.join('')), { totaalBytes: 3_000 }, neem)).ruimOp();
        } catch (oorzaak) {
          expect(oorzaak).toMatchObject({ code: 'formulier.onleesbaar' });
        }
        expect(await over()).toEqual([]);
      }),
      { numRuns: 500 },
    );
  }, 30_000);
});

describe('reading a form over a real connection', () => {
  async function server(handel: (verzoek: IncomingMessage, antwoord: ServerResponse) => Promise<void>): Promise<number> {
    const http = createServer((inkomend, antwoord) => void handel(inkomend, antwoord)).listen(0, '127.0.0.1');
    await once(http, 'listening');
    onTestFinished(() => void http.close().closeAllConnections());
    return (http.address() as AddressInfo).port;
  }
  const koppen = { 'content-type': 'multipart/form-data; boundary=g' };
  const BEGIN = '--g\r\nContent-Disposition: form-data; name="tekst"\r\n\r\nbewaar dit\r\n--g\r\nContent-Disposition: form-data; name="film"; filename="a.mp4"\r\n\r\n';

  it('answers an upload of 4 GB after the limit, with the text that came before it', async () => {
    const { neem, over } = await innemer();
    let ontvangen = 0;
    const poort = await server(async (inkomend, antwoord) => {
      const inhoud = await leesMultipart(inkomend, { totaalBytes: 5_000_000 }, neem);
      ontvangen = inkomend.socket.bytesRead;
      antwoord.writeHead(413).end(JSON.stringify({ tekst: inhoud.velden.get('tekst'), fouten: inhoud.fouten }));
    });
    const verzending = request({ port: poort, host: '127.0.0.1', method: 'POST', headers: { ...koppen, 'content-length': 4 * 1024 ** 3 } });
    verzending.on('error', () => undefined);
    verzending.write(BEGIN);
    const blok = Buffer.alloc(256 * 1024, 'a');
    let verzonden = 0;
    const stuur = (): void => {
      while (!verzending.destroyed && verzonden < 4 * 1024 ** 3) {
        verzonden += blok.length;
        if (!verzending.write(blok)) return void verzending.once('drain', stuur);
      }
    };
    stuur();
    const [antwoord] = (await once(verzending, 'response')) as [IncomingMessage];
    expect(antwoord.statusCode).toBe(413);
    expect(JSON.parse((await buffer(antwoord)).toString())).toEqual({ tekst: ['bewaar dit'], fouten: [{ code: 'bestand.te-groot', veld: 'film', bestand: 0 }, { code: 'formulier.te-groot', veld: '' }] });
    verzending.destroy();
    expect(ontvangen).toBeLessThan(7_000_000);
    expect(verzonden).toBeLessThan(100_000_000);
    expect(await over()).toEqual([]);
  });

  it('cleans up when the sender goes away in the middle of a file', async () => {
    const { neem, over } = await innemer();
    const uitkomst = Promise.withResolvers<unknown>();
    const begonnen = Promise.withResolvers<void>();
    const poort = await server(async (inkomend) => {
      uitkomst.resolve(
        await leesMultipart(inkomend, {}, (deel) => {
          begonnen.resolve();
          return neem(deel);
        }).catch((oorzaak: unknown) => oorzaak),
      );
    });
    const verzending = request({ port: poort, host: '127.0.0.1', method: 'POST', headers: { ...koppen, 'content-length': 10_000_000 } });
    verzending.on('error', () => undefined);
    verzending.write(BEGIN + 'a'.repeat(100_000));
    await begonnen.promise;
    verzending.destroy();
    expect(await uitkomst.promise).toMatchObject({ code: 'formulier.afgebroken' });
    expect(await over()).toEqual([]);
  });
});
