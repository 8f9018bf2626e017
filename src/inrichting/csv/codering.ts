import iconv from 'iconv-lite';
import { bestandsfout, type CsvFout } from './fouten.ts';

export type Codering = 'UTF-8' | 'UTF-16' | 'Windows-1252';
export type Gedecodeerd = { ok: true; tekst: string; codering: Codering } | { ok: false; fout: CsvFout };

/** First bytes of files that people send by mistake, with what to do instead. */
const andereBestanden: readonly (readonly [begin: readonly number[], tekst: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'Dit is een Excel- of zipbestand. Sla het in Excel op als “CSV UTF-8” en kies dat bestand.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'Dit is een ouder Excel-bestand. Sla het in Excel op als “CSV UTF-8” en kies dat bestand.'],
  [[0x25, 0x50, 0x44, 0x46], 'Dit is een pdf. Kies een CSV-bestand.'],
];

/**
 * The text of an uploaded CSV file, whatever program wrote it.
 *
 * A byte order mark decides; without one UTF-16 is known by its zero bytes, UTF-8 by being valid, and the rest is Windows-1252, which
 * Dutch Excel writes when "CSV" is chosen without more.
 */
export function naarTekst(bytes: Uint8Array): Gedecodeerd {
  if (bytes.length === 0) return { ok: false, fout: bestandsfout('leeg', 'Dit bestand is leeg.') };
  const ander = andereBestanden.find(([begin]) => begin.every((byte, plaats) => bytes[plaats] === byte));
  if (ander) return { ok: false, fout: bestandsfout('geen-csv', ander[1]) };

  const utf16 = utf16Volgorde(bytes);
  if (utf16) return alsUtf16(bytes, utf16);
  if (begintMet(bytes, [0xef, 0xbb, 0xbf]) || isUtf8(bytes)) return alsUtf8(bytes);
  return { ok: true, tekst: iconv.decode(bytes, 'windows-1252'), codering: 'Windows-1252' };
}

function begintMet(bytes: Uint8Array, begin: readonly number[]): boolean {
  return begin.every((byte, plaats) => bytes[plaats] === byte);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function alsUtf8(bytes: Uint8Array): Gedecodeerd {
  if (!isUtf8(bytes)) {
    return { ok: false, fout: bestandsfout('codering', 'Dit bestand zegt dat het UTF-8 is, maar is beschadigd. Sla het opnieuw op als “CSV UTF-8”.') };
  }
  return { ok: true, tekst: new TextDecoder('utf-8').decode(bytes), codering: 'UTF-8' };
}

function alsUtf16(bytes: Uint8Array, volgorde: 'utf-16le' | 'utf-16be'): Gedecodeerd {
  const tekst = iconv.decode(bytes, volgorde);
  if (bytes.length % 2 === 1 || !tekst.isWellFormed()) {
    return { ok: false, fout: bestandsfout('codering', 'Dit bestand is UTF-16 maar is beschadigd. Sla het opnieuw op als “CSV UTF-8”.') };
  }
  return { ok: true, tekst, codering: 'UTF-16' };
}

/** The byte order of UTF-16, by its mark or because nearly every other byte of western text is zero. */
function utf16Volgorde(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (begintMet(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (begintMet(bytes, [0xfe, 0xff])) return 'utf-16be';
  const begin = bytes.subarray(0, 4096);
  const nullen = [0, 0];
  for (const [plaats, byte] of begin.entries()) if (byte === 0) nullen[plaats % 2] = (nullen[plaats % 2] ?? 0) + 1;
  const [even = 0, oneven = 0] = nullen;
  const paren = Math.floor(begin.length / 2);
  if (paren < 4) return undefined;
  if (oneven > paren * 0.7 && even < paren * 0.1) return 'utf-16le';
  if (even > paren * 0.7 && oneven < paren * 0.1) return 'utf-16be';
  return undefined;
}
