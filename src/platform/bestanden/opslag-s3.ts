import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Bestandsfout } from './fouten.ts';
import { nieuwSpoelpad } from './inname.ts';
import { controleerSleutel, type Opslag } from './opslag.ts';

export interface S3instelling {
  bucket: string;
  regio: string;
  /** Address of an S3-compatible service; absent for AWS. */
  eindpunt?: string;
  sleutelId: string;
  geheim: string;
  /** Put before every key, for instance 'rugdekking/'. */
  voorvoegsel?: string;
}

/**
 * Storage in a bucket of an S3-compatible service. One put per file, with its length: what arrives is first written (sealed)
 * to the spool folder. The client library is loaded here only, so that who does not use S3 does not carry it.
 */
export async function s3opslag(instelling: S3instelling, spoelmap: string): Promise<Opslag> {
  const { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
  const client = new S3Client({
    region: instelling.regio,
    ...(instelling.eindpunt === undefined ? {} : { endpoint: instelling.eindpunt, forcePathStyle: true }),
    credentials: { accessKeyId: instelling.sleutelId, secretAccessKey: instelling.geheim },
    // Trailing checksums are not understood by every S3-compatible service; the seal already detects any change.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const plaats = (sleutel: string): { Bucket: string; Key: string } => ({
    Bucket: instelling.bucket,
    Key: `${instelling.voorvoegsel ?? ''}${controleerSleutel(sleutel)}`,
  });

  return {
    async schrijf(sleutel, inhoud) {
      const pad = await nieuwSpoelpad(spoelmap);
      try {
        await pipeline(inhoud, createWriteStream(pad, { flags: 'wx', mode: 0o600 }));
        const { size } = await stat(pad);
        await client.send(new PutObjectCommand({ ...plaats(sleutel), Body: createReadStream(pad), ContentLength: size, ContentType: 'application/octet-stream' }));
      } finally {
        inhoud.destroy();
        await rm(pad, { force: true });
      }
    },
    async lees(sleutel) {
      try {
        const { Body } = await client.send(new GetObjectCommand(plaats(sleutel)));
        if (Body instanceof Readable) return Body;
      } catch (oorzaak) {
        if (!isNietGevonden(oorzaak)) throw oorzaak;
        throw new Bestandsfout('bestand.weg', oorzaak);
      }
      throw new Bestandsfout('bestand.weg');
    },
    async verwijder(sleutel) {
      await client.send(new DeleteObjectCommand(plaats(sleutel)));
    },
    async bestaat(sleutel) {
      try {
        await client.send(new HeadObjectCommand(plaats(sleutel)));
        return true;
      } catch (oorzaak) {
        if (isNietGevonden(oorzaak)) return false;
        throw oorzaak;
      }
    },
  };
}

function isNietGevonden(oorzaak: unknown): boolean {
  return oorzaak instanceof Error && (oorzaak.name === 'NoSuchKey' || oorzaak.name === 'NotFound');
}
