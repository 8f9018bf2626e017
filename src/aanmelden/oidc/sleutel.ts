import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { importJWK, importPKCS8, type CryptoKey } from 'jose';
import { z } from 'zod';

export interface Clientsleutel {
  key: CryptoKey;
  kid?: string;
}

const Jwk = z.looseObject({ kty: z.string(), kid: z.string().optional(), crv: z.string().optional(), d: z.string() });

/** Reads the private key of the client from a PEM or JWK file: RSA (at least 2048 bits) for PS256, P-256 for ES256. */
export async function leesSleutel(bestand: string, kid?: string): Promise<Clientsleutel> {
  let tekst: string;
  try {
    tekst = (await readFile(bestand, 'utf8')).trim();
  } catch {
    throw new Error(`Het sleutelbestand voor inloggen is niet te lezen: ${bestand}`);
  }
  try {
    if (tekst.startsWith('{')) {
      const jwk = Jwk.parse(JSON.parse(tekst));
      const key = await importJWK(jwk, algoritme(jwk.kty === 'RSA' ? 'rsa' : 'ec', jwk.crv));
      if (key instanceof Uint8Array) throw new TypeError('geen sleutelpaar');
      const eigen = kid ?? jwk.kid;
      return eigen === undefined ? { key } : { key, kid: eigen };
    }
    const sleutel = createPrivateKey(tekst);
    const alg = algoritme(sleutel.asymmetricKeyType, sleutel.asymmetricKeyDetails?.namedCurve);
    const key = await importPKCS8(sleutel.export({ type: 'pkcs8', format: 'pem' }).toString(), alg);
    return kid === undefined ? { key } : { key, kid };
  } catch (cause) {
    throw new Error(`Het sleutelbestand voor inloggen is geen private sleutel (PEM of JWK) van RSA of P-256: ${bestand}`, { cause });
  }
}

function algoritme(soort: string | undefined, kromme: string | undefined): 'PS256' | 'ES256' {
  if (soort === 'rsa') return 'PS256';
  if (soort === 'ec' && (kromme === 'prime256v1' || kromme === 'P-256')) return 'ES256';
  throw new TypeError('dit soort sleutel kan niet');
}
