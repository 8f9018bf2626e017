import { sql } from 'kysely';
import type { Context as HonoContext } from 'hono';
import type { Temporal } from 'temporal-polyfill';
import { nieuwId, type Id } from '../kern/ids.ts';
import { sessieVan } from '../inrichting/index.ts';
import { metOrganisatie, type Db, type Trx } from '../platform/database/index.ts';
import type { Sessie, Velden } from '../platform/http/index.ts';
import { nieuwToken, tokenHash, type Koekjes } from './cookie.ts';
import type { Methode } from './tabellen/typen.ts';
import { toestelTekst } from './toestel.ts';

/** Longest a session lives, however busy (ASVS 7.3.2). The idle limit of 30 minutes stands in the database function. */
const ABSOLUUT = { hours: 12 } as const;
/** Forms that are not kept when the session had expired. */
const NIET_BEWAREN = /^\/(account|toegang|uitloggen|hervat)(\/|$)/;
/** How long what was sent under an expired session is kept. */
const BEWAARTIJD = { hours: 12 } as const;

export interface SessieMiddelen {
  db: Db;
  klok: () => Temporal.Instant;
  koekjes: Koekjes;
  ip(c: HonoContext): string;
  verzoekId(c: HonoContext): string;
}

export interface Wieis {
  organisatieId: Id;
  medewerkerId: Id;
  methode: Methode;
}

/** Server-side sessions: found by a cookie, begun and ended here and nowhere else. */
export interface Sessies {
  /** The live session of this request, or null. Asked more than once in a request it looks once. */
  zoek(c: HonoContext): Promise<Sessie | null>;
  /** Keeps what was sent when the session of this browser was known but had expired; otherwise does nothing. */
  bewaarOnderbroken(c: HonoContext, velden: Velden): Promise<void>;
  /** Starts a session with a new token, ends the one this browser had. Gives the newest interrupted form of this person, if any. */
  begin(c: HonoContext, wie: Wieis): Promise<{ sessieId: Id; onderbroken: Id | null }>;
  /** Ends the session of this browser and takes the cookie away. */
  beeindig(c: HonoContext): Promise<void>;
}

interface Gevonden {
  id: Id;
  geheim: string | null;
  stand: 'actief' | 'verlopen' | 'beeindigd' | 'geen_toegang';
  gegevens: unknown;
}

/** Writes a line of the sign-in itself in the journaal: there is no session yet, so it does not go through the doors. */
export async function schrijfAanmelding(
  trx: Trx, nu: Temporal.Instant, r: { medewerkerId: Id; handeling: string; object?: { soort: string; id: string }; resultaat: 'gelukt' | 'geweigerd'; inhoud: Record<string, unknown> },
): Promise<void> {
  const object = r.object ?? { soort: 'medewerker', id: r.medewerkerId };
  await sql`select journaal_schrijf(${nu}::timestamptz, ${r.medewerkerId}::text, ${r.handeling}::text, ${object.soort}::text, ${object.id}::text, null::uuid, ${r.resultaat}::text, ${JSON.stringify(r.inhoud)}::jsonb)`.execute(trx);
}

export function maakSessies({ db, klok, koekjes, ip, verzoekId }: SessieMiddelen): Sessies {
  const eerder = new WeakMap<Request, Promise<Sessie | null>>();

  const zoek = async (c: HonoContext): Promise<Sessie | null> => {
    const token = koekjes.leesSessie(c);
    if (token === null) return null;
    const { rows } = await sql<Gevonden>`select id, geheim, stand, gegevens from sessie_zoek(${tokenHash(token)}::bytea, ${klok()}::timestamptz)`.execute(db);
    const rij = rows[0];
    return rij?.stand === 'actief' && rij.geheim !== null ? sessieVan(rij.id, rij.geheim, rij.gegevens) : null;
  };

  const beeindigOp = async (token: string, reden: 'uitgelogd' | 'opnieuw_aangemeld'): Promise<void> => {
    await sql`select sessie_beeindig(${tokenHash(token)}::bytea, ${klok()}::timestamptz, ${reden}::text)`.execute(db);
  };

  return {
    zoek(c) {
      let gezocht = eerder.get(c.req.raw);
      if (gezocht === undefined) {
        gezocht = zoek(c);
        eerder.set(c.req.raw, gezocht);
      }
      return gezocht;
    },

    async bewaarOnderbroken(c, velden) {
      const token = koekjes.leesSessie(c);
      const { pathname, search } = new URL(c.req.url);
      const pad = pathname + search;
      // What a script saved in passing is no form that someone waits for; forms of one's own account hold passwords.
      if (token === null || pad.length > 500 || !(c.req.header('accept') ?? '').includes('text/html') || NIET_BEWAREN.test(pathname)) return;
      const nu = klok();
      await sql`select onderbroken_bewaar(${tokenHash(token)}::bytea, ${nu}::timestamptz, ${nieuwId(nu.epochMilliseconds)}::uuid, ${pad}::text, ${JSON.stringify(zonderNul(velden))}::jsonb)`.execute(db);
    },

    async begin(c, { organisatieId, medewerkerId, methode }) {
      const nu = klok();
      const was = koekjes.leesSessie(c);
      if (was !== null) await beeindigOp(was, 'opnieuw_aangemeld');
      const token = nieuwToken();
      const sessieId = nieuwId(nu.epochMilliseconds);
      const onderbroken = await metOrganisatie(db, organisatieId, async (trx) => {
        await trx.insertInto('sessie').values({
          organisatie_id: organisatieId, id: sessieId, medewerker_id: medewerkerId, token_hash: tokenHash(token), geheim: nieuwToken(), methode,
          toestel: toestelTekst(c.req.header('user-agent') ?? ''), aangemaakt: nu, laatst_gezien: nu, verloopt_op: nu.add(ABSOLUUT), beeindigd_op: null, reden: null,
        }).execute();
        const rij = await trx.selectFrom('onderbroken').select('id').where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', medewerkerId)
          .where('velden', 'is not', null).where('op', '>', nu.subtract(BEWAARTIJD)).orderBy('op', 'desc').limit(1).executeTakeFirst();
        await schrijfAanmelding(trx, nu, {
          medewerkerId, handeling: 'sessie.beginnen', object: { soort: 'sessie', id: sessieId }, resultaat: 'gelukt',
          inhoud: { kanaal: 'scherm', ip: ip(c), verzoek: verzoekId(c), methode },
        });
        return rij?.id ?? null;
      });
      koekjes.zetSessie(c, token);
      eerder.delete(c.req.raw);
      return { sessieId, onderbroken };
    },

    async beeindig(c) {
      const token = koekjes.leesSessie(c);
      if (token !== null) await beeindigOp(token, 'uitgelogd');
      koekjes.wisSessie(c);
      eerder.delete(c.req.raw);
    },
  };
}

/** PostgreSQL keeps no NUL and no half characters in JSON; the rules of the form take them out later anyway. */
function zonderNul(velden: Velden): Velden {
  const schoon = (t: string): string => t.toWellFormed().replaceAll('\u0000', '');
  return Object.fromEntries(Object.entries(velden).map(([naam, w]) => [schoon(naam), Array.isArray(w) ? w.map(schoon) : schoon(w)]));
}

/** Removes expired sessions and interrupted forms whose time is up, for all organisations; the worker calls it every hour. Gives the number of rows. */
export async function ruimSessiesOp(db: Db, nu: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ n: number }>`select sessies_opruimen(${nu}::timestamptz) as n`.execute(db);
  return rows[0]?.n ?? 0;
}
