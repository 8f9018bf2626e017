import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/**
 * Strict by default: nothing from elsewhere, no inline script or style, no frames, no HTML from strings (Trusted Types).
 * `form-action` allows the site itself only, so sign-in at an identity provider starts with a link and not with a form.
 */
export const INHOUDSBELEID = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
  "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
].join('; ');

/** Headers on every answer, also on errors. HSTS for a year with subdomains (ASVS 3.4.1). */
export const beveiligingskoppen: MiddlewareHandler = async (c, next) => {
  await next();
  const h = c.res.headers;
  h.set('Content-Security-Policy', INHOUDSBELEID);
  h.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  h.set('X-Content-Type-Options', 'nosniff');
  h.set('X-Frame-Options', 'DENY');
  h.set('Referrer-Policy', 'no-referrer');
  h.set('Cross-Origin-Opener-Policy', 'same-origin');
  h.set('Cross-Origin-Resource-Policy', 'same-origin');
  h.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()');
  if (!h.has('Cache-Control')) h.set('Cache-Control', 'no-store');
};

/** The token in every form: made from the secret of the session, so that no other site can know it. */
export function csrfToken(geheim: string): string {
  return createHmac('sha256', geheim).update('formulier').digest('base64url');
}

/** Compares in constant time. */
export function klopt(gegeven: unknown, verwacht: string): boolean {
  if (typeof gegeven !== 'string') return false;
  const a = Buffer.from(gegeven);
  const b = Buffer.from(verwacht);
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * A browser says where a request comes from; a write that it says came from another site is refused before anything is read.
 * Old browsers without Sec-Fetch-Site are covered by the Origin header and by the token in the form.
 */
export function vanEigenSite(koppen: Headers, eigenOorsprong: string): boolean {
  const site = koppen.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const oorsprong = koppen.get('origin');
  return oorsprong === null || oorsprong === eigenOorsprong;
}
