import { ontwapen } from './cel.ts';

export type Celwaarde = string | number | boolean | null;

/**
 * A CSV file that Dutch Excel opens well and that can do no harm there: UTF-8 with byte order mark, semicolons, CRLF (RFC 4180 §2), and an
 * apostrophe before each text that looks like a formula. Numbers stay numbers; booleans become ja and nee; null an empty cell.
 */
export function schrijfCsv(koppen: readonly string[], rijen: readonly (readonly Celwaarde[])[]): string {
  return `\ufeff${[koppen, ...rijen].map((rij) => `${rij.map(alsCel).join(';')}\r\n`).join('')}`;
}

function alsCel(waarde: Celwaarde): string {
  if (waarde === null) return '';
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  if (typeof waarde === 'number') return String(waarde);
  const tekst = ontwapen(waarde);
  return /[";,\t\r\n]|^\s|\s$/.test(tekst) ? `"${tekst.replaceAll('"', '""')}"` : tekst;
}
