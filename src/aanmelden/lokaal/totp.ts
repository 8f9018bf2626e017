import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Temporal } from 'temporal-polyfill';

const STAP_S = 30;
/** One step early or late: clocks of telephones differ. */
const RUIMTE = 1;

/** Length of a secret: 160 bits, as RFC 4226 asks. */
export const TOTP_BYTES = 20;

/** A new secret for an app with codes. */
export function nieuwTotpGeheim(): Buffer {
  return randomBytes(TOTP_BYTES);
}

function totp(geheim: Uint8Array, wie = ''): TOTP {
  // SHA-1 with six digits: the only kind all apps know; as a keyed hash SHA-1 is still good (RFC 6238).
  return new TOTP({ issuer: 'Rugdekking', label: wie, algorithm: 'SHA1', digits: 6, period: STAP_S, secret: new Secret({ buffer: new Uint8Array(geheim).buffer }) });
}

/** The address an app reads from a QR code. */
export function totpAdres(geheim: Uint8Array, wie: string): string {
  return totp(geheim, wie).toString();
}

/** The secret to type over, in groups of four. */
export function totpTekst(geheim: Uint8Array): string {
  return (new Secret({ buffer: new Uint8Array(geheim).buffer }).base32.match(/.{1,4}/g) ?? []).join(' ');
}

/**
 * The step of thirty seconds this code belongs to, or null when it does not fit now. Whoever keeps the step refuses the same or an
 * earlier one the next time, so a code that someone looked off is worth nothing.
 */
export function totpStap(geheim: Uint8Array, code: string, nu: Temporal.Instant): number | null {
  const cijfers = code.replace(/[\s.-]/g, '');
  if (!/^\d{6}$/.test(cijfers)) return null;
  const verschil = totp(geheim).validate({ token: cijfers, timestamp: nu.epochMilliseconds, window: RUIMTE });
  return verschil === null ? null : Math.floor(nu.epochMilliseconds / 1000 / STAP_S) + verschil;
}
