import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

function sleutels(geheim: string): { sleutel: Buffer; voorNonce: Buffer } {
  const ruw = Buffer.from(hkdfSync('sha256', geheim, '', 'rugdekking verhuld adres', 64));
  return { sleutel: ruw.subarray(0, 32), voorNonce: ruw.subarray(32) };
}

/**
 * What someone searched for, as it may stand in an address: only within his own session can it be read again. A name that was typed is so
 * never in the history of a browser, in the log of a proxy, or in a link that is passed on. The same text gives the same result, so that
 * going back and reloading work as with any address.
 */
export function verhul(geheim: string, tekst: string): string {
  const { sleutel, voorNonce } = sleutels(geheim);
  const nonce = createHmac('sha256', voorNonce).update(tekst).digest().subarray(0, NONCE);
  const vercijfer = createCipheriv('aes-256-gcm', sleutel, nonce);
  const inhoud = Buffer.concat([vercijfer.update(tekst, 'utf8'), vercijfer.final()]);
  return Buffer.concat([nonce, vercijfer.getAuthTag(), inhoud]).toString('base64url');
}

/** The text again; '' when it is not of this session, or was changed. */
export function onthul(geheim: string, verhuld: string): string {
  const ruw = Buffer.from(verhuld, 'base64url');
  if (ruw.length < NONCE + TAG) return '';
  const ontcijfer = createDecipheriv('aes-256-gcm', sleutels(geheim).sleutel, ruw.subarray(0, NONCE));
  ontcijfer.setAuthTag(ruw.subarray(NONCE, NONCE + TAG));
  try {
    return Buffer.concat([ontcijfer.update(ruw.subarray(NONCE + TAG)), ontcijfer.final()]).toString('utf8');
  } catch {
    return '';
  }
}
