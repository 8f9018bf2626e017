import busboy from 'busboy';
import { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStroom } from 'node:stream/web';
import { Bestandsfout, type Bestandsfoutcode } from './fouten.ts';

export interface Multipartgrenzen {
  bestanden: number;
  /** The whole body; reading stops there. */
  totaalBytes: number;
  velden: number;
  /** Per field, in bytes of UTF-8. Far above what a form allows, so that a text that is too long comes back to its writer. */
  veldBytes: number;
  /** All text together: it is held in memory. */
  tekstBytes: number;
}

export const standaardMultipartgrenzen: Multipartgrenzen = { bestanden: 10, totaalBytes: 110 * 1024 * 1024, velden: 500, veldBytes: 1024 * 1024, tekstBytes: 4 * 1024 * 1024 };

export interface Bestandsdeel {
  veld: string;
  /** The file name as sent: to be judged, not to be shown. */
  naam: string;
  stroom: Readable;
}

export interface Multipartfout {
  code: Bestandsfoutcode;
  /** The form field it belongs to; '' for the form as a whole. */
  veld: string;
  /** Which file in the form, counted from 0; absent for a text field. */
  bestand?: number;
}

/** What a form held. Whoever gets this cleans up its files with `ruimOp`, also when there were errors. */
export interface Formulierinhoud<T> {
  velden: ReadonlyMap<string, readonly string[]>;
  bestanden: readonly { veld: string; bestand: T }[];
  /** What was refused. Everything else in the form was read, so that nothing typed is lost. */
  fouten: readonly Multipartfout[];
  ruimOp(): Promise<void>;
}

const MAX_VELDNAAM = 100;

/**
 * Reads a multipart form from a request, with limits, files streaming to `opBestand` (as a rule `neemIn`). What is wrong with
 * one field or file is reported in `fouten` and the rest is still read; beyond the limit of the whole, reading stops and the
 * fields read so far come back with 'formulier.te-groot'. Throws only 'formulier.onleesbaar' and 'formulier.afgebroken', and an
 * error that is no Bestandsfout from `opBestand`; temporary files are removed then.
 */
export async function leesMultipart<T extends { ruimOp(): Promise<void> }>(
  verzoek: Request | IncomingMessage,
  grenzen: Partial<Multipartgrenzen>,
  opBestand: (deel: Bestandsdeel) => Promise<T>,
): Promise<Formulierinhoud<T>> {
  const limieten = { ...standaardMultipartgrenzen, ...grenzen };
  const ontleder = maakOntleder(verzoek, limieten);
  const velden = new Map<string, string[]>();
  const fouten: Multipartfout[] = [];
  const werk: Promise<{ veld: string; bestand: T } | undefined>[] = [];
  let volgnummer = 0;
  let tekstBytes = 0;

  ontleder.on('field', (veld, ruw, { nameTruncated, valueTruncated }) => {
    if (!isVeldnaam(veld) || nameTruncated) return void fouten.push({ code: 'formulier.onleesbaar', veld: '' });
    tekstBytes += Buffer.byteLength(ruw);
    if (tekstBytes > limieten.tekstBytes) return void fouten.push({ code: 'formulier.te-groot', veld });
    const waarde = ruw.replaceAll('\0', '');
    if (waarde !== ruw) fouten.push({ code: 'formulier.nul-teken', veld });
    if (valueTruncated) fouten.push({ code: 'formulier.veld-te-lang', veld });
    const waarden = velden.get(veld);
    if (waarden === undefined) velden.set(veld, [waarde]);
    else waarden.push(waarde);
  });
  ontleder.on('fieldsLimit', () => fouten.push({ code: 'formulier.te-groot', veld: '' }));
  ontleder.on('file', (veld, stroom, { filename }) => {
    // A file field in which nothing was chosen sends a part without name and contents. The types hide that the name can be absent.
    const naam = (filename as string | undefined) ?? '';
    // A reader meets the error when it reads; without a listener one that comes before that would end the process.
    stroom.on('error', () => undefined);
    const neem = async (): Promise<{ veld: string; bestand: T } | undefined> => {
      const leeg = naam === '' && (await isLeeg(stroom));
      if (leeg) return undefined;
      const bestand = volgnummer;
      volgnummer += 1;
      try {
        if (!isVeldnaam(veld)) throw new Bestandsfout('formulier.onleesbaar');
        if (bestand >= limieten.bestanden) throw new Bestandsfout('bestand.te-veel');
        return { veld, bestand: await opBestand({ veld, naam, stroom }) };
      } catch (oorzaak) {
        if (!(oorzaak instanceof Bestandsfout)) throw oorzaak;
        fouten.push({ code: oorzaak.code, veld: isVeldnaam(veld) ? veld : '', bestand });
        return undefined;
      } finally {
        stroom.resume();
      }
    };
    const taak = neem();
    taak.catch(() => undefined);
    werk.push(taak);
  });

  let einde: 'geheel' | 'te-groot' | Error;
  try {
    einde = await voed(ontleder, bronVan(verzoek), limieten.totaalBytes);
  } catch (oorzaak) {
    einde = oorzaak instanceof Error ? oorzaak : new Error('unreadable request');
  }
  if (einde !== 'geheel') ontleder.destroy(einde === 'te-groot' ? new Bestandsfout('formulier.te-groot') : einde);

  const uitkomsten = await Promise.allSettled(werk);
  const bestanden = uitkomsten.flatMap((uitkomst) => (uitkomst.status === 'fulfilled' && uitkomst.value !== undefined ? [uitkomst.value] : []));
  const ruimOp = async (): Promise<void> => void (await Promise.all(bestanden.map(({ bestand }) => bestand.ruimOp())));
  const defect = einde === 'te-groot' ? undefined : einde === 'geheel' ? uitkomsten.find((uitkomst) => uitkomst.status === 'rejected')?.reason : einde;
  if (defect !== undefined) {
    await ruimOp();
    throw defect;
  }
  // Judging a file goes on while the next one comes in: put what was found back in the order of the form.
  fouten.sort((a, b) => (a.bestand ?? -1) - (b.bestand ?? -1));
  if (einde === 'te-groot') fouten.push({ code: 'formulier.te-groot', veld: '' });
  return { velden, bestanden, fouten, ruimOp };
}

function maakOntleder(verzoek: Request | IncomingMessage, limieten: Multipartgrenzen): busboy.Busboy {
  const soort = verzoek instanceof IncomingMessage ? verzoek.headers['content-type'] : verzoek.headers.get('content-type');
  if (!/^multipart\/form-data\b/i.test(soort ?? '')) throw new Bestandsfout('formulier.onleesbaar');
  try {
    return busboy({
      headers: { 'content-type': soort ?? '' },
      defParamCharset: 'utf8',
      limits: { fieldNameSize: MAX_VELDNAAM, fieldSize: limieten.veldBytes, fields: limieten.velden },
    });
  } catch (oorzaak) {
    throw new Bestandsfout('formulier.onleesbaar', oorzaak);
  }
}

function bronVan(verzoek: Request | IncomingMessage): Readable {
  if (verzoek instanceof IncomingMessage) return verzoek;
  return verzoek.body === null ? Readable.from([]) : Readable.fromWeb(verzoek.body as WebStroom<Uint8Array>);
}

/** Passes the body on until it ends or grows beyond the limit. The request itself is left open: an answer must still go out over it. */
async function voed(ontleder: busboy.Busboy, bron: Readable, totaalBytes: number): Promise<'geheel' | 'te-groot'> {
  let fout: Error | undefined;
  let hervat: () => void = () => undefined;
  const afgerond = new Promise<void>((klaar) => {
    ontleder.on('close', () => klaar());
    ontleder.on('error', (oorzaak: unknown) => {
      fout ??= new Bestandsfout('formulier.onleesbaar', oorzaak);
      hervat();
    });
    ontleder.on('drain', () => hervat());
  });
  let totaal = 0;
  try {
    for await (const blok of bron.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      totaal += blok.length;
      if (totaal > totaalBytes) return 'te-groot';
      if (!ontleder.write(blok) && fout === undefined) await new Promise<void>((verder) => (hervat = verder));
      if (fout !== undefined) throw fout;
    }
  } catch (oorzaak) {
    throw oorzaak instanceof Bestandsfout ? oorzaak : new Bestandsfout('formulier.afgebroken', oorzaak);
  }
  ontleder.end();
  await afgerond;
  if (fout !== undefined) throw fout;
  return 'geheel';
}

/** Waits for the first bytes of a part, or its end. */
async function isLeeg(stroom: Readable): Promise<boolean> {
  for await (const blok of stroom.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    stroom.unshift(blok);
    return false;
  }
  return true;
}

/** A name that a form of ours can have (hidden fields of the site itself start with one underscore); keeps '__proto__' and the like, control characters and novels out. */
function isVeldnaam(naam: unknown): naam is string {
  return typeof naam === 'string' && naam.length <= MAX_VELDNAAM && /^_?[A-Za-z][A-Za-z0-9_.[\]-]*$/.test(naam);
}
