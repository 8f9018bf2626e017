import { sql, type Kysely } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { Pdfmaker } from '../../brieven/index.ts';
import { klokTik } from '../../dossier/index.ts';
import { actorGegevens, sessieVan } from '../../inrichting/index.ts';
import type { Id } from '../../kern/ids.ts';
import type { Actor } from '../../kern/rechten/index.ts';
import { maatregelTik } from '../../maatregelen/index.ts';
import type { Bestanden } from '../../platform/bestanden/index.ts';
import { metOrganisatie, type Db, type Tabellen } from '../../platform/database/index.ts';
import { maakDeuren, type Deuren, type Handeling, type Onderwerp, type Vraag, type Wie } from '../../platform/deuren/index.ts';
import { signaleringTik } from '../../signalering/index.ts';
import { wederhoorTik } from '../../wederhoor/index.ts';
import { adresVan } from '../journaal.ts';
import type { Mens } from '../organisaties/typen.ts';
import type { Wereld } from '../organisaties/wereld.ts';
import type { Dossier } from '../verloop/stand.ts';
import { laatste, voor } from '../verloop/tijd.ts';

/** What letters of the demo are made with; without it a letter has no PDF. */
export interface Brievenmiddelen {
  bestanden: Bestanden;
  pdf: Pdfmaker;
}

export interface Naspelmiddelen {
  /** As the owner: for reading what is due, and for opening a dossier again as it was then. */
  migratie: Kysely<Tabellen>;
  /** As the application, through whose doors everything goes. */
  app: Db;
  brieven: Brievenmiddelen | null;
  /** Where the installation is found; stands in letters. */
  url: string;
}

/** One act of the part of the history that is played through the real doors. */
interface Stap {
  op: Temporal.Instant;
  /** Steps of one line stop together when one of them is refused. */
  lijn: string;
  doe: () => Promise<void>;
}

/**
 * The part of the history that is played through the real doors, on a clock of its own: persons, hearings, measures, letters and signals. Whatever guards
 * these rooms, in their rules and in the database, guards the demo as well.
 */
export interface Regie {
  w: Wereld;
  middelen: Naspelmiddelen;
  deuren: Deuren;
  /** The dossier of a case; absent when it belongs to another organisation. */
  dossier(casus: string): Dossier | undefined;
  plan(lijn: string, op: Temporal.Instant, doe: () => Promise<void>): void;
  doe<S extends z.ZodType, O extends Onderwerp, R>(wie: Mens, h: Handeling<S, O, R>, invoer: unknown): Promise<R>;
  vraag<S extends z.ZodType, O extends Onderwerp, R>(wie: Mens, v: Vraag<S, O, R>, invoer: unknown): Promise<R>;
  actor(wie: Mens): Promise<Actor>;
  /** The worker looks what is due. */
  tik(): Promise<void>;
}

export interface Spelleider extends Regie {
  /** Carries out what was planned, in order of time, up to now; gives the lines that were refused, with why. */
  speel(): Promise<string[]>;
}

export function maakSpelleider(w: Wereld, dossiers: readonly Dossier[], middelen: Naspelmiddelen): Spelleider {
  const { app, migratie } = middelen;
  let klok = w.begin;
  const deuren = maakDeuren(app, () => klok);
  const stappen: Stap[] = [];
  const perCasus = new Map(dossiers.map((d) => [d.casus, d]));
  const actoren = new Map<Id, Actor>();

  const actor = async (wie: Mens): Promise<Actor> => {
    const bekend = actoren.get(wie.id);
    if (bekend) return bekend;
    const { actor: nieuw } = sessieVan(wie.id, 'demo', await metOrganisatie(app, w.id, (trx) => actorGegevens(trx, w.id, wie.id)));
    actoren.set(wie.id, nieuw);
    return nieuw;
  };
  const als = async (wie: Mens): Promise<Wie> => ({ actor: await actor(wie), herkomst: { kanaal: 'scherm', ip: adresVan(wie.id), verzoekId: 'demo' } });

  /** The first moment up to `tot` at which the worker had something to do. */
  const eersteWerk = async (tot: Temporal.Instant): Promise<Temporal.Instant | null> => {
    const { rows } = await sql<{ op: Temporal.Instant | null }>`
      select min(op) as op from (
        select min(volgende_stap_op) as op from termijn where organisatie_id = ${w.id} and afgerond_op is null
        union all select min(uiterlijk) from wederhoor where organisatie_id = ${w.id} and uitkomst is null and vervallen_op is null) x where op <= ${tot}::timestamptz`.execute(migratie);
    return rows[0]?.op ?? null;
  };
  const tik = async (): Promise<void> => {
    await klokTik(app, deuren);
    await wederhoorTik(app, deuren);
    await maatregelTik(app, deuren);
    await signaleringTik(app, deuren);
  };
  /** Lets the worker do what was due, each at its own moment. */
  const laatLopen = async (tot: Temporal.Instant): Promise<void> => {
    for (let vorige: Temporal.Instant | null = null; ; ) {
      const op = await eersteWerk(tot);
      if (op === null || (vorige !== null && op.equals(vorige))) break;
      klok = laatste(klok, op.add({ seconds: 3 }));
      await tik();
      vorige = op;
    }
    klok = laatste(klok, tot);
  };

  return {
    w, middelen, deuren, actor, tik,
    dossier: (casus) => perCasus.get(casus),
    plan: (lijn, op, doe) => void stappen.push({ lijn, op, doe }),
    doe: async (wie, h, invoer) => deuren.voer(h, invoer, await als(wie)),
    vraag: async (wie, v, invoer) => deuren.vraag(v, invoer, await als(wie)),
    async speel() {
      const gestopt = new Map<string, string>();
      // Steps add steps; those that are due go before whatever was planned later.
      for (;;) {
        stappen.sort((a, b) => Temporal.Instant.compare(a.op, b.op));
        const stap = stappen.shift();
        if (stap === undefined || voor(w.nu, stap.op)) break;
        if (gestopt.has(stap.lijn)) continue;
        await laatLopen(stap.op);
        try {
          await stap.doe();
        } catch (e) {
          // A name that happens to stand in a letter is refused, on some days for some colleague: the rest of the demo goes on without that line.
          if (!(e instanceof Error) || !('code' in e) || e.code !== 'invoer.ongeldig') throw e;
          gestopt.set(stap.lijn, JSON.stringify('velden' in e ? e.velden : e.message));
        }
      }
      await laatLopen(w.nu);
      await tik();
      return [...gestopt].map(([lijn, waarom]) => `${lijn}: ${waarom}`);
    },
  };
}
