import fc from 'fast-check';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { neemIn, type Ingenomen } from './inname.ts';
import { maakKopie, type Kopie } from './kopie.ts';
import { film, proef, proefmap } from './proefbestanden.ts';
import type { Bestandssoort } from './soort.ts';

interface Paar {
  origineel: Ingenomen;
  kopie: Kopie;
  inhoud: Buffer;
  spoelmap: string;
}

async function kopieer(naam: string, bron: Buffer): Promise<Paar> {
  const spoelmap = await proefmap();
  const origineel = await neemIn(Readable.from([bron], { objectMode: false }), { naam, spoelmap });
  const kopie = await maakKopie(origineel, spoelmap);
  return { origineel, kopie, inhoud: kopie.pad === undefined ? Buffer.alloc(0) : await readFile(kopie.pad), spoelmap };
}

/** 64 × 32 pixels, red left and blue right, as a phone held upright writes it: turned, with a place and a name. */
async function foto(soort: 'jpeg' | 'png' | 'webp'): Promise<Buffer> {
  const helft = (kleur: string): Promise<Buffer> => sharp({ create: { width: 32, height: 32, channels: 3, background: kleur } }).png().toBuffer();
  return sharp({ create: { width: 64, height: 32, channels: 3, background: 'black' } })
    .composite([{ input: await helft('red'), left: 0, top: 0 }, { input: await helft('blue'), left: 32, top: 0 }])
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Artist: 'GEHEIMENAAM' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 26/1', GPSLongitudeRef: 'E', GPSLongitude: '5/1 7/1 17/1' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">GEHEIMEXMP</x:xmpmeta>')
    .toFormat(soort)
    .toBuffer();
}

describe('the copy of an image', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('has no place, name or other addition (%s), while the original keeps them', async (soort) => {
    const bron = await foto(soort);
    expect(bron.includes('GEHEIMENAAM')).toBe(true);
    expect(await sharp(bron).metadata()).toMatchObject({ orientation: 6, exif: expect.any(Buffer) });
    const { origineel, kopie, inhoud } = await kopieer(`a.${soort}`, bron);
    expect(kopie).toMatchObject({ status: 'ontdaan-van-metagegevens', voorbeeld: true, bytes: inhoud.length });
    expect(inhoud.includes('GEHEIM')).toBe(false);
    const meta = await sharp(inhoud).metadata();
    for (const veld of ['exif', 'xmp', 'iptc', 'icc', 'orientation'] as const) expect(meta[veld], veld).toBeUndefined();
    expect((await readFile(origineel.pad)).equals(bron)).toBe(true);
  });

  it('stands upright: what the turn said is done in the pixels', async () => {
    const { inhoud } = await kopieer('a.png', await foto('png'));
    const { data, info } = await sharp(inhoud).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([32, 64]);
    expect(Array.from(data.subarray(0, 3))).toEqual([255, 0, 0]);
    expect(Array.from(data.subarray(-3))).toEqual([0, 0, 255]);
  });

  it('keeps all frames of an animation', async () => {
    const ruis = await sharp({ create: { width: 10, height: 30, channels: 3, background: 'teal', pageHeight: 10, noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).gif().toBuffer();
    expect((await sharp((await kopieer('a.gif', ruis)).inhoud, { animated: true }).metadata()).pages).toBe(3);
  });

  it('shows what there is of a photo that was cut off', async () => {
    const heel = await sharp({ create: { width: 200, height: 200, channels: 3, background: 'teal', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).jpeg().toBuffer();
    expect((await kopieer('a.jpg', heel.subarray(0, heel.length / 2))).kopie.status).toBe('ontdaan-van-metagegevens');
  });

  it('is not there when nothing can be decoded, and leaves nothing in the spool folder', async () => {
    const bron = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'teal', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).webp({ lossless: true }).toBuffer();
    const { kopie, spoelmap } = await kopieer('a.webp', Buffer.from(bron.fill(0xff, 40)));
    expect(kopie).toMatchObject({ status: 'geen-kopie', voorbeeld: false });
    expect(await readdir(spoelmap)).toHaveLength(1);
  });

  it('of a heic has EXIF and XMP overwritten and all else byte for byte', async () => {
    const bron = await proef('foto.heic');
    expect(bron.includes('GEHEIMENAAM')).toBe(true);
    const { kopie, inhoud } = await kopieer('a.heic', bron);
    expect(kopie).toMatchObject({ status: 'ontdaan-van-metagegevens', voorbeeld: false });
    expect(inhoud.includes('GEHEIM')).toBe(false);
    expect(inhoud.includes('GPS')).toBe(false);
    expect(alleenGewist(bron, inhoud)).toBe(true);
    expect(inhoud.includes('hvcC')).toBe(true);
  });

  it('of a heic that is not understood is not there', async () => {
    const bron = await proef('foto.heic');
    bron.write('xxxx', bron.indexOf('iloc'), 'latin1');
    expect((await kopieer('a.heic', bron)).kopie.status).toBe('geen-kopie');
  });
});

/** Whether `na` differs from `voor` only by zero bytes and boxes renamed to free space. */
function alleenGewist(voor: Buffer, na: Buffer): boolean {
  if (voor.length !== na.length) return false;
  const vrij = new Set<number>();
  for (let i = na.indexOf('free'); i >= 0; i = na.indexOf('free', i + 1)) for (let n = 0; n < 4; n += 1) vrij.add(i + n);
  return na.every((byte, i) => byte === voor[i] || byte === 0 || vrij.has(i));
}

describe('the copy of sound and film', () => {
  it.each(['film.mp4', 'film.mov', 'film.3gp', 'geluid.m4a'])('%s has no place, names or times, and the same media', async (naam) => {
    const bron = await proef(naam);
    expect(bron.includes('GEHEIMENAAM')).toBe(true);
    expect(bron.toString('latin1')).toMatch(/loci|\xa9xyz|location/);
    const { kopie, inhoud } = await kopieer(naam, bron);
    expect(kopie.status).toBe('ontdaan-van-metagegevens');
    expect(inhoud.includes('GEHEIM')).toBe(false);
    expect(inhoud.toString('latin1')).not.toMatch(/loci|\xa9xyz|location|52\.0907/);
    expect(alleenGewist(bron, inhoud)).toBe(true);
    const media = (van: Buffer): Buffer => van.subarray(van.indexOf('mdat'), van.indexOf('mdat') - 4 + van.readUInt32BE(van.indexOf('mdat') - 4));
    expect(media(inhoud).equals(media(bron))).toBe(true);
    for (const kop of ['mvhd', 'tkhd', 'mdhd']) expect(inhoud.readBigUInt64BE(inhoud.indexOf(kop) + 8), kop).toBe(0n);
  });

  it('has the samples of a device track overwritten, and the picture not', async () => {
    const { kopie, inhoud } = await kopieer('a.mov', film('qt  '));
    expect(kopie.status).toBe('ontdaan-van-metagegevens');
    expect(inhoud.includes('BEELDBEELD\0\0\0\0\0\0\0\0\0\0\0\0')).toBe(true);
    for (const rest of ['PLAATS', '+52.', 'ISO6709', 'XMP', 'SPOORNAAM', '\xd0\xd0\xd0\xd0']) expect(inhoud.includes(rest, 0, 'latin1'), rest).toBe(false);
    expect(inhoud.toString('latin1').split('trak')).toHaveLength(2);
  });

  it('is the original, and says so, when the film is not understood', async () => {
    const bron = film('qt  ');
    bron.write('xxxx', bron.lastIndexOf('stco'), 'latin1');
    const { kopie, origineel, inhoud } = await kopieer('a.mov', bron);
    expect(kopie).toMatchObject({ status: 'ongewijzigd', pad: origineel.pad, sha256: origineel.sha256 });
    expect(inhoud.equals(bron)).toBe(true);
  });

  it('does not point outside the media when a device track says so', async () => {
    const bron = film('qt  ');
    bron.writeUInt32BE(4, bron.lastIndexOf('stco') + 12);
    expect((await kopieer('a.mov', bron)).kopie.status).toBe('ongewijzigd');
  });

  it.each([['geluid.mp3', 'mp3'], ['geluid.aac', 'aac']])('%s has its tags cut off before and behind', async (naam) => {
    const kaal = await proef(naam);
    const tag = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\x01\x02', 'latin1'), Buffer.alloc(130, 'GEHEIMGEHEIM')]);
    const ape = Buffer.concat([Buffer.from('GEHEIM', 'latin1'), Buffer.from('APETAGEX', 'latin1'), Buffer.from('d007000026000000010000000000000000000000000000 00'.replace(' ', ''), 'hex')]);
    const id3v1 = Buffer.alloc(128, 'TAGGEHEIM');
    const { kopie, inhoud } = await kopieer(naam, Buffer.concat([tag, kaal, ape, id3v1]));
    expect(kopie.status).toBe('ontdaan-van-metagegevens');
    expect(inhoud.includes('GEHEIM')).toBe(false);
    expect(inhoud.readUInt8(0)).toBe(0xff);
    expect(kaal.includes(inhoud)).toBe(true);
    expect(inhoud.length).toBeGreaterThan(kaal.length / 2);
  });

  it('of a wav keeps the sound alone', async () => {
    const bron = await proef('geluid.wav');
    const { kopie, inhoud } = await kopieer('a.wav', bron);
    expect(kopie.status).toBe('ontdaan-van-metagegevens');
    expect(inhoud.includes('GEHEIM')).toBe(false);
    const data = bron.subarray(bron.indexOf('data'));
    expect(inhoud.subarray(-data.length).equals(data)).toBe(true);
  });

  it.each(['film.webm', 'geluid.opus', 'brief.docx', 'lijst.xlsx'])('%s is the original, and says so', async (naam) => {
    const bron = await proef(naam);
    const { kopie, inhoud } = await kopieer(naam, bron);
    expect(kopie.status).toBe('ongewijzigd');
    expect(inhoud.equals(bron)).toBe(true);
  });

  it('answers any damaged file with a status, and never touches the original', async () => {
    const bronnen = await Promise.all((['mp4:film.mp4', 'heic:foto.heic', 'm4a:geluid.m4a', 'wav:geluid.wav', 'mp3:geluid.mp3'] as const).map(async (paar) => ({ soort: paar.split(':')[0] as Bestandssoort, inhoud: await proef(paar.split(':')[1] ?? '') })));
    const spoelmap = await proefmap();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...bronnen), fc.array(fc.tuple(fc.nat(5_000), fc.nat(255)), { minLength: 1, maxLength: 6 }), fc.nat(5_000), async ({ soort, inhoud }, fouten, lengte) => {
        const kapot = Buffer.from(inhoud.subarray(0, lengte < 100 ? inhoud.length : lengte));
        for (const [plaats, byte] of fouten) if (plaats < kapot.length) kapot[plaats] = byte;
        const pad = join(spoelmap, 'kapot');
        await writeFile(pad, kapot);
        const origineel: Ingenomen = { pad, naam: 'x', soort, mediatype: '', bytes: kapot.length, sha256: '', extensieKlopt: true, ruimOp: async () => undefined };
        const kopie = await maakKopie(origineel, spoelmap);
        expect(['ontdaan-van-metagegevens', 'ongewijzigd', 'geen-kopie']).toContain(kopie.status);
        await kopie.ruimOp();
        expect((await readFile(pad)).equals(kapot)).toBe(true);
        expect(await readdir(spoelmap)).toEqual(['kapot']);
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});
