import { sql, type CompiledQuery, type Kysely, type Transaction } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { Fout, fout, veldfout } from '../../kern/fouten/index.ts';
import { isId, nieuwId, type Id } from '../../kern/ids.ts';
import { algemeneHoedanigheden, mag, rechtentabel, type Actor, type Handelingnaam, type Regel } from '../../kern/rechten/index.ts';
import { metOrganisatie } from '../database/index.ts';
import type { Tabellen } from '../database/tabellen.ts';
import { tel, vergeet, wachtzin } from '../rem/index.ts';
import { plaats } from '../wachtrij/index.ts';
import { lees } from './lees.ts';
import type { ActorContext, Context, Handeling, Herkomst, Onderwerp, Systeemhandeling, Vraag, Wie } from './typen.ts';

export interface Deuren {
  /** Carries out an act. `sleutel` is the idempotency key of the form: the same key again gives the first answer again. */
  voer<S extends z.ZodType, O extends Onderwerp, R>(h: Handeling<S, O, R>, invoer: unknown, wie: Wie, sleutel?: string): Promise<R>;
  /** Answers a read. */
  vraag<S extends z.ZodType, O extends Onderwerp, R>(v: Vraag<S, O, R>, invoer: unknown, wie: Wie): Promise<R>;
  /** Carries out an act of the system for one organisation. */
  voerSysteem<S extends z.ZodType, R>(h: Systeemhandeling<S, R>, invoer: unknown, organisatieId: Id): Promise<R | null>;
  nu(): Temporal.Instant;
}

type Trx = Transaction<Tabellen>;

interface Regelinhoud {
  actor: string;
  handeling: string;
  object: { soort: string; id: string };
  dossierId: Id | null;
  resultaat: 'gelukt' | 'geweigerd' | 'mislukt';
  inhoud: Record<string, unknown> | null;
}

/** What was done, and the line it leaves; null when it leaves none. */
interface Gedaan<T> {
  resultaat: T;
  /** Statements that go right before the line. */
  ook?: readonly CompiledQuery[];
  regel: Regelinhoud | null;
}

/** Makes the two doors on a database. `klok` gives the moment; tests give a clock of their own. */
export function maakDeuren(db: Kysely<Tabellen>, klok: () => Temporal.Instant): Deuren {
  const context = (trx: Trx, organisatieId: Id, nu: Temporal.Instant): Context => ({
    trx,
    organisatieId,
    nu,
    nieuwId: () => nieuwId(nu.epochMilliseconds),
    async plaats(taak, gegevens, opties) {
      await plaats(trx, { taak, gegevens: { organisatieId, ...gegevens }, ...opties });
    },
  });

  const schrijfJournaal = (nu: Temporal.Instant, r: Regelinhoud): CompiledQuery =>
    sql`select journaal_schrijf(${nu}::timestamptz, ${r.actor}::text, ${r.handeling}::text, ${r.object.soort}::text, ${r.object.id}::text, ${r.dossierId}::uuid, ${r.resultaat}::text, ${r.inhoud === null ? null : JSON.stringify(r.inhoud)}::jsonb)`.compile(db);

  /** Does the work and closes with its line in the journaal, which holds the chain of the organisation until the commit. */
  async function metRegel<T>(organisatieId: Id, nu: Temporal.Instant, werk: (trx: Trx) => Promise<Gedaan<T>>): Promise<T> {
    const gedaan = await metOrganisatie(db, organisatieId, werk, { slot: ({ ook = [], regel }) => [...ook, ...(regel ? [schrijfJournaal(nu, regel)] : [])] });
    return gedaan.resultaat;
  }

  const inhoud = (h: Herkomst, meer?: Record<string, unknown>): Record<string, unknown> => ({ kanaal: h.kanaal, ip: h.ip, verzoek: h.verzoekId, ...meer });

  /** A refusal is also a fact: it is written in a transaction of its own, because that of the act is rolled back. */
  async function meldWeigering(naam: string, wie: Wie, invoer: unknown, e: Fout): Promise<void> {
    // An id only: what else a form can send as "id" does not get into a line that stays for ever.
    const doel = typeof invoer === 'object' && invoer !== null && 'id' in invoer && typeof invoer.id === 'string' && isId(invoer.id) ? invoer.id : '-';
    await metRegel(wie.actor.organisatieId, klok(), async () => ({
      resultaat: undefined,
      regel: {
        actor: wie.actor.id, handeling: naam, object: { soort: 'verzoek', id: doel }, dossierId: null,
        resultaat: e.code === 'niet-gevonden' ? 'geweigerd' : 'mislukt', inhoud: inhoud(wie.herkomst, { fout: e.code }),
      },
    }));
  }

  /** Counts an act in which something can be guessed before it is tried. A wrong guess is a fact too: it leaves a line. */
  async function geremd<S extends z.ZodType, T>({ naam, rem }: Pick<Handeling<S, never, never>, 'naam' | 'rem'>, invoer: z.output<S>, wie: Wie, doe: (begin: () => void) => Promise<T>): Promise<T> {
    let begonnen = false;
    const begin = (): void => void (begonnen = true);
    if (!rem) return doe(begin);
    const remmen = rem.remmen(wie.actor, invoer);
    const wacht = await tel(db, remmen, klok());
    if (wacht !== null) throw veldfout(rem.velden[0], wachtzin(wacht));
    try {
      const resultaat = await doe(begin);
      // An answer of before, given again with its key, proves nothing.
      if (begonnen) await vergeet(db, remmen, klok());
      return resultaat;
    } catch (e) {
      if (e instanceof Fout && e.velden.some((f) => rem.velden.includes(f.veld))) await meldWeigering(naam, wie, invoer, e);
      // Only what came past the guess is taken back: anything else would be a way to start counting anew.
      else if (e instanceof Fout && e.velden.length > 0) await vergeet(db, remmen, klok());
      throw e;
    }
  }

  async function bewaakt<T>(naam: string, wie: Wie, invoer: unknown, doe: () => Promise<T>): Promise<T> {
    try {
      return await doe();
    } catch (e) {
      if (e instanceof Fout && e.code !== 'invoer.ongeldig') await meldWeigering(naam, wie, invoer, e);
      throw e;
    }
  }

  async function bepaalOnderwerp<I, O extends Onderwerp>(
    naam: Handelingnaam, zoek: ((ctx: ActorContext, invoer: I) => Promise<O | null>) | undefined, ctx: ActorContext, invoer: I,
  ): Promise<O> {
    const regel: Regel = rechtentabel[naam];
    const gevonden = zoek ? await zoek(ctx, invoer) : null;
    if (zoek && gevonden === null) throw fout('niet-gevonden');
    if (!zoek && regel.over === 'dossier') throw new Error(`${naam} gaat over een dossier en moet zijn onderwerp opzoeken`);
    const hoedanigheden = regel.over === 'dossier' && gevonden ? gevonden.hoedanigheden : algemeneHoedanigheden(ctx.actor);
    if (!mag(naam, hoedanigheden)) throw fout('niet-gevonden');
    if (gevonden && !mag(naam, hoedanigheden, gevonden.status)) throw fout('conflict.toestand');
    // An act about the organisation has no subject of its own; O is Onderwerp there.
    return gevonden ?? ({ object: { soort: 'organisatie', id: ctx.organisatieId }, hoedanigheden } as O);
  }

  return {
    nu: klok,

    async voer(h, ruw, wie, gegeven) {
      const sleutel = h.herhaalbaar ? undefined : gegeven;
      return bewaakt(h.naam, wie, ruw, async () => {
        const invoer = lees(h.invoer, ruw);
        const nu = klok();
        const { actor } = wie;
        return geremd(h, invoer, wie, (begin) => metRegel(actor.organisatieId, nu, async (trx) => {
          if (sleutel !== undefined) {
            const nieuw = await trx
              .insertInto('idempotentie')
              .values({ organisatie_id: actor.organisatieId, medewerker_id: actor.id, sleutel, handeling: h.naam, op: nu, resultaat: null })
              .onConflict((c) => c.doNothing())
              .returning('sleutel')
              .executeTakeFirst();
            if (!nieuw) return { resultaat: await eerderAntwoord(trx, actor, sleutel, h.naam), regel: null };
          }
          const ctx: ActorContext = { ...context(trx, actor.organisatieId, nu), actor };
          const onderwerp = await bepaalOnderwerp(h.naam, h.onderwerp?.bind(h), ctx, invoer);
          begin();
          const uit = await h.voerUit({ ...ctx, invoer, onderwerp });
          if (sleutel !== undefined && !isKaal(uit.resultaat)) throw new Error(`${h.naam} geeft meer terug dan id's en codes; dat mag niet bij een sleutel worden bewaard`);
          return {
            resultaat: uit.resultaat,
            ook: sleutel === undefined ? [] : [
              trx.updateTable('idempotentie').set({ resultaat: JSON.stringify(uit.resultaat ?? null) })
                .where('organisatie_id', '=', actor.organisatieId).where('medewerker_id', '=', actor.id).where('sleutel', '=', sleutel).compile(),
            ],
            regel: {
              actor: actor.id, handeling: h.naam, object: uit.object ?? onderwerp.object, dossierId: uit.dossierId ?? onderwerp.dossierId ?? null,
              resultaat: 'gelukt', inhoud: inhoud(wie.herkomst, uit.journaal),
            },
          };
        }));
      });
    },

    async vraag(v, ruw, wie) {
      return bewaakt(v.naam, wie, ruw, async () => {
        const invoer = lees(v.invoer, ruw);
        const nu = klok();
        const { actor } = wie;
        return metRegel(actor.organisatieId, nu, async (trx) => {
          const ctx: ActorContext = { ...context(trx, actor.organisatieId, nu), actor };
          const onderwerp = await bepaalOnderwerp(v.naam, v.onderwerp?.bind(v), ctx, invoer);
          const resultaat = await v.haal({ ...ctx, invoer, onderwerp });
          if (!v.journaal && !onderwerp.dossierId) return { resultaat, regel: null };
          return {
            resultaat,
            regel: { actor: actor.id, handeling: v.naam, object: onderwerp.object, dossierId: onderwerp.dossierId ?? null, resultaat: 'gelukt', inhoud: inhoud(wie.herkomst) },
          };
        });
      });
    },

    async voerSysteem(h, ruw, organisatieId) {
      const invoer = lees(h.invoer, ruw);
      const nu = klok();
      return metRegel(organisatieId, nu, async (trx) => {
        const uit = await h.voerUit({ ...context(trx, organisatieId, nu), invoer });
        if (uit === null) return { resultaat: null, regel: null };
        return {
          resultaat: uit.resultaat,
          regel: {
            actor: h.actor ?? 'systeem', handeling: h.naam, object: uit.object ?? { soort: 'organisatie', id: organisatieId }, dossierId: uit.dossierId ?? null,
            resultaat: 'gelukt', inhoud: uit.journaal ?? null,
          },
        };
      });
    },
  };
}

/** Whether a result is ids, codes, dates and numbers only: it is kept with its key, so no text of a person and no secret may be in it. */
function isKaal(w: unknown): boolean {
  if (typeof w === 'string') return /^[\w.:+-]{0,64}$/.test(w);
  if (Array.isArray(w)) return w.every(isKaal);
  if (typeof w === 'object' && w !== null) return Object.values(w).every(isKaal);
  return true;
}

/**
 * The answer the first time gave. The insert of the key waited for that transaction to commit, so the answer is there. A key
 * that belongs to another act is refused: it was copied from another form.
 */
async function eerderAntwoord<R>(trx: Trx, actor: Actor, sleutel: string, naam: string): Promise<R> {
  const rij = await trx.selectFrom('idempotentie').select(['handeling', 'resultaat'])
    .where('organisatie_id', '=', actor.organisatieId).where('medewerker_id', '=', actor.id).where('sleutel', '=', sleutel).executeTakeFirst();
  if (!rij || rij.handeling !== naam) throw fout('csrf.ongeldig');
  // The stored JSON is what this very act returned the first time.
  return rij.resultaat as R;
}
