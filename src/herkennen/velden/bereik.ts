import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { type Bewijs, weeg } from '../bewijs.ts';
import { letterverschil } from '../naam/afstand.ts';
import { latijn, schoon } from '../naam/letters.ts';

/** A telephone number as +31612345678; its last nine digits when it is no valid number; null when nothing is left. */
export function leesTelefoon(tekst: string): string | null {
  const t = schoon(tekst.slice(0, 60)).replace(/\(0\)/g, '');
  const cijfers = t.replace(/\D/g, '');
  if (cijfers.length < 6 || /^(\d)\1+$/.test(cijfers)) return null;
  const gelezen = parsePhoneNumberFromString(t, 'NL');
  return gelezen?.isValid() === true ? gelezen.number : cijfers.slice(-9);
}

export function leesEmail(tekst: string): string | null {
  const t = schoon(tekst.slice(0, 254)).replace(/^mailto:/, '').replace(/\s+/g, '');
  return /^[^@]+@[^@]+\.[^@]+$/.test(t) ? t : null;
}

/** Name of an account without its address: "https://x.com/@Jansen" and "x:@jansen" are jansen. */
export function leesAccount(tekst: string): string | null {
  const t = schoon(tekst).replace(/^https?:\/\/(?:www\.)?/, '').replace(/[/?#]+$/, '');
  const naam = (/[:/@]([^:/@]+)$/.exec(t)?.[1] ?? t).replace(/\s+/g, '');
  const kaal = latijn(naam.replace(/[._-]/g, '')).vormen[0] ?? '';
  return kaal.length >= 3 ? kaal : null;
}

export function leesKenmerk(tekst: string): string | null {
  const t = (latijn(schoon(tekst).replace(/[^\p{L}\d]/gu, '')).vormen[0] ?? '').toUpperCase();
  return t.length >= 3 ? t : null;
}

/** m: how often a number or address that both know is the same for one person; people have several, so that another says little. */
export function vergelijkTelefoons(as: readonly string[], bs: readonly string[]): Bewijs[] {
  if (as.length === 0 || bs.length === 0) return [];
  const gelijk = as.filter((a) => bs.some((b) => a === b || (a.slice(-9) === b.slice(-9) && (!a.startsWith('+') || !b.startsWith('+')))));
  // Landlines are of a household, mobiles (06) mostly of one person.
  if (gelijk.length > 0) return [{ veld: 'telefoon', niveau: 'gelijk', bits: 20, familie: gelijk.every((t) => /^\+31[1-57]/.test(t)) ? weeg(0.7, 0.5) : weeg(0.7, 0.08) }];
  const bijna = as.some((a) => bs.some((b) => a.length === b.length && letterverschil(a, b, 1) <= 1));
  return bijna ? [{ veld: 'telefoon', niveau: 'een_cijfer', bits: 10, familie: 2 }] : [{ veld: 'telefoon', niveau: 'anders', bits: -1.5, familie: -1 }];
}

export function vergelijkEmails(as: readonly string[], bs: readonly string[]): Bewijs[] {
  if (as.length === 0 || bs.length === 0) return [];
  if (as.some((a) => bs.includes(a))) return [{ veld: 'email', niveau: 'gelijk', bits: 18, familie: 3 }];
  const voor = (e: string): string => e.slice(0, e.indexOf('@'));
  if (as.some((a) => bs.some((b) => letterverschil(a, b, 1) <= 1))) return [{ veld: 'email', niveau: 'een_letter', bits: 10, familie: 2.5 }];
  if (as.some((a) => voor(a).length >= 6 && bs.some((b) => voor(a) === voor(b)))) return [{ veld: 'email', niveau: 'deel', bits: 7, familie: 2.5 }];
  return [{ veld: 'email', niveau: 'anders', bits: -0.7, familie: -0.5 }];
}

export function vergelijkAccounts(as: readonly string[], bs: readonly string[]): Bewijs[] {
  return as.some((a) => bs.includes(a)) ? [{ veld: 'account', niveau: 'gelijk', bits: 17, familie: 5 }] : [];
}

export function vergelijkKenmerken(as: readonly string[], bs: readonly string[]): Bewijs[] {
  return as.some((a) => bs.includes(a)) ? [{ veld: 'kenmerk', niveau: 'gelijk', bits: 19, familie: 3 }] : [];
}
