import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { bestandenUitOmgeving, maakBewaring, maakKluis, mapopslag, neemIn, type Bestanden, type Ingenomen } from './index.ts';
import { hoofdsleutel } from './kluis.ts';
import { proef, proefmap } from './proefbestanden.ts';

async function opstelling(): Promise<{ map: string; bestanden: Bestanden; opgeslagen: () => Promise<string[]> }> {
  const map = await proefmap();
  const bestanden = await bestandenUitOmgeving(map, {});
  const opgeslagen = async (): Promise<string[]> =>
    (await readdir(join(map, 'bestanden'), { recursive: true, withFileTypes: true }).catch(() => [])).filter((deel) => deel.isFile()).map((deel) => join(deel.parentPath, deel.name));
  return { map, bestanden, opgeslagen };
}

const neem = (bestanden: Bestanden, naam: string, inhoud: Buffer): Promise<Ingenomen> => neemIn(Readable.from([inhoud], { objectMode: false }), { naam, spoelmap: bestanden.spoelmap });

describe('keeping a file', () => {
  it('seals original and copy, gives both back, and leaves no readable byte on disk', async () => {
    const { map, bestanden, opgeslagen } = await opstelling();
    const bron = await proef('film.mp4');
    const ingenomen = await neem(bestanden, 'a.mp4', bron);
    const bewaard = await bestanden.bewaring.bewaar(ingenomen, 'org/1');
    await ingenomen.ruimOp();
    expect(bewaard).toMatchObject({ kopieStatus: 'ontdaan-van-metagegevens', origineelBytes: bron.length, kopieBytes: bron.length, soort: 'mp4', voorbeeld: false });
    expect((await buffer(await bestanden.bewaring.leesOrigineel(bewaard, 'org/1'))).equals(bron)).toBe(true);
    const kopie = await buffer(await bestanden.bewaring.leesKopie(bewaard, 'org/1'));
    expect(kopie.includes('GEHEIM')).toBe(false);
    expect(await readdir(join(map, 'spoel'))).toEqual([]);
    const paden = await opgeslagen();
    expect(paden).toHaveLength(2);
    for (const pad of paden) expect((await readFile(pad)).includes('ftyp')).toBe(false);
    await bestanden.bewaring.verwijder(bewaard);
    expect(await opgeslagen()).toEqual([]);
  });

  it('keeps what is unchanged once, and shows that', async () => {
    const { bestanden, opgeslagen } = await opstelling();
    const bron = await proef('lijst.xlsx');
    const bewaard = await bestanden.bewaring.bewaar(await neem(bestanden, 'a.xlsx', bron), 'org/1');
    expect(bewaard).toMatchObject({ kopieStatus: 'ongewijzigd', kopieSleutel: null, kopieSha256: bewaard.origineelSha256 });
    expect((await buffer(await bestanden.bewaring.leesKopie(bewaard, 'org/1'))).equals(bron)).toBe(true);
    expect(await opgeslagen()).toHaveLength(1);
  });

  it('has no copy of what cannot be read, but the original', async () => {
    const { bestanden } = await opstelling();
    const bron = await proef('foto.heic');
    bron.write('xxxx', bron.indexOf('iloc'), 'latin1');
    const bewaard = await bestanden.bewaring.bewaar(await neem(bestanden, 'a.heic', bron), 'org/1');
    await expect(bestanden.bewaring.leesKopie(bewaard, 'org/1')).rejects.toThrow('bestand.geen-kopie');
    expect((await buffer(await bestanden.bewaring.leesOrigineel(bewaard, 'org/1'))).equals(bron)).toBe(true);
  });

  it('does not open for another organisation or file, nor the original as the copy', async () => {
    const { bestanden: { bewaring }, bestanden } = await opstelling();
    const bewaard = await bewaring.bewaar(await neem(bestanden, 'a.mp4', await proef('film.mp4')), 'org/1');
    await expect(bewaring.leesOrigineel(bewaard, 'ander/1').then(buffer)).rejects.toThrow('bestand.geschonden');
    await expect(bewaring.leesKopie({ ...bewaard, kopieSleutel: bewaard.origineelSleutel }, 'org/1').then(buffer)).rejects.toThrow('bestand.geschonden');
  });

  it('notices a changed byte on disk', async () => {
    const { bestanden: { bewaring }, bestanden, opgeslagen } = await opstelling();
    const bewaard = await bewaring.bewaar(await neem(bestanden, 'a.xlsx', await proef('lijst.xlsx')), 'org/1');
    const [pad = ''] = await opgeslagen();
    const inhoud = await readFile(pad);
    inhoud[inhoud.length - 20] = (inhoud[inhoud.length - 20] ?? 0) ^ 1;
    await writeFile(pad, inhoud);
    await expect(bewaring.leesOrigineel(bewaard, 'org/1').then(buffer)).rejects.toThrow('bestand.geschonden');
  });

  it('leaves nothing in the storage when the copy cannot be written', async () => {
    const { map, bestanden, opgeslagen } = await opstelling();
    const echt = mapopslag(join(map, 'bestanden'));
    let keer = 0;
    const hapert = { ...echt, schrijf: (sleutel: string, inhoud: Readable) => ((keer += 1) === 2 ? Promise.reject(new Error('schijf vol')) : echt.schrijf(sleutel, inhoud)) };
    const bewaring = maakBewaring({ opslag: hapert, kluis: maakKluis([hoofdsleutel(Buffer.alloc(32, 1))]), spoelmap: bestanden.spoelmap });
    const ingenomen = await neem(bestanden, 'a.mp4', await proef('film.mp4'));
    await expect(bewaring.bewaar(ingenomen, 'org/1')).rejects.toThrow('schijf vol');
    expect(keer).toBe(2);
    expect(await opgeslagen()).toEqual([]);
    expect(await readdir(bestanden.spoelmap)).toHaveLength(1);
  });
});

describe('the file part of a process', () => {
  it('finds its files back after a restart', async () => {
    const { map, bestanden } = await opstelling();
    const bron = await proef('lijst.xlsx');
    const bewaard = await bestanden.bewaring.bewaar(await neem(bestanden, 'a.xlsx', bron), 'org/1');
    const opnieuw = await bestandenUitOmgeving(map, {});
    expect((await buffer(await opnieuw.bewaring.leesOrigineel(bewaard, 'org/1'))).equals(bron)).toBe(true);
  });

  it('says what is missing in its configuration', async () => {
    const map = await proefmap();
    await expect(bestandenUitOmgeving(map, { RUGDEKKING_OPSLAG: 'ftp' })).rejects.toThrow('RUGDEKKING_OPSLAG');
    await expect(bestandenUitOmgeving(map, { RUGDEKKING_OPSLAG: 's3', RUGDEKKING_S3_BUCKET: 'b' })).rejects.toThrow('RUGDEKKING_S3_REGIO');
  });
});
