import { sql, type Kysely } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import { dagVan, momentVan } from '../kern/tijd/index.ts';
import type { Bestanden } from '../platform/bestanden/index.ts';
import type { Db, Tabellen } from '../platform/database/index.ts';
import { bewaarDemobestanden, verwijderBestanden } from './bestanden.ts';
import { casussen } from './casussen/index.ts';
import { maakPdfmaker } from '../brieven/index.ts';
import { schrijfJournaal } from './journaal.ts';
import { bereidNaspelVoor, type Brievenmiddelen } from './naspel/index.ts';
import { lindewaard } from './organisaties/lindewaard.ts';
import { middenland } from './organisaties/provincie.ts';
import type { Organisatieplan } from './organisaties/typen.ts';
import { deLageOever } from './organisaties/waterschap.ts';
import { maakWereld } from './organisaties/wereld.ts';
import { speelGeschiedenis } from './verloop/index.ts';
import { vul, type Rijen, type Tabelnaam } from './vullen.ts';
import { wisOrganisaties } from './wissen.ts';

export interface Demoverzoek {
  /** The owner of the database. */
  migratie: Db;
  /** The same database as the application, through whose doors the later part of the history is played. */
  app: Db;
  /** Everything is told relative to this moment, and nothing lies after it. */
  nu: Temporal.Instant;
  /** Removes the demo organisations that are there and loads them anew. */
  opnieuw?: boolean;
  /** Where the few files of the demo are kept; without it there are none. */
  bestanden?: Bestanden;
  /** The program that makes PDFs of letters; without it, and without files, letters have none. */
  briefwerker?: string;
  /** Where the installation is found, as it stands in letters. */
  url?: string;
  /** Told how far it is, in parts of the whole. */
  voortgang?(deel: number, totaal: number): void;
}

export interface Demoverslag {
  /** 'was_er_al': the demo was complete and nothing was done. */
  stand: 'geladen' | 'was_er_al';
  organisaties: { id: Id; naam: string; slug: string; medewerkers: number; dossiers: number; open: number; journaalregels: number }[];
  /** What was refused on the way, with why; the rest is there. */
  geweigerd: string[];
  /** Organisations that were removed first; seals of their journaal outside the database have lost their meaning. */
  verwijderd: Id[];
}

/** Which cases belong to which organisation, by their department. */
const PLANNEN: readonly { plan: Organisatieplan; hoort(afdeling: string): boolean }[] = [
  { plan: lindewaard, hoort: (a) => a !== 'WS' && a !== 'PROV' },
  { plan: deLageOever, hoort: (a) => a === 'WS' },
  { plan: middenland, hoort: (a) => a === 'PROV' },
];

/** In the order in which rows refer to each other. */
const VOLGORDE = [
  'organisatie', 'onderdeel', 'locatie', 'functie', 'medewerker', 'roltoekenning', 'machtiging', 'receptieplek', 'briefhuisstijl', 'agressievorm', 'dossiernummer', 'dossier', 'betrokkene', 'dossiervorm', 'gebeurtenis', 'termijn', 'kennisgeving', 'verklaring', 'helper', 'zoektekst',
  'melding', 'nazorgcontact', 'nazorginhoud', 'hulpvraag', 'terugkoppeling', 'bestand',
] as const satisfies readonly Tabelnaam[];

/** How much of the work is what is played through the doors, and the journaal, in steps like those of a table. */
const NASPEL = 20;
const JOURNAAL = 10;

/** Number of the lock that keeps two loads from running at once. */
const SLOT = 7_283_451;
/** The line in the journaal that says an organisation of the demo is complete. */
const GELADEN = 'demo.laden';

/**
 * Loads the demo organisations with two years of history. The same seed and the same `nu` give the same rows, save the salts of the
 * journaal and the keys of files. Safe to repeat: what is complete is left alone, what a killed load left behind is removed first.
 */
export async function laadDemo(verzoek: Demoverzoek): Promise<Demoverslag> {
  return verzoek.migratie.connection().execute(async (db) => {
    // Waiting for another load, and the larger statements on a busy machine, may take longer than a request may.
    await sql`set statement_timeout = 0`.execute(db);
    await sql`select pg_advisory_lock(${SLOT})`.execute(db);
    try {
      return await laad(db, verzoek);
    } finally {
      await sql`select pg_advisory_unlock(${SLOT})`.execute(db);
      await sql`reset statement_timeout`.execute(db);
    }
  });
}

async function laad(db: Kysely<Tabellen>, verzoek: Demoverzoek): Promise<Demoverslag> {
  const { bestanden, briefwerker } = verzoek;
  const middelen = bestanden && briefwerker !== undefined ? { bestanden, pdf: maakPdfmaker({ werker: briefwerker }) } : null;
  try {
    return await laadMet(db, verzoek, middelen);
  } finally {
    await middelen?.pdf.stop();
  }
}

async function laadMet(db: Kysely<Tabellen>, verzoek: Demoverzoek, middelen: Brievenmiddelen | null): Promise<Demoverslag> {
  const aanwezig = await wieErZijn(db);
  if (!verzoek.opnieuw && aanwezig.length === PLANNEN.length && aanwezig.every((o) => o.klaar)) {
    return { stand: 'was_er_al', organisaties: await overzicht(db), verwijderd: [], geweigerd: [] };
  }
  const verwijderd = aanwezig.filter((o) => o.demo).map((o) => o.id);
  if (verwijderd.length > 0) {
    if (verzoek.bestanden) await verwijderBestanden(db, verzoek.bestanden, verwijderd);
    await wisOrganisaties(db, verwijderd);
  }
  const begin = momentVan(dagVan(verzoek.nu).subtract({ years: 2, days: 40 }), Temporal.PlainTime.from('09:00'));
  const werelden = PLANNEN.map(({ plan, hoort }) => {
    const w = maakWereld(plan, verzoek.nu, begin);
    const dossiers = speelGeschiedenis(w, casussen.filter((c) => hoort(c.afdeling)));
    return { w, dossiers };
  });
  const stappen = werelden.length * (VOLGORDE.length + NASPEL + JOURNAAL);
  let gedaan = 0;
  const stap = (aantal = 1): void => verzoek.voortgang?.((gedaan += aantal), stappen);
  const geweigerd: string[] = [];
  for (const { w, dossiers } of werelden) {
    const naspel = bereidNaspelVoor(w, dossiers, { migratie: db, app: verzoek.app, brieven: middelen, url: verzoek.url ?? 'https://rugdekking.example' });
    if (verzoek.bestanden) await bewaarDemobestanden(w, dossiers, verzoek.bestanden);
    await db.transaction().execute(async (trx) => {
      for (const tabel of VOLGORDE) {
        await vulTabel(trx, tabel, w.rijen);
        stap();
      }
    });
    geweigerd.push(...(await naspel.speel()));
    stap(NASPEL);
    w.journaal.push({ tijd: w.nu, actor: 'systeem', handeling: GELADEN, object: { soort: 'organisatie', id: w.id }, dossier: null });
    const vooraf = gedaan;
    await schrijfJournaal(db, w.id, w.journaal, (deel) => stap(vooraf + Math.floor(deel * JOURNAAL) - gedaan));
  }
  await verversStatistiek(db);
  return { stand: 'geladen', organisaties: await overzicht(db), verwijderd, geweigerd };
}

async function vulTabel<T extends Tabelnaam>(trx: Kysely<Tabellen>, tabel: T, rijen: Rijen): Promise<void> {
  await vul(trx, tabel, rijen[tabel] ?? []);
}

/** So that the first pages are planned on what is there now, not on empty tables. */
async function verversStatistiek(db: Kysely<Tabellen>): Promise<void> {
  for (const tabel of [...VOLGORDE, 'journaal'] as const) await sql`analyze ${sql.table(tabel)}`.execute(db);
}

interface Aanwezig {
  id: Id;
  demo: boolean;
  klaar: boolean;
}

async function wieErZijn(db: Kysely<Tabellen>): Promise<Aanwezig[]> {
  const slugs = PLANNEN.map((p) => p.plan.slug);
  const { rows } = await sql<Aanwezig & { slug: string }>`
    select o.organisatie_id as id, o.slug, o.demo, exists (select from journaal j where j.organisatie_id = o.organisatie_id and j.handeling = ${GELADEN}) as klaar
    from organisatie o where o.slug = any(${slugs}::text[])`.execute(db);
  const echt = rows.find((o) => !o.demo);
  if (echt) throw new Error(`Er is al een organisatie met de naam ‘${echt.slug}’ die niet van de demo is.`);
  return rows;
}

async function overzicht(db: Kysely<Tabellen>): Promise<Demoverslag['organisaties']> {
  const { rows } = await sql<Demoverslag['organisaties'][number]>`
    select o.organisatie_id as id, o.naam, o.slug, (select count(*) from medewerker m where m.organisatie_id = o.organisatie_id) as medewerkers, (select count(*) from dossier d where d.organisatie_id = o.organisatie_id) as dossiers,
      (select count(*) from dossier d where d.organisatie_id = o.organisatie_id and d.status <> 'gesloten') as open, (select count(*) from journaal j where j.organisatie_id = o.organisatie_id) as journaalregels
    from organisatie o where o.slug = any(${PLANNEN.map((p) => p.plan.slug)}::text[]) order by dossiers desc`.execute(db);
  return rows;
}

