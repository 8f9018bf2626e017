import S3rver from 's3rver';
import { randomBytes } from 'node:crypto';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { s3opslag } from './opslag-s3.ts';
import { mapopslag, nieuweOpslagsleutel, type Opslag } from './opslag.ts';
import { proefmap } from './proefbestanden.ts';

interface Proef {
  opslag: Opslag;
  /** Everything on disk: what the storage holds and what is left in between. */
  inhoud(): Promise<string[]>;
}

async function opMap(): Promise<Proef> {
  const map = join(await proefmap(), 'bestanden');
  return { opslag: mapopslag(map), inhoud: () => readdir(map, { recursive: true }) };
}

async function opS3(): Promise<Proef> {
  const map = await proefmap();
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: join(map, 's3'), configureBuckets: [{ name: 'proef' }] });
  const { port } = await server.run();
  onTestFinished(() => server.close());
  const opslag = await s3opslag(
    { bucket: 'proef', regio: 'eu-west-1', eindpunt: `http://127.0.0.1:${port}`, sleutelId: 'S3RVER', geheim: 'S3RVER', voorvoegsel: 'rugdekking/' },
    join(map, 'spoel'),
  );
  return { opslag, inhoud: () => readdir(join(map, 'spoel')) };
}

const stroom = (inhoud: Buffer): Readable => Readable.from([inhoud], { objectMode: false });

describe.each([['a folder', opMap], ['an S3 bucket', opS3]])('storage in %s', (_, maak) => {
  it('gives back what was written, byte for byte', async () => {
    const { opslag } = await maak();
    for (const lengte of [0, 1, 3_000_000]) {
      const sleutel = nieuweOpslagsleutel();
      const inhoud = randomBytes(lengte);
      await opslag.schrijf(sleutel, stroom(inhoud));
      expect(await opslag.bestaat(sleutel)).toBe(true);
      expect((await buffer(await opslag.lees(sleutel))).equals(inhoud)).toBe(true);
    }
  });

  it('says what is not there, and deletes once and twice', async () => {
    const { opslag } = await maak();
    const sleutel = nieuweOpslagsleutel();
    expect(await opslag.bestaat(sleutel)).toBe(false);
    await expect(opslag.lees(sleutel)).rejects.toThrow('bestand.weg');
    await opslag.schrijf(sleutel, stroom(Buffer.from('x')));
    await opslag.verwijder(sleutel);
    await opslag.verwijder(sleutel);
    expect(await opslag.bestaat(sleutel)).toBe(false);
  });

  it('keeps nothing of a stream that breaks off', async () => {
    const { opslag, inhoud } = await maak();
    const sleutel = nieuweOpslagsleutel();
    const breekt = Readable.from((async function* () {
      yield Buffer.alloc(100_000);
      throw new Error('afgebroken');
    })());
    await expect(opslag.schrijf(sleutel, breekt)).rejects.toThrow('afgebroken');
    expect(await opslag.bestaat(sleutel)).toBe(false);
    expect((await inhoud()).filter((naam) => naam.endsWith('.deel'))).toEqual([]);
  });

  it('deletes what a killed process left of a file halfway, and nothing of another', async () => {
    const map = join(await proefmap(), 'bestanden');
    const opslag = mapopslag(map);
    const sleutel = nieuweOpslagsleutel();
    const buur = `${sleutel.slice(0, 4)}${nieuweOpslagsleutel().slice(4)}`;
    await opslag.schrijf(buur, stroom(Buffer.from('x')));
    await writeFile(join(map, sleutel.slice(0, 2), sleutel.slice(2, 4), `${sleutel}.0a1b2c3d.deel`), 'half');
    await opslag.verwijder(sleutel);
    expect((await readdir(map, { recursive: true })).filter((naam) => naam.includes(sleutel))).toEqual([]);
    expect(await opslag.bestaat(buur)).toBe(true);
  });

  it('does not let a key be a path', async () => {
    const { opslag } = await maak();
    for (const sleutel of ['../../etc/passwd', '', 'a/b', `${nieuweOpslagsleutel()}/..`, nieuweOpslagsleutel().toUpperCase()]) {
      await expect((async () => opslag.lees(sleutel))()).rejects.toThrow('bestand.weg');
      await expect((async () => opslag.schrijf(sleutel, stroom(Buffer.from('x'))))()).rejects.toThrow('bestand.weg');
    }
  });
});

describe('storage in a folder', () => {
  it('spreads files over folders and lets nobody else in', async () => {
    const map = join(await proefmap(), 'bestanden');
    const sleutel = nieuweOpslagsleutel();
    await mapopslag(map).schrijf(sleutel, stroom(Buffer.from('x')));
    const pad = join(map, sleutel.slice(0, 2), sleutel.slice(2, 4), sleutel);
    expect((await stat(pad)).mode & 0o777).toBe(0o600);
    for (const ouder of [map, join(pad, '../..'), join(pad, '..')]) expect((await stat(ouder)).mode & 0o777).toBe(0o700);
  });
});
