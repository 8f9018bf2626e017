import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Id } from '../../kern/ids.ts';
import { openGeheim, sluitGeheim, type Sleutels } from '../../platform/geheim/index.ts';

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

/** Seals the secret of a webhook, bound to its row. */
export function verzegel(sleutels: Sleutels, koppelingId: Id, geheim: string): Buffer {
  return sluitGeheim(voorWebhooks(sleutels), koppelingId, Buffer.from(geheim, 'utf8'));
}

/** Opens it with whichever key sealed it; null when none did. */
export function ontzegel(sleutels: Sleutels, koppelingId: Id, bytes: Uint8Array): string | null {
  return openGeheim(voorWebhooks(sleutels), koppelingId, bytes)?.geheim.toString('utf8') ?? null;
}

const voorWebhooks = ([eerste, ...ouder]: Sleutels): Sleutels => [deel(eerste, 'webhook'), ...ouder.map((sleutel) => deel(sleutel, 'webhook'))];

/** What a receiver checks: HMAC-SHA256 over the moment and the body, so that neither can be changed nor sent again much later. */
export function handtekening(geheim: string, seconden: number, lichaam: string): string {
  return `t=${seconden},v1=${createHmac('sha256', geheim).update(`${seconden}.${lichaam}`).digest('hex')}`;
}
