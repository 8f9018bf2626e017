import { createCipheriv, createDecipheriv, createHash, randomBytes, type DecipherGCM } from 'node:crypto';
import { Readable } from 'node:stream';
import { Bestandsfout } from './fouten.ts';

/*
 * One sealed file: header, then frames of 64 KiB, each AES-256-GCM with the file's own random key. The nonce of a frame is its
 * number and whether it is the last one, so that frames cannot be swapped, dropped or added. The file's key stands in the
 * header, wrapped by the master key; wrapping binds the context (which file of which organisation this is), so that a sealed
 * file put in the place of another does not open.
 *
 *   magic 4 | master key id 8 | wrap nonce 12 | wrapped key 32 | wrap tag 16 | frame: ciphertext ≤ 65536, tag 16 | …
 */
const MAGIE = Buffer.from('RDK1', 'latin1');
const KOP = 4 + 8 + 12 + 32 + 16;
const RAAM = 64 * 1024;
const TAG = 16;

export interface Hoofdsleutel {
  id: Buffer;
  sleutel: Buffer;
}

/** A master key with its id, which is derived from the key and tells nothing about it. */
export function hoofdsleutel(sleutel: Buffer): Hoofdsleutel {
  if (sleutel.length !== 32) throw new Error('a file key is 32 bytes');
  return { id: createHash('sha256').update('rugdekking-bestandssleutel').update(sleutel).digest().subarray(0, 8), sleutel };
}

/**
 * Seals and opens streams. A stream that opens gives only bytes that were sealed, in order; when the end is missing or
 * anything was changed it fails with 'bestand.geschonden', so a reader must treat what it got before that as worthless.
 */
export interface Kluis {
  verzegel(bron: Readable, context: string): Readable;
  ontsluit(bron: Readable, context: string): Readable;
}

/** `sleutels`: the first seals, all open. */
export function maakKluis(sleutels: readonly [Hoofdsleutel, ...Hoofdsleutel[]]): Kluis {
  return {
    verzegel: (bron, context) => stroom(bron, verzegelde(bron, sleutels[0], context)),
    ontsluit: (bron, context) => stroom(bron, ontsloten(bron, sleutels, context)),
  };
}

/** A stream of bytes from a generator; when it is given up before the generator began, its source is closed too. */
function stroom(bron: Readable, blokken: AsyncGenerator<Buffer>): Readable {
  // The generator meets the error of its source when it reads; without a listener one that comes earlier would end the process.
  bron.on('error', () => undefined);
  return Readable.from(blokken, { objectMode: false }).once('close', () => bron.destroy());
}

async function* verzegelde(bron: Readable, hoofd: Hoofdsleutel, context: string): AsyncGenerator<Buffer> {
  const sleutel = randomBytes(32);
  const nonce = randomBytes(12);
  const omhulling = createCipheriv('aes-256-gcm', hoofd.sleutel, nonce).setAAD(binding(hoofd.id, context));
  const omhuld = Buffer.concat([omhulling.update(sleutel), omhulling.final()]);
  yield Buffer.concat([MAGIE, hoofd.id, nonce, omhuld, omhulling.getAuthTag()]);

  let nummer = 0;
  for await (const { blok, laatste } of ramen(bron, RAAM)) {
    const versleuteling = createCipheriv('aes-256-gcm', sleutel, raamnonce(nummer, laatste));
    yield Buffer.concat([versleuteling.update(blok), versleuteling.final(), versleuteling.getAuthTag()]);
    nummer += 1;
  }
}

async function* ontsloten(bron: Readable, sleutels: readonly Hoofdsleutel[], context: string): AsyncGenerator<Buffer> {
  let sleutel: Buffer | undefined;
  let nummer = 0;
  for await (const { blok, laatste } of ramen(bron, RAAM + TAG, KOP)) {
    if (sleutel === undefined) {
      if (laatste) throw new Bestandsfout('bestand.geschonden');
      sleutel = bestandssleutel(blok, sleutels, context);
      continue;
    }
    if (blok.length < TAG) throw new Bestandsfout('bestand.geschonden');
    const ontsleuteling = createDecipheriv('aes-256-gcm', sleutel, raamnonce(nummer, laatste), { authTagLength: TAG });
    ontsleuteling.setAuthTag(blok.subarray(blok.length - TAG));
    nummer += 1;
    yield geverifieerd(ontsleuteling, blok.subarray(0, -TAG));
  }
}

function bestandssleutel(kop: Buffer, sleutels: readonly Hoofdsleutel[], context: string): Buffer {
  if (kop.length !== KOP || !kop.subarray(0, 4).equals(MAGIE)) throw new Bestandsfout('bestand.geschonden');
  const id = kop.subarray(4, 12);
  const hoofd = sleutels.find((kandidaat) => kandidaat.id.equals(id));
  if (hoofd === undefined) throw new Bestandsfout('bestand.sleutel-onbekend');
  const omhulling = createDecipheriv('aes-256-gcm', hoofd.sleutel, kop.subarray(12, 24), { authTagLength: TAG }).setAAD(binding(id, context));
  omhulling.setAuthTag(kop.subarray(56, 72));
  return geverifieerd(omhulling, kop.subarray(24, 56));
}

function geverifieerd(ontsleuteling: DecipherGCM, tekst: Buffer): Buffer {
  try {
    return Buffer.concat([ontsleuteling.update(tekst), ontsleuteling.final()]);
  } catch (oorzaak) {
    throw new Bestandsfout('bestand.geschonden', oorzaak);
  }
}

const binding = (sleutelId: Buffer, context: string): Buffer => Buffer.concat([MAGIE, sleutelId, Buffer.from(context, 'utf8')]);

function raamnonce(nummer: number, laatste: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(nummer, 5, 6);
  nonce.writeUInt8(laatste ? 1 : 0, 11);
  return nonce;
}

/** Cuts a stream in pieces of `lengte` bytes (the first of `eerste`); the last piece is marked, may be shorter, and always comes. */
async function* ramen(bron: Readable, lengte: number, eerste = lengte): AsyncGenerator<{ blok: Buffer; laatste: boolean }> {
  let wacht: Buffer[] = [];
  let bytes = 0;
  let doel = eerste;
  for await (const stuk of bron as AsyncIterable<Buffer>) {
    wacht.push(stuk);
    bytes += stuk.length;
    if (bytes <= doel) continue;
    let alles = Buffer.concat(wacht);
    // A full piece is held back until more comes: only then is it known not to be the last.
    while (alles.length > doel) {
      yield { blok: alles.subarray(0, doel), laatste: false };
      alles = alles.subarray(doel);
      doel = lengte;
    }
    wacht = [alles];
    bytes = alles.length;
  }
  yield { blok: Buffer.concat(wacht), laatste: true };
}
