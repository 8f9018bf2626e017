import { createReadStream } from 'node:fs';
import { Bestandsfout } from './fouten.ts';

/** What a browser or a shell would run when it decided by the first characters (WHATWG MIME Sniffing §7.1, and scripts). */
const UITVOERBAAR = /^(?:\uFEFF|ï»¿)?\s*(?:<!--.*?-->\s*)*(?:#!|<\?|<!doctype|<(?:html|head|title|body|script|iframe|svg|style|table|h1|div|font|br|b|a|p)\b|@echo\b|\{\\rtf)|<(?:html|script|svg|iframe)[\s>]/is;

/** A header of a message (RFC 5322 §3.6) at the start of a line. */
const POSTKOP = /^(?:from|to|date|subject|message-id|received|return-path|mime-version|content-type|delivered-to):/gim;

/**
 * Decides whether a file without a known signature is plain text: UTF-8, or else Latin (Windows-1252), without control
 * characters and without a beginning that a program would run. Mail saved as .eml is text with a message header.
 */
export async function keurTekst(pad: string, extensie: string): Promise<'txt' | 'eml'> {
  const kop = await leesAlsTekst(pad);
  if (extensie === 'eml' && isBericht(kop)) return 'eml';
  if (UITVOERBAAR.test(kop)) throw new Bestandsfout('bestand.uitvoerbaar');
  return 'txt';
}

const KOPBYTES = 8 * 1024;

/** Reads the whole file in pieces, refuses what is not text, and returns the first 8 KB of it. */
async function leesAlsTekst(pad: string): Promise<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let geldigUtf8 = true;
  let geldigLatijn = true;
  let kop = Buffer.alloc(0);
  for await (const blok of createReadStream(pad) as AsyncIterable<Buffer>) {
    if (kop.length < KOPBYTES) kop = Buffer.concat([kop, blok.subarray(0, KOPBYTES - kop.length)]);
    for (const byte of blok) {
      if ((byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) || byte === 0x7f) throw new Bestandsfout('bestand.soort');
      if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) geldigLatijn = false;
    }
    geldigUtf8 &&= decodeert(utf8, blok, true);
    if (!geldigUtf8 && !geldigLatijn) throw new Bestandsfout('bestand.soort');
  }
  geldigUtf8 &&= decodeert(utf8, Buffer.alloc(0), false);
  if (!geldigUtf8 && !geldigLatijn) throw new Bestandsfout('bestand.soort');
  return kop.toString('latin1');
}

function decodeert(decoder: TextDecoder, blok: Buffer, stream: boolean): boolean {
  try {
    decoder.decode(blok, { stream });
    return true;
  } catch {
    return false;
  }
}

function isBericht(kop: string): boolean {
  const hoofd = kop.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const koppen = new Set(Array.from(hoofd.matchAll(POSTKOP), ([naam]) => naam.toLowerCase()));
  return /^[A-Za-z][A-Za-z0-9-]*:/.test(kop) && koppen.size >= 2;
}
