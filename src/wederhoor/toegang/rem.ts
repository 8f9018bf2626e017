import { netwerk, rem, type Remmen } from '../../platform/rem/index.ts';
import { codedeel } from './code.ts';

export interface Poger {
  code: string;
  adres: string;
}

/**
 * The brake on guessing at the code of a letter. Three counters:
 *
 * - this code from this address: after five failures 2, 4, 8 … seconds, up to a quarter of an hour;
 * - this address, whichever code: after thirty (a library or an office shares one), up to a minute;
 * - this code from anywhere: after twenty, up to a minute, so that strangers can slow down but never lock out.
 *
 * The brake is not what keeps a case closed: code and controlecode are 88 bits.
 */
export function remmenVan({ code, adres }: Poger): Remmen {
  const [deel, net] = [codedeel(code), netwerk(adres)];
  return [rem('brief samen', [deel, net], 5, 15 * 60), rem('brief adres', [net], 30, 60), rem('brief code', [deel], 20, 60)];
}
