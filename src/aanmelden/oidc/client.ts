import * as oidc from 'openid-client';
import { fout } from '../../kern/fouten/index.ts';
import type { OidcInstelling } from '../config.ts';
import { isLokaal } from '../cookie.ts';
import { leesSleutel } from './sleutel.ts';

/** How long the metadata of a provider are believed before they are read again, in milliseconds. */
const HOUDBAAR_MS = 60 * 60 * 1000;
/** Seconds a provider has to answer. */
const GEDULD_S = 10;

/** What must come back unchanged from the provider. */
export interface Poging {
  state: string;
  nonce: string;
  verifier: string;
}

export type Claims = Readonly<Record<string, unknown>> & { sub: string };

/** One identity provider, as the NL GOV profile of OpenID Connect asks: code with PKCE S256, private_key_jwt, state and nonce, acr. */
export interface Aanbieder {
  /** Address to send the browser to. */
  begin(terug: string): Promise<{ url: string; poging: Poging }>;
  /** The claims of the one who came back, after every check; throws an error of openid-client when anything is not right. */
  rondAf(hier: URL, poging: Poging): Promise<Claims>;
}

/** The provider did not answer, or not with its metadata. */
export class Onbereikbaar extends Error {}

/** Makes the client of one organisation. `nu` is in milliseconds and only decides when metadata are read again. */
export function maakAanbieder(instelling: OidcInstelling, nu: () => number): Aanbieder {
  let bewaard: { op: number; config: Promise<oidc.Configuration> } | null = null;

  const haal = async (): Promise<oidc.Configuration> => {
    const { key, kid } = await leesSleutel(instelling.sleutelbestand, instelling.sleutelId);
    const issuer = new URL(instelling.issuer);
    const sleutel = kid === undefined ? key : { key, kid };
    const gegevens = { id_token_signed_response_alg: instelling.idTokenAlg };
    const bewijs: oidc.ClientAuth = (as, client, body, koppen) => {
      const publiek = instelling.publiek === 'token-endpoint' ? as.token_endpoint : as.issuer;
      return oidc.PrivateKeyJwt(sleutel, { [oidc.modifyAssertion]: (_, inhoud) => void (inhoud.aud = publiek) })(as, client, body, koppen);
    };
    const lokaal = issuer.protocol === 'http:' && isLokaal(issuer.hostname);
    try {
      return await oidc.discovery(issuer, instelling.clientId, gegevens, bewijs, {
        timeout: GEDULD_S,
        // The library takes the word of TLS for an ID token; the profile wants its signature checked too.
        execute: [oidc.enableNonRepudiationChecks, ...(lokaal ? [oidc.allowInsecureRequests] : [])],
      });
    } catch (cause) {
      throw new Onbereikbaar('de inlogdienst antwoordt niet', { cause });
    }
  };

  const config = (): Promise<oidc.Configuration> => {
    if (bewaard === null || nu() - bewaard.op > HOUDBAAR_MS) {
      const vers = { op: nu(), config: haal() };
      bewaard = vers;
      vers.config.catch(() => {
        if (bewaard === vers) bewaard = null;
      });
    }
    return bewaard.config;
  };

  return {
    async begin(terug) {
      const c = await config();
      const poging = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
      const goedGenoeg = toegestaan(instelling);
      const url = oidc.buildAuthorizationUrl(c, {
        redirect_uri: terug, scope: instelling.scope, response_type: 'code', state: poging.state, nonce: poging.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(poging.verifier), code_challenge_method: 'S256',
        ...(goedGenoeg === null ? {} : { acr_values: goedGenoeg.join(' ') }),
      });
      return { url: url.href, poging };
    },

    async rondAf(hier, { state, nonce, verifier }) {
      const c = await config();
      const tokens = await oidc.authorizationCodeGrant(c, hier, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
      const claims = tokens.claims();
      if (claims === undefined) throw fout('aanmelden.mislukt');
      const goedGenoeg = toegestaan(instelling);
      if (goedGenoeg !== null && !goedGenoeg.some((acr) => acr === claims.acr)) throw fout('aanmelden.te-zwak');
      if (claims[instelling.collega.claim] !== undefined || c.serverMetadata().userinfo_endpoint === undefined) return claims;
      // Some providers tell who it is only there. What the signed ID token says wins.
      return { ...(await oidc.fetchUserInfo(c, tokens.access_token, claims.sub)), ...claims };
    },
  };
}

/** The levels that are good enough, lowest first. */
function toegestaan({ acr }: OidcInstelling): string[] | null {
  return acr === undefined ? null : acr.volgorde.slice(acr.volgorde.indexOf(acr.minimaal));
}
