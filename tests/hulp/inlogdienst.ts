import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, decodeJwt, type JWTPayload } from 'jose';
import { Provider, type Koa } from 'oidc-provider';

/** What the provider says of the person who signs in, and how it misbehaves. */
export interface Gedrag {
  claims: Record<string, unknown>;
  acr: string;
  /** The person breaks off. */
  breektAf: boolean;
  /** Changes the ID token; `ondertekend: 'vreemd'` signs it with a key the provider does not have. */
  knoei: ((claims: JWTPayload) => { claims?: JWTPayload; ondertekend?: 'vreemd' | 'none' | 'HS256' }) | null;
}

export interface Inlogdienst {
  issuer: string;
  clientId: string;
  gedrag: Gedrag;
  /** Acts as the browser at the provider: from its address to the one it sends back to. */
  doorloop(url: string): Promise<string>;
  /** Requests to the token endpoint, with what the client sent. */
  tokenverzoeken: URLSearchParams[];
  stop(): Promise<void>;
}

export const beginGedrag = (): Gedrag => ({ claims: {}, acr: 'substantieel', breektAf: false, knoei: null });

/** A real, certified OpenID provider on this machine that asks for PKCE S256 and private_key_jwt. */
export async function startInlogdienst(opties: { redirectUri: string; publiekeSleutel: Record<string, unknown>; alg?: 'PS256' | 'ES256' }): Promise<Inlogdienst> {
  const eigen = await generateKeyPair('PS256', { extractable: true });
  const vreemd = await generateKeyPair('PS256', { extractable: true });
  const gedrag = beginGedrag();
  const tokenverzoeken: URLSearchParams[] = [];
  let afhandelen: (...a: Parameters<ReturnType<Provider['callback']>>) => void = () => undefined;
  const server = createServer((req, res) => {
    if (req.url === '/token') {
      const delen: Buffer[] = [];
      req.on('data', (d: Buffer) => delen.push(d));
      req.on('end', () => tokenverzoeken.push(new URLSearchParams(Buffer.concat(delen).toString())));
    }
    afhandelen(req, res);
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const adres = server.address();
  if (adres === null || typeof adres === 'string') throw new Error('geen poort');
  const issuer = `http://127.0.0.1:${adres.port}`;
  const clientId = 'rugdekking';

  const provider = new Provider(issuer, {
    clients: [{
      client_id: clientId, redirect_uris: [opties.redirectUri], response_types: ['code'], grant_types: ['authorization_code'], id_token_signed_response_alg: 'PS256',
      token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: opties.alg ?? 'PS256', jwks: { keys: [opties.publiekeSleutel] },
    }],
    jwks: { keys: [{ ...(await exportJWK(eigen.privateKey)), alg: 'PS256', kid: 'dienst' }] },
    cookies: { keys: ['alleen voor tests'] },
    pkce: { required: () => true },
    acrValues: ['laag', 'substantieel', 'hoog'],
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'email', 'email_verified', 'personeelsnummer', 'roles', 'groups', 'hasgroups', '_claim_names'], acr: null, auth_time: null, iss: null, sid: null },
    scopes: ['openid', 'profile', 'email'],
    findAccount: async (_: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ sub, ...gedrag.claims }) }),
    renderError: (ctx: Koa, uit: unknown) => void (ctx.body = JSON.stringify(uit)),
    interactions: { url: () => '/interactie' },
    features: { devInteractions: { enabled: false } },
    ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 300, Session: 300, Grant: 300 },
    async loadExistingGrant(ctx: Koa) {
      const grant = new provider.Grant({ accountId: ctx.oidc.session.accountId, clientId: ctx.oidc.client.clientId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (ctx, next) => {
    if (ctx.path === '/interactie') {
      ctx.respond = false;
      await provider.interactionFinished(ctx.req, ctx.res, gedrag.breektAf ? { error: 'access_denied' } : { login: { accountId: 'iemand', acr: gedrag.acr, remember: false } });
      return;
    }
    await next();
    const lichaam = ctx.body;
    if (ctx.path !== '/token' || gedrag.knoei === null || typeof lichaam !== 'object' || lichaam === null || !('id_token' in lichaam)) return;
    const was = decodeJwt(String(lichaam.id_token));
    const { claims = was, ondertekend } = gedrag.knoei(was);
    lichaam.id_token = await teken(claims, ondertekend);
  });
  const teken = async (claims: JWTPayload, ondertekend?: 'vreemd' | 'none' | 'HS256'): Promise<string> => {
    if (ondertekend === 'none') return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;
    if (ondertekend === 'HS256') return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(JSON.stringify(await exportJWK(eigen.publicKey))));
    return new SignJWT(claims).setProtectedHeader({ alg: 'PS256', kid: 'dienst' }).sign(ondertekend === 'vreemd' ? vreemd.privateKey : eigen.privateKey);
  };
  afhandelen = provider.callback();

  return {
    issuer, clientId, gedrag, tokenverzoeken,
    async doorloop(url) {
      const koekjes = new Map<string, string>();
      let hier = url;
      for (let i = 0; i < 10; i++) {
        const uit = await fetch(hier, { redirect: 'manual', headers: { cookie: [...koekjes].map(([n, w]) => `${n}=${w}`).join('; ') } });
        for (const regel of uit.headers.getSetCookie()) {
          const [, naam, waarde] = /^([^=]+)=([^;]*)/.exec(regel) ?? [];
          if (naam !== undefined && waarde !== undefined) koekjes.set(naam, waarde);
        }
        const naar = uit.headers.get('location');
        if (naar === null) throw new Error(`de inlogdienst antwoordt ${uit.status}: ${(await uit.text()).replace(/<[^>]+>/g, ' ').slice(0, 300)}`);
        hier = new URL(naar, hier).href;
        if (!hier.startsWith(issuer)) return hier;
      }
      throw new Error('te veel omleidingen');
    },
    stop: () => new Promise((klaar) => void (server.closeAllConnections(), server.close(() => klaar()))),
  };
}
