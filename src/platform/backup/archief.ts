import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { Header, Parser, type ReadEntry } from 'tar';

/*
 * A backup is an ordinary tar, so that any machine can look into it. Everything in it is cut in parts of a size known beforehand (tar wants
 * the size first): `tabel/public.dossier/000001.gz`, `bestand/<key>/000001`. The last part, manifest.json, holds size and SHA-256 of all others.
 */

export interface Deel {
  naam: string;
  inhoud: Buffer;
}

export interface Deelregel {
  bytes: number;
  sha256: string;
}

const BLOK = 512;

export interface Archiefschrijver {
  /** Names and fingerprints of what was written so far. */
  readonly delen: Record<string, Deelregel>;
  readonly bytes: number;
  schrijf(naam: string, inhoud: Buffer): Promise<void>;
  /** Ends the tar. The stream itself stays open. */
  sluit(): Promise<void>;
}

/** Writes a tar to a stream, at the speed at which it takes it. `gemaakt`: the moment that all parts get. */
export function schrijfArchief(uit: Writable, gemaakt: Date): Archiefschrijver {
  const delen: Record<string, Deelregel> = {};
  let bytes = 0;
  let fout: Error | undefined;
  uit.on('error', (e) => (fout = e));
  const stuur = async (stuk: Buffer): Promise<void> => {
    if (fout !== undefined) throw fout;
    bytes += stuk.length;
    if (!uit.write(stuk)) await Promise.race([once(uit, 'drain'), once(uit, 'close')]);
    if (fout !== undefined) throw fout;
  };
  return {
    delen,
    get bytes() {
      return bytes;
    },
    async schrijf(naam, inhoud) {
      delen[naam] = { bytes: inhoud.length, sha256: createHash('sha256').update(inhoud).digest('hex') };
      const kop = Buffer.alloc(BLOK);
      const header = new Header({ path: naam, mode: 0o600, uid: 0, gid: 0, size: inhoud.length, mtime: gemaakt, type: 'File' });
      // True when the name or size does not fit an ordinary header; ours are short.
      if (header.encode(kop, 0)) throw new Error(`de naam van een deel past niet: ${naam}`);
      await stuur(kop);
      await stuur(inhoud);
      const rest = inhoud.length % BLOK;
      if (rest > 0) await stuur(Buffer.alloc(BLOK - rest));
    },
    sluit: () => stuur(Buffer.alloc(2 * BLOK)),
  };
}

/** The parts of a tar in order; the next is read when the one before has been handled. Throws when the file is no tar, or is cut off. */
export async function* leesArchief(pad: string): AsyncGenerator<Deel> {
  const parser = new Parser({ strict: true });
  const bron = createReadStream(pad);
  let klaar: Deel[] = [];
  let wachten = Promise.withResolvers<void>();
  let einde = false;
  let fout: unknown;
  const wek = (): void => wachten.resolve();
  parser.on('entry', (deel: ReadEntry) => {
    const stukken: Buffer[] = [];
    deel.on('data', (stuk: Buffer) => stukken.push(stuk));
    deel.on('end', () => {
      klaar.push({ naam: deel.path, inhoud: Buffer.concat(stukken) });
      bron.pause();
      wek();
    });
  });
  parser.on('error', (e: unknown) => {
    fout = e;
    wek();
  });
  parser.on('end', () => {
    einde = true;
    wek();
  });
  bron.on('data', (stuk) => parser.write(stuk as Buffer));
  bron.on('end', () => parser.end());
  bron.on('error', (e) => {
    fout = e;
    wek();
  });
  try {
    for (;;) {
      await wachten.promise;
      wachten = Promise.withResolvers<void>();
      if (fout !== undefined) throw fout;
      const nu = klaar;
      klaar = [];
      yield* nu;
      if (einde && klaar.length === 0) return;
      bron.resume();
    }
  } finally {
    bron.destroy();
  }
}
