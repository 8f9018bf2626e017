import { Readable } from 'node:stream';
import { Fout, fout, type Veldfout } from '../../kern/fouten/index.ts';
import { isId, nieuwId } from '../../kern/ids.ts';
import { Bestandsfout, neemIn, type Bestanden, type Bestandsfoutcode, bestandsfouten, type Ingenomen } from '../../platform/bestanden/index.ts';
import { eigenUpload, waarde, type Velden, type Verzoek } from '../../platform/http/index.ts';
import { zegel, type Bewaardbestand } from './handelingen.ts';
import { MEEST_BESTANDEN, MEEST_MB } from './regels.ts';
import type { Ophaalbestand } from './vragen.ts';

/** Name of the field with files on every form that has one. */
export const VELD_BESTANDEN = 'bestanden';

export interface Uploaduitslag {
  velden: Velden;
  /** How many files were added. */
  toegevoegd: number;
  /** What was refused, a sentence per file. */
  fouten: Veldfout[];
}

/**
 * Takes in the files of a form: each is judged, sealed in the storage, and then written down by the act in `voer`. A file
 * that is refused does not keep the others out. Ask first whether this person may add a file.
 */
export async function verwerkUpload(v: Verzoek, bestanden: Bestanden, voer: (b: Bewaardbestand, sleutel: string | undefined) => Promise<{ bestand: string }>): Promise<Uploaduitslag> {
  const namen: string[] = [];
  const upload = await eigenUpload(v, (deel) => {
    namen.push(deel.naam);
    return neemIn(deel.stroom, { naam: deel.naam, spoelmap: bestanden.spoelmap });
  }, { bestanden: MEEST_BESTANDEN });
  const uit: Uploaduitslag = { velden: upload.velden, toegevoegd: 0, fouten: upload.fouten.map((f) => foutzin(f.code, f.bestand === undefined ? undefined : namen[f.bestand])) };
  const basis = waarde(upload.velden, '_sleutel');
  try {
    for (const [i, { bestand }] of upload.bestanden.entries()) {
      const mis = await bewaarEen(v, bestanden, bestand, (b) => voer(b, isId(basis) ? `${basis}-${i}` : undefined));
      if (mis === null) uit.toegevoegd += 1;
      else uit.fouten.push(...mis);
    }
  } finally {
    await upload.ruimOp();
  }
  return uit;
}

/** Seals one file and has it written down; what was stored is taken away again when that fails, or when it was already done before. */
async function bewaarEen(v: Verzoek, { bewaring, neemVoor }: Bestanden, ingenomen: Ingenomen, voer: (b: Bewaardbestand) => Promise<{ bestand: string }>): Promise<Veldfout[] | null> {
  const id = nieuwId(v.nu.epochMilliseconds);
  const organisatieId = v.sessie.organisatie.id;
  let bewaard: Awaited<ReturnType<typeof bewaring.bewaar>>;
  try {
    bewaard = await bewaring.bewaar(ingenomen, zegel(organisatieId, id), async (sleutels) => neemVoor?.(organisatieId, sleutels));
  } catch (e) {
    if (e instanceof Bestandsfout) return [foutzin(e.code, ingenomen.naam)];
    throw e;
  }
  try {
    const { bestand } = await voer({
      bestand: id, naam: bewaard.naam, mediatype: bewaard.mediatype, grootte: bewaard.origineelBytes, sha256: bewaard.origineelSha256, origineelSleutel: bewaard.origineelSleutel,
      kopieSleutel: bewaard.kopieSleutel, kopieStatus: bewaard.kopieStatus,
    });
    if (bestand !== id) await bewaring.verwijder(bewaard);
    return null;
  } catch (e) {
    await bewaring.verwijder(bewaard);
    if (e instanceof Fout && e.code === 'invoer.ongeldig') return [...e.velden];
    throw e;
  }
}

function foutzin(code: Bestandsfoutcode, naam: string | undefined): Veldfout {
  const { titel, tekst } = bestandsfouten[code];
  const grens = code === 'bestand.te-groot' ? ` Een bestand mag ${MEEST_MB} MB zijn.` : code === 'bestand.te-veel' ? ` Het kunnen er ${MEEST_BESTANDEN} tegelijk zijn.` : '';
  const toonbaar = naam?.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 80) ?? '';
  const wat = toonbaar === '' ? titel : `‘${toonbaar}’: ${titel.charAt(0).toLowerCase()}${titel.slice(1)}`;
  return { veld: VELD_BESTANDEN, tekst: `${wat}.${grens} ${tekst}` };
}

/** The copy of a file as a download: never shown in the page, whatever it is. */
export async function stuurBestand(v: Verzoek, { bewaring }: Bestanden, b: Ophaalbestand): Promise<Response> {
  const plaats = { origineelSleutel: b.origineel_sleutel, kopieSleutel: b.kopie_sleutel, kopieStatus: b.kopie_status as Bewaardbestand['kopieStatus'] };
  let stroom: Readable;
  try {
    stroom = await bewaring.leesKopie(plaats, zegel(v.sessie.organisatie.id, b.id));
  } catch (e) {
    if (e instanceof Bestandsfout) throw fout('conflict.toestand', { redenen: [`${e.soort.titel}. ${e.soort.tekst}`] });
    throw e;
  }
  return new Response(Readable.toWeb(stroom) as ReadableStream, {
    headers: { 'Content-Type': b.kopie_mediatype ?? 'application/octet-stream', 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(b.naam).replace(/['()*]/g, (t) => `%${t.charCodeAt(0).toString(16).toUpperCase()}`)}` },
  });
}
