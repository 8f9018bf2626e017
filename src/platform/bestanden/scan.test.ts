import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { proefmap } from './proefbestanden.ts';
import { clamdscanner, scannerUitOmgeving, type Scanner } from './scan.ts';

/** The harmless test file every scanner knows, in two halves so that no scanner trips over this source. */
const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));
const MAX = 2 * 1024 * 1024;

const stroom = (...stukken: Buffer[]): Readable => Readable.from(stukken, { objectMode: false });

/** A real clamd with one signature of our own, on a Unix socket. */
async function startClamd(): Promise<{ scanner: Scanner; stop: () => Promise<void> }> {
  const map = await proefmap();
  const socket = join(map, 'clamd.ctl');
  await mkdir(join(map, 'db'));
  const md5 = createHash('md5').update(EICAR).digest('hex');
  await writeFile(join(map, 'db', 'proef.hdb'), `${md5}:${EICAR.length}:Eicar-Proef\n`);
  await writeFile(join(map, 'clamd.conf'), `LocalSocket ${socket}\nDatabaseDirectory ${join(map, 'db')}\nTemporaryDirectory ${map}\nForeground yes\nStreamMaxLength ${MAX}\n`);
  const proces = spawn('clamd', ['--config-file', join(map, 'clamd.conf')], { stdio: 'ignore', env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin` } });
  const einde = new Promise<void>((klaar) => proces.once('exit', () => klaar()).once('error', () => klaar()));
  const stop = async (): Promise<void> => {
    proces.kill('SIGKILL');
    await einde;
  };
  onTestFinished(stop);
  let startfout: Error | undefined;
  proces.once('error', (oorzaak) => (startfout = oorzaak));
  const scanner = clamdscanner({ pad: socket });
  await vi.waitFor(
    async () => {
      if (startfout !== undefined) return;
      expect(await scanner.bereikbaar()).toBe(true);
    },
    { timeout: 30_000, interval: 50 },
  );
  if (startfout !== undefined) throw new Error('clamd is needed for this test: apt-get install clamav-daemon', { cause: startfout });
  return { scanner, stop };
}

describe('scanning with a real clamd', () => {
  it('finds EICAR, lets clean files through, refuses what is too large, and says when it has gone', async () => {
    const { scanner, stop } = await startClamd();
    expect(await scanner.scan(stroom(EICAR))).toEqual({ uitslag: 'besmet', naam: expect.stringContaining('Eicar-Proef') });
    expect(await scanner.scan(stroom(EICAR.subarray(0, 20), EICAR.subarray(20)))).toMatchObject({ uitslag: 'besmet' });
    expect(await scanner.scan(stroom(Buffer.from('niets aan de hand')))).toEqual({ uitslag: 'schoon' });
    expect(await scanner.scan(stroom())).toEqual({ uitslag: 'schoon' });
    expect(await scanner.scan(stroom(...Array.from({ length: 15 }, () => randomBytes(100_000))))).toEqual({ uitslag: 'schoon' });
    // clamd hangs up on us here; when that comes before we read its reason, all we know is that it did not scan.
    expect(['te-groot', 'niet-bereikbaar']).toContain((await scanner.scan(stroom(...Array.from({ length: 200 }, () => Buffer.alloc(100_000))))).uitslag);
    const uitslagen = await Promise.all(Array.from({ length: 10 }, (_, i) => scanner.scan(stroom(i % 2 === 0 ? EICAR : Buffer.from('schoon')))));
    expect(uitslagen.map(({ uitslag }) => uitslag)).toEqual(Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? 'besmet' : 'schoon')));
    await stop();
    expect(await scanner.bereikbaar()).toBe(false);
    expect(await scanner.scan(stroom(EICAR))).toEqual({ uitslag: 'niet-bereikbaar' });
  }, 60_000);
});

describe('a scanner that does not answer as it should', () => {
  async function valseScanner(gedrag: (socket: Socket) => void, stilteMs = 10_000): Promise<Scanner> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      gedrag(socket);
    });
    const pad = join(await proefmap(), 'vals.ctl');
    await new Promise<void>((klaar) => server.listen(pad, klaar));
    onTestFinished(() => void server.close());
    return clamdscanner({ pad }, stilteMs);
  }
  const groot = (): Readable => stroom(...Array.from({ length: 100 }, () => Buffer.alloc(100_000)));

  it('is not reachable when silent, also when it takes nothing in', async () => {
    expect(await (await valseScanner((socket) => socket.pause(), 200)).scan(groot())).toEqual({ uitslag: 'niet-bereikbaar' });
  });

  it('is not reachable when it closes halfway', async () => {
    expect(await (await valseScanner((socket) => socket.destroy())).scan(groot())).toEqual({ uitslag: 'niet-bereikbaar' });
  });

  it('says that a file is too large when the scanner stops it or looked at a part only', async () => {
    for (const antwoord of ['INSTREAM size limit exceeded. ERROR\0', 'stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0']) {
      const scanner = await valseScanner((socket) => socket.once('data', () => socket.write(antwoord)).resume());
      expect(await scanner.scan(groot())).toEqual({ uitslag: 'te-groot' });
    }
  });

  it('is never taken for clean on an error or an unknown answer', async () => {
    for (const antwoord of ["Can't allocate memory ERROR\0", 'stream: OKE\0', 'OK\0', 'stream: OK']) {
      const scanner = await valseScanner((socket) => socket.on('data', () => socket.end(antwoord)));
      expect(await scanner.scan(stroom(Buffer.from('x'))), antwoord).toEqual({ uitslag: 'niet-bereikbaar' });
    }
  });

  it('throws the error of the stream itself, and hangs up', async () => {
    const dicht = Promise.withResolvers<void>();
    const scanner = await valseScanner((socket) => socket.once('close', () => dicht.resolve()).resume());
    const breekt = Readable.from((async function* () {
      yield Buffer.from('a');
      throw new Error('leesfout');
    })());
    await expect(scanner.scan(breekt)).rejects.toThrow('leesfout');
    await dicht.promise;
  });
});

describe('the scanner from the environment', () => {
  it('is absent when nothing is set, and then never says clean', async () => {
    const scanner = scannerUitOmgeving({});
    expect(scanner.ingesteld).toBe(false);
    expect(await scanner.bereikbaar()).toBe(false);
    expect(await scanner.scan(stroom(EICAR))).toEqual({ uitslag: 'niet-bereikbaar' });
  });

  it.each(['unix:/run/clamav/clamd.ctl', 'tcp:clamav:3310', 'tcp:[::1]:3310'])('takes %s', (adres) => {
    expect(scannerUitOmgeving({ RUGDEKKING_CLAMD: adres }).ingesteld).toBe(true);
  });

  it.each(['clamav:3310', 'unix:relatief', 'tcp:host', 'tcp:host:0', 'tcp:host:99999'])('refuses %s', (adres) => {
    expect(() => scannerUitOmgeving({ RUGDEKKING_CLAMD: adres })).toThrow('RUGDEKKING_CLAMD');
  });
});
