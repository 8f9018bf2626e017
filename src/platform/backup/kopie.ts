import type { Duplex } from 'node:stream';
import { once } from 'node:events';
import type pg from 'pg';

/*
 * COPY through pg's own protocol: a query object of which the client calls these methods (as pg-copy-streams and pg-query-stream are).
 * Rows pass as the bytes PostgreSQL makes of them, in its text format, which every later version reads.
 */

interface Lijn {
  readonly stream: Duplex;
  query(tekst: string): void;
  sendCopyFromChunk(stuk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reden: string): void;
}

/** What is common to both directions: how the end and errors are told. */
abstract class Kopie {
  readonly #opdracht: string;
  readonly #einde = Promise.withResolvers<number>();
  #rijen = 0;

  constructor(opdracht: string) {
    this.#opdracht = opdracht;
    // Whoever waits hears of it; it must not count as unheard before he waits.
    this.#einde.promise.catch(() => undefined);
  }

  /** Number of rows, when all is done. */
  get einde(): Promise<number> {
    return this.#einde.promise;
  }

  submit(lijn: pg.Connection): void {
    lijn.query(this.#opdracht);
  }

  handleCommandComplete(bericht: { text: string }): void {
    this.#rijen = Number(/^COPY (\d+)$/.exec(bericht.text)?.[1] ?? 0);
  }

  handleReadyForQuery(): void {
    this.#einde.resolve(this.#rijen);
  }

  handleError(fout: Error): void {
    this.#einde.reject(fout);
  }
}

class KopieUit extends Kopie {
  readonly #neem: (stuk: Buffer, lijn: Lijn) => void;

  constructor(opdracht: string, neem: (stuk: Buffer, lijn: Lijn) => void) {
    super(opdracht);
    this.#neem = neem;
  }

  handleCopyData({ chunk }: { chunk: Buffer }, lijn: Lijn): void {
    this.#neem(chunk, lijn);
  }
}

class KopieIn extends Kopie {
  readonly #bron: AsyncIterable<Buffer>;

  constructor(opdracht: string, bron: AsyncIterable<Buffer>) {
    super(opdracht);
    this.#bron = bron;
  }

  handleCopyInResponse(lijn: Lijn): void {
    void this.#stuur(lijn);
  }

  async #stuur(lijn: Lijn): Promise<void> {
    try {
      for await (const stuk of this.#bron) {
        lijn.sendCopyFromChunk(stuk);
        if (lijn.stream.writableNeedDrain) await once(lijn.stream, 'drain');
      }
      lijn.endCopyFrom();
    } catch (fout) {
      lijn.sendCopyFail('afgebroken');
      this.handleError(fout instanceof Error ? fout : new Error(String(fout)));
    }
  }
}

/** Size of the pieces in which rows come; one more row may follow in a piece. */
const STUK = 4 * 1024 * 1024;

/** Rows of a COPY … TO STDOUT in pieces, one at a time; the server waits while a piece is being handled. Gives the number of rows. */
export async function kopieerUit(client: pg.Client, opdracht: string, neem: (stuk: Buffer) => Promise<void>): Promise<number> {
  let delen: Buffer[] = [];
  let bytes = 0;
  let bezig: Promise<void> = Promise.resolve();
  const geef = (): void => {
    const stuk = Buffer.concat(delen);
    delen = [];
    bytes = 0;
    bezig = bezig.then(() => neem(stuk));
    bezig.catch(() => undefined);
  };
  const kopie = new KopieUit(opdracht, (rij, lijn) => {
    // A copy: what we get is a window on the buffer in which the next rows will be read.
    delen.push(Buffer.from(rij));
    bytes += rij.length;
    if (bytes < STUK) return;
    geef();
    lijn.stream.pause();
    void bezig.then(() => lijn.stream.resume(), () => lijn.stream.resume());
  });
  client.query(kopie);
  const rijen = await kopie.einde;
  if (bytes > 0) geef();
  await bezig;
  return rijen;
}

/** Feeds a COPY … FROM STDIN. Gives the number of rows. */
export async function kopieerIn(client: pg.Client, opdracht: string, bron: AsyncIterable<Buffer>): Promise<number> {
  const kopie = new KopieIn(opdracht, bron);
  client.query(kopie);
  return await kopie.einde;
}
