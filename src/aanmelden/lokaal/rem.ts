import type { Id } from '../../kern/ids.ts';
import { netwerk, rem, type Remmen } from '../../platform/rem/index.ts';

export interface Poger {
  organisatieId: Id;
  account: string;
  adres: string;
  /** Hash of the cookie of a browser that this account knows. */
  toestel: string | null;
}

const KWARTIER = 15 * 60;

/**
 * The brake on guessing at an account. Three counters:
 *
 * - this account from this address: up to a quarter of an hour;
 * - this address, whichever account: the same, later (a whole office can share one address);
 * - this account from anywhere: up to one minute, so that strangers can slow down but never lock out.
 *
 * In a browser where this colleague signed in before, only the counter of that browser holds: there nobody else can slow him down.
 */
export function remmenVan({ organisatieId: o, account, adres, toestel }: Poger): Remmen {
  if (toestel !== null) return [rem('aanmelden toestel', [o, account, toestel], 5, KWARTIER)];
  const net = netwerk(adres);
  return [rem('aanmelden samen', [o, account, net], 5, KWARTIER), rem('aanmelden adres', [o, net], 30, KWARTIER), rem('aanmelden account', [o, account], 20, 60)];
}

/**
 * The brake on guessing at what someone who is signed in must prove once more: whoever sits at a session that was left open knows the account
 * already. That session up to a quarter of an hour; the account from all its sessions a minute at most, so that its owner is never kept out for long.
 */
export function remmenBinnen({ organisatieId: o, medewerkerId, sessie }: { organisatieId: Id; medewerkerId: Id; sessie: Id }): Remmen {
  return [rem('binnen sessie', [o, medewerkerId, sessie], 5, KWARTIER), rem('binnen account', [o, medewerkerId], 20, 60)];
}
