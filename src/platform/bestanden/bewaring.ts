import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Bestandsfout } from './fouten.ts';
import type { Ingenomen } from './inname.ts';
import type { Kluis } from './kluis.ts';
import { maakKopie, type KopieStatus } from './kopie.ts';
import { nieuweOpslagsleutel, type Opslag } from './opslag.ts';

/** What a room keeps of a stored file, to find, check and show it again. No field of it is secret, the name is personal data. */
export interface Bewaard {
  naam: string;
  soort: Ingenomen['soort'];
  mediatype: string;
  extensieKlopt: boolean;
  origineelSleutel: string;
  origineelBytes: number;
  /** Of the file as received, hexadecimal. */
  origineelSha256: string;
  kopieStatus: KopieStatus;
  /** Null when there is no copy, or when it is the original. */
  kopieSleutel: string | null;
  kopieBytes: number | null;
  kopieSha256: string | null;
  /** Whether every browser can show the copy as an image. */
  voorbeeld: boolean;
}

export type Vindplaats = Pick<Bewaard, 'origineelSleutel' | 'kopieSleutel' | 'kopieStatus'>;

/**
 * Keeps files: original and copy, each sealed. `context` names whose file this is (organisation and file id): a file only
 * opens with the context it was sealed with.
 */
export interface Bewaring {
  /**
   * The intake stays the caller's to clean up. When this fails nothing is left in the storage; for when the process is killed, `neemVoor`
   * is told under which keys something is going to stand, before it does.
   */
  bewaar(ingenomen: Ingenomen, context: string, neemVoor?: (sleutels: readonly string[]) => Promise<void>): Promise<Bewaard>;
  /** The file as received; for the scanner and for whoever may have the sealed original. */
  leesOrigineel(plaats: Vindplaats, context: string): Promise<Readable>;
  /** What people see; throws 'bestand.geen-kopie' when there is none. */
  leesKopie(plaats: Vindplaats, context: string): Promise<Readable>;
  verwijder(plaats: Vindplaats): Promise<void>;
}

export function maakBewaring({ opslag, kluis, spoelmap }: { opslag: Opslag; kluis: Kluis; spoelmap: string }): Bewaring {
  const origineel = (context: string): string => `${context}/origineel`;
  const kopieVan = (context: string): string => `${context}/kopie`;
  const lees = async (sleutel: string, context: string): Promise<Readable> => kluis.ontsluit(await opslag.lees(sleutel), context);

  return {
    async bewaar(ingenomen, context, neemVoor) {
      const kopie = await maakKopie(ingenomen, spoelmap);
      const origineelSleutel = nieuweOpslagsleutel();
      const kopieSleutel = kopie.status === 'ontdaan-van-metagegevens' ? nieuweOpslagsleutel() : null;
      try {
        await neemVoor?.(kopieSleutel === null ? [origineelSleutel] : [origineelSleutel, kopieSleutel]);
        await opslag.schrijf(origineelSleutel, kluis.verzegel(createReadStream(ingenomen.pad), origineel(context)));
        if (kopieSleutel !== null && kopie.pad !== undefined) await opslag.schrijf(kopieSleutel, kluis.verzegel(createReadStream(kopie.pad), kopieVan(context)));
      } catch (oorzaak) {
        await Promise.allSettled([opslag.verwijder(origineelSleutel), ...(kopieSleutel === null ? [] : [opslag.verwijder(kopieSleutel)])]);
        throw oorzaak;
      } finally {
        await kopie.ruimOp();
      }
      return {
        naam: ingenomen.naam,
        soort: ingenomen.soort,
        mediatype: ingenomen.mediatype,
        extensieKlopt: ingenomen.extensieKlopt,
        origineelSleutel,
        origineelBytes: ingenomen.bytes,
        origineelSha256: ingenomen.sha256,
        kopieStatus: kopie.status,
        kopieSleutel,
        kopieBytes: kopie.bytes ?? null,
        kopieSha256: kopie.sha256 ?? null,
        voorbeeld: kopie.voorbeeld,
      };
    },
    leesOrigineel: (plaats, context) => lees(plaats.origineelSleutel, origineel(context)),
    async leesKopie(plaats, context) {
      if (plaats.kopieStatus === 'ongewijzigd') return lees(plaats.origineelSleutel, origineel(context));
      if (plaats.kopieSleutel === null) throw new Bestandsfout('bestand.geen-kopie');
      return lees(plaats.kopieSleutel, kopieVan(context));
    },
    async verwijder(plaats) {
      if (plaats.kopieSleutel !== null) await opslag.verwijder(plaats.kopieSleutel);
      await opslag.verwijder(plaats.origineelSleutel);
    },
  };
}
