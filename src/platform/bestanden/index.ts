import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import type { Id } from '../../kern/ids.ts';
import type { Sleutels } from '../geheim/index.ts';
import { maakBewaring, type Bewaring } from './bewaring.ts';
import { maakKluis, type Hoofdsleutel } from './kluis.ts';
import { s3opslag, type S3instelling } from './opslag-s3.ts';
import { mapopslag, type Opslag } from './opslag.ts';
import { scannerUitOmgeving, type Scanner } from './scan.ts';
import { hoofdsleutels } from './sleutels.ts';

export { maakBewaring, type Bewaard, type Bewaring, type Vindplaats } from './bewaring.ts';
export { Bestandsfout, bestandsfouten, type Bestandsfoutcode } from './fouten.ts';
export { neemIn, ruimSpoelmapOp, standaardInnamegrenzen, type Ingenomen, type Innamegrenzen, type Innameopdracht } from './inname.ts';
export { maakKluis, type Hoofdsleutel, type Kluis } from './kluis.ts';
export { maakKopie, type Kopie, type KopieStatus } from './kopie.ts';
export { leesMultipart, standaardMultipartgrenzen, type Bestandsdeel, type Formulierinhoud, type Multipartfout, type Multipartgrenzen } from './multipart.ts';
export { toonbareNaam } from './naam.ts';
export { s3opslag, type S3instelling } from './opslag-s3.ts';
export { mapopslag, nieuweOpslagsleutel, type Opslag } from './opslag.ts';
export { clamdscanner, scannerUitOmgeving, type Clamdadres, type Scanner, type Scanuitslag } from './scan.ts';
export { hoofdsleutels } from './sleutels.ts';
export { bestandssoorten, type Bestandssoort } from './soort.ts';
export { maakVoornemenWaar, ruimVoornemensOp, schrijfVoornemen } from './voornemen.ts';

/** Everything a process needs to take in, keep, scan and show files. */
export interface Bestanden {
  bewaring: Bewaring;
  opslag: Opslag;
  scanner: Scanner;
  /** Keys for another purpose, one from each master key, the newest first. The purpose is part of each: none of them opens a file. */
  afgeleid(doel: string): Sleutels;
  /** Where uploads wait in the clear while they are judged. */
  spoelmap: string;
  /** Writes down for an organisation what is about to be stored, for `bewaar`; absent where nobody clears away. */
  neemVoor?(organisatieId: Id, sleutels: readonly string[]): Promise<void>;
}

type Omgeving = Readonly<Record<string, string | undefined>>;

/**
 * Builds the file part of a process from its environment: RUGDEKKING_OPSLAG ('map', the default, or 's3'),
 * RUGDEKKING_S3_BUCKET, _REGIO, _EINDPUNT, _SLEUTEL_ID, _GEHEIM, _VOORVOEGSEL, RUGDEKKING_BESTANDSSLEUTEL, RUGDEKKING_CLAMD.
 */
export async function bestandenUitOmgeving(gegevensmap: string, omgeving: Omgeving): Promise<Bestanden> {
  const spoelmap = spoelmapVan(gegevensmap);
  const opslag = await opslagUitOmgeving(gegevensmap, omgeving);
  const [eerste, ...ouder] = await hoofdsleutels(gegevensmap, omgeving);
  const afgeleid = (doel: string): Sleutels => {
    const leid = ({ sleutel }: Hoofdsleutel): Buffer => Buffer.from(hkdfSync('sha256', sleutel, '', `rugdekking/${doel}`, 32));
    return [leid(eerste), ...ouder.map(leid)];
  };
  return { bewaring: maakBewaring({ opslag, kluis: maakKluis([eerste, ...ouder]), spoelmap }), opslag, scanner: scannerUitOmgeving(omgeving), afgeleid, spoelmap };
}

const spoelmapVan = (gegevensmap: string): string => join(gegevensmap, 'spoel');

/** Only where sealed files are kept, for who moves them without opening them. */
export async function opslagUitOmgeving(gegevensmap: string, omgeving: Omgeving): Promise<Opslag> {
  const soort = omgeving['RUGDEKKING_OPSLAG'] ?? 'map';
  if (soort === 'map') return mapopslag(join(gegevensmap, 'bestanden'));
  if (soort !== 's3') throw new Error('RUGDEKKING_OPSLAG moet "map" of "s3" zijn.');
  const vereist = (naam: string): string => {
    const waarde = omgeving[naam];
    if (waarde === undefined || waarde === '') throw new Error(`Voor opslag in S3 is ${naam} nodig.`);
    return waarde;
  };
  const instelling: S3instelling = {
    bucket: vereist('RUGDEKKING_S3_BUCKET'),
    regio: vereist('RUGDEKKING_S3_REGIO'),
    sleutelId: vereist('RUGDEKKING_S3_SLEUTEL_ID'),
    geheim: vereist('RUGDEKKING_S3_GEHEIM'),
    eindpunt: omgeving['RUGDEKKING_S3_EINDPUNT'],
    voorvoegsel: omgeving['RUGDEKKING_S3_VOORVOEGSEL'],
  };
  return s3opslag(instelling, spoelmapVan(gegevensmap));
}
