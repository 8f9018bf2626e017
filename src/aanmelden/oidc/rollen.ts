import { fout } from '../../kern/fouten/index.ts';
import type { Roltoekenning } from '../../kern/rechten/index.ts';
import type { OidcInstelling } from '../config.ts';

type Claims = Readonly<Record<string, unknown>>;

/**
 * Which roles a token gives; null when this organisation gives roles by hand only. App roles come first, groups otherwise. An identity
 * provider that leaves out groups because there are too many says so with a marker (Entra, above 200): then nobody knows the roles, and
 * guessing could leave someone without a role he needs, or with one he lost. So that sign-in is refused.
 */
export function rollenUit(claims: Claims, { rollen, rolbron }: Pick<OidcInstelling, 'rollen' | 'rolbron'>): Roltoekenning[] | null {
  if (Object.keys(rollen).length === 0) return null;
  const namen = rolbron !== 'groups' && claims.roles !== undefined ? lijst(claims.roles) : rolbron === 'roles' ? [] : groepen(claims);
  const uit = new Map<string, Roltoekenning>();
  // Own keys only: a group that is called "constructor" is no role.
  for (const naam of namen) for (const r of Object.hasOwn(rollen, naam) ? (rollen[naam] ?? []) : []) uit.set(`${r.rol} ${r.compartiment}`, r);
  return [...uit.values()];
}

function groepen(claims: Claims): string[] {
  if (claims.hasgroups === true || claims.hasgroups === 'true' || verwijst(claims._claim_names)) throw fout('aanmelden.te-veel-groepen');
  return lijst(claims.groups);
}

function verwijst(namen: unknown): boolean {
  if (typeof namen === 'string') {
    try {
      return verwijst(JSON.parse(namen));
    } catch {
      return namen.includes('groups');
    }
  }
  return typeof namen === 'object' && namen !== null && 'groups' in namen;
}

function lijst(claim: unknown): string[] {
  if (typeof claim === 'string') return [claim];
  return Array.isArray(claim) ? claim.filter((r): r is string => typeof r === 'string') : [];
}
