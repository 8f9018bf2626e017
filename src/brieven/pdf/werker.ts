// The program of the thread that makes PDFs: Typst is native code that does not give way to anything else. Built as a program of its own
// (scripts/bouw.mjs); its template and fonts stand beside it there, and in the packages when run from the sources.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

export interface Pdfvraag {
  nummer: number;
  /** The letter as JSON; the template reads it as data. */
  brief: string;
  /** The picture that the letter names, as a file beside the template; null without one. */
  logo: { bestand: string; inhoud: Uint8Array } | null;
  /** Seconds since 1970, for the date of the file: the same letter gives the same bytes. */
  gemaakt: number;
}
export type Pdfantwoord = { nummer: number; pdf: Uint8Array<ArrayBuffer> } | { nummer: number; tekens: string } | { nummer: number; mis: true };

const hier = import.meta.dirname;
const FONTS = ['SourceSans3-Regular.ttf', 'SourceSans3-It.ttf', 'SourceSans3-Semibold.ttf'] as const;
const lettermap = existsSync(join(hier, FONTS[0])) ? hier : join(dirname(createRequire(import.meta.url).resolve('source-sans/package.json')), 'TTF');
const sjabloon = readFileSync(join(hier, 'brief.typ'), 'utf8');
const compiler = NodeCompiler.create({ workspace: hier, fontArgs: [{ fontBlobs: FONTS.map((naam) => readFileSync(join(lettermap, naam))) }] });

parentPort?.on('message', (vraag: Pdfvraag) => {
  const antwoord = maak(vraag);
  parentPort?.postMessage(antwoord, 'pdf' in antwoord ? [antwoord.pdf.buffer] : []);
});

function maak({ nummer, brief, logo, gemaakt }: Pdfvraag): Pdfantwoord {
  try {
    if (logo) compiler.mapShadow(join(hier, logo.bestand), Buffer.from(logo.inhoud));
    const pdf = compiler.pdf({ mainFileContent: sjabloon, inputs: { brief } }, { pdfStandard: 'ua-1', creationTimestamp: gemaakt });
    return { nummer, pdf: new Uint8Array(pdf) };
  } catch (oorzaak) {
    // PDF/UA wants every character to be readable: one that no font has is told, so that a person can write it otherwise.
    const tekens = /the text `\\?"(.+?)\\?"` could not be displayed/u.exec(oorzaak instanceof Error ? oorzaak.message : '')?.[1];
    return tekens === undefined ? { nummer, mis: true } : { nummer, tekens };
  } finally {
    compiler.resetShadow();
    // What was in a letter does not stay in memory.
    compiler.evictCache(0);
  }
}
