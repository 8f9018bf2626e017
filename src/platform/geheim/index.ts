import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Keys of this installation for one purpose: the first seals, all open. They come from `Bestanden.afgeleid`. */
export type Sleutels = readonly [Buffer, ...Buffer[]];

const NONCE = 12;
const TAG = 16;
/** What sealing adds to the length of a secret. */
export const ZEGEL_BYTES = NONCE + TAG;

/** Seals a small secret for a column of the database, bound to whose it is: in another row it does not open (AES-256-GCM: nonce, seal, contents). */
export function sluitGeheim([eerste]: Sleutels, bij: string, geheim: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const c = createCipheriv('aes-256-gcm', eerste, nonce).setAAD(Buffer.from(bij));
  const inhoud = Buffer.concat([c.update(geheim), c.final()]);
  return Buffer.concat([nonce, c.getAuthTag(), inhoud]);
}

/** Opens it with whichever key sealed it; null when none did. `metEerste`: no older key was needed. */
export function openGeheim(sleutels: Sleutels, bij: string, bytes: Uint8Array): { geheim: Buffer; metEerste: boolean } | null {
  const b = Buffer.from(bytes);
  if (b.length < ZEGEL_BYTES) return null;
  for (const [i, sleutel] of sleutels.entries()) {
    try {
      const d = createDecipheriv('aes-256-gcm', sleutel, b.subarray(0, NONCE), { authTagLength: TAG }).setAAD(Buffer.from(bij)).setAuthTag(b.subarray(NONCE, ZEGEL_BYTES));
      return { geheim: Buffer.concat([d.update(b.subarray(ZEGEL_BYTES)), d.final()]), metEerste: i === 0 };
    } catch {
      // Sealed with an older key: try the next.
    }
  }
  return null;
}
