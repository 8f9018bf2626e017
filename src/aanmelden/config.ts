import { z } from 'zod';
import { compartimenten, rollen } from '../kern/rechten/index.ts';
import type { Demokaart } from './demo.ts';

/*
 * How people sign in, from one JSON text per installation: RUGDEKKING_AANMELDEN, or the path of a file with it in RUGDEKKING_AANMELDEN_FILE.
 *
 *   { "organisaties": {
 *       "lindewaard": { "oidc": {
 *         "issuer": "https://login.lindewaard.example/realms/medewerkers",
 *         "clientId": "rugdekking",
 *         "sleutelbestand": "/etc/rugdekking/oidc.pem",
 *         "acr": { "volgorde": ["laag", "substantieel", "hoog"], "minimaal": "substantieel" },
 *         "collega": { "claim": "email", "veld": "email" },
 *         "rollen": { "Rugdekking.Adviseur": [{ "rol": "adviseur" }], "Rugdekking.Griffier": [{ "rol": "griffier", "compartiment": "politiek" }] },
 *         "wieHelpt": "de servicedesk, telefoon 010-1234567" } },
 *       "klein-dorp": { "lokaal": { "passkeys": true, "wachtwoorden": true } } } }
 *
 * The key of an organisation is its slug. At the identity provider, register as redirect URI exactly
 * https://<address of Rugdekking>/aanmelden/oidc/<slug>/terug, client authentication private_key_jwt, and PKCE S256.
 */

const Rol = z.union([
  z.enum(rollen).transform((rol) => ({ rol, compartiment: 'ambtelijk' as const })),
  z.object({ rol: z.enum(rollen), compartiment: z.enum(compartimenten).default('ambtelijk') }),
]);

const Oidc = z.strictObject({
  /** Address of the identity provider; its metadata are read from there at the first sign-in. https, or http on this machine itself. */
  issuer: z.url(),
  clientId: z.string().min(1),
  /** File with the private key for private_key_jwt: PEM (PKCS#8) or JWK; RSA signs with PS256, P-256 with ES256. */
  sleutelbestand: z.string().min(1),
  /** `kid` to send along, when the provider asks for it and the file is not a JWK that holds it. */
  sleutelId: z.string().min(1).optional(),
  /** What stands as audience in the proof of the client: most providers want their issuer, Entra wants the token endpoint. */
  publiek: z.enum(['issuer', 'token-endpoint']).default('issuer'),
  scope: z.string().default('openid profile email'),
  /** Algorithm of the ID token. Anything else is refused. */
  idTokenAlg: z.enum(['PS256', 'RS256', 'ES256']).default('PS256'),
  /** Levels of assurance from low to high, and the lowest that is good enough. Absent: no level is asked; only when the provider has none. */
  acr: z
    .strictObject({ volgorde: z.array(z.string().min(1)).min(1), minimaal: z.string() })
    .refine((a) => a.volgorde.includes(a.minimaal), 'acr.minimaal staat niet in acr.volgorde')
    .optional(),
  /** Which claim tells who it is, and with what of the colleague it is compared. */
  collega: z.strictObject({ claim: z.string().min(1).default('email'), veld: z.enum(['email', 'personeelsnummer']).default('email') }).prefault({}),
  /** Where roles come from: app roles when the token has them and groups otherwise, or only one of the two. */
  rolbron: z.enum(['roles-dan-groups', 'roles', 'groups']).default('roles-dan-groups'),
  /** App role or group (its value in the token) to roles here. Empty: roles are only given by hand. */
  rollen: z.record(z.string(), z.array(Rol)).default({}),
  /** Whom to ask for access, in words for people; shown to who is not known. */
  wieHelpt: z.string().min(1).default('je functioneel beheerder'),
});

const Lokaal = z
  .strictObject({ passkeys: z.boolean().default(true), wachtwoorden: z.boolean().default(true) })
  .refine((l) => l.passkeys || l.wachtwoorden, 'zet passkeys of wachtwoorden aan');

const Bestand = z.strictObject({
  organisaties: z.record(
    z.string(),
    z.union([z.strictObject({ oidc: Oidc }), z.strictObject({ lokaal: Lokaal })], { error: 'kies "oidc" of "lokaal", niet allebei' }),
  ),
});

export type OidcInstelling = z.output<typeof Oidc> & { slug: string };
export type LokaalInstelling = z.output<typeof Lokaal> & { slug: string };

/** How people sign in here. */
export interface AanmeldConfig {
  /** Demo mode: one click per role. Null everywhere else. */
  demo: { kaarten: readonly Demokaart[] } | null;
  /** Organisations with an identity provider. */
  oidc: readonly OidcInstelling[];
  /** Organisations with accounts kept here; never the same organisation as above. */
  lokaal: readonly LokaalInstelling[];
}

/** Reads RUGDEKKING_AANMELDEN. Throws with what is wrong, and where, in Dutch; never quotes a value. */
export function leesAanmeldConfig(json: string | undefined): Pick<AanmeldConfig, 'oidc' | 'lokaal'> {
  if (json === undefined) return { oidc: [], lokaal: [] };
  let ruw: unknown;
  try {
    ruw = JSON.parse(json);
  } catch {
    throw new Error('RUGDEKKING_AANMELDEN is geen geldige JSON.');
  }
  const uitslag = Bestand.safeParse(ruw);
  if (!uitslag.success) throw new Error(['RUGDEKKING_AANMELDEN klopt niet:', ...redenen(uitslag.error.issues)].join('\n'));
  const alle = Object.entries(uitslag.data.organisaties);
  return {
    oidc: alle.flatMap(([slug, o]) => ('oidc' in o ? [{ ...o.oidc, slug }] : [])),
    lokaal: alle.flatMap(([slug, o]) => ('lokaal' in o ? [{ ...o.lokaal, slug }] : [])),
  };
}

/** Lines with the place of each mistake; inside a choice, those of the branch that came closest. */
function redenen(issues: readonly z.core.$ZodIssue[], pad: readonly PropertyKey[] = []): string[] {
  return issues.flatMap((issue) => {
    const hier = [...pad, ...issue.path];
    if (issue.code === 'invalid_union') {
      const dichtst = issue.errors.find((tak) => !tak.some((i) => i.path.length === 0)) ?? [];
      if (dichtst.length > 0) return redenen(dichtst, hier);
    }
    return [`- ${hier.map(String).join('.') || '(begin)'}: ${issue.message}`];
  });
}
