import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import type { Id } from '../../kern/ids.ts';

/** Keys of this installation for this room: the first seals and hashes, all open. */
export type Sleutels = readonly [Buffer, ...Buffer[]];

const deel = (sleutel: Buffer, doel: string): Buffer => createHmac('sha256', sleutel).update(`signalering/${doel}`).digest();

/** The key for hashes of what was asked. */
export const spoorsleutel = ([eerste]: Sleutels): Buffer => deel(eerste, 'spoor');

/** A new key for a system: 32 random bytes, with a beginning by which a leaked one is recognised. */
export function nieuweSleutel(): { sleutel: string; hash: Buffer; begin: string } {
  const sleutel = `rdk_${randomBytes(32).toString('base64url')}`;
  return { sleutel, hash: hashVan(sleutel), begin: sleutel.slice(0, 10) };
}

/** A key has so much chance in it that a plain hash cannot be guessed back. */
export const hashVan = (sleutel: string): Buffer => createHash('sha256').update(sleutel).digest();

/** Seals the secret of a webhook, bound to its row (AES-256-GCM: nonce, seal, contents). */
export function verzegel([eerste]: Sleutels, koppelingId: Id, geheim: string): Buffer {
  const nonce = randomBytes(12);
  const c = createCipheriv('aes-256-gcm', deel(eerste, 'webhook'), nonce).setAAD(Buffer.from(koppelingId));
  const inhoud = Buffer.concat([c.update(geheim, 'utf8'), c.final()]);
  return Buffer.concat([nonce, c.getAuthTag(), inhoud]);
}

/** Opens it with whichever key sealed it; null when none did. */
export function ontzegel(sleutels: Sleutels, koppelingId: Id, bytes: Uint8Array): string | null {
  const b = Buffer.from(bytes);
  for (const sleutel of sleutels) {
    try {
      const d = createDecipheriv('aes-256-gcm', deel(sleutel, 'webhook'), b.subarray(0, 12)).setAAD(Buffer.from(koppelingId)).setAuthTag(b.subarray(12, 28));
      return Buffer.concat([d.update(b.subarray(28)), d.final()]).toString('utf8');
    } catch {
      // Sealed with an older key: try the next.
    }
  }
  return null;
}

/** What a receiver checks: HMAC-SHA256 over the moment and the body, so that neither can be changed nor sent again much later. */
export function handtekening(geheim: string, seconden: number, lichaam: string): string {
  return `t=${seconden},v1=${createHmac('sha256', geheim).update(`${seconden}.${lichaam}`).digest('hex')}`;
}
