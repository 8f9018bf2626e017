import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Uitslag } from '../../herkennen/index.ts';
import { Opdrachtfout, type Omstandigheden } from '../omstandigheden.ts';

/** Where rows of an answer go: a new file, or standard output. */
export class Uitvoer {
  readonly #stroom: Writable;
  readonly #bestand: boolean;
  readonly #teken: string;
  #buffer = '';

  constructor(o: Omstandigheden, pad: string | undefined, scheidingsteken: string) {
    this.#bestand = pad !== undefined;
    this.#teken = scheidingsteken;
    this.#stroom = pad === undefined ? o.uit : createWriteStream(pad, { flags: 'wx' });
    // Held until the next write, which tells it.
    this.#stroom.on('error', (fout: NodeJS.ErrnoException) => { this.#fout = fout; });
  }

  #fout: NodeJS.ErrnoException | null = null;

  async rij(cellen: readonly string[]): Promise<void> {
    this.#buffer += `${cellen.map((c) => this.#cel(c)).join(this.#teken)}\r\n`;
    if (this.#buffer.length > 65_536) await this.#schrijf();
  }

  async klaar(): Promise<void> {
    await this.#schrijf();
    if (!this.#bestand) return;
    this.#stroom.end();
    await finished(this.#stroom).catch((fout: unknown) => { throw this.#vertaald(fout); });
  }

  async #schrijf(): Promise<void> {
    if (this.#fout !== null) throw this.#vertaald(this.#fout);
    const door = this.#stroom.write(this.#buffer);
    this.#buffer = '';
    if (!door) await Promise.race([once(this.#stroom, 'drain'), once(this.#stroom, 'close')]);
  }

  #vertaald(fout: unknown): unknown {
    return fout instanceof Error && 'code' in fout && fout.code === 'EEXIST' ? new Opdrachtfout('Het bestand van --uit bestaat al. Geef een nieuwe naam.') : fout;
  }

  /** A cell as RFC 4180 has it, and not run as a formula by whoever opens it (OWASP, CSV Injection). */
  #cel(tekst: string): string {
    const veilig = /^'*\s*[=+\-@\t\r＝＋－＠]/.test(tekst) && !/^[+-]?[\d\s().,-]+$/.test(tekst) ? `'${tekst}` : tekst;
    return veilig.includes(this.#teken) || /["\r\n]|^\s|\s$/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig;
  }
}

export function alsScore(kans: number): string {
  return kans.toFixed(4);
}

/** "achternaam klinkt gelijk (+7,1); geboortedatum één cijfer anders (+4,2)". */
export function alsRedenen(u: Uitslag): string {
  return u.redenen.map((r) => `${r.tekst} (${r.bits < 0 ? '−' : '+'}${Math.abs(r.bits).toFixed(1).replace('.', ',')})`).join('; ');
}

/** Tells the first bad rows one by one and the others as a number. */
export class Foutenlijst {
  readonly #o: Omstandigheden;
  aantal = 0;

  constructor(o: Omstandigheden) {
    this.#o = o;
  }

  meld(bestand: string, rij: number, waarom: string): void {
    this.aantal++;
    if (this.aantal <= 1_000) this.#o.meld(`${bestand}, rij ${rij}: ${waarom}. Overgeslagen.`);
    if (this.aantal === 1_000) this.#o.meld('Meer rijen die niet kloppen noemen we niet.');
  }
}
