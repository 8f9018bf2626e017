import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import pg from 'pg';
import { leesArchief, type Deel } from './archief.ts';
import { kopieerIn } from './kopie.ts';
import { citeer, gevuldeTabellen, kolomlijst, volledigeNaam, type Tabel } from './tabellen.ts';
import { Kop, Slot } from './vorm.ts';

/** The backup itself is not right: nothing was changed. */
export class Backupfout extends Error {
  override name = 'Backupfout';
}

export interface Backupinhoud {
  kop: Kop;
  slot: Slot;
}

/** Reads a whole backup and compares every part with its fingerprint. Throws a Backupfout when anything is missing, more or changed. */
export async function controleerBackup(pad: string): Promise<Backupinhoud> {
  const gezien = new Map<string, string>();
  let kop: Kop | undefined;
  let slot: Slot | undefined;
  try {
    for await (const { naam, inhoud } of leesArchief(pad)) {
      if (slot !== undefined) throw new Backupfout('Na het manifest staat nog iets in de back-up.');
      if (gezien.has(naam)) throw new Backupfout(`Deel ${naam} staat twee keer in de back-up.`);
      if (naam === 'kop.json' && gezien.size === 0) kop = ontleed(Kop, inhoud, naam);
      if (naam === 'manifest.json') slot = ontleed(Slot, inhoud, naam);
      else gezien.set(naam, createHash('sha256').update(inhoud).digest('hex'));
    }
  } catch (oorzaak) {
    if (oorzaak instanceof Backupfout) throw oorzaak;
    throw new Backupfout('Dit is geen back-up van Rugdekking, of het bestand is beschadigd.', { cause: oorzaak });
  }
  if (kop === undefined) throw new Backupfout('Dit is geen back-up van Rugdekking.');
  if (slot === undefined) throw new Backupfout('De back-up is niet compleet: het einde ontbreekt.');
  for (const [naam, { sha256 }] of Object.entries(slot.delen)) {
    if (gezien.get(naam) !== sha256) throw new Backupfout(gezien.has(naam) ? `Deel ${naam} van de back-up is beschadigd.` : `Deel ${naam} ontbreekt in de back-up.`);
  }
  for (const naam of gezien.keys()) if (slot.delen[naam] === undefined) throw new Backupfout(`Deel ${naam} hoort niet in de back-up.`);
  return { kop, slot };
}

function ontleed<T>(schema: { safeParse(w: unknown): { success: true; data: T } | { success: false } }, inhoud: Buffer, naam: string): T {
  const uitslag = schema.safeParse(JSON.parse(inhoud.toString('utf8')));
  if (!uitslag.success) throw new Backupfout(`Deel ${naam} van de back-up is onleesbaar.`);
  return uitslag.data;
}

export interface Herstelopdracht {
  pad: string;
  inhoud: Backupinhoud;
  /** As the owner of a database whose tables are there, at the state of the backup, and empty. */
  verbinding: pg.ClientConfig;
  schrijfBestand: (sleutel: string, inhoud: Readable) => Promise<void>;
  /** Puts back what belongs to the installation (`losseBestanden` of the backup). */
  schrijfLos: (naam: string, inhoud: Buffer) => Promise<void>;
  meld: (tekst: string) => void;
}

/** Puts a checked backup back. The database in one transaction, committed when everything else is there too. */
export async function zetBackupTerug({ pad, inhoud: { kop, slot }, verbinding, schrijfBestand, schrijfLos, meld }: Herstelopdracht): Promise<void> {
  const client = new pg.Client({ ...verbinding, application_name: 'rugdekking herstel', statement_timeout: 0 });
  await client.connect();
  try {
    await client.query('begin');
    const gevuld = await gevuldeTabellen(client, kop.tabellen);
    if (gevuld.length > 0) throw new Backupfout(`De database is niet leeg: er staan al gegevens in ${gevuld.slice(0, 5).join(', ')}. Zet terug in een lege database.`);
    const herstel = await maakLos(client);
    const delen = leesArchief(pad)[Symbol.asyncIterator]();
    let deel = await delen.next();
    const verder = async (): Promise<void> => {
      deel = await delen.next();
    };
    /** The parts of one table or file, which stand together. */
    async function* vanEen(voorvoegsel: string): AsyncGenerator<Buffer> {
      for (; !deel.done && deel.value.naam.startsWith(voorvoegsel); await verder()) yield deel.value.inhoud;
    }
    while (!deel.done) {
      const { naam } = deel.value satisfies Deel;
      const [soort, wat] = naam.split('/');
      if (soort === 'tabel' && wat !== undefined) await laadTabel(client, vindTabel(kop, wat), uitgepakt(vanEen(`tabel/${wat}/`)), slot.rijen[wat] ?? 0);
      else if (soort === 'bestand' && wat !== undefined) await schrijfBestand(wat, Readable.from(vanEen(`bestand/${wat}/`), { objectMode: false }));
      else {
        if (soort === 'installatie') await schrijfLos(naam.slice('installatie/'.length), deel.value.inhoud);
        await verder();
      }
    }
    meld(`gelezen: ${kop.tabellen.length} tabellen, ${slot.bestanden} bestanden`);
    await herstel();
    for (const { schema, naam, waarde } of kop.reeksen) {
      if (waarde !== null) await client.query('select setval(format($1, $2::text, $3::text)::regclass, $4::bigint)', ['%I.%I', schema, naam, waarde]);
    }
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

function vindTabel(kop: Kop, wat: string): Tabel {
  const tabel = kop.tabellen.find(({ schema, naam }) => `${schema}.${naam}` === wat);
  if (tabel === undefined) throw new Backupfout(`Tabel ${wat} staat niet in de kop van de back-up.`);
  return tabel;
}

async function laadTabel(client: pg.Client, tabel: Tabel, bron: AsyncIterable<Buffer>, verwacht: number): Promise<void> {
  const rijen = await kopieerIn(client, `copy ${volledigeNaam(tabel)} (${kolomlijst(tabel)}) from stdin`, bron);
  if (rijen !== verwacht) throw new Backupfout(`Van ${tabel.naam} zijn ${rijen} rijen teruggezet in plaats van ${verwacht}.`);
}

async function* uitgepakt(bron: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const stuk of bron) yield await promisify(gunzip)(stuk);
}

/**
 * Takes away, within this transaction, what stands in the way of loading in any order: foreign keys (some go round), triggers that derive
 * rows which are in the backup themselves, and the row-level security that binds the owner too (COPY refuses it). Gives what puts it all
 * back, checking every foreign key.
 */
async function maakLos(client: pg.Client): Promise<() => Promise<void>> {
  const { rows: sleutels } = await client.query<{ tabel: string; naam: string; tekst: string }>(
    `select conrelid::regclass::text as tabel, conname as naam, pg_get_constraintdef(oid) as tekst from pg_constraint where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace order by 1, 2`);
  const { rows: gedwongen } = await client.query<{ tabel: string }>(
    `select oid::regclass::text as tabel from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relforcerowsecurity order by 1`);
  const { rows: metTrigger } = await client.query<{ tabel: string }>(
    `select distinct tgrelid::regclass::text as tabel from pg_trigger join pg_class c on c.oid = tgrelid where not tgisinternal and c.relnamespace = 'public'::regnamespace order by 1`);
  for (const { tabel } of metTrigger) await client.query(`alter table ${tabel} disable trigger user`);
  for (const { tabel, naam } of sleutels) await client.query(`alter table ${tabel} drop constraint ${citeer(naam)}`);
  for (const { tabel } of gedwongen) await client.query(`alter table ${tabel} no force row level security`);
  return async () => {
    for (const { tabel, naam, tekst } of sleutels) await client.query(`alter table ${tabel} add constraint ${citeer(naam)} ${tekst}`);
    for (const { tabel } of gedwongen) await client.query(`alter table ${tabel} force row level security`);
    for (const { tabel } of metTrigger) await client.query(`alter table ${tabel} enable trigger user`);
  };
}
