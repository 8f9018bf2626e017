import { Buffer } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';

/** Reads exactly `lengte` bytes at `plaats`, or throws a RangeError when the file ends before that. */
export async function leesBytes(bestand: FileHandle, plaats: number, lengte: number): Promise<Buffer> {
  const buffer = Buffer.alloc(lengte);
  let gelezen = 0;
  while (gelezen < lengte) {
    const { bytesRead } = await bestand.read(buffer, gelezen, lengte - gelezen, plaats + gelezen);
    if (bytesRead === 0) throw new RangeError('the file ends before the bytes asked for');
    gelezen += bytesRead;
  }
  return buffer;
}

/** Reads at most `lengte` bytes from the start. */
export async function leesKop(bestand: FileHandle, lengte: number): Promise<Buffer> {
  const { size } = await bestand.stat();
  return leesBytes(bestand, 0, Math.min(lengte, size));
}

const NULLEN = Buffer.alloc(64 * 1024);

/** Overwrites a range with zero bytes, so that what stood there is gone and every offset in the file stays right. */
export async function nulUit(bestand: FileHandle, begin: number, einde: number): Promise<void> {
  for (let plaats = begin; plaats < einde; ) {
    const { bytesWritten } = await bestand.write(NULLEN, 0, Math.min(NULLEN.length, einde - plaats), plaats);
    plaats += bytesWritten;
  }
}
