import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { hoofdsleutel, maakKluis } from './kluis.ts';

const sleutel = hoofdsleutel(Buffer.alloc(32, 7));
const kluis = maakKluis([sleutel]);
const RAAM = 64 * 1024;

/** A stream in pieces of odd sizes, so that no piece fits a frame. */
const inStukken = (inhoud: Buffer, stuk = 10_007): Readable =>
  Readable.from(Array.from({ length: Math.ceil(inhoud.length / stuk) }, (_, i) => inhoud.subarray(i * stuk, (i + 1) * stuk)), { objectMode: false });
const verzegel = (inhoud: Buffer, context = 'a/1'): Promise<Buffer> => buffer(kluis.verzegel(inStukken(inhoud), context));
const ontsluit = (verzegeld: Buffer, context = 'a/1'): Promise<Buffer> => buffer(kluis.ontsluit(inStukken(verzegeld, 33_331), context));

describe('a sealed file', () => {
  it.each([0, 1, RAAM - 1, RAAM, RAAM + 1, 3 * RAAM, 1_000_000])('of %i bytes opens to what was sealed', async (lengte) => {
    const inhoud = randomBytes(lengte);
    expect((await ontsluit(await verzegel(inhoud))).equals(inhoud)).toBe(true);
  });

  it('does not show its contents, and differs each time', async () => {
    const inhoud = Buffer.from('een heel herkenbare zin');
    const [een, twee] = [await verzegel(inhoud), await verzegel(inhoud)];
    expect(een.includes(inhoud)).toBe(false);
    expect(een.equals(twee)).toBe(false);
  });

  it('does not open when any bit was changed', async () => {
    const verzegeld = await verzegel(randomBytes(200));
    await fc.assert(
      fc.asyncProperty(fc.nat(verzegeld.length - 1), fc.nat(7), async (plaats, bit) => {
        const kapot = Buffer.from(verzegeld);
        kapot[plaats] = (kapot[plaats] ?? 0) ^ (1 << bit);
        await expect(ontsluit(kapot)).rejects.toThrow(/^bestand\.(geschonden|sleutel-onbekend)$/);
      }),
      { numRuns: 300 },
    );
  });

  it('does not open when cut off anywhere, also between two frames', async () => {
    const verzegeld = await verzegel(randomBytes(2 * RAAM + 10));
    for (const lengte of [0, 10, 71, 72, 73, 72 + 16, 72 + RAAM + 16, 72 + 2 * (RAAM + 16), verzegeld.length - 1]) {
      await expect(ontsluit(verzegeld.subarray(0, lengte)), String(lengte)).rejects.toThrow('bestand.geschonden');
    }
  });

  it('does not open with something behind it, with frames swapped or repeated', async () => {
    const verzegeld = await verzegel(randomBytes(3 * RAAM));
    const kop = verzegeld.subarray(0, 72);
    const raam = (n: number): Buffer => verzegeld.subarray(72 + n * (RAAM + 16), 72 + (n + 1) * (RAAM + 16));
    for (const delen of [[verzegeld, Buffer.from([0])], [kop, raam(1), raam(0), raam(2)], [kop, raam(0), raam(0), raam(1), raam(2)], [kop, raam(0), raam(2)]]) {
      await expect(ontsluit(Buffer.concat(delen))).rejects.toThrow('bestand.geschonden');
    }
  });

  it('does not open as another file, nor with the header of another file', async () => {
    const [een, twee] = [await verzegel(Buffer.from('een'), 'a/1'), await verzegel(Buffer.from('twee'), 'a/2')];
    await expect(ontsluit(een, 'a/2')).rejects.toThrow('bestand.geschonden');
    await expect(ontsluit(Buffer.concat([twee.subarray(0, 72), een.subarray(72)]), 'a/2')).rejects.toThrow('bestand.geschonden');
  });

  it('opens with an older key after a new one was put before it, and not without its own', async () => {
    const verzegeld = await verzegel(Buffer.from('oud'));
    const nieuw = hoofdsleutel(Buffer.alloc(32, 9));
    expect((await buffer(maakKluis([nieuw, sleutel]).ontsluit(inStukken(verzegeld), 'a/1'))).toString()).toBe('oud');
    await expect(buffer(maakKluis([nieuw]).ontsluit(inStukken(verzegeld), 'a/1'))).rejects.toThrow('bestand.sleutel-onbekend');
  });

  it('passes on the error of its source, and closes the source when given up', async () => {
    await expect(buffer(kluis.verzegel(createReadStream('/bestaat/niet'), 'a/1'))).rejects.toMatchObject({ code: 'ENOENT' });
    const bron = inStukken(Buffer.alloc(1_000_000));
    const stroom = kluis.verzegel(bron, 'a/1');
    const dicht = new Promise((klaar) => bron.once('close', klaar));
    stroom.destroy();
    await dicht;
    expect(bron.destroyed).toBe(true);
  });
});
